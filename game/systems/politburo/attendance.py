"""Who is in Moscow, and who sits in the room."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.core import rowsum
from game.systems.politburo.handy import in_play
from game.world.declare import Phase
from game.world.desk import Desk, Reference
from game.world.state import Floats

NEVER = 1e9
"""A date that does not come."""

PIECE = 1 << 16
"""Numbers worked on at a time, so that they stay in cache."""


def come_and_go(desk: Desk) -> None:
    """Set who can be seen today: alive, free, not away by the record's absences nor by an order, and not withdrawn.

    Leaders of other powers sit in their own capitals.
    """
    person, k = desk.person, in_play(desk.reference)
    date = desk.clock.date
    for at in range(0, k, step := max(1, PIECE // desk.W)):
        few = slice(at, min(at + step, k))
        present = person.present[few]
        np.multiply(person.alive[few], person.free[few], out=present)
        present *= person.away_until[few] <= date
    rows, first, last = spells(desk.reference)
    if len(rows):
        away = (first <= date[0]) & (date[0] < last)
        if np.count_nonzero(date != date[0]):
            away = (first[:, :, None] <= date) & (date < last[:, :, None])
        gone = np.any(away, axis=1).reshape(len(rows), -1)
        some = np.flatnonzero(np.any(gone, axis=1))
        person.present[rows[some]] *= ~(gone[some] & (person.away_until[rows[some]] == 0))
    foreign: Any = desk.reference.tables["foreign_seats"]
    person.present[np.flatnonzero(foreign)] = 0.0
    left = np.flatnonzero((desk.room.withdrawn > 0) & (desk.room.leader > 0))
    person.present[desk.room.leader[left].astype(np.int64) - 1, left] = 0.0


def spells(reference: Reference) -> tuple[Any, Any, Any]:
    """Absences by person: rows [A], first days and days after the last [A, most]. Put together once.

    A spell that is none never begins, an open one never ends.
    """
    if "absences" not in reference.cache:
        absences: Any = reference.tables["absences"]
        rows, which = np.unique(absences[:, 0], return_inverse=True)
        order = np.argsort(which, kind="stable")
        starts = np.searchsorted(which[order], np.arange(len(rows)))
        nth = np.arange(len(order)) - starts[which[order]]
        first = np.full((len(rows), int(nth.max(initial=0)) + 1), NEVER)
        last = np.full(first.shape, NEVER)
        first[which[order], nth] = absences[order, 1]
        last[which[order], nth] = np.where(absences[order, 2] == 0, NEVER, absences[order, 2])
        reference.cache["absences"] = rows, first, last
    found: tuple[Any, Any, Any] = reference.cache["absences"]
    return found


def rank_seats(desk: Desk) -> None:
    """Seat those of most influence, the protagonist among them; foreign leaders keep their chairs behind."""
    if not desk.clock.session.any():
        return
    person = desk.person
    foreign: Any = desk.reference.tables["foreign_seats"]
    n, seats = len(person.rank), desk.constant("seat.most")
    may = (person.alive[:n] > 0) & (person.free[:n] > 0)
    ours = np.flatnonzero(~foreign)
    rank = np.zeros((n, desk.W))
    rank[ours] = rowsum.ranking(person.influence[ours], may[ours])
    seat_protagonist(desk, rank, seats)
    rank *= rank <= seats
    rank[foreign] = np.cumsum(foreign)[foreign][:, None] + seats
    rank[foreign] *= may[foreign]
    opens = desk.clock.session > 0
    person.rank[:] = rank if np.count_nonzero(opens) == desk.W else np.where(opens, rank, person.rank)


def seat_protagonist(desk: Desk, rank: Floats, seats: float) -> None:
    """The man who is played takes the last seat where he would have none."""
    n, every = len(rank), np.arange(desk.W)
    played = desk.clock.protagonist.astype(np.int64)
    who = np.minimum(np.maximum(played - 1, 0), n - 1)
    pushed = (rank[who, every] > seats) & (played > 0) & (played <= n)
    if np.count_nonzero(pushed):
        rank *= ~(pushed & (rank == seats))
        rank[who, every] = np.where(pushed, seats, rank[who, every])


COME_AND_GO = Phase(
    "politburo.come_and_go",
    come_and_go,
    reads=("clock.date", "room.withdrawn", "room.leader", "person.alive", "person.free", "person.away_until"),
    writes=("person.present",),
    doc="Who can be seen in Moscow today.",
    budget=0.3,
)

RANK_SEATS = Phase(
    "politburo.rank_seats",
    rank_seats,
    reads=("clock.session", "clock.protagonist", "person.influence", "person.alive", "person.free"),
    writes=("person.rank",),
    doc="When a session opens, those of most influence take the seats.",
    budget=0.8,
)
