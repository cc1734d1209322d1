"""What a mod adds to the rule language: signals of its own, and formulas called like functions."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from game.content.models.common import Fault, Formula, Id, Line, Many, Model, check_unique, rule


class Signal(Model):
    """A signal that effects send and events listen to; `table` is that of its entity, None if it has none."""

    id: Id
    table: Id | None = None
    meaning: Line


class FormulaArgument(Model):
    """A typed argument of a formula."""

    name: Id
    type: Id


class NamedFormula(Model):
    """A `[[formula]]`: an expression with arguments, called by its id."""

    id: Id
    arguments: Many[FormulaArgument] = Field(default=())
    text: Formula
    unit: Line = ""
    meaning: Line
    source: Line = ""

    @rule("arguments.name")
    def _has_different_arguments(self) -> Iterator[Fault]:
        yield from check_unique(self.arguments, "name", "arguments", "argument")
