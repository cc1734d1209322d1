"""All screens by name: the only list of them."""

from __future__ import annotations

from collections.abc import Mapping

from game.ui.app.stage import Maker
from game.ui.screens.argument import ArgumentScreen
from game.ui.screens.card import CardScreen
from game.ui.screens.card_after import AfterScreen
from game.ui.screens.console import ConsoleScreen
from game.ui.screens.desk import DeskScreen
from game.ui.screens.encyclopaedia import EncyclopaediaScreen
from game.ui.screens.fallen import FallenScreen
from game.ui.screens.front import FrontScreen
from game.ui.screens.ledger import LedgerScreen
from game.ui.screens.menu import MenuScreen
from game.ui.screens.order import OrderDialog
from game.ui.screens.pause import PauseScreen
from game.ui.screens.press import PressScreen
from game.ui.screens.room import RoomScreen
from game.ui.screens.saves import SavesScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.study import StudyScreen
from game.ui.screens.verdict import VerdictScreen

SCREENS: Mapping[str, Maker] = {
    "menu": MenuScreen,
    "argument": ArgumentScreen,
    "saves": SavesScreen,
    "settings": SettingsScreen,
    "pause": PauseScreen,
    "desk": DeskScreen,
    "card": CardScreen,
    "after": AfterScreen,
    "study": StudyScreen,
    "order": OrderDialog,
    "fallen": FallenScreen,
    "front": FrontScreen,
    "room": RoomScreen,
    "ledger": LedgerScreen,
    "verdict": VerdictScreen,
    "press": PressScreen,
    "console": ConsoleScreen,
    "encyclopaedia": EncyclopaediaScreen,
}
"""Name -> what makes the screen of a stage and its arguments."""
