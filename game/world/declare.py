"""What a system declares: phases, signals, notes of the chronicle, samplers of belief.

Plain data; nothing registers itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from game.world.desk import Desk

Cadence = Literal["turn", "week", "month"]


@dataclass(frozen=True, slots=True)
class Phase:
    """One verb over a block of worlds.

    id: `system.verb`; also the stream of its chances and its line in `bench`.
    reads, writes: columns `table.column` (`tie.column`); the phase sees nothing else.
    every: it runs for worlds whose step crosses the boundary; `desk.due` [W] says which.
    budget: microseconds a world-turn at W = 4,096.
    """

    id: str
    verb: Callable[[Desk], None]
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    doc: str
    every: Cadence = "turn"
    budget: float = 0.5


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that events may listen to. table: what its entity is; empty = none."""

    name: str
    table: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Note:
    """A line that a system writes into the chronicle. text may hold {entity} and {date}."""

    name: str
    table: str
    text: str


@dataclass(frozen=True, slots=True)
class Belief:
    """How a seat imagines one hidden column when it thinks ahead.

    sampler(desk, seat [W] person rows) -> values shaped like the column; it may read only what the desk's seat knows
    and draws from `desk.draw`.
    """

    column: str
    sampler: Callable[..., object]
    doc: str
