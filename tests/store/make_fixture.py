"""Writes the fixture of the present format: `python -m tests.store.make_fixture`. Run it once for each new version.

A fixture that is in the repository is never written again: it is there to be loaded by every later game.
"""

from __future__ import annotations

from pathlib import Path

from game.core import calendar
from game.engine.block import Block
from game.store.header import DiaryLine
from game.store.journal import PUT_OFF, Entry
from game.store.migrations import VERSION
from game.store.save import write_save
from tests.store.builders import book, go_on, saved, world

DAY = "1941-06-25"


def main() -> None:
    """Play to the orders of the fourth day, and save."""
    block = Block(book(), world())
    while go_on(block) != "orders" or calendar.to_iso(block.world.date[0]) != DAY:
        pass
    journal = (
        Entry("1941-06-22", "molotov", event=book().events[0].id, option=book().events[0].options[0].id),
        Entry("1941-06-23", "molotov", event=book().events[1].id, option=PUT_OFF),
    )
    diary = [DiaryLine(date="1941-06-25", text="Three days. Nobody says the word.")]
    path = Path(__file__).with_name("fixtures") / f"version_{VERSION}.rwsave"
    write_save(path, saved(block.world, title="The fourth day", journal=journal, diary=diary))


if __name__ == "__main__":
    main()
