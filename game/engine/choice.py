"""Who decides, what he may choose, and what his policy chooses. All see the state at the start of the round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.core import chance
from game.engine.block import Block, Instances
from game.engine.eventtable import event_table, luck_of
from game.engine.remit import person_cell
from game.rulebook.book import ASK, FIRST_PERSONA, HISTORICAL, RANDOM, Rulebook
from game.rulebook.rules import EventRule
from game.script.evaluate import Evaluator
from game.world.ragged import Ints
from game.world.schema import NIL

UNANSWERED, PUT_OFF = -1, -2
"""A person has not answered yet; he has put the question off to the next day."""

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(slots=True)
class Choices:
    """Of a round [n]. who: whom the event names as deciding (row plus one, 0 = nobody); `me` of its effects.

    actor: the same where he can decide, else 0. chosen: place of the option, or UNANSWERED.
    """

    who: Ints
    actor: Ints
    chosen: Ints


def choose(block: Block, found: Instances) -> Choices:
    """The choice of every occurrence of the round; those that wait for a person are UNANSWERED."""
    table, evaluators = event_table(block.book), Evaluators(block, found)
    who = whom(block, found, evaluators)
    actor = able(block, who, found.world)
    policy = person_cell(block, "policy", actor, found.world)
    legal = _legal(block, found, actor, evaluators)
    default = _first_legal(legal, table.default[found.event], legal.argmax(0))
    default = np.where(legal.any(axis=0), default, table.default[found.event])
    chosen = _of_the_record(block, found, actor, legal, default) if (policy == HISTORICAL).any() else default
    guided = np.flatnonzero((policy == RANDOM) | (policy >= FIRST_PERSONA))
    if len(guided):
        weights = _weights(block, found, policy, evaluators) * legal
        some = found.at(guided)
        luck = chance.draw(block.base[some.world], *luck_of(block, some, "ai"))
        picked = np.minimum(pick(np.take(weights, guided, axis=1), luck), table.options[some.event] - 1)
        chosen[guided] = np.where(picked >= 0, picked, chosen[guided])
    for order, option in block.forced.items():
        wanted = (found.event == order) & legal[option]
        chosen[wanted] = option
    asked = policy == ASK
    if asked.any():
        overdue = (found.nth < 0) & (block.world.date[found.world] >= -found.nth)
        _ask(block, found, asked & ~overdue, legal, default, chosen)
    return Choices(who, actor, chosen)


class Evaluators:
    """One evaluator for each event of a round, made when it is first asked for."""

    def __init__(self, block: Block, found: Instances) -> None:
        self.block, self.found = block, found
        self.groups = found.groups()
        self._made: dict[int, Evaluator] = {}

    def of(self, order: int, part: slice) -> Evaluator:
        """Of an event and its run of occurrences."""
        if order not in self._made:
            scope = {"this": self.found.entity[part].astype(float)}
            book, worlds = self.block.book, self.found.world[part]
            self._made[order] = Evaluator(book.graph, self.block.world, worlds, scope)
        return self._made[order]

    def where(self, flags: Bools) -> Iterator[tuple[EventRule, slice, Evaluator]]:
        """Events of the round for which `flags` [events] is true, with their runs."""
        for order, part in self.groups:
            if flags[order]:
                yield self.block.book.events[order], part, self.of(order, part)


def whom(block: Block, found: Instances, evaluators: Evaluators) -> Ints:
    """[n] the person whom each event names as deciding (row plus one), whether he can or not; 0 = nobody."""
    table = event_table(block.book)
    who = table.decides[found.event]
    for rule, part, evaluate in evaluators.where(table.unsettled):
        who[part] = named(rule, evaluate)
    return who


def able(block: Block, who: Ints, worlds: Ints) -> Ints:
    """[n] the same where he lives, is free and has a seat, else 0."""
    held = person_cell(block, "alive", who, worlds) * person_cell(block, "free", who, worlds)
    return np.where(held * (person_cell(block, "rank", who, worlds) > 0) > 0, who, 0)


def _legal(block: Block, found: Instances, actor: Ints, evaluators: Evaluators) -> Bools:
    """[most options, n] what may be chosen; never what lies beyond an event's own options."""
    table = event_table(block.book)
    legal = np.arange(len(table.base))[:, None] < table.options[found.event]
    price = np.take(table.price, found.event, axis=1)
    if price.any():
        legal &= (price == 0.0) | (price <= person_cell(block, "authority", actor, found.world)) | (actor == 0)
    for rule, part, evaluate in evaluators.where(table.barred):
        legal[: len(rule.options), part] = legality(block.book, rule, evaluate, actor[part])
    return legal


