"""The page that closes a chapter: the answer, what was told beside what was so, the dead, why hands were raised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from game.language.dates import day_month, long_date
from game.play.again import Again
from game.ui.app.stage import Stage
from game.ui.art.marks import marked_text
from game.ui.art.paper import paper
from game.ui.kit.canvas import Canvas
from game.ui.kit.choosing import segments, tabs
from game.ui.kit.interface import Interface
from game.ui.kit.node import Act, Group, Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.screen import Screen
from game.ui.screens.verdict_answer import Acts, answer_column
from game.ui.screens.verdict_dead import dead_panel, items_panel
from game.ui.screens.verdict_diary import DiaryDialog
from game.ui.screens.verdict_ledgers import Moment, ledgers
from game.ui.screens.verdict_plan import Plan, plan_of
from game.ui.screens.verdict_poster import PosterDialog
from game.views.verdict import Verdict

NIGHT, COPIES = "1941-06-30", 500
PARTS = ("ledgers", "dead", "hands", "orders")
SWITCH = 250.0


class VerdictScreen(Screen):
    """The page. It is asked for when it opens, and the night again when that is wanted."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(name="verdict")
        self.stage = stage
        self.page: Verdict | None = None
        self.again: Again | None = None

    def opened(self, ui: Interface) -> None:
        """Have the page drawn up."""
        self.stage.verdict(self._came)

    def _came(self, page: Verdict) -> None:
        self.page = page
        self.stage.ui.refresh()

    def _night(self) -> None:
        self.stage.again(NIGHT, COPIES, self._played)

    def _played(self, found: Again) -> None:
        self.again = found
        self.stage.ui.refresh()

    def actions(self, ui: Interface) -> Mapping[str, Act]:
        """The keys of the page."""
        stage = self.stage
        return {"menu": lambda: stage.show("pause"), "ledger": lambda: stage.show("ledger")}

    def leave(self, ui: Interface) -> None:
        """Escape leads to the pause."""
        self.stage.show("pause")

    def tick(self, ui: Interface, now: float) -> None:
        """While the night is played, its bar moves."""
        if self.stage.link.busy == "again":
            ui.refresh()

    # parts ------------------------------------------------------------------------------------------------------------

    def build(self, ui: Interface, space: Rect) -> Node:
        """The page, or that it is coming."""
        plan = plan_of(space)
        nodes: list[Node] = [
            ground(space),
            self._head(plan),
        ]
        if self.page is None:
            said = self.stage.words("verdict.coming")
            nodes.append(Picture(rect=plan.main.split_top(60)[0], key="coming", what=said, draw=_coming(said)))
            return Group(rect=space, key="verdict", children=nodes)
        nodes.append(answer_column(self.stage, ui, self.page, self.again, self._acts(ui), plan.left))
        nodes.append(self._switch(ui, plan))
        nodes += self._body(ui, self.page, plan)
        return Group(rect=space, key="verdict", children=nodes)

    def _acts(self, ui: Interface) -> Acts:
        stage, page = self.stage, self.page
        assert page is not None
        argument = (lambda: stage.show("argument")) if "argument" in stage.makers else None
        return Acts(
            self._night, lambda: ui.open(DiaryDialog(stage)), lambda: ui.open(PosterDialog(stage, page)),
            stage.leave_campaign, argument,
        )  # fmt: skip

    def _body(self, ui: Interface, page: Verdict, plan: Plan) -> Sequence[Node]:
        stage = self.stage
        span = self._span()
        if plan.tabs is None:
            left, middle, right = _thirds(plan.dead)
            return [
                ledgers(stage, page.lines, self._moment(ui), span, plan.main), dead_panel(stage, page.graves, left),
                items_panel(stage, ui, "hands", page.coups, middle),
                items_panel(stage, ui, "orders", page.orders, right),
            ]  # fmt: skip
        part = ui.recall("part", "ledgers")
        choices = [(name, stage.words(f"verdict.tab.{name}")) for name in PARTS]
        row = tabs(plan.tabs, choices, part, lambda name: ui.remember("part", name), "parts")
        match part:
            case "dead":
                shown: Node = dead_panel(stage, page.graves, plan.main.split_top(min(plan.main.h, 300))[0])
            case "hands" | "orders":
                items = page.coups if part == "hands" else page.orders
                shown = items_panel(stage, ui, part, items, plan.main)
            case _:
                shown = ledgers(stage, page.lines, self._moment(ui), span, plan.main)
        return [row, shown]

    def _moment(self, ui: Interface) -> Moment:
        return cast(Moment, ui.recall("moment", "worst"))

    def _span(self) -> tuple[str, str]:
        """First and last day of the chapter as it was played."""
        now = self.stage.now
        first = min((line.date for line in now.diary), default=now.view.desk.date)
        return first, now.view.desk.date

    def _switch(self, ui: Interface, plan: Plan) -> Node:
        """Which morning is shown."""
        words = self.stage.words
        options = [(name, words(f"verdict.{name}")) for name in ("worst", "last")]
        x = plan.head.right - SWITCH - 24 - (_keys_wide(plan) + 24 if _keys_wide(plan) else 0)
        place = Rect(x, plan.head.h / 2 - 19, SWITCH, 38)
        return segments(
            place, options, self._moment(ui), lambda name: ui.remember("moment", name), "moment", night=True
        )

    def _head(self, plan: Plan) -> Node:
        words, now = self.stage.words, self.stage.now
        first, last = self._span()
        about = words("verdict.about", start=day_month(words, first), end=long_date(words, last), stops=now.view.stop,
                      name=now.view.desk.name)  # fmt: skip
        short = words("verdict.about_short", end=long_date(words, last), name=now.view.desk.name)
        title, chapter = words("verdict.title").upper(), words("verdict.chapter").upper()
        keys = tuple(words(f"verdict.{key}") for key in ("told_little", "told_much", "told_key", "true_key"))
        wide, left = _keys_wide(plan), plan.left.w
        room = plan.head.w - left - 24 - SWITCH - 60 - (wide + 24 if wide else 0)

        def draw_head(canvas: Canvas, whole: Rect, status: Status) -> None:
            h = whole.h
            canvas.rect(whole, "ink")
            canvas.polygon([(0, 0), (left - 20, 0), (left - 64, h), (0, h)], "red")
            canvas.polygon([(left - 20, 0), (left - 6, 0), (left - 50, h), (left - 64, h)], "paper")
            size = canvas.fitted(title, "display", 70, left - 110, least=34)
            canvas.text(36 if left > 350 else 22, h / 2, title, "display", size, "paper", down="middle")
            size = canvas.fitted(chapter, "head", 25, room, least=17)
            canvas.text(left + 24, h / 2 - 15, chapter, "head", size, "paper", down="middle", most=room)
            line = about if canvas.width(about, "medium", 16) <= room else short
            canvas.text(left + 24, h / 2 + 17, line, "medium", 16, "muted", down="middle", most=room)
            if wide:
                _keys(canvas, whole.w - 24, h / 2, keys)

        return Picture(
            rect=plan.head, key="head", what=(title, chapter, about, short, keys, wide, left), draw=draw_head
        )


