"""Whose lever it is and whether it may be pulled today, for many levers and seats at once: arrays [levers, n]."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.block import Block
from game.rulebook.rules import LeverRule
from game.world.ragged import Ints
from game.world.schema import NIL

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class LeverTable:
    """What the engine asks of all levers, by order.

    head [L]: arena row of its organ's head. deputies [L, persons]: who may act for him. posts [L, most]: arena rows of
    the holders of its posts, padded with the nil row. power [L]: arena row of its power's head. bound [L]: it has an
    owner. abroad [L]: it is a foreign leader's. low, high, cooldown, hands, once [L]: as written. rolls [L]: streams of
    their rolls. arguments [L]: of the draws of their arguments.
    """

    head: Ints
    deputies: Bools
    posts: Ints
    power: Ints
    bound: Bools
    abroad: Bools
    low: Ints
    high: Ints
    cooldown: Ints
    hands: Ints
    once: Bools
    rolls: NDArray[np.uint64]
    arguments: NDArray[np.uint64]
    owners: tuple[tuple[Owner, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Owner:
    """An office: arena rows of its heads and holders, and its deputies (row plus one); without any, anyone's levers."""

    rows: tuple[int, ...]
    deputies: tuple[int, ...]


def person_cell(block: Block, column: str, person: Ints, worlds: Ints) -> Floats:
    """[n] a column of persons given as row plus one."""
    place = block.book.schema.places["person", column]
    rows = np.where((person >= 1) & (person <= place.count), place.row + person - 1, NIL)
    return block.world.numbers[rows, worlds]


def lever_table(block: Block) -> LeverTable:
    """The table of a rulebook's levers; made once."""
    cache = block.book.reference.cache
    if "levers" not in cache:
        cache["levers"] = _make(block)
    table: LeverTable = cache["levers"]
    return table


def _make(block: Block) -> LeverTable:
    book, places = block.book, block.book.schema.places
    levers = book.levers
    most = max((len(x.posts) for x in levers), default=0) or 1
    posts = np.full((len(levers), most), NIL)
    deputies = np.zeros((len(levers), book.schema.people + 1), bool)
    for lever in levers:
        for k, post in enumerate(lever.posts):
            posts[lever.order, k] = places["post", "holder"].row + post - 1
        if lever.organ and not lever.posts:
            who = book.reference.tables["deputies"][lever.organ - 1][: book.schema.people]
            deputies[lever.order, 1:] = who
    heads = [places["organ", "head"].row + x.organ - 1 if x.organ and not x.posts else NIL for x in levers]
    powers = [places["power", "head"].row + x.power - 1 if x.power else NIL for x in levers]
    return LeverTable(
        _whole(heads), deputies, posts, _whole(powers),
        _yes(x.organ or x.posts or x.power for x in levers), _yes(x.power for x in levers),
        _whole(x.low for x in levers), _whole(x.high for x in levers),
        _whole(x.source.cooldown for x in levers), _whole(x.source.hands for x in levers),
        _yes(x.source.once for x in levers),
        np.array([x.streams["roll"] for x in levers], np.uint64),
        np.array([x.streams["argument"] for x in levers], np.uint64), _owners(posts, deputies, block),
    )  # fmt: skip


def _whole(values: Iterable[int]) -> Ints:
    return np.array(list(values), np.int64)


def _yes(values: Iterable[object]) -> Bools:
    return np.array([bool(value) for value in values], bool)


def _owners(posts: Ints, deputies: Bools, block: Block) -> tuple[tuple[Owner, tuple[int, ...]], ...]:
    """The levers by whose they are, so that this is found once for all levers of one office."""
    found: dict[Owner, list[int]] = {}
    places = block.book.schema.places
    for lever in block.book.levers:
        rows = [row for row in posts[lever.order].tolist() if row != NIL]
        if lever.organ and not lever.posts:
            rows.append(places["organ", "head"].row + lever.organ - 1)
        if lever.power:
            rows.append(places["power", "head"].row + lever.power - 1)
        owner = Owner(tuple(rows), tuple(np.flatnonzero(deputies[lever.order]).tolist()))
        found.setdefault(owner, []).append(lever.order)
    return tuple((owner, tuple(orders)) for owner, orders in found.items())


