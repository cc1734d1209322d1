"""What lies over all screens: the frame of the focus, the tip, the sentences at the foot."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui.kit.canvas import Canvas
from game.ui.kit.layout import Placed, lay_out
from game.ui.kit.node import Group, Node, Status
from game.ui.kit.rect import Rect
from game.ui.kit.tips import tip_panel

if TYPE_CHECKING:
    from game.ui.kit.interface import Interface

RING = 5.0
TOAST = 40.0


@dataclass(kw_only=True, eq=False)
class Ring(Node):
    """The frame round what the keys go to."""

    def look(self) -> Hashable:
        """Always the same."""
        return "ring"

    def paint(self, canvas: Canvas, status: Status) -> None:
        """Ink within ochre, so that it is seen on every ground."""
        whole = Rect(0, 0, self.rect.w, self.rect.h)
        canvas.box(whole, "ink", 1)
        canvas.box(whole.inset(1), "ochre", 3)


@dataclass(kw_only=True, eq=False)
class ToastPlate(Node):
    """A sentence at the foot of the window."""

    text: str = ""
    urgent: bool = False

    def look(self) -> Hashable:
        """Its sentence."""
        return self.text, self.urgent

    def paint(self, canvas: Canvas, status: Status) -> None:
        """A bar with a wedge at its head."""
        w, h = self.rect.w, self.rect.h
        canvas.rect(Rect(0, 0, w, h), "deep" if self.urgent else "ink")
        canvas.polygon([(0, 0), (22, h / 2), (0, h)], "paper" if self.urgent else "red")
        canvas.text(36, h / 2, self.text, "medium", 17, "paper", down="middle", most=w - 52)


@dataclass(kw_only=True, eq=False)
class Scrim(Node):
    """Darkens what lies beneath a dialog."""

    def look(self) -> Hashable:
        """Always the same."""
        return "scrim"

    def paint(self, canvas: Canvas, status: Status) -> None:
        """Ink over all, half seen through."""
        canvas.surface.fill((*canvas.palette["ink"], 150))


def overlays(ui: Interface) -> list[Placed]:
    """Laid out over everything, in order."""
    nodes: list[Node] = []
    at = ui.focused() if ui.focus_shown else None
    if at is not None:
        nodes.append(Ring(rect=at.place.inset(-RING)))
    seen = ui.tip_now()
    if seen is not None:
        nodes.append(tip_panel(ui, seen[1], seen[0].place))
    nodes += _toasts(ui)
    root = Group(rect=ui.measure.space, key="over", children=nodes)
    return list(lay_out(ui, root, ui.measure))


def _toasts(ui: Interface) -> list[Node]:
    space, dialog = ui.measure.space, len(ui.layers) > 1  # whose buttons are at its foot: the sentences go to the top
    out: list[Node] = []
    for nth, toast in enumerate(reversed(ui.toasts)):
        pixels = round(17 * ui.measure.scale)
        wide = min(space.w - 80, ui.fonts.width(toast.text, "medium", pixels) / ui.measure.scale + 60)
        down = 24 + nth * (TOAST + 8)
        y = down if dialog else space.bottom - TOAST - down
        place = Rect((space.w - wide) / 2, y, wide, TOAST)
        out.append(ToastPlate(rect=place, text=toast.text, urgent=toast.urgent))
    return out
