"""A person of the record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from game.content.models.common import Day, Fault, Id, Line, Model, Name, Percent, rule

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

    @rule("born", "died")
    def _dies_after_being_born(self) -> Iterator[Fault]:
        if self.died is not None and self.died <= self.born:
            yield Fault("the person dies before being born", "check both dates", ("died",))

    @rule("faction", "power")
    def _has_a_faction(self) -> Iterator[Fault]:
        if self.faction is None and self.power == "ussr":
            yield Fault("the key 'faction' is missing", "only persons of another power have none")

    @rule("patron", "id")
    def _has_another_as_patron(self) -> Iterator[Fault]:
        if self.patron == self.id:
            yield Fault("nobody is his own patron", "remove the key", ("patron",))
