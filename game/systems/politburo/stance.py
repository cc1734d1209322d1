"""Where a man stands: -3 against to 3 for a motion of a proposer."""

from __future__ import annotations

import numpy as np

from game.script.act import Act
from game.world.columns import ENUMS
from game.world.state import Floats

MOTIONS = ENUMS["vote_motion"]
NO_MOTION, FIVE, SEVEN, DEPOSE, RESTORE, CENSURE = range(6)
MOST = 3.0


def by_motion(act: Act, what: str, motion: Floats) -> Floats:
    """[n] the constant `vote.WHAT.MOTION`; no motion = a committee."""
    values = np.array([act.constant(f"vote.{what}.{name}") for name in (MOTIONS[FIVE], *MOTIONS[1:])])
    found: Floats = values[motion.astype(np.int64)]
    return found


def stance(act: Act, man: Floats, proposer: Floats, motion: Floats, subject: Floats) -> Floats:
    """[n] -3 to 3, not rounded: trust, debt and faction for the proposer; loyalty, fear, ambition."""
    leader = act.get("room", "leader")
    withdrawn = act.get("room", "withdrawn") > 0
    there = ~withdrawn & (act.get("person", "present", leader) > 0) & (leader != proposer)
    loyal = (act.get("person", "loyalty", man) - 50.0) / 50.0
    fear = act.get("person", "fear", man) / 100.0
    lean = -by_motion(act, "leader", motion) * loyal * MOST
    lean = lean + by_motion(act, "ambition", motion) * (act.get("person", "ambition", man) - 50.0) / 50.0
    lean = lean - by_motion(act, "present", motion) * there * (0.5 + fear)
    lean = lean + by_motion(act, "absent", motion) * withdrawn
    lean = lean + act.constant("vote.trust") * act.tie("trust", proposer, man) / 100.0
    lean = lean + act.constant("vote.debt") * act.tie("debt", proposer, man)
    lean = lean + act.constant("vote.client") * act.tie("client", proposer, man)
    kin = act.get("person", "faction", man) == act.get("person", "faction", proposer)
    lean = lean + act.constant("vote.faction") * kin
    lean = lean - act.constant("vote.subject") * act.tie("trust", subject, man) / 100.0 * (motion == CENSURE)
    against = ((motion == DEPOSE) & (man == leader)) | ((motion == CENSURE) & (man == subject))
    lean = np.where(against, -MOST, np.where(man == proposer, MOST, lean))
    result: Floats = np.minimum(np.maximum(lean, -MOST), MOST)
    return result


def report_risk(act: Act, man: Floats) -> Floats:
    """[n] chance that a man who was spoken to, and did not join, reports it."""
    risk = act.constant("risk.base") + act.constant("risk.loyalty") * (act.get("person", "loyalty", man) - 50.0)
    risk = risk + act.constant("risk.fear") * act.get("person", "fear", man)
    risk = risk - act.constant("risk.trust") * act.tie("trust", act.me, man)
    risk = risk + act.constant("risk.security") * (act.get("organ", "head", act.at("organ", "security")) == man)
    risk = risk - act.constant("risk.withdrawn") * (act.get("room", "withdrawn") > 0)
    result: Floats = np.minimum(np.maximum(risk, act.constant("risk.low")), act.constant("risk.high"))
    return result
