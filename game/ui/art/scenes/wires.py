"""Scenes of what is said and by what wire: telephones, loudspeakers, microphones, tape, print."""

from __future__ import annotations

from game.ui.art.scenes.buildings import horn, houses, pole, window
from game.ui.art.scenes.figures import crowd, man, put
from game.ui.art.scenes.machines import plane_above
from game.ui.art.scenes.stage import Stage
from game.ui.art.scenes.things import glass_of_water, microphone, sheet, telephone, waves
from game.ui.kit.canvas import Canvas
from game.ui.kit.rect import Point, Rect


def telephone_at_dawn(stage: Stage) -> None:
    """A telephone on a desk before sunrise; it rings."""
    c, w, g = stage.canvas, stage.w, stage.h * 0.78
    x = w * 0.56
    stage.sky("fog", "slate", 0.55, 0.05)
    stage.rays(x, g, 11, "paper", 0.6, 3.4, -90, 90)
    stage.disc(x, g, 48)
    waves(c, x, g - 42, (30, 38, 46), -62, -22, "ink", 2.2)
    waves(c, x, g - 42, (30, 38, 46), 22, 62, "ink", 2.2)
    c.rect(Rect(-1, g, w + 2, stage.h), "ink")
    c.polygon([(-2, g), (w + 2, g), (w + 2, g + 2), (-2, g + 2)], "soot")
    sheet(c, w * 0.2, g + 10, 30, 12, -8, 3)
    sheet(c, w * 0.27, g + 12, 28, 11, 5, 3, "paper")
    telephone(c, x, g + 4, 58)
    curl: list[Point] = [(x + 36, g + 2), (x + 46, g + 8), (x + 40, g + 14), (x + 54, g + 18), (w + 2, g + 12)]
    c.line(curl, 1.6, "soot")


def dumb_telephone(stage: Stage) -> None:
    """A receiver that hangs by its cord; at the other end nobody answers."""
    c, w, h = stage.canvas, stage.w, stage.h
    c.rect(stage.whole, "paper")
    c.polygon([(-2, -2), (w * 0.5, -2), (w * 0.24, h + 2), (-2, h + 2)], "steel")
    stage.tone(c.polygon_mask([(-2, -2), (w * 0.5, -2), (w * 0.24, h + 2), (-2, h + 2)]), "ink", 0.1, 0.55)
    stage.disc(w * 0.66, h * 0.52, 38)
    x = w * 0.66
    cord: list[Point] = [(x, -2)]
    cord += [(x + (3.2 if nth % 2 else -3.2), 3 + nth * 3.1) for nth in range(9)]
    c.line([*cord, (x, 32)], 1.4, "ink")
    put(c, "ink", x, 30, 1, (-7, 0), (7, 0), (10, 7), (7, 15), (5, 16), (5, 40), (7, 41), (10, 49), (7, 57), (-7, 57),
        (-3, 48), (-3, 8))  # fmt: skip
    put(c, "soot", x, 30, 1, (5, 16), (5, 40), (2, 40), (2, 16))
    dots: list[list[Point]] = [
        [(x + 16 + i * 7, 79), (x + 19 + i * 7, 79), (x + 19 + i * 7, 82), (x + 16 + i * 7, 82)] for i in range(5)
    ]
    c.paint(c.polygon_mask(*dots), "ink")
    telephone(c, w * 0.2, h * 0.93, 34, "ink", "line")


def loudspeakers(stage: Stage) -> None:
    """Noon: loudspeakers on a pole over a square full of people who stand and look up."""
    c, w, h = stage.canvas, stage.w, stage.h
    x, y = w * 0.44, h * 0.3
    stage.sky("paper", "line", 0.6, 0.05)
    for start, end in ((58, 122), (-122, -58)):
        waves(c, x, y, (34, 46, 58, 70), start, end, "red", 3.4)
    houses(c, w * 0.62, w + 4, h * 0.8, 38, "slate", "steel")
    houses(c, -4, w * 0.2, h * 0.8, 30, "slate", "steel")
    c.rect(Rect(x - 1.3, y - 12, 2.6, h), "ink")
    for angle, size in ((8, 26), (172, 26), (-38, 19), (218, 19)):
        horn(c, x, y, size, angle)
    c.circle(x, y, 4, "red")
    crowd(c, 2, w, h * 0.84, 18, "steel", 1)
    crowd(c, -3, w + 6, h * 0.95, 24, "coal", 2)
    crowd(c, 4, w + 10, h + 3, 29, "ink")


