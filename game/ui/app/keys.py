"""The default hotkeys: action -> chord. Words for the actions stand under `action.` in the language files."""

from __future__ import annotations

from collections.abc import Mapping

DEFAULT_KEYS: Mapping[str, str] = {
    "end_day": "E",
    "run_on": "R",
    "desk": "D",
    "card": "Q",
    "room": "P",
    "front": "M",
    "press": "T",
    "ledger": "L",
    "study": "S",
    "undo": "Ctrl+Z",
    "quick_save": "F5",
    "quick_load": "F9",
    "encyclopaedia": "F2",
    "console": "F1",
    "pin_tip": "I",
    "screenshot": "F12",
    "full_screen": "F11",
    "menu": "F10",
}
