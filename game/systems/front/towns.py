"""Towns: a town falls when the front on its direction has been driven past it."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.systems.front.terms import rows
from game.world.declare import Phase
from game.world.desk import Desk

USSR, AXIS = 0, 1
"""Places in the enum `holder`."""


def towns(desk: Desk) -> None:
    """Hand over the towns that the depth of their direction has reached."""
    tables: Any = desk.reference.tables
    direction, depth = tables["province_direction"], tables["province_depth"]
    reached = desk.formation.depth[rows(desk.reference)[0]]
    most = np.concatenate([[-np.inf], np.max(reached, axis=1)])
    passed = np.flatnonzero(depth <= most[direction])
    ours = passed[np.any(desk.province.holder[passed] == USSR, axis=1)]
    for row in ours[np.argsort(direction[ours], kind="stable")].tolist():
        holder = desk.province.holder[row]
        fell = (holder == USSR) & (reached[direction[row] - 1] >= depth[row])
        if np.count_nonzero(fell):
            holder[fell] = float(AXIS)
            about = np.full(desk.W, row + 1.0)
            desk.emit_of("city_taken", fell, about)
            desk.note("city_taken", fell, about)


TOWNS = Phase(
    "front.towns",
    towns,
    reads=("formation.depth",),
    writes=("province.holder",),
    doc="A town falls when its direction's depth reaches it.",
    budget=0.2,
)
