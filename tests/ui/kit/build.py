"""An interface on a surface without a window, and hands to use it with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.ui.kit.hotkeys import Hotkeys
from game.ui.kit.interface import Interface
from game.ui.kit.node import Group, Node
from game.ui.kit.rect import Rect
from game.ui.kit.screen import Screen

Build = Callable[[Interface], Sequence[Node]]


class Sheet(Screen):
    """A screen of given nodes."""

    def __init__(self, nodes: Build, name: str = "sheet", over: bool = False, dim: bool = False) -> None:
        super().__init__(name=name, over=over, dim=dim)
        self.nodes = nodes

    def build(self, ui: Interface, space: Rect) -> Node:
        return Group(rect=space, children=tuple(self.nodes(ui)))


class Hands:
    """Uses an interface as a player does; time runs by its own clock."""

    def __init__(self, nodes: Build, size: tuple[int, int] = (1600, 900), keys: dict[str, str] | None = None) -> None:
        pygame.font.init()
        self.now = 0.0
        self.ui = Interface(pygame.Surface(size), hotkeys=Hotkeys(keys or {}))
        self.ui.open(Sheet(nodes))
        self.look()

    def look(self, seconds: float = 0.02) -> list[pygame.Rect]:
        """Let some time pass and draw."""
        self.now += seconds
        return self.ui.draw(self.now)

    def move(self, x: float, y: float) -> None:
        self.ui.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(int(x), int(y)), rel=(0, 0), buttons=(0, 0, 0)))
        self.look()

    def hold(self, x: float, y: float) -> None:
        self.ui.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(int(x), int(y)), button=1))
        self.look()

    def let_go(self, x: float, y: float) -> None:
        self.ui.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(int(x), int(y)), button=1))
        self.look()

    def click(self, x: float, y: float) -> None:
        self.move(x, y)
        self.hold(x, y)
        self.let_go(x, y)

    def wheel(self, steps: float) -> None:
        self.ui.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=int(steps), precise_y=steps))
        self.look()

    def key(self, key: int, mod: int = 0, letter: str = "") -> None:
        self.ui.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=letter))
        self.look()

    def write(self, text: str) -> None:
        self.ui.handle(pygame.event.Event(pygame.TEXTINPUT, text=text))
        self.look()

    @property
    def said(self) -> list[str]:
        """The sentences at the foot."""
        return [toast.text for toast in self.ui.toasts]

    def names(self) -> list[str]:
        """Keys of all nodes that are laid out in front."""
        return [p.path[-1] for p in self.ui.top.placed] if self.ui.top else []
