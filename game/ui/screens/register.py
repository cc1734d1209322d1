"""All screens by name: the only list of them."""

from __future__ import annotations

from collections.abc import Mapping

from game.ui.app.stage import Maker
from game.ui.screens.card import CardScreen
from game.ui.screens.desk import DeskScreen
from game.ui.screens.menu import MenuScreen

SCREENS: Mapping[str, Maker] = {
    "menu": MenuScreen,
    "desk": DeskScreen,
    "card": CardScreen,
}
"""Name -> what makes the screen of a stage and its arguments."""
