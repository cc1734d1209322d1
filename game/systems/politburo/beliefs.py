"""How a seat imagines what it cannot see of the room.

Samplers read public columns, reports and the seat's own rows only. `seat` is
[W], the row of the person who thinks ahead (0-based).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.systems.politburo.handy import IDLE, SOUNDING
from game.world.declare import Belief
from game.world.desk import Desk
from game.world.state import Floats


def spread(desk: Desk, table: str, column: str, middle: object, width: str) -> Floats:
    """[E, W] (or [W]) evenly round a prior, within the column's range."""
    place = desk.world.schema.places[table, column]
    single = desk.world.schema.tables[table].single
    keys = "" if single else ("plot" if place.column.extent == "room" else table)
    luck = desk.draw(f"belief.{table}.{column}", keys)
    luck = (luck if single else luck[: place.count]) * 2.0 - 1.0
    values = np.asarray(middle, np.float64) + desk.constant(width) * luck
    result: Floats = np.minimum(np.maximum(values, place.column.low), place.column.high)
    return result


def of_faction(desk: Desk, what: str) -> Floats:
    """[P, W] the prior of each man by his faction: `belief.WHAT.FACTION`."""
    priors = np.array([50.0] + [desk.constant(f"belief.{what}.{f}") for f in desk.world.schema.entities["faction"]])
    result: Floats = priors[desk.world.column("person", "faction").astype(np.int64)]
    return result


def loyalty(desk: Desk, seat: Floats) -> Floats:
    """By faction, give or take."""
    return spread(desk, "person", "loyalty", of_faction(desk, "loyalty"), "belief.width")


def suspicion(desk: Desk, seat: Floats) -> Floats:
    """Low, give or take: nobody is told."""
    return spread(desk, "person", "suspicion", desk.constant("belief.suspicion"), "belief.width")


def fear(desk: Desk, seat: Floats) -> Floats:
    """Middling, give or take."""
    return spread(desk, "person", "fear", desk.constant("belief.fear"), "belief.width")


def ambition(desk: Desk, seat: Floats) -> Floats:
    """As a man's weight in the room suggests, give or take."""
    influence = desk.world.column("person", "influence")
    return spread(desk, "person", "ambition", desk.constant("belief.ambition") + 0.2 * influence, "belief.width")


def led(desk: Desk, seat: Floats) -> Floats:
    """What was seen of others is forgotten; nobody is believed to have led."""
    return np.zeros(desk.world.column("person", "led").shape)


def file(desk: Desk, seat: Floats) -> Floats:
    """A page or two on everybody, a little more for whoever has seen signs: his own row."""
    pages = spread(desk, "person", "file", desk.constant("belief.pages"), "belief.pages")
    every = np.arange(desk.world.width)
    row = np.asarray(seat, np.int64)
    room = row < len(pages)
    signs = desk.world.column("person", "signs")[np.where(room, row, 0), every]
    pages[np.where(room, row, 0), every] = np.where(room, np.minimum(signs, 5.0), pages[0])
    return np.rint(pages)


def organ_fear(desk: Desk, seat: Floats) -> Floats:
    """Middling, give or take."""
    return spread(desk, "organ", "fear", desk.constant("belief.fear"), "belief.width")


def inspected(desk: Desk, seat: Floats) -> Floats:
    """Not lately."""
    return np.zeros(desk.world.column("organ", "inspected").shape)


def nerve(desk: Desk, seat: Floats) -> Floats:
    """Around a level; lower while he is away, which everybody knows."""
    away = desk.world.column("room", "withdrawn") > 0
    middle = desk.constant("belief.nerve") - desk.constant("belief.nerve_away") * away
    return spread(desk, "room", "nerve", middle, "belief.width")


def aura(desk: Desk, seat: Floats) -> Floats:
    """High while he is there, lower with each day that he is not."""
    days = desk.world.column("room", "vacuum_days")
    middle = desk.constant("belief.aura") - desk.constant("withdrawal.aura_a_day") * np.minimum(days, 20.0)
    return spread(desk, "room", "aura", middle, "belief.width")


