"""What may befall a real window: it is killed, the game's process is killed, it is told to end, the disk fills up.

At most the present turn is lost, and the player is told in a sentence.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.newcomer.person import Person, Sight, a_display, missing
from tests.ui.newcomer.test_newcomer import act, last_save, read_what_followed, where

pytestmark = [
    pytest.mark.skipif(bool(missing()), reason=f"{missing()} not installed (Debian: xvfb, xdotool)"),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for processes in /proc"),
]

FULL = 64 << 10
"""Bytes that a file may have on the full disk: less than a save."""


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with a_display() as name:
        yield name


@pytest.fixture
def person(display: str, tmp_path: Path) -> Iterator[Person]:
    made = Person(display, tmp_path, mouse=True)
    try:
        made.open_game()
        made.press("menu/begin")
        yield made
    finally:
        made.leave()


def played(person: Person, until: str) -> Sight:
    """On to the first morning from that day on at which orders are given."""
    sight = person.wait(lambda s: s["screens"][-1] == "card", "the first question does not come")
    while sight["date"] < until or sight["halt"] != "orders":
        sight = read_what_followed(person, sight)
        before = where(sight)
        act(person, sight)
        sight = person.wait(lambda s, was=before: where(s) != was, "nothing came of it")  # type: ignore[misc]
    return read_what_followed(person, sight)


def window_of(person: Person) -> int:
    assert person.program is not None
    return person.program.pid


def game_of(person: Person) -> int:
    """The process in which the game runs: the window's child that holds the rulebook."""
    children = Path(f"/proc/{window_of(person)}/task/{window_of(person)}/children").read_text().split()
    lines = {int(pid): Path(f"/proc/{pid}/cmdline").read_bytes() for pid in children}
    return next(pid for pid, line in lines.items() if b"spawn_main" in line)


def test_a_killed_window_loses_at_most_the_present_turn(person: Person) -> None:
    sight = played(person, "1941-06-24")
    os.kill(window_of(person), signal.SIGKILL)
    assert person.program is not None
    person.program.wait(10)
    person.open_game()
    person.press("menu/continue")
    again = person.wait(lambda s: "date" in s, "it does not go on")
    assert again["date"] == sight["date"]


def test_a_killed_game_is_told_in_a_sentence_and_goes_on_from_its_autosave(person: Person) -> None:
    sight = played(person, "1941-06-24")
    os.kill(game_of(person), signal.SIGKILL)
    told = person.wait(lambda s: s["screens"][0] == "menu" and bool(s["said"]), "it does not say that the game is gone")
    assert any("autosave" in said for said in told["said"])
    person.press("menu/continue")
    again = person.wait(lambda s: s["screens"][0] != "menu" and "date" in s, "it does not go on")
    assert again["date"] == sight["date"]


def test_a_window_that_is_told_to_end_saves_first(person: Person, tmp_path: Path) -> None:
    sight = played(person, "1941-06-23")
    os.kill(window_of(person), signal.SIGTERM)
    person.close_game()
    assert last_save(tmp_path).date == sight["date"]


def test_a_full_disk_is_told_and_the_game_goes_on_and_the_last_save_stays_whole(person: Person, tmp_path: Path) -> None:
    sight = played(person, "1941-06-24")
    for pid in (window_of(person), game_of(person)):
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (FULL, FULL))
    person.key("F5")
    told = person.wait(lambda s: bool(s["said"]), "it does not say that it could not save")
    assert not any("aved as" in said for said in told["said"])
    before = where(sight)
    person.press("run")
    after = person.wait(lambda s: where(s) != before, "the game does not go on")
    assert after["date"] >= sight["date"]
    assert last_save(tmp_path).date == sight["date"]
