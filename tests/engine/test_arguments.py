"""What policies act upon: chosen together, each seat finds what it would have found alone."""

from __future__ import annotations

import numpy as np
import pytest

from game.core import chance, rowsum
from game.engine import orders
from game.engine.arguments import choose_arguments
from game.engine.block import Block
from game.rulebook.rules import LeverRule
from tests.engine.builders import block_of, run
from tests.knowledge.builders import base_book

WORLDS = 12
SEATS = 3


def one_by_one(block: Block, lever: LeverRule, seat: int, world: int) -> dict[str, float] | None:
    """Arguments drawn value by value among what `candidates` allows to one seat of one world."""
    given: dict[str, float] = {}
    who, where = np.array([seat]), np.array([world])
    key = block.book.schema.nil_keys["person"][who]
    for nth, argument in enumerate(lever.arguments):
        so_far = {name: np.array([value]) for name, value in given.items()}
        may = orders.candidates(block, argument, who, where, so_far)
        luck = chance.draw(block.base[where], lever.streams["argument"], key, np.uint64(nth))
        row = int(rowsum.weighted_pick(may.weight * may.held, luck)[0])
        if row < 0:
            return None
        given[argument.name] = float(may.values[row])
    return given


@pytest.fixture(scope="module")
def third_day() -> Block:
    """Worlds whose seats have acted for two days."""
    return run(block_of(base_book(), WORLDS, policy="mixed"), 2)


def test_seats_that_choose_together_choose_what_each_would_alone(third_day: Block) -> None:
    levers = [lever for lever in third_day.book.levers if lever.arguments]
    lever = np.repeat([x.order for x in levers], WORLDS * SEATS)
    seat = np.tile(np.repeat(np.arange(1, SEATS + 1), WORLDS), len(levers))
    worlds = np.tile(np.arange(WORLDS), SEATS * len(levers))
    given, found = choose_arguments(third_day, lever, seat, worlds)
    chosen = 0
    for place in range(0, len(lever), 5):
        rule = third_day.book.levers[lever[place]]
        alone = one_by_one(third_day, rule, int(seat[place]), int(worlds[place]))
        assert bool(found[place]) == (alone is not None), rule.id
        if alone is not None:
            assert {name: float(given[name][place]) for name in alone} == alone, rule.id
            chosen += 1
    assert chosen > 50


def test_nobody_who_asks_gets_nothing(third_day: Block) -> None:
    nobody = np.zeros(0, np.int64)
    given, found = choose_arguments(third_day, nobody, nobody, nobody)
    assert given == {}
    assert len(found) == 0
