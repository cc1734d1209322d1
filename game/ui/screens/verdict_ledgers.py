"""Two ledgers side by side, told and true: how far off each figure was, and the day you could have known."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from game.language.dates import day_month
from game.language.words import Words
from game.ui.app.stage import Stage
from game.ui.art.marks import mark, marked_text
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.scroll import Scroll
from game.ui.screens.verdict_plan import BAR, Ledger, ledger_of
from game.views.apart import Apart
from game.views.names import surname
from game.views.verdict import Line

Moment = Literal["worst", "last"]
"""Which morning of each figure the ledgers show."""

SCALES = (((1.1, 1.2, 1.3), 1.4), ((1.1, 1.25, 1.5), 1.65), ((1.25, 1.5, 2.0), 2.5), ((2.0, 4.0, 8.0), 16.0))
"""Multiples that are marked in the gap, and the one at its end."""

AGREE = 1.005
LATE = 92.0
"""Width of the words for how late it was."""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure as its row says it. days: where the day you could have known and that it came right lie, 0 to 1."""

    name: str
    told: str
    by: str
    author: str
    true: str
    times: float
    known: str
    shown_by: str
    late: str
    days: tuple[float, float] | None


def plain(value: float, unit: str = "") -> str:
    """A figure without more digits than it deserves."""
    return f"{value:,.0f} {unit}" if unit == "km" else f"{value:,.0f}"


def times_said(words: Words, far: float) -> str:
    """How many times one figure is the other, of the logarithm of that."""
    times = math.exp(far)
    return words("verdict.times", n=f"{times:.2f}" if times < 2 else f"{times:.2g}")


def row_of(stage: Stage, line: Line, moment: Moment, span: tuple[str, str]) -> Row:
    """What a row says. span: first and last day of the chapter."""
    words, at = stage.words, line.worst if moment == "worst" else line.last
    name = words(f"verdict.line.{line.name}") if words.has(f"verdict.line.{line.name}") else line.text
    by = words("verdict.on", who=surname(at.by), date=day_month(words, at.on)) if at.on else ""
    known, shown_by, late, days = words("verdict.never"), words("verdict.never_by"), "", None
    if line.known_on:
        known, shown_by = day_month(words, line.known_on), line.known_by
        until = line.righted or span[1]
        late = _late(words, line.known_on, until)
        days = _share(line.known_on, span), _share(until, span)
    elif not line.strayed:
        shown_by = words("verdict.fair")
    figures = plain(at.told, line.unit), plain(at.true, line.unit)
    return Row(name[:1].upper() + name[1:], figures[0], by, surname(at.by), figures[1], at.times, known, shown_by, late,
               days)  # fmt: skip


def _late(words: Words, since: str, until: str) -> str:
    days = (date.fromisoformat(until) - date.fromisoformat(since)).days
    return words.count("verdict.late", days) if days > 0 else words("verdict.at_once")


def _share(day: str, span: tuple[str, str]) -> float:
    first, last, at = (date.fromisoformat(text).toordinal() for text in (*span, day))
    return min(1.0, max(0.0, (at - first) / max(1, last - first)))


def scale_of(lines: Sequence[Line]) -> tuple[tuple[float, ...], float]:
    """Marks and end of a scale on which the furthest figure can be seen."""
    far = [line.worst.far for line in lines if not math.isinf(line.worst.far)]
    most = math.exp(max(far, default=0.0))
    return next((scale for scale in SCALES if most <= scale[1]), SCALES[-1])


def ledgers(stage: Stage, lines: Sequence[Line], moment: Moment, span: tuple[str, str], place: Rect) -> Group:
    """Both ledgers, with a row for each figure."""
    cut = ledger_of(place, len(lines))
    scale = scale_of(lines)
    rows = [row_of(stage, line, moment, span) for line in lines]
    body = Rect(place.x, place.y + BAR, place.w, min(place.h - BAR, cut.pitch * len(rows)))
    nodes: list[Node] = [_ground(stage, cut, scale, len(rows), body.h)]
    inner = [
        _row(stage, line, row, cut, scale[1], Rect(place.x, body.y + nth * cut.pitch, place.w, cut.pitch), nth)
        for nth, (line, row) in enumerate(zip(lines, rows, strict=True))
    ]
    nodes.append(Scroll(rect=body, key="rows", height=cut.pitch * len(rows), children=inner))
    return Group(rect=place, key="ledgers", children=nodes)


