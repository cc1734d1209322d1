"""The pause: going on, saving, loading, leaving; and what this game is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.language.dates import stamp
from game.ui.app.leaving import close_window, leave_to_menu
from game.ui.app.stage import Stage
from game.ui.art.icons import icon
from game.ui.art.portraits import portrait
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Act, Group, Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.screen import Screen
from game.ui.link.snapshot import Snapshot
from game.ui.screens.game_facts import draw_facts
from game.ui.screens.page import draw_ground, panel, within_panel
from game.ui.screens.pause_game import chips_across, diary, premise_chips

LEFT = 0.4
"""Share of the window that the entries take."""

Draw = Callable[[Canvas, Rect, Status], None]

GAME = 522.0
"""Height of the panel of the game where there is room for the diary below it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to do. sub: what it means. primary: in red."""

    key: str
    text: str
    sub: str
    sign: str
    act: Act
    why_not: str = ""
    primary: bool = False


class PauseScreen(Screen):
    """Between two acts of a campaign."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(name="pause")
        self.stage = stage
        stage.remember_screen()

    def opened(self, ui: Interface) -> None:
        """Names and premises are asked for; Return goes on."""
        self.stage.ask_argument(lambda _: None)
        ui.set_focus(("pause", "go_on"), False)

    def leave(self, ui: Interface) -> None:
        """Escape goes on."""
        self.stage.go_back()

    def actions(self, ui: Interface) -> Mapping[str, Act]:
        """The key that opened it closes it."""
        return {"menu": self.stage.go_back, "undo": self.stage.undo,
                "encyclopaedia": lambda: self.stage.show("encyclopaedia")}  # fmt: skip

    def build(self, ui: Interface, space: Rect) -> Node:
        """Entries at the left on ink, the game at the right on paper."""
        ground = Picture(rect=space, key="ground", what="pause", draw=draw_ground, opaque=True, kept="page")
        wide = max(400.0, min(560.0, space.w * LEFT))
        side, rest = space.split_left(wide)
        date, stop = stamp(self.stage.words, self.stage.now.view.desk.date), self.stage.now.view.stop
        titles = (self.stage.words("pause.title"), self.stage.words("pause.at", date=date, n=stop))
        plate = Picture(rect=side, key="plate", what=titles, draw=_plate(titles))
        top = 150.0 if space.h >= 700 else 108.0
        rows = side.within(28, top, 96, 20)
        return Group(rect=space, key="pause", children=[ground, plate, *self._entries(rows), *self._game(rest)])

    # entries ----------------------------------------------------------------------------------------------------------

    def _entries(self, place: Rect) -> list[Node]:
        entries = self._all()
        pitch = min(76.0, place.h / len(entries))
        return [
            _entry(entry, Rect(place.x, place.y + nth * pitch, place.w, pitch - 6))
            for nth, entry in enumerate(entries)
        ]  # fmt: skip

    def _all(self) -> tuple[Entry, ...]:
        stage, words = self.stage, self.stage.words
        now = stage.now
        why_undo = words("pause.no_undo") if now.table.ironman else ""

        def told(key: str, sign: str, act: Act, why_not: str = "") -> Entry:
            return Entry(key, words(f"pause.{key}"), words(f"pause.{key}_sub"), sign, act, why_not, key == "go_on")

        return (
            told("go_on", "right", stage.go_back),
            told("save", "save", lambda: stage.show("saves", True)),
            told("load", "file", lambda: stage.show("saves")),
            told("undo", "undo", stage.undo, why_undo),
            told("settings", "plan", lambda: stage.show("settings")),
            told("encyclopaedia", "book", lambda: stage.show("encyclopaedia")),
            told("menu", "menu", lambda: leave_to_menu(stage)),
            told("quit", "close", lambda: close_window(stage)),
        )

    # the game ---------------------------------------------------------------------------------------------------------

    def _game(self, rest: Rect) -> list[Node]:
        words, now = self.stage.words, self.stage.now
        room = rest.inset(24)
        place, below = room.split_top(GAME, 24) if room.h >= GAME + 150 else (room, None)
        nodes: list[Node] = [panel(place, "game", words("pause.game"), words("pause.chapter"))]
        head, body = within_panel(place).split_top(min(140.0, place.h * 0.24), 12)
        nodes.append(_man(self.stage, now, head))
        question, body = body.split_top(62, 12)
        nodes.append(_question(words("pause.question"), now.table.question, question))
        premises, body = body.split_top(64 if chips_across(body.w, 4) == 4 else 122, 16)
        nodes += premise_chips(self.stage, now.table.premises, premises)
        facts = _facts(self.stage, now)

        def draw_told(canvas: Canvas, whole: Rect, status: Status) -> None:
            draw_facts(canvas, whole, facts)

        nodes.append(Picture(rect=body, key="facts", what=facts, draw=draw_told))
        if below is not None:
            nodes += diary(self.stage, now.diary, below)
        return nodes


