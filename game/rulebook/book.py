"""The rulebook: content, tables, language and systems made into one frozen thing that the engine runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.content import Content, Problems, read_packs
from game.content.models import Policy, Scenario
from game.core import calendar
from game.rulebook import assembly
from game.rulebook.compile import RuleCompiler, factors
from game.rulebook.lines import compile_lines
from game.rulebook.rules import Ending, EventRule, LeverRule, Line, Personas, ScenarioRule
from game.rulebook.tables import entities_of, people_in_play, reference_tables
from game.script.graph import Graph, Type
from game.script.names import NUMBER, Formula, Scope, Vocabulary, entity_type
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
    """Read mods and compile them for one scenario. ContentError holds all problems; KeyError: no such scenario."""
    return make_rulebook(read_packs(mods), scenario)


def make_rulebook(content: Content, scenario_id: str) -> Rulebook:
    """Compile content for one of its scenarios."""
    scenario = content.scenarios[scenario_id]
    problems = Problems()
    seats = len(scenario.room) + len(scenario.foreign)
    schema = Schema(entities_of(content, scenario), seats, people_in_play(scenario))
    vocabulary = _vocabulary(content, schema)
    words = assembly.words()
    compiler = RuleCompiler(vocabulary, words, problems)
    events = tuple(compiler.event(i, e) for i, e in enumerate(content.events.values()))
    levers = tuple(compiler.lever(i, d) for i, d in enumerate(content.decisions.values()))
    personas = _personas(content, scenario, compiler)
    rule = _scenario(compiler, scenario)
    lines = compile_lines(content, schema, vocabulary, events, levers, problems)
    problems.raise_if_any()
    notes = assembly.notes()
    reference = Reference(
        schema, dict(vocabulary.constants), dict(vocabulary.signals), {n: i for i, n in enumerate(notes)},
        reference_tables(content, scenario, schema),
    )  # fmt: skip
    reference.tables["until"] = calendar.to_days(scenario.until)
    listeners: dict[int, list[EventRule]] = {}
    for event in events:
        if event.signal >= 0:
            listeners.setdefault(event.signal, []).append(event)
    reference.cache["listeners"] = listeners
    reference.cache["once"] = np.array([e.source.once for e in events], bool)
    sizes = Sizes(schema.rows, schema.tie_rows, len(events), len(levers) * schema.seats)
    return Rulebook(
        content, scenario, schema, sizes, vocabulary, reference, words, tuple(_signals(content)), tuple(notes.values()),
        assembly.beliefs(), assembly.phases(assembly.OPENING), assembly.phases(assembly.CLOSING), events, levers,
        personas, lines, rule, tuple(t.text for t in content.texts.values()),
    )  # fmt: skip


def _signals(content: Content) -> list[Signal]:
    own = [Signal(s.id, s.table or "", s.meaning) for s in content.signals.values()]
    return [*assembly.signals().values(), *own]


def _vocabulary(content: Content, schema: Schema) -> Vocabulary:
    signals = _signals(content)
    words = Vocabulary(schema, Graph(schema))
    words.enums.update({f"premise.{p.id}": tuple(p.values) for p in content.premises.values() if p.kind == "choice"})
    words.constants = {c.id: c.value for c in content.constants.values()}
    words.formulas = {
        f.id: Formula(f.id, tuple((a.name, f"enum:{a.type}" if a.type in words.enums else a.type) for a in f.arguments), f.text.text) for f in content.formulas.values()
    }
    words.signals = {s.name: i for i, s in enumerate(signals)}
    words.kinds = {
        ("premise", p.id): Type("enum", of=f"premise.{p.id}") for p in content.premises.values() if p.kind == "choice"
    }
    words.signal_tables = {s.name: s.table for s in signals}
    words.event_tables = {
        e.id: words.signal_tables.get(e.on, "") if e.on else "person" if e.scheduled else ""
        for e in content.events.values()
    }
    words.events = {e: i for i, e in enumerate(content.events)}
    words.texts = {t: i for i, t in enumerate(content.texts)}
    return words


def _personas(content: Content, scenario: Scenario, compiler: RuleCompiler) -> Personas:
    scripted: list[Policy] = [p for p in content.policies.values() if p.id != "historical"]
    seats = [*scenario.room, *scenario.foreign]
    mixed = np.array([[p.mixed * p.fits.get(s, 1.0) for s in seats] for p in scripted]).reshape(len(scripted), len(seats))
    return Personas(
        tuple(p.id for p in scripted), factors(compiler.slots, scripted), np.array([p.rest for p in scripted]), mixed
    )


def _scenario(compiler: RuleCompiler, scenario: Scenario) -> ScenarioRule:
    me = compiler.vocabulary.graph.add(("scope", "me", "person"), entity_type("person"))
    person = {"me": (me, entity_type("person"))}
    ends = tuple(Ending(e.id, e.name, e.text, compiler.condition(e.when, Scope())) for e in scenario.outcomes)
    mine = tuple(
        Ending(e.id, e.name, e.text, compiler.condition(e.when, Scope(names=dict(person)))) for e in scenario.player_ends
    )
    heads = tuple((h.name, compiler.value(h.value, Scope(names=dict(person)), NUMBER)) for h in scenario.headlines)
    return ScenarioRule(scenario.id, compiler.condition(scenario.step, Scope()), ends, mine, heads)


def day(text: str) -> int:
    """Days since 1900 of an ISO date."""
    return calendar.to_days(text)
