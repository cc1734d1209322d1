"""The press room: all that has come over the wire, by day, with the front page of any day."""

from __future__ import annotations

from collections.abc import Sequence

from game.language.dates import long_date
from game.ui.app.stage import Stage
from game.ui.art.newspaper import Page, front_page, small_page
from game.ui.art.paper import paper
from game.ui.art.scenes.choose import scene_of
from game.ui.art.telegram import telegram
from game.ui.kit.button import Button
from game.ui.kit.canvas import Canvas
from game.ui.kit.choosing import segments
from game.ui.kit.interface import Interface
from game.ui.kit.node import Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.screens.desk_paper import headline_of
from game.ui.screens.in_game import RUN, InGame, areas, run_wedge
from game.ui.screens.press_list import news_panel
from game.ui.screens.press_news import FILTERS, days_of, filtered, page_of, rows_of
from game.views.telegraph import Item, Telegraph

HEAD, PAD = 68.0, 22.0
LIST = 0.47
"""Of the width goes to the list."""
LEAST = 420.0
"""Design units a large page needs each way."""
TABS = ("page", "wire")


class PressScreen(InGame):
    """The archive of the news."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "press")
        self.archive: Telegraph | None = None
        self._of: object = None

    def opened(self, ui: Interface) -> None:
        """Have the archive brought, and what each piece is about looked up."""
        self.stage.read_lore()
        self._bring()

    def _bring(self) -> None:
        self._of = self.stage.snap
        self.stage.archive(self._brought)

    def _brought(self, archive: Telegraph) -> None:
        self.archive = archive
        self.stage.ui.refresh()

    def inside(self, ui: Interface, space: Rect) -> Sequence[Node]:
        """List at the left; at the right the page of the day, or the telegram that was picked."""
        stage, at = self.stage, areas(space)
        if self._of is not stage.snap:
            self._bring()
        items = self.archive.items if self.archive is not None else ()
        found = filtered(items, ui.recall("filter", FILTERS[0]), ui.recall("find", ""), stage.lore)
        picked = self._picked(ui, items)
        whole = space.within(left=at.main.x, top=at.main.y)
        left, right = whole.split_left(max(470.0, whole.w * LIST))
        head, left = left.split_top(HEAD)
        nodes: list[Node] = [
            Picture(rect=whole, key="ground", what="ground", draw=_ground, opaque=True, kept="press-ground"),
            self._head(head, len(found), len(items)),
            news_panel(stage, ui, left.within(left=PAD, top=14, right=6, bottom=12), rows_of(found),
                       self._open(ui, picked), lambda what: self._pick(ui, what)),
        ]  # fmt: skip
        nodes += self._sheet(ui, right.within(left=14, top=14, right=PAD, bottom=RUN + 10), items, picked)
        beside = Rect(right.x + 14, at.run.y + 4, at.run.x - right.x - 30, RUN - 20)
        nodes += self._tools(ui, beside, items, picked)
        return [*nodes, run_wedge(stage, at.run)]

    # picking ----------------------------------------------------------------------------------------------------------

    def _picked(self, ui: Interface, items: Sequence[Item]) -> Item | str:
        """What was picked: a piece of news, or a day; at first the last day."""
        nothing: Item | str = ""
        picked = ui.recall("picked", nothing)
        if picked and (picked in items if isinstance(picked, Item) else picked in days_of(items)):
            return picked
        return items[-1].date if items else self.stage.now.view.desk.date

    def _open(self, ui: Interface, picked: Item | str) -> Item | str:
        """What lies open at the right: a piece of news, or the page of its day."""
        return picked.date if isinstance(picked, Item) and not self._wired(ui, picked) else picked

    def _pick(self, ui: Interface, what: Item | str) -> None:
        ui.remember("tab", "wire" if isinstance(what, Item) else "page")
        ui.remember("picked", what)

    # the sheet --------------------------------------------------------------------------------------------------------

    def _wired(self, ui: Interface, picked: Item | str) -> bool:
        return ui.recall("tab", TABS[0]) == "wire" and isinstance(picked, Item)

    def _sheet(self, ui: Interface, place: Rect, items: Sequence[Item], picked: Item | str) -> list[Node]:
        """What is read: the page of the day or the telegram."""
        if isinstance(picked, Item) and self._wired(ui, picked):
            return [self._telegram(place, picked)]
        return [self._page(place, items, picked)]

    def _tools(self, ui: Interface, place: Rect, items: Sequence[Item], picked: Item | str) -> list[Node]:
        """Which of the two is read, and the way to the record."""
        wired = self._wired(ui, picked)
        options = [(name, self.stage.words(f"press.{name}")) for name in TABS]
        upper, lower = place.split_top(40, 12)
        nodes: list[Node] = [
            segments(upper, options, TABS[wired], lambda name: self._turn(ui, items, picked, name), "tabs")
        ]
        if wired and isinstance(picked, Item):
            nodes.append(self._record(lower.split_top(40)[0], picked))
        return nodes

    def _turn(self, ui: Interface, items: Sequence[Item], picked: Item | str, tab: str) -> None:
        """The other of page and telegram: a day's first telegram is the last that came."""
        if tab == "wire" and isinstance(picked, str):
            last = next((item for item in reversed(items) if item.date == picked), None)
            if last is None:
                self.stage.ui.say(self.stage.words("press.nothing"))
                return
            ui.remember("picked", last)
        ui.remember("tab", tab)

    def _page(self, place: Rect, items: Sequence[Item], picked: Item | str) -> Node:
        day = picked.date if isinstance(picked, Item) else picked
        return _printed(place, page_of(self.stage.words, items, day), wired=False)

    def _telegram(self, place: Rect, item: Item) -> Node:
        words = self.stage.words
        by = words("press.by_you") if item.sort == "own" else words("press.by", who=item.who) if item.who else ""
        title = headline_of(item)
        page = Page(
            words(f"press.sort.{item.sort}"), long_date(words, item.date), title, by or words("press.nobody"),
            scene_of(item.code), len(item.text), columns=(("", item.text if item.title or item.text != title else ""),),
        )  # fmt: skip
        return _printed(place, page, wired=True)

    def _record(self, place: Rect, item: Item) -> Node:
        """The way to what the record says of it."""
        stage = self.stage
        ref = next((r for r in _refs(item) if stage.lore is not None and stage.lore.find(r)), "")
        return Button(rect=place, key="record", text=stage.words("press.record"), size=16,
                      why_not="" if ref else stage.words("press.record_none"),
                      act=lambda: stage.show("encyclopaedia", ref))  # fmt: skip

    def _head(self, place: Rect, found: int, all_: int) -> Node:
        words = self.stage.words
        title = words("press.title").upper()
        if self.archive is None:
            below = words("press.coming")
        else:
            below = words.count("press.below", all_) if found == all_ else words("press.below_found", n=found, all=all_)

        def draw_head(canvas: Canvas, whole: Rect, status: Status) -> None:
            w, h = 430.0, whole.h
            canvas.polygon([(0, 0), (w, 0), (w - 36, h), (0, h)], "red")
            canvas.polygon([(0, 0), (w - 14, 0), (w - 50, h), (0, h)], "ink")
            canvas.text(24, 13, title, "display", 36, "paper", most=w - 80)
            canvas.text(25, 48, below, "medium", 15.5, "paper", most=w - 90)

        return Picture(rect=place, key="head", what=(title, below), draw=draw_head)


