"""A figure over time: as it was told, as it was, as history has it, and where simulated worlds went."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from game.lab.spread import Spread
from game.language.dates import day_month, short_date
from game.language.words import Words
from game.play.series import Series
from game.ui.app.stage import Stage
from game.ui.art.gauges import Scale
from game.ui.art.marks import mark
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Point, Rect
from game.ui.screens.ledger_record import Record

LEFT, FOOT, TOP, RIGHT = 86.0, 40.0, 16.0, 26.0
"""Room about the field of the chart."""

DAY = 62.0
"""Least distance between two dates written below."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart draws. first, last: days as ordinals."""

    series: Series
    record: Record | None
    spread: Spread | None
    first: int
    last: int
    scale: Scale

    @property
    def days(self) -> int:
        """How many days it spans, at least one."""
        return max(1, self.last - self.first)


def chart_of(series: Series, record: Record | None, spread: Spread | None, until: str) -> Chart:
    """The chart of a figure up to a day, on a scale on which all of it can be seen."""
    values = [point.value for point in series.points] + list(series.true)
    if record is not None:
        values += [noted.value for noted in record.points]
    if spread is not None:
        values += [day[0] for day in spread.quantiles] + [day[-1] for day in spread.quantiles]
    noted = [point.date for point in record.points] if record is not None else []
    last = max(_ordinal(day) for day in (until, series.points[-1].date, *noted))
    return Chart(series, record, spread, _ordinal(series.points[0].date), last, _nice(values))


def said(value: float, unit: str) -> str:
    """A value of a chart in words."""
    text = f"{value:,.0f}" if abs(value) >= 10 or value == round(value) else f"{value:.1f}"
    return f"{text} {unit}" if unit in ("km", "days") else text


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _nice(values: Sequence[float]) -> Scale:
    """From nothing, or from a round value below the least, to a round one above the most."""
    low, high = min(values), max(values)
    step = step_of(high - min(low, 0.0) if low < high * 0.6 else high - low)
    foot = 0.0 if 0 <= low < high * 0.6 else math.floor(low / step) * step
    return Scale(foot, max(foot + step, math.ceil(high * 1.0001 / step) * step))


def step_of(room: float) -> float:
    """A round distance between lines, of which about five fit in `room`."""
    rough = max(room, 1e-9) / 5
    base = 10.0 ** math.floor(math.log10(rough))
    return max(next(k * base for k in (1, 2, 5, 10) if k * base >= rough), 1.0)


def chart_node(stage: Stage, chart: Chart, place: Rect) -> Group:
    """The chart, with a tip over each day."""
    field = place.within(LEFT, TOP, RIGHT, FOOT)
    words = stage.words
    days = [short_date(words, date.fromordinal(chart.first + nth).isoformat()) for nth in range(chart.days + 1)]

    def draw_chart(canvas: Canvas, whole: Rect, status: Status) -> None:
        _draw(canvas, whole.within(LEFT, TOP, RIGHT, FOOT), chart, days)

    nodes: list[Node] = [Picture(rect=place, key="lines", what=(chart, tuple(days)), draw=draw_chart)]
    wide = field.w / chart.days
    for nth in range(chart.days + 1):
        day = date.fromordinal(chart.first + nth).isoformat()
        tip = _tip(words, chart, day)
        if tip is not None:
            column = Rect(field.x + (nth - 0.5) * wide, field.y, wide, field.h)
            nodes.append(Picture(rect=column, key=f"day {day}", what="day", draw=_day, reacts=True, tip=tip))
    return Group(rect=place, key="chart", children=nodes)


def _day(canvas: Canvas, whole: Rect, status: Status) -> None:
    if status.hover:
        canvas.rect(Rect(whole.w / 2 - 0.75, 0, 1.5, whole.h), "ink")


def _tip(words: Words, chart: Chart, day: str) -> Tip | None:
    """All that the chart says of a day."""
    unit, lines = chart.series.unit, []
    nth = next((n for n, point in enumerate(chart.series.points) if point.date == day), None)
    if nth is not None:
        point = chart.series.points[nth]
        if point.by and point.on:
            lines.append(words("ledger.tip.told", value=said(point.value, unit), by=point.by,
                               on=day_month(words, point.on)))  # fmt: skip
        else:
            lines.append(words("ledger.tip.measured", value=said(point.value, unit)))
        if chart.series.true:
            lines.append(words("ledger.tip.true", value=said(chart.series.true[nth], unit)))
    if chart.record is not None:
        lines += [
            words("ledger.tip.record", value=said(noted.value, unit), what=noted.what)
            for noted in chart.record.points
            if noted.date == day
        ]
    if chart.spread is not None and day in chart.spread.dates:
        low, high = (chart.spread.quantiles[chart.spread.dates.index(day)][k] for k in (1, 3))
        lines.append(words("ledger.tip.spread", low=said(low, unit), high=said(high, unit)))
    return Tip(day_month(words, day), "\n".join(lines)) if lines else None


# lines ----------------------------------------------------------------------------------------------------------------


