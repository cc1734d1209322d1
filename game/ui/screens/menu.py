"""The menu: one red button."""

from __future__ import annotations

from game.play.opening import Opening
from game.ui.app.stage import Stage
from game.ui.kit.button import Button
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Group, Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.screen import Screen


class MenuScreen(Screen):
    """Before a campaign."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(name="menu")
        self.stage = stage

    def build(self, ui: Interface, space: Rect) -> Node:
        """The red button."""
        begin = Button(rect=Rect(80, 580, 380, 54), key="begin", text=self.stage.words("menu.begin"), kind="primary",
                       size=26, act=lambda: self.stage.begin(Opening(self.stage.folders.mods)))  # fmt: skip
        ground = Picture(rect=space, key="ground", what="menu", draw=_ground, opaque=True)
        return Group(rect=space, key="menu", children=[ground, begin])


def _ground(canvas: Canvas, whole: Rect, status: Status) -> None:
    canvas.rect(whole, "paper")
    canvas.text(76, 130, "RED WEDGE", "display", 190)
