"""Two plain loops of numpy, timed in every run of the bench: what a call costs here, and what an element costs."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

CALLS, CALL_SIZE = 100_000, 8
PASSES, PASS_SIZE = 200, 1_000_000


@dataclass(frozen=True, slots=True)
class Yardsticks:
    """Seconds. calls: 100,000 np.add of 8 elements. elements: 200 adds of three arrays of a million."""

    calls: float
    elements: float


def measure(repeats: int) -> Yardsticks:
    """The best of some repeats."""
    return Yardsticks(min(_calls() for _ in range(repeats)), min(_elements() for _ in range(repeats)))


def best(first: Yardsticks, second: Yardsticks) -> Yardsticks:
    """The better of two measurements, each yardstick for itself."""
    return Yardsticks(min(first.calls, second.calls), min(first.elements, second.elements))


def _calls() -> float:
    a, b, out = np.ones(CALL_SIZE), np.ones(CALL_SIZE), np.empty(CALL_SIZE)
    began = time.process_time()
    for _ in range(CALLS):
        np.add(a, b, out=out)
    return time.process_time() - began


def _elements() -> float:
    a, b, out = np.ones(PASS_SIZE), np.ones(PASS_SIZE), np.empty(PASS_SIZE)
    began = time.process_time()
    for _ in range(PASSES):
        np.add(a, b, out=out)
    return time.process_time() - began
