"""Filing reports: told = true x (1 + bias x weight x fear x stake x (1 - inspected)), on the report's day."""

from __future__ import annotations

import numpy as np

from game.core.exact import decay
from game.world.columns import Column, Table
from game.world.declare import Phase
from game.world.desk import Desk
from game.world.schema import LAID_OVER
from game.world.state import Floats
from game.world.tables import TABLES

REPORTED: tuple[tuple[Table, Column], ...] = tuple((t, c) for t in TABLES for c in t.columns if c.report)
"""Every column that reaches the room by a report."""


def file_reports(desk: Desk) -> None:
    """Write the report of every column whose day has come; then inspections wear off."""
    date = desk.clock.date
    weight, spread = desk.constant("report.fear_weight"), desk.constant("report.noise")
    for table, column in REPORTED:
        file_one(desk, table, column, date, weight, spread)
    left = 1.0 - decay(desk.clock.dt, desk.constant("report.inspection_days"))
    desk.organ.inspected[:] = desk.organ.inspected * left


def file_one(desk: Desk, table: Table, column: Column, date: Floats, weight: float, spread: float) -> None:
    """One column: told by the head of its organ, bent by the fear in that organ."""
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
    everywhere = bool(due.all())
    for part, value in (("reported", told), ("reported_on", date), ("reported_by", desk.organ.head[organ])):
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
    reads=("clock.date", "clock.dt", "organ.head", "organ.fear", *_READS),
    writes=("organ.inspected", *_WRITES),
    doc="Every reported figure whose day has come is told as its author's fear lets it be told.",
    budget=1.2,
)
