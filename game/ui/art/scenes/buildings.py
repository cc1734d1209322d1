"""Silhouettes of buildings, towers, poles and trees. (x, y): middle of the foot; h: height."""

from __future__ import annotations

import math

from game.ui.art.scenes.figures import put
from game.ui.kit.canvas import Canvas, Paint
from game.ui.kit.rect import Point, Rect


def fir(canvas: Canvas, x: float, y: float, h: float, colour: Paint = "steel") -> None:
    """A fir in three tiers."""
    tiers: list[list[Point]] = []
    for i in range(3):
        top, half = y - h + h * i * 0.29, h * (0.17 + 0.12 * i)
        tiers.append([(x, top), (x + half, top + h * 0.43), (x - half, top + h * 0.43)])
    tiers.append([(x - h * 0.025, y - h * 0.1), (x + h * 0.025, y - h * 0.1), (x + h * 0.025, y), (x - h * 0.025, y)])
    canvas.paint(canvas.polygon_mask(*tiers), colour)


def window(canvas: Canvas, x: float, y: float, w: float, h: float, glass: Paint, bars: Paint = "ink") -> None:
    """A window with its cross, its top left at (x, y)."""
    canvas.rect(Rect(x, y, w, h), glass)
    canvas.rect(Rect(x + w * 0.46, y, w * 0.09, h), bars)
    canvas.rect(Rect(x, y + h * 0.42, w, w * 0.09), bars)


def dacha(canvas: Canvas, x: float, y: float, h: float, lit: int = 1, glass: Paint = "steel") -> None:
    """The near dacha with four windows; lit: which of them is alight, -1 for none."""
    k = h / 19.6
    canvas.rect(Rect(x + 4.8 * k, y - 19.4 * k, 2.2 * k, 8 * k), "ink")
    canvas.rect(Rect(x - 10.2 * k, y - 11.2 * k, 20.4 * k, 11.2 * k), "ink")
    canvas.rect(Rect(x, y - 11 * k, 10.2 * k, 11 * k), "coal")
    put(canvas, "ink", x, y, k, (-12.8, -10.8), (0, -19.6), (12.8, -10.8))
    put(canvas, "coal", x, y, k, (0, -19.6), (12.8, -10.8), (0, -10.8))
    for nth, left in enumerate((-8.2, -4.4, 2.2, 6.4)):
        window(canvas, x + left * k, y - 8.4 * k, 2.4 * k, 4 * k, "amber" if nth == lit else glass)
    canvas.rect(Rect(x - 1.3 * k, y - 4.8 * k, 2.6 * k, 4.8 * k), glass)
    canvas.circle(x, y - 14 * k, 1.3 * k, glass)
    canvas.rect(Rect(x - 0.12 * k, y - 15.3 * k, 0.24 * k, 2.6 * k), "ink")
    canvas.rect(Rect(x - 1.3 * k, y - 14.1 * k, 2.6 * k, 0.24 * k), "ink")


def tower(canvas: Canvas, x: float, y: float, h: float, colour: Paint = "ink", star: Paint = "coal") -> None:
    """A tower of the Kremlin under its tent, the star covered."""
    k = h / 100
    put(canvas, colour, x, y, k, (-16, 0), (-14.5, -46), (14.5, -46), (16, 0))
    teeth: list[list[Point]] = [
        [(x + (left - 1.8) * k, y - 45 * k), (x + (left - 1.8) * k, y - 52 * k), (x + left * k, y - 49.6 * k),
         (x + (left + 1.8) * k, y - 52 * k), (x + (left + 1.8) * k, y - 45 * k)]
        for left in (-12.4, -6.2, 0, 6.2, 12.4)
    ]  # fmt: skip
    canvas.paint(canvas.polygon_mask(*teeth), colour)
    put(canvas, colour, x, y, k, (-9, -46), (-8, -66), (8, -66), (9, -46))
    put(canvas, colour, x, y, k, (-9.6, -65), (-1, -92), (1, -92), (9.6, -65))
    put(canvas, "soot", x, y, k, (1, -91), (9.6, -65), (2.4, -65))
    put(canvas, "soot", x, y, k, (6, 0), (5.6, -45), (14.5, -46), (16, 0))
    canvas.circle(x, y - 57 * k, 4.6 * k, "soot")
    canvas.star(x, y - 95 * k, 4.8 * k, star)
    put(canvas, "soot", x, y, k, (-4, 0), (-4, -15), (0, -20), (4, -15), (4, 0))


def wall(canvas: Canvas, left: float, right: float, y: float, h: float, colour: Paint = "ink") -> None:
    """A wall with swallow-tailed merlons."""
    canvas.rect(Rect(left, y - h, right - left, h), colour)
    teeth: list[list[Point]] = []
    step, x = h * 0.34, left
    while x < right:
        teeth.append(
            [(x, y - h * 0.98), (x, y - h * 1.3), (x + step * 0.3, y - h * 1.2), (x + step * 0.6, y - h * 1.3),
             (x + step * 0.6, y - h * 0.98)]
        )  # fmt: skip
        x += step
    canvas.paint(canvas.polygon_mask(*teeth), colour)