def _plate(titles: tuple[str, str]) -> Draw:
    def draw_plate(canvas: Canvas, whole: Rect, status: Status) -> None:
        w, h = whole.w, whole.h
        canvas.polygon([(0, 0), (w, 0), (w - 64, h), (0, h)], "ink")
        canvas.polygon([(w, 0), (w + 1, 0), (w - 62, h), (w - 76, h), (w - 14, 0)], "red")
        tall = h >= 700
        canvas.text(28, 30 if tall else 20, titles[0].upper(), "display", 96 if tall else 66, "paper")
        canvas.text(30, 112 if tall else 76, titles[1], "medium", 17, "muted", most=w - 100)

    return draw_plate


def _entry(entry: Entry, place: Rect) -> Node:
    def draw_entry(canvas: Canvas, whole: Rect, status: Status) -> None:
        h, closed = whole.h, bool(entry.why_not)
        ground = "coal" if closed else "red" if entry.primary else "soot" if status.hover else "coal"
        ground = "deep" if entry.primary and status.hover and not closed else ground
        canvas.rect(whole, ground)
        first, second = ("muted", "muted") if closed else ("paper", "paper" if entry.primary else "muted")
        size = min(26.0, h - 20)
        icon(canvas, entry.sign, 16, (h - size) / 2, size, first, ground, first if entry.primary else "ember")
        left, room = 58.0, whole.w - 72
        if h >= 54:
            canvas.text(left, h / 2 - 20, entry.text, "head", 21, first, most=room)
            canvas.text(left, h / 2 + 7, entry.sub, "body", canvas.fitted(entry.sub, "body", 16, room), second,
                        most=room)  # fmt: skip
        else:
            canvas.text(left, h / 2, entry.text, "head", 20, first, down="middle", most=room)

    return Pressable(rect=place, key=entry.key, what=(entry.text, entry.sub), draw=draw_entry, act=entry.act,
                     why_not=entry.why_not)  # fmt: skip


def _man(stage: Stage, now: Snapshot, place: Rect) -> Node:
    desk, words = now.view.desk, stage.words
    faction = stage.argued.factions.get(desk.seat, "") if stage.argued is not None else ""
    stands = words(f"pause.halt_{now.view.halt}")

    def draw_man(canvas: Canvas, whole: Rect, status: Status) -> None:
        radius = whole.h / 2
        canvas.circle(radius, radius, radius, "ink")
        portrait(canvas, radius, radius, radius - 4, desk.seat, faction)
        left = 2 * radius + 22
        room = whole.w - left
        canvas.text(left, radius - 36, desk.name.upper(), "display",
                    canvas.fitted(desk.name.upper(), "display", 44, room, 24), "ink", most=room)  # fmt: skip
        canvas.text(left, radius + 8, desk.post or words("pause.no_post"), "medium", 18, "ink", most=room)
        canvas.text(left, radius + 32, stands, "medium", 17, "deep", most=room)

    return Picture(rect=place, key="man", what=(desk.seat, desk.name, desk.post, faction, stands), draw=draw_man)


def _question(label: str, question: str, place: Rect) -> Node:
    def draw_question(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.polygon([(0, 6), (whole.w - 24, 6), (whole.w, whole.h / 2), (whole.w - 24, whole.h - 6),
                        (0, whole.h - 6)], "dark")  # fmt: skip
        wide = canvas.text(16, whole.h / 2, label, "medium", 16, "mute", down="middle")
        canvas.text(30 + wide, whole.h / 2, question, "head", 24, "ink", down="middle", most=whole.w - wide - 70)

    return Picture(rect=place, key="question", what=(label, question), draw=draw_question)


def _facts(stage: Stage, now: Snapshot) -> tuple[tuple[str, str], ...]:
    words, table = stage.words, now.table
    kind = words(f"argument.{table.difficulty}") + (words("facts.ironman") if table.ironman else "")
    return (
        (words("facts.difficulty"), kind),
        (words("facts.seed"), str(table.seed)),
        (words("pause.acts"), words.count("pause.entries", now.entries)),
    )
