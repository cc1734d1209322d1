"""One sitting at the terminal: asks what the player wants, does it, and prints what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from game.ai.study import StudyError
from game.play.campaign import Campaign, View
from game.play.errors import PlayError
from game.store.folder import list_saves, save_path
from game.store.journal import PUT_OFF as LATER
from game.store.problem import SaveError
from game.ui.text import pages, words
from game.ui.text.screen import Closed, Screen
from game.views.explain import NoSuchNumberError
from game.views.offers import Offer
from game.views.question import Question


class Left(Exception):  # noqa: N818
    """The player wants to leave."""


class Session:
    """Plays a campaign until it is over or the player leaves. folder: where saves lie."""

    def __init__(self, screen: Screen, campaign: Campaign, folder: Path) -> None:
        self.screen, self.campaign, self.folder = screen, campaign, folder
        self.headed = 0
        self.commands: dict[str, Callable[[str], None]] = {
            "d": self._desk, "w": self._room, "m": self._news, "i": self._history, "e": self._everything,
            "?": self._explain, "s": self._study,
            "u": self._undo, "save": self._save, "load": self._load, "h": self._help, "q": self._quit,
        }  # fmt: skip

    def play(self) -> None:
        """To the end of the book. Left: the player wants to leave; Closed: there is nothing more to read."""
        self.front()
        while self.campaign.halt != "over":
            view = self.campaign.view()
            {"question": self._question, "orders": self._orders, "fallen": self._fallen}[view.halt](view)
        self.end()

    def front(self) -> None:
        """What stands before the first choice: the front page of a new game, the desk of a loaded one."""
        if self.campaign.place.stop == 1 and not self.campaign.journal:
            pages.front(self.screen, self.campaign.book, self.campaign.view().desk)
            self.headed = 1
        self._notices()

    def _notices(self) -> None:
        for notice in self.campaign.notices:
            self.screen.say(notice)
        self.campaign.notices = ()

    def end(self) -> None:
        """What came of the last act and of the last night, and the page that closes the book."""
        view = self.campaign.view()
        pages.own_acts(self.screen, self.campaign.book, view.news)
        self._notices()
        pages.night(self.screen, view.desk)
        pages.signs(self.screen, view.news)
        pages.telegraph(self.screen, self.campaign.book, view.news)
        diary = [(line.date, line.text) for line in self.campaign.records.diary]
        pages.verdict(self.screen, self.campaign.verdict(), self.campaign.date, diary)

    def leave(self) -> None:
        """Save under the name of the last sitting, and say so."""
        if self.campaign.halt != "over":
            self._save(self.screen.words("terminal.last_sitting"))

    # at a halt ------------------------------------------------------------------------------------------------------

    def aftermath(self, view: View) -> None:
        """Print what came of the last act, and the head of a stop that is new."""
        pages.own_acts(self.screen, self.campaign.book, view.news)
        self._notices()
        if view.stop == self.headed:
            pages.signs(self.screen, view.news)
            pages.grave_news(self.screen, view.news)
            return
        self.headed = view.stop
        pages.status(self.screen, view)
        pages.signs(self.screen, view.news)
        pages.told(self.screen, view.desk)
        pages.telegraph(self.screen, self.campaign.book, view.news)

    def _question(self, view: View) -> None:
        asked = view.questions[0]
        most = pages.MOST_CLAUSES_AT_FIRST if not self.campaign.journal else 99
        pages.question(self.screen, asked, most)
        self.screen.say(self._hint(), "dim", 4)
        options = [card for card in asked.options if card.open]
        while True:
            said = self.screen.ask()
            if said == "l" and asked.can_wait:
                self._act(partial(self.campaign.answer, LATER))
                return
            at = _number(said, len(options))
            if at:
                self._act(partial(self.campaign.answer, options[at - 1].id))
                return
            if self._command(said, self.screen.words("terminal.choose", n=len(options))):
                return

    def _hint(self) -> str:
        study = self.campaign.journal and self.campaign.studies_left()
        return self.screen.words("terminal.hint_study" if study else "terminal.hint")

    def _orders(self, view: View) -> None:
        offers = ordered(self.campaign.offers())
        pages.orders(self.screen, offers, whole=False)
        while True:
            said = self.screen.ask()
            if said in ("n", "1"):
                self._act(self.campaign.advance)
                return
            if said == "r":
                self._act(self.campaign.run_on)
                return
            if said == "o":
                pages.orders(self.screen, offers, whole=True)
                continue
            at = _number(said, len(offers) + 1)
            if at:
                self._order(offers[at - 2])
                return
            if self._command(said, self.screen.words("terminal.otherwise")):
                return

    def _order(self, offer: Offer) -> None:
        """Ask for the arguments of an order one by one, and give it."""
        pages.order(self.screen, offer)
        if not offer.open:
            self.screen.say(offer.why_not)
            return
        given: dict[str, str] = {}
        for name in offer.arguments:
            found = self.campaign.candidates(offer.lever, given)
            pages.candidates(self.screen, name, found)
            at = self._choose(len(found))
            if not at:
                return
            given[name] = found[at - 1].id
        self._act(partial(self.campaign.submit, offer.lever, given))

    def _choose(self, most: int) -> int:
        """A number of 0 to `most`."""
        while True:
            said = self.screen.ask()
            if said == "0":
                return 0
            at = _number(said, most)
            if at:
                return at
            self.screen.say(self.screen.words("terminal.choose_or_none", n=most))

    def _fallen(self, view: View) -> None:
        self.screen.say()
        words = self.screen.words
        self.screen.say(words("terminal.fallen" if view.desk.alive else "terminal.you_are_dead"), "bold")
        names = [self.campaign.book.content.persons[heir.person].name for heir in view.heirs]
        rows = [(f" {i}", words("terminal.heir", name=name, why=words(f"terminal.heir_{heir.why}")))
                for i, (name, heir) in enumerate(zip(names, view.heirs, strict=True), 1)]  # fmt: skip
        self.screen.rows([*rows, (f" {len(rows) + 1}", words("terminal.close"))])
        while True:
            said = self.screen.ask()
            at = _number(said, len(rows) + 1)
            if at == len(rows) + 1:
                self.campaign.close()
                return
            if at:
                self._act(partial(self.campaign.go_on, view.heirs[at - 1].person))
                return
            if self._command(said, words("terminal.choose", n=len(rows) + 1)):
                return

    # acts and commands ----------------------------------------------------------------------------------------------

    def _act(self, act: Callable[[], None]) -> None:
        """Do something that may not be legal; print what came of it, what it cost, or why not."""
        before = self.campaign.view()
        try:
            act()
        except PlayError as error:
            self.screen.say(_sentence(error))
            return
        if self.campaign.halt == "over":
            return
        view = self.campaign.view()
        same_stop = view.stop == self.headed
        self.aftermath(view)
        if same_stop:
            self.spent(before, view)

    def spent(self, before: View, after: View) -> None:
        """What an act changed of what you have to spend."""
        old, new = before.desk, after.desk
        row = self.screen.words
        pairs = [(row("terminal.row.authority"), old.authority, new.authority),
                 (row("terminal.row.hands"), old.hands_left, new.hands_left)]  # fmt: skip
        shown = [(name, words.number(a), words.number(b)) for name, a, b in pairs]
        said = [f"{name} {a} > {b}" for name, a, b in shown if a != b]
        if said:
            self.screen.say(", ".join(said), "dim")

    def _command(self, said: str, otherwise: str) -> bool:
        """Carry out a command that is legal at any halt. True: the halt is to be shown again."""
        if not said:
            return False
        word, _, rest = said.partition(" ")
        if word.startswith("?") and len(word) > 1:
            word, rest = "?", said[1:]
        if word not in self.commands:
            self.screen.say(self.screen.words("terminal.not_understood", said=said[:40], otherwise=otherwise))
            return False
        self.commands[word](rest.strip())
        return word in ("u", "load")

    def _desk(self, _: str) -> None:
        pages.desk(self.screen, self.campaign.view().desk)

    def _room(self, _: str) -> None:
        pages.room(self.screen, self.campaign.room())

    def _news(self, _: str) -> None:
        pages.telegraph(self.screen, self.campaign.book, self.campaign.stop_news(), whole=True)

    def _history(self, _: str) -> None:
        asked = self._asked()
        if asked:
            pages.history(self.screen, asked)

    def _everything(self, _: str) -> None:
        asked = self._asked()
        if asked:
            pages.question(self.screen, asked)

    def _asked(self) -> Question | None:
        questions = self.campaign.view().questions
        if not questions:
            self.screen.say(self.screen.words("terminal.no_question"))
            return None
        return questions[0]

    def _explain(self, name: str) -> None:
        short = {"authority", "hands", "influence", "signs", "suspicion", "health", "file"}
        full = f"person.{self.campaign.person}.{'hands_left' if name == 'hands' else name}" if name in short else name
        if not full:
            self.screen.say(self.screen.words("terminal.which_number"))
            return
        try:
            pages.explanation(self.screen, self.campaign.explain(full))
        except NoSuchNumberError as error:
            self.screen.say(_sentence(error))

    def _study(self, staff: str) -> None:
        try:
            made = self.campaign.study(staff) if staff else self.campaign.study()
        except (PlayError, StudyError) as error:
            self.screen.say(_sentence(error))
            return
        pages.study(self.screen, made)

    def _undo(self, _: str) -> None:
        try:
            done = self.campaign.undo()
        except PlayError as error:
            self.screen.say(_sentence(error))
            return
        self.screen.say(self.screen.words("terminal.taken_back" if done else "terminal.nothing_to_take_back"))
        self.headed = 0
        self.aftermath(self.campaign.view())

    def _save(self, name: str) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = save_path(self.folder, name or f"{self.campaign.person} {self.campaign.date}")
            self.campaign.save(path)
        except (SaveError, OSError) as error:
            self.screen.say(_sentence(error))
            return
        self.screen.say(self.screen.words("terminal.saved", name=path.name))

    def _load(self, name: str) -> None:
        if not name:
            names = [save.name for save in list_saves(self.folder) if save.headline]
            said = self.screen.words
            self.screen.say(said("terminal.saves", names=", ".join(names) or said("terminal.none")))
            return
        try:
            self.campaign = self._loaded(name)
        except (SaveError, PlayError) as error:
            self.screen.say(_sentence(error))
            return
        self.headed = 0
        self.aftermath(self.campaign.view())

    def _loaded(self, name: str) -> Campaign:
        now = self.campaign
        found = Campaign.load(save_path(self.folder, name), now.opening.mods, now.book)
        found.autosaves = now.autosaves
        return found

    def _help(self, _: str) -> None:
        pages.help_page(self.screen)

    def _quit(self, _: str) -> None:
        raise Left


def ordered(offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """Your own organ's levers first, then those that are anyone's, then those of others."""
    return tuple(sorted(offers, key=lambda o: (not o.yours, not o.organ)))


def _number(said: str, most: int) -> int:
    """The number that was typed, if it is 1 to `most`; else 0."""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 4 and 1 <= int(said) <= most else 0


def _sentence(error: Exception) -> str:
    text = str(error)
    return words.stopped(text[:1].upper() + text[1:])


__all__ = ["Closed", "Left", "Session"]
