"""Checked content to compiled rules for one scenario; every fault is noted, and all are noted together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.content import Draft
from game.content.models import Decision, Event, Model, NamedFormula, Scenario
from game.rulebook import assembly
from game.rulebook.events import compile_event
from game.rulebook.expressions import Expressions
from game.rulebook.formulas import check_formulas
from game.rulebook.levers import compile_lever
from game.rulebook.lines import compile_lines
from game.rulebook.needs import check_needs
from game.rulebook.personas import Slots, compile_personas
from game.rulebook.rules import EventRule, LeverRule, Line, Personas, ScenarioRule
from game.rulebook.scenarios import compile_scenario
from game.rulebook.tables import entities_of, people_in_play
from game.rulebook.vocabulary import check_signals, vocabulary_of
from game.script.names import Vocabulary
from game.script.word import Word
from game.world.schema import Schema


@dataclass(frozen=True, slots=True)
class Rules:
    """What the content of a scenario compiles to. Only for use where no problem was noted."""

    vocabulary: Vocabulary
    words: Mapping[str, Word]
    events: tuple[EventRule, ...]
    levers: tuple[LeverRule, ...]
    personas: Personas
    lines: tuple[Line, ...]
    scenario: ScenarioRule


def compile_rules(draft: Draft, scenario: Scenario) -> Rules:
    """Compile what is sound in a draft; what is wrong with its meaning is added to the draft's problems."""
    content, problems = draft.content, draft.problems
    seats = [*scenario.room, *scenario.foreign]
    schema = Schema(entities_of(content, scenario), len(seats), len(people_in_play(scenario)))
    check_needs(draft, scenario, schema)
    check_signals(content, schema, problems)
    vocabulary = vocabulary_of(content, schema, draft.faulty)
    check_formulas({**content.formulas, **_spare_formulas(draft.spare)}, vocabulary, problems)
    expressions, slots = Expressions(vocabulary, assembly.words(), problems), Slots()
    events = tuple(compile_event(i, e, expressions, slots) for i, e in enumerate(content.events.values()))
    levers = tuple(compile_lever(i, d, expressions, slots) for i, d in enumerate(content.decisions.values()))
    _look_through(draft.spare, expressions)
    scripted = [policy for policy in content.policies.values() if policy.id != "historical"]
    return Rules(
        vocabulary,
        expressions.words,
        events,
        levers,
        personas=compile_personas(scripted, seats, slots),
        lines=compile_lines(content, scenario, schema, vocabulary, events, levers, problems),
        scenario=compile_scenario(scenario, expressions),
    )


def _spare_formulas(spare: Mapping[str, Sequence[Model]]) -> dict[str, NamedFormula]:
    """Formulas that no id leads to, under names that nobody can call."""
    found = [formula for formula in spare.get("formula", ()) if isinstance(formula, NamedFormula)]
    return {f"{f.id} {place}": f.model_copy(update={"id": f"{f.id} {place}"}) for place, f in enumerate(found)}


def _look_through(spare: Mapping[str, Sequence[Model]], expressions: Expressions) -> None:
    """Note what is wrong with the meaning of events and decisions that no id leads to."""
    for models in spare.values():
        for model in models:
            if isinstance(model, Event):
                compile_event(-1, model, expressions, Slots())
            elif isinstance(model, Decision):
                compile_lever(-1, model, expressions, Slots())
