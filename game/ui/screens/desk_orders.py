"""The orders of the day on the desk: in groups, found by words; each opens its dialog."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.app.stage import Stage
from game.ui.art.icons import icon
from game.ui.art.marks import number_disc, price_tag, price_width
from game.ui.art.portraits import portrait
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.choosing import segments
from game.ui.kit.entering import Entry
from game.ui.kit.interface import Interface
from game.ui.kit.node import Act, Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.scroll import Listing
from game.ui.screens.desk_groups import GROUPS, faction_id, group_of, icon_of, sorted_offers
from game.views.offers import Offer

BAR, TOOLS, ROW = 50.0, 36.0, 46.0
FIND = 190.0
LOW = 360.0
"""Lower than this the groups stand in the header, in the title's place."""


def orders_panel(stage: Stage, ui: Interface, place: Rect, numbered: bool) -> Group:
    """Header, groups, list."""
    group, found = ui.recall("group", "all"), ui.recall("find", "")
    low = place.h < LOW
    inner = place.within(left=14, top=7 if low else BAR + 10, right=12, bottom=8)
    tools, body = inner.split_top(TOOLS, 13 if low else 8)
    wide = min(FIND, tools.w * 0.3)
    choices = [(name, stage.words(f"desk.orders.{name}")) for name in ("all", *GROUPS)]
    nodes: list[Node] = [
        _frame(stage, place, numbered, low),
        segments(tools.within(right=wide + 12), choices, group, lambda name: _choose(ui, "group", name), "groups", low),
        Entry(rect=tools.split_right(wide)[0], key="find", text=found, hint=stage.words("desk.orders.find"), most=30,
              changed=lambda text: _choose(ui, "find", text), night=low),
    ]  # fmt: skip
    orders = sorted_offers(stage.offers, group, found)
    if orders:
        rows = _rows(orders) if group == "all" else list(orders)
        nodes.append(
            Listing(rect=body, key="orders", count=len(rows), pitch=ROW, row=lambda nth, at: _row(stage, rows[nth], at))
        )
    else:
        nodes.append(_nothing(stage, body))
    return Group(rect=place, key="work", children=nodes)


def _choose(ui: Interface, key: str, value: str) -> None:
    ui.remember("scroll/orders", 0.0)
    ui.remember(key, value)


def _rows(orders: Sequence[Offer]) -> list[Offer | str]:
    """Orders with the name of a group before each."""
    out: list[Offer | str] = []
    for nth, order in enumerate(orders):
        name = group_of(order)
        if not nth or group_of(orders[nth - 1]) != name:
            out.append(name)
        out.append(order)
    return out


def _frame(stage: Stage, place: Rect, numbered: bool, low: bool) -> Node:
    words, count = stage.words, sum(o.open for o in stage.offers)
    title = "" if low else words("desk.orders.title").upper()
    note = words("desk.orders.count", open=count, all=len(stage.offers)) if stage.offers and not low else ""

    def draw_frame(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "light")
        canvas.rect(Rect(0, 0, whole.w, BAR), "ink")
        canvas.box(whole, "ink", 2)
        x = 18.0
        if numbered:
            number_disc(canvas, 30, BAR / 2, "2", 17)
            x = 60.0
        canvas.text(x, BAR / 2, title, "display", 34, "paper", down="middle", most=whole.w - 220)
        canvas.text(whole.w - 16, BAR / 2, note, "semi", 15.5, "amber", "right", "middle")

    return Picture(rect=place, key="frame", what=(title, note, numbered), draw=draw_frame)


