"""The figures that a scenario heads its page with, of those that reach the room by a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.rulebook.book import Rulebook
from game.world.schema import LAID_OVER


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline that is one reported column of one entity (row plus one).

    told: the words for it as it was told: those of the headline that is its report, if there is one, else `text`.
    short: few words, for a bar; empty where the scenario has none.
    """

    name: str
    text: str
    told: str
    short: str
    table: str
    column: str
    entity: int


def reported_headlines(book: Rulebook) -> tuple[Headline, ...]:
    """The scenario's headlines that are told and also are so: one reported column each, in the scenario's order."""
    texts = {h.name: h.text for h in book.scenario.headlines}
    short = {h.name: h.short for h in book.scenario.headlines}
    found = [(name, _reported(book, node)) for name, node in book.rule.headlines]
    told = [(name, what, _told(book, texts, *what)) for name, what in found if what]
    return tuple(Headline(name, texts[name], words or texts[name], short[name], *what) for name, what, words in told)


def _told(book: Rulebook, texts: Mapping[str, str], table: str, column: str, entity: int) -> str:
    """The text of the headline that is this figure's report; empty if there is none."""
    row = book.schema.places[table, f"{column}.reported"].row + entity - 1
    return next((texts[name] for name, node in book.rule.headlines if book.graph.nodes[node] == ("row", row)), "")


def _reported(book: Rulebook, root: int) -> tuple[str, str, int] | None:
    """(table, column, entity) if the formula is a reported column, with or without what is laid over it."""
    graph = book.graph
    nodes = [graph.nodes[n] for n in graph.reach([root])]
    rows = [int(str(what[1])) for what in nodes if what[0] == "row"]
    if not rows or any(what[0] in ("cell", "col", "tie", "agg", "scope") for what in nodes):
        return None
    first = _place(book, rows[0])
    return first if all(_place(book, row) == first for row in rows) else None


def _place(book: Rulebook, row: int) -> tuple[str, str, int] | None:
    for (table, column), place in book.schema.places.items():
        if place.row <= row < place.row + place.count:
            name, _, part = column.partition(".")
            told = place.column.report is not None and part in ("", LAID_OVER)
            return (table, name, row - place.row + 1) if told else None
    return None
