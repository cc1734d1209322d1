"""Who is taken in a round no longer decides in it."""

from __future__ import annotations

import numpy as np

from game.engine.block import Instances
from game.engine.choice import Choices
from game.engine.resolve import resolve
from tests.contracts.worlds import begun


def test_a_man_arrested_by_an_earlier_event_of_the_round_no_longer_decides() -> None:
    block = begun([3])
    rule = next(r for r in block.book.events if r.id == "week.ambassador")
    molotov = block.book.schema.index["person"]["molotov"] + 1
    block.world.column("person", "free")[molotov - 1] = 0.0
    one = np.zeros(1, np.int64)
    chronicle = block.world.chronicle
    assert chronicle is not None
    before = len(chronicle)
    other = Choices(one + molotov, one + molotov, one + (rule.default + 1) % 2)
    resolve(block, Instances(one + rule.order, one, one, one), other)
    row = chronicle.rows(before)[0]
    assert row["actor"] == 0
    assert (row["code"] >> 2) & 15 == rule.default
