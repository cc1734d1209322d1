"""What is taken to be true: a premise at a time, with what the thread says on each side of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language.words import Words
from game.ui.app.stage import Stage
from game.ui.kit.button import Pressable, Toggle
from game.ui.kit.canvas import Canvas
from game.ui.kit.choosing import segments
from game.ui.kit.entering import Slider
from game.ui.kit.interface import Interface
from game.ui.kit.node import Act, Group, Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.rich import Style, height_of
from game.ui.link.argument import Argument, Term
from game.ui.screens.argument_claims import claims
from game.ui.screens.argument_value import DRAW, said
from game.ui.screens.page import panel, within_panel

if TYPE_CHECKING:
    from game.ui.screens.argument_chosen import Chosen

TABS, GAP, CONTROL = 60.0, 8.0, 42.0
QUESTION = 25.0


def premises_panel(stage: Stage, ui: Interface, chosen: Chosen, argument: Argument, place: Rect) -> Group:
    """A tab for each premise; below, the question of one, its answer, and who says what."""
    room = within_panel(place, 20, 16)
    shown = ui.recall("premise", argument.premises[0].premise)
    term = next((t for t in argument.premises if t.premise == shown), argument.premises[0])
    tabs, rest = room.split_top(TABS, 18)
    nodes: list[Node] = [panel(place, "panel", stage.words("argument.premises"), stage.words("argument.thread"))]
    for at, other in zip(tabs.columns(len(argument.premises), GAP), argument.premises, strict=True):
        nodes.append(_tab(stage.words, other, chosen, at, other is term, _opener(ui, other.premise)))
    nodes += _answer(stage, ui, chosen, term, rest)
    return Group(rect=place, key="premises", children=nodes)


def _opener(ui: Interface, premise: str) -> Act:
    return lambda: ui.remember("premise", premise)


def value_of(term: Term, premises: dict[str, str]) -> str:
    """What is chosen for a premise; the default where nothing is."""
    return premises.get(term.premise, term.default)


def _tab(words: Words, term: Term, chosen: Chosen, place: Rect, on: bool, act: Act) -> Node:
    value, changed = said(words, value_of(term, chosen.premises)), term.premise in chosen.premises

    def draw_tab(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "ink" if on else "dark" if status.hover else "paper")
        room = whole.w - 24
        size = canvas.fitted(term.name, "head_light", 18, room)
        canvas.text(12, 14, term.name, "head_light", size, "paper" if on else "ink", most=room)
        canvas.text(12, 37, value, "semi", 16, "amber" if on else "deep" if changed else "mute", most=room)
        if on:
            canvas.polygon([(whole.w, whole.h), (whole.w - 18, whole.h), (whole.w, whole.h - 18)], "red")
        else:
            canvas.rect(Rect(0, whole.h - 2, whole.w, 2), "line")

    return Pressable(rect=place, key=term.premise, what=(term.name, value, on, changed), draw=draw_tab, act=act,
                     here=on)  # fmt: skip


def _answer(stage: Stage, ui: Interface, chosen: Chosen, term: Term, room: Rect) -> list[Node]:
    """Question, control, claims."""
    face, scale = Style(QUESTION, "head", "head", "ink", leading=1.25), ui.measure.scale
    high = height_of(term.question, room.w, face, ui.fonts, scale)
    head, rest = room.split_top(high, 8)
    row, rest = rest.split_top(CONTROL, 16)

    def draw_question(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.paragraph(0, 3, whole.w, term.question, "head", QUESTION, "ink", 1.25)

    question = Picture(rect=head, key="question", what=term.question, draw=draw_question)
    return [question, *_control(stage, chosen, term, row), claims(stage, term, rest)]


def _control(stage: Stage, chosen: Chosen, term: Term, row: Rect) -> list[Node]:
    words, value = stage.words, value_of(term, chosen.premises)

    def choose(name: str) -> None:
        if name == term.default:
            chosen.premises.pop(term.premise, None)
        else:
            chosen.premises[term.premise] = name
        stage.ui.refresh()

    if term.values:
        options = [(name, said(words, name)) for name in (*term.values, DRAW)]
        return [segments(row, options, value, choose, f"values {term.premise}")]
    drawn = value == DRAW
    toggle, slide = row.split_right(190, 24)
    number = float(term.default if drawn else value)
    switch = Toggle(rect=toggle, key="draw", text=words("argument.draw"), on=drawn,
                    act=lambda: choose(term.default if drawn else DRAW))  # fmt: skip
    slider = Slider(rect=slide, key=f"number {term.premise}", value=number, low=term.low, high=term.high, step=5,
                    shown=words("argument.hidden") if drawn else f"{number:g}",
                    changed=lambda to: choose(f"{to:g}"))  # fmt: skip
    return [slider, switch]
