"""`main.py simulate`: run worlds, write what they did, print what it comes to."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from game.core import calendar
from game.lab.fault import BadInput
from game.lab.output import folder_for, write_all
from game.lab.readings import readings_of
from game.lab.results import Results, put_together
from game.lab.rulebooks import begin_block, open_book
from game.lab.run import Run, run_of
from game.lab.shard import Tell, days_of
from game.lab.shards import run_all
from game.lab.table import print_results
from game.rulebook.book import Rulebook


def main(given: Namespace) -> int:
    """Run what the command line asks for; 0 when it is done."""
    run = run_of(given)
    with folder_for(run.out) as folder:
        results = simulate(run)
        if folder is not None:
            write_all(folder, results)
    print_results(Console(), results)
    return 0


def simulate(run: Run) -> Results:
    """All worlds of a run. BadInput where it cannot be run; KeyboardInterrupt leaves nothing behind."""
    wall, cpu = time.perf_counter(), time.process_time()
    book = open_book(run.packs, run.scenario)
    check(book, run)
    with _progress(run, days_of(book, run)) as tell:
        shards = run_all(book, run, tell)
    cpu = time.process_time() - cpu
    if run.jobs > 1:
        cpu += sum(s.seconds for s in shards) if len(shards) > 1 else 0.0
    return put_together(book, run, shards, cpu, time.perf_counter() - wall)


def check(book: Rulebook, run: Run) -> None:
    """Find what is wrong with a run before any process is started for it."""
    first = calendar.to_days(book.scenario.starts)
    if run.until is not None and run.until < first:
        raise BadInput(f"--until {calendar.to_iso(run.until)}: {run.scenario} starts on {book.scenario.starts}")
    readings_of(book, run)
    begin_block(book, run, 0, 1)


@contextmanager
def _progress(run: Run, days: int) -> Iterator[Tell]:
    """A bar of world-days on the terminal, unless it is to be quiet."""
    if run.quiet:
        yield lambda passed: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(f"{run.worlds} worlds", total=run.worlds * days)
        yield lambda passed: progress.advance(task, passed)
