"""Running a world on: to the next thing that the player must see, and no further."""

from __future__ import annotations

from typing import Literal

from game.engine import turn
from game.engine.block import Block
from game.engine.choice import UNANSWERED
from game.play.succession import has_fallen

Halt = Literal["question", "orders", "fallen", "over"]
"""Why a campaign stands still: a question is open, orders may be given, the man has fallen, the chapter is over."""


def run_a_stage(block: Block) -> Halt | Literal["turn"]:
    """Run to the engine's next halt. A fall is seen before anything else is asked; `turn`: a day has passed.

    What comes first where several hold: the chapter's end, a fall, then what the engine waits for.
    """
    why = turn.advance(block)
    if not block.running()[0]:
        return "over"
    if has_fallen(block):
        return "fallen"
    return why


def waits(block: Block) -> bool:
    """Whether a question is open."""
    return len(block.world.pending) > 0 and bool((block.world.pending.data[4] == UNANSWERED).any())


def place_in_turn(block: Block) -> tuple[float, int, int]:
    """(date, stage, round): how far a world has come."""
    return float(block.world.date[0]), block.world.stage, block.world.round
