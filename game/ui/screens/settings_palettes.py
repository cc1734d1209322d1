"""The sets of colours to choose from, each shown by a small poster in its own colours."""

from __future__ import annotations

from game.language.words import Words
from game.ui.app.preferences import prefer
from game.ui.app.stage import Stage
from game.ui.art.marks import mark
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Act, Group, Node, Status
from game.ui.kit.palette import VARIANTS, palette
from game.ui.kit.rect import Rect
from game.views.told import Mark

CAPTION = 34.0
MARKS: tuple[Mark, ...] = ("measured", "reported", "guessed")


def palettes(stage: Stage, place: Rect) -> Group:
    """A card for each set; the chosen one is framed."""
    nodes = [
        _card(stage.words, name, at, name == stage.settings.colours, _choose(stage, name))
        for name, at in zip(VARIANTS, _places(place, len(VARIANTS)), strict=True)
    ]
    return Group(rect=place, key="palettes", children=nodes)


def _places(place: Rect, count: int) -> list[Rect]:
    """Side by side in a low place, else in two rows."""
    if place.h < 250 or place.w > 2.6 * place.h:
        return list(place.columns(count, 14))
    half = -(-count // 2)
    return [at for row in place.rows(2, 14) for at in row.columns(half, 14)][:count]


def _choose(stage: Stage, name: str) -> Act:
    return lambda: prefer(stage, colours=name)


def _card(words: Words, name: str, place: Rect, on: bool, act: Act) -> Node:
    title = words(f"settings.colours_{name}")

    def draw_card(canvas: Canvas, whole: Rect, status: Status) -> None:
        own = Canvas(canvas.surface, canvas.scale, palette(name), canvas.fonts, canvas.origin)
        poster = whole.within(bottom=CAPTION)
        with own.clipped(own.rect_mask(poster)):
            _poster(own, poster)
        caption = Rect(0, whole.h - CAPTION, whole.w, CAPTION)
        canvas.rect(caption, "ink" if on else "dark" if status.hover else "paper")
        canvas.text(12, caption.y + CAPTION / 2, title, "semi", canvas.fitted(title, "semi", 17, whole.w - 24),
                    "paper" if on else "ink", down="middle", most=whole.w - 24)  # fmt: skip
        canvas.box(whole, "ochre" if on else "ink", 4 if on else 2)

    return Pressable(rect=place, key=name, what=(title, on), draw=draw_card, act=act, here=on)


def _poster(canvas: Canvas, place: Rect) -> None:
    """A front with both sides, the wedge, a pocket, marks: all that colours must tell apart."""
    x, y, w, h = place.x, place.y, place.w, place.h
    canvas.rect(place, "paper")
    enemy = canvas.polygon_mask([(x, y), (x + w * 0.4, y), (x + w * 0.26, y + h), (x, y + h)])
    canvas.paint(enemy, "fog")
    canvas.hatch(enemy, "axis", 10, 1.5, 0, 0.5)
    canvas.line([(x + w * 0.4, y), (x + w * 0.26, y + h)], 5, "ussr")
    size = min(w, h) * 0.1
    for share in (0.28, 0.52, 0.76):
        canvas.rect(Rect(x + w * 0.12 - size * 0.8, y + h * share - size * 0.8, size * 1.6, size * 1.6), "axis")
        canvas.circle(x + w * 0.45, y + h * share, size * 0.9, "ussr")
    radius = min(w * 0.15, h * 0.26)
    canvas.circle(x + w * 0.74, y + h * 0.44, radius, "ink")
    canvas.polygon([(x + w * 0.48, y + h * 0.94), (x + w * 0.58, y + h), (x + w * 0.76, y + h * 0.42)], "red")
    canvas.polygon([(x + w * 0.58, y + h), (x + w * 0.68, y + h), (x + w * 0.76, y + h * 0.42)], "deep")
    for nth, token in enumerate(("ochre", "west", "china")):
        canvas.rect(Rect(x + w - size * 1.8, y + h - size * (1.8 + 1.4 * nth), size * 1.2, size * 1.1), token)
    for nth, kind in enumerate(MARKS):
        mark(canvas, x + w - size * (1.2 + 1.5 * nth), y + size * 1.1, kind, size * 0.55, "ink", "paper")