def _nothing(stage: Stage, place: Rect) -> Node:
    words = stage.words
    if stage.offers:
        said = words("desk.orders.none")
    else:
        said = words("desk.orders.coming" if stage.now.view.halt == "orders" else "desk.fell_silent")

    def draw_nothing(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.paragraph(8, 20, whole.w - 16, said, "medium", 17, "mute")

    return Picture(rect=place, key="nothing", what=said, draw=draw_nothing)


def _row(stage: Stage, row: Offer | str, place: Rect) -> Node:
    return _heading(stage, row, place) if isinstance(row, str) else order_row(stage, row, place.inset(0, 2))


def _heading(stage: Stage, name: str, place: Rect) -> Node:
    said = stage.words(f"desk.orders.head_{name}")

    def draw_heading(canvas: Canvas, whole: Rect, status: Status) -> None:
        y = whole.h / 2 + 2
        wide = canvas.text(4, y, said, "head_light", 18, "deep", down="middle")
        canvas.rect(Rect(wide + 16, y, whole.w - wide - 20, 1.5), "line")

    return Picture(rect=place, key=f"head {name}", what=said, draw=draw_heading)


def below_of(stage: Stage, offer: Offer) -> tuple[str, ...]:
    """What stands below an order's title: why it is closed; else of whom it is asked, and what it does."""
    if offer.why_not:
        return (offer.why_not,)
    words, does = stage.words, tuple(line[:1].upper() + line[1:] for line in offer.states.always)
    if group_of(offer) != "others":
        return does or (words("desk.orders.unstated"),)
    key = "desk.orders.asked_price" if offer.asked else "desk.orders.asked"
    return (words(key, who=offer.whose, asked=f"{offer.asked:.0f}"), *does)


def fitting(canvas: Canvas, parts: Sequence[str], most: float) -> str:
    """As many sentences as there is room for side by side; at least the first."""
    said = parts[0]
    for part in parts[1:]:
        longer = f"{said} · {part}"
        if canvas.width(longer, "medium", 15) > most:
            break
        said = longer
    return said


def order_row(stage: Stage, offer: Offer, place: Rect) -> Node:
    """An order as a row: its sign or the man who is asked, its title, whose it is or why it is closed, its price."""
    below = below_of(stage, offer)
    face = _face(stage, offer, place)
    sign, price = icon_of(offer), f"{offer.price:.0f}" if offer.price else ""
    closed, hands = not offer.open, offer.hands
    edge, disc, drawn = ("line", "line", "ink") if closed else ("ink", "steel", "paper")

    def draw_row(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "dark" if closed else "paper")
        if status.hover:
            canvas.box(whole, "ochre", 2)
        canvas.polygon([(0, 0), (13, 0), (6, whole.h), (0, whole.h)], "red" if status.hover else edge)
        y = whole.h / 2
        if face is None:
            canvas.circle(38, y, 18, disc)
            icon(canvas, "lock" if closed else sign, 28, y - 10, 20, drawn, disc)
        right = whole.w - 10
        if not closed and (hands or price):
            price_tag(canvas, right, y - 12, hands, price, 24, "ink", across="right")
            right -= price_width(canvas, hands, price) + 10
        canvas.text(66, 6.5, offer.title, "head_light", 17, "ink", most=right - 70)
        canvas.text(66, 25.5, fitting(canvas, below, right - 70), "medium", 15, "mute", most=right - 70)

    what = (offer.title, below, price, hands, closed, sign, face is None)
    return Pressable(rect=place, key=offer.lever, what=what, draw=draw_row, act=opener(stage, offer),
                     children=(face,) if face else (), tip=Tip(offer.title, offer.text, offer.why_not))  # fmt: skip


def _face(stage: Stage, offer: Offer, place: Rect) -> Node | None:
    """The man who is asked, drawn once for all his orders."""
    man = next((m for m in stage.now.room.persons if m.name == offer.whose), None)
    if man is None or not offer.open:
        return None
    faction = faction_id(man)

    def draw_face(canvas: Canvas, whole: Rect, status: Status) -> None:
        portrait(canvas, 19, 19, 19, man.id, faction)

    at = Rect(place.x + 19, place.y + place.h / 2 - 19, 38, 38)
    return Picture(rect=at, key="face", what=(man.id, faction), draw=draw_face)


def opener(stage: Stage, offer: Offer) -> Act:
    """Opens an order's dialog."""
    return lambda: stage.show("order", offer.lever)
