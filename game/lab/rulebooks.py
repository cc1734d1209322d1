"""From a run to its rulebook, its readings and its first worlds; every fault as one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.content import Content, ContentError, read_packs
from game.content.problem import did_you_mean, one_of
from game.engine.block import Block
from game.lab.fault import BadInput
from game.lab.run import Run
from game.rulebook.book import Rulebook, make_rulebook
from game.rulebook.start import StartError, begin


def read_content(packs: Sequence[Path]) -> Content:
    """The content of mods. BadInput holds all its problems, one a line."""
    for pack in packs:
        if not pack.is_dir():
            raise BadInput(f"{pack}: there is no such folder (a mod is a folder with mod.toml)")
    try:
        return read_packs(packs)
    except ContentError as error:
        raise BadInput(str(error)) from None


def open_book(packs: Sequence[Path], scenario: str) -> Rulebook:
    """Read and compile mods for a scenario. BadInput where either is wrong."""
    content = read_content(packs)
    if scenario not in content.scenarios:
        hint = did_you_mean(scenario, content.scenarios, one_of(content.scenarios))
        raise BadInput(f"there is no scenario {scenario} ({hint})")
    try:
        return make_rulebook(content, scenario)
    except ContentError as error:
        raise BadInput(str(error)) from None


def forced_options(book: Rulebook, run: Run) -> dict[int, int]:
    """Order of an event -> place of the option that every seat takes, of `--choose`."""
    out: dict[int, int] = {}
    for name, option in run.choices:
        if name not in book.vocabulary.events:
            hint = did_you_mean(name, book.vocabulary.events, "`main.py mods docs` lists them")
            raise BadInput(f"--choose {name}={option}: there is no event {name} ({hint})")
        rule = book.event(name)
        ids = [o.id for o in rule.options]
        if option not in ids:
            hint = did_you_mean(option, ids, one_of(ids))
            raise BadInput(f"--choose {name}={option}: there is no such option ({hint})")
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
