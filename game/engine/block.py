"""A block of worlds under one rulebook, with what is built for it once: desks and the chance of the turn."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.core import chance
from game.rulebook.book import Rulebook
from game.rulebook.rules import Line
from game.world.declare import Phase
from game.world.desk import Desk, lay_out
from game.world.ragged import Ints
from game.world.state import World


@dataclass(slots=True)
class Block:
    """W worlds that advance together.

    forced: event order -> place of the option that every seat takes (`--choose`).
    lines: date -> dated choices of seats whose policy is historical.
    answers: event order -> dated answers of the record.
    base [W]: the chance of this turn, a function of seed and date.
    """

    book: Rulebook
    world: World
    forced: dict[int, int] = field(default_factory=dict)
    lines: dict[int, list[Line]] = field(default_factory=dict)
    answers: dict[int, list[Line]] = field(default_factory=dict)
    base: NDArray[np.uint64] = field(default_factory=lambda: np.zeros(0, np.uint64))
    _desks: dict[str, Desk] = field(default_factory=dict)
    timer: dict[str, float] | None = None
    """Seconds by phase, when somebody measures."""
    doubted: dict[int, int] = field(default_factory=dict)
    """Polled event -> place of the clause that held nowhere when it was last asked: it is asked first."""

    def __post_init__(self) -> None:
        if not self.lines:
            for line in self.book.lines:
                self.lines.setdefault(line.date, []).append(line)
        if not self.answers:
            for line in self.book.lines:
                if line.event >= 0:
                    self.answers.setdefault(line.event, []).append(line)
        self.refresh()

    @property
    def width(self) -> int:
        """How many worlds."""
        return self.world.width

    def refresh(self) -> None:
        """Forget what depends on the arrays: after a take or a load."""
        self._desks = {}
        self.base = chance.turn_base(self.world.seed, self.world.date.astype(np.int64))

    def desk(self, phase: Phase) -> Desk:
        """What a phase works on. Laid out when it is first asked for: a copy that is only looked at needs none."""
        found = self._desks.get(phase.id)
        if found is None:
            found = self._desks[phase.id] = lay_out(phase, self.world, self.book.reference)
            found.base = self.base
        return found

    def new_day(self) -> None:
        """The chance of a new turn."""
        self.base = chance.turn_base(self.world.seed, self.world.date.astype(np.int64))
        for desk in self._desks.values():
            desk.base = self.base

    def take(self, index: object, seeds: object = None) -> Block:
        """A block of the worlds at `index`."""
        return Block(self.book, self.world.take(index, seeds), self.forced, self.lines)

    def running(self) -> NDArray[np.bool_]:
        """[W] worlds in which events may still happen: not ended, and within the chapter."""
        until = self.book.reference.tables["until"]
        return (self.world.ended == 0) & (self.world.date <= float(until))


@dataclass(slots=True)
class Instances:
    """Occurrences of events this round, by event, world and entity: arrays [n]. nth tells repeats apart for chance."""

    event: Ints
    world: Ints
    entity: Ints
    nth: Ints

    @property
    def n(self) -> int:
        """How many."""
        return len(self.event)

    def arrays(self) -> tuple[Ints, Ints, Ints, Ints]:
        """Events, worlds, entities, numbers."""
        return self.event, self.world, self.entity, self.nth

    def where(self, mask: NDArray[np.bool_]) -> Instances:
        """Those of the mask."""
        return self.at(np.flatnonzero(mask))

    def at(self, at: Ints) -> Instances:
        """Those at these places."""
        return Instances(self.event.take(at), self.world.take(at), self.entity.take(at), self.nth.take(at))

    def part(self, part: slice) -> Instances:
        """A run of them."""
        return Instances(self.event[part], self.world[part], self.entity[part], self.nth[part])

    def groups(self) -> list[tuple[int, slice]]:
        """(event, slice) for each run of one event."""
        if not self.n:
            return []
        starts = [0, *(np.flatnonzero(self.event[1:] != self.event[:-1]) + 1).tolist(), self.n]
        events = self.event[starts[:-1]].tolist()
        return [(event, slice(a, b)) for event, a, b in zip(events, starts, starts[1:], strict=False)]


NOBODY = np.zeros(0, np.int64)


def no_instances() -> Instances:
    """None."""
    return Instances(NOBODY, NOBODY, NOBODY, NOBODY)
