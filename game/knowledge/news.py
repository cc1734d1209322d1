"""What of the things that happen a seat may hear of: events, levers, signals, lines of the chronicle.

Safe by default: a note or a signal that is not listed here is heard of by nobody but whom it concerns.
"""

from __future__ import annotations

import re

import numpy as np

from game.engine.block import Block
from game.rulebook.book import Rulebook
from game.rulebook.rules import EventRule, LeverRule
from game.world.chronicle import Kind, decode

TOWN = re.compile(r"\bprovince\.([a-z0-9_]+)")
"""A town in a condition."""

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
        "released", "executed", "appointed", "organ_head", "sent_away", "recalled", "vote_opened", "vote_carried",
        "vote_lost", "vote_dropped", "city_taken", "crisis_over", "power_passed", "power_passed_behind",
    }
)  # fmt: skip
OF_SECURITY = frozenset({"file_six"})
"""Notes that the head of security writes himself."""
TO_HIM_ALONE = frozenset({"sign", "plot_opened", "plot_turned_back", "plot_broken"})
"""Notes that reach only the person whom they name."""


def event_is_open(book: Rulebook, rule: EventRule, option: int = -1) -> bool:
    """Whether all hear that an event came; with an option (its place), whether they hear that it was chosen.

    What a seat decides is its own affair unless the content makes it public and writes what others hear of it.
    """
    name = book.signals[rule.signal].name if rule.signal >= 0 else ""
    if name in PRIVATE_SIGNALS or "secret" in rule.source.tags:
        return False
    if rule.decides < 0:
        return True
    return rule.source.public and (option < 0 or bool(rule.options[option].source.news))


def lever_is_open(lever: LeverRule) -> bool:
    """Whether all notice that a lever was pulled."""
    return lever.source.public


def abroad(block: Block, actor: int) -> bool:
    """Whether a seat (row plus one) sits in another capital."""
    seats = np.asarray(block.book.reference.tables["foreign_seats"])
    return 1 <= actor <= len(seats) and bool(seats[actor - 1])


def heard(block: Block, row: np.void, seat: int) -> bool:
    """Whether a seat (row plus one) hears of a row of the chronicle.

    His own acts always; acts of others when they are public, of another capital's only its diplomacy; notes by the
    lists. A leader who has withdrawn hears nothing of the rooms.
    """
    kind, order, option, _ = decode(int(row["code"]))
    actor, entity, book = int(row["actor"]), int(row["entity"]), block.book
    if kind is Kind.NOTE and book.notes[order].name == "sign":
        return entity == seat
    if actor == seat and kind is not Kind.NOTE:
        return True
    if _shut_away(block, seat, int(row["date"])):
        return False
    if kind is Kind.NOTE:
        return _note_heard(block, book.notes[order].name, entity, actor, seat)
    if kind is Kind.TEXT:
        return actor == 0
    rule = book.events[order] if kind is Kind.EVENT else book.levers[order]
    if actor and abroad(block, actor) != abroad(block, seat) and "foreign" not in rule.source.tags:
        return False
    if isinstance(rule, LeverRule):
        return lever_is_open(rule)
    return event_is_open(book, rule, option) and (bool(actor) or not _names_who(rule, option))


def _names_who(rule: EventRule, option: int) -> bool:
    """Whether the news of an option names him who chose it: where nobody chose, there is nothing to tell."""
    return "{who}" in rule.options[option].source.news


def _shut_away(block: Block, seat: int, date: int) -> bool:
    """Whether a seat is the leader, and had withdrawn on a date."""
    room = {name: block.world.column("room", name)[0] for name in ("leader", "withdrawn", "withdrawn_on")}
    return bool(room["leader"] == seat and room["withdrawn"] and date >= room["withdrawn_on"])


def runs_ahead(block: Block, row: np.void) -> bool:
    """Whether a row is the bare note of a town whose loss an event tells in its own time."""
    kind, order, _, _ = decode(int(row["code"]))
    if kind is not Kind.NOTE or block.book.notes[order].name != "city_taken":
        return False
    return block.book.schema.entities["province"][int(row["entity"]) - 1] in _towns_told(block.book)


def _towns_told(book: Rulebook) -> frozenset[str]:
    """Towns that the condition of an event names which nobody decides: it tells of them."""
    cache = book.reference.cache
    if "towns_told" not in cache:
        whens = [e.source.when.text for e in book.events if e.decides < 0 and e.source.when is not None]
        cache["towns_told"] = frozenset(town for text in whens for town in TOWN.findall(text))
    found: frozenset[str] = cache["towns_told"]
    return found


def _note_heard(block: Block, name: str, entity: int, actor: int, seat: int) -> bool:
    schema = block.book.schema
    security = bool(block.world.numbers[schema.row("organ", "security", "head"), 0] == seat)
    if name == "arrested":
        return entity <= schema.seats or security or actor == seat
    if name in PUBLIC_NOTES:
        return True
    if name in OF_SECURITY:
        return security
    if name in TO_HIM_ALONE:
        return entity == seat
    return actor == seat
