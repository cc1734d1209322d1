"""`main.py play`: from the command line to a sitting, and out again."""

from __future__ import annotations

import os
import secrets
import sys
from argparse import Namespace
from pathlib import Path

from game.content import ContentError
from game.lab.fault import BadInput
from game.lab.run import BASE, LARGEST_SEED, pairs, whole
from game.play import choices
from game.play.campaign import Campaign
from game.play.errors import PlayError
from game.play.opening import Opening
from game.store.folder import Autosaves
from game.store.problem import SaveError
from game.ui.text.reading import play_choices
from game.ui.text.screen import Closed, Screen
from game.ui.text.session import Left, Session

FINE, CANCELLED = 0, 130
FOLDER_OF_SAVES = "RED_WEDGE_SAVES"
"""A variable of the environment that names another folder for saves."""

SEEDS = 1_000_000
"""A new game takes one of so many worlds, so that its number can be said to somebody."""


def main(given: Namespace) -> int:
    """Play in the terminal. 0: left or over; 130: interrupted. BadInput: one sentence on what cannot be."""
    screen = Screen()
    try:
        file = choices.read(Path(given.choices)) if given.choices else None
        campaign = _campaign(given, file)
        session = Session(screen, campaign, folder_of_saves())
        if file is None:
            campaign.autosaves = Autosaves(folder_of_saves())
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


def folder_of_saves() -> Path:
    """Where saves lie: beside the game."""
    return Path(os.environ.get(FOLDER_OF_SAVES) or BASE.parents[1] / "saves")


def _mods(given: Namespace) -> tuple[Path, ...]:
    mods = [Path(mod) for mod in given.mod]
    for mod in mods:
        if not mod.is_dir():
            raise BadInput(f"{mod}: there is no such folder (a mod is a folder with mod.toml)")
    return (BASE, *(mod for mod in mods if mod.resolve() != BASE))


def _campaign(given: Namespace, file: choices.Choices | None) -> Campaign:
    """The game that is asked for. What the command line leaves open, the head of a file of choices says."""
    mods = _mods(given)
    if given.load:
        return Campaign.load(Path(given.load), mods)
    head = dict(file.head) if file else {}
    head.pop("hash", None)
    said = {
        "person": given.protagonist, "premises": dict(pairs("--premise", given.premise, "NAME=VALUE")),
        "sides": dict(pairs("--side", given.side, "SEAT=POLICY")),
        "seed": whole("--seed", given.seed, 0, LARGEST_SEED) if given.seed is not None else None,
        "scenario": given.scenario if given.scenario != "dacha-1941" else None,
        "difficulty": given.difficulty if given.difficulty != "normal" else None,
    }  # fmt: skip
    head.update({key: value for key, value in said.items() if value not in (None, "", {})})
    head.setdefault("seed", secrets.randbelow(SEEDS) if sys.stdin.isatty() else 1)
    return Campaign.new(Opening(mods, **head, ironman=given.ironman))  # type: ignore[arg-type]
