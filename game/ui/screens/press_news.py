"""The news of the archive: what each piece is about, how it is filtered, and what a day's front page is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from game.language.dates import long_date
from game.language.words import Words
from game.ui.art.newspaper import Article, Page
from game.ui.art.scenes.choose import scene_of
from game.ui.lore.article import Lore
from game.ui.screens.desk_paper import PRINTED, headline_of
from game.views.telegraph import Item

Filter = Literal["all", "own", "rival", "sign", "front", "house"]
FILTERS: tuple[Filter, ...] = ("all", "own", "rival", "sign", "front", "house")

FRONT_TAGS = frozenset({"war", "army"})
HOUSE_TAGS = frozenset({"coup", "party", "security", "terror", "secret"})
FRONT_NOTES = frozenset({"city_taken", "front_broken", "ordered"})
HOUSE_NOTES = frozenset({
    "leader_withdrew", "leader_returned", "leader_followed", "power_passed", "power_passed_behind", "file_six",
    "arrested", "released", "executed", "appointed", "dismissed", "organ_head", "organ_vacant", "sent_away", "recalled",
    "sign", "vote_opened", "vote_carried", "vote_lost", "vote_dropped",
})  # fmt: skip
"""Codes of the rules' own notes; those of plots begin with `plot_`."""

OLD_NUMBERS = 8408
"""Numbers of the paper before 1941."""
COLUMN = 220
"""Letters of a column of the page before the text is cut."""


def tags_of(item: Item, lore: Lore | None) -> Sequence[str]:
    """The tags of the event or order that a piece of news tells of; none before the encyclopaedia has come."""
    tags: Mapping[str, Sequence[str]] = lore.tags if lore is not None else {}
    return tags.get(item.code, tags.get(item.code.rpartition(".")[0], ()))


def about(item: Item, lore: Lore | None) -> frozenset[str]:
    """Whether a piece of news is of the front, of the house, of both or of neither."""
    tags = frozenset(tags_of(item, lore))
    front = item.code in FRONT_NOTES or bool(tags & FRONT_TAGS)
    house = item.code in HOUSE_NOTES or item.code.startswith("plot_") or bool(tags & HOUSE_TAGS)
    return frozenset(name for name, held in (("front", front), ("house", house)) if held)


def filtered(items: Sequence[Item], kind: Filter, words: str, lore: Lore | None) -> list[Item]:
    """Those of a kind that hold some words, the latest first."""
    seek = words.casefold()
    return [item for item in reversed(items) if _passes(item, kind, lore) and seek in _told(item)]


def _passes(item: Item, kind: Filter, lore: Lore | None) -> bool:
    return kind == "all" or item.sort == kind or kind in about(item, lore)


def _told(item: Item) -> str:
    return " ".join((item.title, item.text, item.who)).casefold()


def rows_of(items: Sequence[Item]) -> list[Item | str]:
    """News with the date (1941-06-22) before those of each day."""
    out: list[Item | str] = []
    for nth, item in enumerate(items):
        if not nth or items[nth - 1].date != item.date:
            out.append(item.date)
        out.append(item)
    return out


def days_of(items: Sequence[Item]) -> list[str]:
    """The days on which anything came, in order."""
    return list(dict.fromkeys(item.date for item in items))


def page_of(words: Words, items: Sequence[Item], day: str) -> Page:
    """The front page of a day, of the gravest that came then."""
    ranked = sorted(
        (item for item in reversed(items) if item.date == day),
        key=lambda item: (not item.title, PRINTED.index(item.sort)),
    )  # fmt: skip
    number = _number(words, day)
    when = long_date(words, day)
    if not ranked:
        return Page(number, when, words("press.quiet"), "", "tape", columns=(("", words("press.rest")),))
    first, rest = ranked[0], ranked[1:]
    columns: list[Article] = [("", _cut(first.text))] if first.title else []
    columns += [(headline_of(item) if item.title else "", _cut(item.text)) for item in rest[: 2 - len(columns)]]
    left = rest[2 - (1 if first.title else 0) :]
    box = (words("press.box"), _cut(left[0].text)) if left else ("", "")
    return Page(
        number, when, headline_of(first), _subtitle(words, first), scene_of(first.code), _seed(day),
        words("press.caption", date=when), tuple(columns), box,
    )  # fmt: skip


def _subtitle(words: Words, item: Item) -> str:
    if item.sort == "rival" and item.who:
        return words("press.sub_rival", who=item.who)
    return words("press.sub_own" if item.sort == "own" else "press.sub_news")


def _number(words: Words, day: str) -> str:
    year = date.fromisoformat(day).timetuple().tm_yday
    return words("press.number", year=year, all=year + OLD_NUMBERS)


def _seed(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _cut(text: str) -> str:
    """As much of a text as a column takes, up to the end of a sentence."""
    if len(text) <= COLUMN:
        return text
    head = text[:COLUMN]
    end = max(head.rfind(mark) for mark in (". ", "? ", "! "))
    return head[: end + 1] if end > COLUMN // 3 else head.rsplit(" ", 1)[0] + "…"
