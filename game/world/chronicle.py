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


def encode(kind: int, order: int, option: int = 0, result: object = 0) -> NDArray[np.int32]:
    """Pack kind (2 bits), order of the rule (16), option (4) and result (2) into one number."""
    return (np.asarray(result, np.int32) | np.int32(kind << 28 | order << 6 | option << 2)).astype(np.int32)


def decode(code: int) -> tuple[Kind, int, int, Result]:
    """The reverse of encode."""
    return Kind(code >> 28 & 3), code >> 6 & 0xFFFF, code >> 2 & 15, Result(code & 3)


class Chronicle:
    """Rows in order of happening. `world` holds the world's number in the run, not its place in a block."""

    def __init__(self, rows: NDArray[np.void] | None = None) -> None:
        self._rows = np.zeros(1024, ROW)
        self._used = 0
        if rows is not None:
            self._rows, self._used = rows.copy(), len(rows)

    def __len__(self) -> int:
        return self._used

    def write(self, code: object, world: Ints, date: object, entity: object, actor: object) -> None:
        """Add one row for each element of `world`. entity, actor: rows plus one, 0 = none."""
        need = self._used + len(world)
        if need > len(self._rows):
            grown = np.zeros(max(need, 2 * len(self._rows)), ROW)
            grown[: self._used] = self._rows[: self._used]
            self._rows = grown
        part = self._rows[self._used : need]
        for name, value in zip(ROW.names or (), (code, world, date, entity, actor), strict=True):
            part[name] = value
        self._used = need

    def rows(self, since: int = 0) -> NDArray[np.void]:
        """Rows from `since` on (a view)."""
        return self._rows[since : self._used]
