"""Scenes of the front and the air: wedges, rings, burning towns, and the dead."""

from __future__ import annotations

from game.ui.art.scenes.buildings import fir, houses, mast, pole
from game.ui.art.scenes.figures import child, man, put, soldier, woman
from game.ui.art.scenes.machines import gun, lorry, parked_plane, plane_above, tank
from game.ui.art.scenes.stage import Stage
from game.ui.art.scenes.things import arrow, flame, pin
from game.ui.kit.rect import Rect


def wedge_as_ordered(stage: Stage) -> None:
    """The blow as it stands in the directive: a red wedge into a black circle, tanks below, small."""
    c, w, g = stage.canvas, stage.w, stage.h * 0.89
    x, y = w * 0.26, stage.h * 0.53
    stage.sky("fog", "slate", 0.48, 0.02)
    c.circle(x, y, 38, "ink")
    c.circle(x, y, 26, "axis")
    stage.wedge((x - 5, y + 3), (w + 40, stage.h * -0.22), (w + 40, stage.h * 0.74))
    stage.land("coal", g)
    for nth in range(3):
        tank(c, w * 0.62 + nth * w * 0.155, g, 1.25, way=-1)


def map_with_pins(stage: Stage) -> None:
    """A map on a wall: the front in two colours, arrows into it, pins where the divisions are said to be."""
    c, w, h = stage.canvas, stage.w, stage.h
    c.rect(stage.whole, "paper")
    land = [(-2.0, -2.0), (w * 0.44, -2), (w * 0.38, h * 0.2), (w * 0.47, h * 0.42), (w * 0.4, h * 0.66),
            (w * 0.54, h + 2), (-2, h + 2)]  # fmt: skip
    shape = c.polygon_mask(land)
    c.paint(shape, "fog")
    c.halftone(shape, "slate", stage.dot, level=0.22)
    grid = [[(w * i / 8, -2), (w * i / 8 + 9, h + 2)] for i in range(1, 8)]
    grid += [[(-2, h * i / 5 + 3), (w + 2, h * i / 5 - 3)] for i in range(1, 5)]
    for line in grid:
        c.line(line, 0.3, "line")
    river = [(w * 0.78, -2.0), (w * 0.72, h * 0.22), (w * 0.8, h * 0.42), (w * 0.7, h * 0.62), (w * 0.76, h + 2)]
    c.line(river, 1.8, "slate")
    c.line([(x - 0.9, y) for x, y in land[1:6]], 2.2, "ink")
    c.line([(x + 0.9, y) for x, y in land[1:6]], 2.0, "red")
    for (ax, ay), (bx, by) in (((0.1, 0.16), (0.56, 0.12)), ((0.08, 0.5), (0.66, 0.5)), ((0.12, 0.9), (0.6, 0.84))):
        arrow(c, [(w * ax, h * ay), (w * bx, h * by)], 5, 8, "axis", 2.2)
    for px, py in ((0.6, 0.26), (0.68, 0.34), (0.66, 0.72), (0.84, 0.2), (0.86, 0.6), (0.9, 0.84)):
        pin(c, w * px, h * py, 13)
    pin(c, w * 0.56, h * 0.62, 13, flag=False)
    c.polygon([(w - 24, -2), (w + 2, -2), (w + 2, 20)], "red", ink=True)
    c.polygon([(w * 0.46, h + 2), (w * 0.86, h + 2), (w + 2, h * 0.9), (w + 2, h + 2)], "ink", 0.16)


def burning_airfield(stage: Stage) -> None:
    """Aircraft parked wing to wing, as on parade; smoke; the others are above already."""
    c, w, g = stage.canvas, stage.w, stage.h * 0.82
    stage.sky("amber", "red", 0.12, 0.62)
    stage.disc(w * 0.24, g, 34, "paper")
    for x, width, lean in ((w * 0.46, 9, 46), (w * 0.68, 11, 44), (w * 0.9, 8, 30)):
        stage.smoke(x, g, width, lean)
    stage.land("ink", g)
    c.polygon([(-2, g + 2), (w + 2, g + 2), (w + 2, g + 3.4), (-2, g + 3.4)], "line")
    for nth in range(6):
        x = w * 0.1 + nth * w * 0.16
        burning = nth in (2, 3, 5)
        if burning:
            flame(c, x + 1, g - 4, 26 + 4 * (nth % 2))
        parked_plane(c, x, g + 5, 1.05, accent="soot" if burning else "red")
    for x, y, k in ((0.2, 14, 0.9), (0.33, 22, 0.75), (0.44, 12, 0.62)):
        plane_above(c, w * x, y, k, "ink", (-0.94, 0.34))


