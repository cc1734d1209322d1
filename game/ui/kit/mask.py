"""Shapes as coverage masks: polygons and lines at four times the size, circles exactly. Device pixels throughout."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.kit.rect import Point

SUPER = 4
"""Samples a pixel has on each side."""

Bytes = NDArray[np.uint8]
Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mask:
    """Coverage 0 to 255 of the pixels from (x, y) on; alpha is [width, height], as pygame's arrays are."""

    x: int
    y: int
    alpha: Bytes

    @property
    def empty(self) -> bool:
        """Whether it covers nothing."""
        return not self.alpha.size

    def __and__(self, other: Mask) -> Mask:
        """Where both cover."""
        here, there = _overlap(self, other)
        if here is None or there is None:
            return nothing()
        product = self.alpha[here].astype(np.uint16) * other.alpha[there] // 255
        return Mask(self.x + here[0].start, self.y + here[1].start, product.astype(np.uint8))

    def __sub__(self, other: Mask) -> Mask:
        """Where this covers and the other does not."""
        here, there = _overlap(self, other)
        if here is None or there is None:
            return self
        alpha = self.alpha.copy()
        alpha[here] = (alpha[here].astype(np.uint16) * (255 - other.alpha[there].astype(np.uint16)) // 255).astype(
            np.uint8
        )
        return Mask(self.x, self.y, alpha)

    def __or__(self, other: Mask) -> Mask:
        """Where either covers."""
        if self.empty or other.empty:
            return other if self.empty else self
        left, top = min(self.x, other.x), min(self.y, other.y)
        right = max(self.x + self.alpha.shape[0], other.x + other.alpha.shape[0])
        foot = max(self.y + self.alpha.shape[1], other.y + other.alpha.shape[1])
        alpha = np.zeros((right - left, foot - top), np.uint8)
        for mask in (self, other):
            x, y = mask.x - left, mask.y - top
            part = alpha[x : x + mask.alpha.shape[0], y : y + mask.alpha.shape[1]]
            np.maximum(part, mask.alpha, out=part)
        return Mask(left, top, alpha)


def nothing() -> Mask:
    """The empty mask."""
    return Mask(0, 0, np.zeros((0, 0), np.uint8))


def full(rect: pygame.Rect) -> Mask:
    """All pixels of a rectangle."""
    return Mask(rect.x, rect.y, np.full((max(0, rect.w), max(0, rect.h)), 255, np.uint8))


def polygons(shapes: Sequence[Sequence[Point]], frame: pygame.Rect) -> Mask:
    """The union of filled polygons, within a frame."""
    points = [point for shape in shapes for point in shape]
    if not points:
        return nothing()
    xs, ys = [p[0] for p in points], [p[1] for p in points]

    def draw(board: pygame.Surface, place: Callable[[Point], Point]) -> None:
        for shape in shapes:
            if len(shape) > 2:
                pygame.draw.polygon(board, (255, 255, 255), [place(p) for p in shape])

    return _sampled((min(xs), min(ys), max(xs), max(ys)), frame, draw)


def line(points: Sequence[Point], width: float, frame: pygame.Rect, rounded: bool = True) -> Mask:
    """A line of straight pieces, with rounded joints where wanted."""
    pieces = [piece for a, b in pairwise(points) if (piece := _bar(a, b, width))]
    if not pieces:
        return nothing()
    joints = points[1:-1] if rounded and width > 1.5 else ()

    def draw(board: pygame.Surface, place: Callable[[Point], Point]) -> None:
        for piece in pieces:
            pygame.draw.polygon(board, (255, 255, 255), [place(p) for p in piece])
        for joint in joints:
            pygame.draw.circle(board, (255, 255, 255), place(joint), width / 2 * SUPER)

    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return _sampled((min(xs) - width, min(ys) - width, max(xs) + width, max(ys) + width), frame, draw)


