"""Silhouettes of things in rooms. (x, y) and size as each says; in the units of the canvas."""

from __future__ import annotations

import math

from game.ui.art.scenes.figures import put
from game.ui.kit.canvas import Canvas, Paint, sector_points
from game.ui.kit.rect import Point, Rect


def telephone(canvas: Canvas, x: float, y: float, h: float, colour: Paint = "ink", dial: Paint = "paper") -> None:
    """A desk telephone, middle of its foot at (x, y); a disc without numbers, as those of the government line have."""
    put(canvas, colour, x, y, h, (-0.62, 0), (-0.56, -0.14), (-0.3, -0.58), (0.3, -0.58), (0.56, -0.14), (0.62, 0))
    put(canvas, "soot", x, y, h, (0.06, -0.56), (0.3, -0.58), (0.56, -0.14), (0.62, 0), (0.2, 0))
    put(canvas, colour, x, y, h, (-0.24, -0.56), (-0.2, -0.74), (-0.1, -0.74), (-0.12, -0.56))
    put(canvas, colour, x, y, h, (0.24, -0.56), (0.2, -0.74), (0.1, -0.74), (0.12, -0.56))
    put(canvas, colour, x, y, h, (-0.72, -0.62), (-0.7, -0.78), (-0.5, -0.94), (0.5, -0.94), (0.7, -0.78),
        (0.72, -0.62), (0.44, -0.58), (0.4, -0.76), (-0.4, -0.76), (-0.44, -0.58))  # fmt: skip
    canvas.circle(x, y - h * 0.29, h * 0.2, dial)
    canvas.circle(x, y - h * 0.29, h * 0.13, colour)
    canvas.circle(x, y - h * 0.29, h * 0.06, "red")


def microphone(canvas: Canvas, x: float, y: float, h: float, colour: Paint = "ink") -> None:
    """A microphone of the time in its ring on a stand, foot at (x, y)."""
    top = y - h * 0.74
    canvas.rect(Rect(x - h * 0.02, y - h * 0.5, h * 0.04, h * 0.5), colour)
    put(canvas, colour, x, y, h, (-0.2, 0), (-0.16, -0.06), (0.16, -0.06), (0.2, 0))
    canvas.circle(x, top, h * 0.26, colour, h * 0.045)
    for turn in (45, 135, 225, 315):
        dx, dy = math.sin(math.radians(turn)) * h, math.cos(math.radians(turn)) * h
        canvas.line([(x + dx * 0.15, top + dy * 0.15), (x + dx * 0.24, top + dy * 0.24)], h * 0.016, colour)
    canvas.circle(x, top, h * 0.165, colour)
    for row in range(-2, 3):
        half = math.sqrt(max(0.0, 0.135**2 - (row * 0.052) ** 2)) * h
        canvas.rect(Rect(x - half, top + row * 0.052 * h - h * 0.011, half * 2, h * 0.022), "line")


def chair(canvas: Canvas, x: float, y: float, h: float, colour: Paint = "ink", seat: Paint = "soot") -> None:
    """A high-backed chair from the front, foot at (x, y)."""
    put(canvas, colour, x, y, h, (-0.24, -0.42), (-0.21, -1), (0.21, -1), (0.24, -0.42))
    put(canvas, seat, x, y, h, (-0.16, -0.5), (-0.14, -0.9), (0.14, -0.9), (0.16, -0.5))
    put(canvas, colour, x, y, h, (-0.3, -0.34), (-0.25, -0.44), (0.25, -0.44), (0.3, -0.34))
    for side in (-1, 1):
        put(canvas, colour, x, y, h, (side * 0.28, -0.36), (side * 0.2, -0.36), (side * 0.22, 0), (side * 0.28, 0))


def armchair(canvas: Canvas, x: float, y: float, h: float, colour: Paint = "ink", seat: Paint = "soot") -> None:
    """A deep armchair from the front, foot at (x, y)."""
    put(canvas, colour, x, y, h, (-0.42, -0.2), (-0.4, -0.92), (-0.3, -1), (0.3, -1), (0.4, -0.92), (0.42, -0.2))
    put(canvas, seat, x, y, h, (-0.28, -0.36), (-0.28, -0.84), (0.28, -0.84), (0.28, -0.36))
    put(canvas, colour, x, y, h, (-0.56, -0.04), (-0.56, -0.52), (-0.34, -0.56), (-0.3, -0.34), (0.3, -0.34),
        (0.34, -0.56), (0.56, -0.52), (0.56, -0.04))  # fmt: skip
    for side in (-0.48, 0.42):
        canvas.rect(Rect(x + side * h, y - h * 0.05, h * 0.06, h * 0.05), colour)


