"""Paper: a ground with faint clouds, flecks and fibres, on light and on night grounds."""

from __future__ import annotations

import math

import numpy as np
import pygame

from game.ui.kit.canvas import Canvas, Paint
from game.ui.kit.palette import Colour, luminance
from game.ui.kit.rect import Rect

CLOUD = 66.0
"""Design units between the points of the noise that clouds are made of."""

CLOUDS = ((95, 0), (150, 1), (175, 2), (256, 3))
"""Noise up to which -> step of brightness."""

STEPS = (-2, 0, 2, 4)
FLECKS = ((4.9e-4, -10), (1.8e-4, -22))
"""How many a square unit, and how far from the ground's colour."""

FIBRES = 6.3e-5
FIBRE_STEP = -9


def paper(canvas: Canvas, rect: Rect, seed: int, token: Paint = "paper") -> None:
    """Fill a rectangle with paper of a colour; the same seed gives the same sheet at every scale."""
    box = canvas.device(rect).clip(canvas.frame)
    if not box.w or not box.h:
        return
    base = canvas.palette[token]
    way = 1 if luminance(base) > 0.1 else -1
    draw = np.random.default_rng(seed)
    sheet = canvas.surface.subsurface(box)
    _clouds(sheet, rect, base, draw)
    _flecks(sheet, rect, base, way, draw, canvas.k)
    _fibres(sheet, rect, base, way, draw, canvas.k)


def _clouds(sheet: pygame.Surface, rect: Rect, base: Colour, draw: np.random.Generator) -> None:
    across, down = (max(3, round(side / CLOUD)) for side in (rect.w, rect.h))
    noise = (draw.random((across, down, 1)) * 255).astype(np.uint8)
    small = pygame.Surface((across, down), 0, 32)
    pygame.surfarray.blit_array(small, np.repeat(noise, 3, axis=2))
    smooth = pygame.surfarray.pixels_red(pygame.transform.smoothscale(small, sheet.get_size()))
    steps = np.zeros(256, np.uint8)
    for limit, step in reversed(CLOUDS):
        steps[:limit] = step
    clouds = pygame.Surface(sheet.get_size(), 0, 8)
    clouds.set_palette([_lighter(base, step) for step in STEPS])
    pygame.surfarray.blit_array(clouds, steps[smooth])
    sheet.blit(clouds, (0, 0))


def _flecks(sheet: pygame.Surface, rect: Rect, base: Colour, way: int, draw: np.random.Generator, scale: float) -> None:
    side = max(1, round(scale * 0.9))
    for share, step in FLECKS:
        colour = _lighter(base, step * way)
        for x, y in _scattered(rect, share, draw, scale):
            sheet.fill(colour, (round(x), round(y), side, side))


def _fibres(sheet: pygame.Surface, rect: Rect, base: Colour, way: int, draw: np.random.Generator, scale: float) -> None:
    colour = _lighter(base, FIBRE_STEP * way)
    for x, y in _scattered(rect, FIBRES, draw, scale):
        turn, length = draw.random() * math.pi, (5 + draw.random() * 11) * scale
        pygame.draw.aaline(sheet, colour, (x, y), (x + length * math.cos(turn), y + length * math.sin(turn)))


def _scattered(rect: Rect, share: float, draw: np.random.Generator, scale: float) -> list[list[float]]:
    """Places in device pixels, so many a square unit."""
    count = round(rect.w * rect.h * share)
    places: list[list[float]] = (draw.random((count, 2)) * (rect.w * scale, rect.h * scale)).tolist()
    return places


def _lighter(colour: Colour, step: int) -> Colour:
    red, green, blue = (min(255, max(0, part + step)) for part in colour)
    return red, green, blue
