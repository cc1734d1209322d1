"""The front of 1941 from the ground lost in three directions: the border, driven back along the rays of the advance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.map.atlas import SOVIET, Atlas, Line, Ray

DIRECTIONS = ("north", "west", "south")
"""Of the advance, as the rules call them: to Leningrad, to Moscow, to Kiev."""

STEP = 8.0
"""Km between points of the line."""
SMOOTH = 45.0
"""Km along the border over which neighbouring rays are blended."""
FADE = 260.0
"""Km of ground lost after which the shape of the border is no longer seen in the line."""
OFF_NORTH, OFF_SOUTH = (-50.0, -25.0), (0.0, 50.0)
"""Km that the ends of what is swept are drawn out to sea, so that no strip of the coast is left."""
GRAIN = 6.0
"""Km of a sample, where the share of a province is measured."""


@dataclass(frozen=True)
class Advance:
    """How the line moves on an atlas."""

    atlas: Atlas

    @cached_property
    def border(self) -> Line:
        """The line of 22 June, a point every few km."""
        corners = self.atlas.border
        along = _along(corners)
        stations = np.union1d(along, np.arange(0.0, along[-1], STEP))
        return np.stack([np.interp(stations, along, corners[:, axis]) for axis in (0, 1)], axis=1)

    @cached_property
    def weights(self) -> NDArray[np.float64]:
        """[points, rays] how much of each ray's place a point of the line takes; none is negative, each row sums to 1.

        Nothing negative: so a ray that goes east never takes a point of the line west.
        """
        stations = _along(self.border)
        starts = [int(np.argmin(np.hypot(*(self.border - ray.line[0]).T))) for ray in self.atlas.rays]
        at = stations[starts]
        fine = np.arange(0.0, stations[-1] + 1.0, STEP)
        hats = np.stack([np.interp(fine, at, row) for row in np.eye(len(at))], axis=1)
        apart = fine[:, None] - fine[None, :]
        near = np.minimum(SMOOTH, np.minimum(fine, fine[-1] - fine))[:, None] + 1e-6
        blur = np.maximum(0.0, 1.0 - np.abs(apart) / near)
        smooth = (blur / blur.sum(axis=1, keepdims=True)) @ hats
        out = np.stack([np.interp(stations, fine, column) for column in smooth.T], axis=1)
        whole: NDArray[np.float64] = out / out.sum(axis=1, keepdims=True)
        return whole

    @cached_property
    def _shape(self) -> Line:
        """What the border has beside the blend of the rays' first points."""
        return self.border - self.weights @ np.array([ray.line[0] for ray in self.atlas.rays])

    def front_line(self, kilometres: Mapping[str, float]) -> Line:
        """The line from the Baltic to the Black Sea where so much ground is lost in each direction, km."""
        lost = np.array([ray.lost(kilometres) for ray in self.atlas.rays])
        places = np.array([ray.at(km) for ray, km in zip(self.atlas.rays, lost, strict=True)])
        left = np.maximum(0.0, 1.0 - (self.weights @ lost) / FADE)
        line: Line = self.weights @ places + left[:, None] * self._shape
        return line

    def sector(self, way: str) -> NDArray[np.bool_]:
        """[points] which points of the line go mostly by the ground lost in a direction."""
        shares = np.array([[ray.share.get(name, 0.0) for name in DIRECTIONS] for ray in self.atlas.rays])
        mostly: NDArray[np.bool_] = np.argmax(self.weights @ shares, axis=1) == DIRECTIONS.index(way)
        return mostly

    def swept(self, near: Mapping[str, float], far: Mapping[str, float]) -> Line:
        """The outline of the land between two lines; the ends go along the outermost rays, off the coast."""
        first, last = self.atlas.rays[0], self.atlas.rays[-1]
        north = _between(first, near, far) + OFF_NORTH
        south = _between(last, near, far) + OFF_SOUTH
        return np.concatenate([north, self.front_line(far), south[::-1], self.front_line(near)[::-1]])

    def held(self, kilometres: Mapping[str, float]) -> dict[str, float]:
        """The share of each province, 0 to 1, that the axis holds where so much ground is lost."""
        ids = self._ids
        swept = [self.swept({}, kilometres)] if max(kilometres.values(), default=0) > 0 else []
        taken = _filled(swept, [1] * len(swept), self.atlas, GRAIN).astype(bool)
        count = len(self.atlas.provinces) + 1
        whole, lost = np.bincount(ids.ravel(), minlength=count), np.bincount(ids[taken], minlength=count)
        return {
            province.id: float(lost[nth] / max(1, whole[nth])) if province.owner == SOVIET else 1.0
            for nth, province in enumerate(self.atlas.provinces, 1)
        }

    @cached_property
    def _ids(self) -> NDArray[np.uint8]:
        rings, ids = [], []
        for nth, province in enumerate(self.atlas.provinces, 1):
            for part in province.parts:
                rings.append(part[0])
                ids.append(nth)
        return _filled(rings, ids, self.atlas, GRAIN)


def _along(line: Line) -> NDArray[np.float64]:
    """Km from the first point to each."""
    steps = np.hypot(*np.diff(line, axis=0).T)
    return np.concatenate([[0.0], np.cumsum(steps)])


def _between(ray: Ray, near: Mapping[str, float], far: Mapping[str, float]) -> Line:
    low, high = ray.lost(near), ray.lost(far)
    posts = [low, *(km for km in ray.km.tolist() if low < km < high), high]
    return np.array([ray.at(km) for km in posts])


def _filled(rings: list[Line], values: list[int], atlas: Atlas, grain: float) -> NDArray[np.uint8]:
    """[w, h] which value covers each cell of the map."""
    left, top, right, foot = atlas.bounds
    board = pygame.Surface((int((right - left) / grain) + 1, int((foot - top) / grain) + 1), 0, 8)
    for ring, value in zip(rings, values, strict=True):
        pygame.draw.polygon(board, value, ((ring - (left, top)) / grain).tolist())
    return pygame.surfarray.array2d(board).astype(np.uint8)
