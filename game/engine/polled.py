"""Polled events: whose condition holds, where, and whom the day meets of those that only come on average so often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.core import chance, exact
from game.engine.block import NOBODY, Block, Instances, no_instances
from game.rulebook.rules import EventRule
from game.script.evaluate import OPERATORS, Evaluator
from game.script.graph import Graph
from game.script.plan import Plan
from game.world.ragged import Ints

WIDE = 256
"""Worlds from which conditions are evaluated node by node (elements cost more than calls)."""

SEASON = 91
"""Days to which windows are rounded when the rules in reach are listed, so that few lists are made."""

FEW = 8192
"""Draws made at a time: they stay in the first levels of cache."""

COMPARISONS = frozenset({"lt", "le", "gt", "ge", "eq", "ne"})

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a condition. compare: where it sets an arena row beside a number [1], how, which row, what number."""

    node: int
    compare: tuple[Callable[..., Bools], int, Floats] | None


@dataclass(frozen=True, slots=True)
class Reach:
    """The polled rules of a season, by order, with what is asked of all of them: arrays [rules].

    clauses: of each rule. waits: mean days of a constant mean wait, 0 = none. conditional: places of those with a
    condition, which `plan` evaluates.
    """

    rules: tuple[EventRule, ...]
    clauses: tuple[tuple[Clause, ...], ...]
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
    times = Counter(node for r in rules for node in r.clauses)
    return Reach(
        rules, tuple(tuple(_clause(block.book.graph, node, times[node]) for node in r.clauses) for r in rules),
        np.array([r.order for r in rules], np.int64), np.array([r.low for r in rules], float),
        np.array([r.high for r in rules], float), np.array([r.source.once for r in rules], bool),
        np.array([r.waits or 0.0 for r in rules]), np.array([r.streams["chance"] for r in rules], np.uint64),
        np.array(conditional, np.int64), Plan(block.book.graph, [rules[i].when for i in conditional]),
    )  # fmt: skip


def _clause(graph: Graph, node: int, times: int) -> Clause:
    """What several rules ask is left to the evaluator, which asks once."""
    what = graph.nodes[node]
    if times == 1 and what[0] in COMPARISONS:
        (left, row), right = graph.nodes[what[1]][:2], graph.nodes[what[2]][0]
        if left == "row" and right == "const":
            return Clause(node, (OPERATORS[what[0]], row, graph.number(what[2])))
    return Clause(node, None)


def _odds(block: Block, reach: Reach, at: Ints) -> tuple[Floats, Ints]:
    """[rules at, steps] chance of a mean wait to end in a step of each length in the block; which of them [W]."""
    dt = block.world.column("clock", "dt")
    if (dt == dt[0]).all():
        return exact.decay(dt[:1], reach.waits[at][:, None]), NOBODY
    steps, which = np.unique(dt, return_inverse=True)
    return exact.decay(steps[None], reach.waits[at][:, None]), which


def _wide(block: Block, reach: Reach, running: Bools) -> tuple[Ints, Ints]:
    """Clause by clause over the whole block; a rule without a world left is dropped at once."""
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
        return NOBODY, NOBODY
    return _lucky(block, reach, np.array(at), np.array(held))


def _lucky(block: Block, reach: Reach, at: Ints, held: Bools) -> tuple[Ints, Ints]:
    """Rules and worlds of `held` [rules at, W], of those with a constant mean wait only those whom it meets."""
    waiting = np.flatnonzero(reach.waits[at] > 0)
    if len(waiting):
        odds, which = _odds(block, reach, at[waiting])
        for first in range(0, len(waiting), max(1, FEW // block.width)):
            some = slice(first, first + max(1, FEW // block.width))
            u = chance.draw(block.base[None], reach.streams[at[waiting[some]]][:, None])
            held[waiting[some]] &= u < (odds[some] if odds.shape[1] == 1 else np.take(odds[some], which, axis=1))
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
    """[W] or [1] whether a clause holds."""
    if clause.compare is None:
        return evaluate(clause.node)
    compare, row, mark = clause.compare
    return compare(block.world.numbers[row], mark)


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
    at = np.flatnonzero(held.any(axis=1))
    return _lucky(block, reach, at, held[at]) if len(at) else (NOBODY, NOBODY)
