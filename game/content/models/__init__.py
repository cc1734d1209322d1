"""What authors write, one model a kind."""

from game.content.models.common import Model
from game.content.models.constant import Constant, Flag, Var
from game.content.models.decision import Argument, Decision
from game.content.models.event import Event, Option
from game.content.models.happening import Outcome
from game.content.models.language import FormulaArgument, NamedFormula, Signal
from game.content.models.manifest import Manifest
from game.content.models.patch import Patch
from game.content.models.person import Person
from game.content.models.policy import Policy, PolicyLine
from game.content.models.politics import Faction, Formation, Organ, Post, Power
from game.content.models.premise import Premise
from game.content.models.province import Province
from game.content.models.scenario import (
    Absence,
    Ending,
    FormationStart,
    Headline,
    OrganStart,
    Scenario,
    Setting,
    Tie,
)
from game.content.models.text import Text
from game.content.models.thesis import Thesis

KINDS: dict[str, type[Model]] = {
    "power": Power,
    "faction": Faction,
    "person": Person,
    "organ": Organ,
    "post": Post,
    "formation": Formation,
    "province": Province,
    "premise": Premise,
    "constant": Constant,
    "flag": Flag,
    "var": Var,
    "signal": Signal,
    "formula": NamedFormula,
    "text": Text,
    "policy": Policy,
    "scenario": Scenario,
    "event": Event,
    "decision": Decision,
    "thesis": Thesis,
}
"""The kinds of content by the name of their TOML tables."""

__all__ = [
    "KINDS",
    "Absence",
    "Argument",
    "Constant",
    "Decision",
    "Ending",
    "Event",
    "Faction",
    "Flag",
    "Formation",
    "FormationStart",
    "FormulaArgument",
    "Headline",
    "Manifest",
    "Model",
    "NamedFormula",
    "Option",
    "Organ",
    "OrganStart",
    "Outcome",
    "Patch",
    "Person",
    "Policy",
    "PolicyLine",
    "Post",
    "Power",
    "Premise",
    "Province",
    "Scenario",
    "Setting",
    "Signal",
    "Text",
    "Thesis",
    "Tie",
    "Var",
]
