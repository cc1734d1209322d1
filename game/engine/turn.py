"""A turn as a state machine held as data: morning, events, orders, what they call up, the day."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import perf_counter
from typing import Literal, TypeVar

import numpy as np

from game.core import calendar
from game.engine.block import Block, Instances
from game.engine.choice import UNANSWERED, Choices, Evaluators, able, choose, whom
from game.engine.policy import policy_orders
from game.engine.resolve import resolve
from game.engine.triggers import happening
from game.rulebook.book import ASK
from game.script.evaluate import Evaluator
from game.world.declare import Phase
from game.world.desk import Desk
from game.world.ragged import Ints
from game.world.state import World

MORNING, EVENTS, ORDERS, POLICIES, REACTIONS, DAY = range(6)
"""Stages of a turn: `world.stage`."""

MOST_ROUNDS = 6
"""Rounds of events before the orders, and as many after them; the rest waits for the next turn.

A round's number is part of its chance, so the second six count on from the first, whatever other worlds needed.
"""

Stop = Literal["question", "orders", "turn"]
"""Why `advance` returned: a person must answer, may give orders, or the turn is over."""


def advance(block: Block) -> Stop:
    """Run on to the next open question, to a person's orders, or to the end of the turn.

    Nothing of a round is applied before all its questions are answered.
    """
    while True:
        stage = block.world.stage
        if stage == MORNING:
            morning(block)
        elif stage in (EVENTS, REACTIONS):
            if not _rounds(block, polled=stage == EVENTS):
                return "question"
            block.world.stage, block.world.round = stage + 1, MOST_ROUNDS
        elif stage == ORDERS:
            if (block.world.column("person", "policy") == ASK).any() and block.running().any():
                return "orders"
            block.world.stage = POLICIES
        elif stage == POLICIES:
            _timed(block, "policies", partial(policy_orders, block))
            block.world.stage = REACTIONS
        else:
            _day(block)
            block.world.stage = MORNING
            return "turn"


def close_orders(block: Block) -> None:
    """A person's orders are given: the other seats act next."""
    if block.world.stage == ORDERS:
        block.world.stage = POLICIES


T = TypeVar("T")


def _timed(block: Block, name: str, act: Callable[[], T]) -> T:
    """What `act` gives; its seconds are added to the block's timer when somebody measures."""
    if block.timer is None:
        return act()
    start = perf_counter()  # exact: a measurement, never part of a world
    out = act()
    block.timer[name] = block.timer.get(name, 0.0) + perf_counter() - start  # exact: a measurement
    return out


def morning(block: Block) -> None:
    """Begin a turn: its chance, modifiers that have run out, and the opening phases."""
    block.new_day()
    _timed(block, "modifiers", partial(lay_modifiers, block))
    run_phases(block, block.book.opening)
    block.world.stage, block.world.round = EVENTS, 0


def run_phases(block: Block, phases: tuple[Phase, ...]) -> None:
    """Run phases in order, each for the worlds whose step crosses its cadence."""
    world = block.world
    for phase in phases:
        desk = block.desk(phase)
        if phase.every != "turn":
            due = calendar.crosses(
                world.date.astype(np.int64), world.column("clock", "dt").astype(np.int64), phase.every
            )
            desk.due = due
            if not due.any():
                continue
        _timed(block, phase.id, partial(_verb, world, phase, desk))


def _verb(world: World, phase: Phase, desk: Desk) -> None:
    """Run one phase; with a ledger, what it changed is put down under its name."""
    if world.ledger is None:
        phase.verb(desk)
        return
    before = world.numbers.copy()
    phase.verb(desk)
    changed = np.flatnonzero(before[:, 0] != world.numbers[:, 0])
    world.ledger.note(int(world.date[0]), phase.id, changed, world.numbers[changed, 0] - before[changed, 0])


def lay_modifiers(block: Block) -> None:
    """Drop timed modifiers that have run out, and sum the others into the rows that are laid over their columns."""
    table, world = block.world.modifiers, block.world
    if not len(table):
        return
    over = table.data[3] < world.date[table.data[0]]
    if not over.any():
        return
    laid = np.zeros(len(world.numbers), np.int64)
    laid[table.data[1]] = 1
    rows = np.flatnonzero(laid)
    laid[rows] = np.arange(len(rows)) * world.width
    table.pop(over)
    at, row, delta, _ = table.data
    world.numbers[rows] = np.bincount(laid[row] + at, delta / 1000.0, len(rows) * world.width).reshape(len(rows), -1)


# rounds of events -------------------------------------------------------------------------------------------------


def _rounds(block: Block, polled: bool) -> bool:
    """Run rounds until nothing more happens; False when a person must answer first."""
    world = block.world
    most = MOST_ROUNDS if polled else 2 * MOST_ROUNDS
    while world.round < most:
        if len(world.pending):
            found, choices = _pending(block)
            if (choices.chosen == UNANSWERED).any():
                return False
            world.pending.clear()
        else:
            first = polled and world.round == 0
            found = _timed(block, "triggers", partial(happening, block, first))
            if not found.n:
                return True
            choices = _timed(block, "choices", partial(choose, block, found))
            if (choices.chosen == UNANSWERED).any():
                world.pending.append(found.world, found.event, found.entity, found.nth, choices.chosen)
                return False
        _timed(block, "effects", partial(resolve, block, found, choices))
        world.round += 1
    return True


def _pending(block: Block) -> tuple[Instances, Choices]:
    """The round that waits for answers, and who decides each."""
    data = block.world.pending.data
    world, event, entity, nth, chosen = np.take(data, np.lexsort((data[2], data[0], data[1])), axis=1)
    found = Instances(event, world, entity, nth)
    who = whom(block, found, Evaluators(block, found))
    return found, Choices(who, able(block, who, world), chosen)


def answer(block: Block, place: int, option: int) -> None:
    """Answer question number `place` of the waiting round (row of `world.pending`)."""
    block.world.pending.data[4, place] = option


# the day ------------------------------------------------------------------------------------------------------------


def _day(block: Block) -> None:
    run_phases(block, block.book.closing)
    block.world.turns += 1
    _timed(block, "outcome", partial(judge, block))


def judge(block: Block) -> None:
    """Name the outcome of worlds that have just left the chapter or ended: its place in the list plus one."""
    world = block.world
    until = float(str(block.book.reference.tables["until"]))
    over = ((world.date > until) | (world.ended != 0)) & (world.outcome == 0)
    at: Ints = np.flatnonzero(over)
    if not len(at):
        return
    evaluate = Evaluator(block.book.graph, world, at)
    outcome = np.zeros(len(at), np.int8)
    for place, ending in reversed(list(enumerate(block.book.rule.outcomes))):
        holds = evaluate.full(ending.when).astype(bool) if ending.when >= 0 else np.ones(len(at), bool)
        outcome = np.where(holds, place + 1, outcome).astype(np.int8)
    world.outcome[at] = outcome
