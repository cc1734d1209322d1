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
    return _once(desk.reference, (what, "stance"), [f"front.{what}.{stance}" for stance in STANCES])


def by_direction(desk: Desk, what: str) -> Floats:
    """[3, 1] the constant `front.DIRECTION.WHAT` of each direction. Built once."""
    return _once(desk.reference, (what, "direction"), [f"front.{name}.{what}" for name in DIRECTIONS])[:, None]


def _once(reference: Reference, key: tuple[str, str], names: list[str]) -> Floats:
    found: Floats | None = reference.cache.get(key)
    if found is None:
        found = reference.cache[key] = np.array([reference.constants[name] for name in names])
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
