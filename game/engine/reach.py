"""The polled rules of a season, with what is asked of all of them laid out in arrays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.core import exact
from game.engine.block import Block
from game.rulebook.rules import EventRule
from game.script.evaluate import OPERATORS
from game.script.graph import Graph
from game.world.ragged import Ints
from game.world.schema import NIL

SEASON = 91
"""Days to which windows are rounded when the rules in reach are listed, so that few lists are made."""

BOUNDS: dict[str, Callable[[float], tuple[float, float, bool]]] = {
    "lt": lambda x: (-np.inf, float(np.nextafter(x, -np.inf)), False),
    "le": lambda x: (-np.inf, x, False),
    "gt": lambda x: (float(np.nextafter(x, np.inf)), np.inf, False),
    "ge": lambda x: (x, np.inf, False),
    "eq": lambda x: (x, x, False),
    "ne": lambda x: (x, x, True),
}
"""What a row must be beside a number: from, to, and whether it must lie outside instead."""

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a condition: a node. row, operator, mark: where it only sets an arena row beside a number, that.

    shared: other rules ask the same.
    """

    node: int
    row: int = NIL
    operator: str = ""
    mark: float = 0.0
    shared: bool = False

    def holds(self, numbers: Floats) -> Bools:
        """[W] where the row is as it must be."""
        held: Bools = OPERATORS[self.operator](numbers[self.row], self.mark)
        return held


@dataclass(frozen=True, slots=True)
class Bounds:
    """Comparisons of one row with a number, as arrays [most, rules], padded with what always holds: the nil row is 0.

    The row lies within low and high, both included; where `outside` is true, it does not.
    """

    row: Ints
    low: Floats
    high: Floats
    outside: Bools

    def hold(self, numbers: Floats, which: slice, rules: Ints) -> Bools:
        """[rules, W] where the comparisons number `which` of these rules all hold."""
        value = np.take(numbers, self.row[which, rules], axis=0)
        within: Bools = self.low[which, rules][..., None] <= value
        within &= value <= self.high[which, rules][..., None]
        within ^= self.outside[which, rules][..., None]
        return np.asarray(within.all(axis=0))


@dataclass(frozen=True, slots=True)
class Reach:
    """The polled rules of a season, by order: arrays [rules].

    clauses: of each rule. bounds: those that compare a row with a number. rest: nodes of the others. once: places of
    rules that come once. waits: mean days of a constant mean wait, 0 = none. odds: of a step of so many days.
    """

    rules: tuple[EventRule, ...]
    clauses: tuple[tuple[Clause, ...], ...]
    bounds: Bounds
    rest: tuple[tuple[int, ...], ...]
    orders: Ints
    low: Floats
    high: Floats
    once: Ints
    waits: Floats
    streams: NDArray[np.uint64]
    odds: dict[float, Floats] = field(default_factory=dict)

    def odds_of(self, days: float) -> Floats:
        """[rules] chance of the constant mean wait to end in a step of this length; 1 where there is none."""
        if days not in self.odds:
            odds = exact.decay(days, np.where(self.waits > 0, self.waits, 1.0))
            self.odds[days] = np.where(self.waits > 0, odds, 1.0)
        return self.odds[days]


def rules_in_reach(block: Block, low: float, high: float) -> Reach:
    """Polled events whose window meets the season of these dates; made once for each season."""
    first, last = int(low) - int(low) % SEASON, int(high) - int(high) % SEASON + SEASON
    cache = block.book.reference.cache
    if ("reach", first, last) not in cache:
        rules = tuple(r for r in block.book.events if r.polled and r.low <= last and r.high >= first)
        cache["reach", first, last] = _reach(block.book.graph, rules)
    found: Reach = cache["reach", first, last]
    return found


def _reach(graph: Graph, rules: tuple[EventRule, ...]) -> Reach:
    times = Counter(node for r in rules for node in r.clauses)
    clauses = tuple(tuple(_clause(graph, node, times[node] > 1) for node in r.clauses) for r in rules)
    return Reach(
        rules,
        clauses,
        _bounds(clauses),
        tuple(tuple(c.node for c in row if not c.operator) for row in clauses),
        np.array([r.order for r in rules], np.int64),
        np.array([r.low for r in rules], float),
        np.array([r.high for r in rules], float),
        np.array([i for i, r in enumerate(rules) if r.source.once], np.int64),
        np.array([r.waits or 0.0 for r in rules]),
        np.array([r.streams["chance"] for r in rules], np.uint64),
    )


def _clause(graph: Graph, node: int, shared: bool) -> Clause:
    what = graph.nodes[node]
    if what[0] == "not" and graph.nodes[what[1]][0] == "row":
        return Clause(node, graph.nodes[what[1]][1], "eq", 0.0, shared)
    if what[0] in BOUNDS and graph.nodes[what[1]][0] == "row" and graph.nodes[what[2]][0] == "const":
        return Clause(node, graph.nodes[what[1]][1], what[0], float(graph.nodes[what[2]][1]), shared)
    return Clause(node, shared=shared)


def _bounds(clauses: tuple[tuple[Clause, ...], ...]) -> Bounds:
    plain = [[c for c in row if c.operator] for row in clauses]
    shape = max(map(len, plain), default=0) or 1, len(clauses)
    bounds = Bounds(np.full(shape, NIL), np.full(shape, -np.inf), np.full(shape, np.inf), np.zeros(shape, bool))
    for at, row in enumerate(plain):
        for k, c in enumerate(row):
            bounds.row[k, at] = c.row
            bounds.low[k, at], bounds.high[k, at], bounds.outside[k, at] = BOUNDS[c.operator](c.mark)
    return bounds
