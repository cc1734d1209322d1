"""Scenes of front pages and telegrams."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pygame
import pytest

from game.ui.art.scenes.catalogue import SCENES, draw_scene
from game.ui.art.scenes.choose import IDS, LAST, STARTS, TAGS, scene_of
from game.ui.kit.canvas import Canvas
from game.ui.kit.fonts import Fonts
from game.ui.kit.palette import palette
from game.ui.kit.rect import Rect

BASE = Path(__file__).parents[3] / "mods" / "base"


def canvas(width: int, height: int, scale: float = 1.0, colours: str = "standard") -> Canvas:
    """A canvas of so many pixels on one colour that no scene leaves standing."""
    surface = pygame.Surface((width, height), 0, 32)
    surface.fill((255, 0, 255))
    return Canvas(surface, scale, palette(colours), Fonts())


def rules(folder: str, kind: str) -> dict[str, list[str]]:
    """Ids and tags of what a folder of the base content declares."""
    found = [tomllib.loads(file.read_text("utf-8")).get(kind, []) for file in sorted((BASE / folder).glob("*.toml"))]
    return {rule["id"]: rule.get("tags", []) for part in found for rule in part}


def test_every_event_of_the_base_content_has_a_scene_of_its_own() -> None:
    unknown = [event for event in rules("events", "event") if event not in IDS and not _starts_closely(event)]
    assert unknown == []


def _starts_closely(event: str) -> bool:
    return event.startswith(("week.fall_of_", "vote."))


def test_every_lever_of_the_base_content_has_a_scene() -> None:
    levers = rules("decisions", "decision")
    assert levers
    assert [lever for lever in levers if lever not in IDS and not any(lever.startswith(s) for s, _ in STARTS)] == []


def test_the_table_names_no_event_that_is_not_there() -> None:
    there = {*rules("events", "event")}
    gone = [name for name in IDS if name.split(".")[0] in ("week", "dacha", "july", "after", "proposal")]
    assert [name for name in gone if name not in there] == []


def test_all_scenes_that_are_chosen_can_be_drawn() -> None:
    chosen = {*IDS.values(), *LAST, *(s for _, s in STARTS), *(s for _, scenes in TAGS for s in scenes)}
    assert chosen - {*SCENES} == set()


def test_no_scene_is_drawn_for_nothing() -> None:
    chosen = {*IDS.values(), *(s for _, s in STARTS), *(s for _, scenes in TAGS for s in scenes)}
    assert {*SCENES} - chosen == set()


def test_an_option_is_shown_as_its_event() -> None:
    assert scene_of("week.ambassador.receive") == "ambassador"


def test_neighbours_of_unknown_events_get_different_scenes() -> None:
    assert scene_of("mod.bombs", ["war"], 0) != scene_of("mod.bombs", ["war"], 1)


@pytest.mark.parametrize("name", sorted(SCENES))
def test_a_scene_fills_its_place_at_any_proportion(name: str) -> None:
    for width, height in ((180, 100), (268, 90), (90, 120)):
        board = canvas(width + 20, height + 20)
        draw_scene(board, Rect(10, 10, width, height), name, 4)
        pixels = pygame.surfarray.array3d(board.surface)
        bare = (pixels == (255, 0, 255)).all(axis=2)
        assert not bare[10 : 10 + width, 10 : 10 + height].any()
        bare[10 : 10 + width, 10 : 10 + height] = True
        assert bare.all()


@pytest.mark.parametrize("name", ["dacha", "dead", "kremlin", "guns"])
def test_the_same_seed_gives_the_same_scene(name: str) -> None:
    boards = [canvas(240, 135) for _ in range(2)]
    for board in boards:
        draw_scene(board, Rect(0, 0, 240, 135), name, 9)
    assert pygame.image.tobytes(boards[0].surface, "RGB") == pygame.image.tobytes(boards[1].surface, "RGB")


def test_a_scene_without_colours_is_drawn_in_greys() -> None:
    board = canvas(180, 100, colours="mono")
    draw_scene(board, Rect(0, 0, 180, 100), "wedge", 1)
    pixels = pygame.surfarray.array3d(board.surface)
    assert int((pixels.max(axis=2) - pixels.min(axis=2)).max()) <= 12


def test_a_scene_outside_the_surface_draws_nothing() -> None:
    board = canvas(50, 50)
    draw_scene(board, Rect(80, 10, 100, 60), "tape", 1)
    assert (pygame.surfarray.array3d(board.surface) == (255, 0, 255)).all()
