"""Every change of a number with its cause, for the one world that a person plays: each figure explains itself."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(slots=True)
class Entry:
    """One change of one row."""

    date: int
    label: str
    row: int
    delta: float


@dataclass(slots=True)
class Ledger:
    """Entries in order. `label` is a rule's id, a phase's id or an order."""

    entries: list[Entry] = field(default_factory=list)

    def note(self, date: int, label: str, rows: NDArray[np.int64], deltas: NDArray[np.float64]) -> None:
        """Record the rows that really changed."""
        for row, delta in zip(rows.tolist(), deltas.tolist(), strict=True):
            if delta:
                self.entries.append(Entry(date, label, int(row), float(delta)))

    def of(self, row: int) -> list[Entry]:
        """All changes of one row, oldest first."""
        return [e for e in self.entries if e.row == row]