def _draw(canvas: Canvas, field: Rect, chart: Chart, days: Sequence[str]) -> None:
    _axes(canvas, field, chart, days)
    if chart.spread is not None:
        _fans(canvas, field, chart, chart.spread)
    if chart.series.true:
        points = [_at(field, chart, p.date, v) for p, v in zip(chart.series.points, chart.series.true, strict=True)]
        canvas.line(points, 3, "ink", dash=(9, 6))
    _told(canvas, field, chart)
    if chart.record is not None:
        points = [_at(field, chart, noted.date, noted.value) for noted in chart.record.points]
        if len(points) > 1:
            canvas.line(points, 2, "slate", dash=(3, 5))
        for x, y in points:
            canvas.polygon([(x, y - 8), (x + 8, y), (x, y + 8), (x - 8, y)], "slate")


def _at(field: Rect, chart: Chart, day: str, value: float) -> Point:
    x = field.x + field.w * (_ordinal(day) - chart.first) / chart.days
    return x, field.bottom - field.h * chart.scale.share(value)


def _axes(canvas: Canvas, field: Rect, chart: Chart, days: Sequence[str]) -> None:
    scale = chart.scale
    step = step_of(scale.high - scale.low)
    value = scale.low
    while value <= scale.high + step * 0.01:
        y = field.bottom - field.h * scale.share(value)
        canvas.rect(Rect(field.x, y - 0.6, field.w, 1.2), "ink" if value == scale.low else "line")
        canvas.text(field.x - 10, y, f"{value:,.0f}", "medium", 15, "mute", "right", "middle", most=LEFT - 14)
        value += step
    every = max(1, math.ceil(DAY * (chart.days + 1) / field.w))
    for nth in range(0, chart.days + 1, every):
        x = field.x + field.w * nth / chart.days
        canvas.rect(Rect(x - 0.75, field.bottom, 1.5, 6), "ink")
        canvas.text(x, field.bottom + 14, days[nth], "medium", 15, "mute", "centre")


def _fans(canvas: Canvas, field: Rect, chart: Chart, spread: Spread) -> None:
    """Nine in ten pale, half darker, the middle as a line."""
    shown = [
        (day, found) for day, found in zip(spread.dates, spread.quantiles, strict=True)
        if chart.first <= _ordinal(day) <= chart.last
    ]  # fmt: skip
    if len(shown) < 2:
        return
    with canvas.clipped(canvas.rect_mask(field)):
        for low, high, alpha in ((0, 4, 0.35), (1, 3, 0.5)):
            upper = [_at(field, chart, day, found[high]) for day, found in shown]
            lower = [_at(field, chart, day, found[low]) for day, found in reversed(shown)]
            canvas.polygon([*upper, *lower], "fog", alpha)


def _told(canvas: Canvas, field: Rect, chart: Chart) -> None:
    """A line in steps: a report stands until the next; a mark where a new one came."""
    points = chart.series.points
    path: list[Point] = []
    for nth, point in enumerate(points):
        x, y = _at(field, chart, point.date, point.value)
        if nth and chart.series.mark == "reported":
            path.append((x, path[-1][1]))
        path.append((x, y))
    if len(path) > 1:
        canvas.line(path, 3.2, "red")
    for nth, point in enumerate(points):
        if nth == 0 or point.on != points[nth - 1].on or (not point.on and nth == len(points) - 1):
            x, y = _at(field, chart, point.date, point.value)
            canvas.circle(x, y, 7.5, "light")
            mark(canvas, x, y, chart.series.mark, 6, "red", "light")


# the key --------------------------------------------------------------------------------------------------------------


def key_of(words: Words, chart: Chart) -> tuple[tuple[str, str], ...]:
    """What the chart's signs mean: sign and words, of those that it draws."""
    first = "told" if chart.series.mark == "reported" else "measured"
    out = [(first, words(f"ledger.{first}"))]
    if chart.series.true:
        out.append(("true", words("ledger.true")))
    if chart.record is not None:
        out.append(("record", words("ledger.record")))
    if chart.spread is not None:
        out.append(("spread", words("ledger.spread")))
    return tuple(out)


def draw_key(canvas: Canvas, x: float, y: float, key: Sequence[tuple[str, str]]) -> None:
    """The key in a line whose middle is at y."""
    for sign, text in key:
        if sign in ("told", "measured"):
            canvas.line([(x, y), (x + 30, y)], 3.2, "red")
            canvas.circle(x + 15, y, 7.5, "light")
            mark(canvas, x + 15, y, "reported" if sign == "told" else "measured", 6, "red", "light")
        elif sign == "true":
            canvas.line([(x, y), (x + 30, y)], 3, "ink", dash=(9, 6))
        elif sign == "record":
            canvas.polygon([(x + 15, y - 8), (x + 23, y), (x + 15, y + 8), (x + 7, y)], "slate")
        else:
            canvas.rect(Rect(x, y - 8, 30, 16), "fog", 0.6)
        x += 40 + canvas.text(x + 40, y, text, "medium", 16, "ink", down="middle") + 26
