"""What the phases of the front share: directions, and terms that speed an advance or slow it."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.world.desk import Desk, Reference
from game.world.state import Floats

DIRECTIONS = ("north", "west", "south")
"""In the order of `front_rows` and, counted from 1, of `province_direction`."""

STANCES = ("stand_fast", "elastic", "attack", "withdraw", "rest")
"""In the order of the enum `stance`."""


def by_stance(desk: Desk, what: str) -> Floats:
    """[5] the constant `front.WHAT.STANCE` of each stance."""
    return np.array([desk.constant(f"front.{what}.{stance}") for stance in STANCES])


def rows(reference: Reference) -> list[tuple[int, int]]:
    """For each direction the row of the Soviet front and of the army group that it faces."""
    table: Any = reference.tables["front_rows"]
    return [(int(soviet), int(axis)) for soviet, axis in table]


def emptiness(desk: Desk) -> Floats:
    """[W] 0-1: how far the want of a hand at the centre is felt at the front; it takes days to be felt in full."""
    days = desk.constant("front.vacuum_days")
    gone = (desk.clock.date - desk.room.withdrawn_on + 1.0) * (desk.room.withdrawn > 0)
    empty = np.maximum(gone, desk.room.vacuum_left) / days
    felt: Floats = np.minimum(np.maximum(empty, 0.0), 1.0)
    return felt
