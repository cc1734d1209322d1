"""`main.py bench`: how fast worlds run here, and whether the parts keep their budgets."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from game.core import calendar
from game.lab.bench import report, yardstick
from game.lab.bench.measure import Course, Timing, firings, time_worlds
from game.lab.bench.startup import start_up
from game.lab.bench.synthetic import PREFIX, Counts, write_mod
from game.lab.rulebooks import open_book
from game.lab.run import BASE, DEFAULT_SCENARIO
from game.rulebook.book import Rulebook

WIDTHS = (1, 64, 1024, 4096)
WIDEST = WIDTHS[-1]
REPEATS = {1: 5, 64: 3, 1024: 3, 4096: 3}
SLICE_UNTIL = "1941-12-31"
FIRING_WIDTH = 256

Tick = Callable[[], None]


def main(given: Namespace) -> int:
    """Print the figures; 0."""
    console = Console()
    with Bar() as bar:
        if given.slice:
            _slice(console, bar, 1 if given.quick else 0)
        else:
            _plain(console, bar, 1 if given.quick else 0)
    return 0


class Bar(AbstractContextManager["Bar"]):
    """What is being measured, on the terminal."""

    def __enter__(self) -> Bar:
        columns = (TextColumn("{task.description}"), BarColumn(pulse_style="white"), TimeElapsedColumn())
        self.progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self.task = self.progress.add_task("", total=None)
        self.progress.start()
        return self

    def __exit__(self, *failure: object) -> None:
        self.progress.stop()

    def says(self, text: str) -> Tick:
        """Name what comes next."""
        self.progress.update(self.task, description=text)
        return lambda: self.progress.advance(self.task)


def _plain(console: Console, bar: Bar, repeats: int) -> None:
    """The base game over its chapter."""
    bar.says("start-up")
    started = start_up(repeats or 3)
    book = open_book([BASE], DEFAULT_SCENARIO)
    course = Course(book, calendar.to_days(book.scenario.until))
    sticks = yardstick.measure(3)
    timings = _widths(course, bar, repeats)
    sticks = yardstick.best(sticks, yardstick.measure(3))
    console.print(report.yardsticks(sticks))
    console.print(report.rates(timings, sticks))
    console.print(report.parts(book, timings[-1], sticks))
    console.print(report.seconds("Start-up", started, sticks))
    report.sentences(console, [_event_line(course, timings[-1], sticks)])


def _widths(course: Course, bar: Bar, repeats: int) -> list[Timing]:
    found = []
    for width in WIDTHS:
        tick = bar.says(f"{width} worlds")
        time_worlds(course, min(width, 64), 1, tick)
        found.append(time_worlds(course, width, repeats or REPEATS[width], tick))
    return found


def _event_line(course: Course, timing: Timing, sticks: yardstick.Yardsticks) -> str:
    first = calendar.to_days(course.book.scenario.starts)
    polled = report.polled_in_reach(course.book, range(first, course.last_day + 1))
    us = timing.microseconds(["triggers"]) / max(polled, 1.0)
    return (
        f"{len(course.book.events)} events, {polled:.0f} polled on an average day: {1e3 * us:.2f} ns for each of them "
        f"and world-turn ({us / sticks.calls:.3g} millionths of A, {us / sticks.elements:.3g} of B)"
    )


# the slice --------------------------------------------------------------------------------------------------------


def _slice(console: Console, bar: Bar, repeats: int) -> None:
    """The base game and made-up events over half a year, and what more events cost."""
    base = open_book([BASE], DEFAULT_SCENARIO)
    with tempfile.TemporaryDirectory() as folder:
        bar.says("making events")
        courses = {name: _course(Path(folder), base, counts) for name, counts in SLICES.items()}
    course = courses["slice"]
    sticks = yardstick.measure(3)
    bar.says("counting what fires")
    often = firings(course, FIRING_WIDTH, PREFIX)
    timings = _widths(course, bar, repeats)
    widest, dearer = timings[-1], _compared(courses, bar, max(repeats or 3, 2))
    sticks = yardstick.best(sticks, yardstick.measure(3))
    console.print(report.yardsticks(sticks))
    console.print(report.rates(timings, sticks))
    console.print(report.parts(course.book, widest, sticks))
    report.sentences(
        console,
        [
            _event_line(course, widest, sticks),
            f"Made-up events fire {often:.2f} times a world-turn (0.2 to 0.5 are meant).",
            *_bars(timings, dearer),
        ],
    )


SLICES = {"slice": Counts(), "more idle": Counts(idle=2000), "more false": Counts(false=1000)}


def _course(folder: Path, base: Rulebook, counts: Counts) -> Course:
    """The slice with so many events. The crisis ends in July all the same: steps are of a day and then of a week."""
    mod = write_mod(folder, base, counts, SLICE_UNTIL)
    book = open_book([BASE, mod], base.scenario.id)
    return Course(book, calendar.to_days(SLICE_UNTIL))


def _compared(courses: dict[str, Course], bar: Bar, repeats: int) -> dict[str, float]:
    """Seconds of the widest block of each: in turn, so that all meet the same noise; the best of several counts.

    The first run of a course also pays for the tables that its rulebook makes once.
    """
    found = dict.fromkeys(courses, float("inf"))
    for _ in range(repeats):
        for name, course in courses.items():
            seconds = time_worlds(course, WIDEST, 1, bar.says(f"{WIDEST} worlds, {name}")).seconds
            found[name] = min(found[name], seconds)
    return found


def _bars(timings: list[Timing], dearer: dict[str, float]) -> list[str]:
    one, widest = timings[0], timings[-1]
    idle, false = (100 * (dearer[name] / dearer["slice"] - 1) for name in ("more idle", "more false"))
    return [
        f"{widest.rate:,.0f} world-turns a second at {widest.width} worlds (75,000 are wanted)",
        f"rules {widest.microseconds(report.RULES):.2f} us a world-turn (at most {report.RULES_BUDGET:g})",
        f"{1e3 * one.seconds / one.turns:.2f} ms a turn of one world (at most 2)",
        f"1,000 more idle events cost {idle:+.1f} % (at most 3)",
        f"1,000 polled and never true cost {false:+.1f} % (at most 60)",
        f"{widest.bytes / 1024:.1f} KB a world beside the chronicle (at most {report.MOST_BYTES // 1024})",
    ]
