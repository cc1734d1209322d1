"""The journal: every order and answer as a line of JSON. Files of choices read the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field, PlainValidator, TypeAdapter, ValidationError

from game.core import calendar
from game.core.ids import is_dotted_id, is_id
from game.rulebook.book import Rulebook
from game.rulebook.lines import resolve
from game.store.file import read_bounded
from game.store.problem import SaveError, first_fault, shown

MOST_BYTES = 1 << 20
MOST_ENTRIES = 20_000
LONGEST_LINE = 2_000
LAST_DAY = 80_000
PUT_OFF = "put_off"
"""The option of an answer that puts its question off to the next day."""

LARGEST = 1e15
LONGEST_WORD = 120


def _argument(value: object) -> object:
    """An id, a number or yes/no, as JSON gave it. Raises ValueError."""
    if isinstance(value, str) and len(value) <= LONGEST_WORD:
        return value
    if isinstance(value, int | float) and -LARGEST <= value <= LARGEST:
        return value
    raise ValueError("an argument is an id, a number, true or false")


Word = Annotated[str, Field(max_length=LONGEST_WORD)]
Argument = Annotated[bool | int | float | str, PlainValidator(_argument)]


@dataclass(frozen=True, slots=True)
class Entry:
    """A choice of a seat: an option of an event, or a decision with its arguments.

    date: "YYYY-MM-DD", 1900 to 2119. seat: a person's id. arguments: name -> id, number or yes/no.
    Raises ValueError, which says what does not fit together.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)

    date: Annotated[str, Field(max_length=20)]
    seat: Word
    event: Word | None = None
    option: Word | None = None
    decision: Word | None = None
    arguments: Annotated[Mapping[Word, Argument], Field(max_length=16)] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_date(self.date)
        if not is_id(self.seat):
            raise ValueError(f"'{shown(self.seat)}' is not the id of a person")
        if (self.event is None) == (self.decision is None):
            raise ValueError("a choice names an event or a decision, and not both")
        if (self.event is None) != (self.option is None):
            raise ValueError("'event' and 'option' go together")
        if self.event is not None and self.arguments:
            raise ValueError("an event takes no arguments")
        for name in (self.event, self.option, self.decision, *self.arguments):
            if name is not None and not is_dotted_id(name):
                raise ValueError(f"'{shown(name)}' is not an id")

    @property
    def day(self) -> int:
        """The date in days since 1 January 1900."""
        return calendar.to_days(self.date)

    def parts(self) -> dict[str, object]:
        """What a line of JSON holds, without what is absent: the form that `rulebook.lines.resolve` reads."""
        named: dict[str, object] = {"date": self.date, "seat": self.seat, "event": self.event, "option": self.option}
        named["decision"] = self.decision
        out = {name: value for name, value in named.items() if value is not None}
        return {**out, "arguments": dict(self.arguments)} if self.arguments else out


_ENTRY: TypeAdapter[Entry] = TypeAdapter(Entry)


def check_date(text: str) -> None:
    """Raise ValueError where it is no date that a world can have."""
    try:
        known = 0 <= calendar.to_days(text) <= LAST_DAY
    except ValueError:
        known = False
    if not known:
        raise ValueError(f"'{shown(text)}' is no date of 1900 to 2119, written as 1941-06-22")


def to_lines(entries: Iterable[Entry]) -> str:
    """The journal as text, a line of JSON for each entry."""
    return "".join(json.dumps(entry.parts(), ensure_ascii=False) + "\n" for entry in entries)


def from_lines(text: str, name: str, book: Rulebook | None = None) -> tuple[Entry, ...]:
    """The entries of a text; empty lines and lines from `#` on are skipped.

    With a rulebook, ids are looked up too. Raises SaveError `name:LINE: sentence` for the first line at fault.
    """
    entries: list[Entry] = []
    for number, line in enumerate(text.split("\n"), 1):
        said = line.strip()
        if not said or said.startswith("#"):
            continue
        fault = _line_fault(said, entries, book)
        if fault:
            raise SaveError(f"{name}:{number}: {fault}")
    return tuple(entries)


def read_choices(path: Path, book: Rulebook | None = None) -> tuple[Entry, ...]:
    """The entries of a file of choices, as `from_lines` reads them. Raises SaveError."""
    data, name = read_bounded(path, MOST_BYTES), shown(path.name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SaveError(f"{name}:{line}: this is not UTF-8 text; save the file as UTF-8") from None
    return from_lines(text, name, book)


def _line_fault(said: str, entries: list[Entry], book: Rulebook | None) -> str:
    """Add the entry that a line states; what is wrong with it, or nothing."""
    if len(said) > LONGEST_LINE:
        return f"a line of {len(said)} characters; at most {LONGEST_LINE} are read"
    if len(entries) >= MOST_ENTRIES:
        return f"more than {MOST_ENTRIES} choices; split the file"
    try:
        entry = _ENTRY.validate_json(said)
    except ValidationError as error:
        return first_fault(error)
    entries.append(entry)
    return "" if book is None else _meaning_fault(entry, book)


def _meaning_fault(entry: Entry, book: Rulebook) -> str:
    if entry.option == PUT_OFF and entry.event in book.vocabulary.events:
        return ""
    made = resolve(entry.parts(), book.schema, book.vocabulary, book.events, book.levers)
    return made if isinstance(made, str) else ""
