"""Map modes: colour and pattern of every kind of land, by palette token; swapping them is all that a mode is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.ui.kit.palette import Colour, Palette
from game.ui.map.atlas import AXIS, SOVIET

MODES = ("front", "owners", "terrain", "rail")

Blend = tuple[str, str, float]
"""From one token to another, a share of 0 to 1."""

SEA: Blend = ("slate", "slate", 0.0)
SEA_LINE: Blend = ("slate", "fog", 0.16)
PAPER: Blend = ("paper", "paper", 0.0)
ENEMY: Blend = ("fog", "mist", 0.28)
TAKEN: Blend = ("fog", "mist", 0.5)
NEUTRAL: Blend = ("neutral", "paper", 0.55)

OWNERS: Mapping[str, Blend] = {
    "SOV": ("ussr", "paper", 0.36), "GER": ("axis", "fog", 0.3), "FIN": ("axis", "fog", 0.8),
    "ROM": ("axis", "fog", 0.6), "HUN": ("axis", "fog", 0.7), "SVK": ("axis", "fog", 0.55),
    "BUL": ("axis", "fog", 0.65), "CRO": ("axis", "fog", 0.5), "ITA": ("axis", "fog", 0.45),
    "BRI": ("west", "mist", 0.5),
}  # fmt: skip
TERRAIN: Mapping[str, Blend] = {
    "forest": ("cloth", "paper", 0.5), "marsh": ("slate", "mist", 0.6), "steppe": ("amber", "paper", 0.55),
    "mountain": ("mute", "line", 0.6), "urban": ("dark", "line", 0.5), "plains": ("paper", "line", 0.18),
}  # fmt: skip
GRAIN: Mapping[str, float] = {"forest": 0.10, "mountain": 0.16, "urban": 0.26}
"""How dark the dots of a terrain are, 0 to 1; marsh has lines instead."""


@dataclass(frozen=True, slots=True)
class Mode:
    """How a mode draws. pressure: dots that grow towards the line. rails, borders: widths in design units."""

    name: str
    pressure: bool
    rails: float
    borders: float

    def colour(self, palette: Palette, owner: str, terrain: str, taken: bool) -> Colour:
        """The ground of land of an owner of 1941; taken: by the axis since."""
        return palette.mix(*self._blend(owner, terrain, taken))

    def _blend(self, owner: str, terrain: str, taken: bool) -> Blend:
        if self.name == "owners":
            return ("axis", "fog", 0.4) if taken else OWNERS.get(owner, NEUTRAL)
        if self.name == "terrain" and terrain:
            return TERRAIN[terrain]
        if taken:
            return TAKEN
        return PAPER if owner == SOVIET else ENEMY if owner in AXIS else NEUTRAL


def mode(name: str) -> Mode:
    """A mode by name. KeyError: there is none."""
    return {
        "front": Mode("front", True, 1.4, 0.0),
        "owners": Mode("owners", False, 0.0, 1.0),
        "terrain": Mode("terrain", False, 0.0, 0.8),
        "rail": Mode("rail", False, 2.8, 0.6),
    }[name]
