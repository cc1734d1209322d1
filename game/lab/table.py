"""What a run found, as a short table."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from rich import box
from rich.console import Console
from rich.table import Table

from game.lab.results import Results
from game.lab.series import spread, wilson
from game.rulebook.rules import Ending
from game.world.ragged import Ints

FEW = 5
"""Worlds up to which each hash is printed."""


def print_results(console: Console, results: Results) -> None:
    """Outcomes and ends with their intervals, the headlines' spread, and the digest."""
    rule = results.book.rule
    console.print(_shares("Outcome", rule.outcomes, results.outcome))
    if rule.player_ends:
        who = results.run.protagonist or results.book.scenario.protagonist
        console.print(_shares(f"End of {results.book.content.persons[who].name}", rule.player_ends, results.player_end))
    if results.readings.headlines:
        console.print(_headlines(results))
    turns = int(results.turns.sum())
    console.print(
        f"{results.run.worlds} worlds, {turns} world-turns in {results.wall_seconds:.1f} s "
        f"({results.cpu_seconds:.1f} s of processor time), digest {results.digest}",
        soft_wrap=True,
    )
    if results.run.worlds <= FEW:
        for w, digest in enumerate(results.hashes):
            console.print(f"seed {results.run.seed + w}: {digest}")


def _table(first: str, *others: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="right")
    return table


def _shares(title: str, endings: Sequence[Ending], place: Ints) -> Table:
    """How often each ending came; those that never came are left out."""
    table, n = _table(title, "worlds", "share", "95 %"), len(place)
    counts = {e.name: int((place == i).sum()) for i, e in enumerate(endings)}
    if (place < 0).any():
        counts["none of them"] = int((place < 0).sum())
    for name, count in sorted(counts.items(), key=lambda item: -item[1]):
        if count:
            low, high = wilson(count, n)
            table.add_row(name, str(count), f"{100 * count / n:.1f} %", f"{100 * low:.1f} - {100 * high:.1f}")
    return table


def _headlines(results: Results) -> Table:
    table = _table("At the end", "5 %", "median", "95 %", "mean", "defined")
    for name, values in zip(results.readings.names, results.headlines, strict=False):
        over = spread(np.asarray(values))
        low, _, median, _, high = map(short, over.quantiles)
        table.add_row(name, low, median, high, short(over.mean), str(over.defined))
    return table


def short(value: float) -> str:
    """A number for reading: thousands parted, four figures."""
    if math.isnan(value):
        return "-"
    return f"{value:,.0f}" if abs(value) >= 1000 or value == int(value) else f"{value:.4g}"
