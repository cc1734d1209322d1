"""The front page of the day's newspaper: large, as it is read, and small, as it lies on the desk."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from game.ui.art.paper import paper
from game.ui.art.scenes.catalogue import draw_scene
from game.ui.art.setting import (
    LEAST,
    cap_height,
    draw_headline,
    draw_lines,
    ends,
    headline,
    kept,
    shrunk,
    stack,
)
from game.ui.kit.canvas import LEADING, Canvas
from game.ui.kit.rect import Rect

Article = tuple[str, str]
"""Heading, which may be empty, and text."""

BODY = (17.0, 16.5, 16.0, 15.5, LEAST)
"""Sizes of the text, the largest that fits is taken."""

PICTURES = (0.35, 0.27, 0.2)
"""Heights of the illustration over that of the page, the first that leaves the text room is taken."""

FEWEST_LINES = 4
"""The illustration gives way to so many lines of text."""

GAP = 22.0
"""Between columns, design units."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands on every number."""

    name: str = "КРАСНАЯ ЗАРЯ"
    slogan: str = "Workers of the world, unite!"
    price: str = "Price 10 kop."
    organ: str = "The Red Dawn · Organ of the Central Committee"


@dataclass(frozen=True, slots=True)
class Page:
    """What is printed. scene: name in the catalogue; columns: one to three articles; box: the black call-out.

    The first article begins with a large letter if it has no heading and begins with a letter at all.
    """

    number: str
    date: str
    title: str
    subtitle: str
    scene: str
    seed: int = 0
    caption: str = ""
    columns: tuple[Article, ...] = ()
    box: Article = ("", "")
    masthead: Masthead = Masthead()


def front_page(canvas: Canvas, rect: Rect, page: Page) -> None:
    """The page on its stack in a place at least 420 by 420 units large."""
    sheet = stack(canvas, rect)
    paper(canvas, sheet, page.seed)
    pad = max(16.0, min(32.0, sheet.w * 0.041))
    inner = sheet.within(pad, pad * 0.62, pad, pad * 0.62)
    y = _masthead(canvas, inner, page)
    y = _titles(canvas, inner, y, page)
    rest = Rect(inner.x, y, inner.w, inner.bottom - y)
    caption = 33.0 if page.caption else 14.0
    cells = _cells(page)
    room = rest.h - caption
    rooms = [room - sheet.h * share for share in PICTURES]
    size = shrunk(BODY, lambda s: _need(canvas, rest.w, cells, s), rooms)
    tall = max(room - _need(canvas, rest.w, cells, size), sheet.h * PICTURES[-1])
    tall = max(1.0, min(tall, room - FEWEST_LINES * size * LEADING))
    picture, below = rest.split_top(tall)
    _picture(canvas, picture, page, 3)
    if page.caption:
        canvas.text(picture.x, picture.bottom + 9, page.caption, "news", 15.5, "mute", most=picture.w)
    _columns(canvas, below.within(top=caption), cells, size)


def _masthead(canvas: Canvas, inner: Rect, page: Page) -> float:
    """Name, rules, number and date; returns the y below."""
    x, y, wide, head = inner.x, inner.y, inner.w, page.masthead
    fine = 16.0 if wide > 600 else LEAST
    ends(canvas, x, y, wide, (page.number, head.slogan, head.price), fine)
    y += fine + 5
    canvas.rect(Rect(x, y, wide, 1.5), "ink")
    track = 4 * wide / 720
    size = canvas.fitted(head.name, "news_bold", wide * 0.113, wide - 16, track=track)
    tall = cap_height(canvas, "news_bold", size)
    y += tall * 0.3 + 1.5
    canvas.text(x + wide / 2, y, head.name, "news_bold", size, "ink", "centre", track=track)
    y += tall * 1.22
    canvas.rect(Rect(x, y, wide, 4), "ink")
    canvas.rect(Rect(x, y + 6, wide, 1.5), "ink")
    free = wide - canvas.width(page.date, "news", fine) - 20
    organs = (head.organ, head.organ.split(" · ")[0], "")
    organ = next(name for name in organs if not name or canvas.width(name, "news", fine) <= free)
    ends(canvas, x, y + 16, wide, (organ, "", page.date), fine)
    canvas.rect(Rect(x, y + 21 + fine, wide, 1.5), "ink")
    return y + 21 + fine


