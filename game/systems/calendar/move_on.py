"""The end of a step: the date moves, and the length of the next step is set."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from game.core import calendar, rowsum
from game.world.declare import Phase
from game.world.desk import Desk

STRUCK, LAST_STEP = 4, 6
"""Places of `man` and `obeying` in the enum `plot_phase`: between them a plot has struck and is not decided."""


def end_crisis(desk: Desk) -> None:
    """End the crisis of the leadership when its day has come; while nobody is at the centre it goes on."""
    row = desk.at("crisis", "leadership")
    active, until = desk.crisis.active[row], desk.crisis.until[row]
    striking = rowsum.count((desk.plot.phase >= STRUCK) & (desk.plot.phase <= LAST_STEP)) > 0
    open_still = (desk.room.withdrawn > 0) | (desk.room.vacuum_left > 0) | striking
    goes_on = open_still & (active > 0) & (until > 0)
    later = np.maximum(until, desk.clock.date + desk.constant("session.crisis_goes_on"))
    until[:] = np.where(goes_on, later, until)
    over = (active > 0) & (until > 0) & (desk.clock.date >= until)
    active[:] = active * ~over
    if np.count_nonzero(over):
        about = np.full(desk.W, row + 1.0)
        desk.emit_of("crisis_over", over, about)
        desk.note("crisis_over", over, about)


def move_on(desk: Desk) -> None:
    """Add the step to the date; the next is a day in a crisis, to Monday in a war, else to the first of the month."""
    clock = desk.clock
    clock.date[:] += clock.dt
    end_crisis(desk)
    acute = rowsum.highest(desk.crisis.active) > 0
    slow = np.where(desk.war.eastern > 0, calendar.WEEK, calendar.MONTH)
    pace = np.where(acute, calendar.DAY, slow)
    if np.count_nonzero((clock.date != clock.date[0]) | (pace != pace[0])):
        clock.dt[:] = calendar.step_length(clock.date, pace)
        clock.year[:] = calendar.year(clock.date)
        clock.month[:] = calendar.month(clock.date)
    else:
        clock.dt[:], clock.year[:], clock.month[:] = day(int(clock.date[0]), int(pace[0]))


@lru_cache(maxsize=1 << 12)
def day(date: int, pace: int) -> tuple[int, int, int]:
    """The length of a step from that date, its year and its month: worlds mostly share them."""
    return int(calendar.step_length(date, pace)), int(calendar.year(date)), int(calendar.month(date))


MOVE_ON = Phase(
    "calendar.move_on",
    move_on,
    reads=("war.eastern", "room.withdrawn", "room.vacuum_left", "plot.phase"),
    writes=("clock.date", "clock.dt", "clock.year", "clock.month", "crisis.active", "crisis.until"),
    doc="The date moves on; the next step is a day, to Monday or to the first of the month.",
    budget=0.3,
)
