"""How far what was told lay from what was so: at its worst, at the end, and until when it was believed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from game.views.contradicted import Told


@dataclass(frozen=True, slots=True)
class Apart:
    """A figure as it was told and as it was on a morning.

    by, on: author and date of the report that lay before the seat then. times: what was so as a multiple of what was
    told, so more than 1 where too little was told; infinite where nothing was.
    """

    date: str
    told: float
    true: float
    by: str
    on: str
    times: float

    @property
    def far(self) -> float:
        """How many times the larger of the two is the smaller, as a logarithm; 0 where they agree."""
        if self.times <= 0 or math.isinf(self.times):
            return math.inf
        return abs(math.log(self.times))


def apart(day: Told) -> Apart:
    """The two figures of a morning side by side."""
    return Apart(day.date, day.told, day.true, day.by, day.on, _times(day.told, day.true))


def worst(days: Sequence[Told], now: Told, starts: str) -> Apart:
    """The morning on which a report lay furthest off. days: all mornings; starts: reports are later than this date."""
    told = [apart(day) for day in days if day.name == now.name and day.on > starts]
    return max(told, key=lambda found: found.far, default=apart(now))


def righted(days: Sequence[Told], name: str, since: str, margin: float) -> str:
    """The first morning after `since` on which the report at hand came within the margin; empty for none."""
    later = (day for day in days if day.name == name and day.date > since)
    return next((day.date for day in later if abs(day.told - day.true) < margin * max(abs(day.true), 1.0)), "")


def _times(told: float, true: float) -> float:
    if told == true:
        return 1.0
    return math.inf if told == 0 else max(0.0, true / told)
