"""The figures that a scenario heads its page with, of those that reach the room by a report."""

from __future__ import annotations

from dataclasses import dataclass

from game.rulebook.book import Rulebook


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline that is one reported column of one entity (row plus one)."""

    name: str
    text: str
    table: str
    column: str
    entity: int


def reported_headlines(book: Rulebook) -> tuple[Headline, ...]:
    """The scenario's headlines that are told and also are so: one reported column each, in the scenario's order."""
    texts = {h.name: h.text for h in book.scenario.headlines}
    out = []
    for name, node in book.rule.headlines:
        what = book.graph.nodes[node]
        if what[0] == "row":
            found = _reported(book, int(str(what[1])))
            if found:
                out.append(Headline(name, texts[name], *found))
    return tuple(out)


def _reported(book: Rulebook, row: int) -> tuple[str, str, int] | None:
    for (table, column), place in book.schema.places.items():
        if place.column.report and "." not in column and place.row <= row < place.row + place.count:
            return table, column, row - place.row + 1
    return None
