"""The six factions as they are drawn: a colour, a pattern and a shape each, so that no side is told by colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.ui.kit.canvas import Canvas
from game.ui.kit.mask import Mask
from game.ui.kit.palette import Colour, Palette
from game.ui.kit.rect import Point

Pattern = Literal["plain", "dots", "diagonal", "vertical", "horizontal", "cross"]
Shape = Literal["disc", "square", "up", "diamond", "down", "bar"]


@dataclass(frozen=True, slots=True)
class Side:
    """How a faction is drawn.

    token: its strong colour. words: colour of text on that. faint: share of paper in its pale ground, 0 to 1; mark:
    share of paper in the pattern on the pale ground. relief: share of paper (of ink, where negative) in the pattern
    on the strong colour.
    """

    token: str
    words: str
    pattern: Pattern
    shape: Shape
    faint: float
    mark: float
    relief: float

    def pale(self, colours: Palette) -> Colour:
        """Its ground, pale enough for ink to be read on it."""
        return colours.mix(self.token, "paper", self.faint)

    def pale_mark(self, colours: Palette) -> Colour:
        """The pattern on its pale ground."""
        return colours.mix(self.token, "paper", self.mark)

    def strong_mark(self, colours: Palette) -> Colour:
        """The pattern on its strong colour."""
        return colours.mix(self.token, "paper" if self.relief >= 0 else "ink", abs(self.relief))


FACTIONS: Mapping[str, Side] = {
    "loyalists": Side("loyalists", "paper", "plain", "disc", 0.72, 0.72, 0.0),
    "chekists": Side("chekists", "paper", "diagonal", "square", 0.72, 0.56, 0.22),
    "army": Side("army", "paper", "horizontal", "up", 0.64, 0.46, 0.18),
    "technocrats": Side("technocrats", "ink", "dots", "diamond", 0.58, 0.28, -0.22),
    "apparatus": Side("apparatus", "ink", "vertical", "bar", 0.55, 0.3, -0.2),
    "reformers": Side("reformers", "paper", "cross", "down", 0.62, 0.42, 0.3),
}
"""Faction -> how it is drawn."""

NOBODY = Side("slate", "paper", "plain", "disc", 0.7, 0.7, 0.0)
"""Those of no faction of ours."""


def side_of(faction: str) -> Side:
    """How a faction is drawn; a plain cold side for any that is not one of the six."""
    return FACTIONS.get(faction, NOBODY)


def fill_faction(canvas: Canvas, shape: Mask, faction: str, pale: bool = False) -> None:
    """Fill a shape with a faction's colour and pattern; pale: a ground to draw and write on."""
    side, colours = side_of(faction), canvas.palette
    canvas.paint(shape, side.pale(colours) if pale else side.token)
    lay_pattern(canvas, shape, side.pattern, side.pale_mark(colours) if pale else side.strong_mark(colours), pale)


def lay_pattern(canvas: Canvas, shape: Mask, pattern: Pattern, colour: str | Colour, wide: bool = False) -> None:
    """Draw a pattern into a shape; wide: as large grounds bear it."""
    pitch = 9.0 if wide else 7.5
    if pattern == "dots":
        canvas.halftone(shape, colour, pitch, level=0.14 if wide else 0.2)
    for angle in ANGLES.get(pattern, ()):
        canvas.hatch(shape, colour, pitch, 1.5, angle)


ANGLES: Mapping[Pattern, tuple[float, ...]] = {
    "diagonal": (45,), "vertical": (0,), "horizontal": (90,), "cross": (0, 90),
}  # fmt: skip
"""Pattern of lines -> the directions across its lines, degrees."""


def faction_sign(canvas: Canvas, x: float, y: float, size: float, faction: str) -> None:
    """A faction's small sign about (x, y), `size` units across: its shape with its colour, framed in ink."""
    side = side_of(faction)
    half = size / 2
    for colour, reach in (("ink", half), (side.token, half - max(1.2, size * 0.12))):
        if side.shape == "disc":
            canvas.circle(x, y, reach, colour)
        else:
            canvas.polygon([(x + u * reach, y + v * reach) for u, v in OUTLINES[side.shape]], colour)


OUTLINES: Mapping[Shape, tuple[Point, ...]] = {
    "square": ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
    "up": ((0, -1), (1, 0.88), (-1, 0.88)),
    "down": ((-1, -0.88), (1, -0.88), (0, 1)),
    "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "bar": ((-1, -0.5), (1, -0.5), (1, 0.5), (-1, 0.5)),
}
"""Outlines of the shapes with corners, the sign's half width as unit."""
