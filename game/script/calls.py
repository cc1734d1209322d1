"""Calls to nodes: functions, aggregates over a table, and formulas written out."""

from __future__ import annotations

import ast
from typing import Protocol

from game.content.problem import did_you_mean
from game.script import operators
from game.script.cells import Cells
from game.script.fit import fit, truth
from game.script.grammar import ReportedError, ScriptError
from game.script.graph import Type
from game.script.names import BOOL, NUMBER, Formula, Scope, Vocabulary, entity_type

AGGREGATES = {
    "any": "any(table, condition)", "all": "all(table, condition)", "count": "count(table, condition)",
    "sum": "sum(table, value, condition)", "avg": "avg(table, value, condition)", "pick": "pick(table, by, condition)",
}  # fmt: skip
FUNCTIONS = {
    "min": (2, 9),
    "max": (2, 9),
    "abs": (1, 1),
    "clamp": (3, 3),
    "if_": (3, 3),
    "holds": (2, 2),
    "head": (1, 1),
}
"""Fewest and most arguments."""


class Builder(Protocol):
    """What builds the nodes of the arguments."""

    def build(self, tree: ast.expr, want: Type | None = None) -> int:
        """The node of a tree."""

    def is_open(self, tree: ast.expr) -> bool:
        """Whether it is a bare id whose table the other side must fix."""

    def within(self, scope: Scope) -> Builder:
        """A builder of another scope for the same expression."""

    def formula(self, formula: Formula) -> int:
        """The node of a formula's text in this builder's scope."""


class Calls:
    """Builds the calls of one expression."""

    def __init__(self, vocabulary: Vocabulary, scope: Scope, cells: Cells, builder: Builder) -> None:
        self.words, self.scope, self.cells, self.builder = vocabulary, scope, cells, builder
        self.graph, self.schema = vocabulary.graph, vocabulary.schema

    def call(self, tree: ast.Call, want: Type | None) -> int:
        """The node of a call."""
        if not isinstance(tree.func, ast.Name):
            raise ScriptError("a function is called by its name", "for example max(a, b)", tree.col_offset)
        name = tree.func.id
        if name in AGGREGATES:
            return self._aggregate(name, tree)
        if name in self.words.formulas:
            return self._formula(self.words.formulas[name], tree)
        if name in self.words.faulty:
            raise ReportedError(f"{name} has faults of its own")
        if name not in FUNCTIONS:
            known = [*FUNCTIONS, *AGGREGATES, *self.words.formulas]
            raise ScriptError(
                f"there is no function {name}", did_you_mean(name, known, "see `main.py mods docs`"), tree.col_offset
            )
        few, many = FUNCTIONS[name]
        if not few <= len(tree.args) <= many:
            number = str(few) if few == many else f"{few} to {many}"
            message = f"{name} takes {number} arguments, not {len(tree.args)}"
            raise ScriptError(message, "see docs/modders/language.md", tree.col_offset)
        return self._function(name, tree.args, want, tree.col_offset)

    def _function(self, name: str, args: list[ast.expr], want: Type | None, at: int) -> int:
        if name == "if_":
            return self._choice(args, want, at)
        if name == "holds":
            who, post = self._one(args[0], entity_type("person")), self._one(args[1], entity_type("post"))
            return self.graph.add(("eq", self.cells.cell("post", ["holder"], post, at), who), BOOL)
        if name == "head":
            return self.cells.cell("organ", ["head"], self._one(args[0], entity_type("organ")), at)
        nodes = [self._one(arg, NUMBER) for arg in args]
        if name == "abs":
            return operators.absolute(self.graph, nodes[0])
        if name == "clamp":
            return operators.extreme(
                self.graph, "min", [operators.extreme(self.graph, "max", nodes[:2], at), nodes[2]], at
            )
        return operators.extreme(self.graph, name, nodes, at)

    def _one(self, tree: ast.expr, kind: Type) -> int:
        return fit(self.graph, self.builder.build(tree, kind), kind, tree.col_offset)

    def _choice(self, args: list[ast.expr], want: Type | None, at: int) -> int:
        """`if_(condition, a, b)`: where nothing else does, a fixes the table or enum of b, or b that of a."""
        test = truth(self.graph, self.builder.build(args[0], BOOL), args[0].col_offset)
        if want is None and self.builder.is_open(args[1]):
            want = self.graph.types[self.builder.build(args[2])]
        a = self.builder.build(args[1], want)
        b = self.builder.build(args[2], want or self.graph.types[a])
        return operators.choice(self.graph, test, a, b, at)

    def _aggregate(self, name: str, tree: ast.Call) -> int:
        """Over the rows of a table. Inside, bare names are columns of the row in question and `each` is the row."""
        at = tree.col_offset
        if self.scope.each:
            raise ScriptError("an aggregate inside an aggregate", "split it with an event or a flag", at)
        plain = name in ("any", "all", "count")
        if len(tree.args) != (2 if plain else 3) or not isinstance(tree.args[0], ast.Name):
            raise ScriptError(f"{name} is written {AGGREGATES[name]}", "the condition may be `true`", at)
        table = tree.args[0].id
        if table not in self.schema.tables or self.schema.tables[table].single:
            known = [t for t, spec in self.schema.tables.items() if not spec.single]
            raise ScriptError(
                f"there is no table {table} to count over", did_you_mean(table, known), tree.args[0].col_offset
            )
        self.scope.each = table
        try:
            value = -1 if plain else self._one(tree.args[1], NUMBER)
            test = self._one(tree.args[-1], BOOL)
        finally:
            self.scope.each = ""
        return self.graph.add(("agg", name, table, value, test), self._kind(name, table, value))

    def _kind(self, name: str, table: str, value: int) -> Type:
        if name == "pick":
            return entity_type("person" if table == "plot" else table)
        if name in ("sum", "avg"):
            return Type("number", unit=self.graph.types[value].unit)
        return NUMBER if name == "count" else BOOL

    def _formula(self, formula: Formula, tree: ast.Call) -> int:
        """A formula with its arguments put in. A fault that it has by itself is reported where it is defined."""
        if formula.id in self.words.faulty:
            raise ReportedError(f"{formula.id} has faults of its own")
        if len(tree.args) != len(formula.arguments):
            wanted = ", ".join(name for name, _ in formula.arguments)
            message = f"{formula.id} takes ({wanted}), not {len(tree.args)} arguments"
            raise ScriptError(message, "give one value for each", tree.col_offset)
        names = {name: pair for name, pair in self.scope.names.items() if name == "me"}
        barred = {name: error for name, error in self.scope.barred.items() if name == "me"}
        for (argument, table), value in zip(formula.arguments, tree.args, strict=True):
            kind = self.words.type_named(table)
            if kind is None:
                raise ReportedError(f"{formula.id} has an argument of no type")
            names[argument] = (self._one(value, kind), kind)
        try:
            return self.builder.within(Scope(self.scope.seat, names, barred)).formula(formula)
        except ReportedError:
            raise
        except ScriptError as error:
            raise ScriptError(f"in the formula {formula.id}: {error.message}", error.hint, tree.col_offset) from None


__all__ = ["AGGREGATES", "FUNCTIONS", "Builder", "Calls"]
