"""Applying what was chosen: in order of event and entity, each world at most once in a pass."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.core import chance
from game.engine.block import Block, Instances
from game.engine.choice import PUT_OFF, Choices
from game.engine.remit import person_cell
from game.rulebook.rules import Consequence, EventRule
from game.script.act import Act
from game.script.effects import apply
from game.script.evaluate import Evaluator
from game.world.chronicle import Kind, Result, encode
from game.world.ragged import Ints

Floats = NDArray[np.float64]
ACTOR = "actor"
"""The man who decided, beside `me`, whom the event names: 0 where he could not, and the default was taken."""


def resolve(block: Block, found: Instances, choices: Choices) -> None:
    """Apply the chosen options of all occurrences of a round."""
    luck = _luck(block, found)
    for order, part in found.groups():
        rule = block.book.events[order]
        group = found.part(part)
        _put_off(block, rule, group, choices.chosen[part])
        _resolve_event(block, rule, group, choices.part(part), luck[part])


def _luck(block: Block, found: Instances) -> NDArray[np.float64]:
    """One uniform number for each occurrence whose options roll."""
    streams, keys = np.zeros(found.n, np.uint64), np.zeros(found.n, np.uint64)
    for order, part in found.groups():
        rule = block.book.events[order]
        streams[part] = rule.streams["roll"]
        if rule.table:
            keys[part] = block.book.schema.nil_keys[rule.table][found.entity[part]]
    nth = np.maximum(found.nth, 0).astype(np.uint64)
    return chance.draw(block.base[found.world], streams, keys, nth)


def _put_off(block: Block, rule: EventRule, group: Instances, chosen: Ints) -> None:
    """A question put off comes again tomorrow, until its deadline."""
    later = chosen == PUT_OFF
    if not later.any():
        return
    world, entity, nth = group.world[later], group.entity[later], group.nth[later]
    date = block.world.date[world].astype(np.int64)
    deadline = np.where(nth < 0, -nth, date + (rule.source.timeout or 1))
    block.world.scheduled.append(world, date + 1, rule.order, entity, -1, deadline)


def _still_there(block: Block, rule: EventRule, worlds: Ints, actor: Ints, chosen: Ints) -> tuple[Ints, Ints]:
    """Who was taken or killed by an earlier event of the round no longer decides: the default applies without him."""
    held = (actor == 0) | (
        (person_cell(block, "free", actor, worlds) > 0) & (person_cell(block, "alive", actor, worlds) > 0)
    )
    if held.all():
        return actor, chosen
    return np.where(held, actor, 0), np.where(held, chosen, rule.default)


def _resolve_event(block: Block, rule: EventRule, group: Instances, choices: Choices, luck: Floats) -> None:
    worlds, actor, chosen = group.world, choices.actor, choices.chosen
    if rule.decides >= 0:
        actor, chosen = _still_there(block, rule, worlds, actor, chosen)
    settled = chosen >= 0
    block.world.fired[rule.order, worlds[settled]] = block.world.date[worlds[settled]]
    repeat = np.arange(len(worlds)) - np.searchsorted(worlds, worlds)
    for again in range(int(repeat.max()) + 1):
        for k, option in enumerate(rule.options):
            at = np.flatnonzero((chosen == k) & (repeat == again))
            if len(at):
                scope = {
                    "this": group.entity[at].astype(float),
                    "me": choices.who[at].astype(float),
                    ACTOR: actor[at].astype(float),
                }
                act = Act(
                    block.world, block.book.reference, worlds[at], block.base[worlds[at]], rule.id, scope, group.nth[at]
                )
                code = (Kind.EVENT, rule.order, k)
                pay(block, act, option.does)
                consequence(block, act, option.does, luck[at], code, group.entity[at])


def pay(block: Block, act: Act, does: Consequence) -> None:
    """The deciding seat pays the price of an option."""
    if block.book.graph.constant(does.price) != 0.0:
        price = Evaluator(block.book.graph, act.world, act.worlds, act.scope).full(does.price)
        act.add("person", "authority", -price, act.scope[ACTOR])


def consequence(
    block: Block, act: Act, does: Consequence, luck: Floats | None, code: tuple[int, int, int], entity: Ints
) -> None:
    """Apply the effects, roll, and write the chronicle. The odds of a roll are those before the effects."""
    graph = block.book.graph
    if does.roll < 0 or luck is None:
        apply(act, does.effects, graph)
        _chronicle(act, code, Result.NONE, entity)
        return
    won = luck < Evaluator(graph, act.world, act.worlds, act.scope).full(does.roll)
    apply(act, does.effects, graph)
    _chronicle(act, code, np.where(won, int(Result.SUCCESS), int(Result.FAILURE)), entity)
    if won.all():
        apply(act, does.success, graph)
    elif not won.any():
        apply(act, does.failure, graph)
    else:
        apply(act.only(won), does.success, graph)
        apply(act.only(~won), does.failure, graph)


def _chronicle(act: Act, code: tuple[int, int, int], result: object, entity: Ints) -> None:
    if act.world.chronicle is not None:
        numbers = act.world.number[act.worlds]
        actor = act.scope.get(ACTOR, act.me)
        act.world.chronicle.write(encode(*code, result), numbers, act.date, entity, actor)
