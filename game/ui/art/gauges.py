"""Quantities as pictures: bars and bands, tenths, the wedge that measures, stances, waffles, lines over time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

import numpy as np

from game.ui.art.icons import icon
from game.ui.kit.canvas import Canvas, Paint
from game.ui.kit.mask import Mask
from game.ui.kit.rect import Point, Rect


def bar(
    canvas: Canvas, rect: Rect, share: float, colour: Paint = "red", ground: Paint = "dark",
    tick: float | None = None, tick_colour: Paint = "ink",
) -> None:  # fmt: skip
    """A share 0 to 1 of a track; tick: a threshold on it, 0 to 1, which stands out above and below."""
    canvas.rect(rect, ground)
    filled = rect.w * min(1.0, max(0.0, share))
    if filled > 0:
        canvas.rect(Rect(rect.x, rect.y, filled, rect.h), colour)
    if tick is not None:
        canvas.rect(Rect(rect.x + rect.w * tick - 1.2, rect.y - 3, 2.4, rect.h + 6), tick_colour)


def band(
    canvas: Canvas, rect: Rect, low: float, high: float, colour: Paint = "ink", ground: Paint = "dark",
    tick: float | None = None,
) -> None:  # fmt: skip
    """A quantity known only to lie between two shares of a track, 0 to 1; tick: the likeliest, or one that was told."""
    canvas.rect(rect, ground)
    left, right = rect.x + rect.w * max(0.0, low), rect.x + rect.w * min(1.0, high)
    if right - left < rect.h:
        middle = min(max((left + right) / 2, rect.x + rect.h / 2), rect.right - rect.h / 2)
        left, right = middle - rect.h / 2, middle + rect.h / 2
    slope, middle = min(rect.h * 0.7, (right - left) / 3), rect.y + rect.h / 2
    shape = canvas.polygon_mask([
        (left, middle), (left + slope, rect.y), (right - slope, rect.y), (right, middle), (right - slope, rect.bottom),
        (left + slope, rect.bottom),
    ])  # fmt: skip
    canvas.paint(shape, canvas.palette.mix(colour, ground, 0.35))
    canvas.hatch(shape, colour, 4, 1.6, -45)
    if tick is not None:
        canvas.rect(Rect(rect.x + rect.w * tick - 1.2, rect.y - 3, 2.4, rect.h + 6), colour)


def tenths(
    canvas: Canvas, x: float, y: float, count: int, size: float = 13, gap: float = 4, colour: Paint = "red",
    empty: Paint = "dark", low: int | None = None, high: int | None = None, bracket: Paint = "ink",
) -> float:  # fmt: skip
    """So many in ten as ten wedges; low, high: the author's own bar, 0 to 10, as a bracket. Returns the width."""
    pitch = size + gap
    for nth in range(10):
        left = x + nth * pitch
        canvas.polygon([(left, y), (left + size, y + size / 2), (left, y + size)], colour if nth < count else empty)
    if low is not None and high is not None:
        start, end, top = x + low * pitch - gap / 2, x + high * pitch - gap / 2, y + size + 2
        start, end = (start - size / 2, end + size / 2) if low == high else (start, end)
        canvas.rect(Rect(start, top + 4, end - start, 2), bracket)
        canvas.rect(Rect(start, top, 2, 6), bracket)
        canvas.rect(Rect(end - 2, top, 2, 6), bracket)
    return 10 * pitch - gap


MINUS = "\u2212"
STANCES = range(-3, 4)
STANCE_STEP = 37.0
"""Degrees between two stances on a ring."""
STANCE_REACH = 12.0
"""How far a stance ring stands out from its portrait, units."""


def stance_colour(stance: int) -> str:
    """Against in ink, undecided in ochre, for in red."""
    return "ink" if stance < 0 else "ochre" if stance == 0 else "red"


def stance_ring(
    canvas: Canvas, x: float, y: float, radius: float, low: int, high: int, ground: Paint = "paper",
    empty: Paint = "dark",
) -> None:  # fmt: skip
    """Seven steps from -3 (left) to +3 (right) round a portrait of a radius, those where a stance may lie lit.

    low above high lights none. It reaches STANCE_REACH units beyond the radius; draw the portrait after it.
    """
    canvas.circle(x, y, radius + STANCE_REACH, ground)
    for stance in STANCES:
        start = -3.5 * STANCE_STEP + (stance + 3) * STANCE_STEP
        lit = low <= stance <= high
        outer = radius + (10.5 if lit else 8.5)
        colour = stance_colour(stance) if lit else empty
        canvas.sector(x, y, radius + 3, outer, start + 1.6, start + STANCE_STEP - 1.6, colour)


