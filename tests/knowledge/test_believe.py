"""Worlds as a seat believes them to be."""

import numpy as np
import pytest

from game.core import chance
from game.engine.block import Block
from game.engine.turn import advance
from game.knowledge.believe import believe, unsampled
from game.knowledge.known import known
from game.knowledge.visibility import mask
from game.rulebook.book import FIRST_PERSONA
from game.world.state import FIELDS
from tests.knowledge.builders import base_book, first_morning, scrambled, seat_of, stops

WATCHED = ("molotov", "beria", "stalin", "khrushchev")


def same(a: Block, b: Block) -> bool:
    """Byte for byte, every field."""
    for field in FIELDS:
        left, right = getattr(a.world, field.name), getattr(b.world, field.name)
        if field.kind == "ragged":
            left, right = left.data, right.data
        if np.asarray(left).tobytes() != np.asarray(right).tobytes():
            return False
    return True


def test_every_hidden_column_has_a_sampler_or_a_report() -> None:
    assert unsampled(base_book()) == []


@pytest.mark.parametrize("person", WATCHED)
def test_a_change_of_all_that_is_hidden_leaves_the_believed_copies_as_they_were(person: str) -> None:
    seat = seat_of(base_book(), person)
    for number, block in enumerate(stops(person, most=6)):
        assert same(believe(block, seat, 4, 1), believe(scrambled(block, seat, number), seat, 4, 1)), number


def test_what_is_hidden_is_blank_in_the_known_world() -> None:
    block = first_morning()
    seat = seat_of(block.book, "molotov")
    knows, seen = known(block, seat).world, mask(block.book, block.world, seat)
    told = np.zeros(len(seen), bool)
    for (_, name), place in block.book.schema.places.items():
        if place.column.report and "." not in name:
            told[place.row : place.row + place.count] = True
    assert not knows.numbers[~seen & ~told].any()
    assert np.array_equal(knows.numbers[seen], block.world.numbers[seen])


def test_reported_figures_are_believed_near_what_was_told() -> None:
    block = stops(most=8)[-1]
    seat = seat_of(block.book, "molotov")
    copies = believe(block, seat, 200, 1).world
    row = block.book.schema.row("power", "ussr", "dead_military")
    told = block.world.numbers[block.book.schema.row("power", "ussr", "dead_military.reported"), 0]
    assert told > 0
    assert np.all(np.abs(copies.numbers[row] / told - 1.0) < 0.25)
    assert np.ptp(copies.numbers[row]) > 0


def test_copies_have_chances_of_their_own() -> None:
    block = first_morning()
    copies = believe(block, seat_of(block.book, "molotov"), 50, 1).world
    assert len(np.unique(copies.seed)) == 50
    assert block.world.seed[0] not in copies.seed
    other = believe(block, seat_of(block.book, "molotov"), 50, 2).world
    assert not np.isin(copies.seed, other.seed).any()
    assert chance.VERSION == 1


def test_every_seat_of_a_copy_has_a_persona_and_most_others_plot_nothing() -> None:
    block = first_morning()
    copies = believe(block, seat_of(block.book, "molotov"), 200, 1).world
    assert (copies.column("person", "policy") >= FIRST_PERSONA).all()
    assert np.count_nonzero(copies.column("plot", "phase")) < 0.1 * copies.column("plot", "phase").size


def test_a_copy_runs_on_without_asking_anybody() -> None:
    block = first_morning()
    copies = believe(block, seat_of(block.book, "molotov"), 8, 1)
    copies.world.pending.data[4, copies.world.pending.data[4] < 0] = 0
    date = copies.world.date[0]
    assert advance(copies) == "turn"
    assert (copies.world.date == date + 1).all()


def test_only_one_world_can_be_known_at_a_time() -> None:
    block = first_morning()
    wide = block.take(np.zeros(2, np.int64))
    with pytest.raises(ValueError, match="one world, not 2"):
        believe(wide, seat_of(block.book, "molotov"), 4, 1)
