"""Nothing hidden reaches a player: change all of it, and every page, offer, price and study input stays the same."""

import json
from dataclasses import asdict

import numpy as np
import pytest

from game.ai.study import Study, Terms, study_question
from game.engine.block import Block
from game.knowledge.believe import believe
from game.knowledge.known import questions_of
from game.views.desk import desk
from game.views.explain import explain, explainable
from game.views.front import front
from game.views.offers import offers, preview
from game.views.question import questions
from game.views.room import room
from game.views.telegraph import telegraph
from tests.knowledge.builders import base_book, scrambled, seat_of, stops

PLAYED = ("molotov", "beria", "stalin", "zhukov")


def pages(block: Block, seat: int) -> dict[str, str]:
    """All that a player can look at, as text."""
    found = {
        "desk": asdict(desk(block, seat)),
        "questions": [asdict(q) for q in questions(block, seat)],
        "telegraph": asdict(telegraph(block, seat)),
        "offers": [asdict(o) for o in offers(block, seat)],
        "previews": [
            asdict(preview(block, seat, o.lever, {o.arguments[0]: o.candidates[0].value}))
            for o in offers(block, seat)[:12] if o.candidates
        ],
        "front": asdict(front(block, seat)),
        "room": asdict(room(block, seat)),
    }  # fmt: skip
    return {name: json.dumps(page) for name, page in found.items()}


def tooltips(block: Block, seat: int) -> dict[str, str]:
    """An explanation of every number that there is, told or refused."""
    schema = block.book.schema
    hidden = [
        f"{table}.{schema.entities[table][0]}.{column}"
        for table, column in schema.places if "." not in column and not schema.tables[table].single
    ]  # fmt: skip
    names = sorted({*hidden, *explainable(block, seat)[::23], "aura", "nerve", "vacuum_days"})
    return {name: json.dumps(asdict(explain(block, seat, name))) for name in names}


@pytest.mark.parametrize("person", PLAYED)
def test_a_change_of_all_that_is_hidden_changes_nothing_that_a_player_sees(person: str) -> None:
    seat = seat_of(base_book(), person)
    for number, block in enumerate(stops(person, seed=11, most=15)[::2]):
        other = scrambled(block, seat, number)
        assert other.world.hashes() != block.world.hashes()
        before, after = pages(block, seat), pages(other, seat)
        assert before == after, (number, [name for name in before if before[name] != after[name]])


def test_a_change_of_all_that_is_hidden_changes_no_tooltip() -> None:
    seat = seat_of(base_book(), "molotov")
    for number, block in enumerate(stops(most=12)[::4]):
        before, after = tooltips(block, seat), tooltips(scrambled(block, seat, number), seat)
        assert before == after, [name for name in before if before[name] != after[name]]


def test_the_inputs_of_a_study_do_not_rest_on_what_is_hidden() -> None:
    seat = seat_of(base_book(), "molotov")
    for number, block in enumerate(stops(most=6)):
        one, other = (believe(b, seat, 8, 1, forget_plot=True) for b in (block, scrambled(block, seat, number)))
        assert one.world.hashes() == other.world.hashes()
        assert one.world.seed.tolist() == other.world.seed.tolist()


def test_of_what_is_hidden_an_answer_shows_only_how_frightened_its_author_is() -> None:
    seat = seat_of(base_book(), "molotov")
    block = next(b for b in stops(most=3) if questions_of(b, seat).any())
    place = int(np.flatnonzero(questions_of(block, seat))[0])
    terms = Terms(worlds=10, until="1941-06-24")
    one, other = study_question(block, seat, place, terms), study_question(scrambled(block, seat), seat, place, terms)
    assert _without_bars(one) == _without_bars(other)


def _without_bars(study: Study) -> str:
    text = asdict(study)
    for answer in text["answers"]:
        for figure in (answer["outlook"] or {"figures": []})["figures"]:
            del figure["low"], figure["high"]
    return json.dumps(text)


def test_no_card_shows_an_odds_and_no_page_names_another_mans_plot() -> None:
    seat = seat_of(base_book(), "molotov")
    for block in stops(most=14):
        for card in questions(block, seat):
            assert "odds" not in json.dumps(asdict(card))
        codes = {item.code for item in telegraph(block, seat).items if item.sort != "own"}
        assert not codes & {"plot_opened", "file_six", "plot_broken", "plot_sound", "plot_bind"}
