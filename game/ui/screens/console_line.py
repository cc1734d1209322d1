"""The line of the console: history with up and down, completion with Tab."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.ui.kit.entering import Entry
from game.ui.kit.interface import Interface
from game.ui.link.console import COMMANDS, Vocabulary

OF_EVENTS = ("fire", "why")
PART = " ()+-*/=<>,"
"""What parts the words of an expression."""


@dataclass(kw_only=True, eq=False)
class ConsoleLine(Entry):
    """An entry that gives arrows and Tab a meaning. older: called with -1 for up and 1 for down."""

    older: Callable[[int], object] | None = None
    complete: Callable[[], object] | None = None

    def keyed(self, ui: Interface, event: pygame.event.Event) -> bool:
        """Up and down bring back lines, Tab completes; Shift+Tab leaves the line."""
        if event.key in (pygame.K_UP, pygame.K_DOWN) and self.older is not None:
            self.older(-1 if event.key == pygame.K_UP else 1)
            return True
        if event.key == pygame.K_TAB and not event.mod & pygame.KMOD_SHIFT and self.complete is not None:
            self.complete()
            return True
        return super().keyed(ui, event)


def completions(line: str, known: Vocabulary) -> tuple[str, Sequence[str]]:
    """What the last word of a line may become: the line up to where all of them agree, and all of them."""
    at = max(line.rfind(mark) for mark in PART) + 1
    head, begun = line[:at], line[at:]
    name = line.split(" ", 1)[0]
    words = COMMANDS if " " not in line else known.events if name in OF_EVENTS else known.names
    found = [word for word in words if word.startswith(begun)]
    if not found:
        return line, ()
    end = " " if len(found) == 1 and " " not in line else ""
    return head + _shared(found) + end, found


def _shared(words: Sequence[str]) -> str:
    """The letters with which all of them begin."""
    first, last = min(words), max(words)
    same = next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[:same]
