"""The only list of systems, and the order of the phases of a turn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from game.script.word import Word
from game.script.words import WORDS
from game.systems import calendar, front, politburo, reporting
from game.world.declare import Belief, Note, Phase, Signal

SYSTEMS = (calendar, politburo, front, reporting)

OPENING = (
    "calendar.open_session", "politburo.come_and_go", "politburo.rank_seats", "politburo.withdrawal",
    "politburo.files", "politburo.plots",
)  # fmt: skip
"""The morning: before anybody decides."""

CLOSING = (
    "front.ground", "front.losses", "front.towns", "politburo.moods", "politburo.vacuum", "politburo.factions",
    "reporting.file_reports", "calendar.move_on",
)  # fmt: skip
"""The day: after all orders."""

Named = TypeVar("Named", Phase, Word, Signal, Note)


def _by_name(items: Iterable[Named]) -> dict[str, Named]:
    out: dict[str, Named] = {}
    for item in items:
        name = item.id if isinstance(item, Phase) else item.name
        if name in out:
            raise ValueError(f"two systems declare {name}")
        out[name] = item
    return out


def phases(order: tuple[str, ...]) -> tuple[Phase, ...]:
    """The phases of that order."""
    known = _by_name(p for s in SYSTEMS for p in s.PHASES)
    return tuple(known[name] for name in order)


def words() -> dict[str, Word]:
    """All words by name."""
    return _by_name([*WORDS, *(w for s in SYSTEMS for w in s.WORDS)])


def signals() -> dict[str, Signal]:
    """All signals by name."""
    return _by_name(x for s in SYSTEMS for x in s.SIGNALS)


def notes() -> dict[str, Note]:
    """All notes of the chronicle by name."""
    return _by_name(x for s in SYSTEMS for x in s.NOTES)


def beliefs() -> tuple[Belief, ...]:
    """All samplers of hidden columns."""
    return tuple(b for s in SYSTEMS for b in s.BELIEFS)
