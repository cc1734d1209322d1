"""Signs beside figures and orders: how a figure is known, what an order costs, how far something has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.ui.art.icons import icon
from game.ui.kit.canvas import Across, Canvas, Paint
from game.ui.kit.rect import Rect
from game.views.told import Mark

GAP = 6.0
"""Between a mark and its words."""


def mark(
    canvas: Canvas, x: float, y: float, known: Mark, radius: float = 6, colour: Paint = "ink", ground: Paint = "light"
) -> None:
    """How a figure is known, about (x, y): measured a full disc, reported a half one, guessed a hollow one.

    ground: what lies beneath, to be seen through the disc.
    """
    canvas.circle(x, y, radius, colour)
    inner = radius - max(1.5, radius / 3)
    if known == "guessed":
        canvas.circle(x, y, inner, ground)
    elif known == "reported":
        right = Rect(x, y - radius, radius, 2 * radius)
        canvas.paint(canvas.circle_mask(x, y, inner) & canvas.rect_mask(right), ground)


def marked_width(canvas: Canvas, text: str, face: str = "medium", size: float = 15, radius: float = 5.5) -> float:
    """Width in units of a mark with words."""
    return canvas.width(text, face, size) + 2 * radius + GAP


def marked_text(
    canvas: Canvas, x: float, y: float, known: Mark, text: str, face: str = "medium", size: float = 15,
    colour: Paint = "mute", sign: Paint | None = None, ground: Paint = "light", across: Across = "left",
    radius: float = 5.5, most: float = 0,
) -> float:  # fmt: skip
    """A mark with words; y: the middle of their capitals. sign: the mark's colour, if not that of the words.

    most: widest that both may be; words that do not fit are cut. Returns the width in units.
    """
    room = max(0.0, most - 2 * radius - GAP) if most else 0.0
    text = canvas.cut(text, face, size, room) if room else text
    wide = marked_width(canvas, text, face, size, radius)
    left = x - {"left": 0.0, "centre": wide / 2, "right": wide}[across]
    mark(canvas, left + radius, y, known, radius, colour if sign is None else sign, ground)
    canvas.text(left + 2 * radius + GAP, y, text, face, size, colour, down="middle")
    return wide


def hand(canvas: Canvas, x: float, y: float, size: float, colour: Paint, ground: Paint, spent: bool = False) -> None:
    """A hand, top left at (x, y); a spent one is struck through."""
    icon(canvas, "hand", x, y, size, colour, ground)
    if spent:
        k = size / 24
        stroke = [(x + 1.5 * k, y + 22.5 * k), (x + 22.5 * k, y + 2 * k)]
        canvas.line(stroke, 5.8 * k, ground)
        canvas.line(stroke, 2.3 * k, colour)


def hands_row(
    canvas: Canvas, x: float, y: float, total: int, left: int, size: float = 24, colour: Paint = "amber",
    spent: Paint = "muted", ground: Paint = "ink", gap: float = 6,
) -> float:  # fmt: skip
    """The hands of a day, those that are spent struck through; returns the width in units."""
    for nth in range(total):
        hand(canvas, x + nth * (size + gap), y, size, colour if nth < left else spent, ground, nth >= left)
    return max(0.0, total * (size + gap) - gap)


def price_width(canvas: Canvas, hands: int, authority: str = "") -> float:
    """Width in units of a price tag."""
    return 10 + 18 * hands + (canvas.width(authority, "semi", 16) + 22 if authority else 0) + (2 if hands else 0)


def price_tag(
    canvas: Canvas, x: float, y: float, hands: int = 1, authority: str = "", height: float = 24, ground: Paint = "red",
    colour: Paint = "paper", across: Across = "left",
) -> float:  # fmt: skip
    """What an order costs: hands, and authority as text (empty: none is asked); returns the width in units."""
    wide = price_width(canvas, hands, authority)
    left = x - {"left": 0.0, "centre": wide / 2, "right": wide}[across]
    right, foot = left + wide, y + height
    canvas.polygon([(left, y), (right, y), (right, foot - 7), (right - 7, foot), (left, foot)], ground)
    at = left + 6
    for _ in range(hands):
        hand(canvas, at, y + height / 2 - 8, 16, colour, ground)
        at += 18
    if authority:
        at += 2 if hands else 0
        icon(canvas, "star", at, y + height / 2 - 8.5, 16, colour, ground)
        canvas.text(at + 20, y + height / 2, authority, "semi", 16, colour, down="middle")
    return wide


def pips(
    canvas: Canvas, x: float, y: float, full: int, total: int = 5, size: float = 11, gap: float = 4,
    colour: Paint = "red", empty: Paint = "dark",
) -> float:  # fmt: skip
    """A small number as squares, the full ones in the colour; returns the width in units."""
    for nth in range(total):
        place = Rect(x + nth * (size + gap), y, size, size)
        canvas.rect(place, colour if nth < full else empty)
    return max(0.0, total * (size + gap) - gap)


def number_disc(
    canvas: Canvas, x: float, y: float, number: str, radius: float = 15, ground: Paint = "red", colour: Paint = "paper"
) -> None:
    """A number in a disc about (x, y)."""
    canvas.circle(x, y, radius, ground)
    canvas.text(x, y + 0.5, number, "head", max(15.0, radius * 1.18), colour, "centre", "middle")


@dataclass(frozen=True, slots=True)
class Step:
    """One of several things to do in turn. done: it has been; now: it is what comes next."""

    title: str
    note: str = ""
    done: bool = False
    now: bool = False


def step_chevrons(canvas: Canvas, rect: Rect, steps: Sequence[Step]) -> None:
    """Steps side by side as numbered chevrons that point to the right and fill a rectangle."""
    point = min(14.0, rect.h * 0.27)
    for nth, (step, place) in enumerate(zip(steps, rect.inset(1.5).columns(len(steps), 2), strict=True)):
        left, right, middle = place.x, place.right - point * 0.1, place.y + place.h / 2
        outline = [(left, place.y), (right - point, place.y), (right, middle), (right - point, place.bottom),
                   (left, place.bottom), *([(left + point, middle)] if nth else [])]  # fmt: skip
        canvas.polygon(outline, "dark" if step.done else "light")
        canvas.line(outline, 3 if step.now else 2, "ochre" if step.now else "ink", closed=True)
        _step_words(canvas, place, point, nth, step)


def _step_words(canvas: Canvas, place: Rect, point: float, nth: int, step: Step) -> None:
    middle, radius = place.y + place.h / 2, min(14.0, place.h * 0.31)
    at = place.x + point + radius + 6
    number_disc(
        canvas, at, middle, str(nth + 1), radius, "line" if step.done else "red", "ink" if step.done else "paper"
    )
    words = at + radius + 8
    room = place.right - point - words
    if not step.note:
        canvas.text(words, middle, step.title, "head", 18, "ink", down="middle", most=room)
        return
    canvas.text(words, middle - 15, step.title, "head", 18, "ink", most=room)
    canvas.text(words, middle + 6, step.note, "medium", 15, "ink", most=room)


PageState = Literal["known", "half", "blank"]


def file_page(canvas: Canvas, rect: Rect, state: PageState) -> None:
    """A page of a file: one that was read, one read in part, or one of which only the place is known."""
    if state == "blank":
        canvas.rect(rect, "paper")
        edge = rect.inset(1)
        corners = [(edge.x, edge.y), (edge.right, edge.y), (edge.right, edge.bottom), (edge.x, edge.bottom)]
        canvas.line(corners, 2, "line", closed=True, dash=(5, 4))
        return
    fold = rect.w * 0.2
    canvas.polygon([(rect.x, rect.y), (rect.right - fold, rect.y), (rect.right, rect.y + fold),
                    (rect.right, rect.bottom), (rect.x, rect.bottom)], "ink")  # fmt: skip
    canvas.polygon(
        [(rect.right - fold, rect.y), (rect.right, rect.y + fold), (rect.right - fold, rect.y + fold)], "line"
    )
    pitch = (rect.h - fold - 6) / 4
    for nth, share in enumerate((1, 0.8, 0.9, 0.5)):
        line = Rect(rect.x + 5, rect.y + fold + 4 + nth * pitch, (rect.w - 10) * share, min(2.6, pitch * 0.5))
        canvas.rect(line, "paper" if state == "known" or nth < 2 else "soot")


TokenState = Literal["free", "claimed", "placed"]


def reserve_token(canvas: Canvas, x: float, y: float, radius: float, state: TokenState, letter: str = "") -> None:
    """An army of the reserve about (x, y): free a disc, claimed a hatched one, placed a square.

    letter: of the proposal that claims it, or of the place; at most two.
    """
    if state == "placed":
        canvas.rect(Rect(x - radius, y - radius, 2 * radius, 2 * radius), "steel")
    elif state == "claimed":
        disc = canvas.circle_mask(x, y, radius)
        canvas.paint(disc, canvas.palette.mix("red", "light", 0.75))
        canvas.hatch(disc, "red", 5, 1.5)
        canvas.circle(x, y, radius, "red", 2.2)
        canvas.circle(x, y, radius * 0.64, "light")
    else:
        canvas.circle(x, y, radius, "red")
    if letter:
        canvas.text(x, y + 0.5, letter, "head", 16, "ink" if state == "claimed" else "paper", "centre", "middle")
    elif state == "free":
        icon(canvas, "infantry", x - radius * 0.6, y - radius * 0.6, radius * 1.2, "paper", "red")
