"""A table whose rows belong to worlds and differ in number: scheduled events, signals, questions, modifiers."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


class Ragged:
    """int64 [columns, n]; column 0 is the world's place in the block. Order within a world is order of arrival."""

    __slots__ = ("_data", "_new", "names")

    def __init__(self, names: tuple[str, ...], data: Ints | None = None) -> None:
        self.names = names
        self._data: Ints = np.zeros((len(names), 0), np.int64) if data is None else data
        self._new: list[Ints] = []

    @property
    def data(self) -> Ints:
        """[columns, n] all rows. What was added since it was last read is joined now, once."""
        if self._new:
            self._data = np.concatenate([self._data, *self._new], axis=1)
            self._new = []
        return self._data

    @data.setter
    def data(self, data: Ints) -> None:
        self._data, self._new = data, []

    def __len__(self) -> int:
        return int(self.data.shape[1])

    def append(self, *columns: Any) -> None:
        """Add rows: arrays or scalars, broadcast against the first."""
        world = np.asarray(columns[0], np.int64)
        new = np.empty((len(self.names), len(world)), np.int64)
        for i, column in enumerate(columns):
            new[i] = column
        self._new.append(new)

    def pop(self, mask: NDArray[np.bool_]) -> Ints:
        """Remove and return the rows of the mask, in order."""
        data = self.data
        self.data = np.take(data, np.flatnonzero(~mask), axis=1)
        return np.take(data, np.flatnonzero(mask), axis=1)

    def clear(self) -> None:
        """Forget all rows."""
        self.data = np.zeros((len(self.names), 0), np.int64)

    def take(self, index: Ints) -> Ragged:
        """Rows of the worlds at `index`, renumbered 0..len(index)-1; a world may be taken more than once."""
        if not len(self):
            return Ragged(self.names)
        data = np.take(self.data, np.argsort(self.data[0], kind="stable"), axis=1)
        start = np.searchsorted(data[0], index, "left")
        count = np.searchsorted(data[0], index, "right") - start
        world = np.repeat(np.arange(len(index)), count)
        within = np.arange(len(world)) - np.repeat(np.cumsum(count) - count, count)
        out = np.take(data, np.repeat(start, count) + within, axis=1)
        out[0] = world
        return Ragged(self.names, out)
