"""Applying what was chosen: in order of event and entity, each world at most once in a pass."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray

from game.core import chance
from game.engine.block import Block, Instances
from game.engine.choice import PUT_OFF, Choices
from game.engine.eventtable import event_table, luck_of
from game.engine.plain import plain_table, take_plain
from game.engine.remit import person_cell
from game.rulebook.rules import Consequence
from game.script.act import Act
from game.script.effects import apply
from game.script.evaluate import Evaluator
from game.world.chronicle import Kind, Result, encode
from game.world.ragged import Ints

Floats = NDArray[np.float64]
ACTOR = "actor"
"""The man who decided, beside `me`, whom the event names: 0 where he could not, and the default was taken."""


PLAIN = -1


@dataclass(slots=True)
class Round:
    """The occurrences of a round as they are applied: by event, repeat within a world, and option. Arrays [n].

    me: whom the event names. actor: the same where he decided, else 0. luck: one uniform number of each event that may
    roll.
    """

    found: Instances
    again: Ints
    me: Ints
    actor: Ints
    chosen: Ints
    luck: Floats
    base: NDArray[np.uint64]

    def put_in_order(self, part: slice) -> list[slice]:
        """Sort a run of occurrences; runs of one event, repeat and option in it."""
        found = self.found
        keys = ((found.event[part] << 24) + self.again[part] << 8) + self.chosen[part] - PUT_OFF
        if (keys[1:] < keys[:-1]).any():
            order = np.argsort(keys, kind="stable")
            keys = keys[order]
            for array in (*found.arrays(), self.again, self.me, self.actor, self.chosen, self.luck, self.base):
                array[part] = array[part][order]
        bounds = [0, *(np.flatnonzero(keys[1:] != keys[:-1]) + 1).tolist(), len(keys)]
        return [slice(part.start + a, part.start + b) for a, b in pairwise(bounds)]


def resolve(block: Block, found: Instances, choices: Choices) -> None:
    """Apply the chosen options of all occurrences of a round."""
    now = Round(
        Instances(*(array.copy() for array in found.arrays())), _repeats(found), choices.who.copy(),
        choices.actor.copy(), choices.chosen.copy(), _luck(block, found), block.base[found.world],
    )  # fmt: skip
    runs = now.put_in_order(slice(0, found.n))
    _settle(block, now, slice(0, found.n))
    plain, takes = plain_table(block.book).plain, event_table(block.book).takes
    taken = not _still_there(block, now, slice(0, found.n)).all()
    for event, together in groupby(runs, key=lambda run: _alike(now, run, plain)):
        mine = list(together)
        part = slice(mine[0].start, mine[-1].stop)
        _put_off(block, now, part)
        if taken:
            mine = _stand_down(block, now, part) or mine
        if event == PLAIN and len(mine) > 1 and block.world.ledger is None:
            take_plain(block, now.found.part(part), now.chosen[part], now.actor[part])
            continue
        for run in mine:
            _take(block, now, run)
            taken = taken or bool(takes[max(now.chosen[run.start], 0), now.found.event[run.start]])


def _alike(now: Round, run: slice, plain: NDArray[np.bool_]) -> int:
    """The event of a run, or PLAIN: plain events that follow one another are applied together."""
    event = int(now.found.event[run.start])
    return PLAIN if plain[event] else event


def _repeats(found: Instances) -> Ints:
    """[n] how many occurrences of the same event come before in the same world."""
    same = np.zeros(found.n, bool)
    same[1:] = (found.event[1:] == found.event[:-1]) & (found.world[1:] == found.world[:-1])
    if not same.any():
        return np.zeros(found.n, np.int64)
    count = np.arange(found.n)
    return count - np.maximum.accumulate(np.where(same, 0, count))


def _luck(block: Block, found: Instances) -> Floats:
    """One uniform number for each occurrence whose options may roll."""
    luck = np.zeros(found.n)
    at = np.flatnonzero(event_table(block.book).rolls[found.event])
    if len(at):
        some = found.at(at)
        luck[at] = chance.draw(block.base[some.world], *luck_of(block, some, "roll"))
    return luck


def _put_off(block: Block, now: Round, part: slice) -> None:
    """A question put off comes again tomorrow, until its deadline."""
    at = part.start + np.flatnonzero(now.chosen[part] == PUT_OFF)
    if not len(at):
        return
    some = now.found.at(at)
    date = block.world.date[some.world].astype(np.int64)
    deadline = np.where(some.nth < 0, -some.nth, date + event_table(block.book).timeout[some.event])
    block.world.scheduled.append(some.world, date + 1, some.event, some.entity, -1, deadline)


def _settle(block: Block, now: Round, part: slice) -> None:
    """Note on what day the events fired."""
    some = now.found.at(part.start + np.flatnonzero(now.chosen[part] >= 0))
    block.world.fired[some.event, some.world] = block.world.date[some.world]


def _still_there(block: Block, now: Round, part: slice) -> NDArray[np.bool_]:
    """[n] where he who decides, if anybody does, is alive and free."""
    actor, world = now.actor[part], now.found.world[part]
    there = (person_cell(block, "free", actor, world) > 0) & (person_cell(block, "alive", actor, world) > 0)
    return (actor == 0) | there


def _stand_down(block: Block, now: Round, part: slice) -> list[slice]:
    """Who was taken meanwhile no longer decides: the default applies without him. New runs, if anybody was."""
    held = _still_there(block, now, part)
    if held.all():
        return []
    now.actor[part] = np.where(held, now.actor[part], 0)
    now.chosen[part] = np.where(held, now.chosen[part], event_table(block.book).default[now.found.event[part]])
    _settle(block, now, part)
    return now.put_in_order(part)


def _take(block: Block, now: Round, run: slice) -> None:
    """Apply one option of an event to a run of worlds."""
    k, rule = int(now.chosen[run.start]), block.book.events[now.found.event[run.start]]
    if k < 0:
        return
    worlds, entity = now.found.world[run], now.found.entity[run]
    scope = {"this": entity.astype(float), "me": now.me[run].astype(float), ACTOR: now.actor[run].astype(float)}
    act = Act(block.world, block.book.reference, worlds, now.base[run], rule.id, scope, now.found.nth[run])
    does = rule.options[k].does
    pay(block, act, does)
    consequence(block, act, does, now.luck[run], (Kind.EVENT, rule.order, k), entity)


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


def _chronicle(act: Act, code: tuple[int, int, int], result: int | Ints, entity: Ints) -> None:
    if act.world.chronicle is not None:
        numbers = act.world.number[act.worlds]
        actor = act.scope.get(ACTOR, act.me)
        act.world.chronicle.write(encode(*code, result), numbers, act.date, entity, actor)
