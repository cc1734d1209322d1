"""Choosing one of several: segments side by side, tabs, and a list that drops down."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.ui.kit.button import Button, Kind, Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Group, Node, Status
from game.ui.kit.rect import Rect
from game.ui.kit.screen import Screen
from game.ui.kit.scroll import Listing

if TYPE_CHECKING:
    from game.ui.kit.interface import Interface

Choose = Callable[[str], object]
Options = Sequence[tuple[str, str]]
"""(id, words) of each option."""


def segments(rect: Rect, options: Options, chosen: str, choose: Choose, key: str, night: bool = False) -> Group:
    """Options side by side, of which one is chosen."""
    places = rect.columns(len(options), 0)
    kind: Kind = "night" if night else "ghost"
    nodes = [
        Button(
            rect=place,
            key=name,
            text=words,
            kind=kind,
            size=16,
            on=name == chosen,
            here=name == chosen,
            act=_bind(choose, name),
        )
        for place, (name, words) in zip(places, options, strict=True)
    ]
    return Group(rect=rect, key=key, children=nodes)


def _bind(choose: Choose, name: str) -> Callable[[], object]:
    return lambda: choose(name)


def tabs(rect: Rect, options: Options, chosen: str, choose: Choose, key: str) -> Group:
    """Pages of a screen; the chosen one carries a wedge."""
    nodes, x = [], rect.x
    for name, words in options:
        wide = 26 + 11.0 * len(words)
        place = Rect(x, rect.y, wide, rect.h)
        draw = _draw_tab
        nodes.append(
            Pressable(
                rect=place,
                key=name,
                what=(words, name == chosen),
                draw=draw(words, name == chosen),
                here=name == chosen,
                act=_bind(choose, name),
            )
        )
        x += wide + 4
    return Group(rect=rect, key=key, children=nodes)


def _draw_tab(words: str, on: bool) -> Callable[[Canvas, Rect, Status], None]:
    def draw_tab(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "ink" if on else "dark" if status.hover else "light")
        canvas.text(whole.w / 2, whole.h / 2, words, "head_light", 17, "paper" if on else "ink", "centre", "middle",
                    most=whole.w - 12)  # fmt: skip
        if on:
            canvas.polygon([(0, whole.h), (16, whole.h), (0, whole.h - 16)], "red")

    return draw_tab


@dataclass(kw_only=True, eq=False)
class DropDown(Node):
    """Shows what is chosen of many; pressing opens the list."""

    options: Options = ()
    chosen: str = ""
    choose: Choose | None = None
    reacts: bool = True

    @property
    def focusable(self) -> bool:
        """It can always be opened."""
        return True

    def look(self) -> Hashable:
        """What is chosen."""
        return dict(self.options).get(self.chosen, ""), bool(self.why_not)

    def paint(self, canvas: Canvas, status: Status) -> None:
        """A frame, the words, a wedge that points down."""
        whole = Rect(0, 0, self.rect.w, self.rect.h)
        canvas.rect(whole, "dark" if status.hover else "light")
        canvas.box(whole, "ink", 2)
        words = dict(self.options).get(self.chosen, "")
        canvas.text(12, whole.h / 2, words, "medium", 17, "ink", down="middle", most=whole.w - 48)
        x, y = whole.w - 22, whole.h / 2
        canvas.polygon([(x - 7, y - 4), (x + 7, y - 4), (x, y + 6)], "red")

    def press(self, ui: Interface, x: float, y: float) -> None:
        """Open the list below it."""
        if self.why_not:
            ui.say(self.why_not)
            return
        at = ui.focused()
        ui.open(DropList(self, at.place if at else self.rect))

    def keyed(self, ui: Interface, event: pygame.event.Event) -> bool:
        """Up and down choose without opening."""
        if event.key not in (pygame.K_UP, pygame.K_DOWN) or self.choose is None or not self.options:
            return False
        names = [name for name, _ in self.options]
        at = names.index(self.chosen) if self.chosen in names else 0
        self.choose(names[(at + (1 if event.key == pygame.K_DOWN else -1)) % len(names)])
        return True


class DropList(Screen):
    """The list of a drop-down."""

    ROW = 36.0

    def __init__(self, owner: DropDown, anchor: Rect) -> None:
        super().__init__(name="drop", over=True)
        self.owner, self.anchor = owner, anchor

    def build(self, ui: Interface, space: Rect) -> Node:
        """The options below what was pressed; the window around closes it."""
        options = self.owner.options
        high = min(len(options) * self.ROW, 12 * self.ROW, space.h - 20) + 4
        y = self.anchor.bottom if self.anchor.bottom + high < space.bottom else max(8.0, self.anchor.y - high)
        place = Rect(self.anchor.x, y, self.anchor.w, high)
        around = Group(rect=space, key="around", act=lambda: ui.close(self))
        rows = Listing(rect=place.inset(2), key="rows", count=len(options), pitch=self.ROW, row=self._row(ui))
        ground = Pressable(rect=place, what="ground", draw=_ground, reacts=False)
        return Group(rect=space, children=[around, ground, rows])

    def _row(self, ui: Interface) -> Callable[[int, Rect], Node]:
        def row(nth: int, place: Rect) -> Node:
            name, words = self.owner.options[nth]
            return Button(rect=place, key=name, text=words, kind="plain", size=16, on=name == self.owner.chosen,
                          act=lambda: self._chosen(ui, name))  # fmt: skip

        return row

    def _chosen(self, ui: Interface, name: str) -> None:
        ui.close(self)
        if self.owner.choose is not None:
            self.owner.choose(name)


def _ground(canvas: Canvas, whole: Rect, status: Status) -> None:
    canvas.rect(whole, "light")
    canvas.box(whole, "ink", 2)
