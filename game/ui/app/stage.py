"""What all screens share: the interface, the words, the campaign as it stands, and the acts that change it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pygame

from game.ai.study import Study
from game.lab.spread import Spread
from game.language.words import Words
from game.play.again import Again
from game.play.opening import Opening
from game.play.series import Series
from game.store.settings import Settings
from game.ui.app.save_pictures import SavePictures, small
from game.ui.kit.interface import Interface
from game.ui.kit.node import Node
from game.ui.kit.rect import Rect
from game.ui.kit.screen import Screen
from game.ui.link.argument import Argument
from game.ui.link.console import Said
from game.ui.link.link import Link
from game.ui.link.saves import SavedGame
from game.ui.link.server import Call, Refused
from game.ui.link.snapshot import Snapshot
from game.ui.lore.article import Lore
from game.ui.map.view import Chart
from game.views.effects import Stated
from game.views.explain import Explanation
from game.views.offers import Candidate, Offer
from game.views.telegraph import Telegraph
from game.views.verdict import Verdict

Maker = Callable[..., Screen]

OUTSIDE = ("menu", "argument", "pause", "saves", "settings")
"""Screens that show nothing of a campaign's day."""
SCENARIO = "dacha-1941"
"""Whose encyclopaedia is shown before a campaign."""


@dataclass(slots=True)
class Folders:
    """Where things lie. mods: of the game in play. saves, settings, cache: folders of the player's system."""

    mods: tuple[Path, ...]
    saves: Path
    settings: Path
    cache: Path | None


