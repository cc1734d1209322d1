"""Worlds whose hashes are written down: a change of what they do is seen, and made on purpose or not at all.

`python -m tests.golden.rewrite` writes them anew.
"""

from __future__ import annotations

import json
from pathlib import Path

from game.lab.run import run_of
from game.lab.simulate import simulate
from main import read

FILE = Path(__file__).with_name("worlds.json")

RUNS = (
    "--worlds 4 --seed 1",
    "--worlds 2 --seed 47 --side all=random",
    "--worlds 2 --seed 5 --side all=historical",
    "--worlds 2 --seed 9 --as zhukov --difficulty hard --premise breakdown=draw --premise plotters_nerve=90",
    "--worlds 1 --seed 1941 --until 1942-03-31",
)
"""Arguments of `simulate`."""


def hashes(arguments: str) -> list[str]:
    """Hashes of the worlds of a run at their ends."""
    return simulate(run_of(read(["simulate", "--quiet", *arguments.split()]))).hashes


def written() -> dict[str, list[str]]:
    """What was written down."""
    return dict(json.loads(FILE.read_text(encoding="utf-8")))


def rewrite() -> None:
    """Write down what the worlds are now."""
    FILE.write_text(json.dumps({run: hashes(run) for run in RUNS}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    rewrite()
