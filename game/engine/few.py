"""What few seats do today: all levers in one look, as a table of levers by seats. `wishes` asks the same for many."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from game.engine import remit
from game.engine.block import Block
from game.engine.wishes import Minds, terms_of
from game.script.evaluate import Evaluator
from game.world.ragged import Ints

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
FEW = 64
"""Seats up to which a table of all levers is the quicker way."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Prices and weights [levers, 1] as far as they are fixed, the nodes of the others, and the slots [levers]."""

    price: Floats
    ai: Floats
    prices: tuple[tuple[int, int], ...]
    weights: tuple[tuple[int, int], ...]
    slots: Ints


def pick(block: Block, seat: Ints, worlds: Ints, minds: Minds, luck: Floats) -> tuple[Ints, Floats]:
    """What each seat does [n]: the order of a lever drawn by weight, or -1 to rest; and its price."""
    fixed, me = _fixed(block), seat.astype(np.float64)
    evaluate = Evaluator(block.book.graph, block.world, worlds, {"me": me, "this": me})
    levers = np.arange(len(fixed.slots))
    may = remit.in_remit(block, levers, seat, worlds) & remit.open_to(block, levers, seat, worlds)
    price = np.repeat(fixed.price, len(seat), axis=1)
    for k, node in fixed.prices:
        price[k] = evaluate(node)
    may &= price <= minds.purse
    _narrow(block, may, evaluate)
    rows = np.flatnonzero(may.any(axis=1))
    weight = _weights(fixed, rows, minds, evaluate) * may[rows]
    reach = np.cumsum(np.concatenate([minds.rest[None], weight]), axis=0)
    drawn = (luck * reach[-1] < reach).argmax(axis=0)  # the first, or that of rest where there is none
    lever = np.concatenate([[-1], rows])[drawn]
    return lever, np.where(lever >= 0, price[lever, np.arange(len(seat))], 0.0)


def _narrow(block: Block, may: Bools, evaluate: Evaluator) -> None:
    """Drop from `may` [levers, n] where the condition of a lever does not hold; many levers share theirs."""
    terms, known = terms_of(block), dict[tuple[int, ...], Bools]()
    for k in np.flatnonzero(may.any(axis=1)).tolist():
        clauses = terms[k].cheap + terms[k].dear
        if clauses:
            if clauses not in known:
                known[clauses] = reduce(np.logical_and, map(evaluate, clauses), np.ones(1, bool))
            may[k] &= known[clauses]


def _weights(fixed: Fixed, rows: Ints, minds: Minds, evaluate: Evaluator) -> Floats:
    """[rows, n] what these levers weigh for those who may pull them."""
    ai = np.repeat(fixed.ai[rows], len(minds.persona), axis=1)
    places = {k: place for place, k in enumerate(rows.tolist())}
    for k, node in fixed.weights:
        if k in places:
            ai[places[k]] = evaluate(node)
    return minds.wanted(np.arange(len(minds.persona)), ai, minds.factors[fixed.slots[rows][:, None], minds.persona])


def _fixed(block: Block) -> Fixed:
    """Of all levers, by order; made once."""
    cache, constant = block.book.reference.cache, block.book.graph.constant
    if "few" not in cache:
        every = [lever.does for lever in block.book.levers]
        cache["few"] = Fixed(
            np.array([[constant(does.price) or 0.0] for does in every]),
            np.array([[constant(does.ai) or 0.0] for does in every]),
            tuple((k, does.price) for k, does in enumerate(every) if constant(does.price) is None),
            tuple((k, does.ai) for k, does in enumerate(every) if constant(does.ai) is None),
            np.array([lever.slot for lever in block.book.levers], np.int64),
        )
    fixed: Fixed = cache["few"]
    return fixed
