"""Compiled content: events, levers, personas. Frozen; nodes are numbers in the rulebook's graph, -1 = absent."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.content.models import Decision, Event, Option, Outcome
from game.script.effects import Effect
from game.script.graph import Type


@dataclass(frozen=True, slots=True)
class Consequence:
    """What an option or a lever does: always, and by the roll's two ends."""

    source: Outcome
    when: int
    price: int
    ai: int
    roll: int
    effects: tuple[Effect, ...]
    success: tuple[Effect, ...]
    failure: tuple[Effect, ...]
    tags: tuple[str, ...]
    writes: frozenset[str]


@dataclass(frozen=True, slots=True)
class OptionRule:
    """One option of an event. slot: its column in the table of persona factors."""

    id: str
    source: Option
    does: Consequence
    slot: int


@dataclass(frozen=True, slots=True)
class EventRule:
    """A compiled event.

    order: its place among all events (by load order, then by appearance) and its row in `fired`.
    decides: node of the deciding person, -1 = nobody. signal: code or -1. low, high: dates of the window.
    table: what `this` is. chance, mean_days: nodes or -1. default: place of the option taken when nobody decides.
    """

    id: str
    order: int
    source: Event
    decides: int
    signal: int
    table: str
    when: int
    clauses: tuple[int, ...]
    chance: int
    mean_days: int
    low: int
    high: int
    options: tuple[OptionRule, ...]
    default: int
    streams: dict[str, np.uint64] = field(default_factory=dict)
    waits: float | None = None
    """Of a polled event, its mean wait in days where that is a constant."""

    @property
    def polled(self) -> bool:
        """Looked at every turn."""
        return self.signal < 0 and not self.source.scheduled

    @property
    def historical(self) -> int:
        """Place of the option that the record chose, else the default's."""
        return next((i for i, o in enumerate(self.options) if o.source.historical), self.default)

    def place(self, option: str) -> int:
        """Place of an option by its id; -1 if there is none."""
        return next((i for i, o in enumerate(self.options) if o.id == option), -1)


@dataclass(frozen=True, slots=True)
class ArgumentRule:
    """A typed argument of a lever. Values are rows plus one, of an enum places from 0.

    when: condition of one given value. clauses, each_ai: condition, clause by clause with the most telling first, and
    weight of every value at once.
    """

    name: str
    type: Type
    count: int
    when: int
    clauses: tuple[int, ...]
    each_ai: int

    @property
    def first(self) -> float:
        """The first value."""
        return 0.0 if self.type.kind == "enum" else 1.0


@dataclass(frozen=True, slots=True)
class LeverRule:
    """A compiled decision.

    order: its place among all levers. organ, power: row plus one, 0 = none. posts: rows plus one.
    """

    id: str
    order: int
    source: Decision
    organ: int
    posts: tuple[int, ...]
    power: int
    low: int
    high: int
    arguments: tuple[ArgumentRule, ...]
    does: Consequence
    slot: int
    streams: dict[str, np.uint64] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """A dated choice of the historical policy or of a file of choices. arguments by name as written."""

    date: int
    seat: int
    event: int
    option: int
    lever: int
    arguments: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Personas:
    """Scripted policies. factors [personas, slots]: what each multiplies the weight of each option and lever by.

    rest [personas]: weight of doing nothing. mixed [personas, seats]: how often a seat draws it under `mixed`.
    """

    ids: tuple[str, ...]
    factors: NDArray[np.float64]
    rest: NDArray[np.float64]
    mixed: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ending:
    """An outcome of a scenario or an end of its protagonist."""

    id: str
    name: str
    text: str
    when: int


@dataclass(frozen=True, slots=True)
class ScenarioRule:
    """A compiled scenario."""

    id: str
    step: int
    outcomes: tuple[Ending, ...]
    player_ends: tuple[Ending, ...]
    headlines: tuple[tuple[str, int], ...]
