"""Reads the files of one mod's folder into raw tables. The only importer of a TOML parser."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from game.content.limits import FILE_BYTES, MOD_BYTES, MOD_FILES, Refusal, decode, line_and_column, refusal
from game.content.locate import FileLocator
from game.content.models import KINDS
from game.content.problem import Problems, did_you_mean, one_of, shown
from game.content.source import Place
from game.content.tables import Origin, Table, marked

MANIFEST = "mod.toml"
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_ID_LINE = re.compile(r"""^\s*(?:id|name)\s*=\s*["']([^"'\n]{1,96})["']""", re.MULTILINE)


@dataclass(slots=True)
class RawMod:
    """A mod as read: its manifest's table, its tables by kind in file order, its bytes, what a broken file names.

    in_circle: it and others wait for each other, so that none can be said to load before another.
    """

    id: str
    folder: str
    manifest: Table | None = None
    tables: dict[str, list[Table]] = field(default_factory=dict)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    torn_ids: set[str] = field(default_factory=set)
    in_circle: bool = False


def read_mod(folder: Path, problems: Problems) -> RawMod:
    """Read `mod.toml` and every other `*.toml` below a folder, in the order of their names."""
    mod = RawMod(id=_printable(folder.name) or "mod", folder=_printable(folder.name))
    if not folder.is_dir():
        problems.add(Place(mod.id, MANIFEST), "there is no such folder", "install the mod, or disable it")
        return mod
    files = _files(folder, mod.id, problems)
    if files is None:
        return mod
    if MANIFEST not in files:
        problems.add(Place(mod.id, MANIFEST), "the folder holds no mod.toml", "write one with id, name and version")
    for name in sorted(files, key=lambda name: (name != MANIFEST, name)):
        _read_file(mod, name, files[name], problems)
    return mod


def _files(folder: Path, label: str, problems: Problems) -> dict[str, Path] | None:
    """The TOML files by their names below the folder, or None if the mod as a whole is refused."""
    found: dict[str, Path] = {}
    count = size = 0
    unread: list[OSError] = []
    for path in _walk(folder, unread):
        written = path.relative_to(folder).as_posix()
        name = _printable(written)
        try:
            status = path.lstat()
        except OSError:
            problems.add(Place(label, name), "the file cannot be read", "check its permissions")
            continue
        count, size = count + 1, size + status.st_size
        if count > MOD_FILES:
            problems.add(
                Place(label, MANIFEST), f"the mod holds more than {MOD_FILES} files", "put more into each file"
            )
            return None
        if size > MOD_BYTES:
            problems.add(
                Place(label, MANIFEST), f"the mod is larger than {MOD_BYTES >> 20} MB", "remove what is not needed"
            )
            return None
        if not stat.S_ISREG(status.st_mode):
            problems.add(Place(label, name), "not a regular file", "put a copy of the file here, not a link")
        elif name != written:
            problems.add(Place(label, name), "the file's name cannot be printed", "rename it")
        elif name.endswith(".toml"):
            found[name] = path
    for error in unread:
        name = _printable(str(Path(error.filename).relative_to(folder).as_posix()))
        problems.add(Place(label, name), "the folder cannot be read", "check its permissions")
    return found


def _walk(folder: Path, unread: list[OSError]) -> Iterator[Path]:
    """Every file below a folder; folders whose names begin with a dot (version control) are passed over."""
    for parent, folders, names in os.walk(folder, onerror=unread.append, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        linked = [name for name in folders if (Path(parent) / name).is_symlink()]
        for name in sorted([*names, *linked]):
            if not name.startswith("."):
                yield Path(parent) / name


def _read_file(mod: RawMod, name: str, path: Path, problems: Problems) -> None:
    """Read one file into the mod's tables; note what is wrong with it."""
    try:
        with path.open("rb") as stream:
            data = stream.read(FILE_BYTES + 1)
    except OSError:
        problems.add(Place(mod.id, name), "the file cannot be read", "check its permissions")
        return
    mod.files.append((name, data))
    text = decode(data)
    parsed = text if isinstance(text, Refusal) else parse(text)
    if isinstance(parsed, Refusal):
        place = Place(mod.id, name, parsed.line, parsed.column)
        problems.add(place, parsed.message, parsed.hint)
        mod.torn_ids.update(_ID_LINE.findall(data.decode("utf-8", "replace")))
        return
    locator = FileLocator(text if isinstance(text, str) else "")
    if name == MANIFEST:
        if isinstance(parsed.get("id"), str):
            mod.id = _printable(parsed["id"])[:64] or mod.id
        mod.manifest = marked(parsed, Origin(mod.id, name, locator), ())
    else:
        _sort_tables(mod, marked(parsed, Origin(mod.id, name, locator), ()), problems)


def parse(text: str) -> dict[str, Any] | Refusal:
    """The values of a TOML text, or why it is refused; the limits come first, so no text can hang the parser."""
    refused = refusal(text)
    if refused is not None:
        return refused
    try:
        return tomllib.loads(text)
    except RecursionError:
        return Refusal(1, 1, "the file is nested too deep", "flatten it")
    except ValueError as error:
        return _syntax_error(str(error), text)


def _syntax_error(message: str, text: str) -> Refusal:
    """The parser's message with its place taken out of it."""
    found = _TOML_PLACE.search(message)
    line, column = line_and_column(text, len(text))
    if found is not None:
        message = message[: found.start()]
        if found[1]:
            line, column = int(found[1]), int(found[2])
    message = "".join(char if char.isprintable() else "?" for char in message[:200])
    return Refusal(line, column, f"not TOML: {message}", "check quotes, brackets and commas here and just before")


def _sort_tables(mod: RawMod, root: Table, problems: Problems) -> None:
    """Put a file's arrays of tables under their kinds; anything else at the top of a file is a problem."""
    for key, value in root.items():
        if key not in KINDS and key != "patch":
            hint = did_you_mean(key, [*KINDS, "patch"], one_of([*KINDS, "patch"]))
            problems.add(root.key_place(key), f"unknown kind of content {shown(key)}", hint)
        elif not isinstance(value, list) or not all(isinstance(item, Table) for item in value):
            message = f"'{key}' must be an array of tables"
            problems.add(root.key_place(key), message, f"write [[{key}]] above each one")
        else:
            mod.tables.setdefault(key, []).extend(value)


def _printable(name: str) -> str:
    """A name that can be printed and hashed whatever bytes the file system gave."""
    name = name.encode("utf-8", "replace").decode("utf-8")
    return "".join(char if char.isprintable() else "?" for char in name)
