"""A study of the open question: whose staff is asked, how far it has come, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from game.ai.study import Study
from game.ui.app.stage import Stage
from game.ui.art.icons import ORGANS, icon, sign
from game.ui.art.portraits import portrait
from game.ui.kit.button import Button, Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.choosing import segments
from game.ui.kit.dialog import HEAD, draw_panel
from game.ui.kit.interface import Interface
from game.ui.kit.node import Act, Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.screen import Screen
from game.ui.kit.scroll import Scroll
from game.ui.screens.study_result import result, result_height
from game.views.organs import Organ

WIDE, TALL, PAD, FOOT = 1280.0, 830.0, 24.0, 46.0
CARD, GAP = 104.0, 12.0
INTRO = 820.0
"""Longest line of the words before the staffs."""

RUNNING = 400.0
"""Height of the panel while a study is made."""

Draw = Callable[[Canvas, Rect, Status], None]


class StudyScreen(Screen):
    """The study over the card."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(name="study", over=True, dim=True)
        self.stage = stage
        self.staff = next(iter(reversed(stage.studied)), "")
        self.asking = ""

    def leave(self, ui: Interface) -> None:
        """Escape calls off a study that is being made, else it closes."""
        if self.asking:
            self._cancel()
        else:
            ui.close(self)

    def actions(self, ui: Interface) -> Mapping[str, Act]:
        """The key that opened it closes it."""
        return {"study": lambda: self.leave(ui)}

    # acts -------------------------------------------------------------------------------------------------------------

    def _ask(self, staff: str) -> None:
        self.asking = staff
        self.stage.ui.stop_motion(f"waffle {staff}")
        self.stage.study(staff, lambda made: self._made(staff), self._failed)

    def _made(self, staff: str) -> None:
        self.staff, self.asking = staff, ""
        self.stage.ui.refresh()

    def _failed(self) -> None:
        self.asking = ""

    def _cancel(self) -> None:
        self.stage.link.cancel()

    def _choose(self, staff: str) -> None:
        self.staff = staff
        self.stage.ui.refresh()

    # looks ------------------------------------------------------------------------------------------------------------

    def build(self, ui: Interface, space: Rect) -> Node:
        """A panel with what there is."""
        canvas = Canvas(ui.surface, ui.measure.scale, ui.palette, ui.fonts)
        made, wide = self.stage.studied.get(self.staff), min(WIDE, space.w - 40)
        high = HEAD + 18 + self._high(canvas, made, wide - 2 * PAD) + 14 + FOOT + PAD - 4
        place = space.middle(wide, min(TALL, space.h - 32, high))
        asked = next(iter(self.stage.now.view.questions), None)
        title = asked.title if asked else ""
        plate = Picture(rect=place, key="plate", what=title, draw=_plate(f"{self.stage.words('study.title')}: {title}"))
        inner = place.within(PAD, HEAD + 18, PAD, PAD - 4)
        body, foot = inner.split_bottom(FOOT, 14)[1], inner.split_bottom(FOOT)[0]
        if self.asking:
            inside: Sequence[Node] = self._running(body)
        elif made is not None:
            inside = self._result(ui, made, body)
        else:
            inside = self._choosing(ui, body)
        return Group(rect=space, children=[plate, *inside, *self._buttons(ui, foot, made)])

    def _high(self, canvas: Canvas, made: Study | None, wide: float) -> float:
        """How high that stands which is shown now."""
        if self.asking:
            return RUNNING
        if made is not None:
            return result_height(canvas, self.stage.words, made, wide)
        rows = -(-len(self.stage.now.room.organs) // _columns(wide))
        return self._intro_height(canvas, wide) + 6 + rows * (CARD + GAP)

    def _intro_height(self, canvas: Canvas, wide: float) -> float:
        about = self.stage.words("study.about")
        return len(canvas.lines(about, "medium", 17, min(INTRO, wide))) * 17 * 1.32 + 52

    def _buttons(self, ui: Interface, place: Rect, made: Study | None) -> list[Node]:
        words = self.stage.words
        if self.asking:
            at = place.middle(220, FOOT)
            return [Button(rect=at, key="cancel", text=words("study.cancel"), kind="dark", act=self._cancel)]
        right, rest = place.split_right(240, 12)
        nodes: list[Node] = [Button(rect=right, key="back", text=words("study.back"), kind="primary",
                                    act=lambda: ui.close(self))]  # fmt: skip
        if made is not None:
            why = "" if self.stage.studies_left else words("study.none_left")
            at, rest = rest.split_right(200, 12)
            nodes.append(Button(rect=at, key="another", text=words("study.another"), why_not=why,
                                act=lambda: self._choose(""), sign=sign("graph"), signed="graph"))  # fmt: skip
        others = [(staff, study.staff) for staff, study in self.stage.studied.items()]
        if len(others) > 1:
            at, _ = rest.split_left(min(rest.w, 190.0 * len(others)))
            nodes.append(segments(at, others, self.staff, self._choose, "staffs"))
        return nodes

    # choosing a staff -------------------------------------------------------------------------------------------------

    def _choosing(self, ui: Interface, place: Rect) -> list[Node]:
        words, left = self.stage.words, self.stage.studies_left
        canvas = Canvas(ui.surface, ui.measure.scale, ui.palette, ui.fonts)
        about = words("study.about")
        top, rest = place.split_top(self._intro_height(canvas, place.w), 6)
        said = words.count("study.left", left) if left else words("study.none_left")
        columns = _columns(place.w)
        organs = self.stage.now.room.organs
        nodes = []
        for nth, organ in enumerate(organs):
            at = rest.columns(columns, GAP)[nth % columns]
            at = Rect(at.x, rest.y + nth // columns * (CARD + GAP), at.w - 4, CARD)
            nodes.append(self._staff(organ, at))
        rows = -(-len(organs) // columns)
        return [
            _intro(top, about, words("study.whom") if organs else words("study.no_staffs"), said),
            Scroll(rect=rest, key="staffs", children=nodes, height=rows * (CARD + GAP) - 1),
        ]

    def _staff(self, organ: Organ, place: Rect) -> Node:
        words, seat = self.stage.words, self.stage.now.view.desk.seat
        man = next((m for m in self.stage.now.room.persons if m.id == organ.head), None)
        why = words("study.no_head") if not organ.head else "" if self.stage.studies_left else words("study.none_left")
        below = words("study.own") if organ.head == seat else organ.head_name or words("study.nobody")
        faction = man.faction_id if man else ""
        return Pressable(rect=place, key=organ.id, what=(organ.name, organ.head, below, faction),
                         draw=_staff_card(organ, below, faction, bool(why)), why_not=why,
                         act=lambda: self._ask(organ.id), tip=Tip(organ.name, words("study.ask_tip")))  # fmt: skip

    # while it is made -------------------------------------------------------------------------------------------------

    def _running(self, place: Rect) -> list[Node]:
        words = self.stage.words
        organ = next((o for o in self.stage.now.room.organs if o.id == self.asking), None)
        man = next((m for m in self.stage.now.room.persons if organ and m.id == organ.head), None)
        share = round(self.stage.link.progress, 2)
        lines = (words("study.running").upper(), words("study.running_sub", who=organ.head_name if organ else ""),
                 words("study.share", n=round(share * 100)))  # fmt: skip
        face = (man.id, man.faction_id) if man else ("", "")
        return [Picture(rect=place, key="running", what=(lines, share, face), draw=_progress(lines, share, face))]

    # what it says -----------------------------------------------------------------------------------------------------

    def _result(self, ui: Interface, made: Study, place: Rect) -> Sequence[Node]:
        head = next((o.head for o in self.stage.now.room.organs if o.id == self.staff), "")
        man = next((m for m in self.stage.now.room.persons if m.name == made.author or m.id == head), None)
        shown = ui.motion(f"waffle {self.staff}", 0.4)
        return result(self.stage.words, ui, made, (man.id, man.faction_id) if man else ("", ""), place, shown)


def _columns(wide: float) -> int:
    """Staffs side by side."""
    return 4 if wide >= 1100 else 3 if wide >= 860 else 2


def _plate(title: str) -> Draw:
    def draw_plate(canvas: Canvas, whole: Rect, status: Status) -> None:
        draw_panel(canvas, whole, title)

    return draw_plate


def _intro(place: Rect, about: str, whom: str, left: str) -> Node:
    def draw_intro(canvas: Canvas, whole: Rect, status: Status) -> None:
        y = canvas.paragraph(0, 2, min(INTRO, whole.w), about, "medium", 17, "ink")
        canvas.text(0, y + 14, whom, "head", 20, "deep")
        room = whole.w - canvas.width(whom, "head", 20) - 20
        canvas.text(whole.w - 4, y + 16, left, "semi", 16, "ink", "right", most=room)

    return Picture(rect=place, key="intro", what=(about, whom, left), draw=draw_intro)


def _staff_card(organ: Organ, below: str, faction: str, closed: bool) -> Draw:
    def draw_staff(canvas: Canvas, whole: Rect, status: Status) -> None:
        ground = "dark" if closed else "paper"
        canvas.rect(whole, ground)
        canvas.polygon([(0, 0), (14, 0), (6, whole.h), (0, whole.h)], "red" if status.hover and not closed else "ink")
        if organ.head:
            portrait(canvas, 58, whole.h / 2, 36, organ.head, faction, dim=closed, ring="ink")
        else:
            canvas.circle(58, whole.h / 2, 36, "line", 2)
        icon(canvas, ORGANS.get(organ.id, "person"), 108, whole.h / 2 - 27, 20, "ink", ground, "deep")
        room = whole.w - 144
        size = canvas.fitted(organ.name, "head", 19, room)
        canvas.text(136, whole.h / 2 - 17, organ.name, "head", size, "ink", down="middle", most=room)
        lines = canvas.lines(below, "medium", 16, whole.w - 118)[:2]
        for nth, line in enumerate(lines):
            canvas.text(108, whole.h / 2 + 6 + nth * 20, line, "medium", 16, "mute", most=whole.w - 116)
        canvas.box(whole, "ochre" if status.hover and not closed else "line", 2)

    return draw_staff


def _progress(
    lines: tuple[str, str, str], share: float, face: tuple[str, str]
) -> Callable[[Canvas, Rect, Status], None]:
    def draw_progress(canvas: Canvas, whole: Rect, status: Status) -> None:
        x, y = whole.w / 2, whole.h * 0.4 - 6
        canvas.circle(x + 130, y, 84, "dark")
        canvas.circle(x + 130, y, 84, "ink", 2)
        if face[0]:
            portrait(canvas, x + 130, y, 78, face[0], face[1])
        tip = x - 150 + 206 * share
        canvas.polygon([(x - 330, y - 74), (x - 330, y + 74), (tip, y)], "red")
        canvas.text(x - 312, y, lines[2], "display", 40, "paper", down="middle")
        canvas.text(x, y + 124, lines[0], "display", 36, "ink", "centre", "middle", most=whole.w)
        canvas.text(x, y + 160, lines[1], "medium", 17, "ink", "centre", "middle", most=whole.w)

    return draw_progress
