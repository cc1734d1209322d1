"""Which events happen now: polled conditions, signals, schedules, and the chance of each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.core import chance, exact
from game.engine.block import Block, Instances, no_instances
from game.engine.polled import polled_events
from game.rulebook.rules import EventRule
from game.script.evaluate import Evaluator
from game.world.ragged import Ints


def happening(block: Block, polled: bool) -> Instances:
    """All events of this round by event, world, entity. polled: conditions are looked at (in the first round)."""
    parts = [_scheduled(block), _signalled(block)]
    if polled:
        parts.append(polled_events(block))
    parts = [p for p in parts if p.n]
    if not parts:
        return no_instances()
    event, world, entity, nth = (
        np.concatenate([getattr(p, f) for p in parts]) for f in ("event", "world", "entity", "nth")
    )
    order = np.lexsort((entity, world, event))
    found = Instances(event[order], world[order], entity[order], nth[order])
    found = _number(block, found)
    return _fire(block, found)


def _number(block: Block, found: Instances) -> Instances:
    """Tell repeats of one event, world and entity within a round apart.

    A negative `nth` is the deadline of a question put off; while it may wait on, the same is not asked anew beside it.
    """
    same = np.zeros(found.n, bool)
    if found.n > 1:
        same[1:] = (
            (found.event[1:] == found.event[:-1])
            & (found.world[1:] == found.world[:-1])
            & (found.entity[1:] == found.entity[:-1])
        )
    count = np.arange(found.n)
    first = np.maximum.accumulate(np.where(same, 0, count))
    late = found.nth < 0
    waits = late & (block.world.date[found.world] < -found.nth)
    found.nth = np.where(late, found.nth, count - first + 64 * block.world.round)
    return found.where(late | ~waits[first])


# scheduled and signalled ------------------------------------------------------------------------------------------


def _scheduled(block: Block) -> Instances:
    table = block.world.scheduled
    if not len(table):
        return no_instances()
    due = table.data[1] <= block.world.date[table.data[0]]
    due &= block.running()[table.data[0]]
    if not due.any():
        return no_instances()
    world, _, event, entity, nth, deadline = table.pop(due)
    del nth
    return Instances(event, world, entity, -deadline)


def _signalled(block: Block) -> Instances:
    table = block.world.signals
    if not len(table):
        return no_instances()
    worlds, codes, entities = table.data
    table.clear()
    running, parts = block.running(), []
    for code in np.unique(codes).tolist():
        at = np.flatnonzero((codes == code) & running[worlds])
        for rule in block.book.reference.cache["listeners"].get(code, ()):
            world, entity = worlds[at], entities[at]
            if len(world):
                parts.append(Instances(np.full(len(world), rule.order), world, entity, np.zeros(len(world), np.int64)))
    if not parts:
        return no_instances()
    joined = (np.concatenate([getattr(p, f) for p in parts]) for f in ("event", "world", "entity", "nth"))
    return Instances(*joined)


# chance -----------------------------------------------------------------------------------------------------------


def _fire(block: Block, found: Instances) -> Instances:
    """Check windows, conditions and `once` of what was not polled, then draw the chance of each occurrence."""
    keep, odds = np.ones(found.n, bool), np.ones(found.n)
    streams, keys = np.zeros(found.n, np.uint64), np.zeros(found.n, np.uint64)
    for order, part in found.groups():
        rule = block.book.events[order]
        worlds, entity = found.world[part], found.entity[part]
        evaluate = Evaluator(block.book.graph, block.world, worlds, {"this": entity.astype(float)})
        if not rule.polled:
            keep[part] = _qualifies(block, rule, worlds, evaluate)
        odds[part] = _odds(block, rule, worlds, evaluate)
        streams[part] = rule.streams["chance"]
        if rule.table:
            keys[part] = block.book.schema.nil_keys[rule.table][entity]
    late = found.nth < 0
    odds[late], keep[late] = 1.0, True
    uncertain = odds < 1.0
    if uncertain.any():
        at = np.flatnonzero(uncertain)
        u = chance.draw(block.base[found.world[at]], streams[at], keys[at], found.nth[at].astype(np.uint64))
        missed = at[u >= odds[at]]
        _spend(block, found, missed[keep[missed]])
        keep[missed] = False
    return _once(block, found.where(keep))


def _qualifies(block: Block, rule: EventRule, worlds: Ints, evaluate: Evaluator) -> NDArray[np.bool_]:
    date = block.world.date[worlds]
    held = (date >= rule.low) & (date <= rule.high)
    if rule.source.once:
        held &= block.world.fired[rule.order, worlds] == 0
    if rule.when >= 0:
        held &= evaluate.full(rule.when).astype(bool)
    return held


def _odds(block: Block, rule: EventRule, worlds: Ints, evaluate: Evaluator) -> NDArray[np.float64]:
    """[n] chance of this occurrence: `chance` per opportunity, `mean_days` by the length of the step.

    A polled event whose mean wait is a constant has had its luck already.
    """
    if rule.waits is not None:
        return np.ones(len(worlds))
    if rule.mean_days >= 0:
        mean = np.maximum(evaluate.full(rule.mean_days).astype(float), 1e-6)
        return exact.decay(block.world.column("clock", "dt")[worlds], mean)
    if rule.chance >= 0:
        return evaluate.full(rule.chance).astype(float)
    return np.ones(len(worlds))


def _spend(block: Block, found: Instances, missed: Ints) -> None:
    """A failed chance of a polled `once` event spends it: the chance is drawn when its condition first holds."""
    event, world = found.event[missed], found.world[missed]
    spent = block.book.reference.cache["spent_by_a_miss"][event]
    block.world.fired[event[spent], world[spent]] = block.world.date[world[spent]].astype(np.int32)


def _once(block: Block, found: Instances) -> Instances:
    """An event that comes once in a world comes for its first entity only."""
    once = block.book.reference.cache["once"][found.event] if found.n else np.zeros(0, bool)
    again = np.zeros(found.n, bool)
    if found.n > 1:
        again[1:] = once[1:] & (found.event[1:] == found.event[:-1]) & (found.world[1:] == found.world[:-1])
    return found.where(~again)
