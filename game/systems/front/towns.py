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
    for at, most in enumerate(np.max(reached, axis=1).tolist()):
        for row in np.flatnonzero((direction == at + 1) & (depth <= most)).tolist():
            holder = desk.province.holder[row]
            fell = (holder == USSR) & (reached[at] >= depth[row])
            if not np.count_nonzero(fell):
                continue
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
