"""What seats would do: which levers are theirs today, and how much each weighs for the man's persona."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine import remit
from game.engine.block import NOBODY, Block
from game.engine.remit import person_cell
from game.rulebook.book import FIRST_PERSONA, RANDOM
from game.rulebook.rules import LeverRule
from game.script.evaluate import Evaluator
from game.script.graph import Graph
from game.script.plan import Plan
from game.world.ragged import Ints

Floats = NDArray[np.float64]
FEW = 64
"""Seats up to which the conditions of all levers are evaluated at once."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A lever and the seats that may pull it: places among those who act, and the weight and price of each."""

    lever: LeverRule
    at: Ints
    weight: Floats
    price: Floats


def weigh(block: Block, seat: Ints, worlds: Ints) -> tuple[Floats, list[Wish]]:
    """Weight of resting [n], and of each lever for those who may pull it."""
    minds = Minds.of(block, seat, worlds)
    rest = np.where(minds.random, 1.0, block.book.personas.rest[minds.persona])
    wishes = _few_wishes if len(seat) <= FEW else _many_wishes
    return rest, wishes(block, seat, worlds, minds)


@dataclass(frozen=True, slots=True)
class Minds:
    """Of those who act today [n]: persona, whether it is the random policy, and authority in hand.

    factors [slots, personas]: what each persona makes of a lever's weight.
    """

    persona: Ints
    random: NDArray[np.bool_]
    any_random: bool
    purse: Floats
    factors: Floats

    @staticmethod
    def of(block: Block, seat: Ints, worlds: Ints) -> Minds:
        """Read from the state."""
        policy = person_cell(block, "policy", seat, worlds)
        persona = np.maximum(policy - FIRST_PERSONA, 0).astype(np.int64)
        random, purse = policy == RANDOM, person_cell(block, "authority", seat, worlds)
        return Minds(persona, random, bool(random.any()), purse, block.book.personas.factors.T)

    def weight(self, at: Ints, ai: Floats, factor: Floats, held: Floats, price: Floats) -> Floats:
        """What a lever weighs for the seats at `at`."""
        return self.wanted(at, ai, factor) * held * (price <= self.purse[at])

    def wanted(self, at: Ints, ai: Floats, factor: Floats) -> Floats:
        """What a lever that may be pulled weighs for the seats at `at`; to the random policy all are equal."""
        wanted: Floats = np.maximum(ai, 0.0) * factor
        return np.where(self.random[at], 1.0, wanted) if self.any_random else wanted


def _many_wishes(block: Block, seat: Ints, worlds: Ints, minds: Minds) -> list[Wish]:
    """Owner by owner: who may pull is found once for all levers of an owner, and what they ask is worked out once."""
    acting = remit.Acting(block, seat, worlds)
    dates = block.world.date[worlds]
    low, high = float(dates.min()), float(dates.max())
    wishes: list[Wish] = []
    for owner, orders in remit.lever_table(block).owners:
        levers = [lever for lever in map(block.book.levers.__getitem__, orders) if lever.low <= high and low <= lever.high]
        at = acting.of(owner) if levers else NOBODY
        if len(at):
            office = Office(block, minds, at, seat[at], worlds[at])
            wishes.extend(wish for wish in map(office.wish, levers) if wish is not None)
    return sorted(wishes, key=lambda wish: wish.lever.order)


class Office:
    """Those who may pull the levers of one owner [m]: their places among all who act, their seats and worlds."""

    def __init__(self, block: Block, minds: Minds, at: Ints, seat: Ints, worlds: Ints) -> None:
        self.block, self.minds, self.at, self.seat, self.worlds = block, minds, at, seat, worlds
        me = seat.astype(np.float64)
        self.evaluate = Evaluator(block.book.graph, block.world, worlds, {"me": me, "this": me})
        self.graph, self.purse, self.persona = block.book.graph, minds.purse[at], minds.persona[at]
        self.hands = person_cell(block, "hands_left", seat, worlds)

    def wish(self, lever: LeverRule) -> Wish | None:
        """A lever with those who may pull it and whom it attracts; None if there is nobody.

        What is cheap to ask is asked first, and the rest of those who are left.
        """
        price = self.evaluate(lever.does.price)
        held = (price <= self.purse) & (self.hands >= lever.source.hands)
        dear = []
        for clause in self.graph.clauses(lever.does.when) if lever.does.when >= 0 else ():
            if _is_dear(self.graph, clause):
                dear.append(clause)
            elif held.any():
                held &= self.evaluate(clause)
        of = np.flatnonzero(held)
        of = of[remit.not_too_often(self.block, lever, self.seat[of], self.worlds[of])] if len(of) else of
        evaluate = self._evaluator(of)
        for clause in dear if len(of) else ():
            of = of[evaluate.full(clause).astype(bool)]
            evaluate = self._evaluator(of)
        if not len(of):
            return None
        factor = self.minds.factors[lever.slot][self.persona[of]]
        weight = self.minds.wanted(self.at[of], evaluate(lever.does.ai), factor)
        return Wish(lever, self.at[of], weight, price[of] if len(price) > 1 else np.repeat(price, len(of)))

    def _evaluator(self, of: Ints) -> Evaluator:
        """Values for some of them: what is known of all stays known when they are all."""
        if len(of) == len(self.at):
            return self.evaluate
        me = self.seat[of].astype(np.float64)
        return Evaluator(self.graph, self.block.world, self.worlds[of], {"me": me, "this": me})


def _is_dear(graph: Graph, clause: int) -> bool:
    """Whether a clause looks at all rows of a table."""
    return any(graph.nodes[node][0] == "agg" for node in graph.reach([clause]))


def _few_wishes(block: Block, seat: Ints, worlds: Ints, minds: Minds) -> list[Wish]:
    """All levers at once, by one plan."""
    levers = np.arange(len(block.book.levers))
    may = remit.in_remit(block, levers, seat, worlds) & remit.open_to(block, levers, seat, worlds)
    held, price, ai = _table(block, seat, worlds)
    slots = np.array([lever.slot for lever in block.book.levers])
    factor = block.book.personas.factors[minds.persona[None], slots[:, None]]
    weight = minds.weight(np.arange(len(seat)), ai, factor, held, price) * may
    every = np.arange(len(seat))
    return [Wish(block.book.levers[k], every, weight[k], price[k]) for k in np.flatnonzero(weight.any(axis=1)).tolist()]


def _table(block: Block, seat: Ints, worlds: Ints) -> tuple[Floats, Floats, Floats]:
    """[levers, n] condition, price and weight of every lever for a few seats, by one plan."""
    cache, levers = block.book.reference.cache, block.book.levers
    if "lever_plan" not in cache:
        always = block.book.graph.add(("const", 1.0), block.book.graph.types[levers[0].does.ai])
        whens = [x.does.when if x.does.when >= 0 else always for x in levers]
        cache["lever_plan"] = Plan(
            block.book.graph, [*whens, *(x.does.price for x in levers), *(x.does.ai for x in levers)]
        )
    plan = cache["lever_plan"]
    me = seat.astype(float)
    values = plan.run(block.world, worlds, {"me": me, "this": me})
    n = len(levers)
    return values[:n], values[n : 2 * n], values[2 * n :]
