"""The game's process has ended and another was started: nothing that was asked will come, and all can be asked anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.ui.app.loop import step
from game.ui.link.link import DirectLink
from tests.ui.screens.window import Window


@pytest.fixture
def window(tmp_path: Path) -> Window:
    return Window(tmp_path)


def lose_the_game(window: Window) -> None:
    """What was asked is never answered."""
    link = window.stage.link
    assert isinstance(link, DirectLink)
    link._done.clear()
    link.server.campaign = None
    link.ended = True
    step(window.stage, window.now)


def test_it_is_said_in_a_sentence_at_the_menu(window: Window) -> None:
    lose_the_game(window)
    assert window.screen.name == "menu"
    assert len([said for said in window.said if "autosave" in said]) == 1


def test_the_menu_that_waited_for_the_saves_is_told_them_by_the_other_process(window: Window) -> None:
    window.game.save(window.stage.folders.saves / "one.rwsave", "one")
    window.stage.leave_campaign()
    lose_the_game(window)
    window.look()
    window.click("continue")
    assert window.stage.snap is not None


def test_the_encyclopaedia_that_was_asked_for_can_be_asked_for_again(window: Window) -> None:
    window.stage.read_lore()
    lose_the_game(window)
    window.stage.read_lore()
    window.look()
    assert window.stage.lore is not None
