"""Write assets/map/front.json from the front map and the depths of its towns.

    python assets/build/map_front.py FRONT_MAP.json [PROVINCES.toml] [OUT.json]

The map gives provinces, edges, rivers, lakes and the land around. What is made here: one flat system (km to tenths,
tilted by 5 degrees, y down), coasts, the border of 1941 from the Baltic to the Black Sea, the Finnish border, the
graticule, and the rays along which the front of 1941 is driven back (`map_rays.py`).
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import tomli
from map_projection import Point, flat, tilted
from map_rays import rays

VERSION = 1
AXIS = {"GER", "HUN", "ROM", "SVK", "BUL", "CRO"}
FLAGS = {"rail_hub": "hub", "port": "port", "oil": "oil", "industry": "industry", "capital": "capital",
         "fortress": "fortress"}  # fmt: skip

THEATRE = (-2074.0, -1637.8, 1802.5, 1817.5)
"""What the map shows: left, foot, right, top; km, y up. The land around goes on beyond."""
CHINK = 70.0
"""Shores shorter than this between two neighbours are a chink between them, km."""
SPECK = 15.0
"""Shores shorter than this are not drawn."""

SEAS = (
    ("BALTIC SEA", 18.9, 56.2, -62, 2), ("GULF OF BOTHNIA", 19.4, 62.2, -62, 1), ("BLACK SEA", 34.2, 43.3, 0, 2),
    ("CASPIAN SEA", 50.3, 43.2, 62, 1), ("BARENTS SEA", 42.0, 69.7, 0, 1), ("NORWEGIAN SEA", 6.5, 65.3, 0, 1),
    ("NORTH SEA", 4.6, 56.5, 0, 1), ("ADRIATIC", 15.6, 43.0, 44, 0), ("WHITE SEA", 37.7, 65.5, 0, 0),
    ("SEA OF AZOV", 36.7, 46.05, -20, 0), ("LADOGA", 31.6, 60.9, 0, 0),
)  # fmt: skip
"""Name, longitude, latitude, turn of its letters in degrees, rank."""

Segment = tuple[Point, Point]


def ring_segments(ring: list[list[float]]) -> Iterator[Segment]:
    """The sides of a ring, each with its ends in order."""
    corners = [(p[0], p[1]) for p in ring]
    for a, b in pairwise([*corners, corners[0]]):
        if a != b:
            yield (a, b) if a < b else (b, a)


def chains(segments: Iterable[Segment]) -> list[list[Point]]:
    """Segments joined into lines as long as they go."""
    at: dict[Point, list[Point]] = defaultdict(list)
    for a, b in segments:
        at[a].append(b)
        at[b].append(a)
    out = []
    for start in sorted(at, key=lambda p: (len(at[p]) == 2, p)):
        while at[start]:
            line = [start]
            while at[line[-1]]:
                here = line[-1]
                there = at[here].pop()
                at[there].remove(here)
                line.append(there)
            out.append(line)
    return out


def shores(lands: list[list[list[list[list[float]]]]]) -> list[list[Point]]:
    """Where land meets water: sides that belong to one polygon only. Chinks between neighbours are given to one."""
    uses: dict[Segment, list[int]] = defaultdict(list)
    for nth, parts in enumerate(lands):
        for part in parts:
            for ring in part:
                for side in ring_segments(ring):
                    uses[side].append(nth)
    lines = chains(s for s, by in uses.items() if len(by) == 1)
    coast = []
    for line in lines:
        sides = [(a, b) if a < b else (b, a) for a, b in pairwise(line)]
        around = {uses[side][0] for side in sides}
        long = sum(math.dist(a, b) for a, b in sides)
        if line[0] == line[-1] and long < (CHINK if len(around) > 1 else SPECK):
            lands[min(around)].append([[list(point) for point in line[:-1]]])
        else:
            coast.append(line)
    return coast


def border(front: dict[str, Any], sides: set[str]) -> list[list[Point]]:
    """The lines between Soviet provinces and those of some owners, from north to south."""
    owner = {p["id"]: p["owner_1941"] for p in front["provinces"]}
    pieces = []
    for edge in front["edges"]:
        pair = {owner[edge["a"]], owner[edge["b"]]}
        if "SOV" in pair and pair & sides:
            pieces += [segment for line in edge["line"] for segment in pairwise([(p[0], p[1]) for p in line])]
    lines = chains((a, b) if a < b else (b, a) for a, b in pieces)
    lines = [line if line[0][1] > line[-1][1] else line[::-1] for line in lines]
    return sorted(lines, key=lambda line: -line[0][1])


def joined(lines: list[list[Point]]) -> list[Point]:
    """Lines from north to south, one after the other: lakes between them are crossed straight."""
    return [point for line in lines for point in line]


def coded(points: Iterable[Point]) -> list[int]:
    """Points as whole tenths of a km, each after the first as the step from the one before."""
    out: list[int] = []
    last = (0, 0)
    for point in points:
        x, y = (round(v * 10) for v in tilted(point))
        if out and (x, y) == last:
            continue
        out += [x - last[0], y - last[1]]
        last = (x, y)
    return out


def place(point: list[float] | Point) -> list[int]:
    """One point."""
    return coded([(point[0], point[1])])


def province(row: dict[str, Any], tables: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A province as the game wants it."""
    known = tables[row["id"]]
    out = {
        "id": row["id"], "name": row["name"], "name_ru": row["name_ru"], "owner": row["owner_1941"],
        "terrain": row["terrain"], "town": place(row["xy"]), "label": place(row["label"]),
        "flags": [word for key, word in FLAGS.items() if row[key]],
        "parts": [[coded((p[0], p[1]) for p in ring) for ring in part] for part in row["polygon"]],
    }  # fmt: skip
    if "depth" in known:
        out |= {"direction": known["direction"], "depth": known["depth"]}
    return out


