"""A vote: men speak by rank; after a third of them the proposer may press, trade or withdraw; the close counts."""

from __future__ import annotations

import numpy as np

from game.core import rowsum
from game.script.act import Act
from game.systems.politburo.handy import taken
from game.systems.politburo.stance import MOST, stance
from game.world.ragged import Ints
from game.world.state import Floats

NO_VOTE, OPENED, THIRD, CARRIED, VOTE_LOST = range(5)


def opened(act: Act, motion: Floats, subject: Floats) -> None:
    """A motion is put; the first third speak, and each sways those who waver."""
    act, motion, subject = _pick(act, (motion, subject), act.get("vote", "stage") != THIRD)
    if not act.n:
        return
    for column, value in (("motion", motion), ("proposer", act.me), ("subject", subject), ("stage", float(THIRD))):
        act.put("vote", column, value)
    act.put("vote", "sway", 0.0)
    count(act, first_third=True)
    sway = (act.get("vote", "ayes") - act.get("vote", "noes")) * act.constant("vote.speaker_sways")
    act.put("vote", "sway", sway)
    act.emit("vote_third", act.me)
    act.note("vote_opened", act.me)


def count(act: Act, first_third: bool) -> None:
    """Add the ayes and noes of the first third, or of the rest, to those counted."""
    speak, lean = floor(act)
    last = (rowsum.count(speak > 0) + 2) // 3
    turn = (speak > 0) & ((speak <= last) if first_third else (speak > last))
    sway = act.get("vote", "sway") / act.constant("vote.points_a_step")
    wavers = np.abs(np.rint(lean)) <= 1.0
    voice = lean + sway * wavers
    ayes, noes = rowsum.count(turn & (voice > 0)), rowsum.count(turn & (voice <= 0))
    kept = 0.0 if first_third else 1.0
    act.put("vote", "ayes", act.get("vote", "ayes") * kept + ayes)
    act.put("vote", "noes", act.get("vote", "noes") * kept + noes)


def floor(act: Act) -> tuple[Ints, Floats]:
    """[S, n] in what order the members speak (0 = not at all), and where each stands."""
    s, n = act.world.schema.seats, act.n
    can = taken(act, "person", "member") > 0
    for column in ("alive", "free", "present"):
        can &= taken(act, "person", column)[:s] > 0
    order = rowsum.ranking(taken(act, "person", "influence")[:s], can)
    wide = Act(act.world, act.reference, np.repeat(act.worlds, s), np.repeat(act.base, s), act.label, {})
    man = np.tile(np.arange(1.0, s + 1.0), n)
    proposer, motion, subject = (np.repeat(act.get("vote", c), s) for c in ("proposer", "motion", "subject"))
    lean = stance(wide, man, proposer, motion, subject).reshape(n, s)
    return order, np.ascontiguousarray(lean.T)


def pressed(act: Act, points: Floats) -> None:
    """The proposer presses: waverers come nearer."""
    act.add("vote", "sway", points, where=act.get("vote", "stage") == THIRD)


def closed(act: Act) -> None:
    """The rest vote; a vote lost costs its proposer authority."""
    act = act.only(act.get("vote", "stage") == THIRD)
    if not act.n:
        return
    count(act, first_third=False)
    proposer = act.get("vote", "proposer")
    carried = act.get("vote", "ayes") > act.get("vote", "noes")
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
    open_ = act.get("vote", "stage") == THIRD
    motion = act.get("vote", "motion") * open_
    proposer = np.where(open_, act.get("vote", "proposer"), act.me)
    shown = np.rint(stance(act, man, proposer, motion, act.get("vote", "subject") * open_))
    act.put_tie("told", np.minimum(np.maximum(shown, -MOST), MOST), act.me, man)
    act.put_tie("heard", 1.0, act.me, man)


def _pick(act: Act, values: tuple[Floats, ...], where: Floats) -> tuple[Act, Floats, Floats]:
    keep = np.asarray(where, bool)
    first, second = (np.broadcast_to(v, (act.n,))[keep] for v in values)
    return act.only(keep), first, second
