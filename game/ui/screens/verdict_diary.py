"""The diary of the campaign: a line for each stop."""

from __future__ import annotations

from game.language.dates import day_month
from game.ui.app.stage import Stage
from game.ui.kit.button import Button
from game.ui.kit.canvas import Canvas
from game.ui.kit.dialog import HEAD, draw_panel
from game.ui.kit.interface import Interface
from game.ui.kit.node import Group, Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.rich import RichText, Style, height_of
from game.ui.kit.screen import Screen
from game.ui.kit.scroll import BAR, Scroll

WORDS = Style(16.5)
AIR = 8.0


class DiaryDialog(Screen):
    """The lines, to be scrolled through."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(name="diary", over=True, dim=True)
        self.stage = stage

    def build(self, ui: Interface, space: Rect) -> Node:
        """A plate, the lines, and a button."""
        words = self.stage.words
        place = space.middle(min(860, space.w - 60), min(700, space.h - 60))
        foot, body = place.within(24, HEAD + 18, 24, 20).split_bottom(44, 16)
        wide = body.w - BAR - 10
        lines = self.stage.now.diary
        texts = [f"**{day_month(words, line.date)}.** {line.text}" for line in lines] or [words("verdict.diary_none")]
        nodes: list[Node] = []
        y = body.y
        for nth, text in enumerate(texts):
            high = height_of(text, wide, WORDS, ui.fonts, ui.measure.scale)
            nodes.append(RichText(rect=Rect(body.x, y, wide, high), key=f"line {nth}", text=text, style=WORDS))
            y += high + AIR
        title = words("verdict.diary_title").upper()

        def draw_plate(canvas: Canvas, whole: Rect, status: Status) -> None:
            draw_panel(canvas, whole, title)

        return Group(rect=space, key="diary", children=[
            Picture(rect=place, key="plate", what=title, draw=draw_plate),
            Scroll(rect=body, key="lines", height=y - body.y, children=nodes),
            Button(rect=foot.split_right(180)[0], key="close", text=words("verdict.close"), kind="dark",
                   act=lambda: ui.close(self)),
        ])  # fmt: skip
