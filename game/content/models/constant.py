"""Numbers that matter, and what a mod remembers: constants, flags, variables."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.models.common import DottedId, Fault, Id, Line, Model, Number, rule


class Constant(Model):
    """A number of the game, read in formulas as `constant.ID` with the id's dots turned to underscores."""

    id: DottedId
    value: Number
    unit: Line
    source: Line
    note: Line = ""


class Flag(Model):
    """A yes or no that events set, read as `flag.ID`; no at the start."""

    id: Id
    meaning: Line


class Var(Model):
    """A number of a mod's own between `low` and `high`, read as `var.ID`."""

    id: Id
    meaning: Line
    low: Number
    high: Number
    start: Number
    unit: Line

    @rule("low", "high", "start")
    def _starts_in_its_range(self) -> Iterator[Fault]:
        if not self.low < self.high:
            yield Fault("'low' must be below 'high'", "swap them", ("low",))
        elif not self.low <= self.start <= self.high:
            message = f"'start' must lie between {self.low:g} and {self.high:g}"
            yield Fault(message, "change it or the range", ("start",))
