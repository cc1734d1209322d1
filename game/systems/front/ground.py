"""Ground: how far each direction is driven back in this step."""

from __future__ import annotations

import numpy as np

from game.core.exact import decay
from game.systems.front.terms import DIRECTIONS, by_stance, emptiness, rows
from game.world.declare import Phase
from game.world.desk import Desk
from game.world.state import Floats

LEGS = 5
"""The standard pace is a constant of each direction on each of so many legs of its depth (rail, supply, reserves)."""


def ground(desk: Desk) -> None:
    """Move each front back: the standard pace at its depth times what slows the enemy or speeds him."""
    formation = desk.formation
    common = 1.0 + desk.constant("front.vacuum_pace") * emptiness(desk)
    common = common * skill_term(desk, desk.room.leader, "front.leader_pace") * (desk.war.eastern > 0)
    luck = desk.draw("pace", "formation") * 2.0 - 1.0
    stances = by_stance(desk, "pace")
    cohesion, pace = desk.read("formation.cohesion"), desk.read("formation.pace")
    broken = desk.constant("front.broken")
    dt = desk.clock.dt[:1] if (desk.clock.dt == desk.clock.dt[0]).all() else desk.clock.dt
    healed = {what: decay(dt, desk.constant(f"front.{what}_days")) for what in ("cohesion", "contact")}
    for name, (soviet, axis) in zip(DIRECTIONS, rows(desk.reference), strict=True):
        nominal = desk.constant(f"front.{name}.pace.1")
        term = common * np.maximum(pace[soviet] + pace[axis] - nominal, 0.0) / nominal
        term = term * stances[formation.stance[soviet].astype(np.int64)]
        loose = (desk.constant(f"front.{name}.cohesion_usual") - cohesion[soviet]) / 100.0
        term = term * (1.0 + desk.constant("front.cohesion_pace") * loose)
        lines = formation.entrenchment[soviet] - desk.constant(f"front.{name}.lines_usual")
        term = term * (1.0 - desk.constant("front.lines_pace") * lines / 100.0)
        term = term * skill_term(desk, formation.commander[soviet], "front.commander_pace")
        term = term * (1.0 + desk.constant("front.luck") * luck[soviet])
        moved = advance(desk, name, formation.depth[soviet], term)
        formation.depth[soviet] += moved
        before = formation.cohesion[soviet].copy()
        shaken(desk, soviet, moved, healed)
        fell = (before >= broken) & (formation.cohesion[soviet] < broken)
        about = np.full(desk.W, soviet + 1.0)
        desk.emit_of("front_broken", fell, about)
        desk.note("front_broken", fell, about)


def skill_term(desk: Desk, person: Floats, constant: str) -> Floats:
    """1 for a commander of skill 5, less for a better one; a post without a man counts as skill 2."""
    row = person.astype(np.int64)
    skill = desk.person.war[np.maximum(row - 1, 0), np.arange(desk.W)]
    skill = skill * (row > 0) + desk.constant("front.skill_of_nobody") * (row == 0)
    term: Floats = 1.0 - desk.constant(constant) * (skill - 5.0)
    return term


def advance(desk: Desk, name: str, depth: Floats, term: Floats) -> Floats:
    """[W] km gained in this step from a depth, leg by leg: a new leg has a new pace."""
    left, gained = desk.clock.dt.copy(), np.zeros(desk.W)
    for leg in range(1, LEGS + 1):
        speed = desk.constant(f"front.{name}.pace.{leg}") * term
        end = desk.constant(f"front.{name}.until.{leg}")
        room = np.maximum(end - depth - gained, 0.0)
        step = np.minimum(room, speed * left)
        gained += step
        left -= step / np.maximum(speed, 1e-9)
        left = np.maximum(left, 0.0)
        if not (left > 0).any():
            break
    return gained


def shaken(desk: Desk, soviet: int, moved: Floats, healed: dict[str, Floats]) -> None:
    """Cohesion and the wires to Moscow fall with ground lost, and come back in time."""
    formation = desk.formation
    shock = moved * by_stance(desk, "shock")[formation.stance[soviet].astype(np.int64)]
    for column, what in ((formation.cohesion, "cohesion"), (formation.contact, "contact")):
        back = np.maximum(desk.constant(f"front.{what}_rest") - column[soviet], 0.0)
        back = back * healed[what]
        column[soviet] = np.maximum(column[soviet] - shock * desk.constant(f"front.{what}_per_km") + back, 0.0)


GROUND = Phase(
    "front.ground",
    ground,
    reads=(
        "clock.date", "clock.dt", "war.eastern", "room.leader", "room.withdrawn", "room.withdrawn_on",
        "room.vacuum_left", "person.war", "formation.commander", "formation.stance", "formation.pace",
        "formation.pace.laid_over", "formation.cohesion.laid_over", "formation.entrenchment",
    ),
    writes=("formation.depth", "formation.cohesion", "formation.contact"),
    doc="Each direction is driven back by the pace at its depth, vacuum, orders, cohesion, lines, skill and luck.",
    budget=0.6,
)  # fmt: skip
