"""Scenes of the Kremlin and the Lubyanka: towers, tables, doors, papers, a car below."""

from __future__ import annotations

from game.ui.art.scenes.buildings import houses, tower, wall, window
from game.ui.art.scenes.figures import crowd, hand_up, man, officer, put, soldier
from game.ui.art.scenes.machines import car
from game.ui.art.scenes.stage import Stage
from game.ui.art.scenes.things import chair, lamp, sheet
from game.ui.kit.rect import Rect


def towers_in_blackout(stage: Stage) -> None:
    """Towers with covered stars against a red disc; searchlights; no window alight but one."""
    c, w, g = stage.canvas, stage.w, stage.ground
    stage.sky("steel", "ink", 0.6, 0.1)
    stage.stars(30)
    stage.rays(w * 0.58, g, 5, "fog", 0.4, 2.6, -52, 56)
    stage.disc(w * 0.58, g - 26, 37)
    wall(c, -2, w + 2, g + 2, 16)
    tower(c, w * 0.58, g + 2, 82)
    tower(c, w * 0.16, g + 2, 54)
    tower(c, w * 0.9, g + 2, 46)
    stage.land("ink")
    c.rect(Rect(w * 0.58 - 1.4, g - 30, 2.8, 4.4), "amber")
    c.polygon([(w * 0.3, g + 2), (w * 0.36, g + 2), (w * 0.5, stage.h + 1), (w * 0.2, stage.h + 1)], "soot")


def the_gate(stage: Stage) -> None:
    """A gate with its barrier down and two sentries; a man with a pass."""
    c, w, g = stage.canvas, stage.w, stage.ground
    stage.sky("fog", "slate", 0.5, 0.04)
    stage.disc(w * 0.5, g - 30, 34)
    for side in (-1, 1):
        x = w * 0.5 + side * 40
        c.rect(Rect(x - 11, g - 62, 22, 62), "ink")
        put(c, "ink", x, g - 61, 1, (-15, 0), (0, -12), (15, 0))
        c.rect(Rect(x + 2, g - 60, 9, 60), "coal")
    wall(c, -4, w * 0.5 - 50, g, 34, "steel")
    wall(c, w * 0.5 + 51, w + 4, g, 34, "steel")
    stage.land("coal")
    bar = Rect(w * 0.5 - 40, g - 17, 82, 3.6)
    c.rect(bar, "paper")
    stripes = [[(bar.x + i * 9, bar.bottom), (bar.x + i * 9 + 4.5, bar.bottom), (bar.x + i * 9 + 6.5, bar.y),
                (bar.x + i * 9 + 2, bar.y)] for i in range(9)]  # fmt: skip
    c.paint(c.polygon_mask(*stripes), "red")
    for side in (-1, 1):
        x = w * 0.5 + side * 24
        put(c, "ink", x, g + 2, 1, (-7, 0), (-7, -34), (0, -41), (7, -34), (7, 0))
        hatch = c.polygon_mask([(x - 7, g + 2), (x - 7, g - 32), (x, g - 39), (x + 7, g - 32), (x + 7, g + 2)])
        c.hatch(hatch, "line", 5, 2.2, 45)
        soldier(c, x, g + 3, 31, "ink", "soot", side)
    man(c, w * 0.5, g + 11, 32, "ink", "coal")
    c.rect(Rect(w * 0.5 + 5, g - 10, 4, 5.4), "paper")


def corridor(stage: Stage) -> None:
    """A corridor with doors on both sides and one lamp; a man between two others, going away."""
    c, w, h = stage.canvas, stage.w, stage.h
    x, y = w * 0.5, h * 0.42
    c.rect(stage.whole, "soot")
    c.polygon([(-2, -2), (x - 14, y - 16), (x - 14, y + 22), (-2, h + 2)], "steel")
    c.polygon([(w + 2, -2), (x + 14, y - 16), (x + 14, y + 22), (w + 2, h + 2)], "slate")
    stage.tone(c.polygon_mask([(-2, -2), (x - 14, y - 16), (x - 14, y + 22), (-2, h + 2)]), "ink", 0.75, 0.1, 0)
    stage.tone(c.polygon_mask([(w + 2, -2), (x + 14, y - 16), (x + 14, y + 22), (w + 2, h + 2)]), "ink", 0.1, 0.6, 0)
    c.polygon([(-2, h + 2), (x - 14, y + 22), (x + 14, y + 22), (w + 2, h + 2)], "ink")
    c.polygon([(x - 5, y + 22), (x + 5, y + 22), (x + 34, h + 2), (x - 34, h + 2)], "deep")
    c.rect(Rect(x - 14, y - 16, 28, 38), "amber")
    for side in (-1, 1):
        for near, far in ((0.94, 0.68), (0.56, 0.41), (0.34, 0.25)):
            a, b = x + side * (14 + (w / 2 - 14) * near), x + side * (14 + (w / 2 - 14) * far)
            foot_a, foot_b = y + 22 + (h - y - 22) * near, y + 22 + (h - y - 22) * far
            top_a, top_b = y - 9 - (y * 0.62) * near, y - 9 - (y * 0.62) * far
            c.polygon([(a, top_a), (b, top_b), (b, foot_b), (a, foot_a)], "ink")
            c.circle(b + (a - b) * 0.14, (top_b + foot_b) / 2 + 2, 0.5 + near, "ochre")
    put(c, "ink", x, y + 36, 1, (-18, 8), (18, 8), (52, h), (-52, h))
    for dx, fold in ((-11, "soot"), (0, "red"), (11, "soot")):
        if dx:
            officer(c, x + dx, y + 44, 41, "ink", "deep")
        else:
            man(c, x, y + 43, 37, "ink", fold, hat=False)


