"""A world as one seat knows it: what it cannot see is blank, what is reported stands as it was told.

Views and beliefs start here, so that nothing hidden can reach them by any road: it is no longer there.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.block import Block
from game.engine.choice import UNANSWERED, deciders
from game.knowledge.news import PUBLIC_SIGNALS, event_is_open, lever_is_open
from game.knowledge.visibility import mask, tie_mask
from game.rulebook.book import Rulebook
from game.script.evaluate import Evaluator
from game.world.state import World


def known(block: Block, seat: int) -> Block:
    """A copy of a block of one world as a seat (row plus one) knows it. ValueError: more worlds, or no such seat."""
    if block.width != 1:
        raise ValueError(f"a seat knows one world, not {block.width}: take one first")
    mine = questions_of(block, seat)
    world = block.world.take(np.zeros(1, np.int64))
    world.chronicle, world.ledger = None, None
    seen = mask(block.book, block.world, seat)
    _blank(block, world, seen, seat)
    as_told(block, world)
    copy = Block(block.book, world, block.forced, block.lines)
    _forget_rows(copy, seen, seat, mine)
    return copy


def _blank(block: Block, world: World, seen: NDArray[np.bool_], seat: int) -> None:
    """Set to 0 what is hidden: numbers, ties, and which events and levers of others came before."""
    book = block.book
    world.numbers[~seen] = 0.0
    world.ties[~tie_mask(book, seat)] = 0
    world.fired[~open_events(book)] = 0
    secret = np.repeat(~_open_levers(book), book.schema.seats)
    secret[seat - 1 :: book.schema.seats] = False
    world.pulled[secret] = 0


def open_events(book: Rulebook) -> NDArray[np.bool_]:
    """[events] those of which all hear that they came."""
    found: NDArray[np.bool_] | None = book.reference.cache.get("open_events")
    if found is None:
        found = np.array([event_is_open(book, rule) for rule in book.events], bool)
        book.reference.cache["open_events"] = found
    return found


def _open_levers(book: Rulebook) -> NDArray[np.bool_]:
    """[levers] those of which all notice that they were pulled."""
    found: NDArray[np.bool_] | None = book.reference.cache.get("open_levers")
    if found is None:
        found = np.array([lever_is_open(lever) for lever in book.levers], bool)
        book.reference.cache["open_levers"] = found
    return found


def as_told(block: Block, world: World) -> None:
    """Every reported column stands as it was last told."""
    for (table, name), place in block.book.schema.places.items():
        if place.column.report and "." not in name:
            told = block.book.schema.places[table, f"{name}.reported"]
            world.numbers[place.row : place.row + place.count] = world.numbers[told.row : told.row + told.count]


def questions_of(block: Block, seat: int) -> NDArray[np.bool_]:
    """[pending rows] questions of the waiting round that this seat has to answer."""
    pending = block.world.pending
    out = np.zeros(len(pending), bool)
    for i in range(len(pending)):
        world, event, entity, _, choice = (int(row[i]) for row in pending.data)
        rule = block.book.events[event]
        if choice == UNANSWERED and rule.decides >= 0:
            scope = {"this": np.array([float(entity)])}
            evaluate = Evaluator(block.book.graph, block.world, np.array([world]), scope)
            out[i] = deciders(block.book, rule, evaluate)[0] == seat
    return out


def _forget_rows(copy: Block, seen: NDArray[np.bool_], seat: int, mine: NDArray[np.bool_]) -> None:
    """Drop what is scheduled, pending, sent or laid over that the seat cannot know.

    What others chose in the waiting round is not known yet: only the seat's own questions are UNANSWERED.
    """
    book, world = copy.book, copy.world
    open_ = open_events(book)
    put_off = _put_off(copy, seat)
    world.scheduled.pop(~(open_[world.scheduled.data[2]] | put_off))
    kept = mine | open_[world.pending.data[1]]
    world.pending.pop(~kept)
    world.pending.data[4, ~mine[kept]] = 0
    public = np.array([s.name in PUBLIC_SIGNALS for s in book.signals], bool)
    world.signals.pop(~public[world.signals.data[1]])
    world.modifiers.pop(~seen[world.modifiers.data[1]])


def _put_off(copy: Block, seat: int) -> NDArray[np.bool_]:
    """[scheduled rows] questions that this seat has put off itself."""
    table, book = copy.world.scheduled, copy.book
    out = np.zeros(len(table), bool)
    for i in np.flatnonzero(table.data[5] > 0).tolist():
        rule = book.events[int(table.data[2, i])]
        scope = {"this": np.array([float(table.data[3, i])])}
        evaluate = Evaluator(book.graph, copy.world, np.zeros(1, np.int64), scope)
        out[i] = rule.decides >= 0 and deciders(book, rule, evaluate)[0] == seat
    return out
