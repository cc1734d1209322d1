"""Stateless draws: uniform, independent in every argument, the same for ever."""

import numpy as np
import pytest

from game.core import chance

WORLDS = 4096
BASE = chance.turn_base(np.arange(WORLDS), np.full(WORLDS, 15_148))
STREAM = chance.key("dacha.delegation:chance")


def chi_square(values: np.ndarray, cells: int) -> float:
    """Standardised chi-square of counts in equal cells of [0, 1): about normal(0, 1) for uniform values."""
    counts = np.bincount((values.ravel() * cells).astype(int), minlength=cells)
    expected = values.size / cells
    statistic = float(((counts - expected) ** 2 / expected).sum())
    return (statistic - (cells - 1)) / (2 * (cells - 1)) ** 0.5


def correlation(a: np.ndarray, b: np.ndarray) -> float:
    """Correlation of two samples in standard errors: about normal(0, 1) for independent ones."""
    return float(np.corrcoef(a.ravel(), b.ravel())[0, 1]) * float(a.size) ** 0.5


def neighbours(argument: str, n: int) -> np.ndarray:
    """Draws [n, WORLDS] in which only `argument` walks through n neighbouring values."""
    steps = np.arange(n)[:, None]
    worlds = np.arange(WORLDS)
    match argument:
        case "seed":
            return chance.draw(chance.turn_base(worlds + steps * WORLDS, 15_148), STREAM)
        case "when":
            return chance.draw(chance.turn_base(worlds, 15_148 + steps), STREAM)
        case "stream":
            return chance.draw(BASE, STREAM + steps.astype(np.uint64))
        case "entity":
            return chance.draw(BASE, STREAM, steps)
    return chance.draw(BASE, STREAM, chance.key("molotov"), steps)


ARGUMENTS = ["seed", "when", "stream", "entity", "nth"]


@pytest.mark.parametrize("argument", ARGUMENTS)
def test_draws_of_neighbours_are_uniform(argument: str) -> None:
    assert abs(chi_square(neighbours(argument, 64), 1000)) < 5


@pytest.mark.parametrize("argument", ARGUMENTS)
def test_the_lowest_bits_of_draws_are_uniform_too(argument: str) -> None:
    low = neighbours(argument, 64) * 2.0**40 % 1.0
    assert abs(chi_square(low, 1024)) < 5


@pytest.mark.parametrize("argument", ARGUMENTS)
@pytest.mark.parametrize("apart", [1, 2, 7, 32])
def test_draws_of_neighbours_are_independent(argument: str, apart: int) -> None:
    draws = neighbours(argument, 64)
    a, b = draws[:-apart], draws[apart:]
    assert abs(correlation(a, b)) < 5
    assert abs(chi_square((np.floor(a * 32) * 32 + np.floor(b * 32) + 0.5) / 1024, 1024)) < 5


@pytest.mark.parametrize("argument", ARGUMENTS)
def test_neighbouring_worlds_stay_independent_along_every_argument(argument: str) -> None:
    draws = neighbours(argument, 64)
    assert abs(correlation(draws[:, :-1], draws[:, 1:])) < 5


def test_differences_between_two_streams_are_independent_of_the_entity() -> None:
    entities = np.array([chance.key(f"person.{n}") for n in range(64)])[:, None]
    apart = chance.draw(BASE, STREAM, entities) - chance.draw(BASE, chance.key("vote"), entities)
    assert abs(correlation(apart[:-1], apart[1:])) < 5


def test_every_bit_of_every_argument_turns_half_the_bits_of_the_draw() -> None:
    bits = np.uint64(1) << np.arange(64, dtype=np.uint64)[:, None]
    seed, when = np.arange(WORLDS).astype(np.uint64), np.full(WORLDS, 15_148, np.uint64)
    plain = chance.draw(BASE, STREAM)
    turned = [
        chance.draw(chance.turn_base(seed ^ bits, when), STREAM),
        chance.draw(chance.turn_base(seed, when ^ bits), STREAM),
        chance.draw(BASE, STREAM ^ bits),
        chance.draw(BASE, STREAM, bits),
        chance.draw(BASE, STREAM, 0, bits),
    ]
    for draws in turned:
        crossed = (draws < 0.5) != (plain < 0.5)
        share = crossed.mean(axis=1)
        assert np.all(np.abs(share - 0.5) < 5 * 0.5 / WORLDS**0.5)


def test_a_draw_does_not_depend_on_the_order_or_number_of_worlds() -> None:
    order = np.random.default_rng(1).permutation(WORLDS)
    entities = np.array([chance.key(f"person.{n}") for n in range(70)])[:, None]
    together = chance.draw(BASE, STREAM, entities)
    assert np.array_equal(chance.draw(BASE[order], STREAM, entities), together[:, order])
    assert np.array_equal(chance.draw(BASE[7:8], STREAM, entities[3]), together[3, 7:8])
    assert np.array_equal(chance.draw(np.asfortranarray(BASE), STREAM, np.asfortranarray(entities)), together)


def test_arguments_are_left_as_they_were() -> None:
    base, entity = BASE.copy(), np.arange(WORLDS, dtype=np.uint64)
    chance.draw(base, STREAM, entity, entity)
    chance.turn_base(base, entity)
    chance.fork_seed(base, entity)
    assert np.array_equal(base, BASE)
    assert np.array_equal(entity, np.arange(WORLDS))


def test_draws_lie_in_the_half_open_unit_interval() -> None:
    draws = neighbours("nth", 512)
    assert draws.dtype == np.float64
    assert draws.min() >= 0.0
    assert draws.max() < 1.0


def test_wrapping_words_warn_of_nothing() -> None:
    with np.errstate(all="raise"):
        most = np.iinfo(np.uint64).max
        chance.draw(chance.turn_base(most, -1), most, most, most)
        chance.draw(
            chance.turn_base(np.array([most]), np.array([-1])), np.uint64(most), np.uint64(most), np.uint64(most)
        )


def test_a_draw_refuses_a_float() -> None:
    with pytest.raises(TypeError, match="float64"):
        chance.draw(BASE, STREAM, np.array([1.5]))


def test_the_forks_of_a_world_differ_from_it_and_from_each_other() -> None:
    seeds = np.arange(100)
    forks = chance.fork_seed(seeds, np.arange(50)[:, None])
    assert len(np.unique(np.concatenate([forks.ravel(), seeds.astype(np.uint64)]))) == 5100


def test_version_1_draws_these_values_for_ever() -> None:
    assert chance.VERSION == 1
    assert chance.key("dacha.delegation:chance") == GOLDEN_KEY
    assert chance.turn_base(5, 15_148).item() == GOLDEN_BASE
    base = chance.turn_base([5, 47, 1004], [15_148, 15_149, 15_150])
    assert chance.draw(base, STREAM, chance.key("molotov"), 2).tolist() == GOLDEN_DRAWS
    assert chance.fork_seed(5, 3).item() == GOLDEN_FORK


GOLDEN_KEY = 0xEEE5D8A3E4086E81
GOLDEN_BASE = 0x6AD7CAF1F269711A
GOLDEN_DRAWS = [0.1337644777401672, 0.3278023656925164, 0.6468472333661277]
GOLDEN_FORK = 0xAB37A045B350D800
