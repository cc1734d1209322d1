"""A vote: men speak by rank; after a third of them the proposer may press, trade or withdraw; the close counts."""

from __future__ import annotations

import numpy as np

from game.core import rowsum
from game.script.act import Act, spread
from game.systems.politburo.handy import taken
from game.systems.politburo.stance import MOST, stance
from game.world.ragged import Ints
from game.world.state import Floats

SPEAKER = ("member", "alive", "free", "present", "influence")
"""Columns of a person by which the men of the room speak, and in what order."""

NO_VOTE, OPENED, THIRD, CARRIED, VOTE_LOST = range(5)


def opened(act: Act, motion: Floats, subject: Floats) -> None:
    """A motion is put; the first third speak, and each sways those who waver."""
    act, motion, subject = _pick(act, (motion, subject), act.get("vote", "stage") != THIRD)
    if not act.n:
        return
    for column, value in (("motion", motion), ("proposer", act.me), ("subject", subject), ("stage", float(THIRD))):
        act.put("vote", column, value)
    ayes, noes = count(act, 0.0, first_third=True)
    act.put("vote", "ayes", ayes)
    act.put("vote", "noes", noes)
    act.put("vote", "sway", (ayes - noes) * act.constant("vote.speaker_sways"))
    act.emit("vote_third", act.me)
    act.note("vote_opened", act.me)


def count(act: Act, sway: Floats | float, first_third: bool) -> tuple[Floats, Floats]:
    """[n] the ayes and noes of the first third, or of the rest; sway: points added to each who wavers."""
    speak, lean = floor(act)
    last = (rowsum.count(speak > 0) + 2) // 3
    turn = (speak > 0) & ((speak <= last) if first_third else (speak > last))
    wavers = np.abs(np.rint(lean)) <= 1.0
    aye = lean + sway / act.constant("vote.points_a_step") * wavers > 0
    ayes, noes = rowsum.count(turn & aye), rowsum.count(turn & ~aye)
    return ayes.astype(np.float64), noes.astype(np.float64)


def floor(act: Act) -> tuple[Ints, Floats]:
    """[members, n] in what order the members speak (0 = not at all), and where each stands."""
    members = np.flatnonzero(np.any(taken(act, "person", "member") > 0, axis=1))
    man = members[:, None] + np.ones(act.n)
    member, alive, free, present, influence = act.get_all("person", SPEAKER, man)
    can = (member > 0) & (alive > 0) & (free > 0) & (present > 0)
    proposer, motion, subject = act.get_all("vote", ("proposer", "motion", "subject"))
    return rowsum.ranking(influence, can), stance(act, man, proposer, motion, subject)


def pressed(act: Act, points: Floats) -> None:
    """The proposer presses: waverers come nearer."""
    act.add("vote", "sway", points, where=act.get("vote", "stage") == THIRD)


def closed(act: Act) -> None:
    """The rest vote; a vote lost costs its proposer authority."""
    act = act.only(act.get("vote", "stage") == THIRD)
    if not act.n:
        return
    proposer, ayes, noes, sway = act.get_all("vote", ("proposer", "ayes", "noes", "sway"))
    more, against = count(act, sway, first_third=False)
    act.put("vote", "ayes", ayes + more)
    act.put("vote", "noes", noes + against)
    ayes, noes = act.get_all("vote", ("ayes", "noes"))
    carried = ayes > noes
    act.put("vote", "stage", np.where(carried, float(CARRIED), float(VOTE_LOST)))
    act.emit("vote_carried", proposer, where=carried)
    act.emit("vote_lost", proposer, where=~carried)
    act.add("person", "authority", -act.constant("authority.vote_lost"), proposer, where=~carried)
    act.note("vote_carried", proposer, where=carried)
    act.note("vote_lost", proposer, where=~carried)


def dropped(act: Act) -> None:
    """The proposer withdraws the motion."""
    act = act.only(act.get("vote", "stage") == THIRD)
    if not act.n:
        return
    proposer = act.get("vote", "proposer")
    act.add("person", "authority", -act.constant("authority.vote_withdrawn"), proposer)
    act.put("vote", "stage", float(NO_VOTE))
    act.put("vote", "motion", 0.0)
    act.note("vote_dropped", proposer)


def heard(act: Act, man: Floats) -> None:
    """A talk shows where a man stands: on what is before the room, else on a committee over the leader's head."""
    stage, before, mover, subject = act.get_all("vote", ("stage", "motion", "proposer", "subject"))
    open_ = stage == THIRD
    proposer = np.where(open_, mover, act.me)
    shown = np.rint(stance(act, man, proposer, before * open_, subject * open_))
    act.put_tie("told", np.minimum(np.maximum(shown, -MOST), MOST), act.me, man)
    act.put_tie("heard", 1.0, act.me, man)


def _pick(act: Act, values: tuple[Floats, ...], where: Floats) -> tuple[Act, Floats, Floats]:
    keep = np.asarray(where, bool)
    first, second = (spread(v, act.n)[keep] for v in values)
    return act.only(keep), first, second
