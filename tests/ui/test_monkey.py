"""Random clicks and keys over all screens raise nothing and leave a save that can be loaded."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pygame
import pytest

from game.play.campaign import Campaign
from game.store.folder import Autosaves
from game.ui.app.loop import step, take
from game.ui.app.stage import Stage
from game.ui.kit.composed import focusable
from game.ui.kit.findings import point_of
from game.ui.screens.register import SCREENS
from game.ui.shots.catalogue import shots
from game.ui.shots.hand import Table
from game.ui.shots.stations import Stations
from tests.play.builders import BASE, the_book

pytestmark = pytest.mark.skipif(
    bool({"ledger", "encyclopaedia", "console", "press"} - set(SCREENS)), reason="some screens are not there yet"
)
KEYS = [getattr(pygame, name) for name in dir(pygame) if name.startswith("K_") and "PRINT" not in name]
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789 .-()[]"
MODS = (0, 0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL, pygame.KMOD_ALT)


class Monkey:
    """Does anything, anywhere; a click meets a control every other time."""

    def __init__(self, stage: Stage, draw: Random) -> None:
        self.stage, self.draw = stage, draw
        self.now, self.left, self.seen = 1.0, 0, set[str]()

    def act(self) -> None:
        """One act and the frame after it."""
        way = self.draw.choices((self._click, self._key, self._wheel, self._drag), (60, 25, 10, 5))[0]
        way()
        self.now += self.draw.choice((0.02, 0.02, 0.5))
        step(self.stage, self.now)
        self.seen |= {layer.screen.name for layer in self.stage.ui.layers}
        if self.stage.quitting:
            self.stage.quitting = self.stage.closing = False
            self.left += 1

    def _somewhere(self) -> tuple[int, int]:
        ui = self.stage.ui
        controls = focusable(ui)
        if controls and self.draw.random() < 0.5:
            point = point_of(ui, self.draw.choice(controls))
            if point is not None:
                return point
        return self.draw.randrange(ui.surface.get_width()), self.draw.randrange(ui.surface.get_height())

    def _mouse(self, kind: int, pos: tuple[int, int], **more: object) -> None:
        take(self.stage, pygame.event.Event(kind, pos=pos, **more))

    def _click(self) -> None:
        pos, button = self._somewhere(), self.draw.choice((1, 1, 1, 1, 2, 3))
        self._mouse(pygame.MOUSEMOTION, pos, rel=(0, 0), buttons=(0, 0, 0))
        self._mouse(pygame.MOUSEBUTTONDOWN, pos, button=button)
        self._mouse(pygame.MOUSEBUTTONUP, pos, button=button)

    def _drag(self) -> None:
        self._mouse(pygame.MOUSEBUTTONDOWN, self._somewhere(), button=1)
        for _ in range(3):
            self._mouse(pygame.MOUSEMOTION, self._somewhere(), rel=(0, 0), buttons=(1, 0, 0))
            self.now += 0.02
            step(self.stage, self.now)
        self._mouse(pygame.MOUSEBUTTONUP, self._somewhere(), button=1)

    def _wheel(self) -> None:
        steps = self.draw.choice((-3, -1, 1, 3))
        take(self.stage, pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=steps, precise_y=float(steps)))

    def _key(self) -> None:
        letter = self.draw.choice(LETTERS)
        key = self.draw.choice((pygame.K_TAB, pygame.K_RETURN, pygame.K_ESCAPE, ord(letter), self.draw.choice(KEYS)))
        event = pygame.event.Event(pygame.KEYDOWN, key=key, mod=self.draw.choice(MODS), unicode=letter)
        take(self.stage, event)
        if self.draw.random() < 0.3:
            take(self.stage, pygame.event.Event(pygame.TEXTINPUT, text=letter))


def let_loose(folder: Path, seed: int, acts: int) -> Monkey:
    """A monkey that begins at a state of every screen in turn."""
    table = Table((1280, 720), 100, Stations(folder / "stations"), folder)
    every = shots(SCREENS)
    monkey = Monkey(table.hand().stage, Random(seed))
    for nth, shot in enumerate(every):
        hand = table.hand(shot.station)
        if shot.bring(hand) is False:
            continue
        monkey.stage, monkey.now = hand.stage, hand.now
        for _ in range(acts * (nth + 1) // len(every) - acts * nth // len(every)):
            monkey.act()
    return monkey


def check(folder: Path, monkey: Monkey) -> None:
    """Every screen was met, and what it leaves behind can be gone on with."""
    assert set(SCREENS) <= monkey.seen
    latest = Autosaves(folder / "saves").latest()
    assert latest is not None
    Campaign.load(latest, [BASE], the_book())


def test_random_clicks_and_keys_raise_nothing_and_leave_a_loadable_save(tmp_path: Path) -> None:
    check(tmp_path, let_loose(tmp_path, seed=1, acts=600))


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(2, 4))
def test_twenty_thousand_of_them_raise_nothing_either(seed: int, tmp_path: Path) -> None:
    check(tmp_path, let_loose(tmp_path, seed, acts=20_000))
