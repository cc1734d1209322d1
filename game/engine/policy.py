"""Levers that policies pull: each seat with a hand left weighs what it may do and does one thing, or rests."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.core import chance
from game.engine import few, orders, remit
from game.engine.arguments import choose_arguments
from game.engine.block import Block
from game.engine.wishes import Minds, Wish, weigh
from game.rulebook.book import FIRST_PERSONA, HISTORICAL, RANDOM
from game.rulebook.rules import LeverRule, Line
from game.script.evaluate import Evaluator
from game.world.ragged import Ints

Floats = NDArray[np.float64]
STREAM = {name: chance.key(f"policy/{name}") for name in ("acts", "choice")}


def policy_orders(block: Block) -> None:
    """All seats with a hand left but a person's decide on the same morning; then their orders are carried out."""
    historical_orders(block)
    seat, worlds = _minded(block)
    if not len(seat) or not block.book.levers:
        return
    luck = chance.draw(block.base[worlds], STREAM["choice"], block.book.schema.nil_keys["person"][seat])
    errands = _errands(block, seat, worlds, *_picked(block, seat, worlds, luck))
    for pull in _paid(block, errands):
        orders.carry_out(block, pull)


@dataclass(frozen=True, slots=True)
class Errands:
    """Who pulls which lever today [n], by lever, world and seat, with arguments by name and the price."""

    lever: Ints
    seat: Ints
    worlds: Ints
    price: Floats
    given: dict[str, Floats]


def _errands(block: Block, seat: Ints, worlds: Ints, lever: Ints, price: Floats) -> Errands:
    """Choose the arguments, on the morning that all see; who finds nobody to act upon rests."""
    at = np.flatnonzero(lever >= 0)
    at = at[np.argsort(worlds[at] * (block.book.schema.seats + 1) + seat[at], kind="stable")]
    at = at[np.argsort(lever[at].astype(np.int16), kind="stable")]
    given, found = choose_arguments(block, lever[at], seat[at], worlds[at])
    at = at[found]
    return Errands(lever[at], seat[at], worlds[at], price[at], {name: value[found] for name, value in given.items()})


def _paid(block: Block, of: Errands) -> list[orders.Pull]:
    """Take what all errands cost, then lay them out in order; a world has each seat's in a pass of its own."""
    if not len(of.lever):
        return []
    repeat, luck = orders.spend(block, of.lever, of.seat, of.worlds, of.price)
    turn = _turn(of)
    pulls = []
    starts = np.flatnonzero(np.diff(of.lever, prepend=-1))
    for start, end in zip(starts.tolist(), [*starts[1:].tolist(), len(of.lever)], strict=True):
        lever, turns = block.book.levers[of.lever[start]], turn[start:end]
        for again in range(int(turns.max()) + 1):
            at = start + np.flatnonzero(turns == again)
            given = {argument.name: of.given[argument.name][at] for argument in lever.arguments}
            pulls.append(orders.Pull(lever, of.seat[at], of.worlds[at], given, repeat[at], luck[at]))
    return pulls


def _turn(of: Errands) -> Ints:
    """[n] how many seats before have pulled the same lever in the same world today."""
    place = np.arange(len(of.lever))
    first = np.ones(len(place), bool)
    first[1:] = (of.lever[1:] != of.lever[:-1]) | (of.worlds[1:] != of.worlds[:-1])
    return place - np.maximum.accumulate(np.where(first, place, 0))


def _picked(block: Block, seat: Ints, worlds: Ints, luck: Floats) -> tuple[Ints, Floats]:
    """What each seat does [n]: the order of a lever drawn by weight, or -1 to rest; and its price."""
    minds = Minds.of(block, seat, worlds)
    if len(seat) <= few.FEW:
        return few.pick(block, seat, worlds, minds, luck)
    return _pick(minds.rest, weigh(block, seat, worlds, minds), luck)


def _pick(rest: Floats, wishes: list[Wish], luck: Floats) -> tuple[Ints, Floats]:
    """The same, of weights kept only where a seat may pull the lever.

    The sums run in the order of levers, so a seat's choice does not depend on who else is in the block.
    """
    total, reaches = rest.copy(), []
    for wish in wishes:
        reach = total[wish.at] + wish.weight
        total[wish.at] = reach
        reaches.append(reach)
    mark = luck * total
    lever, price = np.full(len(rest), -1), np.zeros(len(rest))
    for wish, reach in zip(reversed(wishes), reversed(reaches), strict=True):
        taken = np.flatnonzero(mark[wish.at] < reach)
        at = wish.at[taken]
        lever[at], price[at] = wish.lever.order, wish.price[taken]
    lever[mark < rest] = -1
    return lever, price


