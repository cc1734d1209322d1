"""What an argument may be about: whom one plays, the premises, the difficulties; plain data of a rulebook's content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.content.models import Premise
from game.rulebook.book import Rulebook
from game.rulebook.morning import DIFFICULTIES


@dataclass(frozen=True, slots=True)
class Playable:
    """A man whom one may play. posts: those he holds on the first day. heads, seconds: organs.

    own: levers that are his. leads: he is the leader, and may order anything.
    """

    person: str
    name: str
    faction: str
    role: str
    posts: tuple[str, ...]
    heads: tuple[str, ...]
    seconds: tuple[str, ...]
    own: int
    leads: bool


@dataclass(frozen=True, slots=True)
class Term:
    """A premise. values: of a choice; low, high: of a number. claims: who says what. thread: lines of the thread."""

    premise: str
    name: str
    question: str
    values: tuple[str, ...]
    low: float
    high: float
    default: str
    claims: tuple[tuple[str, str], ...]
    thread: tuple[int, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Argument:
    """All that may be chosen. names: of all persons of the content, by id; factions: theirs."""

    scenario: str
    starts: str
    protagonist: str
    playable: tuple[Playable, ...]
    premises: tuple[Term, ...]
    difficulties: tuple[str, ...]
    names: Mapping[str, str]
    factions: Mapping[str, str]


def argument(book: Rulebook) -> Argument:
    """What a scenario leaves to choose."""
    content, scenario = book.content, book.scenario
    return Argument(
        scenario.id, scenario.starts.isoformat(), scenario.protagonist,
        tuple(_playable(book, person) for person in scenario.playable),
        tuple(_term(premise) for premise in content.premises.values()), tuple(DIFFICULTIES),
        {person.id: person.name for person in content.persons.values()},
        {person.id: person.faction or "" for person in content.persons.values()},
    )  # fmt: skip


def _playable(book: Rulebook, who: str) -> Playable:
    content, scenario = book.content, book.scenario
    person = content.persons[who]
    held = {post for post, holder in scenario.posts.items() if holder == who}
    heads = {organ.id for organ in scenario.organs if organ.head == who}
    levers = [lever.source for lever in book.levers]
    own = sum(bool(held & set(x.post)) if x.post else x.organ in heads for x in levers)
    return Playable(
        who, person.name, person.faction or "", person.role,
        tuple(content.posts[post].name for post in scenario.posts if post in held),
        tuple(content.organs[organ.id].name for organ in scenario.organs if organ.id in heads),
        tuple(content.organs[organ.id].name for organ in scenario.organs if who in organ.deputies),
        own, leads=held >= {"chairman", "general_secretary"},
    )  # fmt: skip


def _term(premise: Premise) -> Term:
    default = premise.default if isinstance(premise.default, str) else f"{premise.default:g}"
    return Term(
        premise.id, premise.name, premise.question, tuple(premise.values), premise.low or 0.0, premise.high or 0.0,
        default, tuple(premise.claims.items()), tuple(premise.thread), premise.source,
    )  # fmt: skip
