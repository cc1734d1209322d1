"""Drawing the wedge table: its sectors and rim, the chair in its middle, portraits with their rings, the file."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from game.ui.art.factions import fill_faction, side_of
from game.ui.art.gauges import stance_ring
from game.ui.art.marks import mark
from game.ui.art.portraits import portrait
from game.ui.kit.canvas import Canvas, sector_points
from game.ui.kit.node import Status
from game.ui.kit.palette import Colour
from game.ui.kit.rect import Point, Rect
from game.ui.screens.room_seating import RING, Slice, polar
from game.views.told import Mark

Draw = Callable[[Canvas, Rect, Status], None]

OUTER, HUB = 376.0, 86.0
"""Radii of the whole and of the hub at the design's size."""
WEDGE_COVERS = 20.0
"""Degrees at the end of the last sector that the wedge covers."""
CUTS = (1.0, 0.88, 0.75, 0.62, 0.48, 0.33, 0.0)
"""Where the pages of the wedge end, as shares of its length from its tip."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Measures of the table: its middle in the picture, its size beside the design's, and radii.

    outer: of the line round it. ring: of where men sit. hub: of the leader's disc.
    """

    x: float
    y: float
    k: float
    outer: float
    ring: float
    hub: float


@dataclass(frozen=True, slots=True)
class Wedge:
    """The file on the player. base: middle of its foot; aim: x, y and radius of what it points at; half: of its foot.

    pages: that are known of; sure: they were read, not guessed by signs.
    """

    base: Point
    aim: tuple[float, float, float]
    half: float
    pages: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """All that the ground of the table depends on. words: of each slice its name, strength, and what it says empty."""

    plan: Plan
    parts: tuple[Slice, ...]
    words: tuple[tuple[str, str, str], ...]
    wedge: Wedge


@dataclass(frozen=True, slots=True)
class Hub:
    """The middle. said: on its ribbon. person: who sits there, empty for an empty chair."""

    radius: float
    said: str
    person: str
    faction: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Man:
    """A man at the table. sector: the faction on whose ground he sits, `outside` off the table. span: of the ring."""

    id: str
    sector: str
    faction: str
    name: str
    radius: float
    span: tuple[int, int]
    mark: Mark
    chosen: bool
    dim: bool


def draw_ground(ground: Ground) -> Draw:
    """The table without its men."""

    def draw_room_ground(canvas: Canvas, whole: Rect, status: Status) -> None:
        plan = ground.plan
        _backdrop(canvas, whole, plan)
        with canvas.moved(plan.x, plan.y):
            for part in ground.parts:
                inner = canvas.polygon_mask(sector_points(0, 0, plan.hub + 4, plan.ring, part.start, part.end))
                fill_faction(canvas, inner, part.faction, pale=True)
            for radius in ((plan.hub + plan.ring) / 2, plan.ring):
                canvas.circle(0, 0, radius + 1, "ink", 2)
            for part, words in zip(ground.parts, ground.words, strict=True):
                _rim(canvas, plan, part, words, WEDGE_COVERS if part is ground.parts[-1] else 0)
            for part in ground.parts:
                canvas.line([polar(part.start, plan.hub), polar(part.start, plan.outer - 8)], 4, "paper")
            for part, words in zip(ground.parts, ground.words, strict=True):
                if words[2]:
                    _call_out(canvas, plan, part, words)
            _wedge(canvas, ground.wedge)

    return draw_room_ground


def _backdrop(canvas: Canvas, whole: Rect, plan: Plan) -> None:
    canvas.rect(whole, "paper")
    cold = canvas.palette.mix("fog", "paper", 0.45)
    w, h = whole.w, whole.h
    canvas.polygon([(0, 0), (w * 0.29, 0), (0, h * 0.38)], cold)
    canvas.polygon([(w, h), (w, h * 0.64), (w * 0.74, h)], cold)
    canvas.line([(0, h * 0.97), (w, h * 0.08)], 1.5, "line")
    canvas.circle(plan.x, plan.y, plan.outer, "line", 1.5)


