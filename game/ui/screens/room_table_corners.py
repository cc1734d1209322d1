"""What stands in the corners round the wedge table: who votes, what the rings say, the count, the file on you."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.ui.app.stage import Stage
from game.ui.art.gauges import Share, key_sign, stance_ring
from game.ui.art.marks import mark
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.screens.room_people import sits
from game.ui.screens.room_table_art import Plan, Wedge
from game.views.told import Mark

Draw = Callable[[Canvas, Rect, Status], None]
PITCH = 22.0
MARGIN = 14.0
MOST_SIGNS = 16


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a corner. sign: how it is known, if that is to be marked."""

    text: str
    face: str = "medium"
    size: float = 15.0
    sign: Mark | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many are for, open and against."""

    ayes: int
    open: int
    noes: int


def corners(stage: Stage, place: Rect, plan: Plan, wedge: Wedge) -> list[Node]:
    """The texts that the corners have room for."""
    return [
        node for node in (_key(stage, place, plan), _count(stage, place, plan), _file(stage, place, plan, wedge))
        if node is not None
    ]  # fmt: skip


def room_beside(place: Rect, plan: Plan, y: float) -> float:
    """How wide a corner is at a height, design units from the edge to the circle."""
    down = abs(y - plan.y)
    half = math.sqrt(max(0.0, plan.outer**2 - down**2)) if down < plan.outer else 0.0
    return min(plan.x, place.w - plan.x) - half - 10 - MARGIN


def _fitting(stage: Stage, lines: Sequence[Line], place: Rect, plan: Plan, top: bool) -> list[Line]:
    """The lines from the edge inwards for which there is room beside the circle."""
    out: list[Line] = []
    for line in lines:
        depth = MARGIN + (len(out) + 1) * PITCH
        if _width(stage, line) > room_beside(place, plan, depth if top else place.h - depth):
            break
        out.append(line)
    return out


def _width(stage: Stage, line: Line) -> float:
    scale = stage.ui.measure.scale
    wide = stage.ui.fonts.width(line.text, line.face, round(line.size * scale)) / scale
    return wide + (22 if line.sign else 2)


def _widest(stage: Stage, lines: Sequence[Line]) -> float:
    return max(_width(stage, line) for line in lines) + MARGIN + 4


def _key(stage: Stage, place: Rect, plan: Plan) -> Node | None:
    words = stage.words
    voting = sum(1 for man in stage.now.room.persons if man.member and man.alive)
    lines = [Line(words.count("room.seat.members", voting), "semi", 16), Line(words("room.seat.large")),
             Line(words("room.seat.small"))]  # fmt: skip
    ring = Line(words("room.seat.ring")), Line(words("room.seat.ring_scale"))
    shown = _fitting(stage, lines, place, plan, top=True)
    if len(shown) < len(lines):
        return None
    deep = MARGIN + 3 * PITCH + 44
    wide = _widest(stage, ring) + 38
    with_ring = wide <= room_beside(place, plan, deep + 14)

    def draw_key(canvas: Canvas, whole: Rect, status: Status) -> None:
        _write(canvas, whole, shown, left=True)
        if with_ring:
            y = MARGIN + 3 * PITCH + 28
            stance_ring(canvas, MARGIN + 22, y, 11, -1, 1, ground="light")
            canvas.text(MARGIN + 52, y - 16, ring[0].text, "medium", 15, "ink")
            canvas.text(MARGIN + 52, y + 5, ring[1].text, "medium", 15, "ink")

    high = deep + 22 if with_ring else MARGIN + 3 * PITCH
    at = Rect(place.x, place.y, max(_widest(stage, shown), wide + MARGIN if with_ring else 0.0), high)
    return Picture(rect=at, key="key", what=(tuple(shown), with_ring, at.w), draw=draw_key)


def _count(stage: Stage, place: Rect, plan: Plan) -> Node | None:
    """The vote before the room, or where members stood at the player's talks."""
    title, said, tally, tip = _tally(stage)
    lines = [Line(title, "semi", 17), Line(said, "medium", 15)]
    shown = _fitting(stage, lines, place, plan, top=True)
    if not shown:
        return None
    wide = max(_widest(stage, shown), MOST_SIGNS * 13 + MARGIN)
    signs = tally.ayes + tally.open + tally.noes
    with_signs = signs <= MOST_SIGNS and signs * 13 <= room_beside(place, plan, MARGIN + 3 * PITCH)

    def draw_count(canvas: Canvas, whole: Rect, status: Status) -> None:
        _write(canvas, whole, shown, left=False)
        if with_signs:
            _signs(canvas, whole.w - MARGIN - signs * 13, MARGIN + len(shown) * PITCH + 6, tally)

    at = Rect(place.right - wide, place.y, wide, MARGIN + (len(shown) + 1) * PITCH)
    return Picture(rect=at, key="count", what=(tuple(shown), tally, with_signs), draw=draw_count, tip=tip)


