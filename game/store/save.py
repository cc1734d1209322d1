"""A save: one file with a header, the arrays of its worlds and a digest over all. docs/developers/saves.md draws it."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from game.core import calendar, chance
from game.rulebook.book import Rulebook
from game.rulebook.start import Start
from game.store.arrays import Array, arrays_of, check_sections, describe, unpack, world_of
from game.store.checks import check_arrays, check_ledger, clamped, spans
from game.store.file import MOST_FILE, read_bounded, write_whole
from game.store.fit import fit
from game.store.header import MOST_HEADER, DiaryLine, Fork, Header, Mod, decode, encode
from game.store.journal import Entry
from game.store.layout import layout_of
from game.store.migrations import VERSION, newer_arrays, newer_header
from game.store.problem import SaveError, first_fault, shown
from game.world.state import World

MAGIC = b"\x89RWSAVE\n"
"""No text file begins so, and one sent as text does not survive as this."""

PRELUDE = struct.Struct("<8sII")
"""Magic, version, bytes of the header."""

DIGEST = 32
REMEDY = "load an earlier save"


@dataclass(frozen=True, slots=True)
class Saved:
    """A game at one moment. world: the live block, not a copy. notices: what a load has to tell the player."""

    header: Header
    world: World
    notices: tuple[str, ...] = ()


def save_of(
    book: Rulebook, world: World, start: Start, game_version: str, *, title: str = "", journal: Sequence[Entry] = (),
    diary: Sequence[DiaryLine] = (), lineage: Sequence[Fork] = (), keeps: Mapping[str, str] | None = None,
) -> Saved:  # fmt: skip
    """What is to be saved of a block, as it stands. Raises SaveError where a text is too long to be read again."""
    protagonist = int(world.column("clock", "protagonist")[0]) - 1
    try:
        header = Header(
            title=title, game_version=game_version, chance_version=chance.VERSION, scenario=book.scenario.id,
            digest=book.digest, start=start,
            mods=tuple(Mod(id=m.id, version=m.version) for m in book.content.manifests.values()),
            seed=int(world.seed[0]), worlds=world.width, date=calendar.to_iso(world.date[0]), stage=world.stage,
            round=world.round, protagonist=book.schema.entities["person"][protagonist], journal=tuple(journal),
            diary=tuple(diary), lineage=tuple(lineage), keeps=dict(keeps or {}), layout=layout_of(book),
        )  # fmt: skip
    except ValidationError as error:
        raise SaveError(f"the game cannot be saved ({first_fault(error)}); choose another text") from None
    return Saved(header, world)


def write_save(path: Path, saved: Saved) -> None:
    """Write a save so that a crash leaves either the old file or the new one, whole and on the disk.

    Raises SaveError where the state is one that would not be read again (nothing is written then), or the disk fails.
    """
    write_whole(path, to_bytes(saved))


def to_bytes(saved: Saved) -> bytes:
    """The file of a save. Raises SaveError where it would not be read again."""
    arrays, labels = arrays_of(saved.world)
    sections = describe(arrays)
    header = saved.header.model_copy(update={"labels": labels, "sections": sections})
    try:
        check_sections(sections, header.layout, header.worlds)
        _sound(header, arrays)
        text = encode(header)
    except SaveError as error:
        raise SaveError(f"the game cannot be saved: {error}; please report it, and go on from your last save") from None
    parts = [PRELUDE.pack(MAGIC, VERSION, len(text)), text, *(array.tobytes() for array in arrays.values())]
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    data = b"".join([*parts, digest.digest()])
    if len(data) > MOST_FILE:
        raise SaveError(f"{header.worlds} worlds are more than one save of {MOST_FILE >> 20} MB holds; save fewer")
    return data


def read_header(path: Path) -> Header:
    """The header of a save: quick, and enough to list it, open its rulebook or replay it. The digest is not checked.

    Raises SaveError with one sentence.
    """
    data = read_bounded(path, PRELUDE.size + MOST_HEADER, start_only=True)
    with _naming(path):
        version, text = _open(data)
        return decode(newer_header(text, version) if version < VERSION else text)


def read_save(path: Path, book: Rulebook) -> Saved:
    """A save, for the rulebook of its scenario and mods (`read_header` names them).

    Every number has been checked. A save of other content is fitted to the rulebook, and `notices` say what changed.
    Raises SaveError with one sentence where the file is damaged, foreign or of another scenario.
    """
    data = read_bounded(path, MOST_FILE)
    with _naming(path):
        return from_bytes(data, book)


def from_bytes(data: bytes, book: Rulebook) -> Saved:
    """The save that a file holds. Raises SaveError."""
    version, text = _open(data)
    body, digest = memoryview(data)[:-DIGEST], data[-DIGEST:]
    if len(body) < PRELUDE.size + len(text) or hashlib.sha256(body).digest() != digest:
        raise SaveError(f"it is damaged or cut short; {REMEDY}")
    header, arrays = _contents(version, text, body[PRELUDE.size + len(text) :])
    if header.scenario != book.scenario.id:
        raise SaveError(f"it is a game of {header.scenario}, not of {book.scenario.id}; open it with that scenario")
    arrays, notices = _sound(header, arrays)
    notices += _notices(header, book)
    if header.layout != layout_of(book):
        header, arrays, more = fit(header, arrays, book)
        arrays, _ = _sound(header, arrays)
        notices += more
    return Saved(header, world_of(book, header.worlds, arrays, header.labels), notices)


def _open(data: bytes) -> tuple[int, bytes]:
    """The version and the header's JSON. Raises SaveError where this is no save."""
    if len(data) < PRELUDE.size:
        raise SaveError("it is no save of this game; choose another file")
    magic, version, size = PRELUDE.unpack_from(data)
    if magic != MAGIC:
        raise SaveError("it is no save of this game; choose another file")
    if version > VERSION:
        raise SaveError(f"it is of format {version}, and this game reads up to {VERSION}; update the game")
    if version < 1 or size > MOST_HEADER or size > len(data) - PRELUDE.size:
        raise SaveError(f"it is damaged or cut short; {REMEDY}")
    return version, data[PRELUDE.size : PRELUDE.size + size]


