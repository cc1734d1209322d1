"""A real window is closed at the worst of moments: it goes, at once or after saving, and leaves no process behind."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.newcomer.chapter import game_of, last_save, played, window_of
from tests.ui.newcomer.person import Person, a_display, missing

pytestmark = [
    pytest.mark.skipif(bool(missing()), reason=f"{missing()} not installed (Debian: xvfb, xdotool)"),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for processes in /proc"),
]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with a_display() as name:
        yield name


@pytest.fixture
def person(display: str, tmp_path: Path) -> Iterator[Person]:
    made = Person(display, tmp_path, mouse=True)
    try:
        yield made
    finally:
        made.leave()


def begun(person: Person) -> None:
    """The first question is asked."""
    person.open_game()
    person.press("menu/begin")
    person.wait(lambda s: s["screens"][-1] == "card", "the first question does not come")


def test_closed_by_its_frame_it_saves_first(person: Person, tmp_path: Path) -> None:
    begun(person)
    sight = played(person, "1941-06-23")
    game = game_of(person)
    person.ask_to_close()
    person.close_game()
    person.await_end_of(game)
    saved = last_save(tmp_path)
    assert (saved.date, len(saved.journal)) == (sight["date"], sight["entries"])


def test_closed_as_soon_as_there_is_a_window_it_goes(person: Person) -> None:
    person.start_game()
    person.ask_to_close()
    person.close_game()


def test_closed_while_the_rulebook_is_opened_it_goes(person: Person) -> None:
    person.start_game()
    person.wait(lambda s: not s["ready"], "the menu is not seen while the game gets ready")
    game = game_of(person)
    person.ask_to_close()
    person.close_game()
    person.await_end_of(game)


def test_closed_while_a_study_is_made_it_saves_and_goes(person: Person, tmp_path: Path) -> None:
    begun(person)
    asked = person.look()["asked"]
    person.key("s")
    sight = person.wait(lambda s: s["screens"][-1] == "study", "there is no study to be asked for")
    person.press(next(path for path in sight["controls"] if "staffs/" in path))
    time.sleep(0.4)  # it is being made
    person.ask_to_close()
    person.close_game()
    assert last_save(tmp_path).view().questions[0].event == asked


def test_a_game_that_does_not_react_does_not_keep_the_window_from_closing(person: Person, tmp_path: Path) -> None:
    begun(person)
    game = game_of(person)
    os.kill(game, signal.SIGSTOP)
    person.ask_to_close()
    person.ask_to_close()
    person.close_game()
    person.await_end_of(game)
    assert last_save(tmp_path).halt == "question"


@pytest.mark.parametrize("told", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_window_that_is_told_to_end_saves_first(person: Person, tmp_path: Path, told: str) -> None:
    begun(person)
    saves = len(list((tmp_path / "saves").glob("auto-*.rwsave")))
    os.kill(window_of(person), getattr(signal, told))
    person.close_game()
    assert len(list((tmp_path / "saves").glob("auto-*.rwsave"))) == saves + 1
    assert last_save(tmp_path).halt == "question"
