"""Drawing in design units on a surface of any scale: shapes, hatch, halftone, ink, text by its cap height."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.kit import mask as masks
from game.ui.kit.fonts import Fonts
from game.ui.kit.mask import Mask
from game.ui.kit.palette import Colour, Palette
from game.ui.kit.rect import Point, Rect

Grid = NDArray[np.float32]
Paint = str | Colour
Across = Literal["left", "centre", "right"]
Down = Literal["top", "middle", "base"]

LEADING = 1.32
"""Line pitch of body text over its size."""

INK_TILE = 1024


@dataclass(slots=True)
class Written:
    """A line of text as it was put on a picture, for the checker. box: device pixels of its ink; size: design units.

    seen: what of the box lies on the picture, of which beneath, through (how far the picture was opaque) and after
    are the pixels before and after. whole: the text before an ellipsis. turned: it does not run along the picture's
    edge. line: letters with the same number make up one text. lost: the share of the ink that a shape cut off.
    """

    text: str
    box: pygame.Rect
    size: float
    colour: Colour
    allowed: float
    beneath: NDArray[np.uint8] | None = None
    after: NDArray[np.uint8] | None = None
    seen: pygame.Rect = field(default_factory=lambda: pygame.Rect(0, 0, 0, 0))
    through: NDArray[np.uint8] | None = None
    filled: NDArray[np.uint8] | None = None
    whole: str = ""
    alpha: int = 255
    turned: bool = False
    line: int = 0
    lost: float = 0.0


@dataclass(slots=True)
class Canvas:
    """A surface, and how design units become its pixels.

    scale: pixels a design unit. origin: device place of the design origin. written: what was written, if somebody
    keeps it.
    """

    surface: pygame.Surface
    scale: float
    palette: Palette
    fonts: Fonts
    origin: Point = (0.0, 0.0)
    written: list[Written] | None = None
    _place: list[tuple[float, float, float]] = field(default_factory=list)
    _clip: list[Mask] = field(default_factory=list)
    _lines: int = 0

    # places -----------------------------------------------------------------------------------------------------------

    @property
    def k(self) -> float:
        """Pixels a unit of the present coordinates."""
        return self._place[-1][2] * self.scale if self._place else self.scale

    def at(self, point: Point) -> Point:
        """Device place of a point."""
        x, y, k = self._place[-1] if self._place else (0.0, 0.0, 1.0)
        return (x + point[0] * k) * self.scale + self.origin[0], (y + point[1] * k) * self.scale + self.origin[1]

    @contextmanager
    def moved(self, x: float, y: float, k: float = 1.0) -> Iterator[Canvas]:
        """Coordinates that begin at (x, y), k times as large."""
        ox, oy, ok = self._place[-1] if self._place else (0.0, 0.0, 1.0)
        self._place.append((ox + x * ok, oy + y * ok, ok * k))
        try:
            yield self
        finally:
            self._place.pop()

    @contextmanager
    def clipped(self, shape: Mask) -> Iterator[Canvas]:
        """Paint only where a shape covers."""
        self._clip.append(shape & self._clip[-1] if self._clip else shape)
        try:
            yield self
        finally:
            self._clip.pop()

    def device(self, rect: Rect) -> pygame.Rect:
        """A rectangle of whole pixels; an edge less than a pixel from that of the surface lies on it."""
        x, y = self.at((rect.x, rect.y))
        right, foot = self.at((rect.right, rect.bottom))
        whole, high = self.surface.get_size()
        right = whole if abs(right - whole) < 1 else round(right)
        foot = high if abs(foot - high) < 1 else round(foot)
        return pygame.Rect(round(x), round(y), max(1, right - round(x)), max(1, foot - round(y)))

    @property
    def frame(self) -> pygame.Rect:
        """All of the surface."""
        return self.surface.get_rect()

    # masks ------------------------------------------------------------------------------------------------------------

    @property
    def _room(self) -> pygame.Rect:
        """Where a shape can be seen: the frame, cut to the clip."""
        if not self._clip:
            return self.frame
        clip = self._clip[-1]
        return self.frame.clip((clip.x, clip.y, *clip.alpha.shape))

    def polygon_mask(self, *shapes: Sequence[Point]) -> Mask:
        """Filled polygons, where they can be seen."""
        return masks.polygons([[self.at(p) for p in shape] for shape in shapes], self._room)

    def circle_mask(self, x: float, y: float, radius: float, hole: float = 0) -> Mask:
        """A disc or a ring, where it can be seen."""
        return masks.circle(self.at((x, y)), radius * self.k, hole * self.k, self._room)

    def rect_mask(self, rect: Rect) -> Mask:
        """A rectangle of whole pixels."""
        return masks.full(self.device(rect).clip(self.frame))

    def line_mask(
        self, points: Sequence[Point], width: float, closed: bool = False, dash: tuple[float, float] | None = None,
        rounded: bool = True,
    ) -> Mask:  # fmt: skip
        """A line; dash: units drawn and left out in turn."""
        path = [self.at(p) for p in points]
        if closed:
            path.append(path[0])
        if not dash:
            return masks.line(path, width * self.k, self._room, rounded)
        return masks.dashed(path, width * self.k, (dash[0] * self.k, dash[1] * self.k), self._room)

    # painting ---------------------------------------------------------------------------------------------------------

    def paint(self, shape: Mask, colour: Paint, alpha: float = 1.0, ink: bool = False) -> None:
        """Fill a shape; ink: with the specks of a poor press."""
        if self._clip:
            shape = shape & self._clip[-1]
        if shape.empty:
            return
        cover = shape.alpha
        if ink:
            cover = _specked(shape)
        if alpha < 1:
            cover = (cover * alpha).astype(np.uint8)
        patch = pygame.Surface(cover.shape, pygame.SRCALPHA)
        patch.fill((*self.palette[colour], 255))
        pixels = pygame.surfarray.pixels_alpha(patch)
        pixels[:] = cover
        del pixels
        self.surface.blit(patch, (shape.x, shape.y))

    def hatch(
        self, shape: Mask, colour: Paint, pitch: float = 8, width: float = 1.5, angle: float = 45, alpha: float = 1.0
    ) -> None:
        """Fill a shape with parallel lines."""
        if shape.empty:
            return
        along, _ = _turned(shape, angle)
        pitch, width = pitch * self.k, max(1.0, width * self.k)
        cover = np.clip(width / 2 + 0.5 - np.abs(_from_middle(along, pitch)), 0, 1)
        self.paint(Mask(shape.x, shape.y, (shape.alpha * cover).astype(np.uint8)), colour, alpha)

    def halftone(
        self, shape: Mask, colour: Paint, cell: float = 7, angle: float = 45,
        level: float | NDArray[np.floating] = 0.5, alpha: float = 1.0,
    ) -> None:  # fmt: skip
        """Fill a shape with dots; level: how dark, 0 to 1, for the whole or for each pixel of the shape."""
        if shape.empty:
            return
        along, across = _turned(shape, angle)
        cell = cell * self.k
        away = np.sqrt(_from_middle(along, cell) ** 2 + _from_middle(across, cell) ** 2)
        dark = np.clip(np.asarray(level, np.float32), 0, 1)
        cover = np.clip(cell * np.sqrt(dark / math.pi) * 1.06 + 0.5 - away, 0, 1) * (dark > 0.012)
        self.paint(Mask(shape.x, shape.y, (shape.alpha * cover).astype(np.uint8)), colour, alpha)

    # shapes -----------------------------------------------------------------------------------------------------------

    def polygon(self, points: Sequence[Point], colour: Paint, alpha: float = 1.0, ink: bool = False) -> None:
        """A filled polygon."""
        self.paint(self.polygon_mask(points), colour, alpha, ink)

    def polygon_within(self, points: Sequence[Point], parts: Sequence[Rect], colour: Paint, alpha: float = 1.0) -> None:
        """What of a filled polygon lies in rectangles that do not overlap: for what is mostly covered later."""
        path = [self.at(p) for p in points]
        for part in parts:
            self.paint(masks.polygons([path], self.device(part).clip(self._room)), colour, alpha)

    def rect(self, rect: Rect, colour: Paint, alpha: float = 1.0) -> None:
        """A filled rectangle, snapped to whole pixels."""
        box = self.device(rect)
        if alpha >= 1 and not self._clip:
            self.surface.fill(self.palette[colour], box)
        else:
            self.paint(masks.full(box.clip(self.frame)), colour, alpha)

    def box(self, rect: Rect, colour: Paint, width: float = 2) -> None:
        """The frame of a rectangle, inside it; every side equally many whole pixels."""
        box, thick = self.device(rect), max(1, round(width * self.k))
        for side in (
            pygame.Rect(box.left, box.top, box.w, thick), pygame.Rect(box.left, box.bottom - thick, box.w, thick),
            pygame.Rect(box.left, box.top, thick, box.h), pygame.Rect(box.right - thick, box.top, thick, box.h),
        ):  # fmt: skip
            if self._clip:
                self.paint(masks.full(side.clip(self.frame)), colour)
            else:
                self.surface.fill(self.palette[colour], side)

    def circle(
        self, x: float, y: float, radius: float, colour: Paint, width: float | None = None, alpha: float = 1.0
    ) -> None:
        """A disc, or a ring `width` wide inside the radius."""
        hole = 0.0 if width is None else max(0.0, radius - width)
        self.paint(self.circle_mask(x, y, radius, hole), colour, alpha)

    def line(
        self, points: Sequence[Point], width: float, colour: Paint, closed: bool = False,
        dash: tuple[float, float] | None = None, alpha: float = 1.0,
    ) -> None:  # fmt: skip
        """A line."""
        self.paint(self.line_mask(points, width, closed, dash), colour, alpha)

    def sector(
        self, x: float, y: float, inner: float, outer: float, start: float, end: float, colour: Paint,
        alpha: float = 1.0,
    ) -> None:  # fmt: skip
        """A part of a ring between two angles in degrees, 0 up and clockwise."""
        self.polygon(sector_points(x, y, inner, outer, start, end), colour, alpha)

    def star(self, x: float, y: float, radius: float, colour: Paint, points: int = 5, waist: float = 0.4) -> None:
        """A star, one point up."""
        self.polygon(star_points(x, y, radius, points, waist), colour)

    def picture(self, picture: pygame.Surface, x: float, y: float) -> None:
        """Another surface of the same scale, its top left at (x, y)."""
        px, py = self.at((x, y))
        self.surface.blit(picture, (round(px), round(py)))

    def stamp(self, pixels: NDArray[np.uint8], box: pygame.Rect, shape: Mask) -> None:
        """Put pixels [width, height, 3] on the box of the device that they fill, where a shape covers."""
        shape = shape & masks.full(box.clip(self.frame))
        if self._clip:
            shape = shape & self._clip[-1]
        if shape.empty:
            return
        wide, high = shape.alpha.shape
        patch = pygame.Surface((wide, high), pygame.SRCALPHA)
        colours = pygame.surfarray.pixels3d(patch)
        colours[:] = pixels[shape.x - box.x : shape.x - box.x + wide, shape.y - box.y : shape.y - box.y + high]
        del colours
        cover = pygame.surfarray.pixels_alpha(patch)
        cover[:] = shape.alpha
        del cover
        self.surface.blit(patch, (shape.x, shape.y))

    # text -------------------------------------------------------------------------------------------------------------

    def width(self, text: str, face: str, size: float, track: float = 0) -> float:
        """Width of a line in units."""
        k = self.k
        return self.fonts.width(text, face, round(size * k), round(track * k)) / k

    def text(
        self, x: float, y: float, text: str, face: str = "body", size: float = 16, colour: Paint = "ink",
        across: Across = "left", down: Down = "top", track: float = 0, most: float = 0, alpha: int = 255,
    ) -> float:  # fmt: skip
        """A line of text; returns its width in units.

        down: whether y is the top of its capitals, their middle or the base line. most: widest it may be; longer text
        is cut with an ellipsis.
        """
        if not text:
            return 0.0
        k, shade = self.k, self.palette[colour]
        pixels, gap = max(6, round(size * k)), round(track * k)
        whole = text
        if most:
            text = self.cut(text, face, size, most, track)
        line = self.fonts.line(text, face, pixels, shade, gap)
        wide = self.fonts.width(text, face, pixels, gap)
        top, foot = self.fonts.caps(face, pixels)
        px, py = self.at((x, y))
        left = round(px - {"left": 0.0, "centre": wide / 2, "right": float(wide)}[across])
        upper = round(py - {"top": float(top), "middle": (top + foot) / 2, "base": float(foot)}[down])
        if alpha < 255:
            line = line.copy()
            line.set_alpha(alpha)
        note = Written(text, pygame.Rect(left, upper, *line.get_size()), size, shade, most, whole=whole, alpha=alpha)
        self._put(line, note)
        return wide / k

    def cut(self, text: str, face: str, size: float, most: float, track: float = 0) -> str:
        """The text, or as much of it as is `most` units wide, with an ellipsis."""
        if self.width(text, face, size, track) <= most:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(text[:middle].rstrip() + "…", face, size, track) <= most:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + "…"

    def fitted(self, text: str, face: str, size: float, most: float, least: float = 15, track: float = 0) -> float:
        """The largest size up to `size`, and not under `least`, at which a line is at most so wide."""
        wide = self.width(text, face, size, track)
        if wide <= most:
            return size
        size = max(least, math.floor(2 * size * most / wide + 1) / 2)
        while size > least and self.width(text, face, size, track) > most:
            size -= 0.5
        return size

    def turned_text(
        self, x: float, y: float, text: str, angle: float, face: str = "head_light", size: float = 16,
        colour: Paint = "ink", across: Across = "centre", track: float = 0,
    ) -> None:  # fmt: skip
        """A line turned by an angle in degrees, clockwise, about its anchor on the middle of its capitals."""
        k, shade = self.k, self.palette[colour]
        big = self.fonts.line(text, face, max(6, round(size * k * 2)), shade, round(track * k * 2))
        top, foot = self.fonts.caps(face, max(6, round(size * k * 2)))
        anchor = {"left": 0.0, "centre": big.get_width() / 2, "right": float(big.get_width())}[across]
        dx, dy = (big.get_width() / 2 - anchor) / 2, (big.get_height() / 2 - (top + foot) / 2) / 2
        turn = math.radians(angle)
        px, py = self.at((x, y))
        cx, cy = px + dx * math.cos(turn) - dy * math.sin(turn), py + dx * math.sin(turn) + dy * math.cos(turn)
        image = pygame.transform.rotozoom(big, -angle, 0.5)
        box = image.get_rect(center=(round(cx), round(cy)))
        self._put(image, Written(text, box, size, shade, 0, whole=text, turned=True, line=self._lines))

    def arc_text(
        self, x: float, y: float, radius: float, angle: float, text: str, face: str = "head_light", size: float = 16,
        colour: Paint = "ink", track: float = 1, inside: bool = False,
    ) -> None:  # fmt: skip
        """Text along a circle, its middle at an angle in degrees; inside: read from the centre of a lower arc."""
        wide = [self.width(letter, face, size) + track for letter in text]
        way, done = (-1 if inside else 1), -sum(wide) / 2
        self._lines = len(self.written or ()) + 1
        for letter, step in zip(text, wide, strict=True):
            turn = angle + way * math.degrees((done + step / 2) / radius)
            px, py = x + radius * math.sin(math.radians(turn)), y - radius * math.cos(math.radians(turn))
            if letter != " ":
                self.turned_text(px, py, letter, turn + (180 if inside else 0), face, size, colour)
            done += step
        self._lines = 0

    def lines(self, text: str, face: str, size: float, wide: float) -> list[str]:
        """Text broken into lines of at most so many units."""
        out: list[str] = []
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}" if line else word
                if line and self.width(longer, face, size) > wide:
                    out.append(line)
                    line = word
                else:
                    line = longer
            out.append(line)
        return out

    def paragraph(
        self, x: float, y: float, wide: float, text: str, face: str = "body", size: float = 16, colour: Paint = "ink",
        leading: float = LEADING, most: int = 0,
    ) -> float:  # fmt: skip
        """Text in lines; returns the y below them. most: lines at most, the last then cut with an ellipsis."""
        lines = self.lines(text, face, size, wide)
        if most and len(lines) > most:
            lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
        for line in lines:
            self.text(x, y, line, face, size, colour, most=wide if most else 0)
            y += size * leading
        return y

    def _put(self, image: pygame.Surface, note: Written) -> None:
        """Blit text, cut to the clip; the note, whose box is that of the image, is kept with what was there before."""
        box = note.box
        if self._clip:
            image, box, note.lost = self._cut_out(image, box)
        if self.written is None:
            self.surface.blit(image, box)
            return
        note.box = image.get_bounding_rect().move(box.topleft)
        note.size *= self._place[-1][2] if self._place else 1.0
        note.seen = note.box.clip(self.surface.get_clip()).clip(self.frame)
        note.beneath, note.through = self._pixels(note.seen)
        self.surface.blit(image, box)
        note.after, note.filled = self._pixels(note.seen)
        self.written.append(note)

    def _pixels(self, box: pygame.Rect) -> tuple[NDArray[np.uint8] | None, NDArray[np.uint8] | None]:
        """Colours of a part of the surface, and how opaque it is where that varies."""
        if not (box.w and box.h):
            return None, None
        part = self.surface.subsurface(box)
        through = pygame.surfarray.array_alpha(part) if part.get_flags() & pygame.SRCALPHA else None
        return pygame.surfarray.array3d(part), through

    def _cut_out(self, image: pygame.Surface, box: pygame.Rect) -> tuple[pygame.Surface, pygame.Rect, float]:
        """An image cut to the clip, where it lies, and the share of it that is lost."""
        whole = pygame.surfarray.array_alpha(image)
        part = Mask(box.x, box.y, whole) & self._clip[-1]
        if part.empty:
            return pygame.Surface((1, 1), pygame.SRCALPHA), pygame.Rect(box.x, box.y, 1, 1), 1.0
        cut = image.subsurface(pygame.Rect(part.x - box.x, part.y - box.y, *part.alpha.shape)).copy()
        pixels = pygame.surfarray.pixels_alpha(cut)
        pixels[:] = part.alpha
        del pixels
        lost = 1.0 - float(part.alpha.sum()) / max(1.0, float(whole.sum()))
        return cut, pygame.Rect(part.x, part.y, *part.alpha.shape), lost


def star_points(x: float, y: float, radius: float, points: int = 5, waist: float = 0.4) -> list[Point]:
    """The outline of a star, one point up; waist: of the inner corners, as a share of the radius."""
    reach = [radius if i % 2 == 0 else radius * waist for i in range(2 * points)]
    turns = [math.pi * i / points for i in range(2 * points)]
    return [(x + r * math.sin(t), y - r * math.cos(t)) for r, t in zip(reach, turns, strict=True)]


def sector_points(x: float, y: float, inner: float, outer: float, start: float, end: float) -> list[Point]:
    """The outline of a part of a ring between two angles in degrees, 0 up and clockwise."""
    steps = max(2, int(abs(end - start) / 2) + 1)
    turns = [math.radians(start + (end - start) * i / steps) for i in range(steps + 1)]
    rim = [(x + outer * math.sin(t), y - outer * math.cos(t)) for t in turns]
    if inner > 0:
        return rim + [(x + inner * math.sin(t), y - inner * math.cos(t)) for t in reversed(turns)]
    return rim if abs(end - start) >= 360 else [*rim, (x, y)]


def _from_middle(places: Grid, pitch: float) -> Grid:
    """How far places lie from the middle of the cell of a grid in which they are."""
    return (places - (np.floor(places / pitch) + 0.5) * pitch).astype(np.float32, copy=False)


def _turned(shape: Mask, angle: float) -> tuple[Grid, Grid]:
    """Coordinates of a shape's pixels along and across an angle in degrees, fixed to the surface."""
    x = (np.arange(shape.x, shape.x + shape.alpha.shape[0], dtype=np.float32) + np.float32(0.5))[None, :]
    y = (np.arange(shape.y, shape.y + shape.alpha.shape[1], dtype=np.float32) + np.float32(0.5))[:, None]
    cos, sin = np.float32(math.cos(math.radians(angle))), np.float32(math.sin(math.radians(angle)))
    return (x * cos + y * sin).T, (y * cos - x * sin).T


