"""The front page on the desk, of the gravest of the news, and the strip of the telegraph."""

from __future__ import annotations

import re
from collections.abc import Callable

from game.language.dates import long_date, short_date
from game.ui.app.stage import Stage
from game.ui.art.marks import mark, number_disc
from game.ui.art.newspaper import Page, small_page
from game.ui.art.scenes.choose import scene_of
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.scroll import Listing
from game.views.names import surname
from game.views.telegraph import Item
from game.views.told import Mark

SORTS = ("own", "rival", "sign")
"""What the strip shows first, one of each: what came of your act, what a rival did, what you noticed."""

PRINTED = ("news", "rival", "own", "sign")
"""Of which sort the front page is, the first of which there is any."""

COLOURS = {"own": "red", "rival": "ink", "sign": "deep", "news": "steel"}
MARKS: tuple[Mark, ...] = ("measured", "reported", "guessed")
MOST_ITEMS = 3
HEADLINE = 64
"""Letters of a headline that is made of a sentence."""


def strip_items(stage: Stage) -> tuple[Item, ...]:
    """Three pieces of the news of this stop: one of each sort if there is one, then the gravest."""
    news = (*stage.now.news.items, *(i for i in stage.now.view.news.items if i not in stage.now.news.items))
    latest = list(reversed(news))
    found = [next(item for item in latest if item.sort == sort) for sort in SORTS if sort in {i.sort for i in latest}]
    found += [item for item in (*reversed(stage.now.news.front), *latest) if item not in found]
    return tuple(found[:MOST_ITEMS])


def printed_item(stage: Stage) -> Item | None:
    """What stands on the front page; None where nothing has come."""
    latest = list(reversed(stage.now.news.items))
    ranked = sorted(latest, key=lambda item: PRINTED.index(item.sort))
    return ranked[0] if ranked else None


def headline_of(item: Item) -> str:
    """A title, or the beginning of the sentence as a newspaper would set it."""
    if item.title:
        return item.title
    said = re.split(r"[;:.,](?:\s|$)", item.text, maxsplit=1)[0]
    return said if len(said) <= HEADLINE else said[:HEADLINE].rsplit(" ", 1)[0]


def front(stage: Stage, place: Rect, open_press: Callable[[], object], numbered: bool) -> Node:
    """The page, which opens the press. numbered: with the number of its step."""
    words, item = stage.words, printed_item(stage)
    date = words("desk.paper.price", date=long_date(words, stage.now.view.desk.date))
    title = headline_of(item) if item else words("desk.paper.quiet")
    scene = scene_of(item.code) if item else "tape"
    page = Page("", date, title, "", scene, seed=stage.now.view.stop)
    left = words(f"desk.paper.{item.sort}" if item else "desk.paper.nobody")
    right, said = words("desk.paper.read"), item.text if item else words("telegraph.nothing")

    def draw_front(canvas: Canvas, whole: Rect, status: Status) -> None:
        bar = small_page(canvas, whole.within(8 if numbered else 0, 6 if numbered else 0), page)
        canvas.text(bar.x + 16, bar.centre[1], left, "semi", 15.5, "paper", down="middle", most=bar.w * 0.55)
        canvas.text(bar.right - 16, bar.centre[1], right, "semi", 15.5, "amber", "right", "middle")
        if numbered:
            number_disc(canvas, 25, 25, "1", 17)

    printed = Picture(rect=place, key="page", what=(page, left, right, numbered), draw=draw_front, kept="desk-paper",
                      late=True)  # fmt: skip
    over = Pressable(rect=place, key="paper", what="paper", draw=_draw_held, act=open_press,
                     tip=Tip(title, said, words("desk.paper.tip")))  # fmt: skip
    return Group(rect=place, key="front", children=[printed, over])


def _draw_held(canvas: Canvas, whole: Rect, status: Status) -> None:
    """Corners round the page while the pointer is on it."""
    if status.hover:
        canvas.box(whole.inset(3), "amber", 2)


def wire(stage: Stage, place: Rect, open_press: Callable[[], object]) -> Group:
    """The strip: three pieces of news, and the key of the marks where there is room for it."""
    items = strip_items(stage)
    inner = place.within(left=52)
    key_wide = 196.0 if inner.w >= 900 else 0.0
    room = inner.within(right=key_wide)
    nodes: list[Node] = [_ground(stage, place, bool(items))]
    for nth, (item, at) in enumerate(zip(items, room.columns(MOST_ITEMS), strict=False)):
        nodes.append(_piece(stage, item, at.within(top=3), nth, open_press))
    if key_wide:
        nodes.append(marks_key(stage, inner.split_right(key_wide)[0].within(top=3), ruled=True))
    return Group(rect=place, key="wire", children=nodes)


