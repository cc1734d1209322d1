"""Write mods/base/map/provinces.toml from the front map.

    python assets/build/map_data.py FRONT_MAP.json [OUT.toml]

The map gives id, name, terrain, owner, place and flags. What is added here is where a province lies on the advance of
1941: its direction and its depth, so that an axis that keeps the standard pace takes it on the day on which it fell.
"""

import json
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

FLAGS = {"rail_hub": "hub", "port": "port", "oil": "oil", "industry": "industry", "capital": "capital",
         "fortress": "fortress"}  # fmt: skip

# The standard pace: from this day on, so many km a day along the direction, until the next row.
PACE = {
    "north": [("1941-06-22", 45), ("1941-07-01", 15), ("1941-07-14", 1), ("1941-08-08", 5), ("1941-09-08", 1),
              ("1941-11-08", 0)],
    "west": [("1941-06-22", 50), ("1941-06-28", 17.65), ("1941-07-15", 1.3), ("1941-09-30", 12), ("1941-10-14", 2),
             ("1941-12-05", 0)],
    "south": [("1941-06-22", 20), ("1941-07-11", 6), ("1941-08-01", 8), ("1941-08-31", 6), ("1941-11-01", 5),
              ("1941-11-21", 0)],
}  # fmt: skip

# The day on which the town fell, by the direction whose troops took it.
FELL = {
    "north": {
        "kaunas": "1941-06-24", "dvinsk": "1941-06-26", "riga": "1941-07-01", "pskov": "1941-07-09",
        "tartu": "1941-07-25", "novgorod": "1941-08-19", "tallinn": "1941-08-28", "vyborg": "1941-08-29",
        "petrozavodsk": "1941-10-01", "tikhvin": "1941-11-08",
    },
    "west": {
        "vilnius": "1941-06-24", "bialystok": "1941-06-27", "baranovichi": "1941-06-27", "minsk": "1941-06-28",
        "pinsk": "1941-07-04", "vitebsk": "1941-07-11", "smolensk": "1941-07-15", "mogilev": "1941-07-26",
        "gomel": "1941-08-19", "mozyr": "1941-08-22", "velikie_luki": "1941-08-25", "chernigov": "1941-09-09",
        "konotop": "1941-09-09", "orel": "1941-10-03", "bryansk": "1941-10-06", "vyazma": "1941-10-07",
        "kaluga": "1941-10-12", "kalinin": "1941-10-14", "rzhev": "1941-10-14", "kursk": "1941-11-02",
    },
    "south": {
        "rovno": "1941-06-28", "lvov": "1941-06-30", "tarnopol": "1941-07-02", "chernovtsy": "1941-07-05",
        "zhitomir": "1941-07-09", "kishinev": "1941-07-16", "vinnitsa": "1941-07-19", "izmail": "1941-07-21",
        "uman": "1941-08-01", "krivoi_rog": "1941-08-15", "nikolaev": "1941-08-17", "kherson": "1941-08-19",
        "dnepropetrovsk": "1941-08-25", "poltava": "1941-09-18", "kiev": "1941-09-19", "zaporozhye": "1941-10-04",
        "odessa": "1941-10-16", "stalino": "1941-10-20", "kharkov": "1941-10-24", "simferopol": "1941-11-01",
        "kerch": "1941-11-16", "rostov": "1941-11-21",
    },
}  # fmt: skip

# On the border, or beyond where the standard pace ends: depth by judgement, km.
PLACED = {
    "north": {"leningrad": 900, "belomorsk": 950, "murmansk": 1000, "vologda": 1150},
    "west": {"brest": 25, "tula": 985, "moscow": 1000, "ryazan": 1100, "voronezh": 1150, "yaroslavl": 1200},
    "south": {"sevastopol": 1280, "voroshilovgrad": 1300, "krasnodar": 1400},
}

