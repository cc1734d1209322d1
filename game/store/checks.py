"""Every number of a save against what it may be, so that no file can lead the engine astray later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.core import calendar
from game.engine.turn import DAY, MOST_ROUNDS
from game.rulebook.book import FIRST_PERSONA, HISTORICAL
from game.store.arrays import CHANGE
from game.store.layout import LAST_DAY, WIDEST, Layout
from game.store.problem import SaveError, shown
from game.world.chronicle import ROW, Kind
from game.world.ragged import Ints
from game.world.schema import LAID_OVER, NIL

Array = NDArray[Any]
Arrays = Mapping[str, Array]

LAST_PLANNED = 2_000_000
"""What a rule may schedule lies beyond any date that a world reaches, but within the calendar."""

MOST_OF_A_WORLD = {"scheduled": 1_000, "signals": 1_000, "pending": 1_000, "modifiers": 20_000}
"""Rows of one world: with more a single turn could take many seconds."""

LARGEST = 2**31 - 1


def check_arrays(layout: Layout, width: int, arrays: Arrays) -> None:
    """Raise SaveError with the first number that is not what its place may hold."""
    _check_numbers(layout, arrays["numbers"])
    _check_clock(layout, arrays["numbers"])
    _check_dense(layout, arrays)
    for name in MOST_OF_A_WORLD:
        _check_ragged(layout, width, name, arrays[name])
    _check_pending(layout, arrays["pending"])
    if "chronicle" in arrays:
        _check_chronicle(layout, arrays["chronicle"].view(ROW)[:, 0])


def spans(layout: Layout) -> Iterator[tuple[str, slice]]:
    """Each column with its rows of numbers."""
    first = 1
    for span in layout.columns:
        yield span.name, slice(first, first + span.count)
        first += span.count


# numbers ---------------------------------------------------------------------------------------------------------


def clamped(layout: Layout, arrays: Arrays) -> tuple[Arrays, tuple[str, ...]]:
    """The arrays with figures (not dates, references and the like) within their ranges, and a sentence if any was not.

    Phases may carry a figure a little past its end; a game is not lost for that. NaN and infinities stay as they are.
    """
    numbers = arrays["numbers"]
    low, high, whole = bounds(layout)
    past = ~whole[:, None] & np.isfinite(numbers) & ((numbers < low[:, None]) | (numbers > high[:, None]))
    if not past.any():
        return arrays, ()
    within = np.where(past, np.minimum(np.maximum(numbers, low[:, None]), high[:, None]), numbers)
    return {**arrays, "numbers": within}, (f"Figures beyond their range were set to its end ({past.sum()} in all).",)


def bounds(layout: Layout) -> tuple[Array, Array, Array]:
    """Low, high and whether whole, of each row of numbers."""
    counts = [1, *(span.count for span in layout.columns)]
    low = np.repeat([0.0, *(span.low for span in layout.columns)], counts)
    high = np.repeat([0.0, *(span.high for span in layout.columns)], counts)
    whole = np.repeat([True, *(span.whole for span in layout.columns)], counts)
    rows = dict(spans(layout)).get("premise.value", slice(0, 0))
    for row, values in zip(range(rows.start, rows.stop), layout.premises.values(), strict=False):
        if values:
            high[row], whole[row] = len(values) - 1, True
    return low, high, whole


def _check_numbers(layout: Layout, numbers: Array) -> None:
    low, high, whole = bounds(layout)
    held = (numbers >= low[:, None]) & (numbers <= high[:, None])
    held &= ~whole[:, None] | (np.floor(numbers) == numbers)
    if not held.all():
        row, world = (int(at[0]) for at in np.nonzero(~held))
        kind = " a whole number of" if whole[row] else ""
        name = shown(layout.name_of(row), 120)
        raise SaveError(f"{name} is {numbers[row, world]:g}, not{kind} {low[row]:g} to {high[row]:g}")
    _check_policies(layout, numbers)


def _check_policies(layout: Layout, numbers: Array) -> None:
    codes = numbers[dict(spans(layout)).get("person.policy", slice(0, 0))]
    known = (codes <= HISTORICAL) | ((codes >= FIRST_PERSONA) & (codes < FIRST_PERSONA + len(layout.personas)))
    if not known.all():
        raise SaveError(f"a seat has the policy {codes[~known][0]:g}, which is none")


def _check_clock(layout: Layout, numbers: Array) -> None:
    rows = dict(spans(layout))
    names = ("clock.date", "clock.year", "clock.month", "clock.protagonist")
    if any(name not in rows or rows[name].stop - rows[name].start != 1 for name in names):
        raise SaveError("it has no clock")
    date, year, month, _ = (numbers[rows[name]][0] for name in names)
    _within("clock.date", date, 0, LAST_DAY)
    if (calendar.year(date) != year).any() or (calendar.month(date) != month).any():
        raise SaveError("its date and its month disagree")


# other arrays of fixed size --------------------------------------------------------------------------------------


def _check_dense(layout: Layout, arrays: Arrays) -> None:
    block = layout.seats * layout.people
    low = np.repeat([span.low for span in layout.ties], block)[:, None]
    high = np.repeat([span.high for span in layout.ties], block)[:, None]
    if not ((arrays["ties"] >= low) & (arrays["ties"] <= high)).all():
        raise SaveError("a tie between two persons is out of its range")
    limits = {"fired": LAST_DAY, "pulled": LAST_DAY, "number": LARGEST, "turns": LARGEST, "ended": 127}
    limits |= {"outcome": len(layout.outcomes), "stage": DAY, "round": 2 * MOST_ROUNDS}
    for name, most in limits.items():
        _within(name, arrays[name], 0, most)


def _within(name: str, values: Array, low: float, high: float | Array) -> None:
    if not ((values >= low) & (values <= high)).all():
        raise SaveError(f"a number of '{name}' is out of its range")


# tables whose rows belong to worlds ------------------------------------------------------------------------------


def _check_ragged(layout: Layout, width: int, name: str, data: Array) -> None:
    world = data[0]
    _within(f"{name}.world", world, 0, width - 1)
    if world.size and int(np.bincount(world.astype(np.int64)).max()) > MOST_OF_A_WORLD[name]:
        raise SaveError(f"one world has more than {MOST_OF_A_WORLD[name]} rows of '{name}'")
    if name == "modifiers":
        _check_modifiers(layout, data)
    elif name == "signals":
        _check_about(layout, "signals", data[1], data[2])
    else:
        _check_about(layout, "events", data[1 if name == "pending" else 2], data[2 if name == "pending" else 3])
    if name == "scheduled":
        _within("scheduled.due", data[1], 0, LAST_PLANNED)
        _within("scheduled.nth", data[4], -1, LARGEST)
        _within("scheduled.deadline", data[5], 0, LAST_PLANNED)


def _check_about(layout: Layout, kind: str, code: Array, entity: Array) -> None:
    """Codes of events or signals, and what each is about: an entity of its table."""
    known = layout.events if kind == "events" else layout.signals
    _within(f"number of {kind}", code, 0, len(known) - 1)
    most = np.array([layout.most(k.table) for k in known], np.int64)
    _within(f"entity of {kind}", entity, 0, most[code.astype(np.int64)])


def _check_modifiers(layout: Layout, data: Array) -> None:
    over = np.zeros(layout.sizes.numbers, bool)
    over[NIL] = True
    for name, rows in spans(layout):
        if name.endswith(f".{LAID_OVER}"):
            over[rows] = True
    _within("modifiers.row", data[1], 0, len(over) - 1)
    if not over[data[1].astype(np.int64)].all():
        raise SaveError("a timed modifier lies over a column that takes none")
    _within("modifiers.delta", data[2], -WIDEST, WIDEST)
    _within("modifiers.until", data[3], 0, LAST_PLANNED)


def _check_pending(layout: Layout, data: Array) -> None:
    """Questions of a round stand in the engine's order: runs of one event, each with its worlds ascending."""
    _, event, _, nth, choice = data.astype(np.int64)
    options = np.array([len(e.options) for e in layout.events], np.int64)
    _within("pending.nth", nth, -LAST_PLANNED, LARGEST)
    _within("pending.choice", choice, -2, options[event] - 1)
    if not _in_order(data):
        raise SaveError("its open questions are not in order")


