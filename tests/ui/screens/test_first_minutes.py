"""What stands between a newcomer and his first choice, and between that and its first consequence."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.ui.app.flow import arrive
from tests.play.builders import campaign
from tests.ui.screens.window import Window

PERSONS = ("molotov", "malenkov", "mikoyan", "voznesensky", "khrushchev", "zhukov", "timoshenko", "beria", "stalin")
BEFORE_THE_CHOICE, BEFORE_ITS_CONSEQUENCE = 250, 1_000


def words_of(window: Window) -> int:
    return sum(len(text.split()) for text in window.texts())


def at_the_menu(folder: Path, person: str, seed: int) -> Window:
    """A newcomer before the menu; the game of that man is the one that begins."""
    window = Window(folder, campaign(person, seed))
    window.stage.show("menu")
    window.look()
    return window


@pytest.mark.parametrize("seed", [5, 61])
@pytest.mark.parametrize("person", PERSONS)
def test_the_words_before_the_first_choice_and_before_its_consequence_are_few(
    tmp_path: Path, person: str, seed: int
) -> None:
    window = at_the_menu(tmp_path, person, seed)
    read = words_of(window)
    arrive(window.stage)
    window.look()
    assert [window.screen.name] == ["card"]
    read += words_of(window)
    assert read <= BEFORE_THE_CHOICE
    while window.screen.name == "card":
        asked = window.stage.now.view.questions[0]
        window.stage.answer(next(option.id for option in asked.options if option.open))
        window.look()
        if window.screen.name == "card":
            read += words_of(window)
    assert window.screen.name == "after"
    assert read <= BEFORE_ITS_CONSEQUENCE
