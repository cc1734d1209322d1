"""`python main.py`: opens the window, or says in one sentence why there is none."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import platformdirs
import pygame

from game.lab.fault import BadInput
from game.language.words import DEFAULT, languages, read_words
from game.play.opening import Opening
from game.store.settings import Settings, read_settings, settings_path
from game.store.trash import empty_trash
from game.ui.app.everywhere import everywhere
from game.ui.app.flow import arrive
from game.ui.app.keys import DEFAULT_KEYS
from game.ui.app.links import bind
from game.ui.app.loop import open_window, run
from game.ui.app.preferences import SIZE
from game.ui.app.stage import Folders, Maker, Stage
from game.ui.command_line import asked_for, folder_of_saves, mods_of, opening_of
from game.ui.kit.hotkeys import Hotkeys
from game.ui.kit.interface import Interface
from game.ui.link.link import Link
from game.ui.link.process import ProcessLink
from game.ui.link.server import Call
from game.ui.screens.grounds import grounds
from game.ui.screens.register import SCREENS

NO_DISPLAY = "main.py: there is no display to open a window on (play in the terminal: python main.py play --text)"


def cache_folder() -> Path:
    """Where pictures that are slow to draw are kept on this system."""
    return Path(platformdirs.user_cache_dir("red-wedge", appauthor=False)) / "pictures"


def has_display() -> bool:
    """Whether a window could be opened: on Linux a display must be named."""
    if not sys.platform.startswith("linux") or os.environ.get("SDL_VIDEODRIVER"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def language_of(settings: Settings) -> str:
    """The language that is set, or English where there is no such any more."""
    return settings.language if settings.language in {name for name, _ in languages()} else DEFAULT


def make_stage(surface: pygame.Surface, link: Link, settings: Settings, folders: Folders,
               makers: dict[str, Maker] | None = None) -> Stage:  # fmt: skip
    """The game behind a surface: as the window, the tests and the pictures of screens use it."""
    ui = Interface(surface, settings.scale, settings.colours, Hotkeys(DEFAULT_KEYS, dict(settings.hotkeys)))
    ui.still = settings.still
    ui.pictures.folder = folders.cache
    words = read_words(language_of(settings))
    stage = Stage(ui, words, link, settings, folders, SCREENS if makers is None else makers)
    stage.arrived, stage.grounds = arrive, grounds
    bind(stage)
    ui.actions.update(everywhere(stage))
    return stage


def play(mods: tuple[Path, ...], saves: Path, opening: Opening | None = None, load: Path | None = None) -> int:
    """Open the window at the menu, or straight in a campaign. BadInput: there is no display."""
    if not has_display():
        raise BadInput(NO_DISPLAY)
    settings, fault = read_settings(settings_path())
    try:
        surface = open_window(SIZE, settings.full_screen)
    except pygame.error:
        raise BadInput(NO_DISPLAY) from None
    link = ProcessLink(saves, settings.autosaves, language_of(settings))
    stage = make_stage(surface, link, settings, Folders(mods, saves, settings_path(), cache_folder()))
    stage.show("menu")  # it asks for the saves, which are told before the rulebook is opened: one can go on at once
    link.ask(Call("warm", (mods, opening.scenario if opening else "dacha-1941")), lambda _: None, stage.refused)
    if fault:
        stage.ui.say(fault)
    if opening is not None:
        stage.begin(opening)
    elif load is not None:
        stage.load(load)
    try:
        run(stage)
    finally:
        link.stop()
        empty_trash(saves)
        pygame.quit()
    return 0


def main(given: argparse.Namespace) -> int:
    """The command: text play where it is asked for, else the window."""
    mods = mods_of(given)
    if given.load:
        return play(mods, folder_of_saves(), load=Path(given.load))
    straight = bool(asked_for(given)) or given.ironman
    return play(mods, folder_of_saves(), opening_of(given, {}, new_seed=True) if straight else None)
