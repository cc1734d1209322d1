"""The geometry of a front as it is known: its lines, what they enclose, how far every place is from them. Km."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from game.ui.map.advance import Advance
from game.ui.map.atlas import Line
from game.ui.map.picture import FrontPicture
from game.ui.map.strokes import pieces_of

GRID = 24.0
"""Km between the points where the distance to the line is measured."""

Grid = NDArray[np.float32]


@dataclass(frozen=True)
class Known:
    """The geometry of a front picture, km. Made once for a picture."""

    advance: Advance
    picture: FrontPicture

    @cached_property
    def line(self) -> Line:
        """The line as it was told."""
        return self.advance.front_line(self.picture.lost)

    @cached_property
    def taken(self) -> Line:
        """The outline of what is lost as told."""
        return self.advance.swept({}, self.picture.lost)

    @cached_property
    def zone(self) -> Line | None:
        """The outline between the least and the most that is guessed."""
        return self.advance.swept(self.picture.low, self.picture.high) if self.picture.band else None

    @cached_property
    def brink(self) -> Line | None:
        """The line of the most that is guessed."""
        return self.advance.front_line(self.picture.high) if self.picture.band else None

    @property
    def chosen(self) -> Line | None:
        """The part of the line that is marked."""
        way = self.picture.chosen
        return self.line[self.advance.sector(way)] if way else None

    @cached_property
    def away(self) -> Grid:
        """[x, y] km to the line, at every grid point of the map."""
        left, top, right, foot = self.advance.atlas.bounds
        x = np.arange(left, right + GRID, GRID, dtype=np.float32)[:, None]
        y = np.arange(top, foot + GRID, GRID, dtype=np.float32)[None, :]
        lines = [self.line[::5]] + ([self.advance.atlas.finland[::6]] if self.picture.finland else [])
        least = np.full((x.shape[0], y.shape[1]), 1e9, np.float32)
        for ax, ay, bx, by in pieces_of(lines).tolist():
            dx, dy = bx - ax, by - ay
            share = np.clip(((x - ax) * dx + (y - ay) * dy) / max(dx * dx + dy * dy, 1e-6), 0, 1)
            np.minimum(least, (x - ax - share * dx) ** 2 + (y - ay - share * dy) ** 2, out=least)
        return np.sqrt(least)
