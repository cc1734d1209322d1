"""Tips: panels that explain what the pointer rests on; pinned ones stay, and the links in them explain further."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Group, Node, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.rich import RichText, Style, height_of
from game.ui.kit.screen import Screen

if TYPE_CHECKING:
    from game.ui.kit.interface import Interface

WIDE = 380.0
PAD = 16.0
TITLE = 20.0
BODY = Style(16)
FOOT = Style(15, colour="mute")


@dataclass(kw_only=True, eq=False)
class Plate(Node):
    """The ground of a tip: light, framed, a red edge when pinned."""

    pinned: bool = False

    def look(self) -> Hashable:
        """Whether it is pinned."""
        return "plate", self.pinned

    def paint(self, canvas: Canvas, status: Status) -> None:
        """Ground, frame and edge."""
        whole = Rect(0, 0, self.rect.w, self.rect.h)
        canvas.rect(whole, "light")
        canvas.rect(Rect(0, 0, 6, self.rect.h), "red" if self.pinned else "ink")
        canvas.box(whole, "ink", 2)


def tip_panel(ui: Interface, tip: Tip, anchor: Rect, pinned: bool = False) -> Group:
    """The panel of a tip beside what it explains, wholly in the window."""
    wide = WIDE - 2 * PAD
    parts = [(tip.title, Style(TITLE, "head", "head", "ink")), (tip.text, BODY), (tip.foot, FOOT)]
    heights = [height_of(t, wide, s, ui.fonts, ui.measure.scale) + 6 if t else 0 for t, s in parts]
    place = beside(anchor, WIDE, sum(heights) + 2 * PAD - 6, ui.measure.space)
    nodes: list[Node] = [Plate(rect=place, key="plate", pinned=pinned)]
    y = place.y + PAD
    for (text, style), height in zip(parts, heights, strict=True):
        if text:
            nodes.append(RichText(rect=Rect(place.x + PAD, y, wide, height), text=text, style=style))
        y += height
    return Group(rect=place, key="tip", children=nodes)


def beside(anchor: Rect, wide: float, high: float, space: Rect) -> Rect:
    """Below what it belongs to, or above, or wherever there is room."""
    x = min(max(space.x + 8, anchor.x), space.right - wide - 8)
    y = anchor.bottom + 10
    if y + high > space.bottom - 8:
        y = anchor.y - high - 10
    if y < space.y + 8:
        y = max(space.y + 8, min(space.bottom - high - 8, anchor.y))
        x = anchor.right + 10 if anchor.right + 10 + wide < space.right else max(space.x + 8, anchor.x - wide - 10)
    return Rect(x, y, wide, high)


class PinnedTip(Screen):
    """A tip that stays until one presses beside it."""

    def __init__(self, tip: Tip, anchor: Rect) -> None:
        super().__init__(name="tip", over=True)
        self.tip, self.anchor = tip, anchor

    def build(self, ui: Interface, space: Rect) -> Node:
        """Its panel; the window around closes it."""
        around = Group(rect=space, key="around", act=lambda: ui.close(self))
        return Group(rect=space, children=[around, tip_panel(ui, self.tip, self.anchor, pinned=True)])
