"""The window and its loop: events in, frames out, no waiting for the game."""

from __future__ import annotations

import signal
import time

import pygame

from game.ui.app.leaving import close_window, picture_autosave
from game.ui.app.stage import Stage
from game.ui.app.witness import Witness
from game.ui.link.process import ENDED
from game.ui.link.tidy import Idle, settle

FRAME = 1 / 60
"""Seconds between frames while something moves or is awaited."""

IDLE = 0.25
"""Seconds between looks at the clock while nothing does."""

TITLE = "Red Wedge: From the Dacha to the Moon"


SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
"""What a system tells a program that is to end."""


def open_window(size: tuple[int, int], full_screen: bool) -> pygame.Surface:
    """The window; pygame.error where there is no display."""
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_caption(TITLE)
    flags = pygame.FULLSCREEN if full_screen else pygame.RESIZABLE
    return pygame.display.set_mode((0, 0) if full_screen else size, flags)


def run(stage: Stage) -> None:
    """Until the player quits."""
    pygame.key.set_repeat(350, 40)
    pygame.key.start_text_input()
    witness, rubbish = Witness.called(), Idle()
    settle()
    _close_when_told()
    while not stage.quitting:
        started = time.monotonic()
        _take_events(stage, wait=_patience(stage))
        step(stage, time.monotonic())
        if witness is not None:
            witness.look(stage)
        _ = idle(stage) or (_patient(stage) and rubbish.look())
        left = FRAME - (time.monotonic() - started)
        if left > 0 and (stage.link.busy or stage.ui.moving):
            time.sleep(left)


def _close_when_told() -> None:
    """Being told to end closes the window, which saves first."""
    for name in SIGNALS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: pygame.event.post(pygame.event.Event(pygame.QUIT)))


def step(stage: Stage, now: float) -> list[pygame.Rect]:
    """One frame: take what the game has sent, and draw what changed."""
    stage.link.poll()
    if stage.link.ended:
        stage.link.ended = False
        stage.ui.say(ENDED, urgent=True)
        stage.lost_the_game()
    if stage.link.busy:
        stage.ui.refresh()
    drawn = stage.ui.draw(now)
    if drawn and pygame.display.get_surface() is stage.ui.surface:
        pygame.display.update(drawn)
    return drawn


def _patient(stage: Stage) -> bool:
    """Whether nothing moves and nothing is awaited."""
    return not (stage.link.busy or stage.ui.moving or stage.ui.awaits)


def idle(stage: Stage) -> bool:
    """One piece of the work that can wait until the window rests and no input has come; whether there was any."""
    if stage.link.busy or not stage.ui.rests or (pygame.display.get_init() and pygame.event.peek()):
        return False
    if stage.unpictured:
        picture_autosave(stage)
        return True
    return _ground_drawn(stage) or stage.ui.pictures.write_one()


def _ground_drawn(stage: Stage) -> bool:
    """Whether a ground that an act may lead to was yet to be drawn, and now is."""
    ui = stage.ui
    found = stage.grounds(ui.measure.space) if stage.grounds is not None and stage.snap is not None else ()
    return any(ui.pictures.prepare(node, ui.measure.box(node.rect).size) for node in found)


def _patience(stage: Stage) -> int:
    """Milliseconds to wait for an event: none while something moves."""
    soon = stage.unpictured or stage.ui.pictures.unwritten
    return 1 if soon or not _patient(stage) else int(IDLE * 1000)


def _take_events(stage: Stage, wait: int) -> None:
    first = pygame.event.wait(wait)
    for event in (first, *pygame.event.get()):
        take(stage, event)


def take(stage: Stage, event: pygame.event.Event) -> None:
    """One event: of the window itself, or of the hands."""
    if event.type == pygame.QUIT:
        close_window(stage)
    elif event.type == pygame.VIDEORESIZE:
        stage.ui.resize(pygame.display.get_surface() or stage.ui.surface)
    elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
        stage.ui.expose()
    elif event.type != pygame.NOEVENT:
        stage.ui.handle(event)
