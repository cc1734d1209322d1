"""The drawn map in tiles: each painted once, a few in every frame; what is not painted yet is shown from afar."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import pygame

from game.ui.kit.palette import Palette
from game.ui.map.advance import Advance
from game.ui.map.atlas import Atlas
from game.ui.map.ground import Painter
from game.ui.map.known import Known
from game.ui.map.modes import mode
from game.ui.map.picture import FrontPicture
from game.ui.map.sheet import Sheet
from game.ui.map.strokes import Window

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

SIDE = 160
"""Pixels of a tile."""
MOST_BYTES = 96 << 20
"""Of tiles in memory."""
AFAR = 0.11
"""Design units a km of the picture of the whole map."""
RING = SIDE
"""Pixels round a view that are painted ahead."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the drawn ground depends on beside the zoom."""

    picture: FrontPicture
    mode: str
    palette: Palette
    unit: float

    @property
    def key(self) -> tuple[Hashable, str, str, float]:
        """Equal for equal pictures; what is not of the front comes last."""
        return self.picture.ground, self.mode, self.palette.name, self.unit


@dataclass
class Tiles:
    """Painted tiles of an atlas, at any zoom and in any look. painted: how many; a view draws anew when it grows."""

    atlas: Atlas
    painted: int = 0
    _made: OrderedDict[Hashable, pygame.Surface] = field(default_factory=OrderedDict)
    _sheets: OrderedDict[tuple[float, float], Sheet] = field(default_factory=OrderedDict)
    _known: OrderedDict[Hashable, Known] = field(default_factory=OrderedDict)
    _painters: OrderedDict[Hashable, Painter] = field(default_factory=OrderedDict)
    _far: OrderedDict[tuple[Hashable, str, str, float], pygame.Surface] = field(default_factory=OrderedDict)
    _small: OrderedDict[Hashable, pygame.Surface] = field(default_factory=OrderedDict)
    _shown: tuple[Hashable, Hashable] = (None, None)
    _last: float = 0.0

    def __post_init__(self) -> None:
        self.advance = Advance(self.atlas)

    def known(self, picture: FrontPicture) -> Known:
        """The geometry of a picture."""
        return kept(self._known, picture, 4, lambda: Known(self.advance, picture))

    def sheet(self, k: float, unit: float) -> Sheet:
        """The atlas at a zoom, pixels a km."""
        return kept(self._sheets, (round(k, 5), unit), 14, lambda: Sheet(self.atlas, k, unit))

    def painter(self, look: Look, k: float) -> Painter:
        """What paints a look at a zoom."""
        return kept(
            self._painters, (look.key, round(k, 5)), 24,
            lambda: Painter(self.sheet(k, look.unit), self.known(look.picture), mode(look.mode), look.palette),
        )  # fmt: skip

    def has_whole(self, look: Look) -> bool:
        """Whether the whole map has been painted in a look."""
        return look.key in self._far

    def whole(self, look: Look) -> tuple[Hashable, pygame.Surface]:
        """The whole map from afar and the key of its look: an earlier front in these colours until it is painted."""
        likes = [key for key in self._far if key[1:] == look.key[1:]]
        if look.key not in self._far and likes:
            return likes[-1], self._far[likes[-1]]
        return look.key, kept(self._far, look.key, 6, lambda: self._paint_whole(look))

    def small(self, look: Look, size: tuple[int, int]) -> pygame.Surface:
        """The whole map in a size in pixels."""
        key, whole = self.whole(look)
        return kept(self._small, (key, size), 6, lambda: pygame.transform.smoothscale(whole, size))

    # painting ---------------------------------------------------------------------------------------------------------

    def prepare(self, look: Look, k: float, seen: pygame.Rect, seconds: float | None) -> bool:
        """Paint what a view lacks, then what lies round it, for some seconds (None: all of it). True: it lacks more."""
        start = time.perf_counter()
        lacking = self._lacking(look, k, seen, RING if seconds is not None else 0)
        for nth, (x, y) in enumerate(lacking):
            if seconds is not None and nth and time.perf_counter() - start + self._last > seconds:
                return True
            self._paint(look, k, x, y)
        if seconds is not None and not lacking and not self.has_whole(look):
            kept(self._far, look.key, 6, lambda: self._paint_whole(look))
            self.painted += 1
        return False

    def _paint(self, look: Look, k: float, x: int, y: int) -> None:
        before = time.perf_counter()
        made = self.painter(look, k).paint(Window(k, x * SIDE, y * SIDE, SIDE, SIDE, look.unit))
        self._made[look.key, round(k, 5), x, y] = made
        while len(self._made) * SIDE * SIDE * 4 > MOST_BYTES:
            self._made.popitem(last=False)
        self.painted += 1
        self._last = time.perf_counter() - before

    def _lacking(self, look: Look, k: float, seen: pygame.Rect, ring: int) -> list[tuple[int, int]]:
        """Tiles of a view that are not painted, from its middle outwards; then those round it."""
        middle = seen.centerx / SIDE - 0.5, seen.centery / SIDE - 0.5
        lacking = [at for at in _within(seen.inflate(2 * ring, 2 * ring)) if not self._has(look, k, *at)]
        return sorted(lacking, key=lambda at: (not _touches(at, seen), math.dist(at, middle)))

    def _has(self, look: Look, k: float, x: int, y: int) -> bool:
        return (look.key, round(k, 5), x, y) in self._made

    # showing ----------------------------------------------------------------------------------------------------------

    def show(self, target: pygame.Surface, at: tuple[int, int], look: Look, k: float, seen: pygame.Rect) -> None:
        """Put a part of the map on a surface, its upper left at a pixel; what is not painted yet as it was before."""
        clip = target.get_clip()
        key = look.key, round(k, 5)
        if look.key != self._shown[0]:
            self._shown = look.key, self._shown[0]
        for x, y in _within(seen):
            place = pygame.Rect(x * SIDE - seen.left + at[0], y * SIDE - seen.top + at[1], SIDE, SIDE)
            if not place.colliderect(clip):
                continue
            made = self._made.get((*key, x, y))
            if made is None:
                made = self._made.get((self._shown[1], round(k, 5), x, y)) or self._from_afar(look, k, x, y)
            else:
                self._made.move_to_end((*key, x, y))
            target.blit(made, place)

    def _from_afar(self, look: Look, k: float, x: int, y: int) -> pygame.Surface:
        _, whole = self.whole(look)
        left, top, right, _ = self.atlas.bounds
        scale = whole.get_width() / (right - left)
        corner = ((x * SIDE / k - left) * scale, (y * SIDE / k - top) * scale)
        size = max(1, round(SIDE / k * scale))
        part = pygame.Rect(round(corner[0]), round(corner[1]), size, size).clip(whole.get_rect())
        if not part.size[0] or not part.size[1]:
            part = pygame.Rect(0, 0, 1, 1)
        return pygame.transform.scale(whole.subsurface(part), (SIDE, SIDE))

    def _paint_whole(self, look: Look) -> pygame.Surface:
        left, top, right, foot = self.atlas.bounds
        k = AFAR * look.unit
        window = Window(
            k, math.floor(left * k), math.floor(top * k), math.ceil((right - left) * k), math.ceil((foot - top) * k),
            look.unit * 0.55,
        )  # fmt: skip
        return Painter(self.sheet(k, look.unit * 0.55), self.known(look.picture), mode(look.mode), look.palette).paint(
            window
        )


def kept(made: OrderedDict[K, T], key: K, most: int, make: Callable[[], T]) -> T:
    """What was made for a key; made now, and the oldest of more than `most` let go, where there is none."""
    if key not in made:
        made[key] = make()
        if len(made) > most:
            made.popitem(last=False)
    made.move_to_end(key)
    return made[key]


def _within(seen: pygame.Rect) -> Iterator[tuple[int, int]]:
    """The tiles that a rectangle touches."""
    for y in range(seen.top // SIDE, (seen.bottom - 1) // SIDE + 1):
        for x in range(seen.left // SIDE, (seen.right - 1) // SIDE + 1):
            yield x, y


def _touches(at: tuple[int, int], seen: pygame.Rect) -> bool:
    return seen.colliderect(pygame.Rect(at[0] * SIDE, at[1] * SIDE, SIDE, SIDE))
