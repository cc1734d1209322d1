"""Levers as a seat is offered them: whose they are, what they cost, whether it may pull them today and why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.core import calendar
from game.engine import orders
from game.engine.block import Block
from game.knowledge.known import known
from game.knowledge.news import abroad
from game.rulebook.rules import ArgumentRule, LeverRule
from game.script.evaluate import Evaluator
from game.views import names
from game.views.conditions import unmet
from game.views.effects import Stated, state
from game.views.occasion import Occasion, occasion_of
from game.views.question import dead_said
from game.world.state import Floats

ONE = np.zeros(1, np.int64)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that an argument may have. value: row plus one, or place in an enum: what an order takes."""

    id: str
    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Offer:
    """A lever. whose: yours, or his whom you ask or pass; price: authority in all, of it `asked` for asking.

    arguments: names in order; candidates: of the first argument (of the next ones `choices` tells).
    why_not: one sentence, empty where it may be pulled.
    """

    lever: str
    title: str
    text: str
    organ: str
    whose: str
    yours: bool
    hands: int
    price: float
    asked: float
    open: bool
    why_not: str
    arguments: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    states: Stated
    dead: str
    tags: tuple[str, ...]
    history: str
    source: str


def offers(block: Block, seat: int) -> tuple[Offer, ...]:
    """All levers of today's window that a seat (row plus one) of a block of one world could ever pull."""
    knows = known(block, seat)
    date = block.world.date[0]
    foreign = abroad(block, seat)
    levers = [v for v in block.book.levers if v.low <= date <= v.high and bool(v.power) == foreign]
    return tuple(_offer(knows, lever, seat) for lever in levers)


def choices(block: Block, seat: int, lever: str, given: Mapping[str, float]) -> tuple[Candidate, ...]:
    """What the next argument of a lever may be, after those that are given in order. KeyError: no such lever."""
    rule = block.book.lever(lever)
    if len(given) >= len(rule.arguments):
        return ()
    return _candidates(known(block, seat), rule, seat, given)


def preview(block: Block, seat: int, lever: str, given: Mapping[str, float]) -> Stated:
    """What a lever does with the arguments that are chosen so far, in words. KeyError: no such lever."""
    me = np.array([float(seat)])
    scope: dict[str, Floats] = {"me": me, "this": me, **{name: np.array([value]) for name, value in given.items()}}
    return state(occasion_of(known(block, seat), seat, scope), block.book.lever(lever).does)


def _offer(knows: Block, lever: LeverRule, seat: int) -> Offer:
    me = np.array([float(seat)])
    evaluate = Evaluator(knows.book.graph, knows.world, ONE, {"me": me, "this": me})
    terms = orders.terms(knows, lever, np.array([seat]), ONE, evaluate)
    whose = int(orders.owner(knows, lever, ONE)[0])
    remit, leads, price = bool(terms.remit[0]), bool(terms.leads[0]), float(terms.price[0])
    occasion = occasion_of(knows, seat, {"me": me, "this": me})
    found = _candidates(knows, lever, seat, {})
    why = _why_not(occasion, lever, whose, remit or leads, price, found)
    source = lever.source
    return Offer(
        lever.id, source.title, source.text, names.entity_name(knows.book, "organ", lever.organ) if lever.organ else "",
        "yours" if remit else names.entity_name(knows.book, "person", whose), remit, source.hands, price,
        float(terms.asked[0]), not why, why, tuple(a.name for a in lever.arguments), found, state(occasion, lever.does),
        dead_said(occasion.words, source.dead), lever.does.tags, source.history, source.source,
    )  # fmt: skip


def _candidates(knows: Block, lever: LeverRule, seat: int, given: Mapping[str, float]) -> tuple[Candidate, ...]:
    if not lever.arguments:
        return ()
    argument = lever.arguments[len(given)]
    scope: dict[str, Floats] = {name: np.array([value]) for name, value in given.items()}
    may = orders.candidates(knows, argument, np.array([seat]), ONE, scope)
    return tuple(_candidate(knows, argument, value) for value in may.values[may.held[:, 0]].tolist())


def _candidate(knows: Block, argument: ArgumentRule, value: float) -> Candidate:
    kind = argument.type
    if kind.kind == "enum":
        ids = knows.book.vocabulary.enums[kind.of]
        return Candidate(ids[int(value)], names.enum_name(knows.book, kind.of, value), value)
    return Candidate(names.entity_id(knows.book, kind.of, value), names.entity_name(knows.book, kind.of, value), value)


def _why_not(
    occasion: Occasion, lever: LeverRule, whose: int, own: bool, price: float, found: tuple[Candidate, ...]
) -> str:
    """The first reason why the lever may not be pulled today, as a sentence; empty where it may."""
    return (
        _seat_cannot(occasion)
        or _not_today(occasion, lever)
        or (unmet(occasion, lever.does.when, lever.source.needs) if lever.does.when >= 0 else "")
        or _nobody_to_ask(occasion, whose, own)
        or _cannot_pay(occasion, lever, price)
        or (occasion.words("offers.nothing_to_do_it_to") if lever.arguments and not found else "")
    )


def _mine(occasion: Occasion, column: str) -> float:
    return float(occasion.knows.world.column("person", column)[occasion.seat - 1, 0])


def _seat_cannot(occasion: Occasion) -> str:
    if not _mine(occasion, "alive"):
        return occasion.words("offers.dead")
    if not _mine(occasion, "free"):
        return occasion.words("offers.arrested")
    if not _mine(occasion, "rank"):
        return occasion.words("offers.no_seat")
    return "" if occasion.knows.running()[0] else occasion.words("offers.over")


def _not_today(occasion: Occasion, lever: LeverRule) -> str:
    knows, source = occasion.knows, lever.source
    seats = knows.book.schema.seats
    pulled = knows.world.pulled[lever.order * seats : (lever.order + 1) * seats, 0]
    if source.once and pulled.any():
        return occasion.words("offers.once")
    last = int(pulled[occasion.seat - 1])
    if source.cooldown and last and knows.world.date[0] - last < source.cooldown:
        again = calendar.to_iso(last + source.cooldown)
        return occasion.words("offers.again", last=calendar.to_iso(last), again=again)
    return ""


def _nobody_to_ask(occasion: Occasion, whose: int, own: bool) -> str:
    if own:
        return ""
    if not whose:
        return occasion.words("offers.nobody_holds")
    asked = np.array([whose])
    if orders.able_to_answer(occasion.knows, asked, ONE)[0]:
        return ""
    return occasion.words("offers.out_of_reach", who=names.entity_name(occasion.knows.book, "person", whose))


def _cannot_pay(occasion: Occasion, lever: LeverRule, price: float) -> str:
    hands, purse = _mine(occasion, "hands_left"), _mine(occasion, "authority")
    if hands < lever.source.hands:
        left = names.figure(hands)
        return occasion.words("offers.hands", hands=lever.source.hands, left=left)
    if price <= purse:
        return ""
    return occasion.words("offers.price", price=names.figure(price), purse=names.figure(purse))
