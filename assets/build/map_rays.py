"""The rays along which the front of 1941 is driven back: paths from the border eastwards with posts at km lost.

A post is a town at the depth at which the rules let it fall (mods/base/map/provinces.toml), or a place at a depth of
our own judgement, where the line has to bend round a coast or a marsh.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from map_projection import Point, flat

NORTH, WEST, SOUTH = {"north": 1.0}, {"west": 1.0}, {"south": 1.0}
SEAM = {"north": 0.35, "west": 0.65}

Post = str | tuple[float, float, float]
"""A town, or km, longitude and latitude."""

PATHS: tuple[tuple[str, dict[str, float], tuple[float, float], tuple[Post, ...]], ...] = (
    ("Baltic coast", NORTH, (21.0, 56.1), (
        (150, 21.25, 56.9), (250, 21.4, 57.55), (330, 22.6, 57.85), (405, 23.9, 57.4), (525, 24.35, 58.25),
        (611, 24.6, 58.95),
        (725, 25.2, 59.6), (780, 27.4, 59.65), (900, 29.6, 60.05), (1000, 30.1, 60.15), (1300, 31.4, 60.3),
    )),
    ("Leningrad", NORTH, (22.75, 55.0), (
        "kaunas", "dvinsk", (405, 27.0, 57.1), "pskov", (600, 29.85, 58.74), (700, 30.0, 59.2), "leningrad",
        (1000, 31.8, 59.9), (1300, 34.0, 59.9),
    )),
    ("Velikie Luki", SEAM, (22.85, 54.3), (
        "vilnius", (300, 27.4, 55.3), (480, 28.8, 55.6), "velikie_luki", "rzhev", (1000, 37.3, 57.2),
        (1300, 40.6, 57.6),
    )),
    ("Bialystok", WEST, (22.2, 53.2), (
        (120, 22.8, 53.2), "bialystok", (300, 26.6, 53.7), (400, 29.0, 54.2), (529, 30.6, 54.8), (600, 31.95, 55.1),
        "vyazma", (868, 36.1, 55.9), (1000, 37.4, 55.95), (1300, 40.4, 56.3),
    )),
    ("Moscow", WEST, (23.6, 52.1), (
        "brest", (150, 25.2, 52.8), "baranovichi", "minsk", (480, 30.4, 54.4), "smolensk", (700, 33.3, 54.5),
        (868, 35.9, 54.9), "moscow", (1300, 40.0, 55.2),
    )),
    ("Pripet", WEST, (23.6, 51.6), (
        (250, 24.9, 51.8), "pinsk", (560, 28.3, 52.0), "mozyr", "chernigov", (760, 33.5, 52.0), (906, 36.3, 52.3),
        (1000, 37.6, 53.0), (1300, 40.0, 53.4),
    )),
    ("Kiev", SOUTH, (24.1, 50.7), (
        "rovno", (240, 27.5, 50.6), "zhitomir", (400, 29.9, 50.4), (650, 30.2, 50.4), "kiev", (1070, 35.6, 50.6),
        (1300, 38.4, 50.9),
    )),
    ("Tarnopol", SOUTH, (22.8, 49.6), (
        (100, 23.4, 49.6), "lvov", "tarnopol", (340, 27.6, 49.5), "vinnitsa", "uman", "krivoi_rog", "dnepropetrovsk",
        (854, 35.3, 48.9), (1070, 37.5, 49.0), (1300, 39.8, 49.2),
    )),
    ("Bukovina", SOUTH, (24.9, 47.75), (
        "chernovtsy", (400, 27.8, 48.2), (470, 29.4, 48.0), (560, 31.2, 47.8), (634, 32.6, 47.5), (700, 34.2, 47.4),
        (854, 35.6, 47.5), (1070, 37.9, 47.8), (1218, 39.6, 47.3), (1300, 40.6, 47.3),
    )),
    ("Bessarabia", SOUTH, (27.6, 47.2), (
        (260, 27.8, 47.15), "kishinev", (520, 30.3, 46.95), "nikolaev", "kherson", (746, 34.0, 46.6),
        (1000, 36.0, 46.6), (1218, 39.2, 47.0), (1300, 40.3, 46.9),
    )),
    ("Black Sea", SOUTH, (29.75, 45.2), (
        (300, 29.95, 45.4), (440, 30.45, 45.85), (600, 31.0, 46.2), (746, 32.6, 45.9), (1000, 34.8, 45.9),
        (1218, 38.6, 46.8), (1300, 39.6, 46.5),
    )),
)  # fmt: skip
"""Name, what share of each direction's ground it goes by, where on the border it starts, posts; north to south."""


@dataclass(frozen=True, slots=True)
class Ray:
    """A path. share: of each direction. km: at each point, the first being 0. points: km east and north."""

    name: str
    share: dict[str, float]
    km: list[float]
    points: list[Point]


def rays(border: list[Point], towns: dict[str, dict[str, Any]]) -> list[Ray]:
    """The rays, each beginning on the border's nearest corner."""
    out = []
    for nth, (name, share, start, posts) in enumerate(PATHS):
        ends = {0: 0, len(PATHS) - 1: -1}
        first = border[ends[nth]] if nth in ends else _nearest(border, flat(*start))
        placed = [_placed(post, towns) for post in posts]
        out.append(Ray(name, share, [0.0, *(km for km, _ in placed)], [first, *(point for _, point in placed)]))
    return out


def _placed(post: Post, towns: dict[str, dict[str, Any]]) -> tuple[float, Point]:
    if isinstance(post, str):
        town = towns[post]
        return float(town["depth"]), (town["x"], town["y"])
    return post[0], flat(post[1], post[2])


def _nearest(border: list[Point], point: Point) -> Point:
    return min(border, key=lambda corner: math.dist(corner, point))