def stance_bar(canvas: Canvas, rect: Rect, low: int, high: int, empty: Paint = "dark") -> None:
    """Seven steps from -3 to +3 side by side with their numbers beneath; those where a stance may lie are hatched.

    One alone is full: it is known. The numbers stand 20 units below the rectangle's foot at most.
    """
    for stance, place in zip(STANCES, rect.columns(7, 3), strict=True):
        shape, colour = canvas.rect_mask(place), stance_colour(stance)
        canvas.paint(shape, empty)
        if low <= stance <= high:
            canvas.paint(shape, colour if low == high else canvas.palette.mix(colour, "light", 0.4))
            if low < high:
                canvas.hatch(shape, colour, 5, 2)
        words = f"{MINUS}{-stance}" if stance < 0 else f"+{stance}" if stance else "0"
        canvas.text(place.x + place.w / 2, rect.bottom + 8, words, "medium", 15, "ink", "centre")


SpanStyle = Literal["solid", "band", "may", "tick"]
End = Literal["star", "chair", "person", "none"]


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a wedge between two shares of its length, 0 to 1.

    solid: so much is certain; band: it lies within; may: it may yet come; tick: a line at `start`, what was told.
    """

    start: float
    end: float
    style: SpanStyle


def wedge_gauge(
    canvas: Canvas, rect: Rect, spans: Sequence[Span], end: End = "star", ground: Paint = "light",
    colour: Paint = "ink", aim: Paint = "red",
) -> None:  # fmt: skip
    """The wedge into the circle: how near something has come to what stands in the circle.

    rect: of the whole; its height is the width of the wedge's foot. ground: what lies beneath. aim: the circle.
    """
    disc = rect.h / 2
    reach, middle = rect.w - 2.7 * disc, rect.y + rect.h / 2
    outline = [(rect.x, rect.y), (rect.x + reach + 8, middle), (rect.x, rect.bottom)]
    canvas.line(outline, 1.6, "line", closed=True, dash=(5, 4))
    for span in spans:
        _span(canvas, rect, reach, span, ground, colour, aim)
    _aim(canvas, rect.right - disc, middle, disc, end, aim)


def _span(canvas: Canvas, rect: Rect, reach: float, span: Span, ground: Paint, colour: Paint, aim: Paint) -> None:
    half = rect.h / 2

    def edge(share: float) -> tuple[Point, Point]:
        x = rect.x + reach * share
        return (x, rect.y + half * share), (x, rect.bottom - half * share)

    if span.style == "tick":
        (x, top), (_, foot) = edge(span.start)
        canvas.rect(Rect(x - 1.3, top - 3, 2.6, foot - top + 6), aim)
        return
    (start, end) = edge(max(0.0, span.start)), edge(min(1.0, span.end))
    shape = canvas.polygon_mask([start[0], end[0], end[1], start[1]])
    if span.style == "solid":
        canvas.paint(shape, colour)
    elif span.style == "band":
        canvas.paint(shape, canvas.palette.mix(colour, ground, 0.6))
        canvas.hatch(shape, colour, 5, 2, -45)
    else:
        canvas.hatch(shape, "line", 6, 1.4, -45)


def _aim(canvas: Canvas, x: float, y: float, radius: float, end: End, colour: Paint) -> None:
    canvas.circle(x, y, radius, colour)
    if end == "star":
        canvas.star(x, y + radius * 0.04, radius * 0.68, "paper")
    elif end != "none":
        size = radius * 1.25
        icon(canvas, end, x - size / 2, y - size / 2, size, "paper", colour)


CellShape = Literal["square", "dot", "triangle"]


@dataclass(frozen=True, slots=True)
class Share:
    """So many cells of a waffle."""

    count: int
    colour: Paint
    shape: CellShape = "square"


def waffle(
    canvas: Canvas, x: float, y: float, shares: Sequence[Share], columns: int, cell: float, gap: float = 1.2,
    shown: int | None = None,
) -> tuple[float, float]:  # fmt: skip
    """Cells, column by column from the top left, as many as the shares have; returns width and height in units.

    cell, gap: units; both are snapped to whole pixels, so that all cells are alike. shown: how many are drawn yet.
    """
    cells = [(share.colour, share.shape) for share in shares for _ in range(share.count)]
    rows = max(1, math.ceil(len(cells) / columns))
    pitch = max(3, round((cell + gap) * canvas.k - 0.15))
    side = min(pitch - 1, max(2, round(cell * canvas.k)))
    left, top = (round(value) for value in canvas.at((x, y)))
    drawn = list(enumerate(cells))[:shown]
    for (colour, shape), group in groupby(drawn, key=lambda item: item[1]):
        places = [divmod(nth, rows) for nth, _ in group]
        _paint_cells(canvas, places, (left, top), (pitch, side), colour, shape)
    wide = math.ceil(len(cells) / rows) * pitch - (pitch - side)
    return wide / canvas.k, (rows * pitch - (pitch - side)) / canvas.k


def _paint_cells(
    canvas: Canvas, places: Sequence[tuple[int, int]], corner: tuple[int, int], sizes: tuple[int, int], colour: Paint,
    shape: CellShape,
) -> None:  # fmt: skip
    """Cells that lie in one or more columns, given as (column, row). sizes: pitch and side, pixels."""
    pitch, side = sizes
    glyph = _cell(side, shape)
    first, last = places[0][0], places[-1][0]
    high = max(row for _, row in places) + 1
    cover = np.zeros(((last - first + 1) * pitch, high * pitch), np.uint8)
    for column, row in places:
        cover[(column - first) * pitch : (column - first) * pitch + side, row * pitch : row * pitch + side] = glyph
    canvas.paint(Mask(corner[0] + first * pitch, corner[1], cover), colour)


def _cell(side: int, shape: CellShape) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    """[side, side] the cover of a cell, 0 to 255."""
    fine = (np.arange(side * 4) + 0.5) / 4
    across, down = fine[:, None], fine[None, :]
    if shape == "dot":
        inside = np.hypot(across - side / 2, down - side / 2) <= side / 2 + 0.15
    elif shape == "triangle":
        inside = np.abs(across - side / 2) <= down / 2 + 0.1
    else:
        inside = np.ones((side * 4, side * 4), bool)
    return np.asarray(inside.reshape(side, 4, side, 4).mean((1, 3)) * 255).astype(np.uint8)


def key_sign(canvas: Canvas, x: float, y: float, size: float, share: Share) -> None:
    """The sign of a waffle's share for the key beside it, its top left at (x, y)."""
    if share.shape == "square":
        canvas.rect(Rect(x, y, size, size), share.colour)
    elif share.shape == "dot":
        canvas.circle(x + size / 2, y + size / 2, size * 0.54, share.colour)
    else:
        canvas.polygon([(x, y + size), (x + size / 2, y), (x + size, y + size)], share.colour)


