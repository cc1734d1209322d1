"""The day on which a told figure could have been known to be wrong: something that lay before a seat spoke against it.

That is a cross-check that the scenario names, an inspection that the seat ordered, or two reports that do not agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from game.engine.block import Block
from game.knowledge.headlines import Headline
from game.knowledge.news import heard
from game.language.words import Words
from game.views import names
from game.world.chronicle import Kind, decode

MARGIN = "verdict.apart"
"""The constant: from this share on, a figure is apart from what is so."""
INSPECTED = "inspected"


@dataclass(frozen=True, slots=True)
class Told:
    """A figure on the morning of `date`: the last report of it, of whom and of when, and what is so today.

    Kept by the campaign, shown only when all is over.
    """

    date: str
    name: str
    told: float
    true: float
    by: str
    on: str


@dataclass(frozen=True, slots=True)
class Known:
    """on: the day, empty for never. by: what showed it. strayed: whether it was ever apart by the margin."""

    on: str
    by: str
    strayed: bool


@dataclass(frozen=True, slots=True)
class _Report:
    """One report. read: the morning after it was filed. off: how far it lay from what was so, as a signed share."""

    read: str
    by: str
    told: float
    off: float


def known(block: Block, seat: int, head: Headline, days: Sequence[Told]) -> Known:
    """When a seat (row plus one) could have known that a headline was not as told. days: all mornings, in order."""
    margin = block.book.reference.constants[MARGIN]
    starts = str(block.book.scenario.starts)
    reports = _reports([day for day in days if day.name == head.name and day.on > starts])
    strayed = any(abs(report.off) >= margin for report in reports)
    me = names.entity_name(block.book, "person", seat)
    found = [*_disagreeing(block.book.tongue, reports, margin, me), *_checked(block, seat, head, reports, margin)]
    on, by = min(found, default=("", ""))
    return Known(on, by, strayed)


def _reports(days: Sequence[Told]) -> list[_Report]:
    """The reports of a figure in order, each beside what was so when it was filed."""
    first = {day.on: day for day in reversed(days)}
    return [
        _Report(day.date, day.by, day.told, (day.told - day.true) / max(abs(day.true), 1.0))
        for _, day in sorted(first.items())
    ]  # fmt: skip


def _disagreeing(words: Words, reports: Sequence[_Report], margin: float, me: str) -> Iterator[tuple[str, str]]:
    """Reports that do not fit those before them, once the days between are allowed for."""
    for before, after in pairwise(reports):
        if abs(after.off - before.off) >= margin:
            report = words("reports.own") if after.by == me else words("reports.of", who=after.by)
            yield after.read, words("reports.did_not_fit", report=report, day=names.spoken_day(words, before.read))


def _checked(
    block: Block, seat: int, head: Headline, reports: Sequence[_Report], margin: float
) -> Iterator[tuple[str, str]]:
    """Cross-checks that reached the seat while the last report was apart by the margin."""
    shown = _checks(block, head)
    for row in _rows(block):
        by = shown.get(_key(block, row, seat), "")
        day = names.day(row["date"])
        last = next((report for report in reversed(reports) if report.read <= day), None)
        if not by or last is None or abs(last.off) < margin or not heard(block, row, seat):
            continue
        if _lies_beyond(block, row, last.told * (1.0 + margin)):
            yield day, by


def _lies_beyond(block: Block, row: np.void, told: float) -> bool:
    """Whether a town that is told lost lies beyond the ground (km) that is told lost; what is no town always speaks."""
    kind, order, _, _ = decode(int(row["code"]))
    if kind is not Kind.EVENT or block.book.events[order].table != "province":
        return True
    town = block.book.content.provinces[names.entity_id(block.book, "province", int(row["entity"]))]
    return town.depth is not None and town.depth > told


def _checks(block: Block, head: Headline) -> dict[tuple[str, int], str]:
    """What shows a headline to be so, by id of the event or lever, or by the note of an inspection and its organ."""
    book = block.book
    checks = [check for check in book.scenario.crosschecks if head.name in check.headlines]
    out = {(name, 0): check.text for check in checks for name in (*check.events, *check.decisions)}
    report = book.schema.places[head.table, head.column].column.report
    if report is not None:
        organ = book.schema.index["organ"][report.organ]
        name = names.entity_name(book, "organ", organ + 1)
        out[INSPECTED, organ + 1] = book.tongue("reports.inspection", organ=name)
    return out


def _key(block: Block, row: np.void, seat: int) -> tuple[str, int]:
    """What a row of the chronicle is, as `_checks` names it."""
    kind, order, _, _ = decode(int(row["code"]))
    if kind is Kind.EVENT:
        return block.book.events[order].id, 0
    if kind is Kind.DECISION:
        return block.book.levers[order].id, 0
    mine = kind is Kind.NOTE and int(row["actor"]) == seat and block.book.notes[order].name == INSPECTED
    return (INSPECTED, int(row["entity"])) if mine else ("", 0)


def _rows(block: Block) -> Sequence[np.void]:
    """The rows of this world in the chronicle."""
    chronicle = block.world.chronicle
    if chronicle is None:
        return ()
    rows = chronicle.rows()
    return list(rows[rows["world"] == block.world.number[0]])
