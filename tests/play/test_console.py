"""The console: nothing of it before consent; what it changes is journalled and replayed; every save tells of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.lab.replay import lines
from game.play.campaign import Campaign
from game.play.console import CONSOLE
from game.play.errors import OrderError
from game.play.proof import prove
from game.play.replay import replay
from game.play.running import place_in_turn
from game.store.journal import LONGEST_WORD
from tests.play.builders import BASE, answer_all, campaign, step

LATE = "july.lepel"
"""An event of July."""
EFFECT = "power.ussr.legitimacy -= 20"


def opened(**more: object) -> Campaign:
    """A campaign in which the console has been opened."""
    game = campaign(**more)  # type: ignore[arg-type]
    game.open_console()
    return game


def legitimacy(game: Campaign) -> float:
    return float(game.block.world.numbers[game.book.schema.row("power", "ussr", "legitimacy"), 0])


def rebuilt(game: Campaign) -> str:
    return replay(game.book, game.opening, game.journal, place_in_turn(game.block)).world.hashes()[0]


def test_nothing_is_read_or_changed_before_it_is_opened() -> None:
    game = campaign()
    before = game.hash
    with pytest.raises(OrderError, match="not been opened"):
        game.probe("room.nerve")
    with pytest.raises(OrderError, match="not been opened"):
        game.run_effect(EFFECT)
    assert game.hash == before
    assert not game.journal


def test_an_effect_changes_the_world_and_stands_in_the_journal() -> None:
    game = opened()
    before = legitimacy(game)
    game.run_effect(EFFECT)
    assert legitimacy(game) == before - 20
    assert game.journal[-1].decision == CONSOLE


def test_effects_at_any_point_of_the_day_are_replayed() -> None:
    game = opened()
    for _ in range(12):
        game.run_effect("power.ussr.legitimacy += 1")
        step(game)
        game.run_effect("person.beria.loyalty -= 2")
        assert rebuilt(game) == game.hash


def test_me_is_the_man_who_is_played() -> None:
    assert opened().probe("me") == "Vyacheslav Molotov"
    assert opened(person="beria").probe("me == person.beria") == "yes"


def test_a_probe_reads_what_is_hidden() -> None:
    game = opened()
    assert game.probe("room.nerve").endswith("points")
    assert game.probe("clock.date") == "1941-06-22"


@pytest.mark.parametrize("text", ["room.nerves", "1 +", "power.ussr.legitimacy", "arrest(person.nobody)", "x = 1", ""])
def test_what_is_wrong_with_an_effect_is_said(text: str) -> None:
    game = opened()
    before = game.hash
    with pytest.raises(OrderError):
        game.run_effect(text)
    assert game.hash == before
    assert not game.journal


def test_an_effect_that_no_journal_holds_is_refused() -> None:
    with pytest.raises(OrderError, match="at most"):
        opened().run_effect(f"power.ussr.legitimacy += {'1 + ' * LONGEST_WORD}1")


def test_it_ends_ironman_and_undo_does_not_shut_it() -> None:
    game = opened(ironman=True)
    assert not game.opening.ironman
    answer_all(game)
    game.run_effect(EFFECT)
    assert game.undo()
    assert game.opening.console
    assert all(entry.decision != CONSOLE for entry in game.journal)


def test_a_save_says_that_it_was_opened_and_is_still_proved(tmp_path: Path) -> None:
    game = opened()
    game.run_effect(EFFECT)
    answer_all(game)
    game.save(tmp_path / "opened.save")
    loaded = Campaign.load(tmp_path / "opened.save", (BASE,), game.book)
    assert loaded.opening.console
    assert loaded.hash == game.hash
    proof = prove(tmp_path / "opened.save", (BASE,), book=game.book)
    assert proof.holds
    assert proof.console
    assert any("console" in line for line in lines(proof))


def test_a_save_of_a_game_without_it_does_not_say_so(tmp_path: Path) -> None:
    game = campaign()
    game.save(tmp_path / "shut.save")
    assert not Campaign.load(tmp_path / "shut.save", (BASE,), game.book).opening.console
    assert not prove(tmp_path / "shut.save", (BASE,), book=game.book).console


def test_the_diary_tells_of_it() -> None:
    game = opened()
    game.run_effect(EFFECT)
    stop = game.place.stop
    while game.place.stop == stop:
        step(game)
    assert EFFECT in game.records.diary[-1].text


def test_an_event_can_be_made_to_come_out_of_its_time() -> None:
    game = opened()
    rule = game.book.event(LATE)
    assert rule.low > game.block.world.date[0]
    game.run_effect(f"schedule({LATE}, 0)")
    came = [q.event for q in game.view().questions]
    while game.date < "1941-06-24":
        step(game)
        came += [q.event for q in game.view().questions]
    assert game.block.world.fired[rule.order, 0] or LATE in came
