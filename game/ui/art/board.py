"""A board for drawings of many flat shapes: painted at several samples a pixel and put on a canvas as one picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.kit.canvas import Canvas, Paint, star_points
from game.ui.kit.mask import Mask
from game.ui.kit.rect import Point, Rect

FINENESS = ((150 * 150, 4), (260 * 260, 3))
"""Samples of a pixel, on each side, of boards with at most so many pixels."""
COARSE = 2
"""The same of all larger ones."""
LANES = np.uint32(0x00FF00FF)
"""Every other channel of a packed colour."""


@dataclass(slots=True)
class Board:
    """Flat colours over a rectangle of a canvas, in the canvas's coordinates of the time when it was made.

    box: device pixels. samples: of a pixel, on each side. k: samples a unit. zero: samples, where (0, 0) lies.
    """

    canvas: Canvas
    box: pygame.Rect
    samples: int
    surface: pygame.Surface
    k: float
    zero: Point

    @staticmethod
    def over(canvas: Canvas, rect: Rect, ground: Paint) -> Board:
        """A board over all pixels that a rectangle touches."""
        x, y = canvas.at((rect.x, rect.y))
        right, foot = canvas.at((rect.right, rect.bottom))
        left, top = math.floor(x), math.floor(y)
        box = pygame.Rect(left, top, max(1, math.ceil(right) - left), max(1, math.ceil(foot) - top))
        samples = next((n for most, n in FINENESS if box.w * box.h <= most), COARSE)
        surface = pygame.Surface((box.w * samples, box.h * samples), 0, 32)
        surface.fill(canvas.palette[ground])
        x, y = canvas.at((0, 0))
        zero = ((x - box.x) * samples, (y - box.y) * samples)
        return Board(canvas, box, samples, surface, canvas.k * samples, zero)

    def polygon(self, points: Sequence[Point], colour: Paint) -> None:
        """A filled polygon."""
        if len(points) > 2:
            (left, top), k = self.zero, self.k
            placed = [(left + x * k, top + y * k) for x, y in points]
            pygame.draw.polygon(self.surface, self.canvas.palette[colour], placed)

    def circle(self, x: float, y: float, radius: float, colour: Paint, width: float | None = None) -> None:
        """A disc, or a ring `width` wide inside the radius."""
        thick = 0 if width is None else max(1, round(width * self.k))
        centre = (self.zero[0] + x * self.k, self.zero[1] + y * self.k)
        pygame.draw.circle(self.surface, self.canvas.palette[colour], centre, radius * self.k, thick)

    def line(self, points: Sequence[Point], width: float, colour: Paint) -> None:
        """A line of straight pieces."""
        for a, b in pairwise(points):
            length = math.dist(a, b) or 1.0
            dx, dy = -(b[1] - a[1]) / length * width / 2, (b[0] - a[0]) / length * width / 2
            bar = [(a[0] + dx, a[1] + dy), (b[0] + dx, b[1] + dy), (b[0] - dx, b[1] - dy), (a[0] - dx, a[1] - dy)]
            self.polygon(bar, colour)

    def star(self, x: float, y: float, radius: float, colour: Paint) -> None:
        """A star of five points, one up."""
        self.polygon(star_points(x, y, radius), colour)

    def split(self, points: Sequence[Point], middle: float, left: Paint, right: Paint) -> None:
        """A polygon in two colours, left and right of an upright line at x = middle."""
        self.polygon(points, left)
        self.polygon(right_of(points, middle), right)

    def put(self, shape: Mask) -> None:
        """Put the drawing on the canvas where a shape covers."""
        self.canvas.stamp(_averaged(self.surface, self.samples), self.box, shape)


def right_of(points: Sequence[Point], middle: float) -> list[Point]:
    """The part of a polygon right of an upright line."""
    out: list[Point] = []
    for a, b in zip(points, [*points[1:], points[0]], strict=True):
        if a[0] >= middle:
            out.append(a)
        if (a[0] >= middle) != (b[0] >= middle):
            out.append((middle, a[1] + (b[1] - a[1]) * (middle - a[0]) / (b[0] - a[0])))
    return out


def smooth(points: Sequence[Point], steps: int = 4, closed: bool = True) -> list[Point]:
    """A curve through points (Catmull-Rom), `steps` pieces between each two."""
    count = len(points)
    out: list[Point] = []
    for i in range(count if closed else count - 1):
        first, second, third, last = (
            points[(i + d) % count if closed else min(count - 1, max(0, i + d))] for d in (-1, 0, 1, 2)
        )
        for p, q, r, s in _weights(steps):
            out.append((p * first[0] + q * second[0] + r * third[0] + s * last[0],
                        p * first[1] + q * second[1] + r * third[1] + s * last[1]))  # fmt: skip
    return out if closed else [*out, points[-1]]


@lru_cache
def _weights(steps: int) -> tuple[tuple[float, float, float, float], ...]:
    """How much each of four points counts at each step between the middle two."""
    at = [i / steps for i in range(steps)]
    return tuple(
        (
            (-t + 2 * t * t - t**3) / 2,
            (2 - 5 * t * t + 3 * t**3) / 2,
            (t + 4 * t * t - 3 * t**3) / 2,
            (t**3 - t * t) / 2,
        )
        for t in at
    )


def _averaged(surface: pygame.Surface, samples: int) -> NDArray[np.uint8]:
    """[width, height, 3] the mean colour of each pixel's samples."""
    packed: NDArray[np.uint32] = pygame.surfarray.pixels2d(surface).astype(np.uint32, copy=False)
    odd = _summed((packed >> np.uint32(8)) & LANES, samples)
    even = _summed(packed & LANES, samples)
    out = np.empty((*even.shape, 3), np.uint8)
    for channel, shift in enumerate(surface.get_shifts()[:3]):
        lanes = odd if shift % 16 else even
        out[:, :, channel] = (lanes >> (shift // 16 * 16) & 0xFFFF) // samples**2
    return out


def _summed(lanes: NDArray[np.uint32], samples: int) -> NDArray[np.uint32]:
    """[width, height] two channels of the samples of each pixel added up, each in sixteen bits."""
    down = lanes[:, 0::samples] + lanes[:, 1::samples]
    for i in range(2, samples):
        down += lanes[:, i::samples]
    across = down[0::samples] + down[1::samples]
    for i in range(2, samples):
        across += down[i::samples]
    return across
