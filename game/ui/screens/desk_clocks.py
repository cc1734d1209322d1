"""Three clocks: the ground that is lost, the empty chair, the file on you; and what else a hand buys."""

from __future__ import annotations

from dataclasses import dataclass

from game.language.dates import day_month
from game.ui.app.stage import Stage
from game.ui.art.gauges import End, Span, wedge_gauge
from game.ui.art.marks import mark, marked_text, price_tag, price_width
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.dialog import HEAD, draw_panel
from game.ui.kit.node import Act, Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.screens.desk_groups import suggested
from game.ui.screens.desk_orders import opener
from game.ui.screens.desk_paper import marks_key
from game.ui.screens.top_bar import figure_tip
from game.views.names import surname
from game.views.offers import Offer
from game.views.told import Figure, Mark

TO_MOSCOW = 1000.0
"""Length of the wedge of ground, km: about as far as Moscow lies from the frontier of 1941."""

EMPTY = 9.0
"""Length of the wedge of the vacuum, days: what a blow costs that no organ follows."""

AUTHORS = 320.0
"""A line of this width has room for who told the figure; else hovering says it."""

PAGES = 6
HOPED = 0.94
"""How far along a wedge that what may yet come is drawn."""

GAUGE, TITLE, LINE, AIR = 40.0, 31.0, 23.0, 17.0
BUYS, BUY = 36.0, 35.0
MOST_BUYS = 10
TWO = 600.0
"""Wider than this suggestions stand in two columns."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line below a clock. figure: the told number that it stands for, if it is one."""

    known: Mark
    text: str
    value: str = ""
    by: str = ""
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock. value: as it is said, with its mark, empty where nothing is known."""

    name: str
    value: str
    known: Mark
    spans: tuple[Span, ...]
    end: End
    rows: tuple[Row, ...]

    @property
    def height(self) -> float:
        """Design units."""
        return TITLE + GAUGE + 10 + LINE * len(self.rows)


def clocks_of(stage: Stage) -> tuple[Clock, ...]:
    """The three clocks as they stand."""
    return _ground_lost(stage), _vacuum(stage), _file(stage)


def _ground_lost(stage: Stage) -> Clock:
    words = stage.words
    told = [f for f in stage.now.view.desk.figures if f.name.endswith(".depth")]
    if not told:
        rows: tuple[Row, ...] = (Row("guessed", words("desk.clocks.ground_none")),)
        return Clock("ground", "", "guessed", (Span(0, HOPED, "may"),), "star", rows)
    low, high = (pick(f.value for f in told) for pick in (min, max))
    same = round(low) == round(high)
    value = words("desk.clocks.km", n=round(high)) if same else words(
        "desk.clocks.between", low=round(low), high=round(high))  # fmt: skip
    spans = (Span(0, min(1, low / TO_MOSCOW), "solid"), Span(min(1, low / TO_MOSCOW), min(1, high / TO_MOSCOW), "band"))
    known: Mark = "measured" if all(f.mark == "measured" for f in told) else told[0].mark
    lines = tuple(Row(f.mark, f.label, f"{f.value:.0f}", surname(f.by) if f.by else "", f) for f in told)
    return Clock("ground", value, known, spans, "star", lines)


def _vacuum(stage: Stage) -> Clock:
    words, desk = stage.words, stage.now.view.desk
    days = desk.vacuum_days
    share = min(HOPED, days / EMPTY)
    value = words.count("desk.clocks.vacuum_days", round(days))
    spans = (Span(0, share, "solid"), Span(share, HOPED, "may"))
    rows = (Row("measured", _chair(stage)), Row("measured", words("desk.clocks.vacuum_cost")))
    return Clock("vacuum", value, "measured", spans, "chair", rows)


def _chair(stage: Stage) -> str:
    """Who sits in the chair, in a line."""
    words, desk = stage.words, stage.now.view.desk
    if desk.withdrawn_since:
        date = day_month(words, desk.withdrawn_since)
        return words("desk.clocks.vacuum_silent", who=desk.leader, date=date)
    if not desk.leader:
        return words("desk.clocks.vacuum_nobody")
    if desk.leader == desk.name:
        return words("desk.clocks.vacuum_you")
    return words("desk.clocks.vacuum_at_desk" if desk.leader_here else "desk.clocks.vacuum_away", who=desk.leader)


def _file(stage: Stage) -> Clock:
    words, desk = stage.words, stage.now.view.desk
    mine = next((m for m in stage.now.room.persons if m.id == desk.seat), None)
    rule = Row("measured", words("desk.clocks.file_rule"))
    if mine is not None and mine.file is not None:
        value = words("desk.clocks.file_pages", n=mine.file)
        rows: tuple[Row, ...] = (Row("measured", words("desk.clocks.file_own")), rule)
        return Clock("file", value, "measured", _pages(mine.file), "person", rows)
    seen = words.count("desk.clocks.file_some", desk.signs) if desk.signs else words("desk.clocks.file_none")
    value = words.count("desk.clocks.file_signs", desk.signs)
    return Clock("file", value, "guessed", _pages(desk.signs), "person", (Row("guessed", seen), rule))


def _pages(known: int) -> tuple[Span, ...]:
    """Six pages along a wedge, so many of them full."""
    step = 1 / PAGES
    return tuple(
        Span(nth * step + (0.012 if nth else 0), (nth + 1) * step - 0.012, "solid" if nth < known else "may")
        for nth in range(PAGES)
    )


def clocks_panel(stage: Stage, place: Rect) -> Group:
    """The right panel: three clocks, and what a hand also buys."""
    inner = place.within(left=22, top=HEAD + 14, right=18)
    nodes: list[Node] = [_ground(stage, place)]
    clocks = clocks_of(stage)
    least = sum(clock.height for clock in clocks) + AIR * 2
    spare = max(0.0, inner.h - least - BUYS - 5 * BUY - 20)
    air = AIR + min(24.0, spare / 6)
    y = inner.y
    for nth, clock in enumerate(clocks):
        nodes.append(clock_node(stage, clock, Rect(inner.x, y, inner.w, clock.height), ruled=nth > 0, air=air))
        y += clock.height + air
    nodes.append(_buys(stage, Rect(place.x + 4, y - 6, place.w - 4, place.bottom - y + 6)))
    return Group(rect=place, key="clocks", children=nodes)


def clocks_pane(stage: Stage, place: Rect) -> Group:
    """The clocks side by side, where they have the place of the whole desk; below them what a hand also buys."""
    upper, lower = place.split_top(184, 8)
    marks, lower = lower.split_right(212, 8)
    nodes: list[Node] = [Picture(rect=upper, key="ground", what="plain", draw=_plain)]
    for clock, at in zip(clocks_of(stage), upper.inset(14, 18).columns(3, 36), strict=True):
        nodes.append(clock_node(stage, clock, Rect(at.x, at.y, at.w, clock.height), ruled=False, air=0))
    nodes.append(Picture(rect=marks, key="marks ground", what="plain", draw=_plain))
    nodes.append(marks_key(stage, marks))
    nodes.append(Picture(rect=lower, key="buys ground", what="plain", draw=_plain))
    nodes.append(_buys(stage, lower))
    return Group(rect=place, key="clocks", children=nodes)


def _plain(canvas: Canvas, whole: Rect, status: Status) -> None:
    canvas.rect(whole, "light")
    canvas.box(whole, "ink", 2)


def _ground(stage: Stage, place: Rect) -> Node:
    title = stage.words("desk.clocks.title").upper()

    def draw_ground(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "light")
        draw_panel(canvas, whole, title)
        canvas.rect(Rect(0, 0, 4, whole.h), "ink")

    return Picture(rect=place, key="ground", what=title, draw=draw_ground, opaque=True)


def clock_node(stage: Stage, clock: Clock, place: Rect, ruled: bool, air: float) -> Group:
    """A clock: name and value, the wedge, the lines below. ruled: with a rule above."""
    face = place.split_top(TITLE + GAUGE + 4)[0]
    title = stage.words(f"desk.clocks.{clock.name}").upper()

    def draw_face(canvas: Canvas, whole: Rect, status: Status) -> None:
        wide = canvas.text(whole.w, 1, clock.value, "head", 21, "ink", "right", most=whole.w - 150)
        if clock.value:
            mark(canvas, whole.w - wide - 15, 9, clock.known, 6.5, "ink", "light")
        canvas.text(0, 2, title, "head_light", 17, "ink", track=1)
        wedge_gauge(canvas, Rect(0, TITLE, whole.w, GAUGE), clock.spans, clock.end)

    tip = Tip(stage.words(f"desk.clocks.{clock.name}"), stage.words(f"desk.clocks.{clock.name}_tip"))
    shown = Picture(rect=face, key="face", what=(clock, title), draw=draw_face, tip=tip, late=True)
    nodes: list[Node] = [shown]
    if ruled:
        rule = Rect(place.x, place.y - air / 2 - 4, place.w, 2)
        nodes.append(Picture(rect=rule, key="rule", what="rule", draw=_rule))
    y = place.y + TITLE + GAUGE + 8
    for nth, row in enumerate(clock.rows):
        nodes.append(_line(stage, row, Rect(place.x - 4, y + nth * LINE, place.w + 8, LINE), nth))
    return Group(rect=place, key=f"clock {clock.name}", children=nodes)


def _rule(canvas: Canvas, whole: Rect, status: Status) -> None:
    canvas.rect(Rect(0, 0, whole.w, 1.5), "line")


def _line(stage: Stage, row: Row, place: Rect, nth: int) -> Node:
    def draw_line(canvas: Canvas, whole: Rect, status: Status) -> None:
        ground = "dark" if status.hover else "light"
        if status.hover:
            canvas.rect(whole, ground)
        end = canvas.text(whole.w - 4, whole.h / 2, row.value, "semi", 16, "ink", "right", "middle")
        if row.by and whole.w >= AUTHORS:
            end += 10 + canvas.text(whole.w - 42, whole.h / 2, row.by, "medium", 15, "mute", "right", "middle")
        marked_text(canvas, 4, whole.h / 2, row.known, row.text, "medium", 15.5, "ink", ground=ground,
                    most=whole.w - 12 - (end + 10 if end else 0))  # fmt: skip

    figure = row.figure
    if figure is None:
        return Picture(rect=place, key=f"line {nth}", what=row, draw=draw_line)
    return Pressable(rect=place, key=f"line {nth}", what=row, draw=draw_line, tip=lambda: figure_tip(stage, figure),
                     act=lambda: stage.show("ledger", figure.name))  # fmt: skip


def _buys(stage: Stage, place: Rect) -> Group:
    """Other open orders, as many as there is room for."""
    words = stage.words
    title, rest = words("desk.hand.title").upper(), words("desk.hand.rest")

    def draw_title(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "ink")
        canvas.text(14, whole.h / 2, title, "head", 19, "paper", down="middle")
        canvas.text(whole.w - 18, whole.h / 2, rest, "medium", 15.5, "paper", "right", "middle")

    bar, body = place.split_top(BUYS, 6)
    body = body.within(left=14, right=14)
    nodes: list[Node] = [Picture(rect=bar, key="bar", what=(title, rest), draw=draw_title)]
    columns = 2 if body.w > TWO else 1
    down = int(body.h // BUY)
    offers = suggested(stage.offers, min(MOST_BUYS, down * columns)) if stage.now.view.halt == "orders" else []
    for nth, offer in enumerate(offers):
        at = body.columns(columns, 28)[nth % columns]
        nodes.append(_buy(stage, offer, Rect(at.x, body.y + nth // columns * BUY, at.w, BUY), nth >= columns))
    if not offers:
        nodes.append(_none(stage, body))
    return Group(rect=place, key="buys", children=nodes)


def _none(stage: Stage, place: Rect) -> Node:
    view = stage.now.view
    key = "wait" if view.halt == "question" else "nothing" if view.desk.hands_left and stage.offers else "none"
    if view.halt == "orders" and not stage.offers:
        said = stage.words("desk.orders.coming")
    else:
        said = stage.words(f"desk.hand.{key}")

    def draw_none(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.text(4, 20, said, "medium", 16, "mute", down="middle", most=whole.w - 8)

    return Picture(rect=place.split_top(40)[0], key="none", what=said, draw=draw_none)


def _buy(stage: Stage, offer: Offer, place: Rect, ruled: bool) -> Node:
    title, price = offer.title, f"{offer.price:.0f}"

    def draw_buy(canvas: Canvas, whole: Rect, status: Status) -> None:
        if status.hover:
            canvas.rect(whole, "dark")
        if ruled:
            canvas.rect(Rect(4, 0, whole.w - 8, 1), "line")
        price_tag(canvas, whole.w - 4, whole.h / 2 - 12, 0, price, 24, "ink", across="right")
        most = whole.w - price_width(canvas, 0, price) - 14
        size = canvas.fitted(title, "medium", 16, most)
        canvas.text(4, whole.h / 2, title, "medium", size, "ink", down="middle", most=most)

    act: Act = opener(stage, offer)
    return Pressable(rect=place, key=offer.lever, what=(title, price, ruled), draw=draw_buy, act=act,
                     tip=Tip(offer.title, offer.text))  # fmt: skip
