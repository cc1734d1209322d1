"""What a staff measures when it plays a question forward: figures with a bar, odds as one in ten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.block import Block
from game.knowledge.headlines import reported_headlines
from game.rulebook.book import Rulebook
from game.script.evaluate import Evaluator
from game.world.ragged import Ints

MOST_FIGURES = 4
MOST_LEADERS = 4
VACUUM = "vacuum_days"
LOW_SHARE, HIGH_SHARE = 0.1, 0.9
"""Between these shares of the copies lies the bar, before the staff narrows it."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Figure:
    """A headline at the horizon: the middle of the copies, and the bar that the staff admits to."""

    name: str
    text: str
    middle: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Odds:
    """How often something came about: tenths of the copies, in whole tenths, and in words."""

    text: str
    tenths: int
    words: str


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the staff expects of one option. leads: who rules, the likeliest first. fall: of the asker."""

    figures: tuple[Figure, ...]
    leads: tuple[Odds, ...]
    fall: Odds


def outlook(block: Block, worlds: Ints, seat: int, admits: float) -> Outlook:
    """Read off the copies at `worlds`. admits: 0-1, how much of the true spread the staff's bar shows."""
    return Outlook(_figures(block, worlds, seat, admits), _leads(block, worlds, seat), _fall(block, worlds, seat))


def apart(outlooks: Sequence[Outlook], telling: float) -> tuple[str, ...]:
    """Names of the figures that part the options: their middles differ by more than the share `telling`.

    Of a single option, all its figures.
    """
    if len(outlooks) < 2:
        return tuple(f.name for one in outlooks for f in one.figures)
    rows = zip(*(one.figures for one in outlooks), strict=True)
    return tuple(row[0].name for row in rows if _differ([f.middle for f in row], telling))


def _differ(middles: Sequence[float], telling: float) -> bool:
    return max(middles) - min(middles) > telling * max(abs(middle) for middle in middles)


def measured(book: Rulebook) -> tuple[tuple[str, str, int], ...]:
    """(name, text, node) of the figures: the first headlines that reach the room by reports, and the vacuum."""
    wanted = [head.name for head in reported_headlines(book)[:MOST_FIGURES]] + [VACUUM]
    texts, nodes = {head.name: head.text for head in book.scenario.headlines}, dict(book.rule.headlines)
    return tuple((name, texts[name], nodes[name]) for name in wanted if name in nodes)


def _figures(block: Block, worlds: Ints, seat: int, admits: float) -> tuple[Figure, ...]:
    scope = {"me": np.full(len(worlds), float(seat))}
    evaluate = Evaluator(block.book.graph, block.world, worlds, scope)
    out = []
    for name, text, node in measured(block.book):
        values = np.sort(evaluate.full(node).astype(np.float64), kind="stable")
        middle = _share(values, 0.5)
        low, high = (middle + admits * (_share(values, share) - middle) for share in (LOW_SHARE, HIGH_SHARE))
        out.append(Figure(name, text, middle, low, high))
    return tuple(out)


def _share(ordered: Floats, share: float) -> float:
    """The value below which that share of the ordered values lies."""
    return float(ordered[min(int(len(ordered) * share), len(ordered) - 1)])


def _leads(block: Block, worlds: Ints, seat: int) -> tuple[Odds, ...]:
    leader = block.world.column("room", "leader")[worlds].astype(np.int64)
    count = np.bincount(leader, minlength=1)
    order = np.argsort(-count, kind="stable")
    likely = [int(row) for row in order if count[row]][:MOST_LEADERS]
    return tuple(odds(_name(block, row, seat), int(count[row]), len(worlds)) for row in likely)


def _name(block: Block, person: int, seat: int) -> str:
    if person == seat:
        return "you"
    if not person:
        return "nobody"
    return block.book.content.persons[block.book.schema.entities["person"][person - 1]].name


def _fall(block: Block, worlds: Ints, seat: int) -> Odds:
    column = block.world.column
    stands = (column("person", "alive")[seat - 1, worlds] > 0) & (column("person", "free")[seat - 1, worlds] > 0)
    return odds("you fall", len(worlds) - int(np.count_nonzero(stands)), len(worlds))


def odds(text: str, count: int, of: int) -> Odds:
    """Odds in whole tenths: a staff does not say more than it knows."""
    tenths = (20 * count + of) // (2 * of)
    words = f"about {tenths} in ten"
    if tenths == 0:
        words = "never seen" if count == 0 else "less than one in ten"
    elif tenths == 10:
        words = "as good as certain"
    return Odds(text, tenths, words)