def _refs(item: Item) -> tuple[str, ...]:
    event = item.code.rpartition(".")[0]
    return f"event/{event}", f"event/{item.code}", f"order/{item.code}"


def _ground(canvas: Canvas, whole: Rect, status: Status) -> None:
    paper(canvas, whole, 7, "paper")
    canvas.polygon([(whole.w * 0.62, 0), (whole.w, 0), (whole.w, whole.h * 0.9)], "mist", 0.7)


def _printed(place: Rect, page: Page, wired: bool) -> Node:
    """A page as large as its place allows."""
    large = min(place.w, place.h) >= LEAST

    def draw_printed(canvas: Canvas, whole: Rect, status: Status) -> None:
        if large:
            (telegram if wired else front_page)(canvas, whole, page)
        elif wired:
            _slip(canvas, whole, page)
        else:
            small_page(canvas, whole, page, foot=0)

    return Picture(rect=place, key="sheet", what=(page, wired, large), draw=draw_printed)


def _slip(canvas: Canvas, whole: Rect, page: Page) -> None:
    """A telegram where there is no room for its picture: head, title, all its words."""
    paper(canvas, whole, page.seed, "dark")
    canvas.polygon([(0, 0), (40, 0), (0, 92)], "red", ink=True)
    canvas.box(whole, "line", 2)
    x, wide = 30.0, whole.w - 54
    end = canvas.text(whole.w - 24, 26, page.date, "medium", 16, "ink", "right", "middle")
    canvas.text(x + 18, 26, page.number.upper(), "semi", 16, "deep", down="middle", most=wide - end - 30)
    size = canvas.fitted(page.title.upper(), "display", 34, wide, least=24)
    y = canvas.paragraph(x, 54, wide, page.title.upper(), "display", size, "ink", 1.1, 2)
    y = canvas.paragraph(x, y + 6, wide, page.subtitle, "head_light", 17, "deep", most=1) + 8
    text = page.columns[0][1] if page.columns else ""
    for face in (17.0, 16.5, 16.0, 15.5, 15.0):
        if y + len(canvas.lines(text, "body", face, wide)) * face * 1.32 <= whole.h - 14:
            break
    canvas.paragraph(x, y, wide, text, "body", face, "ink", most=max(1, int((whole.h - 14 - y) / (face * 1.32))))
