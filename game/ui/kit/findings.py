"""What is wrong with a screen: text over text, covered, cut off, too small or too pale; controls that cannot be got."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pygame

from game.ui.kit.composed import INK, Composed, Line, Pixels, compose, focusable
from game.ui.kit.interface import Interface
from game.ui.kit.layout import Placed
from game.ui.kit.scroll import Scroll

LEAST_SIZE = 15.0
LEAST_CONTRAST = 4.5
PALEST = 12
"""The percentile of the contrast to the pixels beneath that must do: a speck of the ground does not count."""

SLACK = 1
"""Pixels of an edge that antialiasing may touch."""
CHANGED, HIDDEN = 0.06, 0.94
"""Share of a text's ink that later drawing changed: from which it is spoilt, and from which it is hidden."""
LOST = 0.06
"""Share of a text's ink that a shape may cut off."""
SHARED = 0.2
"""Share of the smaller of two controls that may lie beneath the other: the corners of what is round, a point."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A fault. kind: what sort. where: key of the node, outermost first. text: the words, or what is to be said."""

    kind: str
    where: str
    text: str

    def __str__(self) -> str:
        """One line."""
        return f"{self.kind:12} {self.where}: {self.text}"


def check(ui: Interface) -> list[Finding]:
    """All faults of what is shown now, each once."""
    made = compose(ui)
    found = {*_of_texts(ui, made), *_of_controls(ui)}
    return sorted(found)


def where(at: Placed) -> str:
    """The path of a node as one word."""
    return "/".join(at.path)


# text -----------------------------------------------------------------------------------------------------------------


def _of_texts(ui: Interface, made: Composed) -> Iterator[Finding]:
    window = pygame.Rect(0, 0, *ui.measure.pixels)
    for line in made.lines:
        for kind, said in _of_line(line, made, window, ui.measure.scale):
            yield Finding(kind, where(line.at), f"{line.note.text!r}{said}")
    for line in made.hovered:
        ratio = _contrast(line)
        if ratio < LEAST_CONTRAST:
            yield Finding("contrast", where(line.at), f"{line.note.text!r} under the pointer: {ratio:.1f}")
    for first, second in _pairs(made.lines):
        if _over(first, second, ui.measure.scale):
            yield Finding("overlap", where(second.at), f"{second.note.text!r} over {first.note.text!r}")


def _of_line(line: Line, made: Composed, window: pygame.Rect, scale: float) -> Iterator[tuple[str, str]]:
    note = line.note
    if line.size < LEAST_SIZE - 0.01:
        yield "small", f": {line.size:.1f}"
    if note.text != note.whole and note.text.endswith("…") and any(c.isdigit() for c in note.whole):
        yield "cut figure", f" of {note.whole!r}"
    if note.allowed and not note.turned and note.box.w > (note.allowed + 1) * scale + 2:
        yield "wide", f": {note.box.w / scale:.0f} of {note.allowed:.0f}"
    kind = _cut(line, window)
    if kind:
        yield kind, ""
    if not (line.shown.w and line.shown.h):
        return
    spoilt = _spoilt(line, made.final(line))
    if spoilt > CHANGED and not line.live:
        yield ("hidden" if spoilt > HIDDEN else "overdrawn"), f": {100 * spoilt:.0f} % of it"
    ratio = _contrast(line)
    if ratio < LEAST_CONTRAST:
        yield "contrast", f": {ratio:.1f}"


def _cut(line: Line, window: pygame.Rect) -> str:
    """How a text is cut off: by its own node, a shape, the window, or a window on content that cannot be scrolled."""
    if line.live:
        return ""
    if line.note.lost > LOST or not line.at.box.inflate(2 * SLACK, 2 * SLACK).contains(line.box):
        return "clipped"
    clip = line.at.clip.inflate(2 * SLACK, 2 * SLACK)
    if clip.contains(line.box):
        return ""
    if any(isinstance(node, Scroll) and node.most > 0 for node in line.at.chain):
        sideways = line.box.left < clip.left or line.box.right > clip.right
        return "clipped" if sideways else ""
    return "clipped" if window.contains(line.box) else "off-screen"


def _spoilt(line: Line, final: Pixels) -> float:
    """The share of its ink that was drawn over later."""
    ink = line.ink
    if not ink.any():
        return 0.0
    changed = np.abs(final.astype(np.int16) - line.after).max(2) > INK
    return float((changed & ink).sum() / ink.sum())


