"""The pause: going on, and what this game is."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from tests.play.builders import campaign
from tests.ui.screens.window import Window, faults_of_layout, in_all_sizes


@pytest.fixture
def window(tmp_path: Path) -> Window:
    made = Window(tmp_path, campaign("beria", premises={"breakdown": "draw"}), "desk", "card", "encyclopaedia")
    made.stage.show("pause")
    made.look()
    return made


def test_it_says_what_this_game_is(window: Window) -> None:
    texts = window.texts()
    assert "LAVRENTY BERIA" in texts
    assert "Who rules?" in texts
    assert "Drawn" in texts
    assert "5" in texts


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_F10])
def test_keys_go_on_to_the_very_screen_one_came_from(window: Window, key: int) -> None:
    came = window.stage.beneath
    window.key(key)
    assert window.screen is came


def test_through_its_pages_one_still_comes_back_to_where_one_was(window: Window) -> None:
    came = window.stage.beneath
    window.click("settings")
    window.key(pygame.K_ESCAPE)
    window.press("load")
    window.click("back")
    window.click("go_on")
    assert window.screen is came


def test_an_act_is_taken_back(window: Window) -> None:
    window.click("undo")
    assert window.said
    assert window.screen.name == "pause"


def test_in_ironman_it_says_why_nothing_is_taken_back(tmp_path: Path) -> None:
    window = Window(tmp_path, campaign(ironman=True), "desk", "card")
    window.stage.show("pause")
    window.look()
    window.press("undo")
    assert "ironman" in window.said[-1]


def test_one_leaves_to_the_menu(window: Window) -> None:
    window.click("menu")
    assert window.screen.name == "menu"
    assert window.stage.snap is None


def test_one_quits(window: Window) -> None:
    window.press("quit")
    assert window.stage.quitting


def test_the_layout_holds_in_all_windows(window: Window) -> None:
    def check() -> None:
        assert faults_of_layout(window) == []

    in_all_sizes(window, check)
