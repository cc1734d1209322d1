"""Small tools of the politburo's verbs: acts of a phase, changes of many rows."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.script.act import Act, within
from game.world.desk import Desk
from game.world.ragged import Ints
from game.world.state import Floats


def act_of(desk: Desk, worlds: Ints, **scope: Floats) -> Act:
    """An act of the phase in some of its worlds: words and phases change the world by the same verbs."""
    return Act(desk.world, desk.reference, worlds, desk.base[worlds], desk.phase.id, scope)


def in_play(reference: Any) -> int:
    """How many rows of `person` are in play; they come first."""
    return int(reference.tables["people_in_play"])


def taken(act: Act, table: str, column: str) -> Floats:
    """[E, n] a copy of a column in the worlds of an act."""
    return np.take(act.world.column(table, column), act.worlds, axis=1)


def change(act: Act, table: str, column: str, rows: Ints, at: Ints, value: Floats | float) -> None:
    """Set `table.column` of rows [m] in the act's worlds `at` [m] (no pair twice), clamped; value [m] or a number."""
    place = act.world.schema.places[table, column]
    arena, worlds = place.row + rows, act.worlds[at]
    new = within(value, place.column.low, place.column.high)
    if act.world.ledger is not None:
        delta = new - act.world.numbers[arena, worlds]
        act.world.ledger.note(int(act.world.date[0]), act.label, arena, delta)
    act.world.numbers[arena, worlds] = new


def shift(act: Act, table: str, column: str, where: NDArray[np.bool_], delta: Floats | float) -> None:
    """Add `delta` ([n] or a number) to the rows of a mask [E, n]."""
    rows, at = where.nonzero()
    if not len(rows):
        return
    old = act.world.numbers[act.world.schema.places[table, column].row + rows, act.worlds[at]]
    change(act, table, column, rows, at, old + (delta[at] if isinstance(delta, np.ndarray) else delta))


def bound_to(act: Act, seat: Floats) -> NDArray[np.bool_]:
    """[P, n] who is bound in a seat's plot; nobody in that of nobody."""
    there = (seat >= 1) & (seat <= act.world.schema.seats)
    row = np.where(there, seat - 1.0, 0.0).astype(np.int64)
    bound = act.world.tie("bound")[row, :, act.worlds]
    return np.ascontiguousarray((bound == BOUND).T & there)


UNASKED, SOUNDED, REFUSED, BOUND = 0, 1, 2, 3
"""Values of `tie.bound`."""

IDLE, SOUNDING, BINDING, NAMED, MAN, WIRES, OBEYING, WON, FAILED, BROKEN = range(10)
"""Values of the enum `plot_phase`."""

UNDECIDED, BEG, COMMITTEE, PORTRAIT, ARREST = range(5)
"""Values of the enum `plot_route`."""

NONE, SUCCEEDED, LOST, BETRAYED, TURNED_BACK = range(5)
"""Values of the enum `coup_result`."""


def raise_up(act: Act, leader: Floats, *columns: str) -> None:
    """Whoever comes to rule has at least the influence of a leader and the authority of a beginning."""
    for column in columns or ("influence", "authority"):
        least = np.maximum(act.get("person", column, leader), act.constant(f"new_leader.{column}"))
        act.put("person", column, least, leader)
