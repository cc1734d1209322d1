"""The map screen: what was told on the map and beside it, and orders for a front."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.ui.map.view import MapView
from game.ui.screens.front_picture import picture_of
from game.views.front import Front
from tests.ui.screens.test_desk import at_orders, opened
from tests.ui.screens.window import Window, faults_of_layout, in_all_sizes


@pytest.fixture
def window(tmp_path: Path) -> Window:
    """On a morning with orders, at the map."""
    shown = Window(tmp_path, at_orders(), "ledger", "order", "press", "encyclopaedia")
    shown.stage.show("front")
    shown.look()
    return shown


def test_the_map_holds_in_windows_of_all_sizes(window: Window) -> None:
    for drawer in (False, True):
        window.ui.remember("drawer", drawer)

        def check() -> None:
            assert not faults_of_layout(window)

        in_all_sizes(window, check)


def test_every_figure_of_a_card_is_the_one_that_was_told(window: Window) -> None:
    texts = window.texts()
    for way in window.stage.now.front.directions:
        assert f"{way.told.value:.0f}" in texts


def test_the_reckoning_is_never_under_what_was_told(window: Window) -> None:
    for way in window.stage.now.front.directions:
        assert way.told.value == way.low <= way.high


def test_a_direction_that_is_pressed_is_marked_on_the_map(window: Window) -> None:
    window.click("way west")
    view = window.find("map").node
    assert isinstance(view, MapView)
    assert view.picture.chosen == "west"
    window.press("way west")
    view = window.find("map").node
    assert isinstance(view, MapView)
    assert view.picture.chosen == ""


def test_a_commander_can_be_chosen_and_the_orders_are_then_for_his_front(window: Window) -> None:
    window.click("western_front", "man")
    window.click("tabs", "orders")
    assert "For the Western Front" in window.texts()
    window.click("orders", "staff_wire")
    assert window.screen.name == "order"
    assert opened(window).given == ("staff_wire", {"f": "western_front"})


def test_an_order_without_a_chosen_front_is_opened_empty(window: Window) -> None:
    window.press("tabs", "orders")
    window.press("orders", "staff_wire")
    assert opened(window).given == ("staff_wire", {})


def test_modes_change_the_map(window: Window) -> None:
    for name in ("owners", "terrain", "rail", "front"):
        window.click("modes", name)
        view = window.find("map").node
        assert isinstance(view, MapView)
        assert view.mode == name


def test_a_figure_leads_to_the_ledger(window: Window) -> None:
    window.click("western_front", "formation.western_front.men")
    assert window.screen.name == "ledger"


def test_a_place_that_is_pressed_says_what_it_is_and_leads_to_its_article(window: Window) -> None:
    view = window.find("map").node
    assert isinstance(view, MapView)
    minsk = next(p for p in window.stage.chart.tiles.atlas.provinces if p.id == "minsk")
    assert view.choose is not None
    view.choose(minsk)
    window.look()
    assert "Minsk" in window.texts()
    window.click("town")
    assert opened(window).given == ("place/minsk",)


def test_in_a_narrow_window_the_panel_is_folded_away_and_comes_out(window: Window) -> None:
    window.resize((1600, 900), 150)
    assert not window.has("side")
    window.press("drawer")
    assert window.has("side", "tabs", "orders")
    window.key(pygame.K_ESCAPE)
    assert not window.has("side")
    window.key(pygame.K_ESCAPE)
    assert window.screen.name == "desk"


def test_what_was_not_told_is_not_on_the_map() -> None:
    empty = Front((), (), ())
    picture = picture_of(empty, "")
    assert not picture.told
    assert not picture.flags
    assert not picture.wedges


def test_the_enemy_stands_with_what_the_staff_tells_of_him(window: Window) -> None:
    window.click("tabs", "enemy")
    assert "Army Group Centre" in window.texts()
    assert not window.has("army_group_centre", "formation.army_group_centre.depth")
