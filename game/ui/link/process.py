"""The game in a process of its own. A process that ends leaves the window standing, and the last autosave."""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from collections import deque
from contextlib import suppress
from ctypes import c_bool
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic

from game.language.words import DEFAULT
from game.ui.link.link import Failed, Message, Then, Waiting, hand_over
from game.ui.link.server import Answered, Call, Progress, Refused, Server, serve
from game.ui.link.tidy import settle

ENDED = "The game's own process has ended. Load the last autosave to go on; at most the present turn is lost."
OPENERS = ("warm", "argument", "load", "resume")
"""Calls that may have opened a rulebook, which stays."""

PATIENCE = 0.05
"""Seconds between two reports of progress."""


class ProcessLink:
    """Starts the process at once, so that it is warm when the first campaign begins."""

    def __init__(self, folder: Path, keep: int, language: str = DEFAULT) -> None:
        self.folder, self.keep, self.language = folder, keep, language
        self.busy, self.progress, self.ended = "", 0.0, False
        self._queue: deque[Waiting] = deque()
        self._given_up = 0
        """How many of the calls at the head of the queue have been given up."""
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._give_up = context.RawValue(c_bool, False)  # without a lock, which a killed process could take with it
        given = theirs, self._give_up, self.folder, self.keep, self.language
        self._process = context.Process(target=run, args=given, name="red-wedge-game", daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, call: Call, then: Then, failed: Failed) -> None:
        """Queue a call."""
        self._queue.append(Waiting(call, then, failed))
        if len(self._queue) == 1:
            self._send()

    def _send(self) -> None:
        self._give_up.value = self._given_up > 0
        self.busy, self.progress = self._queue[0].call.method, 0.0
        try:
            self._pipe.send(self._queue[0].call)
        except (OSError, ValueError):
            self._broken()

    def poll(self) -> bool:
        """Take what the process has sent, without waiting."""
        came = False
        try:
            while self._pipe.poll():
                self._take(self._pipe.recv())
                came = True
        except (EOFError, OSError):
            self._broken()
            came = True
        return came

    def _take(self, message: Message) -> None:
        if isinstance(message, Progress):
            self.progress = message.share
            return
        waiting = self._queue.popleft()
        self.busy, self._given_up = "", max(0, self._given_up - 1)
        if self._queue:
            self._send()
        hand_over(waiting, message)

    def _broken(self) -> None:
        """The process is gone: all calls fail, and another is started."""
        lost, self._queue, self.busy, self._given_up = list(self._queue), deque(), "", 0
        self._end()
        self._start()
        self.ended = True
        for waiting in lost:
            waiting.failed(Refused(ENDED, broken=True))

    def cancel(self) -> None:
        """Give up what the process does, and of what waits all that is long."""
        self._given_up = len(self._queue)
        self._give_up.value = True

    def stop(self) -> None:
        """End the process."""
        self._end()

    def _end(self) -> None:
        with suppress(OSError):
            self._pipe.close()
        self._process.join(0.5)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join(2.0)
        if self._process.is_alive():
            self._process.kill()
            self._process.join(2.0)


def run(pipe: Connection, give_up: c_bool, folder: Path, keep: int, language: str) -> None:
    """The process: do calls until the window is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    told = [0.0]

    def watch(share: float) -> bool:
        if monotonic() - told[0] > PATIENCE:
            told[0] = monotonic()
            pipe.send(Progress(share))
        return not give_up.value

    server = Server(folder, keep, watch, language)
    while True:
        try:
            call = pipe.recv()
            pipe.send(_done(server, call))
            if call.method in OPENERS:
                settle()
        except (EOFError, OSError):
            return


def _done(server: Server, call: Call) -> Answered | Refused:
    try:
        return serve(server, call)
    except Exception as error:  # a fault of the game's own must reach the player as a sentence
        traceback.print_exc()
        return Refused(f"The game met a fault of its own ({type(error).__name__}). The last autosave is whole.", True)
