"""Power changes hands: the obeying has succeeded."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.core import rowsum
from game.script.act import Act
from game.systems.politburo.board import inside
from game.systems.politburo.fall import close_plots, seize
from game.systems.politburo.handy import (
    ARREST,
    COMMITTEE,
    PORTRAIT,
    SUCCEEDED,
    WON,
    bound_to,
    change,
    raise_up,
    shift,
    taken,
)  # fmt: skip
from game.world.state import Floats

Bools = NDArray[np.bool_]

WEAK = 0
"""Place of `weak` in the premise `succession_norms`."""

ROUTES = ("committee", "committee", "committee", "portrait", "arrest")
"""In the order of the enum `plot_route`: which constants a route takes."""


def by_route(act: Act, what: str, route: Floats) -> Floats:
    """[n] the constant `new_leader.WHAT.ROUTE`."""
    cache = act.reference.cache
    if ("by_route", what) not in cache:
        cache["by_route", what] = np.array([act.constant(f"new_leader.{what}.{name}") for name in ROUTES])
    found: Floats = cache["by_route", what][route.astype(np.int64)]
    return found


def take_power(act: Act) -> None:
    """The plot of `me` has won: the man it named rules, what is left of the vacuum is set, and all take notice."""
    me = act.me
    named, old = act.get("plot", "leader", me), act.get("room", "leader")
    winner = np.where(named > 0, named, me)
    route = act.get("plot", "route", me)
    weights = np.asarray(act.reference.tables["organ_weight"], np.float64)
    within = inside(act.world, me.astype(np.int64) - 1, act.worlds)
    full = np.full((1, act.n), act.constant("vacuum.full"))
    left = rowsum.total(np.concatenate([full, within * -weights[:, None]]))
    left = np.maximum(left + act.constant("vacuum.per_fail") * act.get("plot", "fails", me), 0.0)
    act.put("room", "vacuum_left", left)
    act.put("room", "withdrawn", 0.0)
    act.put("room", "leader", winner)
    act.put("power", "head", winner, act.at("power", "ussr"))
    act.put("plot", "phase", float(WON), me)
    record(act, SUCCEEDED)
    settle_old(act, old, route)
    shake(act, route, within)
    reward(act, me, winner)
    swear_in(act, winner, bound_to(act, me))
    close_plots(act, me)
    act.emit("plot_won", me)
    act.emit("leader_changed", winner)
    for name, place in (("committee", COMMITTEE), ("portrait", PORTRAIT), ("arrest", ARREST)):
        act.note(f"plot_won_{name}", winner, where=(route == place) | ((place == COMMITTEE) & (route < COMMITTEE)))


def record(act: Act, result: int) -> None:
    """Enter how the last strike ended."""
    if not act.n:
        return
    act.put("coup", "last_result", float(result))
    act.put("coup", "last_by", act.me)
    act.put("coup", "last_route", act.get("plot", "route", act.me))
    act.put("coup", "last_on", act.date)


def settle_old(act: Act, old: Floats, route: Floats) -> None:
    """The old leader is arrested, sits in a committee, or stays on the wall."""
    arrest = route == ARREST
    if True in arrest:
        seize(act.only(arrest), old[arrest])
    act.put("room", "portrait", 1.0, where=route == PORTRAIT)
    kept = by_route(act, "old_keeps", route)
    act.put("person", "influence", act.get("person", "influence", old) * kept, old, where=~arrest)
    act.add("room", "aura", -by_route(act, "aura", route))
    act.put("room", "nerve", act.constant("nerve.usual"))


def shake(act: Act, route: Floats, within: Bools) -> None:
    """Legitimacy and loyalists fall; fronts held by fear loosen; organs outside the plot obey less."""
    act.add("power", "legitimacy", -by_route(act, "legitimacy", route), act.at("power", "ussr"))
    act.add("faction", "satisfaction", -by_route(act, "loyalists", route), act.at("faction", "loyalists"))
    fear = act.get("premise", "value", act.at("premise", "fear_holds_army")) / 100.0
    shock = -fear * by_route(act, "cohesion", route)
    soviet = np.asarray(act.reference.tables["formation_soviet"], bool)[:, None] & np.ones(act.n, bool)
    shift(act, "formation", "cohesion", soviet, shock)
    weak = act.get("premise", "value", act.at("premise", "succession_norms")) == WEAK
    loss = np.where(weak, act.constant("new_leader.obedience_weak"), act.constant("new_leader.obedience_firm"))
    shift(act, "organ", "obedience", ~within, -loss)


def reward(act: Act, me: Floats, winner: Floats) -> None:
    """Those who were in it weigh more, the other seats less; the winner weighs most."""
    members = bound_to(act, me)
    rows = np.arange(1.0, len(members) + 1.0)[:, None]
    members |= rows == me
    others = ~members & (rows <= act.world.schema.seats) & (rows != winner)
    others &= ~np.concatenate([np.asarray(act.reference.tables["foreign_seats"], bool),
                               np.zeros(len(rows) - act.world.schema.seats, bool)])[:, None]  # fmt: skip
    shift(act, "person", "influence", members, act.constant("new_leader.members_gain"))
    shift(act, "person", "influence", others, -act.constant("new_leader.others_lose"))
    raise_up(act, winner)


def swear_in(act: Act, winner: Floats, members: Bools) -> None:
    """Loyalty is to the new man now: that of his own, of his faction, and what is left over from habit."""
    loyalty = taken(act, "person", "loyalty")
    same = taken(act, "person", "faction") == act.get("person", "faction", winner)
    rows = np.arange(1.0, len(loyalty) + 1.0)[:, None]
    new = act.constant("new_leader.loyalty_kept") * loyalty + act.constant("new_leader.loyalty_base")
    new = new + act.constant("new_leader.loyalty_faction") * same + act.constant("new_leader.loyalty_members") * members
    new = np.where(rows == winner, 100.0, new)
    at, worlds = (taken(act, "person", "active") > 0).nonzero()
    change(act, "person", "loyalty", at, worlds, new[at, worlds])
    suspicion = taken(act, "person", "suspicion") * act.constant("new_leader.suspicion_kept")
    change(act, "person", "suspicion", at, worlds, suspicion[at, worlds])
