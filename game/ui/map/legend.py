"""The legend of a map: samples of what it draws, each with its name, in a light frame."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Node, Status
from game.ui.kit.rect import Rect
from game.ui.map.flags import PlacedWedge, draw_wedge
from game.ui.map.picture import Wedge

if TYPE_CHECKING:
    from game.ui.kit.interface import Interface

HIGH = 44.0
"""Design units of a legend."""
PAD, GAP = 14.0, 8.0
SIZE = 15.0
WIDE = 34.0
"""Of a sample."""

Sample = Callable[[Canvas, Rect], None]


def _wedge(canvas: Canvas, rect: Rect) -> None:
    draw_wedge(canvas, PlacedWedge(Wedge(""), (rect.x, rect.centre[1]), (rect.right, rect.centre[1])))


def _plan(canvas: Canvas, rect: Rect) -> None:
    plan = Wedge("", "soviet", plan=True)
    draw_wedge(canvas, PlacedWedge(plan, (rect.right, rect.centre[1]), (rect.x, rect.centre[1])))


def _line(canvas: Canvas, rect: Rect) -> None:
    y = rect.centre[1]
    canvas.rect(Rect(rect.x, y - 6, rect.w, 6), "red")
    canvas.rect(Rect(rect.x, y, rect.w, 6), "ink")


def _zone(canvas: Canvas, rect: Rect) -> None:
    box = Rect(rect.x, rect.centre[1] - 10, rect.w, 20)
    canvas.rect(box, "paper")
    canvas.hatch(canvas.rect_mask(box), "red", pitch=8, width=1.5)
    canvas.line([(box.x, box.y), (box.right, box.y)], 2.5, "red", dash=(7, 4))


def _pressure(canvas: Canvas, rect: Rect) -> None:
    box = Rect(rect.x, rect.centre[1] - 10, rect.w, 20)
    shape = canvas.rect_mask(box)
    across = np.linspace(0.04, 0.55, shape.alpha.shape[0])[:, None] * np.ones((1, shape.alpha.shape[1]))
    canvas.halftone(shape, "red", 7, level=across)


def _rail(canvas: Canvas, rect: Rect) -> None:
    ends = [(rect.x, rect.centre[1]), (rect.right, rect.centre[1])]
    canvas.line(ends, 4.4, "ink")
    canvas.line(ends, 2.8, "paper", dash=(6, 5))


SAMPLES: Mapping[str, Sample] = {
    "line": _line, "guess": _zone, "wedge": _wedge, "plan": _plan, "pressure": _pressure, "rail": _rail,
}  # fmt: skip
"""What may be explained."""


@dataclass(kw_only=True, eq=False)
class MapLegend(Node):
    """A row of samples. entries: a key of SAMPLES and its name. Its width is found by `wide`."""

    entries: Sequence[tuple[str, str]] = ()
    opaque: bool = True

    @staticmethod
    def wide(ui: Interface, entries: Sequence[tuple[str, str]]) -> float:
        """Design units that a legend takes."""
        scale = ui.measure.scale
        words = sum(ui.fonts.width(name, "medium", round(SIZE * scale)) / scale for _, name in entries)
        return words + len(entries) * (WIDE + GAP) + (len(entries) + 1) * PAD

    def look(self) -> Hashable:
        """What it explains."""
        return "legend", tuple(self.entries)

    def paint(self, canvas: Canvas, status: Status) -> None:
        """Frame, samples, names."""
        whole = Rect(0, 0, self.rect.w, self.rect.h)
        canvas.rect(whole, "light")
        canvas.box(whole, "ink", 2)
        x = PAD
        for sample, name in self.entries:
            SAMPLES[sample](canvas, Rect(x, 0, WIDE, self.rect.h))
            x += WIDE + GAP
            x += canvas.text(x, self.rect.h / 2, name, "medium", SIZE, "ink", down="middle") + PAD
