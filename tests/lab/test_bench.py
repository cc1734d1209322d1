"""The bench: its made-up events are what they are meant to be, and its figures add up."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.core import calendar
from game.lab.bench.command import _course
from game.lab.bench.measure import Course, firings, time_worlds
from game.lab.bench.synthetic import PREFIX, Counts, write_mod
from game.lab.bench.yardstick import Yardsticks, best
from game.lab.rulebooks import open_book
from game.lab.run import BASE
from game.rulebook.book import Rulebook


@pytest.fixture(scope="module")
def base() -> Rulebook:
    return open_book([BASE], "dacha-1941")


@pytest.fixture(scope="module")
def course(base: Rulebook, tmp_path_factory: pytest.TempPathFactory) -> Course:
    return _course(tmp_path_factory.mktemp("bench"), base, Counts(active=300, idle=20, false=20))


def made_up(course: Course, sort: str) -> list[str]:
    return [e.id for e in course.book.events if e.id.startswith(PREFIX + sort)]


def test_the_same_mod_is_written_every_time(base: Rulebook, tmp_path: Path) -> None:
    texts = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        mod = write_mod(tmp_path / name, base, Counts(5, 5, 5), "1941-12-31")
        texts.append({p.name: p.read_text() for p in mod.iterdir()})
    assert texts[0] == texts[1]


def test_active_events_have_three_to_five_clauses_over_columns_of_their_own(course: Course) -> None:
    actives = [e for e in course.book.events if e.id.startswith(PREFIX + "active")]
    assert len(actives) == 300
    for event in actives:
        assert 3 <= len(set(event.clauses)) <= 5
        assert 2 <= len(event.options) <= 3
        assert all(len(option.does.effects) == 2 for option in event.options)


def test_active_events_fire_a_few_times_in_ten_world_turns(course: Course) -> None:
    assert 0.2 <= firings(course, 64, PREFIX + "active") <= 0.5


def test_idle_and_false_events_never_fire(course: Course) -> None:
    assert made_up(course, "idle")
    assert made_up(course, "false")
    assert firings(course, 16, PREFIX + "idle") == 0
    assert firings(course, 16, PREFIX + "false") == 0


def test_the_slice_takes_daily_steps_to_the_end_of_the_chapter_and_weekly_ones_after_it(course: Course) -> None:
    timing = time_worlds(course, 2, 1, lambda: None)
    assert 40 <= timing.turns <= 60


def test_the_parts_of_a_timing_add_up_to_all_of_it(base: Rulebook) -> None:
    timing = time_worlds(Course(base, calendar.to_days("1941-06-25")), 8, 1, lambda: None)
    assert sum(timing.parts.values()) == pytest.approx(timing.seconds)
    assert timing.turns == 4
    assert timing.rate == pytest.approx(8 * 4 / timing.seconds)


def test_a_world_needs_at_most_64_kilobytes_beside_its_chronicle(course: Course) -> None:
    assert time_worlds(course, 4, 1, lambda: None).bytes <= 64 * 1024


def test_the_better_of_two_yardsticks_counts() -> None:
    assert best(Yardsticks(1.0, 4.0), Yardsticks(2.0, 3.0)) == Yardsticks(1.0, 3.0)