def circle(centre: Point, radius: float, hole: float, frame: pygame.Rect) -> Mask:
    """A disc, or a ring from `hole` to `radius`."""
    x, y = centre
    left, top = max(frame.left, math.floor(x - radius) - 1), max(frame.top, math.floor(y - radius) - 1)
    right, foot = min(frame.right, math.ceil(x + radius) + 1), min(frame.bottom, math.ceil(y + radius) + 1)
    if right <= left or foot <= top:
        return nothing()
    away = np.hypot(np.arange(left, right)[:, None] + 0.5 - x, np.arange(top, foot)[None, :] + 0.5 - y)
    cover = np.clip(radius - away + 0.5, 0, 1)
    if hole > 0:
        cover *= np.clip(away - hole + 0.5, 0, 1)
    return Mask(left, top, (cover * 255).astype(np.uint8))


def dashes(points: Sequence[Point], on: float, off: float) -> list[tuple[Point, Point]]:
    """A line cut into dashes."""
    out: list[tuple[Point, Point]] = []
    drawing, left = True, on
    for (ax, ay), (bx, by) in pairwise(points):
        length, done = math.dist((ax, ay), (bx, by)), 0.0
        while length and done < length - 1e-6:
            step = min(left, length - done)
            if drawing:
                s, e = done / length, (done + step) / length
                out.append(((ax + (bx - ax) * s, ay + (by - ay) * s), (ax + (bx - ax) * e, ay + (by - ay) * e)))
            done, left = done + step, left - step
            if left <= 1e-6:
                drawing = not drawing
                left = on if drawing else off
    return out


def _bar(a: Point, b: Point, width: float) -> list[Point]:
    """A straight piece of a line as a rectangle; empty where it has no length."""
    length = math.dist(a, b)
    if length < 1e-6:
        return []
    across, down = -(b[1] - a[1]) / length * width / 2, (b[0] - a[0]) / length * width / 2
    return [
        (a[0] + across, a[1] + down), (b[0] + across, b[1] + down), (b[0] - across, b[1] - down),
        (a[0] - across, a[1] - down),
    ]  # fmt: skip


def _sampled(
    bounds: Bounds, frame: pygame.Rect, draw: Callable[[pygame.Surface, Callable[[Point], Point]], None]
) -> Mask:
    """Coverage of what `draw` paints on a board of four by four samples a pixel."""
    left, top = max(frame.left, math.floor(bounds[0]) - 1), max(frame.top, math.floor(bounds[1]) - 1)
    right, foot = min(frame.right, math.ceil(bounds[2]) + 1), min(frame.bottom, math.ceil(bounds[3]) + 1)
    if right <= left or foot <= top:
        return nothing()
    board = pygame.Surface(((right - left) * SUPER, (foot - top) * SUPER), 0, 8)
    draw(board, lambda p: ((p[0] - left) * SUPER, (p[1] - top) * SUPER))
    hit = (pygame.surfarray.array2d(board) != 0).astype(np.uint8)
    across = hit[0::4] + hit[1::4] + hit[2::4] + hit[3::4]
    count = across[:, 0::4] + across[:, 1::4] + across[:, 2::4] + across[:, 3::4]
    return Mask(left, top, np.minimum(count.astype(np.uint16) * 16, 255).astype(np.uint8))


def _overlap(a: Mask, b: Mask) -> tuple[tuple[slice, slice], tuple[slice, slice]] | tuple[None, None]:
    """The parts of two masks that lie over each other."""
    left, top = max(a.x, b.x), max(a.y, b.y)
    right = min(a.x + a.alpha.shape[0], b.x + b.alpha.shape[0])
    foot = min(a.y + a.alpha.shape[1], b.y + b.alpha.shape[1])
    if right <= left or foot <= top:
        return None, None
    here = slice(left - a.x, right - a.x), slice(top - a.y, foot - a.y)
    return here, (slice(left - b.x, right - b.x), slice(top - b.y, foot - b.y))
