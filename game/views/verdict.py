"""The page that closes a chapter: how it ended, what was told beside what was so, why each hand was raised, the graves.

It alone reads the truth, and refuses to while the chapter runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.engine.block import Block
from game.knowledge.headlines import reported_headlines
from game.script.evaluate import Evaluator
from game.views import names
from game.views.apart import Apart, apart, righted, worst
from game.views.contradicted import MARGIN, Told, known
from game.views.telegraph import Item, item
from game.world.chronicle import Kind, decode

OF_COUPS = (
    "struck", "plot_won_committee", "plot_won_portrait", "plot_won_arrest", "plot_failed_at_the_man",
    "plot_wires_lost", "plot_obeying_lost", "plot_turned_back", "plot_broken", "plot_begged",
)  # fmt: skip
GRAVES = ("dead_military", "captured", "dead_civilian", "executed")


class TooEarlyError(ValueError):
    """The chapter still runs: the page that tells the truth stays shut."""


@dataclass(frozen=True, slots=True)
class Ending:
    """An outcome of the state, or the end of the player."""

    id: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A figure in two columns. on, by: day and author of the last report. apart: share by which it misses what is so.

    known_on: the day you could have known, empty for never. known_by: what showed it. strayed: it was ever far off.
    last, worst: the two figures at the end, and on the morning on which they lay furthest apart. righted: the day on
    which the reports came right after you could have known, empty for never.
    """

    name: str
    text: str
    told: str
    on: str
    by: str
    true: str
    apart: float
    known_on: str
    known_by: str
    strayed: bool
    unit: str
    last: Apart
    worst: Apart
    righted: str


@dataclass(frozen=True, slots=True)
class Grave:
    """Dead or taken, by what; the figure as it was."""

    text: str
    count: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The page. coups: how each strike went and why; orders: all that the seat chose, in order."""

    question: str
    outcome: Ending
    end: Ending
    lines: tuple[Line, ...]
    coups: tuple[Item, ...]
    orders: tuple[Item, ...]
    graves: tuple[Grave, ...]


def measure(block: Block) -> tuple[Told, ...]:
    """Told and true figures of a block of one world, after a step. It holds the truth: show none before the verdict."""
    world, places = block.world, block.book.schema.places
    day = float(world.date[0])
    nodes = dict(block.book.rule.headlines)
    evaluate = Evaluator(block.book.graph, world, np.zeros(1, np.int64), {})
    out = []
    for head in reported_headlines(block.book):
        told, on, by = (
            float(world.numbers[places[head.table, f"{head.column}.{part}"].row + head.entity - 1, 0])
            for part in ("reported", "reported_on", "reported_by")
        )
        true, author = float(evaluate.full(nodes[head.name])[0]), names.entity_name(block.book, "person", by)
        out.append(Told(names.day(day), head.name, told, true, author, names.day(on)))
    return tuple(out)


def verdict(block: Block, seat: int, days: Sequence[Told] = ()) -> Verdict:
    """The page for a seat (row plus one). days: what `measure` gave each day. TooEarlyError while the chapter runs."""
    in_play = all(block.world.column("person", c)[seat - 1, 0] for c in ("alive", "free"))
    if block.running()[0] and in_play:
        raise TooEarlyError(block.book.tongue("verdict_page.too_early"))
    return Verdict(
        block.book.scenario.question, _outcome(block), _player_end(block, seat), _lines(block, seat, days),
        _coups(block, seat), _orders(block, seat), _graves(block),
    )  # fmt: skip


def _outcome(block: Block) -> Ending:
    endings, at = block.book.rule.outcomes, int(block.world.outcome[0])
    if at:
        found = endings[at - 1]
        return Ending(found.id, found.name, found.text)
    return _first(block, endings, {})


def _player_end(block: Block, seat: int) -> Ending:
    return _first(block, block.book.rule.player_ends, {"me": np.array([float(seat)])})


def _first(block: Block, endings: Sequence[object], scope: dict[str, np.ndarray]) -> Ending:
    evaluate = Evaluator(block.book.graph, block.world, np.zeros(1, np.int64), scope)
    for end in endings:
        if end.when < 0 or evaluate.full(end.when)[0]:  # type: ignore[attr-defined]
            return Ending(end.id, end.name, end.text)  # type: ignore[attr-defined]
    return Ending("", "", "")


def _lines(block: Block, seat: int, days: Sequence[Told]) -> tuple[Line, ...]:
    heads = {h.name: h for h in reported_headlines(block.book)}
    starts, margin = str(block.book.scenario.starts), block.book.reference.constants[MARGIN]
    out = []
    for now in measure(block):
        head = heads[now.name]
        unit = block.book.schema.places[head.table, head.column].column.unit
        told, true = (names.figure(v, unit) for v in (now.told, now.true))
        when = known(block, seat, head, days)
        out.append(
            Line(now.name, head.text, told, now.on, now.by, true, _apart(now), when.on, when.by, when.strayed, unit,
                 apart(now), worst(days, now, starts), righted(days, now.name, when.on, margin) if when.on else "")
        )  # fmt: skip
    return tuple(out)


def _apart(day: Told) -> float:
    """How far told lies from true, as a share of what is so."""
    if day.told == day.true:
        return 0.0
    return abs(day.told - day.true) / max(abs(day.true), 1e-9)


def _coups(block: Block, seat: int) -> tuple[Item, ...]:
    notes = block.book.notes
    return tuple(
        item(block, row, seat) for row in _rows(block)
        if decode(int(row["code"]))[0] is Kind.NOTE and notes[decode(int(row["code"]))[1]].name in OF_COUPS
    )  # fmt: skip


def _orders(block: Block, seat: int) -> tuple[Item, ...]:
    acts = (Kind.EVENT, Kind.DECISION)
    return tuple(
        item(block, row, seat) for row in _rows(block)
        if int(row["actor"]) == seat and decode(int(row["code"]))[0] in acts
    )  # fmt: skip


def _rows(block: Block) -> Sequence[np.void]:
    chronicle = block.world.chronicle
    if chronicle is None:
        return ()
    rows = chronicle.rows()
    return list(rows[rows["world"] == block.world.number[0]])


def _graves(block: Block) -> tuple[Grave, ...]:
    """The dead and the taken of the Soviet Union, as they were."""
    schema = block.book.schema
    ussr = schema.index["power"].get("ussr", 0)
    out = []
    for column in GRAVES:
        place = schema.places["power", column]
        count = float(block.world.numbers[place.row + ussr, 0])
        out.append(Grave(place.column.meaning, names.figure(count, "persons")))
    return tuple(out)
