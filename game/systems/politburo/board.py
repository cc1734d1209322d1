"""What a plot amounts to: its organs, their weight, and the odds of its next step as its own seat reckons them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.core import rowsum
from game.script.act import Act
from game.systems.politburo.handy import BEG, BOUND, MAN, OBEYING, SOUNDING, UNDECIDED, WIRES
from game.world.declare import Phase
from game.world.desk import Desk, Reference
from game.world.ragged import Ints
from game.world.state import Floats, World

LINES = ("", "beg", "committee", "portrait", "arrest", "wires", "obeying")
"""Rows of the table of odds: the routes in the order of their enum, then the two later steps."""


PLOT = ("phase", "route", "organs", "strength", "odds")
"""Columns of a plot that a reckoning reads, and those that it writes."""


def odds_table(reference: Reference) -> Floats:
    """[1 + organ, line] the base of the next step, and what each organ adds to it. Built once."""
    if "odds_table" not in reference.cache:
        organs = reference.schema.entities["organ"]
        table = np.zeros((1 + len(organs), len(LINES)))
        for at, line in enumerate(LINES):
            if line:
                for o, organ in enumerate(("base", *organs)):
                    table[o, at] = reference.constants.get(f"odds.{line}.{organ}", 0.0)
        reference.cache["odds_table"] = table
    found: Floats = reference.cache["odds_table"]
    return found


def inside(world: World, seats: Ints, worlds: Ints) -> NDArray[np.bool_]:
    """[organs, n] which organs are in each seat's plot: those whose head is bound, and those that the seat heads."""
    head = np.take(world.column("organ", "head"), worlds, axis=1).astype(np.int64)
    tied = world.tie("bound")[seats, np.maximum(head - 1, 0), worlds] == BOUND
    within: NDArray[np.bool_] = (head == seats + 1) | (tied & (head > 0))
    return within


def reckon(world: World, reference: Reference, seats: Ints, worlds: Ints) -> None:
    """Set organs, strength and odds of the plots of `seats` [n] in `worlds` [n] (no pair twice)."""
    constants, weight = reference.constants, np.asarray(reference.tables["organ_weight"], np.float64)
    rows = np.take(world.schema.rows_of_all("plot", PLOT), seats + 1, axis=1)
    phase, route = world.numbers[rows[:2], worlds]
    line = route.astype(np.int64)
    line[phase == WIRES] = LINES.index("wires")
    line[phase == OBEYING] = LINES.index("obeying")
    within = inside(world, seats, worlds)
    gains = np.take(odds_table(reference), line, axis=1)
    gains[1:] *= within
    leader = world.column("room", "leader")[worlds].astype(np.int64)
    there = world.column("person", "present")[np.maximum(leader - 1, 0), worlds] * (leader > 0) > 0
    there &= world.column("room", "withdrawn")[worlds] == 0
    odds = rowsum.total(gains) - constants["odds.present_penalty"] * (there & (phase <= MAN) & (line != BEG))
    odds = np.minimum(np.maximum(odds, constants["odds.low"]), constants["odds.high"]) * (line != UNDECIDED)
    strength = rowsum.total(within * weight[:, None])
    new = np.empty((3, len(seats)))
    new[0] = rowsum.count(within)
    new[1] = np.minimum(100.0 * strength / constants["plot.full_weight"], 100.0)
    new[2] = odds
    world.numbers[rows[2:], worlds] = new


def reckon_act(act: Act, seat: Floats) -> None:
    """Reckon one seat's plot in each world of an act."""
    there = ((seat >= 1) & (seat <= act.world.schema.seats)).nonzero()[0]
    seats, worlds = (seat, act.worlds) if len(there) == act.n else (seat[there], act.worlds[there])
    reckon(act.world, act.reference, seats.astype(np.int64) - 1, worlds)


def open_plots(phase: Floats) -> tuple[Ints, Ints]:
    """Seats and worlds of the open plots, by seat and world. phase: [S, W]."""
    flat = np.flatnonzero((phase >= SOUNDING) & (phase <= OBEYING))
    seats = flat // phase.shape[1]
    return seats, flat - seats * phase.shape[1]


def plots(desk: Desk) -> None:
    """Reckon every open plot anew: heads of organs come and go."""
    seats, worlds = open_plots(desk.plot.phase)
    if len(seats):
        reckon(desk.world, desk.reference, seats, worlds)


PLOTS = Phase(
    "politburo.plots",
    plots,
    reads=(
        "plot.phase", "plot.route", "organ.head", "tie.bound", "room.leader", "room.withdrawn", "person.present",
    ),
    writes=("plot.organs", "plot.strength", "plot.odds"),
    doc="Every open plot is reckoned anew: its organs, their weight, the odds of its next step.",
    budget=0.3,
)  # fmt: skip
