"""What policies act upon: the arguments of all levers that are pulled on one morning, chosen together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from game.core import chance, rowsum
from game.engine import remit
from game.engine.block import Block
from game.rulebook.book import RANDOM
from game.rulebook.rules import ArgumentRule
from game.script.evaluate import EachEvaluator, Evaluator
from game.script.graph import Graph
from game.script.pairs import PairEvaluator, Pairs
from game.world.ragged import Ints

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
READS = frozenset({"row", "col", "cell", "tie", "agg", "scope"})
ENOUGH = 700
"""People whose arguments are drawn by one table of odds."""


@dataclass(frozen=True, slots=True)
class Ask:
    """An argument, its clauses sorted by whom they hold for.

    rows: values (from 0) that may be asked for at all, or None = all. shared: clauses that hold for a value whoever
    asks, and that other levers have too. own: the others, the cheapest first.
    """

    rule: ArgumentRule
    rows: Ints | None
    shared: tuple[int, ...]
    own: tuple[int, ...]


def choose_arguments(block: Block, lever: Ints, seat: Ints, worlds: Ints) -> tuple[dict[str, Floats], Bools]:
    """Arguments [n] by name of all who pull levers today, drawn by weight; False where there is nothing to draw from.

    lever [n]: orders of levers, ascending. An argument that a lever does not have is 0.
    """
    asks, shared = _asks(block), Shared(block)
    given: dict[str, Floats] = {}
    found = np.ones(len(lever), bool)
    taken = np.array([len(every) for every in asks], np.int64)[lever]
    for nth in range(int(taken.max(initial=0))):
        at = np.flatnonzero(found & (taken > nth))
        if not len(at):
            break
        starts = np.flatnonzero(np.diff(lever[at], prepend=-1))
        wanted = [asks[k][nth] for k in lever[at[starts]].tolist()]
        people = People(block, lever[at], seat[at], worlds[at], {name: value[at] for name, value in given.items()})
        bounds = [*starts.tolist(), len(at)]
        value = _drawn(wanted, bounds, people, shared, nth)
        found[at] = value >= 0.0
        for k, ask in enumerate(wanted):
            part = slice(bounds[k], bounds[k + 1])
            given.setdefault(ask.rule.name, np.zeros(len(lever)))[at[part]] = value[part]
    return given, found


@dataclass(frozen=True, slots=True)
class People:
    """Those who look for something to act upon [n], lever by lever."""

    block: Block
    lever: Ints
    seat: Ints
    worlds: Ints
    given: dict[str, Floats]

    def evaluator(self) -> Evaluator:
        """Values for each of them."""
        me = self.seat.astype(np.float64)
        return Evaluator(self.block.book.graph, self.block.world, self.worlds, {"me": me, "this": me, **self.given})

    def luck(self, nth: int) -> Floats:
        """[n] uniform numbers for the argument number `nth` of each."""
        keys = self.block.book.schema.nil_keys["person"][self.seat]
        streams = remit.lever_table(self.block).arguments[self.lever]
        return chance.draw(self.block.base[self.worlds], streams, keys, np.uint64(nth))

    def random(self) -> Bools:
        """[n] whose policy weighs nothing."""
        return remit.person_cell(self.block, "policy", self.seat, self.worlds) == RANDOM


@dataclass(slots=True)
class Looks:
    """Who looks at what [p], argument by argument, and whether it still may be.

    ends: where the pairs of each argument begin, and the last end.
    """

    pairs: Pairs
    held: Bools
    ends: list[int]

    def of(self, wanted: Iterable[int]) -> Ints:
        """Places of those that still hold, of the arguments that are wanted."""
        parts = [self.held[self.ends[k] : self.ends[k + 1]].nonzero()[0] + self.ends[k] for k in wanted]
        return parts[0] if len(parts) == 1 else np.concatenate(parts)


def _drawn(wanted: list[Ask], bounds: list[int], people: People, shared: Shared, nth: int) -> Floats:
    """[n] the value drawn for each, -1 where there is none."""
    looks, evaluate = _looks(wanted, bounds, people.worlds, shared), people.evaluator()
    for clause in sorted({clause for ask in wanted for clause in ask.own}, key=_length(people.block.book.graph)):
        of = looks.of(k for k, ask in enumerate(wanted) if clause in ask.own)
        if len(of):
            looks.held[of] = PairEvaluator(evaluate, looks.pairs, of)(clause)
    weight = _weights(wanted, looks, evaluate)
    random = people.random()
    if random.any():
        weight = np.where(random[looks.pairs.at], looks.held, weight)
    return _picked(wanted, bounds, looks, weight, people.luck(nth))


def _picked(wanted: list[Ask], bounds: list[int], looks: Looks, weight: Floats, luck: Floats) -> Floats:
    """[n] the value picked by weight for each, -1 where all weigh nothing."""
    row, pairs = np.full(len(luck), -1), looks.pairs
    for low, high in _runs(bounds):
        part, pair = slice(bounds[low], bounds[high]), slice(looks.ends[low], looks.ends[high])
        odds = np.zeros((max(ask.rule.count for ask in wanted[low:high]), bounds[high] - bounds[low]))
        odds.reshape(-1)[pairs.row[pair] * odds.shape[1] + (pairs.at[pair] - bounds[low])] = weight[pair]
        row[part] = rowsum.weighted_pick(odds, luck[part])
    first = np.repeat([ask.rule.first for ask in wanted], np.diff(bounds))
    return np.where(row >= 0, row + first, -1.0)


def _runs(bounds: list[int]) -> Iterator[tuple[int, int]]:
    """Arguments together, from and to, so that each run has enough people for a call and not too many for the cache."""
    low = 0
    for high in range(1, len(bounds)):
        if bounds[high] - bounds[low] >= ENOUGH or high == len(bounds) - 1:
            yield low, high
            low = high


def _weights(wanted: list[Ask], looks: Looks, evaluate: Evaluator) -> Floats:
    """[p] what each value weighs for a persona; 0 where it may not be."""
    weight = np.zeros(looks.ends[-1])
    for ai in dict.fromkeys(ask.rule.each_ai for ask in wanted):
        of = looks.of(k for k, ask in enumerate(wanted) if ask.rule.each_ai == ai)
        if len(of):
            weight[of] = np.maximum(PairEvaluator(evaluate, looks.pairs, of)(ai), 0.0)
    return weight


def _looks(wanted: list[Ask], bounds: list[int], worlds: Ints, shared: Shared) -> Looks:
    """Every value that the shared clauses allow to each."""
    ats, rows, ends = [], [], [0]
    for k, ask in enumerate(wanted):
        row, at = shared.allowed(ask, worlds[bounds[k] : bounds[k + 1]])
        rows.append(row)
        ats.append(at + bounds[k])
        ends.append(ends[-1] + len(row))
    at, row = np.concatenate(ats), np.concatenate(rows)
    each = row + np.repeat([ask.rule.first for ask in wanted], np.diff(ends))
    return Looks(Pairs(at, row, each, row * shared.width + worlds.take(at)), np.ones(ends[-1], bool), ends)


class Shared:
    """Clauses that hold for a value whoever asks, worked out once for all levers of a morning: bool [E, W]."""

    def __init__(self, block: Block) -> None:
        self.width = block.width
        self.outer = Evaluator(block.book.graph, block.world, None)
        self.each: dict[tuple[int, float], EachEvaluator] = {}
        self.masks: dict[tuple[int, int], Bools] = {}

    def allowed(self, ask: Ask, worlds: Ints) -> tuple[Ints, Ints]:
        """Pairs of a value and a place in `worlds` for which the shared clauses hold, value by value."""
        height = ask.rule.count if ask.rows is None else len(ask.rows)
        held = self._held(ask, worlds)
        if held is None:
            row, at = np.repeat(np.arange(height), len(worlds)), np.tile(np.arange(len(worlds)), height)
        else:
            flat = np.flatnonzero(held)
            row = flat // len(worlds)
            at = flat - row * len(worlds)
        return (row if ask.rows is None else ask.rows[row]), at

    def _held(self, ask: Ask, worlds: Ints) -> Bools | None:
        """[E', n] of the rows of an argument; None without shared clauses."""
        masks = [self._mask(ask, clause) for clause in ask.shared]
        if not masks:
            return None
        if len(worlds) * len(masks) < self.width:
            return reduce(np.logical_and, [np.take(mask, worlds, axis=1) for mask in masks])
        return np.take(reduce(np.logical_and, masks), worlds, axis=1)

    def _mask(self, ask: Ask, clause: int) -> Bools:
        mask = self.masks.get((clause, ask.rule.count))
        if mask is None:
            key = ask.rule.count, ask.rule.first
            if key not in self.each:
                self.each[key] = EachEvaluator(self.outer, *key)
            mask = self.masks[clause, ask.rule.count] = self.each[key].full(clause).astype(bool, copy=False)
        return mask if ask.rows is None else np.take(mask, ask.rows, axis=0)


# what is worked out once for a rulebook -------------------------------------------------------------------------


def _asks(block: Block) -> list[list[Ask]]:
    """The arguments of every lever, by its order; made once."""
    cache = block.book.reference.cache
    if "arguments" not in cache:
        rules = [argument for lever in block.book.levers for argument in lever.arguments]
        every = [clause for rule in rules for clause in rule.clauses if _whoever(block.book.graph, clause)]
        often = {clause for clause in every if every.count(clause) > 1}
        cache["arguments"] = [[_ask(block, rule, often) for rule in lever.arguments] for lever in block.book.levers]
    made: list[list[Ask]] = cache["arguments"]
    return made


def _ask(block: Block, rule: ArgumentRule, often: set[int]) -> Ask:
    graph = block.book.graph
    fixed = [clause for clause in rule.clauses if not _reads(graph, clause)]
    rows = None
    if fixed:
        each = EachEvaluator(Evaluator(graph, block.world, np.zeros(1, np.int64)), rule.count, rule.first)
        held = np.ones((rule.count, 1), bool)
        for clause in fixed:
            held &= each(clause)
        rows = np.flatnonzero(held)
    rest = [clause for clause in rule.clauses if clause not in fixed]
    own = sorted((clause for clause in rest if clause not in often), key=_length(graph))
    return Ask(rule, rows, tuple(clause for clause in rest if clause in often), tuple(own))


def _whoever(graph: Graph, clause: int) -> bool:
    """Whether a clause about a value holds for all who ask, but not in every world."""
    reads = _reads(graph, clause)
    return graph.inside[clause] and bool(reads) and "scope" not in reads


def _reads(graph: Graph, node: int) -> set[str]:
    """Kinds of what a node reads of the state and of who asks."""
    return {str(graph.nodes[i][0]) for i in graph.reach([node])} & READS


def _length(graph: Graph) -> Callable[[int], tuple[int, int]]:
    """How much there is to work out for a node; of equals the first compiled is the first."""
    return lambda node: (len(graph.reach([node])), node)