def pocket(stage: Stage) -> None:
    """Two pincers that close round four armies; one road is open, and thin."""
    c, w, h = stage.canvas, stage.w, stage.h
    x, y, r = w * 0.54, h * 0.5, 27
    c.rect(stage.whole, "paper")
    west = [(-2.0, -2.0), (w * 0.46, -2), (w * 0.3, h * 0.3), (w * 0.34, h * 0.72), (w * 0.5, h + 2), (-2, h + 2)]
    c.paint(c.polygon_mask(west), "fog")
    c.halftone(c.polygon_mask(west), "slate", stage.dot, level=0.3)
    for line in ([(w * 0.62, -2.0), (x, y), (w * 0.56, h + 2)], [(-2.0, h * 0.62), (x, y), (w + 2, h * 0.36)]):
        c.line(line, 0.8, "line")
    c.circle(x, y, r, "light")
    c.halftone(c.circle_mask(x, y, r), "red", stage.dot, level=0.42)
    c.circle(x, y, r, "red", 1.6)
    for start, end in ((-84, 58), (112, 264)):
        c.sector(x, y, r + 3, r + 12, start, end, "axis")
    put(c, "axis", x, y, 1, *[(px, py) for px, py in ((26, -34), (20, -12), (45, -7))])
    put(c, "axis", x, y, 1, *[(px, py) for px, py in ((24, 32), (42, 8), (46, 24))])
    arrow(c, [(-6, h * 0.26), (x - 28, y - 18)], 14, 10, "axis", 1.7)
    arrow(c, [(-6, h * 0.86), (x - 26, y + 22)], 14, 10, "axis", 1.7)
    c.star(x, y, 11, "ink")
    c.star(x, y, 8.6, "red")
    c.line([(x + r, y + 1), (w + 2, y - 8)], 1.4, "red", dash=(3, 2))
    for fx, fy in ((0.82, 0.2), (0.9, 0.72), (0.76, 0.86)):
        pin(c, w * fx, h * fy, 12)


def soldiers_at_a_river(stage: Stage) -> None:
    """A file of soldiers along a bank at evening, the bridge behind them."""
    c, w, h = stage.canvas, stage.w, stage.h
    bank, water = h * 0.74, h * 0.6
    stage.sky("paper", "ochre", 0.05, 0.5)
    stage.rays(w * 0.2, water, 11, "light", 0.6, 3, -90, 90)
    stage.disc(w * 0.2, water, 26)
    c.rect(Rect(-1, water, w + 2, h - water), "steel")
    for nth in range(5):
        half = 24 - nth * 3.6
        c.rect(Rect(w * 0.2 - half, water + 1.4 + nth * 2.6, half * 2, 1.1), "red")
    bridge = [(w * 0.44, water - 13), (w + 2, water - 16), (w + 2, water - 13.4), (w * 0.44, water - 10.4)]
    c.polygon(bridge, "ink")
    for nth in range(4):
        x = w * (0.5 + 0.15 * nth)
        c.polygon([(x - 1.6, water - 12), (x + 1.6, water - 12), (x + 2.4, water + 3), (x - 2.4, water + 3)], "ink")
        c.line([(x, water - 13), (x + w * 0.075, water - 24), (x + w * 0.15, water - 13)], 0.9, "ink")
    c.polygon([(-2, bank + 6), (w * 0.4, bank), (w + 2, bank + 4), (w + 2, h + 2), (-2, h + 2)], "ink")
    for nth in range(int(w * 0.87 / 13)):
        x = w * 0.09 + nth * 13
        soldier(c, x, bank + 8 + (nth % 3), 36 + (nth * 5) % 4, "ink", "coal" if nth != 2 else "deep")