def _titles(canvas: Canvas, inner: Rect, y: float, page: Page) -> float:
    """Headline and the line below it; returns the y below."""
    wide = inner.w
    title = headline(canvas, page.title.upper(), wide - 2, (wide * 0.14, wide * 0.1, wide * 0.075), wide * 0.066)
    y = draw_headline(canvas, inner.x, y + 16, wide, title)
    if not page.subtitle:
        return y + 15
    text = page.subtitle.upper()
    size = canvas.fitted(text, "head_light", 21, wide)
    lines = kept(canvas, canvas.lines(text, "head_light", size, wide), 2, "head_light", size, wide)
    return draw_lines(canvas, inner.x, y + 17, wide, lines, "head_light", size, "deep", centred=True) + 6


def _picture(canvas: Canvas, rect: Rect, page: Page, frame: float) -> None:
    draw_scene(canvas, rect, page.scene, page.seed)
    canvas.box(rect, "ink", frame)


# columns --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Cell:
    """A column: an article, with a large first letter, or in the black box."""

    article: Article
    large: bool = False
    box: bool = False


def _cells(page: Page) -> tuple[_Cell, ...]:
    cells = [
        _Cell(article, nth == 0 and not article[0] and article[1][:1].isalpha())
        for nth, article in enumerate(page.columns)
    ]
    if page.box[0] or page.box[1]:
        cells.append(_Cell(page.box, box=True))
    return tuple(cells)


def _need(canvas: Canvas, wide: float, cells: Sequence[_Cell], size: float) -> float:
    """How high the highest of the columns stands at a size of type."""
    widths = _widths(wide, cells)
    return max((_height(canvas, cell, column, size) for cell, column in zip(cells, widths, strict=True)), default=0.0)


def _widths(wide: float, cells: Sequence[_Cell]) -> list[float]:
    """Widths of the columns: a longer article has a wider one."""
    lengths = [len(cell.article[0]) + len(cell.article[1]) + 30 for cell in cells]
    mean = sum(lengths) / max(1, len(lengths))
    shares = [min(1.5, max(0.8, math.sqrt(length / mean))) for length in lengths]
    room = wide - GAP * (len(cells) - 1)
    return [room * share / sum(shares) for share in shares]


def _height(canvas: Canvas, cell: _Cell, wide: float, size: float) -> float:
    heading, text = cell.article
    if cell.box:
        lines = len(canvas.lines(text, "medium", max(LEAST, size - 1), wide - 24)) if text else 0
        titles = len(canvas.lines(heading, "head", size + 2, wide - 24)) if heading else 0
        return 28 + titles * (size + 2) * LEADING + lines * max(LEAST, size - 1) * LEADING + 4
    titles = len(canvas.lines(heading, "news_bold", size + 1.5, wide)) if heading else 0
    return titles * (size + 1.5) * LEADING + len(_set(canvas, cell, wide, size)) * size * LEADING


def _set(canvas: Canvas, cell: _Cell, wide: float, size: float) -> list[str]:
    """The lines of an article; beside a large letter the first two are shorter."""
    text = cell.article[1]
    if not cell.large or not text:
        return canvas.lines(text, "news", size, wide) if text else []
    narrow = wide - _letter(canvas, text[0], size)[1]
    lines = canvas.lines(text[1:].lstrip(), "news", size, narrow)
    if len(lines) <= 2:
        return lines
    return [*lines[:2], *canvas.lines(" ".join(lines[2:]), "news", size, wide)]


def _letter(canvas: Canvas, letter: str, size: float) -> tuple[float, float]:
    """Size of a large first letter, two lines high, and the width that it takes with its gap."""
    tall = size * LEADING + cap_height(canvas, "news", size)
    big = 60.0 * tall / cap_height(canvas, "news_bold", 60.0)
    return big, canvas.width(letter, "news_bold", big) + 7


def _columns(canvas: Canvas, rect: Rect, cells: Sequence[_Cell], size: float) -> None:
    """All columns side by side, each cut at the foot of the page if it must be."""
    rest = rect
    for nth, (cell, wide) in enumerate(zip(cells, _widths(rect.w, cells), strict=True)):
        place, rest = rest.split_left(wide, GAP)
        if nth and not cell.box:
            canvas.rect(Rect(place.x - GAP / 2, place.y, 1, place.h), "line")
        (_box if cell.box else _article)(canvas, place, cell, size)


