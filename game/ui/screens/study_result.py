"""What a staff says of each answer: who leads, as one in ten, with a waffle; its figures with its bar; who signs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.ai.measures import Figure, Odds
from game.ai.study import Answer, Study
from game.language.dates import day_month, weighty
from game.language.words import Words
from game.ui.art.gauges import CellShape, Share, band, key_sign, tenths, waffle
from game.ui.art.marks import mark
from game.ui.art.portraits import portrait
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.scroll import Scroll
from game.ui.screens.card_setting import halves

HEAD, NOTE = 74.0, 30.0
CELLS, CELL = 100, 8.0
SIDES: Sequence[tuple[str, CellShape]] = (("red", "square"), ("ochre", "dot"), ("ink", "triangle"), ("slate", "square"))
"""Colour and shape of those who may lead, the likeliest first."""

LEAD, FIGURE = 27.0, 46.0
Draw = Callable[[Canvas, Rect, Status], None]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of a row stand."""

    words: Rect
    waffle: Rect
    leads: Rect
    figures: Rect


@dataclass(frozen=True, slots=True)
class Row:
    """An answer and what is said of it.

    ends: of each figure over all answers, for a common measure. figured: some answer has figures.
    """

    letter: str
    answer: Answer
    leads: tuple[Odds, ...]
    ends: tuple[tuple[float, float], ...]
    figured: bool


def columns(wide: float, figured: bool) -> Columns:
    """The parts across a row; without figures the others are wider."""
    room = wide - 62 - 108 - 60
    words, leads = (room * 0.3, room * 0.38) if figured else (room * 0.46, room * 0.54)
    first = Rect(62, 0, words, 0)
    second = Rect(first.right + 20, 0, 96, 0)
    third = Rect(second.right + 20, 0, leads, 0)
    return Columns(first, second, third, Rect(third.right + 24, 0, wide - third.right - 40, 0))


def result(
    words: Words, ui: Interface, made: Study, face: tuple[str, str], place: Rect, shown: float
) -> Sequence[Node]:
    """Who signs it, a row for each answer, and what does not part them."""
    canvas = Canvas(ui.surface, ui.measure.scale, ui.palette, ui.fonts)
    top, rest = place.split_top(HEAD, 10)
    rest, note = rest.split_bottom(NOTE, 4)[1], rest.split_bottom(NOTE)[0]
    wide = rest.w - 14
    rows, y = [], rest.y
    for row in _rows(words, made):
        high = _height(canvas, row, wide)
        at = Rect(rest.x, y, wide, high)
        draw = _draw_row(words, row, round(shown * CELLS))
        rows.append(Picture(rect=at, key=row.answer.option, what=(row, round(shown * CELLS)), draw=draw))
        y += high + 8
    foot = made.alike or words("study.as_told")
    return [
        _signed(words, made, face, top),
        Scroll(rect=rest, key=f"rows {made.staff}", children=rows, height=y - 8 - rest.y),
        Picture(rect=note, key="note", what=foot, draw=_foot(foot), tip=Tip(foot, words("study.own_tip"))),
    ]


def _row(letter: str, answer: Answer, made: Study) -> Row:
    seen = [a.outlook for a in made.answers if a.outlook is not None]
    figures = answer.outlook.figures if answer.outlook else ()
    found = [[f for outlook in seen for f in outlook.figures if f.name == figure.name] for figure in figures]
    ends = tuple((min(f.low for f in some), max(f.high for f in some)) for some in found)
    every = answer.outlook.leads if answer.outlook else ()
    return Row(letter, answer, tuple(o for o in every if o.tenths) or every[:1], ends, any(o.figures for o in seen))


def _height(canvas: Canvas, row: Row, wide: float) -> float:
    at, outlook = columns(wide, row.figured), row.answer.outlook
    head, body = halves(row.answer.text)
    text = 20 + len(canvas.lines(head, "head", 18, at.words.w)) * 23
    text += len(canvas.lines(body, "body", 16, at.words.w)) * 20 if body else 0
    if outlook is None:
        return max(66.0, text + 12)
    leads = 20 + 26 + (len(row.leads) + 1) * LEAD + 8
    return max(text + 12, 20 + 96 + 12, leads, 20 + 26 + len(outlook.figures) * FIGURE)


def _rows(words: Words, made: Study) -> list[Row]:
    letters = words("card.letters").split()
    return [_row(letter, answer, made) for letter, answer in zip(letters, made.answers, strict=False)]


def result_height(canvas: Canvas, words: Words, made: Study, wide: float) -> float:
    """How high all of it stands at a width."""
    return HEAD + 10 + sum(_height(canvas, row, wide - 14) + 8 for row in _rows(words, made)) + 4 + NOTE


def _signed(words: Words, made: Study, face: tuple[str, str], place: Rect) -> Node:
    lines = (
        made.staff,
        words("study.signed", author=made.author, date=day_month(words, made.asked_on)),
        words("study.terms", until=day_month(words, made.horizon), copies=made.copies),
    )

    def draw_signed(canvas: Canvas, whole: Rect, status: Status) -> None:
        x = 0.0
        if face[0]:
            portrait(canvas, 35, 35, 35, face[0], face[1], ring="ink")
            x = 88.0
        canvas.text(x, 10, lines[0].upper(), "display", 36, "ink", most=whole.w - x)
        wide = canvas.text(x, 50, lines[1], "semi", 17, "deep", most=whole.w - x)
        canvas.text(x + wide + 22, 50, lines[2], "medium", 17, "ink", most=whole.w - x - wide - 22)
        canvas.rect(Rect(0, whole.h - 2, whole.w, 2), "ink")

    return Picture(rect=place, key="signed", what=(lines, face), draw=draw_signed)


