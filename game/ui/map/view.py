"""The map on a screen: zoom about the pointer, drag, keys, and a small map of the whole."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.ui.kit.canvas import Canvas, Written
from game.ui.kit.fonts import Fonts
from game.ui.kit.node import Node
from game.ui.kit.palette import Palette
from game.ui.kit.rect import Point, Rect
from game.ui.map.atlas import Province, load
from game.ui.map.camera import Camera, View
from game.ui.map.modes import mode
from game.ui.map.picture import FrontPicture
from game.ui.map.reading import texts_of
from game.ui.map.scene import Scene
from game.ui.map.tiles import Look, Tiles, kept

if TYPE_CHECKING:
    from game.ui.kit.interface import Interface

SECONDS = 0.0025
"""Of a frame that may be spent on painting tiles ahead of need."""
STRIDE = 90.0
"""Design units that an arrow key moves the map."""
STILL = 4.0
"""Design units under which a drag is a press."""

WAYS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}
CLOSER = (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS, pygame.K_PAGEUP)
FURTHER = (pygame.K_MINUS, pygame.K_KP_MINUS, pygame.K_PAGEDOWN)


@dataclass
class Chart:
    """The map with all that has been drawn of it: one for the whole run, shared by the screens."""

    tiles: Tiles = field(default_factory=lambda: Tiles(load()))
    _scenes: OrderedDict[Hashable, Scene] = field(default_factory=OrderedDict)
    _drawn: dict[Hashable, pygame.Surface] = field(default_factory=dict)
    _jobs: list[Callable[[], object]] = field(default_factory=list)
    _warmed: Hashable = None

    def scene(self, picture: FrontPicture, k: float, unit: float, palette: Palette, fonts: Fonts) -> Scene:
        """What stands on the ground at a zoom."""
        key = (picture, round(k, 5), unit, palette.name)
        return kept(
            self._scenes, key, 16, lambda: Scene(self.tiles.known(picture), k, unit, palette, fonts, self._drawn)
        )

    def warm(self, look: Look, zooms: Sequence[float], fonts: Fonts) -> bool:
        """Do one of the jobs that spare a wait when the player zooms; False: there is none left."""
        key = look.key, look.picture, tuple(zooms)
        if key != self._warmed:
            self._warmed, self._jobs = key, []
            for k in zooms:
                way = mode(look.mode)
                self._jobs += self.tiles.sheet(k, look.unit).warm(way.borders, way.rails)
                scene = self.scene(look.picture, k, look.unit, look.palette, fonts)
                self._jobs.append(partial(getattr, scene, "labels"))
        if self._jobs:
            self._jobs.pop(0)()
        return bool(self._jobs)


@dataclass(kw_only=True, eq=False)
class MapView(Node):
    """A part of the map that the player moves. chart: keeps what is drawn. choose: told which province was pressed.

    covered: where other things lie on it (design units); a name that they would cut is left out.
    The camera is remembered by the screen under the node's key; a MapInset of the same key shows and moves it.
    """

    chart: Chart
    picture: FrontPicture = field(default_factory=FrontPicture)
    mode: str = "front"
    choose: Callable[[Province | None], object] | None = None
    covered: Sequence[Rect] = ()
    live: bool = True
    opaque: bool = True
    clip: bool = True
    _view: View | None = None
    _look: Look | None = None

    # drawing ----------------------------------------------------------------------------------------------------------

    def expand(self, ui: Interface) -> Sequence[Node]:
        """Find where the camera stands, and paint some of what it lacks."""
        self._view = view = view_of(ui, self)
        self._look = look = Look(self.picture, self.mode, ui.palette, ui.measure.scale)
        first = not self.chart.tiles.painted
        tiles = self.chart.tiles
        if tiles.prepare(look, view.k, view.seen, None if ui.still or first else SECONDS):
            ui.moving = True
        else:
            ui.moving |= not ui.still and self.chart.warm(look, view.zooms, ui.fonts)
        return self.children

    def look(self) -> Hashable:
        """Where it looks, at what, and how much of it has been painted."""
        camera = self._view.camera if self._view else None
        return camera, self.picture, self.mode, self.chart.tiles.painted, tuple(self.covered)

    def show(self, target: pygame.Surface, box: pygame.Rect, canvas: Canvas) -> None:
        """Put tiles and things on the screen."""
        view, look = self._view, self._look
        if view is None or look is None:
            return
        self.chart.tiles.show(target, box.topleft, look, view.k, view.seen)
        scene = self.chart.scene(self.picture, view.k, look.unit, canvas.palette, canvas.fonts)
        scene.show(target, box.topleft, view.seen, self._covered(view))

    def texts(self, box: pygame.Rect, canvas: Canvas) -> Sequence[Written]:
        """Names and flags that are seen."""
        view, look = self._view, self._look
        if view is None or look is None:
            return ()
        ground = pygame.Surface(box.size, 0, 32)
        self.chart.tiles.show(ground, (0, 0), look, view.k, view.seen)
        scene = self.chart.scene(self.picture, view.k, look.unit, canvas.palette, canvas.fonts)
        return texts_of(scene, ground, box.topleft, view.seen, self._covered(view))

    def _covered(self, view: View) -> list[pygame.Rect]:
        """What lies on it, in pixels of the zoom."""
        unit, seen = view.unit, view.seen
        return [
            pygame.Rect(round((r.x - self.rect.x) * unit) + seen.left, round((r.y - self.rect.y) * unit) + seen.top,
                        round(r.w * unit), round(r.h * unit))
            for r in self.covered
        ]  # fmt: skip

    # hands ------------------------------------------------------------------------------------------------------------

    @property
    def focusable(self) -> bool:
        """Keys move it."""
        return True

    def province_at(self, ui: Interface, x: float, y: float) -> Province | None:
        """The province below a point of the screen, design units."""
        return self.chart.tiles.atlas.province_at(view_of(ui, self).place(*self._pixel(ui, x, y)))

    def press(self, ui: Interface, x: float, y: float) -> None:
        """Say which province was pressed, unless the map was dragged."""
        if self.choose is not None and not ui.recall(f"{self.key}.dragged", False):
            self.choose(self.province_at(ui, x, y))

    def drag(self, ui: Interface, x: float, y: float, start: bool) -> bool:
        """The map follows the pointer."""
        if start:
            ui.remember(f"{self.key}.held", (x, y, view_of(ui, self).camera))
            ui.remember(f"{self.key}.dragged", False)
            return True
        nothing: tuple[float, float, Camera] = (x, y, view_of(ui, self).camera)
        held_x, held_y, camera = ui.recall(f"{self.key}.held", nothing)
        if max(abs(x - held_x), abs(y - held_y)) > STILL:
            ui.remember(f"{self.key}.dragged", True)
        unit = ui.measure.scale
        moved = view_of(ui, self, camera).moved((held_x - x) * unit, (held_y - y) * unit)
        ui.remember(f"{self.key}.camera", moved.camera)
        return True

    def wheel(self, ui: Interface, steps: float, x: float, y: float) -> bool:
        """Zoom about the pointer."""
        self._zoom(ui, 1 if steps > 0 else -1, self._pixel(ui, x, y))
        return True

    def keyed(self, ui: Interface, event: pygame.event.Event) -> bool:
        """Arrows move it, plus and minus zoom, home goes back to where it stood at first."""
        view, unit = view_of(ui, self), ui.measure.scale
        if event.key in WAYS:
            way = WAYS[event.key]
            ui.remember(f"{self.key}.camera", view.moved(way[0] * STRIDE * unit, way[1] * STRIDE * unit).camera)
        elif event.key in CLOSER or event.key in FURTHER:
            self._zoom(ui, 1 if event.key in CLOSER else -1, (view.size[0] / 2, view.size[1] / 2))
        elif event.key == pygame.K_HOME:
            ui.remember(f"{self.key}.camera", Camera())
        else:
            return False
        return True

    def _zoom(self, ui: Interface, steps: int, about: Point) -> None:
        ui.remember(f"{self.key}.camera", view_of(ui, self).zoomed(steps, *about).camera)

    def _pixel(self, ui: Interface, x: float, y: float) -> Point:
        return (x - self.rect.x) * ui.measure.scale, (y - self.rect.y) * ui.measure.scale


@dataclass(kw_only=True, eq=False)
class MapInset(Node):
    """The whole map, small, with a frame round what its MapView shows; pressing goes there."""

    of: MapView
    live: bool = True
    opaque: bool = True
    _seen: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    _look: Look | None = None

    @staticmethod
    def high(chart: Chart, wide: float) -> float:
        """Design units of its height at a width."""
        left, top, right, foot = chart.tiles.atlas.bounds
        return wide * (foot - top) / (right - left)

    def expand(self, ui: Interface) -> Sequence[Node]:
        """Find what the view shows."""
        view = view_of(ui, self.of)
        self._look = Look(self.of.picture, self.of.mode, ui.palette, ui.measure.scale)
        left, top, right, foot = view.bounds
        (x, y), (u, v) = view.place(0, 0), view.place(*view.size)
        across, down = right - left, foot - top
        self._seen = (x - left) / across, (y - top) / down, (u - x) / across, (v - y) / down
        return self.children

    def look(self) -> Hashable:
        """What is framed, and the picture."""
        done = self._look is not None and self.of.chart.tiles.has_whole(self._look)
        return self._seen, self.of.picture.ground, self.of.mode, done

    def show(self, target: pygame.Surface, box: pygame.Rect, canvas: Canvas) -> None:
        """The whole from afar, and the frame."""
        if self._look is None:
            return
        target.blit(self.of.chart.tiles.small(self._look, box.size), box)
        thick = max(1, round(2 * canvas.scale))
        x, y, w, h = self._seen
        frame = pygame.Rect(box.x + x * box.w, box.y + y * box.h, w * box.w, h * box.h).clip(box)
        pygame.draw.rect(target, canvas.palette["light"], frame.inflate(2 * thick, 2 * thick).clip(box), 3 * thick)
        pygame.draw.rect(target, canvas.palette["ink"], frame, thick)
        pygame.draw.rect(target, canvas.palette["ink"], box, thick)

    @property
    def solid(self) -> bool:
        """It takes the pointer."""
        return True

    def drag(self, ui: Interface, x: float, y: float, start: bool) -> bool:
        """The view goes to the pointer."""
        left, top, right, foot = self.of.chart.tiles.atlas.bounds
        camera = view_of(ui, self.of).camera
        across, down = (x - self.rect.x) / self.rect.w, (y - self.rect.y) / self.rect.h
        there = Camera(left + across * (right - left), top + down * (foot - top), camera.step)
        ui.remember(f"{self.of.key}.camera", view_of(ui, self.of, there).camera)
        return True

    def wheel(self, ui: Interface, steps: float, x: float, y: float) -> bool:
        """Zoom about the middle."""
        return self.of.wheel(ui, steps, *self.of.rect.centre)


def view_of(ui: Interface, node: MapView, camera: Camera | None = None) -> View:
    """Where a map's camera stands, or another, within the map."""
    at = camera or ui.recall(f"{node.key}.camera", Camera())
    box = ui.measure.box(node.rect)
    return View(at, (box.w, box.h), ui.measure.scale, node.chart.tiles.atlas.bounds).clamped
