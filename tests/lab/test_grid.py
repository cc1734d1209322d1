"""Dates of series: the state at the first turn start on or after each."""

from __future__ import annotations

import numpy as np

from game.core import calendar
from game.lab.grid import EveryTurn, FixedGrid, carried_back, grid_dates, joined


def days(*texts: str) -> np.ndarray:
    return np.array([calendar.to_days(text) for text in texts])


def test_a_grid_holds_the_first_day_and_each_beginning() -> None:
    first, last = days("1941-06-22", "1942-01-31")
    assert grid_dates("month", first, last).tolist()[:3] == days("1941-06-22", "1941-07-01", "1941-08-01").tolist()
    assert (
        grid_dates("quarter", first, last).tolist()
        == days("1941-06-22", "1941-07-01", "1941-10-01", "1942-01-01").tolist()
    )
    assert grid_dates("year", first, last).tolist() == days("1941-06-22", "1942-01-01").tolist()
    assert grid_dates("turn", first, last) is None


def test_a_long_step_is_read_once_for_all_dates_that_it_passes() -> None:
    grid = FixedGrid(np.array([10, 11, 20]), names=1, worlds=2)
    both = np.array([0, 1])
    assert grid.wanted(both, np.array([10, 9])).tolist() == [True, False]
    grid.put(np.array([0]), np.array([10]), np.array([[1.0]]))
    assert grid.wanted(both, np.array([11, 15])).tolist() == [True, True]
    grid.put(both, np.array([11, 15]), np.array([[2.0, 3.0]]))
    assert grid.samples().values[0, :, 0].tolist()[:2] == [1.0, 2.0]
    assert grid.samples().values[0, :2, 1].tolist() == [3.0, 3.0]
    assert grid.samples().taken.tolist() == [[True, True], [True, True], [False, False]]
    assert grid.wanted(both, np.array([25, 19])).tolist() == [True, False]


def test_every_turn_is_read_and_worlds_of_other_dates_stand_at_their_next_turn() -> None:
    daily, weekly = EveryTurn(1, 1), EveryTurn(1, 1)
    for date in (1, 2, 3):
        daily.put(np.array([0]), np.array([date]), np.array([[10.0 * date]]))
    for date in (1, 3):
        weekly.put(np.array([0]), np.array([date]), np.array([[float(date)]]))
    both = joined([daily.samples(), weekly.samples()])
    assert both.taken.tolist() == [[True, True], [True, False], [True, True]]
    full = carried_back(both, last=2)
    assert full.dates.tolist() == [1, 2]
    assert full.values[0].tolist() == [[10.0, 1.0], [20.0, 3.0]]


def test_a_value_that_is_undefined_where_it_was_read_is_not_carried_back_over() -> None:
    grid = EveryTurn(1, 1)
    grid.put(np.array([0]), np.array([1]), np.array([[np.nan]]))
    grid.put(np.array([0]), np.array([2]), np.array([[5.0]]))
    assert np.isnan(carried_back(grid.samples(), last=2).values[0, 0, 0])
