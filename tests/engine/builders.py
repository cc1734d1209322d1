"""Worlds of small mods for tests: run for some turns, asked or not, and what their own numbers say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from game.core import calendar
from game.engine import policy, turn
from game.engine.block import Block
from game.engine.choice import UNANSWERED
from game.rulebook.book import Rulebook
from game.rulebook.rules import Line
from game.rulebook.start import Start, begin

ASKED = {"molotov": "ask"}
FIRST_DAY = calendar.to_days("1941-06-22")


def block_of(
    book: Rulebook,
    width: int = 1,
    policy: str = "historical",
    sides: Mapping[str, str] | None = None,
    forced: Mapping[str, str] | None = None,
    **settings: str,
) -> Block:
    """Worlds on the first morning. forced: event -> option. settings: `table__entity__column="value"`."""
    columns = {name.replace("__", "."): value for name, value in settings.items()}
    start = Start(sides=sides or {}, policy=policy, settings=columns)
    options = {book.event(name).order: book.event(name).place(option) for name, option in (forced or {}).items()}
    return Block(book, begin(book, range(5, 5 + width), start), options)


def run(block: Block, turns: int = 1) -> Block:
    """Whole turns; nobody is asked."""
    for _ in range(turns):
        assert turn.advance(block) == "turn"
    return block


def days(block: Block) -> Iterator[tuple[int, list[str]]]:
    """Day after day: how many days have passed, and the events that ask the player this morning.

    What is not answered by the time the next day is asked for is answered with the default.
    """
    for day in range(40):
        assert not len(block.world.pending)
        yield day, asked(block)
        while block.world.date[0] == FIRST_DAY + day:
            for place in open_places(block):
                event = block.book.events[int(block.world.pending.data[1, place])]
                turn.answer(block, place, event.default)
            turn.close_orders(block)
            turn.advance(block)


def asked(block: Block) -> list[str]:
    """Run on to a question; the events that ask. Empty if there is none today."""
    if turn.advance(block) != "question":
        return []
    return [block.book.events[int(block.world.pending.data[1, place])].id for place in open_places(block)]


def open_places(block: Block) -> list[int]:
    """Places of the questions that wait."""
    return np.flatnonzero(block.world.pending.data[4] == UNANSWERED).tolist()


def answer_all(block: Block, option: int) -> None:
    """The same answer to every question."""
    for place in open_places(block):
        turn.answer(block, place, option)


def var(block: Block, name: str) -> list[float]:
    """[W] a number of the mod's own."""
    return [float(x) for x in block.world.numbers[block.book.schema.row("var", name, "value")]]


def cell(block: Block, name: str) -> float:
    """`table.entity.column` in the first world."""
    return float(block.world.numbers[block.book.schema.row(*name.split(".")), 0])


def set_cell(block: Block, name: str, value: float) -> None:
    """Set `table.entity.column` in every world."""
    block.world.numbers[block.book.schema.row(*name.split("."))] = value


def set_tie(block: Block, column: str, seat: str, person: str, value: int) -> None:
    """Set `tie.seat.person.column` in every world."""
    index = block.book.schema.index["person"]
    block.world.tie(column)[index[seat], index[person]] = value


def person(block: Block, name: str) -> int:
    """The reference to a person: his row plus one."""
    return block.book.schema.index["person"][name] + 1


def pull(block: Block, seat: str, lever: str, **arguments: str) -> bool:
    """An order of a seat in every world; whether it was legal in the first."""
    rule = block.book.lever(lever)
    index = block.book.schema.index
    given = tuple((a.name, index[a.type.of][arguments[a.name]] + 1.0) for a in rule.arguments)
    line = Line(0, person(block, seat) - 1, -1, -1, rule.order, given)
    return 0 in policy.give(block, line, np.arange(block.width)).tolist()


def to_orders(block: Block) -> Block:
    """Run on to the player's orders, when hands and authority have come in."""
    assert turn.advance(block) == "orders"
    return block


def end_day(block: Block) -> None:
    """The orders are given: run to the next morning."""
    turn.close_orders(block)
    assert turn.advance(block) == "turn"
