"""The chronicle's rows in words: what happened, to whom, by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.content.models import Outcome
from game.core import calendar
from game.rulebook.book import Rulebook
from game.world.chronicle import Kind, Result, decode


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: ids, and a sentence. option, result, entity and actor are empty where there is none."""

    date: str
    kind: str
    id: str
    option: str
    result: str
    entity: str
    actor: str
    text: str


@dataclass(frozen=True, slots=True)
class What:
    """What a code stands for. table: that of the entity, or the enum its number is a place in. texts: by result."""

    kind: str
    id: str
    option: str
    result: str
    table: str
    text: str


def entries(book: Rulebook, rows: NDArray[np.void]) -> Iterator[Entry]:
    """The rows in words, in their order."""
    known: dict[int, What] = {}
    for code, date, entity, actor in zip(*(rows[n].tolist() for n in ("code", "date", "entity", "actor")), strict=True):
        if code not in known:
            known[code] = meaning(book, code)
        what, day = known[code], calendar.to_iso(date)
        about = name_of(book, what.table, entity)
        text = what.text.replace("{entity}", shown(book, what.table, about)).replace("{date}", day)
        yield Entry(day, what.kind, what.id, what.option, what.result, about, name_of(book, "person", actor), text)


def meaning(book: Rulebook, code: int) -> What:
    """What the code of a row stands for."""
    kind, order, place, result = decode(code)
    outcome = "" if result == Result.NONE else result.name.lower()
    if kind == Kind.EVENT:
        rule = book.events[order]
        option = rule.options[place]
        said = _said(option.source, result) or rule.source.title
        return What("event", rule.id, option.id, outcome, rule.table, said)
    if kind == Kind.DECISION:
        lever = book.levers[order]
        table = ""
        if lever.arguments:
            of = lever.arguments[0].type
            table = f"enum:{of.of}" if of.kind == "enum" else of.of
        return What("decision", lever.id, "", outcome, table, _said(lever.source, result) or lever.source.title)
    if kind == Kind.NOTE:
        note = book.notes[order]
        return What("note", note.name, "", "", note.table, note.text)
    return What("text", list(book.vocabulary.texts)[order], "", "", "", book.texts[order])


def _said(source: Outcome, result: Result) -> str:
    by_result = {Result.SUCCESS: source.success_text, Result.FAILURE: source.failure_text}
    return by_result.get(result, "") or source.done


def name_of(book: Rulebook, table: str, entity: int) -> str:
    """The id of a reference: row plus one in a table, place in an enum; empty for nobody."""
    if table.startswith("enum:"):
        values = book.vocabulary.enums[table[5:]]
        return values[entity] if 0 <= entity < len(values) else ""
    ids = book.schema.entities.get(table, ())
    return ids[entity - 1] if 1 <= entity <= len(ids) else ""


PLURALS = {
    "person": "persons", "power": "powers", "faction": "factions", "organ": "organs", "post": "posts",
    "formation": "formations", "province": "provinces", "premise": "premises",
}  # fmt: skip
"""Tables whose entities have a name, and where the content keeps them."""


def shown(book: Rulebook, table: str, entity: str) -> str:
    """An entity's name as a reader knows it."""
    named = getattr(book.content, PLURALS[table]).get(entity) if table in PLURALS else None
    return named.name if named is not None else entity.replace("_", " ")
