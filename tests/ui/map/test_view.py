"""The map under hands."""

from __future__ import annotations

import pygame
import pytest

from game.ui.kit.composed import compose
from game.ui.kit.findings import check
from game.ui.kit.fonts import Fonts
from game.ui.kit.palette import palette
from game.ui.kit.rect import Rect
from game.ui.map.camera import Camera, View
from game.ui.map.legend import HIGH, SAMPLES, MapLegend
from game.ui.map.picture import FrontPicture
from game.ui.map.tiles import Tiles
from game.ui.map.view import Chart
from tests.ui.kit.build import Hands
from tests.ui.map.build import MapHands, a_front, atlas

SIZE = (1144, 700)


def a_view(x: float = -330, y: float = -20, step: int = 1) -> View:
    """A view of usual size."""
    return View(Camera(x, y, step), SIZE, 1.0, atlas().bounds)


def test_zooming_keeps_what_is_under_the_pointer() -> None:
    view = a_view()
    before = view.place(300, 200)

    for steps in (1, 2):
        after = view.zoomed(steps, 300, 200).place(300, 200)
        assert after == pytest.approx(before, abs=3)


def test_there_are_five_steps_of_zoom_from_the_whole_to_close() -> None:
    zooms = a_view().zooms

    assert len(zooms) == 5
    assert list(zooms) == sorted(zooms)
    left, _, right, _ = atlas().bounds
    assert zooms[0] * (right - left) >= SIZE[0] - 1


@pytest.mark.parametrize("step", range(5))
@pytest.mark.parametrize("way", [(-1e5, 0), (1e5, 0), (0, -1e5), (0, 1e5)])
def test_the_view_never_leaves_the_map(step: int, way: tuple[float, float]) -> None:
    view = a_view(step=step).moved(*way)
    left, top, right, foot = atlas().bounds
    (x, y), (u, v) = view.place(0, 0), view.place(*SIZE)

    assert left - 3 <= x < u <= right + 3
    assert top - 3 <= y < v <= foot + 3


def test_the_map_follows_a_drag_and_choosing_nothing() -> None:
    hands = MapHands()
    unit = hands.unit
    start = hands.camera

    hands.move(700 * unit, 400 * unit)
    hands.hold(700 * unit, 400 * unit)
    hands.move(600 * unit, 400 * unit)
    hands.let_go(600 * unit, 400 * unit)

    assert hands.camera.x > start.x + 100
    assert hands.chosen == []


def test_a_press_says_which_province_was_meant() -> None:
    hands = MapHands()
    view = View(hands.camera, (round(1200 * hands.unit), round(700 * hands.unit)), hands.unit, atlas().bounds)
    x, y = view.pixel(atlas().by_id["moscow"].town)

    hands.click(x + 100 * hands.unit, y + 50 * hands.unit)

    assert [p.id for p in hands.chosen if p] == ["moscow"]


def test_the_wheel_zooms_and_home_goes_back() -> None:
    hands = MapHands()
    hands.move(700 * hands.unit, 400 * hands.unit)
    hands.wheel(1)
    hands.wheel(1)
    assert hands.camera.step == 3

    hands.click(700 * hands.unit, 400 * hands.unit)
    hands.key(pygame.K_HOME)
    assert hands.camera == Camera()


def test_arrow_keys_move_the_map() -> None:
    hands = MapHands()
    hands.click(700 * hands.unit, 400 * hands.unit)
    start = hands.camera

    hands.key(pygame.K_RIGHT)
    hands.key(pygame.K_DOWN)

    assert hands.camera.x > start.x
    assert hands.camera.y > start.y


def test_pressing_the_small_map_goes_there() -> None:
    hands = MapHands()

    hands.click(1480 * hands.unit, 90 * hands.unit)

    assert hands.camera.x > 0
    assert hands.camera.y < -500


def test_a_view_is_shown_at_once_and_finished_over_the_next_frames() -> None:
    hands = MapHands()
    hands.move(700 * hands.unit, 400 * hands.unit)
    hands.wheel(1)
    early = pygame.surfarray.array3d(hands.ui.surface)

    for _ in range(400):
        hands.look()

    assert (pygame.surfarray.array3d(hands.ui.surface) != early).any()
    assert hands.look() == []


def test_in_stillness_all_is_painted_in_one_frame() -> None:
    hands = MapHands()
    hands.ui.still = True
    hands.ui.refresh()
    hands.look()

    assert hands.look() == []


def test_a_legend_is_as_wide_as_its_samples_and_names() -> None:
    few = [("line", "The line as told")]
    many = [*few, *((sample, sample) for sample in SAMPLES)]
    hands = Hands(lambda ui: [MapLegend(rect=Rect(10, 10, MapLegend.wide(ui, many), HIGH), key="legend", entries=many)])

    assert MapLegend.wide(hands.ui, few) < MapLegend.wide(hands.ui, many) < 900
    assert hands.names() == ["legend"]


def test_other_flags_on_the_same_ground_are_shown() -> None:
    chart = Chart(Tiles(atlas()))
    ground = a_front()
    bare = FrontPicture(ground.told, ground.band)
    scenes = [chart.scene(picture, 0.4, 1.0, palette(), Fonts()) for picture in (ground, bare)]

    assert [len(scene.flags) for scene in scenes] == [len(ground.flags), 0]
    assert ground.ground == bare.ground


@pytest.mark.parametrize("step", [0, 2, 4])
def test_the_checker_reads_names_and_flags_and_finds_nothing_wrong_with_them(step: int) -> None:
    hands = MapHands()
    hands.ui.still = True
    hands.move(400, 225)
    for _ in range(step):
        hands.wheel(1)
    made = compose(hands.ui)
    assert {"Minsk", "WESTERN FRONT", "430-560 k"} & {line.note.text for line in made.lines}
    assert check(hands.ui) == []
