"""When a run's series are read: the state at the first turn start on or after each date of a grid."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.core import calendar
from game.world.ragged import Ints

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(slots=True)
class Samples:
    """dates [G] in days since 1900. values [names, G, worlds]: NaN where undefined. taken [G, worlds]: read at all."""

    dates: Ints
    values: Floats
    taken: Bools


def grid_dates(every: str, first: int, last: int) -> Ints | None:
    """The first day and each beginning of a month, quarter or year up to `last`; None for every turn."""
    if every == "turn":
        return None
    days = np.arange(first, last + 1)
    new = calendar.crosses(days - 1, np.ones(len(days), np.int64), every)  # type: ignore[arg-type]
    new[:1] = True
    return np.asarray(days[new], np.int64)


class FixedGrid:
    """Reads at given dates; steps may pass several at once, which then read the same state."""

    def __init__(self, dates: Ints, names: int, worlds: int) -> None:
        self.dates = dates
        self.values = np.full((names, len(dates), worlds), np.nan)
        self.taken = np.zeros((len(dates), worlds), bool)
        self.next = np.zeros(worlds, np.int64)
        """Place of the first date that a world has not reached."""

    def wanted(self, numbers: Ints, dates: Ints) -> Bools:
        """[n] worlds whose turn starts on or after a date not read yet. numbers: places in the results."""
        upcoming = np.append(self.dates, np.iinfo(np.int64).max)[self.next[numbers]]
        return np.asarray(dates >= upcoming)

    def put(self, numbers: Ints, dates: Ints, values: Floats) -> None:
        """Store values [names, n] of those worlds for every date they have reached."""
        until = np.searchsorted(self.dates, dates, "right")
        while len(numbers):
            at = self.next[numbers]
            self.values[:, at, numbers] = values
            self.taken[at, numbers] = True
            self.next[numbers] += 1
            more = self.next[numbers] < until
            numbers, until, values = numbers[more], until[more], values[:, more]

    def samples(self) -> Samples:
        """What was read."""
        return Samples(self.dates, self.values, self.taken)


class EveryTurn:
    """Reads at every turn start; the dates are those on which some world starts a turn."""

    def __init__(self, names: int, worlds: int) -> None:
        self.names, self.worlds = names, worlds
        self.found: dict[int, tuple[Floats, Bools]] = {}

    def wanted(self, numbers: Ints, dates: Ints) -> Bools:
        """All of them."""
        return np.ones(len(numbers), bool)

    def put(self, numbers: Ints, dates: Ints, values: Floats) -> None:
        """Store values [names, n] of those worlds on their dates."""
        for date in np.unique(dates).tolist():
            if date not in self.found:
                self.found[date] = (np.full((self.names, self.worlds), np.nan), np.zeros(self.worlds, bool))
            table, taken = self.found[date]
            here = dates == date
            table[:, numbers[here]] = values[:, here]
            taken[numbers[here]] = True

    def samples(self) -> Samples:
        """What was read."""
        dates = sorted(self.found)
        return Samples(
            np.array(dates, np.int64),
            np.stack([self.found[d][0] for d in dates], axis=1) if dates else np.zeros((self.names, 0, self.worlds)),
            np.stack([self.found[d][1] for d in dates]) if dates else np.zeros((0, self.worlds), bool),
        )


Grid = FixedGrid | EveryTurn


def grid_of(every: str, first: int, last: int, names: int, worlds: int) -> Grid:
    """The grid of a run of `worlds` worlds."""
    dates = grid_dates(every, first, last)
    return EveryTurn(names, worlds) if dates is None else FixedGrid(dates, names, worlds)


def joined(parts: list[Samples]) -> Samples:
    """Samples of all shards side by side, over all their dates."""
    dates = np.unique(np.concatenate([p.dates for p in parts]))
    spread = [_over(p, dates) for p in parts]
    return Samples(dates, np.concatenate([p.values for p in spread], 2), np.concatenate([p.taken for p in spread], 1))


def _over(part: Samples, dates: Ints) -> Samples:
    """The same samples on a longer list of dates."""
    if len(dates) == len(part.dates):
        return part
    at = np.searchsorted(dates, part.dates)
    values = np.full((len(part.values), len(dates), part.taken.shape[1]), np.nan)
    taken = np.zeros((len(dates), part.taken.shape[1]), bool)
    values[:, at], taken[at] = part.values, part.taken
    return Samples(dates, values, taken)


def carried_back(samples: Samples, last: int) -> Samples:
    """Where a world starts no turn on a date, what it was at its next turn start; dates behind `last` are dropped."""
    values, taken = samples.values.copy(), samples.taken.copy()
    for at in range(len(samples.dates) - 2, -1, -1):
        gap = ~taken[at]
        values[:, at, gap] = values[:, at + 1, gap]
        taken[at, gap] = taken[at + 1, gap]
    keep = samples.dates <= last
    return Samples(samples.dates[keep], values[:, keep], taken[keep])
