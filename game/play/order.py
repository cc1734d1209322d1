"""Orders and answers of the man who is played: from ids to the engine, or the sentence why not."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.content.problem import did_you_mean
from game.engine import policy, turn
from game.engine.block import Block
from game.engine.choice import PUT_OFF, UNANSWERED, deciders, legality
from game.play.errors import OrderError
from game.rulebook.book import Rulebook
from game.rulebook.lines import argument_value, resolve
from game.rulebook.rules import EventRule, Line
from game.script.evaluate import Evaluator
from game.store.journal import PUT_OFF as LATER

WORLD = np.zeros(1, np.int64)


def open_questions(block: Block) -> list[tuple[int, EventRule, int]]:
    """Questions that wait for the player, in order: (place in `pending`, event, entity)."""
    pending = block.world.pending
    rows = pending.data.T.tolist()
    return [(i, block.book.events[row[1]], row[2]) for i, row in enumerate(rows) if row[4] == UNANSWERED]


def may_put_off(block: Block, place: int) -> bool:
    """Whether question number `place` may wait until tomorrow."""
    _, event, _, nth, _ = block.world.pending.data[:, place].tolist()
    rule = block.book.events[event]
    return rule.source.timeout is not None and (nth >= 0 or block.world.date[0] < -nth)


def legal_options(block: Block, place: int) -> list[bool]:
    """Which options of question number `place` the player may take."""
    _, event, entity, _, _ = block.world.pending.data[:, place].tolist()
    rule = block.book.events[event]
    evaluate = Evaluator(block.book.graph, block.world, WORLD, {"this": np.array([float(entity)])})
    actor = deciders(block.book, rule, evaluate)
    return [bool(held) for held in legality(block.book, rule, evaluate, actor)[:, 0]]


def answer(block: Block, place: int, option: str) -> None:
    """Answer question number `place`. OrderError: no such option, closed, or it may not wait."""
    rule = block.book.events[int(block.world.pending.data[1, place])]
    if option == LATER and rule.place(LATER) < 0:
        if not may_put_off(block, place):
            raise OrderError(f"{rule.id} cannot be put off: it must be answered today")
        turn.answer(block, place, PUT_OFF)
        return
    at = rule.place(option)
    if at < 0:
        names = [o.id for o in rule.options]
        hint = did_you_mean(option, names, "it has " + ", ".join(names))
        raise OrderError(f"{rule.id} has no option {option} ({hint})")
    if not legal_options(block, place)[at]:
        raise OrderError(f"{rule.id}: {option} is not open to you now")
    turn.answer(block, place, at)


def line_of(block: Block, seat: str, date: str, decision: str, arguments: Mapping[str, str]) -> Line:
    """An order as the engine takes it. OrderError: there is no such decision, argument or value."""
    book = block.book
    entry = {"date": date, "seat": seat, "decision": decision, "arguments": dict(arguments)}
    made = resolve(entry, book.schema, book.vocabulary, book.events, book.levers)
    if isinstance(made, str):
        raise OrderError(made)
    unknown = [name for name in arguments if name not in dict(made.arguments)]
    if unknown:
        raise OrderError(f"{decision} takes no {unknown[0]}")
    return made


def values_of(book: Rulebook, decision: str, given: Mapping[str, str]) -> dict[str, float]:
    """Arguments as the engine takes them, in the order of the decision. OrderError: one is no such thing."""
    values: dict[str, float] = {}
    for argument in book.lever(decision).arguments:
        if argument.name in given:
            kind, text = argument.type, given[argument.name]
            value = argument_value(kind.kind, kind.of, text, book.schema, book.vocabulary)
            if value is None:
                raise OrderError(f"{decision}: {text} is not a {kind.of}")
            values[argument.name] = value
    return values


def give(block: Block, line: Line) -> None:
    """Carry an order out at once. OrderError: it is not legal now."""
    if not len(policy.give(block, line, WORLD)):
        raise OrderError(f"{block.book.levers[line.lever].id} cannot be ordered so today")


__all__ = ["LATER", "answer", "give", "legal_options", "line_of", "may_put_off", "open_questions"]
