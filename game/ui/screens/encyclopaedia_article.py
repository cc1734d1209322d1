"""An article laid out: title, picture, table of facts, sections, source, in an area that scrolls."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.ui.app.stage import Stage
from game.ui.art.icons import icon
from game.ui.art.marks import pips
from game.ui.art.portraits import plate
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.rich import RichText, Style, height_of
from game.ui.kit.scroll import BAR, Scroll
from game.ui.lore.article import Article
from game.ui.screens.encyclopaedia_words import (
    ICONS,
    below_of,
    facts_of,
    lead_of,
    sections_of,
    standing_of,
    title_of,
)

LEAD, BODY = Style(20, "news", "news_bold"), Style(17.5)
LABEL, SOURCE = Style(16, "medium", "medium", "mute"), Style(15.5, "body", "semi", "mute")
TITLE, FACE = 46.0, (170.0, 206.0)
PAD, MOST = 36.0, 960.0
"""Margin of the text, and how wide it is at most."""
LABELS = 230.0


@dataclass
class Flow:
    """Nodes one below the other. y: where the next one goes."""

    ui: Interface
    x: float
    y: float
    wide: float
    nodes: list[Node] = field(default_factory=list)

    def rich(self, text: str, style: Style, key: str, left: float = 0.0, after: float = 0.0, wide: float = 0.0) -> None:
        """A rich text."""
        wide = wide or self.wide - left
        high = height_of(text, wide, style, self.ui.fonts, self.ui.measure.scale) + 4
        self.nodes.append(RichText(rect=Rect(self.x + left, self.y, wide, high), key=key, text=text, style=style))
        self.y += high + after


def article_view(stage: Stage, ui: Interface, place: Rect, article: Article, ref: str) -> Scroll:
    """The article in its window. ref: as it was asked for, which may name whose number it is."""
    wide = min(MOST, place.w - 2 * PAD - BAR)
    flow = Flow(ui, place.x + PAD, place.y + 26, wide)
    _head(stage, flow, article)
    standing = standing_of(stage, ref)
    facts = [*([(stage.words("lore.now"), standing, 0)] if standing else []), *facts_of(stage.words, article)]
    for nth, (label, value, skill) in enumerate(facts):
        _fact(flow, label, value, nth)
        if skill:
            flow.nodes.append(_skill(Rect(flow.x + LABELS + 70, flow.y - 24, 160, 14), skill))
    for nth, (heading, text) in enumerate(sections_of(stage.words, article)):
        _heading(flow, heading, nth)
        flow.rich(text, BODY, f"section {nth}", after=4)
    if article.source:
        flow.y += 18
        flow.rich(stage.words("lore.source", source=article.source), SOURCE, "source")
    return Scroll(rect=place, key=f"article {article.ref}", children=flow.nodes, height=flow.y + 30 - place.y)


def _head(stage: Stage, flow: Flow, article: Article) -> None:
    """Title, the line below it, the first words, and a portrait or an icon at the right."""
    top, words = flow.y, stage.words
    face = article.face[0]
    wide, high = FACE if face else (92.0, 92.0)
    room = flow.wide - wide - 26
    title, below = title_of(words, article).upper(), below_of(words, article)

    def draw_title(canvas: Canvas, whole: Rect, status: Status) -> None:
        size = canvas.fitted(title, "display", TITLE, whole.w, least=30)
        y = canvas.paragraph(0, 4, whole.w, title, "display", size, "ink", 1.05, 2)
        canvas.rect(Rect(0, y + 2, 64, 6), "red")
        canvas.paragraph(0, y + 20, whole.w, below, "head_light", 18, "deep", 1.25, 2)

    lines = 2 if flow.ui.fonts.width(title, "display", round(30 * flow.ui.measure.scale)) > (
        room * flow.ui.measure.scale) else 1  # fmt: skip
    deep = 2 if flow.ui.fonts.width(below, "head_light", round(18 * flow.ui.measure.scale)) > (
        room * flow.ui.measure.scale) else 1  # fmt: skip
    tall = (TITLE * 1.05 if lines == 1 else 2 * 32.0) + 24 + 23 * deep + 8
    flow.nodes.append(Picture(rect=Rect(flow.x, top, room, tall), key="title", what=(title, below), draw=draw_title))
    flow.nodes.append(_picture(article, Rect(flow.x + flow.wide - wide, top, wide, high)))
    flow.y = top + tall + 6
    lead = lead_of(article)
    if lead:
        flow.rich(lead, LEAD, "lead", after=8, wide=room)
    flow.y = max(flow.y, top + high + 18) if face else max(flow.y, top + high) + 8


def _picture(article: Article, place: Rect) -> Node:
    face = article.face

    def draw_face(canvas: Canvas, whole: Rect, status: Status) -> None:
        plate(canvas, whole, *face)
        canvas.box(whole, "ink", 2)

    def draw_icon(canvas: Canvas, whole: Rect, status: Status) -> None:
        x, y = whole.centre
        canvas.circle(x, y, whole.w / 2, "ink")
        canvas.polygon([(0, 8), (0, whole.h - 8), (x - 6, y)], "red")
        icon(canvas, ICONS[article.kind], x - 17, y - 20, 40, "paper", "ink", "ember")

    draw = draw_face if face[0] else draw_icon
    return Picture(rect=place, key="picture", what=(article.ref, face), draw=draw)


def _fact(flow: Flow, label: str, value: str, nth: int) -> None:
    y = flow.y

    def draw_rule(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(Rect(0, 0, whole.w, 1.5), "line")

    rule = Picture(rect=Rect(flow.x, y, flow.wide, 2), key=f"rule {nth}", what="rule", draw=draw_rule)
    flow.nodes.append(rule)
    flow.y = y + 7
    flow.rich(label, LABEL, f"label {nth}", wide=LABELS - 14)
    low = flow.y
    flow.y = y + 7
    flow.rich(value, BODY, f"fact {nth}", left=LABELS)
    flow.y = max(low, flow.y) + 4


def _skill(place: Rect, skill: int) -> Node:
    def draw_skill(canvas: Canvas, whole: Rect, status: Status) -> None:
        pips(canvas, 0, 1, skill, 10)

    return Picture(rect=place, what=skill, draw=draw_skill)


def _heading(flow: Flow, heading: str, nth: int) -> None:
    flow.y += 16

    def draw_heading(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.polygon([(0, 4), (14, 15), (0, 26)], "red")
        wide = canvas.text(24, 15, heading, "head_light", 21, "ink", down="middle")
        canvas.rect(Rect(wide + 38, 14, max(0.0, whole.w - wide - 38), 2), "ink")

    flow.nodes.append(
        Picture(rect=Rect(flow.x, flow.y, flow.wide, 30), key=f"heading {nth}", what=heading, draw=draw_heading)
    )
    flow.y += 38
