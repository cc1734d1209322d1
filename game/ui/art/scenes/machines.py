"""Silhouettes of vehicles, aircraft, trains and guns. (x, y): middle of where they stand; k: size, 1 for 10 units."""

from __future__ import annotations

from game.ui.art.scenes.figures import put
from game.ui.kit.canvas import Canvas, Paint
from game.ui.kit.rect import Rect


def car(
    canvas: Canvas, x: float, y: float, k: float, colour: Paint = "ink", glass: Paint = "fog", lamp: Paint = "amber",
    way: int = 1,
) -> None:  # fmt: skip
    """A black saloon; way: its bonnet points to the right (1) or left (-1)."""
    body = (
        (-9, -2.4), (-8.6, -6.8), (-4.8, -6.8), (-2.8, -10), (3.4, -10), (5.2, -6.8), (8.6, -6), (9, -2.4),
    )  # fmt: skip
    put(canvas, colour, x, y, k, *[(px * way, py) for px, py in body])
    for pane in (((-2.2, -7), (-1.3, -9), (0.4, -9), (0.4, -7)), ((1.2, -7), (1.2, -9), (2.9, -9), (3.9, -7))):
        put(canvas, glass, x, y, k, *[(px * way, py) for px, py in pane])
    for wheel in (-5.2, 4.8):
        canvas.circle(x + wheel * way * k, y - 2.2 * k, 2.2 * k, colour)
        canvas.circle(x + wheel * way * k, y - 2.2 * k, 1.0 * k, "paper")
    canvas.circle(x + 8.7 * way * k, y - 5.0 * k, 0.85 * k, lamp)


def lorry(canvas: Canvas, x: float, y: float, k: float, colour: Paint = "ink", load: Paint = "coal") -> None:
    """A lorry under a tarpaulin, going right."""
    put(canvas, load, x, y, k, (-11, -3), (-11, -9), (-9.6, -11), (1.4, -11), (2.6, -9), (2.6, -3))
    put(canvas, colour, x, y, k, (3, -2), (3, -9), (6.6, -9), (8, -5.8), (11, -5.4), (11, -2))
    put(canvas, "fog", x, y, k, (4, -6), (4, -8.2), (6.2, -8.2), (7.1, -6))
    canvas.rect(Rect(x - 11.4 * k, y - 3.2 * k, 22.6 * k, 1.4 * k), colour)
    for wheel in (-8, 7.4):
        canvas.circle(x + wheel * k, y - 2.1 * k, 2.1 * k, colour)
        canvas.circle(x + wheel * k, y - 2.1 * k, 0.8 * k, "line")


def tank(
    canvas: Canvas, x: float, y: float, k: float, colour: Paint = "ink", wheel: Paint = "soot", way: int = 1,
    gun: float = 0.0,
) -> None:  # fmt: skip
    """A tank; gun: how far its muzzle droops, in units."""

    def side(*points: tuple[float, float], paint: Paint = colour) -> None:
        put(canvas, paint, x, y, k, *[(px * way, py) for px, py in points])

    side((-10, -1.6), (-11.4, -3.6), (-9.8, -5), (9.4, -5), (11.2, -3.4), (9.6, -1), (8, 0), (-8, 0))
    side((-9, -5), (-7, -7.2), (6.6, -7.2), (9.4, -5))
    side((-4.4, -7.2), (-3.4, -10.2), (3, -10.2), (4.8, -7.2))
    side((3, -9.4), (14, -9.3 + gun), (14, -8.5 + gun), (3, -8.4))
    side((-2.6, -10.2), (-2.2, -11.2), (0.4, -11.2), (0.8, -10.2))
    for place in (-8, -4.8, -1.6, 1.6, 4.8, 8):
        canvas.circle(x + place * way * k, y - 2.2 * k, 1.35 * k, wheel)


def parked_plane(canvas: Canvas, x: float, y: float, k: float, colour: Paint = "ink", accent: Paint = "red") -> None:
    """An aircraft on its wheels, nose up and to the left."""
    put(canvas, colour, x, y, k, (-11, -6.4), (-8.6, -8), (-4, -8), (-2.4, -9.4), (1, -9.2), (3, -7), (12, -3.4),
        (12, -2.4), (3, -3), (-8, -4.4))  # fmt: skip
    put(canvas, colour, x, y, k, (9.4, -4), (11, -8), (13, -8), (12.8, -2.8))
    put(canvas, colour, x, y, k, (-5, -5.2), (4, -4.4), (4.6, -3.4), (-4, -4))
    put(canvas, "fog", x, y, k, (-2, -8), (-1.4, -9), (0.6, -8.8), (1.6, -7.4))
    canvas.line([(x - 5.6 * k, y - 4.6 * k), (x - 6.4 * k, y - 1.4 * k)], 0.7 * k, colour)
    canvas.circle(x - 6.4 * k, y - 1.3 * k, 1.4 * k, colour)
    canvas.circle(x + 11.6 * k, y - 1.9 * k, 0.6 * k, colour)
    canvas.line([(x - 11.2 * k, y - 10 * k), (x - 11 * k, y - 3 * k)], 0.5 * k, colour)
    canvas.star(x + 6.4 * k, y - 4.7 * k, 1.2 * k, accent)