def _keys_wide(plan: Plan) -> float:
    """Room for the key of wedges and marks in the head; none where it is narrow."""
    return 360.0 if plan.head.w >= 1400 else 0.0


def _thirds(place: Rect) -> tuple[Rect, Rect, Rect]:
    """The dead under the ledger that was told, the two lists beside it."""
    left, rest = place.split_left(round(place.w * 0.325), 14)
    middle, right = rest.columns(2, 14)
    return left, middle, right


def _keys(canvas: Canvas, right: float, middle: float, keys: Sequence[str]) -> None:
    """What the wedges and the marks mean, in two lines that end at `right`."""
    little, much, told, true = keys
    for dy, known, text in ((-14, "reported", told), (14, "measured", true)):
        marked_text(canvas, right, middle + dy, "reported" if known == "reported" else "measured", text, "medium", 15.5,
                    "paper", "amber", "ink", "right")  # fmt: skip
    x = right - 350
    canvas.polygon([(x, middle - 22), (x + 30, middle - 14), (x, middle - 6)], "ember")
    canvas.polygon([(x + 30, middle + 6), (x, middle + 14), (x + 30, middle + 22)], "fog")
    canvas.text(x + 40, middle - 14, little, "medium", 15.5, "paper", down="middle")
    canvas.text(x + 40, middle + 14, much, "medium", 15.5, "paper", down="middle")


def _coming(said: str):  # type: ignore[no-untyped-def]
    def draw_coming(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.text(0, 30, said, "head_light", 22, "mute", down="middle", most=whole.w)

    return draw_coming


def ground(space: Rect) -> Picture:
    """What lies behind the page."""
    return Picture(rect=space, key="ground", what="verdict", draw=_ground, opaque=True, kept="verdict-ground")


def _ground(canvas: Canvas, whole: Rect, status: Status) -> None:
    paper(canvas, whole, 21)
