"""Pictures of nodes, drawn once and kept: in memory, and on the disk those that are slow to draw."""

from __future__ import annotations

import hashlib
import zlib
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Literal

import pygame

from game.ui.kit.canvas import Canvas
from game.ui.kit.fonts import Fonts
from game.ui.kit.node import IDLE, Node, Status
from game.ui.kit.palette import Palette

MOST_BYTES = 256 << 20
"""Of pictures in memory."""

LATE_SECONDS = 0.006
"""So long late pictures are drawn in one frame."""

EDITION = 1
"""Of drawings: raise it when one that is kept on the disk changes."""

MAGIC = b"RWPIC1"
Form = Literal["RGB", "RGBA"]


@dataclass(slots=True)
class Pictures:
    """Pictures by what they depend on. folder: where those on the disk lie, if anywhere."""

    palette: Palette
    fonts: Fonts
    scale: float
    folder: Path | None = None
    drawn: int = 0
    """How many have been drawn: tests and measurements read it."""
    waiting: bool = False
    """A late picture was left to the next frame."""
    unwritten: list[tuple[pygame.Surface, Path]] = field(default_factory=list)
    """What is to be put on the disk when there is time."""
    _kept: OrderedDict[Hashable, pygame.Surface] = field(default_factory=OrderedDict)
    _bytes: int = 0
    _late: set[Hashable] = field(default_factory=set)
    _spent: float = 0.0

    def of(self, node: Node, look: Hashable, status: Status, size: tuple[int, int]) -> pygame.Surface:
        """The picture of a node at a size in device pixels."""
        key = (type(node), look, status, size)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = self._from_disk(node, look, status, size) if node.kept and self.folder else None
        if made is None:
            made = self.draw(node, status, size)
            if node.kept and self.folder:
                self.unwritten.append((made, self._path(node, look, status, size)))
        self._keep(key, made)
        return made

    def prepare(self, node: Node, size: tuple[int, int]) -> bool:
        """Make the picture of a node that is not on the screen yet; False where it is there already."""
        if (type(node), node.look(), IDLE, size) in self._kept:
            return False
        self.of(node, node.look(), IDLE, size)
        return True

    def postpones(self, node: Node, look: Hashable, status: Status, size: tuple[int, int]) -> bool:
        """Whether the picture of a late node is left to a later frame.

        It is when it is first asked for, and where other pictures of this frame have taken long.
        """
        key = (type(node), look, status, size)
        if key in self._kept:
            return False
        if key in self._late and self._spent < LATE_SECONDS:
            return False
        self._late.add(key)
        self.waiting = True
        return True

    def begin_frame(self) -> None:
        """Pictures are asked for anew."""
        if not self.waiting:
            self._late.clear()
        self.waiting, self._spent = False, 0.0

    def draw(self, node: Node, status: Status, size: tuple[int, int]) -> pygame.Surface:
        """Draw it anew."""
        self.drawn += 1
        began = perf_counter()
        surface = blank(size, node.opaque)
        node.paint(Canvas(surface, self.scale, self.palette, self.fonts), status)
        self._spent += perf_counter() - began
        return surface

    def forget(self) -> None:
        """Drop all pictures in memory."""
        self._kept.clear()
        self._bytes = 0

    def _keep(self, key: Hashable, surface: pygame.Surface) -> None:
        self._kept[key] = surface
        self._bytes += _weight(surface)
        while self._bytes > MOST_BYTES and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._bytes -= _weight(old)

    # the disk ---------------------------------------------------------------------------------------------------------

    def _path(self, node: Node, look: Hashable, status: Status, size: tuple[int, int]) -> Path:
        assert self.folder is not None
        said = repr((EDITION, node.kept, look, status, size, round(self.scale, 4), self.palette.name))
        return self.folder / f"{node.kept}-{hashlib.sha256(said.encode()).hexdigest()[:20]}.pic"

    def _from_disk(self, node: Node, look: Hashable, status: Status, size: tuple[int, int]) -> pygame.Surface | None:
        """None where it is not there or not whole: a cache is never a reason to stop."""
        try:
            data = self._path(node, look, status, size).read_bytes()
            if not data.startswith(MAGIC):
                return None
            raw = zlib.decompress(data[len(MAGIC) :])
        except (OSError, zlib.error):
            return None
        form: Form = "RGB" if node.opaque else "RGBA"
        if len(raw) != size[0] * size[1] * len(form):
            return None
        loaded = pygame.image.frombuffer(raw, size, form)
        surface = blank(size, node.opaque)
        if not node.opaque:
            return loaded.copy()
        surface.blit(loaded, (0, 0))
        return surface

    def write_one(self) -> bool:
        """Put one of the pictures that wait for it on the disk; whether there was any."""
        if not self.unwritten or self.folder is None:
            self.unwritten.clear()
            return False
        self._to_disk(*self.unwritten.pop(0))
        return True

    def _to_disk(self, surface: pygame.Surface, path: Path) -> None:
        form: Form = "RGBA" if surface.get_flags() & pygame.SRCALPHA else "RGB"
        data = MAGIC + zlib.compress(pygame.image.tobytes(surface, form), 1)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_suffix(".part")
            part.write_bytes(data)
            part.replace(path)
        except OSError:
            self.folder = None


def blank(size: tuple[int, int], opaque: bool) -> pygame.Surface:
    """A surface for the picture of a node."""
    return pygame.Surface(size, 0, 32) if opaque else pygame.Surface(size, pygame.SRCALPHA, 32)


def _weight(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * 4
