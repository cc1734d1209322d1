"""The compositions of posters, one for each way in which a chapter can end."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from game.ui.art.scenes.figures import man, put
from game.ui.art.scenes.machines import car
from game.ui.art.scenes.stage import Stage
from game.ui.art.scenes.things import chair, sheet
from game.ui.kit.canvas import Canvas
from game.ui.kit.rect import Point, Rect

Kind = Literal["committee", "portrait", "arrest", "rules", "betrayed", "overtaken", "loyal", "empty"]

Face = Callable[[Canvas, float, float, float, str], None]
"""Draws the portrait of a person in a disc: canvas, x and y of its middle, radius, person."""

People = Sequence[str]
Composition = Callable[[Stage, People, Face], None]

MOST_ON_A_RING = 7


def committee(stage: Stage, people: People, face: Face) -> None:
    """Wedges from all sides into one circle; on its rim those who signed, and nobody in the middle."""
    c, x, y = stage.canvas, stage.w * 0.5, stage.h * 0.475
    reach = min(stage.w, stage.h) * 0.36
    stage.rays(x, y, 18, "line", 0.5, 4, -180, 160)
    c.circle(x, y, reach * 1.16, "ink")
    c.circle(x, y, reach * 1.1, "paper")
    c.circle(x, y, reach * 0.86, "ink")
    members = list(people[:MOST_ON_A_RING]) or [""] * 5
    turns = [math.tau * i / len(members) - math.pi / 2 for i in range(len(members))]
    half = min(0.42, math.pi / len(members) * 0.62)
    for turn in turns:
        tip = (x + reach * 0.13 * math.cos(turn), y + reach * 0.13 * math.sin(turn))
        left, right = ((x + reach * math.cos(turn + d), y + reach * math.sin(turn + d)) for d in (-half, half))
        stage.wedge(tip, left, right)
    c.circle(x, y, reach * 0.2, "paper")
    chair(c, x, y + reach * 0.15, reach * 0.32, "ink", "mute")
    size = min(reach * 0.27, reach * 0.98 * math.sin(math.pi / max(3, len(members))) * 0.8)
    for person, turn in zip(members, turns, strict=True):
        px, py = x + reach * 0.92 * math.cos(turn), y + reach * 0.92 * math.sin(turn)
        c.circle(px, py, size + 1.4, "ink")
        face(c, px, py, size, person)


def portrait_on_the_wall(stage: Stage, people: People, face: Face) -> None:
    """A portrait in its frame, held by strings; behind it the hand that holds the pen."""
    c, w, h = stage.canvas, stage.w, stage.h
    x, y, r = w * 0.42, h * 0.42, min(w, h) * 0.255
    stage.disc(x, y, r * 1.62)
    stage.rays(x, y, 16, "paper", 0.28, 3.4, -180, 157)
    for side in (-1, 1):
        c.line([(x + side * r * 0.9, y - r * 1.1), (x + side * r * 0.3, -4)], 0.7, "ink")
    frame = Rect(x - r * 1.14, y - r * 1.24, r * 2.28, r * 2.48)
    c.rect(frame.moved(2.4, 2.8), "deep")
    c.rect(frame, "ink")
    c.rect(frame.inset(1.6), "ochre")
    c.rect(frame.inset(3.2), "ink")
    c.rect(frame.inset(4), "paper")
    first = people[0] if people else ""
    face(c, x, y, r, first)
    tip = (x + r * 0.5, y + r * 1.5)
    stage.wedge(tip, (w + 10, h * 0.42), (w + 10, h * 0.84))
    c.polygon([tip, (tip[0] + 9, tip[1] - 1.4), (tip[0] + 8, tip[1] + 4.4)], "ink")
    if len(people) > 1:
        px, py = w * 0.84, h * 0.42
        c.circle(px, py, r * 0.56, "ink")
        face(c, px, py, r * 0.5, people[1])
    sheet(c, x - r * 0.1, y + r * 1.6, 38, 15, -5, 3, signed=True)


def arrest(stage: Stage, people: People, face: Face) -> None:
    """A disc behind bars, two cars, their lamps on it."""
    c, w, h = stage.canvas, stage.w, stage.h
    x, y, r = w * 0.5, h * 0.4, min(w, h) * 0.3
    ground = h * 0.83
    c.rect(stage.whole, "steel")
    stage.tone(c.rect_mask(stage.whole), "ink", 0.6, 0.1)
    for side in (-1, 1):
        c.polygon([(x + side * w * 0.28, ground - 6), (x + side * r * 1.3, y - r * 1.4), (x - side * r * 1.3, y - r),
                   (x - side * r * 0.9, y + r * 1.1)], "amber", 0.35)  # fmt: skip
    stage.disc(x, y, r * 1.18)
    c.circle(x, y, r, "paper")
    face(c, x, y, r * 0.93, people[1] if len(people) > 1 else "")
    bars: list[list[Point]] = [
        [(x + i * r * 0.4 - 1.7, y - r * 1.45), (x + i * r * 0.4 + 1.7, y - r * 1.45),
         (x + i * r * 0.4 + 1.7, y + r * 1.3), (x + i * r * 0.4 - 1.7, y + r * 1.3)]
        for i in range(-3, 4)
    ]  # fmt: skip
    for level in (-1.45, 1.18):
        top = y + r * level
        bars.append([(x - r * 1.4, top), (x + r * 1.4, top), (x + r * 1.4, top + 4), (x - r * 1.4, top + 4)])
    c.paint(c.polygon_mask(*bars), "ink")
    stage.land("ink", ground)
    car(c, x - w * 0.36, ground + 3, 2.0)
    car(c, x + w * 0.36, ground + 3, 2.0, way=-1)


def he_rules(stage: Stage, people: People, face: Face) -> None:
    """One face, very large, over rows of men who are all alike."""
    c, w, h = stage.canvas, stage.w, stage.h
    x, y, r = w * 0.5, h * 0.36, min(w, h) * 0.31
    stage.sky("paper", "line", 0.5, 0.05)
    stage.rays(x, y, 20, "red", 0.85, 3.8, -180, 162)
    c.circle(x, y, r * 1.14, "paper")
    c.circle(x, y, r * 1.06, "ink")
    face(c, x, y, r, people[0] if people else "")
    ranks = ((0.72, 17, "slate"), (0.8, 22, "steel"), (0.9, 28, "coal"), (1.02, 35, "ink"))
    for nth, (level, tall, colour) in enumerate(ranks):
        step = tall * 0.44
        for place in range(int(w / step) + 2):
            man(c, (place + (nth % 2) * 0.5) * step - step * 0.4, h * level, tall, colour, "ink" if nth < 3 else "coal")


def betrayed(stage: Stage, people: People, face: Face) -> None:
    """A man alone in the light of a lamp; from behind, from among his own, a wedge."""
    c, w, h = stage.canvas, stage.w, stage.h
    x, y, r = w * 0.62, h * 0.4, min(w, h) * 0.25
    c.rect(stage.whole, "ink")
    stage.tone(c.rect_mask(stage.whole), "steel", 0.5, 0.0, 0)
    c.polygon([(x - 6, -4), (x + 6, -4), (x + r * 1.9, h * 0.8), (x - r * 1.9, h * 0.8)], "ochre", 0.35)
    c.circle(x, y, r * 1.1, "paper")
    face(c, x, y, r, people[1] if len(people) > 1 else (people[0] if people else ""))
    stage.wedge((x + r * 0.14, y + r * 0.1), (-20, h * 0.04), (-20, h * 0.5))
    for nth, person in enumerate(people[2:6]):
        px = w * (0.1 + 0.1 * nth)
        c.circle(px, h * 0.7, 7.6, "soot")
        face(c, px, h * 0.7, 6.8, person)
    for nth in range(6):
        sheet(c, w * (0.5 + 0.085 * nth), h * (0.78 + 0.02 * (nth % 3)), 13, 17, -24 + nth * 10, 4, signed=True)


def overtaken(stage: Stage, people: People, face: Face) -> None:
    """Two wedges on one road: the longer is another man's."""
    c, w, h = stage.canvas, stage.w, stage.h
    stage.sky("fog", "slate", 0.5, 0.02)
    stage.rays(w * 0.94, h * 0.26, 12, "paper", 0.6, 3.6, -180, 150)
    goal = min(w, h) * 0.16
    c.circle(w * 0.86, h * 0.25, goal * 1.14, "ink")
    c.circle(w * 0.86, h * 0.25, goal, "paper")
    chair(c, w * 0.86, h * 0.25 + goal * 0.74, goal * 1.5, "ink", "mute")
    stage.wedge((w * 0.82, h * 0.27), (-30, h * 0.18), (-30, h * 0.74), "coal", "ink")
    stage.wedge((w * 0.52, h * 0.63), (-30, h * 0.66), (-30, h * 1.02))
    big, small = min(w, h) * 0.17, min(w, h) * 0.12
    for person, px, py, radius in ((people[0] if people else "", w * 0.44, h * 0.37, big),
                                   (people[1] if len(people) > 1 else "", w * 0.24, h * 0.72, small)):  # fmt: skip
        c.circle(px, py, radius + 1.6, "paper")
        face(c, px, py, radius, person)
    c.line([(w * 0.52, h * 0.63), (w * 0.8, h * 0.37)], 1.0, "red", dash=(3, 2.4))


