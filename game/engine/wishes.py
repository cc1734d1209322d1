"""What seats would do: which levers are theirs today, and how much each weighs for the man's persona."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine import remit
from game.engine.block import Block
from game.engine.remit import person_cell
from game.rulebook.book import FIRST_PERSONA, RANDOM
from game.rulebook.rules import LeverRule
from game.script.evaluate import Evaluator
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
    """Of those who act today [n]: persona, whether it is the random policy, and authority in hand."""

    persona: Ints
    random: NDArray[np.bool_]
    purse: Floats

    @staticmethod
    def of(block: Block, seat: Ints, worlds: Ints) -> Minds:
        """Read from the state."""
        policy = person_cell(block, "policy", seat, worlds)
        persona = np.maximum(policy - FIRST_PERSONA, 0).astype(np.int64)
        return Minds(persona, policy == RANDOM, person_cell(block, "authority", seat, worlds))

    def weight(self, at: Ints, ai: Floats, factor: Floats, held: Floats, price: Floats) -> Floats:
        """What a lever weighs for the seats at `at`."""
        wanted = np.where(self.random[at], 1.0, np.maximum(ai, 0.0) * factor)
        return wanted * held * (price <= self.purse[at])


def _many_wishes(block: Block, seat: Ints, worlds: Ints, minds: Minds) -> list[Wish]:
    """Owner by owner: who may pull is found once for all levers of an owner, and what they ask is worked out once."""
    factors, me = block.book.personas.factors, seat.astype(float)
    acting = remit.Acting(block, seat, worlds)
    wishes: list[Wish] = []
    for owner, orders_ in remit.lever_table(block).owners:
        at = acting.of(owner)
        if not len(at):
            continue
        evaluate = Evaluator(block.book.graph, block.world, worlds[at], {"me": me[at], "this": me[at]})
        every = remit.open_to(block, np.array(orders_), seat[at], worlds[at])
        for order, open_ in zip(orders_, every, strict=True):
            lever = block.book.levers[order]
            if open_.any():
                held, price, ai = _terms(lever, evaluate)
                weight = minds.weight(at, ai, factors[minds.persona[at], lever.slot], held, price) * open_
                if weight.any():
                    wishes.append(Wish(lever, at, weight, price))
    return sorted(wishes, key=lambda wish: wish.lever.order)


def _terms(lever: LeverRule, evaluate: Evaluator) -> tuple[Floats, Floats, Floats]:
    """[n] condition, price and weight of a lever."""
    held = evaluate.full(lever.does.when).astype(np.float64) if lever.does.when >= 0 else np.ones(evaluate.n)
    return held, evaluate.full(lever.does.price), evaluate.full(lever.does.ai)


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