def sheet(
    canvas: Canvas, x: float, y: float, w: float, h: float, angle: float = 0, lines: int = 5,
    colour: Paint = "light", words: Paint = "line", signed: bool = False,
) -> None:  # fmt: skip
    """A written sheet, its middle at (x, y), turned by an angle in degrees; signed: with a stroke in red."""
    turn = math.radians(angle)
    c, s = math.cos(turn), math.sin(turn)

    def corner(px: float, py: float) -> Point:
        return x + px * c - py * s, y + px * s + py * c

    def bar(left: float, top: float, right: float, foot: float) -> list[Point]:
        return [corner(left, top), corner(right, top), corner(right, foot), corner(left, foot)]

    canvas.polygon(bar(-w / 2, -h / 2, w / 2, h / 2), colour)
    pitch = h * 0.8 / max(1, lines + (2 if signed else 0))
    rows = [
        bar(-w * 0.38, -h * 0.4 + i * pitch, w * (0.38 if i % 3 != 2 else 0.14), -h * 0.4 + i * pitch + pitch * 0.34)
        for i in range(lines)
    ]
    if rows:
        canvas.paint(canvas.polygon_mask(*rows), words)
    if signed:
        stroke = [corner(-w * 0.1, h * 0.36), corner(w * 0.05, h * 0.24), corner(w * 0.1, h * 0.38),
                  corner(w * 0.38, h * 0.26)]  # fmt: skip
        canvas.line(stroke, max(h * 0.025, 0.3), "red")


def lamp(canvas: Canvas, x: float, y: float, h: float, colour: Paint = "ink", shade: Paint = "steel") -> None:
    """A table lamp with a broad shade, foot at (x, y)."""
    put(canvas, colour, x, y, h, (-0.2, 0), (-0.14, -0.08), (0.14, -0.08), (0.2, 0))
    canvas.rect(Rect(x - h * 0.025, y - h * 0.72, h * 0.05, h * 0.7), colour)
    put(canvas, shade, x, y, h, (-0.44, -0.58), (-0.24, -0.94), (0.24, -0.94), (0.44, -0.58))
    put(canvas, colour, x, y, h, (0.06, -0.58), (0.06, -0.94), (0.24, -0.94), (0.44, -0.58))


def pin(canvas: Canvas, x: float, y: float, size: float, colour: Paint = "red", flag: bool = True) -> None:
    """A pin stuck into a map at (x, y), with a little flag."""
    canvas.line([(x, y), (x + size * 0.16, y - size)], size * 0.06, "ink")
    if flag:
        put(canvas, colour, x + size * 0.16, y - size, size, (0, 0), (0.7, 0.16), (0.06, 0.42))
    else:
        canvas.circle(x + size * 0.16, y - size, size * 0.2, colour)


def glass_of_water(canvas: Canvas, x: float, y: float, h: float) -> None:
    """A glass of water, foot at (x, y)."""
    put(canvas, "mist", x, y, h, (-0.2, 0), (-0.26, -1), (0.26, -1), (0.2, 0))
    put(canvas, "fog", x, y, h, (-0.2, 0), (-0.235, -0.62), (0.235, -0.62), (0.2, 0))
    put(canvas, "slate", x, y, h, (0.06, 0), (0.08, -0.62), (0.235, -0.62), (0.2, 0))


def flame(canvas: Canvas, x: float, y: float, h: float) -> None:
    """A fire of three wedges, foot at (x, y)."""
    put(canvas, "red", x, y, h, (-0.42, 0), (-0.34, -0.5), (-0.18, -0.32), (0.02, -1), (0.16, -0.5), (0.3, -0.72),
        (0.42, 0))  # fmt: skip
    put(canvas, "ochre", x, y, h, (-0.24, 0), (-0.16, -0.26), (-0.06, -0.18), (0.05, -0.62), (0.14, -0.26),
        (0.24, -0.36), (0.26, 0))  # fmt: skip
    put(canvas, "amber", x, y, h, (-0.1, 0), (0.03, -0.3), (0.14, 0))


def arrow(
    canvas: Canvas, path: list[Point], start: float, end: float, colour: Paint, head: float = 2.4, ink: bool = True
) -> None:
    """A broad arrow on a map along two points: `start` wide at its root, `end` at its neck."""
    (ax, ay), (bx, by) = path[0], path[-1]
    length = math.dist((ax, ay), (bx, by))
    ux, uy = (bx - ax) / length, (by - ay) / length
    neck = (bx - ux * end * head * 0.9, by - uy * end * head * 0.9)

    def side(point: Point, wide: float, way: int) -> Point:
        return point[0] - uy * wide / 2 * way, point[1] + ux * wide / 2 * way

    outline = [side((ax, ay), start, 1), side(neck, end, 1), side(neck, end * head, 1), (bx, by),
               side(neck, end * head, -1), side(neck, end, -1), side((ax, ay), start, -1)]  # fmt: skip
    canvas.polygon(outline, colour, ink=ink)


def waves(
    canvas: Canvas, x: float, y: float, radii: tuple[float, ...], start: float, end: float, colour: Paint,
    width: float = 1.0,
) -> None:  # fmt: skip
    """Waves of sound or wireless: parts of rings between two angles in degrees, 0 up."""
    rings = [sector_points(x, y, radius, radius + width, start, end) for radius in radii]
    canvas.paint(canvas.polygon_mask(*rings), colour)
