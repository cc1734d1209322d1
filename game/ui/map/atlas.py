"""The geometry of the Eastern Front as the asset gives it: provinces, coasts, rivers, rails. Km, x right, y down."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.ui.kit.rect import Point

FILE = Path(__file__).parents[3] / "assets" / "map" / "front.json"
VERSION = 1
UNIT = 0.1
"""Km of the file's whole numbers."""

Line = NDArray[np.float64]
"""[points, 2] km on the map."""
Bounds = tuple[float, float, float, float]
"""Left, top, right, foot; km."""

SOVIET = "SOV"
AXIS = frozenset({"GER", "FIN", "ROM", "HUN", "SVK", "BUL", "CRO", "ITA"})
"""Owners of 1941 on the axis side; what Germany occupies is counted as hers."""


class AtlasError(ValueError):
    """The file is not the edition that this program reads."""


@dataclass(frozen=True, slots=True)
class Land:
    """An area. parts: rings, each outline followed by its holes. owner: of 22 June 1941."""

    name: str
    owner: str
    parts: tuple[tuple[Line, ...], ...]

    @property
    def bounds(self) -> Bounds:
        """The box round its outlines."""
        return bounds_of(part[0] for part in self.parts)

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it: inside an odd number of its rings."""
        return any(sum(inside(ring, point) for ring in part) % 2 == 1 for part in self.parts)


@dataclass(frozen=True, slots=True)
class Province(Land):
    """An area of the war. town, label: where its town lies and where its name has room. depth: see the rules' map."""

    id: str = ""
    name_ru: str = ""
    terrain: str = ""
    town: Point = (0.0, 0.0)
    label: Point = (0.0, 0.0)
    flags: frozenset[str] = frozenset()
    direction: str = ""
    depth: float = 0.0


@dataclass(frozen=True, slots=True)
class Edge:
    """Two provinces that touch. kind: land, strait or sea. lines: their common border, a on its left."""

    a: str
    b: str
    kind: str
    rail: bool
    river: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class River:
    """A river. rank: 1 the largest to 3."""

    name: str
    rank: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sea:
    """The name of a water. turn: of its letters, degrees clockwise. rank: 2 the largest to 0."""

    name: str
    at: Point
    turn: float
    rank: int


@dataclass(frozen=True, slots=True)
class Ray:
    """A path of the advance. share: of the ground lost in each direction. km: at each point of the line."""

    name: str
    share: Mapping[str, float]
    km: NDArray[np.float64]
    line: Line

    def at(self, kilometres: float) -> Point:
        """The point so many km along it, by its posts."""
        x, y = (float(np.interp(kilometres, self.km, self.line[:, axis])) for axis in (0, 1))
        return x, y

    def lost(self, ground: Mapping[str, float]) -> float:
        """Km along it where so much ground is lost in each direction."""
        return sum(part * max(0.0, ground.get(way, 0.0)) for way, part in self.share.items())


@dataclass(frozen=True)
class Atlas:
    """Everything on the map. border: of 1941 from the Baltic to the Black Sea; finland: the northern one."""

    bounds: Bounds
    provinces: tuple[Province, ...]
    edges: tuple[Edge, ...]
    around: tuple[Land, ...]
    coast: tuple[Line, ...]
    rivers: tuple[River, ...]
    lakes: tuple[Line, ...]
    seas: tuple[Sea, ...]
    graticule: tuple[Line, ...]
    border: Line
    finland: Line
    rays: tuple[Ray, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Province]:
        """Provinces by id."""
        return {province.id: province for province in self.provinces}

    @cached_property
    def _boxes(self) -> NDArray[np.float64]:
        return np.array([province.bounds for province in self.provinces])

    def province_at(self, point: Point) -> Province | None:
        """The province at a point; None on water and beyond the theatre."""
        x, y = point
        boxes = self._boxes
        near = (boxes[:, 0] <= x) & (x <= boxes[:, 2]) & (boxes[:, 1] <= y) & (y <= boxes[:, 3])
        return next((self.provinces[i] for i in np.flatnonzero(near) if self.provinces[i].holds(point)), None)


