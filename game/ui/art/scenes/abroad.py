"""Scenes of other capitals, and of those who come from them."""

from __future__ import annotations

import math

from game.ui.art.scenes.buildings import houses, mast, window
from game.ui.art.scenes.figures import man, put
from game.ui.art.scenes.stage import Stage
from game.ui.art.scenes.things import chair, sheet, waves
from game.ui.kit.canvas import Canvas
from game.ui.kit.rect import Point, Rect


def ambassadors_note(stage: Stage) -> None:
    """A table, a paper on it, two chairs; before dawn, in a tall window."""
    c, w, g = stage.canvas, stage.w, stage.h * 0.76
    x = w * 0.5
    c.rect(stage.whole, "steel")
    stage.tone(c.rect_mask(stage.whole), "ink", 0.6, 0.15)
    for left in (0.1, 0.43, 0.76):
        window(c, w * left, 7, w * 0.14, 50, "fog", "ink")
        stage.tone(c.rect_mask(Rect(w * left, 7, w * 0.14, 50)), "slate", 0.5, 0.0)
    c.paint(c.circle_mask(x, 55, w * 0.062) & c.rect_mask(Rect(w * 0.43, 7, w * 0.14, 50)), "red")
    c.rect(Rect(w * 0.43 - 1, 57, w * 0.14 + 2, 3), "ink")
    c.polygon([(w * 0.43, 57), (w * 0.57, 57), (w * 0.82, stage.h + 2), (w * 0.18, stage.h + 2)], "mist", 0.22)
    c.rect(Rect(-1, g, w + 2, stage.h), "ink")
    chair(c, w * 0.2, g + 8, 57, "ink", "deep")
    chair(c, w * 0.8, g + 8, 57, "ink", "slate")
    c.polygon([(w * 0.3, g - 8), (w * 0.7, g - 8), (w * 0.78, g + 8), (w * 0.22, g + 8)], "deep")
    c.polygon([(x, g - 8), (w * 0.7, g - 8), (w * 0.78, g + 8), (x, g + 8)], "red")
    c.polygon([(w * 0.22, g + 8), (w * 0.78, g + 8), (w * 0.76, g + 14), (w * 0.24, g + 14)], "coal")
    for side in (0.27, 0.7):
        c.rect(Rect(w * side, g + 12, 5, 20), "coal")
    c.polygon([(x - 17, g - 5), (x + 12, g - 6.4), (x + 17, g + 4), (x - 15, g + 5.4)], "light")
    for row in range(4):
        left = x - 13 + row * 0.6
        c.line([(left, g - 2.6 + row * 1.9), (left + (23 if row < 3 else 12), g - 3.8 + row * 2)], 0.5, "mute")


def london(stage: Stage) -> None:
    """London by wireless: a clock tower, balloons, waves toward the east."""
    c, w, g = stage.canvas, stage.w, stage.ground
    x = w * 0.3
    stage.sky("mist", "west", 0.5, 0.02)
    waves(c, x, 24, (28, 42, 56, 70, 84), 52, 118, "west", 3)
    houses(c, -4, w * 0.6, g, 20, "axis", "steel")
    put(c, "ink", x, g, 1, (-8, 0), (-8, -58), (-9.4, -58), (-9.4, -73), (-7, -76), (-4, -82), (0, -96), (4, -82),
        (7, -76), (9.4, -73), (9.4, -58), (8, -58), (8, 0))  # fmt: skip
    put(c, "soot", x, g, 1, (2, 0), (2, -58), (8, -58), (8, 0))
    c.circle(x, g - 65.5, 6, "paper")
    c.line([(x, g - 65.5), (x, g - 70)], 0.9, "ink")
    c.line([(x, g - 65.5), (x + 3, g - 63.6)], 0.9, "ink")
    for bx, by, k in ((0.62, 22, 1.0), (0.8, 34, 0.8), (0.92, 16, 0.7)):
        c.line([(w * bx, by + 4 * k), (w * bx - 5, g)], 0.3, "ink")
        put(c, "slate", w * bx, by, k, (-13, 0), (-8, -5), (2, -6), (9, -3), (12, -7), (14, -6), (12, 0), (14, 6),
            (12, 7), (9, 3), (2, 6), (-8, 5))  # fmt: skip
        put(c, "steel", w * bx, by, k, (-13, 0), (9, 0), (9, 3), (2, 6), (-8, 5))
    stage.land("ink")
    for nth in range(4):
        c.line([(w * 0.1 + nth * 16, g + 5 + nth * 2.4), (w * 0.5 + nth * 16, g + 5 + nth * 2.4)], 0.7, "west")