def _ground(stage: Stage, place: Rect, any_news: bool) -> Node:
    words = stage.words
    title, nothing = words("telegraph.title").upper(), "" if any_news else words("telegraph.nothing")

    def draw_ground(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "paper")
        canvas.rect(Rect(0, 0, whole.w, 3), "ink")
        canvas.rect(Rect(0, 3, 40, whole.h), "ink")
        canvas.turned_text(20, whole.h / 2 + 2, title, -90, "head_light", 17, "paper", track=2)
        for nth in range(int((whole.h - 12) // 14)):
            canvas.rect(Rect(46, 13 + nth * 14, 5, 6), "dark")
        canvas.text(68, whole.h / 2, nothing, "medium", 17, "mute", down="middle")

    return Picture(rect=place, key="ground", what=(title, nothing), draw=draw_ground, opaque=True)


def _piece(stage: Stage, item: Item, place: Rect, nth: int, open_press: Callable[[], object], key: str = "") -> Node:
    words = stage.words
    sort = words(f"desk.wire.{'you' if item.sort == 'own' else item.sort}").upper()
    date, colour = short_date(words, item.date), COLOURS[item.sort]
    title = item.title or item.text
    by = f" · {surname(item.who)}" if item.who and item.sort == "rival" else ""
    below = item.text if item.title else ""

    def draw_piece(canvas: Canvas, whole: Rect, status: Status) -> None:
        if status.hover or key:
            canvas.rect(whole, "light" if key and not status.hover else "dark")
        if nth:
            canvas.rect(Rect(0, 16, 1.5, whole.h - 32), "line")
        wide = canvas.width(sort, "semi", 15) + 16
        canvas.rect(Rect(16, 13, wide, 23), colour)
        canvas.text(24, 24.5, sort, "semi", 15, "paper", down="middle")
        room = whole.w - wide - 36
        said = date + by if canvas.width(date + by, "medium", 15) <= room else date
        canvas.text(16 + wide + 9, 24.5, said, "medium", 15, "mute", down="middle")
        room = whole.w - 30
        most = _lines_most(canvas, title, below, room)
        y = canvas.paragraph(16, 47, room, title, "head_light", 17, "ink", 1.24, most)
        if below and y < whole.h - 22:
            canvas.paragraph(16, y + 4, room, below, "body", 15, "mute", 1.2, max(1, int((whole.h - 4 - y) // 18)))

    tip = Tip(item.title or sort.capitalize(), item.text, words("desk.wire.tip"))
    return Pressable(rect=place, key=key or f"item {nth}", what=(item, nth, sort, bool(key)), draw=draw_piece,
                     act=open_press, tip=tip)  # fmt: skip


def _lines_most(canvas: Canvas, title: str, below: str, room: float) -> int:
    """Lines for the headline: three where nothing stands below it, or where it needs them."""
    return 2 if below and len(canvas.lines(title, "head_light", 17, room)) <= 2 else 3


def news_list(stage: Stage, place: Rect, open_press: Callable[[], object]) -> Node:
    """All that has come since the stop before, the latest first."""
    items = tuple(reversed(stage.now.news.items))

    def row(nth: int, at: Rect) -> Node:
        return _piece(stage, items[nth], at.within(bottom=8), 0, open_press, f"news {nth}")

    return Listing(rect=place, key="news", count=len(items), pitch=124, row=row)


def marks_key(stage: Stage, place: Rect, ruled: bool = False) -> Node:
    """What the three marks mean. ruled: with a rule before it, on paper."""
    lines = tuple(stage.words(f"mark.{name}") for name in MARKS)

    def draw_key(canvas: Canvas, whole: Rect, status: Status) -> None:
        if ruled:
            canvas.rect(Rect(0, 16, 1.5, whole.h - 32), "line")
        for nth, (name, line) in enumerate(zip(MARKS, lines, strict=True)):
            y = whole.h / 2 + (nth - 1) * 33
            mark(canvas, 24, y, name, 7, "ink", "paper" if ruled else "light")
            canvas.text(42, y, line, "medium", 15, "ink", down="middle", most=whole.w - 48)

    return Picture(rect=place, key="marks", what=(lines, ruled), draw=draw_key)
