"""The frame of all screens of a running campaign: bar, rail, shared keys, and the wedge that runs the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.ui.app.stage import Stage
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Act, Group, Node, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.screen import Screen
from game.ui.screens.top_bar import RAIL, TOP, rail, top_bar

SIDE, RUN = 376.0, 136.0
"""Width of the right panel; height of the wedge at its foot."""

NARROW = 1300.0
"""Windows narrower than this (design units) have no room for a side panel beside the content: it collapses."""

WAITING = {"question": ("answer", "card"), "fallen": ("fallen", "fallen"), "over": ("over", "verdict")}
"""Where the game stands still for something else than orders: words of the wedge, and the screen it leads to."""


@dataclass(frozen=True, slots=True)
class Areas:
    """Where an in-game screen lays itself out. side: the right panel above the wedge, None where it is collapsed."""

    main: Rect
    side: Rect | None
    run: Rect


def areas(space: Rect) -> Areas:
    """The areas of a window: everything below the bar and right of the rail."""
    whole = space.within(left=RAIL, top=TOP)
    wide = SIDE if space.w >= NARROW else 300.0
    run = Rect(space.w - wide, space.h - RUN, wide, RUN)
    if space.w < NARROW:
        return Areas(whole, None, run)
    main, side = whole.within(right=SIDE), whole.split_right(SIDE)[0]
    return Areas(main, side.within(bottom=RUN), run)


class InGame(Screen):
    """A screen of a running campaign."""

    tab = ""
    """The tab of the rail that it belongs to."""

    stays = False
    """Whether the player is left on it when an order has been given from it, rather than taken to the desk."""

    def __init__(self, stage: Stage, name: str) -> None:
        super().__init__(name=name)
        self.stage = stage
        self.stop = stage.now.view.stop

    def build(self, ui: Interface, space: Rect) -> Node:
        """The frame round what the screen itself shows."""
        nodes = [*self.inside(ui, space), top_bar(self.stage, space), rail(self.stage, space, self.tab)]
        return Group(rect=space, key=self.name, children=nodes)

    def inside(self, ui: Interface, space: Rect) -> Sequence[Node]:
        """What the screen itself shows."""
        return ()

    def actions(self, ui: Interface) -> Mapping[str, Act]:
        """The keys of a running campaign."""
        stage = self.stage
        out: dict[str, Act] = {name: _opener(stage, name) for name in ("desk", "room", "front", "press", "ledger")}
        out |= {"undo": stage.undo, "menu": _opener(stage, "pause"), "encyclopaedia": _opener(stage, "encyclopaedia")}
        if stage.now.view.halt == "question":
            out["card"] = _opener(stage, "card")
        if stage.now.view.halt == "orders":
            out |= {"end_day": stage.advance, "run_on": stage.run_on}
        return out

    def leave(self, ui: Interface) -> None:
        """Escape leads to the desk, and from there to the pause."""
        self.stage.show("pause" if self.name == "desk" else "desk")


def _opener(stage: Stage, name: str) -> Act:
    return lambda: stage.show(name)


def run_wedge(stage: Stage, place: Rect) -> Node:
    """The red wedge that enters the circle: ends the day, or leads to the question that is open."""
    words, view = stage.words, stage.now.view
    if stage.running:
        lines, act = (words("run.running"), words("run.running_sub"), ""), None
    elif view.halt in WAITING:
        name, screen = WAITING[view.halt]
        lines, act = (words(f"run.{name}"), words(f"run.{name}_sub"), ""), _opener(stage, screen)
    else:
        left = int(view.desk.hands_left)
        rest = words.count("run.rest", left) if left else words("run.no_rest")
        lines, act = (words("run.end_day"), words("run.end_day_sub"), rest), stage.advance
    share = stage.link.progress if stage.running else 0.0

    def draw_run(canvas: Canvas, whole: Rect, status: Status) -> None:
        draw_wedge(canvas, whole, lines, 1.0 if status.pressed else 0.35 if status.hover else share)

    chord = stage.ui.hotkeys.chord("end_day")
    return Pressable(rect=place, key="run", what=(lines, round(share, 2)), draw=draw_run, act=act, opaque=True,
                     tip=Tip(lines[0], lines[1], chord))  # fmt: skip


def draw_wedge(canvas: Canvas, whole: Rect, lines: tuple[str, str, str], driven: float) -> None:
    """A red wedge that enters a circle, with three lines; driven: how far it has come, 0 to 1."""
    w, h = whole.w, whole.h
    canvas.rect(whole, "ink")
    with canvas.clipped(canvas.rect_mask(whole)):
        canvas.circle(w - 62, h / 2, 104, "coal")
        canvas.circle(w - 62, h / 2, 58, "paper")
        tip = w - 50 + 44 * driven
        canvas.polygon([(-40, -34), (-40, h + 34), (tip, h / 2)], "red")
    size = canvas.fitted(lines[0].upper(), "display", 44, min(190.0, w - 180), least=26)
    up = 9 if lines[2] else 0
    canvas.text(22, h / 2 - 13 - up, lines[0].upper(), "display", size, "paper", down="middle")
    canvas.text(23, h / 2 + 20 - up, lines[1], "semi", 16, "paper", down="middle", most=w - 150)
    if lines[2]:
        canvas.text(23, h / 2 + 33, lines[2], "medium", 15, "paper", down="middle", most=w - 144)
