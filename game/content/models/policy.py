"""A policy: how a seat chooses when no human does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import Field

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
    rule,
)


class PolicyLine(Model):
    """A dated choice of a seat: an option of an event, or a decision with its arguments."""

    date: Day
    seat: Id
    event: DottedId | None = None
    option: Id | None = None
    decision: DottedId | None = None
    arguments: Mapping[Id, str | Number | bool] = Field(default_factory=dict)

    @rule("event", "option", "decision", "arguments")
    def _is_one_choice(self) -> Iterator[Fault]:
        if (self.event is None) == (self.decision is None):
            hint = "give event and option, or decision and arguments"
            yield Fault("a line names an event or a decision", hint, spoils="event")
        elif (self.event is None) != (self.option is None):
            yield Fault("'event' and 'option' go together", "add the other, or remove it", spoils="event")
        elif self.event is not None and self.arguments:
            yield Fault("an event takes no arguments", "remove them", ("arguments",))


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
