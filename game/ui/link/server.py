"""The game's side of the link: it holds the campaign and does what it is called for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from game.ai.study import Study, StudyError
from game.ai.watch import StudyCancelledError, Watch
from game.content import ContentError
from game.lab.spread import Spread, spread_of
from game.language.words import DEFAULT
from game.play.again import Again, again
from game.play.campaign import STAFF, Campaign
from game.play.errors import PlayError
from game.play.opening import Opening, open_book
from game.play.series import Series, told_series
from game.rulebook.book import Rulebook
from game.store.folder import Autosaves, save_path
from game.store.problem import SaveError
from game.ui.link.argument import Argument, argument
from game.ui.link.console import Said, Vocabulary, command, vocabulary
from game.ui.link.saves import SavedGame, saved_games
from game.ui.link.snapshot import Snapshot, snapshot
from game.ui.lore.article import Lore
from game.ui.lore.gather import lore
from game.views.effects import Stated
from game.views.explain import Explanation
from game.views.offers import Candidate, Offer
from game.views.telegraph import Telegraph, telegraph
from game.views.verdict import TooEarlyError, Verdict

FAULTS = (ContentError, PlayError, SaveError, StudyError, StudyCancelledError, ValueError)
"""What a call may be refused with: its text is one sentence for the player."""

BookKey = tuple[tuple[Path, ...], str]


@dataclass(slots=True)
class Server:
    """One campaign at a time. folder: where saves lie. keep: autosaves kept. watch: told of a study's progress.

    language: in which its pages are written.
    """

    folder: Path
    keep: int = 10
    watch: Watch | None = None
    language: str = DEFAULT
    campaign: Campaign | None = None
    _books: dict[BookKey, Rulebook] = field(default_factory=dict)

    def warm(self, mods: tuple[Path, ...], scenario: str) -> bool:
        """Open a rulebook before it is needed."""
        self._book(mods, scenario)
        return True

    def begin(self, opening: Opening) -> Snapshot:
        """A new campaign."""
        book = self._book(opening.mods, opening.scenario)
        self.campaign = Campaign.new(opening, book, self._autosaves())
        return snapshot(self.campaign)

    def load(self, path: Path, mods: tuple[Path, ...]) -> Snapshot:
        """Go on from a save; what is played now is left as it is where that fails."""
        known = next((book for (of, _), book in self._books.items() if of == mods), None)
        loaded = Campaign.load(path, mods, known)
        self.campaign = loaded
        self.campaign.autosaves = self._autosaves()
        return snapshot(self.campaign)

    def resume(self, mods: tuple[Path, ...]) -> Snapshot:
        """Go on from the last autosave."""
        latest = Autosaves(self.folder, self.keep).latest()
        if latest is None:
            raise SaveError("there is no autosave to go on from")
        return self.load(latest, mods)

    def look(self) -> Snapshot:
        """As it stands."""
        return snapshot(self._now)

    def answer(self, option: str) -> Snapshot:
        """Answer the open question."""
        self._now.answer(option)
        return snapshot(self._now)

    def submit(self, decision: str, arguments: Mapping[str, str]) -> Snapshot:
        """Give an order."""
        self._now.submit(decision, arguments)
        return snapshot(self._now)

    def advance(self) -> Snapshot:
        """End the day."""
        self._now.advance()
        return snapshot(self._now)

    def run_on(self) -> Snapshot:
        """Run on to the next question."""
        self._now.run_on()
        return snapshot(self._now)

    def undo(self) -> Snapshot:
        """Back to the start of the stop."""
        if not self._now.undo():
            raise PlayError("there is nothing to take back")
        return snapshot(self._now)

    def go_on(self, person: str) -> Snapshot:
        """Sit down in another seat after a fall."""
        self._now.go_on(person)
        return snapshot(self._now)

    def close(self) -> Snapshot:
        """Close the book after a fall."""
        self._now.close()
        return snapshot(self._now)

    def offers(self) -> tuple[Offer, ...]:
        """All orders of the day."""
        return self._now.offers()

    def candidates(self, decision: str, given: Mapping[str, str]) -> tuple[Candidate, ...]:
        """What the next argument of an order may be."""
        return self._now.candidates(decision, given)

    def preview(self, decision: str, given: Mapping[str, str]) -> Stated:
        """What an order does to whom it is to be given."""
        return self._now.preview(decision, given)

    def study(self, staff: str = STAFF) -> Study:
        """Have the open question studied."""
        return self._now.study(staff, self.watch)

    def explain(self, name: str) -> Explanation:
        """What a number is made of."""
        return self._now.explain(name)

    def archive(self) -> Telegraph:
        """All news since the beginning."""
        return telegraph(self._now.block, self._now.me + 1)

    def open_console(self) -> Snapshot:
        """Let the truth be read and changed from here on."""
        self._now.open_console()
        return snapshot(self._now)

    def command(self, line: str) -> Said:
        """Do a line of the console."""
        return command(self._now, line, self._reload)

    def vocabulary(self) -> Vocabulary:
        """What Tab completes in the console."""
        return vocabulary(self._now.book)

    def _reload(self) -> str:
        """Read the mods anew and go on under the new rules, from a save in between."""
        played = self._now
        book = replace(open_book(played.opening.mods, played.opening.scenario), language=self.language)
        with TemporaryDirectory() as folder:
            path = Path(folder) / "reload.save"
            played.save(path)
            loaded = Campaign.load(path, played.opening.mods, book)
        loaded.autosaves = played.autosaves
        self._books[played.opening.mods, played.opening.scenario] = book
        self.campaign = loaded
        same = book.digest == played.book.digest
        return "the mods were read anew: nothing has changed" if same else "the mods were read anew, and have changed"

    def encyclopaedia(self, mods: tuple[Path, ...], scenario: str) -> Lore:
        """All articles of the campaign's rulebook, or without one of that of the mods."""
        return lore(self.campaign.book if self.campaign is not None else self._book(mods, scenario))

    def verdict(self) -> Verdict:
        """The page that closes the chapter."""
        return self._now.verdict()

    def again(self, date: str, copies: int) -> Again:
        """The true world of a morning so many times, once the chapter is over."""
        now = self._now
        if now.halt != "over":
            raise TooEarlyError("the chapter is not over; a morning can be played again when it ends")
        return again(now.book, now.opening, now.journal, date, copies, self.watch)

    def series(self) -> tuple[Series, ...]:
        """Every told figure over time; beside it the truth, once the chapter is over."""
        now = self._now
        over = now.halt == "over"
        return told_series(now.book, now.opening, now.journal, now.block, now.me + 1, over)

    def spread(self, names: tuple[str, ...], worlds: int) -> tuple[Spread, ...]:
        """Where figures go in so many simulated worlds of the same premises."""
        return spread_of(self._now.book, self._now.opening, names, worlds, self.watch)

    def save(self, name: str) -> Path:
        """Write a save under a name."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = save_path(self.folder, name)
        self._now.save(path, name)
        return path

    def autosave(self) -> Path | None:
        """Save as the game does by itself, beyond its own times; None where it saves itself nowhere."""
        autosaves = self._autosaves()
        return self._now.save_itself(autosaves) if autosaves is not None else None

    def keep_autosaves(self, keep: int) -> int:
        """So many autosaves stay from now on."""
        self.keep = keep
        if self.campaign is not None:
            self.campaign.autosaves = self._autosaves()
        return keep

    def saves(self) -> tuple[SavedGame, ...]:
        """The saves there are."""
        return saved_games(self.folder)

    def argument(self, mods: tuple[Path, ...], scenario: str) -> Argument:
        """What may be chosen before a campaign."""
        return argument(self._book(mods, scenario))

    def digest(self) -> str:
        """The world's hash."""
        return self._now.hash

    @property
    def _now(self) -> Campaign:
        if self.campaign is None:
            raise PlayError("no campaign is open")
        return self.campaign

    def _book(self, mods: tuple[Path, ...], scenario: str) -> Rulebook:
        key = (mods, scenario)
        if key not in self._books:
            played = self.campaign
            open_already = played is not None and (played.opening.mods, played.opening.scenario) == key
            found = played.book if played is not None and open_already else open_book(mods, scenario)
            self._books[key] = replace(found, language=self.language)
        return self._books[key]

    def _autosaves(self) -> Autosaves | None:
        return Autosaves(self.folder, self.keep) if self.keep else None


@dataclass(frozen=True, slots=True)
class Call:
    """A method of the server with its arguments."""

    method: str
    arguments: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """What a call gave."""

    value: object


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a call was not done: one sentence. broken: the game itself is at fault."""

    sentence: str
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long call has come: a share of 0 to 1."""

    share: float


def serve(server: Server, call: Call) -> Answered | Refused:
    """Do a call."""
    method: Callable[..., object] = getattr(server, call.method)
    try:
        return Answered(method(*call.arguments))
    except FAULTS as error:
        return Refused(sentence_of(error))


def sentence_of(error: Exception) -> str:
    """A fault as a sentence of its own."""
    text = str(error).strip() or ("it was given up" if isinstance(error, StudyCancelledError) else "it cannot be done")
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!", ")")) else ".")
