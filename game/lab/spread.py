"""The spread of simulated worlds of a campaign's premises: where a figure might go. It holds no fact of its world."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.ai.watch import Watch, mornings
from game.core import calendar
from game.engine.block import Block
from game.lab.series import QUANTILES
from game.play.opening import ASK, Opening, start_of
from game.play.series import Cell, row_values
from game.rulebook.book import Rulebook
from game.rulebook.start import Start, begin

FIRST_SEED = 1_000_003
"""Of the simulated worlds: the campaign's own seed is left out."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Quantiles (5, 25, 50, 75, 95 in a hundred) of a figure on the mornings of `dates`, over so many worlds."""

    name: str
    worlds: int
    dates: tuple[str, ...]
    quantiles: tuple[tuple[float, ...], ...]


def spread_of(
    book: Rulebook, opening: Opening, names: Sequence[str], worlds: int, watch: Watch | None = None
) -> tuple[Spread, ...]:
    """Play so many worlds of the same premises, all seats by personas. StudyCancelledError: it was given up."""
    cells = [_cell(book, name) for name in names]
    seeds = [seed for seed in range(FIRST_SEED, FIRST_SEED + worlds + 1) if seed != opening.seed][:worlds]
    asked = start_of(book, opening)
    sides = {side: policy for side, policy in asked.sides.items() if policy != ASK}
    block = Block(book, begin(book, seeds, Start(asked.premises, sides, {}, asked.protagonist, asked.difficulty)))
    block.world.chronicle = None
    dates, values = _played(block, cells, watch)
    return tuple(
        Spread(name, worlds, dates, tuple(tuple(np.quantile(day[nth], QUANTILES).tolist()) for day in values))
        for nth, name in enumerate(names)
    )


def _played(block: Block, cells: Sequence[Cell], watch: Watch | None) -> tuple[tuple[str, ...], list[np.ndarray]]:
    """Dates, and for each [figures, worlds]."""
    dates, values = [], []
    for _ in mornings(block, float(str(block.book.reference.tables["until"])), watch):
        dates.append(calendar.to_iso(float(block.world.date.min())))
        values.append(np.array([row_values(block, cell) for cell in cells]))
    return tuple(dates), values


def _cell(book: Rulebook, name: str) -> Cell:
    """Where a figure stands. ValueError: there is none of that name."""
    parts, schema = name.split("."), book.schema
    if len(parts) == 2 and (parts[0], parts[1]) in schema.places:
        return parts[0], parts[1], 1
    if len(parts) == 3 and (parts[0], parts[2]) in schema.places and parts[1] in schema.index[parts[0]]:
        return parts[0], parts[2], schema.index[parts[0]][parts[1]] + 1
    raise ValueError(f"there is no number {name}")
