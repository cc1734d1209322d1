"""Dates as whole days since 1 January 1900 and the steps by which worlds move through them.

The calendar is the proleptic Gregorian one. 1 January 1900 was a Monday. Functions of columns take days as int64[W], or
as float64[W] holding whole numbers (as the arena of a World does), and give int64 or bool of the same shape; worlds of
one block may differ in date and in step.
"""

from datetime import date, timedelta
from typing import Final, Literal, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

Days = NDArray[np.int64]
Period = Literal["day", "week", "month", "quarter", "year"]

DAY: Final = 0
"""Step code: to the next midnight (an acute crisis)."""
WEEK: Final = 1
"""Step code: to the next Monday (a major war)."""
MONTH: Final = 2
"""Step code: to the next first of the month."""

DAYS_A_WEEK: Final = 7
MONTHS_A_QUARTER: Final = 3
MONTHS_A_YEAR: Final = 12

_START: Final = date(1900, 1, 1)
_START_BEFORE_1970: Final = 25_567  # days from _START to the epoch of datetime64
_MONTHS_BEFORE_1970: Final = 70 * MONTHS_A_YEAR


def to_days(day: str | date) -> int:
    """Days since 1900-01-01 of a date or of "YYYY-MM-DD". Raises ValueError where the string is no such date."""
    if isinstance(day, str):
        parsed = date.fromisoformat(day)
        if parsed.isoformat() != day:
            raise ValueError(f"a date is written YYYY-MM-DD, not {day!r}")
        day = parsed
    return day.toordinal() - _START.toordinal()


def to_date(days: float) -> date:
    """The date of a whole number of days since 1900-01-01. ValueError for a fraction, OverflowError past 9999."""
    if days != int(days):
        raise ValueError(f"{days} is no whole number of days")
    return _START + timedelta(days=int(days))


def to_iso(days: float) -> str:
    """The date of a whole number of days since 1900-01-01 as "YYYY-MM-DD"."""
    return to_date(days).isoformat()


def year(days: ArrayLike) -> Days:
    """The year of each date, as 1941."""
    return _month_index(days) // MONTHS_A_YEAR + _START.year


def month(days: ArrayLike) -> Days:
    """The month of each date, 1 to 12."""
    return _month_index(days) % MONTHS_A_YEAR + 1


def weekday(days: ArrayLike) -> Days:
    """The day of the week of each date, 0 for Monday to 6 for Sunday."""
    return _whole(days) % DAYS_A_WEEK


def step_length(days: ArrayLike, step: ArrayLike) -> Days:
    """Days, at least 1, from each date to the next boundary of its step (DAY, WEEK or MONTH).

    Raises ValueError where a step is none of the three.
    """
    start, code = _whole(days), _whole(step)
    if ((code < DAY) | (code > MONTH)).any():
        raise ValueError("a step is DAY, WEEK or MONTH")
    to_monday = DAYS_A_WEEK - start % DAYS_A_WEEK
    to_first = _first_of_month(_month_index(start) + 1) - start
    return np.where(code == MONTH, to_first, np.where(code == WEEK, to_monday, 1))


def crosses(days: ArrayLike, dt: ArrayLike, period: Period) -> NDArray[np.bool_]:
    """Whether a new day, week, month, quarter or year begins after `days` and not after `days + dt`.

    A step that ends on the first of a month crosses it; the step that starts there does not. Raises ValueError for
    another word.
    """
    start = _whole(days)
    return cast(NDArray[np.bool_], _number(start, period) != _number(start + _whole(dt), period))


def _number(days: Days, period: Period) -> Days:
    """The number of the period that each date falls in, counted from 1900-01-01."""
    match period:
        case "day":
            return days
        case "week":
            return days // DAYS_A_WEEK
        case "month":
            return _month_index(days)
        case "quarter":
            return _month_index(days) // MONTHS_A_QUARTER
        case "year":
            return _month_index(days) // MONTHS_A_YEAR
    raise ValueError(f"no period is called {period!r}")


def _month_index(days: ArrayLike) -> Days:
    """Months since January 1900 of each date."""
    dates = (_whole(days) - _START_BEFORE_1970).astype("datetime64[D]")
    return dates.astype("datetime64[M]").astype(np.int64) + _MONTHS_BEFORE_1970


def _first_of_month(index: Days) -> Days:
    """Days since 1900-01-01 of the first day of each month, given as months since January 1900."""
    months = (index - _MONTHS_BEFORE_1970).astype("datetime64[M]")
    return months.astype("datetime64[D]").astype(np.int64) + _START_BEFORE_1970


def _whole(days: ArrayLike) -> Days:
    """Columns of whole numbers as int64."""
    return np.asarray(days).astype(np.int64, copy=False)
