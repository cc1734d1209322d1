"""How long it takes from nothing to a first world, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
import time
a = time.perf_counter()
from game.lab.rulebooks import begin_block, open_book
from game.lab.run import Run
b = time.perf_counter()
book = open_book(Run().packs, Run().scenario)
c = time.perf_counter()
begin_block(book, Run(), 0, 1)
print(b - a, c - b, time.perf_counter() - c)
"""
PARTS = ("imports", "rulebook", "first world")


def start_up(repeats: int) -> dict[str, float]:
    """Seconds of each part and of the whole process, of the quickest of some starts."""
    return min((_once() for _ in range(repeats)), key=lambda parts: parts["whole process"])


def _once() -> dict[str, float]:
    began = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True)
    whole = time.perf_counter() - began
    return {**dict(zip(PARTS, map(float, done.stdout.split()), strict=True)), "whole process": whole}
