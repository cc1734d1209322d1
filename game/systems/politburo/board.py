"""What a plot amounts to: its organs, their weight, and the odds of its next step as its own seat reckons them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Board:
    """The arrays that a reckoning reads and writes."""

    phase: Floats
    route: Floats
    organs: Floats
    strength: Floats
    odds: Floats
    head: Floats
    bound: NDArray[np.int8]
    leader: Floats
    withdrawn: Floats
    present: Floats


def of_world(world: World) -> Board:
    """The board of a whole block."""
    column = world.column
    return Board(
        column("plot", "phase"), column("plot", "route"), column("plot", "organs"), column("plot", "strength"),
        column("plot", "odds"), column("organ", "head"), world.tie("bound"), column("room", "leader"),
        column("room", "withdrawn"), column("person", "present"),
    )  # fmt: skip


def odds_table(reference: Reference) -> Floats:
    """[line, organ + 1] what each organ adds to the next step; the last column is the base. Built once."""
    if "odds_table" not in reference.cache:
        organs = reference.schema.entities["organ"]
        table = np.zeros((len(LINES), len(organs) + 1))
        for at, line in enumerate(LINES):
            if line:
                for o, organ in enumerate((*organs, "base")):
                    table[at, o] = reference.constants.get(f"odds.{line}.{organ}", 0.0)
        reference.cache["odds_table"] = table
    found: Floats = reference.cache["odds_table"]
    return found


def inside(board: Board, seats: Ints, worlds: Ints) -> NDArray[np.bool_]:
    """[organs, n] which organs are in each seat's plot: those whose head is bound, and those that the seat heads."""
    head = np.take(board.head, worlds, axis=1).astype(np.int64)
    tied = board.bound[seats, np.maximum(head - 1, 0), worlds] == BOUND
    within: NDArray[np.bool_] = (head == seats + 1) | (tied & (head > 0))
    return within


def reckon(board: Board, reference: Reference, seats: Ints, worlds: Ints) -> None:
    """Set organs, strength and odds of the plots of `seats` [n] in `worlds` [n] (no pair twice)."""
    weight: Any = reference.tables["organ_weight"]
    constants = reference.constants
    phase = board.phase[seats, worlds]
    line = np.where(phase == WIRES, LINES.index("wires"), board.route[seats, worlds]).astype(np.int64)
    line[phase == OBEYING] = LINES.index("obeying")
    within = inside(board, seats, worlds)
    gains = odds_table(reference)[line].T
    odds = rowsum.total(np.concatenate([gains[-1:], within * gains[:-1]]))
    leader = board.leader[worlds].astype(np.int64)
    there = (leader > 0) & (board.present[np.maximum(leader - 1, 0), worlds] > 0) & (board.withdrawn[worlds] == 0)
    odds = odds - constants["odds.present_penalty"] * (there & (phase <= MAN) & (line != BEG))
    odds = np.minimum(np.maximum(odds, constants["odds.low"]), constants["odds.high"]) * (line != UNDECIDED)
    strength = rowsum.total(within * np.asarray(weight, np.float64)[:, None])
    board.organs[seats, worlds] = rowsum.count(within)
    board.strength[seats, worlds] = np.minimum(100.0 * strength / constants["plot.full_weight"], 100.0)
    board.odds[seats, worlds] = odds


def reckon_act(act: Act, seat: Floats) -> None:
    """Reckon one seat's plot in each world of an act."""
    there = ((seat >= 1) & (seat <= act.world.schema.seats)).nonzero()[0]
    seats, worlds = (seat, act.worlds) if len(there) == act.n else (seat[there], act.worlds[there])
    reckon(of_world(act.world), act.reference, seats.astype(np.int64) - 1, worlds)


def open_plots(phase: Floats) -> tuple[Ints, Ints]:
    """Seats and worlds of the open plots, by seat and world. phase: [S, W]."""
    flat = np.flatnonzero((phase >= SOUNDING) & (phase <= OBEYING))
    seats = flat // phase.shape[1]
    return seats, flat - seats * phase.shape[1]


def plots(desk: Desk) -> None:
    """Reckon every open plot anew: heads of organs come and go."""
    plot = desk.plot
    seats, worlds = open_plots(plot.phase)
    if not len(seats):
        return
    board = Board(plot.phase, plot.route, plot.organs, plot.strength, plot.odds, desk.organ.head, desk.tie.bound,
                  desk.room.leader, desk.room.withdrawn, desk.person.present)  # fmt: skip
    reckon(board, desk.reference, seats, worlds)


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
