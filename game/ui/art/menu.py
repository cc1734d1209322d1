"""The picture of the menu: a wedge from the dacha to the Moon, at any proportion of the window."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from game.ui.art.paper import paper
from game.ui.art.scenes.buildings import dacha, fir
from game.ui.art.scenes.machines import car
from game.ui.kit.canvas import Canvas
from game.ui.kit.mask import Mask
from game.ui.kit.rect import Point, Rect

SEED = 3
YEARS = (("1941", 0.30), ("1945", 0.43), ("1949", 0.545), ("1957", 0.645), ("1961", 0.735))
"""Year, and how far along the wedge it stands."""

CRATERS = (
    (-92, -96, 44), (64, -132, 24), (-138, 34, 30), (18, -22, 20), (92, 60, 34), (-36, 118, 38), (128, -52, 18),
    (-8, -176, 14), (40, 168, 18),
)  # fmt: skip
"""x, y from the middle, and radius, on a Moon of radius 232."""

ORBITS = ((292, 2.0), (352, 1.5), (430, 1.2))
"""Radius and width."""

BODIES = ((48, 292, 9, "red"), (128, 352, 7, "paper"), (300, 430, 11, "red"), (205, 292, 6, "paper"))
"""Angle, radius of the orbit, radius of what moves on it, colour."""

FIRS = (
    (-100, 150, "slate"), (-58, 210, "steel"), (308, 240, "steel"), (372, 170, "slate"), (426, 120, "slate"),
)  # fmt: skip
"""x from the left wall of the dacha, height, colour."""


@dataclass(frozen=True, slots=True)
class MenuPlaces:
    """Where the picture leaves room. k: size of the picture, 1 at 1600 by 900.

    words: below the title, for what can be pressed; down to 206 k below its top it is free for 400 k across.
    corner: at the lower right, on black.
    """

    k: float
    title: Rect
    words: Rect
    corner: Rect


def menu_places(rect: Rect) -> MenuPlaces:
    """Where title, words and corner stand in a window."""
    k = min(rect.w / 1600, rect.h / 900)
    title = Rect(rect.x + 80 * k, rect.y + 70 * k, 490 * k, 378 * k)
    words = Rect(title.x, rect.y + 484 * k, 300 * k, rect.h - 484 * k - 72 * k)
    corner = Rect(rect.right - 312 * k, rect.bottom - 236 * k, 276 * k, 216 * k)
    return MenuPlaces(k, title, words, corner)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Places of the large things. moon: x, y, radius; house: x of the left wall of the dacha."""

    k: float
    whole: Rect
    moon: tuple[float, float, float]
    edge: tuple[float, float]
    house: float


def _plan(rect: Rect) -> _Plan:
    k = min(rect.w / 1600, rect.h / 900)
    spare_w, spare_h = rect.w - 1600 * k, rect.h - 900 * k
    top = rect.right - 794 * k - spare_w * 0.3
    foot = top + rect.h * 408 / 900
    moon = (rect.right - (384 * k + spare_w * 0.14), rect.y + 296 * k + spare_h * 0.22, 232 * k)
    return _Plan(k, rect, moon, (top, foot), rect.x + 548 * k + spare_w * 0.4)


def menu_scene(canvas: Canvas, rect: Rect) -> None:
    """Draw it; words beside the title and the years are the caller's."""
    plan = _plan(rect)
    paper(canvas, rect, SEED)
    night = _night(canvas, plan)
    _orbits(canvas, plan, night)
    _moon(canvas, plan)
    _wedge(canvas, plan)
    _bars(canvas, plan)
    _dacha(canvas, plan)
    _title(canvas, plan)


