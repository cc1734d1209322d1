"""Thousands of worlds of the opening, and what happened in them: attempts, falls, what was never done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from game.engine.block import Block
from game.engine.turn import advance
from game.rulebook.book import Rulebook, open_rulebook
from game.rulebook.start import Start, begin
from game.world.chronicle import Kind, decode
from game.world.columns import ENUMS
from game.world.state import World

BASE = Path(__file__).resolve().parents[2] / "mods" / "base"
ENDS = {
    "plot_won_committee": "won", "plot_won_portrait": "won", "plot_won_arrest": "won",
    "plot_failed_at_the_man": "failed", "plot_broken": "betrayed", "plot_turned_back": "turned_back",
    "plot_overtaken": "overtaken",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attempt:
    """One strike. world: its place in the run. day: of the war. how: a value of ENDS, or empty."""

    world: int
    day: int
    plotter: int
    route: str
    how: str


@dataclass(slots=True)
class Run:
    """Worlds that have left the chapter. signs, fell_on, rank [days, seats, W]: at the end of each day."""

    book: Rulebook
    world: World
    dates: np.ndarray
    signs: np.ndarray
    fell_on: np.ndarray
    rank: np.ndarray
    route: np.ndarray

    @property
    def width(self) -> int:
        """How many worlds."""
        return self.world.width

    def done(self) -> Counter[str]:
        """How often each option was taken, each lever pulled and each note written."""
        assert self.world.chronicle is not None
        out: Counter[str] = Counter()
        codes, times = np.unique(self.world.chronicle.rows()["code"], return_counts=True)
        for code, count in zip(codes.tolist(), times.tolist(), strict=True):
            out[self._name(code)] += count
        return out

    def _name(self, code: int) -> str:
        kind, order, option, result = decode(code)
        del result
        if kind == Kind.EVENT:
            return f"{self.book.events[order].id}.{self.book.events[order].options[option].id}"
        if kind == Kind.DECISION:
            return self.book.levers[order].id
        return self.book.notes[order].name if kind == Kind.NOTE else ""

    def attempts(self) -> list[Attempt]:
        """All strikes, and how each ended by the chronicle's own notes."""
        assert self.world.chronicle is not None
        rows = self.world.chronicle.rows()
        codes = {code: self._name(code) for code in np.unique(rows["code"]).tolist()}
        wanted = np.isin(rows["code"], [c for c, name in codes.items() if name in ENDS or name == "struck"])
        told = [(int(r["world"]), int(r["date"]), codes[int(r["code"])], int(r["entity"]), int(r["actor"]))
                for r in rows[wanted]]  # fmt: skip
        return [self._attempt(told, at) for at, row in enumerate(told) if row[2] == "struck"]

    def _attempt(self, told: list[tuple[int, int, str, int, int]], at: int) -> Attempt:
        world, date, _, plotter, _ = told[at]
        ends = [ENDS[name] for w, _, name, who, actor in told[at + 1 :]
                if w == world and name in ENDS and plotter == (actor if "_won_" in name else who)]  # fmt: skip
        column = world - int(self.world.number[0])
        day = int(np.flatnonzero(self.dates == date)[0])
        route = ENUMS["plot_route"][int(self.route[day, plotter - 1, column])]
        return Attempt(column, day, plotter, route, ends[0] if ends else "")

    def falls(self) -> tuple[int, int]:
        """(falls of men with a seat, of them those who had seen two signs before that day or on it)."""
        today = self.dates[1:, None, None]
        fell = (self.fell_on[1:] == today) & (self.rank[:-1] > 0)
        return int(fell.sum()), int((fell & (self.signs[1:] >= 2)).sum())

    def warned_the_day_before(self) -> float:
        """The share of those falls that were preceded by two signs on an earlier day."""
        fell = (self.fell_on[1:] == self.dates[1:, None, None]) & (self.rank[:-1] > 0)
        return float((fell & (self.signs[:-1] >= 2)).sum() / max(fell.sum(), 1))


def freedom(run: Run, column: int) -> float:
    """0-100: how far who rules is free of the chief of security, by what he owes him and how much that man weighs."""
    beria = run.book.schema.index["person"]["beria"]
    ruler = int(run.world.column("room", "leader")[column]) - 1
    if ruler == beria:
        return 0.0
    owed = max(-float(run.world.tie("debt")[ruler, beria, column]), 0.0)
    weight = max(float(run.world.column("person", "influence")[beria, column]) - 50.0, 0.0)
    return min(max(100.0 - 12.0 * owed - weight, 0.0), 100.0)


@lru_cache(maxsize=1)
def opened() -> Rulebook:
    """The base game's rulebook."""
    return open_rulebook([BASE], "dacha-1941")


@lru_cache(maxsize=16)
def played(worlds: int, seed: int = 1, policy: str = "mixed", who: str = "", **premises: str) -> Run:
    """So many worlds to the end of the chapter; who: the protagonist, if not the scenario's."""
    book = opened()
    world = begin(book, range(seed, seed + worlds), Start(premises=premises, policy=policy, protagonist=who))
    block = Block(book, world)
    kept: dict[str, list[np.ndarray]] = {"signs": [], "fell_on": [], "rank": [], "route": []}
    dates = []
    while (world.date <= float(str(book.reference.tables["until"]))).any():
        dates.append(int(world.date[0]))
        advance(block)
        for name, days in kept.items():
            days.append(world.column("plot" if name == "route" else "person", name).copy())
    room = len(book.scenario.room)
    return Run(
        book, world, np.array(dates), *(np.array(kept[k])[:, :room] for k in ("signs", "fell_on", "rank", "route"))
    )


__all__ = ["Attempt", "Run", "freedom", "opened", "played"]
