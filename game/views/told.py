"""A figure with its mark: measured, reported (by whom and when) or guessed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.engine.block import Block
from game.views import names
from game.world.schema import Place

Mark = Literal["measured", "reported", "guessed"]

GUESSES = frozenset({("plot", "odds")})
"""Columns that are their owner's own reckoning, and may be wrong."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that a seat has. name: `table.entity.column`, to explain it. by, on: author and date of a report.

    short: few words for it, where the scenario has some.
    """

    name: str
    label: str
    value: float
    text: str
    unit: str
    mark: Mark
    by: str
    on: str
    short: str = ""


def figure_of(knows: Block, table: str, column: str, entity: int, label: str = "") -> Figure:
    """The figure of an entity (row plus one) in the world as a seat knows it; he may see it."""
    schema, world = knows.book.schema, knows.world
    place = schema.places[table, column]
    single = schema.tables[table].single
    name = f"{table}.{column}" if single else f"{table}.{names.entity_id(knows.book, table, entity)}.{column}"
    words = column.replace("_", " ")
    whose = "" if single else names.entity_name(knows.book, table, entity)
    said = label or (words if single else whose if column == "value" else f"{whose}: {words}")
    row = place.row + entity - 1
    if place.column.report:
        by, on = _author(knows, table, column, entity)
        value = float(world.numbers[schema.places[table, f"{column}.reported"].row + entity - 1, 0])
        return Figure(name, said, value, _text(knows, place, value), place.column.unit, "reported", by, on)
    value = float(world.numbers[row, 0])
    if place.column.timed:
        over = float(world.numbers[schema.places[table, f"{column}.laid_over"].row + entity - 1, 0])
        value = min(max(value + over, place.column.low), place.column.high)
    mark: Mark = "guessed" if (table, column) in GUESSES else "measured"
    return Figure(name, said, value, _text(knows, place, value), place.column.unit, mark, "", "")


def _author(knows: Block, table: str, column: str, entity: int) -> tuple[str, str]:
    places, numbers = knows.book.schema.places, knows.world.numbers
    by = numbers[places[table, f"{column}.reported_by"].row + entity - 1, 0]
    on = numbers[places[table, f"{column}.reported_on"].row + entity - 1, 0]
    return names.entity_name(knows.book, "person", by), names.day(on)


def _text(knows: Block, place: Place, value: float) -> str:
    column = place.column
    if column.value == "entity":
        return names.entity_name(knows.book, column.of, value)
    if column.value == "enum":
        return names.enum_name(knows.book, column.of, value)
    if column.value == "bool":
        return knows.book.tongue("names.yes" if value else "names.no")
    if column.value == "date":
        return names.day(value) or knows.book.tongue("names.not_yet")
    return names.figure(value, column.unit)
