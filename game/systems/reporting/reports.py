"""Filing reports: told = true x (1 + bias x weight x fear x stake x (1 - inspected)), on the report's day."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.core import chance
from game.core.exact import share
from game.systems.reporting.figures import AUTHORS, PHASE, REPORTED, Figures, pieces
from game.world.declare import Phase
from game.world.desk import Desk
from game.world.schema import LAID_OVER
from game.world.state import Floats

Whole = NDArray[np.int64]
Bools = NDArray[np.bool_]

PIECE = 1 << 16
"""Numbers told at a time, so that they stay in cache: many figures of one world, one figure of many worlds."""


def file_reports(desk: Desk) -> None:
    """Write the report of every column whose day has come; then inspections wear off."""
    authors = signers(desk)
    for figures in pieces(desk.reference, max(1, PIECE // desk.W)):
        file_some(desk, figures, authors)
    desk.organ.inspected[:] *= 1.0 - share(desk.clock.dt, desk.constant("report.inspection_days"))


def signers(desk: Desk) -> Floats:
    """[author, W] who signs today for each organ of `AUTHORS`: person (row plus one), 0 = nobody.

    Its head; the first deputy at his desk if the head is gone, away, taken, or the leader, to whom the report goes.
    A leader who is at work signs himself where there is no deputy.
    """
    person = desk.person
    organs = [desk.at("organ", name) for name in AUTHORS]
    head: Floats = desk.organ.head[organs]
    at = np.maximum(head, 1.0).astype(np.int64) - 1, np.arange(desk.W)
    there = (head > 0) & (person.alive[at] > 0) & (person.free[at] > 0) & (person.present[at] > 0)
    found = np.where(there & (head != desk.room.leader), head, 0.0)
    for place, organ in enumerate(organs):
        want = (found[place] == 0).nonzero()[0]
        if len(want):
            second = deputy(desk, organ)[want]
            found[place, want] = np.where(second > 0, second, there[place, want] * head[place, want])
    return found


def deputy(desk: Desk, organ: int) -> Floats:
    """[W] the first deputy of an organ who can sign and does not lead: person (row plus one), 0 = nobody."""
    person, found = desk.person, np.zeros(desk.W)
    rows: Whole = np.flatnonzero(desk.reference.tables["deputies"][organ])
    for row in rows[::-1].tolist():
        able = (person.alive[row] > 0) & (person.free[row] > 0) & (person.present[row] > 0)
        found = np.where(able & (desk.room.leader != row + 1.0), row + 1.0, found)
    return found


def file_some(desk: Desk, figures: Figures, authors: Floats) -> None:
    """Columns of one piece: told by whoever signs for each one's organ, bent by the fear in that organ."""
    numbers, date = desk.world.numbers, desk.clock.date
    filed_on = numbers[figures.first_on]
    due = (date - filed_on >= figures.every) | (filed_on == 0)
    if not np.count_nonzero(due):
        return
    fear = desk.organ.fear[figures.organ] / 100.0 * (1.0 - desk.organ.inspected[figures.organ])
    noise = (chance.draw(desk.base, figures.streams) * 2.0 - 1.0) * desk.constant("report.noise")
    factor = 1.0 + figures.bend * fear + noise
    true = numbers[figures.true]
    if figures.over is not None:
        true = np.minimum(np.maximum(true + numbers[figures.over], figures.low), figures.high)
    told = true * factor[figures.of]
    np.minimum(told, figures.high, out=told)
    if figures.total:
        np.maximum(told, numbers[figures.told], out=told)
    signed = authors[figures.author]
    _write(numbers, figures.told, told, due, figures.of)
    _write(numbers, figures.told_on, date, due, figures.of)
    # A column is told as a whole: what its first row says of the author, the others say.
    if np.count_nonzero(numbers[figures.first_by] != signed):
        _write(numbers, figures.told_by, signed[figures.of], due, figures.of)


def _write(numbers: Floats, rows: slice | Whole, value: Floats, due: Bools, of: slice | Whole) -> None:
    """Set rows of the arena where their column is due."""
    if np.count_nonzero(due) == due.size:
        numbers[rows] = value
    else:
        numbers[rows] = np.where(due[of], value, numbers[rows])


def _names() -> tuple[list[str], list[str]]:
    reads, writes = [], []
    for table, column in REPORTED:
        name = f"{table.name}.{column.name}"
        reads.append(name)
        if column.timed:
            reads.append(f"{name}.{LAID_OVER}")
        writes += [f"{name}.reported", f"{name}.reported_on", f"{name}.reported_by"]
    return reads, writes


_READS, _WRITES = _names()

FILE_REPORTS = Phase(
    PHASE,
    file_reports,
    reads=(
        "clock.date", "clock.dt", "organ.head", "organ.fear", "room.leader",
        "person.alive", "person.free", "person.present", *_READS,
    ),
    writes=("organ.inspected", *_WRITES),
    doc="Every reported figure whose day has come is told as its author's fear lets it be told.",
    budget=1.2,
)  # fmt: skip
