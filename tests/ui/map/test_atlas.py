"""The geometry that the game carries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.ui.map.atlas import AtlasError, land_borders, load, rail_lines
from tests.ui.map.build import atlas


def test_every_province_has_an_outline_and_a_place_for_its_name() -> None:
    assert len(atlas().provinces) == 135
    for province in atlas().provinces:
        assert province.parts
        assert all(len(ring) >= 3 for part in province.parts for ring in part)
        left, top, right, foot = province.bounds
        assert left < province.label[0] < right
        assert top < province.label[1] < foot


def test_a_province_is_found_at_the_place_of_its_name_and_at_its_town() -> None:
    for province in atlas().provinces:
        assert atlas().province_at(province.label) is province
        assert atlas().province_at(province.town) is province


def test_there_is_no_province_in_the_middle_of_the_black_sea() -> None:
    sea = next(sea for sea in atlas().seas if sea.name == "BLACK SEA")

    assert atlas().province_at(sea.at) is None


def test_edges_join_provinces_that_exist_and_land_has_borders() -> None:
    known = atlas().by_id
    for edge in atlas().edges:
        assert edge.a in known
        assert edge.b in known
        assert edge.lines or edge.kind != "land"


def test_trunk_lines_are_some_of_the_railways() -> None:
    assert 0 < len(rail_lines(atlas(), trunks=True)) < len(rail_lines(atlas(), trunks=False))


def test_borders_of_states_are_apart_from_those_of_provinces() -> None:
    land = sum(len(edge.lines) for edge in atlas().edges)

    assert len(land_borders(atlas(), states=True)) + len(land_borders(atlas(), states=False)) == land


def test_the_border_runs_from_the_baltic_to_the_black_sea() -> None:
    border = atlas().border

    assert border[0][1] < -200 < 900 < border[-1][1]


def test_a_file_of_another_edition_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "front.json"
    file.write_text(json.dumps({"version": 99}))

    with pytest.raises(AtlasError, match="edition 99"):
        load(file)
