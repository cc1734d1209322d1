"""Flags of army groups and fronts beside the line, and the wedges that drive into it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.ui.kit.canvas import Canvas
from game.ui.kit.rect import Point
from game.ui.map.atlas import Line, Ray
from game.ui.map.known import Known
from game.ui.map.picture import Flag, Mark, Wedge

SIZE = 15.0
HIGH = 26.0
"""Design units of a plate."""
SLANT = 7.0
EDGE = 1.5
"""Paper round a plate."""
PAD = 9.0
BEHIND = 104.0
"""Design units from the point of a wedge back to an enemy flag."""
APART = 24.0
"""Design units that a flag keeps to the line at its own height."""
LONG, WIDE = 84.0, 21.0
"""Of a wedge of full weight: its length and half its width."""
USUAL = 0.36
"""Design units a km under which wedges shrink."""

Width = Callable[[str], float]
"""Design units of a line of a flag."""


@dataclass(frozen=True, slots=True)
class PlacedFlag:
    """A flag where it stands. box: pixels of the zoom."""

    flag: Flag
    box: pygame.Rect


@dataclass(frozen=True, slots=True)
class PlacedWedge:
    """A wedge where it drives. tail, tip: pixels of the zoom."""

    wedge: Wedge
    tail: Point
    tip: Point

    @property
    def spine(self) -> list[pygame.Rect]:
        """Boxes along its body, pixels."""
        half = math.dist(self.tail, self.tip) * WIDE / LONG
        out = []
        for share, part in ((0.1, 1.0), (0.35, 0.7), (0.6, 0.45), (0.85, 0.2)):
            x, y = (a + (b - a) * share for a, b in zip(self.tail, self.tip, strict=True))
            out.append(pygame.Rect(round(x - half * part), round(y - half * part), *[round(2 * half * part)] * 2))
        return out

    @property
    def box(self) -> pygame.Rect:
        """What it may cover, pixels."""
        reach = math.dist(self.tail, self.tip) * 0.4 + 6
        (ax, ay), (bx, by) = self.tail, self.tip
        left, top = math.floor(min(ax, bx) - reach), math.floor(min(ay, by) - reach)
        return pygame.Rect(left, top, math.ceil(abs(ax - bx) + 2 * reach), math.ceil(abs(ay - by) + 2 * reach))


def stand(known: Known, k: float, unit: float, width: Width, taken: Sequence[pygame.Rect] = ()) -> list[PlacedFlag]:
    """Flags beside the line at a zoom; one that would overlap another, or what is taken, stands further down."""
    line, blocked = known.line * k, list(taken)
    out: list[PlacedFlag] = []
    for flag in known.picture.flags:
        ray = _ray(known, flag.ray)
        if ray is None:
            continue
        lines = 2 if flag.note else 1
        wide = round((max(width(flag.text), width(flag.note) + 22 if flag.note else 0) + 2 * PAD + SLANT) * unit)
        high = round(HIGH * unit * lines)
        x, y = (v * k for v in ray.at(ray.lost(known.picture.lost)))
        box = _beside(line, flag, pygame.Rect(round(x), round(y - HIGH * unit / 2), wide, high), x, unit)
        while (hit := box.collidelist(blocked)) >= 0:
            lower = pygame.Rect(0, blocked[hit].bottom + round(4 * unit), wide, high)
            box = _beside(line, flag, lower, x, unit)
        out.append(PlacedFlag(flag, box))
        blocked.append(box)
    return out


def drives(known: Known, k: float, unit: float) -> list[PlacedWedge]:
    """Wedges with their points on the line at a zoom."""
    out = []
    for wedge in known.picture.wedges:
        ray = _ray(known, wedge.ray)
        if ray is None:
            continue
        lost = ray.lost(known.picture.lost)
        (x, y), back, on = ray.at(lost), ray.at(max(0.0, lost - 120)), ray.at(lost + 60)
        turn = math.atan2(on[1] - back[1], on[0] - back[0])
        length = LONG * unit * (0.55 + 0.45 * wedge.weight) * min(1.0, k / unit / USUAL)
        way = 1.0 if wedge.side == "axis" else -1.0
        tip = (x * k - way * 4 * unit * math.cos(turn), y * k - way * 4 * unit * math.sin(turn))
        tail = (tip[0] - way * length * math.cos(turn), tip[1] - way * length * math.sin(turn))
        out.append(PlacedWedge(wedge, tail, tip))
    return out


def draw_flag(canvas: Canvas, flag: Flag) -> None:
    """A flag on a canvas of its own size: the plate, and below it the estimate with its mark."""
    wide = canvas.surface.get_width() / canvas.scale
    lean = SLANT if flag.side == "axis" else -SLANT
    ground, text = ("ink", "paper") if flag.side == "axis" else ("red", "paper")
    if flag.chosen:
        ground, text = "ochre", "ink"
    canvas.polygon(_plate(0, wide, 0, HIGH, lean), "paper")
    canvas.polygon(_plate(EDGE + 0.5, wide - EDGE - 0.5, EDGE, HIGH - EDGE, lean), ground)
    canvas.text(wide / 2, HIGH / 2, flag.text, "semi", SIZE, text, "centre", "middle")
    if not flag.note:
        return
    note = canvas.width(flag.note, "semi", SIZE) + 22
    left = wide / 2 - note / 2
    canvas.polygon(_plate(left - PAD, left + note + PAD, HIGH, 2 * HIGH, lean), "light")
    if flag.mark:
        draw_mark(canvas, left + 6, HIGH * 1.5, flag.mark)
    canvas.text(left + 20, HIGH * 1.5, flag.note, "semi", SIZE, "ink", down="middle")


def draw_mark(canvas: Canvas, x: float, y: float, mark: Mark, radius: float = 6) -> None:
    """Full: measured. Half: reported. Hollow: guessed."""
    canvas.circle(x, y, radius, "ink")
    if mark == "guessed":
        canvas.circle(x, y, radius - 2, "light")
    elif mark == "reported":
        canvas.sector(x, y, 0, radius - 2, 0, 180, "light")


def draw_wedge(canvas: Canvas, placed: PlacedWedge) -> None:
    """A wedge on a canvas whose unit is a pixel of the zoom: full, or hollow where it is a plan."""
    (ax, ay), (bx, by) = placed.tail, placed.tip
    length = math.dist(placed.tail, placed.tip)
    ux, uy = (bx - ax) / length, (by - ay) / length
    half = length * WIDE / LONG
    colour = "axis" if placed.wedge.side == "axis" else "red"
    tail = [(ax - uy * half, ay + ux * half), (bx, by), (ax + uy * half, ay - ux * half)]
    notch = (ax + ux * length * 0.16, ay + uy * length * 0.16)
    edge = length * 0.034
    if placed.wedge.plan:
        canvas.line(tail, edge * 2.6, "paper", closed=True)
        canvas.polygon(tail, "paper")
        canvas.hatch(canvas.polygon_mask(tail), colour, pitch=edge * 2, width=edge * 0.5)
        canvas.line(tail, edge, colour, closed=True)
        return
    canvas.line([*tail, notch], edge * 2, "paper", closed=True)
    canvas.polygon([*tail, notch], colour)


def _plate(left: float, right: float, top: float, foot: float, lean: float) -> Sequence[Point]:
    upper, lower = max(lean, 0.0), max(-lean, 0.0)
    return [(left + upper, top), (right - lower, top), (right - upper, foot), (left + lower, foot)]


def _ray(known: Known, name: str) -> Ray | None:
    return next((ray for ray in known.advance.atlas.rays if ray.name == name), None)


def _beside(line: Line, flag: Flag, box: pygame.Rect, x: float, unit: float) -> pygame.Rect:
    """A flag's box behind the line or before it, as the line runs at its height. x: of the point of its ray."""
    at = line[(line[:, 1] >= box.top - 6 * unit) & (line[:, 1] <= box.bottom + 6 * unit), 0]
    if flag.side == "axis":
        box.right = round(min(x - BEHIND * unit, *(at - APART * unit).tolist()))
    else:
        box.left = round(max(x + APART * unit, *(at + APART * unit).tolist()))
    return box
