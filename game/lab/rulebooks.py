"""From a run to its rulebook, its readings and its first worlds; every fault as one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.content import ContentError, read_packs
from game.content.problem import did_you_mean, one_of
from game.engine.block import Block
from game.lab.fault import BadInput
from game.lab.run import Run, echo
from game.rulebook.book import Rulebook, open_rulebook
from game.rulebook.rules import EventRule
from game.rulebook.start import StartError, begin


def check_folders(paths: Sequence[Path]) -> None:
    """BadInput names the first mod that is not there."""
    for path in paths:
        if not path.is_dir():
            raise BadInput(f"{echo(str(path))}: there is no such folder (a mod is a folder with mod.toml)")


def open_book(packs: Sequence[Path], scenario: str) -> Rulebook:
    """Read and compile mods for a scenario. BadInput: all faults, one a line, or no such scenario."""
    check_folders(packs)
    try:
        return open_rulebook(packs, scenario)
    except ContentError as error:
        raise BadInput(str(error)) from None
    except KeyError:
        known = read_packs(packs).scenarios
        if scenario in known:
            raise
        hint = did_you_mean(scenario, known, one_of(known))
        raise BadInput(f"there is no scenario {echo(scenario)} ({hint})") from None


def event_named(book: Rulebook, name: str, where: str = "") -> EventRule:
    """The event of that id. BadInput, which begins with `where`: there is none, and which one comes nearest."""
    if name not in book.vocabulary.events:
        hint = did_you_mean(name, book.vocabulary.events, "`main.py simulate --chronicle` writes down those that come")
        raise BadInput(f"{where}there is no event {echo(name)} ({hint})")
    return book.event(name)


def forced_options(book: Rulebook, run: Run) -> dict[int, int]:
    """Order of an event -> place of the option that every seat takes, of `--choose`."""
    out: dict[int, int] = {}
    for name, option in run.choices:
        rule = event_named(book, name, f"--choose {echo(f'{name}={option}')}: ")
        ids = [o.id for o in rule.options]
        if option not in ids:
            hint = did_you_mean(option, ids, one_of(ids))
            raise BadInput(f"--choose {name}={echo(option)}: there is no such option ({hint})")
        out[rule.order] = rule.place(option)
    return out


def begin_block(book: Rulebook, run: Run, first: int, count: int) -> Block:
    """The worlds `first`..`first + count - 1` of the run on their first morning; `number` is the place in the run."""
    try:
        world = begin(book, range(run.seed + first, run.seed + first + count), run.start)
    except StartError as error:
        raise BadInput(str(error)) from None
    world.number += first
    if not run.chronicle:
        world.chronicle = None
    return Block(book, world, forced_options(book, run))
