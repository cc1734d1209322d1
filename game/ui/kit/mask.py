"""Shapes as coverage masks: polygons and lines by scan lines, circles exactly. Device pixels throughout."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.kit.rect import Point

SUPER = 5
"""Scan lines through a row of pixels."""

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Bounds = tuple[float, float, float, float]

_ROUND = np.array([(math.cos(t), math.sin(t)) for t in np.linspace(0, math.tau, 24, endpoint=False)])
"""The outline of a disc of radius 1."""


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
        alpha = np.zeros((foot - top, right - left), np.uint8).T
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
    return Mask(rect.x, rect.y, np.full((max(0, rect.h), max(0, rect.w)), 255, np.uint8).T)


def polygons(shapes: Sequence[Sequence[Point]], frame: pygame.Rect) -> Mask:
    """The union of filled polygons, within a frame."""
    outlines = [np.asarray(shape, np.float64) for shape in shapes if len(shape) > 2]
    if not outlines:
        return nothing()
    points = np.concatenate(outlines)
    (left, top), (right, foot) = points.min(axis=0), points.max(axis=0)
    return _filled(outlines, (float(left), float(top), float(right), float(foot)), frame)


def line(points: Sequence[Point], width: float, frame: pygame.Rect, rounded: bool = True) -> Mask:
    """A line of straight pieces, with rounded joints where wanted."""
    pieces = [np.asarray(piece) for a, b in pairwise(points) if (piece := _bar(a, b, width))]
    if not pieces:
        return nothing()
    joints = points[1:-1] if rounded and width > 1.5 else ()
    pieces += [np.asarray(joint) + _ROUND * (width / 2) for joint in joints]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return _filled(pieces, (min(xs) - width, min(ys) - width, max(xs) + width, max(ys) + width), frame)


def dashed(points: Sequence[Point], width: float, dash: tuple[float, float], frame: pygame.Rect) -> Mask:
    """A line of dashes; dash: drawn and left out in turn."""
    pieces = [np.asarray(piece) for a, b in dashes(points, *dash) if (piece := _bar(a, b, width))]
    if not pieces:
        return nothing()
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return _filled(pieces, (min(xs) - width, min(ys) - width, max(xs) + width, max(ys) + width), frame)


def circle(centre: Point, radius: float, hole: float, frame: pygame.Rect) -> Mask:
    """A disc, or a ring from `hole` to `radius`."""
    x, y = centre
    left, top = max(frame.left, math.floor(x - radius) - 1), max(frame.top, math.floor(y - radius) - 1)
    right, foot = min(frame.right, math.ceil(x + radius) + 1), min(frame.bottom, math.ceil(y + radius) + 1)
    if right <= left or foot <= top:
        return nothing()
    across, down = np.arange(left, right, dtype=np.float32) + 0.5 - x, np.arange(top, foot, dtype=np.float32) + 0.5 - y
    away = np.sqrt((across * across)[None, :] + (down * down)[:, None])
    cover = np.clip(radius + 0.5 - away, 0, 1)
    if hole > 0:
        cover *= np.clip(away + (0.5 - hole), 0, 1)
    return Mask(left, top, (cover * 255 + 0.5).astype(np.uint8).T)


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


def _filled(outlines: Sequence[Floats], bounds: Bounds, frame: pygame.Rect) -> Mask:
    """Coverage of closed outlines [point, 2]: exact along rows, by scan lines down them.

    Every crossing of an edge and a scan line adds to the difference between a pixel and the one left of it; the sums
    of these along a row are the coverage.
    """
    left, top = max(frame.left, math.floor(bounds[0]) - 1), max(frame.top, math.floor(bounds[1]) - 1)
    right, foot = min(frame.right, math.ceil(bounds[2]) + 1), min(frame.bottom, math.ceil(bounds[3]) + 1)
    if right <= left or foot <= top:
        return nothing()
    wide, high = right - left, foot - top
    scan, x, way = _crossings(outlines, top, high * SUPER)
    x = np.clip(x - left, 0, wide)
    column = x.astype(np.int64)
    part = x - column
    at = (scan // SUPER) * (wide + 2) + column
    way *= 255 / SUPER
    steps = np.bincount(np.concatenate((at, at + 1)), np.concatenate((way * (1 - part), way * part)), (wide + 2) * high)
    cover = steps.reshape(high, wide + 2)
    np.cumsum(cover, axis=1, out=cover)
    np.abs(cover, out=cover)
    np.minimum(cover, 255, out=cover)
    return Mask(left, top, (cover[:, :wide] + 0.5).astype(np.uint8).T)


def _crossings(outlines: Sequence[Floats], top: int, count: int) -> tuple[Whole, Floats, Floats]:
    """Where the edges of outlines cross `count` scan lines from `top` on: scan line, x, and 1 or -1 for the way."""
    starts, ends, turn = [], [], []
    for outline in outlines:
        after = np.roll(outline, -1, axis=0)
        area = float(np.sum(outline[:, 0] * after[:, 1] - after[:, 0] * outline[:, 1]))
        starts.append(outline)
        ends.append(after)
        turn.append(np.full(len(outline), 1.0 if area >= 0 else -1.0))
    a, b, way = np.concatenate(starts), np.concatenate(ends), np.concatenate(turn)
    down = b[:, 1] >= a[:, 1]
    upper, lower = np.where(down[:, None], a, b), np.where(down[:, None], b, a)
    first = np.clip(np.ceil((upper[:, 1] - top) * SUPER - 0.5), 0, count).astype(np.int64)
    last = np.clip(np.ceil((lower[:, 1] - top) * SUPER - 0.5), 0, count).astype(np.int64)
    number = last - first
    edge = np.repeat(np.arange(len(a)), number)
    scan = np.arange(len(edge)) - np.repeat(np.cumsum(number) - number, number) + first[edge]
    slope = (lower[:, 0] - upper[:, 0]) / np.maximum(lower[:, 1] - upper[:, 1], 1e-12)
    x = upper[edge, 0] + ((scan + 0.5) / SUPER + top - upper[edge, 1]) * slope[edge]
    return scan, x, np.where(down, way, -way)[edge]


def _overlap(a: Mask, b: Mask) -> tuple[tuple[slice, slice], tuple[slice, slice]] | tuple[None, None]:
    """The parts of two masks that lie over each other."""
    left, top = max(a.x, b.x), max(a.y, b.y)
    right = min(a.x + a.alpha.shape[0], b.x + b.alpha.shape[0])
    foot = min(a.y + a.alpha.shape[1], b.y + b.alpha.shape[1])
    if right <= left or foot <= top:
        return None, None
    here = slice(left - a.x, right - a.x), slice(top - a.y, foot - a.y)
    return here, (slice(left - b.x, right - b.x), slice(top - b.y, foot - b.y))