def _rim(canvas: Canvas, plan: Plan, part: Slice, words: tuple[str, str, str], covered: float) -> None:
    """The strong colour of a faction on the rim, and its name where there is room before what is covered, degrees."""
    inner, outer = plan.ring + 5, plan.outer - 10 * plan.k
    rim = sector_points(0, 0, inner, outer, part.start + 0.4, part.end - 0.4)
    fill_faction(canvas, canvas.polygon_mask(rim), part.faction)
    side, middle = side_of(part.faction), (inner + outer) / 2
    size = max(15.0, 17.5 * plan.k)
    free = Slice(part.faction, part.start, part.end - covered)
    room = math.radians(free.end - free.start) * middle - 16
    for text in (f"{words[0]}  {words[1]}", words[0], words[1]):
        wide = sum(canvas.width(letter, "head_light", size) + 2 for letter in text)
        if wide <= room:
            half = math.degrees((wide / 2 + 10) / middle)
            canvas.sector(0, 0, inner + 1, outer - 1, free.middle - half, free.middle + half, side.token)
            inside = 90 < free.middle % 360 < 270
            canvas.arc_text(0, 0, middle, free.middle, text, "head_light", size, side.words, 2, inside)
            return


def _call_out(canvas: Canvas, plan: Plan, part: Slice, words: tuple[str, str, str]) -> None:
    """A plate along the sector of a faction without a man at the table."""
    room = plan.ring - plan.hub - 24
    text = next((t for t in (f"{words[0]} {words[1]} · {words[2]}", f"{words[0]} {words[1]}", words[1])
                 if canvas.width(t, "semi", 15) <= room - 14), "")  # fmt: skip
    size = canvas.fitted(text, "semi", 16, room - 14)
    half, away = canvas.width(text, "semi", size) / 2 + 8, (plan.ring + plan.hub) / 2
    out, aside = polar(part.middle, 1), polar(part.middle + 90, 1)
    x, y = polar(part.middle, away)
    corners = [(x + out[0] * half * i + aside[0] * 11 * j, y + out[1] * half * i + aside[1] * 11 * j)
               for i, j in ((-1, -1), (1, -1), (1, 1), (-1, 1))]  # fmt: skip
    canvas.polygon(corners, "light")
    right = 0 <= part.middle % 360 < 180
    canvas.turned_text(x, y, text, part.middle - 90 if right else part.middle + 90, "semi", size)


def _wedge(canvas: Canvas, wedge: Wedge) -> None:
    """Six pages from the rim to the man: those that are known of are black."""
    (bx, by), (ax, ay, reach) = wedge.base, wedge.aim
    length = math.dist((bx, by), (ax, ay))
    ux, uy = (bx - ax) / length, (by - ay) / length
    tip, run = (ax + ux * reach, ay + uy * reach), length - reach

    def edge(share: float, side: float) -> Point:
        x, y = tip[0] + ux * run * share, tip[1] + uy * run * share
        return x - uy * wedge.half * share * side, y + ux * wedge.half * share * side

    outline = [tip, edge(1, -1), edge(1, 1)]
    canvas.line(outline, 10, "paper", closed=True)
    canvas.polygon(outline, "light")
    for nth in range(6):
        far, near = CUTS[nth], CUTS[nth + 1]
        shape = canvas.polygon_mask([edge(far, -1), edge(far, 1), edge(near, 1), edge(near, -1)])
        if nth < wedge.pages:
            canvas.paint(shape, "ink")
        else:
            canvas.hatch(shape, "line", 6, 1.3, math.degrees(math.atan2(uy, ux)))
        if near > 0:
            canvas.line([edge(near, -1), edge(near, 1)], 2.5, "paper" if nth + 1 < wedge.pages else "ink")
    canvas.line(outline, 2.4, "ink", closed=True)
    _page_numbers(canvas, edge, wedge)


def _page_numbers(canvas: Canvas, edge: Callable[[float, float], Point], wedge: Wedge) -> None:
    for nth in range(6):
        middle = (CUTS[nth] + CUTS[nth + 1]) / 2
        if wedge.half * middle < 15 or nth > 3:
            continue
        left, right = edge(middle, -1), edge(middle, 1)
        known = nth < wedge.pages
        plate = (left[0] + right[0]) / 2, (left[1] + right[1]) / 2
        if not known:
            canvas.circle(*plate, 11, "light")
        size = max(15.0, min(20.0, wedge.half * 0.44))
        canvas.text(*plate, str(nth + 1), "head_light", size, "paper" if known else "ink", "centre", "middle")