def the_speech(stage: Stage) -> None:
    """A small table, a microphone, a glass of water: who speaks is not in the picture."""
    c, w, g = stage.canvas, stage.w, stage.h * 0.8
    x = w * 0.42
    c.rect(stage.whole, "deep")
    stage.rays(x, 34, 15, "red", 1.0, 6, -180, 156)
    c.circle(x, 34, 31, "paper")
    c.halftone(c.circle_mask(x, 34, 31), "line", stage.dot, level=0.25)
    c.rect(Rect(-1, g, w + 2, stage.h), "ink")
    c.polygon([(-2, g), (w + 2, g), (w + 2, g + 2.4), (-2, g + 2.4)], "soot")
    microphone(c, x, g + 4, 72)
    glass_of_water(c, w * 0.66, g + 6, 26)
    put(c, "slate", w * 0.76, g + 5, 1, (-5, 0), (-5, -22), (-2, -28), (-2, -38), (2, -38), (2, -28), (5, -22), (5, 0))
    put(c, "paper", w * 0.76, g - 8, 1, (-5, 0), (5, 0), (5, -9), (-5, -9))
    sheet(c, w * 0.16, g + 9, 32, 15, -7, 4)


def tape(stage: Stage) -> None:
    """A telegraph's tape that runs across, dots and dashes punched in it."""
    c, w, h = stage.canvas, stage.w, stage.h
    stage.sky("steel", "ink", 0.15, 0.55)
    c.circle(w * 0.16, h * 0.46, 30, "ink")
    c.circle(w * 0.16, h * 0.46, 27, "line")
    for radius in (22, 17, 12):
        c.circle(w * 0.16, h * 0.46, radius, "mute", 0.7)
    c.circle(w * 0.16, h * 0.46, 7, "red")
    strips: list[list[Point]] = [
        [(w * 0.16, h * 0.46 - 27), (w + 3, h * 0.06), (w + 3, h * 0.21), (w * 0.16, h * 0.46 - 12)],
        [(w + 3, h * 0.32), (w + 3, h * 0.47), (w * 0.3, h * 0.72), (w * 0.3, h * 0.57)],
        [(w * 0.3, h * 0.57), (w * 0.3, h * 0.72), (w + 3, h * 0.96), (w + 3, h * 0.81)],
    ]
    for strip, colour in zip(strips, ("light", "paper", "light"), strict=True):
        c.polygon(strip, colour)
    c.polygon([(w * 0.3, h * 0.57), (w * 0.3, h * 0.72), (w * 0.34, h * 0.735), (w * 0.34, h * 0.585)], "line")
    code = (".-.", "...", "--", ".-", "-.-", ".", "--.", ".-.", "-..", "-", "..-")
    _punched(c, code, (w * 0.3, h * 0.245), (w, h * 0.137), "ink")
    _punched(c, code[3:] + code, (w * 0.36, h * 0.665), (w, h * 0.885), "red")
    _punched(c, code[::-1], (w * 0.36, h * 0.62), (w, h * 0.4), "ink")


def _punched(c: Canvas, code: tuple[str, ...], start: Point, end: Point, colour: str) -> None:
    """Dots and dashes along a line."""
    along, slope = start[0], (end[1] - start[1]) / (end[0] - start[0])
    marks: list[list[Point]] = []
    for sign in " ".join(code):
        long = {".": 1.8, "-": 5.2, " ": 1.6}[sign]
        if along + long > end[0]:
            break
        y = start[1] + (along - start[0]) * slope
        if sign != " ":
            rise = long * slope
            marks.append([(along, y - 1), (along + long, y - 1 + rise), (along + long, y + 1 + rise), (along, y + 1)])
        along += long + 1.7
    c.paint(c.polygon_mask(*marks), colour)


