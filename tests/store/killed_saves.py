"""Run as a process: children that save again and again are killed at any moment, and the file is read after each.

`python -m tests.store.killed_saves FOLDER COUNT` ends with 0 if after every kill the save was whole and not older than
the last one that its child had reported.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from game.store.folder import Autosaves
from game.store.save import read_save, save_of, write_save
from tests.store.builders import PLAYED, book, world


def save_for_ever(folder: Path, report: int) -> None:
    """Save under rising numbers, by name and as an autosave, and report each that is done."""
    number, state, autosaves = int(read_save(folder / "a.rwsave", book()).header.title), world(), Autosaves(folder)
    while True:
        number += 1
        saved = save_of(book(), state, PLAYED, "0.1.0", title=str(number))
        write_save(folder / "a.rwsave", saved)
        autosaves.write(saved, "orders")
        os.write(report, number.to_bytes(4, "little"))


def kill_one(folder: Path, chance: random.Random) -> int:
    """Start a child, kill it a moment after its first save, and give the last number that it reported."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        save_for_ever(folder, writing)
    os.close(writing)
    told = os.read(reading, 4)
    time.sleep(chance.uniform(0.0, 0.012))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while piece := os.read(reading, 4096):
        told += piece
    os.close(reading)
    return int.from_bytes(told[-4:], "little")


def main(folder: Path, count: int) -> None:
    """Kill so many; raise where one lost a save."""
    chance, last = random.Random(9), 0
    for _ in range(count):
        told = kill_one(folder, chance)
        assert told > last, "the child saved nothing"
        now = int(read_save(folder / "a.rwsave", book()).header.title)
        assert now >= told, f"save {told} was reported and {now} was found"
        latest = Autosaves(folder).latest()
        assert latest is not None
        found = int(read_save(latest, book()).header.title)
        assert found >= told, f"autosave {told} was reported and {found} was found"
        last = now
    print(f"{count} killed, {last} saves between them")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
