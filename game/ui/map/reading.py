"""What can be read on a map, for the checker: names, flags and estimates, with what is beneath them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.kit.canvas import Canvas, Written
from game.ui.map.flags import PlacedFlag, draw_flag
from game.ui.map.labels import Label
from game.ui.map.scene import Scene

HALOED = "light"
"""The colour round the names of towns."""


def texts_of(
    scene: Scene, ground: pygame.Surface, at: tuple[int, int], seen: pygame.Rect, covered: Sequence[pygame.Rect] = ()
) -> list[Written]:
    """All that is seen. ground: the map without it; at: place of its upper left on the screen; seen: of the zoom."""
    dx, dy = at[0] - seen.left, at[1] - seen.top
    found = [_name(scene, label, ground, at, (dx, dy)) for label in scene.near(seen, covered)]
    for placed in scene.flags_near(seen, covered):
        found += _flag(scene, placed, (dx, dy))
    return found


def _name(
    scene: Scene, label: Label, ground: pygame.Surface, at: tuple[int, int], moved: tuple[int, int]
) -> Written:  # fmt: skip
    boxes = label.boxes if label.mark is None else label.boxes[1:]
    box = boxes[0].unionall(list(boxes[1:])).move(moved)
    colour = scene.palette[label.style.colour]
    note = Written(label.text, box, label.style.size, colour, 0, whole=label.text, turned=bool(label.turn))
    note.beneath = _plain(scene, box.size) if label.mark else _under(ground, box.move(-at[0], -at[1]))
    return note


def _under(ground: pygame.Surface, box: pygame.Rect) -> NDArray[np.uint8] | None:
    """The ground beneath a water's name, where all of it is seen."""
    return pygame.surfarray.array3d(ground.subsurface(box)) if ground.get_rect().contains(box) else None


def _plain(scene: Scene, size: tuple[int, int]) -> NDArray[np.uint8]:
    """The halo, which lies beneath all of a name."""
    return np.full((*size, 3), scene.palette[HALOED], np.uint8)


def _flag(scene: Scene, placed: PlacedFlag, moved: tuple[int, int]) -> list[Written]:
    notes: list[Written] = []
    surface = pygame.Surface(placed.box.size, pygame.SRCALPHA, 32)
    draw_flag(Canvas(surface, scene.unit, scene.palette, scene.fonts, written=notes), placed.flag)
    for note in notes:
        note.box = note.box.move(placed.box.topleft).move(moved)
    return notes
