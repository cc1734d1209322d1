"""Scenes of the end of June: the dacha, the cars, the armchair."""

from __future__ import annotations

from game.ui.art.scenes.buildings import dacha, fir, houses, pole, window
from game.ui.art.scenes.figures import man, put
from game.ui.art.scenes.machines import car
from game.ui.art.scenes.stage import Stage
from game.ui.art.scenes.things import armchair, lamp
from game.ui.kit.rect import Rect


def dacha_at_night(stage: Stage) -> None:
    """Three cars before the dacha, six men, their shadows, a red sun that does not warm."""
    c, g = stage.canvas, stage.ground
    x = stage.w * 0.7
    stage.sky("fog", "slate", 0.5, 0.04)
    stage.rays(x, stage.h * 0.56)
    stage.disc(x, stage.h * 0.56, stage.h * 0.44)
    stage.land()
    for fx, fh, colour in ((-54, 26, "steel"), (-42, 38, "ink"), (36, 40, "ink"), (47, 30, "steel"), (55, 46, "ink")):
        fir(c, x + fx, g + 0.5, fh, colour)
    dacha(c, x, g, 39)
    lamps = x - 62
    c.polygon([(lamps, g - 5), (x - 20, g - 22), (x - 20, g)], "light", 0.62)
    pole(c, stage.w * 0.3, g, 78)
    c.line([(-2, 12), (stage.w * 0.3, 18), (x - 16, 47)], 0.5, "ink")
    for nth in range(3):
        car(c, lamps - 9 - nth * 23, g + 1, 1.12)
    walkers = ((-51, 13.0, 0.0), (-44.4, 14.4, 2.0), (-37, 16.2, 4.0), (-29, 14.4, 2.6), (-22.4, 13.2, 1.0))
    for dx, _, dy in walkers:
        put(c, "ink", x + dx, g + 2 + dy, 1, (-2.2, 0), (2.2, 0), (-24, 30), (-38, 30))
    for nth, (dx, tall, dy) in enumerate(walkers):
        man(c, x + dx, g + 2 + dy, tall, fold="red" if nth == 2 else "soot")


def cars_waiting(stage: Stage) -> None:
    """Black cars in a row before an office, their lamps painted blue; nobody knows where they go."""
    c, w, g = stage.canvas, stage.w, stage.h * 0.78
    stage.sky("axis", "ink", 0.1, 0.6)
    stage.wedge((w * 0.2, g), (w + 8, -24), (w + 8, g - 24))
    houses(c, -4, w * 0.46, g - 16, 48, "ink", "coal", "amber")
    stage.land("slate", g - 16)
    stage.tone(c.rect_mask(Rect(-1, g - 16, w + 2, stage.h)), "ink", 0.0, 0.6)
    places = [(w * 0.12, 1.0), (w * 0.27, 1.2), (w * 0.47, 1.5), (w * 0.76, 2.0)]
    for x, k in places:
        c.polygon([(x + 8 * k, g + 1 - 5 * k), (x + 26 * k, g + 1 - 8 * k), (x + 26 * k, g + 4)], "sky", 0.4)
    for nth, (x, k) in enumerate(places):
        car(c, x, g + 1 + nth * 2, k, lamp="sky", glass="fog")
    man(c, w * 0.53, g + 15, 33)
    man(c, w * 0.6, g + 16, 35, fold="red", hat=False)


