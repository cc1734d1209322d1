"""Reductions over entities: right, and the same bits whatever worlds stand beside a world."""

from collections.abc import Callable

import numpy as np
import pytest

from game.core import rowsum

ENTITIES, WORLDS = 71, 1000
RANDOM = np.random.default_rng(7)
VALUES = RANDOM.normal(0, 1, (ENTITIES, WORLDS)) * 10.0 ** RANDOM.integers(-8, 8, (ENTITIES, WORLDS))
TIED = np.floor(RANDOM.random((ENTITIES, WORLDS)) * 5)
ELIGIBLE = RANDOM.random((ENTITIES, WORLDS)) < 0.1

Reduction = Callable[[np.ndarray], np.ndarray]
REDUCTIONS: dict[str, Reduction] = {
    "total": lambda worlds: rowsum.total(np.take(VALUES, worlds, axis=1)),
    "mean": lambda worlds: rowsum.mean(np.take(VALUES, worlds, axis=1)),
    "mean of the eligible": lambda worlds: rowsum.mean(
        np.take(VALUES, worlds, axis=1), np.take(ELIGIBLE, worlds, axis=1)
    ),
    "highest": lambda worlds: rowsum.highest(np.take(VALUES, worlds, axis=1)),
    "lowest": lambda worlds: rowsum.lowest(np.take(VALUES, worlds, axis=1)),
    "count": lambda worlds: rowsum.count(np.take(ELIGIBLE, worlds, axis=1)),
    "best": lambda worlds: rowsum.best(np.take(TIED, worlds, axis=1), np.take(ELIGIBLE, worlds, axis=1)),
    "ranking": lambda worlds: rowsum.ranking(np.take(TIED, worlds, axis=1), np.take(ELIGIBLE, worlds, axis=1)),
    "weighted_pick": lambda worlds: rowsum.weighted_pick(
        np.abs(np.take(VALUES, worlds, axis=1)), np.take(TIED[0] / 5, worlds)
    ),
}


def the_same_bits(a: np.ndarray, b: np.ndarray) -> bool:
    return a.dtype == b.dtype and np.ascontiguousarray(a).tobytes() == np.ascontiguousarray(b).tobytes()


@pytest.mark.parametrize("name", REDUCTIONS)
@pytest.mark.parametrize("width", [1, 2, 3, 7, 8, 64, 1000])
def test_a_world_reduces_to_the_same_bits_beside_any_others(name: str, width: int) -> None:
    everything = REDUCTIONS[name](np.arange(WORLDS))
    for seed in range(20):
        worlds = np.random.default_rng(seed).permutation(WORLDS)[:width]
        assert the_same_bits(REDUCTIONS[name](worlds), everything[..., worlds])


@pytest.mark.parametrize("entities", [1, 2, 7, 8, 9, 127, 128, 129, 5000])
def test_a_total_adds_its_rows_in_order(entities: int) -> None:
    values = np.random.default_rng(entities).normal(0, 1, (entities, 3))
    expected = [0.0, 0.0, 0.0]
    for row in values.tolist():
        expected = [sum_so_far + value for sum_so_far, value in zip(expected, row, strict=True)]
    assert rowsum.total(values).tolist() == expected
    assert rowsum.total(values[:, :1]).tolist() == expected[:1]


def test_a_total_does_not_depend_on_the_order_of_memory() -> None:
    expected = rowsum.total(VALUES)
    assert the_same_bits(rowsum.total(np.asfortranarray(VALUES)), expected)
    assert the_same_bits(rowsum.total(np.repeat(VALUES, 2, axis=1)[:, ::2]), expected)


def test_a_zero_comes_out_positive_for_every_number_of_worlds() -> None:
    for width in (1, 2, 7, 64):
        zeros = np.where(np.arange(4 * width).reshape(4, width) % 2 == 0, 0.0, -0.0)
        for reduction in (rowsum.total, rowsum.mean, rowsum.highest, rowsum.lowest):
            assert not np.signbit(reduction(zeros)).any()
            assert not np.signbit(reduction(np.full((4, width), -0.0))).any()


