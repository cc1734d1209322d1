"""A newcomer plays the chapter in a real window, from the menu to the verdict: once by mouse, once by keyboard alone.

He saves, quits and continues on the way. What he chose, played in the terminal, gives the same world.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.play.campaign import Campaign
from game.store.journal import to_lines
from tests.ui.newcomer.chapter import act, last_save, read_what_followed, where
from tests.ui.newcomer.person import ROOT, Person, a_display, missing

pytestmark = [pytest.mark.skipif(bool(missing()), reason=f"{missing()} not installed (Debian: xvfb, xdotool)")]

LEAVES_ON = "1941-06-27"
"""On the first stop from this day on he saves, quits and comes back."""


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with a_display() as name:
        yield name


@pytest.mark.parametrize("mouse", [True, False], ids=["mouse", "keyboard"])
def test_a_newcomer_comes_from_the_menu_to_the_verdict(mouse: bool, display: str, tmp_path: Path) -> None:
    person = Person(display, tmp_path, mouse)
    try:
        person.open_game()
        person.press("menu/begin")
        play_to_the_verdict(person)
        quit_game(person)
    finally:
        person.leave()
    game = last_save(tmp_path)
    assert game.halt == "over"
    assert in_the_terminal(game, tmp_path) == game.hash


def play_to_the_verdict(person: Person) -> None:
    """From the first question on."""
    left = False
    sight = person.wait(lambda s: s["screens"][-1] == "card", "the first question does not come")
    while sight["screens"][0] != "verdict":
        sight = read_what_followed(person, sight)
        if not left and sight["date"] >= LEAVES_ON and sight["halt"] == "orders":
            left = True
            save_quit_and_continue(person)
        before = where(sight)
        act(person, sight)
        sight = person.wait(lambda s, was=before: where(s) != was, "nothing came of it")  # type: ignore[misc]


def save_quit_and_continue(person: Person) -> None:
    """Save, close the window from the pause, start the game again and go on."""
    date = person.look()["date"]
    person.key("F5")
    person.wait(lambda s: bool(s["said"]), "it does not say that it has saved")
    quit_game(person)
    person.open_game()
    person.press("menu/continue")
    sight = person.wait(lambda s: s.get("date") == date, "it does not go on where it was left")
    assert sight["halt"] == "orders"


def quit_game(person: Person) -> None:
    """By the pause; from a verdict after a look at another argument, which leads back to it."""
    if person.look()["screens"][0] == "verdict":
        person.press("answer/ways/on")
        person.wait(lambda s: s["screens"][0] == "argument", "the verdict does not lead to another argument")
        person.press("argument/back")
        person.wait(lambda s: s["screens"][0] == "verdict", "the argument does not lead back to the verdict")
    person.key("F10")
    person.wait(lambda s: s["screens"][0] == "pause", "there is no way out")
    person.press("pause/quit")
    person.close_game()


def in_the_terminal(game: Campaign, folder: Path) -> str:
    """The hash that text play comes to with the same choices."""
    opening = game.opening
    head = {"person": game.person, "seed": opening.seed, "premises": dict(opening.premises)}
    file = folder / "choices.jsonl"
    file.write_text(f"# campaign: {json.dumps(head)}\n{to_lines(game.journal)}", encoding="utf-8")
    command = [sys.executable, "main.py", "play", "--text", "--choices", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.rsplit("Hash of the world:", 1)[1].strip()
