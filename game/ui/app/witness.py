"""Tells a file what the window shows, for tests that use it from outside by mouse and keyboard.

Nothing stands in it that does not stand on the screen.
"""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

from game.ui.app.stage import Stage
from game.ui.kit.composed import focusable
from game.ui.kit.findings import point_of

WITNESS = "RED_WEDGE_WITNESS"
"""A variable of the environment that names the file."""


@dataclass(slots=True)
class Witness:
    """Adds a line of JSON whenever the window has come to rest and shows something else."""

    path: Path
    _last: str = ""

    @staticmethod
    def called() -> Witness | None:
        """The one that the environment asks for."""
        name = os.environ.get(WITNESS)
        return Witness(Path(name)) if name else None

    def look(self, stage: Stage) -> None:
        """Tell what is to be seen, if it is at rest; the first frame in any case."""
        if self._last and (not stage.ui.rests or stage.link.busy or stage.running):
            return
        ready = not (stage.link.busy or stage.running)
        said = json.dumps(seen(stage) | {"ready": ready}, ensure_ascii=False)
        if said == self._last:
            return
        self._last = said
        with self.path.open("a", encoding="utf-8") as file:
            file.write(f'{{"at": {time.time()}, {said[1:]}\n')


def seen(stage: Stage) -> dict[str, object]:
    """Screens, controls with the pixel at which each is pressed, what has the focus, what is asked, what is said."""
    ui, snap = stage.ui, stage.snap
    points = {"/".join(at.path): point_of(ui, at) for at in focusable(ui)}
    out: dict[str, object] = {
        "screens": [layer.screen.name for layer in ui.layers], "controls": {k: p for k, p in points.items() if p},
        "focus": "/".join(ui.focus), "said": [toast.text for toast in ui.toasts],
    }  # fmt: skip
    if snap is not None:
        asked = snap.view.questions[0] if snap.view.questions else None
        out |= {
            "date": snap.view.desk.date, "halt": snap.view.halt, "entries": snap.entries,
            "asked": asked.event if asked else "", "options": [o.id for o in asked.options if o.open] if asked else [],
        }  # fmt: skip
    return out
