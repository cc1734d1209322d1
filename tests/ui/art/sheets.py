"""Sheets of paper to draw on, and what of them a drawing changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import pygame

from game.ui.kit.canvas import Canvas
from game.ui.kit.fonts import Fonts
from game.ui.kit.palette import palette
from game.ui.kit.rect import Rect

SIDE = 400.0
"""Of a sheet, design units."""

Draw = Callable[[Canvas], object]


@cache
def fonts() -> Fonts:
    """Faces, rendered once for all sheets."""
    return Fonts()


def sheet(draw: Draw, scale: float = 1.0, colours: str = "standard") -> Canvas:
    """A sheet of paper with a drawing on it."""
    pixels = round(SIDE * scale)
    canvas = Canvas(pygame.Surface((pixels, pixels)), scale, palette(colours), fonts(), written=[])
    canvas.rect(Rect(0, 0, SIDE, SIDE), "paper")
    draw(canvas)
    return canvas


def picture(draw: Draw, scale: float = 1.0, colours: str = "standard") -> bytes:
    """All pixels of a sheet."""
    return pygame.image.tobytes(sheet(draw, scale, colours).surface, "RGB")


def drawn_box(draw: Draw, scale: float = 1.0) -> Rect:
    """The smallest box in design units that holds all that a drawing changed."""
    canvas = sheet(draw, scale)
    blank = sheet(lambda canvas: None, scale)
    changed = (pygame.surfarray.array3d(canvas.surface) != pygame.surfarray.array3d(blank.surface)).any(2)
    across, down = np.flatnonzero(changed.any(1)), np.flatnonzero(changed.any(0))
    left, top = across[0] / scale, down[0] / scale
    return Rect(left, top, (across[-1] + 1) / scale - left, (down[-1] + 1) / scale - top)


def holds(outer: Rect, inner: Rect, room: float = 1.5) -> bool:
    """Whether a box lies within another, give or take the pixel at its edge."""
    return (
        inner.x >= outer.x - room
        and inner.y >= outer.y - room
        and inner.right <= outer.right + room
        and inner.bottom <= outer.bottom + room
    )