def tanks_without_fuel(stage: Stage) -> None:
    """A column of tanks on a road that leads to the enemy; drums lie empty, a crew waits."""
    c, w, g = stage.canvas, stage.w, stage.ground
    stage.sky("mist", "slate", 0.45, 0.0)
    stage.disc(w * 0.82, g - 8, 30, "ochre")
    for nth in range(3):
        pole(c, w * (0.2 + 0.3 * nth), g, 52 - nth * 8)
    stage.land("line")
    c.halftone(c.rect_mask(Rect(-1, g, w + 2, 16)), "mute", stage.dot, level=0.3)
    for nth, (x, k) in enumerate(((0.86, 0.95), (0.62, 1.35), (0.24, 2.1))):
        tank(c, w * x, g + 2 + nth * 3.4, k, gun=1.3)
    for x, y in ((0.5, 9), (0.56, 10.5)):
        drum = Rect(w * x, g + y - 7, 8, 7)
        c.rect(drum, "red")
        c.rect(Rect(drum.x + 2.4, drum.y, 0.8, 7), "deep")
        c.rect(Rect(drum.x + 5, drum.y, 0.8, 7), "deep")
    soldier(c, w * 0.45, g + 11, 19, rifle=0)
    man(c, w * 0.41, g + 12, 18, hat=False)


def burning_town(stage: Stage) -> None:
    """A town behind its burning roofs, a black wedge over it, the road out."""
    c, w, g = stage.canvas, stage.w, stage.h * 0.8
    stage.sky("ochre", "red", 0.1, 0.8)
    stage.wedge((w * 0.58, g - 6), (-30, -40), (-30, 24), "axis", "ink")
    for x, lean in ((w * 0.5, 34), (w * 0.74, 30), (w * 0.92, 20)):
        stage.smoke(x, g - 14, 9, lean)
    houses(c, w * 0.3, w + 4, g, 34, "ink", "ember")
    put(c, "ink", w * 0.66, g, 1, (-5, 0), (-5, -44), (0, -58), (5, -44), (5, 0))
    c.circle(w * 0.66, g - 60, 1.6, "ink")
    for x, tall in ((0.42, 20), (0.55, 26), (0.8, 24), (0.93, 18)):
        flame(c, w * x, g - 20, tall)
    stage.land("ink", g)
    c.polygon([(w * 0.5, g), (w * 0.54, g), (w * 0.46, stage.h + 2), (w * 0.16, stage.h + 2)], "line")
    man(c, w * 0.42, g + 11, 19)
    woman(c, w * 0.46, g + 11, 18)
    child(c, w * 0.435, g + 12, 10)


def guns_over_moscow(stage: Stage) -> None:
    """Searchlights that cross over roofs, guns, and above them what may be one's own."""
    c, w, g = stage.canvas, stage.w, stage.ground
    stage.sky("axis", "ink", 0.6, 0.1)
    stage.stars(40)
    for x, left, right in ((0.1, 0.34, 0.46), (0.36, 0.06, 0.15), (0.66, 0.42, 0.52), (0.94, 0.6, 0.73)):
        c.polygon([(w * x - 0.8, g), (w * left, -2), (w * right, -2), (w * x + 0.8, g)], "mist", 0.5)
    for x, y, k in ((0.42, 16, 0.8), (0.5, 24, 0.8), (0.58, 16, 0.8)):
        plane_above(c, w * x, y, k, "ink", (0.99, 0.12))
    for x, y in ((0.3, 24), (0.62, 34), (0.72, 18), (0.22, 14), (0.84, 28)):
        c.star(w * x, y, 3.4, "amber", 8, 0.35)
    houses(c, -4, w + 4, g - 12, 20, "steel", "axis")
    c.rect(Rect(-1, g - 12, w + 2, 13), "steel")
    stage.land("ink")
    for x in (0.16, 0.5, 0.82):
        gun(c, w * x, g + 2, 1.9)
        soldier(c, w * x - 16, g + 3, 18, rifle=0)
        c.polygon([(w * x + 19.6, g - 31.6), (w * x + 25, g - 38), (w * x + 23.6, g - 32)], "red")


