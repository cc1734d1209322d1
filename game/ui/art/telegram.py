"""A telegram: tape glued to a form, for what no newspaper would print."""

from __future__ import annotations

from dataclasses import dataclass

from game.ui.art.newspaper import Page
from game.ui.art.paper import paper
from game.ui.art.scenes.catalogue import draw_scene
from game.ui.art.setting import LEAST, cap_height, draw_lines, headline, kept, shrunk, stack
from game.ui.kit.canvas import LEADING, Canvas
from game.ui.kit.rect import Rect

SIZES = (18.0, 17.5, 17.0, 16.5, 16.0, 15.5, LEAST)
"""Sizes of the words on the tape, the largest that fits is taken."""

STRIP = 1.62
"""Pitch of strips over the size of their words."""

PICTURES = (0.35, 0.27, 0.2)
"""Heights of the illustration over that of the page, the first that leaves the text room is taken."""


@dataclass(frozen=True, slots=True)
class Form:
    """What is printed on every form."""

    name: str = "ТЕЛЕГРАММА"
    line: str = "Government line · into his hands"


def telegram(canvas: Canvas, rect: Rect, page: Page, form: Form | None = None) -> None:
    """The same contents as a front page, on a form, in a place at least 420 by 420 units large."""
    sheet = stack(canvas, rect)
    paper(canvas, sheet, page.seed, "dark")
    canvas.polygon([(sheet.x, sheet.y), (sheet.x + 54, sheet.y), (sheet.x, sheet.y + 130)], "red", ink=True)
    pad = max(20.0, min(36.0, sheet.w * 0.046))
    inner = sheet.within(pad, pad * 0.7, pad, pad * 0.7)
    y = _head(canvas, inner, page, form or Form())
    y = _title(canvas, inner, y, page)
    rest = Rect(inner.x, y, inner.w, inner.bottom - y)
    note = min(_note_height(canvas, rest.w, page), max(0.0, rest.h * 0.34))
    gap = 34.0 if page.caption else 14.0
    room = rest.h - note - gap
    rooms = [room - sheet.h * share for share in PICTURES]
    size = shrunk(SIZES, lambda s: _tape_height(canvas, rest.w, page, s), rooms)
    tall = max(room - _tape_height(canvas, rest.w, page, size), sheet.h * PICTURES[-1])
    tall = max(1.0, min(tall, room - 2 * size * STRIP))
    picture, below = rest.split_top(tall)
    draw_scene(canvas, picture, page.scene, page.seed)
    canvas.box(picture, "ink", 2)
    canvas.text(picture.x, picture.bottom + 9, page.caption, "news", 15.5, "mute", most=picture.w)
    bar, tape = below.within(top=gap).split_bottom(note)
    _tape(canvas, tape, page, size)
    _note(canvas, bar, page)


def _head(canvas: Canvas, inner: Rect, page: Page, form: Form) -> float:
    """Name of the form, number and date in their fields; returns the y below."""
    left = inner.x + 34
    size = canvas.fitted(form.name, "news_bold", 38, inner.w * 0.5, track=3)
    canvas.text(left, inner.y + 4, form.name, "news_bold", size, "ink", track=3)
    tall = cap_height(canvas, "news_bold", size)
    canvas.text(left, inner.y + tall + 16, form.line, "news", 15.5, "ink", most=inner.w * 0.55)
    field = Rect(inner.right - inner.w * 0.36, inner.y, inner.w * 0.36, 25)
    for text in (page.number, page.date):
        canvas.rect(field, "light")
        canvas.text(field.right - 8, field.y + field.h / 2, text, "semi", LEAST, "ink", "right", "middle",
                    most=field.w - 16)  # fmt: skip
        field = field.moved(0, 29)
    y = inner.y + max(tall + 34, 60)
    canvas.rect(Rect(inner.x, y, inner.w, 2), "ink")
    return y + 2


def _title(canvas: Canvas, inner: Rect, y: float, page: Page) -> float:
    """The headline on strips of its own, and the line below it; returns the y below."""
    wide = inner.w - 28
    share = min(1.0, inner.h / 700)
    title = headline(canvas, page.title.upper(), wide, (64 * share, 54 * share, 44 * share), 40 * share)
    tall, y = cap_height(canvas, "display", title.size), y + 14
    for nth, line in enumerate(title.lines):
        x = inner.x + (6 if nth % 2 else 0)
        canvas.rect(Rect(x, y, min(inner.w, canvas.width(line, "display", title.size) + 28), tall + 20), "light")
        canvas.text(x + 14, y + 10, line, "display", title.size, "ink", most=wide)
        y += tall + 24
    if not page.subtitle:
        return y + 8
    size = canvas.fitted(page.subtitle, "head_light", 20, inner.w)
    lines = kept(canvas, canvas.lines(page.subtitle, "head_light", size, inner.w), 2, "head_light", size, inner.w)
    return draw_lines(canvas, inner.x, y + 9, inner.w, lines, "head_light", size, "deep") + 6


