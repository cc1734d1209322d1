"""Orders: pulling levers. Whose they are, what they cost, why one may not, and carrying them out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.core import chance
from game.engine.block import Block
from game.engine.remit import in_remit, lever_table, person_cell
from game.engine.resolve import consequence
from game.rulebook.rules import ArgumentRule, LeverRule
from game.script.act import Act
from game.script.evaluate import EachEvaluator, Evaluator
from game.world.chronicle import Kind
from game.world.ragged import Ints

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Order:
    """One pull of one lever by one seat (row plus one), with arguments by name (row plus one, or place in an enum)."""

    seat: int
    lever: int
    arguments: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms seats may pull a lever: arrays [n]. remit: his own; leads: he leads and orders past its head.

    price: authority in all. asked: what of it is for asking another man's organ.
    """

    remit: Bools
    leads: Bools
    price: Floats
    asked: Floats


def owner(block: Block, lever: LeverRule, worlds: Ints) -> Floats:
    """[n] whose lever it is (row plus one): the holder of its first post, or its organ's head; 0 = nobody's."""
    numbers, places = block.world.numbers, block.book.schema.places
    if lever.posts:
        return numbers[places["post", "holder"].row + lever.posts[0] - 1, worlds]
    if lever.organ:
        return numbers[places["organ", "head"].row + lever.organ - 1, worlds]
    return np.zeros(len(worlds))


def terms(block: Block, lever: LeverRule, seat: Ints, worlds: Ints, evaluate: Evaluator) -> Terms:
    """What pulling the lever would cost these seats."""
    remit = in_remit(block, np.array([lever.order]), seat, worlds)[0]
    leads = (block.world.column("room", "leader")[worlds] == seat) & bool(lever.organ or lever.posts) & ~remit
    whose = owner(block, lever, worlds).astype(np.int64)
    asked = asking(block, seat, whose, worlds) * (~remit & ~leads)
    return Terms(remit, leads, evaluate.full(lever.does.price).astype(float) + asked, asked)


def asking(block: Block, seat: Ints, whose: Ints, worlds: Ints) -> Floats:
    """[n] what it takes to ask these men (row plus one) for an order of theirs: by where a talk has shown them."""
    schema, ties, constant = block.book.schema, block.world.ties, block.book.reference.constants
    row = (seat - 1) * schema.people + np.maximum(whose, 1) - 1
    told, heard = ties[schema.ties["told"] + row, worlds], ties[schema.ties["heard"] + row, worlds]
    shown = np.where(told > 0, constant["ask.friend"], constant["ask.other"])
    return np.where(heard == 0, constant["ask.unknown"], shown)


def able(block: Block, seat: Ints, worlds: Ints) -> Bools:
    """[n] the person lives, is free and has a seat."""
    cells = (person_cell(block, c, seat, worlds) for c in ("alive", "free"))
    held = person_cell(block, "rank", seat, worlds) > 0
    for cell in cells:
        held &= cell > 0
    return held


@dataclass(frozen=True, slots=True)
class Candidates:
    """Values that an argument may have [values], where each may [values, n], and what it weighs for a policy."""

    values: Floats
    held: Bools
    weight: Floats


def candidates(block: Block, argument: ArgumentRule, seat: Ints, worlds: Ints, given: dict[str, Floats]) -> Candidates:
    """What an argument may be, for each of these seats."""
    me = seat.astype(float)
    outer = Evaluator(block.book.graph, block.world, worlds, {"me": me, "this": me, **given})
    each = EachEvaluator(outer, argument.count, argument.first)
    held = each.narrow(argument.clauses)
    every = np.arange(argument.count) if each.at is None else each.at
    return Candidates(every.astype(np.float64) + argument.first, held, np.maximum(each.full(argument.each_ai), 0.0))


def spend(block: Block, lever: Ints, seat: Ints, worlds: Ints, price: Floats) -> tuple[Ints, Floats]:
    """Take hands and authority of all who pull a lever now [n], each seat of a world once.

    Returns how often each has pulled it today already, and one uniform number for its roll.
    """
    world, book = block.world, block.book
    table, places = lever_table(block), book.schema.places
    rows = lever * book.schema.seats + seat - 1
    today = world.date[worlds].astype(np.int32)
    repeat = (world.pulled[rows, worlds] == today).astype(np.int64)
    world.pulled[rows, worlds] = today
    act = Act(world, book.reference, worlds, block.base[worlds], "orders", {})
    act.spend(places["person", "hands_left"].row + seat - 1, table.hands[lever].astype(np.float64))
    act.spend(places["person", "authority"].row + seat - 1, price)
    keys = book.schema.nil_keys["person"][seat]
    return repeat, chance.draw(block.base[worlds], table.rolls[lever], keys, repeat.astype(np.uint64))


@dataclass(frozen=True, slots=True)
class Pull:
    """A lever and those who pull it [n], each world once. leads: who orders past its head, which costs initiative."""

    lever: LeverRule
    seat: Ints
    worlds: Ints
    given: dict[str, Floats]
    repeat: Ints
    luck: Floats
    leads: Bools | None = None


def carry_out(block: Block, pull: Pull) -> None:
    """Effects, roll and chronicle of a lever whose price is paid."""
    lever, me = pull.lever, pull.seat.astype(float)
    scope = {"me": me, "this": me, **pull.given}
    act = Act(block.world, block.book.reference, pull.worlds, block.base[pull.worlds], lever.id, scope, pull.repeat)
    if pull.leads is not None and lever.organ:
        past = -block.book.reference.constants["authority.past_head_initiative"]
        act.add("organ", "initiative", past, lever.organ, pull.leads)
    about = pull.given[lever.arguments[0].name].astype(np.int64) if lever.arguments else np.zeros(act.n, np.int64)
    luck = pull.luck if lever.does.roll >= 0 else None
    consequence(block, act, lever.does, luck, (Kind.DECISION, lever.order, 0), about)


def able_to_answer(block: Block, person: Ints, worlds: Ints) -> Bools:
    """[n] a man can be asked: he lives, is free, and can be reached."""
    held = person_cell(block, "alive", person, worlds) > 0
    return held & (person_cell(block, "free", person, worlds) > 0)