@dataclass(slots=True)
class Stage:
    """The game behind the screens.

    makers: name -> what makes that screen. snap: the campaign as it stands, None without one. quitting: the window is
    to close. running: an act is being done. arrived: called when the campaign has moved on.
    """

    ui: Interface
    words: Words
    link: Link
    settings: Settings
    folders: Folders
    makers: Mapping[str, Maker] = field(default_factory=dict)
    snap: Snapshot | None = None
    quitting: bool = False
    running: bool = False
    arrived: Callable[[Stage], object] | None = None
    grounds: Callable[[Rect], Sequence[Node]] | None = None
    """What may be drawn before it is needed, for a window of some size."""
    offers: tuple[Offer, ...] = ()
    """The orders of the day; they come a moment after the campaign."""
    explanations: dict[str, Explanation] = field(default_factory=dict)
    lore: Lore | None = None
    """The encyclopaedia, once it has been asked for."""
    _lore_asked: bool = False
    _chart: Chart | None = None

    argued: Argument | None = None
    """What an argument may be about, once it has been asked for."""
    beneath: Screen | None = None
    """The screen of the campaign that the pause was opened from."""
    picture: pygame.Surface | None = None
    """How the campaign looked then, in small."""
    pictures: SavePictures = field(default_factory=SavePictures)
    unpictured: bool = False
    """The campaign has moved on, and its autosave has no picture yet."""
    closing: bool = False
    """The window was asked to close; the campaign is being saved."""
    studied: dict[str, Study] = field(default_factory=dict)
    """Studies of the question that is open, by staff."""
    answered: str = ""
    """The answer that was given and of which has not been shown yet what came of it."""

    # screens ----------------------------------------------------------------------------------------------------------

    def show(self, name: str, *arguments: object) -> Screen:
        """Open a screen by name."""
        screen = self.makers[name](self, *arguments)
        self.ui.open(screen)
        return screen

    @property
    def now(self) -> Snapshot:
        """The campaign as it stands, where there is one."""
        assert self.snap is not None
        return self.snap

    @property
    def chart(self) -> Chart:
        """The map with all that has been drawn of it, read when it is first looked at."""
        if self._chart is None:
            self._chart = Chart()
        return self._chart

    def remember_screen(self) -> None:
        """The pause is about to be opened: keep what it is opened from, unless that is one of its own pages."""
        if not self._outside():
            self.picture = small(self.ui.surface)
            self.beneath = self.ui.layers[0].screen if self.ui.layers else None

    def go_back(self) -> None:
        """From the pause to where it was opened."""
        if self.beneath is not None:
            self.ui.open(self.beneath)
        elif self.arrived is not None:
            self.arrived(self)

    def look(self) -> pygame.Surface:
        """How the campaign looks, in small, or looked when the pause was opened."""
        return self.picture if self.picture is not None and self._outside() else small(self.ui.surface)

    def _outside(self) -> bool:
        return bool(self.ui.layers) and self.ui.layers[0].screen.name in OUTSIDE

    @property
    def studies_left(self) -> int:
        """How many studies can still be asked for today."""
        return max(0, self.now.studies_left - len(self.studied))

    # acts: the campaign that comes back is shown ----------------------------------------------------------------------

    def begin(self, opening: Opening) -> None:
        """A new campaign."""
        self._move(Call("begin", (opening,)))

    def load(self, path: Path) -> None:
        """Go on from a save."""
        self._move(Call("load", (path, self.folders.mods)))

    def resume(self) -> None:
        """Go on from the last autosave."""
        self._move(Call("resume", (self.folders.mods,)))

    def answer(self, option: str) -> None:
        """Answer the open question."""
        if not self.running:
            texts = {o.id: o.text for asked in self.now.view.questions[:1] for o in asked.options}
            self.answered = texts.get(option, "")
        self._move(Call("answer", (option,)))

    def submit(self, decision: str, arguments: Mapping[str, str]) -> None:
        """Give an order."""
        self._move(Call("submit", (decision, dict(arguments))))

    def advance(self) -> None:
        """End the day."""
        self._move(Call("advance"))

    def run_on(self) -> None:
        """Run on until something needs the player."""
        self._move(Call("run_on"))

    def undo(self) -> None:
        """Back to the start of the stop."""
        self._move(Call("undo"))

    def go_on(self, person: str) -> None:
        """After a fall, sit down in another seat."""
        self._move(Call("go_on", (person,)))

    def close_book(self) -> None:
        """After a fall, close the book."""
        self._move(Call("close"))

    def leave_campaign(self) -> None:
        """Back to the menu; the campaign lies in its autosaves."""
        self.snap = self.beneath = self.picture = None
        self.explanations.clear()
        self.show("menu")

    def lost_the_game(self) -> None:
        """The game's process is another, and knows nothing of what was asked: back to the menu, which asks anew."""
        self._lore_asked = self.lore is not None
        self.leave_campaign()

    def _move(self, call: Call) -> None:
        if self.running:
            self.ui.say(self.words("say.busy"))
            return
        self.running = True
        self.link.ask(call, self.moved, self.refused)
        self.ui.refresh()

    def moved(self, value: object) -> None:
        """The campaign has come to another place: show it."""
        self.snap, self.running, self.unpictured = cast(Snapshot, value), False, True
        self.beneath = self.picture = None
        self.explanations.clear()
        self.studied.clear()
        self.offers = ()
        if self.snap.view.halt == "orders":
            self.link.ask(Call("offers"), self._offered, self.refused)
        for notice in self.snap.notices:
            self.ui.say(notice)
        if self.arrived is not None:
            self.arrived(self)
        self.ui.refresh()

    def command(self, line: str, then: Callable[[Said], object], failed: Callable[[str], object]) -> None:
        """Do a line of the console; what is shown beneath it stays, and is brought up to date."""

        def done(value: object) -> None:
            said = cast(Said, value)
            if said.snap is not None:
                self.renew(said.snap)
            then(said)

        self.link.ask(Call("command", (line,)), done, lambda why: failed(why.sentence))
        self.ui.refresh()

    def renew(self, snap: Snapshot) -> None:
        """The campaign has changed where it stands: show that, on the screen that is open."""
        self.snap, self.offers = snap, ()
        self.explanations.clear()
        if snap.view.halt == "orders":
            self.link.ask(Call("offers"), self._offered, self.refused)
        self.ui.refresh()

    def _offered(self, value: object) -> None:
        self.offers = cast("tuple[Offer, ...]", value)
        self.ui.refresh()

    def refused(self, why: Refused) -> None:
        """A call was not done: say why."""
        self.running, self.answered = False, ""
        self.ui.say(why.sentence, urgent=why.broken)
        self.ui.refresh()

    # questions to the game: what is asked comes later -----------------------------------------------------------------

    def study(self, staff: str, then: Callable[[Study], object], failed: Callable[[], object] = lambda: None) -> None:
        """Have the open question studied; a study that was made is kept while the question is open."""

        def made(value: object) -> None:
            self.studied[staff] = cast(Study, value)
            then(self.studied[staff])

        def refused(why: Refused) -> None:
            failed()
            self.refused(why)

        self.link.ask(Call("study", (staff,)), made, refused)
        self.ui.refresh()

    def preview(self, lever: str, given: Mapping[str, str], then: Callable[[Stated], object]) -> None:
        """What an order does to whom it is to be given."""

        def came(value: object) -> None:
            then(cast(Stated, value))
            self.ui.refresh()

        self._ask(Call("preview", (lever, dict(given))), came)

    def candidates(
        self, decision: str, given: Mapping[str, str], then: Callable[[tuple[Candidate, ...]], object]
    ) -> None:
        """What the next argument of an order may be."""
        call = Call("candidates", (decision, dict(given)))
        self._ask(call, lambda value: then(cast("tuple[Candidate, ...]", value)))

    def archive(self, then: Callable[[Telegraph], object]) -> None:
        """All news since the beginning."""
        self._ask(Call("archive"), lambda value: then(cast(Telegraph, value)))

    def read_lore(self) -> Lore | None:
        """The encyclopaedia, or None until it has come; asking again is free."""
        if self.lore is None and not self._lore_asked:
            self._lore_asked = True
            scenario = self.snap.table.scenario if self.snap is not None else SCENARIO
            self._ask(Call("encyclopaedia", (self.folders.mods, scenario)), self._lore_came)
        return self.lore

    def _lore_came(self, value: object) -> None:
        self.lore = cast(Lore, value)
        self.ui.refresh()

    def verdict(self, then: Callable[[Verdict], object]) -> None:
        """The page that closes the chapter."""
        self._ask(Call("verdict"), lambda value: then(cast(Verdict, value)))

    def again(self, date: str, copies: int, then: Callable[[Again], object]) -> None:
        """A morning of the finished chapter many times over."""
        self._ask(Call("again", (date, copies)), lambda value: then(cast(Again, value)))

    def series(self, then: Callable[[tuple[Series, ...]], object]) -> None:
        """Every told figure over time."""
        self._ask(Call("series"), lambda value: then(cast("tuple[Series, ...]", value)))

    def spread(self, names: tuple[str, ...], worlds: int, then: Callable[[tuple[Spread, ...]], object]) -> None:
        """Where figures go in simulated worlds of the same premises."""
        self._ask(Call("spread", (names, worlds)), lambda value: then(cast("tuple[Spread, ...]", value)))

    def save(self, name: str) -> None:
        """Write a save, and say so."""
        self._ask(Call("save", (name,)), lambda path: self._saved(cast(Path, path)))

    def _saved(self, path: Path) -> None:
        self.pictures.write(path, self.look())
        self.ui.say(self.words("say.saved", name=path.stem))

    def ask_argument(self, then: Callable[[Argument], object], scenario: str = "dacha-1941") -> None:
        """What may be chosen before a campaign; asked of the game once."""
        if self.argued is not None:
            then(self.argued)
            return

        def came(value: object) -> None:
            self.argued = cast(Argument, value)
            then(self.argued)
            self.ui.refresh()

        self._ask(Call("argument", (self.folders.mods, scenario)), came)

    def saves(self, then: Callable[[tuple[SavedGame, ...]], object]) -> None:
        """The saves there are, the latest first."""

        def came(value: object) -> None:
            then(cast("tuple[SavedGame, ...]", value))
            self.ui.refresh()

        self._ask(Call("saves"), came)

    def explained(self, name: str) -> Explanation | None:
        """What a number is made of, or None until it has come; asking again is free."""
        if name not in self.explanations and self.link.busy != "explain":
            self.link.ask(Call("explain", (name,)), lambda value: self._explained(name, value), lambda why: None)
        return self.explanations.get(name)

    def _explained(self, name: str, value: object) -> None:
        self.explanations[name] = cast(Explanation, value)
        self.ui.refresh()

    def _ask(self, call: Call, then: Callable[[object], object]) -> None:
        self.link.ask(call, then, self.refused)
        self.ui.refresh()
