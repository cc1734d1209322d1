"""Icons in a box of 24 units, of circles, wedges and bars; roles of colour are filled in when one is drawn."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from game.ui.kit.canvas import Canvas, Paint
from game.ui.kit.rect import Point, Rect

BOX = 24.0

Roles = Mapping[str, Paint]
"""Colours of the roles: fg, bg, ac."""

Part = Callable[[Canvas, Roles], None]
"""Draws a part of an icon."""


def _poly(role: str, *points: Point) -> Part:
    return lambda canvas, roles: canvas.polygon(points, roles[role])


def _disc(role: str, x: float, y: float, radius: float) -> Part:
    return lambda canvas, roles: canvas.circle(x, y, radius, roles[role])


def _ring(role: str, x: float, y: float, radius: float, width: float) -> Part:
    return lambda canvas, roles: canvas.circle(x, y, radius, roles[role], width)


def _bar(role: str, x: float, y: float, w: float, h: float) -> Part:
    return _poly(role, (x, y), (x + w, y), (x + w, y + h), (x, y + h))


def _line(role: str, width: float, *points: Point) -> Part:
    return lambda canvas, roles: canvas.line(points, width, roles[role])


def _star(role: str, x: float, y: float, radius: float) -> Part:
    return lambda canvas, roles: canvas.star(x, y, radius, roles[role])


def _arc(role: str, x: float, y: float, radius: float, width: float, start: float, end: float) -> Part:
    return lambda canvas, roles: canvas.sector(x, y, radius - width, radius, start, end, roles[role])


def _around(count: int, radius: float, size: float) -> list[Part]:
    turns = [2 * math.pi * i / count for i in range(count)]
    return [_disc("fg", 12 + radius * math.sin(t), 12 - radius * math.cos(t), size) for t in turns]


def _teeth() -> list[Part]:
    out: list[Part] = []
    for degrees in range(0, 360, 45):
        turn = math.radians(degrees)
        sides = ((-0.22, 7.0), (-0.16, 11.5), (0.16, 11.5), (0.22, 7.0))
        out.append(_poly("fg", *((12 + math.cos(turn + d) * r, 12 + math.sin(turn + d) * r) for d, r in sides)))
    return out


def _ears() -> list[Part]:
    out = [_poly("fg", (11, 8), (13, 8), (13, 24), (11, 24))]
    for i in range(3):
        y = 6 + i * 5.4
        out += [_poly("fg", (12, y + 5), (12, y), (20, y - 4), (20, y)),
                _poly("fg", (12, y + 5), (12, y), (4, y - 4), (4, y))]  # fmt: skip
    return out


ICONS: Mapping[str, Sequence[Part]] = {
    "men": [_disc("fg", 12, 6, 4.2), _poly("fg", (3, 23), (12, 11), (21, 23))],
    "industry": [
        _poly("fg", (1, 22), (1, 12), (7, 7), (7, 12), (13, 7), (13, 12), (19, 7), (19, 22)),
        _poly("ac", (19.6, 22), (20.4, 2), (23, 2), (23.6, 22)),
    ],
    "steel": [_poly("fg", (3, 3), (21, 3), (21, 8), (15, 8), (15, 16), (21, 16), (21, 21), (3, 21), (3, 16), (9, 16),
                    (9, 8), (3, 8))],
    "grain": _ears(),
    "star": [_star("fg", 12, 12.8, 12)],
    "government": [
        _poly("fg", (1, 8), (12, 1), (23, 8)), *[_bar("fg", 3.2 + i * 7, 10, 3.6, 9) for i in range(3)],
        _bar("ac", 1, 20.5, 22, 2.8),
    ],
    "alert": [_poly("fg", (12, 1), (23.5, 22), (0.5, 22)), _bar("bg", 11, 8, 2.2, 7.5), _disc("bg", 12.1, 18.6, 1.5)],
    "front": [_poly("fg", (1, 3), (15, 12), (1, 21)), _poly("ac", (23, 4), (23, 20), (17, 12))],
    "room": [_disc("ac", 12, 12, 4.2), *_around(6, 9, 2.6)],
    "plan": [*_teeth(), _disc("fg", 12, 12, 8.2), _disc("ac", 12, 12, 3.4)],
    "foreign": [_ring("fg", 12, 12, 11, 1.8), _disc("ac", 12, 12, 4.6), _line("fg", 1.6, (1, 12), (23, 12)),
                _line("fg", 1.6, (12, 1), (12, 23))],
    "eye": [_poly("fg", (0.5, 12), (12, 4.5), (23.5, 12), (12, 19.5)), _disc("bg", 12, 12, 5),
            _disc("ac", 12, 12, 2.8)],
    "press": [_bar("fg", 2, 2, 20, 20), _bar("bg", 4.5, 5, 15, 3.6),
              *[_bar("bg", 4.5, 11 + i * 3.2, 6.6, 1.7) for i in range(3)], _bar("bg", 13, 11, 6.5, 8.2)],
    "infantry": [_disc("fg", 12, 12, 10), _bar("bg", 2.5, 10.4, 19, 3.2)],
    "armour": [_poly("fg", (2, 2), (23, 12), (2, 22))],
    "air": [_poly("fg", (12, 1), (23, 22), (12, 16.5), (1, 22))],
    "gun": [_bar("fg", 2, 9, 20, 4), _disc("fg", 7, 16, 5), _disc("bg", 7, 16, 2)],
    "shield": [_poly("fg", (3, 2), (21, 2), (21, 12), (12, 23), (3, 12))],
    "lock": [_bar("fg", 4, 11, 16, 12), _arc("fg", 12, 11, 8, 3, -90, 90)],
    "radio": [_poly("fg", (10.8, 10), (13.2, 10), (16, 23), (8, 23)), _disc("ac", 12, 8, 2.4),
              *[_arc("fg", 12, 8, r + 1.9, 1.9, -65, 65) for r in (5, 8.6)]],
    "book": [_poly("fg", (2, 4), (11.3, 6.5), (11.3, 22), (2, 19.5)),
             _poly("ac", (22, 4), (12.7, 6.5), (12.7, 22), (22, 19.5))],
    "up": [_poly("fg", (12, 4), (21, 19), (3, 19))],
    "down": [_poly("fg", (12, 20), (21, 5), (3, 5))],
    "right": [_poly("fg", (5, 3), (20, 12), (5, 21))],
    "left": [_poly("fg", (19, 3), (4, 12), (19, 21))],
    "clock": [_ring("fg", 12, 12, 11, 2.2), _line("fg", 2, (12, 12), (12, 5)), _line("fg", 2, (12, 12), (17, 14.5))],
    "chair": [_poly("fg", (6, 1), (18, 1), (18, 12), (20, 12), (20, 15.5), (18, 23), (15.6, 23), (15.6, 16.5),
                    (8.4, 16.5), (8.4, 23), (6, 23), (4, 15.5), (4, 12), (6, 12))],
    "person": [_disc("fg", 12, 7, 5), _poly("fg", (1, 23), (12, 12), (23, 23))],
    "file": [_poly("fg", (3, 1), (16, 1), (21, 6), (21, 23), (3, 23)), _bar("bg", 6.5, 9, 11, 1.9),
             _bar("bg", 6.5, 13, 11, 1.9), _bar("bg", 6.5, 17, 7, 1.9)],
    "wedge": [_poly("fg", (1, 4), (23, 12), (1, 20))],
    "save": [_poly("fg", (2, 2), (18, 2), (22, 6), (22, 22), (2, 22)), _bar("bg", 6, 2, 9, 6),
             _bar("bg", 5, 13, 14, 9)],
    "undo": [_arc("fg", 13, 13, 9, 3, -90, 140), _poly("fg", (0, 13), (8, 13), (4, 5.5))],
    "menu": [_bar("fg", 2, 4, 20, 3.2), _bar("fg", 2, 11, 20, 3.2), _bar("fg", 2, 18, 20, 3.2)],
    "close": [_line("fg", 3.4, (4, 4), (20, 20)), _line("fg", 3.4, (20, 4), (4, 20))],
    "question": [_disc("fg", 12, 12, 11), _bar("bg", 10.6, 16.5, 2.8, 2.8),
                 _poly("bg", (8, 6), (16, 6), (17, 9.5), (13.4, 12.6), (13.4, 14.6), (10.6, 14.6), (10.6, 11.6),
                       (13.6, 9), (8, 9))],
    "graph": [_line("fg", 2.6, (2, 19), (8, 11), (13, 15), (22, 4)), _bar("fg", 1, 21.5, 22, 2)],
    "vote": [_bar("fg", 2, 12, 20, 11), _bar("bg", 7, 14, 10, 2), _poly("ac", (7, 11), (8.5, 1), (17, 3), (16, 11))],
    "hand": [
        *[_poly("fg", (x, t + 1.2), (x + 1.2, t), (x + 2.1, t), (x + 3.3, t + 1.2), (x + 3.3, 13.5), (x, 13.5))
          for x, t in ((5.2, 5.0), (9.2, 2.0), (13.2, 1.6), (17.2, 4.2))],
        _poly("fg", (5.2, 12.4), (20.5, 12.4), (20.5, 17.5), (17.2, 23), (9.4, 23), (6.4, 19.6), (1.0, 13.6),
              (1.3, 11.6), (3.2, 11.4), (5.2, 13.6)),
    ],
    "train": [_bar("fg", 2, 6, 14, 11), _bar("fg", 16, 2, 6, 15), _bar("bg", 17.5, 4, 3, 5), _disc("ac", 6, 20, 3.2),
              _disc("ac", 13, 20, 3.2), _disc("ac", 19.5, 20, 3.2)],
    "telephone": [_poly("fg", (1, 9), (3, 4), (21, 4), (23, 9), (17.5, 11), (16, 8), (8, 8), (6.5, 11)),
                  _poly("fg", (7, 10.5), (17, 10.5), (21, 22), (3, 22)), _disc("bg", 12, 16, 3.6),
                  _disc("ac", 12, 16, 1.6)],
}  # fmt: skip
"""Name -> parts, drawn in order."""

ORGANS: Mapping[str, str] = {
    "security": "eye", "high_command": "front", "garrison": "shield", "secretariat": "book", "government": "government",
    "press": "radio", "arms_industry": "industry", "foreign_ministry": "foreign", "railways": "train",
}  # fmt: skip
"""Organ -> icon; others have a person."""


def icon(canvas: Canvas, name: str, x: float, y: float, size: float, colour: Paint = "ink",
         ground: Paint = "light", accent: Paint | None = None) -> None:  # fmt: skip
    """Draw an icon with its top left at (x, y). KeyError: there is none of that name."""
    roles = {"fg": colour, "bg": ground, "ac": colour if accent is None else accent}
    with canvas.moved(x, y, size / BOX):
        for part in ICONS[name]:
            part(canvas, roles)


def sign(name: str, ground: Paint = "light") -> Callable[[Canvas, Rect, str], None]:
    """An icon as the sign of a button."""

    def draw_sign(canvas: Canvas, place: Rect, colour: str) -> None:
        icon(canvas, name, place.x, place.y, min(place.w, place.h), colour, ground)

    return draw_sign
