"""Expressions that rise or fall with one row are told apart, and keep their bits."""

from __future__ import annotations

import numpy as np
import pytest

from game.script.evaluate import Evaluator
from game.script.linear import linear
from tests.rulebook.builders import bare_book
from tests.script.builders import node, put, worlds

LINEAR = (
    "3", "room.nerve", "5 + room.nerve / 7", "room.nerve / 7 + 5", "5 - room.nerve / 7", "0.1 - room.nerve * 0.3",
    "room.nerve * 0.3 - 0.1", "9 - room.nerve",
)  # fmt: skip


@pytest.mark.parametrize("text", LINEAR)
def test_what_is_linear_keeps_its_bits(text: str) -> None:
    world = worlds(64)
    put(world, "room.room.nerve", np.random.default_rng(3).uniform(0.0, 100.0, 64))
    found = linear(bare_book().graph, node(text))
    assert found is not None
    value = found.base + world.numbers[found.row] * found.factor / found.divisor
    assert value.tolist() == Evaluator(bare_book().graph, world, None).full(node(text)).tolist()


@pytest.mark.parametrize("text", ["room.nerve + room.tension", "max(room.nerve, 3)", "2 + room.nerve / room.tension"])
def test_what_is_not_linear_is_nothing(text: str) -> None:
    assert linear(bare_book().graph, node(text)) is None
