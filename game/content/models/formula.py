"""What rules may call by name: formulas, and signals of a mod's own."""

from __future__ import annotations

from pydantic import Field

from game.content.models.common import DottedId, Formula, Id, Line, Many, Model


class FormulaArgument(Model):
    """An argument: a name, and a table, an enum (`enum:NAME`) or `number`."""

    name: Id
    type: str = Field(max_length=64)


class NamedFormula(Model):
    """An expression that others call like a function; its numbers have a unit and a source."""

    id: DottedId
    arguments: Many[FormulaArgument] = ()
    text: Formula
    unit: Line = ""
    meaning: Line
    source: Line


class SignalKind(Model):
    """A signal that the mod's effects send and its events hear. table: what its entity is; omitted: none."""

    id: Id
    table: str = Field(default="", max_length=32)
    meaning: Line
