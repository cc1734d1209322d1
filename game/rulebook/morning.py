"""The first morning of a scenario, the same for every world: persons, posts, organs, fronts, ties."""

from __future__ import annotations

import numpy as np

from game.content.problem import did_you_mean, shown
from game.core import calendar
from game.rulebook.book import Rulebook
from game.rulebook.settings import StartError, set_column
from game.rulebook.tables import SIDES
from game.world.state import Floats, World

DIFFICULTIES = ("easy", "normal", "hard")


def template(book: Rulebook, protagonist: str, difficulty: str) -> Floats:
    """[rows]: the first morning before premises and policies. StartError: nobody can play that person, or so."""
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
    _protagonist(book, one, protagonist or book.scenario.protagonist)
    for setting in book.scenario.sets:
        set_column(book, one, setting.column, setting.value.text)
    _difficulty(book, one, difficulty)
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


def _protagonist(book: Rulebook, one: World, who: str) -> None:
    row = book.schema.index["person"].get(who, -1)
    if who not in book.scenario.playable:
        hint = did_you_mean(who, book.scenario.playable, "one of " + ", ".join(book.scenario.playable))
        raise StartError(f"you cannot play {shown(who)} in {book.scenario.id} ({hint})")
    constant = book.reference.constants
    one.column("person", "hands")[:] = constant["hands.other"]
    one.column("person", "hands")[row] = constant["hands.player"]
    one.column("person", "authority")[:] = constant["authority.start"]
    one.column("clock", "protagonist")[:] = row + 1


def _difficulty(book: Rulebook, one: World, difficulty: str) -> None:
    """Difficulty bends reports and the skill of rivals, never the rules."""
    if difficulty not in DIFFICULTIES:
        raise StartError(f"there is no difficulty {difficulty} (one of {', '.join(DIFFICULTIES)})")
    if difficulty == "normal":
        return
    fear, hands = one.column("organ", "fear"), one.column("person", "authority")
    fear += book.reference.constants[f"difficulty.{difficulty}.fear"]
    rivals = np.ones(len(hands), bool)
    rivals[int(one.column("clock", "protagonist")[0]) - 1] = False
    hands[rivals] += book.reference.constants[f"difficulty.{difficulty}.rivals"]
    np.clip(fear, 0, 100, out=fear)
    np.clip(hands, 0, 100, out=hands)


def ties(book: Rulebook) -> np.ndarray:
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