def draw_hub(hub: Hub) -> Draw:
    """The leader in the middle, or his empty chair."""

    def draw_room_hub(canvas: Canvas, whole: Rect, status: Status) -> None:
        radius, middle = hub.radius, whole.w / 2
        k = radius / HUB
        if hub.chosen:
            canvas.circle(middle, middle, radius + 12, "ochre")
        canvas.circle(middle, middle, radius + 6, "paper")
        canvas.circle(middle, middle, radius, "red")
        canvas.circle(middle, middle, radius - 5 * k, "paper", 2)
        for nth in range(12):
            canvas.sector(middle, middle, 66 * k, 76 * k, nth * 30 - 4, nth * 30 + 4, "paper")
        inner = 62 * k
        if hub.person:
            portrait(canvas, middle, middle, inner, hub.person, hub.faction)
        else:
            canvas.circle(middle, middle, inner, canvas.palette.mix("red", "paper", 0.6))
            _chair(canvas, middle, middle - 9 * k, 0.9 * k)
        size = canvas.fitted(hub.said, "head_light", max(16, 17 * k), whole.w - 26)
        half, high = min(middle - 3, canvas.width(hub.said, "head_light", size) / 2 + 14), max(24.0, 27 * k)
        top = middle + 46 * k
        canvas.polygon([(middle - half, top), (middle + half + 3, top), (middle + half - 3, top + high),
                        (middle - half + 3, top + high)], "ink")  # fmt: skip
        canvas.text(middle, top + high / 2, hub.said, "head_light", size, "paper", "centre", "middle",
                    most=2 * half - 8)  # fmt: skip

    return draw_room_hub


def _chair(canvas: Canvas, x: float, y: float, k: float) -> None:
    """An empty armchair about (x, y), a hundred units high."""
    with canvas.moved(x - 50 * k, y - 50 * k, k):
        canvas.polygon([(28, 6), (72, 6), (70, 58), (30, 58)], "ink")
        canvas.polygon([(34, 12), (50, 12), (50, 52), (35.5, 52)], "deep")
        canvas.polygon([(50, 12), (66, 12), (64.5, 52), (50, 52)], canvas.palette.mix("deep", "ink", 0.3))
        canvas.polygon([(22, 56), (78, 56), (82, 68), (18, 68)], "ink")
        for left in (20, 73):
            canvas.polygon([(left, 40), (left + 7, 40), (left + 7, 60), (left, 60)], "ink")
        for top, foot in ((22, 17), (74, 79)):
            canvas.polygon([(top, 68), (top + 5, 68), (foot + 4, 98), (foot, 98)], "ink")
        canvas.polygon([(34, 68), (38, 68), (37, 88), (33, 88)], "ink")
        canvas.polygon([(62, 68), (66, 68), (67, 88), (63, 88)], "ink")


def _under(canvas: Canvas, sector: str) -> Colour:
    """The ground on which a man is drawn."""
    return canvas.palette["paper"] if sector == "outside" else side_of(sector).pale(canvas.palette)


def draw_man(man: Man) -> Draw:
    """A portrait in its stance ring, and his name with how his stance is known."""

    def draw_room_man(canvas: Canvas, whole: Rect, status: Status) -> None:
        x, y, radius = whole.w / 2, man.radius + RING, man.radius
        if man.chosen or status.hover:
            canvas.circle(x, y, radius + RING, "ochre")
        stance_ring(canvas, x, y, radius, *man.span, ground="paper")
        portrait(canvas, x, y, radius, man.id, man.faction, dim=man.dim)
        if not man.name:
            return
        ground = "ochre" if man.chosen or status.hover else "light"
        wide = canvas.width(man.name, "semi", 15) + 27
        top = y + radius + 5
        canvas.rect(Rect(x - wide / 2, top, wide, 20), ground)
        mark(canvas, x - wide / 2 + 10, top + 10, man.mark, 5.5, "ink", ground)
        canvas.text(x - wide / 2 + 20, top + 10.3, man.name, "semi", 15, "ink", down="middle")

    return draw_room_man


def draw_you(man: Man) -> Draw:
    """The player's own portrait: larger, red, with a ribbon."""

    def draw_room_you(canvas: Canvas, whole: Rect, status: Status) -> None:
        middle, radius = whole.w / 2, man.radius
        canvas.circle(middle, middle, radius + 12, "ochre" if man.chosen else "paper")
        canvas.circle(middle, middle, radius + 8, "red")
        portrait(canvas, middle, middle, radius, man.id, man.faction, dim=man.dim)
        size = canvas.fitted(man.name, "head_light", 17, whole.w - 22)
        half = min(middle - 2, canvas.width(man.name, "head_light", size) / 2 + 11)
        top = whole.h - 25
        canvas.polygon([(middle - half, top), (middle + half + 2, top), (middle + half - 2, top + 24),
                        (middle - half + 2, top + 24)], "ink")  # fmt: skip
        canvas.text(middle, top + 12, man.name, "head_light", size, "paper", "centre", "middle", most=2 * half - 8)

    return draw_room_you


__all__ = ["CUTS", "HUB", "OUTER", "Ground", "Hub", "Man", "Plan", "Wedge", "draw_ground", "draw_hub",
           "draw_man", "draw_you"]  # fmt: skip
