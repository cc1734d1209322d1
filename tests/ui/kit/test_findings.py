"""The checker finds each fault that it is there for, and nothing on a screen without any."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from game.ui.kit.button import Button
from game.ui.kit.canvas import Canvas
from game.ui.kit.composed import compose
from game.ui.kit.dialog import Choice, Dialog
from game.ui.kit.findings import check
from game.ui.kit.interface import Interface
from game.ui.kit.node import Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.scroll import Scroll
from tests.ui.kit.build import Hands

Paint = Callable[[Canvas], object]


def ground(ui: Interface) -> Node:
    def draw_ground(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "paper")

    return Picture(rect=ui.measure.space, key="ground", draw=draw_ground, opaque=True)


def drawn(paint: Paint, rect: Rect | None = None, key: str = "plate") -> Node:
    def draw_plate(canvas: Canvas, whole: Rect, status: Status) -> None:
        paint(canvas)

    return Picture(rect=rect or Rect(100, 100, 600, 300), key=key, what=id(paint), draw=draw_plate)


def kinds(*nodes: Node) -> set[str]:
    hands = Hands(lambda ui: [ground(ui), *nodes])
    return {finding.kind for finding in check(hands.ui)}


def words(canvas: Canvas, x: float = 20, y: float = 20, text: str = "Minsk has fallen", **more: object) -> None:
    canvas.text(x, y, text, **more)  # type: ignore[arg-type]


def two_lines(canvas: Canvas) -> None:
    words(canvas)
    words(canvas, y=26, text="Kiev holds")


def with_shadow(canvas: Canvas) -> None:
    words(canvas, 22, 22, colour="line")
    words(canvas)


def covered_after(canvas: Canvas) -> None:
    words(canvas, size=20)
    canvas.rect(Rect(60, 0, 60, 60), "red")


def shaped(canvas: Canvas) -> None:
    with canvas.clipped(canvas.rect_mask(Rect(0, 0, 60, 60))):
        words(canvas)


FAULTS: dict[str, Paint] = {
    "overlap": two_lines,
    "overdrawn": covered_after,
    "small": lambda canvas: words(canvas, size=14),
    "contrast": lambda canvas: words(canvas, colour="line"),
    "cut figure": lambda canvas: words(canvas, text="Losses of 12,000 men in five days", most=100),
    "clipped": shaped,
}


@pytest.mark.parametrize("kind", FAULTS)
def test_each_fault_of_a_text_is_found(kind: str) -> None:
    beside = {"overdrawn", "contrast"} if kind == "overlap" else set()
    assert kinds(drawn(FAULTS[kind])) - beside == {kind}


def test_a_screen_without_faults_gives_none() -> None:
    assert kinds(drawn(words), Button(rect=Rect(100, 500, 200, 40), text="Go on", act=lambda: None)) == set()


def test_words_on_their_own_shadow_are_one_text() -> None:
    assert kinds(drawn(with_shadow)) <= {"contrast", "overdrawn"}


def test_text_beyond_its_node_and_beyond_the_window_is_found() -> None:
    assert kinds(drawn(lambda canvas: words(canvas, x=560))) == {"clipped"}
    assert kinds(drawn(words, Rect(1560, 100, 300, 100))) == {"off-screen"}


def test_rows_half_scrolled_out_are_no_fault_but_cut_off_for_good_they_are() -> None:
    def rows(height: float) -> Node:
        inner = drawn(words, Rect(100, 120, 300, 60), "row")
        return Scroll(rect=Rect(100, 100, 300, 45), key="rows", height=height, children=[inner])

    assert kinds(rows(400)) == set()
    assert kinds(rows(45)) == {"clipped"}


def test_text_of_two_nodes_over_each_other_is_found_unless_a_plate_lies_between() -> None:
    first = drawn(words, Rect(100, 100, 300, 60), "first")
    second = drawn(lambda canvas: words(canvas, text="Kiev holds"), Rect(104, 102, 300, 60), "second")
    plate = drawn(lambda canvas: canvas.rect(Rect(0, 0, 300, 60), "light"), Rect(100, 100, 300, 60), "between")
    assert "overlap" in kinds(first, second)
    assert kinds(first, plate, second) == {"hidden"}


def test_words_too_pale_under_the_pointer_are_found() -> None:
    def draw_row(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "mute" if status.hover else "light")
        canvas.text(10, 10, "Minsk", colour="ink")

    row = Picture(rect=Rect(100, 100, 200, 40), key="row", draw=draw_row, reacts=True)
    assert kinds(row) == {"contrast"}


def test_controls_that_lie_over_each_other_or_beyond_the_window_are_found() -> None:
    def button(x: float, y: float, wide: float = 200) -> Button:
        return Button(rect=Rect(x, y, wide, 40), text="Go on", act=lambda: None)

    assert kinds(button(100, 100), button(200, 115)) >= {"controls"}
    assert "covered" in kinds(button(100, 100), button(90, 90, 400), button(80, 120, 400))
    assert "off-screen" in kinds(button(1500, 100))


def test_what_lies_beneath_a_dialog_is_not_looked_at() -> None:
    hands = Hands(lambda ui: [ground(ui), drawn(two_lines)])
    hands.ui.open(Dialog("sure", "Are you sure?", "It cannot be taken back.", [Choice("Yes"), Choice("No")]))
    hands.look()
    assert check(hands.ui) == []


def test_the_composed_screen_is_the_screen() -> None:
    hands = Hands(lambda ui: [ground(ui), drawn(words), Button(rect=Rect(100, 500, 200, 40), text="Go", act=list)])
    assert (compose(hands.ui).whole == pygame.surfarray.array3d(hands.ui.surface)).all()
