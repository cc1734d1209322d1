"""The saves of a folder as a list shows them: what the man who is played knows, and nothing that a column hides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.store.folder import Listed, list_saves
from game.store.header import Header
from game.store.problem import SaveError
from game.store.save import read_header


@dataclass(frozen=True, slots=True)
class SavedGame:
    """A save. changed: seconds since 1970; bytes: of the file. fault: why it cannot be read, a sentence, or empty.

    date, place: where in the game it stands. premises: those that were chosen; others are the usual ones.
    """

    path: Path
    name: str
    automatic: bool
    changed: float
    bytes: int
    fault: str = ""
    date: str = ""
    place: str = ""
    stop: int = 0
    person: str = ""
    premises: Mapping[str, str] | None = None
    difficulty: str = ""
    historical: bool = False
    ironman: bool = False
    seed: int = 0


def saved_games(folder: Path) -> tuple[SavedGame, ...]:
    """The latest first, broken ones with their fault."""
    return tuple(_saved_game(found) for found in list_saves(folder))


def _saved_game(found: Listed) -> SavedGame:
    size = _size(found.path)
    try:
        header = read_header(found.path)
    except SaveError as error:
        return SavedGame(found.path, found.name, found.automatic, found.changed, size, str(error))
    return SavedGame(
        found.path, found.name, found.automatic, found.changed, size, "", header.date, header.headline.place,
        _stop(header), header.protagonist, dict(header.start.premises), header.start.difficulty,
        header.start.sides.get("all") == "historical", header.keeps.get("ironman") == "1", header.seed,
    )  # fmt: skip


def _stop(header: Header) -> int:
    said = header.keeps.get("stop", "")
    return int(said) if said.isascii() and said.isdigit() else 0


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return 0
