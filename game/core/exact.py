"""Exponentials and logarithms that have the same bits on every processor and every numpy.

numpy's own `exp`, `log` and `tanh` choose an implementation by processor, and their last bits differ with it. These are
built from operations that IEEE 754 rounds in one way only: + - * /, rint, floor, frexp, integer shifts, comparison.
Reductions of the argument and polynomials are those of FreeBSD's msun (fdlibm, Sun Microsystems 1993: e_exp.c, e_log.c,
s_expm1.c), rearranged without branches.

The bound of error stated with each function, in ulp (units in the last place), is what was measured against 50-digit
decimals over its whole range, rounded up; tests hold it. Every function takes float64 of any shape, gives float64 of
the same shape and never warns. NaN gives NaN. The infinities give the limits.
"""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

_LN2_HIGH: Final = 6.93147180369123816490e-01  # 33 bits, so that its product with an exponent is exact
_LN2_LOW: Final = 1.90821492927058770002e-10
_PER_LN2: Final = 1.44269504088896338700e00
_SQRT_HALF: Final = 0.70710678118654752440
_EXP_P: Final = (
    4.13813679705723846039e-08,
    -1.65339022054652515390e-06,
    6.61375632143793436117e-05,
    -2.77777777770155933842e-03,
    1.66666666666666019037e-01,
)
_EXPM1_Q: Final = (
    -2.01099218183624371326e-07,
    4.00821782732936239552e-06,
    -7.93650757867487942473e-05,
    1.58730158725481460165e-03,
    -3.33333333333331316428e-02,
    1.0,
)
_LOG_G: Final = (
    1.479819860511658591e-01,
    1.531383769920937332e-01,
    1.818357216161805012e-01,
    2.222219843214978396e-01,
    2.857142874366239149e-01,
    3.999999999940941908e-01,
    6.666666666666735130e-01,
)
_EXP_LOWEST: Final = -746.0  # exp is 0 from -745.14 down
_EXP_HIGHEST: Final = 710.0  # exp overflows from 709.79 up
_EXPM1_LOWEST: Final = -40.0  # exp - 1 is -1 from -37.5 down
_TANH_HIGHEST: Final = 22.0  # tanh is 1 from 19.06 up
_MANTISSA_BITS: Final = 52
_COUNTS_IN_ONES: Final = 2.0**52 + 1023.0  # with the bias of an exponent


def exp(x: ArrayLike) -> Floats:
    """e to the power x, within 1 ulp. Subnormal from -708.4 down, 0 from -745.14 down, inf from 709.79 up."""
    argument = np.asarray(x, np.float64)
    with np.errstate(all="ignore"):
        exponent, high, low = _reduced(np.clip(argument, _EXP_LOWEST, _EXP_HIGHEST))
        rest = high - low
        square = rest * rest
        slope = rest - square * _polynomial(square, _EXP_P)
        return _scaled(1.0 - ((low - (rest * slope) / (2.0 - slope)) - high), exponent)


def expm1(x: ArrayLike) -> Floats:
    """e to the power x, less 1, within 1.3 ulp also where x is near 0. -1 from -37.5 down, inf from 709.79 up."""
    argument = np.asarray(x, np.float64)
    with np.errstate(all="ignore"):
        exponent, high, low = _reduced(np.clip(argument, _EXPM1_LOWEST, _EXP_HIGHEST))
        rest = high - low
        lost = (high - rest) - low
        half = 0.5 * rest
        square = rest * half
        series = _polynomial(square, _EXPM1_Q)
        turn = 3.0 - series * half
        curve = square * ((series - turn) / (6.0 - rest * turn))
        away = rest * (curve - lost) - lost - square
        one = 1.0 - _scaled(np.ones_like(rest), -exponent)
        far = _scaled(np.where(exponent == 1.0, (one + rest) - away, one - (away - rest)), exponent)
        near = rest - (rest * curve - square)
        return np.where(argument == 0.0, argument, np.where(exponent == 0, near, far))


