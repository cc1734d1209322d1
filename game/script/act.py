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


def chosen(where: object, n: int) -> NDArray[np.bool_] | None:
    """A mask [n], or None for all of them."""
    if where is True:
        return None
    mask = np.asarray(where, bool)
    return mask if mask.shape == (n,) else np.repeat(mask.reshape(-1)[:1], n)


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
        """Arena rows of `table.column` of each entity [n] (row plus one; 0 or out of extent = the nil row)."""
        place = self.world.schema.places[table, column]
        if isinstance(entity, int | float):
            row = place.row + int(entity) - 1 if 1 <= entity <= place.count else NIL
            return np.full(self.n, row)
        at = spread(entity, self.n).astype(np.int64)
        return np.where((at >= 1) & (at <= place.count), at + (place.row - 1), NIL)

    def get(self, table: str, column: str, entity: object = 1) -> Floats:
        """[n] value for each entity; 0 of nobody. Tables of one row need no entity."""
        return self.world.numbers[self.rows(table, column, entity), self.worlds]

    def get_timed(self, table: str, column: str, entity: object = 1) -> Floats:
        """The same with timed modifiers, clamped."""
        spec = self.world.schema.places[table, column].column
        over = self.get(table, f"{column}.{LAID_OVER}", entity)
        return np.minimum(np.maximum(self.get(table, column, entity) + over, spec.low), spec.high)

    def put(self, table: str, column: str, value: object, entity: object = 1, where: object = True) -> None:
        """Set `table.column` of each entity where `where` [n]; clamped to the range; nobody is skipped."""
        spec = self.world.schema.places[table, column].column
        rows = self.rows(table, column, entity)
        new = np.minimum(np.maximum(spread(value, self.n), spec.low), spec.high)
        self._keep(rows, self.worlds, new, entity, where)

    def add(self, table: str, column: str, delta: object, entity: object = 1, where: object = True) -> None:
        """Add to `table.column` of each entity where `where` [n]; clamped to the range; nobody is skipped."""
        spec = self.world.schema.places[table, column].column
        rows, worlds = self.rows(table, column, entity), self.worlds
        delta = delta if isinstance(delta, np.ndarray) else float(cast(float, delta))
        new = np.minimum(np.maximum(self.world.numbers[rows, worlds] + delta, spec.low), spec.high)
        self._keep(rows, worlds, new, entity, where)

    def _keep(self, rows: Ints, worlds: Ints, new: Floats, entity: object, where: object) -> None:
        """Store where it is wanted and where there is somebody."""
        mask = chosen(where, self.n)
        if not isinstance(entity, int | float):
            there = rows != NIL
            mask = there if mask is None else mask & there
        elif rows[:1].size and rows[0] == NIL:
            return
        if mask is not None and not mask.all():
            rows, worlds, new = rows[mask], worlds[mask], new[mask]
        self._store(rows, worlds, new)

    def _store(self, rows: Ints, worlds: Ints, new: Floats) -> None:
        numbers, ledger = self.world.numbers, self.world.ledger
        if ledger is not None:
            ledger.note(int(self.world.date[0]), self.label, rows, new - numbers[rows, worlds])
        numbers[rows, worlds] = new

    def spend(self, rows: Ints, amount: Floats) -> None:
        """Take `amount` [n] from rows that are at least 0: hands and authority."""
        self._store(rows, self.worlds, np.maximum(self.world.numbers[rows, self.worlds] - amount, 0.0))

    def tie_rows(self, column: str, seat: object, person: object) -> tuple[Ints, NDArray[np.bool_]]:
        """Rows of `tie.seat.person.column` and whether there is such a tie."""
        schema = self.world.schema
        s, p = spread(seat, self.n).astype(np.int64), spread(person, self.n).astype(np.int64)
        there = (s >= 1) & (s <= schema.seats) & (p >= 1) & (p <= schema.people)
        return np.where(there, schema.ties[column] + (s - 1) * schema.people + p - 1, 0), there

    def tie(self, column: str, seat: object, person: object) -> Floats:
        """[n] value of a tie; 0 where there is none."""
        rows, there = self.tie_rows(column, seat, person)
        return self.world.ties[rows, self.worlds].astype(np.float64) * there

    def put_tie(self, column: str, value: object, seat: object, person: object, where: object = True) -> None:
        """Set a tie; rounded to a whole number and clamped to its range."""
        rows, there = self.tie_rows(column, seat, person)
        self._keep_tie(column, rows, spread(value, self.n), there, where)

    def add_tie(self, column: str, delta: object, seat: object, person: object, where: object = True) -> None:
        """Add to a tie; rounded to a whole number and clamped to its range."""
        rows, there = self.tie_rows(column, seat, person)
        self._keep_tie(column, rows, self.world.ties[rows, self.worlds] + spread(delta, self.n), there, where)

    def _keep_tie(self, column: str, rows: Ints, new: Floats, there: NDArray[np.bool_], where: object) -> None:
        spec = self.world.schema.tie_columns[column]
        value = np.minimum(np.maximum(np.rint(new), spec.low), spec.high).astype(np.int8)
        mask = chosen(where, self.n)
        keep = there if mask is None else there & mask
        self.world.ties[rows[keep], self.worlds[keep]] = value[keep]

    def draw(self, purpose: str, entity: object = 0, table: str = "person", nth: int = 0) -> Floats:
        """[n] uniform numbers of [0, 1) of the rule's own stream; entity (row plus one) of `table` tells rows apart."""
        keys = self.world.schema.nil_keys[table]
        ids = spread(entity, self.n).astype(np.int64)
        count = self.nth.astype(np.uint64) if len(self.nth) else np.uint64(0)
        return chance.draw(self.base, chance.key(f"{self.label}/{purpose}"), keys[ids], count + np.uint64(64 * nth))

    def constant(self, name: str) -> float:
        """A number of the content."""
        return self.reference.constants[name]

    def at(self, table: str, entity: str) -> float:
        """The reference to an entity: its row plus one."""
        return self.reference.at(table, entity) + 1.0

    def emit(self, signal: str, entity: object = 0, where: object = True) -> None:
        """Send a signal about `entity` [n] where `where` [n]."""
        mask = chosen(where, self.n)
        keep = np.arange(self.n) if mask is None else np.flatnonzero(mask)
        if len(keep):
            about = spread(entity, self.n)[keep].astype(np.int64)
            self.world.signals.append(self.worlds[keep], self.reference.signals[signal], about)

    def note(self, name: str, entity: object = 0, where: object = True) -> None:
        """A line of the chronicle where `where` [n]."""
        mask = chosen(where, self.n)
        keep = np.arange(self.n) if mask is None else np.flatnonzero(mask)
        if self.world.chronicle is None or not len(keep):
            return
        about = spread(entity, self.n)[keep]
        code = encode(Kind.NOTE, self.reference.notes[name])
        who, when = self.me[keep], self.date[keep]
        self.world.chronicle.write(code, self.world.number[self.worlds[keep]], when, about, who)

    def only(self, where: NDArray[np.bool_]) -> Act:
        """The same act for some of its worlds."""
        keep = np.flatnonzero(where)
        scope = {k: spread(v, self.n)[keep] for k, v in self.scope.items()}
        nth = self.nth[keep] if len(self.nth) else self.nth
        return Act(self.world, self.reference, self.worlds[keep], self.base[keep], self.label, scope, nth)
