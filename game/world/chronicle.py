"""What happened and why: 16 bytes a row, flushed to growing arrays."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from game.world.ragged import Ints


class Kind(IntEnum):
    """What a row of the chronicle tells of."""

    EVENT = 0
    DECISION = 1
    NOTE = 2
    TEXT = 3


class Result(IntEnum):
    """How a roll went."""

    NONE = 0
    SUCCESS = 1
    FAILURE = 2


ROW = np.dtype([("code", "<i4"), ("world", "<i4"), ("date", "<i4"), ("entity", "<i2"), ("actor", "<i2")])


NAMES = ("code", "world", "date", "entity", "actor")


def encode(kind: int, order: int, option: int = 0, result: int | NDArray[np.int64] = 0) -> int | NDArray[np.int64]:
    """Pack kind (2 bits), order of the rule (16), option (4) and result (2) into one number."""
    return result | (kind << 28 | order << 6 | option << 2)


def decode(code: int) -> tuple[Kind, int, int, Result]:
    """The reverse of encode."""
    return Kind(code >> 28 & 3), code >> 6 & 0xFFFF, code >> 2 & 15, Result(code & 3)


class Chronicle:
    """Rows in order of happening. `world` holds the world's number in the run, not its place in a block.

    Kept as one growing array for each part of a row: writing to those is twice as fast.
    """

    def __init__(self, rows: NDArray[np.void] | None = None) -> None:
        size = 1024 if rows is None else len(rows)
        self._columns = [np.zeros(size, ROW[name]) for name in NAMES]
        self._used = 0
        if rows is not None:
            self.write(*(rows[name] for name in NAMES))

    def __len__(self) -> int:
        return self._used

    def write(self, code: object, world: Ints, date: object, entity: object, actor: object) -> None:
        """Add one row for each element of `world`. entity, actor: rows plus one, 0 = none."""
        used, need = self._used, self._used + len(world)
        if need > len(self._columns[0]):
            self._grow(max(need, 2 * len(self._columns[0])))
        codes, worlds, dates, entities, actors = self._columns
        codes[used:need], worlds[used:need], dates[used:need] = code, world, date
        entities[used:need], actors[used:need] = entity, actor
        self._used = need

    def _grow(self, size: int) -> None:
        for at, column in enumerate(self._columns):
            self._columns[at] = np.zeros(size, column.dtype)
            self._columns[at][: self._used] = column[: self._used]

    def rows(self, since: int = 0) -> NDArray[np.void]:
        """Rows from `since` on (a copy)."""
        parts = [column[since : self._used] for column in self._columns]
        out = np.empty(len(parts[0]), ROW)
        for name, part in zip(NAMES, parts, strict=True):
            out[name] = part
        return out
