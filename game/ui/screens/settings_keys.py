"""The keys: what each does, and giving an action another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.ui.app.keys import DEFAULT_KEYS
from game.ui.app.preferences import prefer
from game.ui.app.stage import Stage
from game.ui.kit.button import Button, Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.dialog import draw_panel
from game.ui.kit.hotkeys import Hotkeys, chord_of
from game.ui.kit.interface import Interface
from game.ui.kit.node import Group, Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.screen import Screen
from game.ui.kit.scroll import Listing
from game.ui.screens.page import panel, within_panel

ROW, FOOT, CHORD = 36.0, 42.0, 150.0

KEPT = ("Escape", "Return", "Enter", "Tab", "Space", "Up", "Down", "Left", "Right")
"""Chords that lead through every screen, and which no action may have."""


def keys_panel(stage: Stage, ui: Interface, place: Rect) -> Group:
    """All actions with their chords; pressing one asks for another."""
    words, actions = stage.words, list(DEFAULT_KEYS)
    rest, foot = within_panel(place, 14, 14).within(bottom=FOOT + 12), within_panel(place, 14, 14).split_bottom(FOOT)[0]
    changed = bool(stage.settings.hotkeys)

    def row(nth: int, at: Rect) -> Node:
        return _row(stage, actions[nth], at)

    nodes: list[Node] = [
        panel(place, "panel", words("settings.keys"), words("settings.keys_text")),
        Listing(rect=rest, key="keys", count=len(actions), pitch=ROW, row=row),
        Button(rect=foot, key="reset", text=words("settings.reset"), act=lambda: prefer(stage, hotkeys={}),
               why_not="" if changed else words("settings.reset_not")),
    ]  # fmt: skip
    return Group(rect=place, key="keys", children=nodes)


def name_of_action(stage: Stage, action: str) -> str:
    """What an action is called."""
    return stage.words(f"action.{action}") if stage.words.has(f"action.{action}") else action.replace("_", " ")


def _row(stage: Stage, action: str, place: Rect) -> Node:
    chord, title = stage.ui.hotkeys.chord(action), name_of_action(stage, action)
    own, none = action in stage.settings.hotkeys, stage.words("settings.no_key")

    def draw_row(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole.within(bottom=3), "dark" if status.hover else "paper")
        middle = (whole.h - 3) / 2
        canvas.text(14, middle, title, "medium", 17, "ink", down="middle", most=whole.w - CHORD - 40)
        cap = Rect(whole.w - CHORD - 8, 5, CHORD, whole.h - 13)
        canvas.rect(cap, "red" if own else "ink" if chord else "dark")
        canvas.text(*cap.centre, chord or none, "head_light", 16, "paper" if chord or own else "mute", "centre",
                    "middle", most=CHORD - 12)  # fmt: skip

    return Pressable(rect=place, key=action, what=(title, chord, own), draw=draw_row,
                     act=lambda: stage.ui.open(AskKey(stage, action)))  # fmt: skip


class AskKey(Screen):
    """Waits for the chord that an action is to have."""

    WIDE, HIGH = 560.0, 214.0

    def __init__(self, stage: Stage, action: str) -> None:
        super().__init__(name="ask_key", over=True, dim=True)
        self.stage, self.action = stage, action

    def opened(self, ui: Interface) -> None:
        """Keys go to it at once."""
        ui.set_focus(("0", "ask", "listener"), False)

    def build(self, ui: Interface, space: Rect) -> Node:
        """A sentence, a way out, and what listens."""
        words, place = self.stage.words, space.middle(min(self.WIDE, space.w - 40), self.HIGH)
        title, text = name_of_action(self.stage, self.action), words("settings.press")

        def draw_asking(canvas: Canvas, whole: Rect, status: Status) -> None:
            draw_panel(canvas, whole, title, self.stage.ui.hotkeys.chord(self.action))
            canvas.paragraph(24, 76, whole.w - 48, text, "body", 17)

        row = Rect(place.x + 24, place.bottom - 66, place.w - 48, 44)
        none, cancel = row.columns(2, 12)
        nodes: Sequence[Node] = [
            Listener(rect=place, key="listener", heard=self._heard, draw=draw_asking, what=(title, text)),
            Button(rect=none, key="none", text=words("settings.take_key"), act=lambda: self._give(""),
                   why_not="" if self.stage.ui.hotkeys.chord(self.action) else words("settings.has_none")),
            Button(rect=cancel, key="cancel", text=words("settings.cancel"), kind="primary",
                   act=lambda: ui.close(self)),
        ]  # fmt: skip
        return Group(rect=space, key="ask", children=nodes)

    def _heard(self, chord: str) -> None:
        if chord == "Escape":
            self.stage.ui.close(self)
        elif chord.rsplit("+", 1)[-1] in KEPT:
            self.stage.ui.say(self.stage.words("settings.kept", chord=chord))
        else:
            self._give(chord)

    def _give(self, chord: str) -> None:
        """The action has the chord; whatever had it has none, and that is said."""
        stage = self.stage
        keys = Hotkeys(DEFAULT_KEYS, dict(stage.settings.hotkeys))
        loser = keys.change(self.action, chord) if chord else ""
        if not chord:
            keys.changed[self.action] = ""
        changed = {action: key for action, key in keys.changed.items() if key != DEFAULT_KEYS.get(action)}
        stage.ui.close(self)
        prefer(stage, hotkeys=changed)
        if loser:
            stage.ui.say(stage.words("settings.conflict", chord=chord, action=name_of_action(stage, loser)))


class Listener(Picture):
    """Takes every key."""

    def __init__(self, *, rect: Rect, key: str, heard: Callable[[str], object], what: tuple[str, ...],
                 draw: Callable[[Canvas, Rect, Status], None]) -> None:  # fmt: skip
        super().__init__(rect=rect, key=key, what=what, draw=draw)
        self.heard = heard

    @property
    def focusable(self) -> bool:
        """It takes the keys."""
        return True

    def keyed(self, ui: Interface, event: pygame.event.Event) -> bool:
        """The chord of any key but a modifier alone."""
        chord = chord_of(event)
        if chord:
            self.heard(chord)
        return True
