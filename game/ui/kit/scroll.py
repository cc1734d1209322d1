"""Content larger than its window: scrolled areas, and lists that build only the rows in sight."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.ui.kit.canvas import Canvas
from game.ui.kit.layout import Placed
from game.ui.kit.node import Node, Status
from game.ui.kit.pointer import WHEEL_UNITS
from game.ui.kit.rect import Rect

if TYPE_CHECKING:
    from game.ui.kit.interface import Interface

BAR = 10.0
"""Width of a scroll bar."""

MARGIN = 24.0
"""What is kept in sight beyond the node that has the focus, so that the keys find the next."""


@dataclass(kw_only=True, eq=False)
class Scroll(Node):
    """A window on higher content, whose nodes are laid out as if all of it were in sight. Its key names its place."""

    height: float = 0.0
    clip: bool = True
    walked: bool = True
    night: bool = False

    def offset(self, ui: Interface) -> float:
        """How far it is scrolled, design units."""
        return min(max(0.0, ui.recall(f"scroll/{self.key}", 0.0)), self.most)

    @property
    def most(self) -> float:
        """How far it can be scrolled."""
        return max(0.0, self.height - self.rect.h)

    def to(self, ui: Interface, offset: float) -> bool:
        """Scroll to a place; False where it is there already."""
        offset = min(max(0.0, offset), self.most)
        if offset == self.offset(ui):
            return False
        ui.remember(f"scroll/{self.key}", offset)
        return True

    def wheel(self, ui: Interface, steps: float, x: float, y: float) -> bool:
        """The wheel scrolls it, if it can be scrolled."""
        return self.most > 0 and self.to(ui, self.offset(ui) - steps * WHEEL_UNITS)

    def bring(self, ui: Interface, at: Placed) -> None:
        """Scroll until a node within is in sight, and the beginning of what follows it."""
        here = next((p for p in ui.top.placed if p.node is self), None) if ui.top else None
        if here is None:
            return
        above, below = here.place.y + MARGIN - at.place.y, at.place.bottom - here.place.bottom + MARGIN
        if above > 0:
            self.to(ui, self.offset(ui) - above)
        elif below > 0:
            self.to(ui, self.offset(ui) + below)

    def content(self, ui: Interface) -> Sequence[Node]:
        """What is in sight, in the coordinates of the whole content."""
        return self.children

    def expand(self, ui: Interface) -> Sequence[Node]:
        """The content, moved, and the bar."""
        offset = self.offset(ui)
        moved = Moved(rect=self.rect, key="content", children=self.content(ui), by=-offset)
        if self.most <= 0:
            return (moved,)
        return (moved, ScrollBar(rect=self._bar(), key="bar", owner=self, offset=offset, night=self.night))

    def _bar(self) -> Rect:
        return Rect(self.rect.right - BAR, self.rect.y, BAR, self.rect.h)


@dataclass(kw_only=True, eq=False)
class Moved(Node):
    """Children moved down by so much."""

    by: float = 0.0

    def shift(self, ui: Interface) -> tuple[float, float]:
        """As it was told."""
        return 0.0, self.by


@dataclass(kw_only=True, eq=False)
class ScrollBar(Node):
    """Where the window stands in the content; it can be dragged."""

    owner: Scroll
    offset: float = 0.0
    night: bool = False
    reacts: bool = True

    def _thumb(self) -> tuple[float, float]:
        high = max(28.0, self.rect.h * self.rect.h / self.owner.height)
        return (self.rect.h - high) * self.offset / self.owner.most, high

    def look(self) -> Hashable:
        """Place and length of the thumb."""
        return self._thumb(), self.night

    def paint(self, canvas: Canvas, status: Status) -> None:
        """A track and its thumb."""
        top, high = self._thumb()
        canvas.rect(Rect(0, 0, self.rect.w, self.rect.h), "coal" if self.night else "dark")
        held = status.hover or status.pressed
        canvas.rect(Rect(2, top, self.rect.w - 4, high), "red" if held else "muted" if self.night else "mute")

    def drag(self, ui: Interface, x: float, y: float, start: bool) -> bool:
        """The thumb follows the pointer."""
        here = next((p for p in ui.top.placed if p.node is self), None) if ui.top else None
        top = here.place.y if here is not None else self.rect.y
        high = self._thumb()[1]
        share = (y - top - high / 2) / max(1.0, self.rect.h - high)
        self.owner.to(ui, share * self.owner.most)
        return True


@dataclass(kw_only=True, eq=False)
class Listing(Scroll):
    """A list of any length of which only the rows in sight are built. row: (nth, place) -> node."""

    count: int = 0
    walked: bool = False
    pitch: float = 36.0
    row: Callable[[int, Rect], Node] | None = None

    def __post_init__(self) -> None:
        self.height = self.count * self.pitch

    def content(self, ui: Interface) -> Sequence[Node]:
        """The rows in sight and one on either side, so that keys can move on to them."""
        if self.row is None:
            return ()
        offset = self.offset(ui)
        first = max(0, int(offset // self.pitch) - 1)
        last = min(self.count, int((offset + self.rect.h) // self.pitch) + 2)
        wide = self.rect.w - (BAR + 4 if self.most > 0 else 0)
        out = []
        for nth in range(first, last):
            node = self.row(nth, Rect(self.rect.x, self.rect.y + nth * self.pitch, wide, self.pitch))
            node.key = node.key or f"row {nth}"
            out.append(node)
        return out

    def keyed(self, ui: Interface, event: pygame.event.Event) -> bool:
        """Page up and down, home and end."""
        jumps = {pygame.K_PAGEUP: -self.rect.h, pygame.K_PAGEDOWN: self.rect.h, pygame.K_HOME: -1e9, pygame.K_END: 1e9}
        return event.key in jumps and self.to(ui, self.offset(ui) + jumps[event.key])