def _night(canvas: Canvas, plan: _Plan) -> Mask:
    """The black half with its slate edge; returns its shape."""
    k, whole, (top, foot) = plan.k, plan.whole, plan.edge
    x, y = whole.x, whole.y
    canvas.polygon([(x, y), (x + 210 * k, y), (x, y + 120 * k)], "fog")
    night = canvas.polygon_mask([(top, y), (whole.right, y), (whole.right, whole.bottom), (foot, whole.bottom)])
    canvas.paint(night, "ink", ink=True)
    edge = [(top - 20 * k, y), (top, y), (foot, whole.bottom), (foot - 20 * k, whole.bottom)]
    canvas.polygon(edge, "slate")
    _stars(canvas, plan)
    return night


def _stars(canvas: Canvas, plan: _Plan) -> None:
    draw, whole = np.random.default_rng(SEED), plan.whole
    for x, y, size in draw.random((90, 3)).tolist():
        px, py = whole.right - x * 760 * plan.k, whole.y + y * whole.h
        top, foot = plan.edge
        if px < top + (foot - top) * y + 14:
            continue
        if size > 0.86:
            canvas.rect(Rect(px - 2.5, py, 6, 1), "muted")
            canvas.rect(Rect(px, py - 2.5, 1, 6), "muted")
        else:
            canvas.rect(Rect(px, py, 1.4, 1.4), "muted")


def _orbits(canvas: Canvas, plan: _Plan, night: Mask) -> None:
    k, (x, y, _) = plan.k, plan.moon
    for radius, width in ORBITS:
        ring = canvas.circle_mask(x, y, radius * k, (radius - width) * k)
        canvas.paint(ring & night, "fog")
        canvas.paint(ring - night, "ink")
    for angle, radius, size, colour in BODIES:
        turn = math.radians(angle)
        canvas.circle(x + radius * k * math.sin(turn), y - radius * k * math.cos(turn), size * k, colour)


def _moon(canvas: Canvas, plan: _Plan) -> None:
    """A disc in light and halftone, with craters of two faces."""
    k, (x, y, radius) = plan.k, plan.moon
    moon = canvas.circle_mask(x, y, radius)
    canvas.paint(moon, "light")
    px, py = canvas.at((x, y))
    across = np.arange(moon.x, moon.x + moon.alpha.shape[0], dtype=np.float32) - np.float32(px)
    down = np.arange(moon.y, moon.y + moon.alpha.shape[1], dtype=np.float32) - np.float32(py)
    away = (across[None, :] * 0.8 + down[:, None] * 0.6).T / (radius * canvas.k)
    canvas.halftone(moon, "ink", 8 * k, level=np.clip((away - 0.08) * 0.82, 0, 0.74))
    shade = canvas.palette.mix("line", "mute", 0.25)
    bright = canvas.palette.mix("dark", "line", 0.35)
    for dx, dy, size in CRATERS:
        cx, cy, r = x + dx * k, y + dy * k, size * k
        crater = canvas.circle_mask(cx, cy, r)
        canvas.paint(crater, bright)
        canvas.paint(
            crater & canvas.polygon_mask([(cx - r, cy + r), (cx + r, cy - r), (cx - 2 * r, cy - 2 * r)]), shade
        )


def _wedge(canvas: Canvas, plan: _Plan) -> None:
    """From the dacha to the Moon, with its years."""
    k, foot = plan.k, plan.whole.bottom
    tip = (plan.moon[0] - 12 * k, plan.moon[1] + 10 * k)
    left, middle, right = ((plan.house + dx * k, foot) for dx in (-96, 92, 274))
    canvas.polygon([left, right, tip], "red", ink=True)
    canvas.polygon([middle, right, tip], "deep", ink=True)
    along = (tip[0] - middle[0], tip[1] - middle[1])
    length = math.hypot(*along)
    ux, uy = along[0] / length, along[1] / length
    angle = math.degrees(math.atan2(uy, ux))
    lift = min(0.08, (plan.whole.w / k - 1600) / 6000)
    for year, share in ((year, share + (1 - share) * lift) for year, share in YEARS):
        at = (middle[0] + along[0] * share, middle[1] + along[1] * share)
        _year(canvas, k, year, at, (uy, -ux), (tip, left, share), angle)


