"""The poster of a chapter, to be looked at and saved as a picture."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.language.dates import long_date
from game.ui.app.stage import Stage
from game.ui.art.portraits import portrait
from game.ui.art.poster import Poster, kind_of, poster
from game.ui.kit.button import Button
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.screen import Screen
from game.ui.screens.desk_groups import faction_id
from game.ui.screens.verdict_answer import men_of
from game.views.verdict import Verdict

SHEET = (900.0, 1200.0)
"""Size of the saved picture in design units, three by four."""

PIXELS = 2.0
"""Pixels a unit of the saved picture."""


class PosterDialog(Screen):
    """The poster over the page."""

    def __init__(self, stage: Stage, page: Verdict) -> None:
        super().__init__(name="poster", over=True, dim=True)
        self.stage = stage
        self.what = poster_of(stage, page)

    def build(self, ui: Interface, space: Rect) -> Node:
        """As large as the window allows, two buttons below."""
        words = self.stage.words
        high = space.h - 32 - 60
        broad = high < 620
        wide = min(space.w - 80, high * 1.5) if broad else high * SHEET[0] / SHEET[1]
        whole = space.middle(wide, high + 60)
        sheet, foot = whole.split_top(high, 14)
        save, close = foot.middle(min(440, wide), 44).columns(2, 14)
        return Group(rect=space, key="poster", children=[
            Picture(rect=sheet, key="sheet", what=self.what, draw=self._draw, kept="poster"),
            Button(rect=save, key="save", text=words("verdict.sheet.save"), kind="primary", act=self._save,
                   tip=Tip(words("verdict.sheet.save"), words("verdict.sheet.save_tip"))),
            Button(rect=close, key="close", text=words("verdict.close"), kind="dark", act=lambda: ui.close(self)),
        ])  # fmt: skip

    def _draw(self, canvas: Canvas, whole: Rect, status: Status) -> None:
        poster(canvas, whole, self.what, self._face)

    def _face(self, canvas: Canvas, x: float, y: float, radius: float, person: str) -> None:
        man = next((m for m in self.stage.now.room.persons if m.id == person), None)
        portrait(canvas, x, y, radius, person, faction_id(man))

    def _save(self) -> None:
        ui, words = self.stage.ui, self.stage.words
        surface = pygame.Surface((round(SHEET[0] * PIXELS), round(SHEET[1] * PIXELS)))
        self._draw(Canvas(surface, PIXELS, ui.palette, ui.fonts), Rect(0, 0, *SHEET), Status())
        try:
            self.stage.folders.saves.mkdir(parents=True, exist_ok=True)
            path = free_path(self.stage.folders.saves, f"poster-{self.stage.now.table.seed}")
            pygame.image.save(surface, path)
        except (OSError, pygame.error) as error:
            ui.say(words("verdict.sheet.failed", why=str(error)), urgent=True)
            return
        ui.say(words("verdict.sheet.saved", name=path.name))


def free_path(folder: Path, stem: str) -> Path:
    """A PNG file that is not there yet."""
    path, nth = folder / f"{stem}.png", 2
    while path.exists():
        path, nth = folder / f"{stem}-{nth}.png", nth + 1
    return path


def poster_of(stage: Stage, page: Verdict) -> Poster:
    """What is printed for a chapter that is over."""
    words, now = stage.words, stage.now
    lines = {line.name: line.true for line in page.lines}
    shown = (("dead", "dead_military"), ("civil", "dead_civilian"), ("ground", "ground_west"))
    figures = [(words(f"verdict.sheet.{key}"), lines[name]) for key, name in shown if name in lines]
    figures.append((words("verdict.sheet.stops"), str(now.view.stop)))
    people = tuple(man.id for man in men_of(stage))
    kind, date = kind_of(page.outcome.id, page.end.id), long_date(words, now.view.desk.date)
    return Poster(kind, page.question, page.outcome.name, date, page.end.text, people, tuple(figures),
                  seed=now.table.seed)  # fmt: skip