def _article(canvas: Canvas, rect: Rect, cell: _Cell, size: float) -> None:
    y, pitch = rect.y + 2, size * LEADING
    heading = cell.article[0]
    if heading:
        big = size + 1.5
        titles = kept(canvas, canvas.lines(heading, "news_bold", big, rect.w), 2, "news_bold", big, rect.w)
        y = draw_lines(canvas, rect.x, y, rect.w, titles, "news_bold", big, "ink")
    lines = kept(canvas, _set(canvas, cell, rect.w, size), int((rect.bottom - y + 4) / pitch), "news", size, rect.w)
    if not cell.large or not lines:
        draw_lines(canvas, rect.x, y, rect.w, lines, "news", size, "ink")
        return
    big, taken = _letter(canvas, cell.article[1][0], size)
    canvas.text(rect.x - 1, y, cell.article[1][0], "news_bold", big, "red")
    y = draw_lines(canvas, rect.x + taken, y, rect.w - taken, lines[:2], "news", size, "ink")
    draw_lines(canvas, rect.x, y, rect.w, lines[2:], "news", size, "ink")


def _box(canvas: Canvas, rect: Rect, cell: _Cell, size: float) -> None:
    rect, below = rect.split_top(rect.h if rect.h < _height(canvas, cell, rect.w, size) + 60
                                 else _height(canvas, cell, rect.w, size) + 4, 14)  # fmt: skip
    _ornament(canvas, below)
    canvas.rect(rect, "ink")
    inner, (title, text) = rect.within(12, 14, 12, 8), cell.article
    y, small = inner.y, max(LEAST, size - 1)
    if title:
        room = max(1, min(2, int((inner.bottom - y) / ((size + 2) * LEADING))))
        titles = kept(canvas, canvas.lines(title, "head", size + 2, inner.w), room, "head", size + 2, inner.w)
        y = draw_lines(canvas, inner.x, y, inner.w, titles, "head", size + 2, "amber") + 2
    lines = canvas.lines(text, "medium", small, inner.w) if text else []
    lines = kept(canvas, lines, int((inner.bottom - y + 5) / (small * LEADING)), "medium", small, inner.w)
    draw_lines(canvas, inner.x, y, inner.w, lines, "medium", small, "paper")


def _ornament(canvas: Canvas, rect: Rect) -> None:
    """A wedge in a circle, where a column ends early."""
    radius = min(rect.h / 2, rect.w / 4, 34.0)
    if radius < 14:
        return
    x, y = rect.x + rect.w * 0.62, rect.bottom - radius - 2
    canvas.rect(Rect(rect.x, y - 0.8, rect.w, 1.6), "line")
    canvas.circle(x, y, radius, "ink")
    canvas.polygon([(x + radius * 0.25, y), (rect.x, y - radius * 0.7), (rect.x, y + radius * 0.7)], "red", ink=True)


# the page on the desk -------------------------------------------------------------------------------------------------


def small_page(canvas: Canvas, rect: Rect, page: Page, foot: float = 36) -> Rect:
    """The page folded on a desk, 200 units wide or more: its columns are lines only.

    foot: height of a black bar at its foot, 0 for none; returns the place of the bar, for the caller to write on.
    """
    sheet = stack(canvas, rect, 0.35)
    paper(canvas, sheet, page.seed, "light")
    bar, body = sheet.split_bottom(foot)
    inner = body.within(18, 18, 18, 10)
    x, y, wide = inner.x, inner.y, inner.w
    size = canvas.fitted(page.masthead.name, "news_bold", wide * 0.112, wide - 6, track=2)
    canvas.text(x + wide / 2, y, page.masthead.name, "news_bold", size, "ink", "centre", track=2)
    y += cap_height(canvas, "news_bold", size) + 9
    canvas.rect(Rect(x, y, wide, 3), "ink")
    canvas.rect(Rect(x, y + 5, wide, 1.2), "ink")
    canvas.text(x + wide / 2, y + 14, page.date, "news", LEAST, "ink", "centre", most=wide)
    canvas.rect(Rect(x, y + 34, wide, 1.2), "ink")
    title = headline(canvas, page.title.upper(), wide, (wide * 0.2, wide * 0.17, wide * 0.135), wide * 0.13)
    colours = ["ink"] * (len(title.lines) - 1) + ["red" if len(title.lines) > 1 else "ink"]
    y = draw_headline(canvas, x, y + 44, wide, title, colours) + 12
    left = inner.bottom - y
    picture = Rect(x, y, wide, max(40.0, min(left, max(left * 0.7, left - 64))))
    _picture(canvas, picture, page, 2)
    _greeked(canvas, Rect(x, picture.bottom + 11, wide, inner.bottom - picture.bottom - 9))
    if foot:
        canvas.rect(bar, "ink")
    return bar


def _greeked(canvas: Canvas, rect: Rect) -> None:
    """Two columns of lines without words."""
    for place in rect.columns(2, 12):
        for nth in range(int(rect.h / 9)):
            canvas.rect(Rect(place.x, place.y + nth * 9, place.w * (0.7 if nth % 4 == 3 else 1), 3), "line")