def _year(
    canvas: Canvas, k: float, year: str, at: Point, across: Point, face: tuple[Point, Point, float], angle: float
) -> None:
    """A tick across the light face, and the year behind it."""
    tip, left, share = face
    edge = _cross(at, across, tip, left)
    reach = math.dist(at, edge)
    end = (at[0] + across[0] * reach * 0.94, at[1] + across[1] * reach * 0.94)
    canvas.line([at, end], max(1.4, 2.2 * k), "paper")
    size = max(15.0, (24 - 8.8 * share) * k)
    out, on = reach * 0.17 + size * 0.42, 7 * k
    x, y = at[0] + across[0] * out - across[1] * on, at[1] + across[1] * out + across[0] * on
    canvas.turned_text(x, y, year, angle, "head", size, "paper", "left")


def _cross(start: Point, way: Point, a: Point, b: Point) -> Point:
    """Where a line from a point along a way meets the line through two others."""
    ex, ey = b[0] - a[0], b[1] - a[1]
    span = way[0] * ey - way[1] * ex
    t = ((a[0] - start[0]) * ey - (a[1] - start[1]) * ex) / span
    return start[0] + way[0] * t, start[1] + way[1] * t


def _bars(canvas: Canvas, plan: _Plan) -> None:
    """Bars that fly beside the wedge."""
    k, x, y = plan.k, plan.edge[0] - 806 * plan.k, plan.whole.y
    right, low = plan.whole.right - 1600 * k, plan.whole.bottom - 900 * k

    def bar(colour: str, dx: float, dy: float, *points: Point) -> None:
        canvas.polygon([(dx + px * k, dy + py * k) for px, py in points], colour)

    bar("ink", x, y, (640, 96), (782, 160), (778, 170), (636, 106))
    bar("red", x, y, (690, 84), (760, 116), (757, 123), (687, 91))
    bar("fog", right, low, (1330, 640), (1600, 516), (1600, 528), (1335, 650))
    bar("red", right, low, (1376, 650), (1600, 548), (1600, 552), (1379, 656))


def _dacha(canvas: Canvas, plan: _Plan) -> None:
    """The dacha among firs, two cars on the way to it, the ground."""
    k, foot, house = plan.k, plan.whole.bottom, plan.house
    for dx, tall, colour in FIRS:
        fir(canvas, house + dx * k, foot, tall * k, colour)
    dacha(canvas, house + 102 * k, foot, 196 * k)
    for dx in (-205, -309):
        car(canvas, house + dx * k, foot - 3 * k, 4.8 * k)
    canvas.rect(Rect(plan.whole.x, foot - 4 * k, plan.whole.w, 4 * k), "ink")


def _title(canvas: Canvas, plan: _Plan) -> None:
    """RED WEDGE, a wedge between, the Russian name above."""
    k = plan.k
    place = menu_places(plan.whole).title
    label = Rect(place.x, place.y, 300 * k, max(34 * k, 24))
    canvas.rect(label, "red")
    track = 5 * k
    size = canvas.fitted("КРАСНЫЙ КЛИН", "head", max(15.0, 22 * k), label.w - 16, track=track)
    canvas.text(label.x + label.w / 2, label.y + label.h / 2, "КРАСНЫЙ КЛИН", "head", size, "paper", "centre",
                "middle", track=track)  # fmt: skip
    x, upper, lower, big = place.x - 8 * k, place.y + 58 * k, place.y + 228 * k, 238 * k
    red = canvas.text(x, upper, "RED", "display", big, "ink")
    wide = canvas.text(x, lower, "WEDGE", "display", big, "ink")
    canvas.polygon([(x + red + 20 * k, upper + 2 * k), (x + wide - 3 * k, upper + 70 * k),
                    (x + red + 20 * k, upper + 140 * k)], "red")  # fmt: skip
