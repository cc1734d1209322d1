"""What the window does while it rests."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.ui.app.loop import idle
from tests.ui.screens.test_desk import at_orders
from tests.ui.screens.window import Window


@pytest.fixture
def window(tmp_path: Path) -> Window:
    made = Window(tmp_path, at_orders())
    made.look()
    return made


def test_grounds_that_an_act_leads_to_are_drawn_before_they_are_needed(window: Window) -> None:
    while idle(window.stage):
        pass
    before = window.ui.pictures.drawn
    grounds = window.stage.grounds
    assert grounds is not None
    for node in grounds(window.ui.measure.space):
        assert not window.ui.pictures.prepare(node, window.ui.measure.box(node.rect).size)
    assert window.ui.pictures.drawn == before


def test_nothing_is_done_while_the_window_has_yet_to_draw(window: Window) -> None:
    window.ui.refresh()
    assert not idle(window.stage)
