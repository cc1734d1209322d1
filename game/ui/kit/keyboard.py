"""Keys: the focused node first, then the screen, then hotkeys, then moving the focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame

from game.ui.kit.hotkeys import chord_of
from game.ui.kit.layout import Placed

if TYPE_CHECKING:
    from game.ui.kit.interface import Interface

WAYS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}
PRESSES = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)


def press_key(ui: Interface, event: pygame.event.Event) -> None:
    """A key went down."""
    at = ui.focused()
    if at is not None and at.node.keyed(ui, event):
        ui.refresh()
        return
    if ui.top is not None and ui.top.screen.keyed(ui, event):
        ui.refresh()
        return
    acts = ui.known_actions()
    action = ui.hotkeys.action(chord_of(event), acts)
    if action:
        acts[action]()
        ui.refresh()
    elif event.key == pygame.K_ESCAPE:
        _leave(ui)
    elif event.key == pygame.K_TAB:
        _next(ui, -1 if event.mod & pygame.KMOD_SHIFT else 1)
    elif event.key in WAYS:
        _towards(ui, WAYS[event.key])
    elif event.key in PRESSES and at is not None:
        at.node.press(ui, *at.place.centre)
        ui.refresh()


def _leave(ui: Interface) -> None:
    if ui.top is not None:
        ui.top.screen.leave(ui)
        ui.refresh()


def reachable(ui: Interface) -> list[Placed]:
    """What keys can reach in the layer in front, in order."""
    return [p for p in ui.top.placed if p.node.focusable] if ui.top else []


def _next(ui: Interface, step: int) -> None:
    around = reachable(ui)
    if not around:
        return
    now = next((i for i, p in enumerate(around) if p.path == ui.focus), None)
    nth = (0 if step > 0 else len(around) - 1) if now is None else (now + step) % len(around)
    _focus(ui, around[nth])


def _towards(ui: Interface, way: tuple[int, int]) -> None:
    """The nearest in a direction: along it once, across it three times over."""
    around, here = reachable(ui), ui.focused()
    if here is None:
        _next(ui, 1)
        return
    found = _nearest(here, around, way)
    if found is not None:
        _focus(ui, found)
        return
    for node in reversed(here.chain):
        if way[1] and node.wheel(ui, -way[1], *here.place.centre):
            ui.refresh()
            return


def _nearest(here: Placed, around: Sequence[Placed], way: tuple[int, int]) -> Placed | None:
    hx, hy = here.place.centre
    best, least = None, float("inf")
    for other in around:
        ox, oy = other.place.centre
        along = (ox - hx) * way[0] + (oy - hy) * way[1]
        across = abs((ox - hx) * way[1]) + abs((oy - hy) * way[0])
        if other.path != here.path and along > 1 and along + 3 * across < least:
            best, least = other, along + 3 * across
    return best


def _focus(ui: Interface, at: Placed) -> None:
    ui.set_focus(at.path, True)
    for node in reversed(at.chain):
        bring = getattr(node, "bring", None)
        if bring is not None:
            bring(ui, at)
