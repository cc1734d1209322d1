"""Reductions over entities that give a world the same bits whatever worlds stand beside it.

Every function reduces axis 0 of an array [entity, world]. Floating-point addition is not associative, and numpy chooses
the order of a sum by the memory layout: along a contiguous axis in pairs, across it row by row. Here the order is row
by row, from the first row to the last, for every number of worlds. Nothing else in the simulation may sum, take a mean
or reduce floats over entities (a test holds that). Values are finite. A zero that comes out is positive: the sign of a
zero that `max` or an empty sum returns differs between processors.
"""

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Rows = NDArray[np.int64]
FEW = 200
"""Worlds up to which one call for all rows costs less than one for each."""

_WIDE = 512
"""Worlds from which on a ranking compares rows in pairs: sorting costs more by the world, but has fewer calls."""


def total(values: Floats) -> Floats:
    """The sum of float64[E, W] over its rows, float64[W]; 0 where there is no row."""
    values = _by_rows(values)
    if values.shape[0] == 0:
        return np.zeros(values.shape[1])
    if values.shape[1] == 1:
        return cast(Floats, np.cumsum(values, axis=0)[-1] + 0.0)
    return cast(Floats, values.sum(axis=0) + 0.0)


def mean(values: Floats, eligible: Bools | None = None) -> Floats:
    """The mean of float64[E, W] over its rows, or over the eligible ones (bool[E, W]); 0 where there is none."""
    if eligible is None:
        return total(values) / max(len(values), 1)
    return total(values * eligible) / np.maximum(count(eligible), 1)


def highest(values: Floats) -> Floats:
    """The largest of float64[E, W] in each world, float64[W]; -inf where there is no row."""
    return cast(Floats, np.max(values, axis=0, initial=-np.inf) + 0.0)


def lowest(values: Floats) -> Floats:
    """The smallest of float64[E, W] in each world, float64[W]; inf where there is no row."""
    return cast(Floats, np.min(values, axis=0, initial=np.inf) + 0.0)


def count(holds: Bools) -> Rows:
    """How many rows of bool[E, W] hold, int64[W]."""
    if len(holds) < 256:
        return holds.view(np.uint8).sum(axis=0, dtype=np.uint8).astype(np.int64)
    return cast(Rows, holds.sum(axis=0, dtype=np.int64))


def best(values: Floats, eligible: Bools) -> Rows:
    """The row of the highest eligible of float64[E, W] in each world, int64[W].

    Ties go to the lowest row; -1 where no row is eligible.
    """
    if len(values) == 0:
        return np.full(values.shape[1], -1, np.int64)
    chosen = np.where(eligible, values, -np.inf).argmax(axis=0)
    return np.where(eligible.any(axis=0), chosen, -1).astype(np.int64, copy=False)


def ranking(values: Floats, eligible: Bools) -> Rows:
    """Ranks int64[E, W] of float64[E, W] in each world, from 1 for the highest; 0 for rows not eligible.

    Ranks are a permutation: of equals the lower row ranks first.
    """
    if values.shape[1] < _WIDE:
        order = np.argsort(np.where(eligible, -values, np.inf), axis=0, kind="stable")
        ranks = np.empty(values.shape, np.int64)
        np.put_along_axis(ranks, order, np.arange(1, len(values) + 1)[:, None], axis=0)
        return ranks * eligible
    return _ranks_by_pairs(np.where(eligible, values, -np.inf)) * eligible


def _ranks_by_pairs(values: Floats) -> Rows:
    """Ranks int64[E, W] of all rows: each is compared with those below it, many worlds at a time."""
    rank = np.ones(values.shape, np.int16)
    for row in range(len(values) - 1):
        ahead = values[row] >= values[row + 1 :]
        rank[row + 1 :] += ahead
        rank[row] += len(ahead) - ahead.sum(axis=0, dtype=np.int16)
    return rank.astype(np.int64)


def weighted_pick(weights: Floats, u: Floats) -> Rows:
    """A row drawn in each world with odds float64[E, W] >= 0, by u[W] in [0, 1): int64[W], -1 where every odd is 0.

    The row in which u times the total falls, rows laid end to end. A row of weight 0 is never picked.
    """
    if len(weights) == 0:
        return np.full(weights.shape[1], -1, np.int64)
    reach = _running(weights)
    below = count(reach <= u * reach[-1])
    last = count(reach < reach[-1])  # u * total may round up to the total
    return np.where(reach[-1] > 0.0, np.minimum(below, last), -1)


def _running(values: Floats) -> Floats:
    """Sums of float64[E, W] up to each row: row by row where that is quicker, with the same bits."""
    if values.shape[1] < FEW:
        return np.cumsum(values, axis=0)
    reach = values.copy()
    for k in range(1, len(reach)):
        np.add(reach[k - 1], reach[k], out=reach[k])
    return reach


def _by_rows(values: Floats) -> Floats:
    """`values`, which must have two axes, in C order: the order of memory is the order of a sum."""
    if values.ndim != 2:
        raise ValueError(f"a reduction takes [entity, world], not {values.ndim} axes")
    array: NDArray[Any] = np.ascontiguousarray(values)
    return array