HEAD = """\
# Built by assets/build/map_data.py from the front map: do not edit by hand.
#
# `x y` is the town, km (Lambert conformal conic, y up). `owner_1941` is the owner on 22 June 1941 in the map's words:
# SOV is the USSR; GER FIN ROM HUN SVK BUL CRO are the axis side, with what Germany occupies counted as GER.
#
# `direction` is the line of advance that reaches the province in 1941 and `depth` the km from the border of 22 June at
# which it is taken. A depth is the standard pace summed up to the day on which the town fell, so an axis that keeps the
# standard pace takes every town on its day. Towns taken by Army Group Centre's turn south (Chernigov, Konotop) are on
# `west`; those taken by the Finns and Romanians are on `north` and `south` by date. The standard pace, km a day:
#
{pace}
#
# North: Riga 1 July, Luga 14 July. West: Minsk 28 June at 300, Smolensk 15 July at 600, Kalinin 14 October at 868;
# it ends short of Moscow (1000). South: Zhitomir 9 July at 340, Kiev's edge 11 July, Kiev 19 September,
# Rostov 21 November.
# Not taken in 1941, though orders or hopes of that year named them: depth by judgement. All others have none.
# Fall dates: Glantz & House 2015; Ziemke & Bauer 1987; Boog et al. 1998; a day or two either way is open for several.
"""


def standard_depth(direction: str, day: str) -> int:
    """Km made along a direction at the standard pace by the morning of a day, rounded down."""
    rows = [(date.fromisoformat(start), pace) for start, pace in PACE[direction]]
    ends = [start for start, _ in rows[1:]] + [date.max]
    until = date.fromisoformat(day)
    spans = zip(rows, ends, strict=True)
    return int(sum(pace * max(0, (min(end, until) - start).days) for (start, pace), end in spans) + 1e-6)


def depths() -> dict[str, tuple[str, int]]:
    """Province id -> direction and depth."""
    found = {town: (way, standard_depth(way, day)) for way, towns in FELL.items() for town, day in towns.items()}
    return found | {town: (way, km) for way, towns in PLACED.items() for town, km in towns.items()}


def pace_lines() -> str:
    """The table of the standard pace, as comment lines."""
    lines = []
    for way, rows in PACE.items():
        for (start, pace), (end, _) in pairwise(rows):
            lines.append(f"#   {way:<6} {start} to {end}  {pace:>5g}   {standard_depth(way, end):>5} km by then")
    return "\n".join(lines)


def province(entry: dict, placed: dict[str, tuple[str, int]]) -> str:
    """One province as TOML."""
    lines = ["[[province]]", f'id = "{entry["id"]}"', f'name = "{entry["name"]}"', f'terrain = "{entry["terrain"]}"',
             f'owner_1941 = "{entry["owner_1941"]}"', f"x = {entry['xy'][0]}", f"y = {entry['xy'][1]}"]  # fmt: skip
    lines += [f"{name} = true" for flag, name in FLAGS.items() if entry[flag]]
    if entry["id"] in placed:
        direction, km = placed[entry["id"]]
        lines += [f'direction = "{direction}"', f"depth = {km}"]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Build the file of provinces from the map named on the command line."""
    source = Path(sys.argv[1])
    target = Path(sys.argv[2] if len(sys.argv) > 2 else "mods/base/map/provinces.toml")
    provinces = json.loads(source.read_text(encoding="utf-8"))["provinces"]
    placed = depths()
    soviet = {entry["id"] for entry in provinces if entry["owner_1941"] == "SOV"}
    if strangers := sorted(placed.keys() - soviet):
        sys.exit(f"not Soviet provinces of this map: {', '.join(strangers)}")
    target.parent.mkdir(parents=True, exist_ok=True)
    blocks = [HEAD.format(pace=pace_lines())] + [province(entry, placed) for entry in provinces]
    target.write_text("\n".join(blocks), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{target}: {len(provinces)} provinces, {len(placed)} with a depth\n")


if __name__ == "__main__":
    main()
