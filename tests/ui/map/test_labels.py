"""Names, marks and flags on the map."""

from __future__ import annotations

from itertools import combinations

import pygame
import pytest

from tests.ui.map.build import a_front, a_scene

ZOOMS = (0.28, 0.383, 0.56, 0.82, 1.2)


@pytest.mark.parametrize("unit", [0.8, 1.0, 1.6])
@pytest.mark.parametrize("zoom", ZOOMS)
def test_no_name_lies_over_another_or_over_a_flag(zoom: float, unit: float) -> None:
    scene = a_scene(zoom, unit)
    for one, other in combinations(scene.labels, 2):
        assert not any(box.collidelist(other.boxes) >= 0 for box in one.boxes), (one.text, other.text)
    flags = [placed.box for placed in scene.flags]
    for label in scene.labels:
        assert all(box.collidelist(flags) < 0 for box in label.boxes), label.text


@pytest.mark.parametrize("zoom", ZOOMS)
def test_flags_do_not_overlap_and_stand_on_their_side_of_the_line(zoom: float) -> None:
    scene = a_scene(zoom)

    assert len(scene.flags) == 4
    for one, other in combinations(scene.flags, 2):
        assert not one.box.colliderect(other.box)
    line = scene.known.line * zoom
    for placed in scene.flags:
        level = line[(line[:, 1] > placed.box.top) & (line[:, 1] < placed.box.bottom), 0]
        if placed.flag.side == "axis":
            assert placed.box.right < level.min()
        else:
            assert placed.box.left > level.max()


def test_moscow_is_named_at_every_zoom() -> None:
    for zoom in ZOOMS:
        assert "MOSCOW" in [label.text for label in a_scene(zoom).labels]


def test_closer_zooms_name_more_towns() -> None:
    counts = [sum(label.mark is not None for label in a_scene(zoom).labels) for zoom in ZOOMS]

    assert counts[0] < counts[1] < counts[2]
    assert min(counts[2:]) >= 120


def test_no_name_is_set_under_15_design_units() -> None:
    assert all(label.style.size >= 15 for zoom in ZOOMS for label in a_scene(zoom).labels)


def test_a_wedge_points_at_the_line() -> None:
    scene = a_scene(0.383)
    line = scene.known.line * 0.383
    for placed in scene.wedges:
        assert min(pygame.Vector2(placed.tip).distance_to(point) for point in line.tolist()) < 12


def test_flags_of_a_ray_that_there_is_not_are_left_out() -> None:
    picture = a_front()
    stray = type(picture)(picture.told, flags=(type(picture.flags[0])("NOWHERE", "axis", "Madagascar"),))

    assert a_scene(0.383, picture=stray).flags == []


@pytest.mark.parametrize("zoom", ZOOMS[1:])
@pytest.mark.parametrize("west", [0, 290, 310, 590, 620])
def test_great_towns_are_named_wherever_the_line_stands(zoom: float, west: float) -> None:
    names = {label.text for label in a_scene(zoom, picture=a_front(west=west)).labels}

    assert {"Minsk", "Smolensk", "Kiev", "Leningrad", "MOSCOW"} <= names
