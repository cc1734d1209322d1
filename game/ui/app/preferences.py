"""What the player prefers: applied at once, and written down."""

from __future__ import annotations

import pygame

from game.language.words import read_words
from game.store.problem import SaveError
from game.store.settings import Settings, write_settings
from game.ui.app.stage import Stage
from game.ui.link.server import Call

SIZE = (1600, 900)
"""Of the window where it does not fill the screen, pixels."""


def prefer(stage: Stage, **changes: object) -> None:
    """Change settings by name: seen at once, and kept."""
    before = stage.settings
    stage.settings = Settings.model_validate({**before.model_dump(), **changes})
    _apply(stage, before)
    try:
        write_settings(stage.folders.settings, stage.settings)
    except SaveError as error:
        stage.ui.say(stage.words("settings.not_kept", why=str(error)), urgent=True)
    stage.ui.refresh()


def _apply(stage: Stage, before: Settings) -> None:
    now, ui = stage.settings, stage.ui
    if now.full_screen != before.full_screen:
        _fill_screen(stage, now.full_screen)
    if now.scale != before.scale:
        ui.resize(ui.surface, now.scale)
    if now.colours != before.colours:
        ui.recolour(now.colours)
    if now.language != before.language:
        stage.words = read_words(now.language)
    if now.autosaves != before.autosaves:
        stage.link.ask(Call("keep_autosaves", (now.autosaves,)), lambda _: None, stage.refused)
    ui.still = now.still
    ui.hotkeys.changed = dict(now.hotkeys)


def _fill_screen(stage: Stage, full: bool) -> None:
    """The window over all of the screen, or as a window again; without a window nothing happens."""
    if pygame.display.get_init() and pygame.display.get_surface() is stage.ui.surface:
        flags = pygame.FULLSCREEN if full else pygame.RESIZABLE
        stage.ui.resize(pygame.display.set_mode((0, 0) if full else SIZE, flags))