def vacuum_left(desk: Desk, seat: Floats) -> Floats:
    """After a strike that won, half of the full vacuum less the days since; else none."""
    won = desk.world.column("coup", "last_result") == 1
    since = desk.world.date - desk.world.column("coup", "last_on")
    left: Floats = np.maximum(desk.constant("vacuum.full") / 2.0 - since, 0.0) * won
    return left


def premise(desk: Desk, seat: Floats) -> Floats:
    """Each premise from its shares or its range: nobody in the room knows it."""
    tables: Any = desk.reference.tables
    shares, span = np.asarray(tables["premise_shares"], np.float64), np.asarray(tables["premise_range"], np.float64)
    luck = desk.draw("belief.premise", "premise")
    reach = np.cumsum(shares, axis=1)
    choice = (reach[:, :, None] <= luck[:, None, :]).sum(axis=1, dtype=np.int64)
    known = np.maximum((shares > 0).sum(axis=1, dtype=np.int64) - 1, 0)
    number = span[:, :1] + (span[:, 1:] - span[:, :1]) * luck
    return np.where(reach[:, -1:] > 0, np.minimum(choice, known[:, None]), number)


def _plot(column: str) -> Any:
    """A sampler of a column of `plot`: the seat's own row as it is, others idle (a few are sounding men out)."""

    def sample(desk: Desk, seat: Floats) -> Floats:
        world = desk.world
        row, every = np.asarray(seat, np.int64), np.arange(world.width)
        values = np.zeros(world.column("plot", column).shape)
        if column == "phase":
            rumour = desk.draw("belief.plot", "plot") < desk.constant("belief.plotting")
            values = np.where(rumour, float(SOUNDING), float(IDLE))
        elif column == "secrecy":
            values += 100.0
        room = row < len(values)
        row = np.where(room, row, 0)
        values[row, every] = np.where(room, world.column("plot", column)[row, every], values[row, every])
        return values

    return sample


def _tie(column: str) -> Any:
    """A sampler of a column of `tie`: the seat's own row as it is where he may know it, others as a prior."""

    def sample(desk: Desk, seat: Floats) -> Any:
        world = desk.world
        own = world.schema.tie_columns[column].sight == "own"
        values = np.zeros(world.tie(column).shape, np.int8)
        if column in ("trust", "fear"):
            values += np.int8(desk.constant(f"belief.tie_{column}"))
        if own:
            row, every = np.asarray(seat, np.int64), np.arange(world.width)
            room = row < len(values)
            row = np.where(room, row, 0)
            mine = world.tie(column)[row, :, every]
            kept = values[row, :, every]
            values[row, :, every] = np.where(room[:, None], mine, kept)
        return values

    return sample


_PLOT_COLUMNS = ("phase", "route", "leader", "strength", "organs", "odds", "opened_on", "struck_on", "fails")
_TIE_COLUMNS = ("debt", "trust", "fear", "client", "bound", "heard", "told")

BELIEFS: tuple[Belief, ...] = (
    Belief("person.loyalty", loyalty, "by faction, give or take"),
    Belief("person.suspicion", suspicion, "low, give or take"),
    Belief("person.fear", fear, "middling, give or take"),
    Belief("person.ambition", ambition, "as his weight suggests, give or take"),
    Belief("person.led", led, "nobody"),
    Belief("person.file", file, "a page or two on everybody; on himself by the signs he saw"),
    Belief("organ.fear", organ_fear, "middling, give or take"),
    Belief("organ.inspected", inspected, "not lately"),
    Belief("room.nerve", nerve, "around a level, lower while he is away"),
    Belief("room.aura", aura, "high, lower with each empty day"),
    Belief("room.vacuum_left", vacuum_left, "half of the full vacuum after a strike that won, less the days since"),
    Belief("premise.value", premise, "by its shares or its range"),
    Belief("plot.secrecy", _plot("secrecy"), "well kept"),
    *(Belief(f"plot.{c}", _plot(c), "his own as it is; others idle, a few sounding men out") for c in _PLOT_COLUMNS),
    *(Belief(f"tie.{c}", _tie(c), "his own where he may know it; else a prior") for c in _TIE_COLUMNS),
)
