"""What the phases of the front share: directions, and terms that speed an advance or slow it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.world.desk import Desk, Reference
from game.world.state import Floats

Whole = NDArray[np.int64]

DIRECTIONS = ("north", "west", "south")
"""In the order of `front_rows` and, counted from 1, of `province_direction`."""

STANCES = ("stand_fast", "elastic", "attack", "withdraw", "rest")
"""In the order of the enum `stance`."""


def by_stance(desk: Desk, what: str) -> Floats:
    """[5] the constant `front.WHAT.STANCE` of each stance. Built once."""
    found: Floats | None = desk.reference.cache.get(("by_stance", what))
    if found is None:
        found = np.array([desk.constant(f"front.{what}.{stance}") for stance in STANCES])
        desk.reference.cache["by_stance", what] = found
    return found


def by_direction(desk: Desk, what: str) -> Floats:
    """[3, 1] the constant `front.DIRECTION.WHAT` of each direction. Built once."""
    found: Floats | None = desk.reference.cache.get(("by_direction", what))
    if found is None:
        found = np.array([[desk.constant(f"front.{name}.{what}")] for name in DIRECTIONS])
        desk.reference.cache["by_direction", what] = found
    return found


def rows(reference: Reference) -> tuple[Whole, Whole]:
    """[3] the rows of the Soviet fronts of the directions, and of the army groups that they face."""
    table: Any = reference.tables["front_rows"]
    pairs: Whole = np.asarray(table, np.int64)
    return pairs[:, 0], pairs[:, 1]


def emptiness(desk: Desk) -> Floats:
    """[W] 0-1: how far the want of a hand at the centre is felt at the front; it takes days to be felt in full."""
    days = desk.constant("front.vacuum_days")
    gone = (desk.clock.date - desk.room.withdrawn_on + 1.0) * (desk.room.withdrawn > 0)
    empty = np.maximum(gone, desk.room.vacuum_left) / days
    felt: Floats = np.minimum(np.maximum(empty, 0.0), 1.0)
    return felt
