"""The course of a game: it runs from halt to halt, keeps marks to go back to, writes its diary and saves itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.core import calendar
from game.engine import turn
from game.engine.block import Block
from game.play import diary, saving, stops
from game.play.errors import PlayError
from game.play.marks import Mark, mark_of, restored, rows_told
from game.play.opening import Opening
from game.play.place import Place, Records
from game.play.running import Halt, run_a_stage
from game.play.succession import played
from game.rulebook.book import Rulebook
from game.store.folder import Autosaves, Moment
from game.store.journal import Entry
from game.store.problem import SaveError


class Course:
    """A game that is played. `place` says where it stands, `records` what was chosen.

    notices: sentences for the player about what a load or an autosave met. autosaves: where the game saves itself at
    the start of each stop and after its orders, if anywhere.
    """

    def __init__(self, book: Rulebook, opening: Opening, block: Block, place: Place, records: Records) -> None:
        self.book, self.opening, self.block = book, opening, block
        self.place, self.records = place, records
        self.notices: tuple[str, ...] = ()
        self.autosaves: Autosaves | None = None
        self._marks: list[Mark] = []

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

    def undo(self) -> bool:
        """Back to the start of this stop, or of the one before if nothing was done in this; False: there is none."""
        if self.opening.ironman:
            raise PlayError("in ironman nothing is taken back")
        while self._marks and self._untouched(self._marks[-1]):
            if len(self._marks) == 1:
                return False
            self._marks.pop()
        if not self._marks:
            return False
        self._back_to(self._marks[-1])
        return True

    def save_itself(self, autosaves: Autosaves) -> Path:
        """Write an autosave as it stands, as on leaving. SaveError where the disk or the state does not allow it."""
        return autosaves.write(saving.saved_of(self.block, self.opening, self.place, self.records), "orders")

    # within ---------------------------------------------------------------------------------------------------------

    def _write_down(self, entry: Entry) -> None:
        self.records.journal.append(entry)
        self.place = replace(self.place, since=rows_told(self.block))

    def _run(self, wake: frozenset[str] = frozenset()) -> None:
        """Run to the next halt. A day is a stop where something is asked, something urgent was heard, or it is due."""
        heard = self._marks[-1].chronicle if self._marks else 0
        while True:
            halt = run_a_stage(self.block)
            if halt == "orders":
                purse = float(self.block.world.column("person", "authority")[self.me, 0])
                self.place = replace(self.place, authority=purse)
                if not (self._is_today() or self._deserves_a_stop(heard) or self.date in wake):
                    turn.close_orders(self.block)
                    continue
            if halt != "turn":
                self._halt(halt)
                return

    def _halt(self, halt: Halt) -> None:
        self.place = replace(self.place, halt=halt)
        if not self._is_today():
            self._open_stop()

    def _is_today(self) -> bool:
        return self.place.day == float(self.block.world.date[0])

    def _deserves_a_stop(self, heard: int) -> bool:
        seen = stops.signs_seen(self.block, self.me) > self.place.signs
        return seen or stops.is_due(self.block, self.place.day) or stops.is_urgent(self.block, self.me, heard)

    def _open_stop(self) -> None:
        """Write the diary of the stop that is over, and begin the next, from which undo may start again."""
        if self._marks:
            last = self._marks[-1]
            entries = self.records.journal[last.journal :]
            self.records.diary.append(diary.line_of(self.book, last.place.day, entries))
        signs = stops.signs_seen(self.block, self.me)
        day = float(self.block.world.date[0])
        self.place = replace(self.place, stop=self.place.stop + 1, day=day, signs=signs, studies=0)
        self._marks.append(mark_of(self.block, self.place, self.records))
        self._autosave("morning")

    def _autosave(self, moment: Moment) -> None:
        """Save by itself, if it is to. A disk that is full must not end the game: the player is told, once."""
        if self.autosaves is None:
            return
        try:
            self.autosaves.write(saving.saved_of(self.block, self.opening, self.place, self.records), moment)
        except SaveError as error:
            self.autosaves = None
            self.notices = (*self.notices, f"The game no longer saves itself: {error}.")

    def _untouched(self, mark: Mark) -> bool:
        here = replace(self.place, studies=mark.place.studies)
        return len(self.records.journal) == mark.journal and here == mark.place

    def _back_to(self, mark: Mark) -> None:
        """Everything as it was at the mark; the mark itself stays."""
        self.block = restored(self.block, self.records, mark)
        same_day = mark.place.day == self.place.day
        self.place = replace(mark.place, studies=self.place.studies if same_day else mark.place.studies)
