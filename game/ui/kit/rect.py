"""Rectangles in design units, and cutting them up: how screens are laid out."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rect:
    """x, y, w, h in design units; the y axis points down."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.y + self.h

    @property
    def centre(self) -> Point:
        """Its middle."""
        return self.x + self.w / 2, self.y + self.h / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it; the right and lower edges do not."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def moved(self, dx: float, dy: float) -> Rect:
        """The same elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def inset(self, across: float, down: float | None = None) -> Rect:
        """Smaller by so much on each side; never less than nothing."""
        down = across if down is None else down
        return Rect(self.x + across, self.y + down, max(0.0, self.w - 2 * across), max(0.0, self.h - 2 * down))

    def within(self, left: float = 0, top: float = 0, right: float = 0, bottom: float = 0) -> Rect:
        """What remains inside margins."""
        return Rect(self.x + left, self.y + top, max(0.0, self.w - left - right), max(0.0, self.h - top - bottom))

    def split_top(self, height: float, gap: float = 0) -> tuple[Rect, Rect]:
        """The upper part, and the rest below a gap."""
        height = min(height, self.h)
        return Rect(self.x, self.y, self.w, height), self.within(top=height + gap)

    def split_bottom(self, height: float, gap: float = 0) -> tuple[Rect, Rect]:
        """The lower part, and the rest above a gap."""
        height = min(height, self.h)
        return Rect(self.x, self.bottom - height, self.w, height), self.within(bottom=height + gap)

    def split_left(self, width: float, gap: float = 0) -> tuple[Rect, Rect]:
        """The left part, and the rest beyond a gap."""
        width = min(width, self.w)
        return Rect(self.x, self.y, width, self.h), self.within(left=width + gap)

    def split_right(self, width: float, gap: float = 0) -> tuple[Rect, Rect]:
        """The right part, and the rest before a gap."""
        width = min(width, self.w)
        return Rect(self.right - width, self.y, width, self.h), self.within(right=width + gap)

    def columns(self, count: int, gap: float = 0) -> tuple[Rect, ...]:
        """Equal parts side by side."""
        width = (self.w - gap * (count - 1)) / count
        return tuple(Rect(self.x + i * (width + gap), self.y, width, self.h) for i in range(count))

    def rows(self, count: int, gap: float = 0) -> tuple[Rect, ...]:
        """Equal parts one below the other."""
        height = (self.h - gap * (count - 1)) / count
        return tuple(Rect(self.x, self.y + i * (height + gap), self.w, height) for i in range(count))

    def middle(self, width: float, height: float) -> Rect:
        """A rectangle of that size in its middle."""
        return Rect(self.x + (self.w - width) / 2, self.y + (self.h - height) / 2, width, height)
