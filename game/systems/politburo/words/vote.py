"""Words about votes."""

from __future__ import annotations

import numpy as np

from game.script.act import Act
from game.script.word import Word, params
from game.systems.politburo import vote
from game.world.state import Floats


def open_vote(act: Act, motion: Floats, subject: Floats | None = None) -> None:
    """`me` puts a motion to the room; the first third speak."""
    subject = np.zeros(act.n) if subject is None else subject
    vote.opened(act, motion, subject)


def press_vote(act: Act, points: Floats) -> None:
    """The proposer presses the waverers."""
    vote.pressed(act, points)


def close_vote(act: Act) -> None:
    """The rest speak, and the votes are counted."""
    vote.closed(act)


def drop_vote(act: Act) -> None:
    """The proposer withdraws the motion."""
    vote.dropped(act)


_VOTE = ("vote.motion", "vote.stage", "vote.proposer", "vote.subject", "vote.ayes", "vote.noes", "vote.sway")

WORDS: tuple[Word, ...] = (
    Word("open_vote", params("motion:enum:vote_motion", "subject:person?"), _VOTE, open_vote,
         "Puts a motion to the room: men speak by rank; after a third the proposer is asked.",
         "open_vote(committee_of_five, nobody)", "The room is asked to vote"),
    Word("press_vote", params("points:number"), ("vote.sway",), press_vote, "Presses the waverers.",
         "press_vote(10)", "The proposer presses"),
    Word("close_vote", (), (*_VOTE, "person.authority"), close_vote, "The votes are counted; losing costs 8 authority.",
         "close_vote()", "The votes are counted"),
    Word("drop_vote", (), (*_VOTE, "person.authority"), drop_vote, "The motion is withdrawn, for 2 authority.",
         "drop_vote()", "The motion is withdrawn"),
)  # fmt: skip
