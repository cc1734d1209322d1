"""Changing the argument."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.ui.screens.argument import ArgumentScreen
from tests.ui.screens.window import Window, faults_of_layout, in_all_sizes


@pytest.fixture
def window(tmp_path: Path) -> Window:
    made = Window(tmp_path, None, "desk", "card")
    made.stage.leave_campaign()
    made.stage.show("argument")
    made.look()
    return made


def screen_of(window: Window) -> ArgumentScreen:
    assert isinstance(window.screen, ArgumentScreen)
    return window.screen


def test_all_of_it_is_filled_in_beforehand(window: Window) -> None:
    window.click("run")
    table = window.stage.now.table
    assert (table.person, dict(table.premises), table.difficulty, table.ironman) == ("molotov", {}, "normal", False)


def test_nine_men_stand_with_post_and_remit(window: Window) -> None:
    texts = window.texts()
    assert "Commissar for foreign affairs" in texts
    assert "Heads the Foreign commissariat · 9 own orders" in texts
    assert "The leader: any order, past any head" in texts
    assert sum(at.path[-2] == "persons" and at.node.focusable for at in window.placed()) == 9


def test_what_is_chosen_by_mouse_is_what_is_played(window: Window) -> None:
    window.click("beria")
    window.click("values breakdown", "myth")
    window.click("plotters_nerve")
    window.click("draw")
    window.click("difficulty", "hard")
    window.click("others", "historical")
    window.click("ironman")
    window.click("run")
    table = window.stage.now.table
    assert table.person == "beria"
    assert dict(table.premises) == {"breakdown": "myth", "plotters_nerve": "draw"}
    assert (table.difficulty, table.ironman) == ("hard", True)
    assert window.game.opening.sides == {"all": "historical"}


def test_what_is_chosen_by_keyboard_is_what_is_played(window: Window) -> None:
    window.press("zhukov")
    window.press("fear_holds_army")
    window.press("number fear_holds_army")
    window.key(pygame.K_RIGHT)
    window.press("seed")
    window.write("12a3")
    window.press("run")
    table = window.stage.now.table
    assert (table.person, table.seed, dict(table.premises)) == ("zhukov", 123, {"fear_holds_army": "65"})


def test_the_usual_value_is_no_change(window: Window) -> None:
    window.click("values breakdown", "myth")
    window.click("values breakdown", "days")
    assert screen_of(window).chosen.premises == {}


def test_a_world_can_be_drawn(window: Window) -> None:
    window.press("random")
    assert screen_of(window).chosen.seed.isdigit()


def test_each_premise_shows_who_says_what(window: Window) -> None:
    assert {"GeographyDude", "CalBear", "fasquardon", "The record"} <= set(window.texts())
    window.click("succession_norms")
    assert "A deleted member" in window.texts()


def test_the_layout_holds_in_all_windows(window: Window) -> None:
    parts = [("persons", "breakdown"), ("premises", "plotters_nerve"), ("terms", "succession_norms")]

    def check() -> None:
        for part, premise in parts:
            window.ui.remember("part", part)
            window.ui.remember("premise", premise)
            window.look()
            assert faults_of_layout(window) == []

    in_all_sizes(window, check)
