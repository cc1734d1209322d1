"""Drawing no more than has changed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pygame

from game.ui.kit.button import Button
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Node, Picture, Status
from game.ui.kit.rect import Rect
from tests.ui.kit.build import Hands, Sheet


def ground(canvas: Canvas, whole: Rect, status: Status) -> None:
    canvas.rect(whole, "paper")
    canvas.text(40, 40, "Red Wedge", "display", 80)


def nodes(ui: Interface) -> list[Node]:
    return [
        Picture(rect=ui.measure.space, key="ground", what="g", draw=ground, opaque=True),
        Button(rect=Rect(100, 200, 200, 40), key="a", text="A", act=lambda: None),
        Button(rect=Rect(100, 300, 200, 40), key="b", text="B", act=lambda: None),
    ]


def test_nothing_is_drawn_where_nothing_changes() -> None:
    hands = Hands(nodes)
    hands.look()
    assert hands.look() == []
    hands.ui.refresh()
    assert hands.look() == []


def test_the_pointer_over_a_button_draws_that_button_alone() -> None:
    hands = Hands(nodes)
    hands.ui.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(150, 220), rel=(0, 0), buttons=(0, 0, 0)))
    drawn = hands.look()
    assert drawn == [pygame.Rect(100, 200, 200, 40)]


def test_patches_give_the_same_picture_as_drawing_the_whole() -> None:
    hands = Hands(nodes)
    for x, y in ((150, 220), (150, 320), (700, 700), (120, 230)):
        hands.move(x, y)
    hands.look(1.0)
    patched = pygame.surfarray.array3d(hands.ui.surface)
    hands.ui.expose()
    hands.look(0.0)
    assert np.array_equal(patched, pygame.surfarray.array3d(hands.ui.surface))


def test_a_picture_is_drawn_once_and_then_kept() -> None:
    hands = Hands(nodes)
    before = hands.ui.pictures.drawn
    for _ in range(3):
        hands.ui.refresh()
        hands.look()
    assert hands.ui.pictures.drawn == before


def test_a_slow_picture_comes_from_the_disk_the_second_time_and_a_broken_file_is_drawn_anew(tmp_path: Path) -> None:
    def kept(ui: Interface) -> list[Node]:
        return [Picture(rect=Rect(0, 0, 400, 300), key="g", what="g", draw=ground, opaque=True, kept="ground")]

    def fresh() -> Hands:
        hands = Hands(lambda ui: [])
        hands.ui.pictures.folder = tmp_path
        hands.ui.open(Sheet(kept))
        hands.look()
        while hands.ui.pictures.write_one():
            pass
        return hands

    first = fresh()
    assert first.ui.pictures.drawn == 1
    second = fresh()
    assert second.ui.pictures.drawn == 0
    assert np.array_equal(pygame.surfarray.array3d(first.ui.surface), pygame.surfarray.array3d(second.ui.surface))
    for path in tmp_path.iterdir():
        path.write_bytes(b"RWPIC1 not a picture")
    assert fresh().ui.pictures.drawn == 1


def test_another_scale_lays_out_the_same_design_in_other_pixels() -> None:
    hands = Hands(nodes, size=(1280, 720))
    at = hands.ui.top.placed[1] if hands.ui.top else None
    assert at is not None
    assert at.box == pygame.Rect(80, 160, 160, 32)
    hands.ui.resize(pygame.Surface((1600, 900)), 150)
    hands.look()
    assert hands.ui.measure.space.w == 1600 / 1.5
