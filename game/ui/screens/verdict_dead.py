"""The foot of the verdict: the dead, set off against nothing; why each hand was raised; your orders."""

from __future__ import annotations

from collections.abc import Sequence

from game.language.dates import day_month
from game.language.words import Words
from game.ui.app.stage import Stage
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Group, Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.rich import RichText, Style, height_of
from game.ui.kit.scroll import BAR, Scroll
from game.views.telegraph import Item
from game.views.verdict import Grave

HEAD = 38.0
WORDS = Style(15.5, "body", "semi", "ink")
AIR = 7.0


def dead_panel(stage: Stage, graves: Sequence[Grave], place: Rect) -> Group:
    """The graves, with nothing beside them."""
    words = stage.words
    titles = words("verdict.dead").upper(), words("verdict.dead_note")
    lines = tuple((_grave(words, nth, grave), grave.count) for nth, grave in enumerate(graves))
    pitch = min(58.0, (place.h - HEAD - 16) / max(1, len(lines)))

    def draw_dead(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "light")
        canvas.box(whole, "ink", 2)
        canvas.rect(Rect(0, 0, whole.w, HEAD), "ink")
        end = canvas.text(16, HEAD / 2, titles[0], "display", 30, "paper", down="middle")
        canvas.text(
            whole.w - 16, HEAD / 2, titles[1], "medium", 15.5, "paper", "right", "middle", most=whole.w - end - 50
        )
        for nth, (name, count) in enumerate(lines):
            y = HEAD + 8 + pitch * (nth + 0.5)
            if nth:
                canvas.rect(Rect(16, y - pitch / 2, whole.w - 32, 1), "line")
            wide = canvas.text(whole.w - 16, y, count, "head", 20, "ink", "right", "middle")
            most = whole.w - wide - 48
            canvas.text(16, y, name, "head_light", canvas.fitted(name, "head_light", 18, most), "ink", down="middle",
                        most=most)  # fmt: skip

    return Group(rect=place, key="dead", children=[
        Picture(rect=place, key="graves", what=(titles, lines, pitch), draw=draw_dead),
    ])  # fmt: skip


def _grave(words: Words, nth: int, grave: Grave) -> str:
    key = f"verdict.grave.{nth}"
    return words(key) if words.has(key) else grave.text[:1].upper() + grave.text[1:]


def items_panel(stage: Stage, ui: Interface, key: str, items: Sequence[Item], place: Rect) -> Group:
    """What was done, in order: a list that scrolls. key: `hands` or `orders`."""
    words = stage.words
    title, count = words(f"verdict.{key}").upper(), str(len(items)) if items else ""
    texts = [_said(words, item) for item in items] or [words(f"verdict.none.{key}")]
    body = place.within(left=16, top=HEAD + 8, right=6, bottom=6)
    wide = body.w - BAR - 8
    nodes: list[Node] = []
    y = body.y
    for nth, text in enumerate(texts):
        high = height_of(text, wide, WORDS, ui.fonts, ui.measure.scale)
        nodes.append(RichText(rect=Rect(body.x, y, wide, high), key=f"item {nth}", text=text, style=WORDS))
        y += high + AIR

    def draw_plate(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "light")
        canvas.box(whole, "ink", 2)
        canvas.rect(Rect(0, 0, whole.w, HEAD), "ink")
        end = canvas.text(whole.w - 16, HEAD / 2, count, "head_light", 18, "muted", "right", "middle")
        canvas.text(16, HEAD / 2, title, "head_light", 19, "paper", down="middle", most=whole.w - 48 - end)

    return Group(rect=place, key=key, children=[
        Picture(rect=place, key="plate", what=(title, count), draw=draw_plate),
        Scroll(rect=body, key=f"list {key}", height=y - body.y, children=nodes),
    ])  # fmt: skip


def _said(words: Words, item: Item) -> str:
    title = item.title if not item.title or item.title.endswith((".", "?", "!")) else f"{item.title}."
    head = " ".join(part for part in (f"{day_month(words, item.date)}.", title) if part)
    return f"**{head}** {item.text}".rstrip()
