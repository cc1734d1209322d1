"""From a tree of nodes to what stands where: places in design units, boxes in device pixels, and what clips them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.ui.kit.node import Node
from game.ui.kit.rect import Rect

if TYPE_CHECKING:
    from game.ui.kit.interface import Interface

Path = tuple[str, ...]
DESIGN = (1600.0, 900.0)
"""The design's size at a scale of 100 % in a window of 16 to 9."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How large the window is, in pixels and in design units."""

    pixels: tuple[int, int]
    scale: float

    @staticmethod
    def of(pixels: tuple[int, int], percent: int) -> Measure:
        """The scale of a window: a hundred per cent shows at least the whole design."""
        fitting = min(pixels[0] / DESIGN[0], pixels[1] / DESIGN[1])
        return Measure(pixels, max(0.2, fitting * percent / 100))

    @property
    def space(self) -> Rect:
        """The window in design units."""
        return Rect(0, 0, self.pixels[0] / self.scale, self.pixels[1] / self.scale)

    def box(self, place: Rect) -> pygame.Rect:
        """Whole pixels of a place."""
        left, top = round(place.x * self.scale), round(place.y * self.scale)
        right, foot = round(place.right * self.scale), round(place.bottom * self.scale)
        return pygame.Rect(left, top, max(1, right - left), max(1, foot - top))


@dataclass(frozen=True, slots=True)
class Placed:
    """A node where it stands. place: design units on the screen. box, clip: pixels. chain: the nodes that hold it."""

    node: Node
    path: Path
    place: Rect
    box: pygame.Rect
    clip: pygame.Rect
    chain: tuple[Node, ...]

    @property
    def visible(self) -> pygame.Rect:
        """What of it is not cut off."""
        return self.box.clip(self.clip)


def lay_out(ui: Interface, root: Node, measure: Measure) -> Iterator[Placed]:
    """All nodes in the order in which they are drawn.

    Those wholly cut off are left out, but for what keys can reach in the next page of something that scrolls.
    """
    window = pygame.Rect(0, 0, *measure.pixels)
    yield from _walk(ui, root, (root.key or "0",), (0.0, 0.0), window, (), measure)


def _near(box: pygame.Rect, clip: pygame.Rect, chain: tuple[Node, ...]) -> bool:
    """Whether a node cut off could be scrolled into sight by moving on to it."""
    return any(node.walked for node in chain) and bool(box.colliderect(clip.inflate(0, 2 * clip.h)))


def _walk(
    ui: Interface, node: Node, path: Path, moved: tuple[float, float], clip: pygame.Rect, chain: tuple[Node, ...],
    measure: Measure,
) -> Iterator[Placed]:  # fmt: skip
    place = node.rect.moved(*moved)
    box = measure.box(place)
    if node.clip or node.look() is not None or node.solid:
        seen = bool(box.colliderect(clip))
        if seen or (node.focusable and _near(box, clip, chain)):
            yield Placed(node, path, place, box, clip, chain)
        if not seen and node.clip:
            return
    if node.clip:
        clip = box.clip(clip)
    inner = node.expand(ui)
    if not inner:
        return
    dx, dy = node.shift(ui)
    moved, chain = (moved[0] + dx, moved[1] + dy), (*chain, node)
    for nth, child in enumerate(inner):
        yield from _walk(ui, child, (*path, child.key or str(nth)), moved, clip, chain, measure)
