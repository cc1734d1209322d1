"""When Python looks for rubbish: not in the middle of a frame or an act, but when nothing is asked of the process."""

from __future__ import annotations

import gc
import time

YOUNG = 50_000
"""Objects made before the young ones are looked through by themselves; a round of them takes under a millisecond."""
NEVER = 1_000_000
"""Rounds before the old ones would be looked through by themselves: it takes 60 ms where a rulebook is in memory."""
PAUSE = 20.0
"""Seconds between two looks through all, when idle."""


def settle() -> None:
    """Take what there is now as what stays, and leave the old objects to `when_idle`."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, 10, NEVER)


class Idle:
    """Looks through all from time to time."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def look(self) -> bool:
        """Whether it was time, and is done."""
        if time.monotonic() - self._last < PAUSE:
            return False
        gc.collect()
        self._last = time.monotonic()
        return True
