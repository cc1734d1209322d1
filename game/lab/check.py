"""`main.py mods check`: all faults of mods, each with its place."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from game.content import Content, ContentError, read_packs
from game.lab.fault import BadInput
from game.lab.run import BASE
from game.rulebook.book import make_rulebook


def main(given: Namespace) -> int:
    """0 if nothing is wrong, 1 with one line a fault."""
    paths = [Path(p) for p in given.paths]
    for path in paths:
        if not path.is_dir():
            raise BadInput(f"{path}: there is no such folder (a mod is a folder with mod.toml)")
    packs = [BASE, *(p for p in paths if p.resolve() != BASE)]
    try:
        content = read_packs(packs)
    except ContentError as error:
        return _say([str(p) for p in error.problems])
    return _say(faults_of_rules(content)) or _praise(content)


def faults_of_rules(content: Content) -> list[str]:
    """Faults of conditions, effects and formulas, in every scenario; each is told once."""
    found: dict[str, None] = {}
    for scenario in content.scenarios:
        try:
            make_rulebook(content, scenario)
        except ContentError as error:
            found.update(dict.fromkeys(str(p) for p in error.problems))
    return list(found)


def _say(faults: list[str]) -> int:
    for fault in faults:
        print(fault)
    if faults:
        print(f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}.")
    return 1 if faults else 0


def _praise(content: Content) -> int:
    mods = ", ".join(f"{m.id} {m.version}" for m in content.manifests.values())
    print(
        f"{mods}: {len(content.events)} events, {len(content.decisions)} decisions, {len(content.persons)} persons, "
        f"{len(content.scenarios)} scenarios; no fault."
    )
    return 0
