"""When a player is stopped: a sign, news that the whole room hears, and never more than a quiet day."""

from __future__ import annotations

import numpy as np

from game.engine.block import Block
from game.knowledge.news import heard
from game.world.chronicle import Kind, decode

URGENT = (
    "leader_withdrew", "leader_returned", "leader_followed", "plot_won_committee", "plot_won_portrait",
    "plot_won_arrest", "plot_failed_at_the_man", "struck", "vote_carried", "vote_lost", "executed",
)  # fmt: skip
"""Notes that stop whoever is played: the whole room learns of them within the day."""

URGENT_TO_HIM = ("sent_away", "recalled", "arrested", "released")
"""Notes that stop the man whom they are about."""

QUIET_DAYS = 2
"""A player is stopped on the second day without a stop."""


def signs_seen(block: Block, me: int) -> float:
    """Signs that the man played (row `me`) has seen of what is coming for him."""
    return float(block.world.column("person", "signs")[me, 0])


def is_due(block: Block, last: float) -> bool:
    """Whether the last stop (a date) is so long ago that the player is stopped anyhow."""
    return bool(block.world.date[0] - last >= QUIET_DAYS)


def is_urgent(block: Block, me: int, since: int) -> bool:
    """Whether the chronicle from row `since` on holds news that stops the man played."""
    if block.world.chronicle is None:
        return False
    rows = block.world.chronicle.rows(since)
    return any(_stops(block, me, row) and heard(block, row, me + 1) for row in rows)


def _stops(block: Block, me: int, row: np.void) -> bool:
    kind, order, _, _ = decode(int(row["code"]))
    if kind != Kind.NOTE:
        return False
    note, about = block.book.notes[order], int(row["entity"]) - 1
    if note.name == "city_taken":
        town = block.book.content.provinces[block.book.schema.entities["province"][about]]
        return town.capital or town.fortress or town.industry or town.port
    return note.name in URGENT or (note.name in URGENT_TO_HIM and about == me)
