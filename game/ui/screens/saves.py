"""Saves: what there is with its details, saving under a name, loading, throwing away and having back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.language.dates import long_date
from game.store.folder import LONGEST_NAME, save_path
from game.store.problem import SaveError
from game.store.trash import bring_back, throw_away
from game.ui.app.stage import Stage
from game.ui.kit.button import Button
from game.ui.kit.canvas import Canvas
from game.ui.kit.choosing import segments
from game.ui.kit.dialog import Choice, Dialog
from game.ui.kit.entering import Entry
from game.ui.kit.interface import Interface
from game.ui.kit.node import Group, Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.scroll import Listing
from game.ui.link.saves import SavedGame
from game.ui.link.server import sentence_of
from game.ui.screens.page import MARGIN, Page, panel
from game.ui.screens.saves_detail import detail
from game.ui.screens.saves_rows import ROW, save_row, title_of

ORDERS = ("latest", "name", "date")
LINE, HEADER = 44.0, 50.0


class SavesScreen(Page):
    """A list at the left, one save with all that is known of it at the right."""

    def __init__(self, stage: Stage, saving: bool = False) -> None:
        super().__init__(stage, "saves")
        self.saving = saving and stage.snap is not None
        self.found: tuple[SavedGame, ...] | None = None
        self.chosen: Path | None = None
        self.thrown: Path | None = None
        self.written = long_date(stage.words, stage.now.view.desk.date) if stage.snap is not None else ""

    def opened(self, ui: Interface) -> None:
        """Look what there is; the name comes first where one came to save."""
        self.stage.saves(self._came)
        self.stage.ask_argument(lambda _: None)
        if self.saving:
            ui.set_focus(("saves", "name"), True)

    def _came(self, saves: tuple[SavedGame, ...]) -> None:
        self.found = saves
        if self.chosen not in [save.path for save in saves]:
            self.chosen = saves[0].path if saves else None

    def heading(self) -> tuple[str, str]:
        """What one came for."""
        words = self.stage.words
        name = "save" if self.saving else "load"
        return words(f"saves.title_{name}"), words(f"saves.sentence_{name}")

    def inside(self, ui: Interface, space: Rect) -> Sequence[Node]:
        """The line for a name, the list, the details."""
        words = self.stage.words
        room = space.inset(MARGIN)
        nodes: list[Node] = []
        left, right = room.split_left(room.w * 0.44, MARGIN)
        if self.stage.snap is not None:
            line, left = left.split_top(LINE, 14)
            nodes += self._naming(line)
        nodes.append(panel(left, "list", words("saves.list"), words.count("saves.count", len(self.found or ()))))
        nodes += self._list(ui, left.within(top=HEADER))
        nodes += detail(self.stage, right, self._selected(), self._load, self._throw_away)
        return nodes

    def _selected(self) -> SavedGame | None:
        return next((save for save in self.found or () if save.path == self.chosen), None)

    # the list ---------------------------------------------------------------------------------------------------------

    def _list(self, ui: Interface, place: Rect) -> list[Node]:
        words, order = self.stage.words, ui.recall("order", ORDERS[0])
        row, rest = place.inset(14, 12).split_top(36, 10)
        options = [(name, words(f"saves.by_{name}")) for name in ORDERS]
        nodes: list[Node] = [segments(row, options, order, lambda name: ui.remember("order", name), "orders")]
        if self.thrown is not None:
            foot, rest = rest.split_bottom(40, 10)
            nodes.append(self._back_again(foot, self.thrown))
        saves = _sorted(self.found or (), order)
        if not saves:
            nodes.append(_empty(rest, words("saves.looking" if self.found is None else "saves.none")))

        def row_of(nth: int, at: Rect) -> Node:
            save = saves[nth]
            return save_row(self.stage, save, at, save.path == self.chosen, lambda: self._choose(save.path))

        nodes.append(Listing(rect=rest, key="saves", count=len(saves), pitch=ROW, row=row_of))
        return nodes

    def _choose(self, path: Path) -> None:
        self.chosen = path
        self.stage.ui.refresh()

    # saving -----------------------------------------------------------------------------------------------------------

    def _naming(self, line: Rect) -> list[Node]:
        words = self.stage.words
        button, entry = line.split_right(150, 12)
        return [
            Entry(rect=entry, key="name", text=self.written, hint=words("saves.hint"), most=LONGEST_NAME,
                  changed=self._write, entered=lambda text: self._save()),
            Button(rect=button, key="save", text=words("saves.save"), kind="primary", act=self._save),
        ]  # fmt: skip

    def _write(self, text: str) -> None:
        self.written = text

    def _save(self) -> None:
        """Write it; what has that name already is replaced only when one says so."""
        stage, words = self.stage, self.stage.words
        try:
            path = save_path(stage.folders.saves, self.written)
        except SaveError as error:
            stage.ui.say(sentence_of(error))
            return
        if not path.exists():
            self._save_now()
            return
        choices = (Choice(words("saves.replace"), self._save_now, "primary"), Choice(words("saves.keep")))
        stage.ui.open(
            Dialog("replace", words("saves.replace_title"), words("saves.replace_text", name=path.stem), choices)
        )

    def _save_now(self) -> None:
        self.stage.save(self.written)
        self.chosen = save_path(self.stage.folders.saves, self.written)
        self.stage.saves(self._came)

    # loading and throwing away ----------------------------------------------------------------------------------------

    def _load(self) -> None:
        save = self._selected()
        if save is not None:
            self.stage.load(save.path)

    def _throw_away(self) -> None:
        save = self._selected()
        if save is None:
            return
        try:
            self.thrown = throw_away(save.path)
        except SaveError as error:
            self.stage.ui.say(sentence_of(error), urgent=True)
        self.stage.saves(self._came)

    def _back_again(self, place: Rect, thrown: Path) -> Node:
        words = self.stage.words

        def bring() -> None:
            try:
                self.chosen = bring_back(thrown)
                self.thrown = None
            except SaveError as error:
                self.stage.ui.say(sentence_of(error), urgent=True)
            self.stage.saves(self._came)

        name = title_of(words, thrown.name)
        return Button(rect=place, key="bring back", text=words("saves.thrown", name=name), right=words("saves.bring"),
                      kind="dark", size=16, act=bring)  # fmt: skip


def _sorted(saves: Sequence[SavedGame], order: str) -> list[SavedGame]:
    if order == "name":
        return sorted(saves, key=lambda save: (save.automatic, save.name.casefold()))
    if order == "date":
        return sorted(saves, key=lambda save: save.date, reverse=True)
    return list(saves)


def _empty(place: Rect, sentence: str) -> Node:
    def draw_empty(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.paragraph(8, 12, whole.w - 16, sentence, "body", 17, "mute")

    return Group(rect=place, key="empty", children=[Picture(rect=place, key="words", what=sentence, draw=draw_empty)])