def empty_chair(stage: Stage) -> None:
    """A long table; men on both sides of it look at the head, where nobody sits."""
    c, w, h = stage.canvas, stage.w, stage.h
    x = w * 0.5
    c.rect(stage.whole, "paper")
    stage.rays(x, 30, 11, "line", 0.55, 4, -110, 110)
    stage.disc(x, 30, 33)
    c.rect(Rect(-1, h * 0.62, w + 2, h), "ink")
    chair(c, x, h * 0.6, 47, "ink", "coal")
    for nth in range(4):
        near = nth / 3
        for side in (-1, 1):
            px, tall = x + side * (25 + near * (w * 0.5 - 33)), 25 + near * 22
            foot = h * 0.6 + near * 28
            put(c, "ink" if nth < 2 else "coal", px, foot, tall, (-0.4, 0), (-0.34, -0.5), (-0.1, -0.66),
                (0.1, -0.66), (0.34, -0.5), (0.4, 0))  # fmt: skip
            c.circle(px, foot - tall * 0.8, tall * 0.17, "ink" if nth < 2 else "coal")
    c.polygon([(x - 16, h * 0.6), (x + 16, h * 0.6), (x + w * 0.34, h + 2), (x - w * 0.34, h + 2)], "deep")
    c.polygon([(x, h * 0.6), (x + 16, h * 0.6), (x + w * 0.34, h + 2), (x, h + 2)], "red")
    for nth in range(4):
        near = (nth / 3) ** 1.2
        for side in (-1, 1):
            sheet(c, x + side * (8 + near * w * 0.2), h * 0.645 + near * 26, 5 + near * 7, 2.4 + near * 5, side * 7, 0)


def file_with_pages(stage: Stage) -> None:
    """A file under a lamp, six pages fanned out of it, each with a signature."""
    c, w, h = stage.canvas, stage.w, stage.h
    x = w * 0.5
    c.rect(stage.whole, "ink")
    stage.tone(c.rect_mask(stage.whole), "steel", 0.35, 0.0)
    c.polygon([(w * 0.8 - 8, -2), (w * 0.8 + 8, -2), (x + 74, h + 2), (x - 74, h + 2)], "ochre", 0.3)
    c.polygon([(x - 47, h * 0.3), (x + 30, h * 0.22), (x + 46, h * 0.94), (x - 34, h + 1)], "deep")
    for nth in range(6):
        angle = -22 + nth * 8.4
        sheet(c, x - 22 + nth * 9.6, h * 0.54 + abs(nth - 2.4) * 1.2, 36, 52, angle, 6, "light" if nth % 2 else "paper",
              "line", signed=True)  # fmt: skip
    c.polygon([(x - 40, h * 0.66), (x + 54, h * 0.58), (x + 60, h + 2), (x - 36, h + 2)], "red", ink=True)
    c.polygon([(x - 40, h * 0.66), (x + 54, h * 0.58), (x + 54.6, h * 0.63), (x - 39.6, h * 0.71)], "deep")
    c.polygon([(x - 18, h * 0.74), (x + 26, h * 0.703), (x + 28, h * 0.85), (x - 16, h * 0.89)], "paper")
    for row in range(3):
        top = h * (0.775 + 0.032 * row)
        c.polygon([(x - 12, top), (x + 18 - row * 8, top - 2.4 + row * 0.6), (x + 18 - row * 8, top - 1 + row * 0.6),
                   (x - 12, top + 1.4)], "ink")  # fmt: skip