def _called(block: Block) -> NDArray[np.bool_]:
    """[S, W] the leader who has withdrawn has no hands; he may still come back."""
    column = block.world.column
    rows = np.arange(1.0, block.book.schema.seats + 1.0)[:, None]
    return (column("room", "leader") == rows) & (column("room", "withdrawn") > 0)


def _minded(block: Block) -> tuple[Ints, Ints]:
    """(seat row plus one, world) of all who act today: scripted or random, able, with a hand and the time."""
    seats = block.book.schema.seats
    code = block.world.column("person", "policy")
    scripted = (code == RANDOM) | (code >= FIRST_PERSONA)
    column = block.world.column
    ready = scripted & (column("person", "rank")[:seats] > 0) & ((column("person", "hands_left") > 0) | _called(block))
    ready &= (column("person", "alive")[:seats] > 0) & (column("person", "free")[:seats] > 0) & block.running()
    constants, away = block.book.reference.constants, block.world.column("room", "withdrawn")
    daily = (
        constants["seat.acts_a_session"] + (constants["seat.acts_withdrawn"] - constants["seat.acts_a_session"]) * away
    )
    u = chance.draw(block.base[None], STREAM["acts"], block.book.schema.keys["person"][:seats, None])
    seat, worlds = np.nonzero(ready & (u < daily))
    return seat + 1, worlds


def historical_orders(block: Block) -> None:
    """Dated orders of the record, of seats whose policy is historical, where they may still be given."""
    dates = block.world.date
    for date in np.unique(dates).astype(np.int64).tolist():
        for line in block.lines.get(date, ()):
            if line.lever >= 0:
                code = block.world.column("person", "policy")[line.seat]
                worlds = np.flatnonzero((dates == date) & (code == HISTORICAL))
                if len(worlds):
                    give(block, line, worlds)


def give(block: Block, line: Line, worlds: Ints) -> Ints:
    """Carry out a dated order in those of the worlds where it is legal; returns them."""
    lever = block.book.levers[line.lever]
    seat = np.full(len(worlds), line.seat + 1)
    given = {name: np.full(len(worlds), value) for name, value in line.arguments}
    held, with_terms = legal(block, lever, seat, worlds, given)
    at = np.flatnonzero(held)
    if len(at):
        cut = {k: v[at] for k, v in given.items()}
        which, price = np.full(len(at), lever.order), with_terms.price[at]
        repeat, luck = orders.spend(block, which, seat[at], worlds[at], price)
        orders.carry_out(block, orders.Pull(lever, seat[at], worlds[at], cut, repeat, luck, with_terms.leads[at]))
    return worlds[at]


def legal(
    block: Block, lever: LeverRule, seat: Ints, worlds: Ints, given: dict[str, Floats]
) -> tuple[NDArray[np.bool_], orders.Terms]:
    """[n] whether a seat may pull the lever so, and on what terms."""
    me = seat.astype(float)
    evaluate = Evaluator(block.book.graph, block.world, worlds, {"me": me, "this": me, **given})
    with_terms = orders.terms(block, lever, seat, worlds, evaluate)
    held = orders.able(block, seat, worlds) & remit.open_to(block, np.array([lever.order]), seat, worlds)[0]
    if lever.does.when >= 0:
        held &= evaluate.full(lever.does.when).astype(bool)
    for argument in lever.arguments:
        if argument.when >= 0:
            held &= evaluate.full(argument.when).astype(bool)
    held &= with_terms.price <= remit.person_cell(block, "authority", seat, worlds)
    whose = orders.owner(block, lever, worlds).astype(np.int64)
    reachable = (whose > 0) & orders.able_to_answer(block, whose, worlds)
    return held & (with_terms.remit | with_terms.leads | reachable) & _not_abroad(block, lever, seat), with_terms


def _not_abroad(block: Block, lever: LeverRule, seat: Ints) -> NDArray[np.bool_]:
    """[n] a lever of a foreign power is its leader's alone, and theirs are not asked of by others."""
    abroad = block.book.reference.tables["foreign_seats"][seat - 1]
    return abroad == bool(lever.power)
