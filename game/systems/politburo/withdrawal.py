"""The leader's withdrawal as a hazard, and what an empty centre costs day by day."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.core import rowsum
from game.core.exact import share
from game.systems.politburo import leader
from game.systems.politburo.handy import MAN, OBEYING, SUCCEEDED, act_of, in_play
from game.world.declare import Phase
from game.world.desk import Desk
from game.world.state import Floats

Bools = NDArray[np.bool_]

KINDS = ("myth", "hours", "days", "three_days")
"""Values of the premise `breakdown`."""


def by_breakdown(desk: Desk, what: str) -> Floats:
    """[W] the constant `withdrawal.KIND_WHAT` by each world's premise; 0 under the myth."""
    values = np.array([0.0] + [desk.constant(f"withdrawal.{kind}_{what}") for kind in KINDS[1:]])
    kind = desk.premise.value[desk.at("premise", "breakdown")].astype(np.int64)
    found: Floats = values[np.minimum(np.maximum(kind, 0), len(KINDS) - 1)]
    return found


def withdrawal(desk: Desk) -> None:
    """He may break when his nerve is low, comes back when his days are over, and is followed when he has fallen."""
    begin(desk)
    end(desk)
    follow(desk)


def begin(desk: Desk) -> None:
    """A hazard for each point of nerve below the threshold, from the earliest day of the premise; once in a world."""
    room, dt = desk.room, desk.clock.dt
    kind = desk.premise.value[desk.at("premise", "breakdown")]
    threshold = np.where(kind == len(KINDS) - 1, desk.constant("withdrawal.nerve_threshold_three_days"),
                         desk.constant("withdrawal.nerve_threshold"))  # fmt: skip
    low = np.maximum(threshold - room.nerve, 0.0)
    acute = desk.crisis.active[desk.at("crisis", "leadership")] > 0
    may = acute & (low > 0) & (room.withdrawn_on == 0) & (room.leader > 0) & (desk.coup.last_result != SUCCEEDED)
    if not may.any():
        return
    day = desk.clock.date - desk.constant("front.war_began")
    first = np.where(kind == len(KINDS) - 1, desk.constant("withdrawal.earliest_three_days"),
                     desk.constant("withdrawal.earliest"))  # fmt: skip
    rate = np.minimum(low * desk.constant("withdrawal.hazard_per_point"), desk.constant("withdrawal.hazard_most"))
    begins = may & (kind != 0) & (day >= first) & (desk.draw("begins") < rate * dt)
    if begins.any():
        leader.leave(act_of(desk, np.flatnonzero(begins)))


def end(desk: Desk) -> None:
    """His days are spread evenly from the premise's fewest to its most."""
    room, dt = desk.room, desk.clock.dt
    gone = (room.withdrawn > 0) & (desk.clock.date > room.withdrawn_on)
    if not gone.any():
        return
    days = desk.clock.date - room.withdrawn_on
    left = np.maximum(by_breakdown(desk, "high") - days, 0.0)
    odds = (dt / (left + dt)) * (days >= by_breakdown(desk, "low"))
    back = gone & ~fallen(desk) & (desk.draw("returns") < odds)
    if back.any():
        leader.come_back(act_of(desk, np.flatnonzero(back)))


def fallen(desk: Desk) -> Bools:
    """[W] the leader is dead or under arrest, or there is none."""
    row = desk.room.leader.astype(np.int64)
    at = np.maximum(row - 1, 0), np.arange(desk.W)
    gone: Bools = (row == 0) | (desk.person.alive[at] == 0) | (desk.person.free[at] == 0)
    return gone


def follow(desk: Desk) -> None:
    """A fallen leader's chair is empty at once, and after some days the strongest man's, if no plot has struck."""
    down = fallen(desk)
    if not down.any():
        return
    room = desk.room
    new = down & (room.withdrawn == 0)
    room.withdrawn[:] = np.where(new, 1.0, room.withdrawn)
    room.withdrawn_on[:] = np.where(new, desk.clock.date, room.withdrawn_on)
    striking = rowsum.count((desk.plot.phase >= MAN) & (desk.plot.phase <= OBEYING)) > 0
    waited = desk.clock.date - room.withdrawn_on >= desk.constant("withdrawal.heir_after")
    takes = np.flatnonzero(down & waited & ~striking)
    if len(takes):
        leader.succeed(act_of(desk, takes))


