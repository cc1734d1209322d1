"""A panel filled from the top down: each piece takes the height that it needs."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.rich import RichText, Style, height_of

Draw = Callable[[Canvas, Rect, Status], None]
HEADING = 17.0


@dataclass(slots=True)
class Stack:
    """Nodes one below the other. y: where the next begins."""

    ui: Interface
    x: float
    y: float
    wide: float
    nodes: list[Node] = field(default_factory=list)

    def take(self, high: float, gap: float = 0) -> Rect:
        """The next part of the panel."""
        place = Rect(self.x, self.y, self.wide, high)
        self.y += high + gap
        return place

    def picture(
        self, key: str, high: float, what: Hashable, draw: Draw, gap: float = 0,
        tip: Tip | Callable[[], Tip] | None = None,
    ) -> None:  # fmt: skip
        """Something drawn."""
        self.nodes.append(Picture(rect=self.take(high, gap), key=key, what=what, draw=draw, tip=tip))

    def text(self, key: str, text: str, style: Style, gap: float = 0) -> None:
        """Words in as many lines as they need; nothing where there are none."""
        if text:
            high = height_of(text, self.wide, style, self.ui.fonts, self.ui.measure.scale)
            self.nodes.append(RichText(rect=self.take(high, gap), key=key, text=text, style=style))

    def heading(self, key: str, title: str, right: str = "", gap: float = 8) -> None:
        """A rule and a title in capitals, with words at its end."""
        words = title.upper()

        def draw_heading(canvas: Canvas, whole: Rect, status: Status) -> None:
            canvas.rect(Rect(0, 0, whole.w, 1.5), "line")
            end = canvas.text(whole.w, 22, right, "medium", 15, "mute", "right", "middle") if right else 0.0
            canvas.text(0, 22, words, "head_light", HEADING, "ink", down="middle", track=1, most=whole.w - end - 10)

        self.picture(key, 34, (words, right), draw_heading, gap)
