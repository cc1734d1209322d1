"""A number explains itself: what it is and is made of, what changed it and why, who told it. Hidden ones do not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.content.problem import did_you_mean
from game.engine.block import Block
from game.knowledge.known import known
from game.knowledge.news import event_is_open, lever_is_open
from game.knowledge.visibility import mask, tie_mask
from game.language.words import Words
from game.views import names
from game.views.told import figure_of
from game.world.chronicle import Kind, decode
from game.world.columns import Column

MOST_CHANGES = 20


class NoSuchNumberError(ValueError):
    """There is no such number; the sentence says which there is."""


@dataclass(frozen=True, slots=True)
class Part:
    """A term of a number, and how much of it."""

    what: str
    amount: float


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a number: when, by how much, and why."""

    date: str
    delta: float
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """refused: why it is not told, empty where it is; then all else of it but name and meaning is empty."""

    name: str
    label: str
    meaning: str
    unit: str
    low: float
    high: float
    text: str
    value: float
    mark: str
    by: str
    on: str
    made_of: tuple[Part, ...]
    changes: tuple[Change, ...]
    refused: str


def explain(block: Block, seat: int, name: str) -> Explanation:
    """Explain a number to a seat (row plus one) of a block of one world.

    name: `table.entity.column`, `table.column` of a table of one row, a bare column of clock and room, or
    `tie.SEAT.PERSON.column`. NoSuchNumberError names what it might have meant.
    """
    table, column, entity, person = _resolve(block, _full_name(block, seat, name))
    if table == "tie":
        return _tie(block, seat, name, column, entity, person)
    place = block.book.schema.places[table, column]
    seen = mask(block.book, block.world, seat)
    row = place.row + entity - 1
    if not seen[row] and not place.column.report:
        return _refused(name, place.column, _whose(block.book.tongue, place.column))
    knows = known(block, seat)
    figure = figure_of(knows, table, column, entity)
    changes = () if place.column.report else _changes(block, seat, row)
    parts = () if place.column.report else _parts(knows, table, column, entity)
    spec = place.column
    return Explanation(
        figure.name, figure.label, spec.meaning, spec.unit, spec.low, spec.high, figure.text, figure.value, figure.mark,
        figure.by, figure.on, parts, changes, "",
    )  # fmt: skip


def _full_name(block: Block, seat: int, name: str) -> str:
    """The name of a number by what pages call it: `credit`, `led`, `premise.breakdown`."""
    places, schema = block.book.schema.places, block.book.schema
    parts = name.split(".")
    if len(parts) == 2 and (parts[0], "value") in places and parts[1] in schema.index.get(parts[0], {}):
        return f"{name}.value"
    if len(parts) > 1 or name in schema.bare:
        return name
    short = name.replace(" ", "_")
    mine = names.entity_id(block.book, "person", seat)
    owners = (("person", mine), ("plot", mine), ("power", "ussr"))
    return next((f"{table}.{owner}.{short}" for table, owner in owners if (table, short) in places), name)


def _resolve(block: Block, name: str) -> tuple[str, str, int, int]:
    """(table, column, entity, person of a tie), references as row plus one."""
    schema, parts = block.book.schema, name.split(".")
    if len(parts) == 1 and parts[0] in schema.bare:
        return schema.bare[parts[0]], parts[0], 1, 0
    if len(parts) == 4 and parts[0] == "tie" and parts[3] in schema.tie_columns:
        seat, person = (schema.index["person"].get(p, -1) for p in parts[1:3])
        if 0 <= seat < schema.seats and 0 <= person < schema.people:
            return "tie", parts[3], seat + 1, person + 1
    if len(parts) == 2 and (parts[0], parts[1]) in schema.places and schema.tables[parts[0]].single:
        return parts[0], parts[1], 1, 0
    if len(parts) == 3 and (parts[0], parts[2]) in schema.places and "." not in parts[2]:
        at = schema.index[parts[0]].get(parts[1], -1)
        if 0 <= at < schema.places[parts[0], parts[2]].count:
            return parts[0], parts[2], at + 1, 0
    words = block.book.tongue
    hint = did_you_mean(name, _all_names(block), words("explain.how_to_write"))
    raise NoSuchNumberError(words("explain.no_number", name=name, hint=hint))


