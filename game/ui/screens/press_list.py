"""The list of the press room: filters, search, and all news by day."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.language.dates import day_month
from game.ui.app.stage import Stage
from game.ui.art.icons import icon
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.choosing import segments
from game.ui.kit.entering import Entry
from game.ui.kit.interface import Interface
from game.ui.kit.node import Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.scroll import Listing
from game.ui.screens.desk_paper import COLOURS, headline_of
from game.ui.screens.press_news import FILTERS, about
from game.views.names import surname
from game.views.telegraph import Item

ROW, TOOLS, GAP = 62.0, 36.0, 10.0
FIND = 150.0
NARROW = 560.0
"""Narrower than this the search stands below the filters."""

Pick = Callable[[Item | str], object]


def news_panel(stage: Stage, ui: Interface, place: Rect, rows: Sequence[Item | str], picked: Item | str,
               pick: Pick) -> Group:  # fmt: skip
    """Filters above, the list below. rows: news, and dates as headings; picked: one of them."""
    narrow = place.w < NARROW
    tools, body = place.split_top(2 * TOOLS + 8 if narrow else TOOLS, GAP)
    upper, lower = tools.split_top(TOOLS, 8)
    chips, find = (upper, lower) if narrow else (upper.within(right=FIND + 10), upper.split_right(FIND)[0])
    kind, words = ui.recall("filter", "all"), ui.recall("find", "")
    options = [(name, stage.words(f"press.filter.{name}")) for name in FILTERS]
    nodes: list[Node] = [
        segments(chips, options, kind, lambda name: _set(ui, "filter", name), "filters"),
        Entry(rect=find, key="find", text=words, hint=stage.words("press.find"), most=30,
              changed=lambda text: _set(ui, "find", text)),
    ]  # fmt: skip
    if not rows:
        return Group(rect=place, key="news", children=[*nodes, _empty(stage, body, kind, words)])

    def row(nth: int, at: Rect) -> Node:
        what = rows[nth]
        if isinstance(what, str):
            return _day(stage, what, at, what == picked, pick)
        return _piece(stage, what, at.within(bottom=6), what == picked, pick, nth)

    return Group(rect=place, key="news", children=[
        *nodes, Listing(rect=body, key="list", count=len(rows), pitch=ROW, row=row),
    ])  # fmt: skip


def _set(ui: Interface, key: str, value: str) -> None:
    ui.remember("scroll/list", 0.0)
    ui.remember(key, value)


def _empty(stage: Stage, place: Rect, kind: str, words: str) -> Node:
    said = stage.words("press.none" if words or kind != "all" else "press.nothing")

    def draw_empty(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.paragraph(4, 20, whole.w - 8, said, "medium", 17, "mute")

    return Picture(rect=place, key="empty", what=said, draw=draw_empty)


def _day(stage: Stage, day: str, place: Rect, picked: bool, pick: Pick) -> Node:
    said = day_month(stage.words, day)

    def draw_day(canvas: Canvas, whole: Rect, status: Status) -> None:
        y = whole.h - 22
        colour = "deep" if status.hover or picked else "ink"
        canvas.polygon([(0, y - 11), (15, y), (0, y + 11)], "red" if picked else "ink")
        wide = canvas.text(24, y, said.upper(), "display", 26, colour, down="middle")
        canvas.rect(Rect(wide + 40, y - 1, whole.w - wide - 44, 2), "ink" if picked else "line")

    return Pressable(rect=place, key=f"day {day}", what=(said, picked), draw=draw_day, act=lambda: pick(day),
                     why_not=stage.words("press.lies") if picked else "",
                     tip=Tip(said, stage.words("press.day_tip")))  # fmt: skip


def _piece(stage: Stage, item: Item, place: Rect, picked: bool, pick: Pick, nth: int) -> Node:
    sort = stage.words(f"press.sort.{item.sort}").upper()
    title = headline_of(item)
    below = item.text if item.title or item.text != title else ""
    who = surname(item.who) if item.who and item.sort == "rival" else ""
    kinds = tuple(sorted(about(item, stage.lore)))

    def draw_piece(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "dark" if status.hover or picked else "light")
        canvas.rect(Rect(0, 0, 5, whole.h), "ochre" if picked else COLOURS[item.sort])
        chip = canvas.width(sort, "semi", 15) + 14
        right = whole.w - 10
        canvas.rect(Rect(right - chip, 6, chip, 22), COLOURS[item.sort])
        canvas.text(right - chip / 2, 17, sort, "semi", 15, "paper", "centre", "middle")
        right -= chip + 10
        for kind in kinds:
            icon(canvas, "front" if kind == "front" else "room", right - 20, 7, 20, "mute",
                 "dark" if status.hover or picked else "light", "red")  # fmt: skip
            right -= 26
        canvas.text(16, 17, title, "head_light", 17, "ink", down="middle", most=right - 24)
        said = f"{who}: {below}" if who else below
        canvas.text(16, 41, said, "body", 15.5, "mute", down="middle", most=whole.w - 30)

    return Pressable(rect=place, key=f"item {nth}", what=(item, sort, picked, kinds), draw=draw_piece,
                     act=lambda: pick(item), why_not=stage.words("press.lies") if picked else "",
                     tip=Tip(title, item.text, stage.words("press.row_tip")))  # fmt: skip
