"""The left column of the verdict: the question, the answer, your end, the men, and the night again on demand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.play.again import Again
from game.ui.app.stage import Stage
from game.ui.art.gauges import CellShape, Share, bar, key_sign, waffle
from game.ui.art.portraits import portrait
from game.ui.kit.button import Button, Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Act, Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.rich import RichText, Style, height_of
from game.ui.kit.scroll import BAR, Scroll
from game.ui.screens.desk_groups import faction_id
from game.views.room import Person
from game.views.verdict import Verdict

FACES = 5
WORDS = Style(16, "medium", "semi", "paper")
ANSWER, END = Style(24, "head", "head", "ember", leading=1.25), Style(20, "head", "head", "paper", leading=1.25)
LABEL, NIGHT = 25.0, 44.0
RED = 94.0
SIGNS: tuple[tuple[str, CellShape], ...] = (("ember", "square"), ("amber", "dot"), ("fog", "triangle"))
CELLS = 500


@dataclass(frozen=True, slots=True)
class Acts:
    """What the column's buttons do."""

    again: Act
    diary: Act
    poster: Act
    leave: Act
    argument: Act | None


Part = tuple[float, Callable[[Rect], Node]]
"""A part of the column: its height, and what makes it in its place."""


def answer_column(stage: Stage, ui: Interface, page: Verdict, found: Again | None, acts: Acts, place: Rect) -> Group:
    """What is read from above; at its foot the way out."""
    pad = 36 if place.w > 350 else 22
    foot, body = place.split_bottom(RED + 54)
    inner = body.within(left=pad, top=16, right=pad - BAR - 6)
    wide = inner.w - BAR - 6
    nodes: list[Node] = []
    y = inner.y
    for high, make in _parts(stage, ui, page, found, acts, wide):
        nodes.append(make(Rect(inner.x, y, wide, high)))
        y += high
    return Group(rect=place, key="answer", children=[
        Picture(rect=place, key="ground", what="answer", draw=_ground, opaque=True),
        Scroll(rect=inner, key="column", height=y - inner.y, children=nodes, night=True),
        _ways(stage, acts, foot, pad),
    ])  # fmt: skip


def _parts(stage: Stage, ui: Interface, page: Verdict, found: Again | None, acts: Acts, wide: float) -> list[Part]:
    words = stage.words

    def text(key: str, said: str, style: Style, air: float) -> Part:
        high = height_of(said, wide, style, ui.fonts, ui.measure.scale)
        return high + air, lambda at: RichText(
            rect=at.split_top(high)[0], key=key, text=said, style=style)  # fmt: skip

    return [
        _label(words("verdict.question"), "label question"), _question(page.question),
        _label(words("verdict.answer"), "label answer"), text("outcome", page.outcome.name, ANSWER, 4),
        text("outcome text", page.outcome.text, WORDS, 10),
        _label(words("verdict.end"), "label end"), text("end", page.end.name, END, 4),
        text("end text", page.end.text, WORDS, 10),
        _men(stage, wide), _again(stage, found, acts, wide),
    ]  # fmt: skip


