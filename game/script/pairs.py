"""Evaluating nodes on pairs of an instance and a row of a table: what few of the many pairs ask for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.script.evaluate import Evaluator
from game.world.ragged import Ints


@dataclass(slots=True)
class Pairs:
    """Who looks at what [p]. at: the place among the instances. row: the value from 0. each: row plus one, or an enum.

    cell: place of the pair in a column of its table that is laid out flat: row times width plus world.
    """

    at: Ints
    row: Ints
    each: NDArray[np.float64]
    cell: Ints


class PairEvaluator(Evaluator):
    """Values [p], or [1] of what is the same for all, of some pairs, those `of` all.

    outer: is asked for what does not depend on the row.
    """

    def __init__(self, outer: Evaluator, pairs: Pairs, of: Ints) -> None:
        super().__init__(outer.graph, outer.world, of)
        self.outer, self.pairs, self.of = outer, pairs, of

    @cached_property
    def at(self) -> Ints:
        """[p] places among the instances of `outer`."""
        return self.pairs.at.take(self.of)

    @cached_property
    def cell(self) -> Ints:
        """[p] places in a flat column."""
        return self.pairs.cell.take(self.of)

    def places(self) -> Ints:
        """[p] places in the block."""
        return self.outer.places().take(self.at)

    def _value(self, node: int) -> NDArray[Any]:
        if not self.graph.inside[node]:
            return self._instance(self.outer(node))
        what = self.graph.nodes[node]
        if what[0] == "each":
            return self.pairs.each.take(self.of)
        if what[0] == "col" or (what[0] == "cell" and self.graph.nodes[what[3]][0] == "each"):
            return self._column(what[1], what[2])
        if what[0] == "tie" and self.graph.nodes[what[3]][0] == "each" and not self.graph.inside[what[2]]:
            return self._tie_of(what[1], self.outer(what[2]))
        return super()._value(node)

    def _instance(self, value: NDArray[Any]) -> NDArray[Any]:
        """[p] or [1] of a value [n] or [1] of the instances."""
        return value if len(value) == 1 else value.take(self.at)

    def _column(self, table: str, column: str) -> NDArray[Any]:
        """A column of the rows themselves."""
        schema = self.world.schema
        place = schema.places[table, column]
        if place.count < schema.count(table):
            return self._cell(table, column, self.pairs.each.take(self.of))
        return self.world.numbers.reshape(-1).take(self.cell + place.row * self.world.width)

    def _tie_of(self, column: str, seat: NDArray[Any]) -> NDArray[Any]:
        """A tie of a seat [n] or [1] of the instances to the rows themselves."""
        schema, width = self.world.schema, self.world.width
        if seat.min() < 1 or seat.max() > schema.seats:
            return self._tie(column, self._instance(seat), self.pairs.each.take(self.of))
        first = (seat.astype(np.int64) - 1) * (schema.people * width) + schema.ties[column] * width
        return self.world.ties.reshape(-1).take(self.cell + self._instance(first)).astype(np.float64)
