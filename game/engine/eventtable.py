"""What the engine asks of all events, by order: arrays, so that a round looks at its occurrences all at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.block import Block, Instances
from game.rulebook.book import Rulebook
from game.script.linear import Linear, linear
from game.world.ragged import Ints

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Words = NDArray[np.uint64]

LIFE_AND_LIBERTY = frozenset({"person.alive", "person.free"})


@dataclass(frozen=True, slots=True)
class EventTable:
    """Arrays [events], and [options, events] padded to the most options that an event has.

    streams: of chance, by purpose. about: row of `keys`, which holds the keys of the entities of each table that `this`
    may be (row 0: of none). decides: row plus one of him who decides, where that is always the same man; unsettled: it
    is not. options: how many. base, row, factor, divisor: what each option weighs, where that is linear; varies: it is
    not so of some option. slot: column of persona factors. price: of each option, where that is constant. barred: some
    option has a condition, or a price that is not constant. rolls: some option rolls. takes: the option may take
    somebody's life or liberty. timeout: days for which a question may be put off.
    """

    streams: dict[str, Words]
    about: Ints
    keys: Words
    decides: Ints
    unsettled: Bools
    options: Ints
    default: Ints
    historical: Ints
    base: Floats
    row: Ints
    factor: Floats
    divisor: Floats
    varies: Bools
    slot: Ints
    price: Floats
    barred: Bools
    rolls: Bools
    takes: Bools
    timeout: Ints


def event_table(book: Rulebook) -> EventTable:
    """The table of a rulebook's events; made once."""
    cache = book.reference.cache
    if "events" not in cache:
        cache["events"] = _make(book)
    table: EventTable = cache["events"]
    return table


def _make(book: Rulebook) -> EventTable:
    rules, fixed = book.events, book.graph.constant
    tables = sorted({r.table for r in rules if r.table})
    men = [fixed(r.decides) if r.decides >= 0 else 0.0 for r in rules]
    does = [[o.does for o in r.options] for r in rules]
    weights = [[linear(book.graph, d.ai) for d in row] for row in does]
    slopes = [[weight or Linear() for weight in row] for row in weights]
    return EventTable(
        {p: np.array([r.streams[p] for r in rules], np.uint64) for p in ("chance", "ai", "roll")},
        np.array([tables.index(r.table) + 1 if r.table else 0 for r in rules], np.int64),
        _keys(book, tables),
        np.array([man or 0.0 for man in men]).astype(np.int64),
        np.array([man is None for man in men], bool),
        np.array([len(r.options) for r in rules], np.int64),
        np.array([r.default for r in rules], np.int64),
        np.array([r.historical for r in rules], np.int64),
        _padded([[w.base for w in row] for row in slopes]),
        _padded([[w.row for w in row] for row in slopes]).astype(np.int64),
        _padded([[w.factor for w in row] for row in slopes], 1.0),
        _padded([[w.divisor for w in row] for row in slopes], 1.0),
        np.array([None in row for row in weights], bool),
        _padded([[o.slot for o in r.options] for r in rules]).astype(np.int64),
        _padded([[fixed(d.price) or 0.0 for d in row] for row in does]),
        np.array([any(d.when >= 0 or fixed(d.price) is None for d in row) for row in does], bool),
        np.array([any(d.roll >= 0 for d in row) for row in does], bool),
        _padded([[bool(d.writes & LIFE_AND_LIBERTY) for d in row] for row in does]).astype(bool),
        np.array([r.source.timeout or 1 for r in rules], np.int64),
    )


def _keys(book: Rulebook, tables: list[str]) -> Words:
    """[tables + 1, entities] chance keys of entities by row plus one, padded with 0; the first row is 0."""
    every = [book.schema.nil_keys[table] for table in tables]
    out = np.zeros((len(tables) + 1, max(map(len, every), default=1)), np.uint64)
    for row, keys in enumerate(every):
        out[row + 1, : len(keys)] = keys
    return out


def _padded(lists: list[list[float]], padding: float = 0.0) -> Floats:
    """[most, lists] padded."""
    out = np.full((max(map(len, lists), default=1), len(lists)), padding)
    for at, values in enumerate(lists):
        out[: len(values), at] = values
    return out


def luck_of(block: Block, found: Instances, purpose: str) -> tuple[Words, Words, Words]:
    """Stream, key and number [n] of each occurrence, for a draw of this purpose."""
    table = event_table(block.book)
    about = table.about[found.event]
    keys = table.keys[about, np.where(about > 0, found.entity, 0)]
    return table.streams[purpose][found.event], keys, np.maximum(found.nth, 0).astype(np.uint64)
