"""`main.py replay`: rebuild a world from its seed and journal, and prove that it is the same."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from game.content import ContentError
from game.core import calendar
from game.lab.fault import BadInput
from game.lab.rulebooks import check_folders
from game.lab.run import BASE, day, echo
from game.play.errors import PlayError
from game.play.proof import Proof, prove
from game.store.problem import SaveError


def main(given: Namespace) -> int:
    """0 if the world is the same (or the file says nothing of that date), 1 if it is not."""
    path = Path(given.file)
    if not path.exists():
        raise BadInput(f"{echo(str(path))}: there is no such file")
    if not path.is_file():
        what = "a folder" if path.is_dir() else "not a file that can be kept"
        raise BadInput(f"{echo(str(path))}: this is {what} (name a save, or a file of choices)")
    mods = [Path(mod) for mod in given.mod]
    check_folders(mods)
    until = None if given.until is None else calendar.to_iso(day("--until", given.until))
    try:
        proof = prove(path, [BASE, *mods], until)
    except ContentError as error:
        raise BadInput(str(error)) from None
    except (SaveError, PlayError) as error:
        said = str(error)
        raise BadInput(said if path.name in said else f"{path.name}: {said}") from None
    for line in lines(proof):
        print(line)
    return 0 if proof.holds else 1


def lines(proof: Proof) -> list[str]:
    """What was proved, in sentences."""
    said = [*proof.faults, f"{proof.choices} choices lead to {proof.date}: {proof.hash}"]
    if proof.expected and proof.expected != proof.hash:
        said.append(f"The file says {proof.expected}: the world is another one.")
    elif proof.expected:
        said.append("The file says the same.")
    if proof.console:
        said.append("The console was opened in this game: the truth was read, and may have been changed.")
    return said
