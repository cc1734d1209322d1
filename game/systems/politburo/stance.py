"""Where a man stands: -3 against to 3 for a motion of a proposer."""

from __future__ import annotations

import numpy as np

from game.script.act import Act
from game.world.columns import ENUMS
from game.world.desk import Reference
from game.world.state import Floats

MOTIONS = ENUMS["vote_motion"]
NO_MOTION, FIVE, SEVEN, DEPOSE, RESTORE, CENSURE = range(6)
MOST = 3.0


WEIGHED = ("leader", "ambition", "present", "absent")
"""What a motion weighs for or against: constants `vote.WHAT.MOTION`."""


def by_motion(reference: Reference) -> Floats:
    """[weighed, motion] the constants of `WEIGHED`; no motion = a committee. Built once."""
    found: Floats | None = reference.cache.get("by_motion")
    if found is None:
        names = (MOTIONS[FIVE], *MOTIONS[1:])
        found = np.array([[reference.constants[f"vote.{what}.{name}"] for name in names] for what in WEIGHED])
        reference.cache["by_motion"] = found
    return found


def stance(act: Act, man: Floats, proposer: Floats, motion: Floats, subject: Floats) -> Floats:
    """-3 to 3, not rounded: trust, debt and faction for the proposer; loyalty, fear, ambition.

    man [n] gives [n], man [k, n] gives [k, n]; the others are [n].
    """
    of_leader, of_ambition, of_present, of_absent = np.take(by_motion(act.reference), motion.astype(np.int64), axis=1)
    leader, gone = act.get_all("room", ("leader", "withdrawn"))
    withdrawn = gone > 0
    there = ~withdrawn & (act.get("person", "present", leader) > 0) & (leader != proposer)
    loyalty, fear, ambition, faction = act.get_all("person", ("loyalty", "fear", "ambition", "faction"), man)
    trust, debt, client = act.tie_all(("trust", "debt", "client"), proposer, man)
    lean = -of_leader * ((loyalty - 50.0) / 50.0) * MOST
    lean = lean + of_ambition * (ambition - 50.0) / 50.0
    lean = lean - of_present * there * (0.5 + fear / 100.0)
    lean = lean + of_absent * withdrawn
    lean = lean + act.constant("vote.trust") * trust / 100.0
    lean = lean + act.constant("vote.debt") * debt
    lean = lean + act.constant("vote.client") * client
    lean = lean + act.constant("vote.faction") * (faction == act.get("person", "faction", proposer))
    censure = motion == CENSURE
    against = (motion == DEPOSE) & (man == leader)
    if True in censure:
        lean = lean - act.constant("vote.subject") * act.tie("trust", subject, man) / 100.0 * censure
        against |= censure & (man == subject)
    lean = np.where(against, -MOST, np.where(man == proposer, MOST, lean))
    result: Floats = np.minimum(np.maximum(lean, -MOST), MOST)
    return result


def report_risk(act: Act, man: Floats) -> Floats:
    """[n] chance that a man who was spoken to, and did not join, reports it."""
    loyalty, fear = act.get_all("person", ("loyalty", "fear"), man)
    risk = act.constant("risk.base") + act.constant("risk.loyalty") * (loyalty - 50.0)
    risk = risk + act.constant("risk.fear") * fear
    risk = risk - act.constant("risk.trust") * act.tie("trust", act.me, man)
    risk = risk + act.constant("risk.security") * (act.get("organ", "head", act.at("organ", "security")) == man)
    risk = risk - act.constant("risk.withdrawn") * (act.get("room", "withdrawn") > 0)
    result: Floats = np.minimum(np.maximum(risk, act.constant("risk.low")), act.constant("risk.high"))
    return result
