"""A campaign as a save, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from game.content import read_packs
from game.core import calendar
from game.engine.block import Block
from game.play.errors import PlayError
from game.play.opening import Opening, start_of
from game.play.place import Place, Records
from game.play.running import Halt
from game.rulebook.book import Rulebook, make_rulebook
from game.store.header import Header
from game.store.save import Saved, read_header, read_save, save_of
from game.world.ledger import Ledger

HALTS: tuple[Halt, ...] = ("question", "orders", "fallen", "over")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a campaign is made of again. notices: sentences on what the load met."""

    book: Rulebook
    opening: Opening
    block: Block
    place: Place
    records: Records
    notices: tuple[str, ...]


def game_version() -> str:
    """The version of the game as installed; 0 where it runs without having been installed."""
    try:
        return metadata.version("red-wedge")
    except metadata.PackageNotFoundError:
        return "0"


def saved_of(block: Block, opening: Opening, place: Place, records: Records, title: str = "") -> Saved:
    """A campaign as it stands. SaveError where it cannot be saved."""
    keeps = {
        "ironman": str(int(opening.ironman)), "console": str(int(opening.console)), "halt": place.halt,
        "stop": str(place.stop), "day": repr(place.day),
        "since": str(place.since), "authority": repr(place.authority), "signs": repr(place.signs),
        "studies": str(place.studies),
    }  # fmt: skip
    return save_of(
        block.book, block.world, start_of(block.book, opening), game_version(), title=title, journal=records.journal,
        diary=records.diary, keeps=keeps,
    )  # fmt: skip


def load(path: Path, mods: Sequence[Path], book: Rulebook | None = None) -> Loaded:
    """A campaign of a save. book: that of the mods, where it has been opened already.

    ContentError: the mods. SaveError: the file. PlayError: it was played with other mods.
    """
    header = read_header(path)
    book = book_of(header, mods, book)
    saved = read_save(path, book)
    if saved.world.width != 1:
        raise PlayError(f"the save holds {saved.world.width} worlds, and a player plays one (open it in the lab)")
    if saved.world.ledger is None:
        saved.world.ledger = Ledger()
    header = saved.header
    records = Records(list(header.journal), list(header.diary))
    return Loaded(book, opening_of(header, mods), Block(book, saved.world), _place(header), records, saved.notices)


def book_of(header: Header, mods: Sequence[Path], book: Rulebook | None = None) -> Rulebook:
    """The rulebook of a save's scenario: `book` if it is that. PlayError: it needs mods that are not among `mods`."""
    content = read_packs(mods) if book is None else book.content
    missing = [mod.id for mod in header.mods if mod.id not in content.manifests]
    if missing:
        raise PlayError(f"the save was played with the mod {missing[0]} (add it with --mod PATH)")
    if header.scenario not in content.scenarios:
        raise PlayError(f"the save is of the scenario {header.scenario}, which no mod here has (add one with --mod)")
    fits = book is not None and book.scenario.id == header.scenario
    return book if book is not None and fits else make_rulebook(content, header.scenario)


def opening_of(header: Header, mods: Sequence[Path]) -> Opening:
    """How the game of a save began."""
    start, keeps = header.start, header.keeps
    sides = {side: policy for side, policy in start.sides.items() if side != start.protagonist}
    return Opening(
        tuple(mods), header.scenario, header.seed, start.protagonist, start.premises, sides, start.difficulty,
        keeps.get("ironman") == "1", keeps.get("console") == "1",
    )  # fmt: skip


def _place(header: Header) -> Place:
    """Where the campaign stood. A save that says it wrongly is taken to have stopped at its date."""
    keeps = header.keeps
    halt: Halt = next((h for h in HALTS if h == keeps.get("halt")), "orders")
    try:
        day, authority, signs = (float(keeps[name]) for name in ("day", "authority", "signs"))
        stop, since, studies = (int(keeps[name]) for name in ("stop", "since", "studies"))
        if not (0 <= day <= 80_000 and 0 <= authority <= 100 and 0 <= signs <= 99 and min(stop, since, studies) >= 0):
            raise ValueError
    except (KeyError, ValueError):
        return Place(1, float(calendar.to_days(header.date)), halt)
    return Place(stop, day, halt, since, authority, signs, studies)
