"""Lists longer than their window, and tables."""

from __future__ import annotations

import pygame
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui.kit.button import Button
from game.ui.kit.interface import Interface
from game.ui.kit.node import Node
from game.ui.kit.rect import Rect
from game.ui.kit.scroll import Listing, Scroll
from game.ui.kit.table import Column, Line, table
from tests.ui.kit.build import Hands

WINDOW = Rect(100, 100, 300, 400)


def listing(count: int) -> Hands:
    def row(nth: int, place: Rect) -> Node:
        return Button(rect=place, key=f"row {nth}", text=f"Row {nth}", act=lambda: None)

    return Hands(lambda ui: [Listing(rect=WINDOW, key="rows", count=count, pitch=40, row=row)])


def rows(hands: Hands) -> list[int]:
    return [int(name.split()[1]) for name in hands.names() if name.startswith("row ")]


def test_a_list_of_a_million_rows_builds_only_those_in_sight() -> None:
    hands = listing(1_000_000)
    hands.move(200, 300)
    for _ in range(50):
        hands.wheel(-3)
    assert 9 <= len(rows(hands)) <= 13
    assert rows(hands)[0] > 100


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 60), st.lists(st.integers(-9, 9), max_size=12))
def test_a_list_never_scrolls_past_its_ends(count: int, turns: list[int]) -> None:
    hands = listing(count)
    hands.move(200, 300)
    for turn in turns:
        hands.wheel(turn)
    shown = rows(hands)
    assert shown == sorted(shown)
    assert all(0 <= nth < count for nth in shown)
    assert len(shown) >= min(count, 10)


def test_keys_walk_down_a_list_and_bring_its_rows_into_sight() -> None:
    hands = listing(200)
    for _ in range(60):
        hands.key(pygame.K_TAB)
    at = hands.ui.focused()
    assert at is not None
    assert at.path[-1] == "row 59"
    assert WINDOW.y - 1 <= at.place.y <= WINDOW.bottom


def test_the_thumb_of_a_scroll_bar_can_be_dragged_to_the_end() -> None:
    hands = listing(500)
    bar = WINDOW.right - 5
    hands.move(bar, 105)
    hands.hold(bar, 105)
    hands.move(bar, 700)
    hands.let_go(bar, 700)
    assert rows(hands)[-1] == 499


def test_a_table_sorts_numbers_from_the_largest_and_words_from_the_first() -> None:
    lines = [Line(f"l{i}", (name, str(v)), (name, v)) for i, (name, v) in enumerate([("b", 2), ("a", 9), ("c", 5)])]
    columns = [Column("name", "Name", 2), Column("value", "Value", 1, number=True)]

    def nodes(ui: Interface) -> list[Node]:
        return [table(ui, Rect(100, 100, 600, 300), columns, lines, "men", press=lambda name: None)]

    hands = Hands(nodes)

    def order() -> list[str]:
        return [name for name in hands.names() if name in ("l0", "l1", "l2")]

    assert order() == ["l0", "l1", "l2"]
    hands.click(650, 110)
    assert order() == ["l1", "l2", "l0"]
    hands.click(650, 110)
    assert order() == ["l0", "l2", "l1"]
    hands.click(150, 110)
    assert order() == ["l1", "l0", "l2"]


def test_keys_reach_what_is_scrolled_out_of_sight() -> None:
    buttons = [
        Button(rect=Rect(100, 100 + nth * 60, 280, 36), key=f"row {nth}", text=f"Row {nth}", act=lambda: None)
        for nth in range(30)
    ]
    hands = Hands(lambda ui: [Scroll(rect=WINDOW, key="page", height=1800, children=buttons)])
    for _ in range(25):
        hands.key(pygame.K_TAB)
    at = hands.ui.focused()
    assert at is not None
    assert at.path[-1] == "row 24"
    assert at.clip.contains(at.box)
