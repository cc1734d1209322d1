"""Which events happen now: polled conditions, signals, schedules, and the chance of each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.core import chance, exact
from game.engine.block import NOBODY, Block, Instances, no_instances
from game.engine.eventtable import luck_of
from game.engine.polled import polled_events
from game.rulebook.events import FOREVER
from game.rulebook.rules import EventRule
from game.script.evaluate import Evaluator
from game.world.ragged import Ints

MOST_ENTITIES = 1 << 16
"""More than any table has rows: occurrences are sorted by one number."""


def happening(block: Block, polled: bool) -> Instances:
    """All events of this round by event, world, entity. polled: conditions are looked at (in the first round)."""
    parts = [_scheduled(block), _signalled(block)]
    if polled:
        parts.append(polled_events(block))
    found = _joined([p for p in parts if p.n])
    if not found.n:
        return found
    order = np.argsort((found.event * block.width + found.world) * MOST_ENTITIES + found.entity, kind="stable")
    return _fire(block, _number(block, found.at(order)))


def _joined(parts: list[Instances]) -> Instances:
    if len(parts) < 2:
        return parts[0] if parts else no_instances()
    event, world, entity, nth = (
        np.concatenate([getattr(p, f) for p in parts]) for f in ("event", "world", "entity", "nth")
    )
    return Instances(event, world, entity, nth)


def _number(block: Block, found: Instances) -> Instances:
    """Tell repeats of one event, world and entity within a round apart.

    A negative `nth` is the deadline of a question put off; while it may wait on, the same is not asked anew beside it.
    """
    late = found.nth < 0
    same = np.zeros(found.n, bool)
    same[1:] = (
        (found.event[1:] == found.event[:-1])
        & (found.world[1:] == found.world[:-1])
        & (found.entity[1:] == found.entity[:-1])
    )
    start = 64 * block.world.round
    if not same.any():
        found.nth = np.where(late, found.nth, start)
        return found
    count = np.arange(found.n)
    first = np.maximum.accumulate(np.where(same, 0, count))
    waits = late & (block.world.date[found.world] < -found.nth)
    found.nth = np.where(late, found.nth, count - first + start)
    return found.where(late | ~waits[first])


# scheduled and signalled ------------------------------------------------------------------------------------------


def _scheduled(block: Block) -> Instances:
    """What is due: of questions put off all, of the rest what qualifies today."""
    table = block.world.scheduled
    if not len(table):
        return no_instances()
    due = table.data[1] <= block.world.date[table.data[0]]
    if not due.any():
        return no_instances()
    due &= block.running()[table.data[0]]
    world, _, event, entity, _, deadline = table.pop(due)
    found, parts = Instances(event, world, entity, -deadline), []
    for order in np.flatnonzero(np.bincount(event)).tolist():
        at = np.flatnonzero(event == order)
        rule, late = block.book.events[order], deadline[at] > 0
        if not rule.polled and not late.all():
            evaluate = Evaluator(block.book.graph, block.world, world[at], {"this": entity[at].astype(float)})
            at = at[_qualifies(block, rule, world[at], evaluate) | late]
        parts.append(at)
    keep = np.concatenate(parts) if parts else np.zeros(0, np.int64)
    keep.sort()
    return found.at(keep)


def _signalled(block: Block) -> Instances:
    """Whom signals call, where it qualifies: those who listen to one signal share what their conditions read."""
    table = block.world.signals
    if not len(table):
        return no_instances()
    worlds, codes, entities = table.data
    table.clear()
    running, parts = block.running(), []
    for code in np.flatnonzero(np.bincount(codes)).tolist():
        listeners = block.book.reference.cache["listeners"].get(code, ())
        at = np.flatnonzero((codes == code) & running[worlds]) if listeners else NOBODY
        if not len(at):
            continue
        world, entity = worlds[at], entities[at]
        evaluate = Evaluator(block.book.graph, block.world, world, {"this": entity.astype(float)})
        for rule in listeners:
            keep = np.flatnonzero(_qualifies(block, rule, world, evaluate))
            if len(keep):
                order = np.full(len(keep), rule.order)
                parts.append(Instances(order, world[keep], entity[keep], np.zeros(len(keep), np.int64)))
    return _joined(parts)


def _qualifies(block: Block, rule: EventRule, worlds: Ints, evaluate: Evaluator) -> NDArray[np.bool_]:
    """[n] where an event that is not polled is in its window, has not been spent, and its condition holds."""
    held = np.ones(len(worlds), bool)
    if rule.low > 0 or rule.high < FOREVER:
        date = block.world.date[worlds]
        held = (date >= rule.low) & (date <= rule.high)
    if rule.source.once:
        held &= block.world.fired[rule.order].take(worlds) == 0
    for clause in rule.clauses:
        if not np.count_nonzero(held):
            break
        held = np.logical_and(held, evaluate(clause))
    return held


# chance -----------------------------------------------------------------------------------------------------------


def _fire(block: Block, found: Instances) -> Instances:
    """Draw the chance of each occurrence that has one."""
    odds = np.ones(found.n)
    for order, part in found.groups():
        rule = block.book.events[order]
        if rule.waits is None and (rule.mean_days >= 0 or rule.chance >= 0):
            scope = {"this": found.entity[part].astype(float)}
            worlds = found.world[part]
            odds[part] = _odds(block, rule, worlds, Evaluator(block.book.graph, block.world, worlds, scope))
    odds[found.nth < 0] = 1.0
    at = np.flatnonzero(odds < 1.0)
    if not len(at):
        return _once(block, found)
    doubtful = found.at(at)
    missed = at[chance.draw(block.base[doubtful.world], *luck_of(block, doubtful, "chance")) >= odds[at]]
    _spend(block, found, missed)
    keep = np.ones(found.n, bool)
    keep[missed] = False
    return _once(block, found.where(keep))


def _odds(block: Block, rule: EventRule, worlds: Ints, evaluate: Evaluator) -> NDArray[np.float64]:
    """[n] chance of this occurrence: `chance` per opportunity, `mean_days` by the length of the step.

    A polled event whose mean wait is a constant has had its luck already.
    """
    if rule.mean_days >= 0:
        mean = np.maximum(evaluate.full(rule.mean_days).astype(float), 1e-6)
        return exact.decay(block.world.column("clock", "dt")[worlds], mean)
    return evaluate.full(rule.chance).astype(float)


def _spend(block: Block, found: Instances, missed: Ints) -> None:
    """A failed chance of a polled `once` event spends it: the chance is drawn when its condition first holds."""
    event, world = found.event[missed], found.world[missed]
    spent = block.book.reference.cache["spent_by_a_miss"][event]
    block.world.fired[event[spent], world[spent]] = block.world.date[world[spent]].astype(np.int32)


def _once(block: Block, found: Instances) -> Instances:
    """An event that comes once in a world comes for its first entity only."""
    again = np.zeros(found.n, bool)
    again[1:] = (found.event[1:] == found.event[:-1]) & (found.world[1:] == found.world[:-1])
    if not again.any():
        return found
    return found.where(~(again & block.book.reference.cache["once"][found.event]))
