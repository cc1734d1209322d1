"""What has been chosen on the way to another argument, and the campaign that follows from it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from game.play.opening import Opening
from game.ui.app.stage import Stage
from game.ui.command_line import SEEDS
from game.ui.link.argument import Argument


@dataclass(slots=True)
class Chosen:
    """What has been chosen so far. premises: those that differ from the usual; seed: as typed, empty for any."""

    person: str = ""
    premises: dict[str, str] = field(default_factory=dict)
    difficulty: str = "normal"
    historical: bool = False
    ironman: bool = False
    seed: str = ""

    def opening(self, stage: Stage, argument: Argument) -> Opening:
        """The campaign that follows from it."""
        seed = int(self.seed) if self.seed else secrets.randbelow(SEEDS)
        sides = {"all": "historical"} if self.historical else {}
        return Opening(stage.folders.mods, argument.scenario, seed, self.person or argument.protagonist,
                       dict(self.premises), sides, self.difficulty, self.ironman)  # fmt: skip