def _contrast(line: Line) -> float:
    """Contrast of a text with what is beneath it, at the palest part that counts."""
    under = line.beneath
    if not under.size:
        return 21.0
    if line.note.turned and not line.live:
        under = under[line.ink] if line.ink.any() else under
    under = under.reshape(-1, 3)
    share = line.note.alpha / 255
    words = np.asarray(line.note.colour, np.float32) * share + under * (1 - share)
    light, ground = luminances(words), luminances(under)
    ratio = (np.maximum(light, ground) + 0.05) / (np.minimum(light, ground) + 0.05)
    return float(np.percentile(ratio, PALEST))


def luminances(pixels: np.ndarray) -> np.ndarray:
    """Relative luminance of colours [n, 3], 0 to 1 (WCAG 2.1)."""
    share = np.asarray(pixels, np.float32) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722], np.float32)


def _pairs(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Lines that might lie over each other, in the order in which they were written."""
    seen = [line for line in lines if line.shown.w and line.shown.h]
    for first, second in combinations(seen, 2):
        if first.shown.colliderect(second.shown) and first.over == second.over and not _one_text(first, second):
            yield first, second


def _one_text(first: Line, second: Line) -> bool:
    """Whether two lines are letters of one text, or the same words with their shadow."""
    if first.at is second.at and first.note.line and first.note.line == second.note.line:
        return True
    near = abs(first.box.x - second.box.x) + abs(first.box.y - second.box.y) < 12
    return near and first.note.text == second.note.text


def _over(first: Line, second: Line, scale: float) -> bool:
    """Whether the second was written over the first while that could be seen."""
    least = -2 * max(1, round(scale))
    if first.live and second.live:
        return not (first.note.turned or second.note.turned) and bool(first.box.colliderect(second.box))
    if not (first.note.turned or second.note.turned):
        if not first.shown.inflate(least, least).colliderect(second.shown.inflate(least, least)):
            return False
        return _stood(first, second)
    both = first.shown.clip(second.shown)
    mine, other = _part(first, first.ink, both), _part(second, second.ink, both)
    return bool((mine & other).sum() > 2) and _stood(first, second)


def _stood(first: Line, second: Line) -> bool:
    """Whether the first was still there when the second was written."""
    both = first.shown.clip(second.shown)
    mine, ink = _part(first, first.after, both), _part(first, first.ink, both)
    before = _part(second, second.beneath, both)
    same = np.abs(mine.astype(np.int16) - before).max(2) <= INK
    return bool(same[ink].mean() > 0.5) if ink.any() else bool(same.mean() > 0.5)


def _part(line: Line, pixels: np.ndarray, box: pygame.Rect) -> np.ndarray:
    x, y = box.x - line.shown.x, box.y - line.shown.y
    return pixels[x : x + box.w, y : y + box.h]


# controls -------------------------------------------------------------------------------------------------------------


def _of_controls(ui: Interface) -> Iterator[Finding]:
    window = pygame.Rect(0, 0, *ui.measure.pixels)
    controls = focusable(ui)
    for at in controls:
        scrolls = any(isinstance(node, Scroll) and node.most > 0 for node in at.chain)
        if not window.inflate(2, 2).contains(at.box) and not scrolls:
            yield Finding("off-screen", where(at), "a control lies beyond the window")
        elif at.visible.w and at.visible.h and not _reached(ui, at):
            yield Finding("covered", where(at), "a control cannot be reached by the pointer")
    for first, second in combinations(controls, 2):
        if _collide(first, second):
            yield Finding("controls", where(second), f"lies over {where(first)}")


def point_of(ui: Interface, at: Placed) -> tuple[int, int] | None:
    """A pixel at which the pointer reaches a control, its middle first; None where there is none."""
    box = at.visible
    shares = (0.5, 0.25, 0.75, 0.06, 0.94)
    for down in shares:
        for across in shares:
            x, y = int(box.x + across * (box.w - 1)), int(box.y + down * (box.h - 1))
            hit = ui.under(x, y)
            if hit is not None and hit.path == at.path:
                return x, y
    return None


def _reached(ui: Interface, at: Placed) -> bool:
    return point_of(ui, at) is not None


def _collide(first: Placed, second: Placed) -> bool:
    """Whether two controls lie partly over each other; one wholly within another is a part of it."""
    both = first.visible.clip(second.visible)
    smaller = min(p.visible.w * p.visible.h for p in (first, second))
    if both.w * both.h <= SHARED * smaller:
        return False
    if first.box.contains(second.box) or second.box.contains(first.box):
        return False
    nested = first.path[: len(second.path)] == second.path or second.path[: len(first.path)] == first.path
    return not nested
