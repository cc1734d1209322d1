"""The desk: what has come, what is asked, what may be ordered, whom to see, and how late it is."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.app.stage import Stage
from game.ui.art.marks import number_disc
from game.ui.art.paper import paper
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.screens.desk_clocks import clocks_pane, clocks_panel
from game.ui.screens.desk_groups import TALK
from game.ui.screens.desk_orders import orders_panel
from game.ui.screens.desk_paper import front, news_list, wire
from game.ui.screens.desk_plan import Pane, Plan, plan_of
from game.ui.screens.desk_question import question_panel
from game.ui.screens.desk_steps import head
from game.ui.screens.desk_visits import visits
from game.ui.screens.in_game import InGame, areas, run_wedge


class DeskScreen(InGame):
    """Home of a stop."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "desk")

    def inside(self, ui: Interface, space: Rect) -> Sequence[Node]:
        """All parts where there is room for them, else one after the other."""
        stage, pane = self.stage, self._pane(ui)
        plan = plan_of(space, pane)
        main = areas(space).main

        def lead(step: str) -> None:
            self._lead(ui, step, plan)

        nodes: list[Node] = [
            ground(main, plan.panes),
            head(stage, ui, plan.head, plan.panes, pane, lead, plan.panes and areas(space).side is None),
        ]
        if plan.paper is not None:
            nodes.append(front(stage, plan.paper, self._read, not plan.panes))
        if plan.news is not None:
            nodes.append(news_list(stage, plan.news, self._read))
        if plan.work is not None:
            nodes.append(self._work(ui, plan.work, not plan.panes))
        if plan.visits is not None:
            nodes.append(visits(stage, plan.visits, not plan.panes))
        if plan.clocks is not None:
            nodes.append((clocks_panel if areas(space).side is not None else clocks_pane)(stage, plan.clocks))
        nodes += [wire(stage, plan.wire, self._read), run_wedge(stage, plan.run)]
        if not plan.panes and not stage.running:
            nodes.append(
                Picture(rect=Rect(plan.run.x + 20, plan.run.y + 2, 28, 28), key="fourth", what="4", draw=_fourth)
            )
        return nodes

    def _pane(self, ui: Interface) -> Pane:
        return ui.recall("pane", "work")

    def _work(self, ui: Interface, place: Rect, numbered: bool) -> Node:
        if self.stage.now.view.questions:
            return question_panel(self.stage, place, numbered)
        return orders_panel(self.stage, ui, place, numbered)

    def _read(self) -> None:
        """To the press; the front page of this stop counts as read."""
        self.stage.ui.remember("read", self.stage.now.view.stop)
        self.stage.show("press")

    def _lead(self, ui: Interface, step: str, plan: Plan) -> None:
        """Lead to what a step is about."""
        if step == "run":
            ui.set_focus((self.name, "run"), True)
        elif plan.panes:
            ui.remember("pane", step)
        elif step == "read":
            self._read()
        elif step == "visit":
            self._visit(ui)
        elif self.stage.now.view.questions:
            self.stage.show("card")
        else:
            ui.set_focus((self.name, "work", "groups", ui.recall("group", "all")), True)

    def _visit(self, ui: Interface) -> None:
        """To the talk, or say why there is none."""
        talk = next((o for o in self.stage.offers if o.lever == TALK), None)
        if talk is None:
            ui.say(self.stage.words("desk.visit.wait" if self.stage.now.view.questions else "desk.orders.coming"))
        else:
            self.stage.show("order", TALK)


def _plain(canvas: Canvas, whole: Rect, status: Status) -> None:
    paper(canvas, whole, 17)


def ground(main: Rect, panes: bool) -> Picture:
    """What lies behind the parts of the desk."""
    draw = _plain if panes else _ground
    return Picture(rect=main, key="ground", what=panes, draw=draw, opaque=True, kept="desk-ground")


def _ground(canvas: Canvas, whole: Rect, status: Status) -> None:
    """Paper, with the shadows of a window on it."""
    w, h = whole.w, whole.h
    paper(canvas, whole, 17)
    shade = canvas.palette.mix("fog", "paper", 0.45)
    canvas.polygon([(340, 0), (680, 0), (340, 356 * h / 836)], shade)
    canvas.polygon([(w, h - 136), (w, h - 420), (w - 264, h - 136)], shade)
    canvas.line([(0, h * 0.76), (w, h * 0.1)], 1.5, "line")


def _fourth(canvas: Canvas, whole: Rect, status: Status) -> None:
    number_disc(canvas, 14, 14, "4", 12, "paper", "red")
