"""One played game: the only thing that text, the window and tests use of all that lies behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from game.core import calendar
from game.engine import turn
from game.engine.block import Block
from game.engine.turn import ORDERS
from game.play import order, stops
from game.play.errors import OrderError, PlayError
from game.play.opening import Opening, begin_block, open_book
from game.play.replay import GO_ON
from game.play.running import Halt, run_a_stage
from game.play.succession import Heir, go_on_as, heirs, played
from game.rulebook.book import Rulebook
from game.store.journal import Entry
from game.world.chronicle import Chronicle
from game.world.ledger import Ledger
from game.world.state import World


@dataclass(frozen=True, slots=True)
class Mark:
    """A point that a campaign may come back to: the world and how long each record was."""

    world: World
    chronicle: int
    ledger: int
    journal: int
    diary: int
    stop: int
    day: float
    news: int
    halt: Halt
    authority: float
    signs: float


class Campaign:
    """A person's game.

    halt: why it stands still. stop: number of the stop, from 1. day: its date. journal: every answer and order.
    news: row of the chronicle from which on the player has not been told. diary: a line for each stop that is over.
    """

    def __init__(self, book: Rulebook, opening: Opening, block: Block) -> None:
        self.book, self.opening, self.block = book, opening, block
        self.journal: list[Entry] = []
        self.diary: list[str] = []
        self.halt: Halt = "orders"
        self.stop, self.day, self.news, self.signs = 0, float(block.world.date[0]) - stops.QUIET_DAYS, 0, 0.0
        self.authority = 0.0
        self.closed = False
        self._marks: list[Mark] = []

    # beginning ------------------------------------------------------------------------------------------------------

    @classmethod
    def new(cls, opening: Opening) -> Self:
        """Begin, and run to the first stop. ContentError: the mods; PlayError: anything else that is unknown."""
        book = open_book(opening.mods, opening.scenario)
        campaign = cls(book, opening, begin_block(book, opening))
        campaign._run()
        return campaign

    # where it stands ------------------------------------------------------------------------------------------------

    @property
    def me(self) -> int:
        """Row of the man who is played."""
        return played(self.block)

    @property
    def person(self) -> str:
        """Id of the man who is played."""
        return self.book.schema.entities["person"][self.me]

    @property
    def date(self) -> str:
        """Today, as 1941-06-22."""
        return calendar.to_iso(float(self.block.world.date[0]))

    @property
    def hash(self) -> str:
        """Digest of the world: equal worlds have equal digests."""
        return self.block.world.hashes()[0]

    # acting ---------------------------------------------------------------------------------------------------------

    def answer(self, option: str) -> None:
        """Answer the open question and run on to what it leads to. OrderError: none is open, or the option is not."""
        asked = order.open_questions(self.block)
        if self.halt != "question" or not asked:
            raise OrderError("no question is open")
        place, event, _ = asked[0]
        entry = Entry(self.date, self.person, event.id, option)
        order.answer(self.block, place, option)
        self.journal.append(entry)
        self._run()

    def submit(self, decision: str, arguments: Mapping[str, str] | None = None) -> None:
        """Give an order; it is carried out at once. OrderError says why it cannot be."""
        if self.halt != "orders":
            raise OrderError(self._not_now())
        given = dict(arguments or {})
        line = order.line_of(self.block, self.person, self.date, decision, given)
        order.give(self.block, line)
        self.journal.append(Entry(self.date, self.person, decision=decision, arguments=given))

    def advance(self, wake: frozenset[str] = frozenset()) -> None:
        """End the day's orders and run to the next stop, at the latest on a date of `wake`. OrderError: not now."""
        if self.halt != "orders":
            raise OrderError(self._not_now())
        self._close_day()
        self._run(wake)

    def run_on(self) -> None:
        """Run to the next stop at which a question is open, or to a fall or the end."""
        self.advance()
        while self.halt == "orders":
            self.advance()

    def heirs(self) -> tuple[Heir, ...]:
        """After a fall: whom the player may go on as; nobody in ironman."""
        return heirs(self.block) if self.halt == "fallen" and not self.opening.ironman else ()

    def go_on(self, person: str) -> None:
        """After a fall: sit down in another seat and run on. OrderError: he is none of the heirs."""
        if person not in [heir.person for heir in self.heirs()]:
            raise OrderError(f"you cannot go on as {person}")
        given: dict[str, bool | int | float | str] = {"person": person, "authority": self.authority}
        self.journal.append(Entry(self.date, self.person, decision=GO_ON, arguments=given))
        go_on_as(self.block, person, self.authority)
        self.signs = stops.signs_seen(self.block, self.me)
        if self.block.world.stage == ORDERS:
            self._halt("orders")
        else:
            self._run()

    def close(self) -> None:
        """After a fall: close the book."""
        self.closed, self.halt = True, "over"

    def undo(self) -> bool:
        """Back to the start of this stop, or of the one before if nothing was done in this; False: there is none."""
        if self.opening.ironman:
            raise PlayError("in ironman nothing is taken back")
        if self._marks and self._untouched(self._marks[-1]) and len(self._marks) > 1:
            self._marks.pop()
        if not self._marks or self._untouched(self._marks[-1]):
            return False
        self._back_to(self._marks[-1])
        return True

    # within ---------------------------------------------------------------------------------------------------------

    def _not_now(self) -> str:
        if self.halt == "question":
            return "a question is open; answer it first"
        return "the book is closed" if self.halt == "over" else "you have fallen; go on as another, or close the book"

    def _run(self, wake: frozenset[str] = frozenset()) -> None:
        """Run to the next halt. A day is a stop where something is asked, something urgent was heard, or it is due."""
        while True:
            halt = run_a_stage(self.block)
            if halt == "orders":
                self.authority = float(self.block.world.column("person", "authority")[self.me, 0])
                if not (self._is_today() or self._deserves_a_stop() or self.date in wake):
                    turn.close_orders(self.block)
                    continue
            if halt != "turn":
                self._halt(halt)
                return

    def _halt(self, halt: Halt) -> None:
        self.halt = halt
        if not self._is_today() or halt in ("fallen", "over"):
            self._open_stop()

    def _is_today(self) -> bool:
        return self.day == float(self.block.world.date[0])

    def _deserves_a_stop(self) -> bool:
        seen = stops.signs_seen(self.block, self.me) > self.signs
        return seen or stops.is_due(self.block, self.day) or stops.is_urgent(self.block, self.me, self._heard())

    def _heard(self) -> int:
        """Row of the chronicle at which the present stop began."""
        return self._marks[-1].chronicle if self._marks else 0

    def _open_stop(self) -> None:
        self.stop += 1
        self.day = float(self.block.world.date[0])
        self.signs = stops.signs_seen(self.block, self.me)
        self._marks.append(self._mark())

    def _close_day(self) -> None:
        turn.close_orders(self.block)

    def _mark(self) -> Mark:
        world = self.block.world
        return Mark(
            world.copy(), len(world.chronicle or ()), len(world.ledger.entries) if world.ledger else 0,
            len(self.journal), len(self.diary), self.stop, self.day, self.news, self.halt, self.authority, self.signs,
        )  # fmt: skip

    def _untouched(self, mark: Mark) -> bool:
        return len(self.journal) == mark.journal and self.stop == mark.stop and self.halt == mark.halt

    def _back_to(self, mark: Mark) -> None:
        """Everything as it was at the mark; the mark itself stays."""
        world, old = mark.world.copy(), self.block.world
        assert old.chronicle is not None
        assert old.ledger is not None
        world.chronicle = Chronicle(old.chronicle.rows()[: mark.chronicle])
        world.ledger = Ledger(old.ledger.entries[: mark.ledger])
        self.block = Block(self.book, world)
        del self.journal[mark.journal :], self.diary[mark.diary :]
        self.stop, self.day, self.news, self.halt = mark.stop, mark.day, mark.news, mark.halt
        self.authority, self.signs, self.closed = mark.authority, mark.signs, False


__all__ = ["Campaign", "OrderError", "PlayError"]
