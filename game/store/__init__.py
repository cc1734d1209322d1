"""Saves, journals and settings: what a game leaves on the disk, read back as if it came from an enemy."""

from game.store.folder import Autosaves, Listed, list_saves, save_path
from game.store.header import DiaryLine, Fork, Header, Headline
from game.store.journal import PUT_OFF, Entry, from_lines, read_choices, to_lines
from game.store.problem import SaveError
from game.store.save import Saved, read_header, read_save, save_of, write_save
from game.store.settings import Settings, read_settings, settings_path, write_settings

__all__ = [
    "PUT_OFF", "Autosaves", "DiaryLine", "Entry", "Fork", "Header", "Headline", "Listed", "SaveError", "Saved",
    "Settings", "from_lines", "list_saves", "read_choices", "read_header", "read_save", "read_settings", "save_of",
    "save_path", "settings_path", "to_lines", "write_save", "write_settings",
]  # fmt: skip
