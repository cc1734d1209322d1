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
    for at, (soviet, _) in enumerate(rows(desk.reference), start=1):
        reached = desk.formation.depth[soviet]
        for row in np.flatnonzero((direction == at) & (depth <= reached.max())):
            holder = desk.province.holder[row]
            fell = (holder == USSR) & (reached >= depth[row])
            if not fell.any():
                continue
            holder[:] = np.where(fell, float(AXIS), holder)
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
