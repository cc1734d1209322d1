"""Who is in Moscow, and who sits in the room."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.core import rowsum
from game.systems.politburo.handy import in_play
from game.world.declare import Phase
from game.world.desk import Desk

SEATS = 8


def come_and_go(desk: Desk) -> None:
    """Set who can be seen today: alive, free, not away by the record's absences nor by an order, and not withdrawn."""
    person, k = desk.person, in_play(desk.reference)
    date = desk.clock.date
    until = person.away_until[:k]
    present = person.alive[:k] * person.free[:k] * (until <= date)
    absences: Any = desk.reference.tables["absences"]
    if len(absences):
        rows, first, last = spells(absences)
        inside = (first[:, :, None] <= date) & ((date < last[:, :, None]) | (last[:, :, None] == 0))
        away = inside.any(axis=1) & (until[rows] == 0)
        present[rows] *= ~away
    person.present[:k] = present
    gone = np.flatnonzero((desk.room.withdrawn > 0) & (desk.room.leader > 0))
    person.present[desk.room.leader[gone].astype(np.int64) - 1, gone] = 0.0


def spells(absences: Any) -> tuple[Any, Any, Any]:
    """Absences by person: rows [A], first and last days [A, most]. A spell that is none never begins."""
    rows, which = np.unique(absences[:, 0], return_inverse=True)
    order = np.argsort(which, kind="stable")
    starts = np.searchsorted(which[order], np.arange(len(rows)))
    nth = np.arange(len(order)) - starts[which[order]]
    first = np.full((len(rows), int(nth.max()) + 1), 1e9)
    last = np.full(first.shape, 1.0)
    first[which[order], nth] = absences[order, 1]
    last[which[order], nth] = absences[order, 2]
    return rows, first, last


def rank_seats(desk: Desk) -> None:
    """Seat the eight of most influence, the protagonist among them; foreign leaders keep their chairs behind."""
    if not desk.clock.session.any():
        return
    person, tables = desk.person, desk.reference.tables
    foreign: Any = tables["foreign_seats"]
    every = np.arange(desk.W)
    n = len(person.rank)
    may = (person.alive[:n] > 0) & (person.free[:n] > 0)
    rank = rowsum.ranking(person.influence[:n], may & ~foreign[:, None]).astype(np.float64)
    played = desk.clock.protagonist.astype(np.int64)
    who = np.minimum(np.maximum(played - 1, 0), n - 1)
    pushed = (rank[who, every] > SEATS) & (played > 0) & (played <= n)
    if pushed.any():
        rank *= ~(pushed & (rank == SEATS))
        rank[who, every] = np.where(pushed, float(SEATS), rank[who, every])
    rank *= rank <= SEATS
    chairs = (SEATS + np.cumsum(foreign)) * foreign
    rank += chairs[:, None] * may
    person.rank[:] = np.where(desk.clock.session > 0, rank, person.rank)


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
    doc="When a session opens, the eight of most influence take the seats.",
    budget=0.8,
)
