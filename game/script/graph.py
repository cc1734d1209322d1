"""All expressions of a rulebook as one hash-consed graph: what two rules share is computed once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from game.world.schema import Schema

Kind = Literal["number", "bool", "date", "entity", "enum"]
Node = tuple[Any, ...]
"""Leaves: ("const", value) ("row", arena row) ("scope", name) ("each",) ("col", table, column).
Inner: ("cell", table, column, entity) ("tie", column, seat, person) (operator, a, b) ("if", c, a, b)
("agg", kind, table, value or -1, condition or -1). Operands are node numbers."""

BOOLEAN = frozenset({"lt", "le", "gt", "ge", "eq", "ne", "and", "or", "not"})


@dataclass(frozen=True, slots=True)
class Type:
    """Type of an expression. of: table or enum. unit: None for a literal or a product, which takes any unit.

    low, high: the range of a column; literal: the value, if it is one.
    """

    kind: Kind
    of: str = ""
    unit: str | None = None
    low: float = float("-inf")
    high: float = float("inf")
    literal: float | None = None

    def __str__(self) -> str:
        if self.kind in ("entity", "enum"):
            return self.of or "reference"
        return f"number of {self.unit}" if self.kind == "number" and self.unit else self.kind


class Graph:
    """nodes[i] has types[i]. A node's operands have lower numbers than itself."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.nodes: list[Node] = []
        self.types: list[Type] = []
        self.inside: list[bool] = []
        """Whether a node depends on the row of an enclosing aggregate."""
        self._numbers: dict[int, NDArray[np.float64]] = {}
        self._ids: dict[tuple[Node, Kind, str], int] = {}

    def add(self, node: Node, kind: Type) -> int:
        """The number of this node, new or known."""
        key = (node, kind.kind, kind.of)
        if key not in self._ids:
            self._ids[key] = len(self.nodes)
            self.nodes.append(node)
            self.types.append(kind)
            self.inside.append(self._depends_on_each(node))
        return self._ids[key]

    def _depends_on_each(self, node: Node) -> bool:
        if node[0] in ("each", "col"):
            return True
        return node[0] != "agg" and any(self.inside[i] for i in operands(node))

    def number(self, node: int) -> NDArray[np.float64]:
        """[1] the value of a constant node: one array for all who read it."""
        array = self._numbers.get(node)
        if array is None:
            array = self._numbers[node] = np.array([float(self.nodes[node][1])])
            array.flags.writeable = False
        return array

    def constant(self, node: int) -> float | None:
        """The value of a constant node, else None."""
        what = self.nodes[node]
        return float(what[1]) if what[0] == "const" else None

    def clauses(self, node: int) -> list[int]:
        """A condition split at its top-level `and`s, in order."""
        what = self.nodes[node]
        if what[0] == "and":
            return self.clauses(int(what[1])) + self.clauses(int(what[2]))
        return [node]

    def reach(self, roots: list[int]) -> list[int]:
        """All nodes below the roots, operands first."""
        seen: set[int] = set()
        stack = list(roots)
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                stack.extend(operands(self.nodes[node]))
        return sorted(seen)


def operands(node: Node) -> list[int]:
    """Node numbers of a node's operands."""
    if node[0] in ("const", "row", "scope", "each", "col"):
        return []
    if node[0] == "cell":
        return [int(node[3])]
    if node[0] == "tie":
        return [int(node[2]), int(node[3])]
    if node[0] == "agg":
        return [int(i) for i in node[3:] if int(i) >= 0]
    return [int(i) for i in node[1:]]
