"""Who decides, what he may choose, and what his policy chooses. All see the state at the start of the round."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.core import chance
from game.engine.block import Block, Instances
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

    def part(self, part: slice) -> Choices:
        """Those of a run of occurrences."""
        return Choices(self.who[part], self.actor[part], self.chosen[part])


def choose(block: Block, found: Instances) -> Choices:
    """The choice of every occurrence of the round; those that wait for a person are UNANSWERED."""
    who, actor, chosen = (np.zeros(found.n, np.int64) for _ in range(3))
    luck = _luck(block, found)
    for order, part in found.groups():
        rule = block.book.events[order]
        if rule.decides < 0 and len(rule.options) == 1:
            continue
        scope = {"this": found.entity[part].astype(float)}
        evaluate = Evaluator(block.book.graph, block.world, found.world[part], scope)
        overdue = (found.nth[part] < 0) & (block.world.date[found.world[part]] >= -found.nth[part])
        who[part] = named(rule, evaluate)
        actor[part], chosen[part] = _of_event(block, rule, evaluate, luck[part], overdue)
    return Choices(who, actor, chosen)


def _luck(block: Block, found: Instances) -> Floats:
    """One uniform number for each occurrence: which option a policy takes."""
    book = block.book
    streams = np.zeros(found.n, np.uint64)
    keys = np.zeros(found.n, np.uint64)
    for order, part in found.groups():
        rule = book.events[order]
        streams[part] = rule.streams["ai"]
        if rule.table:
            keys[part] = book.schema.nil_keys[rule.table][found.entity[part]]
    nth = np.maximum(found.nth, 0).astype(np.uint64)
    return chance.draw(block.base[found.world], streams, keys, nth)


def _of_event(block: Block, rule: EventRule, evaluate: Evaluator, luck: Floats, overdue: Bools) -> tuple[Ints, Ints]:
    actor = deciders(block.book, rule, evaluate)
    policy = policies(block.book, evaluate, actor)
    legal = legality(block.book, rule, evaluate, actor)
    default = _legal_default(rule, legal)
    chosen = np.where(policy == HISTORICAL, _of_the_record(block, rule, evaluate, actor, legal, default), default)
    guided = (policy == RANDOM) | (policy >= FIRST_PERSONA)
    if guided.any():
        weights = legal * _weights(block.book, rule, evaluate, policy)
        picked = pick(weights, luck)
        chosen = np.where(guided & (picked >= 0), picked, chosen)
    forced = block.forced.get(rule.order)
    if forced is not None:
        chosen = _first_legal(legal, forced, chosen)
    asked = (policy == ASK) & ~overdue
    return actor, np.where(asked, _ask(legal, forced, default), chosen)


def _of_the_record(
    block: Block, rule: EventRule, evaluate: Evaluator, actor: Ints, legal: Bools, default: Ints
) -> Ints:
    """[n] what the record chose: the man's dated answer of that day, else the option marked so, else the default."""
    chosen = _first_legal(legal, rule.historical, default)
    worlds = evaluate.worlds if evaluate.worlds is not None else np.arange(evaluate.n)
    for line in block.answers.get(rule.order, ()):
        meant = (block.world.date[worlds] == line.date) & (actor == line.seat + 1) & legal[line.option]
        chosen = np.where(meant, line.option, chosen)
    return chosen


def _ask(legal: Bools, forced: int | None, default: Ints) -> Ints:
    """A person is asked, unless he has one way to go or none, or the run is told what he takes."""
    ways = legal.sum(0)  # exact: a count of booleans
    out = np.where(ways == 1, legal.argmax(0), np.where(ways == 0, default, UNANSWERED))
    return _first_legal(legal, forced, out) if forced is not None else out


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


def policies(book: Rulebook, evaluate: Evaluator, actor: Ints) -> Floats:
    """[n] code of the policy of each decider; 0 = nobody."""
    return _cell(book, evaluate, "policy", actor)


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


def _legal_default(rule: EventRule, legal: Bools) -> Ints:
    """[n] the default option where it may be chosen, else the first that may; the default where none may."""
    first = np.where(legal.any(axis=0), legal.argmax(0), rule.default)
    return np.where(legal[rule.default], rule.default, first)


def _first_legal(legal: Bools, wanted: int, otherwise: Ints) -> Ints:
    return np.where(legal[wanted], wanted, otherwise)


def _weights(book: Rulebook, rule: EventRule, evaluate: Evaluator, policy: Floats) -> Floats:
    """[options, n] how much each option weighs: what the rule says, times the persona's factors; 1 under `random`."""
    persona = np.maximum(policy - FIRST_PERSONA, 0).astype(np.int64)
    random = policy == RANDOM
    out = np.empty((len(rule.options), evaluate.n))
    for k, option in enumerate(rule.options):
        weight = np.maximum(evaluate(option.does.ai), 0.0)
        out[k] = weight * book.personas.factors[:, option.slot][persona]  # exact: a column of a table of the rulebook
    if random.any():
        out = np.where(random, 1.0, out)
    return out


def pick(weights: Floats, luck: Floats) -> Ints:
    """[n] place of an option drawn by weight; -1 where all weights are 0."""
    total = np.cumsum(weights, axis=0)
    mark = luck * total[-1]
    place = (mark >= total).sum(0)  # exact: a count of booleans
    return np.where(total[-1] > 0, np.minimum(place, len(weights) - 1), UNANSWERED)
