"""Calling the game: what is asked, who waits for it, and what may go wrong. The same for a process and within one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from game.ui.link.server import Answered, Call, Progress, Refused, Server, serve

Then = Callable[[object], object]
Failed = Callable[[Refused], object]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A call that has not been answered yet."""

    call: Call
    then: Then
    failed: Failed


class Link(Protocol):
    """The window's side."""

    busy: str
    """Method of the call that is being done, empty for none."""

    progress: float
    """How far it has come, 0 to 1."""

    ended: bool
    """The game's process has ended and another was started, which holds no campaign. Whoever has seen it clears it."""

    def ask(self, call: Call, then: Then, failed: Failed) -> None:
        """Have a call done; one of the two is called later, from `poll`. Calls are done in order."""

    def poll(self) -> bool:
        """Hand over what has come; whether anything has."""

    def cancel(self) -> None:
        """Give up the long calls that have been asked for; they fail. The others are done."""

    def stop(self) -> None:
        """End."""


class DirectLink:
    """Does calls at once in this process: for tests and for pictures of screens."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.busy, self.progress, self.ended = "", 0.0, False
        self._done: list[tuple[Waiting, Answered | Refused]] = []

    def ask(self, call: Call, then: Then, failed: Failed) -> None:
        """Do it; its answer waits for `poll`."""
        self._done.append((Waiting(call, then, failed), serve(self.server, call)))

    def poll(self) -> bool:
        """Hand over all answers, and those of calls that they lead to."""
        came = bool(self._done)
        while self._done:
            waiting, answer = self._done.pop(0)
            hand_over(waiting, answer)
        return came

    def cancel(self) -> None:
        """Nothing is ever half done here."""

    def stop(self) -> None:
        """Nothing to end."""


def hand_over(waiting: Waiting, answer: Answered | Refused) -> None:
    """Give an answer to who waits for it."""
    if isinstance(answer, Answered):
        waiting.then(answer.value)
    else:
        waiting.failed(answer)


Message = Answered | Refused | Progress