def _ground(stage: Stage, cut: Ledger, scale: tuple[tuple[float, ...], float], rows: int, high: float) -> Node:
    words = stage.words
    day = words("verdict.day" if cut.gauge else "verdict.day_short")
    titles = words("verdict.told").upper(), words("verdict.true").upper(), day
    labels = tuple(words("verdict.times", n=f"{value:g}") for value in scale[0])
    x0 = cut.told.x
    told, gap, true = (Rect(r.x - x0, 0, r.w, BAR + high) for r in (cut.told, cut.gap, cut.true))

    def draw_ground(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(told, "light")
        canvas.box(told, "ink", 2)
        canvas.rect(Rect(told.x, BAR - 2, told.w, 2), "ink")
        canvas.text(16, BAR / 2, titles[0], "display", 34, "ink", down="middle")
        mark(canvas, told.w - 20, BAR / 2, "reported", 9, "ink", "light")
        canvas.rect(true, "ink")
        wide = canvas.text(true.x + 20, BAR / 2, titles[1], "display", 34, "paper", down="middle")
        mark(canvas, true.x + 20 + wide + 20, BAR / 2, "measured", 9, "amber", "ink")
        left = max(cut.value + 16, wide + 60)
        canvas.text(true.x + left, BAR / 2, titles[2], "semi", 16, "amber", down="middle", most=true.w - left - 12)
        canvas.rect(Rect(true.x + 14, BAR - 2, true.w - 28, 1.5), "soot")
        end = 0.0
        for value, label in zip(scale[0], labels, strict=True):
            x = gap.x + gap.w * math.log(value) / math.log(scale[1])
            canvas.line([(x, BAR), (x, BAR + high)], 1.2, "line", dash=(3, 4))
            wide = canvas.width(label, "semi", 15)
            if x - wide / 2 > max(end, gap.x + 2):
                canvas.text(x, BAR / 2, label, "semi", 15, "ink", "centre", "middle")
                end = x + wide / 2 + 8

    whole = Rect(x0, cut.told.y, cut.true.right - x0, BAR + high)
    return Picture(rect=whole, key="ground", what=(titles, labels, cut, rows), draw=draw_ground)


def _row(stage: Stage, line: Line, row: Row, cut: Ledger, end: float, place: Rect, nth: int) -> Node:
    def draw_row(canvas: Canvas, whole: Rect, status: Status) -> None:
        told = Rect(2, 0, cut.told.w - 4, whole.h)
        true = Rect(cut.true.x - cut.told.x, 0, cut.true.w, whole.h)
        if status.hover:
            canvas.rect(told, "dark")
            canvas.rect(true, "coal")
        if nth:
            canvas.rect(Rect(14, 0, cut.told.w - 28, 1), "line")
            canvas.rect(Rect(true.x + 14, 0, true.w - 28, 1), "soot")
        _told(canvas, told, row, row.by if cut.gauge else row.author, "dark" if status.hover else "light")
        _wedge(canvas, stage.words, Rect(cut.told.w, 0, cut.gap.w, whole.h), row.times, end)
        _true(canvas, true, row, cut)

    return Pressable(rect=place, key=line.name, what=(row, cut, end, nth), draw=draw_row,
                     act=lambda: stage.show("ledger", line.name), tip=lambda: _tip(stage, line, row))  # fmt: skip


def _tip(stage: Stage, line: Line, row: Row) -> Tip:
    words = stage.words

    def said(at: Apart) -> str:
        return words("verdict.tip.row", on=day_month(words, at.on), by=at.by, told=plain(at.told, line.unit),
                     date=day_month(words, at.date), true=plain(at.true, line.unit))  # fmt: skip

    lines = [line.text[:1].upper() + line.text[1:] + ".", said(line.worst), said(line.last)]
    if line.known_on:
        lines.append(words("verdict.tip.known", date=day_month(words, line.known_on), by=line.known_by))
        lines.append(words("verdict.tip.right", date=day_month(words, line.righted)) if line.righted
                     else words("verdict.tip.never_right"))  # fmt: skip
    return Tip(row.name, "\n".join(lines), words("verdict.tip.press"))


def _told(canvas: Canvas, place: Rect, row: Row, by: str, ground: str) -> None:
    """Name and author at the left, the figure at the right."""
    middle = place.h / 2
    wide = canvas.text(place.right - 14, middle, row.told, "head", 20, "ink", "right", "middle")
    most = place.w - wide - 38
    size = canvas.fitted(row.name, "head_light", 18, most)
    canvas.text(16, middle - 11, row.name, "head_light", size, "ink", down="middle", most=most)
    if by:
        marked_text(canvas, 16, middle + 12, "reported", by, "medium", 15, "mute", ground=ground, most=most)


def _wedge(canvas: Canvas, words: Words, gap: Rect, times: float, end: float) -> None:
    """A red wedge from the told side where too little was told, a cold one from the true side where too much was."""
    middle, half = gap.h / 2, min(21.0, gap.h * 0.34)
    little = times >= 1
    far = math.inf if times <= 0 else abs(math.log(times)) if not math.isinf(times) else math.inf
    share = min(1.0, far / math.log(end))
    start, way = (gap.x, 1) if little else (gap.right, -1)
    tip = start + way * max(share * gap.w, 3.0 if far > math.log(AGREE) else 0.0)
    if far <= math.log(AGREE):
        said = words("verdict.same")
    else:
        said = words("verdict.all") if math.isinf(far) else times_said(words, far)
        canvas.polygon([(start, middle - half), (tip, middle), (start, middle + half)], "red" if little else "slate")
        canvas.polygon([(start, middle), (tip, middle), (start, middle + half)], "deep" if little else "steel")
    wide = canvas.width(said, "head_light", 16)
    if share * gap.w + wide + 16 <= gap.w:
        x = tip + way * 8 if way > 0 else tip - 8 - wide
        canvas.rect(Rect(x - 3, middle - 11, wide + 6, 22), "paper")
        canvas.text(x, middle, said, "head_light", 16, "ink", down="middle")
    else:
        x = start + 10 if way > 0 else start - 10 - wide
        canvas.text(x, middle, said, "head_light", 16, "paper", down="middle")


def _true(canvas: Canvas, place: Rect, row: Row, cut: Ledger) -> None:
    """The true figure; the day, what showed it, and how long it was not believed."""
    middle = place.h / 2
    canvas.text(place.x + 20, middle, row.true, "head", 20, "paper", down="middle", most=cut.value - 14)
    x, right = place.x + cut.value + 16, place.right - 16
    canvas.text(x, middle - 11, row.known, "head_light", 18, "amber", down="middle")
    whole = canvas.width(row.shown_by, "medium", 15) <= right - x
    shown_by = row.shown_by if whole else row.shown_by.split(",")[0]  # the tip says all of it
    canvas.text(x, middle + 12, shown_by, "medium", 15, "paper", down="middle", most=right - x)
    if row.late:
        canvas.text(right, middle - 11, row.late, "medium", 15, "paper", "right", "middle", most=right - x - 66)
    left = max(x + 84, right - LATE - 150)
    if row.days is not None and cut.gauge and right - LATE - left >= 60:
        _days(canvas, Rect(left, middle - 12, right - LATE - left, 2), *row.days)


def _days(canvas: Canvas, track: Rect, known: float, right: float) -> None:
    """From the day you could have known to the day on which the reports came right."""
    canvas.rect(track, "soot")
    a, b = track.x + track.w * known, track.x + track.w * right
    canvas.hatch(canvas.rect_mask(Rect(a, track.y - 5, max(1.0, b - a), 12)), "amber", 4, 1.8)
    canvas.circle(b, track.y + 1, 6, "paper")
    canvas.circle(b, track.y + 1, 3, "ink")
    canvas.circle(a, track.y + 1, 6, "amber")
