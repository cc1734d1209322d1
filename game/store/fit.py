"""Fits a save of older content to today's rulebook: what both know is carried over by name, the rest starts fresh."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rulebook.book import Rulebook
from game.rulebook.start import StartError, begin
from game.store.arrays import CHANGE, arrays_of
from game.store.checks import spans
from game.store.file import MOST_FILE
from game.store.header import Header
from game.store.layout import Layout, Span, layout_of
from game.store.problem import SaveError
from game.store.rename import abouts, codes, places, policies, references
from game.world.chronicle import ROW, Kind
from game.world.ragged import Ints

Array = NDArray[Any]
MOST_NAMED = 3


def fit(
    header: Header, arrays: Mapping[str, Array], book: Rulebook
) -> tuple[Header, dict[str, Array], tuple[str, ...]]:
    """The save in the layout of `book`, and what the player is told. The arrays must have been checked.

    Raises SaveError where the game cannot go on: its premises, its protagonist or an open question are gone.
    """
    old, new = header.layout, layout_of(book)
    sizes = new.sizes
    if header.worlds * (8 * sizes.numbers + sizes.ties + 4 * (sizes.fired + sizes.pulled)) > MOST_FILE:
        raise SaveError("it holds more worlds than this game's content leaves room for; save fewer")
    try:
        fresh = begin(book, arrays["seed"].tolist(), header.start)
    except StartError as error:
        raise SaveError(f"the content has changed, and {error}; play it with the mods it was saved with") from None
    out, _ = arrays_of(fresh)
    for name in ("number", "turns", "ended", "stage", "round"):
        out[name] = arrays[name]
    out["outcome"] = _outcomes(old, new, arrays)
    _fit_numbers(old, new, arrays["numbers"], out["numbers"])
    _fit_ties(old, new, arrays["ties"], out["ties"])
    _fit_dates(old, new, arrays, out)
    _fit_ragged(old, new, arrays, out)
    _fit_records(old, new, arrays, out)
    return header.model_copy(update={"layout": new}), out, _notices(old, new)


def _outcomes(old: Layout, new: Layout, arrays: Mapping[str, Array]) -> NDArray[Any]:
    moved = np.concatenate([[0], codes(old.outcomes, new.outcomes) + 1])
    return moved[arrays["outcome"]].astype("|i1")


# numbers ---------------------------------------------------------------------------------------------------------


def _fit_numbers(old: Layout, new: Layout, before: Array, after: Array) -> None:
    """Carry over every column that both have; `after` holds a fresh first morning."""
    was = {span.name: (span, rows.start) for span, (_, rows) in zip(old.columns, spans(old), strict=True)}
    for span, (name, rows) in zip(new.columns, spans(new), strict=True):
        known, first = was.get(name, (None, 0))
        if known is None or (known.value, known.of) != (span.value, span.of):
            continue
        table = name.split(".")[0]
        there, here = places(old.entities.get(table, ())[: known.count], new.entities[table][: span.count])
        target = rows.start + there
        after[target] = _values(old, new, span, before[first + here], after[target])
    _fit_premises(old, new, before, after)
    if (after[dict(spans(new))["clock.protagonist"]] < 1).any():
        raise SaveError("the person whom you play is no longer in the game; play it with the mods it was saved with")


def _values(old: Layout, new: Layout, span: Span, values: Array, fresh: Array) -> Array:
    """Values of one column [entities, W] as the new layout means them; the fresh ones where that cannot be said."""
    moved: Ints | None = None
    if span.value == "entity":
        moved = references(old, new, span.of)
        moved = np.where(moved > span.high, 0, moved)
    elif span.value == "enum":
        moved = codes(old.enums.get(span.of, ()), new.enums[span.of])
    elif span.name == "person.policy":
        moved = policies(old, new)
    if moved is None:
        return np.minimum(np.maximum(values, span.low), span.high)
    return _moved(moved, values, fresh)


def _moved(moved: Ints, values: Array, fresh: Array) -> Array:
    if not len(moved):
        return fresh
    found = moved[np.minimum(np.maximum(values, 0), len(moved) - 1).astype(np.int64)]
    return np.where(found < 0, fresh, found)


def _fit_premises(old: Layout, new: Layout, before: Array, after: Array) -> None:
    """The value of a premise that is a choice is its place in its list."""
    was = dict(spans(old)).get("premise.value", slice(0, 0))
    first = dict(spans(new))["premise.value"].start
    at = {name: was.start + i for i, name in enumerate(old.premises) if was.start + i < was.stop}
    for i, (name, values) in enumerate(new.premises.items()):
        if values and name in at:
            moved = codes(old.premises[name], values)
            row, fresh = before[at[name]], np.zeros(before.shape[1])
            after[first + i] = np.maximum(_moved(moved, row, fresh), 0)


# ties and dates of firing ----------------------------------------------------------------------------------------


def _fit_ties(old: Layout, new: Layout, before: Array, after: Array) -> None:
    width = before.shape[1]
    was = before.reshape(len(old.ties), old.seats, old.people, width)
    now = after.reshape(len(new.ties), new.seats, new.people, width)
    old_people, new_people = old.entities.get("person", ()), new.entities["person"]
    seats_there, seats_here = places(old_people[: old.seats], new_people[: new.seats])
    there, here = places(old_people[: old.people], new_people[: new.people])
    names = [span.name for span in old.ties]
    for place, span in enumerate(new.ties):
        if span.name in names:
            values = was[names.index(span.name)][np.ix_(seats_here, here)]
            now[place][np.ix_(seats_there, there)] = np.minimum(np.maximum(values, span.low), span.high)


def _fit_dates(old: Layout, new: Layout, arrays: Mapping[str, Array], out: dict[str, Array]) -> None:
    """When each event last fired, and when each seat last pulled each lever."""
    there, here = places([e.id for e in old.events], [e.id for e in new.events])
    out["fired"][there] = arrays["fired"][here]
    there, here = places([e.id for e in old.levers], [e.id for e in new.levers])
    seats_there, seats_here = places(old.entities.get("person", ())[: old.seats], new.entities["person"][: new.seats])
    width = out["pulled"].shape[1]
    was = arrays["pulled"].reshape(len(old.levers), old.seats, width)
    now = out["pulled"].reshape(len(new.levers), new.seats, width)
    now[np.ix_(there, seats_there)] = was[np.ix_(here, seats_here)]


# tables that grow ------------------------------------------------------------------------------------------------


def _rows_moved(old: Layout, new: Layout) -> Ints:
    """[old rows] the new row of each row of numbers; -1 where it is gone."""
    out = np.full(old.sizes.numbers, -1)
    out[0] = 0
    now = dict(spans(new))
    for name, rows in spans(old):
        if name not in now:
            continue
        table, count = name.split(".")[0], now[name].stop - now[name].start
        there, here = places(old.entities.get(table, ())[: rows.stop - rows.start], new.entities[table][:count])
        out[rows.start + here] = now[name].start + there
    return out


def _fit_ragged(old: Layout, new: Layout, arrays: Mapping[str, Array], out: dict[str, Array]) -> None:
    for name, known, code_at in (("scheduled", "events", 2), ("signals", "signals", 1), ("pending", "events", 1)):
        data = arrays[name].astype(np.int64)
        before, after = getattr(old, known), getattr(new, known)
        code, about = abouts(old, new, before, after, data[code_at], data[code_at + 1])
        if name == "pending":
            data[4] = _choices(old, new, data[1], code, data[4])
        data[code_at], data[code_at + 1] = code, about
        out[name] = np.compress(code >= 0, data, axis=1)
    waiting = out["pending"]
    if waiting.shape[1] != arrays["pending"].shape[1]:
        raise SaveError("the question it waits for is no longer in the game; load the save of that morning")
    out["pending"] = np.take(waiting, np.lexsort((waiting[2], waiting[0], waiting[1])), axis=1)
    modifiers = arrays["modifiers"].astype(np.int64)
    modifiers[1] = _rows_moved(old, new)[modifiers[1]]
    out["modifiers"] = np.compress(modifiers[1] >= 0, modifiers, axis=1)


def _choices(old: Layout, new: Layout, event: Ints, code: Ints, choice: Ints) -> Ints:
    """The new places of options chosen; what is not a choice yet stays. An option that is gone is a question again."""
    out = choice.copy()
    for order in np.unique(event[choice >= 0]).tolist():
        rows = (event == order) & (choice >= 0)
        target = int(code[rows][0])
        if target >= 0:
            out[rows] = codes(old.events[order].options, new.events[target].options)[choice[rows]]
    return out


# what is on record -----------------------------------------------------------------------------------------------


def _fit_records(old: Layout, new: Layout, arrays: Mapping[str, Array], out: dict[str, Array]) -> None:
    """The chronicle and the ledger, without what cannot be named any more."""
    out.pop("chronicle", None)
    if "chronicle" in arrays:
        rows = np.frombuffer(arrays["chronicle"].tobytes(), ROW).copy()
        kept = _fit_lines(old, new, rows)
        out["chronicle"] = np.frombuffer(kept.tobytes(), np.uint8).reshape(len(kept), ROW.itemsize)
    if "ledger" in arrays:
        changes = np.frombuffer(arrays["ledger"].tobytes(), CHANGE).copy()
        changes["row"] = _rows_moved(old, new)[changes["row"]]
        changes = changes[changes["row"] >= 0]
        out["ledger"] = np.frombuffer(changes.tobytes(), np.uint8).reshape(len(changes), CHANGE.itemsize)


def _fit_lines(old: Layout, new: Layout, rows: NDArray[np.void]) -> NDArray[np.void]:
    code = rows["code"].astype(np.int64)
    keep = np.ones(len(rows), bool)
    for kind, name in ((Kind.EVENT, "events"), (Kind.DECISION, "levers"), (Kind.NOTE, "notes")):
        at = np.flatnonzero(code >> 28 == kind)
        before, after = getattr(old, name), getattr(new, name)
        order, about = abouts(old, new, before, after, code[at] >> 6 & 0xFFFF, rows["entity"][at].astype(np.int64))
        keep[at] = order >= 0
        rows["code"][at] = (code[at] & ~(0xFFFF << 6)) | np.maximum(order, 0) << 6
        rows["entity"][at] = np.maximum(about, 0)
        if kind == Kind.EVENT:
            _fit_options(old, new, rows, at, code[at] >> 6 & 0xFFFF, order, keep)
    at = np.flatnonzero(code >> 28 == Kind.TEXT)
    text = codes(old.texts, new.texts)[code[at] >> 6 & 0xFFFF]
    keep[at] = text >= 0
    rows["code"][at] = (code[at] & ~(0xFFFF << 6)) | np.maximum(text, 0) << 6
    rows["actor"] = references(old, new, "person")[rows["actor"].astype(np.int64)]
    return rows[keep]


def _fit_options(
    old: Layout, new: Layout, rows: NDArray[np.void], at: Ints, before: Ints, after: Ints, keep: NDArray[np.bool_]
) -> None:
    """The options of the events in rows `at`, whose old and new places are `before` and `after`."""
    for order in np.unique(before[after >= 0]).tolist():
        mine = at[(before == order) & (after >= 0)]
        target = int(after[before == order][0])
        moved = codes(old.events[order].options, new.events[target].options)
        option = moved[(rows["code"][mine].astype(np.int64) >> 2) & 15]
        keep[mine] = option >= 0
        rows["code"][mine] = (rows["code"][mine].astype(np.int64) & ~(15 << 2)) | np.maximum(option, 0) << 2


# what the player is told -----------------------------------------------------------------------------------------


def _notices(old: Layout, new: Layout) -> tuple[str, ...]:
    """One sentence about what is gone, none where nothing is."""
    here = {e.id for e in (*new.events, *new.levers)}.union(*new.entities.values())
    was = dict.fromkeys([e.id for e in (*old.events, *old.levers)])
    for ids in old.entities.values():
        was |= dict.fromkeys(ids)
    gone = [name for name in was if name not in here]
    if not gone:
        return ()
    named = ", ".join(gone[:MOST_NAMED]) + (", ..." if len(gone) > MOST_NAMED else "")
    return (f"{len(gone)} things of this save are no longer in the game and were left out ({named}).",)