def inside(ring: Line, point: Point) -> bool:
    """Whether a point lies inside a ring: a ray to the right crosses it an odd number of times."""
    x, y = point
    ax, ay = ring[:, 0], ring[:, 1]
    bx, by = np.roll(ax, -1), np.roll(ay, -1)
    spans = (ay > y) != (by > y)
    rise = np.where(spans, by - ay, 1.0)
    return bool(np.count_nonzero(spans & (x < ax + (y - ay) * (bx - ax) / rise)) % 2)


def bounds_of(lines: Iterable[Line]) -> Bounds:
    """The box round some lines."""
    points = np.concatenate(list(lines))
    (left, top), (right, foot) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return left, top, right, foot


def load(path: Path = FILE) -> Atlas:
    """Read the atlas. AtlasError: the file is of another edition."""
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    if data.get("version") != VERSION:
        raise AtlasError(f"{path.name} is edition {data.get('version')}, and this program reads edition {VERSION}")
    left, top, right, foot = (v * UNIT for v in data["bounds"])
    return Atlas(
        bounds=(left, top, right, foot),
        provinces=tuple(_province(row) for row in data["provinces"]),
        edges=tuple(
            Edge(e["a"], e["b"], e["kind"], e["rail"], e.get("river", ""), _lines(e["lines"])) for e in data["edges"]
        ),
        around=tuple(Land(row["name"], row["owner"], _parts(row["parts"])) for row in data["around"]),
        coast=_lines(data["coast"]),
        rivers=tuple(River(r["name"], r["rank"], _lines(r["lines"])) for r in data["rivers"]),
        lakes=_lines(data["lakes"]),
        seas=tuple(Sea(s["name"], _point(s["at"]), s["turn"], s["rank"]) for s in data["seas"]),
        graticule=_lines(data["graticule"]),
        border=_line(data["border"]),
        finland=_line(data["finland"]),
        rays=tuple(Ray(r["name"], r["share"], np.array(r["km"]), _line(r["line"])) for r in data["rays"]),
    )


def _province(row: Mapping[str, Any]) -> Province:
    return Province(
        name=row["name"], owner=row["owner"], parts=_parts(row["parts"]), id=row["id"], name_ru=row["name_ru"],
        terrain=row["terrain"], town=_point(row["town"]), label=_point(row["label"]), flags=frozenset(row["flags"]),
        direction=row.get("direction", ""), depth=float(row.get("depth", 0)),
    )  # fmt: skip


def _line(steps: Sequence[int]) -> Line:
    return np.cumsum(np.array(steps, float).reshape(-1, 2), axis=0) * UNIT


def _lines(rows: Iterable[Sequence[int]]) -> tuple[Line, ...]:
    return tuple(_line(row) for row in rows if row)


def _parts(rows: Iterable[Iterable[Sequence[int]]]) -> tuple[tuple[Line, ...], ...]:
    return tuple(_lines(part) for part in rows)


def _point(pair: Sequence[int]) -> Point:
    return pair[0] * UNIT, pair[1] * UNIT


def rail_lines(atlas: Atlas, trunks: bool) -> tuple[Line, ...]:
    """Straight lines between the towns that a railway joins. trunks: only those between two junctions."""
    towns = {p.id: p.town for p in atlas.provinces if not trunks or "hub" in p.flags}
    return tuple(np.array([towns[e.a], towns[e.b]]) for e in atlas.edges if e.rail and e.a in towns and e.b in towns)


def land_borders(atlas: Atlas, states: bool) -> tuple[Line, ...]:
    """Borders between provinces of two owners (states), or of one."""
    owner = {province.id: province.owner for province in atlas.provinces}
    return tuple(chain.from_iterable(e.lines for e in atlas.edges if (owner[e.a] != owner[e.b]) == states))
