"""Keys and what they do: defaults, what the player changed, and how a key is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pygame

MODIFIERS = ((pygame.KMOD_CTRL, "Ctrl"), (pygame.KMOD_ALT, "Alt"), (pygame.KMOD_SHIFT, "Shift"))


def chord_of(event: pygame.event.Event) -> str:
    """A pressed key with its modifiers, as 'Ctrl+S'; empty for a modifier alone."""
    name = pygame.key.name(event.key)
    if not name or event.key in (
        pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT, pygame.K_RALT,
        pygame.K_LMETA, pygame.K_RMETA, pygame.K_CAPSLOCK, pygame.K_NUMLOCK,
    ):  # fmt: skip
        return ""
    held = [word for bit, word in MODIFIERS if event.mod & bit]
    return "+".join([*held, name[:1].upper() + name[1:]])


@dataclass(slots=True)
class Hotkeys:
    """Which chord does which action. changed: what the player chose instead of the defaults."""

    defaults: Mapping[str, str]
    changed: dict[str, str] = field(default_factory=dict)

    def chord(self, action: str) -> str:
        """The chord of an action; empty where it has none."""
        return self.changed.get(action, self.defaults.get(action, ""))

    def action(self, chord: str, among: Mapping[str, object]) -> str:
        """The action of `among` that a chord does; empty where it does none."""
        return next((a for a in among if self.chord(a) == chord), "") if chord else ""

    def change(self, action: str, chord: str) -> str:
        """Give an action another chord; returns the action that loses it, if any."""
        loser = next((a for a in self.defaults if a != action and self.chord(a) == chord), "")
        if loser:
            self.changed[loser] = ""
        self.changed[action] = chord
        return loser
