"""Scripted policies: what each multiplies the weight of every option and lever by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.content.models import Policy
from game.rulebook.rules import Personas


@dataclass(frozen=True, slots=True)
class Slot:
    """An option (`event.option`) or a lever, with its tags. kind: `event` or `lever`."""

    id: str
    tags: tuple[str, ...]
    kind: str


@dataclass(slots=True)
class Slots:
    """All options and levers in order: the columns of the table of factors."""

    items: list[Slot] = field(default_factory=list)

    def add(self, name: str, tags: tuple[str, ...], kind: str) -> int:
        """The place of a new slot."""
        self.items.append(Slot(name, tags, kind))
        return len(self.items) - 1


def compile_personas(policies: Sequence[Policy], seats: Sequence[str], slots: Slots) -> Personas:
    """The personas of some policies, for the persons who may hold a seat.

    Where there are none, one without a name, to which everything is equal, stands for whom policies are asked.
    """
    if not policies:
        return Personas((), np.ones((1, len(slots.items))), rest=np.ones(1), mixed=np.zeros((1, len(seats))))
    mixed = [[policy.mixed * policy.fits.get(seat, 1.0) for seat in seats] for policy in policies]
    return Personas(
        tuple(policy.id for policy in policies),
        _factors(policies, slots.items),
        rest=np.array([policy.rest for policy in policies]),
        mixed=np.array(mixed).reshape(len(policies), len(seats)),
    )


def _factors(policies: Sequence[Policy], slots: Sequence[Slot]) -> NDArray[np.float64]:
    """[policies, slots]: the product of a policy's factors for the tags and the id of each slot."""
    out = np.ones((len(policies), len(slots)))
    for p, policy in enumerate(policies):
        for s, slot in enumerate(slots):
            for tag in slot.tags:
                out[p, s] *= policy.tags.get(tag, 1.0)
            table = policy.events if slot.kind == "event" else policy.levers
            out[p, s] *= table.get(slot.id, 1.0)
    return out
