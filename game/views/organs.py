"""Factions, organs of power and posts as a seat knows them: how strong, whose, what it takes to ask for an order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine import orders
from game.engine.block import Block
from game.views import names
from game.views.told import Figure, figure_of

ONE = np.zeros(1, np.int64)


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ of power. head: a person's id, empty where it is vacant; head_name: his name.

    asked: authority that asking its head for an order takes; 0 where it is the seat's own, the seat leads, or nobody
    heads it.
    """

    id: str
    name: str
    head: str
    head_name: str
    asked: float
    obedience: Figure
    readiness: Figure


@dataclass(frozen=True, slots=True)
class Faction:
    """A faction of the room."""

    id: str
    name: str
    strength: Figure
    satisfaction: Figure


@dataclass(frozen=True, slots=True)
class Post:
    """A post. holder: a person's id, empty where it is vacant; holder_name: his name."""

    id: str
    name: str
    holder: str
    holder_name: str


def organs(knows: Block, seat: int) -> tuple[Organ, ...]:
    """All organs, in a world as a seat (row plus one) knows it."""
    heads = knows.world.column("organ", "head")[:, 0].tolist()
    return tuple(_organ(knows, seat, nth + 1, int(head)) for nth, head in enumerate(heads))


def _organ(knows: Block, seat: int, entity: int, head: int) -> Organ:
    book = knows.book
    free = head in (0, seat) or int(knows.world.column("room", "leader")[0]) == seat
    asked = 0.0 if free else float(orders.asking(knows, np.array([seat]), np.array([head]), ONE)[0])
    return Organ(
        names.entity_id(book, "organ", entity), names.entity_name(book, "organ", entity),
        names.entity_id(book, "person", head), names.entity_name(book, "person", head) if head else "", asked,
        figure_of(knows, "organ", "obedience", entity), figure_of(knows, "organ", "readiness", entity),
    )  # fmt: skip


def factions(knows: Block) -> tuple[Faction, ...]:
    """All factions, in a world as a seat knows it."""
    count = knows.book.schema.places["faction", "strength"].count
    return tuple(
        Faction(
            names.entity_id(knows.book, "faction", entity), names.entity_name(knows.book, "faction", entity),
            figure_of(knows, "faction", "strength", entity), figure_of(knows, "faction", "satisfaction", entity),
        )
        for entity in range(1, count + 1)
    )  # fmt: skip


def posts(knows: Block) -> tuple[Post, ...]:
    """All posts, in a world as a seat knows it."""
    book, holders = knows.book, knows.world.column("post", "holder")[:, 0].tolist()
    return tuple(
        Post(
            names.entity_id(book, "post", nth + 1), names.entity_name(book, "post", nth + 1),
            names.entity_id(book, "person", holder), names.entity_name(book, "person", holder) if holder else "",
        )
        for nth, holder in enumerate(holders)
    )  # fmt: skip
