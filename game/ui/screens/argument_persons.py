"""Whom one plays: portraits with post and remit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language.words import Words
from game.ui.app.stage import Stage
from game.ui.art.portraits import portrait
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Act, Group, Node, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.link.argument import Argument, Playable
from game.ui.screens.page import panel, within_panel

if TYPE_CHECKING:
    from game.ui.screens.argument_chosen import Chosen

GAP, PITCH = 6.0, 20.0
TALL = 96.0
"""Cards as high as this have two lines for each thing said."""


def persons_panel(stage: Stage, chosen: Chosen, argument: Argument, place: Rect, across: int) -> Group:
    """All men whom one may play, so many side by side; one of them is chosen."""
    words, men = stage.words, argument.playable
    rows = within_panel(place, 12, 12).rows(-(-len(men) // across), GAP)
    nodes: list[Node] = [panel(place, "panel", words("argument.persons"))]
    for nth, man in enumerate(men):
        at = rows[nth // across].columns(across, GAP)[nth % across]
        nodes.append(_card(stage, man, at, man.person == chosen.person, _choose(stage, chosen, man.person)))
    return Group(rect=place, key="persons", children=nodes)


def _choose(stage: Stage, chosen: Chosen, person: str) -> Act:
    def choose() -> None:
        chosen.person = person
        stage.ui.refresh()

    return choose


def remit_of(words: Words, man: Playable) -> str:
    """What is his to order, in a line."""
    if man.leads:
        return words("argument.leads")
    if man.heads:
        told = words("argument.heads", organ=", ".join(man.heads))
    elif man.seconds:
        told = words("argument.seconds", organ=", ".join(man.seconds))
    else:
        told = ""
    own = words.count("argument.own", man.own) if man.own else words("argument.own_none")
    return f"{told} · {own}" if told else own


def _card(stage: Stage, man: Playable, place: Rect, on: bool, act: Act) -> Node:
    post, remit = man.posts[0] if man.posts else man.role, remit_of(stage.words, man)

    def draw_man(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "ink" if on else "dark" if status.hover else "paper")
        radius = min(whole.h / 2 - 5, 46.0 if whole.h >= TALL else 38.0)
        x, middle = radius + 14, whole.h / 2
        if on:
            canvas.polygon([(0, 0), (x + 8, middle), (0, whole.h)], "red")
        canvas.circle(x, middle, radius + 3, "amber" if on else "ink")
        portrait(canvas, x, middle, radius, man.person, man.faction)
        left, first, second = x + radius + 16, "paper" if on else "ink", "muted" if on else "mute"
        room = whole.w - left - 10
        lines = [(line, face, shade) for text, face, shade in ((post, "medium", first), (remit, "body", second))
                 for line in _lines(canvas, text, face, room, whole.h >= TALL)]  # fmt: skip
        y = middle - (25 + PITCH * len(lines)) / 2
        canvas.text(left, y + 1, man.name, "head", canvas.fitted(man.name, "head", 20, room), first)
        for nth, (line, face, shade) in enumerate(lines):
            canvas.text(left, y + 27 + nth * PITCH, line, face, canvas.fitted(line, face, 16, room), shade, most=room)

    return Pressable(rect=place, key=man.person, what=(man, on, post, remit), draw=draw_man, act=act, here=on,
                     tip=Tip(man.name, f"{man.role}.\n{remit}."))  # fmt: skip


def _lines(canvas: Canvas, text: str, face: str, room: float, tall: bool) -> list[str]:
    """A text in one line, or where it is too long and there is room in two, parted at a dot if it has one."""
    if not tall or canvas.width(text, face, 16) <= room:
        return [text]
    if " · " in text:
        return text.split(" · ", 1)
    lines = canvas.lines(text, face, 16, room)
    return [lines[0], " ".join(lines[1:])] if len(lines) > 1 else lines
