"""Bytes of files: read no more than is allowed, and written so that a crash never leaves half a file."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from game.store.problem import SaveError, shown

MOST_FILE = 64 << 20
"""Bytes of a save."""

PART_PREFIX, PART_SUFFIX = ".writing-", ".part"
STALE_SECONDS = 3600.0
"""Age from which a file that was being written is taken for the remains of a crash."""


def read_bounded(path: Path, most: int, start_only: bool = False) -> bytes:
    """The bytes of a regular file, at most `most`; of a larger one its start if `start_only`.

    Raises SaveError where it is missing, too large, unreadable, or no file (a folder, a device, a pipe).
    """
    name = shown(path.name)
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        if path.is_dir():
            raise SaveError(f"{name} is a folder; name a file in it")
        with os.fdopen(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise SaveError(f"{name} is no ordinary file; name another")
            data = file.read(most if start_only else most + 1)
    except FileNotFoundError:
        raise SaveError(f"there is no file {name}; look at its name and folder") from None
    except (OSError, ValueError) as error:
        if isinstance(error, SaveError):
            raise
        raise SaveError(f"{name} cannot be read ({_reason(error)}); look at its rights, or name another") from None
    if len(data) > most:
        size = f"{most >> 20} MB" if most >> 20 else f"{most >> 10} KB"
        raise SaveError(f"{name} is larger than {size}; it is not a file of this game")
    return data


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to a temporary file beside `path`, make it durable, and put it in the place of `path` at once.

    Raises SaveError where that fails; what was at `path` before is then still there.
    """
    part = ""
    try:
        handle, part = tempfile.mkstemp(PART_SUFFIX, PART_PREFIX, path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(path)
        part = ""
        _sync_folder(path.parent)
    except OSError as error:
        fault = f"{shown(path.name)} cannot be written ({_reason(error)})"
        raise SaveError(f"{fault}; free some space, or use another folder") from None
    finally:
        if part:
            Path(part).unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove what crashes left of files being written. Never fails: what cannot be removed stays."""
    for part in folder.glob(f"{PART_PREFIX}*{PART_SUFFIX}"):
        with suppress(OSError):
            if time.time() - part.lstat().st_mtime > STALE_SECONDS:
                part.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; systems other than POSIX cannot open folders, and do it themselves."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _reason(error: Exception) -> str:
    return shown(error.strerror.lower() if isinstance(error, OSError) and error.strerror else error)
