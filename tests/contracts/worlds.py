"""Worlds of the base game for contracts: begun, run for some turns, run to their ends, stopped before a phase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from game.engine import turn
from game.engine.block import Block
from game.engine.turn import advance
from game.rulebook import assembly
from game.rulebook.book import Rulebook, open_rulebook
from game.rulebook.start import Start, begin
from game.world.declare import Phase
from game.world.state import World

BASE = Path(__file__).resolve().parents[2] / "mods" / "base"
PHASES = (*assembly.OPENING, *assembly.CLOSING)
FIRST_SEED = 100
DAYS = (7, 10)
"""Turns after which phases are tried: a Sunday, when the week's phases run, and a day on which plots strike."""


@cache
def opening_book() -> Rulebook:
    """The rulebook of the base game."""
    return open_rulebook([BASE], "dacha-1941")


def begun(seeds: Sequence[int], policy: str = "mixed", forced: dict[int, int] | None = None, **start: object) -> Block:
    """Worlds of those seeds on their first morning, every seat by one policy."""
    world = begin(opening_book(), seeds, Start(policy=policy, **start))  # type: ignore[arg-type]
    return Block(opening_book(), world, forced or {})


def run(block: Block, turns: int) -> Block:
    """The same block some turns later; nobody is asked."""
    for _ in range(turns):
        assert advance(block) == "turn"
    return block


def over(block: Block) -> np.ndarray:
    """[W] worlds whose chapter is over."""
    until = float(str(block.book.reference.tables["until"]))
    return (block.world.date > until) | (block.world.ended != 0)


def ends(block: Block, compact_at: Sequence[int] = ()) -> dict[int, str]:
    """Seed -> hash of each world in the turn its chapter is over; finished ones go in the turns of `compact_at`."""
    found: dict[int, str] = {}
    for turns in range(200):
        left = np.array([int(seed) not in found for seed in block.world.seed])
        done = np.flatnonzero(over(block) & left)
        if len(done):
            seeds = block.world.seed[done].tolist()
            found.update(zip(seeds, block.world.take(done).hashes(), strict=True))
        keep = np.flatnonzero(~over(block))
        if not len(keep):
            return found
        if turns in compact_at:
            block = block.take(keep)
        run(block, 1)
    raise AssertionError("the chapter never ends")


def phases() -> dict[str, Phase]:
    """All phases by id, in the order of a turn."""
    book = opening_book()
    return {phase.id: phase for phase in (*book.opening, *book.closing)}


def run_phase(block: Block, phase: Phase) -> Block:
    """The block after one phase of the turn that it stands in."""
    turn.run_phases(block, (phase,))
    return block


def stopped_before(phase: str, policy: str, turns: int) -> World:
    """64 worlds after so many turns, just before a phase of the next. Do not change them: take copies."""
    return dict(_walk(policy, turns))[phase]


@cache
def _walk(policy: str, turns: int) -> tuple[tuple[str, World], ...]:
    return tuple(_stops(run(begun(range(FIRST_SEED, FIRST_SEED + 64), policy), turns)))


def _stops(block: Block) -> Iterator[tuple[str, World]]:
    """(phase, state before it) through one turn, orders and events between morning and day included."""
    book = block.book
    morning = block.take(np.arange(block.width))
    for phase in book.opening:
        yield phase.id, morning.world.copy()
        run_phase(morning, phase)
    without_a_day = replace(book, closing=())
    world = run(Block(without_a_day, block.world), 1).world
    day = Block(book, world)
    for phase in book.closing:
        yield phase.id, day.world.copy()
        run_phase(day, phase)
