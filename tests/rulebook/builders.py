"""Rulebooks for tests: the base game without its events, decisions and policies, and a small mod upon it."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from game.content import ContentError, Problem
from game.rulebook.book import Rulebook, open_rulebook
from tests.content.builders import write_mod

BASE = Path(__file__).resolve().parents[2] / "mods" / "base"
SCENARIO = "dacha-1941"
LEFT_OUT = ("events", "decisions", "theses", "policies*.toml", "theses*.toml")
PLAIN = '[[policy]]\nid = "plain"\nname = "Plain"\ndescription = "Weighs as the rules say."\nmixed = 1\n'


@cache
def _home() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="bare-game-")


@cache
def bare_game() -> Path:
    """A copy of the base game in which nothing happens but the war: one event, one decision, no day for either."""
    folder = Path(_home().name) / "base"
    shutil.copytree(BASE, folder, ignore=shutil.ignore_patterns(*LEFT_OUT))
    for scenario in (folder / "scenarios").iterdir():
        text = scenario.read_text(encoding="utf-8")
        scenario.write_text(
            text.partition("[[scenario.crosscheck]]")[0], encoding="utf-8"
        )  # they name events, and stand last
    never = 'when = "year == 1950"'
    (folder / "idle.toml").write_text(event("idle", never) + decision("rest", never) + PLAIN, encoding="utf-8")
    return folder


@cache
def bare_book() -> Rulebook:
    """The rulebook of the bare game."""
    return open_rulebook([bare_game()], SCENARIO)


def mod(root: Path, name: str = "trial", **files: str) -> Path:
    """A mod upon the base game with a file for each keyword; its folder."""
    return write_mod(root, name, '["base"]', **files)


def book_of(root: Path, **files: str) -> Rulebook:
    """The rulebook of the bare game with a mod made of these files."""
    return open_rulebook([bare_game(), mod(root, **files)], SCENARIO)


def faults_of(*folders: Path) -> tuple[Problem, ...]:
    """All problems of the bare game and these mods; empty if they are sound."""
    try:
        open_rulebook([bare_game(), *folders], SCENARIO)
    except ContentError as error:
        return error.problems
    return ()


def only_fault(root: Path, **files: str) -> Problem:
    """The one problem of a mod made of these files."""
    found = faults_of(mod(root, **files))
    assert len(found) == 1, [str(problem) for problem in found]
    return found[0]


def event(name: str, *lines: str, effects: str = "") -> str:
    """An event that nobody decides: its keys, and the effects of its only option."""
    keys = "\n".join(lines)
    return (
        f'[[event]]\nid = "{name}"\ntitle = "A trial"\ntext = "Something is tried."\n{keys}\n'
        f'[[event.option]]\nid = "so"\neffects = [{effects}]\n'
    )


def question(name: str, *lines: str, yes: str = "", no: str = "", decides: str = "person.molotov") -> str:
    """An event that asks: options `yes` (extra lines in `yes`) and `no`, which is the default."""
    keys = "\n".join([f'decides = "{decides}"', 'default = "no"', *lines])
    return (
        f'[[event]]\nid = "{name}"\ntitle = "A trial"\ntext = "Something is asked."\n{keys}\n'
        f'[[event.option]]\nid = "yes"\ntext = "Yes."\n{yes}\n[[event.option]]\nid = "no"\ntext = "No."\n{no}\n'
    )


def decision(name: str, *lines: str) -> str:
    """A decision with these further keys, arguments last."""
    keys = "\n".join(lines)
    return f'[[decision]]\nid = "{name}"\ntitle = "A trial"\ntext = "Something is done."\n{keys}\n'


def counters(*names: str) -> str:
    """Numbers of the mod's own, 0 at the start."""
    return "".join(
        f'[[var]]\nid = "{name}"\nmeaning = "a trial"\nlow = -100000\nhigh = 100000\nstart = 0\nunit = ""\n'
        for name in names
    )
