"""The room as a seat knows it: who is there, what he holds, where he stands if a talk has shown it; circle and plot."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.block import Block
from game.knowledge.known import known
from game.knowledge.news import abroad
from game.views import names
from game.views.organs import Faction, Organ, Post, factions, organs, posts
from game.views.vote import Vote, vote

LEAST_STANCE = -3
"""Stances go from here to its opposite."""
BOUND = ("not_asked", "sounded", "refused", "bound")
"""How far a man is in a plot."""


@dataclass(frozen=True, slots=True)
class Person:
    """A man as the seat knows him.

    stance: a band, empty until a talk has shown it; told: the same as a number of -3 to 3. debt: what he owes the seat,
    below 0 what the seat owes him. client: of the seat's circle. bound: how far he is in the seat's plot. away_until:
    when he is due back, empty where it is open or he is here. file: pages, told only to the head of security.
    """

    id: str
    name: str
    post: str
    posts: tuple[str, ...]
    organs: tuple[str, ...]
    faction: str
    faction_id: str
    patron: str
    patron_id: str
    rank: int
    member: bool
    influence: float
    alive: bool
    free: bool
    present: bool
    away_until: str
    stance: str
    told: int | None
    debt: int
    client: bool
    bound: str
    file: int | None
    skills: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """The seat's own plot. odds: its own guess at the next step, in tenths; fails: steps that failed."""

    phase: str
    route: str
    leader: str
    organs: int
    strength: float
    odds: int
    opened_on: str
    struck_on: str
    fails: int
    men: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """persons: those of the seat's own capital that matter, the strongest first. circle: ids. plot: None if none.

    portrait: the man on the portraits signs, another rules. vote: the one before the room, or the last one.
    organs, factions, posts: of the Soviet state; none where the seat is abroad.
    """

    leader: str
    leader_id: str
    portrait: bool
    persons: tuple[Person, ...]
    circle: tuple[str, ...]
    plot: Plot | None
    vote: Vote | None
    organs: tuple[Organ, ...]
    factions: tuple[Faction, ...]
    posts: tuple[Post, ...]


def room(block: Block, seat: int) -> Room:
    """The room of a seat (row plus one) in a block of one world."""
    knows = known(block, seat)
    rows = [r for r in range(block.book.schema.people) if _matters(knows, seat, r)]
    influence = knows.world.column("person", "influence")[:, 0]
    rows.sort(key=lambda r: (-influence[r], r))
    men = tuple(_person(knows, seat, r) for r in rows)
    leader = knows.world.column("room", "leader")[0]
    foreign = bool(abroad(knows, seat))
    return Room(
        names.entity_name(block.book, "person", leader), names.entity_id(block.book, "person", leader),
        bool(knows.world.column("room", "portrait")[0]), men, tuple(m.id for m in men if m.client),
        _plot(knows, seat, men), vote(knows), () if foreign else organs(knows, seat),
        () if foreign else factions(knows), () if foreign else posts(knows),
    )  # fmt: skip


def _matters(knows: Block, seat: int, row: int) -> bool:
    """Whether he has a place in the seat's own capital: a seat, an organ or a post there, or is his client."""
    world, ref = knows.world, row + 1
    seats = knows.book.schema.seats
    if row < seats:
        return abroad(knows, ref) == abroad(knows, seat)
    if abroad(knows, seat):
        return False
    held = (world.column("organ", "head") == ref).any() or (world.column("post", "holder") == ref).any()
    return bool(held or world.tie("client")[seat - 1, row, 0])


def _person(knows: Block, seat: int, row: int) -> Person:
    book, world, ref = knows.book, knows.world, row + 1

    def get(column: str) -> float:
        place = book.schema.places["person", column]
        return float(world.numbers[place.row + row, 0]) if row < place.count else 0.0

    def tie(column: str) -> int:
        return int(world.tie(column)[seat - 1, row, 0])

    organs = np.flatnonzero(world.column("organ", "head")[:, 0] == ref).tolist()
    posts = np.flatnonzero(world.column("post", "holder")[:, 0] == ref).tolist()
    away = get("away_until")
    security = world.numbers[book.schema.row("organ", "security", "head"), 0] == seat
    return Person(
        id=names.entity_id(book, "person", ref), name=names.entity_name(book, "person", ref),
        post=names.entity_name(book, "post", get("post")) if get("post") else "",
        posts=tuple(names.entity_name(book, "post", p + 1) for p in posts),
        organs=tuple(names.entity_id(book, "organ", o + 1) for o in organs),
        faction=names.entity_name(book, "faction", get("faction")),
        faction_id=names.entity_id(book, "faction", get("faction")),
        patron_id=names.entity_id(book, "person", get("patron")),
        patron=names.entity_name(book, "person", get("patron")) if get("patron") else "",
        rank=int(get("rank")), member=bool(get("member")), influence=get("influence"), alive=bool(get("alive")),
        free=bool(get("free")), present=bool(get("present")),
        away_until=names.day(away) if not get("present") and 0 < away < 79999 else "",
        stance=book.tongue("room.stances").split("|")[tie("told") - LEAST_STANCE] if tie("heard") else "",
        told=tie("told") if tie("heard") else None,
        debt=tie("debt"), client=bool(tie("client")), bound=BOUND[tie("bound")],
        file=int(get("file")) if security and row < book.schema.seats else None,
        skills=tuple((s, get(s)) for s in ("politics", "war", "industry", "science")),
    )  # fmt: skip


def _plot(knows: Block, seat: int, men: tuple[Person, ...]) -> Plot | None:
    def get(column: str) -> float:
        return float(knows.world.column("plot", column)[seat - 1, 0])

    if not get("phase"):
        return None
    book = knows.book
    leader = names.entity_name(book, "person", get("leader")) if get("leader") else ""
    return Plot(
        names.enum_name(book, "plot_phase", get("phase")), names.enum_name(book, "plot_route", get("route")), leader,
        int(get("organs")), get("strength"), round(get("odds") * 10), names.day(get("opened_on")),
        names.day(get("struck_on")), int(get("fails")), tuple(m.id for m in men if m.bound == "bound"),
    )  # fmt: skip
