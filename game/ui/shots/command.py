"""`main.py shots DIR`: pictures of every screen from a scripted campaign, and what is wrong with them."""

from __future__ import annotations

import os
import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.lab.fault import BadInput
from game.lab.run import whole
from game.ui.kit.findings import Finding, check
from game.ui.screens.register import SCREENS
from game.ui.shots.catalogue import Shot, chosen, shots
from game.ui.shots.hand import Table
from game.ui.shots.pressing import Presses
from game.ui.shots.stations import Stations

FINE, NO = 0, 1
LEAST, MOST = 400, 8000
"""Pixels of a side."""


def main(given: Namespace) -> int:
    """Write the pictures and print what is wrong. 0: nothing. BadInput: size, scale, name or folder will not do."""
    size, percent = size_of(given.size), whole("--scale", given.scale, 50, 300)
    wanted = list(chosen(shots(SCREENS), given.only or ""))
    if not wanted:
        names = ", ".join(shot.name for shot in shots(SCREENS))
        raise BadInput(f"--only {given.only}: there is no such picture (there is {names})")
    pygame.display.init()
    pygame.font.init()
    out = Path(given.folder)
    out.mkdir(parents=True, exist_ok=True)
    found = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        table = Table(size, percent, Stations(folder / "stations"), folder)
        presses = None if given.no_presses else Presses(table)
        for shot in wanted:
            findings = list(_of(table, shot, out, presses))
            found += len(findings)
            _say(f"{shot.name}: {'fine' if not findings else len(findings)}")
            for finding in findings:
                _say(f"    {finding}")
    _say(f"{len(wanted)} pictures, {found} findings, at {size[0]}x{size[1]}, {percent} %.")
    return NO if found else FINE


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def size_of(text: str) -> tuple[int, int]:
    """WxH in pixels. BadInput."""
    wide, _, high = text.lower().partition("x")
    if not (wide.isdigit() and high.isdigit() and LEAST <= int(wide) <= MOST and LEAST <= int(high) <= MOST):
        raise BadInput(f"--size {text}: it is WIDTHxHEIGHT in pixels, {LEAST} to {MOST} each, as 1600x900")
    return int(wide), int(high)


def _of(table: Table, shot: Shot, out: Path, presses: Presses | None) -> Iterator[Finding]:
    """Bring a state up, write its picture, check it."""
    hand = table.hand(shot.station)
    if shot.bring(hand) is False:
        yield Finding("missing", shot.screen, "what the picture is to show is not there")
        return
    pygame.image.save(hand.stage.ui.surface, out / f"{shot.name.replace(' ', '-')}.png")
    yield from check(hand.stage.ui)
    if presses is not None:
        yield from presses.of(shot)
