"""What is taken to be true: a premise at a time, with what the thread says on each side of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.ui.app.stage import Stage
from game.ui.kit.button import Pressable, Toggle
from game.ui.kit.canvas import Canvas
from game.ui.kit.choosing import segments
from game.ui.kit.entering import Slider
from game.ui.kit.interface import Interface
from game.ui.kit.node import Act, Group, Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.rich import Style, height_of
from game.ui.kit.scroll import Scroll
from game.ui.language.words import Words
from game.ui.link.argument import Argument, Term
from game.ui.screens.page import panel, within_panel

if TYPE_CHECKING:
    from game.ui.screens.argument import Chosen

DRAW = "draw"
TABS, GAP, CONTROL, SPEAKER = 60.0, 8.0, 42.0, 150.0
QUESTION = 25.0
SMALL, LARGE = Style(16.5), Style(19)
ROOMY = 430.0
"""Where the claims have as much height as this, they are set larger."""
Draw = Callable[[Canvas, Rect, Status], None]


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


def said(words: Words, value: str) -> str:
    """A value as it is written."""
    return words("argument.drawn") if value == DRAW else value.replace("_", " ").capitalize()


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
    return [question, *_control(stage, chosen, term, row), _claims(stage, ui, term, rest)]


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


def _claims(stage: Stage, ui: Interface, term: Term, room: Rect) -> Node:
    """Who says what, one below the other; what the record says last; then where it comes from."""
    words, scale, nodes, y = stage.words, ui.measure.scale, list[Node](), room.y
    style, gap = (LARGE, 14) if room.h >= ROOMY else (SMALL, 8)
    wide = room.w - SPEAKER - 56
    for who, claim in term.claims:
        high = max(38.0, height_of(claim, wide, style, ui.fonts, scale) + style.size)
        key = f"argument.who.{who}"
        name = words(key) if words.has(key) else who
        place = Rect(room.x, y, room.w - 14, high)
        nodes.append(Picture(rect=place, key=f"claim {who}", what=(name, claim, style),
                             draw=_draw_claim(name, claim, style, who == "record")))  # fmt: skip
        y += high + gap
    lines = ", ".join(str(line) for line in term.thread)
    foot = words("argument.foot", default=said(words, term.default), lines=lines, source=term.source)
    high = height_of(foot, room.w - 14, Style(15), ui.fonts, scale) + 6

    def draw_foot(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.paragraph(0, 4, whole.w, foot, "body", 15, "mute")

    nodes.append(Picture(rect=Rect(room.x, y + 4, room.w - 14, high), key="foot", what=foot, draw=draw_foot))
    return Scroll(rect=room, key=f"claims {term.premise}", height=y + 4 + high - room.y, children=nodes)


def _draw_claim(name: str, claim: str, style: Style, record: bool) -> Draw:
    def draw_claim(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "dark" if record else "paper")
        canvas.polygon([(0, 0), (SPEAKER, 0), (SPEAKER + 14, whole.h / 2), (SPEAKER, whole.h), (0, whole.h)],
                       "red" if record else "ink")  # fmt: skip
        canvas.text(12, whole.h / 2, name, "head_light", canvas.fitted(name, "head_light", 18, SPEAKER - 20), "paper",
                    down="middle", most=SPEAKER - 16)  # fmt: skip
        wide = whole.w - SPEAKER - 42
        count = len(canvas.lines(claim, style.face, style.size, wide))
        y = (whole.h - count * style.size * style.leading) / 2 + style.size * 0.3
        canvas.paragraph(SPEAKER + 28, y, wide, claim, style.face, style.size)

    return draw_claim
