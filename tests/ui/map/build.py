"""The atlas, fronts on it, and hands on a map."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from game.ui.kit.fonts import Fonts
from game.ui.kit.interface import Interface
from game.ui.kit.node import Node
from game.ui.kit.palette import palette
from game.ui.kit.rect import Rect
from game.ui.map.advance import Advance
from game.ui.map.atlas import Atlas, Province, load
from game.ui.map.camera import Camera
from game.ui.map.known import Known
from game.ui.map.picture import Flag, FrontPicture, Wedge
from game.ui.map.scene import Scene
from game.ui.map.tiles import Tiles
from game.ui.map.view import Chart, MapInset, MapView
from tests.ui.kit.build import Hands


@cache
def atlas() -> Atlas:
    """The atlas of the game, read once for all tests."""
    return load()


@cache
def advance() -> Advance:
    """The line on that atlas."""
    return Advance(atlas())


def a_front(north: float = 180, west: float = 250, south: float = 100) -> FrontPicture:
    """A front as told on some day, with a guess that is worse, flags and wedges."""
    told = {"north": north, "west": west, "south": south}
    return FrontPicture.of(
        told,
        {way: (km + 40, km + 120) for way, km in told.items()},
        flags=(
            Flag("ARMY GROUP NORTH", "axis", "Leningrad", "430-560 k", "reported"),
            Flag("ARMY GROUP CENTRE", "axis", "Moscow", "1.0-1.5 M", "guessed"),
            Flag("WESTERN FRONT", "soviet", "Moscow"),
            Flag("RESERVE FRONT", "soviet", "Moscow"),
        ),
        wedges=(Wedge("Leningrad"), Wedge("Moscow")),
    )


def a_scene(zoom: float, unit: float = 1.0, picture: FrontPicture | None = None) -> Scene:
    """What stands on the map at a zoom, design units a km."""
    known = Known(advance(), picture or a_front())
    return Scene(known, zoom * unit, unit, palette(), Fonts())


class MapHands(Hands):
    """Hands on a screen with a map and its inset."""

    def __init__(self, size: tuple[int, int] = (800, 450)) -> None:
        self.chart = Chart(Tiles(atlas()))
        self.chosen: list[Province | None] = []
        super().__init__(self._nodes, size)

    def _nodes(self, ui: Interface) -> Sequence[Node]:
        view = MapView(
            rect=Rect(100, 50, 1200, 700), key="map", chart=self.chart, picture=a_front(), choose=self.chosen.append
        )
        return view, MapInset(rect=Rect(1340, 50, 200, 180), key="inset", of=view)

    @property
    def camera(self) -> Camera:
        """Where the map stands."""
        return self.ui.recall("map.camera", Camera())

    @property
    def unit(self) -> float:
        """Pixels a design unit."""
        return self.ui.measure.scale
