"""Entities of the tables, and what systems look up: arrays fixed by the content and the scenario."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from game.content import Content
from game.content.models import Scenario
from game.core import calendar
from game.world.schema import Schema

DIRECTIONS = ("none", "north", "west", "south")
CRISES = ("leadership",)
SIDES = ("ussr", "axis", "west", "neutral")


def people_of(content: Content, scenario: Scenario) -> tuple[str, ...]:
    """Persons in row order: the room, foreign leaders, the others in play, then all the rest of the record."""
    first = people_in_play(scenario)
    return (*first, *(p for p in content.persons if p not in first))


def people_in_play(scenario: Scenario) -> tuple[str, ...]:
    """The persons who have rows: the room, foreign leaders and the others in play."""
    return tuple(dict.fromkeys([*scenario.room, *scenario.foreign, *scenario.active]))


def entities_of(content: Content, scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """Ids of each table's rows."""
    return {
        "person": people_of(content, scenario), "power": tuple(content.powers), "faction": tuple(content.factions),
        "organ": tuple(content.organs), "post": tuple(content.posts), "formation": tuple(content.formations),
        "province": tuple(content.provinces), "premise": tuple(content.premises), "flag": tuple(content.flags),
        "var": tuple(content.vars), "crisis": CRISES,
    }  # fmt: skip


def reference_tables(content: Content, scenario: Scenario, schema: Schema) -> dict[str, Any]:
    """Arrays by name; rows are 0-based, references row plus one."""
    index = schema.index
    seats = [*scenario.room, *scenario.foreign]
    return {
        "people_in_play": len(people_in_play(scenario)),
        "room": len(scenario.room),
        "protagonist": index["person"][scenario.protagonist],
        "foreign_seats": np.array([s in scenario.foreign for s in seats]),
        "absences": _absences(scenario, index["person"]),
        "organ_weight": np.array([o.weight for o in content.organs.values()], float),
        "post_organ": np.array([index["organ"].get(p.organ or "", -1) + 1 for p in content.posts.values()]),
        "post_leads": _leads(content),
        "post_rank": np.array([p.rank for p in content.posts.values()]),
        "front_rows": _front_rows(content, index["formation"]),
        "formation_soviet": np.array([f.side == "ussr" for f in content.formations.values()]),
        "premise_shares": _shares(content),
        "premise_range": np.array([(p.low or 0.0, p.high or 0.0) for p in content.premises.values()]).reshape(-1, 2),
        "province_direction": np.array([DIRECTIONS.index(p.direction or "none") for p in content.provinces.values()]),
        "province_depth": np.array([np.inf if p.depth is None else p.depth for p in content.provinces.values()], float),
        "deputies": _deputies(scenario, schema),
    }  # fmt: skip


def _shares(content: Content) -> np.ndarray:
    """[premises, values] odds of each value of a choice when drawn, 0 beyond its values and for numbers."""
    most = max((len(p.values) for p in content.premises.values()), default=0)
    out = np.zeros((len(content.premises), most))
    for row, premise in enumerate(content.premises.values()):
        out[row, : len(premise.values)] = premise.shares or [1.0] * len(premise.values)
    return out


def _absences(scenario: Scenario, person: Mapping[str, int]) -> np.ndarray:
    rows = [
        (person[a.person], calendar.to_days(a.since), calendar.to_days(a.until) + 1, i)
        for i, a in enumerate(scenario.absences)
    ]
    return np.array(rows, np.int64).reshape(len(rows), 4)


def _leads(content: Content) -> np.ndarray:
    """Whether a post's holder is its organ's head: the organ's post of highest rank."""
    best: dict[str, tuple[int, str]] = {}
    for post in content.posts.values():
        if post.organ and (post.organ not in best or post.rank < best[post.organ][0]):
            best[post.organ] = (post.rank, post.id)
    return np.array([p.organ is not None and best[p.organ][1] == p.id for p in content.posts.values()])


def _front_rows(content: Content, formation: Mapping[str, int]) -> np.ndarray:
    """[3, 2]: for north, west, south the rows of the Soviet front that carries the depth and of whom it faces."""
    rows = []
    for direction in DIRECTIONS[1:]:
        ours = [f for f in content.formations.values() if f.side == "ussr" and f.direction == direction]
        theirs = [f for f in content.formations.values() if f.side == "axis" and f.direction == direction]
        main = {"north": "northwestern_front", "west": "western_front", "south": "southwestern_front"}[direction]
        rows.append((formation[main if main in formation else ours[0].id], formation[theirs[0].id]))
    return np.array(rows, np.int64)


def _deputies(scenario: Scenario, schema: Schema) -> np.ndarray:
    """[organs, persons]: who may act for an organ's head."""
    out = np.zeros((len(schema.entities["organ"]), schema.people), bool)
    for organ in scenario.organs:
        for deputy in organ.deputies:
            out[schema.index["organ"][organ.id], schema.index["person"][deputy]] = True
    return out
