"""The leader leaves the room, comes back to it, or is followed by another."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.core import rowsum
from game.script.act import Act
from game.systems.politburo.handy import IDLE, SUCCEEDED, raise_up, shift, taken
from game.world.state import Floats

Bools = NDArray[np.bool_]

MYTH = 0
"""Place of `myth` in the premise `breakdown`."""


def breakdown(act: Act) -> Floats:
    """[n] the premise: myth, hours, days, three_days."""
    return act.get("premise", "value", act.at("premise", "breakdown"))


def can_break(act: Act) -> Bools:
    """[n] the leader is the man of the portraits, and no coup put him there; under the myth he never breaks."""
    first = act.get("coup", "last_result") != SUCCEEDED
    there = (act.get("room", "withdrawn") == 0) & (act.get("room", "leader") > 0)
    may: Bools = first & there & (breakdown(act) != MYTH)
    return may


def leave(act: Act) -> None:
    """He withdraws and answers nobody."""
    act = act.only(can_break(act))
    if not act.n:
        return
    leader = act.get("room", "leader")
    act.put("room", "withdrawn", 1.0)
    act.put("room", "withdrawn_on", act.date)
    act.put("person", "present", 0.0, leader)
    act.emit("leader_withdrew", leader)
    act.note("leader_withdrew", leader)


def come_back(act: Act) -> None:
    """He comes back to work, and remembers."""
    leader = act.get("room", "leader")
    able = (act.get("person", "alive", leader) > 0) & (act.get("person", "free", leader) > 0)
    act = act.only((act.get("room", "withdrawn") > 0) & able)
    if not act.n:
        return
    leader = act.get("room", "leader")
    act.put("room", "withdrawn", 0.0)
    act.put("person", "present", 1.0, leader)
    act.add("room", "nerve", act.constant("withdrawal.nerve_gain_back"))
    led = np.zeros((act.world.schema.people, act.n), bool)
    led[: act.world.schema.seats] = taken(act, "person", "led") > 0
    shift(act, "person", "suspicion", led, act.constant("suspicion.led"))
    act.emit("leader_returned", leader)
    act.note("leader_returned", leader)


def pass_power(act: Act, heir: Floats, behind: Floats) -> None:
    """Power passes without a blow: to a man behind the portrait, or back to the man on it."""
    able = (act.get("person", "alive", heir) > 0) & (act.get("person", "free", heir) > 0)
    able &= (heir > 0) & (act.get("room", "leader") != heir)
    act, heir, behind = act.only(able), heir[able], behind[able]
    if not act.n:
        return
    act.put("room", "leader", heir)
    act.put("room", "withdrawn", 0.0)
    act.put("room", "portrait", behind)
    act.put("room", "nerve", act.constant("nerve.usual"))
    act.put("power", "head", heir, act.at("power", "ussr"))
    act.put("plot", "phase", float(IDLE), heir)
    raise_up(act, heir)
    act.emit("leader_changed", heir)
    act.note("power_passed_behind", heir, where=behind > 0)
    act.note("power_passed", heir, where=behind == 0)


def succeed(act: Act) -> None:
    """The chair is empty by arrest or death and nobody struck for it: the strongest man of the room takes it."""
    s = act.world.schema.seats
    foreign = np.asarray(act.reference.tables["foreign_seats"], bool)[:, None]
    may = (taken(act, "person", "alive")[:s] > 0) & (taken(act, "person", "free")[:s] > 0) & ~foreign
    heir = rowsum.best(taken(act, "person", "influence")[:s], may) + 1.0
    act = act.only(heir > 0)
    heir = heir[heir > 0]
    act.put("room", "leader", heir)
    act.put("room", "withdrawn", 0.0)
    act.put("room", "portrait", 0.0)
    act.put("power", "head", heir, act.at("power", "ussr"))
    act.put("room", "aura", np.minimum(act.get("room", "aura"), act.constant("aura.of_an_heir")))
    raise_up(act, np.asarray(heir, np.float64), "authority")
    act.emit("leader_changed", heir)
    act.note("leader_followed", heir)
