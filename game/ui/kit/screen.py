"""A screen or a dialog: builds its tree from its data, and says what keys do in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.ui.kit.node import Act, Group, Node
from game.ui.kit.rect import Rect

if TYPE_CHECKING:
    from game.ui.kit.interface import Interface


@dataclass(eq=False)
class Screen:
    """One layer of the interface.

    name: tells memories apart. over: it lies over what is there, which cannot be used meanwhile. dim: and is darkened.
    """

    name: str = ""
    over: bool = False
    dim: bool = False

    def build(self, ui: Interface, space: Rect) -> Node:
        """Its tree in a window of that size."""
        return Group(rect=space)

    def actions(self, ui: Interface) -> Mapping[str, Act]:
        """What its hotkeys do: action -> act."""
        return {}

    def keyed(self, ui: Interface, event: pygame.event.Event) -> bool:
        """A key of its own, before the hotkeys; True if it took it."""
        return False

    def leave(self, ui: Interface) -> None:
        """The escape key: a dialog closes."""
        if self.over:
            ui.close(self)

    def opened(self, ui: Interface) -> None:
        """It has come to the front for the first time."""

    def tick(self, ui: Interface, now: float) -> None:
        """Called before each frame while it is open."""
