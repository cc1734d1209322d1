"""Rebuilding a world from what it follows from: its opening and its journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.core import calendar
from game.engine import turn
from game.engine.block import Block
from game.engine.turn import MORNING, ORDERS
from game.play import console, order
from game.play.errors import OrderError, PlayError
from game.play.opening import Opening, begin_block
from game.play.running import Halt, place_in_turn, run_a_stage, waits
from game.play.succession import go_on_as
from game.rulebook.book import Rulebook
from game.store.journal import Entry

GO_ON = "campaign.go_on"
"""The decision by which a player whose man has fallen sits down in another seat."""

BEYOND = 4000
"""Halts of the engine after which a replay is given up."""


def replay(
    book: Rulebook, opening: Opening, journal: Sequence[Entry], target: tuple[float, int, int] | None = None,
    until: float | None = None, each_day: Callable[[Block], None] | None = None,
) -> Block:  # fmt: skip
    """The world that a journal leads to, from the first morning on.

    target: (date, stage, round) at which to stand still once the journal is spent; without it the world runs on to a
    question that the journal does not answer, or to the chapter's end. until: stop on this date. each_day: called with
    the world after every day.
    Raises PlayError where an entry does not fit the world: what was asked, and what the entry says.
    """
    block = begin_block(book, opening)
    spent = 0
    for _ in range(BEYOND):
        halt = run_a_stage(block)
        if each_day is not None and block.world.stage == MORNING:
            each_day(block)
        spent += _apply(block, halt, journal[spent:])
        if until is not None and block.world.date[0] >= until:
            return block
        if spent == len(journal) and (waits(block) or place_in_turn(block) == target):
            return block
        if waits(block):
            raise PlayError(f"choice {spent + 1} of the journal does not answer what is asked on {_today(block)}")
        if halt == "over" or (halt == "fallen" and spent == len(journal) and target is None):
            break
        turn.close_orders(block)
    if spent < len(journal) and until is None:
        raise PlayError(f"choice {spent + 1} of the journal comes after the end of the world ({_today(block)})")
    return block


def _today(block: Block) -> str:
    return calendar.to_iso(float(block.world.date[0]))


def _apply(block: Block, halt: Halt | str, journal: Sequence[Entry]) -> int:
    """Carry out the entries that belong to this halt; how many they are."""
    today, spent = _today(block), 0
    for entry in journal:
        if entry.date != today or not _applied(block, halt, entry):
            break
        spent += 1
        if entry.decision == GO_ON:
            halt = "orders" if block.world.stage == ORDERS else "turn"
    return spent


def _applied(block: Block, halt: Halt | str, entry: Entry) -> bool:
    """Whether the entry belongs here; it is carried out then."""
    try:
        if entry.decision == console.CONSOLE:
            return console.belongs_here(block, entry) and _ran(block, entry)
        if entry.decision == GO_ON:
            return halt == "fallen" and _went_on(block, entry)
        if entry.decision is not None:
            return halt == "orders" and _ordered(block, entry)
        return _answered(block, entry)
    except OrderError as error:
        raise PlayError(f"the journal of {entry.date} does not fit the world: {error}") from None


def _went_on(block: Block, entry: Entry) -> bool:
    go_on_as(block, str(entry.arguments["person"]), float(entry.arguments["authority"]))
    return True


def _ran(block: Block, entry: Entry) -> bool:
    console.run(block, entry.seat, str(entry.arguments["effect"]))
    return True


def _ordered(block: Block, entry: Entry) -> bool:
    given = {name: str(value) for name, value in entry.arguments.items()}
    order.give(block, order.line_of(block, entry.seat, entry.date, str(entry.decision), given))
    return True


def _answered(block: Block, entry: Entry) -> bool:
    questions = order.open_questions(block)
    if not questions or questions[0][1].id != entry.event:
        return False
    order.answer(block, questions[0][0], str(entry.option))
    return True
