"""Cards on the map: how far each direction has come, as told and as it may be, each with a line to its place."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

import pygame

from game.language.dates import day_month
from game.ui.app.stage import Stage
from game.ui.art.marks import mark
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Node, Status, Tip
from game.ui.kit.rect import Point, Rect
from game.ui.screens.top_bar import figure_tip
from game.views.front import Direction
from game.views.names import surname

WIDE, HIGH = 312.0, 104.0
BLOCK = 116.0
"""Width of the dark part, to the tip of its wedge."""
RING = 9.0


def way_card(stage: Stage, way: Direction, place: Rect, chosen: bool, choose: Callable[[], object]) -> Node:
    """A direction: km told on a dark wedge, who told it, the reckoning, the towns between which the line is told."""
    words, told = stage.words, way.told
    title = words(f"front.way.{way.id}")
    by = words("front.card.told", by=surname(told.by), on=day_month(words, told.on)) if told.on else ""
    guess = words("front.card.guess", low=f"{way.low:.0f}", high=f"{way.high:.0f}")
    towns = _between(stage, way)
    lines = (title, by or words("front.card.untold"), guess, towns)

    def draw_card(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "dark" if status.hover else "light")
        ground = "red" if chosen else "steel"
        canvas.polygon([(0, 0), (BLOCK - 14, 0), (BLOCK, whole.h / 2), (BLOCK - 14, whole.h), (0, whole.h)], ground)
        canvas.text(BLOCK / 2 - 6, 34, f"{told.value:.0f}", "display", 42, "paper", "centre", "middle")
        canvas.text(BLOCK / 2 - 6, 62, "km", "head_light", 17, "paper", "centre", "middle")
        canvas.text(BLOCK / 2 - 6, 84, stage.words("front.figure.depth"), "medium", 15, "paper", "centre", "middle",
                    most=BLOCK - 22)  # fmt: skip
        x, room = BLOCK + 14, whole.w - BLOCK - 26
        canvas.text(x, 19, lines[0].upper(), "head_light", 18, "ink", down="middle", most=room)
        sheet = "dark" if status.hover else "light"
        mark(canvas, x + 6, 42, told.mark if told.on else "guessed", 5.5, "ink", sheet)
        canvas.text(x + 18, 42, lines[1], "medium", 15, "ink", down="middle", most=room - 18)
        mark(canvas, x + 6, 63, "guessed", 5.5, "ink", sheet)
        canvas.text(x + 18, 63, lines[2], "medium", 15, "ink", down="middle", most=room - 18)
        canvas.text(x, 85, lines[3], "medium", 15, "deep", down="middle", most=room)
        canvas.box(whole, "ochre" if chosen else "ink", 3 if chosen else 2)

    return Pressable(rect=place, key=f"way {way.id}", what=(lines, told.value, told.mark, chosen), draw=draw_card,
                     act=choose, tip=lambda: _tip(stage, way), opaque=True)  # fmt: skip


def _between(stage: Stage, way: Direction) -> str:
    words = stage.words
    if way.before is None:
        return words("front.card.past", behind=way.behind.name) if way.behind else ""
    if way.behind is None:
        return words("front.card.before", before=way.before.name)
    return words("front.card.between", behind=way.behind.name, before=way.before.name)


def _tip(stage: Stage, way: Direction) -> Tip:
    told = figure_tip(stage, way.told)
    return Tip(told.title, f"{told.text}\n{stage.words('front.card.guess_tip')}", stage.words("front.card.press"))


@dataclass(kw_only=True, eq=False)
class Leader(Node):
    """A line from a card to a ring about a place of the map. start, end: design units of the screen."""

    start: Point
    end: Point
    live: bool = True

    def look(self) -> Hashable:
        """Where it runs."""
        return "leader", self.start, self.end

    def show(self, target: pygame.Surface, box: pygame.Rect, canvas: Canvas) -> None:
        """The line on a light edge, and the ring."""
        k = canvas.scale
        (ax, ay), (bx, by) = ((x * k, y * k) for x, y in (self.start, self.end))
        long = max(1.0, ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5)
        ex, ey = bx - (bx - ax) / long * RING * k, by - (by - ay) / long * RING * k
        for colour, width in (("light", 4.6), ("ink", 2.0)):
            thick = max(1, round(width * k))
            pygame.draw.line(target, canvas.palette[colour], (ax, ay), (ex, ey), thick)
            pygame.draw.circle(target, canvas.palette[colour], (bx, by), round((RING + width / 2) * k), thick)


def leader(start: Point, end: Point, within: Rect) -> Leader | None:
    """A leader from a card to a place on the map, None where that place is out of sight."""
    if not within.inset(RING + 4).holds(*end):
        return None
    left, top = min(start[0], end[0]) - RING - 6, min(start[1], end[1]) - RING - 6
    right, foot = max(start[0], end[0]) + RING + 6, max(start[1], end[1]) + RING + 6
    return Leader(rect=Rect(left, top, right - left, foot - top), key=f"leader {end}", start=start, end=end)
