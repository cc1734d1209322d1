"""Worlds and games whose hashes are written down: a change of what they do is seen, made on purpose or not at all.

`python -m tests.golden.rewrite` writes them anew.
"""

from __future__ import annotations

import json
from pathlib import Path

from game.lab.run import BASE, run_of
from game.lab.simulate import simulate
from game.play import choices
from game.play.proof import prove
from main import read

FILE = Path(__file__).with_name("worlds.json")
GAMES = Path(__file__).parents[1] / "play" / "choices"
"""Files of choices; the head of each says to which hash it leads."""

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
    for game in sorted(GAMES.glob("*.jsonl")):
        rewrite_head(game)


def rewrite_head(game: Path) -> None:
    """Write down to which hash a file of choices leads now."""
    lines = game.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(n for n, line in enumerate(lines) if line.startswith(choices.HEAD))
    head = {**choices.read(game).head, "hash": prove(game, [BASE]).hash}
    lines[place] = f"{choices.HEAD} {json.dumps(head)}\n"
    game.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    rewrite()
