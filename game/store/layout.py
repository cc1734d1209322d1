"""What the rows of a save stand for, by name: so that a save of older content finds its rows in newer content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.rulebook.book import Rulebook
from game.rulebook.rules import LeverRule
from game.world.columns import ENUMS, Column
from game.world.schema import LAID_OVER, Place
from game.world.state import Sizes

LAST_DAY = 80_000
MOST_ROWS = 1_000_000
WIDEST = 1e12
"""Beyond every sum of timed modifiers."""

ANYBODY = ("person.patron", "power.head")
"""Columns that may point to a person without rows; through all others systems read, so he must be in play."""

RANGES = {"clock.dt": (1.0, 366.0), "clock.protagonist": (1.0, None), "person.policy": (0.0, None)}
"""Columns that hold less than their declared range, or must be whole: a step of 0 days would never end."""

WHOLE = ("clock.dt", "clock.year", "clock.month", "person.policy", "person.rank")

Name = Annotated[str, Field(max_length=120)]
Names = Annotated[tuple[Name, ...], Field(max_length=20_000)]
Count = Annotated[int, Field(ge=0, le=MOST_ROWS)]
Finite = Annotated[float, Field(allow_inf_nan=False)]


@dataclass(frozen=True, slots=True)
class Span:
    """The rows of one column in order of rows: a number for each of `count` entities, within low and high.

    name: `table.column`, of ties the column, with `.reported` and the like behind it. of: table or enum pointed to.
    """

    name: Name
    count: Count
    low: Finite
    high: Finite
    whole: bool = False
    value: Name = "number"
    of: Name = ""


@dataclass(frozen=True, slots=True)
class Known:
    """An event, decision, signal or note: its id, the table of what it is about, and an event's options."""

    id: Name
    table: Name = ""
    options: Names = ()


Knowns = Annotated[tuple[Known, ...], Field(max_length=20_000)]


@dataclass(frozen=True, slots=True)
class Layout:
    """Names of all that a save refers to by number; see the columns of `Schema` and the fields of `Vocabulary`.

    premises: the values of a choice in order, none for a number. levers: the table is that of the first argument, or
    `enum:NAME`.
    """

    entities: Annotated[Mapping[Name, Names], Field(max_length=100)]
    seats: Count
    people: Count
    columns: Annotated[tuple[Span, ...], Field(max_length=20_000)]
    ties: Annotated[tuple[Span, ...], Field(max_length=100)]
    enums: Annotated[Mapping[Name, Names], Field(max_length=2_000)]
    premises: Annotated[Mapping[Name, Names], Field(max_length=2_000)]
    personas: Names
    events: Knowns
    levers: Knowns
    signals: Knowns
    notes: Knowns
    texts: Names
    outcomes: Names

    @property
    def sizes(self) -> Sizes:
        """Rows of the dense arrays."""
        numbers = 1 + sum(span.count for span in self.columns)
        ties = len(self.ties) * self.seats * self.people
        return Sizes(numbers, ties, len(self.events), len(self.levers) * self.seats)

    def most(self, table: str) -> int:
        """The highest reference into a table, or into an enum `enum:NAME`; without a table, into any of them."""
        if table.startswith("enum:"):
            return len(self.enums.get(table[5:], ())) - 1
        if not table:
            return max((len(ids) for ids in self.entities.values()), default=0)
        return len(self.entities.get(table, ()))

    def name_of(self, row: int) -> str:
        """`table.column of entity` of a row of numbers."""
        first = 1
        for span in self.columns:
            if first <= row < first + span.count:
                ids = self.entities.get(span.name.split(".")[0], ())
                at = row - first
                return f"{span.name} of {ids[at]}" if at < len(ids) else span.name
            first += span.count
        return "the row of nobody"


def layout_of(book: Rulebook) -> Layout:
    """The layout of a rulebook's worlds."""
    schema, content = book.schema, book.content
    places = sorted(schema.places.items(), key=lambda item: item[1].row)
    return Layout(
        entities=dict(schema.entities),
        seats=schema.seats,
        people=schema.people,
        columns=tuple(_span(book, table, name, place) for (table, name), place in places),
        ties=tuple(Span(c.name, 1, c.low, c.high, True) for c in schema.tie_columns.values()),
        enums=dict(ENUMS),
        premises={p.id: tuple(p.values) for p in content.premises.values()},
        personas=book.personas.ids,
        events=tuple(Known(e.id, e.table, tuple(o.id for o in e.options)) for e in book.events),
        levers=tuple(Known(lever.id, _about(lever)) for lever in book.levers),
        signals=tuple(Known(s.name, s.table) for s in book.signals),
        notes=tuple(Known(n.name, n.table) for n in book.notes),
        texts=tuple(content.texts),
        outcomes=tuple(e.id for e in book.rule.outcomes),
    )


def _about(lever: LeverRule) -> str:
    if not lever.arguments:
        return ""
    kind = lever.arguments[0].type
    return f"enum:{kind.of}" if kind.kind == "enum" else kind.of


def _span(book: Rulebook, table: str, name: str, place: Place) -> Span:
    full, column, part = f"{table}.{name}", place.column, name.rpartition(".")[2] if "." in name else ""
    people = len(book.schema.entities["person"])
    match part:
        case "reported_on":
            return Span(full, place.count, 0.0, LAST_DAY, True, "date")
        case "reported_by":
            return Span(full, place.count, 0.0, people, True, "entity", "person")
        case _ if part == LAID_OVER:
            return Span(full, place.count, -WIDEST, WIDEST)
    whole = column.value != "number" or full in WHOLE
    low, high = _range(book, full, column)
    return Span(full, place.count, low, high, whole, column.value, column.of)


def _range(book: Rulebook, full: str, column: Column) -> tuple[float, float]:
    low, high = column.low, column.high
    if column.value == "entity":
        in_play = column.of == "person" and full not in ANYBODY
        high = book.schema.people if in_play else len(book.schema.entities[column.of])
    if full in RANGES:
        low, top = RANGES[full]
        high = high if top is None else top
    return float(low), float(high)
