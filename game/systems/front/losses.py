"""Losses: what the ground cost, on both sides; and the men who come up."""

from __future__ import annotations

import numpy as np

from game.systems.front.terms import DIRECTIONS, by_stance, emptiness, rows
from game.world.declare import Phase
from game.world.desk import Desk
from game.world.state import Floats


def losses(desk: Desk) -> None:
    """Count the dead, the captured and the wounded of each direction, and what is left at the front."""
    power, formation = desk.power, desk.formation
    ussr, germany = desk.at("power", "ussr"), desk.at("power", "germany")
    empty = 1.0 + desk.constant("front.vacuum_losses") * emptiness(desk)
    toll, bag, bite = by_stance(desk, "toll"), by_stance(desk, "bag"), by_stance(desk, "bite")
    at_war = desk.clock.dt * (desk.war.eastern > 0)
    cohesion, contact = desk.read("formation.cohesion"), desk.read("formation.contact")
    for name, (soviet, axis) in zip(DIRECTIONS, rows(desk.reference), strict=True):
        moved = np.maximum(formation.depth[soviet] - formation.depth[axis], 0.0)
        stance = formation.stance[soviet].astype(np.int64)
        loose = (desk.constant(f"front.{name}.contact_usual") - contact[soviet]) / 100.0
        lost = moved * desk.constant(f"front.{name}.men_per_km") + at_war * desk.constant(f"front.{name}.men_per_day")
        lost = lost * empty * toll[stance]
        taken = desk.constant(f"front.{name}.captured") * bag[stance]
        taken = taken * (1.0 + loose * desk.constant("front.contact_bag"))
        lost = np.minimum(
            lost * (1.0 + np.maximum(loose, -0.5) * desk.constant("front.contact_toll")),
            formation.men[soviet] * desk.constant("front.most_lost"),
        )
        taken = np.minimum(np.maximum(taken, 0.0), desk.constant("front.most_captured"))
        wounded = lost * desk.constant(f"front.{name}.wounded")
        power.dead_military[ussr] += lost
        power.captured[ussr] += lost * taken
        power.wounded[ussr] += wounded
        power.dead_civilian[ussr] += moved * desk.constant("front.civilians_per_km")
        come_up(desk, name, soviet, lost + wounded, moved)
        hold = (desk.constant("front.bite_base") + cohesion[soviet] / 100.0) * bite[stance]
        pay(desk, germany, axis, at_war * hold * desk.constant(f"front.{name}.axis_dead_per_day"))
        formation.depth[axis] = formation.depth[soviet]
    quiet(desk, ussr, at_war)
    within(desk, ussr, germany)


def within(desk: Desk, *powers: int) -> None:
    """Keep the figures of lives within their columns' range."""
    for column in ("dead_military", "captured", "wounded", "dead_civilian", "dead_east"):
        highest = desk.reference.schema.places["power", column].column.high
        figures = getattr(desk.power, column)
        for power in powers:
            np.minimum(figures[power], highest, out=figures[power])


def come_up(desk: Desk, name: str, soviet: int, gone: Floats, moved: Floats) -> None:
    """The front loses men and tanks, and gets those of the second echelon, up to its full strength of June."""
    formation, power = desk.formation, desk.power
    ussr = desk.at("power", "ussr")
    at_war = desk.clock.dt * (desk.war.eastern > 0)
    short = np.maximum(desk.constant(f"front.{name}.full_men") - formation.men[soviet], 0.0)
    fresh = np.minimum(desk.constant(f"front.{name}.reserves_per_day") * at_war, short)
    formation.men[soviet] = np.maximum(formation.men[soviet] + fresh - gone, 0.0)
    short = np.maximum(desk.constant(f"front.{name}.full_tanks") - formation.tanks[soviet], 0.0)
    tanks = formation.tanks[soviet] + np.minimum(desk.constant(f"front.{name}.tanks_per_day") * at_war, short)
    broken = np.minimum(moved * desk.constant(f"front.{name}.tanks_per_km"), tanks)
    formation.tanks[soviet] = tanks - broken
    power.tanks[ussr] = np.maximum(power.tanks[ussr] - broken, 0.0)


def pay(desk: Desk, germany: int, axis: int, dead: Floats) -> None:
    """What the advance costs the army group."""
    power, formation = desk.power, desk.formation
    wounded = dead * desk.constant("front.axis_wounded")
    power.dead_east[germany] += dead
    power.dead_military[germany] += dead
    power.wounded[germany] += wounded
    formation.men[axis] = np.maximum(formation.men[axis] - dead - wounded, 0.0)


def quiet(desk: Desk, ussr: int, at_war: Floats) -> None:
    """Fronts without a direction of their own lose a few men a day; then the strength at the front is counted."""
    formation, power = desk.formation, desk.power
    main = {row for pair in rows(desk.reference) for row in pair}
    sides: tuple[list[int], list[int]] = ([], [])
    is_soviet = np.asarray(desk.reference.tables["formation_soviet"], bool)
    for row in range(len(formation.men)):
        sides[0 if is_soviet[row] else 1].append(row)
        if is_soviet[row] and row not in main:
            lost = at_war * desk.constant("front.quiet_per_day")
            formation.men[row] = np.maximum(formation.men[row] - lost, 0.0)
            power.dead_military[ussr] += lost
    for strength, members in zip((ussr, desk.at("power", "germany")), sides, strict=True):
        men = np.zeros(desk.W)
        for row in members:
            men += formation.men[row]
        power.front_strength[strength] = men


LOSSES = Phase(
    "front.losses",
    losses,
    reads=(
        "clock.date", "clock.dt", "war.eastern", "room.withdrawn", "room.withdrawn_on", "room.vacuum_left",
        "formation.stance", "formation.cohesion", "formation.cohesion.laid_over", "formation.contact",
        "formation.contact.laid_over",
    ),
    writes=(
        "formation.depth", "formation.men", "formation.tanks", "power.dead_military", "power.captured",
        "power.wounded", "power.dead_civilian", "power.dead_east", "power.tanks", "power.front_strength",
    ),
    doc="What the ground cost both sides; an army group's depth then mirrors the front that it faces.",
    budget=0.4,
)  # fmt: skip
