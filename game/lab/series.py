"""Many worlds as few numbers: quantiles over worlds, and shares with their intervals."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Spread:
    """Quantiles, mean and how many worlds have a value; without one the numbers are NaN."""

    quantiles: tuple[float, ...]
    mean: float
    defined: int


def spread(values: NDArray[np.float64]) -> Spread:
    """The spread of [n] values; NaN is "no value"."""
    known = values[~np.isnan(values)]
    if not len(known):
        return Spread((math.nan,) * len(QUANTILES), math.nan, 0)
    return Spread(tuple(np.quantile(known, QUANTILES).tolist()), float(np.mean(known)), len(known))


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927); 0 to 1 where nothing was counted."""
    if n == 0:
        return 0.0, 1.0
    share, z2 = hits / n, Z95 * Z95
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z95 / (1 + z2 / n) * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    return max(middle - half, 0.0), min(middle + half, 1.0)