def raised_hands(stage: Stage) -> None:
    """Hands, raised before a podium; one is not."""
    c, w, h = stage.canvas, stage.w, stage.h
    x = w * 0.5
    stage.sky("paper", "line", 0.5, 0.05)
    stage.rays(x, h * 0.5, 13, "light", 0.9, 4.5, -120, 120)
    stage.disc(x, h * 0.42, 33)
    put(c, "ink", x, h * 0.78, 1, (-15, 0), (-18, -25), (18, -25), (15, 0))
    put(c, "coal", x, h * 0.78, 1, (0, 0), (0, -25), (18, -25), (15, 0))
    officer(c, x, h * 0.54, 33, "ink", "deep")
    c.star(x, h * 0.66, 4.6, "red")
    c.rect(Rect(-1, h * 0.78, w + 2, h), "steel")
    crowd(c, 6, w, h * 0.9, 22, "axis", 1)
    places = [(0.06, 44), (0.165, 52), (0.27, 47), (0.375, 40), (0.625, 42), (0.73, 50), (0.835, 46), (0.94, 53)]
    for nth, (fx, tall) in enumerate(places):
        hand_up(c, w * fx, h + 6, tall + 6, "ink", "red" if nth == 5 else "paper")
    crowd(c, 0, w + 8, h + 3, 26, "ink")


def signature(stage: Stage) -> None:
    """A decree and a pen that is a wedge; the line for the name is empty."""
    c, w, h = stage.canvas, stage.w, stage.h
    c.rect(stage.whole, "deep")
    c.hatch(c.rect_mask(stage.whole), "red", stage.dot * 1.2, stage.dot * 0.5, 45)
    c.polygon([(w * 0.14, h * 0.12), (w * 0.66, h * 0.02), (w * 0.78, h + 2), (w * 0.24, h + 2)], "ink", 0.4)
    page = [(w * 0.16, h * 0.08), (w * 0.66, -2), (w * 0.76, h + 2), (w * 0.24, h + 2)]
    c.polygon(page, "light")
    for row in range(7):
        y, shift = h * (0.2 + 0.085 * row), row * 1.25
        wide = w * (0.36 if row % 4 != 3 else 0.2)
        c.polygon([(w * 0.23 + shift, y), (w * 0.23 + shift + wide, y - 5.4 * wide / 60), (w * 0.23 + shift + wide,
                  y + 1.5 - 5.4 * wide / 60), (w * 0.23 + shift, y + 1.5)], "line")  # fmt: skip
    c.line([(w * 0.4, h * 0.87), (w * 0.67, h * 0.83)], 0.8, "ink")
    stage.wedge((w * 0.5, h * 0.85), (w + 8, -14), (w + 8, 34))
    c.polygon([(w * 0.5, h * 0.85), (w * 0.572, h * 0.68), (w * 0.62, h * 0.74)], "ink")
    c.line([(w * 0.5, h * 0.85), (w * 0.58, h * 0.73)], 0.5, "paper")


def car_below(stage: Stage) -> None:
    """A window alight high in a wall; below it a car with its lamps off."""
    c, w, g = stage.canvas, stage.w, stage.ground
    c.rect(stage.whole, "steel")
    stage.tone(c.rect_mask(stage.whole), "ink", 0.25, 0.6)
    for row in range(3):
        for column in range(6):
            x, y = w * (0.07 + 0.155 * column), 9 + row * 23
            lit = (row, column) == (1, 3)
            window(c, x, y, 13, 16, "amber" if lit else "axis", "ink")
            c.rect(Rect(x - 1.5, y + 16, 16, 1.4), "ink")
    x, y = w * (0.07 + 0.155 * 3), 32
    c.polygon([(x, y + 16), (x + 13, y + 16), (x + 34, g + 6), (x - 8, g + 6)], "amber", 0.2)
    put(c, "ink", x + 6.5, y + 16, 1, (-3.6, 0), (-3, -6), (3, -6), (3.6, 0))
    c.circle(x + 6.5, y + 8, 2.2, "ink")
    stage.land("ink")
    c.rect(Rect(-1, g - 1, w + 2, 1.2), "line")
    car(c, w * 0.34, g + 4, 2.6, glass="slate", lamp="soot")
    for dx in (0.07, 0.1):
        officer(c, w * (0.5 + dx), g + 5, 28, "ink", "red")


