"""What rules compile to, and how worlds of a rulebook begin."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.core import calendar
from game.rulebook import assembly
from game.rulebook.book import make_rulebook
from game.rulebook.start import Start, StartError, begin
from tests.rulebook.builders import BASE, SCENARIO, bare_book, book_of, counters, decision, event, question

SCENE = (
    event("windowed", 'window = ["1941-06-23", "1941-06-25"]')
    + event("heard", 'on = "city_taken"', effects='"log(minsk)"')
    + event("later", "scheduled = true")
    + question(
        "asked",
        'when = "withdrawn and nerve < 5"',
        yes='effects = ["nerve -= 3"]\nroll = 0.5\nsuccess = ["arrest(me)"]',
    )
)
LINE = '[[text]]\nid = "minsk"\ntext = "Minsk is silent."\n'


def test_a_window_is_kept_in_days_and_an_event_without_one_is_always_open(tmp_path: Path) -> None:
    book = book_of(tmp_path, events=SCENE, lines=LINE)
    windowed, heard = book.event("windowed"), book.event("heard")
    assert (windowed.low, windowed.high) == (calendar.to_days("1941-06-23"), calendar.to_days("1941-06-25"))
    assert heard.low == 0
    assert heard.high >= calendar.to_days("2100-01-01")


def test_an_event_knows_its_trigger_and_what_it_is_about(tmp_path: Path) -> None:
    book = book_of(tmp_path, events=SCENE, lines=LINE)
    assert [book.event(e).polled for e in ("windowed", "heard", "later", "asked")] == [True, False, False, True]
    assert [book.event(e).table for e in ("windowed", "heard", "later", "asked")] == ["", "province", "person", ""]


def test_a_condition_is_split_at_its_ands_in_order(tmp_path: Path) -> None:
    book = book_of(tmp_path, events=SCENE, lines=LINE)
    rule = book.event("asked")
    assert len(rule.clauses) == 2
    assert rule.clauses == tuple(book.graph.clauses(rule.when))


def test_an_option_says_what_it_and_its_words_write(tmp_path: Path) -> None:
    yes, no = book_of(tmp_path, events=SCENE, lines=LINE).event("asked").options
    assert {"room.nerve", "person.free"} <= yes.does.writes
    assert no.does.writes == frozenset()


def test_a_rulebook_of_the_same_content_is_the_same(tmp_path: Path) -> None:
    book = book_of(tmp_path, events=SCENE, lines=LINE)
    again = make_rulebook(book.content, SCENARIO)
    assert (again.digest, again.sizes, again.graph.nodes) == (book.digest, book.sizes, book.graph.nodes)


def test_a_persona_weighs_by_tags_and_by_name(tmp_path: Path) -> None:
    keys = 'id = "bold"\nname = "Bold"\ndescription = "Strikes."\ntags = { coup = 3 }\nlevers = { strike_now = 2 }\n'
    text = decision("strike_now", 'tags = ["coup", "army"]') + decision("rest_now", 'tags = ["army"]')
    book = book_of(tmp_path, decisions=text, policies="[[policy]]\n" + keys)
    slots = [book.lever(name).slot for name in ("strike_now", "rest_now")]
    assert book.personas.factors[book.personas.ids.index("bold"), slots].tolist() == [6.0, 1.0]


# worlds ---------------------------------------------------------------------------------------------------------------


def test_worlds_of_one_seed_are_one_world_whoever_stands_beside_them() -> None:
    many = begin(bare_book(), range(3, 9), Start(policy="historical", premises={"breakdown": "draw"}))
    one = begin(bare_book(), [7], Start(policy="historical", premises={"breakdown": "draw"}))
    assert many.hashes()[4] == one.hashes()[0]
    assert many.table_hashes(4) == one.table_hashes(0)


def test_a_world_hashes_the_same_whatever_the_sign_of_its_zeros() -> None:
    world = begin(bare_book(), range(2), Start(policy="historical"))
    before, tables = world.hashes(), world.table_hashes(1)
    zeros = np.flatnonzero(world.numbers[:, 1] == 0.0)
    world.numbers[zeros[::2], 1] = -0.0
    assert world.hashes() == before
    assert world.table_hashes(1) == tables
    world.numbers[zeros[1], 1] = 1.0
    assert world.hashes()[0] == before[0]
    assert world.hashes()[1] != before[1]


def test_reading_the_hash_of_a_world_leaves_it_as_it_was() -> None:
    world = begin(bare_book(), [3], Start(policy="historical"))
    world.numbers[5] = -0.0
    world.hashes()
    assert np.signbit(world.numbers[5, 0])


def test_what_is_set_at_the_start_holds_on_the_first_morning(tmp_path: Path) -> None:
    book = book_of(tmp_path, things=counters("tries"))
    settings = {
        "nerve": "100",
        "person.beria.influence": "12.5",
        "leader": "molotov",
        "withdrawn": "true",
        "var.tries": "3",
    }
    world = begin(book, [5], Start(policy="historical", settings=settings))
    assert world.column("room", "nerve")[0] == 100.0
    assert world.numbers[book.schema.row("person", "beria", "influence"), 0] == 12.5
    assert world.column("room", "leader")[0] == book.schema.index["person"]["molotov"] + 1
    assert world.column("room", "withdrawn")[0] == 1.0
    assert world.numbers[book.schema.row("var", "tries", "value"), 0] == 3.0


@pytest.mark.parametrize(
    ("start", "message"),
    [
        (Start(settings={"nrve": "3"}), "did you mean 'nerve'"),
        (Start(settings={"nerve": "stalin"}), "may be read as person.stalin"),
        (Start(settings={"leader.influence": "3"}), "not one column of one entity"),
        (Start(settings={"nerve": "1000"}), "nerve lies between 0 and 100"),
        (Start(settings={"power.ussr.legitimacy": "-5"}), "lies between 0 and 100, not at -5"),
        (Start(settings={"leader": "hitler"}), "one of the room"),
        (Start(settings={"leader": "nobody"}), "one of the room"),
        (Start(settings={"date": '"1942-01-01"'}), "date is kept by the game itself"),
        (Start(settings={"plot.beria.phase": "won"}), "plot.beria.phase is kept by the game itself"),
        (Start(settings={"power.ussr.dead_military.reported": "5"}), "kept by the game itself"),
        (Start(settings={"premise.plotters_nerve": "50"}), "use --premise"),
        (Start(premises={"brakdown": "days"}), "did you mean 'breakdown'"),
        (Start(premises={"breakdown": "day"}), "one of"),
        (Start(premises={"plotters_nerve": "500"}), "lies between"),
        (Start(sides={"molotof": "random"}), "did you mean 'molotov'"),
        (Start(sides={"molotov": "randm"}), "did you mean 'random'"),
        (Start(protagonist="stalim"), "did you mean 'stalin'"),
        (Start(difficulty="brutal"), "one of easy, normal, hard"),
    ],
)  # fmt: skip
def test_a_start_that_cannot_be_is_one_sentence(start: Start, message: str) -> None:
    with pytest.raises(StartError) as caught:
        begin(
            bare_book(),
            [5],
            Start(start.premises, start.sides, start.settings, start.protagonist, start.difficulty, "historical"),
        )
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_language_page_knows_every_word_and_signal() -> None:
    page = (BASE.parents[1] / "docs" / "modders" / "language.md").read_text(encoding="utf-8")
    missing = [name for name in assembly.words() if f"`{name}(" not in page]
    missing += [name for name in assembly.signals() if name not in page]
    assert not missing
