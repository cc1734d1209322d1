"""The last game in the corner of the menu: its date, who is played, how it looked."""

from __future__ import annotations

from game.language.dates import long_date, stamp
from game.ui.app.stage import Stage
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Act, Node, Status
from game.ui.kit.rect import Rect
from game.ui.link.saves import SavedGame
from game.ui.screens.save_picture import draw_save

PAD = 18.0
THUMB = (128.0, 72.0)


def name_of(stage: Stage, person: str) -> str:
    """A person's name once the game has told it; until then his id."""
    return stage.argued.names.get(person, person) if stage.argued is not None else person.replace("_", " ").title()


def told_of(stage: Stage, save: SavedGame) -> str:
    """A save in a few words: date and person."""
    return stage.words("menu.aside", date=long_date(stage.words, save.date), name=_surname(stage, save.person))


def _surname(stage: Stage, person: str) -> str:
    return name_of(stage, person).rsplit(" ", 1)[-1]


def last_game(stage: Stage, corner: Rect, save: SavedGame, act: Act) -> Node:
    """A card on black with a red edge; pressing goes on."""
    words = stage.words
    title, date = words("menu.last"), stamp(words, save.date)
    lines = (name_of(stage, save.person), words("menu.stop", n=save.stop, seed=save.seed))
    high = min(corner.h, 216.0)
    place = Rect(corner.x - PAD - 6, corner.bottom - high, corner.w + 2 * PAD + 6, high)
    seen, looks = stage.pictures.stamp(save.path), stage.pictures

    def draw_last(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "coal" if status.hover else "ink")
        canvas.rect(Rect(0, 0, 6, whole.h), "red")
        left, room = PAD + 6, whole.w - 2 * PAD - 6
        thumb = whole.h >= 200
        canvas.text(left, 16, title, "semi", 15.5, "muted", track=1 if thumb else 0)
        canvas.rect(Rect(left, 38, room, 1), "soot")
        size = canvas.fitted(date, "display", 46 if thumb else 36, room, 26)
        canvas.text(left, 50, date, "display", size, "paper")
        y, beside = (whole.h - 80, THUMB[0] + 12) if thumb else (50 + size * 0.72 + 14, 0.0)
        for line in lines:
            canvas.text(left + beside, y, line, "medium", canvas.fitted(line, "medium", 16, room - beside), "fog",
                        most=room - beside)  # fmt: skip
            y += 24
        if thumb:
            at = Rect(left, whole.h - 18 - THUMB[1], *THUMB)
            draw_save(canvas, at, stage, save, looks.of(save.path))

    return Pressable(rect=place, key="last", what=(title, date, lines, seen), draw=draw_last, act=act)
