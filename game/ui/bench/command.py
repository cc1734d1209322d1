"""`main.py bench --ui`: frames, start, campaign, turns, each beside its budget."""

from __future__ import annotations

import os
import sys
import tempfile
from argparse import Namespace
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import numpy as np
import pygame

from game.ui.bench import frames, turns, window
from game.ui.link.tidy import settle
from game.ui.screens.register import SCREENS
from game.ui.shots.catalogue import shots
from game.ui.shots.hand import Table
from game.ui.shots.stations import Stations

SIZE = (1600, 900)
MOST_FRAME = 12.0
"""Milliseconds of the 99th percentile."""
MOST_COLD, MOST_WARM, MOST_BEGIN, MOST_BESIDE = 6.0, 2.0, 1.0, 0.060
"""Seconds."""


def main(given: Namespace) -> int:
    """Print the figures; 0."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _start(folder)
        pygame.display.init()
        pygame.font.init()
        surface = pygame.display.set_mode(SIZE)
        stations = Stations(folder / "stations")
        settle()
        _turns(turns.measure(surface, folder, stations.book))
        _frames(Table(SIZE, 100, stations, folder, still=False, surface=surface))
    return 0


def _say(line: str = "") -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _beside(text: str, value: float, most: float, unit: str = "s") -> None:
    shown = f"{value:.2f} {unit}" if unit == "s" else f"{value:.1f} {unit}"
    _say(f"{text:<48}{shown:>12}{most:>9g} {unit}{'' if value <= most else '   OVER'}")


def _start(folder: Path) -> None:
    _say(f"{'':<48}{'took':>12}{'budget':>9}")
    home = folder / "home"
    home.mkdir()
    cold, warm = window.measure(home), window.measure(home)
    _beside("window up, nothing drawn yet", cold.frame, MOST_COLD)
    _beside("window up, pictures on the disk", warm.frame, MOST_WARM)
    _say(f"{'the same, at rest and the game warm':<48}{cold.ready:>10.2f} s{warm.ready:>10.2f} s")


def _turns(waits: turns.Waits) -> None:
    _beside("campaign begun, to its first card", waits.begin, MOST_BEGIN)
    beside = waits.beside * 1000
    _beside(
        f"{len(beside)} acts, beside the game's own time: median", float(np.median(beside)), 1000 * MOST_BESIDE, "ms"
    )
    _beside("    the worst of them", float(beside.max()), 1000 * MOST_BESIDE, "ms")
    _say(f"{'    the game alone: median':<48}{float(np.median(waits.own)) * 1000:>9.1f} ms")


def _frames(table: Table) -> None:
    _say()
    _say(f"{'frames, ms, 1600x900':<34}{'frames':>8}{'median':>9}{'99 %':>9}{'worst':>9}")
    for shot in shots(SCREENS):
        found = frames.measure(table, shot)
        if found is None:
            continue
        over = "" if found.late <= MOST_FRAME else f"   OVER {MOST_FRAME:g}"
        _say(f"{found.name:<34}{found.count:>8}{found.median:>9.1f}{found.late:>9.1f}{found.worst:>9.1f}{over}")