def _label(said: str, key: str) -> Part:
    upper = said.upper()

    def draw_label(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.text(0, 4, upper, "head_light", 16, "muted", track=2, most=whole.w)

    return LABEL, lambda at: Picture(rect=at, key=key, what=upper, draw=draw_label)


def _question(said: str) -> Part:
    upper = said.upper()

    def draw_question(canvas: Canvas, whole: Rect, status: Status) -> None:
        size = canvas.fitted(upper, "display", 66, whole.w, least=30)
        canvas.text(0, 4, upper, "display", size, "paper", most=whole.w)

    return 58, lambda at: Picture(rect=at, key="question", what=upper, draw=draw_question)


# the men --------------------------------------------------------------------------------------------------------------


def _men(stage: Stage, wide: float) -> Part:
    """Who leads, then you, then the strongest of the room."""
    men = men_of(stage)
    words, desk = stage.words, stage.now.view.desk
    vacuum = words.count("verdict.vacuum", round(desk.vacuum_days))
    line = words("verdict.standing", authority=f"{desk.authority:.0f}", vacuum=vacuum)

    def draw_line(canvas: Canvas, whole: Rect, status: Status) -> None:
        size = canvas.fitted(line, "medium", 16, whole.w)
        canvas.text(0, 6, line, "medium", size, "paper", most=whole.w)
        canvas.rect(Rect(0, whole.h - 9, whole.w, 1.5), "soot")

    def make(at: Rect) -> Node:
        faces, below = at.split_top(66)
        nodes: list[Node] = [
            _face(man, place, man.id == desk.seat)
            for man, place in zip(men, faces.columns(FACES, 4), strict=False)
        ]  # fmt: skip
        nodes.append(Picture(rect=below, key="line", what=line, draw=draw_line))
        return Group(rect=at, key="men", children=nodes)

    return 66 + 36, make


def men_of(stage: Stage) -> list[Person]:
    """The men of the page: who leads first, then the player."""
    room, seat = stage.now.room, stage.now.view.desk.seat
    rank = {room.leader_id: 0, seat: 1}
    return sorted(room.persons, key=lambda man: rank.get(man.id, 2))[:FACES]


def _face(man: Person, place: Rect, mine: bool) -> Node:
    radius = min(30.0, place.w / 2)
    dim = not man.alive or not man.free

    def draw_face(canvas: Canvas, whole: Rect, status: Status) -> None:
        x, y = whole.w / 2, 32.0
        canvas.circle(x, y, radius, "amber" if mine else "muted")
        portrait(canvas, x, y, radius - (3 if mine else 1.5), man.id, faction_id(man), dim=dim)

    return Picture(rect=place, key=man.id, what=(man.id, man.faction_id, mine, dim), draw=draw_face,
                   tip=Tip(man.name, man.post))  # fmt: skip


# the night again ------------------------------------------------------------------------------------------------------


def _again(stage: Stage, found: Again | None, acts: Acts, wide: float) -> Part:
    if found is not None:
        return _shares(stage, found, wide)
    words = stage.words
    playing = stage.link.busy == "again"
    title, said = words("verdict.again.title").upper(), words("verdict.again.ask")
    share = round(stage.link.progress, 2) if playing else 0.0
    if playing:
        said = words("verdict.again.cancel")

    def draw_title(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.text(0, 4, title, "head_light", 16, "muted", track=1, most=whole.w)
        if playing:
            bar(canvas, Rect(0, 26, whole.w, 8), share, "ember", "soot")

    def make(at: Rect) -> Node:
        head, rest = at.split_top(42 if playing else 30)
        button = Button(rect=rest.split_top(NIGHT - 4)[0], key="again", text=said, kind="night", size=16,
                        act=stage.link.cancel if playing else acts.again,
                        tip=Tip(words("verdict.again.title"), words("verdict.again.ask_tip")))  # fmt: skip
        return Group(rect=at, key="night", children=[
            Picture(rect=head, key="title", what=(title, playing, share), draw=draw_title), button,
        ])  # fmt: skip

    return 96, make


def _shares(stage: Stage, found: Again, wide: float) -> Part:
    """The waffle and its key: the two commonest ends, and all others."""
    words = stage.words
    first = [(end.name, end.count) for end in found.ends[:2]]
    rest = found.copies - sum(count for _, count in first)
    if len(found.ends) == 3:
        first.append((found.ends[2].name, found.ends[2].count))
    elif rest:
        first.append((words("verdict.again.rest"), rest))
    shares = [Share(count, colour, shape) for (_, count), (colour, shape) in zip(first, SIGNS, strict=False)]
    title, note = words("verdict.again.title").upper(), words("verdict.again.note", n=found.copies)
    cell = (wide / 50) - 1.2

    def draw_shares(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.text(0, 4, title, "head_light", 16, "muted", track=1, most=whole.w)
        canvas.text(0, 28, note, "medium", 15.5, "paper", most=whole.w)
        _, high = waffle(canvas, 0, 50, shares, 50, min(5.6, cell))
        y = 50 + high + 14
        for (name, count), share in zip(first, shares, strict=True):
            key_sign(canvas, 0, y, 12, share)
            canvas.text(52, y + 6, str(count), "head_light", 18, "paper", "right", "middle")
            canvas.text(64, y + 6, name, "medium", 16, "paper", down="middle", most=whole.w - 64)
            y += 27

    return 116 + 27 * len(first), lambda at: Picture(
        rect=at, key="night", what=(title, note, tuple(first)), draw=draw_shares)  # fmt: skip


# the way out ----------------------------------------------------------------------------------------------------------


def _ways(stage: Stage, acts: Acts, place: Rect, pad: float) -> Group:
    words = stage.words
    small, red = place.split_top(54)
    left, right = small.within(left=pad, top=8, right=pad, bottom=8).columns(2, 10)
    night = [
        Button(rect=left, key="poster", text=words("verdict.poster"), kind="night", size=17, act=acts.poster),
        Button(rect=right, key="diary", text=words("verdict.diary"), kind="night", size=17, act=acts.diary),
    ]
    if acts.argument is not None:
        title, note, act = words("verdict.to_argument"), words("verdict.to_argument_note"), acts.argument
    else:
        title, note, act = words("verdict.to_menu"), "", acts.leave

    def draw_red(canvas: Canvas, whole: Rect, status: Status) -> None:
        w, h = whole.w, whole.h
        ground = "deep" if status.hover or status.pressed else "red"
        canvas.polygon([(0, 0), (w - 50, 0), (w - 8, h / 2), (w - 50, h), (0, h)], ground)
        upper = title.upper()
        size = canvas.fitted(upper, "display", 44, w - pad - 50, least=24)
        canvas.text(pad, h / 2 - (14 if note else 0), upper, "display", size, "paper", down="middle", most=w - pad - 40)
        canvas.text(pad + 1, h / 2 + 20, note, "medium", 16, "paper", down="middle", most=w - pad - 60)

    button = Pressable(rect=red.split_top(RED - 16)[0], key="on", what=(title, note, pad), draw=draw_red, act=act)
    return Group(rect=place, key="ways", children=[*night, button])


def _ground(canvas: Canvas, whole: Rect, status: Status) -> None:
    canvas.rect(whole, "coal")
    canvas.polygon(
        [(whole.w, 0), (whole.w, whole.h * 0.4), (whole.w * 0.64, 0)], canvas.palette.mix("coal", "soot", 0.5)
    )