def log(x: ArrayLike) -> Floats:
    """The natural logarithm of x, within 1 ulp; -inf of 0, NaN of what is below 0."""
    argument = np.asarray(x, np.float64)
    with np.errstate(all="ignore"):
        fraction, exponent = np.frexp(argument)
        small = fraction < _SQRT_HALF
        twos = exponent - small
        f = fraction * (1.0 + small) - 1.0
        s = f / (2.0 + f)
        square = s * s
        series = square * _polynomial(square, _LOG_G)
        half = 0.5 * f * f
        finite = twos * _LN2_HIGH - ((half - (s * (half + series) + twos * _LN2_LOW)) - f)
        outside = np.where(argument == 0.0, -np.inf, np.where(argument > 0.0, np.inf, np.nan))
        return np.where((argument > 0.0) & (argument < np.inf), finite, outside)


def tanh(x: ArrayLike) -> Floats:
    """The hyperbolic tangent of x, within 2.6 ulp; odd, and 1 from 19.06 up."""
    argument = np.asarray(x, np.float64)
    with np.errstate(all="ignore"):
        grown = expm1(2.0 * np.minimum(np.abs(argument), _TANH_HIGHEST))
        size = np.where(grown < 6.0, grown / (grown + 2.0), 1.0 - 2.0 / (grown + 2.0))
        return np.where(argument < 0.0, -size, size)


def sigmoid(x: ArrayLike) -> Floats:
    """The logistic function 1 / (1 + exp(-x)), within 2.3 ulp; 0.5 at 0."""
    argument = np.asarray(x, np.float64)
    with np.errstate(all="ignore"):
        shrunk = exp(-np.abs(argument))
        return np.where(argument < 0.0, shrunk, 1.0) / (1.0 + shrunk)


def decay(dt: ArrayLike, tau: ArrayLike) -> Floats:
    """The share 1 - exp(-dt / tau) of a gap that closes in dt >= 0 at time constant tau > 0, within 1.6 ulp.

    Also the odds that something that happens once in tau on average happens within dt. 0 where tau is inf, 1 where it
    is 0 and dt is not.
    """
    with np.errstate(all="ignore"):
        return 0.0 - expm1(np.negative(np.asarray(dt, np.float64) / np.asarray(tau, np.float64)))


def share(dt: Floats, tau: float) -> Floats:
    """`decay` of the steps dt [W] at one time constant: [W], or [1] where all steps are equal, as they mostly are."""
    if len(dt) and (len(dt) == 1 or not np.count_nonzero(dt != dt[0])):
        return np.array([_share(float(dt[0]), tau)])
    return decay(dt, tau)


@lru_cache(maxsize=1 << 12)
def _share(dt: float, tau: float) -> float:
    return float(decay(dt, tau))


def power(x: ArrayLike, y: ArrayLike) -> Floats:
    """x >= 0 to the power y, as exp(y log x): relative error below (2 + 2 |y log x|) * 2**-53. 1 where y is 0.

    NaN where x is below 0. Write squares and cubes as products.
    """
    exponent = np.asarray(y, np.float64)
    with np.errstate(all="ignore"):
        return np.where(exponent == 0.0, 1.0, exp(exponent * log(x)))


def _reduced(x: Floats) -> tuple[Floats, Floats, Floats]:
    """x as k ln 2 + (high - low) with k whole and the rest within half of ln 2: k, high, low."""
    exponent = np.rint(x * _PER_LN2)
    return exponent, x - exponent * _LN2_HIGH, exponent * _LN2_LOW


def _scaled(x: Floats, exponent: Floats) -> Floats:
    """x times 2 to a whole power within +-2044, rounded once; NaN where x is NaN."""
    half = np.floor(exponent * 0.5)
    return x * _power_of_two(half) * _power_of_two(exponent - half)


def _power_of_two(exponent: Floats) -> Floats:
    """2 to a whole power from -1022 to 1023; anything where the power is NaN.

    Beyond 2**52 the lowest bits of a float count in ones: they are moved to where a float keeps its exponent.
    """
    whole = np.asarray(exponent + _COUNTS_IN_ONES)
    return (whole.view(np.int64) << _MANTISSA_BITS).view(np.float64)


def _polynomial(x: Floats, coefficients: tuple[float, ...]) -> Floats:
    """The polynomial of x with these coefficients, that of the highest power first, by Horner's rule."""
    value = x * coefficients[0] + coefficients[1]
    for coefficient in coefficients[2:]:
        value = value * x + coefficient
    return value