def test_no_rows_reduce_to_something_stated() -> None:
    nothing, none, u = np.empty((0, 3)), np.empty((0, 3), bool), np.zeros(3)
    assert rowsum.total(nothing).tolist() == [0.0] * 3
    assert rowsum.mean(nothing).tolist() == [0.0] * 3
    assert rowsum.mean(nothing, none).tolist() == [0.0] * 3
    assert rowsum.highest(nothing).tolist() == [-np.inf] * 3
    assert rowsum.lowest(nothing).tolist() == [np.inf] * 3
    assert rowsum.count(none).tolist() == [0] * 3
    assert rowsum.best(nothing, none).tolist() == [-1] * 3
    assert rowsum.ranking(nothing, none).shape == (0, 3)
    assert rowsum.weighted_pick(nothing, u).tolist() == [-1] * 3


def test_no_worlds_reduce_to_no_worlds() -> None:
    nothing, none, u = np.empty((3, 0)), np.empty((3, 0), bool), np.empty(0)
    for reduced in (rowsum.total(nothing), rowsum.mean(nothing, none), rowsum.best(nothing, none)):
        assert reduced.shape == (0,)
    assert rowsum.weighted_pick(nothing, u).shape == (0,)
    assert rowsum.ranking(nothing, none).shape == (3, 0)


def test_a_reduction_refuses_a_single_axis() -> None:
    with pytest.raises(ValueError, match=r"\[entity, world\]"):
        rowsum.total(np.zeros(3))


def test_the_mean_of_none_eligible_is_0() -> None:
    values = np.array([[1.0, 2.0], [3.0, 4.0]])
    assert rowsum.mean(values, np.array([[True, False], [True, False]])).tolist() == [2.0, 0.0]


def test_best_is_the_lowest_row_of_the_highest_eligible() -> None:
    values = np.array([[9.0, 1.0, 5.0], [4.0, 1.0, 5.0], [4.0, 0.0, 5.0]])
    eligible = np.array([[False, True, False], [True, True, False], [True, True, False]])
    assert rowsum.best(values, eligible).tolist() == [1, 0, -1]


def test_ranks_run_from_1_for_the_highest_eligible_and_ties_go_to_the_lower_row() -> None:
    values = np.array([[3.0], [9.0], [3.0], [4.0], [-1.0]])
    eligible = np.array([[True], [False], [True], [True], [True]])
    assert rowsum.ranking(values, eligible).ravel().tolist() == [2, 0, 3, 1, 4]


def test_the_first_rank_is_the_best() -> None:
    ranks = rowsum.ranking(TIED, ELIGIBLE)
    first = np.where((ranks == 1).any(axis=0), (ranks == 1).argmax(axis=0), -1)
    assert np.array_equal(first, rowsum.best(TIED, ELIGIBLE))


def test_a_wide_block_ranks_each_world_as_if_it_stood_alone() -> None:
    values = np.array([[(7 * row + 3 * world) % 5 for world in range(600)] for row in range(9)], np.float64)
    eligible = np.array([[(row + world) % 4 > 0 for world in range(600)] for row in range(9)])
    alone = [rowsum.ranking(np.take(values, [w], axis=1), np.take(eligible, [w], axis=1)) for w in range(600)]
    assert np.array_equal(rowsum.ranking(values, eligible), np.concatenate(alone, axis=1))


def test_a_pick_falls_in_proportion_to_the_weights() -> None:
    u = (np.arange(8000) + 0.5) / 8000
    picks = rowsum.weighted_pick(np.repeat([[1.0], [0.0], [2.0], [5.0], [0.0]], 8000, axis=1), u)
    assert np.bincount(picks, minlength=5).tolist() == [1000, 0, 2000, 5000, 0]


def test_a_pick_never_takes_a_row_of_weight_0() -> None:
    weights = np.array([[0.0], [0.1], [0.2], [0.7], [0.0]])
    for u in (0.0, 5e-324, 1 - 2.0**-53, 1 - 2.0**-52):
        assert weights[rowsum.weighted_pick(weights, np.array([u]))[0], 0] > 0
    tiny = np.array([[0.0], [5e-324], [0.0]])
    assert rowsum.weighted_pick(tiny, np.array([0.75])).tolist() == [1]


def test_a_pick_among_weights_of_0_is_none() -> None:
    assert rowsum.weighted_pick(np.zeros((3, 2)), np.array([0.0, 0.5])).tolist() == [-1, -1]
