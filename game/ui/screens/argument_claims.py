"""What the thread says on each side of a premise, what the record says, and a picture of it where there is room."""

from __future__ import annotations

from collections.abc import Callable

from game.ui.app.stage import Stage
from game.ui.art.scenes.catalogue import draw_scene
from game.ui.art.scenes.choose import scene_of
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.rich import Style, height_of
from game.ui.kit.scroll import BAR, Scroll
from game.ui.link.argument import Term
from game.ui.screens.argument_value import said

SPEAKER, SMALLEST = 150.0, 96.0
"""Width of a speaker's plate; height from which a picture is worth seeing."""

SIZES = ((720.0, Style(23), 20.0), (430.0, Style(19), 14.0), (0.0, Style(16.5), 8.0))
"""From what height of the room on the claims are set how large, and how far apart."""

SCENES = {
    "breakdown": "dacha", "plotters_nerve": "visitors", "fear_holds_army": "pocket", "succession_norms": "empty_chair",
}  # fmt: skip
"""Premise -> scene; others have that of their name."""

Draw = Callable[[Canvas, Rect, Status], None]


def claims(stage: Stage, term: Term, room: Rect) -> Node:
    """Who says what, one below the other; the record last; then where it comes from. What is too long scrolls."""
    nodes, foot = _lines(stage, term, room, room.w)
    if foot > room.bottom:
        nodes, foot = _lines(stage, term, room, room.w - BAR - 6)
    spare = Rect(room.x, foot + 16, room.w, room.bottom - foot - 16)
    if spare.h >= max(SMALLEST, spare.w / 5.5):
        nodes.append(_scene(term, spare))
    return Scroll(rect=room, key=f"claims {term.premise}", height=foot - room.y, children=nodes)


def _lines(stage: Stage, term: Term, room: Rect, wide: float) -> tuple[list[Node], float]:
    """The nodes at a width, and where they end."""
    words, fonts, scale = stage.words, stage.ui.fonts, stage.ui.measure.scale
    style, gap = next((style, gap) for least, style, gap in SIZES if room.h >= least)
    nodes, y = list[Node](), room.y
    for who, claim in term.claims:
        high = max(38.0, height_of(claim, wide - SPEAKER - 42, style, fonts, scale) + style.size)
        key = f"argument.who.{who}"
        name = words(key) if words.has(key) else who
        nodes.append(Picture(rect=Rect(room.x, y, wide, high), key=f"claim {who}", what=(name, claim, style),
                             draw=_draw_claim(name, claim, style, who == "record")))  # fmt: skip
        y += high + gap
    thread = ", ".join(str(line) for line in term.thread)
    foot = words("argument.foot", default=said(words, term.default), lines=thread, source=term.source)
    high = height_of(foot, wide, Style(15), fonts, scale) + 4

    def draw_foot(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.paragraph(0, 4, whole.w, foot, "body", 15, "mute")

    nodes.append(Picture(rect=Rect(room.x, y, wide, high), key="foot", what=foot, draw=draw_foot))
    return nodes, y + high


def _scene(term: Term, place: Rect) -> Node:
    name = SCENES.get(term.premise) or scene_of(term.premise)

    def draw_place(canvas: Canvas, whole: Rect, status: Status) -> None:
        draw_scene(canvas, whole, name)
        canvas.box(whole, "ink", 2)

    return Picture(rect=place, key="scene", what=("scene", name), draw=draw_place, kept="premise")


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
