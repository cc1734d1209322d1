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
from game.world.ragged import Ints

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Wish:
    """A lever and the seats that may pull it: places among those who act, and the weight and price of each."""

    lever: LeverRule
    at: Ints
    weight: Floats
    price: Floats


@dataclass(frozen=True, slots=True)
class Minds:
    """Of those who act today [n]: persona, whether it is the random policy, authority in hand, and weight of resting.

    factors [slots, personas]: what each persona makes of a lever's weight.
    """

    persona: Ints
    random: NDArray[np.bool_]
    any_random: bool
    purse: Floats
    rest: Floats
    factors: Floats

    @staticmethod
    def of(block: Block, seat: Ints, worlds: Ints) -> Minds:
        """Read from the state."""
        policy = person_cell(block, "policy", seat, worlds)
        persona = np.maximum(policy - FIRST_PERSONA, 0).astype(np.int64)
        random, purse = policy == RANDOM, person_cell(block, "authority", seat, worlds)
        rest = np.where(random, 1.0, block.book.personas.rest[persona])
        return Minds(persona, random, bool(random.any()), purse, rest, block.book.personas.factors.T)

    def wanted(self, at: Ints, ai: Floats, factor: Floats) -> Floats:
        """What a lever that may be pulled weighs for the seats at `at`; to the random policy all are equal."""
        wanted: Floats = np.maximum(ai, 0.0) * factor
        return np.where(self.random[at], 1.0, wanted) if self.any_random else wanted


def weigh(block: Block, seat: Ints, worlds: Ints, minds: Minds) -> list[Wish]:
    """Of each lever, who may pull it and what it weighs, owner by owner.

    Who may pull is found once for all levers of an owner, and what they ask is worked out once.
    """
    acting, terms = remit.Acting(block, seat, worlds), terms_of(block)
    dates = block.world.date[worlds]
    low, high = float(dates.min()), float(dates.max())
    wishes: list[Wish] = []
    for owner, orders in remit.lever_table(block).owners:
        asked = [terms[order] for order in orders if terms[order].lever.low <= high and low <= terms[order].lever.high]
        at = acting.of(owner) if asked else NOBODY
        if len(at):
            office = Office(block, minds, at, seat[at], worlds[at])
            wishes.extend(wish for wish in map(office.wish, asked) if wish is not None)
    return sorted(wishes, key=lambda wish: wish.lever.order)


@dataclass(frozen=True, slots=True)
class Terms:
    """A lever, and the clauses of its condition: cheap ones, and those that look at all rows of a table."""

    lever: LeverRule
    cheap: tuple[int, ...]
    dear: tuple[int, ...]


def terms_of(block: Block) -> list[Terms]:
    """Of every lever, by its order; made once."""
    cache, graph = block.book.reference.cache, block.book.graph
    if "terms" not in cache:
        cache["terms"] = []
        for lever in block.book.levers:
            clauses = graph.clauses(lever.does.when) if lever.does.when >= 0 else []
            dear = [c for c in clauses if any(graph.nodes[node][0] == "agg" for node in graph.reach([c]))]
            cache["terms"].append(Terms(lever, tuple(c for c in clauses if c not in dear), tuple(dear)))
    terms: list[Terms] = cache["terms"]
    return terms


class Office:
    """Those who may pull the levers of one owner [m]: their places among all who act, their seats and worlds."""

    def __init__(self, block: Block, minds: Minds, at: Ints, seat: Ints, worlds: Ints) -> None:
        self.block, self.minds, self.at, self.seat, self.worlds = block, minds, at, seat, worlds
        self.evaluate = self._evaluator(np.arange(len(at)))
        self.purse, self.persona = minds.purse[at], minds.persona[at]
        self.hands = person_cell(block, "hands_left", seat, worlds)
        self.willing: dict[tuple[int, int, tuple[int, ...]], Ints] = {}

    def wish(self, terms: Terms) -> Wish | None:
        """A lever with those who may pull it and whom it attracts; None if there is nobody.

        What is cheap to ask is asked first, and the rest of those who are left.
        """
        lever = terms.lever
        of = self._able(terms)
        of = remit.not_too_often(self.block, lever, self.seat, self.worlds, of) if len(of) else of
        for clause in terms.dear if len(of) else ():
            of = of[self._evaluator(of).full(clause).astype(bool)]
        if not len(of):
            return None
        price, ai = self._of(lever.does.price, of), self._of(lever.does.ai, of)
        weight = self.minds.wanted(self.at[of], ai, self.minds.factors[lever.slot][self.persona[of]])
        return Wish(lever, self.at[of], weight, np.repeat(price, len(of)) if len(price) == 1 else price)

    def _able(self, terms: Terms) -> Ints:
        """Places [m'] of those who have the hands and the authority, and meet the cheap clauses."""
        key = terms.lever.does.price, terms.lever.source.hands, terms.cheap
        if key not in self.willing:
            held = (self.evaluate(key[0]) <= self.purse) & (self.hands >= key[1])
            for clause in terms.cheap:
                if held.any():
                    held &= self.evaluate(clause).astype(bool, copy=False)
            self.willing[key] = np.flatnonzero(held)
        return self.willing[key]

    def _of(self, node: int, of: Ints) -> Floats:
        """[m'] or [1] values of a node for some of them; what few ask is not worked out for all."""
        if node not in self.evaluate.known and 4 * len(of) < len(self.at):
            return self._evaluator(of)(node)
        value = self.evaluate(node)
        return value if len(value) == 1 else value[of]

    def _evaluator(self, of: Ints) -> Evaluator:
        me = self.seat[of].astype(np.float64)
        return Evaluator(self.block.book.graph, self.block.world, self.worlds[of], {"me": me, "this": me})
