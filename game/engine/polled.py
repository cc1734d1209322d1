"""Polled events: whose condition holds, where, and whom the day meets of those that only come on average so often."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.core import chance
from game.engine.block import NOBODY, Block, Instances, no_instances
from game.engine.reach import Clause, Reach, rules_in_reach
from game.rulebook.rules import EventRule
from game.script.evaluate import Evaluator
from game.world.ragged import Ints

WIDE = 1024
"""Worlds from which a rule is asked clause by clause (elements cost more than calls)."""

TINY = 16
"""Worlds up to which all clauses are asked at once (calls cost more than elements)."""

FEW = 8192
"""Draws made at a time: they stay in the first levels of cache."""

Bools = NDArray[np.bool_]


def polled_events(block: Block) -> Instances:
    """Where polled events may happen now: window, condition, `once`, and the luck of a constant mean wait."""
    world, running = block.world, block.running()
    if not running.any():
        return no_instances()
    reach = rules_in_reach(block, float(world.date.min()), float(world.date.max()))
    at, held = (_wide if world.width >= WIDE else _narrow)(block, reach, running)
    if not len(at):
        return no_instances()
    places, worlds = _lucky(block, reach, at, held)
    zero = np.zeros(len(places), np.int64)
    return Instances(reach.orders[places], worlds, zero, zero)


def _narrow(block: Block, reach: Reach, running: Bools) -> tuple[Ints, Bools]:
    """Comparisons of all rules at once, then what else is asked of the rules that are left. As `_wide`."""
    world, bounds = block.world, reach.bounds
    held = running & (reach.low[:, None] <= world.date) & (reach.high[:, None] >= world.date)
    held[reach.once] &= np.take(world.fired, reach.orders[reach.once], axis=0) == 0
    at, most = np.flatnonzero(held.any(axis=1)), len(bounds.row)
    held = np.take(held, at, axis=0)
    for k in range(0, most, most if world.width <= TINY else 1):
        held &= bounds.hold(world.numbers, slice(k, most if world.width <= TINY else k + 1), at)
        left = np.flatnonzero(held.any(axis=1))
        at, held = at[left], np.take(held, left, axis=0)
    evaluate = Evaluator(block.book.graph, world, None)
    for row, place in enumerate(at.tolist()):
        for node in reach.rest[place]:
            held[row] &= np.not_equal(evaluate(node), 0)
            if not held[row].any():
                break
    left = np.flatnonzero(held.any(axis=1))
    return at[left], np.take(held, left, axis=0)


def _wide(block: Block, reach: Reach, running: Bools) -> tuple[Ints, Bools]:
    """Places of rules, and [rules, W] where they may happen: a rule without a world left is dropped at once."""
    evaluate = Evaluator(block.book.graph, block.world, None)
    low, high = float(block.world.date.min()), float(block.world.date.max())
    everywhere, at, held = bool(running.all()), [], []
    for place in np.flatnonzero((reach.high >= low) & (reach.low <= high)).tolist():
        rule = reach.rules[place]
        here = _held(block, rule.order, reach.clauses[place], evaluate)
        if here is None:
            continue
        if not everywhere or rule.low > low or rule.high < high or rule.source.once:
            here = here & _may(block, rule, running)
        at.append(place)
        held.append(here if here.shape[0] == block.width else np.repeat(here, block.width))
    if not at:
        return NOBODY, np.zeros((0, block.width), bool)
    return np.array(at), np.array(held)


def _lucky(block: Block, reach: Reach, at: Ints, held: Bools) -> tuple[Ints, Ints]:
    """Rules and worlds of `held` [rules at, W], of those with a constant mean wait only those whom it meets."""
    waiting = np.flatnonzero(reach.waits[at] > 0)
    if len(waiting):
        days, step = block.world.column("clock", "dt"), max(1, FEW // block.width)
        lengths = sorted(set(days.tolist()))
        for some in (waiting[first : first + step] for first in range(0, len(waiting), step)):
            u = chance.draw(block.base[None], reach.streams[at[some]][:, None])
            odds = reach.odds_of(lengths[0])[at[some]][:, None]
            for length in lengths[1:]:
                odds = np.where(days == length, reach.odds_of(length)[at[some]][:, None], odds)
            held[some] &= u < odds
    hits = np.flatnonzero(held)
    return at[hits // block.width], hits % block.width


def _held(block: Block, order: int, clauses: tuple[Clause, ...], evaluate: Evaluator) -> Bools | None:
    """[W] or [1] where all clauses hold, or None where they hold nowhere. First asked is the one that failed last."""
    held: Bools | None = None
    first = block.doubted.get(order, 0)
    for place in (first, *(k for k in range(len(clauses)) if k != first)) if first else range(len(clauses)):
        value = _value(block, clauses[place], evaluate)
        count = np.count_nonzero(value)
        if not count:
            block.doubted[order] = place
            return None
        if count < len(value):
            held = np.not_equal(value, 0) if held is None else np.logical_and(held, value)
    if held is None:
        return np.ones(1, bool)
    return held if np.count_nonzero(held) else None


def _value(block: Block, clause: Clause, evaluate: Evaluator) -> NDArray[np.generic]:
    """[W] or [1] whether a clause holds. What several rules ask is left to the evaluator, which asks once."""
    return clause.holds(block.world.numbers) if clause.operator and not clause.shared else evaluate(clause.node)


def _may(block: Block, rule: EventRule, running: Bools) -> Bools:
    """[W] where the rule is in its window, has not been spent, and the world runs."""
    date = block.world.date
    may = running & (date >= rule.low) & (date <= rule.high)
    return may & (block.world.fired[rule.order] == 0) if rule.source.once else may
