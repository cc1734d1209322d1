"""The front: the map as it was told, cards of the directions, commanders and the orders that concern them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from game.ui.app.stage import Stage
from game.ui.kit.button import Button, Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.choosing import segments
from game.ui.kit.interface import Interface
from game.ui.kit.node import Act, Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.map.atlas import Province
from game.ui.map.camera import Camera
from game.ui.map.legend import HIGH as LEGEND
from game.ui.map.legend import MapLegend
from game.ui.map.modes import MODES
from game.ui.map.picture import FrontPicture
from game.ui.map.view import MapInset, MapView, view_of
from game.ui.screens.desk_paper import wire
from game.ui.screens.front_cards import HIGH, WIDE, Leader, leader, way_card
from game.ui.screens.front_picture import picture_of, tip_of
from game.ui.screens.front_side import side_panel
from game.ui.screens.in_game import RUN, SIDE, Areas, InGame, areas, run_wedge
from game.views.front import Direction

HEAD, HEAD_WIDE = 72.0, 390.0
PAD = 18.0
INSET = 164.0
MODE = 96.0
STRIP_FROM = 800.0
"""From this height of the window on there is room for the telegraph under the map."""
FIRST = Camera(-225.0, -20.0)
WAR = date(1941, 6, 22)
LEGENDS = {
    "front": ("line", "guess", "wedge", "pressure", "rail"), "rail": ("rail", "line", "guess"),
    "owners": ("line", "guess", "wedge"), "terrain": ("line", "guess", "wedge"),
}  # fmt: skip


class FrontScreen(InGame):
    """The map screen."""

    tab = "front"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "front")

    def inside(self, ui: Interface, space: Rect) -> Sequence[Node]:
        """Map, what lies on it, panel, telegraph, wedge."""
        stage, at = self.stage, areas(space)
        strip = space.h >= STRIP_FROM and at.side is not None
        place = at.main.within(bottom=RUN) if strip else at.main
        chosen = ui.recall("chosen", "")
        picture = picture_of(stage.now.front, chosen)
        view = MapView(rect=place, key="map", chart=stage.chart, picture=picture, mode=ui.recall("mode", MODES[0]),
                       choose=lambda province: self._press(ui, province))  # fmt: skip
        drawer = at.side is None and ui.recall("drawer", False)
        nodes: list[Node] = [view, *([] if drawer else self._cards(ui, view, picture, at)), self._head(place)]
        nodes += [*self._tools(ui, view, at), *self._foot(ui, view, at)]
        if strip:
            nodes.append(wire(stage, at.main.split_bottom(RUN)[0], self._read))
        panel = at.side or (self._drawer(space) if drawer else None)
        if panel is not None:
            nodes.append(side_panel(stage, ui, panel, chosen, lambda name: self._choose(ui, name)))
        run = run_wedge(stage, at.run)
        view.covered = tuple(node.rect for node in (*nodes[1:], run) if node.key != "leaders")
        return [*nodes, run]

    def opened(self, ui: Interface) -> None:
        """Begin where the line and Moscow are in sight beside the cards."""
        if ui.recall("map.camera", None) is None:
            ui.remember("map.camera", FIRST)

    def leave(self, ui: Interface) -> None:
        """Escape folds the panel away first."""
        if ui.recall("drawer", False) and areas(ui.measure.space).side is None:
            ui.remember("drawer", False)
        else:
            super().leave(ui)

    def _read(self) -> None:
        self.stage.show("press")

    def _drawer(self, space: Rect) -> Rect:
        """Where the panel lies over the map in a narrow window."""
        whole = areas(space).main.split_right(SIDE)[0]
        return whole.within(bottom=RUN)

    # choosing ---------------------------------------------------------------------------------------------------------

    def _choose(self, ui: Interface, formation: str) -> None:
        ui.remember("chosen", "" if ui.recall("chosen", "") == formation else formation)

    def _press(self, ui: Interface, province: Province | None) -> None:
        """A place of the map: what it is, and the front of its direction."""
        ui.remember("town", province.id if province else "")
        way = next((w for w in self.stage.now.front.directions if province and w.id == province.direction), None)
        ui.remember("chosen", way.front if way else "")

    # what lies on the map ---------------------------------------------------------------------------------------------

    def _cards(self, ui: Interface, view: MapView, picture: FrontPicture, at: Areas) -> list[Node]:
        """Cards of the directions at the right edge, and the lines from them to the front."""
        ways = self.stage.now.front.directions
        foot = at.run.y if at.side is None else view.rect.bottom - PAD - MapInset.high(view.chart, INSET)
        room = Rect(view.rect.right - WIDE - PAD, view.rect.y + 64, WIDE, foot - view.rect.y - 64 - PAD)
        gap = (room.h - len(ways) * HIGH) / max(1, len(ways) - 1)
        pitch = HIGH + min(max(gap, 8.0), 96.0)
        cards: list[Node] = []
        lines: list[Node] = []
        for nth, way in enumerate(ways):
            place = Rect(room.x, room.y + nth * pitch, WIDE, HIGH)
            chosen = ui.recall("chosen", "") == way.front
            cards.append(way_card(self.stage, way, place, chosen, self._chooser(ui, way.front)))
            line = self._leader(ui, view, picture, way, place)
            lines += [] if line is None else [line]
        return [Group(rect=view.rect, key="leaders", children=lines, clip=True), *cards]

    def _chooser(self, ui: Interface, formation: str) -> Act:
        return lambda: self._choose(ui, formation)

    def _leader(self, ui: Interface, view: MapView, picture: FrontPicture, way: Direction, card: Rect) -> Leader | None:
        """The line from a card to its place, where that can be seen at its left."""
        spot = tip_of(self.stage.chart.tiles, picture, way)
        if spot is None:
            return None
        px, py = view_of(ui, view).pixel(spot)
        end = (view.rect.x + px / ui.measure.scale, view.rect.y + py / ui.measure.scale)
        return leader((card.x, card.y + HIGH / 2), end, view.rect) if end[0] < card.x - 12 else None

    def _head(self, place: Rect) -> Node:
        words = self.stage.words
        day = (date.fromisoformat(self.stage.now.view.desk.date) - WAR).days + 1
        title, below = words("front.title").upper(), words("front.below", day=day)

        def draw_head(canvas: Canvas, whole: Rect, status: Status) -> None:
            w, h = whole.w, whole.h
            canvas.polygon([(0, 0), (w, 0), (w - 38, h), (0, h)], "ink")
            canvas.polygon([(0, 0), (w - 14, 0), (w - 52, h), (0, h)], "paper")
            canvas.text(30, 14, title, "display", 38, "ink")
            canvas.text(31, 52, below, "medium", 15.5, "mute", most=w - 96)

        return Picture(rect=Rect(place.x, place.y, HEAD_WIDE, HEAD), key="head", what=(title, below), draw=draw_head,
                       tip=Tip(words("front.title"), words("front.as_told")))  # fmt: skip

    def _tools(self, ui: Interface, view: MapView, at: Areas) -> list[Node]:
        """Modes, and the button of the panel where it is folded away; while that lies open, its button alone."""
        words, place = self.stage.words, view.rect
        options = [(name, words(f"front.mode.{name}")) for name in MODES]
        top = Rect(place.right - MODE * len(MODES) - PAD, place.y + 16, MODE * len(MODES), 34)
        modes = segments(top, options, view.mode, lambda name: ui.remember("mode", name), "modes")
        if at.side is not None:
            return [modes]
        out = ui.recall("drawer", False)
        right = place.right - SIDE if out else top.x
        button = Button(
            rect=Rect(right - 12 - 176, top.y, 176, 34), key="drawer", size=16, on=out,
            text=words("front.close_panel" if out else "front.open_panel"), tip=Tip(words("front.panel_tip")),
            act=lambda: ui.remember("drawer", not out),
        )  # fmt: skip
        return [button] if out else [modes, button]

    def _foot(self, ui: Interface, view: MapView, at: Areas) -> list[Node]:
        """The small map, the legend, and the place that was pressed."""
        place = view.rect
        small = MapInset.high(view.chart, INSET)
        left = place.x + PAD
        x = left if at.side is None else place.right - PAD - INSET
        inset = Rect(x, place.bottom - PAD - small, INSET, small)
        folded = at.side is None
        legend = self._legend(ui, view, inset.right + 10 if folded else left, at.run.x if folded else x)
        town = self._town(ui, Rect(legend.rect.x, legend.rect.y - 10 - 66, 316, 66))
        return [MapInset(rect=inset, key="inset", of=view), legend, *([] if town is None else [town])]

    def _legend(self, ui: Interface, view: MapView, left: float, right: float) -> MapLegend:
        """As much of the legend as there is room for."""
        words, place = self.stage.words, view.rect
        room = right - left - PAD
        entries = [(name, words(f"front.legend.{name}")) for name in LEGENDS[view.mode]]
        while MapLegend.wide(ui, entries) > room:
            entries.pop()
        wide = MapLegend.wide(ui, entries)
        return MapLegend(rect=Rect(left, place.bottom - PAD - LEGEND, wide, LEGEND), key="legend",
                         entries=tuple(entries))  # fmt: skip

    def _town(self, ui: Interface, place: Rect) -> Node | None:
        """The place that was pressed, with a way to its article."""
        stage, words = self.stage, self.stage.words
        atlas = stage.chart.tiles.atlas
        found = next((p for p in atlas.provinces if p.id == ui.recall("town", "")), None)
        if found is None:
            return None
        known = found.direction in {way.id for way in stage.now.front.directions}
        below = words("front.town.aside")
        if known:
            way = words(f"front.way.{found.direction}")
            below = words("front.town.on_the_way", km=f"{found.depth:.0f}", way=way[:1].lower() + way[1:])
        name, more = found.name, words("front.town.more")

        def draw_town(canvas: Canvas, whole: Rect, status: Status) -> None:
            canvas.rect(whole, "dark" if status.hover else "light")
            canvas.box(whole, "ink", 2)
            end = canvas.text(whole.w - 14, 20, more, "semi", 15, "deep", "right", "middle")
            canvas.text(14, 20, name, "head_light", 19, "ink", down="middle", most=whole.w - end - 40)
            canvas.text(14, 47, below, "medium", 15, "mute", down="middle", most=whole.w - 28)

        return Pressable(rect=place, key="town", what=(name, below), draw=draw_town, opaque=True,
                         act=lambda: stage.show("encyclopaedia", f"place/{found.id}"))  # fmt: skip