def vacuum(desk: Desk) -> None:
    """Count the empty days; the aura fades in absence; nerve follows what he is told; organs obey by what is left."""
    room, dt = desk.room, desk.clock.dt
    gone = room.withdrawn > 0
    empty = np.where(gone, dt, np.minimum(dt, room.vacuum_left))
    room.vacuum_days[:] = np.minimum(room.vacuum_days + empty, 400.0)
    room.vacuum_left[:] = np.maximum(room.vacuum_left - dt, 0.0)
    new = desk.coup.last_result == SUCCEEDED
    usual = np.where(new & (room.portrait == 0), desk.constant("aura.new"), desk.constant("aura.usual"))
    back = (usual - room.aura) * share(dt, desk.constant("aura.days"))
    room.aura[:] = np.maximum(room.aura + np.where(gone, -desk.constant("withdrawal.aura_a_day") * dt, back), 0.0)
    ussr = desk.at("power", "ussr")
    firm = desk.power.stability[ussr] - desk.constant("withdrawal.stability_a_day") * empty
    desk.power.stability[ussr] = np.maximum(firm, 0.0)
    told(desk)
    obey(desk, empty > 0)
    if gone.any():
        k = in_play(desk.reference)
        away = gone * dt * desk.constant("mood.loyalty_fades")
        desk.person.loyalty[:k] = np.maximum(desk.person.loyalty[:k] - away, 0.0)


def told(desk: Desk) -> None:
    """The leader's nerve moves to a level set by the ground that he is told is lost."""
    room = desk.room
    soviet = np.asarray(desk.reference.tables["front_rows"])[:, 0]
    km = rowsum.total(desk.formation.depth_reported[soviet]) / len(soviet)
    km = np.minimum(km, desk.constant("nerve.most_km"))
    level = desk.constant("nerve.usual") - km * desk.constant("nerve.per_km")
    room.nerve[:] += (level - room.nerve) * share(desk.clock.dt, desk.constant("nerve.days"))


def obey(desk: Desk, empty: Floats) -> None:
    """Obedience, readiness, initiative and fear of the organs go to their levels."""
    organ, room = desk.organ, desk.room
    ussr = desk.at("power", "ussr")
    level = desk.constant("obedience.base") + desk.constant("obedience.aura") * room.aura
    level = level + desk.constant("obedience.legitimacy") * desk.power.legitimacy[ussr]
    level = np.minimum(level - desk.constant("obedience.vacuum") * empty, 100.0)
    organ.obedience[:] += (level - organ.obedience) * share(desk.clock.dt, desk.constant("obedience.days"))
    ready = desk.constant("readiness.usual") - desk.constant("readiness.vacant") * (organ.head == 0)
    ready = ready - desk.constant("readiness.vacuum") * empty
    organ.readiness[:] += (ready - organ.readiness) * share(desk.clock.dt, desk.constant("readiness.days"))
    for column, what in ((organ.initiative, "initiative"), (organ.fear, "organ_fear")):
        column += (desk.constant(f"{what}.usual") - column) * share(desk.clock.dt, desk.constant(f"{what}.days"))


WITHDRAWAL = Phase(
    "politburo.withdrawal",
    withdrawal,
    reads=(
        "clock.date", "clock.dt", "crisis.active", "premise.value", "coup.last_result", "plot.phase", "person.alive",
        "person.free", "person.influence", "person.led",
    ),
    writes=(
        "room.withdrawn", "room.withdrawn_on", "room.nerve", "room.leader", "room.portrait", "room.aura",
        "person.present", "person.suspicion", "person.authority", "power.head",
    ),
    doc="He may break when his nerve is low, comes back by the premise, and is followed when he has fallen.",
    budget=0.4,
)  # fmt: skip

VACUUM = Phase(
    "politburo.vacuum",
    vacuum,
    reads=(
        "clock.date", "clock.dt", "room.withdrawn", "room.portrait", "coup.last_result", "formation.depth.reported",
        "power.legitimacy", "organ.head",
    ),
    writes=(
        "room.vacuum_days", "room.vacuum_left", "room.aura", "room.nerve", "organ.obedience", "organ.readiness",
        "organ.initiative", "organ.fear", "person.loyalty", "power.stability",
    ),
    doc="Empty days are counted; aura, nerve and obedience move.",
    budget=0.5,
)  # fmt: skip
