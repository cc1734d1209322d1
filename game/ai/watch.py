"""Worlds played on while somebody watches: he is told after each day how far it has come, and may give it up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.engine.block import Block
from game.engine.turn import advance

Watch = Callable[[float], bool]
"""Told after each day what share is done (0-1); False cancels."""


class StudyCancelledError(Exception):
    """The one who watched gave it up."""


def mornings(block: Block, last: float, watch: Watch | None = None) -> Iterator[Block]:
    """The block at each next turn start, until no world of it is behind `last` (day number) and running.

    StudyCancelledError: whoever watched gave it up.
    """
    first = float(block.world.date.min())
    while block.running().any() and block.world.date.min() <= last:
        advance(block)
        yield block
        done = (float(block.world.date.min()) - first) / max(last + 1.0 - first, 1.0)
        if watch and not watch(min(1.0, done)):
            raise StudyCancelledError
