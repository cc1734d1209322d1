"""The console over a screen: shut until the player says that he wants the truth, then a line and what it answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, cast

from game.ui.app.stage import Stage
from game.ui.kit.button import Button, Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Act, Group, Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.rich import RichText, Style, height_of
from game.ui.kit.screen import Screen
from game.ui.kit.scroll import BAR, Listing
from game.ui.link.console import COMMANDS, Said, Vocabulary
from game.ui.link.server import Call
from game.ui.link.snapshot import Snapshot
from game.ui.screens.console_line import ConsoleLine, completions

Kind = Literal["asked", "said", "fault"]
Told = tuple[Kind, str]

HEAD, LINE, PITCH, PAD = 48.0, 44.0, 24.0, 20.0
SIZE = 16.5
SHARE = 0.62
"""Of the window's height."""
MOST_TOLD, MOST_LISTED = 400, 12
LINE_PATH = ("console", "line")
COLOURS: Mapping[Kind, tuple[str, str]] = {
    "asked": ("semi", "amber"), "said": ("medium", "paper"), "fault": ("semi", "ember"),
}  # fmt: skip
WARNING = Style(18, colour="paper", link="ember")


class ConsoleScreen(Screen):
    """Lies over whatever is open."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(name="console", over=True)
        self.stage = stage
        self.known = Vocabulary((), ())

    def opened(self, ui: Interface) -> None:
        """The keys go to the line."""
        ui.set_focus(LINE_PATH, False)
        if self.consented:
            self._look_up()

    @property
    def consented(self) -> bool:
        """Whether the truth may be shown in this game."""
        return self.stage.snap is not None and self.stage.snap.table.console

    def build(self, ui: Interface, space: Rect) -> Node:
        """The question whether to open it, or what was asked and answered with the line below."""
        inside, high = self._lines(ui, space) if self.consented else self._question(ui, space)
        place = Rect(0, 0, space.w, high)
        around = Group(rect=space, key="around", act=lambda: ui.close(self))
        title = self.stage.words("console.title").upper()

        def draw_plate(canvas: Canvas, whole: Rect, status: Status) -> None:
            canvas.rect(whole, "ink")
            canvas.polygon([(0, 0), (220, 0), (190, HEAD), (0, HEAD)], "paper")
            canvas.polygon([(220, 0), (234, 0), (204, HEAD), (190, HEAD)], "red")
            canvas.text(PAD, HEAD / 2, title, "display", 30, "ink", down="middle", most=160)
            canvas.rect(Rect(0, whole.h - 4, whole.w, 4), "red")

        plate = Pressable(rect=place, key="plate", what=title, draw=draw_plate, opaque=True)
        close = Button(rect=Rect(place.right - PAD - 110, 8, 110, 32), key="shut", kind="night", size=16,
                       text=self.stage.words("console.close"), act=lambda: ui.close(self))  # fmt: skip
        return Group(rect=space, key="console", children=[around, plate, *inside, close])

    def actions(self, ui: Interface) -> Mapping[str, Act]:
        """Its own key shuts it."""
        return {"console": lambda: ui.close(self)}

    # shut -------------------------------------------------------------------------------------------------------------

    def _question(self, ui: Interface, space: Rect) -> tuple[list[Node], float]:
        """The warning and the two answers, and how high they stand."""
        words, place = self.stage.words, space.within(PAD, HEAD + 14, PAD)
        text = words("console.warning") if self.stage.snap is not None else words("console.no_campaign")
        wide = min(place.w, 820.0)
        high = height_of(text, wide, WARNING, ui.fonts, ui.measure.scale) + 4
        nodes: list[Node] = [RichText(rect=Rect(place.x, place.y + 10, wide, high), text=text, style=WARNING)]
        if self.stage.snap is None:
            return nodes, place.y + high + 44
        row = Rect(place.x, place.y + 34 + high, min(wide, 420.0), 44).columns(2, 12)
        nodes += [
            Button(rect=row[0], key="decline", kind="night", text=words("console.decline"), act=lambda: ui.close(self)),
            Button(rect=row[1], key="consent", kind="primary", text=words("console.consent"), act=self._consent),
        ]
        return nodes, row[0].bottom + 26

    def _consent(self) -> None:
        self.stage.link.ask(Call("open_console"), self._consented, self.stage.refused)

    def _consented(self, value: object) -> None:
        self.stage.renew(cast(Snapshot, value))
        ui = self.stage.ui
        ui.remember("told", (("said", self.stage.words("console.opened")),))
        ui.set_focus(LINE_PATH, False)
        self._look_up()

    def _look_up(self) -> None:
        self.stage.link.ask(Call("vocabulary"), self._looked_up, self.stage.refused)

    def _looked_up(self, value: object) -> None:
        self.known = cast(Vocabulary, value)

    # open -------------------------------------------------------------------------------------------------------------

    def _told(self, ui: Interface) -> tuple[Told, ...]:
        nothing: tuple[Told, ...] = ()
        return ui.recall("told", nothing)

    def _lines(self, ui: Interface, space: Rect) -> tuple[list[Node], float]:
        """What was asked and answered, and the line; and how high they stand."""
        high = round(space.h * SHARE)
        place = Rect(0, 0, space.w, high).within(PAD, HEAD + 12, PAD, 18)
        line, above = place.split_bottom(LINE, 12)
        rows = [(kind, part) for kind, text in self._told(ui) for part in _wrapped(ui, text, above.w - BAR - 24, kind)]

        def row(nth: int, at: Rect) -> Node:
            return _row(rows[nth], at)

        entry = ConsoleLine(
            rect=line, key="line", text=ui.recall("line", ""), hint=self.stage.words("console.prompt"), most=200,
            night=True, changed=lambda text: ui.remember("line", text), entered=lambda text: self._enter(ui, text),
            older=lambda way: self._older(ui, way), complete=lambda: self._complete(ui),
        )  # fmt: skip
        told = Listing(rect=above, key="told", count=len(rows), pitch=PITCH, row=row, night=True)
        return [told, entry], high

    def _tell(self, ui: Interface, told: Sequence[Told]) -> None:
        ui.remember("told", (*self._told(ui), *told)[-MOST_TOLD:])
        ui.remember("scroll/told", 1e9)

    def _enter(self, ui: Interface, text: str) -> None:
        """Do the line, keep it in the history, and begin another."""
        line = text.strip()
        if not line:
            return
        nothing: tuple[str, ...] = ()
        ui.remember("history", (*ui.recall("history", nothing), line)[-100:])
        ui.remember("back", 0)
        ui.remember("line", "")
        self._tell(ui, [("asked", line)])
        self.stage.command(line, lambda said: self._answered(ui, said), lambda why: self._tell(ui, [("fault", why)]))

    def _answered(self, ui: Interface, said: Said) -> None:
        lines = [self.stage.words(f"console.help.{name}") for name in COMMANDS] if said.help else said.lines
        self._tell(ui, [("said", line) for line in lines])
        self._look_up()

    def _older(self, ui: Interface, way: int) -> None:
        nothing: tuple[str, ...] = ()
        history = ui.recall("history", nothing)
        back = min(max(0, ui.recall("back", 0) - way), len(history))
        ui.remember("back", back)
        ui.remember("line", history[-back] if back else "")

    def _complete(self, ui: Interface) -> None:
        line = ui.recall("line", "")
        longer, found = completions(line, self.known)
        ui.remember("line", longer)
        if not found:
            self.stage.ui.say(self.stage.words("console.nothing"))
        elif longer == line and len(found) > 1:
            left = len(found) - MOST_LISTED
            more = [self.stage.words("console.more", n=left)] if left > 0 else []
            self._tell(ui, [("said", "   ".join([*found[:MOST_LISTED], *more]))])


def _wrapped(ui: Interface, text: str, wide: float, kind: Kind) -> list[str]:
    """A text in lines; what stands before its first letter is kept before each."""
    face, pixels = COLOURS[kind][0], round(SIZE * ui.measure.scale)
    indent = text[: len(text) - len(text.lstrip())]
    out, line = [], ""
    for word in text.split():
        longer = f"{line} {word}" if line else indent + word
        if line and ui.fonts.width(longer, face, pixels) > wide * ui.measure.scale:
            out.append(line)
            line = f"{indent}    {word}"
        else:
            line = longer
    return [*out, line]


def _row(row: Told, place: Rect) -> Node:
    kind, text = row
    face, colour = COLOURS[kind]

    def draw_row(canvas: Canvas, whole: Rect, status: Status) -> None:
        if kind == "asked" and not text.startswith("    "):
            canvas.polygon([(0, 5), (10, whole.h / 2), (0, whole.h - 5)], "ember")
        canvas.text(18, whole.h / 2, text, face, SIZE, colour, down="middle", most=whole.w - 20)

    return Picture(rect=place, what=row, draw=draw_row)
