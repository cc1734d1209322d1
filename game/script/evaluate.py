"""Evaluating nodes: on instances (some worlds, with me, this and arguments) or on a whole block."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from game.core import rowsum
from game.script.graph import Graph, Node, operands
from game.world.ragged import Ints
from game.world.schema import NIL
from game.world.state import World

Values = NDArray[Any]

OPERATORS: dict[str, Callable[..., Values]] = {
    "add": np.add, "sub": np.subtract, "mul": np.multiply, "min": np.minimum, "max": np.maximum,
    "lt": np.less, "le": np.less_equal, "gt": np.greater, "ge": np.greater_equal, "eq": np.equal, "ne": np.not_equal,
    "and": np.logical_and, "or": np.logical_or, "not": np.logical_not, "neg": np.negative, "abs": np.absolute,
    "if": np.where,
}  # fmt: skip


def divide(a: Values, b: Values) -> Values:
    """a / b, and 0 where b is 0: a rule never makes an infinity."""
    if b.size == 1 and b.item() != 0.0:
        return np.asarray(np.divide(a, b))
    safe = np.not_equal(b, 0.0)
    return np.where(safe, np.divide(a, np.where(safe, b, 1.0)), 0.0)


OPERATORS["div"] = divide


CELLS = 1 << 15
"""Rows times instances that an aggregate looks at together: what it works out stays in the cache."""

MANY = 1000
"""Cells from which one index is found faster than two."""


def at_cells(state: Values, rows: Ints, worlds: Ints) -> Values:
    """state[rows, worlds] of a C-contiguous array."""
    if rows.size < MANY:
        return state[rows, worlds]
    return state.reshape(-1).take(rows * state.shape[1] + worlds)


def _all_within(references: Ints, count: int) -> bool:
    """Whether all references (row plus one) are of rows that a table has."""
    return not references.size or bool(references.min() >= 1 and references.max() <= count)


class Evaluator:
    """Values of nodes for n instances: arrays [n], or [1] of what is the same for all. Values are kept for the call.

    worlds [n]: places in the block; None = the whole block in order, read without copying.
    scope: names -> [n] references (row plus one).
    """

    def __init__(
        self, graph: Graph, world: World, worlds: Ints | None, scope: Mapping[str, Values] | None = None
    ) -> None:
        self.graph, self.world, self.worlds = graph, world, worlds
        self.scope = scope or {}
        self.n = world.width if worlds is None else len(worlds)
        self.known: dict[int, Values] = {}

    def __call__(self, node: int) -> Values:
        """[n] or [1]: the node's value."""
        value = self.known.get(node)
        if value is None:
            value = self.known[node] = self._value(node)
        return value

    def full(self, node: int) -> Values:
        """[n]: the node's value for every instance."""
        value = self(node)
        return value if value.shape == (self.n,) else np.repeat(value, self.n)

    def _value(self, node: int) -> Values:
        what = self.graph.nodes[node]
        op = what[0]
        if op == "const":
            return self.graph.number(node)
        if op == "row":
            row = self.world.numbers[cast(int, what[1])]
            return row if self.worlds is None else row.take(self.worlds)
        if op == "scope":
            return self.scope[str(what[1])]
        if op == "cell":
            return self._cell(str(what[1]), str(what[2]), self(int(what[3])))
        if op == "tie":
            return self._tie(str(what[1]), self(int(what[2])), self(int(what[3])))
        if op == "agg":
            return self._aggregate(what)
        if len(what) == 3:
            return OPERATORS[op](self(what[1]), self(what[2]))
        return OPERATORS[op](*[self(i) for i in what[1:]])

    def places(self) -> Ints:
        """[n] places in the block."""
        return np.arange(self.n) if self.worlds is None else self.worlds

    def _cell(self, table: str, column: str, entity: Values) -> Values:
        place = self.world.schema.places[table, column]
        at = entity.astype(np.int64)
        rows = np.where((at >= 1) & (at <= place.count), place.row + at - 1, NIL)
        return at_cells(self.world.numbers, rows, self.places())

    def _tie(self, column: str, seat: Values, person: Values) -> Values:
        """Ties of seats and persons that broadcast against each other; bounds are checked on the small arrays."""
        schema = self.world.schema
        s, p = seat.astype(np.int64), person.astype(np.int64)
        if _all_within(s, schema.seats) and _all_within(p, schema.people):
            width = self.world.width
            cells = (self.places() + (s - 1) * (schema.people * width)) + (p + (schema.ties[column] - 1)) * width
            return self.world.ties.reshape(-1).take(cells).astype(np.float64)
        here, there = (s >= 1) & (s <= schema.seats), (p >= 1) & (p <= schema.people)
        rows = (np.where(here, s - 1, 0) * schema.people + schema.ties[column]) + np.where(there, p - 1, 0)
        return at_cells(self.world.ties, rows, self.places()).astype(np.float64) * (here & there)

    def _aggregate(self, what: Node) -> Values:
        kind, table, value, test = str(what[1]), str(what[2]), int(what[3]), int(what[4])
        rows = self.world.schema.count(table)
        if self.worlds is not None and rows * self.n > 2 * CELLS:
            step = CELLS // rows
            return np.concatenate([self._part(at, at + step)._aggregate(what) for at in range(0, self.n, step)])
        inner = EachEvaluator(self, rows)
        chosen = inner.full(test).astype(bool)
        if kind == "any":
            return rowsum.count(chosen) > 0
        if kind == "all":
            return rowsum.count(chosen) == len(chosen)
        if kind == "count":
            return rowsum.count(chosen).astype(np.float64)
        values = np.ascontiguousarray(inner.full(value))
        if kind == "pick":
            return rowsum.best(values, chosen) + 1.0
        total = rowsum.total(values * chosen)
        return total if kind == "sum" else divide(total, rowsum.count(chosen).astype(np.float64))

    def _part(self, start: int, end: int) -> Evaluator:
        """The same for some of the instances."""
        scope = {name: value[start:end] for name, value in self.scope.items()}
        return Evaluator(self.graph, self.world, self.places()[start:end], scope)


