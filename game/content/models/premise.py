"""A premise: how the world works, where the thread disagrees."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from game.content.models.common import Factor, Fault, Id, Line, Many, Model, Name, Number, Rows, all_different
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

    @model_validator(mode="after")
    def _is_coherent(self) -> Premise:
        if self.kind == "choice":
            self._check_choice()
        else:
            self._check_number()
        return self

    def _check_choice(self) -> None:
        if len(self.values) < 2:
            raise Fault("a choice needs at least two values", 'write values = ["...", "..."]', ("values",))
        if self.default not in self.values:
            hint = did_you_mean(str(self.default), self.values, one_of(self.values))
            raise Fault(f"the default '{str(self.default)[:40]}' is not one of the values", hint, ("default",))
        if self.shares and len(self.shares) != len(self.values):
            message = f"{len(self.shares)} shares for {len(self.values)} values"
            raise Fault(message, "give one share for each value", ("shares",))
        if self.shares and not sum(self.shares) > 0:
            raise Fault("all shares are zero", "give one value a share above 0", ("shares",))
        if self.low is not None or self.high is not None:
            raise Fault("a choice has no 'low' or 'high'", 'remove them, or write kind = "number"')

    def _check_number(self) -> None:
        if self.values or self.shares:
            raise Fault("a number has no 'values' or 'shares'", 'remove them, or write kind = "choice"')
        if self.low is None or self.high is None:
            raise Fault("a number needs 'low' and 'high'", "add both")
        if isinstance(self.default, str):
            raise Fault("the default must be a number", "write it without quotes", ("default",))
        if not self.low < self.high:
            raise Fault("'low' must be below 'high'", "swap them", ("low",))
        if not self.low <= self.default <= self.high:
            message = f"the default must lie between {self.low:g} and {self.high:g}"
            raise Fault(message, "change it or the range", ("default",))
