"""One application of effects: a set of worlds, each once, with who decides and what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

import numpy as np
from numpy.typing import NDArray

from game.core import chance
from game.world.chronicle import Kind, encode
from game.world.desk import Reference
from game.world.ragged import Ints
from game.world.schema import LAID_OVER, NIL
from game.world.state import Floats, World


def spread(value: object, n: int) -> Floats:
    """[n] float64 of a number or an array [n] or [1]: np.broadcast_to costs ten times as much."""
    if isinstance(value, np.ndarray):
        array: Floats = value if value.dtype == np.float64 else value.astype(np.float64)
        return array if array.shape == (n,) else np.repeat(array.reshape(-1)[:1], n)
    return np.full(n, float(cast(float, value)))


def whole(reference: object) -> Ints:
    """References (row plus one) as int64, to look rows up by."""
    return np.asarray(reference).astype(np.int64)


def within(value: object, low: float, high: float) -> Floats | float:
    """A number or an array kept to a range."""
    if isinstance(value, np.ndarray):
        return np.minimum(np.maximum(value, low), high)
    return min(max(float(cast(float, value)), low), high)


def indices(where: object, n: int) -> Ints | None:
    """The places of a mask [n] or [1] that hold, or None for all of them."""
    if where is True:
        return None
    mask = np.asarray(where, bool)
    keep: Ints = (mask if mask.shape == (n,) else np.repeat(mask.reshape(-1)[:1], n)).nonzero()[0]
    return None if len(keep) == n else keep


@dataclass(slots=True)
class Act:
    """Where, for whom and about what effects apply.

    worlds [n]: places in the block, no world twice. scope: `me`, `this`, arguments [n] (row plus one, 0 = nobody).
    label: the rule's id, for the ledger. base [n]: the turn's chance. nth [n]: occurrence within the turn.
    """

    world: World
    reference: Reference
    worlds: Ints
    base: NDArray[np.uint64]
    label: str
    scope: Mapping[str, Floats]
    nth: Ints = field(default_factory=lambda: np.zeros(0, np.int64))

    @property
    def n(self) -> int:
        """How many worlds."""
        return len(self.worlds)

    @property
    def me(self) -> Floats:
        """[n] the deciding seat; 0 = nobody."""
        return self.scope.get("me", np.zeros(self.n))

    @property
    def date(self) -> Floats:
        """[n] today."""
        return self.world.date[self.worlds]

    def rows(self, table: str, column: str, entity: object) -> Ints:
        """Arena rows [n] of `table.column` of each entity (row plus one; 0 or out of extent = the nil row)."""
        rows = self.world.schema.rows_of[table, column]
        if isinstance(entity, int | float):
            return np.full(self.n, rows[int(entity)])
        found: Ints = rows[whole(entity)]
        return found

    def get(self, table: str, column: str, entity: object = 1) -> Floats:
        """Values [n] of entities [n], [k, n] of entities [k, n]; 0 of nobody. Tables of one row need no entity."""
        numbers, rows = self.world.numbers, self.world.schema.rows_of[table, column]
        if isinstance(entity, int | float):
            row: Floats = numbers[rows[int(entity)]]
            return row[self.worlds]
        return numbers[rows[whole(entity)], self.worlds]

    def get_all(self, table: str, columns: tuple[str, ...], entity: object = 1) -> Floats:
        """[columns, n] (or [columns, k, n] of entities [k, n]) several columns of the same entities in one look."""
        rows = self.world.schema.rows_of_all(table, columns)
        if isinstance(entity, int | float):
            return self.world.numbers[np.take(rows, [int(entity)], axis=1), self.worlds]
        return self.world.numbers[np.take(rows, whole(entity), axis=1), self.worlds]

    def get_timed(self, table: str, column: str, entity: object = 1) -> Floats:
        """The same with timed modifiers, clamped."""
        spec = self.world.schema.places[table, column].column
        base, over = self.get_all(table, (column, f"{column}.{LAID_OVER}"), entity)
        return np.minimum(np.maximum(base + over, spec.low), spec.high)

    def put(self, table: str, column: str, value: object, entity: object = 1, where: object = True) -> None:
        """Set `table.column` of each entity where `where` [n]; clamped to the range; nobody is skipped."""
        spec = self.world.schema.places[table, column].column
        rows = self.world.schema.rows_of[table, column]
        new = within(value, spec.low, spec.high)
        if isinstance(entity, int | float):
            self._store_row(int(rows[int(entity)]), new, where)
        else:
            self._store(rows[whole(entity)], new, where)

    def put_all(self, table: str, columns: tuple[str, ...], value: float, entity: Floats) -> None:
        """Set several columns of each entity to a number that lies in the range of each; nobody is skipped."""
        rows = self.world.schema.rows_of_all(table, columns)
        self._store(np.take(rows, whole(entity), axis=1), value, True)

    def add(self, table: str, column: str, delta: object, entity: object = 1, where: object = True) -> None:
        """Add to `table.column` of each entity where `where` [n]; clamped to the range; nobody is skipped."""
        spec, numbers = self.world.schema.places[table, column].column, self.world.numbers
        rows = self.world.schema.rows_of[table, column]
        delta = delta if isinstance(delta, np.ndarray) else float(cast(float, delta))
        if isinstance(entity, int | float):
            row = int(rows[int(entity)])
            new = np.minimum(np.maximum(numbers[row][self.worlds] + delta, spec.low), spec.high)
            self._store_row(row, new, where)
        else:
            at = rows[whole(entity)]
            new = np.minimum(np.maximum(numbers[at, self.worlds] + delta, spec.low), spec.high)
            self._store(at, new, where)

    def _store_row(self, row: int, new: Floats | float, where: object) -> None:
        """Store into one row for all: [n] or a number."""
        if row == NIL:
            return
        keep, worlds = indices(where, self.n), self.worlds
        if keep is not None:
            worlds = worlds[keep]
            new = new[keep] if isinstance(new, np.ndarray) and new.shape == (self.n,) else new
        numbers = self.world.numbers[row]
        if self.world.ledger is not None and len(worlds):
            delta = new - numbers[worlds]
            self.world.ledger.note(int(self.world.date[0]), self.label, np.full(len(worlds), row), delta)
        numbers[worlds] = new

    def _store(self, rows: Ints, new: Floats | float, where: object) -> None:
        """Store into each one's row where it is wanted. What is meant for nobody lands in the nil row, and is wiped."""
        numbers, worlds, ledger = self.world.numbers, self.worlds, self.world.ledger
        if where is not True:
            rows = rows * np.asarray(where, bool)
        if ledger is not None:
            delta = (new - numbers[rows, worlds]) * (rows != NIL)
            ledger.note(int(self.world.date[0]), self.label, rows.ravel(), delta.ravel())
        numbers[rows, worlds] = new
        numbers[NIL][worlds] = 0.0

    def spend(self, rows: Ints, amount: Floats) -> None:
        """Take `amount` [n] from rows that are at least 0: hands and authority."""
        self._store(rows, np.maximum(self.world.numbers[rows, self.worlds] - amount, 0.0), True)

    def tie_rows(self, column: str, seat: object, person: object) -> tuple[Ints, NDArray[np.bool_]]:
        """Rows [n] of `tie.seat.person.column` (those of entities [k, n]: [k, n]) and whether there is such a tie."""
        schema = self.world.schema
        rows = schema.tie_seat[whole(seat)] + (schema.tie_person[whole(person)] + schema.ties[column])
        return np.maximum(rows, 0), rows >= 0

    def tie(self, column: str, seat: object, person: object) -> Floats:
        """[n] value of a tie; 0 where there is none."""
        rows, there = self.tie_rows(column, seat, person)
        value: Floats = self.world.ties[rows, self.worlds].astype(np.float64)
        return value * there

    def tie_all(self, columns: tuple[str, ...], seat: object, person: object) -> Floats:
        """[columns, n] values of several columns of the same ties."""
        schema = self.world.schema
        rows, there = self.tie_rows(columns[0], seat, person)
        offsets = np.array([schema.ties[column] - schema.ties[columns[0]] for column in columns])
        every = offsets.reshape((-1,) + (1,) * rows.ndim) + rows
        value: Floats = self.world.ties[every, self.worlds].astype(np.float64)
        return value * there

    def put_tie(self, column: str, value: object, seat: object, person: object, where: object = True) -> None:
        """Set a tie; rounded to a whole number and clamped to its range."""
        rows, there = self.tie_rows(column, seat, person)
        self._keep_tie(column, rows, value, there, where)

    def add_tie(self, column: str, delta: object, seat: object, person: object, where: object = True) -> None:
        """Add to a tie; rounded to a whole number and clamped to its range."""
        rows, there = self.tie_rows(column, seat, person)
        self._keep_tie(column, rows, self.world.ties[rows, self.worlds] + np.asarray(delta, np.float64), there, where)

    def _keep_tie(self, column: str, rows: Ints, new: object, there: NDArray[np.bool_], where: object) -> None:
        """rows, there: [n], or [1] where seat and person are the same for all."""
        spec = self.world.schema.tie_columns[column]
        value = np.minimum(np.maximum(np.rint(np.asarray(new, np.float64)), spec.low), spec.high).astype(np.int8)
        keep, worlds = indices(there if where is True else there & np.asarray(where, bool), self.n), self.worlds
        if keep is not None:
            worlds = worlds[keep]
            rows = rows[keep] if rows.shape == (self.n,) else rows
            value = value[keep] if value.shape == (self.n,) else value
        self.world.ties[rows, worlds] = value

    def draw(self, purpose: str, entity: object = 0, table: str = "person", nth: object = 0) -> Floats:
        """[n] uniform numbers of [0, 1) of the rule's own stream; entity (row plus one) of `table` tells rows apart.

        nth: a number or [n], less than 64 draws to each occurrence.
        """
        keys = self.world.schema.nil_keys[table][whole(entity)]
        count = 64 * nth if isinstance(nth, np.ndarray) else 64 * int(cast(int, nth))
        count = self.nth + count if len(self.nth) else count
        return chance.draw(self.base, chance.key(f"{self.label}/{purpose}"), keys, count)

    def constant(self, name: str) -> float:
        """A number of the content."""
        return self.reference.constants[name]

    def at(self, table: str, entity: str) -> float:
        """The reference to an entity: its row plus one."""
        return self.reference.at(table, entity) + 1.0

    def emit(self, signal: str, entity: object = 0, where: object = True) -> None:
        """Send a signal about `entity` [n] where `where` [n]."""
        keep, worlds = indices(where, self.n), self.worlds
        about = entity
        if keep is not None:
            worlds = worlds[keep]
            about = entity[keep] if isinstance(entity, np.ndarray) and entity.shape == (self.n,) else entity
        if len(worlds):
            self.world.signals.append(worlds, self.reference.signals[signal], about)

    def note(self, name: str, entity: object = 0, where: object = True) -> None:
        """A line of the chronicle where `where` [n]."""
        if self.world.chronicle is None:
            return
        keep, worlds, who = indices(where, self.n), self.worlds, self.me
        about = entity
        if keep is not None:
            worlds, who = worlds[keep], who[keep]
            about = entity[keep] if isinstance(entity, np.ndarray) and entity.shape == (self.n,) else entity
        if len(worlds):
            code = encode(Kind.NOTE, self.reference.notes[name])
            self.world.chronicle.write(code, self.world.number[worlds], self.world.date[worlds], about, who)

    def only(self, where: NDArray[np.bool_]) -> Act:
        """The same act for some of its worlds; itself where that is all of them."""
        keep = where.nonzero()[0]
        if len(keep) == self.n:
            return self
        scope = {k: spread(v, self.n)[keep] for k, v in self.scope.items()}
        nth = self.nth[keep] if len(self.nth) else self.nth
        return Act(self.world, self.reference, self.worlds[keep], self.base[keep], self.label, scope, nth)
