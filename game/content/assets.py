"""TOML files beside the mods (languages, the thread, the record), read under the same limits as those of mods."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from game.content.limits import FILE_BYTES, Refusal, decode
from game.content.reader import parse


class AssetError(ValueError):
    """A file that cannot be read: one sentence with file, line and remedy."""


def read_tables(path: Path) -> dict[str, Any]:
    """The tables of a file. AssetError says what is wrong with it, and where."""
    try:
        with path.open("rb") as stream:
            text = decode(stream.read(FILE_BYTES + 1))
    except OSError:
        raise AssetError(f"{path.parent.name}/{path.name}: the file cannot be read (check its permissions)") from None
    parsed = text if isinstance(text, Refusal) else parse(text)
    if isinstance(parsed, Refusal):
        place = f"{path.parent.name}/{path.name}:{parsed.line}:{parsed.column}"
        raise AssetError(f"{place}: {parsed.message} ({parsed.hint})")
    return parsed