class EachEvaluator:
    """Values [E, n] for every row of a table at once: bodies of aggregates, arguments of levers.

    What does not depend on the row comes from the outer evaluator as [1, n]. first: what `each` is in the first row: 1
    for entities (row plus one), 0 for enums.
    """

    def __init__(self, outer: Evaluator, rows: int, first: float = 1.0) -> None:
        self.outer, self.rows, self.first = outer, rows, first
        self.at: Ints | None = None
        """The rows looked at; None = all."""
        self.known: dict[int, Values] = {}

    def full(self, node: int) -> Values:
        """[E, n]: the node's value for every row and instance."""
        return np.ascontiguousarray(np.broadcast_to(self(node), (self.height, self.outer.n)))

    @property
    def height(self) -> int:
        """How many rows are looked at."""
        return self.rows if self.at is None else len(self.at)

    def narrow(self, clauses: Sequence[int]) -> Values:
        """[E', n] where all clauses hold; rows for which a clause holds nowhere are looked at no more."""
        held = np.ones((self.height, self.outer.n), bool)
        for clause in clauses:
            held = held & self(clause)
            keep = np.flatnonzero(held.any(axis=1))
            if 3 * len(keep) < 2 * self.height:
                held = held[keep]
                self._keep(keep)
        return held

    def _keep(self, keep: Ints) -> None:
        """Look at some of the rows only; what is known of them stays known."""
        old = self.height
        self.at = keep if self.at is None else self.at[keep]
        self.known = {node: value[keep] if value.shape[0] == old else value for node, value in self.known.items()}

    def __call__(self, node: int) -> Values:
        """[E, n], [E, 1] or [1, n]."""
        if not self.outer.graph.inside[node]:
            return self.outer(node)[None]
        value = self.known.get(node)
        if value is None:
            value = self.known[node] = self._value(node)
        return value

    def _value(self, node: int) -> Values:
        what = self.outer.graph.nodes[node]
        op = what[0]
        if op == "each":
            every = np.arange(self.first, self.rows + self.first) if self.at is None else self.at + self.first
            return every[:, None]
        if op == "col":
            return self._column(str(what[1]), str(what[2]))
        if op == "cell":
            if self.outer.graph.nodes[int(what[3])][0] == "each":
                return self._column(str(what[1]), str(what[2]))
            return self._cell(str(what[1]), str(what[2]), self(int(what[3])))
        if op == "tie":
            seat, person = self(int(what[2])), self(int(what[3]))
            return self.outer._tie(str(what[1]), seat, person)
        return OPERATORS[str(op)](*[self(i) for i in operands(what)])

    def _column(self, table: str, column: str) -> Values:
        place, world = self.outer.world.schema.places[table, column], self.outer.world
        if self.at is not None:
            at = np.where(self.at < place.count, self.at + place.row, NIL)
            return world.numbers[at[:, None], self.outer.places()[None]]
        rows = world.numbers[place.row : place.row + place.count]
        if self.outer.worlds is not None:
            rows = np.take(rows, self.outer.worlds, axis=1)
        if place.count >= self.rows:
            return rows[: self.rows]
        padded = np.zeros((self.rows, self.outer.n))
        padded[: place.count] = rows
        return padded

    def _cell(self, table: str, column: str, entity: Values) -> Values:
        place, world = self.outer.world.schema.places[table, column], self.outer.world
        at = entity.astype(np.int64)
        rows = np.where((at >= 1) & (at <= place.count), place.row + at - 1, NIL)
        return world.numbers[rows, self.outer.places()[None]]
