"""When a told figure could have been known to be wrong."""

from __future__ import annotations

import numpy as np

from game.engine.block import Block
from game.knowledge.headlines import reported_headlines
from game.views.contradicted import Known, Told, known
from game.world.chronicle import Kind, encode
from tests.knowledge.builders import base_book, copy_of, first_morning, seat_of

BOOK = base_book()
ME = seat_of(BOOK, "molotov")
LOSSES = "dead_military"
MORNINGS = ("1941-06-24", "1941-06-25", "1941-06-26", "1941-06-27")
FILED = ("1941-06-23", "1941-06-24", "1941-06-25", "1941-06-26")


def told(*shares: float, name: str = LOSSES) -> list[Told]:
    """Mornings on which a figure of 1,000 was told as these shares of it."""
    days = zip(MORNINGS, FILED, shares, strict=False)
    return [Told(day, name, 1000.0 * share, 1000.0, "Semyon Timoshenko", on) for day, on, share in days]


def asked(block: Block, days: list[Told], name: str = LOSSES) -> Known:
    """When Molotov could have known."""
    return known(block, ME, next(h for h in reported_headlines(BOOK) if h.name == name), days)


def happened(kind: Kind, order: int, date: str, entity: int = 0, actor: int = 0) -> Block:
    """A morning after something happened."""
    block = copy_of(first_morning())
    assert block.world.chronicle is not None
    days = np.array([(np.datetime64(date) - np.datetime64("1900-01-01")).astype(np.int64)])
    block.world.chronicle.write(
        encode(int(kind), order), block.world.number, days, np.array([entity]), np.array([actor])
    )
    return block


def event(name: str) -> int:
    """The order of an event."""
    return next(k for k, rule in enumerate(BOOK.events) if rule.id == name)


def note(name: str) -> int:
    """The order of a note."""
    return next(k for k, one in enumerate(BOOK.notes) if one.name == name)


def test_a_figure_that_was_always_told_low_and_that_nothing_spoke_against_is_never_known() -> None:
    assert asked(first_morning(), told(0.8, 0.8, 0.8)) == Known("", "", True)


def test_a_figure_that_was_told_nearly_as_it_was_has_not_strayed() -> None:
    assert asked(first_morning(), told(0.95, 0.97, 0.96)) == Known("", "", False)


def test_two_reports_that_do_not_fit_each_other_show_it_on_the_morning_of_the_second() -> None:
    found = asked(first_morning(), told(0.8, 0.8, 0.98))
    assert found.on == "1941-06-26"
    assert found.by == "the report of Semyon Timoshenko, which did not fit that of 25 June"


def test_a_cross_check_shows_it_on_the_day_on_which_it_came() -> None:
    block = happened(Kind.EVENT, event("week.other_column"), "1941-06-26")
    assert asked(block, told(0.8, 0.8, 0.8)) == Known("1941-06-26", "the empty column of the loss return", True)


def test_a_cross_check_of_a_figure_that_is_told_right_shows_nothing() -> None:
    block = happened(Kind.EVENT, event("week.other_column"), "1941-06-26")
    assert asked(block, told(0.97, 0.97, 0.97)).on == ""


def test_an_inspection_shows_it_to_whoever_ordered_it_and_to_nobody_else() -> None:
    staff = BOOK.schema.index["organ"]["high_command"] + 1
    mine = happened(Kind.NOTE, note("inspected"), "1941-06-25", staff, ME)
    assert asked(mine, told(0.8, 0.8)) == Known("1941-06-25", "your inspection of High Command", True)
    his = happened(Kind.NOTE, note("inspected"), "1941-06-25", staff, ME + 1)
    assert asked(his, told(0.8, 0.8)).on == ""


def test_a_town_shows_it_only_where_it_lies_beyond_the_ground_that_is_told_lost() -> None:
    town = BOOK.schema.index["province"]["baranovichi"] + 1
    block = happened(Kind.EVENT, event("week.fall_of_baranovichi"), "1941-06-26", town)
    depth = BOOK.content.provinces["baranovichi"].depth or 0.0

    def ground(share: float) -> list[Told]:
        days = told(0.8, 0.8, 0.8, name="ground_west")
        return [Told(d.date, d.name, depth * share, depth * share / 0.8, d.by, d.on) for d in days]

    assert asked(block, ground(0.7), "ground_west").by == "the telegrams from towns on the road to Minsk"
    assert asked(block, ground(1.2), "ground_west").on == ""
