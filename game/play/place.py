"""Where a campaign stands, beside its world: the stop, why it waits, and what it has written down."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.play.running import Halt
from game.store.header import DiaryLine
from game.store.journal import Entry


@dataclass(frozen=True, slots=True)
class Place:
    """stop: its number, from 1. day: its date, in days since 1900. halt: why the campaign stands still.

    since: row of the chronicle from which on the last act's news are. authority: of the man played, at his last orders.
    signs: that he had seen when the stop began. studies: made on this day.
    """

    stop: int
    day: float
    halt: Halt
    since: int = 0
    authority: float = 0.0
    signs: float = 0.0
    studies: int = 0


@dataclass(slots=True)
class Records:
    """journal: every answer and order. diary: a line for each stop that is over."""

    journal: list[Entry] = field(default_factory=list)
    diary: list[DiaryLine] = field(default_factory=list)
