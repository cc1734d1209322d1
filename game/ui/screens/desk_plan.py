"""Where the parts of the desk lie: all at once where there is room, else one after the other as panes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.ui.kit.rect import Rect
from game.ui.screens.in_game import RUN, areas
from game.ui.screens.top_bar import TOP

Pane = Literal["read", "work", "visit", "clocks"]

VISITS, HEAD, LOW_HEAD = 190.0, 94.0, 70.0
"""Height of the row of visits; of the title with the steps, and where there is little room."""

WHOLE = 620.0
"""From this height between bar and strip on, front page, question and visits stand there together."""

BESIDE = 1100.0
"""From this width on the front page lies beside the question."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Places of the parts; None for what is not seen now. panes: the steps choose what is seen."""

    head: Rect
    paper: Rect | None
    news: Rect | None
    work: Rect | None
    visits: Rect | None
    clocks: Rect | None
    wire: Rect
    run: Rect
    panes: bool


def plan_of(space: Rect, pane: Pane) -> Plan:
    """The places in a window of that size."""
    at = areas(space)
    wire = Rect(at.main.x, space.bottom - RUN, at.run.x - at.main.x, RUN)
    body = Rect(at.main.x, TOP, at.main.w, wire.y - TOP)
    if at.side is None or body.h < WHOLE:
        return _in_panes(body, wire, at.run, at.side, pane)
    head, rest = body.split_top(HEAD)
    visits, upper = rest.within(left=24, right=24).split_bottom(VISITS, 14)
    paper, work = upper.split_left(min(430.0, max(324.0, upper.w * 0.27)), 20)
    paper = Rect(paper.x, paper.y, paper.w, min(paper.h, paper.w * 1.6))
    return Plan(head, paper, None, work, visits, at.side, wire, at.run, False)


def _in_panes(body: Rect, wire: Rect, run: Rect, side: Rect | None, pane: Pane) -> Plan:
    head, rest = body.split_top(LOW_HEAD)
    inner = rest.within(left=24, top=8, right=20, bottom=14)
    paper = news = work = visits = None
    clocks = side
    match pane:
        case "read":
            paper, news = inner.split_left(min(300.0, inner.h * 0.86), 24)
        case "visit":
            visits = inner
        case "clocks" if side is None:
            clocks = inner
        case _:
            work = inner
            if inner.w >= BESIDE:
                paper, work = inner.split_left(270, 28)
                paper = paper.inset(4)
    return Plan(head, paper, news, work, visits, clocks, wire, run, True)
