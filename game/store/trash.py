"""Saves that were thrown away: they keep their place under another name until the game is left, and can be had back."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from game.store.folder import SUFFIX
from game.store.problem import SaveError, shown

DELETED = ".deleted"


def throw_away(path: Path) -> Path:
    """Take a save out of the list; where it lies now. Raises SaveError where that fails."""
    return _renamed(path, path.with_name(path.name + DELETED))


def bring_back(path: Path) -> Path:
    """Put what was thrown away where it was. Raises SaveError where that fails, or another has its name by now."""
    home = path.with_name(path.name.removesuffix(DELETED))
    if home.exists():
        raise SaveError(f"there is another save called '{shown(home.name)}' by now; delete that first")
    return _renamed(path, home)


def empty_trash(folder: Path) -> None:
    """Remove what was thrown away for good. Never fails: what cannot be removed stays."""
    for path in folder.glob(f"*{SUFFIX}{DELETED}"):
        with suppress(OSError):
            path.unlink()


def _renamed(path: Path, to: Path) -> Path:
    try:
        path.replace(to)
    except OSError as error:
        reason = shown((error.strerror or "it failed").lower())
        raise SaveError(f"'{shown(path.name)}' cannot be moved ({reason}); look at the rights of its folder") from None
    return to
