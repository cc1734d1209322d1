"""The poster of a chapter: one strong composition for how it ended, the answer in large type, the figures below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.ui.art.outcomes import COMPOSITIONS, Face, Kind
from game.ui.art.paper import paper
from game.ui.art.scenes.stage import stage_of
from game.ui.art.setting import LEAST, Headline, cap_height, draw_headline, draw_lines, headline, kept
from game.ui.kit.canvas import LEADING, Canvas
from game.ui.kit.rect import Rect

OUTCOMES: Mapping[str, Kind] = {
    "collapse": "empty", "empty_chair": "empty", "beria_rules": "rules", "portrait": "portrait",
    "committee": "committee", "soldier": "arrest", "new_leader": "arrest", "struck_in_vain": "betrayed",
    "old_order_seven": "rules", "old_order": "rules",
}  # fmt: skip
"""Outcome of the state -> composition."""

ENDS: Mapping[str, Kind] = {
    "dead": "betrayed", "betrayed": "betrayed", "beaten": "betrayed", "taken": "betrayed", "deposed": "arrest",
    "signs_portrait": "portrait", "restored": "rules", "never_left": "rules", "rules_portrait": "portrait",
    "rules_committee": "committee", "rules_arrest": "arrest", "overtaken": "overtaken", "behind_another": "overtaken",
    "loyal_suspected": "loyal", "loyal_remembered": "loyal", "loyal_forgotten": "loyal",
}  # fmt: skip
"""End of the player -> composition; those that are not here leave it to the outcome."""


@dataclass(frozen=True, slots=True)
class Poster:
    """What is printed.

    title: the chapter's question; answer: in capitals; date: of the end; text: a sentence below the answer.
    people: ids, the most important first: he who rules, then the player. figures: label and value, at most four.
    """

    kind: Kind
    title: str
    answer: str
    date: str
    text: str = ""
    people: tuple[str, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    mark: str = "RED WEDGE"
    seed: int = 0


def kind_of(outcome: str, end: str) -> Kind:
    """The composition for an outcome of the state and an end of the player (ids; unknown ones give the old order)."""
    return ENDS.get(end) or OUTCOMES.get(outcome, "rules")


def poster(canvas: Canvas, rect: Rect, what: Poster, face: Face | None = None) -> None:
    """Draw it, upright or broad, in a place at least 420 by 420 units large. face: draws the portraits."""
    canvas.rect(rect, "ink")
    if rect.h >= rect.w:
        art, words = rect.split_top(rect.h * (0.5 + 0.085 * min(1.0, max(0.0, (rect.w - 400) / 500))))
        edge = [(rect.x, art.bottom - rect.w * 0.02), (rect.right, art.bottom - rect.w * 0.09)]
    else:
        art, words = rect.split_left(rect.w * 0.6)
        edge = [(art.right - rect.h * 0.02, rect.bottom), (art.right - rect.h * 0.12, rect.y)]
    paper(canvas, art, what.seed)
    stage = stage_of(canvas, art, what.seed)
    if stage is not None:
        COMPOSITIONS[what.kind](stage, what.people, face or _nobody)
    _edge(canvas, rect, edge)
    unit = min(words.w / 620, words.h / 400)
    margin = max(22.0, 44 * unit)
    _words(canvas, words.within(margin, margin * 0.75, margin, margin * 0.75), what, unit)


def _nobody(canvas: Canvas, x: float, y: float, radius: float, person: str) -> None:
    """A disc in place of a portrait."""
    canvas.circle(x, y, radius, "line")
    canvas.circle(x, y - radius * 0.2, radius * 0.32, "ink")
    canvas.polygon([(x - radius * 0.55, y + radius * 0.75), (x, y), (x + radius * 0.55, y + radius * 0.75)], "ink")


def _edge(canvas: Canvas, rect: Rect, edge: list[tuple[float, float]]) -> None:
    """The slanting edge between picture and words: a red band, and ink beyond it."""
    (ax, ay), (bx, by) = edge
    wide = max(6.0, min(rect.w, rect.h) * 0.012)
    if rect.h >= rect.w:
        canvas.polygon([(ax, ay - wide), (bx, by - wide), (bx, rect.bottom), (ax, rect.bottom)], "red")
        canvas.polygon([(ax, ay), (bx, by), (bx, rect.bottom), (ax, rect.bottom)], "ink")
    else:
        canvas.polygon([(ax - wide, ay), (bx - wide, by), (rect.right, by), (rect.right, ay)], "red")
        canvas.polygon([(ax, ay), (bx, by), (rect.right, by), (rect.right, ay)], "ink")


# words ----------------------------------------------------------------------------------------------------------------


def _words(canvas: Canvas, rect: Rect, what: Poster, unit: float) -> None:
    small = max(LEAST, 19 * unit)
    foot, body = rect.split_bottom(max(22.0, 30 * unit), 10 * unit)
    tall = _figures_height(canvas, body.w, what, unit)
    figures, body = body.split_bottom(tall, 12 * unit) if what.figures else (None, body)
    x, y = body.x, body.y
    canvas.text(x, y, what.title.upper(), "head_light", small, "muted", most=body.w, track=1.5 * unit)
    y += small * 1.5
    pitch = max(LEAST, 20 * unit)
    lines = canvas.lines(what.text, "medium", pitch, body.w) if what.text else []
    title = _answer(canvas, body.w, body.bottom - y - small * 1.1 - len(lines) * pitch * LEADING, what, unit)
    y = draw_headline(canvas, x, y, body.w, title, ["paper"] * (len(title.lines) - 1) + ["ember"])
    y += small * 1.1
    room = int((body.bottom - y + 4) / (pitch * 1.32))
    draw_lines(canvas, x, y, body.w, kept(canvas, lines, room, "medium", pitch, body.w), "medium", pitch, "paper")
    if figures is not None:
        _figures(canvas, figures, what, unit)
    _foot(canvas, foot, what, unit)


def _answer(canvas: Canvas, wide: float, room: float, what: Poster, unit: float) -> Headline:
    """The answer as large as leaves room for the text below it."""
    title = Headline((), LEAST)
    for largest in (170, 140, 115, 95, 78, 64):
        sizes = [largest * unit, largest * unit * 0.9, largest * unit * 0.8]
        title = headline(canvas, what.answer.upper(), wide, sizes, min(largest * 0.7, 100) * unit)
        if len(title.lines) * cap_height(canvas, "display", title.size) * 1.2 <= room:
            break
    return title


def _labels(canvas: Canvas, wide: float, what: Poster, unit: float) -> list[list[str]]:
    """The labels of the figures, each in one line or two."""
    size = max(LEAST, 17 * unit)
    column = (wide - 14 * unit * (len(what.figures[:4]) - 1)) / max(1, len(what.figures[:4]))
    return [
        kept(canvas, canvas.lines(label, "medium", size, column), 2, "medium", size, column)
        for label, _ in what.figures[:4]
    ]


def _figures_height(canvas: Canvas, wide: float, what: Poster, unit: float) -> float:
    deepest = max((len(lines) for lines in _labels(canvas, wide, what, unit)), default=0)
    return 24 * unit + cap_height(canvas, "display", 46 * unit) + deepest * max(LEAST, 17 * unit) * LEADING


def _figures(canvas: Canvas, rect: Rect, what: Poster, unit: float) -> None:
    """Values over their labels, side by side."""
    canvas.rect(Rect(rect.x, rect.y, rect.w, 1.5), "soot")
    shown = what.figures[:4]
    labels = _labels(canvas, rect.w, what, unit)
    for (_, value), lines, place in zip(shown, labels, rect.columns(len(shown), 14 * unit), strict=True):
        size = canvas.fitted(value, "display", 46 * unit, place.w, LEAST)
        canvas.text(place.x, rect.y + 14 * unit, value, "display", size, "amber", most=place.w)
        top = rect.y + 14 * unit + cap_height(canvas, "display", 46 * unit) + 10 * unit
        draw_lines(canvas, place.x, top, place.w, lines, "medium", max(LEAST, 17 * unit), "muted")


def _foot(canvas: Canvas, rect: Rect, what: Poster, unit: float) -> None:
    """Date, name and sign of the game."""
    size = max(LEAST, 19 * unit)
    y, radius = rect.bottom - rect.h / 2, rect.h * 0.46
    x = rect.right - radius
    canvas.circle(x, y, radius, "paper")
    left = x - radius * 2.6
    canvas.polygon([(left, y - radius * 0.62), (x + radius * 0.3, y), (left, y + radius * 0.62)], "red")
    end = left - 12 * unit
    name = canvas.text(end, y, what.mark, "display", size * 1.3, "paper", "right", "middle")
    canvas.text(rect.x, y, what.date, "head_light", size, "paper", down="middle",
                most=max(40.0, end - name - 16 - rect.x))  # fmt: skip
