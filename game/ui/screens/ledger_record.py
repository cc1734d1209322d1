"""What is on record of a scenario's figures: read from `assets/history`, with its sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.content.assets import read_tables

FOLDER = Path(__file__).parents[3] / "assets" / "history"


@dataclass(frozen=True, slots=True)
class Noted:
    """A figure on a day, and what happened then."""

    date: str
    value: float
    what: str


@dataclass(frozen=True, slots=True)
class Record:
    """A figure as history has it. figure: its name in the game."""

    figure: str
    source: str
    points: tuple[Noted, ...]


def records_of(scenario: str) -> Mapping[str, Record]:
    """The records of a scenario by the name of the figure; none where there is no file."""
    path = FOLDER / f"{scenario}.toml"
    if not path.is_file():
        return {}
    found = read_tables(path).get("record", ())
    records = (
        Record(str(r["figure"]), str(r["source"]),
               tuple(Noted(str(p["date"]), float(p["value"]), str(p["what"])) for p in r["points"]))
        for r in found
    )  # fmt: skip
    return {record.figure: record for record in records}