def _contents(version: int, text: bytes, body: memoryview) -> tuple[Header, Mapping[str, Array]]:
    """The header and views of the arrays, in the newest format."""
    if version < VERSION:
        text = newer_header(text, version)
    header = decode(text)
    arrays = unpack(body, header.sections)
    if version < VERSION:
        arrays = newer_arrays(json.loads(text), arrays, version)
    check_sections(describe(arrays), header.layout, header.worlds)
    return header, arrays


def _sound(header: Header, arrays: Mapping[str, Array]) -> tuple[Mapping[str, Array], tuple[str, ...]]:
    """The arrays with figures clamped, and what was: see `checks.clamped`.

    Raises SaveError where another number is not what it may be, or where the header says other than the arrays.
    """
    layout, rows = header.layout, dict(spans(header.layout))
    arrays, notices = clamped(layout, arrays)
    check_arrays(layout, header.worlds, arrays)
    if "ledger" in arrays:
        check_ledger(layout, arrays["ledger"], len(header.labels))
    date, who = (arrays["numbers"][rows[name].start, 0] for name in ("clock.date", "clock.protagonist"))
    people = layout.entities.get("person", ())
    person = people[int(who) - 1] if who <= len(people) else ""
    told = [header.seed, calendar.to_days(header.date), header.stage, header.round, header.protagonist]
    held = [int(arrays["seed"][0]), int(date), int(arrays["stage"]), int(arrays["round"]), person]
    if told != held:
        raise SaveError("its header and its world disagree")
    return arrays, notices


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Put the file's name before the sentence, and a remedy behind it where it has none."""
    try:
        yield
    except SaveError as error:
        text = str(error)
        raise SaveError(f"{shown(path.name)}: {text}" + ("" if "; " in text else f"; {REMEDY}")) from None


def _notices(header: Header, book: Rulebook) -> tuple[str, ...]:
    out = []
    if header.digest != book.digest:
        out.append("The content has changed since this save; what follows may differ from what its journal led to.")
    if header.chance_version != chance.VERSION:
        out.append("Chance is drawn otherwise since this save; what follows may differ from what its journal led to.")
    return tuple(out)
