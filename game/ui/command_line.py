"""What the command line asks for, the same for text play and the window: mods, saves, and how a campaign begins."""

from __future__ import annotations

import os
import secrets
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from game.lab.fault import BadInput
from game.lab.run import BASE, LARGEST_SEED, pairs, whole
from game.play.opening import Opening

FOLDER_OF_SAVES = "RED_WEDGE_SAVES"
"""A variable of the environment that names another folder for saves."""

SEEDS = 1_000_000
"""A new game takes one of so many worlds, so that its number can be said to somebody."""


def folder_of_saves() -> Path:
    """Where saves lie: beside the game."""
    return Path(os.environ.get(FOLDER_OF_SAVES) or BASE.parents[1] / "saves")


def mods_of(given: Namespace) -> tuple[Path, ...]:
    """The base game and the mods that are named. BadInput: there is no such folder."""
    mods = [Path(mod) for mod in given.mod]
    for mod in mods:
        if not mod.is_dir():
            raise BadInput(f"{mod}: there is no such folder (a mod is a folder with mod.toml)")
    return (BASE, *(mod for mod in mods if mod.resolve() != BASE))


def asked_for(given: Namespace) -> dict[str, object]:
    """What the command line says of a new campaign; what it leaves open is left out."""
    said = {
        "person": given.protagonist, "premises": dict(pairs("--premise", given.premise, "NAME=VALUE")),
        "sides": dict(pairs("--side", given.side, "SEAT=POLICY")),
        "seed": whole("--seed", given.seed, 0, LARGEST_SEED) if given.seed is not None else None,
        "scenario": given.scenario if given.scenario != "dacha-1941" else None,
        "difficulty": given.difficulty if given.difficulty != "normal" else None,
    }  # fmt: skip
    return {key: value for key, value in said.items() if value not in (None, "", {})}


def opening_of(given: Namespace, head: Mapping[str, object], new_seed: bool) -> Opening:
    """The campaign to begin. head: what a file of choices says. new_seed: where none is named, any; else 1."""
    said = {**head, **asked_for(given)}
    said.setdefault("seed", secrets.randbelow(SEEDS) if new_seed else 1)
    return Opening(mods_of(given), **said, ironman=given.ironman)  # type: ignore[arg-type]
