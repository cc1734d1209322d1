"""A premise: how the world works, where the thread disagrees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from game.content.models.common import Factor, Fault, Id, Line, Many, Model, Name, Number, Rows, all_different, rule
from game.content.problem import did_you_mean, one_of


class Premise(Model):
    """Either a choice among `values` (drawn by `shares`) or a number between `low` and `high`."""

    id: Id
    name: Name
    question: Line
    kind: Literal["choice", "number"]
    values: Annotated[Many[Id], AfterValidator(all_different)] = ()
    shares: Many[Factor] = ()
    low: Number | None = None
    high: Number | None = None
    default: str | Number
    claims: Mapping[str, Line] = Field(default_factory=dict)
    thread: Rows
    source: Line

    @rule("kind", "values", "shares")
    def _is_a_choice_of_something(self) -> Iterator[Fault]:
        if self.kind != "choice":
            return
        if len(self.values) < 2:
            yield Fault("a choice needs at least two values", 'write values = ["...", "..."]', ("values",))
        if self.shares and len(self.shares) != len(self.values):
            message = f"{len(self.shares)} shares for {len(self.values)} values"
            yield Fault(message, "give one share for each value", ("shares",))
        if self.shares and not sum(self.shares) > 0:
            yield Fault("all shares are zero", "give one value a share above 0", ("shares",))

    @rule("kind", "values", "default")
    def _chooses_one_of_its_values(self) -> Iterator[Fault]:
        if self.kind == "choice" and self.default not in self.values:
            hint = did_you_mean(str(self.default), self.values, one_of(self.values))
            yield Fault(f"the default '{str(self.default)[:40]}' is not one of the values", hint, ("default",))

    @rule("kind", "values", "shares", "low", "high")
    def _is_a_choice_or_a_number(self) -> Iterator[Fault]:
        if self.kind == "choice" and (self.low is not None or self.high is not None):
            hint = 'remove them, or write kind = "number"'
            yield Fault("a choice has no 'low' or 'high'", hint, spoils="kind")
        if self.kind == "number" and (self.values or self.shares):
            hint = 'remove them, or write kind = "choice"'
            yield Fault("a number has no 'values' or 'shares'", hint, spoils="kind")

    @rule("kind", "low", "high", "default")
    def _is_a_number_in_its_range(self) -> Iterator[Fault]:
        if self.kind != "number":
            return
        if self.low is None or self.high is None:
            yield Fault("a number needs 'low' and 'high'", "add both", spoils="low")
        elif isinstance(self.default, str):
            yield Fault("the default must be a number", "write it without quotes", ("default",))
        elif not self.low < self.high:
            yield Fault("'low' must be below 'high'", "swap them", ("low",))
        elif not self.low <= self.default <= self.high:
            message = f"the default must lie between {self.low:g} and {self.high:g}"
            yield Fault(message, "change it or the range", ("default",))
