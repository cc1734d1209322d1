"""What names mean: the vocabulary of a rulebook and the scope of one expression."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.script.graph import Graph, Type
from game.world.columns import ENUMS, Column
from game.world.schema import Schema

NUMBER, BOOL, DATE = Type("number"), Type("bool"), Type("date", unit="date")


@dataclass(frozen=True, slots=True)
class Formula:
    """A named expression of the content: it is written out wherever it is called."""

    id: str
    arguments: tuple[tuple[str, str], ...]
    text: str


@dataclass(slots=True)
class Vocabulary:
    """All names that rules may use, beside the tables themselves.

    enums: values by enum; a premise that is a choice is the enum `premise.ID`.
    """

    schema: Schema
    graph: Graph
    enums: dict[str, tuple[str, ...]] = field(default_factory=lambda: dict(ENUMS))
    constants: Mapping[str, float] = field(default_factory=dict)
    formulas: Mapping[str, Formula] = field(default_factory=dict)
    signals: Mapping[str, int] = field(default_factory=dict)
    signal_tables: Mapping[str, str] = field(default_factory=dict)
    events: Mapping[str, int] = field(default_factory=dict)
    texts: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Scope:
    """Names of one expression.

    seat: the expression is read by the deciding seat: hidden columns are errors, reported ones read as told.
    names: `me`, `this`, arguments -> (node, type). reads: columns it touches, filled while compiling.
    """

    seat: bool = False
    names: dict[str, tuple[int, Type]] = field(default_factory=dict)
    each: str = ""
    reads: set[str] = field(default_factory=set)
    depth: int = 0


def column_type(column: Column) -> Type:
    """The type of a column's value."""
    if column.value == "bool":
        return Type("bool", low=0.0, high=1.0)
    if column.value in ("entity", "enum"):
        return Type(column.value, of=column.of)
    unit = "date" if column.value == "date" else column.unit
    return Type(column.value, unit=unit, low=column.low, high=column.high)


def entity_type(table: str) -> Type:
    """The type of a reference to a row of `table`; `enum:NAME` is that enum's."""
    if table.startswith("enum:"):
        return Type("enum", of=table[5:])
    if table in ("number", "bool", "date"):
        return Type(table, unit="date" if table == "date" else None)  # type: ignore[arg-type]
    return Type("entity", of=table)
