"""The projection of the front map: Lambert's conformal conic on the WGS 84 ellipsoid, and the tilt of the drawn map."""

from __future__ import annotations

import math

Point = tuple[float, float]

RADIUS, ECCENTRICITY = 6378.137, 0.0818191908426
"""Of the ellipsoid: km, and a pure number."""
MIDDLE = (36.0, 54.0)
"""Longitude and latitude of the origin."""
PARALLELS = (46.0, 62.0)
"""Latitudes that are drawn true."""
TILT = math.radians(5.0)
"""How far the drawn map is turned, the east upwards."""


def _stretch(lat: float) -> float:
    turn = math.radians(lat)
    return math.cos(turn) / math.sqrt(1 - (ECCENTRICITY * math.sin(turn)) ** 2)


def _cone(lat: float) -> float:
    sine = ECCENTRICITY * math.sin(math.radians(lat))
    return math.tan(math.pi / 4 - math.radians(lat) / 2) / ((1 - sine) / (1 + sine)) ** (ECCENTRICITY / 2)


def flat(lon: float, lat: float) -> Point:
    """Km east and north of the origin."""
    low, high = PARALLELS
    n = math.log(_stretch(low) / _stretch(high)) / math.log(_cone(low) / _cone(high))
    f = _stretch(low) / (n * _cone(low) ** n)
    reach, origin = RADIUS * f * _cone(lat) ** n, RADIUS * f * _cone(MIDDLE[1]) ** n
    turn = n * math.radians(lon - MIDDLE[0])
    return reach * math.sin(turn), origin - reach * math.cos(turn)


def tilted(point: Point) -> Point:
    """From km east and north to km on the drawn map, y down."""
    x, y = point
    c, s = math.cos(TILT), math.sin(TILT)
    return x * c - y * s, -x * s - y * c
