"""Many conditions of few worlds at once: nodes by level and operator, one numpy call for each group."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from game.script.evaluate import OPERATORS, Evaluator
from game.script.graph import BOOLEAN, Graph, operands
from game.world.ragged import Ints
from game.world.schema import NIL
from game.world.state import Floats, World

Rows = NDArray[np.intp]


class Plan:
    """The order of computation for the roots of many rules. It belongs to the rulebook; buffers are made for each call.

    Worth it where a call costs more than its elements: up to about a thousand instances.
    """

    def __init__(self, graph: Graph, roots: list[int]) -> None:
        self.graph, self.roots = graph, roots
        nodes = [i for i in graph.reach(roots) if not graph.inside[i]]
        self.at = {node: k for k, node in enumerate(nodes)}
        consts = [(self.at[i], graph.nodes[i][1]) for i in nodes if graph.nodes[i][0] == "const"]
        self.const_at = np.array([a for a, _ in consts], np.intp)
        self.consts = np.array([value for _, value in consts], np.float64)
        rows = [(self.at[i], graph.nodes[i][1]) for i in nodes if graph.nodes[i][0] == "row"]
        self.row_at = np.array([a for a, _ in rows], np.intp)
        self.rows = np.array([r for _, r in rows], np.intp)
        self.scopes = [(self.at[i], str(graph.nodes[i][1])) for i in nodes if graph.nodes[i][0] == "scope"]
        self.steps = self._group(nodes)
        self.root_at = np.array([self.at[r] for r in roots], np.intp)

    def _group(self, nodes: list[int]) -> list[tuple[str, Rows, tuple[Rows, ...], tuple[int, ...]]]:
        level: dict[int, int] = {}
        groups: dict[tuple[int, str], list[int]] = {}
        for node in nodes:
            what = self.graph.nodes[node]
            below = [level[i] for i in operands(what) if i in level]
            level[node] = 1 + max(below, default=-1) if what[0] not in ("const", "row", "scope") else 0
            if level[node] or what[0] in ("agg", "cell", "tie"):
                op = str(what[0]) if what[0] != "cell" else f"cell {what[1]} {what[2]}"
                groups.setdefault((level[node], op), []).append(node)
        steps = []
        for (_, op), members in sorted(groups.items()):
            out = np.array([self.at[i] for i in members], np.intp)
            sources: tuple[Rows, ...] = ()
            if op not in ("agg", "tie"):
                sides = zip(*[operands(self.graph.nodes[i]) for i in members], strict=True)
                sources = tuple(np.array([self.at[i] for i in side], np.intp) for side in sides)
            steps.append((op, out, sources, tuple(members)))
        return steps

    def run(self, world: World, worlds: Ints, scope: Mapping[str, Floats] | None = None) -> Floats:
        """[roots, n]: the value of each root; conditions are 0 or 1."""
        values = np.zeros((len(self.at), len(worlds)))
        if len(self.consts):
            values[self.const_at] = self.consts[:, None]
        if len(self.rows):
            values[self.row_at] = world.numbers[self.rows[:, None], worlds[None]]
        for at, name in self.scopes:
            values[at] = (scope or {})[name]
        rest: Evaluator | None = None
        for op, out, sources, members in self.steps:
            if op in ("agg", "tie"):
                rest = rest or Evaluator(self.graph, world, worlds, scope)
                for at, node in zip(out.tolist(), members, strict=True):
                    values[at] = rest(node)
            elif op.startswith("cell"):
                _, table, column = op.split()
                values[out] = self._cells(world, worlds, table, column, values[sources[0]])
            else:
                values[out] = self._operate(op, [values[s] for s in sources])
        return values[self.root_at]

    def _operate(self, op: str, sides: list[NDArray[np.float64]]) -> NDArray[np.generic]:
        if op in ("and", "or", "not"):
            sides = [s != 0.0 for s in sides]
        elif op == "if":
            sides[0] = sides[0] != 0.0
        result = OPERATORS[op](*sides)
        return result.astype(np.float64) if op in BOOLEAN else result

    @staticmethod
    def _cells(world: World, worlds: Ints, table: str, column: str, entity: NDArray[np.float64]) -> NDArray[np.float64]:
        place, at = world.schema.places[table, column], entity.astype(np.int64)
        rows = np.where((at >= 1) & (at <= place.count), place.row + at - 1, NIL)
        return world.numbers[rows, worlds[None]]
