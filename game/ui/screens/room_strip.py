"""Below the table: the player's circle, his plot, and the vote; where there is no room below, a page each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.language.dates import day_month
from game.ui.app.stage import Stage
from game.ui.art.gauges import bar, tenths
from game.ui.art.icons import ORGANS, icon
from game.ui.art.marks import mark
from game.ui.art.portraits import portrait
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.screens.room_people import man_of
from game.ui.screens.room_stack import Stack
from game.views.names import surname
from game.views.room import Person, Plot
from game.views.vote import Vote

Draw = Callable[[Canvas, Rect, Status], None]
Choose = Callable[[str], object]
PAGES = ("circle", "plot", "vote")
TABS = 112.0
CARD, SPEAKER, UNNAMED, BLOCK = 152.0, 72.0, 48.0, 214.0
"""Least widths of a man of the circle, of one who may speak, of the same without his name, of a block of the plot."""
HIGH, VOTE = 76.0, 206.0
"""Height of a row; width of what is said of the vote."""


def strip(stage: Stage, place: Rect, page: str, turn: Choose, choose: Choose) -> list[Node]:
    """The strip with its three tabs at the left."""
    words = stage.words
    names, body = place.within(top=2).split_left(TABS)
    nodes: list[Node] = [Picture(rect=place, key="strip ground", what=place.w, draw=_ground, opaque=True)]
    for name, at in zip(PAGES, names.rows(len(PAGES), 0), strict=True):
        title = words(f"room.page.{name}")
        here = name == page
        nodes.append(Pressable(rect=at, key=f"strip {name}", what=(title, here), act=_bound(turn, name), here=here,
                               draw=_tab(title, here)))  # fmt: skip
    return [*nodes, *page_nodes(stage, body.inset(14, 8), page, choose)]


def _bound(choose: Choose, name: str) -> Callable[[], object]:
    return lambda: choose(name)


def _ground(canvas: Canvas, whole: Rect, status: Status) -> None:
    canvas.rect(whole, "light")
    canvas.rect(Rect(0, 0, whole.w, 2), "ink")
    canvas.rect(Rect(TABS - 1.5, 0, 1.5, whole.h), "line")


def _tab(title: str, on: bool) -> Draw:
    def draw_strip_tab(canvas: Canvas, whole: Rect, status: Status) -> None:
        ground = "ink" if on else "dark" if status.hover else "light"
        canvas.rect(whole.within(right=2), ground)
        if on:
            canvas.polygon([(0, 0), (12, whole.h / 2), (0, whole.h)], "red")
        canvas.text(24, whole.h / 2, title, "head_light", 17, "paper" if on else "ink", down="middle",
                    most=whole.w - 30)  # fmt: skip

    return draw_strip_tab


def affairs(stage: Stage, ui: Interface, place: Rect, choose: Choose) -> list[Node]:
    """All three one below the other, where there is no room for a strip."""
    stack = Stack(ui, place.x, place.y, place.w)
    pitch = min(190.0, place.h / len(PAGES))
    for nth, page in enumerate(PAGES):
        stack.y = place.y + nth * pitch
        stack.heading(f"title {page}", stage.words(f"room.page.{page}"), gap=6)
        at = Rect(place.x, stack.y, place.w, place.y + (nth + 1) * pitch - stack.y - 6)
        stack.nodes.append(Group(rect=at, key=page, children=page_nodes(stage, at, page, choose)))
    return stack.nodes


def page_nodes(stage: Stage, place: Rect, page: str, choose: Choose) -> list[Node]:
    """The circle, the plot or the vote in a rectangle."""
    makers = {"circle": _circle, "plot": _plot, "vote": _vote}
    return makers[page](stage, place, choose)


def _cells(place: Rect, count: int, least: float, high: float = HIGH, gap: float = 8) -> list[Rect]:
    """Places of so many things in rows, as many as there is room for."""
    across = max(1, min(count, int(place.w // least)))
    wide = min(place.w / across, least * 1.6)
    rows = max(1, int((place.h + 4) // (high + 4)))
    pitch = min(high + 10, place.h / rows)
    every = [
        Rect(place.x + column * wide, place.y + row * pitch, wide - gap, min(pitch, high))
        for row in range(rows) for column in range(across)
    ]  # fmt: skip
    return every[:count]


# the circle ---------------------------------------------------------------------------------------------------------


def _circle(stage: Stage, place: Rect, choose: Choose) -> list[Node]:
    men = [man for man in stage.now.room.persons if man.client and man.alive]
    if not men:
        return [_note(place, stage.words("room.circle.none"), "")]
    cells = _cells(place, len(men), CARD)
    return [_client(stage, man, at, choose) for man, at in zip(men, cells, strict=False)]


def _client(stage: Stage, man: Person, place: Rect, choose: Choose) -> Node:
    words = stage.words
    debt = "owes" if man.debt > 0 else "owed" if man.debt < 0 else ""
    said = words.count(f"room.circle.{debt}", abs(man.debt)) if debt else words("room.circle.even")
    if not man.present:
        said = words("room.circle.away")
    name = surname(man.name)

    def draw_client(canvas: Canvas, whole: Rect, status: Status) -> None:
        if status.hover:
            canvas.rect(whole, "dark")
        portrait(canvas, 32, whole.h / 2, 28, man.id, man.faction_id, dim=not man.free)
        canvas.text(70, whole.h / 2 - 12, name, "semi", 16, "ink", down="middle", most=whole.w - 72)
        canvas.text(70, whole.h / 2 + 12, said, "medium", 15, "mute", down="middle", most=whole.w - 72)

    tip = Tip(man.name, f"{man.post}\n{words('room.circle.heir')}", words("room.seat.tip_press"))
    return Pressable(rect=place, key=f"client {man.id}", what=(man.id, said, man.free), draw=draw_client,
                     act=lambda: choose(man.id), tip=tip)  # fmt: skip


# the plot -----------------------------------------------------------------------------------------------------------


def _plot(stage: Stage, place: Rect, choose: Choose) -> list[Node]:
    plot = stage.now.room.plot
    if plot is None:
        return _no_plot(stage, place)
    blocks = [_plot_words(stage, plot), _plot_organs(stage, plot), _plot_odds(stage, plot)]
    if place.w >= 4 * BLOCK or place.h >= 2 * HIGH:
        blocks.append(_theirs(stage))
    cells = _cells(place, len(blocks), BLOCK)
    nodes: list[Node] = [
        Picture(rect=at, key=f"plot {nth}", what=what, draw=draw, tip=tip)
        for nth, ((what, draw, tip), at) in enumerate(zip(blocks, cells, strict=False))
    ]
    return nodes


Shown = tuple[tuple[object, ...], Draw, Tip | None]


def _no_plot(stage: Stage, place: Rect) -> list[Node]:
    words = stage.words
    what, draw, tip = _theirs(stage)
    left, right = place.split_left(min(place.w / 2, 330))
    return [
        _note(left, words("room.plot.none"), words("room.plot.none_sub")),
        Picture(rect=Rect(right.x, right.y, right.w, min(right.h, HIGH)), key="theirs", what=what, draw=draw, tip=tip),
    ]


def _plot_words(stage: Stage, plot: Plot) -> Shown:
    words = stage.words
    rows = ((words("room.plot.phase"), plot.phase), (words("room.plot.route"), plot.route),
            (words("room.plot.leader"), plot.leader or words("room.plot.leader_none")))  # fmt: skip

    def draw_plot_words(canvas: Canvas, whole: Rect, status: Status) -> None:
        for nth, (label, said) in enumerate(rows):
            y = 13 + nth * 25
            canvas.text(0, y, label, "medium", 15, "mute", down="middle")
            canvas.text(66, y, said, "semi", 15.5, "ink", down="middle", most=whole.w - 68)

    dated = [words("room.plot.opened", date=day_month(words, plot.opened_on))] if plot.opened_on else []
    if plot.struck_on:
        dated.append(words("room.plot.struck", date=day_month(words, plot.struck_on)))
    if plot.fails:
        dated.append(words.count("room.plot.fails", plot.fails))
    return (rows, draw_plot_words, Tip(words("room.page.plot"), "\n".join(dated)))


def _plot_organs(stage: Stage, plot: Plot) -> Shown:
    """Which organs are in it: those whose heads are bound, and the player's own."""
    words, room, me = stage.words, stage.now.room, stage.now.view.desk.seat
    bound = {man.id for man in room.persons if man.bound == "bound"} | {me}
    lit = tuple((organ.id, organ.head in bound) for organ in room.organs)
    said, weight = words.count("room.plot.organs", plot.organs), words("room.plot.strength")

    def draw_plot_organs(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.text(0, 13, said, "semi", 15.5, "ink", down="middle", most=whole.w)
        pitch = min(26.0, (whole.w - 4) / max(1, len(lit)))
        for nth, (organ, inside) in enumerate(lit):
            x = 11 + nth * pitch
            canvas.circle(x, 38, 11, "red" if inside else "dark")
            icon(canvas, ORGANS.get(organ, "person"), x - 6.5, 31.5, 13, "paper" if inside else "mute",
                 "red" if inside else "dark")  # fmt: skip
        wide = canvas.text(0, 65, weight, "medium", 15, "mute", down="middle")
        bar(canvas, Rect(wide + 10, 60, whole.w - wide - 20, 10), plot.strength / 100)

    names = [organ.name for organ in room.organs if organ.head in bound]
    men = ", ".join(man.name for man in room.persons if man.bound == "bound") or words("room.plot.bound_none")
    tip = Tip(said, ", ".join(names) + f"\n{words('room.plot.bound')}: {men}")
    return ((lit, said, plot.strength), draw_plot_organs, tip)


def _plot_odds(stage: Stage, plot: Plot) -> Shown:
    words = stage.words
    title = words("room.plot.odds")
    said = words("room.plot.odds_n", n=plot.odds) if plot.odds else words("room.plot.odds_none")

    def draw_plot_odds(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.text(0, 13, title, "medium", 15, "mute", down="middle", most=whole.w)
        tenths(canvas, 0, 31, plot.odds, 13, 4)
        mark(canvas, 7, 65, "guessed", 5.5, "ink", "light")
        canvas.text(20, 65, said, "semi", 15.5, "ink", down="middle", most=whole.w - 20)

    return ((title, said), draw_plot_odds, Tip(title, words("room.plot.odds_tip")))


def _theirs(stage: Stage) -> Shown:
    """Of the plots of others: only what signs showed."""
    words, signs = stage.words, stage.now.view.desk.signs
    title = words("room.plot.theirs")
    said = words.count("room.plot.signs", signs) if signs else words("room.plot.signs_none")

    def draw_theirs(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.text(0, 13, title, "medium", 15, "mute", down="middle")
        mark(canvas, 7, 38, "guessed", 5.5, "ink", "light")
        canvas.paragraph(20, 32, whole.w - 24, said, "semi", 15.5, "ink", 1.3, most=2)

    return ((title, said), draw_theirs, Tip(title, words("room.file.tip_guess")))


# the vote -----------------------------------------------------------------------------------------------------------


def _vote(stage: Stage, place: Rect, choose: Choose) -> list[Node]:
    vote, words = stage.now.room.vote, stage.words
    if vote is None:
        floor = sorted((m for m in stage.now.room.persons if m.member and m.alive and m.free and m.present),
                       key=lambda m: -m.influence)  # fmt: skip
        head = _vote_head(place, (words("room.vote.none"), words("room.vote.none_sub")), "")
        return [head, *_speakers(stage, floor, 0, place.within(left=VOTE), choose)]
    lines = (vote.motion.capitalize(), words("room.vote.moved", name=vote.proposer_name), _stage_words(stage, vote))
    men = [man for man in (man_of(stage.now.room, one) for one in vote.floor) if man is not None]
    head = _vote_head(place, lines, words("room.vote.about", name=vote.subject_name) if vote.subject_name else "")
    return [head, *_speakers(stage, men, vote.spoken, place.within(left=VOTE), choose)]


def _stage_words(stage: Stage, vote: Vote) -> str:
    words = stage.words
    if vote.open:
        left = len(vote.floor) - vote.spoken
        return words("room.tally.vote_counts", ayes=vote.ayes, noes=vote.noes, open=left)
    return words(f"room.tally.{vote.stage}", ayes=vote.ayes, noes=vote.noes)


def _vote_head(place: Rect, lines: Sequence[str], about: str) -> Node:
    shown = tuple(lines)

    def draw_vote_head(canvas: Canvas, whole: Rect, status: Status) -> None:
        y = whole.h / 2 - (len(shown) - 1) * 12
        for nth, line in enumerate(shown):
            size = canvas.fitted(line, "medium" if nth else "semi", 15 if nth else 17, whole.w)
            canvas.text(0, y + nth * 24, line, "medium" if nth else "semi", size, "mute" if nth else "ink",
                        down="middle", most=whole.w)  # fmt: skip

    at = Rect(place.x, place.y, VOTE - 10, min(place.h, HIGH))
    return Picture(rect=at, key="vote head", what=shown, draw=draw_vote_head,
                   tip=Tip(shown[0], "\n".join(filter(None, (about, *shown[1:])))))  # fmt: skip


def _speakers(stage: Stage, men: Sequence[Person], spoken: int, place: Rect, choose: Choose) -> list[Node]:
    least = SPEAKER if len(men) * SPEAKER <= place.w * max(1, place.h // HIGH) else UNNAMED
    cells = _cells(place, len(men), least, gap=2)
    return [
        _speaker(stage, man, nth, nth < spoken, at, choose)
        for nth, (man, at) in enumerate(zip(men, cells, strict=False))
    ]  # fmt: skip


def _speaker(stage: Stage, man: Person, nth: int, spoken: bool, place: Rect, choose: Choose) -> Node:
    words = stage.words

    def draw_speaker(canvas: Canvas, whole: Rect, status: Status) -> None:
        middle = whole.w / 2
        if status.hover:
            canvas.circle(middle, 28, 28, "ochre")
        portrait(canvas, middle, 28, 24, man.id, man.faction_id, ring="red" if spoken else None)
        canvas.circle(middle - 22, 12, 11, "red" if spoken else "ink")
        canvas.text(middle - 22, 12.5, str(nth + 1), "head_light", 15, "paper", "centre", "middle")
        if whole.w < SPEAKER - 4:
            return
        name = surname(man.name)
        size = canvas.fitted(name, "medium", 15, whole.w)
        canvas.text(middle, 65, name, "medium", size, "ink", "centre", "middle", most=whole.w)

    said = words(f"room.vote.{'spoken' if spoken else 'yet'}")
    tip = Tip(man.name, f"{man.post}\n{said}\n{words('room.vote.order_tip')}", words("room.seat.tip_press"))
    return Pressable(rect=place, key=f"speaker {man.id}", what=(man.id, nth, spoken), draw=draw_speaker,
                     act=lambda: choose(man.id), tip=tip)  # fmt: skip


def _note(place: Rect, text: str, below: str) -> Node:
    """A sentence where there is nothing to show."""

    def draw_note(canvas: Canvas, whole: Rect, status: Status) -> None:
        y = canvas.paragraph(0, 10, whole.w - 10, text, "semi", 16, "ink", most=3)
        canvas.paragraph(0, y + 3, whole.w - 10, below, "medium", 15, "mute", most=2)

    at = Rect(place.x, place.y, place.w, min(place.h, HIGH))
    return Group(rect=at, key="note", children=[Picture(rect=at, key="said", what=(text, below), draw=draw_note)])
