"""The encyclopaedia: what may be known of persons, organs, places, premises and the thread, over whatever is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.ui.app.stage import Stage
from game.ui.art.icons import icon, sign
from game.ui.art.paper import paper
from game.ui.kit.button import Button, Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.choosing import DropDown
from game.ui.kit.entering import Entry
from game.ui.kit.interface import Interface
from game.ui.kit.node import Act, Group, Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.screen import Screen
from game.ui.kit.scroll import Listing
from game.ui.lore.article import KINDS, Article, Lore
from game.ui.screens.encyclopaedia_article import article_view
from game.ui.screens.encyclopaedia_words import ICONS, found_of, name_of

TOP, LIST, ROW = 64.0, 400.0, 38.0
TITLE = 300.0
LONGEST = 40
"""Articles that back and forward remember."""


class EncyclopaediaScreen(Screen):
    """List at the left, article at the right. ref: the article it is opened at."""

    def __init__(self, stage: Stage, ref: str = "") -> None:
        super().__init__(name="encyclopaedia", over=True)
        self.stage, self.ref = stage, ref
        self._last: tuple[object, tuple[Article, ...]] = (None, ())

    def opened(self, ui: Interface) -> None:
        """Have the articles brought, and turn to the one that was asked for."""
        self.stage.read_lore()
        if self.ref:
            self.reveal(ui, self.ref)

    def build(self, ui: Interface, space: Rect) -> Node:
        """Bar, list, article."""
        lore = self.stage.lore
        bar, body = space.split_top(TOP)
        left, right = body.split_left(min(LIST, space.w * 0.34))
        nodes: list[Node] = [
            Pressable(rect=space, key="ground", what="ground", draw=_ground, opaque=True, reacts=True),
            *self._bar(ui, bar),
        ]  # fmt: skip
        if lore is None:
            nodes.append(_words(right.inset(34), self.stage.words("lore.coming")))
        else:
            nodes += [*self._list(ui, left, lore), self._article(ui, right, lore)]
        return Group(rect=space, key="encyclopaedia", children=nodes)

    # turning ----------------------------------------------------------------------------------------------------------

    def go(self, ui: Interface, ref: str) -> None:
        """Turn to an article; what lay ahead is forgotten."""
        trail, at = self._trail(ui)
        if trail and trail[at] == ref:
            return
        kept = (*trail[: at + 1], ref)[-LONGEST:]
        ui.remember("trail", kept)
        ui.remember("at", len(kept) - 1)

    def reveal(self, ui: Interface, ref: str) -> None:
        """Turn to an article, and bring its line of the list in sight."""
        self.go(ui, ref)
        lore = self.stage.lore
        if lore is None:
            return
        found = found_of(lore, ui.recall("kind", "all"), ui.recall("find", ""))
        article = lore.find(ref)
        if article in found:
            ui.remember("scroll/list", max(0.0, (found.index(article) - 4) * ROW))

    def step(self, ui: Interface, way: int) -> None:
        """Back (-1) or forward (1)."""
        trail, at = self._trail(ui)
        if 0 <= at + way < len(trail):
            ui.remember("at", at + way)

    def _trail(self, ui: Interface) -> tuple[tuple[str, ...], int]:
        nothing: tuple[str, ...] = ()
        trail = ui.recall("trail", nothing)
        return trail, min(ui.recall("at", 0), max(0, len(trail) - 1))

    # parts ------------------------------------------------------------------------------------------------------------

    def _bar(self, ui: Interface, bar: Rect) -> list[Node]:
        words = self.stage.words
        trail, at = self._trail(ui)
        title = words("lore.title").upper()
        count = words.count("lore.count", len(self.stage.lore.articles)) if self.stage.lore is not None else ""

        def draw_bar(canvas: Canvas, whole: Rect, status: Status) -> None:
            canvas.rect(whole, "ink")
            canvas.rect(Rect(0, TOP - 3, whole.w, 3), "red")
            canvas.polygon([(0, 0), (TITLE + 26, 0), (TITLE - 6, TOP), (0, TOP)], "paper")
            canvas.polygon([(TITLE + 26, 0), (TITLE + 40, 0), (TITLE + 8, TOP), (TITLE - 6, TOP)], "red")
            canvas.text(26, TOP / 2 - 1, title, "display", 36, "ink", down="middle", most=TITLE - 40)
            canvas.text(TITLE + 62, TOP / 2 - 1, count, "medium", 16, "paper", down="middle")

        right = bar.within(right=20)
        places = Rect(right.right - 390, 14, 390, 36).columns(3, 10)
        return [
            Picture(rect=bar, key="bar", what=(title, count), draw=draw_bar, opaque=True),
            Button(rect=places[0], key="back", text=words("lore.back"), kind="night", sign=sign("left", "coal"),
                   signed="left", act=lambda: self.step(ui, -1), why_not="" if at else words("lore.no_back")),
            Button(rect=places[1], key="forward", text=words("lore.forward"), kind="night", sign=sign("right", "coal"),
                   signed="right", act=lambda: self.step(ui, 1),
                   why_not="" if at < len(trail) - 1 else words("lore.no_forward")),
            Button(rect=places[2], key="close", text=words("lore.close"), kind="night", sign=sign("close", "coal"),
                   signed="close", act=lambda: ui.close(self)),
        ]  # fmt: skip

    def _list(self, ui: Interface, place: Rect, lore: Lore) -> list[Node]:
        """Search, kind, and all articles that fit."""
        words = self.stage.words
        kind, text = ui.recall("kind", "all"), ui.recall("find", "")
        inner = place.within(left=20, top=18, right=16, bottom=14)
        tools, body = inner.split_top(84, 12)
        upper, lower = tools.rows(2, 8)
        options = [("all", words("lore.all")), *((name, words(f"lore.kind.{name}")) for name in KINDS)]
        found = self._found(lore, kind, text)
        nodes: list[Node] = [
            Entry(rect=upper, key="find", text=text, hint=words("lore.find"), most=40,
                  changed=lambda new: _set(ui, "find", new)),
            DropDown(rect=lower, key="kind", options=options, chosen=kind, choose=lambda new: _set(ui, "kind", new)),
        ]  # fmt: skip
        if not found:
            return [*nodes, _words(body, words("lore.none"))]
        return [*nodes, Listing(rect=body, key="list", count=len(found), pitch=ROW, row=self._row(ui, found))]

    def _found(self, lore: Lore, kind: str, text: str) -> Sequence[Article]:
        """The articles of the list, looked for when something else is asked for."""
        asked = (id(lore), kind, text)
        if self._last[0] != asked:
            self._last = asked, tuple(found_of(lore, kind, text))
        return self._last[1]

    def _row(self, ui: Interface, found: Sequence[Article]) -> Callable[[int, Rect], Node]:
        trail, at = self._trail(ui)
        here = trail[at] if trail else ""

        def row(nth: int, place: Rect) -> Node:
            article = found[nth]
            return _entry(article, place.within(bottom=3), here == article.ref, lambda: self.go(ui, article.ref))

        return row

    def _article(self, ui: Interface, place: Rect, lore: Lore) -> Node:
        trail, at = self._trail(ui)
        ref = trail[at] if trail else next((a.ref for a in lore.articles if a.kind == "scenario"), "")
        article = lore.find(ref)
        if article is None:
            words = self.stage.words
            article = Article(ref, "event", words("lore.unknown"), ref, words("lore.unknown_lead"))
        return article_view(self.stage, ui, place, article, ref)


def _set(ui: Interface, key: str, value: str) -> None:
    ui.remember("scroll/list", 0.0)
    ui.remember(key, value)


def _ground(canvas: Canvas, whole: Rect, status: Status) -> None:
    paper(canvas, whole, 11, "light")
    left = min(LIST, whole.w * 0.34)
    canvas.rect(Rect(0, 0, left, whole.h), "dark")
    canvas.rect(Rect(left - 2, 0, 2, whole.h), "ink")


def _words(place: Rect, said: str) -> Node:
    def draw_words(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.paragraph(4, 8, whole.w - 8, said, "medium", 17, "ink")

    return Picture(rect=place, key="said", what=said, draw=draw_words)


def _entry(article: Article, place: Rect, here: bool, act: Act) -> Node:
    name = name_of(article)

    def draw_entry(canvas: Canvas, whole: Rect, status: Status) -> None:
        ground = "ink" if here else "paper" if status.hover else "light"
        canvas.rect(whole, ground)
        if here:
            canvas.polygon([(0, 0), (12, whole.h / 2), (0, whole.h)], "red")
        colour = "paper" if here else "ink"
        icon(canvas, ICONS[article.kind], 20, whole.h / 2 - 10, 20, colour, ground, "ember" if here else "red")
        canvas.text(52, whole.h / 2, name, "medium", 16.5, colour, down="middle", most=whole.w - 62)

    return Pressable(rect=place, key=article.ref, what=(name, here), draw=draw_entry, act=act)
