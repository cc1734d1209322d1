"""One block of a run from its first morning to its end: worlds leave as they finish, and their rows are kept."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.core import calendar
from game.engine.block import Block
from game.engine.turn import advance
from game.lab.grid import Grid, Samples, grid_of
from game.lab.readings import Readings, evaluator_of_protagonist, readings_of
from game.lab.rulebooks import begin_block
from game.lab.run import Run
from game.rulebook.book import Rulebook
from game.rulebook.rules import Ending
from game.world.ragged import Ints
from game.world.state import World

Tell = Callable[[int], None]
"""Told how many world-days have passed since the last call; it may raise to cancel."""

FINISHED_SHARE = 5
"""One in so many columns finished: the block is taken apart and the rest goes on."""

UNKNOWN = -1


@dataclass(slots=True)
class Shard:
    """Results of the worlds `first`..`first + n - 1` of a run.

    end_date, outcome, player_end, turns [n]: days since 1900, places in the scenario's lists (-1 = none), steps taken.
    headlines [names, n]. chronicle: rows as written, of all its worlds, or None. seconds: of processor time.
    """

    first: int
    end_date: Ints
    outcome: Ints
    player_end: Ints
    turns: Ints
    hashes: list[str]
    headlines: NDArray[np.float64]
    samples: Samples
    chronicle: NDArray[np.void] | None = None
    seconds: float = 0.0


def last_day(book: Rulebook, run: Run) -> int:
    """The day after which a world of the run has finished."""
    return calendar.to_days(book.scenario.until) if run.until is None else run.until


def days_of(book: Rulebook, run: Run) -> int:
    """Days from the first morning to the end of a run, as progress counts them."""
    return max(last_day(book, run) + 1 - calendar.to_days(book.scenario.starts), 1)


def run_shard(book: Rulebook, run: Run, first: int, count: int, tell: Tell) -> Shard:
    """Run `count` worlds from number `first` on to their ends."""
    began = time.process_time()
    shard = Course(book, run, first, count, tell).to_the_end()
    shard.seconds = time.process_time() - began
    return shard


@dataclass(slots=True)
class Course:
    """A block on its way. place [W]: where the results of each column go; finished [W]: they are kept already."""

    book: Rulebook
    run: Run
    first: int
    count: int
    tell: Tell
    block: Block = field(init=False)
    readings: Readings = field(init=False)
    grid: Grid = field(init=False)
    shard: Shard = field(init=False)
    place: Ints = field(init=False)
    finished: NDArray[np.bool_] = field(init=False)
    cut: Ints = field(init=False)
    """[n] how many rows the chronicle had when a world finished: what comes later is not its own."""

    def __post_init__(self) -> None:
        book, run, count = self.book, self.run, self.count
        self.readings = readings_of(book, run)
        self.block = begin_block(book, run, self.first, count)
        names = len(self.readings.names)
        self.grid = grid_of(run.every, calendar.to_days(book.scenario.starts), last_day(book, run), names, count)
        self.place, self.finished = np.arange(count), np.zeros(count, bool)
        self.cut = np.zeros(count, np.int64)
        self.shard = Shard(
            self.first, np.zeros(count, np.int64), np.full(count, UNKNOWN), np.full(count, UNKNOWN),
            np.zeros(count, np.int64), [""] * count, np.full((self.readings.headlines, count), np.nan),
            self.grid.samples(),
        )  # fmt: skip

    def to_the_end(self) -> Shard:
        """Advance turn by turn until every world has finished."""
        self._sample()
        while not self.finished.all():
            before = self._days_left()
            stop = advance(self.block)
            if stop != "turn":
                raise RuntimeError(f"a simulated world waits for a person: {stop}")
            self._sample()
            self._leave_chapter()
            self._finish()
            self.tell(before - self._days_left())
            if not self.finished.all():
                self._compact()
        self.shard.samples = self.grid.samples()
        self.shard.chronicle = self._own_rows()
        return self.shard

    def _days_left(self) -> int:
        left = last_day(self.book, self.run) + 1 - self.block.world.date[~self.finished]
        return int(np.maximum(left, 0).sum())

    def _sample(self) -> None:
        """Read headlines and probes of worlds that have come to a date of the grid."""
        at = np.flatnonzero(~self.finished)
        dates = self.block.world.date[at].astype(np.int64)
        wanted = self.grid.wanted(self.place[at], dates)
        if wanted.any():
            at, dates = at[wanted], dates[wanted]
            self.grid.put(self.place[at], dates, self.readings.of(self.book, self.block.world, at))

    def _leave_chapter(self) -> None:
        """How it ended for the person played is judged when the outcome is."""
        judged = (self.block.world.outcome > 0) & ~self.finished & (self.shard.player_end[self.place] == UNKNOWN)
        self._judge_player(np.flatnonzero(judged))

    def _judge_player(self, at: Ints) -> None:
        if len(at):
            ends = first_that_holds(self.book, self.block.world, at, self.book.rule.player_ends)
            self.shard.player_end[self.place[at]] = ends

    def _finish(self) -> None:
        """Keep the results of worlds that have ended or passed the last day."""
        world = self.block.world
        over = ((world.ended != 0) | (world.date > last_day(self.book, self.run))) & ~self.finished
        at = np.flatnonzero(over)
        if not len(at):
            return
        place, shard = self.place[at], self.shard
        unjudged = shard.player_end[place] == UNKNOWN
        self._judge_player(at[unjudged])
        named = world.outcome[at].astype(np.int64) - 1
        held = first_that_holds(self.book, world, at, self.book.rule.outcomes)
        shard.outcome[place] = np.where(named >= 0, named, held)
        shard.end_date[place] = world.date[at].astype(np.int64)
        shard.turns[place] = world.turns[at]
        shard.headlines[:, place] = self.readings.of(self.book, world, at)[: self.readings.headlines]
        for where, digest in zip(place.tolist(), world.take(at).hashes(), strict=True):
            shard.hashes[where] = digest
        self.cut[place] = 0 if world.chronicle is None else len(world.chronicle)
        self.finished |= over

    def _compact(self) -> None:
        """Drop finished columns when a fifth have finished."""
        if self.finished.sum() * FINISHED_SHARE < len(self.finished):
            return
        keep = np.flatnonzero(~self.finished)
        self.block = self.block.take(keep)
        self.place, self.finished = self.place[keep], np.zeros(len(keep), bool)

    def _own_rows(self) -> NDArray[np.void] | None:
        """The chronicle, world by world, without what was written after a world had finished."""
        chronicle = self.block.world.chronicle
        if chronicle is None:
            return None
        rows = chronicle.rows()
        where = rows["world"] - self.first
        rows = rows[np.arange(len(rows)) < self.cut[where]]
        return rows[np.argsort(rows["world"], kind="stable")]


def first_that_holds(book: Rulebook, world: World, at: Ints, endings: tuple[Ending, ...]) -> Ints:
    """[n] place of the first ending that holds in each of those worlds, -1 where none does."""
    evaluate = evaluator_of_protagonist(book, world, at)
    found = np.full(len(at), UNKNOWN, np.int64)
    for place, ending in reversed(list(enumerate(endings))):
        holds = evaluate.full(ending.when).astype(bool) if ending.when >= 0 else np.ones(len(at), bool)
        found = np.where(holds, place, found)
    return found
