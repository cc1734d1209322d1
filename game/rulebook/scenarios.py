"""A scenario's own conditions compiled: its step, its outcomes, the ends of the person played, its headlines."""

from __future__ import annotations

from game.content.models import Ending as EndingModel
from game.content.models import Scenario
from game.rulebook.expressions import PERSON, Expressions, Names
from game.rulebook.rules import Ending, ScenarioRule
from game.script.names import NUMBER


def compile_scenario(scenario: Scenario, expressions: Expressions) -> ScenarioRule:
    """A scenario. Outcomes are about the state; the player's ends and headlines may read `me`, the person played."""
    nobody = Names()
    player = nobody.plus("me", expressions.graph.add(("scope", "me", "person"), PERSON), PERSON)
    return ScenarioRule(
        scenario.id,
        step=expressions.condition(scenario.step, nobody.true()),
        outcomes=tuple(_ending(ending, nobody, expressions) for ending in scenario.outcomes),
        player_ends=tuple(_ending(ending, player, expressions) for ending in scenario.player_ends),
        headlines=tuple((h.name, expressions.value(h.value, player.true(), NUMBER)) for h in scenario.headlines),
    )


def _ending(ending: EndingModel, names: Names, expressions: Expressions) -> Ending:
    return Ending(ending.id, ending.name, ending.text, expressions.condition(ending.when, names.true()))
