"""Where the parts of the verdict page stand in a window."""

from __future__ import annotations

from dataclasses import dataclass

from game.ui.kit.rect import Rect

WIDE, HIGH = 1400.0, 820.0
"""From this size on all parts are in sight; in smaller windows they lie under tabs."""

AIR = 24.0
TABS = 40.0
LOW, MOST = 188.0, 700.0
"""Least height of the dead, most of the ledgers."""

BAR = 44.0
"""Height of the head of a ledger."""


@dataclass(frozen=True, slots=True)
class Plan:
    """head: over the whole width. left: the answer. tabs: None where all is in sight; then `dead` lies below."""

    head: Rect
    left: Rect
    tabs: Rect | None
    main: Rect
    dead: Rect


def plan_of(space: Rect) -> Plan:
    """The parts in a window of that size."""
    full = space.w >= WIDE and space.h >= HIGH
    head, body = space.split_top(88 if space.h >= 700 else 72)
    left, rest = body.split_left(392 if space.w >= WIDE else 330 if space.w >= 1200 else 296)
    rest = rest.inset(AIR if space.w >= 1200 else 16, 16 if full else 12)
    if full:
        dead, main = rest.split_bottom(max(LOW, rest.h - 14 - MOST), 14)
        return Plan(head, left, None, main, dead)
    tabs, main = rest.split_top(TABS, 8)
    return Plan(head, left, tabs, main, main)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The two ledgers and the gap between them. pitch: height of a row; gauge: there is room for the days."""

    told: Rect
    gap: Rect
    true: Rect
    pitch: float

    @property
    def gauge(self) -> bool:
        """Whether there is room for the line of days."""
        return self.true.w >= 400

    @property
    def value(self) -> float:
        """Width of the true figures."""
        return 136.0 if self.gauge else 96.0


def ledger_of(place: Rect, rows: int) -> Ledger:
    """The ledgers in a place, with rows that fill it, but not too high."""
    pitch = min(73.0, max(44.0, (place.h - BAR) / max(1, rows)))
    place = place.split_top(min(place.h, BAR + pitch * rows))[0]
    narrow = place.w < 860
    told, rest = place.split_left(round(place.w * (0.315 if narrow else 0.325)))
    gap, true = rest.split_left(round(place.w * (0.17 if narrow else 0.2)))
    return Ledger(told, gap, true, pitch)
