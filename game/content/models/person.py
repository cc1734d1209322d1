"""A person of the record."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, model_validator

from game.content.models.common import Day, Fault, Id, Line, Model, Name, Percent

Skill: TypeAlias = Annotated[int, Field(ge=1, le=10)]
Fate: TypeAlias = Literal[
    "natural", "executed", "suicide", "killed_in_action", "killed_in_custody", "assassinated", "accident"
]


class Person(Model):
    """Dates, faction, skills (1 to 10, 5 is ordinary) and traits (0 to 100); a trait left out is None."""

    id: Id
    name: Name
    born: Day
    died: Day | None = None
    fate: Fate | None = None
    faction: Id | None = None
    politics: Skill
    war: Skill
    industry: Skill
    science: Skill
    ambition: Percent | None = None
    loyalty: Percent | None = None
    fear: Percent | None = None
    health: Percent | None = None
    influence: Percent | None = None
    patron: Id | None = None
    power: Id = "ussr"
    role: Line = ""
    source: Line

    @model_validator(mode="after")
    def _is_coherent(self) -> Person:
        if self.died is not None and self.died <= self.born:
            raise Fault("the person dies before being born", "check both dates", ("died",))
        if self.faction is None and self.power == "ussr":
            raise Fault("the key 'faction' is missing", "only persons of another power have none")
        if self.patron == self.id:
            raise Fault("nobody is his own patron", "remove the key", ("patron",))
        return self
