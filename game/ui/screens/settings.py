"""Settings: the picture, the game, the keys; applied at once and written down."""

from __future__ import annotations

from collections.abc import Sequence

from game.language.words import languages
from game.ui.app.preferences import prefer
from game.ui.app.stage import Stage
from game.ui.kit.button import Toggle
from game.ui.kit.canvas import Canvas
from game.ui.kit.choosing import DropDown, segments
from game.ui.kit.entering import Slider
from game.ui.kit.interface import Interface
from game.ui.kit.node import Group, Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.screens.page import MARGIN, Page, panel, within_panel
from game.ui.screens.settings_keys import keys_panel
from game.ui.screens.settings_palettes import palettes

WIDE = 1300.0
"""Windows narrower than this (design units) show the parts one at a time."""

SCALES = (75, 90, 100, 110, 125, 150)
MOST_AUTOSAVES = 50
PARTS = ("picture", "game", "keys")
LABEL, ROW, GAP = 30.0, 42.0, 20.0


class SettingsScreen(Page):
    """Two columns, or one part at a time."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "settings")

    def heading(self) -> tuple[str, str]:
        """The title, and that all is kept."""
        return self.stage.words("settings.title"), self.stage.words("settings.sentence")

    def inside(self, ui: Interface, space: Rect) -> Sequence[Node]:
        """The parts."""
        if space.w < WIDE:
            return self._one(ui, space.within(MARGIN, 14, MARGIN, 14))
        left, right = space.inset(MARGIN).columns(2, MARGIN)
        game_high = 50 + 36 + LABEL * 2 + ROW * 2 + GAP + 26
        above, below = left.split_top(left.h - game_high - MARGIN, MARGIN)
        return [self._picture(above), self._game(below), keys_panel(self.stage, ui, right)]

    def _one(self, ui: Interface, space: Rect) -> Sequence[Node]:
        row, rest = space.split_top(44, 14)
        part = ui.recall("part", PARTS[0])
        options = [(name, self.stage.words(f"settings.{name}")) for name in PARTS]
        pages = segments(row, options, part, lambda name: ui.remember("part", name), "parts")
        match part:
            case "game":
                shown: Node = self._game(rest)
            case "keys":
                shown = keys_panel(self.stage, ui, rest)
            case _:
                shown = self._picture(rest)
        return [pages, shown]

    # the parts --------------------------------------------------------------------------------------------------------

    def _picture(self, place: Rect) -> Node:
        stage, words, now = self.stage, self.stage.words, self.stage.settings
        room = within_panel(place)
        scale, room = room.split_top(LABEL + ROW, GAP)
        switches, room = room.split_bottom(ROW, GAP)
        still, full = switches.columns(2, 20)
        sizes = [(str(size), words("settings.percent", n=size)) for size in SCALES]
        nodes: list[Node] = [
            panel(place, "panel", words("settings.picture")),
            _label(scale, words("settings.scale"), words("settings.scale_of", n=now.scale)),
            segments(scale.split_bottom(ROW)[0], sizes, str(now.scale), lambda size: prefer(stage, scale=int(size)),
                     "scale"),
            _label(room.split_top(LABEL)[0], words("settings.palette"), words("settings.palette_text")),
            palettes(stage, room.within(top=LABEL)),
            Toggle(rect=still, key="still", text=words("settings.still"), on=now.still,
                   act=lambda: prefer(stage, still=not stage.settings.still)),
            Toggle(rect=full, key="full", text=words("settings.full_screen"), on=now.full_screen,
                   act=lambda: prefer(stage, full_screen=not stage.settings.full_screen)),
        ]  # fmt: skip
        return Group(rect=place, key="picture", children=nodes)

    def _game(self, place: Rect) -> Node:
        stage, words, now = self.stage, self.stage.words, self.stage.settings
        room = within_panel(place)
        kept, room = room.split_top(LABEL + ROW, GAP)
        tongue, _ = room.split_top(LABEL + ROW)
        nodes: list[Node] = [
            panel(place, "panel", words("settings.game")),
            _label(kept, words("settings.autosaves"), words("settings.autosaves_text")),
            Slider(rect=kept.split_bottom(ROW)[0], key="autosaves", value=now.autosaves, low=1, high=MOST_AUTOSAVES,
                   shown=str(now.autosaves), changed=lambda to: prefer(stage, autosaves=int(to))),
            *self._language(tongue),
        ]  # fmt: skip
        return Group(rect=place, key="game", children=nodes)

    def _language(self, place: Rect) -> list[Node]:
        """A list where there is something to choose; else a sentence."""
        stage, words, known = self.stage, self.stage.words, languages()
        row = place.split_bottom(ROW)[0]
        if len(known) < 2:
            return [_label(place, words("settings.language"), known[0][1], words("settings.language_only"))]
        return [
            _label(place, words("settings.language")),
            DropDown(rect=row, key="language", options=known, chosen=stage.settings.language,
                     choose=lambda name: prefer(stage, language=name)),
        ]  # fmt: skip


def _label(place: Rect, text: str, aside: str = "", below: str = "") -> Node:
    def draw_label(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.text(0, 3, text, "head_light", 19, "ink", most=whole.w / 2)
        canvas.text(whole.w, 5, aside, "medium", 16, "mute", "right", most=whole.w / 2 - 10)
        if below:
            canvas.paragraph(0, LABEL + 4, whole.w, below, "body", 16, "mute", most=2)

    return Picture(rect=place, key=f"label {text}", what=(text, aside, below), draw=draw_label)
