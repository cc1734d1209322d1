"""Slow drifts: loyalty, fear and suspicion of persons; strength and satisfaction of factions."""

from __future__ import annotations

import numpy as np

from game.core import rowsum
from game.core.exact import share
from game.systems.politburo.handy import in_play
from game.world.declare import Phase
from game.world.desk import Desk
from game.world.state import Floats

WEEK = 7.0


def days_due(desk: Desk) -> Floats:
    """[W] days that a weekly drift stands for: a week, or the step if it is longer; 0 where it is not due."""
    days: Floats = np.maximum(desk.clock.dt, WEEK) * desk.due
    return days


def moods(desk: Desk) -> None:
    """Move loyalty, fear and suspicion of all in play to their levels."""
    person, k, days = desk.person, in_play(desk.reference), days_due(desk)
    s = len(person.file)
    crisis = (desk.crisis.active[desk.at("crisis", "leadership")] > 0) * 1.0
    suspect = person.suspicion[:k]
    suspect[:s] += person.file * (desk.constant("mood.suspicion_per_page") * days)
    suspect[:s] += person.led * (desk.constant("mood.suspicion_led") * days)
    drift = (desk.constant("suspicion.crisis") * crisis - desk.constant("suspicion.fade")) * days
    suspect += drift
    np.clip(suspect, 0.0, 100.0, out=suspect)
    pull = share(days, desk.constant("mood.fear_days"))
    person.fear[:k] += (desk.constant("mood.fear_base") + desk.constant("mood.fear_suspected") * suspect
                        - person.fear[:k]) * pull  # fmt: skip
    level = desk.constant("mood.loyalty_base") + desk.constant("mood.loyalty_aura") * desk.room.aura
    level = level - desk.constant("mood.loyalty_vacuum") * (desk.room.withdrawn > 0)
    person.loyalty[:k] += (level - person.loyalty[:k]) * share(days, desk.constant("mood.loyalty_days"))


def factions(desk: Desk) -> None:
    """Strength is a faction's share of the influence in the room; what pleases or angers it fades."""
    k, faction, days = in_play(desk.reference), desk.faction, days_due(desk)
    weight = desk.person.influence[:k] * (desk.person.alive[:k] * desk.person.free[:k])
    foreign = np.asarray(desk.reference.tables["foreign_seats"], bool)
    weight[: len(foreign)] *= ~foreign[:, None]
    belongs = desk.person.faction[:k]
    n = len(faction.strength)
    shares = np.zeros((n, desk.W))
    for row in range(n):
        shares[row] = rowsum.total(weight * (belongs == row + 1.0))
    shares *= 100.0 / np.maximum(rowsum.total(shares), 1e-9)
    faction.strength[:] += (shares - faction.strength) * desk.due
    usual = desk.constant("mood.faction_usual")
    faction.satisfaction[:] += (usual - faction.satisfaction) * share(days, desk.constant("mood.faction_days"))


MOODS = Phase(
    "politburo.moods",
    moods,
    reads=("clock.dt", "crisis.active", "room.aura", "room.withdrawn", "person.file", "person.led"),
    writes=("person.loyalty", "person.fear", "person.suspicion"),
    doc="Loyalty, fear and the leader's suspicion drift.",
    every="week",
    budget=0.3,
)

FACTIONS = Phase(
    "politburo.factions",
    factions,
    reads=("clock.dt", "person.influence", "person.alive", "person.free", "person.faction"),
    writes=("faction.strength", "faction.satisfaction"),
    doc="Factions are as strong as the influence of their men.",
    every="week",
    budget=0.3,
)
