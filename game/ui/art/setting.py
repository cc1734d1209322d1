"""Setting type: headlines that fill their measure, columns that fit their height, sheets lying under a page."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.ui.kit.canvas import LEADING, Canvas, Paint
from game.ui.kit.rect import Point, Rect

LEAST = 15.0
"""Smallest type, design units."""

CLOSE, LOOSE = 1.2, 1.42
"""Pitch of a headline's lines over the height of capitals: usual, and where a letter hangs below a line."""


@dataclass(frozen=True, slots=True)
class Headline:
    """Lines of a headline and the size at which they fill the measure."""

    lines: tuple[str, ...]
    size: float


def cap_height(canvas: Canvas, face: str, size: float) -> float:
    """Height of capitals in units."""
    top, foot = canvas.fonts.caps(face, max(6, round(size * canvas.k)))
    return (foot - top) / canvas.k


def headline(canvas: Canvas, text: str, wide: float, largest: Sequence[float], enough: float) -> Headline:
    """A headline in as few lines as give it a size of `enough`; largest: most for one line, two, three."""
    best = Headline((text,), 0.0)
    for count, most in enumerate(largest, 1):
        lines = balanced(canvas, text, count)
        size = min(canvas.fitted(line, "display", most, wide, 1.0) for line in lines)
        if size > best.size:
            best = Headline(lines, size)
        if size >= enough or len(lines) < count:
            break
    return Headline(best.lines, max(best.size, LEAST))


def balanced(canvas: Canvas, text: str, count: int) -> tuple[str, ...]:
    """A text in at most `count` lines of which the longest is as short as can be."""
    words = text.split()
    if count <= 1 or len(words) <= 1:
        return (" ".join(words),)

    def measure(words: Sequence[str]) -> float:
        return canvas.width(" ".join(words), "display", 40)

    splits = [(words[:at], balanced(canvas, " ".join(words[at:]), count - 1)) for at in range(1, len(words))]
    first, rest = min(splits, key=lambda s: max(measure(s[0]), *(measure([line]) for line in s[1])))
    return (" ".join(first), *rest)


def draw_headline(
    canvas: Canvas, x: float, y: float, wide: float, title: Headline, colours: Sequence[Paint] = ("ink",)
) -> float:
    """Draw it from the top of its capitals on; returns the y of its last base line. colours: of the lines in turn."""
    tall = cap_height(canvas, "display", title.size)
    pitch = LOOSE if any(mark in line for line in title.lines[:-1] for mark in ",;Q") else CLOSE
    for nth, line in enumerate(title.lines):
        colour = colours[min(nth, len(colours) - 1)]
        canvas.text(x, y, line, "display", title.size, colour, most=wide)
        y += tall * pitch
    return y - tall * (pitch - 1)


def draw_lines(
    canvas: Canvas, x: float, y: float, wide: float, lines: Sequence[str], face: str, size: float, colour: Paint,
    centred: bool = False,
) -> float:  # fmt: skip
    """Lines one below the other, each cut where a single word is too long; returns the y below them."""
    for line in lines:
        if centred:
            canvas.text(x + wide / 2, y, line, face, size, colour, "centre", most=wide)
        else:
            canvas.text(x, y, line, face, size, colour, most=wide)
        y += size * LEADING
    return y


def kept(canvas: Canvas, lines: Sequence[str], most: int, face: str, size: float, wide: float) -> list[str]:
    """At most so many lines, the last then cut with an ellipsis."""
    if len(lines) <= most:
        return list(lines)
    if most <= 0:
        return []
    last = canvas.cut(lines[most - 1] + " …", face, size, wide) if most else ""
    return [*lines[: most - 1], last]


def shrunk(sizes: Sequence[float], need: Callable[[float], float], rooms: Sequence[float]) -> float:
    """The first of the sizes at which what is needed finds the first room, or else the second, and so on."""
    for room in rooms:
        for size in sizes:
            if need(size) <= room:
                return size
    return sizes[-1]


def ends(canvas: Canvas, x: float, y: float, wide: float, texts: tuple[str, str, str], size: float) -> None:
    """A line of newspaper type with texts at its left, middle and right; the middle gives way, then the left."""
    left, middle, right = texts
    taken = canvas.width(right, "news", size)
    canvas.text(x + wide, y, right, "news", size, "ink", "right", most=wide)
    room = wide - taken - 14
    if room > 40:
        taken = max(taken, canvas.text(x, y, left, "news", size, "ink", most=room) if left else 0.0)
    if middle and canvas.width(middle, "news", size) <= wide - 2 * taken - 28:
        canvas.text(x + wide / 2, y, middle, "news", size, "ink", "centre")


def turned_sheet(rect: Rect, dx: float, dy: float, angle: float) -> list[Point]:
    """The corners of a rectangle turned by an angle in degrees about its middle, and moved."""
    turn = math.radians(angle)
    cx, cy = rect.x + rect.w / 2 + dx, rect.y + rect.h / 2 + dy
    corners = (
        (-rect.w / 2, -rect.h / 2),
        (rect.w / 2, -rect.h / 2),
        (rect.w / 2, rect.h / 2),
        (-rect.w / 2, rect.h / 2),
    )
    return [
        (cx + u * math.cos(turn) - v * math.sin(turn), cy + u * math.sin(turn) + v * math.cos(turn)) for u, v in corners
    ]


def stack(canvas: Canvas, rect: Rect, shadow: float = 0.55) -> Rect:
    """Sheets under a page in a place; returns what remains for the page on top."""
    lean = 1.6 if rect.w > 500 else 1.3
    margin = max(rect.w, rect.h) / 2 * math.sin(math.radians(lean)) + 3
    page = rect.inset(margin)
    seen = _around(rect, page.inset(2))
    canvas.polygon_within(turned_sheet(page, margin * 0.5, margin * 0.6, lean * 0.6), seen, "ink", shadow)
    canvas.polygon_within(turned_sheet(page, margin * 0.2, 0, lean), seen, "line")
    canvas.polygon_within(turned_sheet(page, -margin * 0.1, 0, -lean * 0.65), seen, "dark")
    return page


def _around(rect: Rect, hole: Rect) -> tuple[Rect, ...]:
    """What of a rectangle lies round a hole in it."""
    return (
        Rect(rect.x, rect.y, rect.w, hole.y - rect.y), Rect(rect.x, hole.bottom, rect.w, rect.bottom - hole.bottom),
        Rect(rect.x, hole.y, hole.x - rect.x, hole.h), Rect(hole.right, hole.y, rect.right - hole.right, hole.h),
    )  # fmt: skip
