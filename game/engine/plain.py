"""Events whose options only change numbers in fixed rows by constants: applied for a whole run of events at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.block import Block, Instances
from game.engine.eventtable import LIFE_AND_LIBERTY
from game.rulebook.book import Rulebook
from game.rulebook.rules import Consequence, EventRule
from game.script.effects import Write
from game.world.chronicle import Kind, encode
from game.world.ragged import Ints
from game.world.schema import NIL

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class PlainTable:
    """Plain events, and the writes of all their options in one list [writes].

    plain [events]. first, count [options, events]: where an option's writes begin in the list, and how many. row: arena
    rows. sets: the value is put, else added. low, high: range of the column.
    """

    plain: Bools
    first: Ints
    count: Ints
    row: Ints
    sets: Bools
    value: Floats
    low: Floats
    high: Floats


def plain_table(book: Rulebook) -> PlainTable:
    """The plain events of a rulebook; made once."""
    cache = book.reference.cache
    if "plain" not in cache:
        cache["plain"] = _make(book)
    table: PlainTable = cache["plain"]
    return table


def _make(book: Rulebook) -> PlainTable:
    rules, most = book.events, max((len(r.options) for r in book.events), default=1)
    plain = np.array([_is_plain(book, rule) for rule in rules], bool)
    first, count = np.zeros((most, len(rules)), np.int64), np.zeros((most, len(rules)), np.int64)
    writes: list[Write] = []
    for rule in (r for r in rules if plain[r.order]):
        for k, option in enumerate(rule.options):
            own = [w for w in option.does.effects if isinstance(w, Write) and w.row != NIL]
            first[k, rule.order], count[k, rule.order] = len(writes), len(own)
            writes += own
    values = [(book.graph.constant(w.value) or 0.0) * (-1.0 if w.operator == "sub" else 1.0) for w in writes]
    return PlainTable(
        plain,
        first,
        count,
        np.array([w.row for w in writes], np.int64),
        np.array([w.operator == "set" for w in writes], bool),
        np.array(values, float),
        np.array([w.low for w in writes], float),
        np.array([w.high for w in writes], float),
    )


def _is_plain(book: Rulebook, rule: EventRule) -> bool:
    return all(_is_plain_option(book, option.does) for option in rule.options)


def _is_plain_option(book: Rulebook, does: Consequence) -> bool:
    fixed = book.graph.constant
    writes = (isinstance(e, Write) and e.row >= 0 and fixed(e.value) is not None for e in does.effects)
    return does.roll < 0 and fixed(does.price) == 0.0 and not does.writes & LIFE_AND_LIBERTY and all(writes)


def take_plain(block: Block, found: Instances, chosen: Ints, actor: Ints) -> None:
    """Apply the chosen options of plain events, in order, and write the chronicle."""
    settled = np.flatnonzero(chosen >= 0)
    found, chosen, actor = found.at(settled), chosen[settled], actor[settled]
    _write(block, plain_table(block.book), found, chosen)
    world = block.world
    if world.chronicle is not None:
        code = encode(Kind.EVENT, 0) | (found.event << 6) | (chosen << 2)
        world.chronicle.write(code, world.number[found.world], world.date[found.world], found.entity, actor)


def _write(block: Block, table: PlainTable, found: Instances, chosen: Ints) -> None:
    """Cells of several writes get theirs one after another."""
    count = table.count[chosen, found.event]
    within = np.arange(len(count)).repeat(count)
    place = np.arange(len(within)) - (np.cumsum(count) - count)[within] + table.first[chosen, found.event][within]
    cells = table.row[place] * block.width + found.world[within]
    order = np.argsort(cells, kind="stable")
    place, cells = place[order], cells[order]
    again = cells[1:] == cells[:-1]
    if not again.any():
        _write_once(block, table, place, cells)
        return
    every = np.arange(len(cells))
    start = np.concatenate([[True], ~again])
    nth = every - np.maximum.accumulate(np.where(start, every, 0))
    for k in range(int(nth.max()) + 1):
        _write_once(block, table, place[nth == k], cells[nth == k])


def _write_once(block: Block, table: PlainTable, place: Ints, cells: Ints) -> None:
    """Writes [n], each to another cell of the arena (row times width plus world)."""
    numbers = block.world.numbers.reshape(-1)
    new = np.where(table.sets[place], table.value[place], numbers[cells] + table.value[place])
    numbers[cells] = np.minimum(np.maximum(new, table.low[place]), table.high[place])
