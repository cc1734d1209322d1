"""Stateless chance: a draw is a function of what it is for, never of what was drawn before it.

A counter-based generator (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011) whose
mixing function is the finaliser of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
OOPSLA 2014; variant 13 of Stafford). Two worlds, dates, streams, entities or occurrences that differ get draws as good
as independent, in any order and in any grouping, so an extra event never shifts another's luck.

All arithmetic is on unsigned 64-bit integers and wraps; the bits are the same on every machine.
"""

import hashlib
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

VERSION: Final = 1
"""Of the mapping from arguments to draws. Saves record it; a change to any draw raises it."""

Words = NDArray[np.uint64]

_GOLDEN: Final = np.uint64(0x9E3779B97F4A7C15)  # 2**64 / golden ratio, odd: the increment of SplitMix64
_OCCURRENCE: Final = np.uint64(0xD1B54A32D192ED03)  # another odd constant, so that entity and nth never trade places
_FORK: Final = np.uint64(0xA0761D6478BD642F)  # keeps the seeds of forks apart from the bases of turns
_ONE: Final = np.uint64(0x3FF0000000000000)  # the bits of 1.0
_TO_FRACTION: Final = np.uint64(12)  # the 52 bits of a fraction
_ROUNDS: Final = (
    (np.uint64(30), np.uint64(0xBF58476D1CE4E5B9)),
    (np.uint64(27), np.uint64(0x94D049BB133111EB)),
)
_LAST_SHIFT: Final = np.uint64(31)
NOTHING: Final = np.uint64(0)  # no entity, the first occurrence: adds nothing to what is mixed
_PIECE: Final = 8192  # words mixed at a time: two pieces stay in the first levels of cache


@lru_cache(maxsize=1 << 14)
def key(text: str) -> np.uint64:
    """The 64-bit key of a stream or an entity: BLAKE2b of its id in UTF-8. Same on every machine, in every run."""
    return np.uint64(int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little"))


def turn_base(seed: ArrayLike, when: ArrayLike) -> Words:
    """What all draws of a turn share: seed u64[W] and `when`, the date of the step's start in days, give u64[W].

    Compute it once a turn and hand it to `draw`. Raises TypeError where an argument is not of integers.
    """
    start = _mix(_fresh(np.add(np.multiply(_words(seed), _GOLDEN), _GOLDEN)))
    return _mix(_fresh(np.add(start, np.multiply(_words(when), _GOLDEN))))


def draw(
    base: ArrayLike, stream: ArrayLike, entity: ArrayLike = NOTHING, nth: ArrayLike = NOTHING
) -> NDArray[np.float64]:
    """Uniform float64 in [0, 1), in steps of 2**-52; the arguments broadcast and the result has their common shape.

    base: of `turn_base`, u64[W]. stream: `key` of the rule's id and the purpose. entity: `key` of the entity's id,
    never its row. nth: occurrence within the turn, from 0. Raises TypeError where an argument is not of integers.

    The base is mixed already and the keys are hashes, so one more mix an element is enough: what is combined before it
    is told apart by odd factors, and `nth` walks the Weyl sequence that SplitMix64 walks.
    """
    if entity is NOTHING and nth is NOTHING:
        return _unit(_mix(_fresh(np.add(_words(base), _words(stream)))))
    occasion = np.add(_words(stream), np.multiply(_words(nth), _OCCURRENCE))
    purpose = np.bitwise_xor(occasion, np.multiply(_words(entity), _GOLDEN))
    return _unit(_mix(_fresh(np.add(_words(base), purpose))))


def _unit(bits: Words) -> NDArray[np.float64]:
    """Uniform float64 in [0, 1) of mixed bits, in their place."""
    np.right_shift(bits, _TO_FRACTION, out=bits)
    np.bitwise_or(bits, _ONE, out=bits)
    unit = bits.view(np.float64)
    return np.subtract(unit, 1.0, out=unit)


def fork_seed(seed: ArrayLike, n: ArrayLike) -> Words:
    """Seeds u64 of fork number `n` of worlds of `seed`: unlike each other's, their parents' and any world's nearby."""
    parent = _mix(_fresh(np.bitwise_xor(_words(seed), _FORK)))
    return _mix(_fresh(np.add(parent, np.multiply(_words(n), _OCCURRENCE))))


def _words(values: ArrayLike) -> Words:
    """Integers as u64 (negative ones wrap). Ufuncs are called by name: operators on scalars warn of wrapping."""
    array: NDArray[Any] = np.asarray(values)
    if array.dtype == np.uint64:
        return array
    if array.dtype.kind not in "iu":
        raise TypeError(f"chance takes integers, not {array.dtype}")
    return array.astype(np.uint64)


def _fresh(words: Words) -> Words:
    """The result of a ufunc as a C-contiguous array (of 0-d arrays it is a scalar, of Fortran ones Fortran)."""
    return np.asarray(words, order="C")


def _mix(words: Words) -> Words:
    """`words`, a C-contiguous array that nobody else holds, mixed in place, a piece at a time.

    Stafford's variant 13 of the 64-bit finaliser of MurmurHash3: a bijection with near-perfect avalanche.
    """
    if words.size <= _PIECE:
        return _mix_piece(words, np.empty_like(words))
    flat = words.reshape(-1)
    scratch = np.empty(_PIECE, np.uint64)
    for start in range(0, flat.size, _PIECE):
        piece = flat[start : start + _PIECE]
        _mix_piece(piece, scratch[: piece.size])
    return words


def _mix_piece(words: Words, high: Words) -> Words:
    """The mix of `words` in place; `high`, of the same shape, is scratch."""
    for shift, factor in _ROUNDS:
        np.right_shift(words, shift, out=high)
        np.bitwise_xor(words, high, out=words)
        np.multiply(words, factor, out=words)
    np.right_shift(words, _LAST_SHIFT, out=high)
    return np.bitwise_xor(words, high, out=words)
