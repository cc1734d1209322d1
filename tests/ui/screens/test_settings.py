"""Settings: applied at once and kept."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.store.settings import Settings, read_settings
from tests.ui.screens.window import Window, faults_of_layout, in_all_sizes


@pytest.fixture
def window(tmp_path: Path) -> Window:
    made = Window(tmp_path, None, "desk", "card")
    made.stage.leave_campaign()
    made.stage.show("settings")
    made.look()
    return made


def kept(window: Window) -> Settings:
    settings, fault = read_settings(window.stage.folders.settings)
    assert not fault
    return settings


def test_the_scale_is_seen_at_once_and_kept(window: Window) -> None:
    window.click("scale", "125")
    assert window.ui.measure.scale == 1.25
    assert kept(window).scale == 125


def test_colours_are_seen_at_once_and_kept(window: Window) -> None:
    window.press("mono")
    assert window.ui.palette.name == "mono"
    assert kept(window).colours == "mono"


def test_movement_can_be_turned_off(window: Window) -> None:
    window.click("still")
    assert window.ui.still
    assert kept(window).still


def test_the_number_of_autosaves_is_told_to_the_game(window: Window) -> None:
    window.press("autosaves")
    window.key(pygame.K_RIGHT)
    assert kept(window).autosaves == 11
    assert window.stage.link.server.keep == 11  # type: ignore[attr-defined]


def test_an_action_is_given_another_key(window: Window) -> None:
    window.press("run_on")
    window.key(pygame.K_x, pygame.KMOD_CTRL)
    assert window.screen.name == "settings"
    assert kept(window).hotkeys == {"run_on": "Ctrl+X"}
    assert window.ui.hotkeys.chord("run_on") == "Ctrl+X"


def test_a_key_that_is_taken_is_taken_away_and_that_is_said(window: Window) -> None:
    window.click("run_on")
    window.key(pygame.K_d)
    assert "“Desk” has no key now" in window.said[-1]
    assert kept(window).hotkeys == {"run_on": "D", "desk": ""}


def test_keys_that_lead_through_all_screens_cannot_be_given(window: Window) -> None:
    window.click("run_on")
    window.key(pygame.K_TAB)
    assert "leads through every screen" in window.said[-1]
    window.key(pygame.K_ESCAPE)
    assert window.screen.name == "settings"
    assert window.ui.hotkeys.chord("run_on") == "R"


def test_an_action_may_have_no_key(window: Window) -> None:
    window.click("run_on")
    window.click("none")
    assert kept(window).hotkeys == {"run_on": ""}


def test_all_keys_are_as_they_were(window: Window) -> None:
    window.click("run_on")
    window.key(pygame.K_x)
    window.click("reset")
    assert kept(window).hotkeys == {}
    window.click("reset")
    assert "as they were" in window.said[-1]


@pytest.mark.parametrize("part", ["picture", "game", "keys"])
def test_the_layout_holds_in_all_windows(window: Window, part: str) -> None:
    window.ui.remember("part", part)

    def check() -> None:
        assert faults_of_layout(window) == []

    in_all_sizes(window, check)
    window.resize((1600, 900))
    window.ui.remember("part", part)
    window.click("run_on")
    in_all_sizes(window, check)
