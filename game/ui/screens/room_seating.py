"""Where men sit at the wedge table: in the sector of their faction, the weightier nearer to its hub."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.ui.kit.rect import Point

FIRST = -112.0
"""Degrees at which the first sector begins; 0 is up, clockwise."""
ORDER = ("loyalists", "technocrats", "reformers", "apparatus", "army", "chekists")
"""Round the table; the player's own come first, and security's last, so that their sectors touch."""
RING, LABEL, GAP = 15.0, 20.0, 1.5
"""What the rings add to a portrait's radius; height of a name; least space between two men."""
SIZES = (
    (1.0, 2), (0.94, 2), (0.88, 2), (0.82, 2), (0.76, 2), (0.7, 2), (0.64, 2), (0.76, 1), (0.68, 1), (0.6, 1), (0.6, 0),
    (0.5, 0), (0.42, 0),
)  # fmt: skip
"""Portraits' size, and whose names are shown (2 all, 1 the large ones', 0 none's), tried until nobody overlaps."""
TRIES = 3
"""Orders in which the guests are seated."""
SWEEPS = 10
ENOUGH, FAR_OFF = 30.0, 2500.0
"""Area of overlap, gaps counted, that does not matter; that at which slightly smaller sizes need not be tried."""
SLOPE, WIDE_SLOPE, CRAMPED = 1.0, 12.0, 0.8
"""Degrees beyond his faction's sector to which a man may be moved; the same at sizes up to `CRAMPED`."""

Floats = NDArray[np.float64]
Block = tuple[float, float, float]
"""A disc about (x, y) of a radius in which nobody may sit."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A faction's sector, degrees."""

    faction: str
    start: float
    end: float

    @property
    def middle(self) -> float:
        """Its middle, degrees."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class Guest:
    """A man to be seated. weight: 0 to 1. radius: of his portrait at full size. wide: of his name."""

    id: str
    faction: str
    weight: float
    large: bool
    radius: float
    wide: float


@dataclass(frozen=True, slots=True)
class Seat:
    """Where he sits, about the middle of the table. named: there is room for his name."""

    id: str
    x: float
    y: float
    radius: float
    named: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A round table about (0, 0). radius: of where men sit; hub: of the disc in its middle; blocks: kept free."""

    slices: tuple[Slice, ...]
    radius: float
    hub: float
    blocks: tuple[Block, ...] = ()


def polar(degrees: float, radius: float) -> Point:
    """A place by its direction (0 is up, clockwise) and its distance."""
    return radius * math.sin(math.radians(degrees)), -radius * math.cos(math.radians(degrees))


def slices(strengths: Sequence[tuple[str, float]], own: str) -> tuple[Slice, ...]:
    """The sectors of factions by their strength."""
    given = dict(strengths)
    names = [name for name in ORDER if name in given] + [name for name in given if name not in ORDER]
    if own in names:
        last = ["chekists"] if own != "chekists" and "chekists" in names else []
        names = [own, *(name for name in names if name not in (own, *last)), *last]
    whole, out, at = sum(given.values()) or 1.0, [], FIRST
    for name in names:
        end = at + 360 * given[name] / whole
        out.append(Slice(name, at, end))
        at = end
    return tuple(out)


@lru_cache(maxsize=32)
def seated(guests: tuple[Guest, ...], table: Table) -> tuple[Seat, ...]:
    """Seats of all guests, as large as there is room for."""
    seats: tuple[Seat, ...] = ()
    hopeless = 0
    for size, naming in SIZES:
        if hopeless:
            hopeless -= 1
            continue
        least = math.inf
        for turn in range(TRIES):
            seats, clash = _tried(guests, table, size, naming, turn)
            if clash < ENOUGH:
                return seats
            least = min(least, clash)
        hopeless = min(2, int(least / FAR_OFF))
    return seats


