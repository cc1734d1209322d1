"""What one player sees."""

import json
from dataclasses import asdict

import numpy as np
import pytest

from game.engine import policy
from game.engine.turn import answer
from game.views.desk import desk
from game.views.explain import NoSuchNumberError, explain
from game.views.offers import choices, offers, preview
from game.views.question import dead_said, questions
from game.views.room import room
from game.views.telegraph import telegraph
from game.views.verdict import TooEarlyError, measure, verdict
from tests.knowledge.builders import answer_first, base_book, copy_of, first_morning, play_on, seat_of, stops

BOOK = base_book()
ME = seat_of(BOOK, "molotov")


def test_the_desk_has_at_most_five_told_figures_each_with_its_author() -> None:
    page = desk(stops(most=6)[-1], ME)
    assert 1 <= len(page.figures) <= 5
    for figure in page.figures:
        assert figure.mark == "reported"
        assert figure.by
        assert figure.on.startswith("1941-06")


def test_a_question_states_what_each_option_costs_and_does() -> None:
    card = questions(first_morning(), ME)[0]
    assert card.event == "week.ambassador"
    receive, _, ring = card.options
    assert "Stalin takes it badly" in receive.states.always
    assert ring.price == 6.0
    assert all(option.open for option in card.options)


def test_an_option_that_is_too_dear_says_so() -> None:
    block = copy_of(first_morning())
    block.world.column("person", "authority")[ME - 1] = 2.0
    ring = questions(block, ME)[0].options[2]
    assert not ring.open
    assert ring.why_not == "It costs 6 authority, and you have 2."


def test_an_answer_by_a_card_is_the_answer_that_the_engine_takes() -> None:
    block = copy_of(first_morning())
    card = questions(block, ME)[0]
    answer(block, card.place, card.options[1].place)
    play_on(block)
    own = [item for item in telegraph(block, ME).items if item.sort == "own"]
    assert own[0].code == "week.ambassador.wait"


def test_nobody_sees_the_questions_of_another() -> None:
    assert questions(first_morning(), seat_of(BOOK, "beria")) == ()


def test_an_offer_is_open_exactly_when_the_engine_takes_the_order() -> None:
    for block in stops(most=9)[::3]:
        for offer in offers(block, ME):
            lever = BOOK.lever(offer.lever)
            if len(lever.arguments) > 1 or (lever.arguments and not offer.candidates):
                continue
            given = {name: np.array([offer.candidates[0].value]) for name in offer.arguments}
            held, terms = policy.legal(block, lever, np.array([ME]), np.zeros(1, np.int64), given)
            assert bool(held[0]) is offer.open, (offer.lever, offer.why_not)
            assert float(terms.price[0]) == offer.price


def test_a_closed_offer_says_why_in_a_sentence() -> None:
    closed = [offer for offer in offers(stops(most=4)[-1], ME) if not offer.open]
    assert closed
    assert all(offer.why_not.endswith(".") for offer in closed)


def test_what_is_closed_says_why_in_words_and_not_in_the_language_of_rules() -> None:
    for person in ("molotov", "khrushchev", "stalin"):
        seat = seat_of(BOOK, person)
        for block in stops(person, most=9)[::4]:
            for offer in offers(block, seat):
                for strange in ("not: ", "it is not so", "count of", "is not not", "your present", "you are not you"):
                    assert strange not in offer.why_not, (offer.lever, offer.why_not)


def test_the_next_arguments_are_offered_after_the_first_and_named_in_the_preview() -> None:
    block = first_morning()
    offer = next(o for o in offers(block, ME) if o.lever == "staff_stance")
    front = offer.candidates[0]
    second = choices(block, ME, "staff_stance", {"f": front.value})
    assert {c.id for c in second} >= {"elastic"}
    said = preview(block, ME, "staff_stance", {"f": front.value, "s": second[0].value})
    assert said.always[0].startswith(front.name)


def test_the_room_shows_a_stance_only_after_a_talk() -> None:
    block = copy_of(first_morning())
    beria = BOOK.schema.index["person"]["beria"]
    assert next(p for p in room(block, ME).persons if p.id == "beria").stance == ""
    block.world.tie("heard")[ME - 1, beria] = 1
    block.world.tie("told")[ME - 1, beria] = -3
    assert next(p for p in room(block, ME).persons if p.id == "beria").stance == "firmly against"


def test_a_number_explains_what_changed_it() -> None:
    block = stops(most=4)[-1]
    found = explain(block, ME, "person.molotov.authority")
    assert found.mark == "measured"
    assert found.changes
    assert all(change.why for change in found.changes)


def test_a_hidden_number_is_refused_and_a_wrong_name_is_mended() -> None:
    block = first_morning()
    assert explain(block, ME, "aura").refused
    assert explain(block, ME, "person.beria.authority").refused == "Only he whose it is knows it."
    with pytest.raises(NoSuchNumberError, match=r"person\.beria\.influence"):
        explain(block, ME, "person.beria.influense")


def test_a_reported_number_tells_its_author_and_keeps_the_true_changes() -> None:
    found = explain(stops(most=4)[-1], ME, "power.ussr.dead_military")
    assert (found.mark, found.by, found.changes) == ("reported", "Semyon Timoshenko", ())


def test_the_verdict_stays_shut_while_the_chapter_runs() -> None:
    with pytest.raises(TooEarlyError):
        verdict(first_morning(), ME)


def test_the_verdict_sets_what_was_told_beside_what_was_so() -> None:
    block, days = first_morning(), []
    while block.running()[0]:
        answer_first(block, ME)
        play_on(block)
        days += list(measure(block))
    page = verdict(block, ME, days)
    assert page.outcome.name
    assert page.end.text
    dead = next(line for line in page.lines if line.name == "dead_military")
    assert dead.told != dead.true
    assert dead.apart > 0
    assert page.orders[0].code.startswith("week.ambassador")
    assert [grave.count for grave in page.graves]
    json.dumps(asdict(page))


def test_a_told_figure_is_not_called_what_was_so() -> None:
    labels = [figure.label for figure in desk(stops(most=2)[-1], ME).figures]
    assert "irrecoverable Soviet losses, as they were told" in labels


def test_a_number_is_explained_by_the_name_that_pages_print() -> None:
    block = first_morning()
    assert explain(block, ME, "credit").name == "power.ussr.credit"
    assert explain(block, ME, "led").refused
    assert explain(block, ME, "premise.breakdown").refused


def test_who_dies_is_said_with_a_label() -> None:
    assert dead_said(BOOK.tongue, "None by this order.") == "Dead: none by this order."
    assert dead_said(BOOK.tongue, "") == ""


def test_equal_changes_are_summed_and_the_leader_is_not_suspected_by_himself() -> None:
    book = base_book()
    stalin = seat_of(book, "stalin")
    said = [o.states for block in stops("stalin", most=6) for q in questions(block, stalin) for o in q.options]
    clauses = [c for states in said for end in (states.always, states.success, states.failure) for c in end]
    assert clauses
    assert not [c for c in clauses if "suspects you" in c or c.startswith("nerve")]
    assert all(len(set(states.always)) == len(states.always) for states in said)
