"""What the game itself reads of content and of a scenario: a mod may change it, and not take it away."""

from __future__ import annotations

from collections.abc import Iterator

from game.content import Draft, Place, Problems
from game.content.dependencies import BASE
from game.content.models import Scenario
from game.content.problem import shown
from game.rulebook.tables import DIRECTIONS, people_in_play
from game.world.schema import Schema

BY_NAME = {
    "power": ("ussr", "germany"),
    "faction": ("loyalists",),
    "organ": ("security",),
    "premise": ("breakdown", "fear_holds_army", "succession_norms"),
}
"""What systems know by its id; organs that report are added."""

REMEDY = "change it instead of removing it"


def check_needs(draft: Draft, scenario: Scenario, schema: Schema) -> None:
    """Note what systems would not find, where it is taken away, else at the scenario."""
    _check_names(draft, scenario, schema)
    _check_constants(draft)
    _check_fronts(draft, scenario)
    named = (*scenario.room, *scenario.foreign, *scenario.active)
    unsure = scenario.unsound & {"room", "foreign", "active", "playable", "posts"}
    if not unsure and all(who in draft.content.persons for who in named):
        _check_seats(scenario, draft.problems)
        _check_persons(draft, scenario)


def _check_names(draft: Draft, scenario: Scenario, schema: Schema) -> None:
    reports = {place.column.report.organ for place in schema.places.values() if place.column.report}
    for kind, names in {**BY_NAME, "organ": (*BY_NAME["organ"], *sorted(reports))}.items():
        known = schema.index[kind]
        for name in dict.fromkeys(names):
            if name not in known and name not in draft.faulty:
                place = _removed(draft, kind, name) or scenario.place
                draft.problems.add(place, f"the game itself reads the {kind} {shown(name)}", REMEDY)


def _removed(draft: Draft, kind: str, name: str) -> Place | None:
    """The place of the patch that took something away."""
    return draft.removed[kind, name].by if (kind, name) in draft.removed else None


def _check_constants(draft: Draft) -> None:
    for (kind, name), removal in draft.removed.items():
        if kind == "constant" and removal.table.place.mod == BASE and name not in draft.content.constants:
            draft.problems.add(removal.by, f"the game itself reads the constant {shown(name)}", REMEDY)


def _check_fronts(draft: Draft, scenario: Scenario) -> None:
    """Each direction has a formation of either side."""
    formations = draft.content.formations.values()
    if draft.faulty or any(formation.unsound for formation in formations):
        return  # what is left is not known
    there = {(formation.side, formation.direction) for formation in formations}
    removed = [removal for (kind, _), removal in draft.removed.items() if kind == "formation"]
    gone = {(removal.table.get("side"), removal.table.get("direction")): removal.by for removal in removed}
    for direction in DIRECTIONS[1:]:
        for side in ("ussr", "axis"):
            if (side, direction) not in there:
                message = f"no formation of the side '{side}' is left in the {direction}"
                draft.problems.add(gone.get((side, direction), scenario.place), message, "keep one, or define another")


def _check_seats(scenario: Scenario, problems: Problems) -> None:
    """Somebody leads, and who can be played has a seat."""
    leader = scenario.posts.get("general_secretary") or next(iter(scenario.room), "")
    if leader not in scenario.room:
        hint = "add him to room, or give the post general_secretary to one of it"
        problems.add(scenario.place, f"{shown(leader)} leads and is not in the room", hint)
    for who in scenario.playable:
        if who not in scenario.room and who not in scenario.foreign:
            problems.add(scenario.place, f"{shown(who)} is playable and has no seat", "add him to room or foreign")
    for tie in scenario.ties:
        if tie.seat not in scenario.room and tie.seat not in scenario.foreign:
            problems.add(tie.place, f"{shown(tie.seat)} has no seat in {scenario.id}", "add him to room or foreign")


def _check_persons(draft: Draft, scenario: Scenario) -> None:
    """Who holds something has a part in the scenario."""
    present, told = set(people_in_play(scenario)), set[tuple[Place, str | None]]()
    for place, who in _named(scenario):
        if who in draft.content.persons and who not in present and (place, who) not in told:
            told.add((place, who))
            draft.problems.add(place, f"{shown(who)} has no part in {scenario.id}", "add him to active")


def _named(scenario: Scenario) -> Iterator[tuple[Place, str | None]]:
    """Whom a scenario names beside its lists of persons, and where."""
    for holder in scenario.posts.values():
        yield scenario.place, holder
    for organ in scenario.organs:
        yield from ((organ.place, who) for who in (organ.head, *organ.deputies))
    for formation in scenario.formations:
        yield formation.place, formation.commander
    for absence in scenario.absences:
        yield absence.place, absence.person
    for tie in scenario.ties:
        yield tie.place, tie.person
