"""A dialog: a title, words, buttons, over the darkened screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui.kit.button import Button, Kind
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Act, Group, Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.rich import RichText, Style, height_of
from game.ui.kit.screen import Screen

if TYPE_CHECKING:
    from game.ui.kit.interface import Interface

Draw = Callable[[Canvas, Rect, Status], None]
WIDE, HEAD, PAD, FOOT = 560.0, 50.0, 24.0, 44.0
WORDS = Style(17)


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a dialog. stays: the dialog remains open when it is pressed."""

    text: str
    act: Act | None = None
    kind: Kind = "ghost"
    stays: bool = False


class Dialog(Screen):
    """Asks or tells something, and goes away. escape: done as well when it is left by the escape key."""

    def __init__(
        self, name: str, title: str, text: str, choices: Sequence[Choice], escape: Act | None = None
    ) -> None:
        super().__init__(name=name, over=True, dim=True)
        self.title, self.text, self.choices, self.escape = title, text, tuple(choices), escape

    def leave(self, ui: Interface) -> None:
        """Escape closes it."""
        ui.close(self)
        if self.escape is not None:
            self.escape()

    def build(self, ui: Interface, space: Rect) -> Node:
        """Title, words, buttons in a row."""
        wide = min(WIDE, space.w - 40)
        words = height_of(self.text, wide - 2 * PAD, WORDS, ui.fonts, ui.measure.scale)
        place = space.middle(wide, HEAD + PAD + words + PAD + FOOT + PAD)
        text = Rect(place.x + PAD, place.y + HEAD + PAD, wide - 2 * PAD, words)
        row = Rect(place.x + PAD, place.bottom - PAD - FOOT, wide - 2 * PAD, FOOT)
        buttons = [
            Button(rect=at, key=f"choice {nth}", text=choice.text, kind=choice.kind, act=self._taken(ui, choice))
            for nth, (at, choice) in enumerate(zip(row.columns(len(self.choices), 12), self.choices, strict=True))
        ]
        plate = Picture(rect=place, key="plate", what=self.title, draw=_plate(self.title))
        return Group(rect=space, children=[plate, RichText(rect=text, text=self.text, style=WORDS), *buttons])

    def _taken(self, ui: Interface, choice: Choice) -> Act:
        def take() -> None:
            if not choice.stays:
                ui.close(self)
            if choice.act is not None:
                choice.act()

        return take


def _plate(title: str) -> Draw:
    def draw_plate(canvas: Canvas, whole: Rect, status: Status) -> None:
        draw_panel(canvas, whole, title)

    return draw_plate


def draw_panel(canvas: Canvas, whole: Rect, title: str, right: str = "") -> None:
    """A light panel with an ink header, a red slash, and words at its end."""
    canvas.rect(whole, "light")
    canvas.rect(Rect(whole.x, whole.y, whole.w, HEAD), "ink")
    x, y = whole.right - 64 - (canvas.width(right, "medium", 16) + 8 if right else 0), whole.y
    canvas.polygon([(x + 26, y), (x + 52, y), (x + 26, y + HEAD), (x, y + HEAD)], "red")
    canvas.text(whole.x + 18, y + HEAD / 2, title, "head", 24, "paper", down="middle", most=x - whole.x - 24)
    canvas.text(whole.right - 14, y + HEAD / 2, right, "medium", 16, "paper", "right", "middle")
    canvas.box(whole, "ink", 2)
