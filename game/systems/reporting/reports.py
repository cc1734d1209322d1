"""Filing reports: told = true x (1 + bias x weight x fear x stake x (1 - inspected)), on the report's day."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.core.exact import decay
from game.world.columns import Column, Table
from game.world.declare import Phase
from game.world.desk import Desk
from game.world.schema import LAID_OVER
from game.world.state import Floats
from game.world.tables import TABLES

Whole = NDArray[np.int64]
Bools = NDArray[np.bool_]

TOTALS = frozenset({
    "power.dead_military", "power.captured", "power.wounded", "power.dead_civilian", "power.dead_east",
    "power.executed", "formation.depth",
})  # fmt: skip
"""Figures that have only ever grown: an office that told a number does not tell a smaller one the day after."""

REPORTED: tuple[tuple[Table, Column], ...] = tuple((t, c) for t in TABLES for c in t.columns if c.report)
"""Every column that reaches the room by a report."""

AUTHORS: tuple[str, ...] = tuple(sorted({c.report.organ for _, c in REPORTED if c.report is not None}))
"""The organs that report."""


def file_reports(desk: Desk) -> None:
    """Write the report of every column whose day has come; then inspections wear off."""
    date = desk.clock.date
    weight, spread = desk.constant("report.fear_weight"), desk.constant("report.noise")
    authors = signers(desk)
    for table, column in REPORTED:
        file_one(desk, table, column, date, authors, weight, spread)
    left = 1.0 - decay(desk.clock.dt, desk.constant("report.inspection_days"))
    desk.organ.inspected[:] = desk.organ.inspected * left


def signers(desk: Desk) -> dict[str, Floats]:
    """Who signs today for each organ that reports, by organ: [W] person (row plus one), 0 = nobody.

    Its head; the first deputy at his desk if the head is gone, away, taken, or the leader, to whom the report goes.
    A leader who is at work signs himself where there is no deputy.
    """
    every = np.arange(desk.W)
    able = (desk.person.alive > 0) & (desk.person.free > 0) & (desk.person.present > 0)
    found: dict[str, Floats] = {}
    for name in AUTHORS:
        organ = desk.at("organ", name)
        head: Floats = desk.organ.head[organ]
        there = (head > 0) & able[np.maximum(head, 1.0).astype(np.int64) - 1, every]
        second = deputy(desk, organ, able)
        other = np.where(second > 0, second, np.where(there, head, 0.0))
        found[name] = np.where(there & (head != desk.room.leader), head, other)
    return found


def deputy(desk: Desk, organ: int, able: Bools) -> Floats:
    """[W] the first deputy of an organ who can sign and does not lead: person (row plus one), 0 = nobody."""
    rows: Whole = np.flatnonzero(desk.reference.tables["deputies"][organ])
    found = np.zeros(desk.W)
    for row in rows[::-1].tolist():
        found = np.where(able[row] & (desk.room.leader != row + 1.0), row + 1.0, found)
    return found


def file_one(
    desk: Desk, table: Table, column: Column, date: Floats, authors: dict[str, Floats], weight: float, spread: float
) -> None:
    """One column: told by whoever signs for its organ, bent by the fear in that organ."""
    report = column.report
    assert report is not None
    space = getattr(desk, table.name)
    filed_on = getattr(space, f"{column.name}_reported_on")
    due = (date - filed_on[0] >= report.every) | (filed_on[0] == 0)
    if not due.any():
        return
    organ = desk.at("organ", report.organ)
    bend = desk.organ.fear[organ] / 100.0 * (1.0 - desk.organ.inspected[organ])
    noise = (desk.draw(f"{table.name}.{column.name}") * 2.0 - 1.0) * spread
    factor = 1.0 + report.bias * weight * report.stake * bend + noise
    true = desk.read(f"{table.name}.{column.name}") if column.timed else getattr(space, column.name)
    told = np.minimum(true * factor, column.high)
    if f"{table.name}.{column.name}" in TOTALS:
        told = np.maximum(told, getattr(space, f"{column.name}_reported"))
    everywhere = bool(due.all())
    for part, value in (("reported", told), ("reported_on", date), ("reported_by", authors[report.organ])):
        target = getattr(space, f"{column.name}_{part}")
        if everywhere:
            target[:] = value
        else:
            np.copyto(target, np.broadcast_to(value, target.shape), where=due)


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
    "reporting.file_reports",
    file_reports,
    reads=(
        "clock.date", "clock.dt", "organ.head", "organ.fear", "room.leader",
        "person.alive", "person.free", "person.present", *_READS,
    ),
    writes=("organ.inspected", *_WRITES),
    doc="Every reported figure whose day has come is told as its author's fear lets it be told.",
    budget=1.2,
)  # fmt: skip
