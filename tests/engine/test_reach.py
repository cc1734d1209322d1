"""Polled rules: the same to a bit however many worlds are looked at at once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.engine.polled import TINY, WIDE
from game.engine.reach import BOUNDS
from game.script.evaluate import OPERATORS
from tests.contracts.worlds import begun, run
from tests.engine.builders import block_of, var
from tests.engine.builders import run as run_turns
from tests.rulebook.builders import book_of, counters, event


@pytest.mark.parametrize("operator", BOUNDS)
@pytest.mark.parametrize("mark", [-3.0, 0.0, 0.1, 1e-300, 41.0, 1e9])
def test_bounds_hold_where_the_comparison_does(operator: str, mark: float) -> None:
    values = np.array([np.nextafter(mark, -np.inf), mark, np.nextafter(mark, np.inf), 0.0, -7.0, 7.0, -np.inf, np.inf])
    low, high, outside = BOUNDS[operator](mark)
    within = (low <= values) & (values <= high)
    assert (within ^ outside).tolist() == OPERATORS[operator](values, mark).tolist()


@pytest.mark.parametrize("width", [TINY, 3 * TINY, WIDE + 3])
def test_a_world_among_many_is_as_it_is_alone(width: int) -> None:
    many = run(begun(range(100, 100 + width)), 3).world.hashes()
    for place in (0, width // 2, width - 1):
        assert run(begun([100 + place]), 3).world.hashes() == [many[place]]


def test_a_condition_that_failed_everywhere_is_asked_again(tmp_path: Path) -> None:
    text = event("count", 'when = "leader != nobody"', effects='"var.n += 1"')
    late = event("late", 'when = "leader != nobody and var.n >= 3"', effects='"var.m += 1"')
    block = block_of(book_of(tmp_path, things=counters("n", "m") + text + late), WIDE)
    seen = [var(run_turns(block), "m")[0] for _ in range(6)]
    assert seen == [0.0, 0.0, 0.0, 1.0, 2.0, 3.0]
