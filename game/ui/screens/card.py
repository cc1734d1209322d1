"""The card of an open question: what is asked, and what may be answered."""

from __future__ import annotations

from game.ui.app.stage import Stage
from game.ui.kit.button import Button
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Group, Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.screen import Screen


class CardScreen(Screen):
    """The first of the open questions."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(name="card")
        self.stage = stage

    def build(self, ui: Interface, space: Rect) -> Node:
        """The text at the left, the options at the right."""
        asked = self.stage.now.view.questions[0]

        def draw_card(canvas: Canvas, whole: Rect, status: Status) -> None:
            canvas.rect(whole, "paper")
            canvas.text(60, 60, asked.title, "display", 44, "ink", most=whole.w / 2 - 80)
            canvas.paragraph(60, 130, whole.w / 2 - 100, asked.text, "news", 19)

        rows = space.split_right(space.w / 2)[0].inset(40, 60).rows(max(5, len(asked.options)), 12)
        options = [
            Button(rect=row, key=card.id, text=card.text, why_not=card.why_not, act=_answer(self.stage, card.id))
            for row, card in zip(rows, asked.options, strict=False)
        ]
        ground = Picture(rect=space, key="ground", what=asked.event, draw=draw_card, opaque=True)
        return Group(rect=space, key="card", children=[ground, *options])


def _answer(stage: Stage, option: str):  # type: ignore[no-untyped-def]
    return lambda: stage.answer(option)