def works(canvas: Canvas, x: float, y: float, h: float, colour: Paint = "ink", bays: int = 4) -> None:
    """A factory with a saw-tooth roof, from x to the right; each bay is 0.5 h wide."""
    for bay in range(bays):
        left = x + bay * h * 0.5
        put(canvas, colour, left, y, h, (0, 0), (0, -0.72), (0.32, -1.0), (0.32, -0.72), (0.5, -0.72), (0.5, 0))
        put(canvas, "soot", left, y, h, (0.32, -0.96), (0.36, -0.96), (0.36, -0.72), (0.32, -0.72))
        for pane in range(3):
            canvas.rect(Rect(left + h * (0.07 + 0.14 * pane), y - h * 0.52, h * 0.08, h * 0.2), "soot")


def chimney(canvas: Canvas, x: float, y: float, h: float, colour: Paint = "ink") -> None:
    """A chimney with two bands."""
    put(canvas, colour, x, y, h, (-0.07, 0), (-0.045, -1), (0.045, -1), (0.07, 0))
    for band in (0.9, 0.82):
        canvas.rect(Rect(x - h * 0.05, y - h * band, h * 0.1, h * 0.03), "line")


def pole(canvas: Canvas, x: float, y: float, h: float, colour: Paint = "ink", arms: int = 1) -> None:
    """A telegraph pole."""
    canvas.rect(Rect(x - h * 0.011, y - h, h * 0.022, h), colour)
    for arm in range(arms):
        height = y - h * (0.94 - 0.09 * arm)
        canvas.rect(Rect(x - h * 0.075, height, h * 0.15, h * 0.018), colour)
        for side in (-0.07, -0.035, 0.035, 0.07):
            canvas.rect(Rect(x + h * (side - 0.006), height - h * 0.022, h * 0.012, h * 0.022), colour)


def horn(canvas: Canvas, x: float, y: float, size: float, angle: float, colour: Paint = "ink") -> None:
    """A loudspeaker whose mouth points along an angle in degrees (0: right, clockwise)."""
    turn = math.radians(angle)
    c, s = math.cos(turn), math.sin(turn)

    def part(paint: Paint, *points: Point) -> None:
        put(canvas, paint, x, y, size, *[(px * c - py * s, px * s + py * c) for px, py in points])

    part(colour, (-0.24, -0.12), (0.1, -0.12), (0.75, -0.5), (0.75, 0.5), (0.1, 0.12), (-0.24, 0.12))
    part("soot", (0.1, 0.0), (0.75, 0.0), (0.75, 0.5), (0.1, 0.12))
    part("line", (0.75, -0.5), (0.84, -0.5), (0.84, 0.5), (0.75, 0.5))


def mast(canvas: Canvas, x: float, y: float, h: float, colour: Paint = "ink", width: float | None = None) -> None:
    """A lattice mast that narrows towards its top in a curve, as Shukhov's does."""
    line = width or h * 0.011
    levels = [i / 6 for i in range(7)]
    half = [h * (0.145 * (1 - t) ** 1.55 + 0.008) for t in levels]
    ys = [y - h * 0.92 * t for t in levels]
    lines: list[list[Point]] = []
    for i in range(6):
        low, high = half[i], half[i + 1]
        lines += [[(x - low, ys[i]), (x + high, ys[i + 1])], [(x + low, ys[i]), (x - high, ys[i + 1])]]
        lines += [[(x, ys[i]), (x - high, ys[i + 1])], [(x, ys[i]), (x + high, ys[i + 1])]]
        lines.append([(x - high, ys[i + 1]), (x + high, ys[i + 1])])
    for piece in lines:
        canvas.line(piece, line, colour)
    for side in (-1, 1):
        canvas.line([(x + side * w, top) for w, top in zip(half, ys, strict=True)], line * 1.5, colour)
    canvas.rect(Rect(x - line * 0.6, y - h, line * 1.2, h * 0.09), colour)


def houses(
    canvas: Canvas, left: float, right: float, y: float, h: float, colour: Paint = "ink", glass: Paint = "soot",
    lit: Paint | None = None,
) -> None:  # fmt: skip
    """A row of town houses of uneven height; lit: colour of the few windows that are alight."""
    x, nth = left, 0
    while x < right:
        wide, tall = h * (0.5, 0.36, 0.62, 0.42)[nth % 4], h * (0.8, 1.0, 0.66, 0.9, 0.74)[nth % 5]
        canvas.rect(Rect(x, y - tall, wide + 0.2, tall), colour)
        if nth % 3 == 1:
            put(canvas, colour, x, y - tall, wide, (0, 0.02), (0.5, -0.3), (1, 0.02))
        for row in range(max(1, int(tall / (h * 0.2)))):
            for column in range(max(2, int(wide / (h * 0.15)))):
                shines = lit is not None and (row * 5 + column * 3 + nth) % 11 == 0
                pane = Rect(x + h * (0.06 + 0.14 * column), y - tall + h * (0.1 + 0.2 * row), h * 0.055, h * 0.09)
                canvas.rect(pane, lit if lit is not None and shines else glass)
        x, nth = x + wide, nth + 1
