"""Widgets: a tree of nodes that a screen builds anew when its data change. What they remember, the interface keeps."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.ui.kit.canvas import Canvas, Written
from game.ui.kit.rect import Rect

if TYPE_CHECKING:
    from game.ui.kit.interface import Interface

Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Status:
    """What the pointer and the keys are doing to a node."""

    hover: bool = False
    focus: bool = False
    pressed: bool = False


IDLE = Status()


@dataclass(frozen=True, slots=True)
class Tip:
    """What hovering explains. text: rich text, whose links explain further."""

    title: str
    text: str = ""
    foot: str = ""


@dataclass(kw_only=True, eq=False)
class Node:
    """A place on the screen that may draw, be pressed, and hold others.

    rect: design units of the screen (of the content, within something that scrolls). key: its name among its
    siblings, by which hover, focus and memory find it after a rebuild; numbered where empty. act: what pressing does.
    why_not: why it cannot be pressed now; pressing says so. reacts: its look depends on its status. clip: children
    are cut at its edges. walked: it scrolls, and keys go on to what of its content is not in sight. here: it leads to
    where the player is already; pressing it changes nothing. kept: name under which its picture is kept on the
    disk, for what is slow to draw. late: it may come a frame after what is about it, so that hands need not wait.
    """

    rect: Rect
    key: str = ""
    children: Sequence[Node] = ()
    act: Act | None = None
    why_not: str = ""
    tip: Tip | Callable[[], Tip] | None = None
    clip: bool = False
    walked: bool = False
    reacts: bool = False
    live: bool = False
    opaque: bool = False
    kept: str = ""
    late: bool = False
    here: bool = False

    # looks ------------------------------------------------------------------------------------------------------------

    def look(self) -> Hashable:
        """All that its picture depends on beside size and status; None where it draws nothing."""
        return None

    def paint(self, canvas: Canvas, status: Status) -> None:
        """Draw it on a canvas whose origin is its top left corner."""

    def show(self, target: pygame.Surface, box: pygame.Rect, canvas: Canvas) -> None:
        """Draw a live node straight on the screen, which is clipped to what must be drawn."""

    def texts(self, box: pygame.Rect, canvas: Canvas) -> Sequence[Written]:
        """What a live node has written, for the checker; boxes in pixels of the screen."""
        return ()

    # structure --------------------------------------------------------------------------------------------------------

    def expand(self, ui: Interface) -> Sequence[Node]:
        """The nodes within it, as of now."""
        return self.children

    def shift(self, ui: Interface) -> tuple[float, float]:
        """How far its children are moved: by scrolling."""
        return 0.0, 0.0

    # hands ------------------------------------------------------------------------------------------------------------

    @property
    def focusable(self) -> bool:
        """Whether keys can reach it."""
        return self.act is not None or bool(self.why_not)

    @property
    def solid(self) -> bool:
        """Whether the pointer stops at it."""
        return self.focusable or self.reacts or self.tip is not None

    def press(self, ui: Interface, x: float, y: float) -> None:
        """It was pressed and let go, by pointer at (x, y) or by key at its centre."""
        if self.why_not:
            ui.say(self.why_not)
        elif self.act is not None:
            self.act()

    def drag(self, ui: Interface, x: float, y: float, start: bool) -> bool:
        """The pointer is held down on it at (x, y); True if it follows it."""
        return False

    def wheel(self, ui: Interface, steps: float, x: float, y: float) -> bool:
        """The wheel was turned over it or over something within; True if it took it."""
        return False

    def keyed(self, ui: Interface, event: pygame.event.Event) -> bool:
        """A key while it has the focus; True if it took it."""
        return False

    def typed(self, ui: Interface, text: str) -> bool:
        """Text typed while it has the focus; True if it took it."""
        return False


@dataclass(kw_only=True, eq=False)
class Group(Node):
    """Holds others and draws nothing."""


@dataclass(kw_only=True, eq=False)
class Picture(Node):
    """Something drawn by a function. what: all that the drawing depends on."""

    what: Hashable = ""
    draw: Callable[[Canvas, Rect, Status], None] | None = None

    def look(self) -> Hashable:
        """What the drawing depends on; the function's name tells drawings apart."""
        if self.draw is None:
            return None
        return getattr(self.draw, "__qualname__", ""), self.what

    def paint(self, canvas: Canvas, status: Status) -> None:
        """Let the function draw within the node's size."""
        if self.draw is not None:
            self.draw(canvas, Rect(0, 0, self.rect.w, self.rect.h), status)
