"""The room: organs of power, the wedge table of men, a dossier, and below them circle, plot and vote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.ui.app.stage import Stage
from game.ui.kit.canvas import Canvas
from game.ui.kit.choosing import tabs
from game.ui.kit.interface import Interface
from game.ui.kit.node import Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.screens.in_game import InGame, areas, run_wedge
from game.ui.screens.room_dossier import dossier
from game.ui.screens.room_lists import men_table, posts_table
from game.ui.screens.room_organs import organs_panel
from game.ui.screens.room_people import man_of
from game.ui.screens.room_strip import affairs, strip
from game.ui.screens.room_table import table_nodes

LEFT, HEAD, STRIP = 320.0, 50.0, 94.0
WIDE_PAGES = ("table", "men", "posts")
NARROW_PAGES = ("table", "men", "organs", "posts", "affairs")
TITLE_ROOM = 200.0


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of the screen lie. left, strip: None where the window is too narrow for them."""

    left: Rect | None
    head: Rect
    middle: Rect
    strip: Rect | None
    side: Rect
    run: Rect


def layout(space: Rect) -> Layout:
    """The parts in a window: in a narrow one the organs and the strip become pages of the middle."""
    at = areas(space)
    if at.side is not None:
        left, middle = at.main.split_left(LEFT)
        foot, middle = middle.split_bottom(STRIP)
        head, middle = middle.split_top(HEAD)
        return Layout(left, head, middle, foot, at.side, at.run)
    middle = at.main.within(right=at.run.w)
    head, middle = middle.split_top(HEAD)
    side = Rect(at.run.x, at.main.y, at.run.w, at.run.y - at.main.y)
    return Layout(None, head, middle, None, side, at.run)


class RoomScreen(InGame):
    """The Politburo. man: whose dossier is opened, if one was asked for."""

    tab = "room"
    stays = True

    def __init__(self, stage: Stage, man: str = "") -> None:
        super().__init__(stage, "room")
        self.man = man

    def opened(self, ui: Interface) -> None:
        """Open the dossier that was asked for."""
        if self.man:
            ui.remember("chosen", ("man", self.man))

    def inside(self, ui: Interface, space: Rect) -> Sequence[Node]:
        """Organs, table, dossier, strip, and the wedge that runs the day."""
        at = layout(space)
        chosen = self._chosen(ui)
        nodes: list[Node] = []
        if at.left is not None:
            nodes += organs_panel(self.stage, at.left, self._of(chosen, "organ"), self._choose(ui, "organ"), True)
        nodes += self._middle(ui, at, chosen)
        if at.strip is not None:
            page = ui.recall("strip", "circle")
            turn: Callable[[str], object] = lambda name: ui.remember("strip", name)  # noqa: E731
            nodes += strip(self.stage, at.strip, page, turn, self._choose(ui, "man"))
        nodes += dossier(self.stage, ui, at.side, chosen, lambda kind, name: ui.remember("chosen", (kind, name)))
        return [*nodes, run_wedge(self.stage, at.run)]

    def _chosen(self, ui: Interface) -> tuple[str, str]:
        """What the dossier shows: at first the strongest man in Moscow beside the player and the leader."""
        room, me = self.stage.now.room, self.stage.now.view.desk.seat
        kind, name = ui.recall("chosen", ("man", ""))
        if kind != "man" or man_of(room, name) is not None:
            return kind, name
        first = next((m.id for m in room.persons if m.present and m.id not in (me, room.leader_id)), me)
        return "man", first

    def _of(self, chosen: tuple[str, str], kind: str) -> str:
        return chosen[1] if chosen[0] == kind else ""

    def _choose(self, ui: Interface, kind: str) -> Callable[[str], object]:
        return lambda name: ui.remember("chosen", (kind, name))

    def _middle(self, ui: Interface, at: Layout, chosen: tuple[str, str]) -> list[Node]:
        stage, choose_man = self.stage, self._choose(ui, "man")
        pages = WIDE_PAGES if at.left is not None else NARROW_PAGES
        page = ui.recall("page", "table")
        page = page if page in pages else "table"
        nodes = [*self._head(ui, at.head, pages, page)]
        if page == "table":
            return [*nodes, *table_nodes(stage, ui, at.middle, self._of(chosen, "man"), choose_man)]
        nodes.append(Picture(rect=at.middle, key="page ground", what="page", draw=_page, opaque=True))
        inner = at.middle.inset(16, 12)
        if page == "men":
            nodes.append(men_table(stage, ui, inner, choose_man))
        elif page == "posts":
            nodes.append(posts_table(stage, ui, inner, self._choose(ui, "post")))
        elif page == "organs":
            nodes += organs_panel(stage, at.middle, self._of(chosen, "organ"), self._choose(ui, "organ"), False)
        else:
            nodes += affairs(stage, ui, inner, choose_man)
        return nodes

    def _head(self, ui: Interface, place: Rect, pages: Sequence[str], page: str) -> list[Node]:
        """The title, where there is room for it, and the pages."""
        words = self.stage.words
        options = [(name, words(f"room.page.{name}")) for name in pages]
        wide = sum(30 + 11.0 * len(title) for _, title in options)
        title = words("room.title") if place.w - wide >= TITLE_ROOM else ""
        x = place.right - wide - 8 if title else place.x + 10
        bar = Picture(rect=place, key="head", what=title, draw=_head(title), opaque=True)
        row = Rect(x, place.y + 8, wide, place.h - 10)
        return [bar, tabs(row, options, page, lambda name: ui.remember("page", name), "pages")]


def _head(title: str) -> Callable[[Canvas, Rect, Status], None]:
    def draw_room_head(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "dark")
        canvas.rect(Rect(0, whole.h - 2, whole.w, 2), "ink")
        canvas.text(20, whole.h / 2 + 1, title.upper(), "display", 42, "ink", down="middle")

    return draw_room_head


def _page(canvas: Canvas, whole: Rect, status: Status) -> None:
    canvas.rect(whole, "paper")
