"""Worlds and saves for tests, of the base game."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from game.engine.block import Block
from game.engine.choice import UNANSWERED
from game.engine.turn import advance, answer, close_orders
from game.rulebook.book import Rulebook, open_rulebook
from game.rulebook.start import Start, begin
from game.store.save import DIGEST, Saved, save_of, to_bytes
from game.world.state import World

BASE = Path(__file__).parents[2] / "mods" / "base"
PLAYED = Start(sides={"molotov": "ask"})


@cache
def book() -> Rulebook:
    """The rulebook of the opening."""
    return open_rulebook([BASE], "dacha-1941")


def world(width: int = 1, seed: int = 5, start: Start = PLAYED) -> World:
    """Worlds on the first morning."""
    return begin(book(), range(seed, seed + width), start)


def saved(of: World | None = None, **more: object) -> Saved:
    """What is saved of a world."""
    return save_of(book(), of if of is not None else world(), PLAYED, "0.1.0", **more)  # type: ignore[arg-type]


def save_bytes(of: World | None = None) -> bytes:
    """The file of a world."""
    return to_bytes(saved(of))


def sealed(data: bytes) -> bytes:
    """A file with a digest that fits what stands before it."""
    return data[:-DIGEST] + hashlib.sha256(data[:-DIGEST]).digest()


def go_on(block: Block) -> str:
    """Answer what is asked with the default, close the orders, and run to the next stop."""
    pending = block.world.pending
    for place in range(len(pending)):
        if pending.data[4, place] == UNANSWERED:
            answer(block, place, book().events[int(pending.data[1, place])].default)
    close_orders(block)
    return advance(block)


def stops(block: Block, turns: int) -> Iterator[str]:
    """Each stop of the next turns."""
    while turns:
        stop = go_on(block)
        turns -= stop == "turn"
        yield stop
