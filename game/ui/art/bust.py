"""A bust being drawn: where the head is, its colours, and parts given in the head's own measure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from game.ui.art.board import Board, smooth
from game.ui.art.faces import Face
from game.ui.kit.palette import Colour
from game.ui.kit.rect import Point

BOX = 100.0
"""A bust is drawn in a box of so many units each way; its middle line is at half of that."""
MIDDLE = BOX / 2


@dataclass(frozen=True, slots=True)
class Head:
    """Where a head is in the box. half: half its width. crown, chin: heights."""

    half: float
    crown: float
    chin: float

    def at(self, point: Point) -> Point:
        """A place given as (u, v): u from -1 to 1 across the face, v from 0 at the crown to 1 at the chin."""
        return MIDDLE + point[0] * self.half, self.crown + point[1] * (self.chin - self.crown)


@dataclass(frozen=True, slots=True)
class Part:
    """A flat shape. light, dark: tones of its left and right half; the same where dark is empty.

    curved: a curve through the points. both: drawn on either side. radius: of a disc about each point, in units of
    the box, in place of a polygon. width: of a line through the points.
    """

    points: tuple[Point, ...]
    light: str
    dark: str = ""
    curved: bool = False
    both: bool = False
    radius: float = 0.0
    width: float = 0.0


Parts = Sequence[Part]


@dataclass(frozen=True, slots=True)
class Bust:
    """A bust on a board. tones: name -> colour, as parts name them."""

    board: Board
    face: Face
    head: Head
    tones: Mapping[str, Colour]

    def on_head(self, parts: Iterable[Part]) -> None:
        """Draw parts whose points are in the head's measure."""
        for part in parts:
            self._draw(part, [self.head.at(p) for p in part.points])
            if part.both:
                self._draw(part, [self.head.at((-u, v)) for u, v in part.points])

    def on_body(self, parts: Iterable[Part]) -> None:
        """Draw parts whose points are in the box."""
        for part in parts:
            self._draw(part, list(part.points))
            if part.both:
                self._draw(part, [(BOX - x, y) for x, y in part.points])

    def _draw(self, part: Part, points: list[Point]) -> None:
        light, dark = self.tones[part.light], self.tones[part.dark or part.light]
        if part.radius:
            for x, y in points:
                self.board.circle(x, y, part.radius, light if x < MIDDLE else dark)
        elif part.width:
            self.board.line(smooth(points, closed=False) if part.curved else points, part.width, light)
        else:
            self.board.split(smooth(points) if part.curved else points, MIDDLE, light, dark)
