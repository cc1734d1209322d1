"""The nine faces, measured and rendered; text stands by its cap height, never by the font's line box."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path

import pygame

from game.ui.kit.palette import Colour

FOLDER = Path(__file__).parents[3] / "assets" / "fonts"

FACES = {
    "display": "alumni-sans-900",
    "head": "oswald-600",
    "head_light": "oswald-500",
    "body": "roboto-condensed-400",
    "medium": "roboto-condensed-500",
    "semi": "roboto-condensed-600",
    "bold": "roboto-condensed-700",
    "news": "old-standard-tt-400",
    "news_bold": "old-standard-tt-700",
}
"""Name in the design -> file."""

MOST_LINES = 3000
"""Rendered lines of text kept."""

LineKey = tuple[str, str, int, Colour, int]


@dataclass(slots=True)
class Fonts:
    """Faces by name and size in device pixels, with what has been rendered of them."""

    _faces: dict[tuple[str, int], pygame.font.Font] = field(default_factory=dict)
    _caps: dict[tuple[str, int], tuple[int, int]] = field(default_factory=dict)
    _widths: dict[tuple[str, str, int, int], int] = field(default_factory=dict)
    _lines: OrderedDict[LineKey, pygame.Surface] = field(default_factory=OrderedDict)

    def face(self, name: str, pixels: int) -> pygame.font.Font:
        """A face at a size in device pixels."""
        key = (name, max(6, pixels))
        found = self._faces.get(key)
        if found is None:
            if not pygame.font.get_init():
                pygame.font.init()
            found = self._faces[key] = pygame.font.Font(FOLDER / f"{FACES[name]}.ttf", key[1])
        return found

    def caps(self, name: str, pixels: int) -> tuple[int, int]:
        """Top and foot of a capital within a rendered line, device pixels."""
        key = (name, max(6, pixels))
        if key not in self._caps:
            box = self.face(*key).render("H", True, (255, 255, 255)).get_bounding_rect()
            self._caps[key] = (box.top, box.bottom)
        return self._caps[key]

    def width(self, text: str, name: str, pixels: int, track: int = 0) -> int:
        """Width of a line in device pixels; track: extra pixels between letters."""
        key = (text, name, pixels, track)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > 40 * MOST_LINES:
                self._widths.clear()
            face = self.face(name, pixels)
            wide = sum(face.size(letter)[0] for letter in text) if track else face.size(text)[0]
            found = self._widths[key] = wide + track * max(0, len(text) - 1)
        return found

    def line(self, text: str, name: str, pixels: int, colour: Colour, track: int = 0) -> pygame.Surface:
        """A rendered line; do not change it."""
        key = (text, name, pixels, colour, track)
        found = self._lines.get(key)
        if found is None:
            found = self._lines[key] = self._render(text, name, pixels, colour, track)
            if len(self._lines) > MOST_LINES:
                self._lines.popitem(last=False)
        else:
            self._lines.move_to_end(key)
        return found

    def _render(self, text: str, name: str, pixels: int, colour: Colour, track: int) -> pygame.Surface:
        face = self.face(name, pixels)
        if not track:
            return face.render(text, True, colour)
        letters = [face.render(letter, True, colour) for letter in text]
        steps = [face.size(letter)[0] + track for letter in text]
        out = pygame.Surface((sum(steps) + 4, letters[0].get_height()), pygame.SRCALPHA)
        x = 0
        for letter, step in zip(letters, steps, strict=True):
            out.blit(letter, (x, 0))
            x += step
        return out
