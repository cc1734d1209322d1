"""How long frames take on every screen while the pointer moves over it, the wheel turns and a map is dragged."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pygame

from game.ui.app.loop import step, take
from game.ui.app.stage import Stage
from game.ui.kit.composed import focusable
from game.ui.kit.findings import point_of
from game.ui.kit.layout import Placed
from game.ui.kit.node import Node
from game.ui.kit.scroll import Scroll
from game.ui.link.link import DirectLink, Failed, Then
from game.ui.link.server import Call, Server
from game.ui.shots.catalogue import Shot
from game.ui.shots.hand import Table

FRAME = 1 / 60
HOVERS, TURNS, DRAGS = 160, 40, 80
"""Movements of the pointer on a screen, notches of the wheel and steps of a drag on each thing that takes them."""

Events = Iterator[list[pygame.event.Event]]


class AsideLink(DirectLink):
    """Counts apart what the game itself takes: in the window that happens in another process."""

    def __init__(self, server: Server) -> None:
        super().__init__(server)
        self.spent = 0.0

    def ask(self, call: Call, then: Then, failed: Failed) -> None:
        """Do it, and count how long it took."""
        began = time.perf_counter()
        super().ask(call, then, failed)
        self.spent += time.perf_counter() - began


@dataclass(frozen=True, slots=True)
class Frames:
    """Milliseconds of the frames on a screen."""

    name: str
    count: int
    median: float
    late: float
    """The 99th percentile."""
    worst: float


def measure(table: Table, shot: Shot) -> Frames | None:
    """Use a screen for some seconds; None where the state cannot be brought up."""
    hand = table.hand(shot.station, AsideLink)
    if shot.bring(hand) is False:
        return None
    stage, now, took = hand.stage, hand.now, []
    for events in _events(stage):
        now += FRAME
        took.append(_frame(stage, events, now))
    each = np.array(took) * 1000
    return Frames(shot.name, len(took), float(np.median(each)), float(np.percentile(each, 99)), float(each.max()))


def _frame(stage: Stage, events: list[pygame.event.Event], now: float) -> float:
    """Seconds of one frame, without the game's own work."""
    link = stage.link
    assert isinstance(link, AsideLink)
    aside, began = link.spent, time.perf_counter()
    for event in events:
        take(stage, event)
    step(stage, now)
    return time.perf_counter() - began - (link.spent - aside)


def _events(stage: Stage) -> Events:
    """What each frame takes."""
    yield from _hovering(stage)
    for at in _of(stage, Scroll.wheel):
        yield from _turning(at)
    for at in _of(stage, None):
        yield from _dragging(at)


def _hovering(stage: Stage) -> Events:
    """From control to control, with points between them."""
    ui = stage.ui
    points = [point for at in focusable(ui) if (point := point_of(ui, at))]
    points = points or [(0, 0), (ui.surface.get_width() - 1, ui.surface.get_height() - 1)]
    steps = max(1, HOVERS // max(1, len(points)))
    for (x, y), (u, v) in zip(points, [*points[1:], points[0]], strict=True):
        for nth in range(steps):
            share = nth / steps
            yield [_moved((round(x + (u - x) * share), round(y + (v - y) * share)))]


def _of(stage: Stage, wheel: object) -> list[Placed]:
    """What scrolls with a wheel, or else what is dragged as a map is: live nodes that take a drag."""
    placed = list(stage.ui.top.placed) if stage.ui.top else []
    if wheel is not None:
        return [p for p in placed if type(p.node).wheel is not Node.wheel and p.visible.w and p.visible.h]
    return [p for p in placed if p.node.live and type(p.node).drag is not Node.drag and p.visible.w]


def _turning(at: Placed) -> Events:
    yield [_moved(at.visible.center)]
    for nth in range(TURNS):
        steps = -1 if nth < TURNS // 2 else 1
        yield [pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=steps, precise_y=float(steps))]


def _dragging(at: Placed) -> Events:
    x, y = at.visible.center
    yield [_moved((x, y)), pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1)]
    for nth in range(DRAGS):
        turn = 2 * np.pi * nth / DRAGS
        yield [_moved((round(x + 260 * np.sin(turn)), round(y + 140 * np.sin(2 * turn))))]
    yield [pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(x, y), button=1)]


def _moved(pos: tuple[int, int]) -> pygame.event.Event:
    return pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0))
