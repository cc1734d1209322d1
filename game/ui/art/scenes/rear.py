"""Scenes of the rear: trains, works, shells, bread, spades."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.art.scenes.buildings import chimney, houses, pole, works
from game.ui.art.scenes.figures import child, crowd, man, put, soldier, woman
from game.ui.art.scenes.machines import engine, wagon
from game.ui.art.scenes.stage import Stage
from game.ui.art.scenes.things import flame
from game.ui.kit.rect import Point, Rect

SHELL: Sequence[Point] = (
    (-6, 0), (-6, -34), (-5.4, -40), (-3, -48), (0, -54), (3, -48), (5.4, -40), (6, -34), (6, 0),
)  # fmt: skip
"""Outline of a shell that stands on its base."""


def train_eastward(stage: Stage) -> None:
    """A train under a leaning plume, toward the sun; machines under canvas on its flat wagons."""
    c, w, g = stage.canvas, stage.w, stage.h * 0.82
    stage.sky("fog", "slate", 0.5, 0.02)
    stage.rays(w * 0.9, g, 9, "paper", 0.65, 3.6, -90, 0)
    stage.disc(w * 0.9, g, 34)
    front = w * 0.74
    plume: list[Point] = [(front + 13, g - 20), (front + 19, g - 21), (front + 4, g - 40), (front - 34, g - 58),
             (-4, g - 70), (-4, g - 46), (front - 40, g - 44), (front - 6, g - 33)]  # fmt: skip
    c.polygon(plume, "paper", ink=True)
    stage.tone(c.polygon_mask(plume), "line", 0.1, 0.45)
    stage.land("ink", g)
    c.rect(Rect(-1, g + 0.2, w + 2, 1.2), "line")
    ties: list[list[Point]] = [
        [(x * 8.0, g + 3), (x * 8.0 + 4, g + 3), (x * 8.0 + 3, g + 6), (x * 8.0 - 2, g + 6)]
        for x in range(int(w / 8) + 2)
    ]
    c.paint(c.polygon_mask(*ties), "mute")
    engine(c, front, g, 1.6)
    x, nth = front - 34.0, 0
    while x > -20:
        wagon(c, x, g, 1.5, load=("open", "lathe", "closed", "lathe", "closed")[nth % 5])
        x, nth = x - 30, nth + 1


def works_taken_down(stage: Stage) -> None:
    """Half a factory is still a factory; the other half stands on wagons."""
    c, w, g = stage.canvas, stage.w, stage.ground
    stage.sky("paper", "line", 0.55, 0.05)
    stage.disc(w * 0.28, g - 34, 31)
    chimney(c, w * 0.1, g, 80)
    chimney(c, w * 0.2, g, 70)
    stage.smoke(w * 0.1, g - 78, 3, 20, "mute")
    works(c, -6, g, 44, "ink", 3)
    for nth in range(3):
        x = 60.0 + nth * 18
        c.line([(x, g), (x, g - 31), (x + 12, g - 43), (x + 12, g - 31), (x + 18, g - 31)], 1.2, "ink")
        c.line([(x, g - 31), (x + 12, g - 31)], 0.8, "ink")
    crane = w * 0.68
    c.rect(Rect(crane - 1.4, g - 72, 2.8, 72), "red")
    c.polygon([(crane - 26, g - 73), (crane + 44, g - 73), (crane + 44, g - 70), (crane - 26, g - 70)], "red")
    c.line([(crane - 24, g - 72), (crane, g - 84), (crane + 42, g - 72)], 0.9, "red")
    c.line([(crane + 26, g - 70), (crane + 26, g - 44)], 0.6, "ink")
    put(c, "ink", crane + 26, g - 34, 1, (-10, 0), (-10, -5), (-5, -10), (3, -10), (4, -6), (10, -6), (10, 0))
    stage.land("coal")
    for x in (0.66, 0.84, 1.0):
        wagon(c, w * x, g + 4, 1.35, load="lathe" if x < 0.9 else "open")
    for nth, x in enumerate((0.36, 0.4, 0.47)):
        man(c, w * x, g + 9, 20 + nth, hat=nth != 1)


def lathes(stage: Stage) -> None:
    """A shop at night: gears, sparks, boys and women at machines."""
    c, w, g = stage.canvas, stage.w, stage.ground
    c.rect(stage.whole, "steel")
    stage.tone(c.rect_mask(stage.whole), "ink", 0.6, 0.15)
    for x, y, r in ((0.76, 36, 34), (0.42, 22, 20)):
        _gear(stage, w * x, y, r)
    for nth in range(5):
        left = w * (0.02 + 0.21 * nth)
        c.polygon([(left, -2), (left + 9, -2), (left + 3, 12), (left - 6, 12)], "paper", 0.5)
    stage.land("ink")
    for nth in range(3):
        x = w * (0.14 + 0.32 * nth)
        put(c, "ink", x, g + 4, 1, (-17, 0), (-17, -15), (-14, -17), (-14, -26), (-5, -26), (-5, -17), (8, -17),
            (8, -22), (14, -22), (16, 0))  # fmt: skip
        c.line([(x - 5, g - 17), (x + 9, g - 15)], 2.0, "line")
        for dx, dy in ((5, -8), (8, -4), (2, -9), (9, 1)):
            c.line([(x - 1, g - 16), (x - 1 + dx, g - 16 + dy)], 0.5, "amber")
        if nth == 1:
            child(c, x + 22, g + 5, 24)
            c.rect(Rect(x + 17, g + 4, 10, 4), "line")
        else:
            woman(c, x + 23, g + 5, 36)


def _gear(stage: Stage, x: float, y: float, r: float) -> None:
    c = stage.canvas
    c.star(x, y, r, "red", 14, 0.84)
    c.circle(x, y, r * 0.88, "red")
    c.circle(x, y, r * 0.62, "deep")
    c.circle(x, y, r * 0.3, "ink")


def queue_for_bread(stage: Stage) -> None:
    """A queue along a wall to a shut door; the sky does not mind."""
    c, w, g = stage.canvas, stage.w, stage.ground
    c.rect(stage.whole, "paper")
    c.polygon([(-2, -2), (w + 2, -2), (w + 2, 30), (-2, 58)], "fog")
    stage.tone(c.polygon_mask([(-2, -2), (w + 2, -2), (w + 2, 30), (-2, 58)]), "slate", 0.5, 0.05)
    c.polygon([(w * 0.76, g + 2), (w * 0.76, 8), (w + 2, 2), (w + 2, g + 2)], "ink")
    c.rect(Rect(w * 0.81, g - 44, 17, 46), "coal")
    c.rect(Rect(w * 0.81 + 16, g - 43, 1, 44), "line")
    c.rect(Rect(w * 0.78, 18, w * 0.2, 11), "red")
    c.rect(Rect(w * 0.8, 22.4, w * 0.16, 2.2), "paper")
    stage.land("mute")
    x, nth = w * 0.78, 0
    while x > -6:
        tall = 42 - nth * 1.4 + (nth * 5) % 4
        if nth % 3 == 2:
            man(c, x, g + 7 - nth * 0.3, tall + 2)
        else:
            woman(c, x, g + 7 - nth * 0.3, tall, scarf="red" if nth == 4 else "mute")
        if nth % 4 == 1:
            child(c, x - 7, g + 8, 20)
        x, nth = x - tall * 0.36, nth + 1


def shells(stage: Stage) -> None:
    """Rows of shells, of which the last have only an outline: those that the plan counts."""
    c, w, g = stage.canvas, stage.w, stage.ground
    stage.sky("paper", "line", 0.4, 0.05)
    stage.disc(w * 0.74, g - 22, 42)
    stage.land("coal")
    count = int((w - 14) / 17)
    for nth in range(count):
        x = 12 + nth * 17.0
        outline: list[Point] = [
            (-6, 0),
            (-6, -34),
            (-5.4, -40),
            (-3, -48),
            (0, -54),
            (3, -48),
            (5.4, -40),
            (6, -34),
            (6, 0),
        ]
        points = [(x + px, g + 4 + py) for px, py in outline]
        if nth < count * 0.6:
            c.polygon(points, "ink")
            c.polygon([p for p in points if p[0] >= x], "soot")
            c.rect(Rect(x - 6, g - 20, 12, 2.6), "ochre")
            c.rect(Rect(x - 6, g - 1, 12, 2.2), "ochre")
        else:
            c.line(points, 1.1, "ink", closed=True, dash=(3, 2))


def digging(stage: Stage) -> None:
    """A ditch across a field, spades, people who were clerks last week."""
    c, w, g = stage.canvas, stage.w, stage.h * 0.7
    stage.sky("paper", "ochre", 0.05, 0.42)
    stage.rays(w * 0.3, g, 9, "light", 0.7, 4, -80, 80)
    stage.disc(w * 0.3, g, 31)
    stage.land("mute", g)
    c.halftone(c.rect_mask(Rect(-1, g, w + 2, stage.h - g + 1)), "ink", stage.dot, level=0.25)
    c.polygon([(w * 0.46, g), (w * 0.5, g), (w * 0.86, stage.h + 2), (w * 0.44, stage.h + 2)], "ink")
    c.polygon([(w * 0.5, g), (w * 0.56, g - 5), (w * 0.64, g - 3), (w + 2, stage.h * 0.9), (w + 2, stage.h + 2),
               (w * 0.86, stage.h + 2)], "soot")  # fmt: skip
    for nth, (x, y, tall) in enumerate(((0.1, 22, 46), (0.27, 15, 40), (0.4, 8, 32), (0.62, 3, 30), (0.8, 10, 38))):
        px, foot = w * x, g + y
        way = 1 if x < 0.5 else -1
        if nth % 2:
            woman(c, px, foot, tall, scarf="deep" if nth == 1 else "ink")
        else:
            man(c, px, foot, tall, hat=nth != 2)
        c.line([(px - way * tall * 0.1, foot - tall * 0.7), (px + way * tall * 0.42, foot - tall * 0.02)],
               tall * 0.035, "ink")  # fmt: skip
        put(c, "ink", px + way * tall * 0.44, foot, tall, (-0.09, -0.06), (0.05, -0.14), (0.1, 0.08), (0.02, 0.12))


def burning_fields(stage: Stage) -> None:
    """Ripe corn, set alight; behind it a grain elevator."""
    c, w, g = stage.canvas, stage.w, stage.h * 0.66
    stage.sky("amber", "red", 0.55, 0.1)
    for x, lean in ((0.3, 40), (0.62, 44), (0.85, 30)):
        stage.smoke(w * x, g, 11, lean)
    for nth in range(4):
        c.rect(Rect(w * 0.06 + nth * 11, g - 36, 10.4, 36), "ink")
    put(c, "ink", w * 0.06 + 22, g - 35, 1, (-22, 0), (-22, -4), (-6, -4), (-6, -14), (10, -14), (10, -4), (22, -4),
        (22, 0))  # fmt: skip
    for nth in range(9):
        flame(c, w * (0.3 + 0.085 * nth), g + 2, 17 + (nth * 7) % 12)
    stage.land("ochre", g)
    rows: list[list[Point]] = []
    for nth in range(-7, 16):
        foot = w * (0.5 + (nth - 4) * 0.16)
        rows.append([(w * (0.5 + (nth - 4) * 0.05), g), (foot, stage.h + 2), (foot + w * 0.05, stage.h + 2)])
    c.paint(c.polygon_mask(*rows), "deep")
    c.polygon([(w * 0.3, g), (w + 2, g), (w + 2, g + 5), (w * 0.34, g + 3)], "ink")


def militia(stage: Stage) -> None:
    """Volunteers in a column: caps and jackets, a rifle for every third."""
    c, w, g = stage.canvas, stage.w, stage.ground
    stage.sky("fog", "slate", 0.45, 0.02)
    stage.wedge((w * 0.94, 12), (-20, -6), (-20, 44))
    houses(c, -4, w + 4, g - 6, 34, "slate", "steel")
    c.rect(Rect(-1, g - 8, w + 2, 30), "coal")
    x, nth = w * 0.05, 0
    while x < w * 0.98:
        if nth % 3 == 1:
            soldier(c, x, g - 1, 37, "ink", "soot")
        else:
            man(c, x, g - 1, 36 + (nth * 3) % 4, "ink", "soot", hat=nth % 2 == 0)
        x, nth = x + 11.4, nth + 1
    x, nth = w * 0.01, 2
    while x < w:
        man(c, x, g + 12, 43 + (nth * 3) % 4, "ink", "coal" if nth != 6 else "red", hat=nth % 3 != 0)
        x, nth = x + 14, nth + 1


def sealed_wagons(stage: Stage) -> None:
    """A sealed train at night on a siding, sentries along it."""
    c, w, g = stage.canvas, stage.w, stage.ground
    stage.sky("axis", "ink", 0.6, 0.1)
    stage.stars(36)
    c.circle(w * 0.82, 22, 12, "paper")
    pole(c, w * 0.12, g, 74)
    c.line([(-2, 20), (w * 0.12, 16), (w + 2, 30)], 0.4, "ink")
    c.polygon([(w * 0.12, 18), (w * 0.16, 18), (w * 0.44, g + 6), (w * 0.02, g + 6)], "amber", 0.3)
    stage.land("coal")
    c.rect(Rect(-1, g + 2.2, w + 2, 1.2), "line")
    x, nth = w * 0.2, 0
    while x < w + 20:
        wagon(c, x, g + 2.2, 2.3, "ink", "steel")
        c.rect(Rect(x - 0.9, g - 13, 1.8, 3), "red")
        x, nth = x + 45, nth + 1
    for fx in (0.33, 0.62, 0.9):
        soldier(c, w * fx, g + 11, 29, "ink", "slate")


def platform(stage: Stage) -> None:
    """A station: those who are called up on one side of the train, those who stay on the other."""
    c, w, g = stage.canvas, stage.w, stage.ground
    stage.sky("paper", "line", 0.3, 0.0)
    c.polygon([(-2, -2), (w + 2, -2), (w + 2, 14), (-2, 30)], "ink")
    for nth in range(7):
        x = w * (0.06 + 0.15 * nth)
        c.rect(Rect(x, 16, 1.6, g - 16), "ink")
        c.line([(x + 0.8, 40), (x + 10, 24)], 1.2, "ink")
    c.circle(w * 0.5, 42, 12, "ink")
    c.circle(w * 0.5, 42, 10, "light")
    c.line([(w * 0.5, 42), (w * 0.5, 34.6)], 1.2, "ink")
    c.line([(w * 0.5, 42), (w * 0.5 + 5.6, 45)], 1.2, "red")
    for x in (0.14, 0.46, 0.78, 1.1):
        wagon(c, w * x, g - 3, 2.5, "steel", "axis")
    stage.land("coal", g - 3)
    crowd(c, 2, w, g + 5, 24, "ink", 1)
    crowd(c, -4, w + 8, stage.h + 2, 31, "coal", 3)
    for x in (0.22, 0.58, 0.84):
        woman(c, w * x, stage.h + 4, 36, scarf="red" if x > 0.5 else "line")


def stadium(stage: Stage) -> None:
    """A new stadium on a Sunday: flags, empty stands, smoke from the bridge."""
    c, w, g = stage.canvas, stage.w, stage.ground
    stage.sky("fog", "slate", 0.45, 0.02)
    stage.smoke(w * 0.86, g - 20, 8, 22)
    stage.disc(w * 0.5, g - 24, 32, "paper")
    for nth in range(5):
        y, inset = g - 26 + nth * 6.0, (4 - nth) * 6.0
        c.rect(Rect(4 + inset, y, w * 0.36 - inset, 5), "ink" if nth % 2 else "coal")
        c.rect(Rect(w * 0.64 - 4, y, w * 0.36 - inset, 5), "ink" if nth % 2 else "coal")
    for nth in range(6):
        x = w * (0.1 + 0.16 * nth)
        c.rect(Rect(x, g - 62, 0.9, 62), "ink")
        put(c, "red", x + 0.9, g - 62, 1, (0, 0), (15, 4), (0, 9))
    stage.land("slate", g)
    c.polygon([(w * 0.36, g), (w * 0.64, g), (w * 0.9, stage.h + 2), (w * 0.1, stage.h + 2)], "steel")
    c.circle(w * 0.5, g + 8, 3.2, "paper")
    c.polygon([(w * 0.5, g + 4.8), (w * 0.5 + 3, g + 8), (w * 0.5, g + 11.2)], "ink")


def felt_boots(stage: Stage) -> None:
    """Felt boots in a row under a summer sun; somebody has thought of November."""
    c, w, g = stage.canvas, stage.w, stage.ground
    stage.sky("paper", "ochre", 0.05, 0.3)
    stage.rays(w * 0.5, g, 13, "light", 0.8, 4, -90, 90)
    stage.disc(w * 0.5, g, 44)
    stage.land("coal")
    x, nth = 16.0, 0
    while x < w - 8:
        colour, shade = (("soot", "ink"), ("mute", "soot"))[nth % 2]
        boot: list[Point] = [(-7, -42), (6, -42), (6, -15), (16, -9), (17, 0), (-7, 0)]
        put(c, colour, x, g + 5, 1, *boot)
        put(c, shade, x, g + 5, 1, (1, -42), (6, -42), (6, -15), (16, -9), (17, 0), (1, 0))
        c.rect(Rect(x - 8, g - 39, 15, 4), "ink")
        x, nth = x + 24, nth + 1
