"""Pressing every control of a state: each must lead to an order, a change of view, or a stated reason."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field

import pygame

from game.ui.kit.composed import focusable
from game.ui.kit.findings import Finding, point_of
from game.ui.kit.interface import Interface
from game.ui.kit.layout import Path
from game.ui.link.link import DirectLink, Failed, Then
from game.ui.link.server import Call, Server
from game.ui.shots.catalogue import Shot
from game.ui.shots.hand import Hand, Table

ANSWERED = {
    "look", "offers", "candidates", "preview", "explain", "archive", "verdict", "digest", "warm", "encyclopaedia",
    "argument",
}  # fmt: skip
"""Calls that change nothing, so that a held link does them all the same."""


class HeldLink(DirectLink):
    """Notes calls instead of doing them, once it is held: pressing a control must not carry the game away."""

    def __init__(self, server: Server) -> None:
        super().__init__(server)
        self.held = False
        self.noted: list[str] = []

    def ask(self, call: Call, then: Then, failed: Failed) -> None:
        """Do what only asks; note the rest."""
        if self.held and call.method not in ANSWERED:
            self.noted.append(call.method)
        else:
            super().ask(call, then, failed)


@dataclass(slots=True)
class Presses:
    """Presses the controls of states at a table, each in a state that is brought up anew."""

    table: Table
    done: set[Hashable] = field(default_factory=set)
    """Controls that have been pressed: on what screen, where, and how they looked."""

    def of(self, shot: Shot) -> list[Finding]:
        """The dead controls of a state."""
        hand = self._fresh(shot)
        if hand is None:
            return []
        out = []
        for path in [path for path in _each_once(hand) if self._new(hand, path)]:
            fresh = self._fresh(shot)
            if fresh is not None:
                out += [Finding("dead", "/".join(path), said) for said in _fault(fresh, path)]
        return out

    def _new(self, hand: Hand, path: Path) -> bool:
        """Whether a control has not been pressed yet in another state that looks the same there."""
        at, screens = hand.stage.ui.found(path), tuple(layer.screen.name for layer in hand.stage.ui.layers)
        what = screens, path, at.node.look() if at is not None else None
        fresh = what not in self.done
        self.done.add(what)
        return fresh

    def _fresh(self, shot: Shot) -> Hand | None:
        hand = self.table.hand(shot.station, HeldLink)
        if shot.bring(hand) is False:
            return None
        link = hand.stage.link
        assert isinstance(link, HeldLink)
        link.held = True
        return hand


def _fault(hand: Hand, path: Path) -> Iterator[str]:
    """What is wrong with a control, if anything."""
    at = hand.stage.ui.found(path)
    point = point_of(hand.stage.ui, at) if at is not None else None
    if at is None or point is None or at.node.here:
        return
    before = _state(hand)
    try:
        hand.click(point)
        if _state(hand) == before and not any(changed(hand, before) for changed in BY_KEY):
            yield "pressing it does nothing and says nothing"
    except Exception as error:  # whatever a screen raises is its fault, and the others are still to be pressed
        yield f"pressing it raises {type(error).__name__}: {error}"


def _each_once(hand: Hand) -> Iterator[Path]:
    """The controls of a state; of a long list of like rows some."""
    rows: dict[tuple[Path, type], int] = {}
    for at in list(focusable(hand.stage.ui)):
        kind = (at.path[:-1], type(at.node))
        rows[kind] = rows.get(kind, 0) + 1
        if rows[kind] <= ROWS:
            yield at.path


ROWS = 12
"""Of the controls side by side in one list, so many are pressed."""


def _state(hand: Hand) -> Hashable:
    """All that a press may change: screens, what they show, sentences (also said again), calls, leaving."""
    stage, ui = hand.stage, hand.stage.ui
    link = stage.link
    noted = tuple(link.noted) if isinstance(link, HeldLink) else ()
    screens = tuple(layer.screen.name for layer in ui.layers)
    focus = ui.focus if ui.focus_shown else ()
    return screens, focus, _view(ui), tuple((t.text, t.until) for t in ui.toasts), noted, stage.quitting, stage.running


def _view(ui: Interface) -> Hashable:
    return tuple((p.path, p.node.look(), tuple(p.box)) for p in ui.top.placed) if ui.top else ()


def _by_arrow(hand: Hand, before: Hashable) -> bool:
    """Arrow keys change what has the focus: a slider, a map."""
    for key in (pygame.K_RIGHT, pygame.K_LEFT):
        held = hand.stage.ui.focused()
        event = pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="")
        if held is not None and held.node.keyed(hand.stage.ui, event):
            hand.stage.ui.refresh()
            hand.settle()
            if _state(hand) != before:
                return True
    return False


def _by_letter(hand: Hand, before: Hashable) -> bool:
    """A letter or a digit is taken by what has the focus: a line of text."""
    for key, letter in ((pygame.K_1, "1"), (pygame.K_a, "a")):
        hand.key(key, letter)
        if _state(hand) != before:
            return True
    return False


BY_KEY: tuple[Callable[[Hand, Hashable], bool], ...] = (_by_arrow, _by_letter)
