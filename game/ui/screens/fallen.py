"""After a fall: what was to be seen of it, whom you may go on as, or the end of the book."""

from __future__ import annotations

from collections.abc import Callable

from game.language.dates import day_month, long_date
from game.language.words import Words
from game.play.succession import Heir
from game.ui.app.stage import Stage
from game.ui.art.paper import paper
from game.ui.art.portraits import portrait
from game.ui.kit.button import Button, Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.rich import RichText, Style, height_of
from game.ui.kit.screen import Screen
from game.ui.kit.scroll import Scroll
from game.ui.screens.desk_groups import faction_id
from game.views.telegraph import Item, Telegraph

CARD, FOOT = 92.0, 54.0
LAST = 6
"""Lines of the diary that are shown."""
SMALL = Style(17)
HEADING = Style(21, "head", "head", "deep")


class FallenScreen(Screen):
    """The page of a fall."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(name="fallen")
        self.stage = stage
        self.signs: tuple[Item, ...] = ()

    def opened(self, ui: Interface) -> None:
        """Look up all signs that there were."""
        self.stage.archive(self._came)

    def _came(self, told: Telegraph) -> None:
        self.signs = tuple(item for item in told.items if item.sort == "sign")
        self.stage.ui.refresh()

    def leave(self, ui: Interface) -> None:
        """Escape leads to the pause."""
        self.stage.show("pause")

    def build(self, ui: Interface, space: Rect) -> Node:
        """The fallen man at the left; what was seen, and what may be done, at the right."""
        left, right = space.split_left(space.w * 0.45)
        inner = right.within(left=28, top=36, right=40, bottom=36)
        choices, told = inner.split_bottom(self._choices_high(), 24)
        return Group(rect=space, key="fallen", children=[
            Picture(rect=space, key="ground", what="fallen", draw=_ground, opaque=True, kept="fallen-ground"),
            self._man(left), self._seen(ui, told), self._choices(choices),
        ])  # fmt: skip

    # the man ----------------------------------------------------------------------------------------------------------

    def _man(self, place: Rect) -> Node:
        words, desk = self.stage.words, self.stage.now.view.desk
        title = words("fallen.dead" if not desk.alive else "fallen.taken" if not desk.free else "fallen.out").upper()
        line = words("fallen.line", name=desk.name, date=long_date(words, desk.date))
        me = next((m for m in self.stage.now.room.persons if m.id == desk.seat), None)

        def draw_man(canvas: Canvas, whole: Rect, status: Status) -> None:
            w, h = whole.w, whole.h
            x, y, radius = w * 0.53, h * 0.6, min(w * 0.32, h * 0.28)
            canvas.circle(x, y, radius + 12, "ink")
            canvas.circle(x, y, radius + 5, "paper")
            portrait(canvas, x, y, radius, desk.seat, faction_id(me), dim=True)
            canvas.polygon(
                [(0, h * 0.86), (0, h), (w * 0.16, h), (x - radius * 0.42, y + radius * 0.5)], "red", ink=True
            )
            canvas.polygon([(0, 40), (w - 20, 40), (w - 66, 148), (0, 148)], "ink")
            canvas.polygon([(w - 20, 40), (w - 8, 40), (w - 54, 148), (w - 66, 148)], "red")
            size = canvas.fitted(title, "display", 64, w - 130, least=30)
            canvas.text(44, 84, title, "display", size, "paper", down="middle")
            canvas.text(45, 124, line, "medium", 16.5, "paper", down="middle", most=w - 130)

        return Picture(rect=place, key="man", what=(title, line, desk.seat), draw=draw_man)

    # what was seen ----------------------------------------------------------------------------------------------------

    def _seen(self, ui: Interface, place: Rect) -> Node:
        body = place.within(26, 22, 20, 18)
        nodes: list[Node] = []
        y = body.y
        for nth, (text, style, gap) in enumerate(self._paragraphs()):
            high = height_of(text, body.w - 16, style, ui.fonts, ui.measure.scale)
            y += gap
            nodes.append(RichText(rect=Rect(body.x, y, body.w - 16, high), key=f"text {nth}", text=text, style=style))
            y += high
        scroll = Scroll(rect=body, key="seen", height=y - body.y, children=nodes)
        return Group(rect=place, key="told", children=[
            Picture(rect=place, key="plate", what="plate", draw=_plate), scroll,
        ])  # fmt: skip

    def _paragraphs(self) -> list[tuple[str, Style, float]]:
        """Text, style and the space above, one after the other."""
        words, now = self.stage.words, self.stage.now
        signs = now.view.desk.signs
        said = words.count("fallen.signs", signs) if signs else words("fallen.no_sign")
        out: list[tuple[str, Style, float]] = [(words("fallen.seen"), HEADING, 0), (said, SMALL, 8)]
        out += [(_said(words, item), SMALL, 6) for item in self.signs]
        out.append((words("fallen.last"), HEADING, 20))
        last = now.view.news.front or now.news.front
        out += [(_said(words, item), SMALL, 8) for item in last]
        if not last:
            out.append((words("fallen.nothing"), SMALL, 8))
        diary = now.diary[-LAST:]
        if diary:
            out.append((words("fallen.diary"), HEADING, 20))
            out += [(f"**{day_month(words, str(line.date))}.** {_ended(line.text)}", SMALL, 8) for line in diary]
        return out

    # what may be done -------------------------------------------------------------------------------------------------

    def _choices_high(self) -> float:
        return 44 + max(1, len(self.stage.now.view.heirs)) * (CARD + 10) + FOOT + 10

    def _choices(self, place: Rect) -> Group:
        words, heirs = self.stage.words, self.stage.now.view.heirs
        title, body = place.split_top(36, 8)
        foot, body = body.split_bottom(FOOT, 10)
        none = "fallen.ironman" if self.stage.now.table.ironman else "fallen.nobody"
        said = words("fallen.go_on") if heirs else words(none)
        nodes: list[Node] = [Picture(rect=title, key="title", what=said, draw=_title(said))]
        for nth, heir in enumerate(heirs):
            nodes.append(self._heir(heir, Rect(body.x, body.y + nth * (CARD + 10), body.w, CARD)))
        nodes.append(
            Button(rect=foot.split_left(300)[0], key="close", text=words("fallen.close"), kind="dark", size=20,
                   act=self.stage.close_book, tip=Tip(words("fallen.close"), words("fallen.close_tip")))
        )  # fmt: skip
        return Group(rect=place, key="choices", children=nodes)

    def _heir(self, heir: Heir, place: Rect) -> Node:
        words = self.stage.words
        man = next((m for m in self.stage.now.room.persons if m.id == heir.person), None)
        name, post = (man.name, man.post) if man is not None else (heir.person, "")
        why, keeps = words(f"fallen.{heir.why}"), words("fallen.keeps")

        def draw_heir(canvas: Canvas, whole: Rect, status: Status) -> None:
            y = whole.h / 2
            canvas.rect(whole, "light")
            canvas.box(whole, "ochre" if status.hover else "ink", 3 if status.hover else 2)
            canvas.polygon([(0, 0), (16, 0), (6, whole.h), (0, whole.h)], "red")
            portrait(canvas, 62, y, 36, heir.person, faction_id(man), ring="ink")
            room = whole.w - 150
            canvas.text(114, 14, name, "head", 21, "ink", most=room)
            canvas.text(114, 42, post or why, "medium", 16, "ink", most=room)
            canvas.text(114, 65, why if post else keeps, "medium", 15.5, "deep", most=room)
            canvas.polygon([(whole.w - 34, y - 12), (whole.w - 12, y), (whole.w - 34, y + 12)], "red")

        return Pressable(rect=place, key=heir.person, what=(name, post, why), draw=draw_heir,
                         act=lambda: self.stage.go_on(heir.person), tip=Tip(name, post, keeps))  # fmt: skip


def _said(words: Words, item: Item) -> str:
    """A piece of news in a paragraph."""
    return f"**{day_month(words, item.date)}.** {' '.join(filter(None, (_ended(item.title), item.text)))}"


def _ended(title: str) -> str:
    """A title as a sentence of its own."""
    return title if not title or title.endswith((".", "?", "!")) else f"{title}."


def _ground(canvas: Canvas, whole: Rect, status: Status) -> None:
    """Cold paper, with the shadow of bars on it."""
    w, h = whole.w, whole.h
    paper(canvas, whole, 6)
    shade = canvas.palette.mix("fog", "paper", 0.45)
    for nth in range(4):
        x = w * (0.02 + nth * 0.13)
        canvas.polygon([(x, 0), (x + w * 0.06, 0), (x - w * 0.08, h), (x - w * 0.14, h)], shade)


def _plate(canvas: Canvas, whole: Rect, status: Status) -> None:
    canvas.rect(whole, "light")
    canvas.box(whole, "ink", 2)
    canvas.rect(Rect(0, 0, 8, whole.h), "ink")


def _title(said: str) -> Callable[[Canvas, Rect, Status], None]:
    def draw_title(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.text(0, 18, said.upper(), "display", 32, "ink", down="middle", most=whole.w)

    return draw_title
