"""How long it takes from the command to the window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from game.lab.run import BASE
from game.ui.app.witness import WITNESS

PATIENCE = 60.0
"""Seconds."""

PUT_BY = 1.0
"""Seconds in which the window, at rest, puts its pictures on the disk."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Seconds. frame: until the window shows its first frame; ready: until it is at rest and the game is warm."""

    frame: float
    ready: float


def measure(home: Path) -> Opened:
    """Open the window once, with the caches of a home folder, and close it."""
    told = home / "witness.jsonl"
    told.unlink(missing_ok=True)
    places = {name: str(home / name.lower()) for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "RED_WEDGE_SAVES")}
    around = {**os.environ, **places, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", WITNESS: str(told)}
    began = time.time()
    game = subprocess.Popen([sys.executable, "main.py"], cwd=BASE.parents[1], env=around, stderr=subprocess.DEVNULL)
    try:
        first = _line(told, 1)
        ready = _line(told, 2)
        time.sleep(PUT_BY)
    finally:
        game.terminate()
        game.wait(PATIENCE)
    return Opened(first - began, ready - began)


def _line(told: Path, count: int) -> float:
    """When so many lines had been told; infinite where they never are."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
        if len(lines) >= count:
            return float(json.loads(lines[count - 1])["at"])
        time.sleep(0.005)
    return float("inf")