def _tally(stage: Stage) -> tuple[str, str, Tally, Tip]:
    room, words, desk = stage.now.room, stage.words, stage.now.view.desk
    vote = room.vote
    if vote is not None and vote.open:
        tally = Tally(vote.ayes, len(vote.floor) - vote.spoken, vote.noes)
        said = words("room.tally.vote_counts", ayes=tally.ayes, noes=tally.noes, open=tally.open)
        return vote.motion.capitalize(), said, tally, Tip(words("room.tally.open"), words("room.vote.order_tip"))
    men = [m for m in room.persons if sits(m) and m.member and m.id not in (desk.seat, room.leader_id)]
    ayes = sum(1 for m in men if m.told is not None and m.told > 0)
    noes = sum(1 for m in men if m.told is not None and m.told < 0)
    tally = Tally(ayes, len(men) - ayes - noes, noes)
    title = words("room.tally.title_you" if desk.seat == room.leader_id else "room.tally.title")
    said = words("room.tally.counts", ayes=tally.ayes, noes=tally.noes, open=tally.open)
    return title, said, tally, Tip(title, words("room.tally.note"))


def _signs(canvas: Canvas, x: float, y: float, tally: Tally) -> None:
    ayes, open_ = Share(tally.ayes, "red", "square"), Share(tally.open, "ochre", "dot")
    for share in (ayes, open_, Share(tally.noes, "ink", "triangle")):
        for _ in range(share.count):
            key_sign(canvas, x + 2, y, 10, share)
            x += 13


def _file(stage: Stage, place: Rect, plan: Plan, wedge: Wedge) -> Node | None:
    """What the black wedge says."""
    words = stage.words
    if wedge.sure:
        said, tip = words("room.file.held", n=wedge.pages), words("room.file.tip_held")
    else:
        signs = stage.now.view.desk.signs
        said = words.count("room.file.seen", signs) if signs else words("room.file.none")
        tip = words("room.file.tip_guess")
    sign: Mark = "measured" if wedge.sure else "guessed"
    lines = [Line(words("room.file.six")), Line(words("room.file.three")), Line(said, sign=sign),
             Line(words("room.file.title").upper(), "head", 18)]  # fmt: skip
    shown = _fitting(stage, lines, place, plan, top=False)
    if len(shown) < 3:
        return None
    high = MARGIN + len(shown) * PITCH
    wide = _widest(stage, shown)
    order = tuple(reversed(shown))

    def draw_file(canvas: Canvas, whole: Rect, status: Status) -> None:
        _write(canvas, whole, order, left=False, top=0)

    at = Rect(place.right - wide, place.bottom - high, wide, high)
    return Picture(rect=at, key="file", what=order, draw=draw_file, tip=Tip(words("room.file.title"), tip))


def _write(canvas: Canvas, whole: Rect, lines: Sequence[Line], left: bool, top: float = MARGIN) -> None:
    for nth, line in enumerate(lines):
        y = top + nth * PITCH + 8
        if left:
            canvas.text(MARGIN, y, line.text, line.face, line.size, "ink", down="middle")
            continue
        wide = canvas.text(whole.w - MARGIN, y, line.text, line.face, line.size, "ink", "right", "middle")
        if line.sign is not None:
            mark(canvas, whole.w - MARGIN - wide - 12, y, line.sign, 5.5, "ink", "paper")
