"""Painting a part of the map: land by its kind, pressure as dots that grow towards the line, water, lines."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.kit.palette import Colour, Palette, contrast
from game.ui.map.atlas import AXIS, SOVIET, Line
from game.ui.map.known import GRID, Grid, Known
from game.ui.map.modes import GRAIN, PAPER, SEA, SEA_LINE, Mode
from game.ui.map.sheet import Sheet
from game.ui.map.strokes import (
    Pieces,
    Stroke,
    Window,
    beside,
    board_of,
    draw,
    filled,
    finished,
    pieces_of,
    thinned,
)

FINE = 2.0
"""Km between the distances at which the size of a dot is worked out."""
SHADES = 16
"""Steps from a ground to the pattern on it."""
CELL = 8.0
"""Design units between dots."""
SEA_PITCH = 7
"""Design units between the lines of the sea."""
ZONE_PITCH = 11
"""Design units between the lines of what is guessed."""
ALIKE = 1.6
"""Contrast under which the two faces of the line need a seam."""
BACK = 210.0
"""Km behind the line at which the enemy's pressure has fallen to a third."""
FORE = 170.0
"""The same on our side."""

Bytes = NDArray[np.uint8]


@dataclass(frozen=True)
class Painter:
    """Paints windows of a sheet in the colours of a palette."""

    sheet: Sheet
    known: Known
    mode: Mode
    palette: Palette

    def paint(self, window: Window) -> pygame.Surface:
        """A part of the map, opaque."""
        out = pygame.Surface((window.w, window.h), 0, 32)
        pygame.surfarray.blit_array(out, self._ground(window))
        board = board_of(window)
        for stroke in self._strokes:
            draw(board, window, stroke, self.palette[stroke.colour])
        out.blit(finished(board, window), (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
        return out

    # lines ------------------------------------------------------------------------------------------------------------

    @cached_property
    def _strokes(self) -> tuple[Stroke, ...]:
        sheet, mode = self.sheet, self.mode
        return (*sheet.water, *sheet.coast, *sheet.borders(mode.borders), *sheet.rails(mode.rails), *self._front)

    @cached_property
    def _front(self) -> tuple[Stroke, ...]:
        unit, wide = self.sheet.unit, 1.0 if self.mode.name in ("front", "owners") else 0.6
        out: list[Stroke] = []
        if self.known.brink is not None and self.mode.pressure:
            pieces = pieces_of([thinned(self.known.brink, self.sheet.k)])
            out += [Stroke(pieces, 5 * unit, "paper"), Stroke(_spaced(pieces, 9 * unit, 6 * unit), 2.5 * unit, "red")]
        lines = [self.known.line] + ([self.sheet.atlas.finland] if self.known.picture.finland else [])
        for line in [_eased(thinned(line, self.sheet.k), 4 * unit) for line in lines]:
            out.append(Stroke(pieces_of([line]), 13 * unit * wide, "paper"))
            out.append(Stroke(pieces_of([beside(line, -3.1 * unit * wide)]), 6.2 * unit * wide, "ink"))
            out.append(Stroke(pieces_of([beside(line, 3.1 * unit * wide)]), 6.2 * unit * wide, "red"))
            if contrast(self.palette["ink"], self.palette["red"]) < ALIKE:
                out.append(Stroke(pieces_of([line]), 1.6 * unit, "paper"))
        if self.known.chosen is not None:
            marked = _eased(thinned(self.known.chosen, self.sheet.k), 4 * unit)
            out.append(Stroke(pieces_of([beside(marked, 3.6 * unit * wide)]), 8 * unit * wide, "ochre"))
        return tuple(out)

    # ground -----------------------------------------------------------------------------------------------------------

    def _ground(self, window: Window) -> NDArray[np.uint32]:
        """[w, h] packed colours: the kind of land and how much pattern covers a pixel, looked up in one table."""
        kind = self._ids(window).astype(np.int32)
        taken = filled([(1, self.known.taken * window.k)], window).astype(bool) & self._soviet[kind]
        if self.mode.pressure:
            cover = self._dots(window, self._axis[kind] | taken)
            kind[taken] += self._kinds
            self._guess(window, kind, cover)
        else:
            cover = self._texture(window, kind, taken)
            kind[taken] += self._kinds
        sea = kind == 0
        cover[sea] = 0
        cover[sea & self._sea_rows(window)] = SHADES
        return self._table.take(kind * (SHADES + 1) + cover)

    def _ids(self, window: Window) -> Bytes:
        right, foot = window.left + window.w, window.top + window.h
        near = [
            (value, ring) for value, ring, (x0, y0, x1, y1) in self.sheet.rings
            if x1 >= window.left and x0 <= right and y1 >= window.top and y0 <= foot
        ]  # fmt: skip
        return filled(near, window)

    def _sea_rows(self, window: Window) -> NDArray[np.bool_]:
        """[1, h] which rows have a line of the sea."""
        pitch = max(3, round(SEA_PITCH * self.sheet.unit))
        rows = np.arange(window.top, window.top + window.h) % pitch
        return (rows < max(1, round(self.sheet.unit)))[None, :]

    def _dots(self, window: Window, enemy: NDArray[np.bool_]) -> NDArray[np.int32]:
        """[w, h] 0 to SHADES: cover of the dots, whose size falls off with the distance to the line."""
        far = np.minimum(self._sampled(window) / FINE, self._radius.shape[1] - 1).astype(np.int32)
        far += enemy * np.int32(self._radius.shape[1])
        cover = (self._radius.take(far) - self._apart(window)) * SHADES + SHADES / 2
        return np.clip(cover, 0, SHADES).astype(np.int32)

    def _guess(self, window: Window, kind: NDArray[np.int32], cover: NDArray[np.int32]) -> None:
        """Hatch what of our land lies between the least and the most that is guessed."""
        if self.known.zone is None:
            return
        zone = filled([(1, self.known.zone * window.k)], window).astype(bool)
        zone &= (kind < self._kinds) & self._soviet[np.minimum(kind, self._kinds - 1)]
        if not zone.any():
            return
        kind[zone] = 2 * self._kinds
        cover[zone] = self._lines(window, np.nonzero(zone))

    def _texture(self, window: Window, kind: NDArray[np.int32], taken: NDArray[np.bool_]) -> NDArray[np.int32]:
        """[w, h] 0 to SHADES: cover of the pattern that tells kinds apart without colour; lines on what is taken."""
        cover = np.zeros(kind.shape, np.int32)
        if self.mode.name == "owners":
            cover[taken] = self._lines(window, np.nonzero(taken))
        elif self.mode.name == "terrain":
            dots = (self._grain.take(kind) - self._apart(window)) * SHADES + SHADES / 2
            cover = np.clip(dots, 0, SHADES).astype(np.int32)
            cover[self._marsh[kind] & self._sea_rows(window)] = SHADES
        return cover

    def _lines(self, window: Window, at: tuple[NDArray[np.signedinteger], ...]) -> NDArray[np.int32]:
        """0 to SHADES: cover of lines at 45 degrees on some pixels of a window."""
        pitch = ZONE_PITCH * self.sheet.unit * math.sqrt(2)
        apart = np.abs((at[0] + at[1] + (window.left + window.top + 1)) % pitch - pitch / 2) / math.sqrt(2)
        return np.clip((0.8 * self.sheet.unit - apart + 0.5) * SHADES, 0, SHADES).astype(np.int32)

    @cached_property
    def _grain(self) -> Grid:
        """[kinds] pixels of the radius of the dots of a terrain."""
        level = np.array([GRAIN.get(terrain, 0.0) for _, terrain in self._owners])
        radius = self._period / math.sqrt(2) * np.sqrt(level / np.pi) * 1.06
        return np.where(level > 0, radius, -9.0).astype(np.float32)

    @cached_property
    def _marsh(self) -> NDArray[np.bool_]:
        return np.array([terrain == "marsh" for _, terrain in self._owners])

    def _sampled(self, window: Window) -> Grid:
        """[w, h] km to the line at every pixel, between the points of the grid."""
        left, top, _, _ = self.sheet.atlas.bounds
        grid = self.known.away
        i, u = _between(np.arange(window.left, window.left + window.w) / self.sheet.k, left, grid.shape[0])
        j, v = _between(np.arange(window.top, window.top + window.h) / self.sheet.k, top, grid.shape[1])
        rows = grid[i] + (grid[i + 1] - grid[i]) * u[:, None]
        low = rows[:, j]
        return low + (rows[:, j + 1] - low) * v

    @cached_property
    def _period(self) -> int:
        return max(4, round(CELL * self.sheet.unit * math.sqrt(2)))

    @cached_property
    def _lattice(self) -> Grid:
        """[period, period] pixels to the nearest dot's middle; dots stand on a lattice turned by 45 degrees."""
        p = self._period
        x = np.arange(p) + 0.5
        corner = np.minimum(x, p - x) ** 2
        middle = (x - p / 2) ** 2
        least = np.minimum(corner[:, None] + corner[None, :], middle[:, None] + middle[None, :])
        return np.sqrt(least).astype(np.float32)

    def _apart(self, window: Window) -> Grid:
        p = self._period
        x, y = window.left % p, window.top % p
        again = (-(-(window.w + p) // p), -(-(window.h + p) // p))
        return np.tile(self._lattice, again)[x : x + window.w, y : y + window.h]

    @cached_property
    def _radius(self) -> Grid:
        """[2, steps of FINE km] pixels of a dot's radius at a distance from the line: ours, then the enemy's."""
        away = np.arange(0, 1600, FINE)
        ours = 0.42 * np.exp(away / -FORE) - 0.018
        enemy = 0.045 + 0.40 * np.exp(away / -BACK)
        level = np.maximum(np.stack([ours, enemy]), 0)
        radius = self._period / math.sqrt(2) * np.sqrt(level / np.pi) * 1.06
        return np.where(level > 0.004, radius, -9.0).astype(np.float32)

    # colours of kinds -------------------------------------------------------------------------------------------------

    @cached_property
    def _owners(self) -> list[tuple[str, str]]:
        atlas = self.sheet.atlas
        return [("", ""), *((p.owner, p.terrain) for p in atlas.provinces), *((a.owner, "") for a in atlas.around)]

    @property
    def _kinds(self) -> int:
        return len(self._owners)

    @cached_property
    def _table(self) -> NDArray[np.uint32]:
        """Colour of [kind, then taken kind, then guessed; 0 to SHADES of its pattern], flat and packed."""
        mix, rows = self.palette.mix, []
        for taken in (False, True):
            for owner, terrain in self._owners:
                ground = self.mode.colour(self.palette, owner, terrain, taken) if owner else mix(*SEA)
                rows.append((ground, self._ink(owner, taken, ground)))
        rows.append((mix(*PAPER), mix("red", "paper", 0.2)))
        ground, ink = np.array(rows, float).transpose(1, 0, 2)[:, :, None, :]
        share = np.arange(SHADES + 1)[None, :, None] / SHADES
        shades = np.rint(ground + (ink - ground) * share).astype(np.uint32)
        return (shades[..., 0] << 16 | shades[..., 1] << 8 | shades[..., 2]).ravel()

    def _ink(self, owner: str, taken: bool, ground: Colour) -> Colour:
        """The colour of the pattern on a kind of land."""
        if not owner:
            return self.palette.mix(*SEA_LINE)
        if self.mode.name == "terrain":
            return self.palette.mix(ground, "ink", 0.35)
        if taken or owner in AXIS:
            return self.palette["steel"]
        return self.palette["red"] if owner == SOVIET else ground

    @cached_property
    def _soviet(self) -> NDArray[np.bool_]:
        return np.array([owner == SOVIET for owner, _ in self._owners])

    @cached_property
    def _axis(self) -> NDArray[np.bool_]:
        return np.array([owner in AXIS for owner, _ in self._owners])


def _between(places: NDArray[np.float64], start: float, count: int) -> tuple[NDArray[np.int64], Grid]:
    """For each place the grid point before it, and how far it is to the next, 0 to 1."""
    at = np.clip((places - start) / GRID, 0, count - 1.001)
    low = at.astype(np.int64)
    return low, (at - low).astype(np.float32)


def _eased(line: Line, step: float) -> Line:
    """A line without corners nearer to each other than a step."""
    kept = [line[0]]
    for point in line[1:-1]:
        if np.hypot(*(point - kept[-1])) >= step:
            kept.append(point)
    return np.array([*kept, line[-1]])


def _spaced(pieces: Pieces, on: float, off: float) -> Pieces:
    """Dashes that run on over the corners of a line."""
    length = np.hypot(pieces[:, 2] - pieces[:, 0], pieces[:, 3] - pieces[:, 1])
    along = np.concatenate([[0.0], np.cumsum(length)])
    corners = np.concatenate([pieces[:, :2], pieces[-1:, 2:]])
    starts = np.arange(0.0, along[-1], on + off)
    ends = [[np.interp(at, along, corners[:, axis]) for axis in (0, 1)] for at in (starts, starts + on)]
    return np.stack([*ends[0], *ends[1]], axis=1).astype(np.float32)
