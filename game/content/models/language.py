"""What a mod adds to the rule language: signals of its own, and formulas called like functions."""

from __future__ import annotations

from pydantic import Field, model_validator

from game.content.models.common import Formula, Id, Line, Many, Model, check_unique


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

    @model_validator(mode="after")
    def _is_coherent(self) -> NamedFormula:
        check_unique(self.arguments, "name", "arguments", "argument")
        return self
