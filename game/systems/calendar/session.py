"""When the room meets, and what its seats are paid."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.world.declare import Phase
from game.world.desk import Desk


def open_session(desk: Desk) -> None:
    """Open a session: every step of an acute crisis, every third week of a major war, three times a year in peace.

    Pay authority for the days since the last session, and fill the hands of the seats.
    """
    clock, person = desk.clock, desk.person
    since = clock.date - clock.session_on
    never = clock.session_on == 0
    acute = desk.crisis.active[desk.at("crisis", "leadership")] > 0
    spring = (clock.month == 1) | (clock.month == 5) | (clock.month == 10)
    in_peace = spring & (since > desk.constant("session.peace_gap"))
    in_war = since >= desk.constant("authority.session_days")
    opens = acute | never | np.where(desk.war.eastern > 0, in_war, in_peace)
    days = np.where(never, clock.dt, since)
    ussr = desk.at("power", "ussr")
    right = desk.power.legitimacy[ussr] + desk.power.legitimacy_laid_over[ussr]
    right = np.minimum(np.maximum(right, 0.0), 100.0)
    seats = (person.rank > 0) | never
    pay = (right / desk.constant("authority.legitimacy_divisor") + desk.constant("authority.session_base")) * opens
    pay = pay * days / desk.constant("authority.session_days")
    paid = pay * seats
    paid += person.authority
    np.minimum(paid, 100.0, out=person.authority)
    fill = person.hands * (seats & ~gone(desk))
    fill -= person.hands_left
    fill *= opens
    person.hands_left[:] += fill
    clock.session[:] = opens
    clock.session_on[:] += (clock.date - clock.session_on) * opens
    desk.emit("session_opened", opens)


def gone(desk: Desk) -> NDArray[np.bool_]:
    """[S, W] the seat's man leads and has withdrawn: he has no hand in anything till he comes back."""
    row = np.arange(1.0, len(desk.person.rank) + 1.0)[:, None]
    return (desk.room.leader == row) & (desk.room.withdrawn > 0)


OPEN_SESSION = Phase(
    "calendar.open_session",
    open_session,
    reads=(
        "clock.date", "clock.dt", "clock.month", "war.eastern", "crisis.active", "power.legitimacy",
        "power.legitimacy.laid_over", "person.rank", "person.hands", "room.leader", "room.withdrawn",
    ),
    writes=("clock.session", "clock.session_on", "person.authority", "person.hands_left"),
    doc="A session opens; authority is paid pro rata of 21 days and hands come in.",
    budget=0.3,
)  # fmt: skip
