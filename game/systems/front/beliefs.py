"""How a seat imagines what it cannot see of the front."""

from __future__ import annotations

import numpy as np

from game.world.declare import Belief
from game.world.desk import Desk
from game.world.state import Floats


def _around(desk: Desk, column: str, middle: str, width: str) -> Floats:
    """[E, W] evenly round a prior: the staff knows no better."""
    luck = desk.draw(f"belief.{column}", "formation") * 2.0 - 1.0
    values: Floats = np.maximum(desk.constant(middle) + desk.constant(width) * luck, 0.0)
    return values


def believed_pace(desk: Desk, seat: Floats) -> Floats:
    """The enemy's pace: the ground reported lost by the days of war, and no less than slow."""
    told = desk.world.column("formation", "depth.reported")
    days = np.maximum(desk.world.date - desk.constant("front.war_began"), 1.0)
    luck = desk.draw("belief.pace", "formation") * 2.0 - 1.0
    pace = np.maximum(told / days, desk.constant("belief.slow_pace"))
    values: Floats = pace * (1.0 + desk.constant("belief.pace_width") * luck)
    return values


def believed_cohesion(desk: Desk, seat: Floats) -> Floats:
    """How far a front holds together: middling, give or take."""
    return _around(desk, "cohesion", "belief.cohesion", "belief.cohesion_width")


def believed_contact(desk: Desk, seat: Floats) -> Floats:
    """How well its wires reach Moscow: middling, give or take."""
    return _around(desk, "contact", "belief.contact", "belief.contact_width")


BELIEFS: tuple[Belief, ...] = (
    Belief("formation.pace", believed_pace, "what the reported ground and the days of war allow"),
    Belief("formation.cohesion", believed_cohesion, "middling, give or take"),
    Belief("formation.contact", believed_contact, "middling, give or take"),
)
