"""After a fall one goes on as another, or closes the book."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.campaign import Campaign
from game.play.choices import Reader, read
from game.play.proof import opening_of_choices
from tests.play.builders import BASE, the_book
from tests.ui.screens.window import Window, faults_of_layout, in_all_sizes

BETRAYED = Path(__file__).parents[2] / "play" / "choices" / "molotov_betrayed.jsonl"


def fallen_game() -> Campaign:
    """A game in which Molotov has been taken."""
    file = read(BETRAYED)
    game = Campaign.new(opening_of_choices(file, [BASE]), the_book())
    reader = Reader(file)
    while game.halt != "fallen":
        reader.step(game)
    return game


@pytest.fixture
def window(tmp_path: Path) -> Window:
    return Window(tmp_path, fallen_game(), "card", "verdict", "pause")


def test_a_fall_has_its_own_page_that_counts_the_signs(window: Window) -> None:
    assert window.screen.name == "fallen"
    assert f"You saw {window.stage.now.view.desk.signs} signs that it was coming." in window.texts()


@pytest.mark.parametrize("by", ["click", "press"])
def test_one_goes_on_as_the_man_who_saw_it(window: Window, by: str) -> None:
    heir = window.stage.now.view.heirs[0].person
    getattr(window, by)("choices", heir)
    assert window.game.person == heir
    assert window.screen.name in ("card", "desk")


@pytest.mark.parametrize("by", ["click", "press"])
def test_the_book_can_be_closed(window: Window, by: str) -> None:
    getattr(window, by)("choices", "close")
    assert window.game.halt == "over"
    assert window.screen.name == "verdict"


def test_all_words_stand_in_their_places_at_every_size(window: Window) -> None:
    def check() -> None:
        assert faults_of_layout(window) == []

    in_all_sizes(window, check)