@dataclass(frozen=True, slots=True)
class Scale:
    """What the height of a line over time stands for. low, high: at its foot and at its top."""

    low: float
    high: float

    @staticmethod
    def of(*series: Sequence[float | None]) -> Scale:
        """A scale on which all values can be seen."""
        values = [value for line in series for value in line if value is not None] or [0.0]
        low, high = min(values), max(values)
        room = (high - low) * 0.06 or max(1.0, abs(high)) * 0.06
        return Scale(low - room, high + room)

    def share(self, value: float) -> float:
        """Height of a value, 0 to 1, or beyond."""
        return (value - self.low) / (self.high - self.low)


def sparkline(
    canvas: Canvas, rect: Rect, values: Sequence[float | None], colour: Paint = "ink", width: float = 2.2,
    scale: Scale | None = None, tick: float | None = None, dashed: bool = False, dot: bool = True,
) -> None:  # fmt: skip
    """Values over time, equally far apart, as a line that breaks where one is not known, with a dot at the last.

    scale: of the height; of the values alone where none is given. tick: a threshold, as a dotted line.
    """
    scale = scale or Scale.of(values, [tick])
    step = rect.w / max(1, len(values) - 1)

    def place(nth: int, value: float) -> Point:
        return rect.x + nth * step, rect.bottom - rect.h * min(1.0, max(0.0, scale.share(value)))

    if tick is not None:
        _, y = place(0, tick)
        canvas.line([(rect.x, y), (rect.right, y)], 1.4, "line", dash=(2, 3))
    known = [(nth, value) for nth, value in enumerate(values) if value is not None]
    for _, run in groupby(enumerate(known), key=lambda item: item[1][0] - item[0]):
        points = [place(nth, value) for _, (nth, value) in run]
        if len(points) == 1:
            canvas.circle(*points[0], width * 0.9, colour)
        else:
            canvas.line(points, width, colour, dash=(6, 4) if dashed else None)
    if dot and known:
        canvas.circle(*place(*known[-1]), width * 1.9, colour)


def fan(
    canvas: Canvas, rect: Rect, low: Sequence[float], high: Sequence[float], scale: Scale, colour: Paint = "line",
    alpha: float = 0.5,
) -> None:  # fmt: skip
    """A spread over time between two lines, to be drawn behind a sparkline of the same scale."""
    step = rect.w / max(1, len(low) - 1)

    def line(values: Sequence[float]) -> list[Point]:
        shares = [min(1.0, max(0.0, scale.share(value))) for value in values]
        return [(rect.x + nth * step, rect.bottom - rect.h * share) for nth, share in enumerate(shares)]

    canvas.polygon([*line(high), *reversed(line(low))], colour, alpha)
