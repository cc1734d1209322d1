"""Lines in pixels of a zoom: thinned once, then drawn piece by piece on boards of three times three samples a pixel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.kit.palette import Colour
from game.ui.map.atlas import Line

SUPER = 3
"""Samples a pixel has on each side."""
THIN = 0.9
"""Pixels under which a step of a line is left out."""
SHORT = 150
"""Corners of a ring that is quicker to fill than to cut to a window."""

Pieces = NDArray[np.float32]
"""[pieces, 4] x and y of both ends, pixels of a zoom."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the map. k: pixels a km. left, top: its corner, pixels from the origin of the map. unit: of design."""

    k: float
    left: int
    top: int
    w: int
    h: int
    unit: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """Lines of one look. width: pixels. alpha: 0 to 1."""

    pieces: Pieces
    width: float
    colour: str
    alpha: float = 1.0


def thinned(line: Line, k: float) -> Line:
    """A line in pixels, without steps too small to be seen."""
    points = line * k
    cells = np.floor(points / THIN)
    kept = np.ones(len(points), bool)
    kept[1:-1] = (cells[1:-1] != cells[:-2]).any(axis=1)
    thin: Line = points[kept]
    return thin


def pieces_of(lines: Iterable[Line]) -> Pieces:
    """The straight pieces of lines in pixels."""
    out = [np.concatenate([line[:-1], line[1:]], axis=1) for line in lines if len(line) > 1]
    return np.concatenate(out).astype(np.float32) if out else np.zeros((0, 4), np.float32)


def dashed(pieces: Pieces, on: float, off: float) -> Pieces:
    """Pieces cut into dashes, each piece from its beginning."""
    out = []
    for x, y, u, v in pieces.tolist():
        length = float(np.hypot(u - x, v - y))
        for done in np.arange(0.0, length, on + off).tolist():
            a, b = done / length, min(1.0, (done + on) / length)
            out.append((x + (u - x) * a, y + (v - y) * a, x + (u - x) * b, y + (v - y) * b))
    return np.array(out, np.float32).reshape(-1, 4)


def beside(line: Line, away: float) -> Line:
    """A line moved to its left by so much (to the east of one that runs south)."""
    steps = np.diff(line, axis=0)
    length = np.maximum(np.hypot(steps[:, 0], steps[:, 1]), 1e-9)
    normal = np.stack([steps[:, 1], -steps[:, 0]], axis=1) / length[:, None]
    joint = np.concatenate([normal[:1], normal[:-1] + normal[1:], normal[-1:]])
    joint /= np.maximum(np.hypot(joint[:, 0], joint[:, 1]), 0.5)[:, None]
    return line + joint * away


def board_of(window: Window) -> pygame.Surface:
    """An empty board for the strokes of a window."""
    return pygame.Surface((window.w * SUPER, window.h * SUPER), pygame.SRCALPHA, 32)


def draw(board: pygame.Surface, window: Window, stroke: Stroke, colour: Colour) -> None:
    """Draw what of a stroke is in a window; colours are laid down as they cover, for a premultiplied board."""
    near = _near(stroke.pieces, window, stroke.width)
    if not len(near):
        return
    shade = (*(round(c * stroke.alpha) for c in colour), round(255 * stroke.alpha))
    wide = stroke.width * SUPER
    ends = (near - np.array([window.left, window.top] * 2, np.float32)) * SUPER
    if wide < 6:
        for x, y, u, v in ends.tolist():
            pygame.draw.line(board, shade, (x, y), (u, v), max(1, round(wide)))
        return
    for bar in _bars(ends, wide).tolist():
        pygame.draw.polygon(board, shade, bar)
    if stroke.alpha >= 1:
        for x, y in ends[:, 2:].tolist():
            pygame.draw.circle(board, shade, (x, y), wide / 2)


def finished(board: pygame.Surface, window: Window) -> pygame.Surface:
    """The board at the size of its window, premultiplied."""
    return pygame.transform.smoothscale(board, (window.w, window.h))


def filled(rings: Iterable[tuple[int, Line]], window: Window) -> NDArray[np.uint8]:
    """[w, h] the value of the last ring in pixels that covers each pixel; 0 where none does."""
    board = pygame.Surface((window.w, window.h), 0, 8)
    for value, ring in rings:
        seen = ring - (window.left, window.top)
        if len(seen) > SHORT:
            seen = clipped(seen, window.w, window.h)
        if len(seen) > 2:
            pygame.draw.polygon(board, value, seen.tolist())
    return pygame.surfarray.array2d(board).astype(np.uint8)


def clipped(ring: Line, w: float, h: float) -> Line:
    """What of a ring lies within a box and a little beyond, as one ring; edges along the box may double."""
    for axis, limit, way in ((0, -4.0, 1), (0, w + 4.0, -1), (1, -4.0, 1), (1, h + 4.0, -1)):
        if len(ring) < 3:
            break
        ring = _cut(ring, (ring[:, axis] - limit) * way)
    return ring


def _cut(ring: Line, inner: NDArray[np.float64]) -> Line:
    """The part of a ring where a measure of its corners is not negative."""
    inside = inner >= 0
    if inside.all():
        return ring
    if not inside.any():
        return ring[:0]
    after, beyond = np.roll(ring, -1, axis=0), np.roll(inner, -1)
    crosses = inside != np.roll(inside, -1)
    share = np.where(crosses, inner, 0.0) / np.where(crosses, inner - beyond, 1.0)
    both = np.stack([ring, ring + (after - ring) * share[:, None]], axis=1).reshape(-1, 2)
    kept: Line = both[np.stack([inside, crosses], axis=1).ravel()]
    return kept


def _near(pieces: Pieces, window: Window, width: float) -> Pieces:
    low, high = np.minimum(pieces[:, :2], pieces[:, 2:]), np.maximum(pieces[:, :2], pieces[:, 2:])
    seen = (high[:, 0] >= window.left - width) & (low[:, 0] <= window.left + window.w + width)
    seen &= (high[:, 1] >= window.top - width) & (low[:, 1] <= window.top + window.h + width)
    return pieces[seen]


def _bars(ends: Pieces, width: float) -> NDArray[np.float32]:
    """[pieces, 4, 2] corners of each piece as a bar, a little longer than it so that joints close."""
    a, b = ends[:, :2], ends[:, 2:]
    step = b - a
    along = step / np.maximum(np.hypot(step[:, 0], step[:, 1]), 1e-6)[:, None] * (width / 2)
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    reach = along * 0.3
    return np.stack([a - reach + across, b + reach + across, b + reach - across, a - reach - across], axis=1)


def rings_of(lines: Sequence[Line], k: float) -> list[Line]:
    """Rings in pixels, thinned."""
    return [thinned(line, k) for line in lines]
