"""What a running game began with, and its diary: parts of the pause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.language.dates import day_month
from game.store.header import DiaryLine
from game.ui.app.stage import Stage
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.rich import RichText, Style, height_of
from game.ui.kit.scroll import Scroll
from game.ui.link.argument import Term
from game.ui.screens.argument_value import said
from game.ui.screens.page import panel, within_panel

DAY, GAP, CHIP = 86.0, 8.0, 168.0
LINE = Style(16.5)


def premise_chips(stage: Stage, premises: Mapping[str, str], place: Rect) -> list[Node]:
    """The premises of this game side by side, with what was taken to be true; those that were changed in red."""
    terms = stage.argued.premises if stage.argued is not None else ()
    if not terms:
        return []
    across = chips_across(place.w, len(terms))
    rows = place.rows(-(-len(terms) // across), GAP)
    places = [at for row in rows for at in row.columns(across, GAP)]
    return [_chip(stage, term, premises, at) for term, at in zip(terms, places, strict=False)]


def chips_across(wide: float, count: int) -> int:
    """How many premises stand side by side in a width."""
    return count if wide >= CHIP * count else -(-count // 2)


def _chip(stage: Stage, term: Term, premises: Mapping[str, str], place: Rect) -> Node:
    value, changed = said(stage.words, premises.get(term.premise, term.default)), term.premise in premises
    aside = stage.words("pause.chosen" if changed else "pause.usual")

    def draw_chip(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "paper")
        canvas.rect(Rect(0, 0, 5, whole.h), "red" if changed else "ink")
        room = whole.w - 26
        y = whole.h / 2
        canvas.text(16, y - 18, term.name, "medium", canvas.fitted(term.name, "medium", 16, room), "mute", most=room)
        canvas.text(16, y + 5, value, "head_light", 20, "deep" if changed else "ink", most=room)

    return Picture(rect=place, key=f"premise {term.premise}", what=(term.name, value, changed), draw=draw_chip,
                   tip=Tip(term.name, f"{term.question}\n**{value}**", aside))  # fmt: skip


def diary(stage: Stage, lines: Sequence[DiaryLine], place: Rect) -> list[Node]:
    """A line for each stop, the latest first."""
    ui, words = stage.ui, stage.words
    room = within_panel(place, 22, 14)
    told = [(day_month(words, line.date), line.text) for line in reversed(lines)]
    told = told or [(words("pause.today"), words("pause.blank"))]
    nodes, y, wide = list[Node](), room.y, room.w - DAY - 16
    for nth, (day, text) in enumerate(told):
        high = height_of(text, wide, LINE, ui.fonts, ui.measure.scale)
        nodes.append(RichText(rect=Rect(room.x, y, DAY - 8, 22), key=f"day {nth}", text=day,
                              style=Style(16.5, "semi", colour="deep")))  # fmt: skip
        nodes.append(RichText(rect=Rect(room.x + DAY, y, wide, high), key=f"line {nth}", text=text, style=LINE))
        y += high + GAP
    scroll = Scroll(rect=room, key="diary lines", height=y - room.y, children=nodes)
    return [panel(place, "diary", words("pause.diary")), scroll]
