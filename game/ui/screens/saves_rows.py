"""A row of the list of saves, and how a save is called."""

from __future__ import annotations

import re
import time

from game.language.dates import long_date
from game.language.words import Words
from game.store.folder import SUFFIX
from game.store.trash import DELETED
from game.ui.app.stage import Stage
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Act, Node, Status
from game.ui.kit.rect import Rect
from game.ui.link.saves import SavedGame
from game.ui.screens.last_game import name_of
from game.ui.screens.save_picture import draw_save

ROW = 86.0
AUTOMATIC = re.compile(r"auto-0*(\d+)-\d{4}-\d\d-\d\d-(morning|orders)")


def title_of(words: Words, file: str) -> str:
    """How a save is called: its name, or which autosave it is."""
    name = file.removesuffix(DELETED).removesuffix(SUFFIX)
    found = AUTOMATIC.fullmatch(name)
    return words(f"saves.auto_{found[2]}", n=found[1]) if found else name


def when(words: Words, seconds: float) -> str:
    """The real day and time of a save."""
    day = time.localtime(seconds)
    return words("saves.when", date=long_date(words, time.strftime("%Y-%m-%d", day)), time=time.strftime("%H:%M", day))


def size_of(words: Words, size: int) -> str:
    """The size of a file."""
    return words("saves.size", kb=f"{max(1, round(size / 1024)):,}")


def save_row(stage: Stage, save: SavedGame, place: Rect, on: bool, act: Act) -> Node:
    """Picture, name, where it stands in the game, and when it was saved."""
    words = stage.words
    title = title_of(words, save.path.name)
    told = words("saves.broken") if save.fault else words(
        "menu.aside", date=long_date(words, save.date), name=name_of(stage, save.person))  # fmt: skip
    real = when(words, save.changed)
    seen = stage.pictures.stamp(save.path)

    def draw_row(canvas: Canvas, whole: Rect, status: Status) -> None:
        w, h = whole.w, whole.h - 6
        canvas.rect(Rect(0, 0, w, h), "ink" if on else "dark" if status.hover else "paper")
        wide = (h - 12) * 16 / 9
        draw_save(canvas, Rect(10, 6, wide, h - 12), stage, save, stage.pictures.of(save.path))
        if on:
            canvas.polygon([(0, 0), (10, h / 2), (0, h)], "red")
        left, first, second = wide + 24, "paper" if on else "ink", "muted" if on else "mute"
        room = w - left - 12
        canvas.text(left, 14, title, "head", canvas.fitted(title, "head", 19, room, 16), first, most=room)
        told_in = first if not save.fault else "amber" if on else "deep"
        canvas.text(left, 38, told, "medium", canvas.fitted(told, "medium", 16, room), told_in, most=room)
        canvas.text(left, 59, real, "body", 15, second, most=room)

    return Pressable(rect=place, key=save.path.name, what=(title, told, real, on, seen), draw=draw_row, act=act,
                     here=on)  # fmt: skip
