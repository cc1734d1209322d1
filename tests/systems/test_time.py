"""Sessions and steps."""

from __future__ import annotations

from game.core import calendar
from tests.systems.builders import START, Game


def test_the_crisis_goes_by_days_and_the_war_by_weeks() -> None:
    game = Game()
    game.turn()
    assert game.get("clock", "", "dt") == 1
    game.set("crisis", "leadership", "active", 0)
    game.turn()
    assert calendar.weekday(game.world.date + game.get("clock", "", "dt"))[0] == 0
    game.set("war", "", "eastern", 0)
    game.turn()
    game.turn()
    assert calendar.to_date(game.get("clock", "", "date")).day == 1


def test_the_crisis_ends_on_its_day_unless_the_chair_is_empty() -> None:
    for withdrawn in (0, 1):
        game = Game()
        game.set("clock", "", "date", START + 22)
        game.set("room", "", "withdrawn", withdrawn)
        game.run("calendar.move_on")
        assert game.get("crisis", "leadership", "active") == withdrawn
        assert game.signals("crisis_over") == 1 - withdrawn


def test_every_day_of_a_crisis_is_a_session_and_every_third_week_of_a_war() -> None:
    game = Game()
    game.run("calendar.open_session")
    assert game.get("clock", "", "session") == 1
    game.set("crisis", "leadership", "active", 0)
    for days, opens in ((20, 0), (21, 1)):
        game.set("clock", "", "date", START + days)
        game.run("calendar.open_session")
        assert game.get("clock", "", "session") == opens


def test_authority_is_paid_for_the_days_since_the_last_session() -> None:
    game = Game()
    game.set("clock", "", "session_on", START - 21)
    game.set("person", "molotov", "rank", 2)
    game.run("calendar.open_session")
    assert game.get("person", "molotov", "authority") == 30 + 60 / 10 + 5
    assert game.get("person", "mikoyan", "authority") == 30


def test_hands_come_in_when_a_session_opens() -> None:
    game = Game()
    game.set("clock", "", "session_on", START - 1)
    game.set("person", "molotov", "rank", 2)
    game.set("person", "molotov", "hands", 3)
    game.run("calendar.open_session")
    assert game.get("person", "molotov", "hands_left") == 3


def test_thirty_turns_run_without_events() -> None:
    game = Game(5)
    game.turn(30)
    assert (game.world.date > START + 23).all()
    assert "crisis_over" in game.notes()
