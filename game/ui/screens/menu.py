"""The menu: one red button that begins, and small links."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.play.opening import Opening
from game.ui.app.leaving import close_window
from game.ui.app.stage import Stage
from game.ui.art.menu import MenuPlaces, menu_places, menu_scene
from game.ui.command_line import SEEDS
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Act, Group, Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.screen import Screen
from game.ui.link.saves import SavedGame
from game.ui.screens.last_game import last_game, told_of
from game.ui.screens.warming import warming

LEAST = 0.8
"""Words of the menu are no smaller than this share of the design, however small the picture."""

POINT = 26.0
"""How far the red button runs to its point."""

Draw = Callable[[Canvas, Rect, Status], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A link of the menu. aside: small words behind it."""

    key: str
    text: str
    act: Act
    aside: str = ""
    why_not: str = ""


class MenuScreen(Screen):
    """Before a campaign."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(name="menu")
        self.stage = stage
        self.saves: tuple[SavedGame, ...] | None = None
        self.since = 0.0
        self.wanted = False
        """Continue was pressed before the saves had been told."""

    def opened(self, ui: Interface) -> None:
        """Ask for the saves, and then for the names of men; Return begins."""
        ui.set_focus(("menu", "begin"), False)
        self.stage.saves(self._came)

    def _came(self, saves: tuple[SavedGame, ...]) -> None:
        self.saves = tuple(save for save in saves if not save.fault)
        if self.wanted and self.stage.ui.layers[0].screen is self:
            self._go_on()
        self.stage.ask_argument(lambda _: None)

    def tick(self, ui: Interface, now: float) -> None:
        """Note when it was first seen."""
        self.since = self.since or now

    def build(self, ui: Interface, space: Rect) -> Node:
        """The picture, the button, the links, and in the corner the last game."""
        at = menu_places(space)
        ground = Picture(rect=space, key="ground", what="menu", draw=_ground, opaque=True, kept="menu")
        nodes: list[Node] = [ground, *self._words(at)]
        if self.stage.link.busy == "warm":
            nodes.append(warming(self.stage, at.corner, ui.now - self.since))
        elif self.saves:
            nodes.append(last_game(self.stage, at.corner, self.saves[0], self._go_on))
        return Group(rect=space, key="menu", children=nodes)

    def actions(self, ui: Interface) -> Mapping[str, Act]:
        """The keys that lead somewhere from here."""
        return {"encyclopaedia": lambda: self.stage.show("encyclopaedia"), "menu": lambda: self.stage.show("settings")}

    # words ------------------------------------------------------------------------------------------------------------

    def _words(self, at: MenuPlaces) -> list[Node]:
        k, room = max(at.k, LEAST), at.words
        y, nodes = room.y, list[Node]()
        if room.h >= 335 * k:
            lines = (self.stage.words("menu.line"), self.stage.words("menu.question"))
            place = Rect(room.x, y - 15 * k, at.title.w, 66 * k)
            nodes.append(Picture(rect=place, key="line", what=(lines, k), draw=_lines(lines, k)))
            y += 65 * k
        nodes.append(self._begin(Rect(room.x, y, 378 * k, 52 * k), k))
        y += 64 * k
        for entry in self._entries():
            nodes.append(_link(entry, Rect(room.x, y, 330 * k, 36 * k), k))
            y += 37 * k
        return nodes

    def _begin(self, place: Rect, k: float) -> Node:
        words = self.stage.words
        date, sub = words("menu.begin"), words("menu.new")
        why = words("say.busy") if self.stage.running else ""
        return Pressable(rect=place, key="begin", what=(date, sub, k), draw=_draw_begin(date, sub, k),
                         act=self._new_campaign, why_not=why)  # fmt: skip

    def _entries(self) -> tuple[Entry, ...]:
        stage, words = self.stage, self.stage.words
        nothing = words("menu.nothing") if self.saves == () else ""
        aside = told_of(stage, self.saves[0]) if self.saves else ""
        return (
            Entry("continue", words("menu.continue"), self._go_on, aside, nothing),
            Entry("load", words("menu.load"), lambda: stage.show("saves")),
            Entry("argument", words("menu.argument"), lambda: stage.show("argument")),
            Entry("settings", words("menu.settings"), lambda: stage.show("settings")),
            Entry("encyclopaedia", words("menu.encyclopaedia"), lambda: stage.show("encyclopaedia")),
            Entry("quit", words("menu.quit"), lambda: close_window(stage)),
        )

    def _new_campaign(self) -> None:
        self.stage.begin(Opening(self.stage.folders.mods, seed=secrets.randbelow(SEEDS)))

    def _go_on(self) -> None:
        self.wanted = self.saves is None
        if self.wanted:
            self.stage.ui.say(self.stage.words("menu.looking"))
        elif self.saves:
            self.stage.load(self.saves[0].path)
        else:
            self.stage.ui.say(self.stage.words("menu.nothing"))


def _ground(canvas: Canvas, whole: Rect, status: Status) -> None:
    menu_scene(canvas, whole)


def _lines(lines: tuple[str, str], k: float) -> Draw:
    def draw_lines(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.text(0, 14 * k, lines[0], "head_light", 22 * k, "ink", down="middle", most=whole.w)
        canvas.text(0, 47 * k, lines[1], "head", 22 * k, "red", down="middle", most=whole.w)

    return draw_lines


def _draw_begin(date: str, sub: str, k: float) -> Draw:
    def draw_begin(canvas: Canvas, whole: Rect, status: Status) -> None:
        w, h = whole.w, whole.h
        point = POINT * k * (1.5 if status.pressed else 1.0)
        canvas.polygon([(0, 0), (w - point, 0), (w, h / 2), (w - point, h), (0, h)],
                       "deep" if status.hover else "red")  # fmt: skip
        wide = canvas.text(18 * k, h / 2, date, "head", 27 * k, "paper", down="middle")
        room = w - wide - 32 * k - point
        if canvas.width(sub, "semi", max(15, 17 * k)) <= room:
            canvas.text(18 * k + wide + 16 * k, h / 2, sub, "semi", max(15, 17 * k), "paper", down="middle")

    return draw_begin


def _link(entry: Entry, place: Rect, k: float) -> Node:
    def draw_link(canvas: Canvas, whole: Rect, status: Status) -> None:
        h, closed = whole.h, bool(entry.why_not)
        ink = "mute" if closed else "deep" if status.hover else "ink"
        grown = 10 * k if status.hover and not closed else 6 * k
        canvas.rect(Rect(0, 4 * k, grown, h - 8 * k), "line" if closed else "red" if status.hover else "ink")
        wide = canvas.text(18 * k, h / 2, entry.text.upper(), "head", 23 * k, ink, down="middle")
        canvas.text(32 * k + wide, h / 2 + k, entry.aside, "medium", max(15, 16.5 * k), "mute", down="middle",
                    most=whole.w - wide - 32 * k)  # fmt: skip

    return Pressable(rect=place, key=entry.key, what=(entry.text, entry.aside, k), draw=draw_link, act=entry.act,
                     why_not=entry.why_not)  # fmt: skip
