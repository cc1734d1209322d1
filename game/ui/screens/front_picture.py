"""What the map shows of the front: from what was told to lines, flags and wedges."""

from __future__ import annotations

from collections.abc import Mapping

from game.language.dates import weighty
from game.ui.kit.rect import Point
from game.ui.map.picture import Flag, FrontPicture, Wedge
from game.ui.map.tiles import Tiles
from game.views.front import Direction, Formation, Front
from game.views.told import Figure

RAYS: Mapping[str, str] = {
    "northern_front": "", "northwestern_front": "Leningrad", "western_front": "Moscow", "southwestern_front": "Kiev",
    "southern_front": "Bessarabia", "army_group_north": "Leningrad", "army_group_centre": "Moscow",
    "army_group_south": "Tarnopol",
}  # fmt: skip
"""Formation -> the ray of the advance on which its flag stands; empty for one that faces another enemy."""

MAIN: Mapping[str, str] = {"north": "Leningrad", "west": "Moscow", "south": "Kiev"}
"""Direction -> the ray on which it drives; where a mod's formation stands."""


def picture_of(front: Front, chosen: str) -> FrontPicture:
    """The front as it was told, with a flag for each formation; one is chosen (id, or empty)."""
    ways = [way for way in front.directions if way.id in MAIN]
    told = {way.id: way.told.value for way in ways}
    band = {way.id: (way.low, way.high) for way in ways if way.high - way.low >= 1}
    flags = tuple(flag for formation in front.formations if (flag := _flag(formation, chosen)) is not None)
    wedges = tuple(Wedge(MAIN[way.id]) for way in ways if way.told.value >= 1)
    marked = next((f.direction for f in front.formations if f.id == chosen and f.direction in told), "")
    return FrontPicture.of(told, band, flags, wedges, chosen=marked)


def _flag(formation: Formation, chosen: str) -> Flag | None:
    ray = RAYS.get(formation.id, MAIN.get(formation.direction, ""))
    if not ray:
        return None
    enemy = formation.side != "ussr"
    men = figure(formation, "men") if enemy else None
    note = weighty(men.value) if men is not None and men.on else ""
    return Flag(
        formation.name.upper(), "axis" if enemy else "soviet", ray, note, men.mark if men and note else "",
        formation.id == chosen,
    )  # fmt: skip


def figure(formation: Formation, column: str) -> Figure | None:
    """One of the figures that are told of a formation."""
    return next((f for f in formation.figures if f.name.rsplit(".", 1)[-1] == column), None)


def tip_of(tiles: Tiles, picture: FrontPicture, way: Direction) -> Point | None:
    """Where a direction's drive meets the line, km of the map."""
    ray = next((r for r in tiles.atlas.rays if r.name == MAIN.get(way.id)), None)
    return ray.at(ray.lost(picture.lost)) if ray is not None else None