class Acting:
    """Who acts today, by seat and world: finds the few to whom an office's levers are open among the many."""

    def __init__(self, block: Block, seat: Ints, worlds: Ints) -> None:
        self.block, self.seat = block, seat
        self.place = np.full((block.book.schema.seats + 1, block.width), -1)
        self.place[seat, worlds] = np.arange(len(seat))

    def of(self, owner: Owner) -> Ints:
        """Places of those who hold the office, in order; of anyone's levers, all who are at home."""
        if not owner.rows and not owner.deputies:
            return np.flatnonzero(~self.block.book.reference.tables["foreign_seats"][self.seat - 1])
        found = [self.place[deputy] for deputy in owner.deputies if deputy < len(self.place)]
        for row in owner.rows:
            holder = self.block.world.numbers[row].astype(np.int64)
            holder = np.where(holder < len(self.place), holder, 0)
            found.append(self.place[holder, np.arange(self.block.width)])
        every = np.concatenate(found)
        held = np.zeros(len(self.seat) + 1, bool)
        held[every] = True  # nobody is the last
        return np.flatnonzero(held[:-1])


def in_remit(block: Block, levers: Ints, seat: Ints, worlds: Ints) -> Bools:
    """[L, n] the lever is the seat's own.

    It holds one of the lever's posts; or, where there is none, it heads the organ or is its deputy; or it leads the
    power; or the lever is anyone's at home.
    """
    table, numbers = lever_table(block), block.world.numbers
    abroad = block.book.reference.tables["foreign_seats"][seat - 1]
    held = ~table.bound[levers][:, None] & ~abroad
    held |= numbers[table.head[levers][:, None], worlds] == seat
    held |= table.deputies[levers[:, None], seat] & ~abroad
    held |= numbers[table.power[levers][:, None], worlds] == seat
    for k in range(table.posts.shape[1]):
        held |= numbers[table.posts[levers, k][:, None], worlds] == seat
    return held


def open_to(block: Block, levers: Ints, seat: Ints, worlds: Ints) -> Bools:
    """[L, n] the lever may be pulled today: within its window, not once too often, not too soon again, with a hand."""
    table, date, seats = lever_table(block), block.world.date[worlds], block.book.schema.seats
    held = (date >= table.low[levers][:, None]) & (date <= table.high[levers][:, None]) & block.running()[worlds]
    last = block.world.pulled[levers[:, None] * seats + seat - 1, worlds]
    held &= (last == 0) | (date - last >= table.cooldown[levers][:, None])
    place = block.book.schema.places["person", "hands_left"]
    held &= block.world.numbers[place.row + seat - 1, worlds] >= table.hands[levers][:, None]
    once = np.flatnonzero(table.once[levers])
    held[once] &= ~_ever_pulled(block, levers[once], worlds)
    return held


def not_too_often(block: Block, lever: LeverRule, seat: Ints, worlds: Ints, of: Ints) -> Ints:
    """Those `of` the seats [n] who may pull a lever today as far as time goes: in its window, not too often or soon."""
    seats, pulled = block.book.schema.seats, block.world.pulled
    date = block.world.date[worlds[of]]
    held: Bools = (date >= lever.low) & (date <= lever.high)
    if lever.source.cooldown > 0:
        last = pulled[seat[of] + (lever.order * seats - 1), worlds[of]]
        held &= (last == 0) | (date - last >= lever.source.cooldown)
    if lever.source.once:
        held &= ~ever_pulled(block, lever.order, worlds[of])
    return of[held]


def _ever_pulled(block: Block, levers: Ints, worlds: Ints) -> Bools:
    """[L, n] somebody has pulled each lever in this world."""
    seats = block.book.schema.seats
    rows = levers[:, None, None] * seats + np.arange(seats)[:, None]
    return (block.world.pulled[rows, worlds] != 0).any(axis=1)


def ever_pulled(block: Block, lever: int, worlds: Ints) -> Bools:
    """[n] somebody has pulled it in this world."""
    seats = block.book.schema.seats
    rows = block.world.pulled[lever * seats : (lever + 1) * seats]
    return (np.take(rows, worlds, axis=1) != 0).any(axis=0)