def washington(stage: Stage) -> None:
    """Washington: a dome, columns, steps, and far to go."""
    c, w, g = stage.canvas, stage.w, stage.ground
    x = w * 0.5
    stage.sky("paper", "west", 0.35, 0.02)
    stage.rays(x, g - 40, 11, "light", 0.9, 4, -100, 100)
    c.rect(Rect(x - w * 0.36, g - 24, w * 0.72, 24), "west")
    c.hatch(c.rect_mask(Rect(x - w * 0.36, g - 20, w * 0.72, 20)), "axis", 5, 2, 0)
    put(c, "axis", x, g, 1, (-25, 0), (-25, -27), (0, -37), (25, -27), (25, 0))
    columns: list[list[Point]] = [
        [(x - 20 + i * 8, g - 2), (x - 20 + i * 8, g - 25), (x - 16.4 + i * 8, g - 25), (x - 16.4 + i * 8, g - 2)]
        for i in range(5)
    ]
    c.paint(c.polygon_mask(*columns), "paper")
    c.rect(Rect(x - 15, g - 48, 30, 14), "axis")
    c.hatch(c.rect_mask(Rect(x - 15, g - 46, 30, 11)), "paper", 3.4, 1.1, 0)
    dome = [(x - 16, g - 47.5), (x + 16, g - 47.5)]
    dome += [(x + 16 * math.cos(t), g - 47.5 - 20 * math.sin(t)) for t in (i * math.pi / 16 for i in range(17))]
    c.polygon(dome[1:], "west")
    c.polygon([p for p in dome[1:] if p[0] >= x] + [(x, g - 47.5)], "axis")
    c.rect(Rect(x - 2.4, g - 76, 4.8, 9), "axis")
    put(c, "axis", x, g - 76, 1, (-2.4, 0), (0, -7), (2.4, 0))
    for nth in range(4):
        c.rect(Rect(x - 30 - nth * 5, g + nth * 3.4, 60 + nth * 10, 3.5), "line" if nth % 2 else "dark")
    stage.land("ink", g + 13)
    man(c, w * 0.16, g + 13, 28)
    c.rect(Rect(w * 0.16 + 5, g + 3, 7, 5), "ink")


def berlin(stage: Stage) -> None:
    """Berlin: columns of cold light, columns of stone, a black wedge that points east."""
    c, w, g = stage.canvas, stage.w, stage.ground
    stage.sky("steel", "ink", 0.65, 0.1)
    for nth in range(11):
        x = w * (0.02 + 0.096 * nth)
        c.polygon([(x - 0.8, g), (x + 0.8, g), (x + 3.4, -2), (x - 3.4, -2)], "mist", 0.36)
    x = w * 0.36
    c.rect(Rect(x - 46, g - 44, 92, 9), "ink")
    c.rect(Rect(x - 36, g - 52, 72, 9), "ink")
    for nth in range(6):
        c.rect(Rect(x - 44 + nth * 16.6, g - 36, 5.6, 36), "ink")
        c.rect(Rect(x - 44 + nth * 16.6 + 3.4, g - 36, 2.2, 36), "coal")
    stage.land("ink")
    stage.wedge((w - 8, g - 26), (w * 0.46, g - 74), (w * 0.46, g + 8), "axis", "ink")
    c.line([(w * 0.46, g - 74), (w - 8, g - 26), (w * 0.46, g + 8)], 0.9, "line")
    for nth in range(9):
        man(c, w * (0.06 + 0.046 * nth), g + 9, 15, "coal", "soot", hat=False)