def night_road(stage: Stage) -> None:
    """One car on a straight road between firs, its lamps covered."""
    c, w, h = stage.canvas, stage.w, stage.h
    horizon, x = h * 0.44, w * 0.5
    stage.sky("steel", "ink", 0.55, 0.05)
    stage.stars(30)
    stage.disc(x, horizon, 20)
    stage.land("ink", horizon)
    c.polygon([(x - 1.4, horizon), (x + 1.4, horizon), (x + 46, h + 1), (x - 46, h + 1)], "soot")
    dashes = [((0.02, 0.10), 0.3), ((0.16, 0.30), 0.7), ((0.40, 0.62), 1.4), ((0.76, 1.0), 2.4)]
    for (a, b), half in dashes:
        top, foot = horizon + (h - horizon) * a, horizon + (h - horizon) * b
        c.polygon([(x - half * 0.6, top), (x + half * 0.6, top), (x + half, foot), (x - half, foot)], "line")
    for nth in range(6):
        share = (nth / 5) ** 1.7
        for side in (-1, 1):
            colour = "steel" if nth < 2 else "ink"
            fir(c, x + side * (8 + 62 * share), horizon + 2 + (h - horizon) * share * 0.62, 14 + 62 * share, colour)
    y = h * 0.8
    put(c, "ink", x + 13, y, 1, (-10, 0), (-10.4, -8), (-7, -9), (-5, -15), (5, -15), (7, -9), (10.4, -8), (10, 0))
    put(c, "slate", x + 13, y, 1, (-5.4, -9), (-4, -13.6), (4, -13.6), (5.4, -9))
    for side in (-7, 7):
        c.rect(Rect(x + 13 + side - 1.6, y - 6, 3.2, 1.6), "red")
        c.rect(Rect(x + 13 + side - 2, y - 1, 4, 3), "ink")


def the_armchair(stage: Stage) -> None:
    """A man's armchair by a window, a lamp; whoever sat in it has just risen."""
    c, g, w = stage.canvas, stage.ground, stage.w
    x = w * 0.42
    c.rect(stage.whole, "coal")
    stage.tone(c.rect_mask(stage.whole), "ink", 0.1, 0.7, 0)
    c.polygon([(x - 8, 8), (x + 56, -4), (w + 6, g), (x - 34, g)], "ochre", 0.5)
    window(c, w * 0.72, 12, 28, 44, "steel", "ink")
    c.circle(w * 0.72 + 20, 26, 5, "paper")
    for left in (w * 0.72 - 7, w * 0.72 + 24):
        put(c, "deep", left, 8, 1, (0, 0), (11, 0), (9, 52), (1, 52))
    stage.land("ink")
    c.polygon([(x - 30, g + 1), (x + 30, g + 1), (x + 48, stage.h + 1), (x - 48, stage.h + 1)], "deep")
    armchair(c, x, g + 5, 58, "ink", "red")
    c.polygon([(x, g - 14), (x, g - 43), (x + 16, g - 43), (x + 16, g - 14)], "deep")
    lamp(c, w * 0.13, g + 2, 62, "ink", "ochre")


def why_have_you_come(stage: Stage) -> None:
    """Six men in their coats along one wall; opposite, alone, a man in a chair."""
    c, g, w = stage.canvas, stage.ground, stage.w
    stage.sky("line", "mute", 0.1, 0.4)
    c.polygon([(-2, -2), (w * 0.62, -2), (w * 0.34, stage.h + 2), (-2, stage.h + 2)], "steel")
    stage.tone(c.polygon_mask([(-2, -2), (w * 0.62, -2), (w * 0.34, 102), (-2, 102)]), "ink", 0.5, 0.05, 0)
    stage.land("ink")
    stage.disc(w * 0.76, g - 27, 30)
    for nth in range(6):
        x, tall = 10 + nth * (w * 0.075), 44 + (nth * 7) % 5 * 1.6
        put(c, "ink", x, g + 5, 1, (-6, 0), (6, 0), (44, 14), (26, 14))
        man(c, x, g + 6, tall, "ink", "coal" if nth != 3 else "deep", hat=nth != 4)
    armchair(c, w * 0.76, g + 6, 44, "ink", "coal")
    put(c, "paper", w * 0.76, g - 8, 1, (-8, 4), (-10, -15), (-4, -19), (4, -19), (10, -15), (8, 4))
    put(c, "line", w * 0.76, g - 8, 1, (0, 4), (0, -19), (4, -19), (10, -15), (8, 4))
    c.circle(w * 0.76, g - 33, 5.6, "paper")
    c.polygon([(w * 0.76, g - 38.6), (w * 0.76 + 5.6, g - 38), (w * 0.76 + 5.6, g - 29), (w * 0.76, g - 27.4)], "line")
