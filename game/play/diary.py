"""The diary: one line a stop, of what was chosen; it becomes the timeline."""

from __future__ import annotations

from collections.abc import Sequence

from game.core import calendar
from game.play.console import CONSOLE
from game.rulebook.book import Rulebook
from game.store.header import DiaryLine
from game.store.journal import PUT_OFF, Entry

LONGEST = 300
QUIET = "Nothing was asked of you, and you asked nothing."


def line_of(book: Rulebook, day: float, entries: Sequence[Entry]) -> DiaryLine:
    """The line of a stop that was on `day`, from its answers and orders."""
    said = "; ".join(_said(book, entry) for entry in entries) or QUIET
    plain = "".join(c if c.isprintable() else " " for c in said)
    return DiaryLine(date=calendar.to_iso(day), text=plain if len(plain) <= LONGEST else plain[: LONGEST - 3] + "...")


def _said(book: Rulebook, entry: Entry) -> str:
    if entry.event is not None:
        rule = book.event(entry.event)
        if entry.option == PUT_OFF and rule.place(PUT_OFF) < 0:
            return _joined(rule.source.title, "put off")
        return _joined(rule.source.title, rule.options[rule.place(str(entry.option))].source.text.rstrip("."))
    if entry.decision == CONSOLE:
        return f"console: {entry.arguments['effect']}"
    try:
        title = book.lever(str(entry.decision)).source.title
    except KeyError:
        return f"from here on as {book.content.persons[str(entry.arguments['person'])].name}"
    about = ", ".join(_name(book, str(value)) for value in entry.arguments.values())
    return f"{title} ({about})" if about else title


def _joined(title: str, text: str) -> str:
    """A title and what was chosen; a title that asks keeps its mark and takes no colon."""
    return f"{title} {text}" if title.endswith(("?", "!")) else f"{title}: {text}"


def _name(book: Rulebook, value: str) -> str:
    content = book.content
    for table in (content.persons, content.organs, content.posts, content.formations, content.provinces):
        if value in table:
            return str(table[value].name)
    return value.replace("_", " ")
