"""What stands on the ground at one zoom: marks and names of towns, waters, wedges, flags; each drawn once and kept."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

import pygame

from game.ui.kit.canvas import Canvas
from game.ui.kit.fonts import Fonts
from game.ui.kit.palette import Palette
from game.ui.map.flags import PlacedFlag, PlacedWedge, draw_flag, draw_wedge, drives, stand
from game.ui.map.known import Known
from game.ui.map.labels import MOST, Label, Layout, Style, lay_out, rank_of

HALO = 2.4
"""Design units of light round a name."""
MOST_DRAWN = 1500
"""Pictures kept."""
GREAT = 2
"""The least rank of a town that no flag may hide."""


@dataclass(frozen=True)
class Scene:
    """The things on a map at a zoom. k: pixels a km. unit: pixels a design unit."""

    known: Known
    k: float
    unit: float
    palette: Palette
    fonts: Fonts
    drawn: dict[Hashable, pygame.Surface] = field(default_factory=dict)
    """Pictures of names, marks and flags, which scenes of any zoom may share."""

    @cached_property
    def flags(self) -> list[PlacedFlag]:
        """Flags where they stand."""
        return stand(self.known, self.k, self.unit, lambda text: self._width(text, "semi", 15) / self.unit, self._great)

    @cached_property
    def _great(self) -> list[pygame.Rect]:
        """Great towns, which flags must leave free."""
        alone = Layout(self.k, self.unit, self._measure)
        for province in self.known.advance.atlas.provinces:
            if rank_of(province) >= GREAT:
                alone.town(province)
        return alone.taken

    @cached_property
    def wedges(self) -> list[PlacedWedge]:
        """Wedges where they drive."""
        return drives(self.known, self.k, self.unit)

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """Names where they have room."""
        taken = [placed.box for placed in self.flags]
        shy = [box for wedge in self.wedges for box in wedge.spine]
        return lay_out(self.known.advance.atlas, self.k, self.unit, self._measure, taken, shy)

    def near(self, seen: pygame.Rect, covered: Sequence[pygame.Rect]) -> list[Label]:
        """Names that are seen, but for those that something on the map (`covered`, pixels of the zoom) would cut."""
        return [
            label for label in self.labels
            if any(box.colliderect(seen) for box in label.boxes)
            and not any(box.collidelist(covered) >= 0 for box in label.boxes)
        ]  # fmt: skip

    def flags_near(self, seen: pygame.Rect, covered: Sequence[pygame.Rect]) -> list[PlacedFlag]:
        """Flags that are seen, but for those that something on the map would cut."""
        return [f for f in self.flags if f.box.colliderect(seen) and f.box.collidelist(covered) < 0]

    def show(
        self, target: pygame.Surface, at: tuple[int, int], seen: pygame.Rect, covered: Sequence[pygame.Rect] = ()
    ) -> None:
        """Put what is seen on a surface. seen: pixels of the zoom; at: where its upper left goes; covered: see near."""
        dx, dy = at[0] - seen.left, at[1] - seen.top
        for wedge in self.wedges:
            if wedge.box.colliderect(seen):
                target.blit(self._kept(wedge, partial(self._wedge, wedge)), wedge.box.move(dx, dy))
        near = self.near(seen, covered)
        for label in near:
            if label.mark is not None:
                mark = self._kept(("mark", label.rank), partial(self._mark, label))
                self._centred(target, mark, label.mark, dx, dy)
        for label in near:
            self._name(target, label, dx, dy)
        for placed in self.flags_near(seen, covered):
            target.blit(self._kept(placed.flag, partial(self._flag, placed)), placed.box.move(dx, dy))

    # drawing ----------------------------------------------------------------------------------------------------------

    def _kept(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        whole = (key, self.unit, self.palette.name)
        if whole not in self.drawn:
            if len(self.drawn) > MOST_DRAWN:
                self.drawn.clear()
            self.drawn[whole] = make()
        return self.drawn[whole]

    def _centred(
        self, target: pygame.Surface, sprite: pygame.Surface, at: tuple[float, float], dx: int, dy: int
    ) -> None:
        target.blit(sprite, (round(at[0]) + dx - sprite.get_width() // 2, round(at[1]) + dy - sprite.get_height() // 2))

    def _name(self, target: pygame.Surface, label: Label, dx: int, dy: int) -> None:
        sprite = self._kept((label.text, label.style, label.turn), lambda: self._text(label))
        if label.mark is None:
            self._centred(target, sprite, label.at, dx, dy)
        else:
            x, y = round(label.at[0]) + dx, round(label.at[1]) + dy
            target.blit(sprite, (x - self._halo, y - sprite.get_height() // 2))

    @property
    def _halo(self) -> int:
        return math.ceil(HALO * self.unit) + 1

    def _canvas(self, wide: float, high: float, scale: float = 0.0) -> Canvas:
        surface = pygame.Surface((math.ceil(wide), math.ceil(high)), pygame.SRCALPHA, 32)
        return Canvas(surface, scale or self.unit, self.palette, self.fonts)

    def _mark(self, label: Label) -> pygame.Surface:
        radius = label.style.dot
        side = math.ceil((radius + 3) * self.unit) * 2 + 1
        canvas = self._canvas(side, side)
        middle = side / 2 / self.unit
        if label.rank == MOST:
            canvas.circle(middle, middle, radius, "paper")
            canvas.circle(middle, middle, radius - 2, "red")
            canvas.star(middle, middle + 0.6, radius - 6, "paper")
            return canvas.surface
        canvas.circle(middle, middle, radius + 2, "light")
        canvas.circle(middle, middle, radius, "ink")
        if label.rank:
            canvas.circle(middle, middle, radius - 2.4, "light")
        if label.rank == 2:
            canvas.circle(middle, middle, radius - 4.6, "ink")
        return canvas.surface

    def _text(self, label: Label) -> pygame.Surface:
        style, halo = label.style, self._halo
        wide, high = self._measure(label.text, style)
        track = style.track
        if label.mark is None:
            side = wide + 4 * halo
            canvas = self._canvas(side, side)
            middle = side / 2 / self.unit
            canvas.turned_text(
                middle, middle, label.text, label.turn, style.face, style.size, style.colour, track=track
            )
            return canvas.surface
        canvas = self._canvas(wide + 2 * halo, high * 2.2 + 2 * halo)
        x, y = halo / self.unit, canvas.surface.get_height() / 2 / self.unit
        for nth in range(12):
            turn = nth * math.pi / 6
            away = HALO * math.cos(turn), HALO * math.sin(turn)
            canvas.text(x + away[0], y + away[1], label.text, style.face, style.size, "light", "left", "middle", track)
        canvas.text(x, y, label.text, style.face, style.size, style.colour, "left", "middle", track)
        return canvas.surface

    def _flag(self, placed: PlacedFlag) -> pygame.Surface:
        canvas = self._canvas(*placed.box.size)
        draw_flag(canvas, placed.flag)
        return canvas.surface

    def _wedge(self, placed: PlacedWedge) -> pygame.Surface:
        canvas = self._canvas(*placed.box.size, scale=1.0)
        with canvas.moved(-placed.box.left, -placed.box.top):
            draw_wedge(canvas, placed)
        return canvas.surface

    # measuring --------------------------------------------------------------------------------------------------------

    def _width(self, text: str, face: str, size: float, track: float = 0) -> float:
        return float(self.fonts.width(text, face, max(6, round(size * self.unit)), round(track * self.unit)))

    def _measure(self, text: str, style: Style) -> tuple[float, float]:
        top, foot = self.fonts.caps(style.face, max(6, round(style.size * self.unit)))
        return self._width(text, style.face, style.size, style.track), float(foot - top)
