"""The atlas at one zoom: its rings and lines in pixels, thinned once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from game.ui.map.atlas import Atlas, Line, land_borders, rail_lines
from game.ui.map.strokes import Pieces, Stroke, dashed, pieces_of, rings_of, thinned

STRONG = 2.0
"""Design units of a railway above which all are drawn, and in ink."""


@dataclass(frozen=True)
class Sheet:
    """The atlas at one zoom. k: pixels a km. unit: pixels a design unit."""

    atlas: Atlas
    k: float
    unit: float
    _rail: dict[float, tuple[Stroke, ...]] = field(default_factory=dict)

    @cached_property
    def rings(self) -> list[tuple[int, Line, tuple[float, float, float, float]]]:
        """Value on the board of ids, ring in pixels, its box; the land around first. 0 is water."""
        lands = [*self.atlas.around, *self.atlas.provinces]
        values = [*range(len(self.atlas.provinces) + 1, len(lands) + 1), *range(1, len(self.atlas.provinces) + 1)]
        out = []
        for value, land in zip(values, lands, strict=True):
            for part in land.parts:
                outline, *holes = rings_of(part, self.k)
                out += [(value, outline, _box(outline)), *((0, hole, _box(hole)) for hole in holes)]
        return out + [(0, ring, _box(ring)) for ring in rings_of(self.atlas.lakes, self.k)]

    @cached_property
    def water(self) -> tuple[Stroke, ...]:
        """Graticule and rivers, which lie under the coast."""
        near = self.k / self.unit
        out = [Stroke(self._pieces(self.atlas.graticule), self.unit, "line", 0.5)]
        for rank, width, least in ((3, 1.3, 0.75), (2, 2.0, 0.3), (1, 3.0, 0.0)):
            lines = [line for river in self.atlas.rivers if river.rank == rank for line in river.lines]
            if near >= least:
                out.append(Stroke(self._pieces(lines), width * self.unit, "slate", 0.75))
        return tuple(out)

    @cached_property
    def coast(self) -> tuple[Stroke, ...]:
        """Where land meets water."""
        lakes = [np.concatenate([lake, lake[:1]]) for lake in self.atlas.lakes]
        width = 2.2 if self.k / self.unit > 0.5 else 1.8
        return (Stroke(self._pieces([*self.atlas.coast, *lakes]), width * self.unit, "ink"),)

    def warm(self, width: float, rails: float) -> list[Callable[[], object]]:
        """What painting will ask of it, as jobs of a few milliseconds each."""
        return [
            lambda: self.rings, lambda: self.water, lambda: self.coast, lambda: self.borders(width),
            lambda: self.rails(rails),
        ]  # fmt: skip

    def borders(self, width: float) -> tuple[Stroke, ...]:
        """State borders, and where wanted those of provinces."""
        inner = Stroke(self._inner, width * self.unit, "mute", 0.55)
        states = Stroke(self._states, 1.4 * self.unit, "soot", 0.8)
        return (inner, states) if width else (states,)

    @cached_property
    def _inner(self) -> Pieces:
        return self._pieces(land_borders(self.atlas, states=False))

    @cached_property
    def _states(self) -> Pieces:
        return self._pieces(land_borders(self.atlas, states=True))

    def rails(self, width: float) -> tuple[Stroke, ...]:
        """Railways: a dark bar with light sleepers."""
        if not width:
            return ()
        if width not in self._rail:
            strong = width > STRONG
            pieces = self._pieces(rail_lines(self.atlas, trunks=not strong))
            light = dashed(pieces, 6 * self.unit, 5 * self.unit)
            dark = Stroke(pieces, (width + 1.6) * self.unit, "ink" if strong else "mute", 1.0 if strong else 0.6)
            self._rail[width] = (dark, Stroke(light, width * self.unit, "paper"))
        return self._rail[width]

    def _pieces(self, lines: Iterable[Line]) -> Pieces:
        return pieces_of(thinned(line, self.k) for line in lines)


def _box(ring: Line) -> tuple[float, float, float, float]:
    (x0, y0), (x1, y1) = ring.min(axis=0).tolist(), ring.max(axis=0).tolist()
    return x0, y0, x1, y1