@dataclass(slots=True)
class _Sitting:
    """Guests at one size. half: [n, 4] how far each reaches left, up, right and down; at: [n, 2] where each is."""

    guests: tuple[Guest, ...]
    table: Table
    half: Floats
    at: Floats
    down: NDArray[np.bool_]

    def cost(self, nth: int, places: Floats) -> Floats:
        """[m] what is wrong with each place for a guest: whom he would cover, how far from where he belongs."""
        return self.covered(nth, places) * 40 + self._strayed(nth, places)

    def covered(self, nth: int, places: Floats) -> Floats:
        """[m] area that he would share with others and with what is to be kept free."""
        out = np.zeros(len(places))
        for other in np.flatnonzero(self.down).tolist():
            if other != nth:
                out += self._shared(nth, places, other)
        for x, y, radius in self.table.blocks:
            nearest = self._nearest(nth, places, x, y)
            out += np.maximum(radius + GAP - nearest, 0) * 2 * radius
        hub = self.table.hub + GAP
        out += np.maximum(hub - self._nearest(nth, places, 0, 0), 0) * hub
        return out + np.maximum(self._farthest(nth, places) - self.table.radius + GAP, 0) * 60

    def _shared(self, nth: int, places: Floats, other: int) -> Floats:
        mine, his = self.half[nth], self.half[other]
        x, y = self.at[other]
        across = np.minimum(places[:, 0] + mine[2], x + his[2]) - np.maximum(places[:, 0] - mine[0], x - his[0])
        down = np.minimum(places[:, 1] + mine[3], y + his[3]) - np.maximum(places[:, 1] - mine[1], y - his[1])
        shared: Floats = np.maximum(across + GAP, 0) * np.maximum(down + GAP, 0)
        return shared

    def _nearest(self, nth: int, places: Floats, x: float, y: float) -> Floats:
        left, up, right, down = self.half[nth]
        dx = np.maximum(np.maximum(places[:, 0] - left - x, x - places[:, 0] - right), 0)
        dy = np.maximum(np.maximum(places[:, 1] - up - y, y - places[:, 1] - down), 0)
        return np.hypot(dx, dy)

    def _farthest(self, nth: int, places: Floats) -> Floats:
        left, up, right, down = self.half[nth]
        wide = np.maximum(np.abs(places[:, 0] - left), np.abs(places[:, 0] + right))
        high = np.maximum(np.abs(places[:, 1] - up), np.abs(places[:, 1] + down))
        return np.hypot(wide * 0.93, high * 0.97)

    def _strayed(self, nth: int, places: Floats) -> Floats:
        guest = self.guests[nth]
        away = np.hypot(places[:, 0], places[:, 1])
        inner, outer = self.table.hub + 46, self.table.radius - 52
        wanted = outer - (outer - inner) * guest.weight
        part = _slice_of(self.table, guest.faction)
        turn = (np.degrees(np.arctan2(places[:, 0], -places[:, 1])) - part.middle + 180) % 360 - 180
        beyond = np.maximum(np.abs(turn) - max(0.0, (part.end - part.start) / 2 - 4), 0)
        strayed: Floats = np.abs(away - wanted) * 3 + beyond**2 * 7 + np.abs(turn) * 0.4
        return strayed


def _slice_of(table: Table, faction: str) -> Slice:
    return next((s for s in table.slices if s.faction == faction), Slice(faction, 0, 360))


def _tried(
    guests: tuple[Guest, ...], table: Table, size: float, naming: int, turn: int
) -> tuple[tuple[Seat, ...], float]:  # fmt: skip
    """Seats at one size, and the area that still overlaps."""
    named = [naming == 2 or (naming == 1 and guest.large) for guest in guests]
    half = np.array([_reach(guest, size, name) for guest, name in zip(guests, named, strict=True)]).reshape(-1, 4)
    sitting = _Sitting(guests, table, half, np.zeros((len(guests), 2)), np.zeros(len(guests), bool))
    slope = SLOPE if size > CRAMPED else WIDE_SLOPE
    places = [_places(table, guest.faction, slope) for guest in guests]
    order = sorted(range(len(guests)), key=lambda i: (-guests[i].weight, i))
    order = order[::-1] if turn == 1 else [*order[turn:], *order[:turn]]
    for _ in range(SWEEPS):
        before = sitting.at.copy()
        for nth in order:
            sitting.at[nth] = places[nth][int(np.argmin(sitting.cost(nth, places[nth])))]
            sitting.down[nth] = True
        if (before == sitting.at).all():
            break
    clash = sum(float(sitting.covered(nth, sitting.at[nth : nth + 1])[0]) for nth in range(len(guests)))
    seats = tuple(
        Seat(guest.id, float(x), float(y), guest.radius * size, name)
        for guest, name, (x, y) in zip(guests, named, sitting.at.tolist(), strict=True)
    )
    return seats, clash


def _reach(guest: Guest, size: float, named: bool) -> tuple[float, float, float, float]:
    whole = guest.radius * size + RING
    side = max(whole, guest.wide / 2) if named else whole
    return side, whole, side, guest.radius * size + 5 + LABEL if named else whole


def _places(table: Table, faction: str, slope: float) -> Floats:
    """[m, 2] places in a faction's sector and a little beyond."""
    part = _slice_of(table, faction)
    turns = np.radians(np.arange(part.start - slope, part.end + slope, 2.5))
    away = np.arange(table.hub + 20, table.radius - 14, 8.0)
    turn, far = np.meshgrid(turns, away, indexing="ij")
    return np.stack([far * np.sin(turn), -far * np.cos(turn)], -1).reshape(-1, 2)
