"""Ground: how far each direction is driven back in this step."""

from __future__ import annotations

import numpy as np

from game.core.exact import share
from game.systems.front.terms import Whole, by_direction, by_stance, emptiness, rows
from game.world.declare import Phase
from game.world.desk import Desk
from game.world.state import Floats

LEGS = 5
"""The standard pace is a constant of each direction on each of so many legs of its depth (rail, supply, reserves)."""


def ground(desk: Desk) -> None:
    """Move each front back: the standard pace at its depth times what slows the enemy or speeds him."""
    formation = desk.formation
    soviet, axis = rows(desk.reference)
    common = 1.0 + desk.constant("front.vacuum_pace") * emptiness(desk)
    common = common * skill_term(desk, desk.room.leader, "front.leader_pace") * (desk.war.eastern > 0)
    luck = desk.draw("pace", "formation", rows=soviet) * 2.0 - 1.0
    pace = desk.read("formation.pace", soviet) + desk.read("formation.pace", axis)
    nominal = by_direction(desk, "pace.1")
    term = common * np.maximum(pace - nominal, 0.0) / nominal
    term = term * by_stance(desk, "pace")[formation.stance[soviet].astype(np.int64)]
    loose = (by_direction(desk, "cohesion_usual") - desk.read("formation.cohesion", soviet)) / 100.0
    term = term * (1.0 + desk.constant("front.cohesion_pace") * loose)
    lines = formation.entrenchment[soviet] - by_direction(desk, "lines_usual")
    term = term * (1.0 - desk.constant("front.lines_pace") * lines / 100.0)
    term = term * skill_term(desk, formation.commander[soviet], "front.commander_pace")
    term = term * (1.0 + desk.constant("front.luck") * luck)
    depth = formation.depth[soviet]
    moved = advance(desk, depth, term)
    formation.depth[soviet] = depth + moved
    shaken(desk, soviet, moved)


def skill_term(desk: Desk, person: Floats, constant: str) -> Floats:
    """1 for a commander of skill 5, less for a better one; a post without a man counts as skill 2. [W] or [3, W]."""
    row = person.astype(np.int64)
    skill = desk.person.war[np.maximum(row - 1, 0), np.arange(desk.W)]
    skill = skill * (row > 0) + desk.constant("front.skill_of_nobody") * (row == 0)
    term: Floats = 1.0 - desk.constant(constant) * (skill - 5.0)
    return term


def advance(desk: Desk, depth: Floats, term: Floats) -> Floats:
    """[3, W] km gained in this step from a depth, leg by leg: a new leg has a new pace."""
    left, gained = np.repeat(desk.clock.dt[None], len(depth), axis=0), np.zeros(depth.shape)
    for leg in range(1, LEGS + 1):
        room = np.maximum(by_direction(desk, f"until.{leg}") - depth - gained, 0.0)
        if not np.count_nonzero(room):
            continue
        speed = by_direction(desk, f"pace.{leg}") * term
        step = np.minimum(room, speed * left)
        gained += step
        left -= step / np.maximum(speed, 1e-9)
        np.maximum(left, 0.0, out=left)
        if not np.count_nonzero(left):
            break
    return gained


def shaken(desk: Desk, soviet: Whole, moved: Floats) -> None:
    """Cohesion and the wires to Moscow fall with ground lost, and come back in time. A front may break."""
    formation = desk.formation
    shock = moved * by_stance(desk, "shock")[formation.stance[soviet].astype(np.int64)]
    before = formation.cohesion[soviet]
    for column, what in ((formation.cohesion, "cohesion"), (formation.contact, "contact")):
        old = column[soviet]
        back = np.maximum(desk.constant(f"front.{what}_rest") - old, 0.0)
        back = back * share(desk.clock.dt, desk.constant(f"front.{what}_days"))
        column[soviet] = np.maximum(old - shock * desk.constant(f"front.{what}_per_km") + back, 0.0)
    broken = desk.constant("front.broken")
    fell = (before >= broken) & (formation.cohesion[soviet] < broken)
    if np.count_nonzero(fell):
        for row, where in zip(soviet.tolist(), fell, strict=True):
            about = np.full(desk.W, row + 1.0)
            desk.emit_of("front_broken", where, about)
            desk.note("front_broken", where, about)


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