def _specked(shape: Mask) -> NDArray[np.uint8]:
    """A shape's cover with specks where the ink did not take."""
    across = np.arange(shape.x, shape.x + shape.alpha.shape[0]) % INK_TILE
    down = np.arange(shape.y, shape.y + shape.alpha.shape[1]) % INK_TILE
    return (shape.alpha.astype(np.uint16) * _ink_tile()[across[:, None], down[None, :]] // 255).astype(np.uint8)


@lru_cache(maxsize=1)
def _ink_tile() -> NDArray[np.uint8]:
    """[1024, 1024] how much ink takes: 255 but for some specks."""
    draw, tile = np.random.default_rng(7), np.full((INK_TILE, INK_TILE), 255, np.uint8)
    for count, radius, value in ((1500, 0.6, 110), (420, 1.1, 70), (120, 1.8, 40)):
        reach = math.ceil(radius)
        steps = np.arange(-reach, reach + 1)
        speck = np.where(np.hypot(steps[:, None], steps[None, :]) <= radius, value, 255).astype(np.uint8)
        for x, y in draw.integers(4, INK_TILE - 5, (count, 2)).tolist():
            part = tile[x - reach : x + reach + 1, y - reach : y + reach + 1]
            np.minimum(part, speck, out=part)
    return tile
