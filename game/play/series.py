"""What a seat was told of each figure day by day, by playing the journal again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from game.core import calendar
from game.engine.block import Block
from game.knowledge.headlines import reported_headlines
from game.knowledge.known import known
from game.knowledge.visibility import mask
from game.play.opening import Opening
from game.play.replay import replay
from game.play.running import place_in_turn
from game.rulebook.book import Rulebook
from game.store.journal import Entry
from game.views.told import Figure, Mark, figure_of
from game.world.schema import LAID_OVER

OWN = ("authority", "influence", "signs")
"""Columns of the seat's own man that are shown over time."""

Cell = tuple[str, str, int]
"""Table, column, entity (row plus one)."""


@dataclass(frozen=True, slots=True)
class Point:
    """A figure on a morning. by, on: author and date of the report that lay there, empty for what is measured."""

    date: str
    value: float
    by: str
    on: str


@dataclass(frozen=True, slots=True)
class Series:
    """A figure over time, as it was told. headline: its name on the verdict page, if it has one.

    true: what was so on the same mornings; empty until the chapter is over.
    """

    name: str
    headline: str
    label: str
    unit: str
    mark: Mark
    points: tuple[Point, ...]
    true: tuple[float, ...] = ()


@dataclass(slots=True)
class _Notes:
    """What is noted while the journal is played. seat: row plus one; true: whether the truth may be told."""

    seat: int
    true: bool
    heads: dict[Cell, tuple[str, str]]
    figures: dict[Cell, list[Figure]] = field(default_factory=dict)
    dates: list[str] = field(default_factory=list)
    so: dict[Cell, list[float]] = field(default_factory=dict)

    def take(self, block: Block) -> None:
        """Note a morning."""
        today = calendar.to_iso(float(block.world.date[0]))
        if self.dates and self.dates[-1] == today:
            return
        self.dates.append(today)
        knows = known(block, self.seat)
        for cell in _cells(block, self.seat):
            label = self.heads.get(cell, ("", ""))[1]
            self.figures.setdefault(cell, []).append(figure_of(knows, *cell, label))
            if self.true:
                self.so.setdefault(cell, []).append(_so(block, cell))


def told_series(book: Rulebook, opening: Opening, journal: Sequence[Entry], now: Block, seat: int,
                over: bool) -> tuple[Series, ...]:  # fmt: skip
    """All figures that a seat (row plus one) is told or measures, with the truth once the chapter is over.

    Reported figures are left out whose report never changed, unless the scenario heads its page with them.
    """
    heads = {(h.table, h.column, h.entity): (h.name, h.told) for h in reported_headlines(book)}
    notes = _Notes(seat, over, heads)
    replay(book, opening, journal, place_in_turn(now), each_day=notes.take)
    notes.take(now)
    return tuple(_series(notes, cell) for cell in notes.figures if _worth_it(notes, cell))


def _cells(block: Block, seat: int) -> list[Cell]:
    """The figures that the seat is told, those with a headline first, and some of its own."""
    schema, seen = block.book.schema, mask(block.book, block.world, seat)
    heads: list[Cell] = [(h.table, h.column, h.entity) for h in reported_headlines(block.book)]
    own: list[Cell] = [("person", column, seat) for column in OWN]
    own.append(("room", "vacuum_days", 1))
    rest: list[Cell] = [
        (table, column, entity) for (table, column), place in schema.places.items()
        if place.column.report and "." not in column for entity in range(1, place.count + 1)
    ]  # fmt: skip
    shown = [cell for cell in own if seen[schema.places[cell[0], cell[1]].row + cell[2] - 1]]
    return list(dict.fromkeys([*heads, *shown, *rest]))


def _worth_it(notes: _Notes, cell: Cell) -> bool:
    figures = notes.figures[cell]
    return cell in notes.heads or figures[0].mark != "reported" or len({f.value for f in figures}) > 1


def _series(notes: _Notes, cell: Cell) -> Series:
    figures = notes.figures[cell]
    last = replace(figures[-1])
    points = tuple(Point(day, f.value, f.by, f.on) for day, f in zip(notes.dates, figures, strict=True))
    true = tuple(notes.so.get(cell, ())) if last.mark == "reported" else ()
    return Series(last.name, notes.heads.get(cell, ("", ""))[0], last.label, last.unit, last.mark, points, true)


def row_values(block: Block, cell: Cell) -> np.ndarray:
    """[W] a figure as it is in every world of a block, with what is laid over it. It holds the truth."""
    table, column, entity = cell
    places, numbers = block.book.schema.places, block.world.numbers
    place = places[table, column]
    values = numbers[place.row + entity - 1].copy()
    if place.column.timed:
        values += numbers[places[table, f"{column}.{LAID_OVER}"].row + entity - 1]
    return np.asarray(np.clip(values, place.column.low, place.column.high))


def _so(block: Block, cell: Cell) -> float:
    return float(row_values(block, cell)[0])
