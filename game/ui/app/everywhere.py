"""Keys that do the same on every screen: quick save and load, full screen, a picture of the window, pinning a tip."""

from __future__ import annotations

import time
from collections.abc import Mapping

import pygame

from game.store.folder import save_path
from game.ui.app.preferences import prefer
from game.ui.app.stage import Stage
from game.ui.kit.node import Act

PICTURES = "pictures"
"""Folder beside the saves."""


def everywhere(stage: Stage) -> Mapping[str, Act]:
    """Action -> act."""
    return {
        "quick_save": lambda: quick_save(stage), "quick_load": lambda: quick_load(stage),
        "full_screen": lambda: prefer(stage, full_screen=not stage.settings.full_screen),
        "screenshot": lambda: screenshot(stage), "pin_tip": stage.ui.pin_tip,
    }  # fmt: skip


def quick_save(stage: Stage) -> None:
    """Save under the name for that."""
    if stage.snap is None:
        stage.ui.say(stage.words("saves.no_game"))
    else:
        stage.save(stage.words("saves.quick"))


def quick_load(stage: Stage) -> None:
    """Go on from the quick save."""
    path = save_path(stage.folders.saves, stage.words("saves.quick"))
    if path.is_file():
        stage.load(path)
    else:
        stage.ui.say(stage.words("saves.no_quick"))


def screenshot(stage: Stage) -> None:
    """Save the window as it looks."""
    folder = stage.folders.saves / PICTURES
    path = folder / f"red-wedge-{time.strftime('%Y%m%d-%H%M%S')}.png"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        pygame.image.save(stage.ui.surface, path)
    except (OSError, pygame.error):
        stage.ui.say(stage.words("say.no_screenshot"), urgent=True)
        return
    stage.ui.say(stage.words("say.screenshot", name=path.name))
