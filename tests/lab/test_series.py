"""Quantiles and intervals."""

from __future__ import annotations

import numpy as np
import pytest

from game.lab.output import figure
from game.lab.series import spread, wilson


def test_a_spread_leaves_out_worlds_without_a_value() -> None:
    over = spread(np.array([1.0, np.nan, 3.0]))
    assert (over.quantiles[2], over.mean, over.defined) == (2.0, 2.0, 2)


def test_a_spread_of_nothing_is_nothing() -> None:
    over = spread(np.array([np.nan]))
    assert over.defined == 0
    assert figure(over.mean) == ""


@pytest.mark.parametrize("hits, n, low, high", [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0)])
def test_intervals_are_those_of_wilson(hits: int, n: int, low: float, high: float) -> None:
    assert wilson(hits, n) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def test_an_interval_of_no_worlds_says_nothing() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize("value, text", [(3.0, "3"), (0.1, "0.1"), (float("nan"), ""), (-2.5, "-2.5")])
def test_a_figure_in_a_file_keeps_all_its_digits(value: float, text: str) -> None:
    assert figure(value) == text
