"""A scenario: where the run starts, who is in the room, what ends it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field

from game.content.models.common import (
    Day,
    DottedId,
    Fault,
    Formula,
    Id,
    Ids,
    Line,
    Many,
    Model,
    Name,
    Number,
    Percent,
    ScenarioId,
    check_unique,
    rule,
)
from game.content.problem import did_you_mean, one_of

Count = Annotated[Number, Field(ge=0)]
Bond = Annotated[Number, Field(ge=-100, le=100)]


class OrganStart(Model):
    """An organ on the first day: head and deputies (persons), readiness, obedience and fear (0 to 100)."""

    id: Id
    head: Id | None = None
    deputies: Ids = ()
    readiness: Percent
    obedience: Percent
    fear: Percent


class FormationStart(Model):
    """A formation on the first day: commander, men, tanks, depth (km), pace (km a day)."""

    id: Id
    commander: Id | None = None
    men: Count
    tanks: Count = 0.0
    depth: Number = 0.0
    pace: Number = 0.0


class Absence(Model):
    """A person away from `since` (`from` in the file) to `until` (`to`), both days included."""

    person: Id
    since: Day = Field(alias="from")
    until: Day = Field(alias="to")
    where: Line

    @rule("from", "to")
    def _is_in_order(self) -> Iterator[Fault]:
        if self.since > self.until:
            yield Fault("the absence ends before it begins", "swap its two dates", ("to",))


class Setting(Model):
    """A column's value on the first day."""

    column: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*\z", max_length=120)]
    value: Formula


class Tie(Model):
    """What binds a seat to a person: debt, trust, fear (-100 to 100), whether he is a client."""

    seat: Id
    person: Id
    debt: Bond = 0.0
    trust: Bond = 0.0
    fear: Bond = 0.0
    client: bool = False


class Ending(Model):
    """An ending of the chapter or of the player; the first whose condition holds."""

    id: DottedId
    name: Name
    when: Formula
    text: str


class Headline(Model):
    """A number that every run reports: a column of the table of worlds, and a series. short: its words on a bar."""

    name: DottedId
    value: Formula
    text: Line
    short: Name = ""


class Crosscheck(Model):
    """What shows whoever reads it how some told figures really stand, by headlines; text: what it is called."""

    headlines: Annotated[Many[DottedId], Field(min_length=1)]
    text: Line
    events: Many[DottedId] = ()
    decisions: Many[DottedId] = ()

    @rule("events", "decisions")
    def _comes_by_something(self) -> Iterator[Fault]:
        if not (self.events or self.decisions):
            yield Fault("a cross-check that nothing brings", "name events or decisions")


class Scenario(Model):
    """A chapter from `starts` to `until`, its persons, posts and starting values, and its endings."""

    id: ScenarioId
    name: Name
    text: str
    question: Line
    starts: Day
    until: Day
    step: Formula | None = None
    protagonist: Id
    playable: Ids
    room: Ids
    foreign: Ids = ()
    active: Ids = ()
    posts: Mapping[Id, Id] = Field(default_factory=dict)
    organs: Many[OrganStart] = Field(default=(), alias="organ")
    formations: Many[FormationStart] = Field(default=(), alias="formation")
    absences: Many[Absence] = Field(default=(), alias="absence")
    sets: Many[Setting] = Field(default=(), alias="set")
    ties: Many[Tie] = Field(default=(), alias="tie")
    outcomes: Many[Ending] = Field(alias="outcome")
    player_ends: Many[Ending] = Field(default=(), alias="player_end")
    headlines: Many[Headline] = Field(default=(), alias="headline")
    crosschecks: Many[Crosscheck] = Field(default=(), alias="crosscheck")

    @rule("starts", "until")
    def _is_in_order(self) -> Iterator[Fault]:
        if self.starts >= self.until:
            yield Fault("the scenario ends before it starts", "check both dates", ("until",))

    @rule("protagonist", "playable")
    def _has_a_playable_protagonist(self) -> Iterator[Fault]:
        if self.protagonist not in self.playable:
            message = f"the protagonist '{self.protagonist}' is not playable"
            yield Fault(message, "add him to playable", ("protagonist",))

    @rule("outcome.when")
    def _ends_in_any_case(self) -> Iterator[Fault]:
        if not self.outcomes or self.outcomes[-1].when.text.strip() != "true":
            yield Fault("the last outcome must always hold", 'end the outcomes with one whose when = "true"')

    @rule("organ.id")
    def _has_different_organs(self) -> Iterator[Fault]:
        yield from check_unique(self.organs, "id", "organ", "organ")

    @rule("formation.id")
    def _has_different_formations(self) -> Iterator[Fault]:
        yield from check_unique(self.formations, "id", "formation", "formation")

    @rule("set.column")
    def _sets_different_columns(self) -> Iterator[Fault]:
        yield from check_unique(self.sets, "column", "set", "column")

    @rule("outcome.id")
    def _has_different_outcomes(self) -> Iterator[Fault]:
        yield from check_unique(self.outcomes, "id", "outcome", "outcome")

    @rule("player_end.id")
    def _has_different_ends(self) -> Iterator[Fault]:
        yield from check_unique(self.player_ends, "id", "player_end", "ending")

    @rule("headline.name")
    def _has_different_headlines(self) -> Iterator[Fault]:
        yield from check_unique(self.headlines, "name", "headline", "headline")

    @rule("headline.name", "crosscheck.headlines")
    def _checks_headlines_of_its_own(self) -> Iterator[Fault]:
        known = [headline.name for headline in self.headlines]
        for place, check in enumerate(self.crosschecks):
            for at, name in enumerate(check.headlines):
                if name not in known:
                    where = ("crosscheck", place, "headlines", at)
                    yield Fault(f"there is no headline '{name}'", did_you_mean(name, known, one_of(known)), where)
