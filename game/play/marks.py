"""Stops that a campaign may come back to."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.block import Block
from game.play.place import Place, Records
from game.world.chronicle import Chronicle
from game.world.ledger import Ledger
from game.world.state import World


@dataclass(frozen=True, slots=True)
class Mark:
    """A stop as it began: the world, where the campaign stood, and how long each record was."""

    world: World
    place: Place
    chronicle: int
    ledger: int
    journal: int
    diary: int


def rows_told(block: Block) -> int:
    """How long the chronicle is."""
    return 0 if block.world.chronicle is None else len(block.world.chronicle)


def mark_of(block: Block, place: Place, records: Records) -> Mark:
    """The present as a mark."""
    ledger = len(block.world.ledger.entries) if block.world.ledger else 0
    return Mark(block.world.copy(), place, rows_told(block), ledger, len(records.journal), len(records.diary))


def restored(block: Block, records: Records, mark: Mark) -> Block:
    """The world of a mark again, its chronicle and ledger cut to what they were; the records are cut too."""
    world, now = mark.world.copy(), block.world
    if now.chronicle is not None:
        world.chronicle = Chronicle(now.chronicle.rows()[: mark.chronicle])
    if now.ledger is not None:
        world.ledger = Ledger(now.ledger.entries[: mark.ledger])
    del records.journal[mark.journal :], records.diary[mark.diary :]
    return Block(block.book, world)
