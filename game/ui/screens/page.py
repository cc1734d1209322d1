"""The frame of screens beside a campaign: a bar with the way back and a title, on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.ui.app.stage import Stage
from game.ui.art.icons import icon
from game.ui.art.paper import paper
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.dialog import HEAD, draw_panel
from game.ui.kit.interface import Interface
from game.ui.kit.node import Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.screen import Screen

TOP, BACK, MARGIN = 64.0, 80.0, 24.0

Draw = Callable[[Canvas, Rect, Status], None]


class Page(Screen):
    """A screen that leads back to the menu or, within a campaign, to the pause."""

    def __init__(self, stage: Stage, name: str) -> None:
        super().__init__(name=name)
        self.stage = stage

    def build(self, ui: Interface, space: Rect) -> Node:
        """Ground, bar, and what the page itself shows."""
        title, sentence = self.heading()
        ground = Picture(rect=space, key="ground", what="page", draw=draw_ground, opaque=True, kept="page")
        bar = Picture(rect=Rect(0, 0, space.w, TOP), key="bar", what=(title, sentence), draw=_bar(title, sentence),
                      opaque=True)  # fmt: skip
        tip = Tip(self.stage.words("page.pause" if self.stage.snap else "page.menu"))
        back = Pressable(rect=Rect(0, 0, BACK, TOP - 3), key="back", what="back", draw=_back, act=self.back, tip=tip)
        return Group(rect=space, key=self.name, children=[ground, *self.inside(ui, space.within(top=TOP)), bar, back])

    def heading(self) -> tuple[str, str]:
        """The title, and a sentence beside it."""
        return "", ""

    def inside(self, ui: Interface, space: Rect) -> Sequence[Node]:
        """What the page itself shows, below the bar."""
        return ()

    def back(self) -> None:
        """Where one came from."""
        self.stage.show("pause" if self.stage.snap is not None else "menu")

    def leave(self, ui: Interface) -> None:
        """Escape leads back."""
        self.back()


def panel(place: Rect, key: str, title: str, right: str = "") -> Picture:
    """A light panel with a header."""

    def draw(canvas: Canvas, whole: Rect, status: Status) -> None:
        draw_panel(canvas, whole, title, right)

    return Picture(rect=place, key=key, what=("panel", title, right), draw=draw)


def within_panel(place: Rect, across: float = 22, down: float = 18) -> Rect:
    """The room of a panel below its header."""
    return place.within(left=across, top=HEAD + down, right=across, bottom=down)


def draw_ground(canvas: Canvas, whole: Rect, status: Status) -> None:
    """Paper with a cold wedge across it."""
    paper(canvas, whole, 5)
    w, h = whole.w, whole.h
    canvas.polygon([(w * 0.30, 0), (w * 0.46, 0), (w * 0.20, h), (0, h), (0, h * 0.72)], "mist", 0.7)
    canvas.polygon([(w * 0.86, h), (w, h * 0.62), (w, h)], "mist", 0.7)
    canvas.line([(0, h * 0.86), (w, h * 0.3)], 1.5, "line")


def _bar(title: str, sentence: str) -> Draw:
    def draw_bar(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "ink")
        canvas.rect(Rect(0, TOP - 3, whole.w, 3), "red")
        words = title.upper()
        end = BACK + 22 + canvas.width(words, "display", 40) + 50
        canvas.polygon([(BACK, 0), (end, 0), (end - 28, TOP), (BACK, TOP)], "paper")
        canvas.polygon([(end, 0), (end + 12, 0), (end - 16, TOP), (end - 28, TOP)], "red")
        canvas.text(BACK + 20, TOP / 2 - 1, words, "display", 40, "ink", down="middle")
        canvas.text(end + 34, TOP / 2 - 1, sentence, "medium", 17, "muted", down="middle", most=whole.w - end - 58)

    return draw_bar


def _back(canvas: Canvas, whole: Rect, status: Status) -> None:
    canvas.rect(whole, "deep" if status.hover else "red")
    icon(canvas, "left", whole.w / 2 - 16, whole.h / 2 - 16, 32, "paper", "red")
