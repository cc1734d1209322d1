"""What of the things that happen a seat may hear of: events, levers, signals, lines of the chronicle.

Safe by default: a note or a signal that is not listed here is heard of by nobody but whom it concerns.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.engine.block import Block
from game.rulebook.book import Rulebook
from game.rulebook.rules import Consequence, EventRule, LeverRule
from game.world.chronicle import Kind, decode

CLOSED = frozenset({"secret", "coup", "conceal"})
"""Tags of what is done behind doors."""

IN_THE_OPEN = frozenset({"power", "formation", "post", "organ", "province", "faction", "war", "crisis", "vote"})
"""Tables whose change is noticed by all."""

PRIVATE_SIGNALS = frozenset(
    {"plot_opened", "man_bound", "man_refused", "plot_step", "plot_broken", "file_page", "file_three", "file_six"}
)
PUBLIC_SIGNALS = frozenset(
    {
        "session_opened", "crisis_over", "leader_withdrew", "leader_returned", "leader_changed", "city_taken",
        "plot_won", "plot_failed", "arrested", "person_died", "appointed", "vote_third", "vote_carried", "vote_lost",
    }
)  # fmt: skip
PUBLIC_NOTES = frozenset(
    {
        "leader_withdrew", "leader_returned", "leader_followed", "struck", "plot_won_committee", "plot_won_portrait",
        "plot_won_arrest", "plot_failed_at_the_man", "plot_wires_lost", "plot_obeying_lost", "plot_begged", "arrested",
        "released", "executed", "appointed", "dismissed", "organ_head", "organ_vacant", "sent_away", "recalled",
        "vote_opened", "vote_carried", "vote_lost", "vote_dropped", "city_taken", "ordered", "crisis_over",
    }
)  # fmt: skip
OF_SECURITY = frozenset({"file_six"})
"""Notes that the head of security writes himself."""
TO_HIM_ALONE = frozenset({"sign", "plot_opened", "plot_turned_back", "plot_broken"})
"""Notes that reach only the person whom they name."""


def act_is_open(book: Rulebook, does: Consequence, closed: frozenset[str] = frozenset()) -> bool:
    """Whether an act of another is noticed: not done behind doors, and it changes something that all can see."""
    if CLOSED & (frozenset(does.tags) | closed):
        return False
    return any(_in_the_open(book, written) for written in does.writes)


def _in_the_open(book: Rulebook, written: str) -> bool:
    table, column = written.split(".", 1)
    if table not in IN_THE_OPEN:
        return False
    place = book.schema.places.get((table, column))
    return place is not None and place.column.sight in ("public", "reported")


def event_is_open(book: Rulebook, rule: EventRule, option: int = -1) -> bool:
    """Whether all hear that an event came; with an option (its place), whether they hear that it was chosen."""
    tags = frozenset(rule.source.tags)
    name = book.signals[rule.signal].name if rule.signal >= 0 else ""
    if name in PRIVATE_SIGNALS or "secret" in tags:
        return False
    if rule.decides < 0:
        return True
    options = rule.options if option < 0 else rule.options[option : option + 1]
    return any(act_is_open(book, o.does, tags) for o in options)


def lever_is_open(book: Rulebook, lever: LeverRule) -> bool:
    """Whether all notice that a lever was pulled."""
    return act_is_open(book, lever.does)


def abroad(block: Block, actor: int) -> bool:
    """Whether a seat (row plus one) sits in another capital."""
    seats = np.asarray(block.book.reference.tables["foreign_seats"])
    return 1 <= actor <= len(seats) and bool(seats[actor - 1])


def heard(block: Block, row: np.void, seat: int) -> bool:
    """Whether a seat (row plus one) hears of a row of the chronicle.

    His own acts always; acts of others when they are open, of another capital's only its diplomacy; notes by the lists.
    """
    kind, order, option, _ = decode(int(row["code"]))
    actor, entity, book = int(row["actor"]), int(row["entity"]), block.book
    if kind is Kind.NOTE:
        return _note_heard(block, book.notes[order].name, entity, actor, seat)
    if kind is Kind.TEXT:
        return actor in (0, seat)
    if actor == seat:
        return True
    rule = book.events[order] if kind is Kind.EVENT else book.levers[order]
    if abroad(block, actor) != abroad(block, seat) and actor and "foreign" not in _tags(rule):
        return False
    if isinstance(rule, LeverRule):
        return lever_is_open(book, rule)
    return event_is_open(book, rule, option)


def _tags(rule: EventRule | LeverRule) -> Sequence[str]:
    return rule.source.tags


def _note_heard(block: Block, name: str, entity: int, actor: int, seat: int) -> bool:
    if name in PUBLIC_NOTES:
        return True
    if name in OF_SECURITY:
        head = block.book.schema.row("organ", "security", "head")
        return bool(block.world.numbers[head, 0] == seat)
    if name in TO_HIM_ALONE:
        return entity == seat
    return actor == seat
