"""Where a view of the map stands: steps of zoom, clamping to the map, from pixels to km and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import pygame

from game.ui.kit.rect import Point
from game.ui.map.atlas import Bounds

STEPS = (0.383, 0.56, 0.82, 1.2)
"""Design units a km at the closer zooms; before them comes the zoom at which the map just fills the view."""
HOME = (-330.0, -20.0)
"""Km: the middle of the view at first."""
HOME_STEP = 1


@dataclass(frozen=True, slots=True)
class Camera:
    """The middle of a view, km, and its step of zoom."""

    x: float = HOME[0]
    y: float = HOME[1]
    step: int = HOME_STEP


@dataclass(frozen=True, slots=True)
class View:
    """A camera in a window. size: pixels. unit: pixels a design unit."""

    camera: Camera
    size: tuple[int, int]
    unit: float
    bounds: Bounds

    @property
    def zooms(self) -> tuple[float, ...]:
        """Pixels a km at each step."""
        return _zooms(self.size, self.unit, self.bounds)

    @property
    def k(self) -> float:
        """Pixels a km."""
        zooms = self.zooms
        return zooms[min(self.camera.step, len(zooms) - 1)]

    @property
    def corner(self) -> tuple[int, int]:
        """Pixels from the origin of the map to the upper left of the view."""
        camera = self.clamped.camera
        return round(camera.x * self.k - self.size[0] / 2), round(camera.y * self.k - self.size[1] / 2)

    @property
    def clamped(self) -> View:
        """The same within the map."""
        left, top, right, foot = self.bounds
        across, down = self.size[0] / 2 / self.k, self.size[1] / 2 / self.k
        x = min(max(self.camera.x, left + across), max(left + across, right - across))
        y = min(max(self.camera.y, top + down), max(top + down, foot - down))
        return replace(self, camera=Camera(x, y, min(self.camera.step, len(self.zooms) - 1)))

    def place(self, px: float, py: float) -> Point:
        """Km of a pixel of the view."""
        left, top = self.corner
        return (px + left) / self.k, (py + top) / self.k

    def pixel(self, point: Point) -> Point:
        """The pixel of the view at a place in km."""
        left, top = self.corner
        return point[0] * self.k - left, point[1] * self.k - top

    def moved(self, dx: float, dy: float) -> View:
        """Moved over the map by so many pixels."""
        at = self.clamped.camera
        return replace(self, camera=Camera(at.x + dx / self.k, at.y + dy / self.k, at.step)).clamped

    def zoomed(self, steps: int, px: float, py: float) -> View:
        """Closer by so many steps, what is at a pixel staying there."""
        now = self.clamped
        x, y = now.place(px, py)
        there = replace(now, camera=replace(now.camera, step=min(max(0, now.camera.step + steps), len(now.zooms) - 1)))
        camera = Camera(x - (px - now.size[0] / 2) / there.k, y - (py - now.size[1] / 2) / there.k, there.camera.step)
        return replace(there, camera=camera).clamped

    @property
    def seen(self) -> pygame.Rect:
        """The view on the map, pixels from its origin."""
        return pygame.Rect(*self.corner, *self.size)


@lru_cache(maxsize=64)
def _zooms(size: tuple[int, int], unit: float, bounds: Bounds) -> tuple[float, ...]:
    """From the whole map in the window, then closer by steps."""
    left, top, right, foot = bounds
    least = max(size[0] / (right - left), size[1] / (foot - top))
    return (least, *(step * unit for step in STEPS if step * unit > least * 1.08))
