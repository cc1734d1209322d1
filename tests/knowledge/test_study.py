"""Studies: one question played forward on believed worlds."""

import numpy as np
import pytest

from game.ai.study import (
    NO_PLOTS,
    StudyError,
    Terms,
    studies_a_session,
    study_orders,
    study_question,
)
from game.ai.watch import StudyCancelledError
from game.engine.block import Block
from game.engine.orders import Order
from game.knowledge.known import questions_of
from tests.knowledge.builders import answer_first, copy_of, first_morning, play_on, seat_of

SHORT = Terms(worlds=20, until="1941-06-26")


def first_question(block: Block, seat: int) -> int:
    return int(np.flatnonzero(questions_of(block, seat))[0])


def at_orders() -> Block:
    block = first_morning()
    seat = seat_of(block.book, "molotov")
    while questions_of(block, seat).any():
        answer_first(block, seat)
        play_on(block)
    return block


def test_a_study_answers_each_option_with_a_figure_and_odds_in_whole_tenths() -> None:
    block = first_morning()
    seat = seat_of(block.book, "molotov")
    study = study_question(block, seat, first_question(block, seat), SHORT)
    assert study.author == "Semyon Timoshenko"
    assert (study.asked_on, study.horizon) == ("1941-06-22", "1941-06-26")
    assert len(study.answers) == 3
    for answer in study.answers:
        assert answer.outlook is not None
        for figure in answer.outlook.figures:
            assert figure.low <= figure.middle <= figure.high
        assert 0 <= answer.outlook.fall.tenths <= 10


def test_a_study_changes_nothing_in_the_world_and_gives_the_same_answer_twice() -> None:
    block = first_morning()
    seat, before = seat_of(block.book, "molotov"), block.world.hashes()
    rows = len(block.world.chronicle or ())
    place = first_question(block, seat)
    assert study_question(block, seat, place, SHORT) == study_question(block, seat, place, SHORT)
    assert block.world.hashes() == before
    assert len(block.world.chronicle or ()) == rows


def test_two_orders_and_rest_are_compared_with_the_same_luck() -> None:
    block = at_orders()
    seat = seat_of(block.book, "molotov")
    beria = float(seat_of(block.book, "beria"))
    talk = Order(seat, block.book.lever("room.talk").order, (("man", beria),))
    study = study_orders(block, seat, [None, talk, None], SHORT)
    rest, _, again = study.answers
    assert rest.outlook == again.outlook


def test_nobody_can_be_asked_about_a_plot() -> None:
    block = at_orders()
    seat = seat_of(block.book, "molotov")
    plot = Order(seat, block.book.lever("plot_sound").order, (("man", 3.0),))
    assert study_orders(block, seat, [None, plot], SHORT).answers[1].refused == NO_PLOTS
    with pytest.raises(StudyError, match="about a plot"):
        study_orders(block, seat, [plot], SHORT)


def test_fear_narrows_the_bar_and_not_the_middle() -> None:
    block = at_orders()
    seat = seat_of(block.book, "molotov")
    fear = block.book.schema.row("organ", "high_command", "fear")
    bars = []
    for level in (0.0, 100.0):
        copy = copy_of(block)
        copy.world.numbers[fear, 0] = level
        found = study_orders(copy, seat, [None], SHORT).answers[0].outlook
        assert found is not None
        figure = found.figures[0]
        bars.append((figure.middle, figure.high - figure.low))
    assert bars[0][0] == bars[1][0]
    assert bars[1][1] < bars[0][1]


def test_a_staff_without_a_head_and_a_question_that_is_not_mine_are_refused() -> None:
    block = copy_of(first_morning())
    seat = seat_of(block.book, "molotov")
    with pytest.raises(StudyError, match="no open question 99"):
        study_question(block, seat, 99)
    block.world.numbers[block.book.schema.row("organ", "government", "head"), 0] = 0.0
    with pytest.raises(StudyError, match="no head"):
        study_question(block, seat, first_question(block, seat), Terms(staff="government"))


def test_a_watched_study_can_be_cancelled() -> None:
    block = first_morning()
    seat = seat_of(block.book, "molotov")
    with pytest.raises(StudyCancelledError):
        study_question(block, seat, first_question(block, seat), Terms(worlds=5, watch=lambda share: False))


def test_a_quick_staff_makes_two_studies_a_session() -> None:
    block = copy_of(first_morning())
    row = block.book.schema.row("organ", "high_command", "readiness")
    made = []
    for readiness in (40.0, 80.0):
        block.world.numbers[row, 0] = readiness
        made.append(studies_a_session(block, "high_command"))
    assert made == [1, 2]


def test_a_study_shows_only_figures_that_part_the_options() -> None:
    block = first_morning()
    seat = seat_of(block.book, "molotov")
    study = study_question(block, seat, first_question(block, seat), SHORT)
    shown = [{f.name for f in a.outlook.figures} for a in study.answers if a.outlook]
    assert all(names == shown[0] for names in shown)
    assert bool(study.alike) is not bool(shown[0])


def test_on_the_first_morning_a_staff_does_not_know_how_far_the_enemy_will_come() -> None:
    block = at_orders()
    seat = seat_of(block.book, "molotov")
    answer = study_orders(block, seat, [None], Terms(worlds=60)).answers[0]
    assert answer.outlook is not None
    west = next(f for f in answer.outlook.figures if f.name == "ground_west")
    assert west.high - west.low > 100