def pistols(stage: Stage) -> None:
    """Pistols laid down on a table at the gate, each with a number."""
    c, w, h = stage.canvas, stage.w, stage.h
    stage.sky("fog", "slate", 0.45, 0.05)
    stage.wedge((w * 0.5, h * 0.5), (-20, -30), (w * 0.2, -30))
    for side in (0.14, 0.86):
        soldier(c, w * side, h * 0.66, 52, "ink", "soot", 1 if side < 0.5 else -1)
    c.polygon([(-2, h * 0.62), (w + 2, h * 0.62), (w + 2, h + 2), (-2, h + 2)], "red")
    c.polygon([(-2, h * 0.62), (w + 2, h * 0.62), (w + 2, h * 0.65), (-2, h * 0.65)], "deep")
    for nth in range(4):
        x, y, k = w * (0.16 + 0.225 * nth), h * 0.84 + (nth % 2) * 3, 1.15
        put(c, "ink", x, y, k, (-11, -7), (9, -7), (11, -4), (10, -2), (3, -2), (6, 9), (-1, 9), (-4, -1.6), (-11, -2))
        put(c, "soot", x, y, k, (-10, -5.4), (8, -5.4), (8, -4.6), (-10, -4.6))
        c.circle(x - 0.5 * k, y + 0.4 * k, 2.2 * k, "ink", 0.7 * k)
        sheet(c, x - 9, y + 9, 8, 6, -12, 2)


def a_lamp_in_the_study(stage: Stage) -> None:
    """A study at night: a lamp over papers, a visitor in the dark at the door."""
    c, w, g = stage.canvas, stage.w, stage.h * 0.72
    c.rect(stage.whole, "ink")
    stage.tone(c.rect_mask(stage.whole), "steel", 0.15, 0.5, 0)
    c.rect(Rect(w * 0.74, 10, 24, g - 10), "soot")
    c.polygon([(w * 0.74, 10), (w * 0.74 + 24, 10), (w * 0.74 + 24, g), (w * 0.74, g)], "amber", 0.55)
    man(c, w * 0.74 + 12, g, 48, "ink", "coal")
    put(c, "ink", w * 0.74 + 12, g, 1, (-9, 0), (9, 0), (-20, 40), (-64, 40))
    c.rect(Rect(-1, g, w + 2, stage.h), "deep")
    c.polygon([(-2, g), (w * 0.66, g), (w * 0.72, stage.h + 2), (-2, stage.h + 2)], "steel")
    c.polygon([(w * 0.28 - 30, g - 18), (w * 0.28 + 30, g - 18), (w * 0.28 + 60, g + 26), (w * 0.28 - 60, g + 26)],
              "amber", 0.5)  # fmt: skip
    lamp(c, w * 0.28, g + 8, 58, "ink", "red")
    for nth, x in enumerate((0.12, 0.4, 0.5)):
        sheet(c, w * x, g + 16 + nth * 2, 24, 11, -6 + nth * 7, 3)


def clapping_hall(stage: Stage) -> None:
    """A hall on its feet before a platform; nobody will be the first to sit down."""
    c, w, h = stage.canvas, stage.w, stage.h
    c.rect(stage.whole, "deep")
    stage.rays(w * 0.5, 22, 13, "red", 0.9, 5, -180, 160)
    c.circle(w * 0.5, 22, 17, "paper")
    c.star(w * 0.5, 22.6, 12, "red")
    c.rect(Rect(w * 0.28, 46, w * 0.44, 12), "ink")
    for nth in range(5):
        man(c, w * (0.33 + 0.085 * nth), 47, 20, "ink", "coal", hat=False)
    for row, (y, tall, colour) in enumerate(((66, 20, "axis"), (80, 25, "coal"), (103, 34, "ink"))):
        crowd(c, -4 + row * 5, w + 10, h * y / 100, tall, colour, row)


def night_houses(stage: Stage) -> None:
    """A dark street with one door ajar: something is being prepared, or somebody thinks so."""
    c, w, g = stage.canvas, stage.w, stage.ground
    stage.sky("axis", "ink", 0.6, 0.15)
    c.circle(w * 0.78, 22, 11, "paper")
    houses(c, -4, w * 0.56, g, 74, "ink", "coal")
    houses(c, w * 0.7, w + 6, g, 56, "ink", "coal")
    stage.land("coal")
    x = w * 0.4
    c.rect(Rect(x, g - 27, 12, 27), "amber")
    c.polygon([(x, g), (x + 12, g), (x + 64, stage.h + 2), (x + 18, stage.h + 2)], "amber", 0.5)
    man(c, x + 6, g, 24, "ink", "ink")
    put(c, "ink", x + 6, g, 1, (-3, 0), (4, 0), (38, 20), (26, 20))
    man(c, w * 0.7, g + 5, 27, "ink", "soot")
    put(c, "red", w * 0.7, g - 19.6, 1, (3, 0), (4.4, 0), (4.4, 0.9), (3, 0.9))
