"""Trees to typed nodes of the graph. Every mistake is a ScriptError with its place and, where there is one, a hint."""

from __future__ import annotations

import ast
import datetime as dt
import re
from collections.abc import Sequence
from typing import cast

from game.script import fit as fitting
from game.script import grammar, operators
from game.script.calls import Calls
from game.script.cells import Cells
from game.script.grammar import ReportedError, ScriptError
from game.script.graph import Type
from game.script.lookup import Lookup
from game.script.names import BOOL, DATE, NUMBER, Effort, Formula, Scope, Vocabulary

EPOCH = dt.date(1900, 1, 1)


class Compiler:
    """Compiles one expression in one scope. stored: it names a column to write to, read without timed modifiers."""

    def __init__(
        self, vocabulary: Vocabulary, scope: Scope, stored: bool = False, effort: Effort | None = None
    ) -> None:
        self.words, self.scope, self.graph = vocabulary, scope, vocabulary.graph
        self.effort = effort or Effort()
        self._cells = Cells(vocabulary, scope, stored)
        self._lookup = Lookup(vocabulary, scope, self._cells)
        self._calls = Calls(vocabulary, scope, self._cells, self)

    def root(self, text: str, want: Type | None = None) -> int:
        """The node of an expression; `want` is the type it must have."""
        return self.of_tree(grammar.expression(text), want)

    def condition(self, text: str) -> int:
        """The node of a yes/no expression."""
        return self.root(text, BOOL)

    def of_tree(self, tree: ast.expr, want: Type | None) -> int:
        """The node of a tree that must be of the type `want`."""
        return self.fit(self.build(tree, want), want, tree.col_offset)

    def fit(self, node: int, want: Type | None, at: int = 0) -> int:
        """The node itself if it has the wanted type, or what makes it so. ScriptError where it is of another."""
        return fitting.fit(self.graph, node, want, at)

    def truth(self, node: int, at: int = 0) -> int:
        """A condition out of a yes/no node."""
        return fitting.truth(self.graph, node, at)

    def constant(self, value: float, kind: Type = NUMBER) -> int:
        """A constant node."""
        return fitting.constant(self.graph, value, kind)

    def column_of(self, entity: int, table: str, column: str) -> int:
        """The node of a column of an entity given as a node."""
        return self._cells.cell(table, [column], entity, 0)

    # trees: what the parts of the compiler call each other by ---------------------------------------------------------

    def build(self, tree: ast.expr, want: Type | None = None) -> int:
        """The node of a tree. `want` fixes the table or enum of bare ids; the node may be of another type."""
        self._spend(tree)
        if isinstance(tree, ast.Constant):
            return self._literal(tree)
        if isinstance(tree, ast.BoolOp | ast.UnaryOp | ast.BinOp | ast.Compare):
            return self._operation(tree)
        if isinstance(tree, ast.Call):
            return self._calls.call(tree, want)
        names = grammar.chain(tree)
        if names is None:
            raise ScriptError("this cannot be read as a name", "write table.entity.column", tree.col_offset)
        return self._lookup.name(names, want, tree.col_offset)

    def within(self, scope: Scope) -> Compiler:
        """A compiler of another scope for a part of the same expression."""
        return Compiler(self.words, scope, effort=self.effort)

    def formula(self, formula: Formula) -> int:
        """The node of a formula's text in this scope."""
        return self.build(grammar.expression(formula.text))

    def _spend(self, tree: ast.expr) -> None:
        self.effort.left -= 1
        if self.effort.left < 0:
            raise ScriptError("with its formulas written out this is too long", "call fewer formulas", tree.col_offset)

    def _literal(self, tree: ast.Constant) -> int:
        if isinstance(tree.value, bool):
            return self.constant(float(tree.value), BOOL)
        if isinstance(tree.value, str):
            return self.constant(float((_day(tree.value, tree.col_offset) - EPOCH).days), DATE)
        return self.constant(float(cast(float, tree.value)))

    def _operation(self, tree: ast.BoolOp | ast.UnaryOp | ast.BinOp | ast.Compare) -> int:
        if isinstance(tree, ast.BoolOp):
            return operators.join(self.graph, grammar.OPERATORS[type(tree.op)], self._clauses(tree.values))
        if isinstance(tree, ast.UnaryOp):
            if isinstance(tree.op, ast.Not):
                return self.graph.add(("not", self._truth(tree.operand)), BOOL)
            return operators.negative(self.graph, self.build(tree.operand), tree.col_offset)
        if isinstance(tree, ast.BinOp):
            places = (tree.left.col_offset, tree.right.col_offset)
            op = grammar.OPERATORS[type(tree.op)]
            return operators.arithmetic(self.graph, op, self.build(tree.left), self.build(tree.right), places)
        return self._comparison(tree)

    def _clauses(self, trees: Sequence[ast.expr]) -> list[int]:
        """The nodes of conditions that are joined; the faults of all are told together."""
        nodes, errors = [], list[ScriptError]()
        for tree in trees:
            try:
                nodes.append(self._truth(tree))
            except ScriptError as error:
                errors += [error, *error.others]
                if self.effort.left < 0:
                    break
        if errors:
            first, *rest = [e for e in errors if not isinstance(e, ReportedError)] or errors
            first.others = tuple(rest)
            raise first
        return nodes

    def _truth(self, tree: ast.expr) -> int:
        return self.truth(self.build(tree, BOOL), tree.col_offset)

    def _comparison(self, tree: ast.Compare) -> int:
        """The side whose type is known is built first: it fixes the table of a bare id on the other."""
        if len(tree.ops) != 1:
            raise ScriptError("one comparison at a time", "join two with `and`", tree.col_offset)
        left, right = tree.left, tree.comparators[0]
        if self.is_open(left) and not self.is_open(right):
            b = self.build(right)
            a = self.build(left, self.graph.types[b])
        else:
            a = self.build(left)
            b = self.build(right, self.graph.types[a])
        return operators.compare(self.graph, grammar.OPERATORS[type(tree.ops[0])], a, b, tree)

    def is_open(self, tree: ast.expr) -> bool:
        """Whether it is a bare id whose table the other side must fix."""
        return isinstance(tree, ast.Name) and self._lookup.is_open(tree.id)


def _day(text: str, at: int) -> dt.date:
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            raise ValueError
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ScriptError(f'"{text}" is not a date', 'dates are written "1941-06-22"', at) from None
