"""How it is played: difficulty, the others, ironman, which world; and the wedge that begins."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from game.language.dates import long_date
from game.ui.app.stage import Stage
from game.ui.command_line import SEEDS
from game.ui.kit.button import Button, Pressable, Toggle
from game.ui.kit.canvas import Canvas
from game.ui.kit.choosing import segments
from game.ui.kit.entering import Entry
from game.ui.kit.interface import Interface
from game.ui.kit.node import Act, Group, Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.link.argument import Argument
from game.ui.screens.in_game import draw_wedge
from game.ui.screens.page import panel, within_panel

if TYPE_CHECKING:
    from game.ui.screens.argument_chosen import Chosen

LABEL, CONTROL = 30.0, 40.0
LONGEST_SEED = 18


def terms_panel(
    stage: Stage, ui: Interface, chosen: Chosen, argument: Argument, place: Rect, across: int
) -> Group:  # fmt: skip
    """Four things to settle, so many side by side, each with what it means."""
    words = stage.words
    rows = within_panel(place, 20, 18).rows(-(-4 // across), 14)
    cells = [cell for row in rows for cell in row.columns(across, 28)]
    parts = [
        _part(stage, "difficulty", cells[0], words(f"argument.difficulty_{chosen.difficulty}")),
        _part(stage, "others", cells[1], words("argument.historical" if chosen.historical else "argument.plausible")),
        _part(stage, "world", cells[2], words("argument.world_text")),
        _part(stage, "ironman", cells[3], words("argument.ironman_on" if chosen.ironman else "argument.ironman_off")),
    ]
    controls = [
        _difficulty(stage, chosen, argument, _control_of(cells[0])),
        _others(stage, chosen, _control_of(cells[1])),
        *_seed(stage, chosen, _control_of(cells[2])),
        _ironman(stage, chosen, _control_of(cells[3])),
    ]
    title = panel(place, "panel", words("argument.terms"))
    return Group(rect=place, key="terms", children=[title, *parts, *controls])


def _control_of(cell: Rect) -> Rect:
    return Rect(cell.x, cell.y + LABEL, cell.w, CONTROL)


def _part(stage: Stage, name: str, cell: Rect, meaning: str) -> Node:
    label = stage.words(f"argument.{name}")

    def draw_part(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.text(0, 4, label, "head_light", 19, "ink", most=whole.w)
        canvas.paragraph(0, LABEL + CONTROL + 14, whole.w, meaning, "body", 16, "mute")

    return Picture(rect=cell, key=f"part {name}", what=(label, meaning), draw=draw_part)


def _difficulty(stage: Stage, chosen: Chosen, argument: Argument, place: Rect) -> Node:
    def choose(name: str) -> None:
        chosen.difficulty = name
        stage.ui.refresh()

    options = [(name, stage.words(f"argument.{name}")) for name in argument.difficulties]
    return segments(place, options, chosen.difficulty, choose, "difficulty")


def _others(stage: Stage, chosen: Chosen, place: Rect) -> Node:
    def choose(name: str) -> None:
        chosen.historical = name == "historical"
        stage.ui.refresh()

    options = [(name, stage.words(f"argument.as_{name}")) for name in ("plausible", "historical")]
    return segments(place, options, "historical" if chosen.historical else "plausible", choose, "others")


def _ironman(stage: Stage, chosen: Chosen, place: Rect) -> Node:
    def turn() -> None:
        chosen.ironman = not chosen.ironman
        stage.ui.refresh()

    text = stage.words("argument.ironman_switch")
    return Toggle(rect=place, key="ironman", text=text, on=chosen.ironman, act=turn)


def _seed(stage: Stage, chosen: Chosen, place: Rect) -> list[Node]:
    def changed(text: str) -> None:
        chosen.seed = "".join(c for c in text if c in "0123456789")[:LONGEST_SEED]
        stage.ui.refresh()

    button, entry = place.split_right(112, 10)
    return [
        Entry(rect=entry, key="seed", text=chosen.seed, hint=stage.words("argument.any"), most=LONGEST_SEED,
              changed=changed),
        Button(rect=button, key="random", text=stage.words("argument.random"),
               act=lambda: changed(str(secrets.randbelow(SEEDS)))),
    ]  # fmt: skip


def begin_wedge(stage: Stage, chosen: Chosen, argument: Argument, place: Rect, act: Act) -> Node:
    """The wedge that enters the circle: it begins."""
    words = stage.words
    who = argument.names.get(chosen.person, chosen.person)
    lines = (words("argument.begin"), long_date(words, argument.starts), who)

    def draw_begin(canvas: Canvas, whole: Rect, status: Status) -> None:
        draw_wedge(canvas, whole, lines, 1.0 if status.pressed else 0.35 if status.hover else 0.0)

    why = words("say.busy") if stage.running else ""
    return Pressable(rect=place, key="run", what=lines, draw=draw_begin, act=act, why_not=why, opaque=True)
