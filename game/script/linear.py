"""Expressions that rise or fall with one row of the arena: evaluated for many rules at once, without the graph."""

from __future__ import annotations

from dataclasses import dataclass

from game.script.graph import Graph
from game.world.schema import NIL


@dataclass(frozen=True, slots=True)
class Linear:
    """base + row * factor / divisor, of which factor or divisor is 1 or -1, so that it rounds as it was written."""

    base: float = 0.0
    row: int = NIL
    factor: float = 1.0
    divisor: float = 1.0


def linear(graph: Graph, node: int) -> Linear | None:
    """The node as such an expression, if it is one; a constant has the nil row, which is 0."""
    what = graph.nodes[node]
    value = graph.constant(node)
    if value is not None:
        return Linear(value)
    if what[0] in ("add", "sub"):
        left, right = graph.constant(what[1]), graph.constant(what[2])
        if left is not None:
            return _slope(graph, what[2], left, 1.0 if what[0] == "add" else -1.0)
        return _slope(graph, what[1], right if what[0] == "add" else -right, 1.0) if right is not None else None
    return _slope(graph, node, 0.0, 1.0)


def _slope(graph: Graph, node: int, base: float, sign: float) -> Linear | None:
    """base and, with this sign, a row, or a row times or divided by a number."""
    what = graph.nodes[node]
    if what[0] == "row":
        return Linear(base, what[1], sign)
    if what[0] not in ("mul", "div"):
        return None
    (left, row), by = graph.nodes[what[1]][:2], graph.constant(what[2])
    if left != "row" or by is None or by == 0.0:
        return None
    return Linear(base, row, sign * by) if what[0] == "mul" else Linear(base, row, sign, by)
