"""An event that asks a seat: its card, with what each option costs and does, and why one is closed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.block import Block
from game.engine.choice import legality
from game.knowledge.known import known, questions_of
from game.language.words import Words
from game.rulebook.rules import EventRule, OptionRule
from game.script.evaluate import Evaluator
from game.views import names
from game.views.conditions import unmet
from game.views.effects import Stated, state
from game.views.occasion import Occasion, occasion_of, value_of


@dataclass(frozen=True, slots=True)
class OptionCard:
    """An option. place: its place among the options, for the answer. price: authority. why_not: empty where open."""

    place: int
    id: str
    text: str
    price: float
    open: bool
    why_not: str
    states: Stated
    dead: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """An open question. place: its row in `world.pending`. about: whom it concerns, empty for nobody in particular.

    deadline: last day on which it can be answered, if it can be put off; else empty.
    """

    place: int
    event: str
    title: str
    text: str
    date: str
    about: str
    deadline: str
    can_wait: bool
    options: tuple[OptionCard, ...]
    history: str
    source: str


def questions(block: Block, seat: int) -> tuple[Question, ...]:
    """The open questions of a seat (row plus one) in a block of one world, in order."""
    mine = np.flatnonzero(questions_of(block, seat)).tolist()
    if not mine:
        return ()
    knows = known(block, seat)
    return tuple(_card(block, knows, seat, place) for place in mine)


def _card(block: Block, knows: Block, seat: int, place: int) -> Question:
    _, order, entity, nth, _ = block.world.pending.data[:, place].tolist()
    rule, date = block.book.events[order], float(block.world.date[0])
    scope = {"this": np.array([float(entity)]), "me": np.array([float(seat)])}
    occasion = occasion_of(knows, seat, scope, rule.decides)
    evaluate = Evaluator(block.book.graph, knows.world, np.zeros(1, np.int64), scope)
    legal = legality(block.book, rule, evaluate, np.array([seat]))
    timeout = rule.source.timeout or 0
    deadline = -nth if nth < 0 else (date + timeout if timeout else 0)
    cards = tuple(_option(occasion, option, k, bool(legal[k, 0])) for k, option in enumerate(rule.options))
    return Question(
        place, rule.id, rule.source.title, rule.source.text, names.day(date), _about(block, rule, entity, seat),
        names.day(deadline), deadline > date, cards, rule.source.history, rule.source.source,
    )  # fmt: skip


def _about(block: Block, rule: EventRule, entity: int, seat: int) -> str:
    if not entity or not rule.table or (rule.table == "person" and entity == seat):
        return ""
    return names.entity_name(block.book, rule.table, entity)


def _option(occasion: Occasion, option: OptionRule, place: int, legal: bool) -> OptionCard:
    does = option.does
    price = value_of(occasion, does.price) or 0.0
    why = "" if legal else closed(occasion, does.when, price, option.source.needs)
    return OptionCard(
        place, option.id, option.source.text, price, legal, why, state(occasion, does),
        dead_said(occasion.words, option.source.dead), does.tags,
    )  # fmt: skip


def dead_said(words: Words, dead: str) -> str:
    """Who dies by a choice, with its label; empty where nothing is written."""
    if not dead:
        return ""
    small = dead.startswith(tuple(words("offers.small_dead").split("|")))
    return words("offers.deaths", who=f"{dead[0].lower() if small else dead[0]}{dead[1:]}")


def closed(occasion: Occasion, when: int, price: float, needs: str = "") -> str:
    """Why an option may not be taken: its condition, or its price."""
    reason = unmet(occasion, when, needs) if when >= 0 else ""
    if reason:
        return reason
    purse = occasion.knows.world.column("person", "authority")[occasion.seat - 1, 0]
    if price > purse:
        return occasion.words("offers.price", price=names.figure(price), purse=names.figure(purse))
    return occasion.words("offers.closed")