def _in_order(data: Array) -> bool:
    world, event, entity = (column.astype(np.int64) for column in data[:3])
    by_event, by_world = np.diff(event), np.diff(world)
    within = (by_event != 0) | (by_world > 0) | ((by_world == 0) & (np.diff(entity) >= 0))
    canonical = (by_event > 0) | ((by_event == 0) & within)
    taken = (by_world > 0) | ((by_world == 0) & ((by_event > 0) | within & (by_event == 0)))
    return bool(canonical.all() or taken.all())


# the chronicle ---------------------------------------------------------------------------------------------------


def _check_chronicle(layout: Layout, rows: NDArray[np.void]) -> None:
    code = rows["code"].astype(np.int64)
    _within("chronicle", code, 0, (1 << 30) - 1)
    if ((code & 3) == 3).any():
        raise SaveError("a line of the chronicle has no known result")
    for kind in Kind:
        chosen = rows[code >> 28 == kind]
        _check_lines(layout, kind, chosen, (chosen["code"].astype(np.int64) >> 6) & 0xFFFF)
    _within("chronicle.world", rows["world"], 0, LARGEST)
    _within("chronicle.date", rows["date"], 0, LAST_DAY)
    _within("chronicle.actor", rows["actor"], 0, layout.most("person"))


def _check_lines(layout: Layout, kind: Kind, rows: NDArray[np.void], order: Ints) -> None:
    known = {Kind.EVENT: layout.events, Kind.DECISION: layout.levers, Kind.NOTE: layout.notes}.get(kind)
    if known is None:
        _within("chronicle.text", order, 0, len(layout.texts) - 1)
        _within("chronicle.entity", rows["entity"], 0, 0)
        return
    _within("chronicle.order", order, 0, len(known) - 1)
    most = np.array([layout.most(k.table) for k in known], np.int64)
    _within("chronicle.entity", rows["entity"], 0, most[order])
    option = (rows["code"].astype(np.int64) >> 2) & 15
    options = np.array([max(len(k.options), 1) for k in known], np.int64)
    _within("chronicle.option", option, 0, options[order] - 1)


def check_ledger(layout: Layout, data: Array, labels: int) -> None:
    """Raise SaveError where an entry of the ledger names a row or a label that is none."""
    rows = data.view(CHANGE)[:, 0]
    _within("ledger.date", rows["date"], 0, LAST_DAY)
    _within("ledger.label", rows["label"], 0, labels - 1)
    _within("ledger.row", rows["row"], 0, layout.sizes.numbers - 1)
    _within("ledger.delta", rows["delta"], -WIDEST, WIDEST)