def envoys(stage: Stage) -> None:
    """Two men across a map; the third chair is his who will hear of it."""
    c, w, g = stage.canvas, stage.w, stage.h * 0.76
    stage.sky("paper", "line", 0.5, 0.05)
    c.polygon([(-2, -2), (w * 0.42, -2), (w * 0.58, stage.h + 2), (-2, stage.h + 2)], "west")
    stage.tone(c.polygon_mask([(-2, -2), (w * 0.42, -2), (w * 0.58, 102), (-2, 102)]), "axis", 0.55, 0.05)
    c.polygon([(w + 2, -2), (w * 0.78, -2), (w + 2, 44)], "red", ink=True)
    _sitting(c, w * 0.2, g, 62, -1)
    _sitting(c, w * 0.8, g, 62, 1)
    c.rect(Rect(-1, g, w + 2, stage.h), "ink")
    c.polygon([(w * 0.3, g - 3), (w * 0.7, g - 3), (w * 0.8, g + 14), (w * 0.2, g + 14)], "light")
    c.line([(w * 0.36, g - 2), (w * 0.44, g + 4), (w * 0.4, g + 8), (w * 0.46, g + 13)], 1.0, "ink")
    c.line([(w * 0.37, g - 2), (w * 0.45, g + 4), (w * 0.41, g + 8), (w * 0.47, g + 13)], 1.0, "red")
    c.line([(w * 0.6, g - 2), (w * 0.64, g + 6), (w * 0.6, g + 13)], 0.8, "slate")
    sheet(c, w * 0.55, g + 4, 16, 8, 6, 3)


def _sitting(c: Canvas, x: float, g: float, h: float, way: int) -> None:
    put(c, "ink", x, g, h, (-0.36, 0), (-0.33, -0.36), (-0.09, -0.54), (0.09, -0.54), (0.33, -0.36), (0.36, 0))
    put(c, "coal", x, g, h, (0.02, 0), (0.04, -0.52), (0.09, -0.54), (0.33, -0.36), (0.36, 0))
    put(c, "paper", x, g, h, (-0.07, -0.52), (0.07, -0.52), (0, -0.28))
    put(c, "red" if way > 0 else "slate", x, g, h, (-0.025, -0.5), (0.025, -0.5), (0.04, -0.32), (0, -0.26),
        (-0.04, -0.32))  # fmt: skip
    c.circle(x, g - h * 0.7, h * 0.15, "skin")
    half = c.circle_mask(x, g - h * 0.7, h * 0.15) & c.rect_mask(Rect(x, g - h, h, h))
    c.paint(half, "skin_shade")
    put(c, "ink", x, g, h, (-0.16, -0.72), (-0.12, -0.86), (0.08, -0.89), (0.16, -0.78), (0.16, -0.7), (0.1, -0.78),
        (-0.1, -0.78))  # fmt: skip


def foreign_station(stage: Stage) -> None:
    """A listening room: a mast beyond the sea, a sheet with what it says."""
    c, w, g = stage.canvas, stage.w, stage.ground
    stage.sky("mist", "slate", 0.5, 0.05)
    x = w * 0.8
    waves(c, x, 16, (20, 34, 48, 62, 76, 90), 238, 302, "west", 3)
    mast(c, x, g - 4, 76, "ink", 1.0)
    c.rect(Rect(-1, g - 6, w + 2, 10), "steel")
    stage.land("ink", g + 2)
    for nth, (px, angle) in enumerate(((0.16, -9), (0.27, 6))):
        sheet(c, w * px, g - 22, 37, 50, angle, 8, "light" if nth else "paper", "line")
    c.circle(w * 0.27 + 6, g - 8, 7, "red", 1.1)
