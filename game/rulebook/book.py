"""The rulebook: content, tables, language and systems made into one frozen thing that the engine runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.content import Content, Draft, Problems, read_draft
from game.content.models import Scenario
from game.core import calendar
from game.language.words import DEFAULT, Words, read_words
from game.rulebook import assembly
from game.rulebook.compile import Rules, compile_rules
from game.rulebook.rules import EventRule, LeverRule, Line, Personas, ScenarioRule
from game.rulebook.tables import reference_tables
from game.rulebook.vocabulary import signals_of
from game.script.graph import Graph
from game.script.names import Vocabulary
from game.script.word import Word
from game.world.declare import Belief, Note, Phase, Signal
from game.world.desk import Reference
from game.world.schema import Schema
from game.world.state import Sizes

ASK, RANDOM, HISTORICAL, FIRST_PERSONA = 1.0, 2.0, 3.0, 10.0
"""Codes of `person.policy`; 0 = nobody decides, personas count from FIRST_PERSONA."""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All that is fixed while worlds run. `digest` names the content it was made of."""

    content: Content
    scenario: Scenario
    schema: Schema
    sizes: Sizes
    vocabulary: Vocabulary
    reference: Reference
    words: Mapping[str, Word]
    signals: tuple[Signal, ...]
    notes: tuple[Note, ...]
    beliefs: tuple[Belief, ...]
    opening: tuple[Phase, ...]
    closing: tuple[Phase, ...]
    events: tuple[EventRule, ...]
    levers: tuple[LeverRule, ...]
    personas: Personas
    lines: tuple[Line, ...]
    rule: ScenarioRule
    texts: tuple[str, ...]
    language: str = DEFAULT
    """In which language a page made from it is written; the digest does not depend on it."""

    @property
    def tongue(self) -> Words:
        """The texts of its language."""
        return read_words(self.language)

    @property
    def graph(self) -> Graph:
        """The shared graph of all expressions."""
        return self.vocabulary.graph

    @property
    def digest(self) -> str:
        """SHA-256 of the content."""
        return self.content.digest

    def event(self, name: str) -> EventRule:
        """An event by id. KeyError if there is none."""
        return self.events[self.vocabulary.events[name]]

    def lever(self, name: str) -> LeverRule:
        """A decision by id. KeyError if there is none."""
        for lever in self.levers:
            if lever.id == name:
                return lever
        raise KeyError(name)


def open_rulebook(mods: Sequence[Path], scenario: str) -> Rulebook:
    """Read mods and compile them for one scenario.

    ContentError holds all problems of form and of meaning; KeyError: there is no such scenario.
    """
    draft = read_draft(mods)
    if scenario not in draft.content.scenarios:
        draft.problems.raise_if_any()
    return _compile(draft, scenario)


def make_rulebook(content: Content, scenario: str) -> Rulebook:
    """Compile sound content for one of its scenarios. ContentError holds all problems of meaning."""
    return _compile(Draft(content, Problems(), frozenset()), scenario)


def _compile(draft: Draft, scenario: str) -> Rulebook:
    """A rulebook of a draft, or what is wrong with the draft and what turns out to be."""
    rules = compile_rules(draft, draft.content.scenarios[scenario])
    draft.problems.raise_if_any()
    content, schema = draft.content, rules.vocabulary.schema
    sizes = Sizes(schema.rows, schema.tie_rows, len(rules.events), len(rules.levers) * schema.seats)
    return Rulebook(
        content, content.scenarios[scenario], schema, sizes, rules.vocabulary,
        _reference(content, content.scenarios[scenario], rules), rules.words, signals_of(content),
        tuple(assembly.notes().values()), assembly.beliefs(), assembly.phases(assembly.OPENING),
        assembly.phases(assembly.CLOSING), rules.events, rules.levers, rules.personas, rules.lines, rules.scenario,
        tuple(text.text for text in content.texts.values()),
    )  # fmt: skip


def _reference(content: Content, scenario: Scenario, rules: Rules) -> Reference:
    """What systems look up, and what the engine works out once for all blocks."""
    vocabulary, events = rules.vocabulary, rules.events
    notes = {name: code for code, name in enumerate(assembly.notes())}
    tables = reference_tables(content, scenario, vocabulary.schema)
    tables["until"] = calendar.to_days(scenario.until)
    reference = Reference(vocabulary.schema, dict(vocabulary.constants), dict(vocabulary.signals), notes, tables)
    listeners: dict[int, list[EventRule]] = {}
    for event in events:
        if event.signal >= 0:
            listeners.setdefault(event.signal, []).append(event)
    reference.cache["listeners"] = listeners
    reference.cache["spent_by_a_miss"] = np.array([e.polled and e.source.once and e.chance >= 0 for e in events], bool)
    reference.cache["once"] = np.array([event.source.once for event in events], bool)
    return reference