def loyal(stage: Stage, people: People, face: Face) -> None:
    """A portrait hung high over a desk; in a row of men at their desks, one with a face."""
    c, w, h = stage.canvas, stage.w, stage.h
    x, y, r = w * 0.5, h * 0.25, min(w, h) * 0.185
    stage.sky("paper", "line", 0.45, 0.05)
    stage.wedge((x, y + r * 2.9), (x - w * 0.34, -8), (x + w * 0.34, -8))
    c.rect(Rect(x - r * 1.2, y - r * 1.2, r * 2.4, r * 2.4), "ink")
    c.rect(Rect(x - r * 1.1, y - r * 1.1, r * 2.2, r * 2.2), "paper")
    face(c, x, y, r, people[0] if people else "")
    for level, tall, colour in ((0.66, 26, "slate"), (0.8, 34, "steel")):
        for nth in range(9):
            px = w * (0.02 + 0.12 * nth)
            put(c, colour, px, h * level, tall, (-0.36, 0), (-0.3, -0.44), (-0.08, -0.6), (0.08, -0.6), (0.3, -0.44),
                (0.36, 0))  # fmt: skip
            c.circle(px, h * level - tall * 0.76, tall * 0.16, colour)
        c.rect(Rect(-1, h * level - tall * 0.14, w + 2, tall * 0.3), "ink")
        for nth in range(9):
            sheet(c, w * (0.02 + 0.12 * nth), h * level - tall * 0.02, tall * 0.3, tall * 0.16, 4 - nth, 2)
    own = min(w, h) * 0.125
    c.circle(x, h * 0.72, own + 2, "red")
    c.circle(x, h * 0.72, own + 0.6, "paper")
    face(c, x, h * 0.72, own, people[1] if len(people) > 1 else "")
    c.rect(Rect(-1, h * 0.86, w + 2, h), "ink")


