"""One played game: the only thing that text, the window and tests use of all that lies behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from game.ai.study import Study, Terms, studies_a_session, study_question
from game.ai.watch import Watch
from game.content.problem import did_you_mean, one_of, shown
from game.engine import turn
from game.engine.block import Block
from game.engine.turn import ORDERS
from game.play import console, order, saving, stops
from game.play.course import Course
from game.play.errors import OrderError
from game.play.marks import mark_of, rows_told
from game.play.opening import Opening, begin_block, open_book
from game.play.place import Place, Records
from game.play.replay import GO_ON, replay
from game.play.running import Halt, place_in_turn
from game.play.succession import Heir, go_on_as, heirs
from game.rulebook.book import Rulebook
from game.store.folder import Autosaves
from game.store.journal import Argument, Entry
from game.store.save import write_save
from game.views.contradicted import Told
from game.views.desk import Desk, desk
from game.views.effects import Stated
from game.views.explain import Explanation, explain
from game.views.offers import Candidate, Offer, choices, offers, preview
from game.views.question import Question, questions
from game.views.room import Room, room
from game.views.telegraph import Telegraph, telegraph
from game.views.verdict import Verdict, measure, verdict

STAFF = "high_command"
"""The organ whose staff is asked for studies, unless another is named."""


@dataclass(frozen=True, slots=True)
class View:
    """What the player sees. news: what followed from his last act. heirs: after a fall, whom he may go on as."""

    stop: int
    halt: Halt
    desk: Desk
    questions: tuple[Question, ...]
    news: Telegraph
    heirs: tuple[Heir, ...]


class Campaign(Course):
    """A person's game: what he sees of it, and what he does."""

    # beginning ------------------------------------------------------------------------------------------------------

    @classmethod
    def new(cls, opening: Opening, book: Rulebook | None = None, autosaves: Autosaves | None = None) -> Self:
        """Begin, and run to the first stop. book: that of the opening, where it has been opened already.

        autosaves: where it saves itself, from the first stop on.
        ContentError: the mods; PlayError: anything else that is unknown.
        """
        book = book or open_book(opening.mods, opening.scenario)
        block = begin_block(book, opening)
        eve = float(block.world.date[0]) - stops.QUIET_DAYS
        campaign = cls(book, opening, block, Place(0, eve, "orders"), Records())
        campaign.autosaves = autosaves
        campaign._run()
        return campaign

    @classmethod
    def load(cls, path: Path, mods: Sequence[Path], book: Rulebook | None = None) -> Self:
        """Go on from a save. book: that of the mods, where it has been opened already.

        ContentError: the mods. SaveError: the file. PlayError: it was played with other mods.
        """
        found = saving.load(path, mods, book)
        campaign = cls(found.book, found.opening, found.block, found.place, found.records)
        campaign.notices = found.notices
        campaign._marks.append(mark_of(campaign.block, campaign.place, campaign.records))
        return campaign

    def save(self, path: Path, title: str = "") -> None:
        """Write a save. SaveError where the disk or the state does not allow it."""
        write_save(path, saving.saved_of(self.block, self.opening, self.place, self.records, title))

    # where it stands ------------------------------------------------------------------------------------------------

    @property
    def halt(self) -> Halt:
        """Why it stands still."""
        return self.place.halt

    @property
    def hash(self) -> str:
        """Digest of the world: equal worlds have equal digests."""
        return self.block.world.hashes()[0]

    @property
    def journal(self) -> tuple[Entry, ...]:
        """Every answer and order so far."""
        return tuple(self.records.journal)

    def view(self) -> View:
        """All that the player sees of where he stands."""
        seat = self.me + 1
        return View(
            self.place.stop, self.halt, desk(self.block, seat), questions(self.block, seat),
            telegraph(self.block, seat, self.place.since), self.heirs(),
        )  # fmt: skip

    def stop_news(self) -> Telegraph:
        """Everything heard since the stop before this one."""
        since = self._marks[-2].chronicle if len(self._marks) > 1 else 0
        return telegraph(self.block, self.me + 1, since)

    def offers(self) -> tuple[Offer, ...]:
        """All levers of the day: whose, at what price, open or why not."""
        return offers(self.block, self.me + 1)

    def candidates(self, decision: str, given: Mapping[str, str]) -> tuple[Candidate, ...]:
        """What the next argument of a decision may be, after those given in order; nothing when all are given."""
        return choices(self.block, self.me + 1, decision, order.values_of(self.book, decision, given))

    def preview(self, decision: str, given: Mapping[str, str]) -> Stated:
        """What a decision does with the arguments that are given so far, as far as the player can know."""
        return preview(self.block, self.me + 1, decision, order.values_of(self.book, decision, given))

    def room(self) -> Room:
        """The men of the room as the player knows them."""
        return room(self.block, self.me + 1)

    def explain(self, name: str) -> Explanation:
        """What a number is made of and who told it. NoSuchNumberError (a ValueError): there is none of that name."""
        return explain(self.block, self.me + 1, name)

    def studies_left(self, staff: str = STAFF) -> int:
        """How many studies a staff (an organ) still makes today."""
        return max(0, studies_a_session(self.block, staff) - self.place.studies)

    def study(self, staff: str = STAFF, watch: Watch | None = None) -> Study:
        """Have the options of the open question studied. StudyError (a ValueError), OrderError: why they cannot."""
        asked = order.open_questions(self.block)
        if self.halt != "question" or not asked:
            raise OrderError("no question is open that could be studied")
        if staff not in self.book.content.organs:
            organs = self.book.content.organs
            raise OrderError(f"there is no staff {shown(staff)} ({did_you_mean(staff, organs, one_of(organs))})")
        if not self.studies_left(staff):
            raise OrderError("no study is left today")
        terms = Terms(staff=staff, occasion=self.place.studies, watch=watch)
        made = study_question(self.block, self.me + 1, asked[0][0], terms)
        self.place = replace(self.place, studies=self.place.studies + 1)
        return made

    def verdict(self) -> Verdict:
        """The page that closes the book. TooEarlyError (a ValueError) while the chapter runs.

        What was told and what was so, day by day, comes from playing the journal again: no campaign holds the truth.
        """
        days: list[Told] = []

        def note(block: Block) -> None:
            days.extend(measure(block))

        replay(self.book, self.opening, self.journal, place_in_turn(self.block), each_day=note)
        return verdict(self.block, self.me + 1, days)

    # acting ---------------------------------------------------------------------------------------------------------

    def answer(self, option: str) -> None:
        """Answer the open question and run on to what it leads to. OrderError: none is open, or the option is not."""
        asked = order.open_questions(self.block)
        if self.halt != "question" or not asked:
            raise OrderError("no question is open")
        place, event, _ = asked[0]
        entry = Entry(self.date, self.person, event.id, option)
        self._must_be_open(place, option)
        order.answer(self.block, place, option)
        self._write_down(entry)
        self._run()

    def submit(self, decision: str, arguments: Mapping[str, str] | None = None) -> None:
        """Give an order; it is carried out at once. OrderError says why it cannot be."""
        self._must_be_orders()
        given = dict(arguments or {})
        closed = next((o.why_not for o in self.offers() if o.lever == decision), "")
        if closed:
            raise OrderError(f"{decision}: {_as_clause(closed)}")
        line = order.line_of(self.block, self.person, self.date, decision, given)
        since = rows_told(self.block)
        order.give(self.block, line)
        self.place = replace(self.place, since=since)
        self.records.journal.append(Entry(self.date, self.person, decision=decision, arguments=given))

    def advance(self, wake: frozenset[str] = frozenset()) -> None:
        """End the day's orders and run to the next stop, at the latest on a date of `wake`. OrderError: not now."""
        self._must_be_orders()
        self._autosave("orders")
        self.place = replace(self.place, since=rows_told(self.block))
        turn.close_orders(self.block)
        self._run(wake)

    def run_on(self) -> None:
        """Run to the next stop at which a question is open, or to a fall or the end."""
        since = rows_told(self.block)
        self.advance()
        while self.halt == "orders":
            self.advance()
        self.place = replace(self.place, since=since)

    def heirs(self) -> tuple[Heir, ...]:
        """After a fall: whom the player may go on as; nobody in ironman."""
        return heirs(self.block) if self.halt == "fallen" and not self.opening.ironman else ()

    def go_on(self, person: str) -> None:
        """After a fall: sit down in another seat and run on. OrderError: he is none of the heirs."""
        if person not in [heir.person for heir in self.heirs()]:
            raise OrderError(f"you cannot go on as {person}")
        given: dict[str, Argument] = {"person": person, "authority": self.place.authority}
        self._write_down(Entry(self.date, self.person, decision=GO_ON, arguments=given))
        go_on_as(self.block, person, self.place.authority)
        self.place = replace(self.place, signs=stops.signs_seen(self.block, self.me))
        if self.block.world.stage == ORDERS:
            self.place = replace(self.place, halt="orders")
        else:
            self._run()

    def close(self) -> None:
        """After a fall: close the book."""
        self.place = replace(self.place, halt="over", since=rows_told(self.block))

    # the console ----------------------------------------------------------------------------------------------------

    def open_console(self) -> None:
        """From here on the truth may be read and changed. It ends ironman, is told by every save, and undo keeps it."""
        self.opening = replace(self.opening, ironman=False, console=True)

    def run_effect(self, text: str) -> None:
        """Run an effect and write it down, so that a replay runs it too. OrderError: what is wrong, or not opened."""
        self._must_be_opened()
        entry = console.entry_of(self.block, self.person, self.date, text)
        console.run(self.block, self.person, text)
        self.records.journal.append(entry)

    def probe(self, text: str) -> str:
        """An expression as it truly is. OrderError: what is wrong with it, or the console has not been opened."""
        self._must_be_opened()
        return console.probe(self.block, self.person, text)

    # within ---------------------------------------------------------------------------------------------------------

    def _must_be_opened(self) -> None:
        if not self.opening.console:
            raise OrderError("the console has not been opened in this game")

    def _must_be_orders(self) -> None:
        if self.halt == "question":
            raise OrderError("a question is open; answer it first")
        if self.halt == "over":
            raise OrderError("the book is closed")
        if self.halt == "fallen":
            raise OrderError("you have fallen; go on as another, or close the book")

    def _must_be_open(self, place: int, option: str) -> None:
        cards = (o for q in questions(self.block, self.me + 1) if q.place == place for o in q.options)
        closed = next((o.why_not for o in cards if o.id == option and not o.open), "")
        if closed:
            raise OrderError(f"{option} is closed to you: {_as_clause(closed)}")


def _as_clause(sentence: str) -> str:
    """A sentence as the end of another."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")
