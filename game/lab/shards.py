"""A run in pieces: in this process, or over several, with progress and a way to stop."""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.context import SpawnProcess
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event

from game.lab.fault import BadInput
from game.lab.rulebooks import open_book
from game.lab.run import Run
from game.lab.shard import Shard, Tell, run_shard
from game.rulebook.book import Rulebook

BLOCK = 4096
"""Worlds side by side: wider blocks win, until their arrays leave the cache."""

HEARTBEAT = 0.2
"""Seconds between two reports of a worker, and between two looks at whether all workers live."""

PATIENCE = 5.0
"""Seconds in which a worker that is told to stop has to."""

Piece = tuple[int, int]
"""Number of the first world, and how many."""

News = int | Shard | BaseException
"""World-days passed, the results of a piece, or why there will be none."""


def pieces(worlds: int, jobs: int) -> list[Piece]:
    """The shards of a run: at most BLOCK worlds each, and at least one shard for each process."""
    size = min(BLOCK, -(-worlds // jobs))
    return [(first, min(size, worlds - first)) for first in range(0, worlds, size)]


def run_all(book: Rulebook, run: Run, tell: Tell) -> list[Shard]:
    """All worlds of the run, in order. Ctrl-C ends the workers and is raised again."""
    parts = pieces(run.worlds, run.jobs)
    if run.jobs == 1 or len(parts) == 1:
        return [run_shard(book, run, first, count, tell) for first, count in parts]
    with _workers(run, book.digest, parts) as team:
        found = list(_results(team, len(parts), tell))
    return sorted(found, key=lambda shard: shard.first)


@dataclass(slots=True)
class Team:
    """Worker processes, what they report, and the sign to stop."""

    processes: list[SpawnProcess]
    news: Queue[News]
    stop: Event


@contextmanager
def _workers(run: Run, digest: str, parts: list[Piece]) -> Iterator[Team]:
    """Start workers over the pieces; none is left when this one leaves, however it leaves."""
    context = multiprocessing.get_context("spawn")
    tasks: Queue[Piece | None] = context.Queue()
    team = Team([], context.Queue(), context.Event())
    count = min(run.jobs, len(parts))
    for part in [*parts, *[None] * count]:
        tasks.put(part)
    try:
        with _interrupts_held():
            for _ in range(count):
                process = context.Process(target=_work, args=(run, digest, tasks, team.news, team.stop), daemon=True)
                team.processes.append(process)
                process.start()
        yield team
    finally:
        team.stop.set()
        for process in team.processes:
            process.join(PATIENCE)
            if process.is_alive():
                process.terminate()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits; a process that is started meanwhile never gets it, not even while it imports its modules."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows, where a worker ignores it from its first line on
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _results(team: Team, wanted: int, tell: Tell) -> Iterator[Shard]:
    """The results as they come, until all are there; what failed in a worker is raised here."""
    while wanted:
        try:
            item = team.news.get(timeout=HEARTBEAT)
        except queue.Empty:
            if any(p.exitcode not in (None, 0) for p in team.processes):
                raise RuntimeError("a worker process died (is there memory enough for so many --jobs?)") from None
            continue
        if isinstance(item, BaseException):
            raise item
        if isinstance(item, Shard):
            wanted -= 1
            yield item
        else:
            tell(item)


# in a worker process --------------------------------------------------------------------------------------------


class Cancelled(Exception):  # noqa: N818
    """The parent wants no more of this."""


def _work(run: Run, digest: str, tasks: Queue[Piece | None], news: Queue[News], stop: Event) -> None:
    """Build the rulebook from the mods' files, run piece after piece, report."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    began = time.process_time()
    try:
        book = open_book(run.packs, run.scenario)
        if book.digest != digest:
            raise BadInput("the mods changed while the run began (start it again)")
        teller = Teller(news, stop)
        for first, count in iter(tasks.get, None):
            shard = run_shard(book, run, first, count, teller.tell)
            shard.seconds, began = time.process_time() - began, time.process_time()
            news.put(shard)
    except Cancelled:
        news.cancel_join_thread()
    except Exception as error:
        news.put(error)


@dataclass(slots=True)
class Teller:
    """Reports world-days now and then, and stops the work where that is wanted."""

    news: Queue[News]
    stop: Event
    held: int = 0
    told_at: float = 0.0

    def tell(self, days: int) -> None:
        """World-days have passed. Cancelled if the parent wants no more."""
        if self.stop.is_set():
            raise Cancelled
        self.held += days
        if time.monotonic() - self.told_at > HEARTBEAT:
            self.news.put(self.held)
            self.held, self.told_at = 0, time.monotonic()


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
