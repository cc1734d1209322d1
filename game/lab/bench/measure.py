"""Timing worlds: from the first morning to a last day, part by part."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.engine.block import Block
from game.engine.turn import advance
from game.rulebook.book import Rulebook
from game.rulebook.start import Start, begin
from game.world.chronicle import Chronicle, Kind, decode
from game.world.state import FIELDS, World

FIRST_SEED = 1


@dataclass(frozen=True, slots=True)
class Course:
    """What is run: a rulebook, from its first morning to a last day."""

    book: Rulebook
    last_day: int

    def begin(self, width: int, first_seed: int = FIRST_SEED) -> Block:
        """A block of so many worlds, without a chronicle."""
        seeds = range(first_seed, first_seed + width)
        world = begin(self.book, seeds, Start())
        world.chronicle = None
        return Block(self.book, world)


@dataclass(frozen=True, slots=True)
class Timing:
    """One or more runs of a width. seconds: processor time. parts: the same by phase and part of the engine."""

    width: int
    turns: int
    seconds: float
    parts: Mapping[str, float]
    bytes: int

    @property
    def rate(self) -> float:
        """World-turns a second."""
        return self.width * self.turns / self.seconds

    def microseconds(self, names: Sequence[str]) -> float:
        """Of those parts together, a world-turn."""
        return 1e6 * sum(self.parts.get(n, 0.0) for n in names) / (self.width * self.turns)


def time_worlds(course: Course, width: int, repeats: int, tick: Callable[[], None]) -> Timing:
    """The best of some runs; each has the same worlds."""
    runs = [_once(course, width, tick) for _ in range(repeats)]
    return min(runs, key=lambda timing: timing.seconds)


def _once(course: Course, width: int, tick: Callable[[], None]) -> Timing:
    """One run. The parts are timed by the clock on the wall and scaled to processor time, which others do not disturb.

    What is left over lies between the parts.
    """
    block = course.begin(width)
    block.timer = {}
    turns, cpu, wall = 0, time.process_time(), time.perf_counter()
    while (block.world.date <= course.last_day).any():
        advance(block)
        turns += 1
        tick()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    parts = {name: seconds * cpu / wall for name, seconds in block.timer.items()}
    parts["between the parts"] = cpu - sum(parts.values())
    return Timing(width, turns, cpu, parts, bytes_of(block.world) // width)


def bytes_of(world: World) -> int:
    """Bytes of a block's state, beside the chronicle."""
    total = 0
    for spec in FIELDS:
        value = getattr(world, spec.name)
        if spec.kind == "ragged":
            value = value.data
        total += value.nbytes if isinstance(value, np.ndarray) else 8
    return total


def firings(course: Course, width: int, prefix: str) -> float:
    """How often events whose id begins with `prefix` fire, a world-turn."""
    block = course.begin(width)
    block.world.chronicle = Chronicle()
    turns = 0
    while (block.world.date <= course.last_day).any():
        advance(block)
        turns += 1
    codes, counts = np.unique(block.world.chronicle.rows()["code"], return_counts=True)
    fired = 0
    for code, count in zip(codes.tolist(), counts.tolist(), strict=True):
        kind, order, _, _ = decode(code)
        if kind == Kind.EVENT and course.book.events[order].id.startswith(prefix):
            fired += count
    return fired / (width * turns)
