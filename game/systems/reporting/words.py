"""Words about reports."""

from __future__ import annotations

from game.script.act import Act
from game.script.word import Word, params
from game.world.state import Floats


def inspect(act: Act, organ: Floats) -> None:
    """The reports of an organ are cross-checked: the next ones are near the truth."""
    act.put("organ", "inspected", 1.0, organ)
    act.note("inspected", organ)


INSPECT = Word(
    "inspect", params("organ:organ"), ("organ.inspected",), inspect,
    "Cross-checks what an organ reports: its next reports are near the truth.", "inspect(organ.high_command)",
    "What {organ} reports is cross-checked",
)  # fmt: skip