def around(row: dict[str, Any]) -> dict[str, Any]:
    """Land around the theatre."""
    parts = [[coded((p[0], p[1]) for p in ring) for ring in part] for part in row["polygon"]]
    return {"name": row["name"], "owner": row["owner"], "parts": parts}


def edge(row: dict[str, Any]) -> dict[str, Any]:
    """Two provinces that touch, and the line between them."""
    out = {"a": row["a"], "b": row["b"], "kind": row["kind"], "rail": bool(row.get("rail")),
           "lines": [coded((p[0], p[1]) for p in line) for line in row.get("line", [])]}  # fmt: skip
    return out | ({"river": row["river"]} if row.get("river") else {})


def graticule() -> list[list[int]]:
    """Meridians and parallels."""
    lines = [[flat(lon, lat / 2) for lat in range(76, 146, 3)] for lon in range(-6, 78, 6)]
    lines += [[flat(lon, lat) for lon in range(-8, 78, 2)] for lat in range(36, 74, 4)]
    return [coded(line) for line in lines]


def built(front: dict[str, Any], tables: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """All of the file."""
    coast = shores([row["polygon"] for row in front["provinces"] + front["context"]])
    line = joined(border(front, AXIS))
    left, foot, right, top = THEATRE
    corners = [tilted((x, y)) for x in (left, right) for y in (foot, top)]
    return {
        "version": VERSION,
        "source": "Natural Earth (public domain); borders of 1941, terrain and owners by judgement",
        "unit": "tenths of a km, x right, y down, tilted by 5 degrees; lines are steps",
        "bounds": [f(round(c[i] * 10) for c in corners) for f, i in ((min, 0), (min, 1), (max, 0), (max, 1))],
        "provinces": [province(row, tables) for row in front["provinces"]],
        "edges": [edge(row) for row in front["edges"]],
        "around": [around(row) for row in front["context"]],
        "coast": [coded(line) for line in coast],
        "rivers": [{"name": r["name"], "rank": r["rank"], "lines": [coded(map(tuple, part)) for part in r["line"]]}
                   for r in front["rivers"]],
        "lakes": [coded(map(tuple, lake[0])) for lake in front["lakes"]],
        "seas": [{"name": n, "at": place(flat(lon, lat)), "turn": turn, "rank": rank}
                 for n, lon, lat, turn, rank in SEAS],
        "graticule": graticule(),
        "border": coded(line),
        "finland": coded(joined(border(front, {"FIN"}))),
        "rays": [
            {"name": ray.name, "share": ray.share, "km": ray.km, "line": coded(ray.points)}
            for ray in rays(line, tables)
        ],
    }  # fmt: skip


def main(arguments: list[str]) -> int:
    """Write the file."""
    root = Path(__file__).parents[2]
    if not arguments:
        sys.stderr.write((__doc__ or "").strip() + "\n")
        return 2
    source = Path(arguments[0])
    facts = Path(arguments[1]) if len(arguments) > 1 else root / "mods/base/map/provinces.toml"
    out = Path(arguments[2]) if len(arguments) > 2 else root / "assets/map/front.json"
    rows = tomli.loads(facts.read_text("utf-8"))["province"]
    made = built(json.loads(source.read_text("utf-8")), {row["id"]: row for row in rows})
    out.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
             for key, value in made.items()]  # fmt: skip
    out.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    reach = math.dist(made["bounds"][:2], made["bounds"][2:]) / 10
    sys.stdout.write(f"{out}: {len(made['provinces'])} provinces, {reach:.0f} km across\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
