"""Polled events: whose condition holds, where, and whom the day meets of those that only come on average so often."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.core import chance, exact
from game.engine.block import Block, Instances, no_instances
from game.rulebook.rules import EventRule
from game.script.evaluate import Evaluator
from game.script.plan import Plan
from game.world.ragged import Ints

WIDE = 256
"""Worlds from which conditions are evaluated node by node (elements cost more than calls)."""

SEASON = 91
"""Days to which windows are rounded when the rules in reach are listed, so that few lists are made."""

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reach:
    """The polled rules of a season, by order, with what is asked of all of them: arrays [rules].

    waits: mean days of a constant mean wait, 0 = none. conditional: places of those with a condition, which `plan`
    evaluates.
    """

    rules: tuple[EventRule, ...]
    orders: Ints
    low: Floats
    high: Floats
    once: Bools
    waits: Floats
    streams: NDArray[np.uint64]
    conditional: Ints
    plan: Plan


def polled_events(block: Block) -> Instances:
    """Where polled events may happen now: window, condition, `once`, and the luck of a constant mean wait."""
    world, running = block.world, block.running()
    if not running.any():
        return no_instances()
    reach = rules_in_reach(block, float(world.date.min()), float(world.date.max()))
    places, worlds = (_wide if world.width >= WIDE else _narrow)(block, reach, running)
    zero = np.zeros(len(places), np.int64)
    return Instances(reach.orders[places], worlds, zero, zero)


def rules_in_reach(block: Block, low: float, high: float) -> Reach:
    """Polled events whose window meets the season of these dates; made once for each season."""
    first, last = int(low) - int(low) % SEASON, int(high) - int(high) % SEASON + SEASON
    cache = block.book.reference.cache
    if ("reach", first, last) not in cache:
        rules = tuple(r for r in block.book.events if r.polled and r.low <= last and r.high >= first)
        cache["reach", first, last] = _reach(block, rules)
    found: Reach = cache["reach", first, last]
    return found


def _reach(block: Block, rules: tuple[EventRule, ...]) -> Reach:
    conditional = [i for i, r in enumerate(rules) if r.when >= 0]
    return Reach(
        rules, np.array([r.order for r in rules], np.int64), np.array([r.low for r in rules], float),
        np.array([r.high for r in rules], float), np.array([r.source.once for r in rules], bool),
        np.array([r.waits or 0.0 for r in rules]), np.array([r.streams["chance"] for r in rules], np.uint64),
        np.array(conditional, np.int64), Plan(block.book.graph, [rules[i].when for i in conditional]),
    )  # fmt: skip


def _odds(block: Block, reach: Reach) -> tuple[Floats, Ints]:
    """[rules, steps] chance of a constant mean wait to end in a step of each length that the block has.

    1 where there is no such wait. And which of the lengths each world has [W].
    """
    steps, which = np.unique(block.world.column("clock", "dt"), return_inverse=True)
    odds = exact.decay(steps[None], np.where(reach.waits > 0, reach.waits, 1.0)[:, None])
    return np.where(reach.waits[:, None] > 0, odds, 1.0), which


def _wide(block: Block, reach: Reach, running: Bools) -> tuple[Ints, Ints]:
    """Clause by clause over the whole block; a rule without a world left is dropped at once."""
    evaluate = Evaluator(block.book.graph, block.world, None)
    odds, which = _odds(block, reach)
    low, high = float(block.world.date.min()), float(block.world.date.max())
    everywhere, places, found = bool(running.all()), [], []
    for place, rule in enumerate(reach.rules):
        if rule.high < low or rule.low > high:
            continue
        held = _held(rule, evaluate)
        if held is None:
            continue
        if not everywhere or rule.low > low or rule.high < high or rule.source.once:
            held = held & _may(block, rule, running)
        worlds = np.flatnonzero(held) if held.shape[0] == block.width else np.arange(block.width)
        if rule.waits:
            u = chance.draw(block.base[worlds], reach.streams[place])
            worlds = worlds[u < odds[place][which[worlds]]]
        if len(worlds):
            places.append(np.full(len(worlds), place))
            found.append(worlds)
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    return np.concatenate(places), np.concatenate(found)


def _held(rule: EventRule, evaluate: Evaluator) -> Bools | None:
    """[W] or [1] where the condition holds, or None where it holds nowhere."""
    held: Bools | None = None
    for clause in rule.clauses:
        value = evaluate(clause)
        held = value if held is None else np.logical_and(held, value)
        if not held.any():
            return None
    return np.ones(1, bool) if held is None else held


def _may(block: Block, rule: EventRule, running: Bools) -> Bools:
    """[W] where the rule is in its window, has not been spent, and the world runs."""
    date = block.world.date
    may = running & (date >= rule.low) & (date <= rule.high)
    return may & (block.world.fired[rule.order] == 0) if rule.source.once else may


def _narrow(block: Block, reach: Reach, running: Bools) -> tuple[Ints, Ints]:
    """All conditions at once by one plan."""
    world, every = block.world, np.arange(block.width)
    held = np.ones((len(reach.rules), block.width), bool)
    if len(reach.conditional):
        held[reach.conditional] = reach.plan.run(world, every) != 0.0
    held &= running & (reach.low[:, None] <= world.date) & (reach.high[:, None] >= world.date)
    held &= ~(reach.once[:, None] & (world.fired[reach.orders] != 0))
    waiting = np.flatnonzero(held.any(axis=1) & (reach.waits > 0))
    if len(waiting):
        odds, which = _odds(block, reach)
        u = chance.draw(block.base[None], reach.streams[waiting][:, None])
        held[waiting] &= u < np.take(odds[waiting], which, axis=1)
    places, worlds = np.nonzero(held)
    return places, worlds
