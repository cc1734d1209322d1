"""The stage of a scene: its units, and the grounds, rays and tones of which every scene is made."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from game.ui.kit.canvas import Canvas, Paint, sector_points
from game.ui.kit.mask import Mask
from game.ui.kit.rect import Point, Rect

HIGH, WIDE = 100.0, 130.0
"""A stage is at least so many of its units high and wide."""

DOT = 6.6
"""Pitch of halftone dots in design units."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A place to draw on in units of its own. canvas: draws in these units and cuts at the edges of the stage.

    w, h: size in units. dot: pitch of halftone dots. seed: of what is scattered.
    """

    canvas: Canvas
    w: float
    h: float
    dot: float
    seed: int

    @property
    def ground(self) -> float:
        """Height at which things stand."""
        return self.h * 0.86

    @property
    def whole(self) -> Rect:
        """All of it."""
        return Rect(0, 0, self.w, self.h)

    def chance(self) -> random.Random:
        """Chance that is the same for the same seed on every machine."""
        return random.Random(f"scene-{self.seed}")

    # grounds ----------------------------------------------------------------------------------------------------------

    def sky(self, colour: Paint = "fog", dots: Paint = "slate", top: float = 0.5, foot: float = 0.0) -> None:
        """Fill all, with dots whose darkness goes from `top` to `foot`."""
        self.canvas.rect(self.whole, colour)
        self.tone(self.canvas.rect_mask(self.whole), dots, top, foot)

    def land(self, colour: Paint = "coal", y: float | None = None) -> None:
        """The ground from a height down."""
        top = self.ground if y is None else y
        self.canvas.rect(Rect(-1, top, self.w + 2, self.h - top + 1), colour)

    def rays(
        self, x: float, y: float, count: int = 9, colour: Paint = "paper", alpha: float = 0.55, half: float = 3.2,
        start: float = -100, end: float = 100,
    ) -> None:  # fmt: skip
        """Rays from a point between two angles in degrees, each `half` degrees wide on both sides."""
        reach, step = self.w + self.h, (end - start) / max(1, count - 1)
        turns = [start + i * step for i in range(count)]
        rays = [sector_points(x, y, 0, reach, turn - half, turn + half) for turn in turns]
        self.canvas.paint(self.canvas.polygon_mask(*rays), colour, alpha)

    def disc(self, x: float, y: float, radius: float, colour: Paint = "red") -> None:
        """A sun: a disc with the specks of a poor press."""
        self.canvas.paint(self.canvas.circle_mask(x, y, radius), colour, ink=True)

    def wedge(self, tip: Point, left: Point, right: Point, light: Paint = "red", dark: Paint = "deep") -> None:
        """A wedge of two faces, split along its axis."""
        middle = ((left[0] + right[0]) / 2, (left[1] + right[1]) / 2)
        self.canvas.polygon([tip, left, right], light, ink=True)
        self.canvas.polygon([tip, middle, right], dark, ink=True)

    # tones ------------------------------------------------------------------------------------------------------------

    def tone(self, shape: Mask, colour: Paint, start: float, end: float, angle: float = 90) -> None:
        """Dots whose darkness goes from `start` to `end` across a shape, along an angle (90: downwards)."""
        if shape.empty:
            return
        turn = math.radians(angle)
        across = np.arange(shape.alpha.shape[0], dtype=np.float32) * np.float32(math.cos(turn))
        down = np.arange(shape.alpha.shape[1], dtype=np.float32) * np.float32(math.sin(turn))
        along = (across[None, :] + down[:, None]).T
        low, high = float(along.min()), float(along.max())
        share = (along - low) / max(1e-6, high - low)
        self.canvas.halftone(shape, colour, self.dot, level=start + (end - start) * share)

    def beam(self, points: Sequence[Point], colour: Paint = "light", alpha: float = 0.6) -> None:
        """Light that falls on what lies behind."""
        self.canvas.polygon(points, colour, alpha)

    def stars(self, count: int, colour: Paint = "paper", foot: float = 0.6) -> None:
        """Points of light in the upper part."""
        chance = self.chance()
        for _ in range(count):
            size = chance.choice((0.3, 0.3, 0.5))
            self.canvas.circle(chance.uniform(0, self.w), chance.uniform(0, self.h * foot), size, colour)

    def smoke(self, x: float, y: float, width: float, lean: float, colour: Paint = "ink", alpha: float = 1.0) -> None:
        """A column that leans by so many units on its way up and widens."""
        top = -4.0
        foot = [(x - width * 0.25, y), (x + width * 0.25, y)]
        edge = [
            (x + lean * 0.3 + width * 0.6, y * 0.66), (x + lean * 0.42 + width * 0.7, y * 0.6),
            (x + lean + width * 1.4, top), (x + lean - width * 1.2, top), (x + lean * 0.55 - width * 0.6, y * 0.44),
            (x + lean * 0.45 - width * 0.72, y * 0.5), (x + lean * 0.2 - width * 0.4, y * 0.78),
        ]  # fmt: skip
        self.canvas.paint(self.canvas.polygon_mask([foot[0], foot[1], *edge]), colour, alpha, ink=True)


Scene = Callable[[Stage], None]
"""Draws a scene on a stage."""


def stage_of(canvas: Canvas, rect: Rect, seed: int) -> Stage | None:
    """A stage that fills a rectangle; None where nothing of it is on the surface."""
    box = canvas.device(rect).clip(canvas.frame)
    if not box.w or not box.h:
        return None
    unit = min(rect.h / HIGH, rect.w / WIDE)
    x, y = canvas.at((rect.x, rect.y))
    inner = Canvas(
        canvas.surface.subsurface(box), canvas.k * unit, canvas.palette, canvas.fonts, (x - box.x, y - box.y)
    )
    return Stage(inner, rect.w / unit, rect.h / unit, min(4.6, DOT / unit), seed)
