"""Labels of towns and waters, laid out at one zoom so that none lies over another; the higher rank is served first."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pygame

from game.ui.kit.rect import Point
from game.ui.map.atlas import Atlas, Province, Sea

RANKS = {
    3: "moscow",
    2: "berlin leningrad kiev minsk smolensk stalingrad kuibyshev",
    1: "warsaw riga koenigsberg lvov odessa kharkov helsinki bucharest budapest brest kaunas pskov rostov tula "
       "dnepropetrovsk sevastopol voronezh kazan saratov murmansk arkhangelsk sverdlovsk tbilisi baku sofia prague "
       "vienna belgrade gorky astrakhan zhitomir",
}  # fmt: skip
"""Towns that are named before others; all others are of rank 0."""

MOST = 3
"""The highest rank: Moscow."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a rank is set. dot: radius of its mark. gap: room that it keeps to others while the map is far."""

    face: str
    size: float
    dot: float
    gap: float
    colour: str = "ink"
    track: float = 0.0
    capitals: bool = False


TOWN = (
    Style("medium", 15, 4.5, 15), Style("head_light", 16.5, 6, 9), Style("head_light", 18.5, 7.5, 4),
    Style("head", 25, 17, 2, "red", 0.5, True),
)  # fmt: skip
"""By rank."""
SEA = (Style("head_light", 15, 0, 2, "light", 2), Style("head_light", 16, 0, 2, "light", 3),
       Style("head_light", 19, 0, 2, "light", 4))  # fmt: skip
CLOSE = 0.8
"""Design units a km from which names keep only the least room to each other."""
LEAST_GAP = 3.0

SHIFTS = (0, 1.5, -1.5, 3)
"""Cap heights along its line that a water's name may be moved to find room."""

Measure = Callable[[str, Style], tuple[float, float]]
"""Width and cap height of a text, pixels."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name where it is set. at: left end of the middle of its capitals (of a water: its middle), pixels of the zoom.

    mark: where its town lies. boxes: what it covers. turn: degrees clockwise.
    """

    text: str
    style: Style
    at: Point
    boxes: tuple[pygame.Rect, ...]
    rank: int = 0
    mark: Point | None = None
    turn: float = 0.0
    province: str = ""


@dataclass(slots=True)
class Layout:
    """Labels at a zoom. k: pixels a km. unit: pixels a design unit. taken: boxes that nothing may touch.

    shy: boxes that no name may touch, though a town's mark may lie on them.
    """

    k: float
    unit: float
    measure: Measure
    taken: list[pygame.Rect] = field(default_factory=list)
    shy: Sequence[pygame.Rect] = ()
    labels: list[Label] = field(default_factory=list)

    def sea(self, sea: Sea) -> None:
        """Put a water's name on its place, where there is room."""
        if self.k / self.unit < (0.0, 0.48, 0.75)[2 - sea.rank]:
            return
        style = SEA[sea.rank]
        wide, high = self.measure(sea.name, style)
        turn = math.radians(sea.turn)
        for shift in SHIFTS:
            x = sea.at[0] * self.k + shift * high * math.cos(turn)
            y = sea.at[1] * self.k + shift * high * math.sin(turn)
            boxes = tuple(_along(x, y, wide, high, sea.turn))
            if not self._met(boxes, LEAST_GAP * self.unit):
                self._put(Label(sea.name, style, (x, y), boxes, sea.rank, turn=sea.turn))
                return

    def town(self, province: Province) -> None:
        """Put a town's mark and name where there is room for both; neither where there is not."""
        rank = rank_of(province)
        style = TOWN[rank]
        text = province.name.upper() if style.capitals else province.name
        wide, high = self.measure(text, style)
        x, y = province.town[0] * self.k, province.town[1] * self.k
        dot = (style.dot + 2) * self.unit
        mark = _box(x - dot, y - dot, 2 * dot, 2 * dot)
        gap = self._gap(style)
        if self._met([mark], gap):
            return
        for left, middle in _places(x, y, wide, high, dot, self.unit):
            name = _box(left - 2, middle - high / 2 - 2 * self.unit, wide + 4, high + 4 * self.unit)
            if not self._met([name], gap) and name.collidelist(self.shy) < 0:
                at = (left, middle)
                self._put(Label(text, style, at, (mark, name), rank, (x, y), 0.0, province.id))
                return

    def _gap(self, style: Style) -> float:
        near = min(1.0, max(0.0, (self.k / self.unit - 0.3) / (CLOSE - 0.3)))
        return (style.gap + (min(LEAST_GAP, style.gap) - style.gap) * near) * self.unit

    def _met(self, boxes: Sequence[pygame.Rect], gap: float) -> bool:
        wide = round(2 * gap)
        return any(box.inflate(wide, wide).collidelist(self.taken) >= 0 for box in boxes)

    def _put(self, label: Label) -> None:
        self.labels.append(label)
        self.taken += label.boxes


def rank_of(province: Province) -> int:
    """3 for Moscow down to 0."""
    return next((rank for rank, names in RANKS.items() if province.id in names.split()), 0)


def lay_out(
    atlas: Atlas,
    k: float,
    unit: float,
    measure: Measure,
    taken: Sequence[pygame.Rect] = (),
    shy: Sequence[pygame.Rect] = (),
) -> tuple[Label, ...]:
    """The labels of a zoom, clear of what is taken; names also of what is shy."""
    layout = Layout(k, unit, measure, list(taken), list(shy))
    towns = sorted(atlas.provinces, key=lambda p: (-rank_of(p), "hub" not in p.flags, p.id))
    for province in (p for p in towns if rank_of(p) >= 2):
        layout.town(province)
    for sea in sorted(atlas.seas, key=lambda s: -s.rank):
        layout.sea(sea)
    for province in (p for p in towns if rank_of(p) < 2):
        layout.town(province)
    return tuple(layout.labels)


def _places(x: float, y: float, wide: float, high: float, dot: float, unit: float) -> list[Point]:
    """Where a name may stand beside its mark, best first: left end and middle of its capitals."""
    beside, rise = dot + 5 * unit, dot + high / 2 + 4 * unit
    right, left, over = x + beside, x - beside - wide, x - wide / 2
    return [
        (right, y), (left, y), (right, y - high * 0.8), (right, y + high * 0.8), (left, y - high * 0.8),
        (left, y + high * 0.8), (over, y - rise), (over, y + rise),
    ]  # fmt: skip


def _box(x: float, y: float, w: float, h: float) -> pygame.Rect:
    return pygame.Rect(math.floor(x), math.floor(y), math.ceil(w) + 1, math.ceil(h) + 1)


def _along(x: float, y: float, wide: float, high: float, turn: float) -> list[pygame.Rect]:
    """Boxes along a turned line of text."""
    count = max(1, round(wide / max(1.0, high * 1.2))) if turn else 1
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    if count == 1:
        return [_box(x - wide / 2, y - high / 2, wide, high)]
    side = high * 1.3
    steps = [wide * ((nth + 0.5) / count - 0.5) for nth in range(count)]
    return [_box(x + step * c - side / 2, y + step * s - side / 2, side, side) for step in steps]
