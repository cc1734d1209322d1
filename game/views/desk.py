"""The desk: the date, who rules, what lies before a seat and what it has to spend, at most five told figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from game.engine.block import Block
from game.engine.turn import EVENTS, ORDERS, REACTIONS
from game.knowledge.headlines import reported_headlines
from game.knowledge.known import known, questions_of
from game.views import names
from game.views.told import Figure, figure_of
from game.world.chronicle import Kind, decode

MOST_FIGURES = 5
RETURNED = "leader_returned"
Stage = Literal["question", "orders", "running", "over"]


@dataclass(frozen=True, slots=True)
class Desk:
    """What a seat has before it. hands, hands_left: of attention. vacuum_days: days without a hand at the centre.

    leader_here: he is at work and can be seen today. back_today: he came back after the hands were dealt out.
    questions: titles of what waits for an answer. stage: what is asked of the player now. signs: what he has seen of
    what is coming for him.
    """

    date: str
    seat: str
    name: str
    post: str
    alive: bool
    free: bool
    present: bool
    stage: Stage
    leader: str
    leader_here: bool
    back_today: bool
    withdrawn_since: str
    vacuum_days: float
    authority: float
    hands: float
    hands_left: float
    influence: float
    rank: int
    signs: int
    session: bool
    figures: tuple[Figure, ...]
    questions: tuple[str, ...]
    until: str


def desk(block: Block, seat: int) -> Desk:
    """The desk of a seat (row plus one) in a block of one world."""
    knows = known(block, seat)
    book, world = block.book, knows.world

    def mine(column: str) -> float:
        return float(world.column("person", column)[seat - 1, 0])

    def room(column: str) -> float:
        return float(world.column("room", column)[0])

    leader = int(room("leader"))
    here = bool(leader) and not room("withdrawn") and bool(world.column("person", "present")[leader - 1, 0])
    asked = [block.book.events[int(e)].source.title for e in block.world.pending.data[1, questions_of(block, seat)]]
    return Desk(
        date=names.day(world.date[0]),
        seat=names.entity_id(book, "person", seat),
        name=names.entity_name(book, "person", seat),
        post=names.entity_name(book, "post", mine("post")) if mine("post") else "",
        alive=bool(mine("alive")), free=bool(mine("free")), present=bool(mine("present")),
        stage=_stage(block, bool(asked)),
        leader=names.entity_name(book, "person", leader), leader_here=here,
        back_today=here and _came_back_today(block),
        withdrawn_since=names.day(room("withdrawn_on")) if room("withdrawn") else "",
        vacuum_days=room("vacuum_days"),
        authority=mine("authority"), hands=mine("hands"), hands_left=mine("hands_left"),
        influence=mine("influence"), rank=int(mine("rank")), signs=int(mine("signs")),
        session=bool(world.column("clock", "session")[0]),
        figures=told_figures(knows), questions=tuple(asked), until=str(book.scenario.until),
    )  # fmt: skip


def _came_back_today(block: Block) -> bool:
    """Whether the chronicle of today says that the leader is back at work."""
    chronicle, world = block.world.chronicle, block.world
    if chronicle is None:
        return False
    rows = chronicle.rows()
    today = rows[(rows["world"] == world.number[0]) & (rows["date"] == world.date[0])]
    told = (decode(int(code)) for code in today["code"])
    return any(kind is Kind.NOTE and block.book.notes[order].name == RETURNED for kind, order, _, _ in told)


def told_figures(knows: Block) -> tuple[Figure, ...]:
    """The first reported headlines of the scenario, as they were told."""
    heads = reported_headlines(knows.book)[:MOST_FIGURES]
    return tuple(replace(figure_of(knows, h.table, h.column, h.entity, h.told), short=h.short) for h in heads)


def _stage(block: Block, asked: bool) -> Stage:
    if not bool(block.running().any()):
        return "over"
    stage = block.world.stage
    if stage in (EVENTS, REACTIONS) and asked:
        return "question"
    return "orders" if stage == ORDERS else "running"
