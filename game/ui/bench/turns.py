"""How long the player waits: for a campaign to begin, and from the end of a turn to the next input."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pygame

from game.lab.run import BASE
from game.play.campaign import Campaign
from game.play.opening import Opening
from game.rulebook.book import Rulebook
from game.store.folder import Autosaves
from game.store.settings import Settings
from game.ui.app.loop import idle, step
from game.ui.app.stage import Folders, Stage
from game.ui.app.start import make_stage
from game.ui.link.process import ProcessLink
from game.ui.link.server import Call
from game.ui.shots.stations import SCENARIO

OPENING = Opening((BASE,), SCENARIO, seed=69, person="molotov")
PAUSE = 0.0005


@dataclass(slots=True)
class Waits:
    """Seconds. begin: from the button to the first card. acts: of each answer and end of day, and of the game alone."""

    begin: float = 0.0
    acts: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)

    @property
    def beside(self) -> np.ndarray:
        """What each act takes beside the game's own time."""
        count = min(len(self.acts), len(self.own))
        return np.array(self.acts[:count]) - np.array(self.own[:count])


def measure(surface: pygame.Surface, folder: Path, book: Rulebook) -> Waits:
    """Play the chapter by first options through the process, and the same moves without a window."""
    waits = Waits()
    link = ProcessLink(folder / "turns", 10)
    folders = Folders((BASE,), folder / "turns", folder / "settings.json", folder / "pictures")
    stage = make_stage(surface, link, Settings(still=True), folders)
    try:
        done: list[object] = []
        link.ask(Call("warm", ((BASE,), SCENARIO)), done.append, done.append)
        _until(stage, lambda: bool(done))
        stage.show("menu")
        _until(stage, lambda: stage.ui.rests)
        waits.begin = _act(stage, lambda: stage.begin(OPENING))
        while stage.now.view.halt in ("question", "orders"):
            waits.acts.append(_act(stage, lambda: _move(stage)))
    finally:
        link.stop()
    waits.own = _alone(folder, book)
    return waits


def _act(stage: Stage, act: Callable[[], object]) -> float:
    """Seconds from an act to the frame in which the next input may come. Returns when the window has rested."""
    began = time.perf_counter()
    act()
    _until(stage, lambda: not stage.running and stage.ui.takes_hands)
    took = time.perf_counter() - began
    _until(stage, lambda: stage.ui.rests and not stage.link.busy)
    while idle(stage):
        pass
    return took


def _until(stage: Stage, holds: Callable[[], bool]) -> None:
    while True:
        step(stage, time.monotonic())
        if holds():
            return
        time.sleep(PAUSE)


def _move(stage: Stage) -> None:
    """The first open option, or the end of the day."""
    view = stage.now.view
    if view.halt == "question":
        stage.answer(next(option.id for option in view.questions[0].options if option.open))
    else:
        stage.advance()


def _alone(folder: Path, book: Rulebook) -> list[float]:
    """Seconds of the same acts in the campaign itself, with its autosaves."""
    campaign = Campaign.new(OPENING, book, Autosaves(folder / "alone"))
    out = []
    while campaign.halt in ("question", "orders"):
        open_now = [o.id for q in campaign.view().questions[:1] for o in q.options if o.open]
        began = time.perf_counter()
        if campaign.halt == "question":
            campaign.answer(open_now[0])
        else:
            campaign.advance()
        out.append(time.perf_counter() - began)
    return out
