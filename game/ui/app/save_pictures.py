"""How a game looked when it was saved: a small PNG beside each save. Never a reason to stop."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pygame

from game.store.folder import SUFFIX
from game.store.trash import DELETED

SIZE = (480, 270)
ENDING = ".png"


def small(surface: pygame.Surface) -> pygame.Surface:
    """The upper left part of a window in the proportion of a picture, in small."""
    wide, high = surface.get_size()
    part = pygame.Rect(0, 0, min(wide, high * SIZE[0] // SIZE[1]), min(high, wide * SIZE[1] // SIZE[0]))
    return pygame.transform.smoothscale(surface.subsurface(part), SIZE)


def picture_path(save: Path) -> Path:
    """Where the picture of a save lies."""
    return save.with_name(save.name.removesuffix(DELETED) + ENDING)


def sweep_pictures(folder: Path) -> None:
    """Remove pictures whose saves are gone."""
    for path in folder.glob(f"*{SUFFIX}{ENDING}"):
        save = path.with_name(path.name.removesuffix(ENDING))
        if not save.exists() and not save.with_name(save.name + DELETED).exists():
            with suppress(OSError):
                path.unlink()


@dataclass(slots=True)
class SavePictures:
    """The pictures of saves, as they have been read."""

    _read: dict[Path, tuple[float, pygame.Surface | None]] = field(default_factory=dict)

    def of(self, save: Path) -> pygame.Surface | None:
        """The picture of a save, if it has one that can be read."""
        path = picture_path(save)
        stamp = self.stamp(save)
        if path not in self._read or self._read[path][0] != stamp:
            self._read[path] = (stamp, _load(path) if stamp else None)
        return self._read[path][1]

    def stamp(self, save: Path) -> float:
        """When its picture was made; 0 where it has none."""
        try:
            return picture_path(save).lstat().st_mtime
        except OSError:
            return 0.0

    def write(self, save: Path, picture: pygame.Surface) -> None:
        """Put a picture beside a save. Never fails: a save without one is a save."""
        with suppress(OSError, pygame.error):
            pygame.image.save(picture, picture_path(save))


def _load(path: Path) -> pygame.Surface | None:
    if path.is_symlink():
        return None
    try:
        return pygame.image.load(path)
    except (OSError, pygame.error):
        return None
