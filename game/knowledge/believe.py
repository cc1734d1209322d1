"""Copies of a world as a seat believes it to be: what forecasts are played on."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from game.core import chance
from game.engine.block import Block, Instances
from game.engine.choice import UNANSWERED, choose
from game.knowledge.known import known
from game.knowledge.priors import PRIORS
from game.knowledge.visibility import Bools, mask, tie_mask
from game.rulebook.book import Rulebook
from game.world.declare import Belief, Phase
from game.world.desk import Desk, lay_out
from game.world.ragged import Ints
from game.world.schema import Place
from game.world.state import Floats, World

IMAGINE = Phase("knowledge.believe", lambda desk: None, (), (), doc="What is hidden is drawn anew.")
"""The stream of all draws of belief, and the desk of the samplers: all that is hidden is blank in its world."""


def believe(block: Block, seat: int, copies: int, seed: int = 0, forget_plot: bool = False) -> Block:
    """`copies` worlds as the seat (row plus one) of a block of one world believes it to be.

    A function of what the seat knows, of the world's own seed and of `seed`, which names the occasion: whatever else
    is changed in what is hidden, the copies are the same to the byte. Their chance is not that of the world. Every
    seat, the asker's too, has a persona drawn under `mixed`; others' choices of a waiting round are made by them.
    forget_plot: whoever plays the copies does not know the seat's own plot. ValueError: not one world, or no seat.
    """
    mine = known(block, seat)
    if forget_plot:
        _forget_plot(mine.world, seat)
    seeds = chance.fork_seed(chance.fork_seed(block.world.seed[0], seed), np.arange(copies))
    world = mine.world.take(np.zeros(copies, np.int64), seeds)
    world.number = np.arange(copies)
    _imagine(block, world, seat)
    out = Block(block.book, world, dict(block.forced), block.lines)
    _others_choose(out)
    return out


def samplers(book: Rulebook) -> dict[str, Belief]:
    """The sampler of each column `table.column` that is hidden from somebody and has no report."""
    return {b.column: b for b in (*book.beliefs, *PRIORS)}


def unsampled(book: Rulebook) -> list[str]:
    """Columns hidden from somebody that have neither a sampler nor a report: content of the tables is amiss."""
    have = samplers(book)
    columns: Iterable[tuple[str, str, str]] = (
        *((t, n, p.column.sight) for (t, n), p in book.schema.places.items() if "." not in n and not p.column.report),
        *(("tie", n, c.sight) for n, c in book.schema.tie_columns.items()),
    )
    return [f"{t}.{n}" for t, n, sight in columns if sight != "public" and f"{t}.{n}" not in have]


def _forget_plot(world: World, seat: int) -> None:
    schema = world.schema
    for (table, _), place in schema.places.items():
        if table == "plot":
            world.numbers[place.row + seat - 1] = place.column.start
    start = schema.ties["bound"] + (seat - 1) * schema.people
    world.ties[start : start + schema.people] = 0


def _imagine(block: Block, world: World, seat: int) -> None:
    """Draw what is hidden. All samplers see the blank copies; only then are their values written."""
    book = block.book
    _lay_ready(book)
    desk = lay_out(IMAGINE, world, book.reference)
    desk.base = chance.turn_base(world.seed, world.date.astype(np.int64))
    row = np.full(world.width, seat - 1.0)
    drawn = {name: belief.sampler(desk, row) for name, belief in samplers(book).items()}
    seen, ties = mask(book, block.world, seat), tie_mask(book, seat)
    reports = _reports(desk, drawn["organ.fear"])
    for name, values in drawn.items():
        table, column = name.split(".")
        if table == "tie":
            _write_ties(world, column, values, ties)
        else:
            _write(world, book.schema.places[table, column], values, seen)
    for place, values in reports:
        world.numbers[place.row : place.row + place.count] = values
    policy = book.schema.places["person", "policy"]
    world.numbers[policy.row : policy.row + policy.count] = np.asarray(drawn["person.policy"])


def _lay_ready(book: Rulebook) -> None:
    """What the priors of this room look up: fixed for a rulebook."""
    cache = book.reference.cache
    if "standard_pace" not in cache:
        cache["personas"] = book.personas
        at, paces = book.schema.index["formation"], np.zeros(book.schema.count("formation"))
        for formation in book.scenario.formations:
            paces[at[formation.id]] = formation.pace
        cache["standard_pace"] = paces


def _write(world: World, place: Place, values: object, seen: Bools) -> None:
    hidden = np.flatnonzero(~seen[place.row : place.row + place.count])
    if len(hidden):
        full = np.broadcast_to(np.asarray(values, np.float64), (place.count, world.width))
        world.numbers[place.row + hidden] = full[hidden]


def _write_ties(world: World, column: str, values: object, seen: Bools) -> None:
    start, size = world.schema.ties[column], world.schema.seats * world.schema.people
    hidden = np.flatnonzero(~seen[start : start + size])
    if len(hidden):
        full = np.asarray(values, np.int8).reshape(size, world.width)
        world.ties[start + hidden] = full[hidden]


def _reports(desk: Desk, fear: object) -> list[tuple[Place, Floats]]:
    """[E, W] of each reported column: as told, give or take the error that its author admits; fear admits less."""
    world, out = desk.world, []
    noise, weight = desk.constant("report.noise"), desk.constant("report.fear_weight")
    afraid = np.asarray(fear, np.float64) / 100.0
    for (table, name), place in world.schema.places.items():
        report = place.column.report
        if report is None or "." in name:
            continue
        width = noise + weight * report.stake * 0.5 * (1.0 - 0.5 * afraid[desk.at("organ", report.organ)])
        keys = table if not world.schema.tables[table].single else ""
        luck = desk.draw(f"belief.{table}.{name}", keys) * 2.0 - 1.0
        told = world.numbers[place.row : place.row + place.count]
        values = told * (1.0 + width * luck)
        out.append((place, np.minimum(np.maximum(values, place.column.low), place.column.high)))
    return out


def _others_choose(block: Block) -> None:
    """What the others choose in the round that waits, by the personas they are believed to have."""
    in_canonical_order(block)
    pending = block.world.pending
    persona_chooses(block, np.flatnonzero(pending.data[4] != UNANSWERED))


def in_canonical_order(block: Block) -> None:
    """Put the rows of the waiting round in the order of a round: event, world, entity. A fork leaves them by world."""
    pending = block.world.pending
    world, event, entity, _, _ = pending.data
    pending.data = np.take(pending.data, np.lexsort((entity, world, event)), axis=1)


def persona_chooses(block: Block, at: Ints) -> None:
    """Fill in what the personas of the deciders choose in rows `at` of the waiting round, in canonical order."""
    if len(at):
        world, event, entity, nth, _ = np.take(block.world.pending.data, at, axis=1)
        block.world.pending.data[4, at] = choose(block, Instances(event, world, entity, nth)).chosen
