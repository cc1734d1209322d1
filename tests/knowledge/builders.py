"""One rulebook of the base game, and worlds of it played for some days."""

from functools import cache
from pathlib import Path

import numpy as np

from game.engine.block import Block
from game.engine.turn import Stop, advance, answer, close_orders
from game.knowledge.known import questions_of
from game.knowledge.news import event_is_open
from game.knowledge.visibility import mask, tie_mask
from game.rulebook.book import Rulebook, open_rulebook
from game.rulebook.start import Start, begin
from game.world.ledger import Ledger

BASE = Path(__file__).parents[2] / "mods" / "base"


@cache
def base_book() -> Rulebook:
    """The opening of the base game."""
    return open_rulebook([BASE], "dacha-1941")


def seat_of(book: Rulebook, person: str) -> int:
    """Row plus one of a person."""
    return book.schema.index["person"][person] + 1


def first_morning(person: str = "molotov", seed: int = 7, **premises: str) -> Block:
    """One world at its first stop, played by that person, with a ledger."""
    book = base_book()
    world = begin(book, [seed], Start(sides={person: "ask"}, protagonist=person, premises=premises))
    world.ledger = Ledger()
    block = Block(book, world)
    play_on(block)
    return block


def play_on(block: Block) -> Stop:
    """On to the next stop that asks something, or the end of the chapter (`turn`)."""
    stop: Stop = "turn"
    while block.running()[0]:
        stop = advance(block)
        if stop != "turn":
            break
    return stop


def answer_first(block: Block, seat: int) -> None:
    """Take the default of each open question, or give no orders."""
    for place in np.flatnonzero(questions_of(block, seat)).tolist():
        rule = block.book.events[int(block.world.pending.data[1, place])]
        answer(block, place, rule.default)
    close_orders(block)


def stops(person: str = "molotov", seed: int = 7, most: int = 12) -> list[Block]:
    """Copies of the world at each of the first stops of a run."""
    block, out = first_morning(person, seed), list[Block]()
    seat = seat_of(block.book, person)
    while block.running()[0] and len(out) < most:
        out.append(copy_of(block))
        answer_first(block, seat)
        play_on(block)
    return out


def copy_of(block: Block) -> Block:
    """A copy that shares the chronicle and the ledger."""
    return block.take(np.zeros(1, np.int64))


def scrambled(block: Block, seat: int, seed: int = 1) -> Block:
    """The world with every cell that the seat cannot see changed at random within its range.

    Also ties, secret events that are scheduled, modifiers of hidden columns, hidden acts of others, choices of the
    others in the waiting round. What decides who is asked in that round stays.
    """
    out, chance = copy_of(block), np.random.default_rng(seed)
    world, book = out.world, out.book
    kept = cells_that_ask(out)
    seen = mask(book, block.world, seat)
    for (_, name), place in book.schema.places.items():
        part = slice(place.row, place.row + place.count)
        rows = place.row + np.flatnonzero(~seen[part] & ~kept[part])
        low, high = (-50.0, 50.0) if name.endswith("laid_over") else (place.column.low, place.column.high)
        new = low + (high - low) * chance.random(len(rows))
        whole = place.column.value in ("enum", "bool", "entity", "date")
        world.numbers[rows, 0] = np.floor(new) if whole else new
    if not asks_by_ties(out):
        hidden = np.flatnonzero(~tie_mask(book, seat))
        world.ties[hidden, 0] = chance.integers(-9, 10, len(hidden))
    secret = [r.order for r in book.events if not event_is_open(book, r)]
    world.fired[secret, 0] = chance.integers(0, 15150, len(secret))
    date = int(world.date[0])
    for event in secret[:5]:
        world.scheduled.append(np.zeros(1, np.int64), date + 1, event, 3, 0, 0)
    world.modifiers.append(np.zeros(1, np.int64), _pace_row(book), 5000, date + 5)
    world.signals.append(np.zeros(1, np.int64), book.reference.signals["plot_opened"], 5)
    chosen = world.pending.data[4] >= 0
    world.pending.data[4, chosen] = 1
    return out


def _pace_row(book: Rulebook) -> int:
    place = book.schema.places["formation", "pace.laid_over"]
    return place.row + book.schema.index["formation"]["western_front"]


def _deciding_nodes(block: Block) -> list[tuple[object, ...]]:
    graph = block.book.graph
    rules = [block.book.events[int(e)] for e in block.world.pending.data[1]]
    roots = [r.decides for r in rules if r.decides >= 0]
    return [graph.nodes[n] for n in graph.reach(roots)]


def cells_that_ask(block: Block) -> np.ndarray:
    """[rows] that say who decides a question of the waiting round."""
    out = np.zeros(block.book.schema.rows, bool)
    for what in _deciding_nodes(block):
        if what[0] == "row":
            out[int(str(what[1]))] = True
    return out


def asks_by_ties(block: Block) -> bool:
    """Whether ties say who decides a question of the waiting round."""
    return any(what[0] == "tie" for what in _deciding_nodes(block))
