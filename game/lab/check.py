"""`main.py mods check`: all faults of mods, each with its place."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from game.content import Content, ContentError, read_packs
from game.content.pack import read_draft
from game.lab.rulebooks import check_folders
from game.lab.run import BASE
from game.rulebook.book import open_rulebook


def main(given: Namespace) -> int:
    """0 if nothing is wrong, 1 with one line a fault."""
    paths = [Path(p) for p in given.paths]
    check_folders(paths)
    packs = [BASE, *(p for p in paths if p.resolve() != BASE)]
    return _say(faults(packs)) or _praise(read_packs(packs))


def faults(packs: Sequence[Path]) -> list[str]:
    """Faults of form, and of conditions, effects and formulas in every scenario; each is told once."""
    draft = read_draft(packs)
    if not draft.content.scenarios:
        return [str(p) for p in draft.problems]
    found: dict[str, None] = {}
    for scenario in draft.content.scenarios:
        try:
            open_rulebook(packs, scenario)
        except ContentError as error:
            found.update(dict.fromkeys(str(p) for p in error.problems))
    return list(found)


def _say(found: list[str]) -> int:
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
