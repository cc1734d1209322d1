"""Losses: what the ground cost, on both sides; and the men who come up."""

from __future__ import annotations

import numpy as np

from game.core import rowsum
from game.systems.front.terms import Whole, by_direction, by_stance, emptiness, rows
from game.world.declare import Phase
from game.world.desk import Desk
from game.world.state import Floats


def losses(desk: Desk) -> None:
    """Count the dead, the captured and the wounded of each direction, and what is left at the front."""
    power, formation = desk.power, desk.formation
    ussr, germany = desk.at("power", "ussr"), desk.at("power", "germany")
    soviet, axis = rows(desk.reference)
    empty = 1.0 + desk.constant("front.vacuum_losses") * emptiness(desk)
    at_war = desk.clock.dt * (desk.war.eastern > 0)
    depth = formation.depth[soviet]
    moved = np.maximum(depth - formation.depth[axis], 0.0)
    stance = formation.stance[soviet].astype(np.int64)
    loose = (by_direction(desk, "contact_usual") - desk.read("formation.contact", soviet)) / 100.0
    lost = moved * by_direction(desk, "men_per_km") + at_war * by_direction(desk, "men_per_day")
    lost = lost * empty * by_stance(desk, "toll")[stance]
    taken = by_direction(desk, "captured") * by_stance(desk, "bag")[stance]
    taken = taken * (1.0 + loose * desk.constant("front.contact_bag"))
    lost = np.minimum(
        lost * (1.0 + np.maximum(loose, -0.5) * desk.constant("front.contact_toll")),
        formation.men[soviet] * desk.constant("front.most_lost"),
    )
    taken = np.minimum(np.maximum(taken, 0.0), desk.constant("front.most_captured"))
    wounded = lost * by_direction(desk, "wounded")
    grow(power.dead_military[ussr], lost)
    grow(power.captured[ussr], lost * taken)
    grow(power.wounded[ussr], wounded)
    grow(power.dead_civilian[ussr], moved * desk.constant("front.civilians_per_km"))
    come_up(desk, soviet, lost + wounded, moved, at_war)
    hold = (desk.constant("front.bite_base") + desk.read("formation.cohesion", soviet) / 100.0) * by_stance(
        desk, "bite"
    )[stance]
    pay(desk, germany, axis, at_war * hold * by_direction(desk, "axis_dead_per_day"))
    formation.depth[axis] = depth
    quiet(desk, ussr, at_war)
    within(desk, ussr, germany)


def grow(figure: Floats, by: Floats) -> None:
    """Add the figures [E, W] of some fronts to a figure [W] of a power, one after the other."""
    for one in by:
        figure += one


def within(desk: Desk, *powers: int) -> None:
    """Keep the figures of lives within their columns' range."""
    for column in ("dead_military", "captured", "wounded", "dead_civilian", "dead_east"):
        highest = desk.reference.schema.places["power", column].column.high
        figures = getattr(desk.power, column)
        for power in powers:
            np.minimum(figures[power], highest, out=figures[power])


def come_up(desk: Desk, soviet: Whole, gone: Floats, moved: Floats, at_war: Floats) -> None:
    """Fronts lose men and tanks, and get those of the second echelon, up to their full strength of June."""
    formation, power = desk.formation, desk.power
    ussr = desk.at("power", "ussr")
    men, tanks = formation.men[soviet], formation.tanks[soviet]
    short = np.maximum(by_direction(desk, "full_men") - men, 0.0)
    fresh = np.minimum(by_direction(desk, "reserves_per_day") * at_war, short)
    formation.men[soviet] = np.maximum(men + fresh - gone, 0.0)
    short = np.maximum(by_direction(desk, "full_tanks") - tanks, 0.0)
    tanks = tanks + np.minimum(by_direction(desk, "tanks_per_day") * at_war, short)
    broken = np.minimum(moved * by_direction(desk, "tanks_per_km"), tanks)
    formation.tanks[soviet] = tanks - broken
    for one in broken:
        power.tanks[ussr] = np.maximum(power.tanks[ussr] - one, 0.0)


def pay(desk: Desk, germany: int, axis: Whole, dead: Floats) -> None:
    """What the advance costs the army groups."""
    power, formation = desk.power, desk.formation
    wounded = dead * desk.constant("front.axis_wounded")
    grow(power.dead_east[germany], dead)
    grow(power.dead_military[germany], dead)
    grow(power.wounded[germany], wounded)
    formation.men[axis] = np.maximum(formation.men[axis] - dead - wounded, 0.0)


def quiet(desk: Desk, ussr: int, at_war: Floats) -> None:
    """Fronts without a direction of their own lose a few men a day; then the strength at the front is counted."""
    formation, power = desk.formation, desk.power
    is_soviet = np.asarray(desk.reference.tables["formation_soviet"], bool)
    main = np.concatenate(rows(desk.reference)).tolist()
    lost = at_war * desk.constant("front.quiet_per_day")
    for row in np.flatnonzero(is_soviet).tolist():
        if row not in main:
            formation.men[row] = np.maximum(formation.men[row] - lost, 0.0)
            power.dead_military[ussr] += lost
    power.front_strength[ussr] = rowsum.total(formation.men[is_soviet])
    power.front_strength[desk.at("power", "germany")] = rowsum.total(formation.men[~is_soviet])


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
