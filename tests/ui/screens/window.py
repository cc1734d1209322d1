"""The game behind a surface without a window, and hands to play it with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame

from game.play.campaign import Campaign
from game.store.settings import Settings
from game.ui.app.stage import Folders, Maker, Stage
from game.ui.app.start import make_stage
from game.ui.kit.canvas import Canvas, Written
from game.ui.kit.layout import Placed
from game.ui.kit.node import IDLE
from game.ui.kit.screen import Screen
from game.ui.link.link import DirectLink
from game.ui.link.server import Server
from game.ui.link.snapshot import snapshot
from game.ui.screens.register import SCREENS
from tests.play.builders import BASE, campaign

SIZES = (
    ((1280, 720), 100), ((1600, 900), 75), ((1600, 900), 100), ((1600, 900), 125), ((1600, 900), 150),
    ((2560, 1440), 100),
)  # fmt: skip
"""Windows in which a layout must hold: pixels, and the scale in per cent."""


class Elsewhere(Screen):
    """Stands for a screen that another test is about. given: what it was opened with."""

    def __init__(self, name: str, given: tuple[object, ...]) -> None:
        super().__init__(name=name)
        self.given = given


def _elsewhere(name: str) -> Maker:
    return lambda stage, *given: Elsewhere(name, given)


class Window:
    """Plays the game by mouse and by keyboard; time runs by its own clock."""

    def __init__(self, folder: Path, game: Campaign | None = None, *apart: str) -> None:
        """apart: screens in whose place stands an empty one that keeps what it was opened with."""
        pygame.font.init()
        server = Server(folder, keep=0)
        server.campaign = game or campaign()
        makers = {**SCREENS, **{name: _elsewhere(name) for name in apart}}
        folders = Folders((BASE,), folder, folder / "settings.toml", None)
        self.stage: Stage = make_stage(pygame.Surface((1600, 900)), DirectLink(server), Settings(), folders, makers)
        self.ui = self.stage.ui
        self.ui.still = True
        self.now = 0.0
        self.stage.moved(snapshot(server.campaign))
        self.look()

    @property
    def game(self) -> Campaign:
        """The campaign that is played."""
        assert isinstance(self.stage.link, DirectLink)
        assert self.stage.link.server.campaign is not None
        return self.stage.link.server.campaign

    @property
    def screen(self) -> Screen:
        """What is in front."""
        assert self.ui.top is not None
        return self.ui.top.screen

    def look(self) -> None:
        """Let all answers come, and draw."""
        while self.stage.link.poll():
            pass
        self.now += 0.1
        self.ui.draw(self.now)
        while self.ui.pictures.waiting:
            self.ui.draw(self.now)

    def resize(self, size: tuple[int, int], percent: int = 100) -> None:
        self.ui.resize(pygame.Surface(size), percent)
        self.look()

    # what there is ----------------------------------------------------------------------------------------------------

    def placed(self) -> list[Placed]:
        return self.ui.top.placed if self.ui.top else []

    def find(self, *names: str) -> Placed:
        """The node whose path holds these keys in order."""
        for at in self.placed():
            rest = iter(at.path)
            if at.path[-1] == names[-1] and all(name in rest for name in names):
                return at
        raise AssertionError(f"{names} is not on the screen; there is {[p.path[-1] for p in self.placed()]}")

    def has(self, *names: str) -> bool:
        try:
            self.find(*names)
        except AssertionError:
            return False
        return True

    @property
    def said(self) -> list[str]:
        """The sentences at the foot."""
        return [toast.text for toast in self.ui.toasts]

    def written(self) -> list[tuple[Placed, Written]]:
        """All lines of text of the layer in front, each with the node that wrote it."""
        out = []
        for at in self.placed():
            if at.node.look() is None or at.node.live:
                continue
            notes: list[Written] = []
            surface = pygame.Surface(at.box.size, pygame.SRCALPHA)
            at.node.paint(Canvas(surface, self.ui.measure.scale, self.ui.palette, self.ui.fonts, written=notes), IDLE)
            out += [(at, note) for note in notes]
        return out

    def texts(self) -> list[str]:
        return [note.text for _, note in self.written()]

    # hands ------------------------------------------------------------------------------------------------------------

    def click(self, *names: str) -> None:
        """Press a node with the mouse."""
        pos = self.find(*names).visible.center
        self.ui.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0)))
        self.look()
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self.ui.handle(pygame.event.Event(kind, pos=pos, button=1))
        self.look()

    def key(self, key: int, mod: int = 0) -> None:
        self.ui.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=""))
        self.look()

    def write(self, text: str) -> None:
        self.ui.handle(pygame.event.Event(pygame.TEXTINPUT, text=text))
        self.look()

    def press(self, *names: str) -> None:
        """Go to a node with the keyboard, and press it."""
        wanted = self.find(*names).path
        for _ in range(len(self.placed()) + 1):
            if self.ui.focus == wanted:
                self.key(pygame.K_RETURN)
                return
            self.key(pygame.K_TAB)
        raise AssertionError(f"keys do not reach {names}")


def faults_of_layout(window: Window) -> list[str]:
    """Texts that are too small, cut off at the edge of their node or of the window, or over one another."""
    out, seen = [], []
    frame = window.ui.surface.get_rect()
    for at, note in window.written():
        ink = note.box.move(at.box.topleft)
        if note.size < 15:
            out.append(f"{note.text}: {note.size} is too small")
        if not at.box.inflate(2, 2).contains(ink) or (at.clip == frame and not frame.contains(ink)):
            out.append(f"{note.text}: cut off in {at.path[-1]}")
        shown = ink.clip(at.visible)
        if shown.size != (0, 0) and not note.turned:
            seen.append((note.text, shown.inflate(-2, -2)))
    for nth, (text, box) in enumerate(seen):
        out += [f"{text} lies over {other}" for other, place in seen[nth + 1 :] if box.colliderect(place)]
    return out


def in_all_sizes(window: Window, check: Callable[[], None]) -> None:
    """Look at what is in front in windows of all sizes."""
    for size, percent in SIZES:
        window.resize(size, percent)
        check()
