"""The folder of saves: names, the list for a browser, and autosaves that take turns. Links are never followed in it."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from game.store.file import sweep
from game.store.header import Headline
from game.store.problem import SaveError, shown
from game.store.save import Saved, read_header, write_save

SUFFIX = ".rwsave"
LONGEST_NAME = 60
MOST_LISTED = 1_000

DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""

AUTOMATIC = re.compile(r"auto-(\d{6,})-\d{4}-\d\d-\d\d-(morning|orders)" + re.escape(SUFFIX))
"""Names of autosaves: number, date in the game, moment. They tell nothing else."""

Moment = Literal["morning", "orders"]
"""When an autosave is made: at the start of a turn, or when the player's orders are given."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of the folder. headline: None where it cannot be read, and then `fault` is the sentence that says why."""

    path: Path
    automatic: bool
    changed: float
    headline: Headline | None
    fault: str = ""

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.name.removesuffix(SUFFIX)


def save_path(folder: Path, name: str) -> Path:
    """Where a save of that name lies. Raises SaveError where the name could lead elsewhere or cannot be a file's."""
    plain = unicodedata.normalize("NFC", name).strip()
    if not plain or len(plain) > LONGEST_NAME:
        raise SaveError(f"a save has a name of 1 to {LONGEST_NAME} characters; choose another")
    if not all(c.isalnum() or c in " _-" for c in plain) or DEVICES.fullmatch(plain):
        raise SaveError(f"'{shown(plain)}' cannot be the name of a save; use letters, figures, spaces and dashes")
    path = folder / f"{plain}{SUFFIX}"
    if len(path.name.encode()) > 255:
        raise SaveError("that name is too long for a file; choose a shorter one")
    if AUTOMATIC.fullmatch(path.name):
        raise SaveError("names that begin so are those of autosaves; choose another")
    if path.is_symlink():
        raise SaveError(f"'{shown(plain)}' is a link to another place; choose another name")
    return path


def list_saves(folder: Path) -> tuple[Listed, ...]:
    """The saves of a folder, the latest first, broken ones with their fault; at most MOST_LISTED, and no links."""
    if not folder.is_dir():
        return ()
    found = [path for path in folder.glob(f"*{SUFFIX}") if path.is_file() and not path.is_symlink()]
    return tuple(_listed(path) for path in sorted(found, key=_newest_first)[:MOST_LISTED])


def _newest_first(path: Path) -> tuple[float, str]:
    return -_changed(path), path.name


def _changed(path: Path) -> float:
    try:
        return path.lstat().st_mtime
    except OSError:
        return 0.0


def _listed(path: Path) -> Listed:
    automatic = AUTOMATIC.fullmatch(path.name) is not None
    try:
        return Listed(path, automatic, _changed(path), read_header(path).headline)
    except SaveError as error:
        return Listed(path, automatic, _changed(path), None, str(error))


@dataclass(slots=True)
class Autosaves:
    """Saves that take turns: of the automatic files in `folder` the latest `keep` stay. One object a game in play.

    Raises SaveError where the folder cannot be made.
    """

    folder: Path
    keep: int = 10
    _last: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = shown((error.strerror or "it failed").lower())
            raise SaveError(f"the folder of saves cannot be made ({reason}); look at its place and rights") from None
        sweep(self.folder)
        self._last = max((number for number, _ in self._files()), default=0)

    def write(self, saved: Saved, moment: Moment) -> Path:
        """Write the next autosave, then remove those beyond `keep`. Raises SaveError where it cannot be written."""
        self._last = max([self._last, *(number for number, _ in self._files())]) + 1
        path = self.folder / f"auto-{self._last:06d}-{saved.header.date}-{moment}{SUFFIX}"
        write_save(path, saved)
        for _, old in sorted(self._files(), reverse=True)[max(self.keep, 1) :]:
            with suppress(OSError):
                old.unlink()
        return path

    def latest(self) -> Path | None:
        """The last autosave, or None."""
        return max(self._files(), default=(0, None))[1]

    def _files(self) -> list[tuple[int, Path]]:
        """Number and path of each autosave."""
        names = ((AUTOMATIC.fullmatch(path.name), path) for path in self.folder.glob(f"auto-*{SUFFIX}"))
        return [(int(match[1]), path) for match, path in names if match and not path.is_symlink()]
