"""What can be done with a man, an organ or a post today: orders as rows with their prices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.ui.app.stage import Stage
from game.ui.art.marks import price_tag, price_width
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Act, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.rich import Style
from game.ui.screens.room_stack import Stack
from game.views.offers import Offer

Draw = Callable[[Canvas, Rect, Status], None]
HIGH, GAP, LINE, SIZE = 36.0, 6.0, 22.0, 16.0
TAKEN = 36.0
"""Width beside a title that no price takes."""
TALK = "room.talk"
"""The order that shows where a man stands."""
NOTE = Style(16, "medium", colour="mute")


@dataclass(frozen=True, slots=True)
class Doable:
    """An order that takes the chosen thing as its first argument, or none (`argument` is empty then)."""

    offer: Offer
    argument: str
    value: str


@dataclass(frozen=True, slots=True)
class Row:
    """An order as its row shows it. lines: its title."""

    lines: tuple[str, ...]
    hands: int
    authority: str
    open: bool
    first: bool


def orders_about(stage: Stage, thing: str, name: str) -> list[Doable]:
    """Orders whose first argument may be a thing of that id and name: those that are open first."""
    found = [
        Doable(offer, offer.arguments[0], thing)
        for offer in stage.offers
        if any(c.id == thing and c.name == name for c in offer.candidates)
    ]
    return sorted(found, key=_order)


def _order(one: Doable) -> tuple[bool, bool, int]:
    """Open ones first, a talk before all, then those with the fewest other arguments."""
    return not one.offer.open, one.offer.lever != TALK, len(one.offer.arguments)


def orders_of_organ(stage: Stage, organ: str, name: str) -> list[Doable]:
    """Orders that an organ carries out, and those that are done to it."""
    own = [Doable(offer, "", "") for offer in stage.offers if offer.organ == name]
    about = orders_about(stage, organ, name)
    listed = {one.offer.lever for one in about}
    return sorted([*about, *(one for one in own if one.offer.lever not in listed)], key=_order)


def orders_part(stack: Stack, stage: Stage, title: str, found: Sequence[Doable]) -> None:
    """The orders at the foot of a dossier: the open ones, then those that may not be given, which say why."""
    words = stage.words
    view = stage.now.view
    open_ = [one for one in found if one.offer.open]
    stack.heading("orders", title, words("room.man.orders_open", n=len(open_)) if open_ else "", gap=6)
    if stage.running or view.halt != "orders":
        waits = "running" if stage.running else "wait" if view.halt == "question" else "over"
        stack.text("wait", words(f"room.man.orders_{waits}"), NOTE, 6)
        return
    if not found:
        stack.text("none", words("room.man.orders_none"), NOTE, 6)
        return
    for one in open_:
        _row(stack, stage, one)
    closed = [one for one in found if not one.offer.open]
    if closed:
        stack.heading("closed", words("room.man.orders_not_now"), gap=6)
    for one in closed:
        _row(stack, stage, one)


def _row(stack: Stack, stage: Stage, one: Doable) -> None:
    offer = one.offer
    authority = f"{offer.price:.0f}" if offer.price else ""
    taken = TAKEN + 18 * offer.hands + (22 + 8.5 * len(authority) if authority else 0)
    lines = _lines(stack, offer.title, stack.wide - taken)
    row = Row(lines, offer.hands, authority, offer.open, offer.lever == TALK)
    stack.nodes.append(
        Pressable(
            rect=stack.take(HIGH + LINE * (len(lines) - 1), GAP), key=f"order {offer.lever}", what=row, draw=_draw(row),
            act=_opener(stage, one) if offer.open else None, why_not="" if offer.open else offer.why_not,
            tip=lambda: order_tip(stage, offer),
        )
    )  # fmt: skip


def _lines(stack: Stack, title: str, wide: float) -> tuple[str, ...]:
    """A title in as many lines as it needs."""
    fonts, scale, out = stack.ui.fonts, stack.ui.measure.scale, [""]
    for word in title.split(" "):
        longer = f"{out[-1]} {word}".strip()
        if out[-1] and fonts.width(longer, "head_light", round(SIZE * scale)) / scale > wide:
            out.append(word)
        else:
            out[-1] = longer
    return tuple(out)


def _opener(stage: Stage, one: Doable) -> Act:
    given = {one.argument: one.value} if one.argument else {}
    return lambda: stage.show("order", one.offer.lever, given)


def order_tip(stage: Stage, offer: Offer) -> Tip:
    """What an order is, what it takes, and why it may not be given."""
    words = stage.words
    parts = [words.count("room.order.hands", offer.hands)] if offer.hands else []
    if offer.price:
        parts.append(words("room.order.authority", n=f"{offer.price:.0f}"))
    price = words("room.order.and", a=parts[0], b=parts[1]) if len(parts) > 1 else "".join(parts)
    lines = [offer.text, words("room.order.price", price=price or words("room.order.nothing"))]
    if offer.asked:
        lines.append(words("room.order.asking", asked=f"{offer.asked:.0f}", name=offer.whose))
    return Tip(offer.title, "\n".join(lines), offer.why_not or words("room.order.press"))


def _draw(row: Row) -> Draw:
    def draw_order(canvas: Canvas, whole: Rect, status: Status) -> None:
        ground, ink = ("red", "paper") if row.first and row.open else ("light", "ink")
        if row.open and status.hover:
            ground = "deep" if row.first else "dark"
        if not row.open:
            ground, ink = "dark", "mute"
        canvas.rect(whole, ground)
        if not row.first or not row.open:
            canvas.box(whole, "ink" if row.open else "line", 2)
        else:
            canvas.polygon([(whole.w - 12, whole.h), (whole.w, whole.h - 12), (whole.w, whole.h)], "ink")
        wide = price_width(canvas, row.hands, row.authority) if row.hands or row.authority else 0.0
        if wide:
            price_tag(canvas, whole.w - 10, whole.h / 2 - 12, row.hands, row.authority, 24, ground, ink, "right")
        room, top = whole.w - wide - 24, whole.h / 2 - LINE * (len(row.lines) - 1) / 2
        for nth, line in enumerate(row.lines):
            canvas.text(13, top + nth * LINE, line, "head_light", SIZE, ink, down="middle", most=room)

    return draw_order
