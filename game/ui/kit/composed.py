"""The screen in front put together anew, with a record of every line of text on it: what the checker reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.kit.canvas import Canvas, Written
from game.ui.kit.interface import Interface
from game.ui.kit.layout import Placed
from game.ui.kit.node import IDLE, Status
from game.ui.kit.overlay import overlays
from game.ui.kit.pictures import blank

Pixels = NDArray[np.uint8]


@dataclass(slots=True)
class Line:
    """A line of text on the screen. box: pixels of its ink, wherever they lie; shown: what of it can be seen.

    beneath, after: the screen in `shown` just before and after it was written. over: it lies over all screens, as a
    tip does. live: its node draws itself, as a map does, and may be moved so that it is cut.
    """

    note: Written
    at: Placed
    box: pygame.Rect
    shown: pygame.Rect
    beneath: Pixels
    after: Pixels
    over: bool = False
    live: bool = False

    @property
    def ink(self) -> NDArray[np.bool_]:
        """Which pixels of `shown` it changed; none where it is not known what was beneath."""
        if self.beneath.shape != self.after.shape:
            return np.zeros(self.after.shape[:2], np.bool_)
        return np.abs(self.after.astype(np.int16) - self.beneath).max(2) > INK

    @property
    def size(self) -> float:
        """Design units."""
        return self.note.size


INK = 24
"""Least difference of a channel that counts as ink."""


@dataclass(slots=True)
class Composed:
    """A screen put together. base: without what lies over all screens. hovered: lines as they are under the pointer."""

    whole: Pixels
    base: Pixels
    lines: list[Line] = field(default_factory=list)
    hovered: list[Line] = field(default_factory=list)

    def final(self, line: Line) -> Pixels:
        """What is seen in the end where a line stands."""
        pixels = self.whole if line.over else self.base
        x, y, w, h = line.shown
        return pixels[x : x + w, y : y + h]


def compose(ui: Interface) -> Composed:
    """Put the layers together as a frame does; text is kept of the layer in front, and of what lies over it."""
    target = pygame.Surface(ui.surface.get_size(), 0, 32)
    target.fill(ui.palette["ink"])
    out = Composed(np.zeros(0, np.uint8), np.zeros(0, np.uint8))
    for layer in ui.layers:
        for at in layer.placed:
            if at.node.look() is None or not (at.visible.w and at.visible.h):
                continue
            ground = _ground(target, at)
            lines = _put(ui, target, at, ground)
            if layer is ui.top:
                out.lines += lines
                out.hovered += _hovered(ui, at, ground)
    out.base = pygame.surfarray.array3d(target)
    for at in overlays(ui):
        if at.node.look() is not None:
            found = _put(ui, target, at, _ground(target, at))
            for line in found:
                line.over = True
            out.lines += found
    out.whole = pygame.surfarray.array3d(target)
    return out


def _ground(target: pygame.Surface, at: Placed) -> Pixels:
    """The pixels of what is seen of a node."""
    return pygame.surfarray.array3d(target.subsurface(at.visible))


def _put(ui: Interface, target: pygame.Surface, at: Placed, ground: Pixels) -> list[Line]:
    """Draw a node on the screen; its lines."""
    target.set_clip(at.visible)
    if at.node.live:
        canvas = Canvas(target, ui.measure.scale, ui.palette, ui.fonts)
        at.node.show(target, at.box, canvas)
        target.set_clip(None)
        return [_live(at, note, target) for note in at.node.texts(at.box, canvas)]
    picture, notes = _painted(ui, at, IDLE)
    target.blit(picture, at.box)
    target.set_clip(None)
    return [_line(at, note, ground) for note in notes]


def _hovered(ui: Interface, at: Placed, ground: Pixels) -> list[Line]:
    """The lines of a node when the pointer is over it."""
    if not at.node.reacts or at.node.live:
        return []
    return [_line(at, note, ground) for note in _painted(ui, at, Status(hover=True))[1]]


def _painted(ui: Interface, at: Placed, status: Status) -> tuple[pygame.Surface, list[Written]]:
    """A node's own picture with what was written on it."""
    notes: list[Written] = []
    picture = blank(at.box.size, at.node.opaque)
    at.node.paint(Canvas(picture, ui.measure.scale, ui.palette, ui.fonts, written=notes), status)
    return picture, notes


def _line(at: Placed, note: Written, ground: Pixels) -> Line:
    box, seen = note.box.move(at.box.topleft), note.seen.move(at.box.topleft)
    shown = seen.clip(at.visible)
    x, y = shown.x - seen.x, shown.y - seen.y
    part = slice(x, x + shown.w), slice(y, y + shown.h)
    x, y = shown.x - at.visible.x, shown.y - at.visible.y
    under = ground[x : x + shown.w, y : y + shown.h]
    beneath = _mixed(note.beneath, note.through, part, under)
    return Line(note, at, box, shown, beneath, _mixed(note.after, note.filled, part, under))


def _mixed(pixels: Pixels | None, cover: Pixels | None, part: tuple[slice, slice], ground: Pixels) -> Pixels:
    """A part of a picture over the ground."""
    if pixels is None or not ground.size:
        return ground.copy()
    own = pixels[part]
    if cover is None:
        return own
    share = cover[part][:, :, None].astype(np.float32) / 255
    return np.rint(own * share + ground * (1 - share)).astype(np.uint8)


def _live(at: Placed, note: Written, target: pygame.Surface) -> Line:
    """A line of a node that draws itself; its box is in pixels of the screen already."""
    shown = note.box.clip(at.visible)
    after = pygame.surfarray.array3d(target.subsurface(shown)) if shown.w and shown.h else np.zeros((0, 0, 3), np.uint8)
    x, y = shown.x - note.box.x, shown.y - note.box.y
    beneath = after[:0]
    if note.beneath is not None:
        beneath = note.beneath[x : x + shown.w, y : y + shown.h]
    return Line(note, at, note.box, shown, beneath, after, live=True)


def focusable(ui: Interface) -> Sequence[Placed]:
    """What can be pressed in the layer in front."""
    return [p for p in ui.top.placed if p.node.focusable] if ui.top else []