def _foot(text: str) -> Draw:
    def draw_foot(canvas: Canvas, whole: Rect, status: Status) -> None:
        mark(canvas, 7, whole.h / 2, "guessed", 6.5, "ink", "light")
        canvas.text(22, whole.h / 2, text, "semi", 16, "ink", down="middle", most=whole.w - 24)

    return draw_foot


def _draw_row(words: Words, row: Row, cells: int) -> Draw:
    def draw_row(canvas: Canvas, whole: Rect, status: Status) -> None:
        at, outlook = columns(whole.w, row.figured), row.answer.outlook
        canvas.rect(whole, "paper" if outlook else "dark")
        canvas.polygon([(0, 0), (50, 0), (38, whole.h), (0, whole.h)], "ink" if outlook else "line")
        colour = "paper" if outlook else "ink"
        canvas.text(21, min(34.0, whole.h / 2), row.letter, "display", 36, colour, "centre", "middle")
        head, body = halves(row.answer.text)
        y = canvas.paragraph(at.words.x, 20, at.words.w, head, "head", 18, "ink", 23 / 18)
        if body:
            canvas.paragraph(at.words.x, y + 1, at.words.w, body, "body", 16, "mute", 20 / 16)
        if outlook is None:
            wide = whole.w - at.waffle.x - 16
            lines = canvas.lines(row.answer.refused, "semi", 17, wide)
            canvas.paragraph(
                at.waffle.x, whole.h / 2 - len(lines) * 11 + 4, wide, row.answer.refused, "semi", 17, "deep"
            )
            return
        _draw_waffle(canvas, at.waffle.x, 20, row, cells)
        _draw_leads(canvas, at.leads, words, row, outlook.fall)
        if row.figured:
            _draw_figures(canvas, at.figures, words, row, outlook.figures)

    return draw_row


def _shares(row: Row) -> list[Share]:
    """Ten cells for each tenth; what no tenth tells of is pale."""
    out, left = [], CELLS
    for odds, (colour, shape) in zip(row.leads, SIDES, strict=False):
        count = min(left, odds.tenths * CELLS // 10)
        out.append(Share(count, colour, shape))
        left -= count
    return [share for share in (*out, Share(left, "line", "dot")) if share.count]


def _draw_waffle(canvas: Canvas, x: float, y: float, row: Row, cells: int) -> None:
    if cells:
        waffle(canvas, x, y, _shares(row), 10, CELL, 1.4, cells)


def _draw_leads(canvas: Canvas, at: Rect, words: Words, row: Row, fall: Odds) -> None:
    canvas.text(at.x, 18, words("study.leads"), "head_light", 16, "mute")
    size, gap = (11.0, 3.0) if at.w >= 360 else (9.0, 2.0)
    graph = at.right - 10 * (size + gap)
    y = 18 + 26.0
    for odds, (colour, shape) in zip(row.leads, SIDES, strict=False):
        name = {"you": words("study.you"), "nobody": words("study.nobody_leads")}.get(odds.text, odds.text)
        _draw_odds(canvas, Rect(at.x, y, at.w, LEAD), graph, name, odds, Share(1, colour, shape), size, gap)
        y += LEAD
    canvas.rect(Rect(at.x, y - 4, at.w, 1.5), "line")
    _draw_odds(canvas, Rect(at.x, y + 4, at.w, LEAD), graph, words("study.fall"), fall, None, size, gap)


def _draw_odds(
    canvas: Canvas, at: Rect, graph: float, name: str, odds: Odds, key: Share | None, size: float, gap: float
) -> None:
    x = at.x
    if key is not None:
        key_sign(canvas, x, at.y + 1, 11, key)
        x += 19
    said = canvas.width(odds.words, "medium", 15)
    room = graph - 10 - said - 8 - x
    short = name if canvas.width(name, "semi", 16) <= room else name.rsplit(" ", 1)[-1]
    canvas.text(x, at.y + 7, short, "semi", 16, "ink", down="middle", most=room)
    canvas.text(graph - 10, at.y + 7, odds.words, "medium", 15, "ink", "right", "middle")
    tenths(canvas, graph, at.y + 7 - size / 2, odds.tenths, size, gap, key.colour if key else "deep", "dark")


def _draw_figures(canvas: Canvas, at: Rect, words: Words, row: Row, figures: Sequence[Figure]) -> None:
    canvas.text(at.x, 18, words("study.figures"), "head_light", 16, "mute", most=at.w)
    y = 18 + 26.0
    for figure, (low, high) in zip(figures, row.ends, strict=True):
        ends = [weighty(figure.low), weighty(figure.high)]
        said = words("study.between", low=ends[0], high=ends[1]) if ends[0] != ends[1] else ends[0]
        wide = canvas.text(at.right, y, said, "head_light", 16, "ink", "right")
        canvas.text(at.x, y + 1, figure.text, "medium", 15, "ink", most=at.w - wide - 10)
        span = max(1e-9, high - low)
        first, last, middle = ((value - low) / span for value in (figure.low, figure.high, figure.middle))
        band(canvas, Rect(at.x, y + 20, at.w, 10), first, last, "steel", "dark", middle)
        y += FIGURE
