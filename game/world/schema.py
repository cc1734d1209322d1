"""Where every column lives: table, column and entity to a row of the number arena."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.core.chance import key
from game.world.columns import Column, Table
from game.world.tables import PAIRS, TABLES

NIL = 0
"""Row 0 of the arena is always 0: what is read of nobody."""

REPORT_PARTS = ("reported", "reported_on", "reported_by")
LAID_OVER = "laid_over"
"""Suffix of the rows that hold the sum of timed modifiers."""


@dataclass(frozen=True, slots=True)
class Place:
    """The rows of one column: `count` rows from `row` on, one for each entity."""

    row: int
    count: int
    column: Column


class Schema:
    """Columns times entities.

    entities: ids of each table's rows in order; persons who may hold a seat come first.
    seats: how many persons that is; columns of extent `room`, `plot` and the first axis of ties have so many rows.
    people: persons in play, those with rows; ids behind them are known, but read as nobody. None = all.
    """

    def __init__(self, entities: Mapping[str, Sequence[str]], seats: int, people: int | None = None) -> None:
        self.seats = seats
        self.entities: dict[str, tuple[str, ...]] = {t.name: tuple(entities.get(t.name, ())) for t in TABLES}
        for table in TABLES:
            if table.single:
                self.entities[table.name] = (table.name,)
        self.entities["plot"] = self.entities["person"][:seats]
        self.tables: dict[str, Table] = {t.name: t for t in TABLES}
        self.index = {t: {e: i for i, e in enumerate(ids)} for t, ids in self.entities.items()}
        self.people = len(self.entities["person"]) if people is None else people
        every = {
            t: np.array([key(f"{t}.{e}") for e in ids], np.uint64).reshape(len(ids)) for t, ids in self.entities.items()
        }
        self.nil_keys = {t: np.concatenate([np.zeros(1, np.uint64), keys]) for t, keys in every.items()}
        """Keys of chance by reference (row plus one); nobody's is 0."""
        self.keys = {t: keys[: self.count(t)] for t, keys in every.items()}
        """Keys of chance by row."""
        self.places: dict[tuple[str, str], Place] = {}
        self.rows = 1
        for table in TABLES:
            for column in table.columns:
                self._lay(table, column)
        self._most = max(len(ids) for ids in self.entities.values())
        self.rows_of = {name: self._rows_of(place) for name, place in self.places.items()}
        """Rows of each column by reference (row plus one): the nil row for nobody and for who has no such row."""
        self._rows_of_all: dict[tuple[str, tuple[str, ...]], NDArray[np.int64]] = {}
        self.ties = {c.name: i * seats * self.people for i, c in enumerate(PAIRS.columns)}
        self.tie_seat = self._steps(seats, self.people)
        self.tie_person = self._steps(self.people, 1)
        """Rows of a tie by reference to its seat plus those by reference to its person; below 0 there is none."""
        self.tie_columns: dict[str, Column] = {c.name: c for c in PAIRS.columns}
        self.tie_rows = len(PAIRS.columns) * seats * self.people
        self.bare: dict[str, str] = {c.name: t.name for t in TABLES if t.bare for c in t.columns}

    def count(self, table: str) -> int:
        """Rows of a table: its entities, of persons those in play."""
        return self.people if table == "person" else len(self.entities[table])

    def _lay(self, table: Table, column: Column) -> None:
        count = self.seats if column.extent == "room" else self.count(table.name)
        self._add(table.name, column.name, count, column)
        if column.timed:
            self._add(table.name, f"{column.name}.{LAID_OVER}", count, column)
        if column.report:
            for part in REPORT_PARTS:
                self._add(table.name, f"{column.name}.{part}", count, column)

    def _add(self, table: str, name: str, count: int, column: Column) -> None:
        self.places[table, name] = Place(self.rows, count, column)
        self.rows += count

    def _rows_of(self, place: Place) -> NDArray[np.int64]:
        rows = np.full(self._most + 2, NIL)
        rows[1 : place.count + 1] = np.arange(place.row, place.row + place.count)
        return rows

    def rows_of_all(self, table: str, columns: tuple[str, ...]) -> NDArray[np.int64]:
        """[columns, references] `rows_of` of several columns of a table, put together once."""
        found = self._rows_of_all.get((table, columns))
        if found is None:
            found = self._rows_of_all[table, columns] = np.array([self.rows_of[table, c] for c in columns])
        return found

    def _steps(self, count: int, step: int) -> NDArray[np.int64]:
        """[references] (reference - 1) * step, far below 0 for nobody and beyond `count`."""
        steps = np.full(self._most + 2, -(2**40))
        steps[1 : count + 1] = np.arange(count) * step
        return steps

    def row(self, table: str, entity: str, column: str) -> int:
        """Row of `table.entity.column`. KeyError if there is none."""
        place, at = self.places[table, column], self.index[table][entity]
        if at >= place.count:
            raise KeyError(f"{table}.{entity}.{column}")
        return place.row + at

    def name_of(self, row: int) -> str:
        """`table.entity.column` of a row: for explanations and hashes, not for hot paths."""
        for (table, column), place in self.places.items():
            if place.row <= row < place.row + place.count:
                entity = self.entities[table][row - place.row]
                return f"{table}.{entity}.{column}" if not self.tables[table].single else f"{table}.{column}"
        return "nobody"
