"""How far the game is with reading its record, before the first campaign can begin."""

from __future__ import annotations

from game.ui.app.stage import Stage
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Node, Picture, Status
from game.ui.kit.rect import Rect

USUAL = 1.2
"""Seconds that it takes on an ordinary machine."""


def warming(stage: Stage, place: Rect, seconds: float) -> Node:
    """A wedge that grows, on black; where the game says nothing of its progress, by the time it usually takes."""
    share = max(stage.link.progress, seconds / (seconds + USUAL)) if seconds > 0 else stage.link.progress
    share = round(min(1.0, share), 2)
    words = stage.words("menu.warming")

    def draw_warming(canvas: Canvas, whole: Rect, status: Status) -> None:
        y = whole.h - 26
        canvas.text(0, y - 34, words, "medium", 16, "muted", most=whole.w)
        canvas.polygon([(0, y), (whole.w, y - 8), (whole.w, y + 8)], "soot")
        canvas.polygon([(0, y), (whole.w * share, y - 8 * share), (whole.w * share, y + 8 * share)], "ember")

    return Picture(rect=place, key="warming", what=(words, share), draw=draw_warming)
