"""Who is asked, what he may answer, what happens where nobody can, and what a round sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine import turn
from game.engine.choice import PUT_OFF
from tests.engine.builders import ASKED, answer_all, asked, block_of, days, open_places, run, set_cell, var
from tests.rulebook.builders import book_of, counters, event, question

ALWAYS = 'when = "leader != nobody"'
YES = 'effects = ["var.n += 1"]'
NO = 'effects = ["var.m += 1"]'
TODAY = (ALWAYS, "once = true")


def test_a_round_waits_for_the_answer_and_nothing_of_it_has_happened_before(tmp_path: Path) -> None:
    text = event("a", *TODAY, effects='"var.m += 100"') + question("b", *TODAY, yes=YES, no=NO)
    block = block_of(book_of(tmp_path, things=counters("n", "m") + text), sides=ASKED)
    assert asked(block) == ["b"]
    assert var(block, "m") == [0.0]
    answer_all(block, 0)
    assert turn.advance(block) == "orders"
    assert (var(block, "n"), var(block, "m")) == ([1.0], [100.0])


def test_all_decisions_of_a_round_see_the_state_it_opened_with(tmp_path: Path) -> None:
    """The second may be answered yes only as long as the first has not been: in one round, both may."""
    yes = f'when = "var.n == 0"\n{YES}'
    text = question("a", *TODAY, yes=yes, no=NO) + question("b", *TODAY, yes=yes, no=NO)
    book = book_of(tmp_path, things=counters("n", "m") + text)
    block = run(block_of(book, forced={"a": "yes", "b": "yes"}))
    assert (var(block, "n"), var(block, "m")) == ([2.0], [0.0])


def test_effects_of_a_round_apply_in_the_order_of_events(tmp_path: Path) -> None:
    text = "".join(event(f"e{i}", *TODAY, effects=f'"var.n = var.n * 10 + {i}"') for i in (3, 1, 2))
    assert var(run(block_of(book_of(tmp_path, things=counters("n") + text))), "n") == [312.0]


# who decides ----------------------------------------------------------------------------------------------------------


def test_a_dead_mans_question_takes_the_default(tmp_path: Path) -> None:
    text = question("a", *TODAY, yes=f'ai = "100"\n{YES}', no=f'ai = "0"\n{NO}')
    book = book_of(tmp_path, things=counters("n", "m") + text)
    for sides in ({}, ASKED):
        alive = block_of(book, policy="random", sides=sides)
        dead = block_of(book, 20, policy="random", sides=sides)
        set_cell(dead, "person.molotov.alive", 0.0)
        while turn.advance(dead) != "turn":
            turn.close_orders(dead)
        assert var(dead, "m") == [1.0] * 20
        assert asked(alive) == (["a"] if sides else [])


def test_a_man_without_a_seat_and_nobody_at_all_take_the_default(tmp_path: Path) -> None:
    text = question("a", *TODAY, yes=YES, no=NO, decides="person.halder") + question(
        "b", *TODAY, yes=YES, no=NO, decides="organ.press.head"
    )
    block = block_of(book_of(tmp_path, things=counters("n", "m") + text), policy="random")
    set_cell(block, "organ.press.head", 0.0)
    assert var(run(block), "m") == [2.0]


def test_a_power_is_decided_for_by_its_leader(tmp_path: Path) -> None:
    text = question("a", *TODAY, yes=YES, no=NO, decides="power.germany")
    block = block_of(book_of(tmp_path, things=counters("n", "m") + text), sides={"germany": "ask"})
    assert asked(block) == ["a"]


def test_a_man_under_arrest_is_not_asked(tmp_path: Path) -> None:
    block = block_of(book_of(tmp_path, things=counters("n", "m") + question("a", *TODAY, yes=YES, no=NO)), sides=ASKED)
    set_cell(block, "person.molotov.free", 0.0)
    assert asked(block) == []


def test_he_who_decided_stays_me_though_an_effect_takes_his_office(tmp_path: Path) -> None:
    yes = 'effects = ["vacate(organ.press)", "me.influence = 1", "var.n = me.influence"]'
    book = book_of(tmp_path, things=counters("n") + question("a", *TODAY, yes=yes, decides="organ.press.head"))
    block = block_of(book, forced={"a": "yes"})
    set_cell(block, "organ.press.head", book.schema.index["person"]["molotov"] + 1)
    assert var(run(block), "n") == [1.0]


# what he may answer ---------------------------------------------------------------------------------------------------


def test_what_is_not_open_or_too_dear_is_not_chosen(tmp_path: Path) -> None:
    text = question("a", *TODAY, yes=f'when = "withdrawn"\nai = "1000"\n{YES}', no=NO)
    text += question("b", *TODAY, yes=f'price = "99.5"\nai = "1000"\n{YES}', no=NO)
    block = block_of(book_of(tmp_path, things=counters("n", "m") + text), 20, policy="random")
    assert var(run(block), "n") == [0.0] * 20


def test_a_price_is_paid(tmp_path: Path) -> None:
    text = question("a", *TODAY, yes=f'price = "7"\n{YES}', no=NO)
    book = book_of(tmp_path, things=counters("n", "m") + text)
    row = book.schema.row("person", "molotov", "authority")
    left = [run(block_of(book, forced={"a": option})).world.numbers[row, 0] for option in ("yes", "no")]
    assert left[1] - left[0] == pytest.approx(7.0)


def test_a_man_with_one_way_to_go_is_not_asked(tmp_path: Path) -> None:
    text = question("a", *TODAY, yes=f'when = "withdrawn"\n{YES}', no=NO)
    block = block_of(book_of(tmp_path, things=counters("n", "m") + text), sides=ASKED)
    assert asked(block) == []
    assert var(block, "m") == [1.0]


@pytest.mark.parametrize("sides", [{}, ASKED])
def test_where_nothing_is_open_the_default_is_taken(tmp_path: Path, sides: dict[str, str]) -> None:
    text = question("a", *TODAY, yes=f'when = "withdrawn"\n{YES}', no=f'when = "withdrawn"\n{NO}')
    block = block_of(book_of(tmp_path, things=counters("n", "m") + text), sides=sides)
    assert asked(block) == []
    assert (var(block, "n"), var(block, "m")) == ([0.0], [1.0])


def test_a_forced_option_is_taken_where_it_is_open_by_whoever_decides(tmp_path: Path) -> None:
    text = question("a", *TODAY, yes=YES, no=NO) + question("b", *TODAY, yes=f'when = "withdrawn"\n{YES}', no=NO)
    book = book_of(tmp_path, things=counters("n", "m") + text)
    for policy, sides in (("random", {}), ("historical", {}), ("historical", ASKED)):
        block = block_of(book, policy=policy, sides=sides, forced={"a": "yes", "b": "yes"})
        assert asked(block) == []
        assert (var(block, "n"), var(block, "m")) == ([1.0], [1.0])


def test_the_record_takes_the_option_marked_historical_else_the_default(tmp_path: Path) -> None:
    text = question("a", *TODAY, yes=f"historical = true\n{YES}", no=NO) + question("b", *TODAY, yes=YES, no=NO)
    block = run(block_of(book_of(tmp_path, things=counters("n", "m") + text)))
    assert (var(block, "n"), var(block, "m")) == ([1.0], [1.0])


# put off --------------------------------------------------------------------------------------------------------------

COMES = {
    "polled once": (*TODAY, "timeout = 2"),
    "in a window": ('window = ["1941-06-22", "1941-06-22"]', "timeout = 2"),
    "scheduled": ("scheduled = true", "timeout = 2"),
}


@pytest.mark.parametrize("kind", COMES)
def test_a_question_put_off_comes_again_until_its_time_is_out_and_then_takes_the_default(
    tmp_path: Path, kind: str
) -> None:
    text = question("a", *COMES[kind], yes=YES, no=NO) + event("start", *TODAY, effects='"schedule(a, 0)"')
    if kind != "scheduled":
        text = question("a", *COMES[kind], yes=YES, no=NO)
    block = block_of(book_of(tmp_path, things=counters("n", "m") + text), sides=ASKED)
    told = []
    for day, questions in days(block):
        told.append(questions)
        answer_all(block, PUT_OFF)
        if day == 3:
            break
    assert told == [["a"], ["a"], [], []]
    assert (var(block, "n"), var(block, "m")) == ([0.0], [1.0])


def test_a_question_put_off_may_be_answered_the_next_day(tmp_path: Path) -> None:
    text = question("a", *TODAY, "timeout = 3", yes=YES, no=NO)
    block = block_of(book_of(tmp_path, things=counters("n", "m") + text), sides=ASKED)
    for day, questions in days(block):
        if questions:
            answer_all(block, PUT_OFF if day < 1 else 0)
        if day == 3:
            break
    assert (var(block, "n"), var(block, "m")) == ([1.0], [0.0])


def test_a_question_that_may_come_every_day_is_asked_once_a_day_when_put_off(tmp_path: Path) -> None:
    text = question("a", ALWAYS, "timeout = 2", yes=YES, no=NO)
    block = block_of(book_of(tmp_path, things=counters("n", "m") + text), sides=ASKED)
    for day, questions in days(block):
        assert questions == ["a"]
        answer_all(block, PUT_OFF)
        if day == 2:
            break


def test_a_question_of_a_man_who_dies_while_it_is_put_off_takes_the_default(tmp_path: Path) -> None:
    text = question("a", *TODAY, "timeout = 5", yes=YES, no=NO)
    block = block_of(book_of(tmp_path, things=counters("n", "m") + text), sides=ASKED)
    for day, questions in days(block):
        assert bool(questions) == (day == 0)
        answer_all(block, PUT_OFF)
        if day == 0:
            turn.advance(block)
            set_cell(block, "person.molotov.alive", 0.0)
        if day == 2:
            break
    assert var(block, "m") == [1.0]


def test_several_questions_of_a_round_are_asked_together(tmp_path: Path) -> None:
    text = question("a", *TODAY, yes=YES, no=NO) + question("b", *TODAY, yes=YES, no=NO)
    block = block_of(book_of(tmp_path, things=counters("n", "m") + text), sides=ASKED)
    assert asked(block) == ["a", "b"]
    first, second = open_places(block)
    turn.answer(block, first, 0)
    assert turn.advance(block) == "question"
    turn.answer(block, second, 1)
    assert turn.advance(block) == "orders"
    assert (var(block, "n"), var(block, "m")) == ([1.0], [1.0])