def small_telegram(canvas: Canvas, rect: Rect, page: Page, form: Form | None = None, foot: float = 36) -> Rect:
    """The form folded on a desk, 200 units wide or more: of the tape only the headline can be read.

    foot: height of a black bar at its foot, 0 for none; returns the place of the bar, for the caller to write on.
    """
    sheet = stack(canvas, rect, 0.35)
    paper(canvas, sheet, page.seed, "dark")
    bar, body = sheet.split_bottom(foot)
    canvas.polygon([(body.x, body.y), (body.x + 26, body.y), (body.x, body.y + 62)], "red", ink=True)
    inner = body.within(18, 16, 18, 10)
    x, y, wide = inner.x, inner.y, inner.w
    name = (form or Form()).name
    size = canvas.fitted(name, "news_bold", wide * 0.09, wide - 40, track=2)
    canvas.text(x + wide / 2 + 8, y, name, "news_bold", size, "ink", "centre", track=2)
    y += cap_height(canvas, "news_bold", size) + 9
    canvas.rect(Rect(x, y, wide, 2), "ink")
    canvas.text(x + wide / 2, y + 10, page.date, "news", LEAST, "ink", "centre", most=wide)
    title = headline(canvas, page.title.upper(), wide - 18, (wide * 0.19, wide * 0.16, wide * 0.125), wide * 0.12)
    tall, y = cap_height(canvas, "display", title.size), y + 32
    for nth, line in enumerate(title.lines):
        canvas.rect(Rect(x, y, min(wide, canvas.width(line, "display", title.size) + 18), tall + 13), "light")
        colour = "deep" if nth and nth == len(title.lines) - 1 else "ink"
        canvas.text(x + 9, y + 6.5, line, "display", title.size, colour, most=wide - 18)
        y += tall + 16
    left = inner.bottom - y - 6
    picture = Rect(x, y + 6, wide, max(30.0, min(left, max(left * 0.7, left - 64))))
    draw_scene(canvas, picture, page.scene, page.seed)
    canvas.box(picture, "ink", 2)
    for nth in range(int((inner.bottom - picture.bottom - 8) / 13)):
        canvas.rect(Rect(x, picture.bottom + 10 + nth * 13, wide * (0.55 if nth % 3 == 2 else 1), 8), "light")
    if foot:
        canvas.rect(bar, "ink")
    return bar


# the tape -------------------------------------------------------------------------------------------------------------


def _words(canvas: Canvas, wide: float, page: Page, size: float) -> list[tuple[str, bool]]:
    """The lines on the tape, and whether each is a heading."""
    out: list[tuple[str, bool]] = []
    for heading, text in page.columns:
        if heading:
            out += [(line, True) for line in canvas.lines(heading.upper(), "semi", size, wide - 26)]
        if text:
            out += [(line, False) for line in canvas.lines(text, "medium", size, wide - 26)]
    return out


def _tape_height(canvas: Canvas, wide: float, page: Page, size: float) -> float:
    return len(_words(canvas, wide, page, size)) * size * STRIP + 6


def _tape(canvas: Canvas, rect: Rect, page: Page, size: float) -> None:
    pitch, words = size * STRIP, _words(canvas, rect.w, page, size)
    most = max(0, int((rect.h + 4) / pitch))
    lines = kept(canvas, [text for text, _ in words], most, "medium", size, rect.w - 26)
    for nth, line in enumerate(lines):
        heading = words[nth][1]
        face = "semi" if heading else "medium"
        x, y = rect.x + (0, 5, 2)[nth % 3], rect.y + nth * pitch
        strip = Rect(x, y, min(rect.w - 5, canvas.width(line, face, size) + 20), pitch - 4)
        canvas.rect(strip, "ink" if heading else "light")
        canvas.text(x + 10, y + strip.h / 2, line, face, size, "paper" if heading else "ink", down="middle",
                    most=rect.w - 25)  # fmt: skip


# the note below -------------------------------------------------------------------------------------------------------


def _note_height(canvas: Canvas, wide: float, page: Page) -> float:
    title, text = page.box
    if not title and not text:
        return 0.0
    lines = min(3, len(canvas.lines(text, "medium", 16, wide - 32))) if text else 0
    return 26 + (18 * LEADING if title else 0) + lines * 16 * LEADING


def _note(canvas: Canvas, rect: Rect, page: Page) -> None:
    title, text = page.box
    if not title and not text:
        return
    canvas.rect(rect, "ink")
    canvas.polygon([(rect.right - 40, rect.bottom), (rect.right, rect.bottom - 40), (rect.right, rect.bottom)], "red")
    x, y, wide = rect.x + 16, rect.y + 15, rect.w - 32
    if title:
        canvas.text(x, y, title, "head", 18, "amber", most=wide)
        y += 18 * LEADING + 2
    room = min(3, int((rect.bottom - y) / (16 * LEADING)))
    lines = kept(canvas, canvas.lines(text, "medium", 16, wide), room, "medium", 16, wide) if text else []
    draw_lines(canvas, x, y, wide, lines, "medium", 16, "paper")
