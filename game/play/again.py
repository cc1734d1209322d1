"""A finished campaign's own world from one of its mornings on, many times over: what else might have come of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.ai.watch import Watch, mornings
from game.core import calendar, chance
from game.engine.block import Block
from game.engine.choice import UNANSWERED
from game.knowledge.believe import in_canonical_order, persona_chooses
from game.play.errors import PlayError
from game.play.opening import Opening
from game.play.replay import replay
from game.rulebook.book import Rulebook
from game.rulebook.start import policy_codes
from game.script.evaluate import Evaluator
from game.store.journal import Entry


@dataclass(frozen=True, slots=True)
class Came:
    """So many copies ended like this. fell: in how many of them the man played lost his seat."""

    id: str
    name: str
    count: int
    fell: int


@dataclass(frozen=True, slots=True)
class Again:
    """A morning again. ends: how the copies ended, the most frequent first."""

    date: str
    copies: int
    ends: tuple[Came, ...]


def again(
    book: Rulebook, opening: Opening, journal: Sequence[Entry], date: str, copies: int, watch: Watch | None = None
) -> Again:
    """Play the true world of that morning `copies` times, each with a luck of its own and all seats by personas.

    PlayError: the campaign did not come so far. StudyCancelledError: whoever watched gave it up.
    """
    before = [entry for entry in journal if entry.date < date]
    block = replay(book, opening, before, until=float(calendar.to_days(date)))
    if calendar.to_iso(float(block.world.date[0])) != date or not block.running()[0]:
        raise PlayError(f"your chapter did not come as far as {date}")
    seat = book.schema.index["person"][opening.person or book.scenario.protagonist]
    many = _copies(block, copies, seat)
    for _ in mornings(many, float(str(book.reference.tables["until"])), watch):
        pass
    return Again(date, copies, _ends(many, seat))


def _copies(block: Block, copies: int, seat: int) -> Block:
    """The world so many times, with other luck; a persona sits in the player's seat (row)."""
    world = block.world
    seeds = chance.fork_seed(chance.fork_seed(world.seed[0], 1), np.arange(copies))
    world.ledger = world.chronicle = None
    many = block.take(np.zeros(copies, np.int64), seeds)
    many.world.number = np.arange(copies)
    base = chance.turn_base(seeds, many.world.date.astype(np.int64))
    many.world.column("person", "policy")[seat] = policy_codes(block.book, "mixed", seat, base)
    in_canonical_order(many)
    persona_chooses(many, np.flatnonzero(many.world.pending.data[4] == UNANSWERED))
    return many


def _ends(many: Block, seat: int) -> tuple[Came, ...]:
    """The outcomes of the state, and how many copies came to each."""
    world, endings = many.world, many.book.rule.outcomes
    evaluate = Evaluator(many.book.graph, world, np.arange(many.width), {})
    found = world.outcome.astype(np.int64) - 1
    for place, ending in reversed(list(enumerate(endings))):
        holds = evaluate.full(ending.when).astype(bool) if ending.when >= 0 else np.ones(many.width, bool)
        found = np.where((world.outcome == 0) & holds, place, found)
    fell = ~(world.column("person", "alive")[seat].astype(bool) & world.column("person", "free")[seat].astype(bool))
    lost = Counter(found[fell].tolist())
    return tuple(
        Came(endings[place].id, endings[place].name, count, lost[place])
        for place, count in Counter(found.tolist()).most_common()
    )  # fmt: skip