def plane_above(
    canvas: Canvas, x: float, y: float, k: float, colour: Paint = "ink", turn: tuple[float, float] = (1.0, 0.0)
) -> None:
    """An aircraft in the sky, its nose along a direction of length 1."""
    c, s = turn
    outline = (
        (10, 0), (7.5, 1), (2.6, 1.2), (1, 11), (-1.6, 11), (-1.6, 1.1), (-7, 0.8), (-8.2, 4), (-9.8, 4), (-9.4, 0),
        (-9.8, -4), (-8.2, -4), (-7, -0.8), (-1.6, -1.1), (-1.6, -11), (1, -11), (2.6, -1.2), (7.5, -1),
    )  # fmt: skip
    put(canvas, colour, x, y, k, *[(px * c - py * s, px * s + py * c) for px, py in outline])


def wagon(
    canvas: Canvas, x: float, y: float, k: float, colour: Paint = "ink", door: Paint = "soot", load: str = "closed"
) -> None:
    """A goods wagon; load: closed, flat (nothing on it), lathe (a machine under canvas) or open."""
    if load == "closed":
        put(canvas, colour, x, y, k, (-9, -3), (-9, -10.2), (-7.6, -11.4), (7.6, -11.4), (9, -10.2), (9, -3))
        canvas.rect(Rect(x - 2.4 * k, y - 9.8 * k, 4.8 * k, 6.4 * k), door)
    elif load == "lathe":
        put(canvas, door, x, y, k, (-7.4, -4), (-6, -8.6), (-3, -9.8), (-1.6, -7), (3, -7.6), (5, -10.6), (7.4, -4))
    elif load == "open":
        put(canvas, colour, x, y, k, (-9, -3), (-9, -7.2), (9, -7.2), (9, -3))
    canvas.rect(Rect(x - 9.6 * k, y - 3.8 * k, 19.2 * k, 1.5 * k), colour)
    for wheel in (-6.4, -3.2, 3.2, 6.4):
        canvas.circle(x + wheel * k, y - 1.5 * k, 1.5 * k, colour)


def engine(canvas: Canvas, x: float, y: float, k: float, colour: Paint = "ink", accent: Paint = "red") -> None:
    """A locomotive going right."""
    put(canvas, colour, x, y, k, (-11, -3), (-11, -13.4), (-12, -13.4), (-12, -14.6), (-3.6, -14.6), (-3.6, -11),
        (8, -11), (8.8, -14.2), (11.2, -14.2), (11, -11), (12.6, -10), (12.6, -3.4))  # fmt: skip
    put(canvas, "fog", x, y, k, (-9.6, -9), (-9.6, -12.6), (-5.4, -12.6), (-5.4, -9))
    put(canvas, colour, x, y, k, (10.6, -3.4), (13.4, -3.4), (16, 0), (10.6, 0))
    put(canvas, colour, x, y, k, (1, -11), (1.4, -12.8), (4.4, -12.8), (4.8, -11))
    for place, size in ((-8.6, 2.2), (-3.6, 3.0), (2.8, 3.0), (8.6, 2.0)):
        canvas.circle(x + place * k, y - size * k, size * k, colour)
        canvas.circle(x + place * k, y - size * k, size * 0.62 * k, accent)
        canvas.circle(x + place * k, y - size * k, size * 0.26 * k, colour)
    canvas.line([(x - 8.6 * k, y - 2.6 * k), (x + 3 * k, y - 2.6 * k)], 0.8 * k, colour)
    canvas.circle(x + 12.4 * k, y - 9.2 * k, 1.1 * k, "amber")


def gun(canvas: Canvas, x: float, y: float, k: float, colour: Paint = "ink") -> None:
    """An anti-aircraft gun, its barrel up and to the right."""
    put(canvas, colour, x, y, k, (-6, 0), (-2, -3.6), (2, -3.6), (6, 0))
    put(canvas, colour, x, y, k, (-3.4, -2.6), (-1, -6), (2, -4.4), (1, -2.4))
    put(canvas, colour, x, y, k, (-2.6, -4.6), (9.8, -17.2), (10.8, -16.2), (-0.8, -3.2))
    canvas.circle(x, y - 4 * k, 2.1 * k, colour)
    canvas.circle(x, y - 4 * k, 0.9 * k, "line")