def empty(stage: Stage, people: People, face: Face) -> None:
    """A chair, and nobody in it; hands and papers reach for it from all sides."""
    c, w, h = stage.canvas, stage.w, stage.h
    x, y = w * 0.5, h * 0.42
    stage.sky("mist", "slate", 0.5, 0.02)
    stage.disc(x, y, min(w, h) * 0.36)
    stage.rays(x, y, 14, "light", 0.35, 3, -180, 154)
    for nth, turn in enumerate(range(0, 360, 40)):
        angle = math.radians(turn + 14)
        reach = min(w, h) * (0.56 + 0.03 * (nth % 3))
        sheet(c, x + reach * math.cos(angle), y + reach * 0.82 * math.sin(angle), 15, 20, turn, 5,
              "light" if nth % 2 else "paper")  # fmt: skip
    stage.land("ink", h * 0.72)
    chair(c, x, h * 0.75, min(w, h) * 0.58, "ink", "coal")
    for nth, person in enumerate(people[:6]):
        px = x + (nth - (min(6, len(people)) - 1) / 2) * 22
        c.circle(px, h * 0.81, 8.6, "paper")
        face(c, px, h * 0.81, 7.8, person)


COMPOSITIONS: Mapping[Kind, Composition] = {
    "committee": committee, "portrait": portrait_on_the_wall, "arrest": arrest, "rules": he_rules,
    "betrayed": betrayed, "overtaken": overtaken, "loyal": loyal, "empty": empty,
}  # fmt: skip
"""Kind -> drawing."""
