"""The front as a seat knows it: who commands where and what is reported of him, how far each direction has come."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.block import Block
from game.knowledge.known import known
from game.views import names
from game.views.told import Figure, figure_of

FIGURES = ("depth", "men", "tanks", "entrenchment")
"""What is told of a formation."""

WEIGHT, NOISE = "report.fear_weight", "report.noise"
"""Constants: how far fear and chance may bend a report."""


@dataclass(frozen=True, slots=True)
class Formation:
    """A front or an army group. commander: a person's id, empty for nobody. figures: as they were told, ground first.

    facing: the army group that it faces, or the front that an army group faces; leads: its ground is its direction's.
    """

    id: str
    name: str
    side: str
    direction: str
    leads: bool
    commander: str
    commander_name: str
    faction: str
    stance: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Town:
    """A town on a direction: km from the border of 22 June."""

    id: str
    name: str
    km: float


@dataclass(frozen=True, slots=True)
class Direction:
    """A line of advance. told: ground lost on it. low, high: what it may be if fear has bent the report, km.

    before: the next town that the told line has not reached; behind: the last that it has.
    """

    id: str
    front: str
    told: Figure
    low: float
    high: float
    before: Town | None
    behind: Town | None


@dataclass(frozen=True, slots=True)
class Front:
    """formations: own ones first, as content lists them. directions: from north to south.

    orders: (lever, argument) of those that are given to a front.
    """

    formations: tuple[Formation, ...]
    directions: tuple[Direction, ...]
    orders: tuple[tuple[str, str], ...]


def front(block: Block, seat: int) -> Front:
    """The front of a seat (row plus one) in a block of one world."""
    knows = known(block, seat)
    leading = [ours + 1 for ours, _ in knows.book.reference.tables["front_rows"].tolist()]
    count = knows.book.schema.places["formation", "depth"].count
    found = [_formation(knows, entity, entity in leading) for entity in range(1, count + 1)]
    found.sort(key=lambda formation: formation.side != "ussr")
    orders = tuple(
        (lever.id, argument.name) for lever in knows.book.levers for argument in lever.arguments
        if (argument.type.kind, argument.type.of) == ("entity", "formation")
    )  # fmt: skip
    return Front(tuple(found), tuple(_direction(knows, entity) for entity in leading), orders)


def _formation(knows: Block, entity: int, leads: bool) -> Formation:
    book = knows.book
    source = book.content.formations[names.entity_id(book, "formation", entity)]
    place = book.schema.places["formation", "commander"]
    person = float(knows.world.numbers[place.row + entity - 1, 0])
    man = book.content.persons.get(names.entity_id(book, "person", person))
    told = tuple(figure_of(knows, "formation", column, entity) for column in FIGURES)
    return Formation(
        source.id, source.name, source.side, source.direction, leads, names.entity_id(book, "person", person),
        names.entity_name(book, "person", person) if person else "", (man.faction or "") if man else "",
        figure_of(knows, "formation", "stance", entity).text, told,
    )  # fmt: skip


def _direction(knows: Block, entity: int) -> Direction:
    """Ground lost on a direction, and how much it may be: a report may leave out what fear can bend it by."""
    book = knows.book
    source = book.content.formations[names.entity_id(book, "formation", entity)]
    told = figure_of(knows, "formation", "depth", entity)
    report = book.schema.places["formation", "depth"].column.report
    stake = report.stake if report else 0.0
    bent = book.reference.constants[WEIGHT] * stake + book.reference.constants[NOISE]
    towns = sorted(
        (Town(p.id, p.name, float(p.depth)) for p in book.content.provinces.values()
         if p.direction == source.direction and p.depth is not None),
        key=lambda town: town.km,
    )  # fmt: skip
    before = next((town for town in towns if town.km > told.value), None)
    behind = next((town for town in reversed(towns) if town.km <= told.value), None)
    return Direction(source.direction, source.id, told, told.value, told.value * (1 + bent), before, behind)
