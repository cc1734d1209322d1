"""A mod of made-up events, to measure the rules beside the base game: the same for the same numbers, on every machine.

Active events are polled, with three to five clauses over columns of the game, two or three options and two effects.
Idle ones stand in a window that is not open or listen to a signal that nobody sends. False ones are polled, and one of
their clauses never holds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.rulebook.book import Rulebook
from game.rulebook.start import Start, begin
from game.world.columns import Column

PREFIX = "bench."
MEAN_DAYS = 500
"""So rare is each active event while it holds, that all together fire 0.2 to 0.5 times a world-turn."""

HOLDS_AT_FIRST = 0.6
"""Share of an active event's clauses that hold on the first morning."""

EVENTS_A_FILE = 100
VARS = 100
SEED = 1941

Draw = np.random.Generator


@dataclass(frozen=True, slots=True)
class Number:
    """A column of one entity as rules write it, and what it is on the first morning."""

    name: str
    column: Column
    value: float


@dataclass(frozen=True, slots=True)
class Counts:
    """How many events of each sort."""

    active: int = 300
    idle: int = 1000
    false: int = 0


def write_mod(folder: Path, book: Rulebook, counts: Counts, until: str) -> Path:
    """Write the mod for a rulebook of the base game, whose scenario it prolongs to `until`; its folder."""
    mod = folder / f"bench_{counts.active}_{counts.idle}_{counts.false}"
    mod.mkdir()
    _write(mod / "mod.toml", ['id = "bench"\nname = "Bench"\nversion = "1"\nrequires = ["base"]\n'])
    _write(mod / "words.toml", [_words(book, until)])
    numbers, draw = numbers_of(book), np.random.default_rng(SEED)
    for sort, count in (("active", counts.active), ("idle", counts.idle), ("false", counts.false)):
        events = [_event(sort, i, numbers, book.scenario.room, draw) for i in range(count)]
        for at in range(0, count, EVENTS_A_FILE):
            _write(mod / f"{sort}_{at:05d}.toml", events[at : at + EVENTS_A_FILE])
    return mod


def _write(path: Path, parts: list[str]) -> None:
    path.write_text("\n".join(parts), encoding="utf-8")


def _words(book: Rulebook, until: str) -> str:
    lines = [
        '[[patch]]\nkind = "scenario"', f"id = {json.dumps(book.scenario.id)}", 'path = "until"\nop = "replace"',
        f"value = {json.dumps(until)}", '[[signal]]\nid = "bench_silent"\nmeaning = "Nobody sends it."',
    ]  # fmt: skip
    return "\n".join([*lines, *map(_var, range(VARS))])


def _var(i: int) -> str:
    return f'''[[var]]
id = "bench_{i}"
meaning = "It stays."
low = 0
high = 100
start = {i % 80}
unit = "points"'''


def numbers_of(book: Rulebook) -> list[Number]:
    """Every number of the base game that a condition may read, in the order of the arena."""
    world, out = begin(book, [1], Start()), []
    for (table, name), place in book.schema.places.items():
        if place.column.value != "number" or "." in name or table in ("premise", "flag", "var", "clock"):
            continue
        single = book.schema.tables[table].single
        for at, entity in enumerate(book.schema.entities[table][: place.count]):
            written = f"{table}.{name}" if single else f"{table}.{entity}.{name}"
            out.append(Number(written, place.column, float(world.numbers[place.row + at, 0])))
    return out


def _event(sort: str, i: int, numbers: list[Number], room: tuple[str, ...], draw: Draw) -> str:
    """One event as TOML."""
    chosen = draw.permutation(len(numbers))
    clauses = [_clause(numbers[k], bool(draw.random() < HOLDS_AT_FIRST), draw) for k in chosen[: draw.integers(3, 6)]]
    if sort == "false":
        clauses[draw.integers(len(clauses))] = f"var.bench_{i % VARS} >= {i % VARS % 80 + 1 + i // VARS}"
    decider = room[int(draw.integers(len(room)))]
    head = [
        "[[event]]", f'id = "{PREFIX}{sort}_{i}"', f'title = "Made up {i}"', 'text = "It is measured."',
        f'decides = "person.{decider}"', 'default = "a"', f'when = "{" and ".join(clauses)}"',
        *_trigger(sort, i),
    ]  # fmt: skip
    writable = [numbers[k] for k in chosen[5:] if numbers[k].column.by == "rules"]
    options = [part for n in range(int(draw.integers(2, 4))) for part in _option("abc"[n], writable[2 * n :], draw)]
    return "\n".join([*head, *options, ""])


def _trigger(sort: str, i: int) -> Iterator[str]:
    if sort != "idle":
        yield f'mean_days = "{MEAN_DAYS}"'
    elif i % 2:
        yield 'on = "bench_silent"'
    else:
        yield 'window = ["1950-01-01", "1950-12-31"]'


def _clause(number: Number, holds: bool, draw: Draw) -> str:
    """A comparison that holds, or does not, while the column is what it was on the first morning."""
    low, high, value = number.column.low, number.column.high, number.value
    upwards = high - value > value - low
    room = (high - value if upwards else value - low) * draw.uniform(0.1, 0.6)
    mark = value + room if upwards else value - room
    return f"{number.name} {'<' if upwards == holds else '>'}= {mark:.4f}"


def _option(name: str, writable: list[Number], draw: Draw) -> Iterator[str]:
    steps = [(n.name, (n.column.high - n.column.low) * draw.uniform(-1e-3, 1e-3)) for n in writable[:2]]
    effects = ", ".join(f'"{written} += {step:.5f}"' for written, step in steps)
    yield "[[event.option]]"
    yield f'id = "{name}"\ntext = "Do it."\nai = "{draw.integers(1, 5)} + me.influence / 25"\neffects = [{effects}]'