def refugees(stage: Stage) -> None:
    """A column on a road eastward under a black wedge: women, children, bundles, a cart."""
    c, w, g = stage.canvas, stage.w, stage.h * 0.8
    stage.sky("paper", "line", 0.55, 0.05)
    stage.wedge((w * 0.72, 27), (-40, -34), (-40, 30), "axis", "ink")
    stage.disc(w * 0.86, g - 10, 25)
    stage.land("mute", g)
    c.halftone(c.rect_mask(Rect(-1, g, w + 2, stage.h - g)), "ink", stage.dot, level=0.35)
    cart = w * 0.3
    put(c, "ink", cart, g + 6, 1, (-15, -8), (-18, -15), (14, -15), (12, -8))
    put(c, "soot", cart, g + 6, 1, (-14, -15), (-11, -22), (-3, -24), (2, -20), (8, -23), (12, -15))
    for wheel in (-9, 7):
        c.circle(cart + wheel, g + 1, 5.4, "ink", 1.1)
        for turn in ((5, 0), (0, 5)):
            c.line([(cart + wheel - turn[0], g + 1 - turn[1]), (cart + wheel + turn[0], g + 1 + turn[1])], 0.6, "ink")
    c.line([(cart + 13, g - 4), (cart + 26, g - 8)], 0.8, "ink")
    walkers = ((0.06, 26, "w"), (0.115, 15, "c"), (0.45, 31, "m"), (0.52, 29, "w"), (0.58, 17, "c"), (0.64, 27, "w"),
               (0.71, 29, "m"), (0.77, 15, "c"), (0.83, 25, "w"), (0.9, 24, "m"), (0.96, 22, "w"))  # fmt: skip
    for nth, (x, tall, who) in enumerate(walkers):
        foot = g + 8 + (nth * 3) % 4
        if who == "w":
            woman(c, w * x, foot, tall, scarf="red" if nth == 3 else "mute")
        elif who == "c":
            child(c, w * x, foot, tall)
        else:
            man(c, w * x, foot, tall)
            c.circle(w * x - tall * 0.2, foot - tall * 0.66, tall * 0.16, "soot")


def the_dead(stage: Stage) -> None:
    """A black page: rows of marks, one for each company; somewhere they stop being counted."""
    c, w, h = stage.canvas, stage.w, stage.h
    c.rect(stage.whole, "ink")
    chance = stage.chance()
    columns, rows = max(8, int((w - 20) / 4.2)), 12
    marks = []
    for row in range(rows):
        for column in range(columns):
            if column > columns * 0.62 and chance.random() < (column / columns - 0.55) * 1.9:
                continue
            x, y = 10 + column * (w - 20) / columns, 16 + row * (h - 36) / rows
            marks.append([(x, y), (x + 1.0, y), (x + 1.0, y + 4.0), (x, y + 4.0)])
    c.paint(c.polygon_mask(*marks), "line")
    c.rect(Rect(10, 9, w - 20, 0.7), "paper")
    c.rect(Rect(10, h - 10, w - 20, 0.7), "paper")
    c.polygon([(w + 2, h * 0.34), (w * 0.66, h * 0.5), (w + 2, h * 0.6)], "deep", ink=True)


def rockets_under_covers(stage: Stage) -> None:
    """Lorries with rails under tarpaulins in a wood at night; lines of fire above the firs."""
    c, w, g = stage.canvas, stage.w, stage.ground
    stage.sky("steel", "ink", 0.5, 0.1)
    trails = [[(w * 0.12 + i * 8, g - 8), (w * 0.62 + i * 10, -4), (w * 0.635 + i * 10, -4)] for i in range(7)]
    c.paint(c.polygon_mask(*trails), "amber")
    tips = [[(w * 0.3 + i * 8.7, 46 - i), (w * 0.62 + i * 10, -4), (w * 0.65 + i * 10, -4)] for i in range(7)]
    c.paint(c.polygon_mask(*tips), "red")
    for x, tall in ((0.02, 56), (0.2, 44), (0.4, 50), (0.6, 42), (0.8, 58), (0.95, 48)):
        fir(c, w * x, g + 1, tall, "ink")
    stage.land("ink")
    for x in (0.2, 0.52, 0.84):
        with c.moved(w * x, g + 6):
            for rail in range(3):
                c.polygon([(-12 + rail * 3, -12), (6 + rail * 3, -27), (8 + rail * 3, -26), (-9 + rail * 3, -11)],
                          "line")  # fmt: skip
            lorry(c, 0, 0, 1.15, "coal", "soot")


def listening_mast(stage: Stage) -> None:
    """A radio tower whose rings go out over a dark land."""
    c, w, g = stage.canvas, stage.w, stage.ground
    x = w * 0.4
    stage.sky("fog", "slate", 0.5, 0.05)
    for radius in (18, 32, 47, 63, 80):
        c.circle(x, 15, radius, "paper" if radius % 2 else "light", 1.2)
    stage.rays(x, 15, 6, "light", 0.35, 2.6, 70, 150)
    stage.disc(w * 0.82, g - 6, 21)
    houses(c, -4, x - 18, g, 16, "steel", "steel")
    houses(c, x + 22, w + 4, g, 20, "ink", "ink")
    stage.land("ink")
    mast(c, x, g + 1, 82, "ink", 1.0)
    c.circle(x, 11, 2.6, "red")
