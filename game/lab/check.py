"""`main.py mods check`: all faults of mods, each with its place."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from game.content import Content, Problem, read_packs
from game.lab.rulebooks import check_folders
from game.lab.run import BASE
from game.rulebook.check import problems_of


def main(given: Namespace) -> int:
    """0 if nothing is wrong, 1 with one line a fault."""
    paths = [Path(p) for p in given.paths]
    check_folders(paths)
    packs = [BASE, *(p for p in paths if p.resolve() != BASE)]
    return _say(problems_of(packs)) or _praise(read_packs(packs))


def _say(found: Sequence[Problem]) -> int:
    for fault in found:
        print(fault)
    if found:
        print(f"{len(found)} {'fault' if len(found) == 1 else 'faults'}.")
    return 1 if found else 0


def _praise(content: Content) -> int:
    mods = ", ".join(f"{m.id} {m.version}" for m in content.manifests.values())
    print(
        f"{mods}: {len(content.events)} events, {len(content.decisions)} decisions, {len(content.persons)} persons, "
        f"{len(content.scenarios)} scenarios; no fault."
    )
    return 0
