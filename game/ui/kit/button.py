"""Things to press: buttons, switches, and rows that are pressed as a whole."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Literal

from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Node, Status
from game.ui.kit.rect import Rect

Kind = Literal["primary", "ghost", "dark", "plain", "night"]

LOOKS: dict[Kind, tuple[str, str, str, str]] = {
    "primary": ("red", "deep", "paper", ""),
    "ghost": ("light", "dark", "ink", "ink"),
    "dark": ("ink", "soot", "paper", ""),
    "plain": ("", "dark", "ink", ""),
    "night": ("coal", "soot", "paper", "muted"),
}
"""Ground, ground under the pointer, words, frame."""

Emblem = Callable[[Canvas, Rect, str], None]
"""Draws a sign into a square in a colour."""


@dataclass(kw_only=True, eq=False)
class Button(Node):
    """A button. sign: drawn before the words; say in `signed` what it is, for its look. right: small words at the end.

    A closed one (with `why_not`) is pale and says why when pressed.
    """

    text: str = ""
    kind: Kind = "ghost"
    size: float = 17
    sign: Emblem | None = None
    signed: str = ""
    right: str = ""
    on: bool = False
    reacts: bool = True

    def look(self) -> Hashable:
        """Words, kind, sign, state."""
        return self.text, self.kind, self.size, self.signed, self.right, self.on, bool(self.why_not)

    def paint(self, canvas: Canvas, status: Status) -> None:
        """Ground, sign, words."""
        ground, over, words, frame = LOOKS[self.kind]
        whole = Rect(0, 0, self.rect.w, self.rect.h)
        closed = bool(self.why_not)
        if closed:
            ground, over, words, frame = ("dark", "dark", "mute", "line") if self.kind != "night" else (
                "coal", "coal", "muted", "soot")  # fmt: skip
        elif self.on:
            ground, over, words = "red", "deep", "paper"
        fill = over if status.hover and not closed else ground
        if fill:
            canvas.rect(whole, fill)
        if frame:
            canvas.box(whole, frame, 2)
        if self.kind == "primary" and not closed:
            corner = 8 if status.pressed else 14
            canvas.polygon([(whole.w - corner, whole.h), (whole.w, whole.h - corner), (whole.w, whole.h)], "ink")
        self._words(canvas, whole, words, fill or "light")

    def _words(self, canvas: Canvas, whole: Rect, colour: str, ground: str) -> None:
        room = whole.w - 20
        left = 10.0
        if self.sign is not None:
            side = min(20.0, whole.h - 10)
            wide = min(canvas.width(self.text, "head_light", self.size), room - side - 8) + side + 8
            left = 10.0 if self.right else max(10.0, (whole.w - wide) / 2)
            self.sign(canvas, Rect(left, (whole.h - side) / 2, side, side), colour)
            left, room = left + side + 8, room - side - 8
        if self.right:
            end = canvas.text(whole.w - 12, whole.h / 2, self.right, "semi", 15, colour, "right", "middle")
            room -= end + 8
        if self.sign is not None or self.right:
            canvas.text(left, whole.h / 2, self.text, "head_light", self.size, colour, down="middle", most=room)
        else:
            canvas.text(whole.w / 2, whole.h / 2, self.text, "head_light", self.size, colour, "centre", "middle",
                        most=room)  # fmt: skip


@dataclass(kw_only=True, eq=False)
class Pressable(Node):
    """A row or card that a function draws and that is pressed as a whole. what: all that the drawing depends on."""

    what: Hashable = ""
    draw: Callable[[Canvas, Rect, Status], None] | None = None
    reacts: bool = True

    def look(self) -> Hashable:
        """What the drawing depends on."""
        return getattr(self.draw, "__qualname__", ""), self.what, bool(self.why_not)

    def paint(self, canvas: Canvas, status: Status) -> None:
        """Let the function draw."""
        if self.draw is not None:
            self.draw(canvas, Rect(0, 0, self.rect.w, self.rect.h), status)


@dataclass(kw_only=True, eq=False)
class Toggle(Node):
    """A switch with its words."""

    text: str = ""
    on: bool = False
    night: bool = False
    reacts: bool = True

    def look(self) -> Hashable:
        """Words and state."""
        return self.text, self.on, self.night, bool(self.why_not)

    def paint(self, canvas: Canvas, status: Status) -> None:
        """A square that is filled by a wedge, and the words."""
        words = "paper" if self.night else "ink"
        side = 22.0
        box = Rect(0, (self.rect.h - side) / 2, side, side)
        canvas.rect(box, "coal" if self.night else "light")
        if self.on:
            inner = box.inset(4)
            canvas.polygon([(inner.x, inner.y), (inner.right, inner.y + inner.h / 2), (inner.x, inner.bottom)], "red")
        canvas.box(box, "ochre" if status.hover else words, 2)
        canvas.text(
            side + 12, self.rect.h / 2, self.text, "medium", 17, words, down="middle", most=self.rect.w - side - 12
        )
