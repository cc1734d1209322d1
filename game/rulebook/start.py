"""From a scenario to N worlds on their first morning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from game.content.models import Premise
from game.content.problem import did_you_mean
from game.core import calendar, chance, rowsum
from game.rulebook.book import ASK, FIRST_PERSONA, HISTORICAL, RANDOM, Rulebook
from game.rulebook.tables import SIDES
from game.script.compile import Compiler
from game.script.evaluate import Evaluator
from game.script.grammar import ScriptError
from game.script.names import Scope
from game.world.chronicle import Chronicle
from game.world.schema import REPORT_PARTS
from game.world.state import Floats, World

DRAW = "draw"
DIFFICULTIES = ("easy", "normal", "hard")


class StartError(ValueError):
    """A premise, side, setting or person that does not exist: one sentence with what there is instead."""


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
    world.numbers[:] = _template(book, start)[:, None]
    world.ties[:] = _ties(book)[:, None]
    base = chance.turn_base(world.seed, world.date.astype(np.int64) - 1)
    _premises(book, world, start, base)
    _policies(book, world, start, base)
    for column, value in start.settings.items():
        _set(book, world, column, value)
    _report_all(book, world)
    return world


# the same for every world ---------------------------------------------------------------------------------------


def _template(book: Rulebook, start: Start) -> Floats:
    """[rows]: the first morning before premises and policies."""
    one = World(book.schema, book.sizes, 1)
    for place in book.schema.places.values():
        one.numbers[place.row : place.row + place.count] = place.column.start
    for (table, column), place in book.schema.places.items():
        if "." in column:
            one.numbers[place.row : place.row + place.count] = 0.0
        del table
    day = calendar.to_days(book.scenario.starts)
    for column, value in (("date", day), ("dt", 1), ("year", calendar.year(day)), ("month", calendar.month(day))):
        one.column("clock", column)[:] = value
    _people(book, one, day)
    _state(book, one)
    _protagonist(book, one, start)
    for setting in book.scenario.sets:
        _set(book, one, setting.column, setting.value.text)
    _difficulty(book, one, start)
    one.numbers[0] = 0.0
    return one.numbers[:, 0].copy()


def _people(book: Rulebook, one: World, day: int) -> None:
    index, people = book.schema.index, book.schema.entities["person"][: book.schema.people]
    columns = {c: one.column("person", c)[:, 0] for t, c in book.schema.places if t == "person"}
    for row, name in enumerate(people):
        person = book.content.persons[name]
        alive = calendar.to_days(person.born) <= day and not (person.died and calendar.to_days(person.died) <= day)
        columns["alive"][row] = alive
        columns["active"][row] = alive
        columns["present"][row] = alive and person.power == "ussr"
        columns["faction"][row] = index["faction"].get(person.faction or "", -1) + 1
        columns["patron"][row] = index["person"].get(person.patron or "", -1) + 1
        for skill in ("politics", "war", "industry", "science"):
            columns[skill][row] = getattr(person, skill)
        for trait in ("ambition", "loyalty", "fear", "health", "influence"):
            value = getattr(person, trait)
            columns[trait][row] = value if value is not None else (0.0 if trait == "influence" else columns[trait][row])


def _state(book: Rulebook, one: World) -> None:
    content, index = book.content, book.schema.index
    for name, power in content.powers.items():
        one.column("power", "head")[index["power"][name]] = index["person"].get(power.leader, -1) + 1
    for name, faction in content.factions.items():
        one.column("faction", "strength")[index["faction"][name]] = faction.strength
        one.column("faction", "satisfaction")[index["faction"][name]] = faction.satisfaction
    for name, province in content.provinces.items():
        side = "ussr" if province.owner_1941 == "SOV" else "axis"
        one.column("province", "holder")[index["province"][name]] = SIDES.index(side)
    for var in content.vars.values():
        one.column("var", "value")[index["var"][var.id]] = var.start
    _posts(book, one)
    _commands(book, one)
    leader = book.scenario.posts.get("general_secretary") or book.scenario.room[0]
    one.column("room", "leader")[:] = index["person"][leader] + 1
    one.column("crisis", "active")[index["crisis"]["leadership"]] = 1.0
    one.column("crisis", "until")[index["crisis"]["leadership"]] = calendar.to_days(book.scenario.until)


def _posts(book: Rulebook, one: World) -> None:
    """Holders of posts, and of each person the highest that he holds."""
    index = book.schema.index
    rank = [post.rank for post in book.content.posts.values()]
    highest: dict[str, int] = {}
    for post, person in book.scenario.posts.items():
        at = index["post"][post]
        one.column("post", "holder")[at] = index["person"][person] + 1
        if person not in highest or rank[at] < rank[highest[person]]:
            highest[person] = at
    for person, at in highest.items():
        one.column("person", "post")[index["person"][person]] = at + 1


def _commands(book: Rulebook, one: World) -> None:
    """Heads of organs and commanders of formations, and what they command."""
    index = book.schema.index
    for organ in book.scenario.organs:
        row = index["organ"][organ.id]
        one.column("organ", "head")[row] = index["person"].get(organ.head or "", -1) + 1
        for column in ("readiness", "obedience", "fear"):
            one.column("organ", column)[row] = getattr(organ, column)
    for formation in book.scenario.formations:
        row = index["formation"][formation.id]
        one.column("formation", "commander")[row] = index["person"].get(formation.commander or "", -1) + 1
        for column in ("men", "tanks", "depth", "pace"):
            one.column("formation", column)[row] = getattr(formation, column)


def _protagonist(book: Rulebook, one: World, start: Start) -> None:
    who = start.protagonist or book.scenario.protagonist
    row = book.schema.index["person"].get(who, -1)
    if who not in book.scenario.playable:
        hint = did_you_mean(who, book.scenario.playable, "one of " + ", ".join(book.scenario.playable))
        raise StartError(f"{who} is nobody whom you can play in {book.scenario.id} ({hint})")
    constant = book.reference.constants
    one.column("person", "hands")[:] = constant.get("hands.other", 1.0)
    one.column("person", "hands")[row] = constant.get("hands.player", 3.0)
    one.column("person", "authority")[:] = constant.get("authority.start", 30.0)
    one.column("clock", "protagonist")[:] = row + 1


def _difficulty(book: Rulebook, one: World, start: Start) -> None:
    """Difficulty bends reports and the skill of rivals, never the rules."""
    if start.difficulty not in DIFFICULTIES:
        raise StartError(f"there is no difficulty {start.difficulty} (one of {', '.join(DIFFICULTIES)})")
    if start.difficulty == "normal":
        return
    fear, hands = one.column("organ", "fear"), one.column("person", "authority")
    fear += book.reference.constants[f"difficulty.{start.difficulty}.fear"]
    rivals = np.ones(len(hands), bool)
    rivals[int(one.column("clock", "protagonist")[0]) - 1] = False
    hands[rivals] += book.reference.constants[f"difficulty.{start.difficulty}.rivals"]
    np.clip(fear, 0, 100, out=fear)
    np.clip(hands, 0, 100, out=hands)


def _ties(book: Rulebook) -> np.ndarray:
    """[tie rows] int8.

    In a scenario's tie, trust and fear are the seat's towards the person; where the person has said nothing of the
    seat himself, trust is taken as mutual.
    """
    schema, index = book.schema, book.schema.index["person"]
    out = np.zeros(schema.tie_rows, np.int8)
    size, shape = schema.seats * schema.people, (schema.seats, schema.people)
    view = {column: out[row : row + size].reshape(shape) for column, row in schema.ties.items()}
    said = {(t.seat, t.person) for t in book.scenario.ties}
    for tie in book.scenario.ties:
        seat, person = index[tie.seat], index[tie.person]
        view["debt"][seat, person] = int(tie.debt)
        view["client"][seat, person] = int(tie.client)
        if person < schema.seats:
            view["trust"][person, seat] = int(tie.trust)
            view["fear"][person, seat] = int(tie.fear)
        if (tie.person, tie.seat) not in said:
            view["trust"][seat, person] = int(tie.trust)
    return out


# what differs between worlds ------------------------------------------------------------------------------------


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
        policy[row] = _codes(book, start.policy, row, base)
    for side, name in start.sides.items():
        for row in _seats_of(book, side):
            policy[row] = _codes(book, name, row, base)


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


def _codes(book: Rulebook, name: str, row: int, base: np.ndarray) -> np.ndarray | float:
    """Policy codes of one seat in every world."""
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


def _set(book: Rulebook, world: World, column: str, text: str) -> None:
    """`table.entity.column = value` in every world; the value is a constant expression."""
    try:
        target = Compiler(book.vocabulary, Scope(), stored=True).root(column)
        kind = book.graph.types[target]
        value = Compiler(book.vocabulary, Scope()).root(text, kind)
    except ScriptError as error:
        raise StartError(f"{column} = {text}: {error.message}" + (f" ({error.hint})" if error.hint else "")) from None
    node = book.graph.nodes[target]
    if node[0] == "ne":  # a yes/no column read as a condition
        node = book.graph.nodes[int(node[1])]
    if node[0] != "row":
        raise StartError(f"{column} is not one column of one entity (write table.entity.column)")
    spec = next(p.column for p in book.schema.places.values() if p.row <= int(node[1]) < p.row + p.count)
    number = Evaluator(book.graph, world, np.arange(world.width))(value).astype(float)
    world.numbers[int(node[1])] = np.minimum(np.maximum(number, spec.low), spec.high)


def _report_all(book: Rulebook, world: World) -> None:
    """On the first morning every figure was told as it was."""
    for (table, name), place in book.schema.places.items():
        if place.column.report and "." not in name:
            told, on, by = (book.schema.places[table, f"{name}.{part}"] for part in REPORT_PARTS)
            world.numbers[told.row : told.row + told.count] = world.numbers[place.row : place.row + place.count]
            world.numbers[on.row : on.row + on.count] = world.date
            head = book.schema.row("organ", place.column.report.organ, "head")
            world.numbers[by.row : by.row + by.count] = world.numbers[head]


__all__ = ["DIFFICULTIES", "Start", "StartError", "begin"]
