"""How a seat imagines what no system samples: the purses, hands, health, aims and policies of the others.

Like the samplers of the systems these get a desk over copies in which everything hidden is blank already.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from game.core import rowsum
from game.rulebook.book import FIRST_PERSONA
from game.world.columns import ENUMS
from game.world.declare import Belief
from game.world.desk import Desk
from game.world.state import Floats

Sampler = Callable[[Desk, Floats], Floats]


def _shape(desk: Desk, column: str) -> Floats:
    return np.zeros(desk.world.column("person", column).shape)


def _around(column: str, middle: str) -> Sampler:
    """[E, W] evenly round a constant, on the scale of 0 to 100."""

    def sample(desk: Desk, seat: Floats) -> Floats:
        out = _shape(desk, column)
        luck = desk.draw(f"belief.person.{column}", "person")[: len(out)] * 2.0 - 1.0
        result: Floats = np.minimum(
            np.maximum(desk.constant(middle) + desk.constant("belief.width") * luck, 0.0), 100.0
        )
        return result

    return sample


def hands(desk: Desk, seat: Floats) -> Floats:
    """As many as a seat has whom nobody plays."""
    return _shape(desk, "hands") + desk.constant("hands.other")


def hands_left(desk: Desk, seat: Floats) -> Floats:
    """He is believed to rest his hand on nothing yet."""
    return _shape(desk, "hands_left") + desk.constant("hands.other")


def signs(desk: Desk, seat: Floats) -> Floats:
    """Others are believed to have noticed nothing."""
    return _shape(desk, "signs")


def aim(desk: Desk, seat: Floats) -> Floats:
    """Any aim, each as likely: nobody tells his own."""
    luck = desk.draw("belief.person.aim", "plot")
    aims: Floats = np.floor(luck * len(ENUMS["aim"]))
    return aims


def policy(desk: Desk, seat: Floats) -> Floats:
    """A persona of each man by how well it fits him: what `mixed` draws."""
    personas: Any = desk.reference.cache["personas"]
    luck = desk.draw("belief.person.policy", "plot")
    out = np.empty(luck.shape)
    for row in range(len(luck)):
        weights = np.repeat(personas.mixed[:, row : row + 1], luck.shape[1], axis=1)
        out[row] = FIRST_PERSONA + np.maximum(rowsum.weighted_pick(np.ascontiguousarray(weights), luck[row]), 0)
    return out


def pace(desk: Desk, seat: Floats) -> Floats:
    """The enemy goes on at some share of the standard pace of the scenario: a staff hopes, and knows little.

    It stands before the front's own sampler, whose few km a day would leave every front where it is.
    """
    standard: Any = desk.reference.cache["standard_pace"]
    luck = desk.draw("belief.formation.pace", "formation") * 2.0 - 1.0
    share: Floats = desk.constant("belief.standard_pace") + desk.constant("belief.standard_pace_width") * luck
    return standard[:, None] * share


PRIORS: tuple[Belief, ...] = (
    Belief("person.health", _around("health", "belief.health"), "as good as most, give or take"),
    Belief("person.hands", hands, "one"),
    Belief("person.hands_left", hands_left, "one"),
    Belief("person.authority", _around("authority", "authority.start"), "what everybody began with, give or take"),
    Belief("person.signs", signs, "none"),
    Belief("person.aim", aim, "any"),
    Belief("formation.pace", pace, "a share of the standard pace of the scenario: hope, and little knowledge"),
    Belief("person.policy", policy, "a persona by how well it fits the man"),
)