def wireless_set(stage: Stage) -> None:
    """A household wireless on a table by a window, its dial alight; a hand has not yet turned it off."""
    c, w, g = stage.canvas, stage.w, stage.h * 0.8
    c.rect(stage.whole, "paper")
    stage.tone(c.rect_mask(stage.whole), "line", 0.1, 0.5)
    window(c, w * 0.07, 8, 32, 44, "steel", "ink")
    x = w * 0.6
    waves(c, x, g - 36, (40, 48, 56), -56, 56, "red", 2.4)
    put(c, "ink", x, g, 1, (-38, 0), (-38, -38), (-26, -50), (26, -50), (38, -38), (38, 0))
    put(c, "coal", x, g, 1, (0, 0), (0, -50), (26, -50), (38, -38), (38, 0))
    c.circle(x - 17, g - 25, 15, "line")
    c.hatch(c.circle_mask(x - 17, g - 25, 15), "ink", stage.dot * 1.5, stage.dot * 0.7, 0)
    c.rect(Rect(x + 4, g - 38, 28, 13), "amber")
    c.line([(x + 21, g - 37), (x + 16, g - 26)], 0.9, "red")
    for knob in (8, 18, 28):
        c.circle(x + knob, g - 13, 3.6, "line")
        c.circle(x + knob, g - 13, 1.6, "ink")
    c.rect(Rect(-1, g, w + 2, stage.h), "deep")
    put(c, "ink", w * 0.24, g, 1, (-12, 0), (-12, -3), (12, -3), (12, 0))


def page_proof(stage: Stage) -> None:
    """A page on the press: a picture from which one figure has been taken out."""
    c, w, h = stage.canvas, stage.w, stage.h
    stage.sky("mute", "ink", 0.5, 0.1)
    c.circle(w * 0.86, h * 0.34, 40, "ink")
    c.circle(w * 0.86, h * 0.34, 34, "soot")
    c.circle(w * 0.86, h * 0.34, 6, "ink")
    c.circle(w * 0.08, h * 0.86, 34, "ink")
    c.circle(w * 0.08, h * 0.86, 28, "soot")
    page: list[Point] = [(w * 0.2, h * 0.09), (w * 0.76, h * 0.03), (w * 0.82, h * 0.96), (w * 0.26, h + 2)]
    c.polygon([(x + 3, y + 3) for x, y in page], "ink", 0.5)
    c.polygon(page, "light")
    with c.moved(w * 0.27, h * 0.13):
        wide = w * 0.46
        c.polygon([(0, 4), (wide, -1), (wide + 0.6, 8), (0.6, 13)], "ink")
        c.polygon([(1, 18), (wide + 1, 13), (wide + 4, 52), (4, 57)], "mist")
        for nth in range(6):
            x, foot = 8 + nth * wide / 6.2, 56 - nth * 0.7
            if nth == 3:
                shape = c.polygon_mask([(x - 5, foot), (x - 4, foot - 27), (x + 4, foot - 27), (x + 5, foot)])
                c.paint(shape, "light")
                c.hatch(shape, "red", stage.dot * 1.1, stage.dot * 0.28, 45)
            else:
                man(c, x, foot, 29, "ink", "soot", hat=nth % 2 == 0)
        for row in range(4):
            y = 62 + row * 5
            c.polygon([(4 + row * 0.3, y), (wide * 0.46, y - 2.4), (wide * 0.46, y - 0.6), (4 + row * 0.3, y + 1.8)],
                      "line")  # fmt: skip
            c.polygon([(wide * 0.54, y - 2.8), (wide + 4, y - 5.4), (wide + 4, y - 3.6), (wide * 0.54, y - 1)],
                      "line")  # fmt: skip


def dead_wires(stage: Stage) -> None:
    """Poles with torn wires on a plain; a messenger's aircraft instead."""
    c, w, g = stage.canvas, stage.w, stage.ground
    stage.sky("mist", "slate", 0.5, 0.02)
    stage.disc(w * 0.2, g - 6, 26)
    for nth, x in enumerate((0.12, 0.36, 0.58, 0.76, 0.9)):
        pole(c, w * x, g + 4 - nth, 78 - nth * 13, arms=2)
    for y, sag in ((15, 6), (22, 9)):
        c.line([(-2, y + 4), (w * 0.06, y + sag), (w * 0.12, y)], 0.5, "ink")
        c.line([(w * 0.12, y), (w * 0.2, y + sag + 4), (w * 0.25, y + 36), (w * 0.24, y + 48)], 0.5, "ink")
        c.line([(w * 0.36, y + 12), (w * 0.31, y + 26), (w * 0.3, y + 50)], 0.5, "ink")
    c.line([(w * 0.58, g - 47), (w * 0.67, g - 38), (w * 0.76, g - 37)], 0.4, "ink")
    stage.land("ink")
    plane_above(c, w * 0.66, 20, 1.35, "ink", (0.97, -0.22))
    c.line([(w * 0.44, 27), (w * 0.58, 22.6)], 0.6, "ink", dash=(2.6, 2))
