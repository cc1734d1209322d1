"""Portable mathematics: within the stated error of the truth, defined at every edge, the same bits for ever."""

import hashlib
import math
from collections.abc import Callable, Iterator
from decimal import Context, Decimal, localcontext

import numpy as np
import pytest

from game.core import exact

RANDOM = np.random.default_rng(11)
SAMPLES = 4000
NEAR_0 = RANDOM.choice([-1.0, 1.0], SAMPLES) * 2.0 ** RANDOM.uniform(-60, 3, SAMPLES)
NEAR_1 = 1 + RANDOM.choice([-1.0, 1.0], SAMPLES) * 2.0 ** RANDOM.uniform(-50, -1, SAMPLES)

Function = Callable[[np.ndarray], np.ndarray]


@pytest.fixture(autouse=True)
def fifty_digits() -> Iterator[None]:
    with localcontext(Context(prec=50, Emin=-99_999, Emax=99_999)), np.errstate(all="raise"):
        yield


def true_tanh(x: Decimal) -> Decimal:
    squared = (2 * x).exp()
    return (squared - 1) / (squared + 1)


def true_sigmoid(x: Decimal) -> Decimal:
    return 1 / (1 + (-x).exp())


def error(found: np.ndarray, true: list[Decimal]) -> float:
    """The largest distance from the truth, in units in the last place of the truth."""
    pairs = zip(found.tolist(), true, strict=True)
    return max(float(abs(Decimal(value) - truth) / Decimal(math.ulp(float(truth)))) for value, truth in pairs)


def bits(values: np.ndarray) -> str:
    return hashlib.sha256(np.ascontiguousarray(values).tobytes()).hexdigest()[:16]


@pytest.mark.parametrize(
    ("function", "truth", "bound", "samples"),
    [
        (exact.exp, Decimal.exp, 1.0, RANDOM.uniform(-745, 709.7, SAMPLES)),
        (exact.exp, Decimal.exp, 1.0, NEAR_0),
        (exact.log, Decimal.ln, 1.0, 2.0 ** RANDOM.uniform(-1074, 1023, SAMPLES)),
        (exact.log, Decimal.ln, 1.0, RANDOM.uniform(0.4, 2.5, SAMPLES)),
        (exact.log, Decimal.ln, 1.0, NEAR_1),
        (exact.expm1, lambda x: x.exp() - 1, 1.3, RANDOM.uniform(-40, 709.7, SAMPLES)),
        (exact.expm1, lambda x: x.exp() - 1, 1.3, RANDOM.uniform(-1.1, 1.1, SAMPLES)),
        (exact.expm1, lambda x: x.exp() - 1, 1.3, NEAR_0),
        (exact.tanh, true_tanh, 2.6, RANDOM.uniform(-23, 23, SAMPLES)),
        (exact.tanh, true_tanh, 2.6, RANDOM.uniform(-1, 1, SAMPLES)),
        (exact.tanh, true_tanh, 2.6, NEAR_0),
        (exact.sigmoid, true_sigmoid, 2.3, RANDOM.uniform(-700, 40, SAMPLES)),
        (exact.sigmoid, true_sigmoid, 2.3, RANDOM.uniform(-4, 4, SAMPLES)),
        (exact.sigmoid, true_sigmoid, 2.3, NEAR_0),
    ],
)
def test_a_function_is_within_its_stated_error(
    function: Function, truth: Callable[[Decimal], Decimal], bound: float, samples: np.ndarray
) -> None:
    assert error(function(samples), [truth(Decimal(x)) for x in samples.tolist()]) <= bound


def test_the_share_of_a_step_is_its_decay_whatever_steps_stand_beside_it() -> None:
    steps = np.array([1.0, 7.0, 1.0, 31.0, 0.0])
    alone = np.concatenate([exact.share(steps[at : at + 1], 9.0) for at in range(len(steps))])
    assert alone.tolist() == exact.share(steps, 9.0).tolist() == exact.decay(steps, 9.0).tolist()


def test_decay_is_within_its_stated_error_from_a_second_to_a_century() -> None:
    dt, tau = 10.0 ** RANDOM.uniform(-5, 5, SAMPLES), 10.0 ** RANDOM.uniform(-1, 5, SAMPLES)
    true = [1 - (-Decimal(a) / Decimal(b)).exp() for a, b in zip(dt.tolist(), tau.tolist(), strict=True)]
    assert error(exact.decay(dt, tau), true) <= 1.6


def test_power_is_within_its_stated_error() -> None:
    x, y = RANDOM.uniform(0.01, 100, SAMPLES), RANDOM.uniform(-5, 5, SAMPLES)
    for found, base, exponent in zip(exact.power(x, y).tolist(), x.tolist(), y.tolist(), strict=True):
        relative = abs(Decimal(found) / Decimal(base) ** Decimal(exponent) - 1)
        assert relative <= Decimal((2 + 2 * abs(exponent * math.log(base))) * 2.0**-53)


INF, NAN, TINY, MOST = math.inf, math.nan, 5e-324, 1.7976931348623157e308

