"""`main.py mods docs`: the reference of the rule language, generated from the code."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from game.lab.rulebooks import open_book
from game.lab.run import Run
from game.rulebook.reference import reference


def main(given: Namespace) -> int:
    """Print it; 0."""
    run = Run(scenario=given.scenario, mods=tuple(map(Path, given.mod)))
    print(reference(open_book(run.packs, run.scenario)))
    return 0
