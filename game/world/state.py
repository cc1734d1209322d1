"""The state of N worlds: one list of fields; save, fork, slice, compaction and hash are each a loop over it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from game.world.chronicle import Chronicle
from game.world.ledger import Ledger
from game.world.ragged import Ints, Ragged
from game.world.schema import Schema

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a World.

    kind: `rows` [rows, W], `world` [W], `ragged` (columns, first the world) or `block` (an integer of the whole block).
    hashed: it is part of what a world is; `number` and `seed` only say which world it is.
    """

    name: str
    kind: Literal["rows", "world", "ragged", "block"]
    dtype: str = "i8"
    columns: tuple[str, ...] = ()
    hashed: bool = True


FIELDS: tuple[Field, ...] = (
    Field("numbers", "rows", "f8"),
    Field("ties", "rows", "i1"),
    Field("fired", "rows", "i4"),
    Field("pulled", "rows", "i4"),
    Field("seed", "world", "u8"),
    Field("number", "world", "i8", hashed=False),
    Field("turns", "world", "i4"),
    Field("ended", "world", "i1"),
    Field("outcome", "world", "i1"),
    Field("scheduled", "ragged", columns=("world", "due", "event", "entity", "nth", "deadline")),
    Field("signals", "ragged", columns=("world", "signal", "entity")),
    Field("pending", "ragged", columns=("world", "event", "entity", "nth", "choice")),
    Field("modifiers", "ragged", columns=("world", "row", "delta", "until")),
    Field("stage", "block"),
    Field("round", "block"),
)
"""fired: date of the last firing, 0 = never. pulled: the same for decision x seat. modifiers.delta: in thousandths."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Rows of the dense fields."""

    numbers: int
    ties: int
    fired: int
    pulled: int


class World:
    """W worlds side by side. The world is the last axis of every array; each is C-contiguous and owns its data."""

    numbers: Floats
    ties: NDArray[np.int8]
    fired: NDArray[np.int32]
    pulled: NDArray[np.int32]
    seed: NDArray[np.uint64]
    number: Ints
    turns: NDArray[np.int32]
    ended: NDArray[np.int8]
    outcome: NDArray[np.int8]
    scheduled: Ragged
    signals: Ragged
    pending: Ragged
    modifiers: Ragged
    stage: int
    round: int

    def __init__(self, schema: Schema, sizes: Sizes, width: int) -> None:
        self.schema, self.sizes, self.width = schema, sizes, width
        self.chronicle: Chronicle | None = None
        self.ledger: Ledger | None = None
        for field in FIELDS:
            setattr(self, field.name, self._empty(field))

    def _empty(self, field: Field) -> object:
        if field.kind == "rows":
            return np.zeros((getattr(self.sizes, field.name), self.width), field.dtype)
        if field.kind == "world":
            return np.zeros(self.width, field.dtype)
        return Ragged(field.columns) if field.kind == "ragged" else 0

    def column(self, table: str, column: str) -> Floats:
        """[E, W] view of a column, [W] for a table of one row. Writing to it writes the state."""
        place = self.schema.places[table, column]
        view = self.numbers[place.row : place.row + place.count]
        return view[0] if self.schema.tables[table].single else view

    def tie(self, column: str) -> NDArray[np.int8]:
        """[seats, persons, W] view of a column of ties."""
        start, size = self.schema.ties[column], self.schema.seats * self.schema.people
        return self.ties[start : start + size].reshape(self.schema.seats, self.schema.people, self.width)

    @property
    def date(self) -> Floats:
        """[W] days since 1 January 1900."""
        return self.column("clock", "date")

    def take(self, index: object, seeds: object = None) -> World:
        """A new block of the worlds at `index`: slice, permutation, compaction and fork are this one verb.

        seeds: other seeds for the copies (a fork that is to differ). The chronicle and ledger are shared, not copied.
        """
        chosen = np.asarray(index, np.int64)
        new = World.__new__(World)
        new.schema, new.sizes, new.width = self.schema, self.sizes, len(chosen)
        new.chronicle, new.ledger = self.chronicle, self.ledger
        for field in FIELDS:
            value = getattr(self, field.name)
            if field.kind == "rows":
                value = np.take(value, chosen, axis=1)
            elif field.kind == "world":
                value = np.take(value, chosen)
            elif field.kind == "ragged":
                value = value.take(chosen)
            setattr(new, field.name, value)
        if seeds is not None:
            new.seed = np.array(seeds, np.uint64)
        return new

    def copy(self) -> World:
        """An independent copy."""
        return self.take(np.arange(self.width))

    def hashes(self) -> list[str]:
        """A digest of 16 hexadecimal figures for each world: equal worlds have equal digests, whatever their block."""
        digests = [hashlib.blake2b(digest_size=8) for _ in range(self.width)]
        every = np.arange(self.width)
        for field in FIELDS:
            if not field.hashed:
                continue
            value = getattr(self, field.name)
            if field.kind == "rows":
                _feed(digests, _plain(value))
            elif field.kind == "world":
                _feed(digests, value.reshape(self.width, 1))
            elif field.kind == "ragged":
                self._feed_ragged(digests, value.take(every))
            else:
                for digest in digests:
                    digest.update(str(value).encode())
        return [digest.hexdigest() for digest in digests]

    def _feed_ragged(self, digests: list[hashlib.blake2b], ragged: Ragged) -> None:
        bounds = np.searchsorted(ragged.data[0], np.arange(self.width + 1), "left")
        rows = np.ascontiguousarray(ragged.data[1:].T)
        for w, digest in enumerate(digests):
            part = rows[bounds[w] : bounds[w + 1]]
            digest.update(len(part).to_bytes(4, "little"))
            digest.update(part.tobytes())

    def table_hashes(self, w: int) -> dict[str, str]:
        """A digest for each table of one world: which part differs, when two worlds should be equal."""
        numbers, ties = _plain(np.take(self.numbers, [w], axis=1))[0], np.take(self.ties, w, axis=1)
        digests = {table: hashlib.blake2b(digest_size=8) for table in self.schema.tables}
        for (table, _), place in self.schema.places.items():
            digests[table].update(numbers[place.row : place.row + place.count])
        out = {table: digest.hexdigest() for table, digest in digests.items()}
        out["tie"] = hashlib.blake2b(ties, digest_size=8).hexdigest()
        return out


def _plain(rows: NDArray[np.generic]) -> NDArray[np.generic]:
    """[W, rows] a world's numbers side by side. Adding 0.0 makes 0.0 of -0.0: such worlds are equal."""
    if rows.dtype == np.float64:
        return np.add(rows.T, 0.0, order="C")
    return np.ascontiguousarray(rows.T)


def _feed(digests: list[hashlib.blake2b], by_world: NDArray[np.generic]) -> None:
    data = np.ascontiguousarray(by_world).view(np.uint8)
    for digest, part in zip(digests, data, strict=True):
        digest.update(part)
