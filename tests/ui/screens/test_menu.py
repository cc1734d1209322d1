"""The menu: one red button, the last game, and the ways to all the rest."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pygame
import pytest

from game.ui.link.link import DirectLink
from game.ui.screens.menu import MenuScreen
from tests.ui.screens.window import Window, faults_of_layout, in_all_sizes


@pytest.fixture
def window(tmp_path: Path) -> Window:
    made = Window(tmp_path, None, "encyclopaedia", "desk", "card")
    made.stage.leave_campaign()
    made.look()
    return made


def autosaved(window: Window) -> Window:
    """The menu as it is after a game that saved itself."""
    assert isinstance(window.stage.link, DirectLink)
    window.stage.link.server.keep = 4
    window.click("begin")
    window.stage.leave_campaign()
    window.look()
    return window


def test_the_red_button_begins_without_a_form(window: Window) -> None:
    window.click("begin")
    assert window.screen.name == "card"
    assert window.stage.now.view.desk.date == "1941-06-22"
    assert window.stage.now.view.desk.seat == "molotov"


def test_return_begins_at_once(window: Window) -> None:
    window.key(pygame.K_RETURN)
    assert window.screen.name == "card"


def test_without_a_save_there_is_nothing_to_continue_and_it_says_so(window: Window) -> None:
    window.press("continue")
    assert "no game to go on with" in window.said[-1]
    assert not window.has("last")


def test_continue_goes_on_with_the_last_game_and_says_which(window: Window) -> None:
    autosaved(window)
    assert "22 June 1941 · Molotov" in window.texts()
    window.click("continue")
    assert window.screen.name == "card"


def test_continue_pressed_before_the_saves_are_told_goes_on_when_they_come(window: Window) -> None:
    menu = cast(MenuScreen, autosaved(window).screen)
    menu.saves = None
    window.press("continue")
    assert window.screen is menu
    menu.opened(window.ui)
    window.look()
    assert window.screen.name == "card"


def test_the_corner_shows_the_last_game_and_goes_on_with_it(window: Window) -> None:
    autosaved(window)
    window.press("last")
    assert window.stage.now.view.desk.seat == "molotov"


@pytest.mark.parametrize("name", ["argument", "settings", "encyclopaedia"])
def test_links_lead_where_they_say_and_escape_leads_back(window: Window, name: str) -> None:
    window.press(name)
    assert window.screen.name == name
    if name != "encyclopaedia":
        window.key(pygame.K_ESCAPE)
        assert window.screen.name == "menu"


def test_load_shows_the_saves(window: Window) -> None:
    window.click("load")
    assert window.screen.name == "saves"


def test_quitting_from_the_menu_is_at_once(window: Window) -> None:
    window.click("quit")
    assert window.stage.quitting


def test_while_the_record_is_read_a_wedge_says_so(window: Window) -> None:
    window.stage.link.busy = "warm"
    window.ui.refresh()
    window.look()
    assert "Reading the record of 1941" in window.texts()


@pytest.mark.parametrize("saved", [False, True])
def test_the_layout_holds_in_all_windows(window: Window, saved: bool) -> None:
    if saved:
        autosaved(window)

    def check() -> None:
        assert faults_of_layout(window) == []

    in_all_sizes(window, check)
