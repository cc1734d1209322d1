"""What the bench says: figures, budgets and the same in yardsticks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich import box
from rich.console import Console
from rich.table import Table

from game.lab.bench.measure import Timing
from game.lab.bench.yardstick import Yardsticks
from game.rulebook.book import Rulebook
from game.world.declare import Phase

RULES = ("triggers", "choices", "effects")
RULES_BUDGET = 7.0
"""Microseconds a world-turn for all rules at the widest block."""

MOST_BYTES = 64 * 1024
"""A world beside its chronicle."""


def table(title: str, *columns: str) -> Table:
    """A plain table; the first column is words, the others figures."""
    out = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for i, name in enumerate(columns):
        out.add_column(name, justify="left" if i == 0 else "right")
    return out


def yardsticks(sticks: Yardsticks) -> Table:
    """The yardsticks themselves."""
    out = table("Yardsticks", "", "seconds")
    out.add_row("A: 100,000 np.add of 8 elements", f"{sticks.calls:.4f}")
    out.add_row("B: 200 adds of three arrays of a million", f"{sticks.elements:.4f}")
    return out


def rates(timings: Sequence[Timing], sticks: Yardsticks) -> Table:
    """World-turns a second by width, and how many fit into each yardstick."""
    out = table("World-turns", "worlds", "a second", "us each", "ms a turn", "in one A", "in one B", "bytes a world")
    for t in timings:
        out.add_row(
            str(t.width), f"{t.rate:,.0f}", f"{1e6 / t.rate:,.2f}", f"{1e3 * t.seconds / t.turns:,.2f}",
            f"{t.rate * sticks.calls:,.0f}", f"{t.rate * sticks.elements:,.0f}", f"{t.bytes:,}",
        )  # fmt: skip
    return out


def parts(book: Rulebook, timing: Timing, sticks: Yardsticks) -> Table:
    """Microseconds a world-turn of each phase and part, against its budget."""
    title = f"Microseconds a world-turn at {timing.width} worlds"
    out = table(title, "part", "us", "budget", "of it", "in millionths of A", "of B")
    budgets = {p.id: p.budget for p in phases(book)}
    for name in sorted(timing.parts, key=lambda n: -timing.parts[n]):
        _part(out, name, timing.microseconds([name]), budgets.get(name), sticks)
    _part(out, "rules (triggers, choices, effects)", timing.microseconds(RULES), RULES_BUDGET, sticks)
    return out


def _part(out: Table, name: str, us: float, budget: float | None, sticks: Yardsticks) -> None:
    against = ("", "") if budget is None else (f"{budget:.2f}", f"{100 * us / budget:.0f} %")
    out.add_row(name, f"{us:.3f}", *against, f"{us / sticks.calls:.2f}", f"{us / sticks.elements:.2f}")


def phases(book: Rulebook) -> tuple[Phase, ...]:
    """All phases in order."""
    return (*book.opening, *book.closing)


def polled_in_reach(book: Rulebook, dates: Sequence[int]) -> float:
    """How many events are polled, on average over those days."""
    counts = [len([e for e in book.events if e.polled and e.low <= day <= e.high]) for day in dates]
    return sum(counts) / max(len(counts), 1)


def seconds(title: str, figures: Mapping[str, float], sticks: Yardsticks) -> Table:
    """Seconds of each thing, and in yardsticks."""
    out = table(title, "", "seconds", "in A", "in B")
    for name, value in figures.items():
        out.add_row(name, f"{value:.3f}", f"{value / sticks.calls:.2f}", f"{value / sticks.elements:.2f}")
    return out


def sentences(console: Console, lines: Sequence[str]) -> None:
    """Lines as they are."""
    for line in lines:
        console.print(line, soft_wrap=True, highlight=False)
