"""The open question on the desk: its picture, its words and what may be answered; all of it leads to its page."""

from __future__ import annotations

from dataclasses import dataclass

from game.language.dates import day_month
from game.ui.app.stage import Stage
from game.ui.art.marks import number_disc, price_tag, price_width
from game.ui.art.scenes.catalogue import draw_scene
from game.ui.art.scenes.choose import scene_of
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.views.question import OptionCard, Question

BAR, PAD = 50.0, 20.0
GAP, LEAST_ROW, TWO_LINES = 6.0, 40.0, 46.0
"""Between options; the least height of one, and from which on it holds two lines."""

HIGH, LOW = 520.0, 340.0
"""From this height on everything is set larger; below the other the picture is small, or none."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes of type, height of an option, width of the picture (0 for none): design units."""

    text: float
    option: float
    row: float
    picture: float

    @staticmethod
    def of(place: Rect, count: int) -> Measures:
        """What fits a panel for so many options."""
        if place.w < 640 or (place.h < LOW and count > 3):
            return Measures(16.5, 16.5, 62, 0)
        if place.h < LOW:
            return Measures(16.5, 16.5, 54, 190)
        if place.h < HIGH:
            return Measures(16.5, 16.5, 62, 282)
        return Measures(20, 19, 92, min(place.w * 0.44, place.h * 0.95))


def question_panel(stage: Stage, place: Rect, numbered: bool) -> Group:
    """The first of the open questions."""
    asked = stage.now.view.questions[0]
    sizes = Measures.of(place, len(asked.options))
    body = place.within(left=2, top=BAR, right=2, bottom=2)
    picture, right = body.split_left(sizes.picture + PAD)
    right = right.within(left=16 if sizes.picture else 0, right=14, bottom=12)
    text, rows = _split(stage, right, asked, sizes)
    nodes: list[Node] = [_frame(stage, place, asked, numbered)]
    if sizes.picture:
        nodes.append(_picture(asked, picture.within(left=PAD - 2, top=PAD - 4, bottom=PAD - 6)))
    nodes.append(_words(asked, text, sizes.text))
    for nth, (option, row) in enumerate(zip(asked.options, rows, strict=True)):
        nodes.append(_option(stage, option, row, nth, sizes.option))
    return Group(rect=place, key="work", children=nodes)


def _split(stage: Stage, right: Rect, asked: Question, sizes: Measures) -> tuple[Rect, tuple[Rect, ...]]:
    """Room for the text, which is kept to what the options leave."""
    count = len(asked.options)
    scale = stage.ui.measure.scale
    wide = stage.ui.fonts.width(asked.text, "medium", round(sizes.text * scale)) / scale
    text = 16 + (int(wide * 1.08 // right.w) + 1) * sizes.text * 1.3 + 10
    high = min(sizes.row, (right.h - text - GAP * (count - 1)) / count)
    if high < LEAST_ROW:
        high = min(TWO_LINES, max(LEAST_ROW, (right.h - 50 - GAP * count) / count))
        text = max(0.0, right.h - count * (high + GAP))
    words, rest = right.split_top(text)
    rows = tuple(Rect(rest.x, rest.y + nth * (high + GAP), rest.w, high) for nth in range(count))
    return words, rows


def _frame(stage: Stage, place: Rect, asked: Question, numbered: bool) -> Node:
    words = stage.words
    more = len(stage.now.view.questions) - 1
    notes = (
        words("desk.question.deadline", date=day_month(words, asked.deadline)) if asked.deadline else "",
        words("desk.question.about", who=asked.about) if asked.about else "",
        words.count("desk.question.more", more) if more else "",
    )
    note = next(filter(None, notes), "")
    title = asked.title.upper()

    def draw_frame(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "light")
        canvas.rect(Rect(0, 0, whole.w, BAR), "soot" if status.hover else "ink")
        canvas.box(whole, "ink", 2)
        x = 18.0
        if numbered:
            number_disc(canvas, 30, BAR / 2, "2", 17)
            x = 60.0
        end = canvas.text(whole.w - 16, BAR / 2, note, "semi", 15.5, "amber", "right", "middle", most=whole.w * 0.3)
        room = whole.w - x - end - 36
        size = canvas.fitted(title, "display", 34, room, least=24)
        canvas.text(x, BAR / 2, title, "display", size, "paper", down="middle", most=room)

    tip = Tip(asked.title, asked.text, words("desk.question.press"))
    return Pressable(rect=place, key="question", what=(title, note, numbered), draw=draw_frame,
                     act=lambda: stage.show("card"), tip=tip)  # fmt: skip


def _picture(asked: Question, place: Rect) -> Node:
    scene = scene_of(asked.event)

    def draw_picture(canvas: Canvas, whole: Rect, status: Status) -> None:
        draw_scene(canvas, whole, scene, 3)
        canvas.box(whole, "ink", 2)

    return Picture(rect=place, key="picture", what=scene, draw=draw_picture, kept="desk-scene")


def _words(asked: Question, place: Rect, size: float) -> Node:
    def draw_words(canvas: Canvas, whole: Rect, status: Status) -> None:
        most = int((whole.h - 12) // (size * 1.3))
        if most > 0:
            canvas.paragraph(0, 18, whole.w, asked.text, "medium", size, "ink", 1.3, most)

    return Picture(rect=place, key="words", what=(asked.text, size), draw=draw_words)


def _option(stage: Stage, option: OptionCard, place: Rect, nth: int, size: float) -> Node:
    price = f"{option.price:.0f}" if option.price else ""
    letter, closed = "АБВГДЕ"[nth % 6], not option.open

    def draw_option(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "paper" if not closed else "dark")
        if status.hover:
            canvas.box(whole, "ochre", 3)
        canvas.polygon([(0, 0), (14, 0), (6, whole.h), (0, whole.h)], "red" if status.hover else "ink")
        canvas.circle(40, whole.h / 2, 17, "line" if closed else "ink")
        canvas.text(40, whole.h / 2 + 0.5, letter, "head", 18, "ink" if closed else "paper", "centre", "middle")
        right = whole.w - 8
        if price:
            price_tag(canvas, right, whole.h / 2 - 12, 0, price, 24, "ink", across="right")
            right -= price_width(canvas, 0, price)
        _option_words(canvas, Rect(70, 0, right - 82, whole.h), option.text, option.why_not if closed else "", size)

    tip = Tip(option.text, option.why_not, stage.words("desk.question.choice"))
    what = (option.text, price, option.why_not, nth, size)
    return Pressable(rect=place, key=f"option {option.id}", what=what, draw=draw_option,
                     act=lambda: stage.show("card"), tip=tip)  # fmt: skip


def _option_words(canvas: Canvas, place: Rect, text: str, why: str, size: float) -> None:
    most = 1 if place.h < TWO_LINES or (why and place.h < 70) else 2
    shown = min(len(canvas.lines(text, "head_light", size, place.w)), most)
    pitch = size * 1.27
    y = place.h / 2 - (shown * pitch + (18 if why else 0)) / 2 + 4
    y = canvas.paragraph(place.x, y, place.w, text, "head_light", size, "ink", 1.27, most)
    if why:
        canvas.text(place.x, y, why, "medium", 15, "mute", most=place.w)
