"""Text with links and stressed words: `[words](reference)` and `**words**`, broken into lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui.kit.canvas import LEADING, Canvas
from game.ui.kit.fonts import Fonts
from game.ui.kit.node import Node, Status, Tip
from game.ui.kit.rect import Rect

if TYPE_CHECKING:
    from game.ui.kit.interface import Interface

PIECES = re.compile(r"\[([^\]\n]+)\]\(([^)\s]+)\)|\*\*([^*\n]+)\*\*")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike. link: reference, empty for none. x, y: place within the text; w: width."""

    text: str
    link: str
    bold: bool
    x: float = 0.0
    y: float = 0.0
    w: float = 0.0


def parse(text: str) -> list[Run]:
    """The runs of a text, one after the other."""
    out, done = [], 0
    for found in PIECES.finditer(text):
        if found.start() > done:
            out.append(Run(text[done : found.start()], "", False))
        words, link, bold = found.groups()
        out.append(Run(words or bold, link or "", not link))
        done = found.end()
    if done < len(text):
        out.append(Run(text[done:], "", False))
    return out


def plain(text: str) -> str:
    """The words alone."""
    return "".join(run.text for run in parse(text))


@dataclass(frozen=True, slots=True)
class Style:
    """Faces, size in design units and colours of a rich text."""

    size: float = 16
    face: str = "body"
    bold: str = "semi"
    colour: str = "ink"
    link: str = "deep"
    leading: float = LEADING


def set_out(text: str, wide: float, style: Style, fonts: Fonts, scale: float) -> tuple[list[Run], float]:
    """The runs with their places in lines of at most so many units, and the height of all."""
    out: list[Run] = []
    x, y, pitch = 0.0, 0.0, style.size * style.leading
    pixels = max(6, round(style.size * scale))
    for run in parse(text):
        face = style.bold if run.bold else style.face
        for nth, part in enumerate(run.text.split("\n")):
            if nth:
                x, y = 0.0, y + pitch
            for word in re.findall(r"\S+\s*|\s+", part):
                w = fonts.width(word.rstrip(), face, pixels) / scale
                if x and x + w > wide:
                    x, y = 0.0, y + pitch
                last = out[-1] if out else None
                full = fonts.width(word, face, pixels) / scale
                if last and last.y == y and (last.link, last.bold) == (run.link, run.bold) and last.x + last.w == x:
                    joined = last.text + word
                    joined_w = fonts.width(joined, face, pixels) / scale
                    out[-1] = Run(joined, run.link, run.bold, last.x, y, joined_w)
                    x = last.x + joined_w
                else:
                    out.append(Run(word, run.link, run.bold, x, y, full))
                    x += full
    return out, y + pitch


@dataclass(kw_only=True, eq=False)
class RichText(Node):
    """A rich text; its links can be reached, explain themselves on hovering and lead somewhere when pressed."""

    text: str = ""
    style: Style = Style()

    def look(self) -> Hashable:
        """Text and style."""
        return self.text, self.style

    def paint(self, canvas: Canvas, status: Status) -> None:
        """All runs; those of links are underlined."""
        style = self.style
        runs, _ = set_out(self.text, self.rect.w, style, canvas.fonts, canvas.scale)
        for run in runs:
            face, words = (style.bold if run.bold else style.face), run.text.rstrip()
            wide = canvas.text(run.x, run.y + 2, words, face, style.size, style.link if run.link else style.colour)
            if run.link:
                canvas.rect(Rect(run.x, run.y + style.size * 1.0, wide, 1.2), style.link)

    def expand(self, ui: Interface) -> Sequence[Node]:
        """A node over each link."""
        if "](" not in self.text:
            return ()
        runs, _ = set_out(self.text, self.rect.w, self.style, ui.fonts, ui.measure.scale)
        return [_link(ui, run, self) for run in runs if run.link]


def _link(ui: Interface, run: Run, text: RichText) -> Node:
    place = Rect(text.rect.x + run.x, text.rect.y + run.y, run.w, text.style.size * text.style.leading)
    return Link(rect=place, act=lambda: ui.follow(run.link), tip=_explained(ui, run.link))


def _explained(ui: Interface, ref: str) -> Callable[[], Tip]:
    return lambda: ui.explainer(ref) or Tip(ref)


@dataclass(kw_only=True, eq=False)
class Link(Node):
    """The place of a link; the text draws it."""

    reacts: bool = True

    def look(self) -> Hashable:
        """It draws a frame when the pointer is over it."""
        return "link"

    def paint(self, canvas: Canvas, status: Status) -> None:
        """A line under the words."""
        if status.hover:
            canvas.rect(Rect(0, self.rect.h - 4, self.rect.w, 2), "red")


def height_of(text: str, wide: float, style: Style, fonts: Fonts, scale: float) -> float:
    """How high a rich text stands at a width."""
    return set_out(text, wide, style, fonts, scale)[1]
