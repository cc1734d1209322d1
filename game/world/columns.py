"""What a column of a table is: its kind, unit, range, meaning and who may see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Value = Literal["number", "bool", "date", "entity", "enum"]
Sight = Literal["public", "own", "hidden", "security", "reported"]
"""Who may see the truth of a column.

public: everybody. own: the seat whose row it is (for `tie` the first axis, for `organ` its head).
security: the head of the organ `security` only. reported: nobody; seats read the report that its author filed.
hidden: nobody; a rule that a seat decides by may not read it.
"""


@dataclass(frozen=True, slots=True)
class Report:
    """How a column reaches the room: who files it, how often, and which way fear bends it.

    organ: the organ whose head files it and whose fear bends it.
    bias: -1 when fear makes the figure smaller (losses, grievances), +1 when larger (strength, loyalty).
    every: days between two reports.
    stake: 0-1, how much the author has to lose by the truth (GAME.md, What the player knows).
    """

    organ: str
    bias: int
    every: int = 1
    stake: float = 0.5


@dataclass(frozen=True, slots=True)
class Column:
    """A column: one number for each entity of its table and each world, held as float64.

    of: the table an entity points to, or the enum's name.
    low, high: the range; every write is clamped to it.
    extent: `all` entities of the table, or only those of the `room` (persons who may hold a seat come first).
    by: who writes it: `rules` (effects may too) or `system` (phases and words only).
    timed: timed modifiers may be laid over it (a read gives base plus modifiers, within the range).
    """

    name: str
    value: Value
    meaning: str
    unit: str = ""
    low: float = 0.0
    high: float = 100.0
    of: str = ""
    sight: Sight = "public"
    extent: Literal["all", "room"] = "all"
    by: Literal["rules", "system"] = "rules"
    start: float = 0.0
    timed: bool = False
    report: Report | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A noun.

    single: it has one row, and its columns are written without an entity. bare: without the table too.
    """

    name: str
    columns: tuple[Column, ...]
    meaning: str
    single: bool = False
    bare: bool = False


ENUMS: dict[str, tuple[str, ...]] = {
    "war_outcome": ("undecided", "victory", "defeat", "peace"),
    "coup_result": ("none", "succeeded", "failed", "betrayed", "turned_back"),
    "plot_phase": ("idle", "sounding", "binding", "named", "man", "wires", "obeying", "won", "failed", "broken"),
    "plot_route": ("undecided", "beg", "committee", "portrait", "arrest"),
    "vote_motion": ("no_motion", "committee_of_five", "committee_of_seven", "depose", "restore", "censure"),
    "vote_stage": ("no_vote", "opened", "third", "carried", "lost"),
    "stance": ("stand_fast", "elastic", "attack", "withdraw", "rest"),
    "holder": ("ussr", "axis", "west", "neutral"),
    "aim": ("survive", "serve", "rule", "save_army", "save_state", "reform", "conquer"),
    "fate": ("living", "natural", "executed", "killed", "suicide", "accident"),
}
"""Values of each enum; the index is what the column holds."""


def flag(name: str, meaning: str, **more: Any) -> Column:
    """A yes/no column."""
    return Column(name, "bool", meaning, high=1.0, **more)


def points(name: str, meaning: str, **more: Any) -> Column:
    """A column of 0-100 points."""
    return Column(name, "number", meaning, unit="points", **more)


def number(name: str, unit: str, high: float, meaning: str, low: float = 0.0, **more: Any) -> Column:
    """A column of a unit of its own."""
    return Column(name, "number", meaning, unit=unit, low=low, high=high, **more)


def date(name: str, meaning: str, **more: Any) -> Column:
    """Days since 1 January 1900, 0 = not yet."""
    return Column(name, "date", meaning, unit="date", high=80000.0, **more)


def entity(name: str, table: str, meaning: str, **more: Any) -> Column:
    """A reference to an entity: its row in `table` plus one; 0 = nobody."""
    return Column(name, "entity", meaning, of=table, high=1e6, **more)


def enum(name: str, of: str, meaning: str, **more: Any) -> Column:
    """One value of an enum."""
    return Column(name, "enum", meaning, of=of, high=float(len(ENUMS[of]) - 1), **more)