def _weights(block: Block, found: Instances, policy: Floats, evaluators: Evaluators) -> Floats:
    """[most options, n] how much each weighs: what the rule says, times the persona's factors; 1 under `random`."""
    table = event_table(block.book)
    rows, factor = np.take(table.row, found.event, axis=1), np.take(table.factor, found.event, axis=1)
    weight = block.world.numbers[rows, found.world] * factor / np.take(table.divisor, found.event, axis=1)
    weight = np.maximum(weight + np.take(table.base, found.event, axis=1), 0.0)
    for rule, part, evaluate in evaluators.where(table.varies):
        for k, option in enumerate(rule.options):
            weight[k, part] = np.maximum(evaluate(option.does.ai), 0.0)
    persona = np.maximum(policy - FIRST_PERSONA, 0).astype(np.int64)
    weight *= block.book.personas.factors[persona, np.take(table.slot, found.event, axis=1)]
    random = policy == RANDOM
    return np.where(random, 1.0, weight) if random.any() else weight


def _of_the_record(block: Block, found: Instances, actor: Ints, legal: Bools, default: Ints) -> Ints:
    """[n] what the record chose: the man's dated answer of that day, else the option marked so, else the default."""
    chosen = _first_legal(legal, event_table(block.book).historical[found.event], default)
    historical = person_cell(block, "policy", actor, found.world) == HISTORICAL
    for order in block.answers:
        here = found.event == order
        if not here.any():
            continue
        for line in block.answers[order]:
            meant = here & (block.world.date[found.world] == line.date) & (actor == line.seat + 1) & legal[line.option]
            chosen[meant] = line.option
    return np.where(historical, chosen, default)


def _ask(block: Block, found: Instances, asked: Bools, legal: Bools, default: Ints, chosen: Ints) -> None:
    """A person is asked, unless he has one way to go or none, or the run is told what he takes."""
    ways = legal.sum(0)  # exact: a count of booleans
    out = np.where(ways == 1, legal.argmax(0), np.where(ways == 0, default, UNANSWERED))
    for order, option in block.forced.items():
        out[(found.event == order) & legal[option]] = option
    chosen[asked] = out[asked]


def named(rule: EventRule, evaluate: Evaluator) -> Ints:
    """[n] the person whom the event names as deciding (row plus one), whether he can or not."""
    if rule.decides < 0:
        return np.zeros(evaluate.n, np.int64)
    return evaluate.full(rule.decides).astype(np.int64)


def deciders(book: Rulebook, rule: EventRule, evaluate: Evaluator) -> Ints:
    """[n] the person who decides (row plus one), 0 where nobody does or he cannot: dead, taken, or without a seat."""
    if rule.decides < 0:
        return np.zeros(evaluate.n, np.int64)
    who = named(rule, evaluate)
    able = (
        _cell(book, evaluate, "alive", who)
        * _cell(book, evaluate, "free", who)
        * (_cell(book, evaluate, "rank", who) > 0)
    )
    return np.where(able > 0, who, 0)


def _cell(book: Rulebook, evaluate: Evaluator, column: str, person: Ints) -> Floats:
    place = book.schema.places["person", column]
    rows = np.where((person >= 1) & (person <= place.count), place.row + person - 1, NIL)
    worlds = evaluate.worlds if evaluate.worlds is not None else np.arange(evaluate.n)
    return evaluate.world.numbers[rows, worlds]


def legality(book: Rulebook, rule: EventRule, evaluate: Evaluator, actor: Ints) -> Bools:
    """[options, n] what may be chosen: its condition holds and the decider can pay."""
    legal = np.ones((len(rule.options), evaluate.n), bool)
    purse: Floats | None = None
    for k, option in enumerate(rule.options):
        if option.does.when >= 0:
            legal[k] = evaluate(option.does.when)
        fixed = book.graph.constant(option.does.price)
        if fixed == 0.0:
            continue
        if purse is None:
            purse = _cell(book, evaluate, "authority", actor)
        legal[k] &= (evaluate(option.does.price) <= purse) | (actor == 0)
    return legal


def _first_legal(legal: Bools, wanted: Ints, otherwise: Ints) -> Ints:
    """[n] the wanted option where it may be chosen."""
    return np.where(legal[wanted, np.arange(len(wanted))], wanted, otherwise)


def pick(weights: Floats, luck: Floats) -> Ints:
    """[n] place of an option drawn by weight; -1 where all weights are 0."""
    total = np.cumsum(weights, axis=0)
    mark = luck * total[-1]
    place = (mark >= total).sum(0)  # exact: a count of booleans
    return np.where(total[-1] > 0, np.minimum(place, len(weights) - 1), UNANSWERED)
