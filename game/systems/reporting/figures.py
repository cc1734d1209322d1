"""Which figures are reported, and how they are laid side by side so that many are told at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.core import chance
from game.world.columns import Column, Table
from game.world.desk import Reference
from game.world.schema import LAID_OVER
from game.world.state import Floats
from game.world.tables import TABLES

Whole = NDArray[np.int64]

PHASE = "reporting.file_reports"

TOTALS = frozenset({
    "power.dead_military", "power.captured", "power.wounded", "power.dead_civilian", "power.dead_east",
    "power.executed", "formation.depth",
})  # fmt: skip
"""Figures that have only ever grown: an office that told a number does not tell a smaller one the day after."""

REPORTED: tuple[tuple[Table, Column], ...] = tuple((t, c) for t in TABLES for c in t.columns if c.report)
"""Every column that reaches the room by a report."""

AUTHORS: tuple[str, ...] = tuple(sorted({c.report.organ for _, c in REPORTED if c.report is not None}))
"""The organs that report."""


@dataclass(frozen=True, slots=True)
class Figures:
    """C columns of one cadence, of R rows in all; rows are of the arena.

    streams, every, bend [C, 1]: of the draw, days between two reports, bias times stake times the weight of fear.
    organ, author, first_on, first_by [C]: its organ, the organ's place among `AUTHORS`, the rows that say of the whole
    column when and by whom it was told.
    of, true, over, told, told_on, told_by [R]: the column that a row is of, and the rows of what is so and of what is
    told. over: rows of timed modifiers, or None. low, high [R, 1]: the range. total: they never fall.
    """

    streams: NDArray[np.uint64]
    every: Floats
    bend: Floats
    organ: Whole
    author: Whole
    first_on: Whole
    first_by: Whole
    of: slice | Whole
    true: slice | Whole
    over: slice | Whole | None
    told: slice | Whole
    told_on: slice | Whole
    told_by: slice | Whole
    low: Floats
    high: Floats
    total: bool


def pieces(reference: Reference, most: int) -> list[Figures]:
    """All reported columns in pieces of about `most` rows (one column at least) of one cadence and kind."""
    found: list[Figures] | None = reference.cache.get((PHASE, most))
    if found is None:
        alike: dict[tuple[int, bool, bool], list[tuple[Table, Column]]] = {}
        for table, column in REPORTED:
            assert column.report is not None
            kind = column.report.every, f"{table.name}.{column.name}" in TOTALS, column.timed
            alike.setdefault(kind, []).append((table, column))
        found = [_figures(reference, part) for columns in alike.values() for part in _cut(reference, columns, most)]
        reference.cache[PHASE, most] = found
    return found


def _cut(reference: Reference, columns: list[tuple[Table, Column]], most: int) -> list[list[tuple[Table, Column]]]:
    parts: list[list[tuple[Table, Column]]] = []
    left = 0
    for table, column in columns:
        rows = reference.schema.places[table.name, column.name].count
        if rows > left:
            parts.append([])
            left = most
        parts[-1].append((table, column))
        left -= rows
    return parts


def _figures(reference: Reference, columns: list[tuple[Table, Column]]) -> Figures:
    """Lay some columns of one cadence side by side."""
    places, weight = reference.schema.places, reference.constants["report.fear_weight"]
    names = [(table.name, column.name) for table, column in columns]
    reports = [column.report for _, column in columns if column.report is not None]
    counts = [places[name].count for name in names]
    of = np.repeat(np.arange(len(columns)), counts)

    def rows(part: str) -> slice | Whole:
        found = [places[table, f"{column}{part}"] for table, column in names]
        if len(found) == 1:
            return slice(found[0].row, found[0].row + found[0].count)
        return np.concatenate([np.arange(p.row, p.row + p.count) for p in found])

    def first(part: str) -> Whole:
        return np.array([places[table, f"{column}{part}"].row for table, column in names])

    def each(values: list[float]) -> Floats:
        return np.array(values, np.float64)[:, None]

    return Figures(
        streams=np.array([chance.key(f"{PHASE}/{t}.{c}") for t, c in names], np.uint64)[:, None],
        every=each([r.every for r in reports]),
        bend=each([r.bias * weight * r.stake for r in reports]),
        organ=np.array([reference.at("organ", r.organ) for r in reports]),
        author=np.array([AUTHORS.index(r.organ) for r in reports]),
        first_on=first(".reported_on"),
        first_by=first(".reported_by"),
        of=slice(0, 1) if len(columns) == 1 else of,
        true=rows(""),
        over=rows(f".{LAID_OVER}") if columns[0][1].timed else None,
        told=rows(".reported"),
        told_on=rows(".reported_on"),
        told_by=rows(".reported_by"),
        low=each([c.low for _, c in columns])[of],
        high=each([c.high for _, c in columns])[of],
        total=".".join(names[0]) in TOTALS,
    )
