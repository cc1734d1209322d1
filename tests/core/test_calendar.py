"""Dates, and the steps by which worlds move through them."""

from datetime import date, timedelta

import numpy as np
import pytest

from game.core import calendar
from game.core.calendar import DAY, MONTH, WEEK

START = date(1900, 1, 1)
EVERY_DAY = np.arange(-40_000, 120_000)
DATES = [START + timedelta(days=int(day)) for day in EVERY_DAY]


def test_days_count_from_the_first_of_january_1900() -> None:
    assert calendar.to_days("1900-01-01") == 0
    assert calendar.to_days("1941-06-22") == 15_147
    assert calendar.to_days(date(1899, 12, 31)) == -1
    assert calendar.to_iso(15_147) == "1941-06-22"
    assert calendar.to_date(15_147.0) == date(1941, 6, 22)


@pytest.mark.parametrize("text", ["1941-06-31", "1941-6-22", "19410622", "1941-W25-7", "", "22 June"])
def test_a_string_that_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        calendar.to_days(text)


def test_a_fraction_of_a_day_is_no_date() -> None:
    with pytest.raises(ValueError, match="whole"):
        calendar.to_iso(1.5)


def test_columns_of_dates_agree_with_the_gregorian_calendar() -> None:
    assert calendar.year(EVERY_DAY).tolist() == [day.year for day in DATES]
    assert calendar.month(EVERY_DAY).tolist() == [day.month for day in DATES]
    assert calendar.weekday(EVERY_DAY).tolist() == [day.weekday() for day in DATES]


def test_a_column_of_whole_floats_reads_as_dates() -> None:
    assert calendar.year(np.array([15_147.0])).tolist() == [1941]
    assert calendar.year(np.array([15_147.0])).dtype == np.int64


def test_a_step_ends_at_midnight_on_monday_or_on_the_first() -> None:
    ends = EVERY_DAY + calendar.step_length(EVERY_DAY, np.full(len(EVERY_DAY), MONTH))
    later = [date(day.year + day.month // 12, day.month % 12 + 1, 1) for day in DATES]
    assert [calendar.to_date(day) for day in ends.tolist()] == later
    week = calendar.step_length(EVERY_DAY, np.full(len(EVERY_DAY), WEEK))
    assert np.all(calendar.weekday(EVERY_DAY + week) == 0)
    assert week.min() == 1
    assert week.max() == 7
    assert np.all(calendar.step_length(EVERY_DAY, DAY) == 1)


def test_worlds_of_one_block_differ_in_date_and_step() -> None:
    days = np.array([calendar.to_days(day) for day in ("1941-06-22", "1941-06-22", "1941-06-22", "1944-02-01")])
    assert calendar.step_length(days, np.array([DAY, WEEK, MONTH, MONTH])).tolist() == [1, 1, 9, 29]
    assert calendar.step_length(days.astype(float), np.array([0.0, 1.0, 2.0, 2.0])).tolist() == [1, 1, 9, 29]


@pytest.mark.parametrize("step", [-1, 3])
def test_another_step_is_refused(step: int) -> None:
    with pytest.raises(ValueError, match="DAY, WEEK or MONTH"):
        calendar.step_length(np.array([0]), np.array([step]))


def test_a_step_that_ends_on_a_boundary_crosses_it_and_the_next_does_not() -> None:
    last = calendar.to_days("1941-12-31")
    for period in ("day", "month", "quarter", "year"):
        assert calendar.crosses(np.array([last]), np.array([1]), period).tolist() == [True]
    for period in ("month", "quarter", "year"):
        assert calendar.crosses(np.array([last + 1]), np.array([1]), period).tolist() == [False]
    assert calendar.crosses(np.array([last]), np.array([1]), "week").tolist() == [False]


def test_daily_and_monthly_steps_cross_as_many_boundaries() -> None:
    for period in ("month", "quarter", "year"):
        day, days = calendar.to_days("1941-06-22"), calendar.to_days("1945-05-09")
        daily = calendar.crosses(np.arange(day, days), 1, period).sum()
        monthly = 0
        while day < days:
            step = min(int(calendar.step_length(day, MONTH)), days - day)
            monthly += int(calendar.crosses(day, step, period))
            day += step
        assert daily == monthly


def test_another_period_is_refused() -> None:
    with pytest.raises(ValueError, match="fortnight"):
        calendar.crosses(np.array([0]), np.array([1]), "fortnight")  # type: ignore[arg-type]