def _all_names(block: Block) -> list[str]:
    schema = block.book.schema
    out = list(schema.bare)
    for table, column in schema.places:
        if "." not in column:
            single = schema.tables[table].single
            out += [f"{table}.{column}"] if single else [f"{table}.{e}.{column}" for e in schema.entities[table]]
    return out


def _whose(words: Words, column: Column) -> str:
    return words(f"explain.{column.sight if column.sight in ('own', 'security') else 'hidden'}")


def _refused(name: str, column: Column, why: str) -> Explanation:
    words = column.name.replace("_", " ")
    return Explanation(
        name, words, column.meaning, column.unit, column.low, column.high, "", 0.0, "", "", "", (), (), why
    )


def _tie(block: Block, seat: int, name: str, column: str, entity: int, person: int) -> Explanation:
    schema = block.book.schema
    spec = schema.tie_columns[column]
    row = schema.ties[column] + (entity - 1) * schema.people + person - 1
    if not tie_mask(block.book, seat)[row]:
        return _refused(name, spec, _whose(block.book.tongue, spec))
    value = float(block.world.ties[row, 0])
    label = f"{column.replace('_', ' ')}: {names.entity_name(block.book, 'person', person)}"
    text = names.figure(value)
    return Explanation(
        name, label, spec.meaning, spec.unit, spec.low, spec.high, text, value, "measured", "", "", (), (), ""
    )


def _parts(knows: Block, table: str, column: str, entity: int) -> tuple[Part, ...]:
    """Base and timed modifiers of a column over which they may be laid."""
    place = knows.book.schema.places[table, column]
    if not place.column.timed:
        return ()
    over = knows.book.schema.places[table, f"{column}.laid_over"].row + entity - 1
    rows = knows.world.modifiers.data.T.tolist()
    words = knows.book.tongue
    laid = [
        Part(words("explain.until", day=names.day(until)), delta / 1000.0)
        for _, row, delta, until in rows if row == over
    ]  # fmt: skip
    return (Part(words("explain.by_itself"), float(knows.world.numbers[place.row + entity - 1, 0])), *laid)


def _changes(block: Block, seat: int, row: int) -> tuple[Change, ...]:
    """The last changes of a row from the ledger, newest first; what was done behind doors has no cause here."""
    ledger = block.world.ledger
    if ledger is None:
        return ()
    own = _own_acts(block, seat)
    entries = reversed(ledger.of(row)[-MOST_CHANGES:])
    return tuple(Change(names.day(e.date), e.delta, _why(block, e.label, (e.date, e.label) in own)) for e in entries)


def _own_acts(block: Block, seat: int) -> frozenset[tuple[int, str]]:
    """(date, rule) of what the seat itself chose or ordered."""
    chronicle, book = block.world.chronicle, block.book
    if chronicle is None:
        return frozenset()
    rows = chronicle.rows()
    mine = rows[(rows["actor"] == seat) & (rows["world"] == block.world.number[0])]
    out = []
    for row in mine:
        kind, order, _, _ = decode(int(row["code"]))
        if kind in (Kind.EVENT, Kind.DECISION):
            out.append((int(row["date"]), book.events[order].id if kind is Kind.EVENT else book.levers[order].id))
    return frozenset(out)


def _why(block: Block, label: str, own: bool) -> str:
    """The rule or phase that made a change, in words."""
    book = block.book
    if label in book.vocabulary.events:
        rule = book.event(label)
        return rule.source.title if own or event_is_open(book, rule) else book.tongue("explain.no_cause")
    lever = next((v for v in book.levers if v.id == label), None)
    if lever is not None:
        return lever.source.title if own or lever_is_open(lever) else book.tongue("explain.no_cause")
    phase = next((p for p in (*book.opening, *book.closing) if p.id == label), None)
    return phase.doc if phase else label


def explainable(block: Block, seat: int) -> tuple[str, ...]:
    """All numbers that a seat has: measured or reported, as names that `explain` takes."""
    schema, seen = block.book.schema, mask(block.book, block.world, seat)
    out = []
    for (table, column), place in schema.places.items():
        if "." in column:
            continue
        told = np.flatnonzero(seen[place.row : place.row + place.count] | bool(place.column.report)).tolist()
        single = schema.tables[table].single
        out += [f"{table}.{column}" if single else f"{table}.{schema.entities[table][i]}.{column}" for i in told]
    return tuple(out)
