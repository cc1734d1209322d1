"""From a scenario to N worlds on their first morning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from game.content.models import Premise
from game.content.problem import did_you_mean
from game.core import chance, rowsum
from game.rulebook.book import ASK, FIRST_PERSONA, HISTORICAL, RANDOM, Rulebook
from game.rulebook.morning import DIFFICULTIES, template, ties
from game.rulebook.settings import StartError, set_by_hand
from game.world.chronicle import Chronicle
from game.world.schema import REPORT_PARTS
from game.world.state import World

DRAW = "draw"


@dataclass(frozen=True, slots=True)
class Start:
    """How a run begins.

    premises: name -> value or `draw`. sides: person, power or `all` -> policy. settings: column -> value.
    """

    premises: Mapping[str, str] = field(default_factory=dict)
    sides: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    protagonist: str = ""
    difficulty: str = "normal"
    policy: str = "mixed"


def begin(book: Rulebook, seeds: Sequence[int], start: Start | None = None) -> World:
    """Worlds of those seeds on the scenario's first morning. StartError names what is unknown."""
    start = start or Start()
    world = World(book.schema, book.sizes, len(seeds))
    world.seed = np.array(seeds, np.uint64)
    world.number = np.arange(len(seeds))
    world.chronicle = Chronicle()
    world.numbers[:] = template(book, start.protagonist, start.difficulty)[:, None]
    world.ties[:] = ties(book)[:, None]
    base = chance.turn_base(world.seed, world.date.astype(np.int64) - 1)
    _premises(book, world, start, base)
    _policies(book, world, start, base)
    for column, value in start.settings.items():
        set_by_hand(book, world, column, value)
    _report_all(book, world)
    return world


def _premises(book: Rulebook, world: World, start: Start, base: np.ndarray) -> None:
    for name in start.premises:
        if name not in book.content.premises:
            hint = did_you_mean(name, book.content.premises, "see mods/base/premises.toml")
            raise StartError(f"there is no premise {name} ({hint})")
    for name, premise in book.content.premises.items():
        row = book.schema.row("premise", name, "value")
        text = start.premises.get(name, str(premise.default))
        if text == DRAW:
            u = chance.draw(base, chance.key(f"premise/{name}"))
            world.numbers[row] = _drawn(premise, u)
        else:
            world.numbers[row] = _premise_value(premise, text)


def _drawn(premise: Premise, u: np.ndarray) -> np.ndarray:
    if premise.kind == "choice":
        shares = np.array(premise.shares or [1.0] * len(premise.values))
        return rowsum.weighted_pick(np.ascontiguousarray(np.repeat(shares[:, None], len(u), 1)), u).astype(float)
    low, high = span(premise)
    return low + np.floor(u * (high - low + 1.0))


def span(premise: Premise) -> tuple[float, float]:
    """Lowest and highest value of a premise that is a number."""
    return premise.low or 0.0, premise.high or 0.0


def _premise_value(premise: Premise, text: str) -> float:
    name = premise.id
    if premise.kind == "choice":
        values = premise.values
        if text not in values:
            raise StartError(f"premise {name} is not {text} (one of {', '.join(values)}, or draw)")
        return float(values.index(text))
    try:
        value = float(text)
    except ValueError:
        raise StartError(f"premise {name} is a number, not {text} (or draw)") from None
    low, high = span(premise)
    if not low <= value <= high:
        raise StartError(f"premise {name} lies between {low:g} and {high:g}, not at {text}")
    return value


def _policies(book: Rulebook, world: World, start: Start, base: np.ndarray) -> None:
    policy = world.column("person", "policy")
    for row in range(book.schema.seats):
        policy[row] = policy_codes(book, start.policy, row, base)
    for side, name in start.sides.items():
        for row in _seats_of(book, side):
            policy[row] = policy_codes(book, name, row, base)


def _seats_of(book: Rulebook, side: str) -> list[int]:
    people, seats = book.schema.index["person"], book.schema.seats
    if side == "all":
        return list(range(seats))
    if side in book.content.powers:
        side = book.content.powers[side].leader
    if side not in people or people[side] >= seats:
        known = [*book.schema.entities["person"][:seats], *book.content.powers, "all"]
        raise StartError(f"{side} has no seat ({did_you_mean(side, known, 'see the room of the scenario')})")
    return [people[side]]


def policy_codes(book: Rulebook, name: str, row: int, base: np.ndarray) -> np.ndarray | float:
    """Policy codes of one seat (row) in every world. base: of the chance of a turn. StartError: no such policy."""
    fixed = {"ask": ASK, "random": RANDOM, "historical": HISTORICAL}
    if name in fixed:
        return fixed[name]
    if name == "mixed":
        weights = np.repeat(book.personas.mixed[:, row : row + 1], len(base), axis=1)
        u = chance.draw(base, chance.key("policy/mixed"), book.schema.keys["person"][row])
        return FIRST_PERSONA + np.maximum(rowsum.weighted_pick(np.ascontiguousarray(weights), u), 0)
    if name not in book.personas.ids:
        known = [*fixed, "mixed", *book.personas.ids]
        raise StartError(f"there is no policy {name} ({did_you_mean(name, known, 'one of ' + ', '.join(known))})")
    return FIRST_PERSONA + book.personas.ids.index(name)


def _report_all(book: Rulebook, world: World) -> None:
    """On the first morning every figure was told as it was."""
    for (table, name), place in book.schema.places.items():
        if place.column.report and "." not in name:
            told, on, by = (book.schema.places[table, f"{name}.{part}"] for part in REPORT_PARTS)
            world.numbers[told.row : told.row + told.count] = world.numbers[place.row : place.row + place.count]
            world.numbers[on.row : on.row + on.count] = world.date
            head = book.schema.row("organ", place.column.report.organ, "head")
            world.numbers[by.row : by.row + by.count] = world.numbers[head]


__all__ = ["DIFFICULTIES", "Start", "StartError", "begin", "policy_codes"]
