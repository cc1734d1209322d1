"""What names mean: the vocabulary of a rulebook and the scope of one expression."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.script.grammar import ScriptError
from game.script.graph import Graph, Type
from game.world.columns import ENUMS, Column
from game.world.schema import Schema

NUMBER, BOOL, DATE = Type("number"), Type("bool"), Type("date", unit="date")

WRITTEN_OUT = 2048
"""Steps of an expression with all formulas that it calls, and those that they call, written out."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A named expression of the content: it is written out wherever it is called. arguments: (name, table or enum)."""

    id: str
    arguments: tuple[tuple[str, str], ...]
    text: str


@dataclass(slots=True)
class Vocabulary:
    """All names that rules may use, beside the tables themselves.

    enums: values by enum; a premise that is a choice is the enum `premise.ID`.
    kinds: types of premises and vars, by table and id: each has its own range, and some are choices.
    signal_tables, event_tables: the table of `this` by signal and by event; empty = none.
    faulty: ids of content with faults of its own: whoever names them is not to blame.
    """

    schema: Schema
    graph: Graph
    enums: dict[str, tuple[str, ...]] = field(default_factory=lambda: dict(ENUMS))
    kinds: Mapping[tuple[str, str], Type] = field(default_factory=dict)
    constants: Mapping[str, float] = field(default_factory=dict)
    formulas: Mapping[str, Formula] = field(default_factory=dict)
    signals: Mapping[str, int] = field(default_factory=dict)
    signal_tables: Mapping[str, str] = field(default_factory=dict)
    events: Mapping[str, int] = field(default_factory=dict)
    event_tables: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, int] = field(default_factory=dict)
    faulty: set[str] = field(default_factory=set)

    def type_named(self, name: str) -> Type | None:
        """The type of an argument as a mod writes it: a table, an enum, number, bool or date; None if there is none."""
        if name in self.enums or name.removeprefix("enum:") in self.enums:
            return entity_type("enum:" + name.removeprefix("enum:"))
        if name in self.schema.tables or name in ("number", "bool", "date"):
            return entity_type(name)
        return None


@dataclass(slots=True)
class Effort:
    """How many steps the compiler may still take for one expression."""

    left: int = WRITTEN_OUT


@dataclass(slots=True)
class Scope:
    """Names of one expression.

    seat: the expression is read by the deciding seat: hidden columns are errors, reported ones read as told.
    names: `me`, `this`, arguments -> (node, type). barred: names that may not be read here -> the error to raise.
    each: the table of the aggregate around, while its inside is compiled.
    """

    seat: bool = False
    names: dict[str, tuple[int, Type]] = field(default_factory=dict)
    barred: Mapping[str, ScriptError] = field(default_factory=dict)
    each: str = ""


def column_type(column: Column) -> Type:
    """The type of a column's value."""
    if column.value == "bool":
        return Type("bool", low=0.0, high=1.0)
    if column.value in ("entity", "enum"):
        return Type(column.value, of=column.of)
    unit = "date" if column.value == "date" else column.unit or None
    return Type(column.value, unit=unit, low=column.low, high=column.high)


def entity_type(table: str) -> Type:
    """The type of a reference to a row of `table`; of `enum:NAME` and of number, bool and date too."""
    if table.startswith("enum:"):
        return Type("enum", of=table[5:])
    if table == "number":
        return NUMBER
    if table in ("bool", "date"):
        return BOOL if table == "bool" else DATE
    return Type("entity", of=table)
