"""Putting pictures on the screen: only what changed since the last frame is drawn again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.ui.kit.canvas import Canvas
from game.ui.kit.layout import Placed
from game.ui.kit.node import Status
from game.ui.kit.pictures import Pictures

MOST_PATCHES = 24
"""More dirty rectangles than this are drawn as one."""

Stamp = tuple[int, tuple[int, ...], tuple[int, ...]]


@dataclass(slots=True)
class Shown:
    """A node as it is to be drawn: its picture, or None where it is live and draws itself."""

    placed: Placed
    status: Status
    picture: pygame.Surface | None
    stamp: Stamp


@dataclass(slots=True)
class Frame:
    """The screen as it was last drawn."""

    shown: list[Shown] = field(default_factory=list)

    def draw(self, target: pygame.Surface, now: list[Shown], pictures: Pictures, whole: bool) -> list[pygame.Rect]:
        """Draw what differs from the last frame; the rectangles that were drawn."""
        patches = [target.get_rect()] if whole else _patches(self.shown, now, target.get_rect())
        self.shown = now
        canvas = Canvas(target, pictures.scale, pictures.palette, pictures.fonts)
        for patch in patches:
            _fill(target, patch, now, canvas)
        target.set_clip(None)
        return patches


def shown_of(placed: Sequence[tuple[Placed, Status]], pictures: Pictures) -> list[Shown]:
    """What is to be drawn of what is laid out."""
    out = []
    for at, status in placed:
        node, look = at.node, at.node.look()
        if look is None or not (at.visible.w and at.visible.h):
            continue
        seen = status if node.reacts else Status()
        if node.late and pictures.postpones(node, look, seen, at.box.size):
            continue
        picture = None if node.live else pictures.of(node, look, seen, at.box.size)
        identity = hash((look, seen)) if picture is None else id(picture)
        out.append(Shown(at, seen, picture, (identity, tuple(at.box), tuple(at.visible))))
    return out


def _patches(before: Sequence[Shown], now: Sequence[Shown], window: pygame.Rect) -> list[pygame.Rect]:
    """The rectangles in which something came, went, moved or changed."""
    old, new = {s.stamp for s in before}, {s.stamp for s in now}
    changed = [s.placed.visible for s in before if s.stamp not in new]
    changed += [s.placed.visible for s in now if s.stamp not in old]
    if not changed:
        return []
    patches: list[pygame.Rect] = []
    for rect in changed:
        merged = rect.copy()
        for other in [p for p in patches if p.colliderect(merged)]:
            patches.remove(other)
            merged.union_ip(other)
        patches.append(merged)
    if len(patches) > MOST_PATCHES:
        patches = [patches[0].unionall(patches[1:])]
    return [p.clip(window) for p in patches if p.clip(window).size]


def _fill(target: pygame.Surface, patch: pygame.Rect, now: Sequence[Shown], canvas: Canvas) -> None:
    first = _covering(patch, now)
    if not first:
        target.set_clip(patch)
        target.fill(canvas.palette["ink"])
    for shown in now[first:]:
        seen = shown.placed.visible
        if not seen.colliderect(patch):
            continue
        target.set_clip(seen.clip(patch))
        if shown.picture is None:
            shown.placed.node.show(target, shown.placed.box, canvas)
        else:
            target.blit(shown.picture, shown.placed.box)


def _covering(patch: pygame.Rect, now: Sequence[Shown]) -> int:
    """Place of the last opaque picture over all of the patch: what is beneath need not be drawn. 0 = none."""
    for nth in range(len(now) - 1, -1, -1):
        at = now[nth].placed
        if at.node.opaque and at.visible.contains(patch):
            return nth
    return 0
