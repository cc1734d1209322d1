"""Silhouettes of people. (x, y) is where they stand, h how high they are; all in the units of the canvas."""

from __future__ import annotations

from game.ui.kit.canvas import Canvas, Paint
from game.ui.kit.rect import Point, Rect


def put(canvas: Canvas, colour: Paint, x: float, y: float, k: float, *points: Point, ink: bool = False) -> None:
    """A polygon whose points are k times as large, from (x, y) on."""
    canvas.polygon([(x + px * k, y + py * k) for px, py in points], colour, ink=ink)


def man(
    canvas: Canvas, x: float, y: float, h: float, colour: Paint = "ink", fold: Paint = "soot", hat: bool = True
) -> None:
    """A man in a long coat: a cone, a head, a hat; fold: colour of the shaded side."""
    put(canvas, colour, x, y, h, (-0.21, 0), (-0.05, -0.78), (0.05, -0.78), (0.21, 0))
    put(canvas, fold, x, y, h, (0.02, -0.76), (0.05, -0.78), (0.21, 0), (0.06, 0))
    canvas.circle(x, y - h * 0.86, h * 0.115, colour)
    if hat:
        put(canvas, colour, x, y, h, (-0.2, -0.9), (0.2, -0.9), (0.11, -1.02), (-0.11, -1.02))


def woman(canvas: Canvas, x: float, y: float, h: float, colour: Paint = "ink", scarf: Paint = "red") -> None:
    """A woman in a shawl: a wide cone and a kerchief."""
    put(canvas, colour, x, y, h, (-0.25, 0), (-0.09, -0.7), (0.09, -0.7), (0.25, 0))
    put(canvas, scarf, x, y, h, (0, -1.0), (0.14, -0.84), (0.1, -0.68), (-0.1, -0.68), (-0.14, -0.84))
    canvas.circle(x, y - h * 0.82, h * 0.075, "paper")


def child(canvas: Canvas, x: float, y: float, h: float, colour: Paint = "ink") -> None:
    """A child: a small cone and a large head."""
    put(canvas, colour, x, y, h, (-0.26, 0), (-0.06, -0.66), (0.06, -0.66), (0.26, 0))
    canvas.circle(x, y - h * 0.8, h * 0.17, colour)


def soldier(
    canvas: Canvas, x: float, y: float, h: float, colour: Paint = "ink", fold: Paint = "soot", rifle: int = 1
) -> None:
    """A soldier in a greatcoat and a helmet; rifle: slung to the right (1), to the left (-1), or none (0)."""
    if rifle:
        r = float(rifle)
        rifle_line = [(x - r * h * 0.16, y - h * 0.32), (x + r * h * 0.3, y - h * 1.16)]
        canvas.line(rifle_line, h * 0.035, colour)
    put(canvas, colour, x, y, h, (-0.17, 0), (-0.12, -0.72), (-0.04, -0.8), (0.04, -0.8), (0.12, -0.72), (0.17, 0))
    put(canvas, fold, x, y, h, (0.02, -0.78), (0.12, -0.72), (0.17, 0), (0.07, 0))
    canvas.circle(x, y - h * 0.86, h * 0.09, colour)
    put(canvas, colour, x, y, h, (-0.15, -0.87), (-0.1, -0.98), (0, -1.02), (0.1, -0.98), (0.15, -0.87))


def officer(canvas: Canvas, x: float, y: float, h: float, colour: Paint = "ink", band: Paint = "red") -> None:
    """A man in a belted tunic and a peaked cap."""
    put(canvas, colour, x, y, h, (-0.16, 0), (-0.2, -0.68), (-0.06, -0.78), (0.06, -0.78), (0.2, -0.68), (0.16, 0))
    put(canvas, "soot", x, y, h, (0.02, -0.77), (0.06, -0.78), (0.2, -0.68), (0.16, 0), (0.05, 0))
    put(canvas, band, x, y, h, (-0.17, -0.42), (0.175, -0.42), (0.17, -0.38), (-0.17, -0.38))
    canvas.circle(x, y - h * 0.85, h * 0.1, colour)
    put(canvas, colour, x, y, h, (-0.17, -0.98), (0.13, -1.02), (0.15, -0.92), (-0.11, -0.9))
    put(canvas, band, x, y, h, (-0.12, -0.92), (0.13, -0.93), (0.13, -0.9), (-0.12, -0.89))


def hand_up(canvas: Canvas, x: float, y: float, h: float, colour: Paint = "ink", cuff: Paint = "paper") -> None:
    """A raised arm with an open hand, from its shoulder at (x, y)."""
    put(canvas, colour, x, y, h, (-0.12, 0), (-0.075, -0.62), (0.075, -0.62), (0.12, 0))
    put(canvas, cuff, x, y, h, (-0.08, -0.6), (-0.076, -0.66), (0.076, -0.66), (0.08, -0.6))
    for finger, tall in ((-0.066, 0.93), (-0.028, 0.99), (0.01, 0.98), (0.047, 0.91)):
        canvas.rect(Rect(x + finger * h, y - tall * h, h * 0.03, h * (tall - 0.76)), colour)
    put(canvas, colour, x, y, h, (-0.066, -0.67), (-0.07, -0.8), (0.077, -0.8), (0.077, -0.74), (0.066, -0.67))
    put(canvas, colour, x, y, h, (-0.06, -0.7), (-0.115, -0.84), (-0.09, -0.86), (-0.03, -0.78))


def crowd(canvas: Canvas, left: float, right: float, y: float, h: float, colour: Paint = "ink", shift: int = 0) -> None:
    """A row of heads and shoulders from behind, cut at the height y."""
    step, x, nth = h * 0.46, left, shift
    while x < right:
        tall = h * (0.9, 1.06, 0.84, 1.0, 0.94)[nth % 5]
        put(canvas, colour, x, y, tall, (-0.34, 0), (-0.27, -0.44), (-0.08, -0.6), (0.08, -0.6), (0.27, -0.44),
            (0.34, 0))  # fmt: skip
        canvas.circle(x, y - tall * 0.74, tall * 0.155, colour)
        if nth % 3 == 0:
            put(canvas, colour, x, y, tall, (-0.22, -0.8), (0.24, -0.8), (0.15, -0.95), (-0.15, -0.95))
        x, nth = x + step, nth + 1
