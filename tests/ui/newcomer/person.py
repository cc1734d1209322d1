"""Somebody in front of a real window: he sees what its witness tells, and has a mouse and a keyboard."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.ui.newcomer.frame import ask_to_close

ROOT = Path(__file__).parents[3]
PATIENCE = 40.0
"""Seconds in which something must happen."""

Sight = dict[str, Any]


def missing() -> str:
    """Which of the programs that are needed are not installed."""
    return ", ".join(name for name in ("Xvfb", "xdotool") if shutil.which(name) is None)


@contextmanager
def a_display(size: str = "1600x900") -> Iterator[str]:
    """A display of its own that nobody sees; its name."""
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[theirs], stderr=subprocess.DEVNULL)
    os.close(theirs)
    try:
        with os.fdopen(ours) as pipe:
            yield f":{pipe.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


@dataclass
class Person:
    """Sits at a display. folder: of his home, with saves and settings."""

    display: str
    folder: Path
    mouse: bool
    program: subprocess.Popen[bytes] | None = None
    _told: int = 0
    _last: Sight = field(default_factory=dict)

    # the window -------------------------------------------------------------------------------------------------------

    @property
    def _environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("SDL_", "XDG_"))}
        return {
            **kept, "DISPLAY": self.display, "HOME": str(self.folder), "SDL_AUDIODRIVER": "dummy",
            "RED_WEDGE_SAVES": str(self.folder / "saves"), "RED_WEDGE_WITNESS": str(self._witness),
        }  # fmt: skip

    @property
    def _witness(self) -> Path:
        return self.folder / "witness.jsonl"

    def start_game(self) -> None:
        """Start the game, and wait for nothing."""
        self._witness.unlink(missing_ok=True)
        self._told, self._last = 0, {}
        self.program = subprocess.Popen([sys.executable, "main.py"], cwd=ROOT, env=self._environment)

    def open_game(self) -> None:
        """Start the game, and wait for its menu."""
        self.start_game()
        self.wait(lambda sight: sight["screens"][-1] == "menu", "the menu does not come")
        time.sleep(0.3)

    def close_game(self) -> None:
        """Wait until the window is gone. AssertionError: it stays, or it left with a fault."""
        assert self.program is not None
        try:
            left = self.program.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"the window does not close; seen: {self.look()}") from None
        assert left == 0

    def ask_to_close(self) -> None:
        """Press the cross of the window's frame: its window manager, which this display has none of, would say so."""
        self.wait_for_window()
        ask_to_close(self.display, self._windows()[-1])

    def wait_for_window(self) -> None:
        """Look until there is a window, with or without anything in it."""
        end = time.monotonic() + PATIENCE
        while not self._windows():
            assert time.monotonic() < end, "there is no window"
            time.sleep(0.005)

    def _windows(self) -> list[int]:
        assert self.program is not None
        words = ["xdotool", "search", "--pid", str(self.program.pid)]
        found = subprocess.run(words, env=self._environment, capture_output=True, text=True, check=False)
        return [int(line) for line in found.stdout.split()]

    def await_end_of(self, pid: int) -> None:
        """Wait until a process is gone."""
        end = time.monotonic() + PATIENCE
        while _runs(pid):
            assert time.monotonic() < end, f"process {pid} stays"
            time.sleep(0.02)

    def leave(self) -> None:
        """However it went: no program is left behind."""
        if self.program is not None and self.program.poll() is None:
            self.program.kill()
            self.program.wait(10)

    # eyes -------------------------------------------------------------------------------------------------------------

    def look(self) -> Sight:
        """What is seen now: the last line of the witness."""
        if self._witness.is_file():
            *lines, _half_written = self._witness.read_text(encoding="utf-8").split("\n")
            if len(lines) > self._told:
                self._told, self._last = len(lines), json.loads(lines[-1])
        return self._last

    def wait(self, holds: Callable[[Sight], bool], otherwise: str) -> Sight:
        """Look until something is so."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            sight = self.look()
            if sight and holds(sight):
                return sight
            assert self.program is None or self.program.poll() is None, "the game has ended by itself"
            time.sleep(0.01)
        raise AssertionError(f"{otherwise}; seen: {self._last}")

    def named(self, end: str) -> str:
        """The control whose path ends so; the outermost of several."""
        sight = self.wait(lambda s: any(_ends(p, end) for p in s["controls"]), f"there is no {end}")
        outermost: str = min((p for p in sight["controls"] if _ends(p, end)), key=lambda path: str(path).count("/"))
        return outermost

    # hands ------------------------------------------------------------------------------------------------------------

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True, stdout=subprocess.DEVNULL)

    def key(self, *names: str) -> None:
        """Press keys one after the other."""
        self._do("key", "--delay", "30", *names)

    def press(self, end: str) -> None:
        """Press a control: with the mouse, or by walking to it with Tab and pressing Return."""
        path = self.named(end)
        if self.mouse:
            x, y = self.look()["controls"][path]
            self._do("mousemove", str(x), str(y), "click", "1")
        else:
            self.walk_to(path)
            self.key("Return")

    def walk_to(self, path: str) -> None:
        """Press Tab until a control has the focus."""
        for _ in range(200):
            if self.look()["focus"] == path:
                return
            before = self.look()["focus"]
            controls = list(self.look()["controls"])
            back = before in controls and controls.index(path) < controls.index(before)
            self.key("shift+Tab" if back else "Tab")
            self.wait(lambda s, was=before: s["focus"] != was, "Tab does not move the focus")  # type: ignore[misc]
        raise AssertionError(f"Tab does not lead to {path}")


def _ends(path: str, end: str) -> bool:
    return path == end or path.endswith(f"/{end}")


def _runs(pid: int) -> bool:
    """Whether a process runs; one that has ended and that nobody has asked after does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