EDGES: list[tuple[Function, list[tuple[float, float]]]] = [
    (
        exact.exp,
        [
            (0, 1),
            (-0.0, 1),
            (TINY, 1),
            (INF, INF),
            (-INF, 0),
            (MOST, INF),
            (-MOST, 0),
            (709.79, INF),
            (-745.2, 0),
            (-745.13, TINY),
        ],
    ),
    (
        exact.expm1,
        [
            (0, 0),
            (TINY, TINY),
            (-TINY, -TINY),
            (INF, INF),
            (-INF, -1),
            (MOST, INF),
            (-MOST, -1),
            (-38, -1),
            (1e-300, 1e-300),
            (710, INF),
        ],
    ),
    (
        exact.log,
        [
            (0, -INF),
            (-0.0, -INF),
            (1, 0),
            (INF, INF),
            (-INF, NAN),
            (-1, NAN),
            (-TINY, NAN),
            (TINY, -744.4400719213812),
            (MOST, 709.782712893384),
            (math.e, 1),
        ],
    ),
    (exact.tanh, [(0, 0), (INF, 1), (-INF, -1), (MOST, 1), (-MOST, -1), (20, 1), (TINY, TINY), (-1e-300, -1e-300)]),
    (exact.sigmoid, [(0, 0.5), (INF, 1), (-INF, 0), (MOST, 1), (-MOST, 0), (40, 1), (TINY, 0.5)]),
    (lambda x: exact.decay(x, 30.0), [(0, 0), (INF, 1), (1e9, 1), (TINY, 0)]),
    (lambda x: exact.decay(7.0, x), [(INF, 0), (0, 1), (MOST, 7 / MOST)]),
    (lambda x: exact.power(x, 0.5), [(0, 0), (1, 1), (INF, INF), (-1, NAN)]),
    (lambda x: exact.power(x, 0.0), [(0, 1), (1, 1), (INF, 1), (NAN, 1)]),
    (lambda x: exact.power(x, -1.0), [(0, INF), (1, 1), (INF, 0), (-1, NAN)]),
]


@pytest.mark.parametrize(("function", "edges"), EDGES)
def test_a_function_is_defined_at_its_edges(function: Function, edges: list[tuple[float, float]]) -> None:
    arguments, values = np.array(edges, dtype=float).T
    np.testing.assert_array_equal(function(arguments), values)
    for argument, value in zip(arguments.tolist(), values.tolist(), strict=True):
        np.testing.assert_array_equal(function(argument), value)


@pytest.mark.parametrize("function", [exact.exp, exact.expm1, exact.log, exact.tanh, exact.sigmoid])
def test_nan_gives_nan_and_spoils_nothing_beside_it(function: Function) -> None:
    found = function(np.array([0.5, NAN, 0.5]))
    assert np.isnan(found).tolist() == [False, True, False]
    assert found[0] == found[2] == function(0.5)


@pytest.mark.parametrize("function", [exact.exp, exact.expm1, exact.tanh, exact.sigmoid])
def test_a_rising_function_never_falls_by_more_than_its_error(function: Function) -> None:
    for centre in (-37.5, -20.0, -1.0, -0.34657359, -0.25, 0.0, 0.25, 0.34657359, 1.0, 1.03972077, 20.0):
        steps = centre + np.arange(-2000, 2000) * 1e-13
        found = function(steps)
        assert np.all(np.diff(found) >= -3 * np.spacing(np.abs(found[1:])))
    wide = function(np.linspace(-700, 700, 20_001))
    assert np.all(np.diff(wide) >= 0)


def test_tanh_is_odd() -> None:
    assert np.array_equal(exact.tanh(-NEAR_0), -exact.tanh(NEAR_0))


@pytest.mark.parametrize("function", [exact.exp, exact.expm1, exact.log, exact.tanh, exact.sigmoid])
def test_a_value_has_the_same_bits_alone_and_among_others(function: Function) -> None:
    together = function(np.abs(NEAR_0))
    for row in range(0, SAMPLES, 97):
        assert function(np.abs(NEAR_0[row : row + 1]))[0] == together[row]
    assert function(np.abs(NEAR_0).reshape(40, 100)).shape == (40, 100)
    assert function(np.empty((0, 3))).shape == (0, 3)


GRID = np.arange(-100_000, 100_000) * 2.0**-11
GOLDEN: list[tuple[Function, str]] = [
    (exact.exp, "265cafca48f9e5b8"),
    (exact.expm1, "e6a3567918db6efa"),
    (lambda x: exact.log(np.abs(x)), "6fd246093d2dd0ec"),
    (exact.tanh, "b0613d29176ceb47"),
    (exact.sigmoid, "256ee9194e0b85f9"),
    (lambda x: exact.decay(np.abs(x), 7.0), "045257f5fb5269d9"),
    (lambda x: exact.power(np.abs(x), 0.7), "e6650d592ad94fdb"),
]


@pytest.mark.parametrize(("function", "digest"), GOLDEN)
def test_the_bits_are_these_on_every_machine(function: Function, digest: str) -> None:
    assert bits(function(GRID)) == digest
