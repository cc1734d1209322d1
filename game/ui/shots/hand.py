"""Hands that use the game without a window.

Time runs by their own clock, and everything has come to rest after each act.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path

import pygame

from game.lab.run import BASE
from game.store.settings import Settings
from game.ui.app.loop import step
from game.ui.app.stage import Folders, Stage
from game.ui.app.start import make_stage
from game.ui.kit.findings import point_of
from game.ui.kit.layout import Placed
from game.ui.kit.pictures import Pictures
from game.ui.link.link import DirectLink
from game.ui.link.server import Call, Refused, Server
from game.ui.shots.stations import SCENARIO, Stations

MOST_FRAMES = 400
"""After so many frames a screen that still moves is taken as it is."""

FRAME = 0.05
LONG = 6.0
"""Seconds after which every sentence at the foot is gone."""


@dataclass
class Hand:
    """A stage and the time on it."""

    stage: Stage
    now: float = 1.0

    # time -------------------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Let frames pass until nothing moves and the game has answered."""
        ui = self.stage.ui
        for _ in range(MOST_FRAMES):
            self.now += FRAME
            step(self.stage, self.now)
            if ui.rests and not self.stage.link.busy:
                return

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds
        self.settle()

    # finding ----------------------------------------------------------------------------------------------------------

    @property
    def placed(self) -> list[Placed]:
        """What is laid out in front."""
        return self.stage.ui.top.placed if self.stage.ui.top else []

    def find(self, *ends: str) -> Placed | None:
        """The first control in front whose path ends so; an end with * stands for any that begin so."""
        for at in self.placed:
            tail = at.path[-len(ends) :]
            if at.node.solid and len(tail) == len(ends) and all(map(_like, tail, ends)):
                return at
        return None

    # acts -------------------------------------------------------------------------------------------------------------

    def press(self, *ends: str) -> bool:
        """Press a control by the pointer; whether it was there."""
        at = self.find(*ends)
        point = point_of(self.stage.ui, at) if at is not None else None
        if point is None:
            return False
        self.click(point)
        return True

    def click(self, point: tuple[int, int]) -> None:
        """Press the pointer at a pixel and let it go."""
        self.move(point)
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self.stage.ui.handle(pygame.event.Event(kind, pos=point, button=1))
        self.settle()

    def move(self, point: tuple[int, int]) -> None:
        """Move the pointer to a pixel."""
        self.stage.ui.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=point, rel=(0, 0), buttons=(0, 0, 0)))
        self.settle()

    def leave(self) -> None:
        """Take the pointer off the window."""
        self.stage.ui.handle(pygame.event.Event(pygame.WINDOWLEAVE))
        self.settle()

    def rest_on(self, *ends: str) -> bool:
        """Rest the pointer on a control until its tip appears; whether it was there."""
        at = self.find(*ends)
        point = point_of(self.stage.ui, at) if at is not None else None
        if point is None:
            return False
        self.move(point)
        self.wait(1.0)
        self.wait(1.0)
        return True

    def key(self, key: int, letter: str = "", mod: int = 0) -> None:
        """Press a key."""
        self.stage.ui.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=letter))
        if letter:
            self.stage.ui.handle(pygame.event.Event(pygame.TEXTINPUT, text=letter))
        self.settle()

    def write(self, text: str) -> None:
        """Write into what has the focus."""
        for letter in text:
            self.key(pygame.key.key_code(letter) if letter.isalnum() else pygame.K_SPACE, letter)

    def ask(self, method: str, *arguments: object) -> object:
        """What the game answers to a call, or why it was refused."""
        out: list[object] = []
        self.stage.link.ask(Call(method, arguments), out.append, out.append)
        self.settle()
        return out[0] if out else Refused("no answer")


def _like(key: str, wanted: str) -> bool:
    return key.startswith(wanted[:-1]) if wanted.endswith("*") else key == wanted


@dataclass(slots=True)
class Table:
    """Where hands are made: size and scale of the window, stations, folders for what is written.

    Hands share pictures that are drawn already, and the campaign of a station as long as nobody moves it.
    """

    size: tuple[int, int]
    percent: int
    stations: Stations
    folder: Path
    still: bool = True
    surface: pygame.Surface | None = None
    _pictures: Pictures | None = None
    _held: dict[str, tuple[Server, Hashable]] = field(default_factory=dict)

    def hand(self, station: str = "", link: Callable[[Server], DirectLink] = DirectLink) -> Hand:
        """Hands at a station, or before any campaign; nothing is shown yet."""
        saves = self.folder / "saves"
        saves.mkdir(parents=True, exist_ok=True)
        server = self._server(station, saves)
        settings = Settings(scale=self.percent, still=self.still)
        folders = Folders((BASE,), saves, self.folder / "settings.json", self.folder / "pictures")
        surface = self.surface or pygame.Surface(self.size)
        hand = Hand(make_stage(surface, link(server), settings, folders))
        self._share(hand)
        if station:
            hand.stage.moved(hand.ask("look"))
            hand.settle()
        return hand

    def _share(self, hand: Hand) -> None:
        if self._pictures is None:
            self._pictures = hand.stage.ui.pictures
        hand.stage.ui.pictures, hand.stage.ui.fonts = self._pictures, self._pictures.fonts

    def _server(self, station: str, saves: Path) -> Server:
        server, before = self._held.get(station, (None, None))
        if server is None or _place(server) != before:
            server = Server(saves, _books={((BASE,), SCENARIO): self.stations.book})
            if station:
                server.load(self.stations.save(station), (BASE,))
            self._held[station] = server, _place(server)
        return server


def _place(server: Server) -> Hashable:
    """Where its campaign stands."""
    campaign = server.campaign
    return None if campaign is None else (id(campaign), len(campaign.journal), repr(campaign.place))
