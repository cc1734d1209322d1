"""A scenario's own conditions compiled: its step, its outcomes, the ends of the person played, its headlines."""

from __future__ import annotations

from dataclasses import replace

from game.content.models import Ending as EndingModel
from game.content.models import Scenario
from game.rulebook.cellname import cell_named
from game.rulebook.expressions import PERSON, Expressions, Names
from game.rulebook.rules import Ending, ScenarioRule
from game.script.grammar import ReportedError, ScriptError
from game.script.graph import Graph
from game.script.names import NUMBER, Scope


def compile_scenario(scenario: Scenario, expressions: Expressions) -> ScenarioRule:
    """A scenario. Outcomes are about the state; the player's ends and headlines may read `me`, the person played."""
    _check_settings(scenario, expressions)
    nobody = Names()
    player = nobody.plus("me", expressions.graph.add(("scope", "me", "person"), PERSON), PERSON)
    return ScenarioRule(
        scenario.id,
        step=expressions.condition(scenario.step, nobody.true()),
        outcomes=tuple(_ending(ending, nobody, expressions) for ending in scenario.outcomes),
        player_ends=tuple(_ending(ending, player, expressions) for ending in scenario.player_ends),
        headlines=tuple((h.name, expressions.value(h.value, player.true(), NUMBER)) for h in scenario.headlines),
    )


def _check_settings(scenario: Scenario, expressions: Expressions) -> None:
    """Note what is wrong with the columns and values of the first day, in a graph that is thrown away."""
    words = replace(expressions.vocabulary, graph=Graph(expressions.vocabulary.schema))
    trial = Expressions(words, expressions.words, expressions.problems)
    for setting in scenario.sets:
        if setting.unsound:
            continue
        try:
            _, kind = cell_named(setting.column, words)
        except ReportedError:
            continue
        except ScriptError as error:
            expressions.problems.add(setting.place, f"{setting.column}: {error.message}", error.hint)
        else:
            trial.value(setting.value, Scope(), kind)


def _ending(ending: EndingModel, names: Names, expressions: Expressions) -> Ending:
    return Ending(ending.id, ending.name, ending.text, expressions.condition(ending.when, names.true()))
