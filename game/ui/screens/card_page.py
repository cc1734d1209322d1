"""The sheet beside the answers: the front page of the day, or a telegram for what no newspaper would print."""

from __future__ import annotations

import re
from datetime import date
from zlib import crc32

from game.language.dates import long_date
from game.language.words import Words
from game.ui.art.newspaper import Article, Masthead, Page, front_page
from game.ui.art.scenes.choose import scene_of
from game.ui.art.telegram import Form, telegram
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Node, Picture, Status
from game.ui.kit.rect import Rect
from game.views.question import Question

PRIVATE_TAGS = frozenset({"coup", "secret", "terror"})
"""Two answers with one of these make a question one for a telegram."""

PRIVATE_EVENTS = ("plot.", "asked.")
PRIVATE_SCENES = frozenset({"file", "corridor", "night_houses", "car_below", "visitors", "gate"})
SENTENCES = re.compile(r"(?<=[a-z\d\u2019\u201d'\"][.?!])\s+(?=[A-Z\u2018\u201c'])")
TELEGRAMS = 3
NARROW = 560.0
"""Width of a sheet, design units, that has no room for three columns."""


def is_private(asked: Question) -> bool:
    """Whether it is a matter that no newspaper would print."""
    tagged = sum(bool(PRIVATE_TAGS.intersection(option.tags)) for option in asked.options)
    return tagged > 1 or asked.event.startswith(PRIVATE_EVENTS) or scene_of(asked.event) in PRIVATE_SCENES


def page_of(words: Words, asked: Question, narrow: bool = False, bare: bool = False) -> Page:
    """What stands on the sheet: above, what the day's paper says; below, and in its black box, what is so.

    narrow: it has room for one column beside the box. bare: without the small print of its head.
    """
    day, lot, scene = date.fromisoformat(asked.date), crc32(asked.event.encode()), scene_of(asked.event)
    key = f"card.telegrams.{lot % TELEGRAMS}" if is_private(asked) else f"card.headlines.{scene}"
    title, _, subtitle = (words(key) if words.has(key) else asked.title).partition("|")
    weekday = words("card.weekdays").split()[day.weekday()]
    date_said = long_date(words, asked.date)
    if not is_private(asked):
        date_said = words("card.page_date", weekday=weekday, date=date_said)
    columns, crux = articles(asked.text)
    if narrow:
        columns = (("", " ".join(text for _, text in columns)),)
    small = ("", "", "") if bare else tuple(words(f"card.masthead.{name}") for name in ("slogan", "price", "organ"))
    masthead = Masthead(words("card.masthead.name"), *small)
    return Page(
        words("card.number", n=day.timetuple().tm_yday),
        date_said, title, subtitle, scene, lot % 97,
        columns=columns, box=(words("card.not_print"), crux) if crux else ("", ""), masthead=masthead,
    )  # fmt: skip


def articles(text: str) -> tuple[tuple[Article, ...], str]:
    """A text in columns, and its last sentences, on which the choice turns, for the box."""
    parts = SENTENCES.split(text)
    if len(parts) < 3:
        return (("", text),), ""
    crux = [parts.pop()]
    while len(parts) > 2 and sum(map(len, crux)) + len(parts[-1]) < len(text) * 0.36:
        crux.insert(0, parts.pop())
    body = " ".join(parts)
    if len(parts) < 3 or len(body) < 150:
        return (("", body),), " ".join(crux)
    cut = min(range(1, len(parts)), key=lambda at: abs(len(" ".join(parts[:at])) - len(body) / 2))
    return (("", " ".join(parts[:cut])), ("", " ".join(parts[cut:]))), " ".join(crux)


def words_on(page: Page) -> int:
    """How many words stand on a sheet."""
    head = page.masthead
    texts = [page.number, page.date, page.title, page.subtitle, *page.box, head.name, head.slogan, head.price]
    texts += [head.organ, *(part for article in page.columns for part in article)]
    return sum(len(text.split()) for text in texts)


def sheet(words: Words, asked: Question, place: Rect, bare: bool = False) -> Node:
    """The sheet in its place. bare: without the small print of its head."""
    page, private = page_of(words, asked, place.w < NARROW, bare), is_private(asked)
    form = Form(words("card.form.name"), words("card.form.line"))

    def draw_sheet(canvas: Canvas, whole: Rect, status: Status) -> None:
        if private:
            telegram(canvas, whole, page, form)
        else:
            front_page(canvas, whole, page)

    return Picture(rect=place, key="sheet", what=(page, private), draw=draw_sheet, kept="card-sheet", late=True)
