"""The organs of power: who heads each, how far it obeys, and what it takes to ask him for an order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.ui.app.stage import Stage
from game.ui.art.icons import ORGANS, icon
from game.ui.art.marks import mark, pips, price_tag, price_width
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.dialog import draw_panel
from game.ui.kit.node import Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.scroll import Listing
from game.ui.screens.room_people import man_of
from game.ui.screens.top_bar import figure_tip
from game.views.organs import Organ
from game.views.told import Mark

Draw = Callable[[Canvas, Rect, Status], None]
Choose = Callable[[str], object]
NOTE, LEAST_ROW, MOST_ROW = 36.0, 84.0, 112.0
BESIDE_RAIL = 15.0
"""Kept free at the left: the tab of the rail points there."""
STEPS = 6
"""Squares in which obedience is shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """An organ as its row shows it. price: authority as text; state: words in its place. own: the player's side."""

    id: str
    name: str
    head: str
    obeys: str
    full: int
    mark: Mark
    price: str
    state: str
    own: bool
    chosen: bool


def organs_panel(stage: Stage, place: Rect, chosen: str, choose: Choose, headed: bool) -> list[Node]:
    """The panel. headed: with its ink header."""
    words, organs = stage.words, stage.now.room.organs
    head, body = place.split_top(50 if headed else 8)
    rows = body.within(top=NOTE)
    pitch = min(MOST_ROW, max(LEAST_ROW, (rows.h - 4) / max(1, len(organs))))

    def row(nth: int, at: Rect) -> Node:
        organ = organs[nth]
        what = row_of(stage, organ, chosen == organ.id)
        return Pressable(rect=at, key=organ.id, what=what, draw=_draw_row(what), act=lambda: choose(organ.id),
                         here=what.chosen, tip=lambda: organ_tip(stage, organ))  # fmt: skip

    rows = rows.within(left=BESIDE_RAIL, right=4)
    listing = Listing(rect=rows, key="organs", count=len(organs), pitch=pitch, row=row)
    title = words("room.organs") if headed else ""
    ground = Picture(rect=place, key="organs ground", what=title, opaque=True,
                     draw=_draw_ground(title, words("room.price_note"), head.h))  # fmt: skip
    return [ground, listing]


def _draw_ground(title: str, note: str, head: float) -> Draw:
    def draw_organs_ground(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "light")
        if title:
            draw_panel(canvas, whole, title.upper())
            canvas.rect(Rect(0, head, whole.w - 2, whole.h - head), "light")
        canvas.rect(Rect(whole.w - 3, 0, 3, whole.h), "ink")
        canvas.text(18, head + NOTE / 2 + 1, note, "medium", 15, "mute", down="middle", most=whole.w - 36)

    return draw_organs_ground


def row_of(stage: Stage, organ: Organ, chosen: bool = False) -> Row:
    """What the row of an organ says."""
    words, desk = stage.words, stage.now.view.desk
    price, state, own = price_of(stage, organ)
    full = round(organ.obedience.value / 100 * STEPS)
    head = man_of(stage.now.room, organ.head)
    name = organ.head_name or words("room.organ.vacant")
    if head is not None and not head.free:
        name = words("room.organ.under_arrest", name=name)
    elif head is not None and not head.present:
        name = words("room.organ.away", name=name)
    if organ.head == desk.seat:
        name = words("room.organ.yours")
    return Row(organ.id, organ.name, name, words("room.organ.obeys"), full, organ.obedience.mark, price, state, own,
               chosen)  # fmt: skip


def price_of(stage: Stage, organ: Organ) -> tuple[str, str, bool]:
    """The price of asking as text, or what stands in its place; and whether it is on the player's side."""
    words, desk, room = stage.words, stage.now.view.desk, stage.now.room
    head = man_of(room, organ.head)
    if organ.head == desk.seat:
        return "", words("room.organ.order"), True
    if head is not None and head.bound == "bound":
        return f"{organ.asked:.0f}" if organ.asked else "", words("room.organ.with_you"), True
    if room.leader_id == desk.seat:
        return "", words("room.organ.your_word"), False
    return (f"{organ.asked:.0f}", "", False) if organ.head else ("", words("room.organ.free"), False)


def organ_tip(stage: Stage, organ: Organ) -> Tip:
    """What asking for its orders takes, and what its obedience is made of."""
    words, desk, room = stage.words, stage.now.view.desk, stage.now.room
    if organ.head == desk.seat:
        said = words("room.organ.price_yours")
    elif not organ.head:
        said = words("room.organ.price_none")
    elif room.leader_id == desk.seat:
        said = words("room.organ.price_leader")
    else:
        said = words("room.organ.price", name=organ.head_name, asked=f"{organ.asked:.0f}")
    head = man_of(room, organ.head)
    if head is not None and head.bound == "bound":
        said += "\n" + words("room.organ.in_plot")
    obeys = figure_tip(stage, organ.obedience)
    return Tip(organ.name, f"{said}\n**{obeys.title}**\n{obeys.text}", words("room.organ.press"))


def _draw_row(row: Row) -> Draw:
    def draw_organ_row(canvas: Canvas, whole: Rect, status: Status) -> None:
        ground = "dark" if row.chosen else "paper" if status.hover else "light"
        canvas.rect(whole, ground)
        canvas.rect(Rect(1, 0, whole.w - 13, 1.5), "line")
        if row.chosen:
            canvas.rect(Rect(0, 0, 5, whole.h), "red")
        y = whole.h / 2 - 47
        disc = "red" if row.own else "ink"
        canvas.circle(32, whole.h / 2, 24, disc)
        icon(canvas, ORGANS.get(row.id, "person"), 20, whole.h / 2 - 12, 24, "paper", disc,
             "ink" if row.own else "ember")  # fmt: skip
        right = whole.w - 14
        taken = _price(canvas, row, right, y + 14)
        name = row.name.upper()
        size = canvas.fitted(name, "head_light", 18, right - 76 - taken)
        canvas.text(68, y + 19, name, "head_light", size, "ink", most=right - 76 - taken)
        canvas.text(68, y + 44, row.head, "medium", 15.5, "mute", most=right - 68)
        wide = canvas.text(68, y + 68, row.obeys, "medium", 15, "ink")
        end = 68 + wide + 12 + pips(canvas, 68 + wide + 12, y + 68, row.full, STEPS, 11, 4, "red", "line")
        mark(canvas, end + 16, y + 73.5, row.mark, 5.5, "ink", ground)

    return draw_organ_row


def _price(canvas: Canvas, row: Row, right: float, y: float) -> float:
    """The price, or what stands in its place; returns its width."""
    if row.state:
        return canvas.text(right, y + 6, row.state, "semi", 15.5, "deep" if row.own else "mute", "right") + 6
    price_tag(canvas, right, y, 0, row.price, 24, "ink", "paper", "right")
    return price_width(canvas, 0, row.price) + 6
