"""`main.py play`: from the command line to a sitting, and out again."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from game.content import ContentError
from game.lab.fault import BadInput
from game.play import choices
from game.play.campaign import Campaign
from game.play.errors import PlayError
from game.store.folder import Autosaves
from game.store.problem import SaveError
from game.ui.command_line import folder_of_saves, mods_of, opening_of
from game.ui.text.reading import play_choices
from game.ui.text.screen import Closed, Screen
from game.ui.text.session import Left, Session

FINE, CANCELLED = 0, 130


def main(given: Namespace) -> int:
    """Play in the terminal. 0: left or over; 130: interrupted. BadInput: one sentence on what cannot be."""
    screen = Screen()
    try:
        file = choices.read(Path(given.choices)) if given.choices else None
        campaign = _campaign(given, file)
        session = Session(screen, campaign, folder_of_saves())
        if file is not None:
            choices.check(file, campaign)
            return play_choices(session, file)
    except ContentError as error:
        raise BadInput(str(error)) from None
    except (PlayError, SaveError) as error:
        raise BadInput(str(error)) from None
    return sit(session)


def sit(session: Session) -> int:
    """Play until it is over, the player leaves, or there is nothing more to read; leaving saves."""
    try:
        session.play()
    except (Left, Closed):
        session.leave()
        return FINE
    except KeyboardInterrupt:
        session.leave()
        return CANCELLED
    return FINE


def _campaign(given: Namespace, file: choices.Choices | None) -> Campaign:
    """The game that is asked for. What the command line leaves open, the head of a file of choices says."""
    autosaves = Autosaves(folder_of_saves()) if file is None else None
    if given.load:
        loaded = Campaign.load(Path(given.load), mods_of(given))
        loaded.autosaves = autosaves
        return loaded
    head: dict[str, object] = dict(file.head) if file else {}
    head.pop("hash", None)
    return Campaign.new(opening_of(given, head, new_seed=sys.stdin.isatty()), autosaves=autosaves)
