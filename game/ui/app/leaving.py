"""Leaving a campaign: it is saved as it stands, and only then the menu is shown or the window closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.store.folder import Autosaves
from game.ui.app.save_pictures import small, sweep_pictures
from game.ui.app.stage import Stage
from game.ui.kit.dialog import Choice, Dialog
from game.ui.link.server import Call, Refused

Then = Callable[[], object]


def leave_to_menu(stage: Stage) -> None:
    """Save, and show the menu."""
    _saved_first(stage, stage.leave_campaign)


def close_window(stage: Stage) -> None:
    """Save, and close; who asks a second time is not kept waiting."""
    if stage.closing:
        stage.quitting = True
        return

    def close() -> None:
        stage.quitting = True

    stage.closing = True
    _saved_first(stage, close)


def _saved_first(stage: Stage, then: Then) -> None:
    if stage.snap is None:
        then()
        return

    def saved(path: object) -> None:
        if isinstance(path, Path):
            stage.pictures.write(path, stage.look())
        then()

    def refused(why: Refused) -> None:
        if why.broken:
            then()
        else:
            _ask(stage, why.sentence, then)

    stage.link.cancel()
    stage.link.ask(Call("autosave"), saved, refused)
    stage.ui.refresh()


def _ask(stage: Stage, sentence: str, then: Then) -> None:
    """The game cannot be saved: whether to go all the same."""

    def stay() -> None:
        stage.closing = False

    words = stage.words
    text = f"{sentence}\n{words('leaving.lost')}"
    choices = (Choice(words("leaving.stay"), stay, "primary"), Choice(words("leaving.go"), then))
    stage.ui.open(Dialog("leaving", words("leaving.title"), text, choices, escape=stay))


def picture_autosave(stage: Stage) -> None:
    """Put a picture of what is seen now beside the last autosave, if it has none yet."""
    stage.unpictured = False
    folder = stage.folders.saves
    if stage.snap is None or not folder.is_dir():
        return
    latest = Autosaves(folder).latest()
    if latest is not None and not stage.pictures.stamp(latest):
        stage.pictures.write(latest, small(stage.ui.surface))
        sweep_pictures(folder)
