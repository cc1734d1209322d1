"""A policy: how a seat chooses when no human does."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field, model_validator

from game.content.models.common import (
    Day,
    DottedId,
    Factor,
    Factors,
    Fault,
    Id,
    Line,
    Many,
    Model,
    Name,
    Number,
)


class PolicyLine(Model):
    """A dated choice of a seat: an option of an event, or a decision with its arguments."""

    date: Day
    seat: Id
    event: DottedId | None = None
    option: Id | None = None
    decision: DottedId | None = None
    arguments: Mapping[Id, str | Number | bool] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _is_one_choice(self) -> PolicyLine:
        if (self.event is None) == (self.decision is None):
            raise Fault("a line names an event or a decision", "give event and option, or decision and arguments")
        if (self.event is None) != (self.option is None):
            raise Fault("'event' and 'option' go together", "add the other, or remove it")
        if self.event is not None and self.arguments:
            raise Fault("an event takes no arguments", "remove them", ("arguments",))
        return self


class Policy(Model):
    """Factors on tags, levers and options (`event.option`), the weight of rest, and dated lines."""

    id: Id
    name: Name
    description: Line
    tags: Factors = Field(default_factory=dict)
    levers: Factors = Field(default_factory=dict)
    events: Factors = Field(default_factory=dict)
    rest: Factor = 1.0
    mixed: Factor = 0.0
    fits: Mapping[Id, Factor] = Field(default_factory=dict)
    lines: Many[PolicyLine] = Field(default=(), alias="line")
