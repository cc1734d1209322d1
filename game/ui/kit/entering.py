"""Entering values: a line of text, and a slider."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Node, Status
from game.ui.kit.rect import Rect

if TYPE_CHECKING:
    from game.ui.kit.interface import Interface


@dataclass(kw_only=True, eq=False)
class Entry(Node):
    """A line of text that can be changed. changed: called with each new text; entered: with the text on Return."""

    text: str = ""
    hint: str = ""
    most: int = 80
    changed: Callable[[str], object] | None = None
    entered: Callable[[str], object] | None = None
    night: bool = False
    mono: bool = False
    reacts: bool = True

    @property
    def focusable(self) -> bool:
        """It takes the keys."""
        return True

    def look(self) -> Hashable:
        """Its text."""
        return self.text, self.hint, self.night

    def paint(self, canvas: Canvas, status: Status) -> None:
        """A frame, the text or a hint, and the caret at its end."""
        whole = Rect(0, 0, self.rect.w, self.rect.h)
        canvas.rect(whole, "coal" if self.night else "light")
        canvas.box(whole, "ochre" if status.focus else ("muted" if self.night else "ink"), 2)
        words, ink = ("muted" if self.night else "mute"), ("paper" if self.night else "ink")
        room = whole.w - 28
        shown = self.text
        while shown and canvas.width(shown, "medium", 17) > room:
            shown = shown[1:]
        wide = canvas.text(12, whole.h / 2, shown or ("" if status.focus else self.hint), "medium", 17,
                           ink if shown else words, down="middle", most=room)  # fmt: skip
        if status.focus:
            canvas.rect(Rect(13 + (wide if shown else 0), whole.h / 2 - 10, 2, 20), "red")

    def typed(self, ui: Interface, text: str) -> bool:
        """Text is added at the end."""
        return self._set((self.text + text)[: self.most])

    def keyed(self, ui: Interface, event: pygame.event.Event) -> bool:
        """Backspace takes a letter, with Ctrl all; Ctrl+V pastes; Return enters; other letters come as text."""
        if event.key == pygame.K_BACKSPACE:
            return self._set("" if event.mod & pygame.KMOD_CTRL else self.text[:-1])
        if event.key == pygame.K_v and event.mod & pygame.KMOD_CTRL:
            return self._set((self.text + _pasted())[: self.most])
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            if self.entered is not None:
                self.entered(self.text)
            return True
        return bool(
            event.unicode and event.unicode.isprintable() and not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT)
        )

    def _set(self, text: str) -> bool:
        self.text = text
        if self.changed is not None:
            self.changed(text)
        return True


def _pasted() -> str:
    """One line of what lies on the clipboard, or nothing."""
    try:
        text = pygame.scrap.get_text()
    except pygame.error:
        return ""
    return " ".join(text.split())


@dataclass(kw_only=True, eq=False)
class Slider(Node):
    """A value between low and high in steps. shown: how the value is said."""

    value: float = 0.0
    low: float = 0.0
    high: float = 100.0
    step: float = 1.0
    shown: str = ""
    changed: Callable[[float], object] | None = None
    reacts: bool = True

    @property
    def focusable(self) -> bool:
        """It takes the arrow keys."""
        return True

    def look(self) -> Hashable:
        """Value and bounds."""
        return self.value, self.low, self.high, self.shown

    def _track(self) -> Rect:
        return Rect(0, 0, max(40.0, self.rect.w - 76), self.rect.h)

    def paint(self, canvas: Canvas, status: Status) -> None:
        """A wedge that grows to the right, its handle, and the value."""
        track = self._track()
        share = (self.value - self.low) / max(1e-9, self.high - self.low)
        middle, x = track.h / 2, track.w * share
        canvas.polygon([(0, middle), (track.w, middle - 9), (track.w, middle + 9)], "dark")
        canvas.polygon([(0, middle), (x, middle - 9 * share), (x, middle + 9 * share)], "red")
        canvas.circle(max(9.0, min(track.w - 9, x)), middle, 11, "ink")
        canvas.circle(max(9.0, min(track.w - 9, x)), middle, 8, "ochre" if status.hover or status.pressed else "paper")
        canvas.text(self.rect.w, middle, self.shown, "semi", 17, "ink", "right", "middle", most=70)

    def drag(self, ui: Interface, x: float, y: float, start: bool) -> bool:
        """The handle follows the pointer."""
        here = next((p for p in ui.top.placed if p.node is self), None) if ui.top else None
        left = here.place.x if here is not None else self.rect.x
        self._to(self.low + (x - left) / self._track().w * (self.high - self.low))
        return True

    def press(self, ui: Interface, x: float, y: float) -> None:
        """Dragging has set it already."""

    def keyed(self, ui: Interface, event: pygame.event.Event) -> bool:
        """Left and right change it by a step."""
        if event.key not in (pygame.K_LEFT, pygame.K_RIGHT):
            return False
        self._to(self.value + (self.step if event.key == pygame.K_RIGHT else -self.step))
        return True

    def _to(self, value: float) -> None:
        value = min(max(self.low, round((value - self.low) / self.step) * self.step + self.low), self.high)
        if value != self.value and self.changed is not None:
            self.value = value
            self.changed(value)
