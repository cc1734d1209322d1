"""The top bar: date, at most five figures with their marks, hands, menu; and the rail of tabs at the left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.language.dates import day_month, signed, stamp, weighty
from game.ui.app.stage import Stage
from game.ui.art.icons import icon
from game.ui.art.marks import hands_row, mark
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Act, Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.views.told import Figure

TOP, RAIL = 64.0, 80.0
DATE, HANDS, FIGURE, TAB = 254.0, 280.0, 196.0, 88.0
OWN = 128.0
"""Width of the seat's own figure, which has no author."""
MOST_FIGURES = 5

FIGURE_ICONS = (
    ("authority", "star"), ("depth", "front"), ("dead", "men"), ("captured", "men"), ("aircraft", "air"),
    ("tanks", "armour"), ("vacuum", "chair"), ("file", "eye"),
)  # fmt: skip
"""Part of a figure's name -> icon; others have a graph."""

Draw = Callable[[Canvas, Rect, Status], None]


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab of the rail: which screen it opens, and its icon."""

    screen: str
    icon: str


TABS = (Tab("front", "front"), Tab("room", "room"))
"""Two tabs in chapter I."""


def figures_shown(stage: Stage) -> tuple[Figure, ...]:
    """The figures of the bar: authority first, then what was told, at most five."""
    desk = stage.now.view.desk
    name, held = f"person.{desk.seat}.authority", desk.authority
    own = Figure(name, stage.words("top.authority"), held, f"{held:.0f}", "", "measured", "", "")
    return (own, *desk.figures)[:MOST_FIGURES]


def top_bar(stage: Stage, space: Rect) -> Group:
    """The bar over the whole width."""
    bar = Rect(0, 0, space.w, TOP)
    room = space.w - RAIL - DATE - HANDS
    figures = figures_shown(stage)[: 1 + max(0, int((room - OWN) // (FIGURE - 4)))]
    pitch = min(FIGURE * 1.3, (room - OWN) / max(1, len(figures) - 1))
    nodes: list[Node] = [
        Picture(rect=bar, key="bar", what=space.w, draw=_bar, opaque=True),
        Pressable(rect=Rect(0, 0, RAIL, TOP - 3), key="emblem", what="emblem", draw=_emblem,
                  act=lambda: stage.show("desk"), here=_in_front(stage, "desk"), tip=Tip(stage.words("top.desk"))),
        _date(stage, Rect(RAIL, 0, DATE, TOP - 3)),
    ]  # fmt: skip
    for nth, figure in enumerate(figures):
        x = OWN + (nth - 1) * pitch if nth else 0.0
        place = Rect(RAIL + DATE + 12 + x, 4, (pitch if nth else OWN) - 8, TOP - 10)
        nodes.append(_figure(stage, figure, place, nth))
    nodes += _hands(stage, Rect(space.w - HANDS + 24, 0, HANDS - 24, TOP - 3))
    return Group(rect=bar, key="top", children=nodes)


def _in_front(stage: Stage, name: str) -> bool:
    return stage.ui.top is not None and stage.ui.top.screen.name == name


def _bar(canvas: Canvas, whole: Rect, status: Status) -> None:
    canvas.rect(whole, "ink")
    canvas.rect(Rect(0, TOP - 3, whole.w, 3), "red")
    canvas.polygon([(RAIL, 0), (322, 0), (294, TOP), (RAIL, TOP)], "paper")
    canvas.polygon([(322, 0), (334, 0), (306, TOP), (294, TOP)], "red")
    left = whole.w - HANDS
    canvas.polygon([(left + 28, 0), (whole.w, 0), (whole.w, TOP - 3), (left, TOP - 3)], "coal")


def _emblem(canvas: Canvas, whole: Rect, status: Status) -> None:
    canvas.rect(whole, "deep" if status.hover else "red")
    canvas.circle(38, 33, 20, "paper")
    canvas.polygon([(80, 0), (34, 40), (52, 0)], "ink")


def _date(stage: Stage, place: Rect) -> Node:
    view = stage.now.view
    date = stamp(stage.words, view.desk.date)
    below = stage.words("top.stop", n=view.stop)

    def draw_date(canvas: Canvas, whole: Rect, status: Status) -> None:
        size = canvas.fitted(date, "display", 36, whole.w - 54)
        canvas.text(18, 12, date, "display", size, "ink")
        canvas.text(18, 44, below, "medium", 15, "mute", most=whole.w - 60)

    return Picture(rect=place, key="date", what=(date, below), draw=draw_date)


def _figure(stage: Stage, figure: Figure, place: Rect, nth: int) -> Node:
    sign = next((name for part, name in FIGURE_ICONS if part in figure.name), "graph")
    value = weighty(figure.value, figure.unit)
    by = figure.by.rsplit(" ", 1)[-1]

    def draw_figure(canvas: Canvas, whole: Rect, status: Status) -> None:
        ground = "soot" if status.hover else "ink"
        if status.hover:
            canvas.rect(whole, ground)
        if nth:
            canvas.rect(Rect(0, 10, 1, whole.h - 18), "soot")
        icon(canvas, sign, 12, 17, 24, "paper", ground, "ember")
        canvas.text(46, 11, figure.short or figure.label, "medium", 15, "muted", most=whole.w - 52)
        wide = canvas.text(46, 31, value, "head_light", 19, "paper")
        mark(canvas, 46 + wide + 14, 38, figure.mark, 5.5, "amber", ground)
        if by:
            canvas.text(46 + wide + 26, 33, by, "medium", 15, "amber", most=whole.w - 73 - wide)

    return Pressable(rect=place, key=f"figure {nth}", what=(figure.short or figure.label, value, figure.mark, by, nth),
                     draw=draw_figure, act=lambda: stage.show("ledger", figure.name),
                     tip=lambda: figure_tip(stage, figure))  # fmt: skip


def figure_tip(stage: Stage, figure: Figure) -> Tip:
    """What a figure is, who told it, what it is made of and what changed it."""
    words = stage.words
    told = {
        "reported": lambda: words("top.figure_tip_reported", by=figure.by, on=day_month(words, figure.on)),
        "guessed": lambda: words("top.figure_tip_guessed"),
        "measured": lambda: words("top.figure_tip_measured"),
    }[figure.mark]() if figure.mark != "reported" or figure.on else words("top.figure_tip_guessed")  # fmt: skip
    found = stage.explained(figure.name)
    if found is None:
        return Tip(figure.label, f"{told}\n{words('top.asking')}", words("top.figure_tip_press"))
    lines = [told]
    if found.refused:
        lines.append(found.refused)
    else:
        lines.append(words("top.figure_tip_range", meaning=found.meaning[:1].upper() + found.meaning[1:],
                           low=f"{found.low:g}", high=f"{found.high:g}"))  # fmt: skip
        lines += [words("top.part", what=part.what, amount=signed(part.amount)) for part in found.made_of]
        lines += [
            words("top.changed", date=day_month(words, change.date), delta=signed(change.delta), why=change.why)
            for change in found.changes[-6:]
        ]
    return Tip(f"{figure.label}: {figure.text}", "\n".join(lines), words("top.figure_tip_press"))


def _hands(stage: Stage, place: Rect) -> list[Node]:
    desk = stage.now.view.desk
    words = stage.words
    left, every = int(desk.hands_left), max(int(desk.hands), int(desk.hands_left))
    said = words("top.hands_left", left=left, all=every)

    def draw_hands(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.text(16, 14, words("top.hands"), "medium", 15, "muted")
        canvas.text(16, 34, said, "head_light", 19, "paper")
        hands_row(canvas, 82, 18, every, left, 28, "amber", "muted", "coal")

    tip = words("top.hands_tip") if every else words("top.hands_none")
    hands, menu = place.split_right(56)
    hands, menu = menu, hands
    return [
        Picture(rect=hands, key="hands", what=(said, every, left), draw=draw_hands, tip=Tip(words("top.hands"), tip)),
        Pressable(rect=menu, key="menu", what="menu", draw=_menu, act=lambda: stage.show("pause"),
                  tip=Tip(words("top.menu"))),
    ]  # fmt: skip


def _menu(canvas: Canvas, whole: Rect, status: Status) -> None:
    canvas.rect(whole, "soot" if status.hover else "coal")
    icon(canvas, "menu", whole.w / 2 - 12, whole.h / 2 - 12, 24, "paper", "coal")


def rail(stage: Stage, space: Rect, active: str) -> Group:
    """The tabs at the left, and at its foot what world this is."""
    place = Rect(0, TOP, RAIL, space.h - TOP)
    nodes: list[Node] = [Picture(rect=place, key="ground", what=place.h, draw=_rail, opaque=True)]
    for nth, tab in enumerate(TABS):
        at = Rect(0, TOP + 4 + nth * TAB, RAIL + 14, TAB - 4)
        nodes.append(
            Pressable(rect=at, key=tab.screen, what=(tab, tab.screen == active), act=_opener(stage, tab.screen),
                      here=tab.screen == active,
                      draw=_tab(tab, stage.words(f"rail.{tab.screen}"), tab.screen == active))
        )  # fmt: skip
    nodes.append(_world(stage, Rect(0, space.h - 104, RAIL, 104)))
    return Group(rect=place, key="rail", children=nodes)


def _opener(stage: Stage, name: str) -> Act:
    return lambda: stage.show(name)


def _rail(canvas: Canvas, whole: Rect, status: Status) -> None:
    canvas.rect(whole, "coal")


def _tab(tab: Tab, words: str, on: bool) -> Draw:
    def draw_tab(canvas: Canvas, whole: Rect, status: Status) -> None:
        ground = "red" if on else "soot" if status.hover else "coal"
        if on or status.hover:
            canvas.rect(Rect(0, 0, RAIL, whole.h), ground)
        if on:
            canvas.polygon([(RAIL, whole.h / 2 - 14), (RAIL + 14, whole.h / 2), (RAIL, whole.h / 2 + 14)], "red")
        icon(canvas, tab.icon, 26, 12, 28, "paper" if on else "muted", ground, "ink" if on else "ember")
        canvas.text(RAIL / 2, 52, words, "semi", 15.5, "paper" if on else "muted", "centre")

    return draw_tab


def _world(stage: Stage, place: Rect) -> Node:
    table = stage.now.table
    words = stage.words
    kinds = [name for name, held in (("ironman", table.ironman), ("console", table.console)) if held]
    lines = [words(f"rail.{name}") for name in kinds] + [words("rail.seed"), str(table.seed)]

    def draw_world(canvas: Canvas, whole: Rect, status: Status) -> None:
        y = whole.h - 24 * len(lines) - 8
        for nth, line in enumerate(lines):
            last = nth == len(lines) - 1
            size = canvas.fitted(line, "medium", 15, whole.w - 8, least=15)
            canvas.text(whole.w / 2, y + nth * 24, line, "medium", size, "paper" if last else "muted", "centre",
                        most=whole.w - 8)  # fmt: skip

    return Picture(rect=place, key="world", what=tuple(lines), draw=draw_world)
