"""Evaluating nodes on pairs of an instance and a row of a table: what few of the many pairs ask for."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.script.evaluate import Evaluator
from game.world.ragged import Ints


class PairEvaluator(Evaluator):
    """Values [p], or [1] of what is the same for all, of pairs: an instance of `outer` and a value of `each`.

    at [p]: places among the instances of `outer`, which is asked for what does not depend on the row.
    each [p]: what `each` is: row plus one, or the place in an enum.
    """

    def __init__(self, outer: Evaluator, at: Ints, each: NDArray[np.float64]) -> None:
        super().__init__(outer.graph, outer.world, outer.places()[at])
        self.outer, self.at, self.each = outer, at, each

    def _value(self, node: int) -> NDArray[Any]:
        if not self.graph.inside[node]:
            value = self.outer(node)
            return value if len(value) == 1 else value[self.at]
        what = self.graph.nodes[node]
        if what[0] == "each":
            return self.each
        if what[0] == "col":
            return self._cell(str(what[1]), str(what[2]), self.each)
        return super()._value(node)
