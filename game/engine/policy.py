"""Levers that policies pull: each seat with a hand left weighs what it may do and does one thing, or rests."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.core import chance, rowsum
from game.engine import orders, remit
from game.engine.block import Block
from game.engine.wishes import Wish, weigh
from game.rulebook.book import FIRST_PERSONA, HISTORICAL, RANDOM
from game.rulebook.rules import LeverRule, Line
from game.script.evaluate import Evaluator
from game.world.ragged import Ints

Floats = NDArray[np.float64]
STREAM = {name: chance.key(f"policy/{name}") for name in ("acts", "choice", "argument")}


def policy_orders(block: Block) -> None:
    """All seats with a hand left but a person's decide on the same morning; then their orders are carried out."""
    historical_orders(block)
    seat, worlds = _minded(block)
    if not len(seat) or not block.book.levers:
        return
    rest, wishes = weigh(block, seat, worlds)
    luck = chance.draw(block.base[worlds], STREAM["choice"], block.book.schema.nil_keys["person"][seat])
    errands = [_errand(block, lever, seat[at], worlds[at], price) for lever, at, price in _pick(rest, wishes, luck)]
    for pull in _paid(block, [errand for errand in errands if len(errand.worlds)]):
        orders.carry_out(block, pull)


def _paid(block: Block, errands: list[Errand]) -> list[orders.Pull]:
    """Take what all errands cost, then lay them out in order; a world has each seat's in a pass of its own."""
    if not errands:
        return []
    lever = np.concatenate([np.full(len(e.worlds), e.lever.order) for e in errands])
    seat, worlds = np.concatenate([e.seat for e in errands]), np.concatenate([e.worlds for e in errands])
    repeat, luck = orders.spend(block, lever, seat, worlds, np.concatenate([e.price for e in errands]))
    pulls, start = [], 0
    for errand in errands:
        end = start + len(errand.worlds)
        turn = np.arange(end - start) - np.searchsorted(errand.worlds, errand.worlds)
        for again in range(int(turn.max()) + 1):
            at = np.flatnonzero(turn == again)
            given = {name: value[at] for name, value in errand.given.items()}
            seats, places = errand.seat[at], errand.worlds[at]
            pulls.append(orders.Pull(errand.lever, seats, places, given, repeat[start:end][at], luck[start:end][at]))
        start = end
    return pulls


def _pick(rest: Floats, wishes: list[Wish], luck: Floats) -> list[tuple[LeverRule, Ints, Floats]]:
    """What each seat does: one wish drawn by weight, or rest.

    The sums run in the order of levers, so a seat's choice does not depend on who else is in the block.
    """
    total = rest.copy()
    for wish in wishes:
        total[wish.at] += wish.weight
    mark, passed = luck * total, rest.copy()
    free = mark >= rest
    out = []
    for wish in wishes:
        passed[wish.at] += wish.weight
        taken = free[wish.at] & (mark[wish.at] < passed[wish.at])
        at = wish.at[taken]
        if len(at):
            free[at] = False
            out.append((wish.lever, at, wish.price[taken]))
    return out


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


@dataclass(frozen=True, slots=True)
class Errand:
    """One lever and all who pull it today [n], by world and seat, with arguments and price."""

    lever: LeverRule
    seat: Ints
    worlds: Ints
    given: dict[str, Floats]
    price: Floats


def _errand(block: Block, lever: LeverRule, seat: Ints, worlds: Ints, price: Floats) -> Errand:
    """Choose the arguments, on the morning that all see; who finds nobody to act upon rests."""
    given: dict[str, Floats] = {}
    if lever.arguments:
        given, found = _arguments(block, lever, seat, worlds)
        seat, worlds, price = seat[found], worlds[found], price[found]
        given = {name: value[found] for name, value in given.items()}
    order = np.argsort(worlds * (block.book.schema.seats + 1) + seat, kind="stable")
    return Errand(lever, seat[order], worlds[order], {k: v[order] for k, v in given.items()}, price[order])


def _arguments(block: Block, lever: LeverRule, seat: Ints, worlds: Ints) -> tuple[dict[str, Floats], NDArray[np.bool_]]:
    """Each argument drawn by weight among what is allowed; False where there is nothing to draw from."""
    given: dict[str, Floats] = {}
    found = np.ones(len(seat), bool)
    random = remit.person_cell(block, "policy", seat, worlds) == RANDOM
    keys = block.book.schema.nil_keys["person"][seat]
    for nth, argument in enumerate(lever.arguments):
        may = orders.candidates(block, argument, seat, worlds, given)
        weight = np.where(random, 1.0, may.weight) if random.any() else may.weight
        u = chance.draw(block.base[worlds], lever.streams["argument"], keys, np.uint64(nth))
        row = rowsum.weighted_pick(weight * may.held, u)
        found &= row >= 0
        given[argument.name] = may.values[row] if len(may.values) else np.zeros(len(seat))
    return given, found


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
