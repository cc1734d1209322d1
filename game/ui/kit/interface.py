"""The interface: layers of screens, what the pointer and the keys do to them, and what they remember."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar, cast

import pygame

from game.ui.kit.fonts import Fonts
from game.ui.kit.frame import Frame, shown_of
from game.ui.kit.hotkeys import Hotkeys
from game.ui.kit.keyboard import press_key
from game.ui.kit.layout import Measure, Path, Placed, lay_out
from game.ui.kit.node import IDLE, Act, Group, Node, Status, Tip
from game.ui.kit.overlay import Scrim, overlays
from game.ui.kit.palette import Palette, palette
from game.ui.kit.pictures import Pictures
from game.ui.kit.pointer import Pointer
from game.ui.kit.tips import PinnedTip

if TYPE_CHECKING:
    from game.ui.kit.screen import Screen

T = TypeVar("T")
TOAST_SECONDS = 5.0


@dataclass(slots=True)
class Toast:
    """A sentence that stands for some seconds. urgent: in red."""

    text: str
    until: float
    urgent: bool = False


@dataclass(slots=True)
class Layer:
    """An open screen with the tree that it built last."""

    screen: Screen
    root: Node | None = None
    placed: list[Placed] = field(default_factory=list)


class Interface:
    """Screens on a surface.

    `handle` takes events, `draw` puts what changed on the surface; neither waits. now: seconds, as `draw` was told.
    """

    def __init__(
        self, surface: pygame.Surface, percent: int = 100, colours: str = "standard", hotkeys: Hotkeys | None = None
    ) -> None:
        self.surface, self.percent = surface, percent
        self.fonts = Fonts()
        self.measure = Measure.of(surface.get_size(), percent)
        self.pictures = Pictures(palette(colours), self.fonts, self.measure.scale)
        self.hotkeys = hotkeys or Hotkeys({})
        self.still = False
        self.actions: dict[str, Act] = {}
        """What hotkeys do on every screen."""
        self.explainer: Callable[[str], Tip | None] = lambda ref: None
        """What a link of a rich text explains when it is hovered."""
        self.follow: Callable[[str], object] = lambda ref: None
        """Where a link of a rich text leads when it is pressed."""
        self.layers: list[Layer] = []
        self.pointer = Pointer()
        self.focus: Path = ()
        self.focus_shown = False
        self.toasts: list[Toast] = []
        self.now = 0.0
        self.moving = False
        self._memory: dict[tuple[str, str], object] = {}
        self._motions: dict[str, float] = {}
        self._frame = Frame()
        self._stale = self._whole = True

    # screens ----------------------------------------------------------------------------------------------------------

    @property
    def palette(self) -> Palette:
        """The colours in use."""
        return self.pictures.palette

    @property
    def top(self) -> Layer | None:
        """The layer that takes the hands."""
        return self.layers[-1] if self.layers else None

    def open(self, screen: Screen) -> None:
        """Put a screen on top: a dialog over what is there, anything else in its place."""
        if not screen.over:
            self.layers.clear()
        self.layers.append(Layer(screen))
        self._hands_off()
        screen.opened(self)
        self.refresh()

    def close(self, screen: Screen) -> None:
        """Close a screen and what lies above it."""
        at = next((i for i, layer in enumerate(self.layers) if layer.screen is screen), -1)
        if at >= 0:
            del self.layers[at:]
            self._hands_off()
            self.refresh()

    def _hands_off(self) -> None:
        self.focus, self.focus_shown = (), False
        self.pointer.let_go()

    def refresh(self) -> None:
        """Something that screens show has changed: build them anew before the next frame."""
        self._stale = True

    def resize(self, surface: pygame.Surface, percent: int | None = None) -> None:
        """Another window or another scale."""
        self.surface, self.percent = surface, percent or self.percent
        self.measure = Measure.of(surface.get_size(), self.percent)
        self._repaint(self.pictures.palette)

    def recolour(self, name: str) -> None:
        """Another palette."""
        self._repaint(palette(name))

    def _repaint(self, colours: Palette) -> None:
        folder = self.pictures.folder
        self.pictures = Pictures(colours, self.fonts, self.measure.scale, folder)
        self._stale = self._whole = True

    def expose(self) -> None:
        """The window was covered: draw all of it."""
        self._whole = self._stale = True

    # memory -----------------------------------------------------------------------------------------------------------

    def recall(self, key: str, otherwise: T) -> T:
        """What the screen on whose behalf this is asked remembers under a key."""
        return cast(T, self._memory.get((self._whose(), key), otherwise))

    def remember(self, key: str, value: object) -> None:
        """Keep something for the screen in front, such as how far a list is scrolled."""
        self._memory[self._whose(), key] = value
        self.refresh()

    def _whose(self) -> str:
        return self._building.screen.name if self._building else (self.top.screen.name if self.top else "")

    _building: Layer | None = None

    def say(self, text: str, urgent: bool = False) -> None:
        """A sentence at the foot of the window, for some seconds."""
        self.toasts = [t for t in self.toasts if t.text != text][-2:]
        self.toasts.append(Toast(text, self.now + TOAST_SECONDS, urgent))
        self.refresh()

    def tip_now(self) -> tuple[Placed, Tip] | None:
        """What the pointer has rested on long enough, or the keys stand on, with its tip."""
        if self.top is None:
            return None
        path = self.pointer.over if self.pointer.rested else self.focus if self.focus_shown else ()
        at = self.found(path)
        if at is None or at.node.tip is None:
            return None
        tip = at.node.tip if isinstance(at.node.tip, Tip) else at.node.tip()
        return at, tip

    def pin_tip(self) -> None:
        """Keep the tip that is seen now, so that the links in it can be reached."""
        seen = self.tip_now()
        if seen is not None:
            self.open(PinnedTip(seen[1], seen[0].place))

    def motion(self, key: str, seconds: float) -> float:
        """How far a movement that began when it was first asked for has come, 0 to 1; 1 at once where all is still."""
        if self.still or seconds <= 0:
            return 1.0
        start = self._motions.setdefault(key, self.now)
        share = min(1.0, (self.now - start) / seconds)
        if share < 1:
            self.moving = True
        return 1 - (1 - share) ** 3

    def stop_motion(self, key: str) -> None:
        """Let a movement begin anew when it is next asked for."""
        self._motions.pop(key, None)

    # hands ------------------------------------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> None:
        """Take an event of the window."""
        if event.type == pygame.KEYDOWN:
            press_key(self, event)
        elif event.type == pygame.TEXTINPUT:
            at = self.focused()
            if at is not None and at.node.typed(self, event.text):
                self.refresh()
        else:
            self.pointer.handle(self, event)

    def found(self, path: Path) -> Placed | None:
        """The node of a path in the layer in front, if it is still there."""
        if self.top is None or not path:
            return None
        return next((p for p in self.top.placed if p.path == path), None)

    def under(self, px: float, py: float) -> Placed | None:
        """The uppermost node of the layer in front at which the pointer stops, at a pixel of the window."""
        for at in reversed(self.top.placed if self.top else ()):
            if at.node.solid and at.visible.collidepoint(px, py):
                return at
        return None

    def focused(self) -> Placed | None:
        """The node that the keys go to."""
        return self.found(self.focus)

    def set_focus(self, path: Path, shown: bool) -> None:
        """Give the keys to a node. shown: with a frame round it, as after a key."""
        if (path, shown) != (self.focus, self.focus_shown):
            self.focus, self.focus_shown = path, shown
            self.refresh()

    def known_actions(self) -> Mapping[str, Act]:
        """What hotkeys do now: those of the screen in front, then those of every screen."""
        own = dict(self.top.screen.actions(self)) if self.top else {}
        return {**self.actions, **own}

    @property
    def awaits(self) -> bool:
        """Whether a tip or a sentence is due soon, without any event."""
        return bool(self.toasts) or (bool(self.pointer.over) and not self.pointer.rested)

    @property
    def rests(self) -> bool:
        """Whether the surface shows all that there is, and nothing moves on it."""
        return not (self.moving or self._stale or self._whole)

    @property
    def takes_hands(self) -> bool:
        """Whether all that can be pressed is on the surface; at most a late picture is to follow."""
        return self.rests or (self.pictures.waiting and not self._whole)

    # frames -----------------------------------------------------------------------------------------------------------

    def draw(self, now: float) -> list[pygame.Rect]:
        """Bring the surface up to date; the rectangles that changed."""
        self.now = now
        for layer in self.layers:
            layer.screen.tick(self, now)
        self._drop_old(now)
        self.pointer.tick(self)
        if not (self._stale or self.moving or self._whole):
            return []
        self.moving = False
        self.pictures.begin_frame()
        if self._stale or self._whole:
            self._build()
        shown = shown_of([(p, self._status(p, layer)) for layer in self.layers for p in layer.placed], self.pictures)
        over = [(p, IDLE) for p in overlays(self)]
        shown += shown_of(over, self.pictures)
        drawn = self._frame.draw(self.surface, shown, self.pictures, self._whole)
        self._whole = False
        self.moving |= self.pictures.waiting
        self._stale = self.moving
        return drawn

    def _build(self) -> None:
        for layer in self.layers:
            self._building = layer
            layer.root = layer.screen.build(self, self.measure.space)
            if layer.screen.dim:
                layer.root = Group(rect=self.measure.space, children=[Scrim(rect=self.measure.space), layer.root])
            layer.placed = list(lay_out(self, layer.root, self.measure))
        self._building = None
        self.pointer.look(self)

    def _status(self, placed: Placed, layer: Layer) -> Status:
        if layer is not self.top or not placed.node.reacts:
            return IDLE
        return Status(self.pointer.over == placed.path, self.focus == placed.path, self.pointer.pressed == placed.path)

    def _drop_old(self, now: float) -> None:
        left = [t for t in self.toasts if t.until > now]
        if len(left) != len(self.toasts):
            self.toasts = left
            self.refresh()
