"""The head of the desk: whose it is, and the steps of a stop with what is open in each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.ui.app.stage import Stage
from game.ui.art.marks import Step, step_chevrons
from game.ui.kit.button import Button, Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Act, Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.screens.desk_groups import TALK
from game.ui.screens.desk_plan import Pane

PLATE, LOW_PLATE = 436.0, 206.0
"""Width of the title's plate."""

STEPS: tuple[Pane | str, ...] = ("read", "work", "visit", "run")
CLOCKS = 92.0


def steps_now(stage: Stage, ui: Interface) -> tuple[Step, ...]:
    """What is done, and what comes next."""
    words, view = stage.words, stage.now.view
    asked, left = len(view.questions), int(view.desk.hands_left)
    free = view.halt == "orders" and left > 0
    read = ui.recall("read", 0) == view.stop
    talk = next((o for o in stage.offers if o.lever == TALK), None)
    if asked:
        second = Step(words("desk.step.answer"), words.count("desk.step.answer_note", asked), now=True)
    else:
        note = words.count("desk.step.order_note", left) if left else words("desk.step.order_none")
        second = Step(words("desk.step.order"), note, done=not left, now=free)
    sees = talk is not None and talk.open
    visit = words("desk.step.visit_note" if sees or asked else "desk.step.visit_none")
    return (
        Step(words("desk.step.read"), words("desk.step.read_note"), done=read),
        second,
        Step(words("desk.step.visit"), visit, done=not sees and not asked),
        Step(words("desk.step.run"), words("desk.step.run_note"), now=not asked and not free),
    )


def head(stage: Stage, ui: Interface, place: Rect, panes: bool, pane: Pane, lead: Callable[[str], None],
         clocks: bool) -> Group:  # fmt: skip
    """Title and steps. lead: called with the name of the step that was pressed. clocks: they have a pane."""
    plate = Rect(place.x, place.y, LOW_PLATE if panes else PLATE, place.h - (14 if panes else 20))
    row = Rect(plate.right + 8, place.y + (10 if panes else 18), place.right - plate.right - 28, 40 if panes else 48)
    nodes: list[Node] = [_title(stage, plate, panes)]
    if clocks:
        row, button = row.split_left(row.w - CLOCKS - 10, 10)
        nodes.append(
            Button(rect=button, key="clocks", text=stage.words("desk.step.clocks"), on=pane == "clocks",
                   act=lambda: lead("clocks"), tip=_tip(stage, "clocks"))
        )  # fmt: skip
    if not panes:
        row = row.split_left(min(row.w, 760.0))[0]
    steps = [_as_pane(step, name == pane) if panes else step
             for step, name in zip(steps_now(stage, ui), STEPS, strict=True)]  # fmt: skip
    nodes += _steps(stage, row, steps, lead)
    return Group(rect=place, key="head", children=nodes)


def _as_pane(step: Step, here: bool) -> Step:
    """Where there is little room a step is a tab: its title alone, and a frame where it is the one that is seen."""
    return Step(step.title, "", step.done, here)


def _steps(stage: Stage, row: Rect, steps: Sequence[Step], lead: Callable[[str], None]) -> list[Node]:
    def draw_steps(canvas: Canvas, whole: Rect, status: Status) -> None:
        step_chevrons(canvas, whole, steps)

    nodes: list[Node] = [Picture(rect=row, key="steps", what=tuple(steps), draw=draw_steps)]
    asked = bool(stage.now.view.questions)
    for place, name in zip(row.columns(len(steps), 2), STEPS, strict=True):
        told = name if name != "work" else "answer" if asked else "order"
        nodes.append(
            Pressable(rect=place, key=name, what="step", draw=_under, act=_bind(lead, name), tip=_tip(stage, told))
        )
    return nodes


def _bind(lead: Callable[[str], None], name: str) -> Act:
    return lambda: lead(name)


def _tip(stage: Stage, name: str) -> Tip:
    return Tip(stage.words(f"desk.step.{name}"), stage.words(f"desk.step.{name}_tip"))


def _under(canvas: Canvas, whole: Rect, status: Status) -> None:
    if status.hover:
        canvas.rect(Rect(14, whole.h - 6, whole.w - 34, 3), "red")


def _title(stage: Stage, place: Rect, low: bool) -> Node:
    words, desk = stage.words, stage.now.view.desk
    plain = words("desk.you", name=desk.name)
    posted = [words(key, name=desk.name, post=desk.post) for key in ("desk.you_post", "desk.post") if desk.post]
    title = words("desk.title").upper()

    def draw_title(canvas: Canvas, whole: Rect, status: Status) -> None:
        w, h = whole.w, whole.h
        slope = h * 0.54
        canvas.polygon([(0, 0), (w - 12, 0), (w - 12 - slope, h), (0, h)], "ink")
        canvas.polygon([(w - 12, 0), (w, 0), (w - slope, h), (w - 12 - slope, h)], "red")
        if low:
            canvas.text(18, h / 2, title, "display", 33, "paper", down="middle")
            return
        canvas.text(24, 15, title, "display", 44, "paper")
        room = w - 43 - slope * 0.85
        said = next((line for line in posted if canvas.width(line, "medium", 15.5) <= room), plain)
        canvas.text(25, 52, said, "medium", 15.5, "paper", most=room)

    return Picture(
        rect=place, key="title", what=(*posted, plain, title, low), draw=draw_title, tip=Tip(desk.name, desk.post)
    )
