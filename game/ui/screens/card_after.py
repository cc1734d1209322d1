"""What followed from an answer: a sheet over the next screen, which goes with the first press or key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.language.dates import short_date
from game.ui.app.stage import Stage
from game.ui.kit.button import Button
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Group, Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.screen import Screen
from game.views.telegraph import Item

WIDE, HEAD, PAD, FOOT = 660.0, 46.0, 22.0, 62.0
MOST_OTHERS = 2
COLOURS = {"own": "red", "rival": "ink", "sign": "deep", "news": "steel"}
ORDER = ("own", "sign", "rival", "news")
RISE_SECONDS = 0.18


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of news as it is set. lines: of its words, the first `titled` of them as a heading."""

    sort: str
    tag: str
    date: str
    lines: tuple[str, ...]
    titled: int

    @property
    def height(self) -> float:
        """How high it stands."""
        return 34 + self.titled * 25 + (len(self.lines) - self.titled) * 22 + 14


def told(stage: Stage) -> tuple[tuple[Item, ...], int]:
    """What the sheet tells: your own acts, then the gravest of what others did; and how many it leaves out."""
    items = stage.now.view.news.items
    own = [item for item in items if item.sort == "own"]
    others = [i for i in items if i.sort != "own"]
    grave = [i for i in stage.now.view.news.front if i.sort != "own"] or others
    shown = sorted(grave, key=lambda item: ORDER.index(item.sort))[:MOST_OTHERS]
    return (*own[-MOST_OTHERS:], *shown), len(items) - len(own[-MOST_OTHERS:]) - len(shown)


class AfterScreen(Screen):
    """The sheet."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(name="after", over=True)
        self.stage = stage

    def keyed(self, ui: Interface, event: pygame.event.Event) -> bool:
        """Enter and space put it away."""
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE):
            ui.close(self)
            return True
        return False

    def build(self, ui: Interface, space: Rect) -> Node:
        """It rises from the foot of the window; a press beside it puts it away."""
        canvas = Canvas(ui.surface, ui.measure.scale, ui.palette, ui.fonts)
        wide = min(WIDE, max(460.0, space.w * 0.44))
        items, more = told(self.stage)
        pieces = tuple(self._piece(canvas, item, wide - 2 * PAD) for item in items)
        while len(pieces) > 1 and HEAD + sum(p.height for p in pieces) + FOOT + 20 > space.h - 40:
            pieces, more = pieces[:-1], more + 1
        high = HEAD + 12 + sum(p.height for p in pieces) + FOOT
        shown = ui.motion(f"after {self.stage.now.entries}", RISE_SECONDS)
        left = min(40.0, (space.w - wide) / 2)
        place = Rect(left, space.h - high - 36 + (1 - shown) * 60, wide, high)
        return Group(rect=space, children=[
            Group(rect=space, key="around", act=lambda: ui.close(self)),
            Picture(rect=place, key="sheet", what=(pieces, more), draw=self._drawing(pieces, more)),
            Button(rect=Rect(place.right - PAD - 150, place.bottom - FOOT + 8, 150, 40), key="go_on", kind="primary",
                   text=self.stage.words("after.go_on"), act=lambda: ui.close(self)),
        ])  # fmt: skip

    def _piece(self, canvas: Canvas, item: Item, wide: float) -> Piece:
        words = self.stage.words
        said, title = item.text, item.title
        if not said:
            said, title = title, ""
        titles = canvas.lines(title, "head", 19, wide) if title else []
        lines = canvas.lines(said, "medium", 17, wide) if said else []
        return Piece(item.sort, words(f"after.{'you' if item.sort == 'own' else item.sort}").upper(),
                     _dated(short_date(words, item.date), item), (*titles, *lines), len(titles))  # fmt: skip

    def _drawing(self, pieces: tuple[Piece, ...], more: int) -> Callable[[Canvas, Rect, Status], None]:
        title = self.stage.words("after.title").upper()
        left = self.stage.words.count("after.more", more) if more > 0 else ""

        def draw_after(canvas: Canvas, whole: Rect, status: Status) -> None:
            canvas.rect(whole, "light")
            canvas.rect(Rect(0, 0, whole.w, HEAD), "ink")
            canvas.polygon([(0, 0), (26, HEAD / 2), (0, HEAD)], "red")
            canvas.text(PAD + 18, HEAD / 2, title, "display", 30, "paper", down="middle")
            y = HEAD + 12.0
            for nth, piece in enumerate(pieces):
                if nth:
                    canvas.rect(Rect(PAD, y - 2, whole.w - 2 * PAD, 1.5), "line")
                y = _draw_piece(canvas, y, piece)
            room = whole.w - 2 * PAD - 170
            canvas.text(PAD, whole.h - FOOT / 2 - 3, left, "medium", 16, "mute", down="middle", most=room)
            canvas.box(whole, "ink", 2)

        return draw_after


def _dated(date: str, item: Item) -> str:
    """The date, and who did it where he is another."""
    surname = item.who.rsplit(" ", 1)[-1]
    return f"{date} · {surname}" if item.sort == "rival" and surname else date


def _draw_piece(canvas: Canvas, y: float, piece: Piece) -> float:
    wide = canvas.width(piece.tag, "semi", 15) + 16
    canvas.rect(Rect(PAD, y + 6, wide, 22), COLOURS[piece.sort])
    canvas.text(PAD + 8, y + 17, piece.tag, "semi", 15, "paper", down="middle")
    canvas.text(PAD + wide + 10, y + 17, piece.date, "medium", 15, "mute", down="middle")
    at = y + 39
    for nth, line in enumerate(piece.lines):
        titled = nth < piece.titled
        canvas.text(PAD, at, line, "head" if titled else "medium", 19 if titled else 17, "ink")
        at += 25 if titled else 22
    return y + piece.height
