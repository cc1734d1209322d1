"""Proving that a save, or a file of choices, leads to the world that it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from game.core import calendar
from game.play import choices
from game.play.campaign import Campaign
from game.play.errors import PlayError
from game.play.opening import Opening
from game.play.replay import replay
from game.play.running import place_in_turn
from game.play.saving import book_of, opening_of
from game.rulebook.book import Rulebook
from game.store.file import read_bounded
from game.store.save import MAGIC, read_header, read_save


@dataclass(frozen=True, slots=True)
class Proof:
    """hash: of the world rebuilt, on `date`. expected: what the file says, empty where it says nothing of that date.

    faults: sentences on choices that could not be made. console: it was opened in that game.
    """

    date: str
    hash: str
    expected: str
    choices: int
    faults: tuple[str, ...] = ()
    console: bool = False

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.faults and self.expected in ("", self.hash)


def prove(path: Path, mods: Sequence[Path], until: str | None = None, book: Rulebook | None = None) -> Proof:
    """Rebuild the world of a file from its beginning, up to the date `until` or as far as the file goes.

    book: that of the mods, where it has been opened already.

    ContentError: the mods. SaveError, PlayError: the file, in one sentence.
    """
    if read_bounded(path, len(MAGIC), start_only=True) == MAGIC:
        return _of_save(path, mods, until, book)
    return _of_choices(path, mods, until, book)


def _of_save(path: Path, mods: Sequence[Path], until: str | None, book: Rulebook | None) -> Proof:
    header = read_header(path)
    if header.worlds != 1:
        raise PlayError(f"the save holds {header.worlds} worlds, and a journal is that of one")
    book = book_of(header, mods, book)
    if header.digest != book.digest:
        raise PlayError("the save was played with other content, so that its journal leads elsewhere (load it instead)")
    _check_day(until, book)
    saved = read_save(path, book)
    end = float(calendar.to_days(until)) if until else None
    target = (float(saved.world.date[0]), saved.world.stage, saved.world.round)
    block = replay(book, opening_of(header, mods), saved.header.journal, target, end)
    there = place_in_turn(block) == target
    expected = saved.world.hashes()[0] if there or end is None else ""
    return Proof(calendar.to_iso(float(block.world.date[0])), block.world.hashes()[0], expected, len(header.journal),
                 console=header.keeps.get("console") == "1")  # fmt: skip


def _check_day(until: str | None, book: Rulebook) -> None:
    """PlayError: the day comes before the scenario's first."""
    if until is not None and until < str(book.scenario.starts):
        raise PlayError(f"--until {until}: {book.scenario.id} starts on {book.scenario.starts}")


def opening_of_choices(file: choices.Choices, mods: Sequence[Path]) -> Opening:
    """How the campaign begins that a file of choices is meant for."""
    head = {key: value for key, value in file.head.items() if key != "hash"}
    return Opening(tuple(mods), **head)  # type: ignore[arg-type]


def _of_choices(path: Path, mods: Sequence[Path], until: str | None, book: Rulebook | None) -> Proof:
    file = choices.read(path)
    if not file.head:
        raise PlayError(f"{file.name} does not say with what it is played (begin it with '{choices.HEAD} {{...}}')")
    campaign = Campaign.new(opening_of_choices(file, mods), book)
    _check_day(until, campaign.book)
    choices.check(file, campaign)
    reader = choices.Reader(file)
    while campaign.halt != "over" and not (until and campaign.date >= until):
        reader.step(campaign)
    if campaign.halt == "over":
        reader.finish()
    expected = str(file.head.get("hash", "")) if campaign.halt == "over" else ""
    return Proof(campaign.date, campaign.hash, expected, len(campaign.journal), tuple(reader.faults))
