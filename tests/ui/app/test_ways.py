"""From screen to screen."""

from __future__ import annotations

import re
from pathlib import Path

from game.ui.screens.register import SCREENS

UI = Path(__file__).parents[3] / "game" / "ui"
SHOWN = re.compile(r'(?:\.show|_opener|opener)\(\s*(?:stage,\s*|self\.stage,\s*)?"([a-z_]+)"')


def test_every_screen_that_something_leads_to_is_there() -> None:
    asked = {
        (path.relative_to(UI).as_posix(), name)
        for path in UI.rglob("*.py")
        for name in SHOWN.findall(path.read_text(encoding="utf-8"))
    }
    assert len({name for _, name in asked}) > 5
    assert sorted((path, name) for path, name in asked if name not in SCREENS) == []
