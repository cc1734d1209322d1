"""The pointer: what it is over, what it presses and drags, and the tips it calls up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.ui.kit.layout import Path, Placed

if TYPE_CHECKING:
    from game.ui.kit.interface import Interface

TIP_SECONDS = 0.35
"""How long the pointer rests before a tip appears."""

WHEEL_UNITS = 54.0
"""Design units that one notch of the wheel scrolls."""


@dataclass(slots=True)
class Pointer:
    """Where it is, in design units, and what it does."""

    x: float = -1.0
    y: float = -1.0
    over: Path = ()
    pressed: Path = ()
    since: float = 0.0
    """When it came over what it is over; 0 when its tip is due or has been seen."""

    def let_go(self) -> None:
        """Forget what it was doing: the screen has changed."""
        self.over, self.pressed = (), ()

    def handle(self, ui: Interface, event: pygame.event.Event) -> None:
        """Take an event of the mouse."""
        if event.type == pygame.MOUSEMOTION:
            self._move(ui, event.pos)
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self._move(ui, event.pos)
            self._down(ui)
        elif event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            self._move(ui, event.pos)
            self._up(ui)
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 2:
            ui.pin_tip()
        elif event.type == pygame.MOUSEWHEEL:
            self._wheel(ui, event.precise_y if hasattr(event, "precise_y") else event.y)
        elif event.type == pygame.WINDOWLEAVE:
            self.x = self.y = -1.0
            self.look(ui)

    def look(self, ui: Interface) -> None:
        """Find what it is over."""
        at = self.under(ui)
        path = at.path if at is not None else ()
        if path != self.over:
            self.over, self.since = path, ui.now
            ui.refresh()

    def under(self, ui: Interface) -> Placed | None:
        """The uppermost solid node below it in the layer in front."""
        if self.x < 0 or self.y < 0:
            return None
        return ui.under(self.x * ui.measure.scale, self.y * ui.measure.scale)

    def tick(self, ui: Interface) -> None:
        """A tip is due when the pointer has rested: ask for a frame then."""
        due = self.since + TIP_SECONDS
        if self.over and ui.now >= due and self.since:
            self.since = 0.0
            ui.refresh()

    @property
    def rested(self) -> bool:
        """Whether it has been over the same thing long enough for its tip."""
        return bool(self.over) and not self.since

    def _move(self, ui: Interface, pos: tuple[int, int]) -> None:
        self.x, self.y = pos[0] / ui.measure.scale, pos[1] / ui.measure.scale
        held = ui.found(self.pressed)
        if held is not None and held.node.drag(ui, self.x, self.y, False):
            ui.refresh()
            return
        self.look(ui)

    def _down(self, ui: Interface) -> None:
        at = self.under(ui)
        if at is None:
            ui.set_focus((), False)
            return
        if at.node.focusable:
            self.pressed = at.path
            ui.set_focus(at.path, False)
            ui.refresh()
        if at.node.drag(ui, self.x, self.y, True):
            self.pressed = at.path
            ui.refresh()

    def _up(self, ui: Interface) -> None:
        held, self.pressed = ui.found(self.pressed), ()
        if held is None:
            return
        ui.refresh()
        if self.over == held.path and held.node.focusable:
            held.node.press(ui, self.x, self.y)

    def _wheel(self, ui: Interface, steps: float) -> None:
        if ui.top is None:
            return
        px, py = self.x * ui.measure.scale, self.y * ui.measure.scale
        for at in reversed(ui.top.placed):
            if at.visible.collidepoint(px, py):
                for node in (at.node, *reversed(at.chain)):
                    if node.wheel(ui, steps, self.x, self.y):
                        ui.refresh()
                        return
