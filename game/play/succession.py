"""A fall, and going on as another: one of his circle, else the man who brought him down."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.block import Block
from game.rulebook.book import ASK, HISTORICAL
from game.world.chronicle import Kind, decode

MOST_DEBT = 9


@dataclass(frozen=True, slots=True)
class Heir:
    """Whom the player may go on as. why: `circle` or `brought_down`."""

    person: str
    why: str


def played(block: Block) -> int:
    """Row of the man who is played."""
    return int(block.world.column("clock", "protagonist")[0]) - 1


def has_fallen(block: Block) -> bool:
    """Whether the man who is played is dead or under arrest."""
    return not _able(block, played(block))


def heirs(block: Block) -> tuple[Heir, ...]:
    """Those whom the player may go on as: clients who may hold a seat and can act, else who brought him down."""
    names = block.book.schema.entities["person"]
    me = played(block)
    clients = block.world.tie("client")[me, :, 0]
    circle = [row for row in _room(block) if clients[row] > 0 and row != me and _able(block, row)]
    if circle:
        return tuple(Heir(names[row], "circle") for row in circle)
    victor = _victor(block, me)
    return (Heir(names[victor], "brought_down"),) if victor >= 0 else ()


def go_on_as(block: Block, person: str, authority: float) -> None:
    """Sit the player in another seat. authority: what the fallen man had; a share of it and the debts stay."""
    world, new, old = block.world, block.book.schema.index["person"][person], played(block)
    constant = block.book.reference.constants
    column = world.column
    column("person", "policy")[old], column("person", "policy")[new] = HISTORICAL, ASK
    column("person", "hands")[old], column("person", "hands")[new] = constant["hands.other"], constant["hands.player"]
    mine = column("person", "authority")
    mine[new] = max(float(mine[new, 0]), authority * constant["succession.authority_kept"])
    debt = world.tie("debt")
    debt[new] = (debt[new].astype(int) + debt[old].astype(int)).clip(-MOST_DEBT, MOST_DEBT)
    debt[new, new] = 0
    column("clock", "protagonist")[:] = new + 1


def _room(block: Block) -> range:
    return range(int(str(block.book.reference.tables["room"])))


def _able(block: Block, row: int) -> bool:
    column = block.world.column
    return bool(column("person", "alive")[row, 0] and column("person", "free")[row, 0])


def _victor(block: Block, me: int) -> int:
    """Row of the man who brought him down: who ordered it, else the head of security, else the leader; -1 = none."""
    column, book = block.world.column, block.book
    chosen = [_who_took(block, me), int(column("organ", "head")[book.schema.index["organ"]["security"], 0]) - 1,
              int(column("room", "leader")[0]) - 1]  # fmt: skip
    return next((row for row in chosen if row in _room(block) and row != me and _able(block, row)), -1)


def _who_took(block: Block, me: int) -> int:
    if block.world.chronicle is None:
        return -1
    falls = {block.book.reference.notes[name] for name in ("arrested", "executed")}
    for row in reversed(block.world.chronicle.rows().tolist()):
        kind, order, _, _ = decode(row[0])
        if kind == Kind.NOTE and order in falls and row[3] == me + 1:
            return int(row[4]) - 1
    return -1
