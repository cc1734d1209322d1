"""The ids that authors give to things, typed by the kind of thing, and how an id is written."""

import re
from typing import Final, NewType

ModId = NewType("ModId", str)
ScenarioId = NewType("ScenarioId", str)
PowerId = NewType("PowerId", str)
FactionId = NewType("FactionId", str)
PersonId = NewType("PersonId", str)
OrganId = NewType("OrganId", str)
PostId = NewType("PostId", str)
FormationId = NewType("FormationId", str)
ProvinceId = NewType("ProvinceId", str)
PremiseId = NewType("PremiseId", str)
ConstantId = NewType("ConstantId", str)
TextId = NewType("TextId", str)
EventId = NewType("EventId", str)
OptionId = NewType("OptionId", str)
DecisionId = NewType("DecisionId", str)
PolicyId = NewType("PolicyId", str)
ThesisId = NewType("ThesisId", str)

ID: Final = r"[a-z][a-z0-9_]*"
"""An id, as `molotov`."""
DOTTED_ID: Final = rf"{ID}(?:\.{ID})*"
"""An id of an event, a decision, a constant or a text, as `dacha.delegation`."""
SCENARIO_ID: Final = r"[a-z][a-z0-9_]*(?:-[a-z0-9_]+)*"
"""An id of a scenario, as `dacha-1941`."""


def is_id(text: str) -> bool:
    """Whether `text` is written as an id."""
    return re.fullmatch(ID, text) is not None


def is_dotted_id(text: str) -> bool:
    """Whether `text` is an id, or ids joined by dots."""
    return re.fullmatch(DOTTED_ID, text) is not None


def is_scenario_id(text: str) -> bool:
    """Whether `text` is an id that may have single dashes inside."""
    return re.fullmatch(SCENARIO_ID, text) is not None
