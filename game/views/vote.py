"""The vote before the room: what was moved, by whom, who has spoken in what order, and the count so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.engine.block import Block
from game.views import names

Stage = Literal["opened", "third", "carried", "lost"]
STAGES: tuple[Stage | None, ...] = (None, "opened", "third", "carried", "lost")
"""In the order of the enum `vote_stage`."""


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote. motion: in words. proposer, subject: ids.

    floor: ids of those who may speak, in the order in which they do; spoken: how many of them have.
    """

    stage: Stage
    motion: str
    proposer: str
    proposer_name: str
    subject: str
    subject_name: str
    ayes: int
    noes: int
    floor: tuple[str, ...]
    spoken: int

    @property
    def open(self) -> bool:
        """Whether the room is still at it."""
        return self.stage in ("opened", "third")


def vote(knows: Block) -> Vote | None:
    """The vote that is before the room, or the last one; None where none was ever moved."""

    def get(column: str) -> float:
        return float(knows.world.column("vote", column)[0])

    book, stage = knows.book, STAGES[int(get("stage"))]
    if not get("motion") or stage is None:
        return None
    floor = _floor(knows)
    spoken = 0 if stage == "opened" else (len(floor) + 2) // 3 if stage == "third" else len(floor)
    subject = get("subject")
    return Vote(
        stage, names.enum_name(book, "vote_motion", get("motion")),
        names.entity_id(book, "person", get("proposer")), names.entity_name(book, "person", get("proposer")),
        names.entity_id(book, "person", subject), names.entity_name(book, "person", subject) if subject else "",
        int(get("ayes")), int(get("noes")), tuple(names.entity_id(book, "person", row + 1) for row in floor), spoken,
    )  # fmt: skip


def _floor(knows: Block) -> list[int]:
    """Rows of the members who can speak, the weightiest first."""
    seats, column = knows.book.schema.seats, knows.world.column
    can = column("person", "member")[:seats, 0] > 0
    for name in ("alive", "free", "present"):
        can &= column("person", name)[:seats, 0] > 0
    weight = column("person", "influence")[:seats, 0]
    return sorted(np.flatnonzero(can).tolist(), key=lambda row: (-weight[row], row))
