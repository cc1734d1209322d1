"""The words every game has: schedule, signal, log, modify."""

from __future__ import annotations

import numpy as np

from game.script.act import Act
from game.script.word import Word, params
from game.world.chronicle import Kind, encode
from game.world.state import Floats

LAST_DAY = 80000.0
"""The latest date that a column of dates holds (2119)."""


def schedule(act: Act, event: int, days: Floats, entity: Floats) -> None:
    """The event comes `days` from today; 0 = in the next round of this turn."""
    due = np.minimum(act.date + np.maximum(days, 0.0), LAST_DAY)
    act.world.scheduled.append(act.worlds, due.astype(np.int64), event, entity.astype(np.int64), 0, 0)


def signal(act: Act, code: int, entity: Floats) -> None:
    """Events that listen to the signal are asked in the next round."""
    act.world.signals.append(act.worlds, code, entity.astype(np.int64))


def log(act: Act, text: int) -> None:
    """A line of the chronicle and the telegraph."""
    if act.world.chronicle is not None:
        numbers = act.world.number[act.worlds]
        act.world.chronicle.write(encode(Kind.TEXT, text), numbers, act.date, 0, act.me)


def modify(act: Act, target: tuple[str, str, object], delta: Floats, days: Floats) -> None:
    """A timed modifier: it is added when the column is read, for so many days, and never stored into it."""
    rows = act.rows(target[0], f"{target[1]}.laid_over", target[2])
    until = np.minimum(act.date + np.maximum(days, 0.0), LAST_DAY).astype(np.int64)
    thousandths = np.rint(delta * 1000.0).astype(np.int64)
    act.world.modifiers.append(act.worlds, rows, thousandths, until)
    act.world.numbers[rows, act.worlds] += thousandths / 1000.0
    act.world.numbers[0] = 0.0


WORDS: tuple[Word, ...] = (
    Word("schedule", params("event:event", "days:number", "entity:entity?"), (), schedule,
         "The event comes after so many days; 0 = in the next round of this turn.", "schedule(dacha.delegation, 2)"),
    Word("signal", params("name:signal", "entity:entity?"), (), signal,
         "Sends a signal to the events that listen to it.", "signal(front_broken, formation.western_front)"),
    Word("log", params("text:text"), (), log,
         "A line of the chronicle.", "log(text.minsk_silent)"),
    Word("modify", params("column:column", "delta:number", "days:number"), (), modify,
         "Lays a modifier over a column for so many days.", "modify(organ.press.readiness, -10, 7)",
         "{column} {delta} for {days} days"),
)  # fmt: skip
