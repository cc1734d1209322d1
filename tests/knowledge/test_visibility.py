"""Who may see which cell."""

import numpy as np
import pytest

from game.engine.block import Block
from game.knowledge.visibility import mask, tie_mask
from tests.knowledge.builders import base_book, copy_of, first_morning, seat_of

MOLOTOV, BERIA, STALIN = "molotov", "beria", "stalin"


def sees(block: Block, who: str, name: str) -> bool:
    table, entity, column = name.split(".", 2)
    row = block.book.schema.row(table, entity, column)
    return bool(mask(block.book, block.world, seat_of(block.book, who))[row])


@pytest.mark.parametrize(
    ("who", "name", "may"),
    [
        (MOLOTOV, "person.beria.influence", True),
        (MOLOTOV, "person.molotov.authority", True),
        (MOLOTOV, "person.beria.authority", False),
        (MOLOTOV, "person.molotov.suspicion", False),
        (MOLOTOV, "person.molotov.policy", False),
        (MOLOTOV, "plot.molotov.phase", True),
        (MOLOTOV, "plot.beria.phase", False),
        (MOLOTOV, "plot.molotov.secrecy", False),
        (MOLOTOV, "person.molotov.file", False),
        (BERIA, "person.molotov.file", True),
        (BERIA, "person.molotov.signs", False),
        (STALIN, "person.molotov.file", False),
        (STALIN, "plot.molotov.phase", False),
        (MOLOTOV, "power.ussr.dead_military", False),
        (MOLOTOV, "power.ussr.dead_military.reported", True),
        (MOLOTOV, "power.ussr.dead_military.reported_by", True),
        (MOLOTOV, "power.ussr.stability.laid_over", False),
        (MOLOTOV, "organ.press.readiness.laid_over", True),
        (MOLOTOV, "premise.breakdown.value", False),
    ],
)
def test_a_seat_sees_what_its_column_allows(who: str, name: str, may: bool) -> None:
    assert sees(first_morning(), who, name) is may


def test_a_new_head_of_security_sees_the_files_and_the_old_one_no_more() -> None:
    block = copy_of(first_morning())
    head = block.book.schema.row("organ", "security", "head")
    block.world.numbers[head, 0] = seat_of(block.book, MOLOTOV)
    assert sees(block, MOLOTOV, "person.stalin.file")
    assert not sees(block, BERIA, "person.stalin.file")


def test_of_ties_a_seat_sees_its_own_but_not_what_is_thought_of_it() -> None:
    book = base_book()
    schema, me = book.schema, seat_of(book, MOLOTOV)
    seen = tie_mask(book, me)
    size = schema.seats * schema.people
    debt = seen[schema.ties["debt"] : schema.ties["debt"] + size].reshape(schema.seats, schema.people)
    assert debt[me - 1].all()
    assert np.count_nonzero(debt) == schema.people
    assert not seen[schema.ties["trust"] : schema.ties["trust"] + size].any()


def test_a_person_without_a_seat_is_refused_in_one_sentence() -> None:
    block = first_morning()
    with pytest.raises(ValueError, match="there is no seat 99"):
        mask(block.book, block.world, 99)
