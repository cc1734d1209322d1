"""The press room: all news, filtered, by day, as a page and as telegrams."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.ui.screens.press import PressScreen
from game.ui.screens.press_news import FILTERS, about, days_of, filtered, page_of, rows_of
from game.views.telegraph import Item
from tests.ui.screens.test_desk import at_orders, opened
from tests.ui.screens.window import Window, faults_of_layout, in_all_sizes


@pytest.fixture
def window(tmp_path: Path) -> Window:
    """The press room on a morning with orders."""
    shown = Window(tmp_path, at_orders(stops=5), "encyclopaedia", "desk")
    shown.stage.show("press")
    shown.look()
    return shown


def items_of(window: Window) -> tuple[Item, ...]:
    assert isinstance(window.screen, PressScreen)
    assert window.screen.archive is not None
    return window.screen.archive.items


def shown_items(window: Window) -> list[str]:
    return [name for at in window.placed() if (name := at.path[-1]).startswith("item ")]


def test_it_holds_in_windows_of_all_sizes(window: Window) -> None:
    item = max(items_of(window), key=lambda i: len(i.text))
    for tab, picked in (("page", item.date), ("wire", item)):
        window.ui.remember("picked", picked)
        window.ui.remember("tab", tab)
        in_all_sizes(window, lambda: _holds(window))


def _holds(window: Window) -> None:
    assert not faults_of_layout(window)


def test_the_latest_comes_first_under_the_name_of_its_day(window: Window) -> None:
    rows = rows_of(filtered(items_of(window), "all", "", window.stage.lore))
    assert rows[0] == items_of(window)[-1].date
    assert rows[1] is items_of(window)[-1]
    assert window.has("list", f"day {rows[0]}")


def test_each_filter_shows_what_it_says(window: Window) -> None:
    items, lore = items_of(window), window.stage.lore
    for kind in FILTERS[1:]:
        window.click("filters", kind)
        found = filtered(items, kind, "", lore)
        assert bool(found) == bool(shown_items(window))
        if kind in ("front", "house"):
            assert all(kind in about(item, lore) for item in found)
        else:
            assert all(item.sort == kind for item in found)


def test_words_are_found_as_they_are_typed(window: Window) -> None:
    window.click("find")
    window.write("kaunas")
    found = filtered(items_of(window), "all", "kaunas", window.stage.lore)
    assert 0 < len(found) < len(items_of(window))
    window.write(" zzz")
    assert window.has("empty")


def test_a_day_lays_out_its_front_page(window: Window) -> None:
    day = days_of(items_of(window))[-1]
    window.click("list", f"day {day}")
    page = page_of(window.stage.words, items_of(window), day)
    assert page.title.upper().split()[0] in " ".join(window.texts())


def test_a_piece_of_news_is_read_as_a_telegram_and_leads_to_the_record(window: Window) -> None:
    window.press("list", "item 1")
    item = items_of(window)[-1]
    assert any(word in " ".join(window.texts()) for word in item.text.split()[-2:])
    window.ui.remember("picked", next(i for i in items_of(window) if i.code.startswith("week.ambassador")))
    window.look()
    window.click("record")
    assert opened(window).given == ("event/week.ambassador",)


def test_where_the_record_is_silent_the_button_says_so(window: Window) -> None:
    window.ui.remember("picked", next(i for i in items_of(window) if "." not in i.code))
    window.ui.remember("tab", "wire")
    window.look()
    window.click("record")
    assert window.screen.name == "press"
    assert window.said


def test_page_and_telegram_are_turned(window: Window) -> None:
    window.click("tabs", "wire")
    nothing: Item | str = ""
    assert window.ui.recall("picked", nothing) == items_of(window)[-1]
    window.click("tabs", "page")
    assert not window.has("record")


def test_a_day_without_news_has_a_page_too(window: Window) -> None:
    page = page_of(window.stage.words, (), "1941-06-22")
    assert page.title
    assert page.columns


def test_escape_leads_to_the_desk(window: Window) -> None:
    window.key(pygame.K_ESCAPE)
    assert opened(window).name == "desk"
