"""The panel beside the map: commanders as they are reported, the orders that are given to a front, the enemy."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.language.dates import day_month, weighty
from game.ui.app.stage import Stage
from game.ui.art.icons import icon
from game.ui.art.marks import mark, price_tag, price_width
from game.ui.art.portraits import portrait
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.choosing import segments
from game.ui.kit.interface import Interface
from game.ui.kit.node import Act, Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.scroll import Listing
from game.ui.screens.front_picture import figure
from game.ui.screens.top_bar import figure_tip
from game.views.front import Formation
from game.views.names import surname
from game.views.offers import Offer
from game.views.told import Figure

TABS = ("commanders", "orders", "enemy")
BAR, CARD, ROW = 48.0, 168.0, 74.0
ORDERED = ("men", "tanks", "depth", "entrenchment")
OF_ENEMY = ("men", "tanks")

Choose = Callable[[str], object]


def side_panel(stage: Stage, ui: Interface, place: Rect, chosen: str, choose: Choose) -> Group:
    """Tabs and what they open. choose: a formation by id."""
    tab = ui.recall("tab", TABS[0])
    options = [(name, stage.words(f"front.tab.{name}")) for name in TABS]
    bar, body = place.split_top(BAR)
    inner = body.within(left=14, top=10, right=8, bottom=6)
    nodes: list[Node] = [
        Picture(rect=place, key="ground", what="panel", draw=_ground, opaque=True),
        segments(bar.inset(10, 7), options, tab, lambda name: ui.remember("tab", name), "tabs", night=True),
    ]
    if tab == "orders":
        nodes += _orders(stage, inner, chosen)
    else:
        nodes.append(_formations(stage, inner, tab, chosen, choose))
    return Group(rect=place, key="side", children=nodes)


def _ground(canvas: Canvas, whole: Rect, status: Status) -> None:
    canvas.rect(whole, "light")
    canvas.rect(Rect(0, 0, whole.w, BAR), "ink")
    canvas.rect(Rect(0, 0, 3, whole.h), "ink")


# commanders -----------------------------------------------------------------------------------------------------------


def _formations(stage: Stage, place: Rect, tab: str, chosen: str, choose: Choose) -> Node:
    ours = tab == "commanders"
    found = [f for f in stage.now.front.formations if (f.side == "ussr") == ours]
    high = CARD if ours else CARD - 28

    def row(nth: int, at: Rect) -> Node:
        return _card(stage, found[nth], at.within(bottom=10, right=4), found[nth].id == chosen, choose)

    return Listing(rect=place, key=f"formations {tab}", count=len(found), pitch=high, row=row)


def _card(stage: Stage, formation: Formation, place: Rect, chosen: bool, choose: Choose) -> Group:
    words = stage.words
    name = formation.commander_name or words("front.nobody")
    stance = words("front.man.stance", stance=formation.stance) if formation.side == "ussr" else ""

    def draw_man(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "dark" if status.hover else "paper")
        if formation.commander:
            portrait(canvas, 40, 42, 32, formation.commander, formation.faction)
        else:
            canvas.circle(40, 42, 32, "dark")
            icon(canvas, "chair", 28, 30, 24, "mute", "dark")
        room = whole.w - 96
        canvas.text(84, 20, name, "head_light", 18, "ink", down="middle", most=room)
        canvas.text(84, 42, formation.name, "medium", 16, "deep", down="middle", most=room)
        canvas.text(84, 63, stance, "medium", 15, "mute", down="middle", most=room)
        canvas.box(whole, "ochre" if chosen else "line", 3 if chosen else 1.5)

    figures = [f for column in (ORDERED if formation.side == "ussr" else OF_ENEMY)
               if (f := figure(formation, column)) is not None]  # fmt: skip
    head = Pressable(
        rect=place, key="man", what=(formation.commander, name, formation.name, stance, chosen), draw=draw_man,
        act=lambda: choose(formation.id),
        tip=Tip(name, formation.name, words("front.man.tip")),
    )  # fmt: skip
    rows = place.within(left=14, top=84, right=12, bottom=8)
    pitch = 24.0
    cells: list[Node] = []
    for nth, told in enumerate(figures):
        half = rows.w / 2
        at = Rect(rows.x + (nth % 2) * half, rows.y + (nth // 2) * pitch, half - 8, pitch)
        cells.append(_figure(stage, told, at))
    return Group(rect=place, key=formation.id, children=[head, *cells, _told_by(stage, figures, rows)])


def _figure(stage: Stage, told: Figure, place: Rect) -> Node:
    label = stage.words(f"front.figure.{told.name.rsplit('.', 1)[-1]}")
    value = weighty(told.value, told.unit)

    def draw_figure(canvas: Canvas, whole: Rect, status: Status) -> None:
        if status.hover:
            canvas.rect(whole, "dark")
        end = canvas.text(whole.w - 16, whole.h / 2, value, "semi", 16, "ink", "right", "middle")
        mark(canvas, whole.w - 6, whole.h / 2, told.mark, 5, "ink", "dark" if status.hover else "paper")
        canvas.text(0, whole.h / 2, label, "medium", 15, "mute", down="middle", most=whole.w - end - 24)

    return Pressable(rect=place, key=told.name, what=(label, value, told.mark), draw=draw_figure,
                     act=lambda: stage.show("ledger", told.name), tip=lambda: figure_tip(stage, told))  # fmt: skip


def _told_by(stage: Stage, figures: Sequence[Figure], rows: Rect) -> Node:
    """Who reports it and since when that is what is known."""
    words = stage.words
    last = max(figures, key=lambda f: f.on, default=None)
    told = last is not None and bool(last.on)
    said = words("front.man.by", by=surname(last.by), on=day_month(words, last.on)) if last and told else words(
        "front.unreported")  # fmt: skip

    def draw_told(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.text(0, whole.h / 2, said, "medium", 15, "mute", down="middle", most=whole.w)

    return Picture(rect=Rect(rows.x, rows.bottom - 20, rows.w, 20), key="by", what=said, draw=draw_told)


# orders ---------------------------------------------------------------------------------------------------------------


def front_orders(stage: Stage) -> list[Offer]:
    """The orders of the day that are given to a front, the open ones first."""
    levers = {lever for lever, _ in stage.now.front.orders}
    return sorted((o for o in stage.offers if o.lever in levers), key=lambda o: (not o.open, not o.yours, o.price))


def _orders(stage: Stage, place: Rect, chosen: str) -> list[Node]:
    words, orders = stage.words, front_orders(stage)
    name = next((f.name for f in stage.now.front.formations if f.id == chosen and f.side == "ussr"), "")
    head, body = place.split_top(30)
    if not orders:
        quiet = stage.now.view.halt != "orders"
        said = words("front.order.silent" if quiet else "front.order.none" if stage.offers else "front.order.coming")
    else:
        said = words("front.order.for_front", front=name) if name else words("front.order.for_any")

    def draw_head(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.text(2, 12, said, "head_light", 18, "deep" if orders else "mute", down="middle", most=whole.w - 8)

    title = Picture(rect=head, key="for", what=(said, bool(orders)), draw=draw_head)

    def row(nth: int, at: Rect) -> Node:
        return _order(stage, orders[nth], at.within(bottom=8, right=4), chosen if name else "")

    return [title, Listing(rect=body, key="orders", count=len(orders), pitch=ROW, row=row)]


def _order(stage: Stage, offer: Offer, place: Rect, front: str) -> Node:
    words = stage.words
    asked = words("front.order.yours") if offer.yours else words("front.order.asked", whose=offer.whose)
    below = offer.why_not or asked
    price = f"{offer.price:.0f}"

    def draw_order(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "dark" if status.hover or not offer.open else "paper")
        canvas.rect(Rect(0, 0, 5, whole.h), "red" if offer.open else "line")
        tag = price_width(canvas, offer.hands, price)
        price_tag(canvas, whole.w - 10, 10, offer.hands, price, 24, "ink" if offer.open else "mute", across="right")
        canvas.paragraph(16, 14, whole.w - tag - 40, offer.title, "head_light", 16, "ink", 1.2, 2)
        canvas.text(16, whole.h - 14, below, "medium", 15, "mute", down="middle", most=whole.w - 28)

    return Pressable(rect=place, key=offer.lever, what=(offer.lever, offer.title, below, price, offer.open),
                     draw=draw_order, act=_opener(stage, offer, front),
                     tip=Tip(offer.title, f"{offer.text}\n{below}", words("front.order.tip")))  # fmt: skip


def _opener(stage: Stage, offer: Offer, front: str) -> Act:
    """The order's dialog, with the chosen front filled in where it is the first thing to choose."""
    argument = next((name for lever, name in stage.now.front.orders if lever == offer.lever), "")
    first = offer.arguments[:1] == (argument,)
    may = front in [candidate.id for candidate in offer.candidates]
    return lambda: stage.show("order", offer.lever, {argument: front} if first and may else {})
