"""Runs for tests: short ones of the base game, in this process or through the command line."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from game.lab.results import Results
from game.lab.run import Run
from game.lab.simulate import simulate
from main import main


@cache
def results(**given: object) -> Results:
    """What a run finds; the same run is made once."""
    return simulate(Run(quiet=True, **given))  # type: ignore[arg-type]


def command(*words: object) -> int:
    """The exit code of a command line."""
    try:
        return main([str(word) for word in words])
    except SystemExit as left:
        return int(left.code or 0)


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def of_world(found: list[dict[str, str]], seed: int) -> list[dict[str, str]]:
    """Rows of the world of a seed, without its place in the run."""
    return [{k: v for k, v in row.items() if k != "world"} for row in found if row["seed"] == str(seed)]
