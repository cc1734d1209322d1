"""Above the answers: what is asked, when, of whom, what he has to spend; and how one gets away from the card."""

from __future__ import annotations

from collections.abc import Callable

from game.language.dates import day_month, long_date
from game.ui.app.stage import Stage
from game.ui.art.icons import icon
from game.ui.art.marks import hands_row, mark
from game.ui.art.setting import Headline, cap_height, headline
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.screens.top_bar import figure_tip, figures_shown
from game.views.question import Question

HAND = 27.0
EXITS = (("pause", "menu", "menu"), ("desk", "desk", "telephone"), ("room", "room", "room"),
         ("front", "front", "front"), ("press", "press", "press"))  # fmt: skip
"""Screen, key of its word, icon."""

EXIT = 44.0


def notes(stage: Stage, asked: Question) -> str:
    """How many are open, whom it concerns, until when it can wait; empty where nothing of it is to be said."""
    words, count = stage.words, len(stage.now.view.questions)
    parts = (
        words("card.one_of", nth=1, all=count) if count > 1 else "",
        words("card.about", who=asked.about) if asked.about else "",
        words("card.until", date=day_month(words, asked.deadline)) if asked.can_wait else "",
    )
    return " · ".join(filter(None, parts))


def head_lines(stage: Stage, asked: Question) -> tuple[str, str]:
    """Date and person; and the notes."""
    words, desk = stage.words, stage.now.view.desk
    return words("card.who", date=long_date(words, asked.date), name=desk.name), notes(stage, asked)


def head(stage: Stage, canvas: Canvas, place: Rect, asked: Question) -> tuple[list[Node], float]:
    """The nodes from the top of a place on, and the y below them."""
    desk, words = stage.now.view.desk, stage.words
    every, left = int(max(desk.hands, desk.hands_left)), int(desk.hands_left)
    hands = every * (HAND + 4) - 4 if every else 0.0
    title = headline(canvas, asked.title.upper(), place.w - (hands + 20 if hands else 0), (50, 42, 36), 40)
    tall = cap_height(canvas, "display", title.size)
    who, note = head_lines(stage, asked)
    y = place.y + len(title.lines) * (tall + 8) + 9
    foot = y + 18 + (25 if note else 0) + 8
    held = words("card.authority", n=f"{desk.authority:.0f}")
    wide = canvas.width(held, "semi", 17) + 26
    nodes: list[Node] = [
        _words(Rect(place.x, place.y - 4, place.w, foot - place.y + 4), title, tall, who, note, wide),
        Picture(rect=Rect(place.right - wide, y - 6, wide, 24), key="authority", what=held, draw=_authority(held),
                tip=lambda: figure_tip(stage, figures_shown(stage)[0])),
    ]  # fmt: skip
    if every:
        at = Rect(place.right - hands, place.y - 2, hands, HAND + 4)
        said = words("top.hands_left", left=left, all=every)
        nodes.append(Picture(rect=at, key="hands", what=(every, left), draw=_hands(every, left),
                             tip=Tip(f"{words('top.hands')}: {said}", words("top.hands_tip"))))  # fmt: skip
    return nodes, foot


def _words(place: Rect, title: Headline, tall: float, who: str, note: str, right: float) -> Node:
    def draw_head(canvas: Canvas, whole: Rect, status: Status) -> None:
        y = 4.0
        for line in title.lines:
            canvas.text(0, y, line, "display", title.size, "paper")
            y += tall + 8
        room = whole.w - right - 12
        canvas.text(0, y + 9, who, "medium", canvas.fitted(who, "medium", 17, room), "paper", most=room)
        if note:
            canvas.text(0, y + 34, note, "semi", canvas.fitted(note, "semi", 16, whole.w), "amber", most=whole.w)

    return Picture(rect=place, key="head", what=(title, who, note, right), draw=draw_head)


def _authority(held: str) -> Callable[[Canvas, Rect, Status], None]:
    def draw_authority(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.text(whole.w - 20, 6, held, "semi", 17, "paper", "right")
        mark(canvas, whole.w - 6, 12, "measured", 6, "amber", "ink")

    return draw_authority


def _hands(every: int, left: int) -> Callable[[Canvas, Rect, Status], None]:
    def draw_hands(canvas: Canvas, whole: Rect, status: Status) -> None:
        hands_row(canvas, 0, 2, every, left, HAND, "amber", "muted", "ink", 4)

    return draw_hands


def exits(stage: Stage, place: Rect) -> Group:
    """Small buttons at the edge: to the menu, the desk, the room, the map, the news."""
    nodes: list[Node] = []
    for screen, word, sign in EXITS:
        if screen in stage.makers:
            at = Rect(place.x, place.y + len(nodes) * (EXIT + 6), EXIT, EXIT)
            nodes.append(Pressable(rect=at, key=screen, what=sign, draw=_exit(sign), act=_opener(stage, screen),
                                   tip=Tip(stage.words(f"card.{word}"))))  # fmt: skip
    return Group(rect=place, key="exits", children=nodes)


def _opener(stage: Stage, screen: str) -> Callable[[], object]:
    return lambda: stage.show(screen)


def _exit(sign: str) -> Callable[[Canvas, Rect, Status], None]:
    def draw_exit(canvas: Canvas, whole: Rect, status: Status) -> None:
        ground = "soot" if status.hover else "ink"
        canvas.rect(whole, ground)
        canvas.box(whole, "paper" if status.hover else "soot", 2)
        icon(canvas, sign, whole.w / 2 - 11, whole.h / 2 - 11, 22, "paper", ground, "paper")

    return draw_exit
