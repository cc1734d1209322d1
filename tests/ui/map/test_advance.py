"""The line of the front from the ground lost in three directions."""

from __future__ import annotations

import numpy as np
import pytest

from game.ui.map.advance import DIRECTIONS
from tests.ui.map.build import advance, atlas

GROUND: tuple[dict[str, float], ...] = (
    {},
    {"north": 400},
    {"west": 600},
    {"south": 300},
    {"north": 600, "west": 300, "south": 160},
)


def test_with_nothing_lost_the_line_is_the_border_of_22_june() -> None:
    line = advance().front_line({})

    np.testing.assert_allclose(line, advance().border, atol=1e-9)
    for corner in atlas().border:
        assert np.hypot(*(line - corner).T).min() < 1e-6


@pytest.mark.parametrize("way", DIRECTIONS)
@pytest.mark.parametrize("base", GROUND)
def test_more_ground_lost_never_moves_the_line_west(way: str, base: dict[str, float]) -> None:
    before = advance().front_line(base)
    for km in range(int(base.get(way, 0)), 1000, 20):
        line = advance().front_line({**base, way: km})
        assert (line[:, 0] - before[:, 0]).min() > -1e-6
        before = line


def test_a_direction_moves_its_own_part_of_the_line() -> None:
    moved = np.hypot(*(advance().front_line({"north": 300}) - advance().border).T)

    assert moved[:20].max() > 150
    assert moved[len(moved) // 2 :].max() < 1


def test_kilometres_below_nothing_count_as_nothing() -> None:
    np.testing.assert_allclose(advance().front_line({"west": -50}), advance().border, atol=1e-9)


def test_towns_on_the_axes_fall_when_the_rules_say_so() -> None:
    for town in ("minsk", "smolensk", "pskov", "zhitomir"):
        province = atlas().by_id[town]
        reached = advance().front_line({province.direction: province.depth})
        assert np.hypot(*(reached - province.town).T).min() < 60


def test_what_is_held_follows_the_line() -> None:
    early = advance().held({"north": 100, "west": 100, "south": 100})
    late = advance().held({"north": 600, "west": 600, "south": 400})

    assert early["moscow"] == late["moscow"] == 0
    assert early["warsaw"] == late["warsaw"] == 1
    assert early["minsk"] < 0.2 < 0.9 < late["minsk"]
    assert all(late[province] >= early[province] - 1e-9 for province in early)


def test_nothing_is_held_before_the_first_kilometre() -> None:
    held = advance().held({})

    assert all(held[p.id] < 0.01 for p in atlas().provinces if p.owner == "SOV")


def test_a_direction_has_one_part_of_the_line_and_the_parts_make_the_whole() -> None:
    parts = [advance().sector(way) for way in DIRECTIONS]

    assert all(part.any() for part in parts)
    assert (np.sum(parts, axis=0) == 1).all()
