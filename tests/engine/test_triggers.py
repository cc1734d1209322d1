"""When events happen: windows, once, chance, mean days, schedules, signals."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.engine.builders import FIRST_DAY, block_of, run, var
from tests.rulebook.builders import book_of, counters, event, question

COUNT = '"var.n += 1"'
ALWAYS = 'when = "leader != nobody"'


def test_an_event_comes_on_each_day_of_its_window_and_no_other(tmp_path: Path) -> None:
    text = event("one", 'window = ["1941-06-23", "1941-06-25"]', effects=COUNT)
    block = block_of(book_of(tmp_path, things=counters("n") + text))
    seen = [var(run(block), "n")[0] for _ in range(6)]
    assert seen == [0.0, 1.0, 2.0, 3.0, 3.0, 3.0]


def test_once_is_once_in_a_world(tmp_path: Path) -> None:
    block = block_of(book_of(tmp_path, things=counters("n") + event("one", ALWAYS, "once = true", effects=COUNT)), 3)
    assert var(run(block, 4), "n") == [1.0, 1.0, 1.0]


@pytest.mark.parametrize("width", [60, 400])
def test_a_chance_with_once_is_drawn_once_and_failure_spends_it(tmp_path: Path, width: int) -> None:
    text = event("one", ALWAYS, "once = true", 'chance = "0.5"', effects=COUNT)
    block = block_of(book_of(tmp_path, things=counters("n") + text), width)
    first = var(run(block), "n")
    assert 0.3 * width < sum(first) < 0.7 * width
    assert var(run(block, 6), "n") == first


def test_a_chance_on_a_signal_is_drawn_each_time(tmp_path: Path) -> None:
    text = event("one", 'on = "session_opened"', 'chance = "0.5"', effects=COUNT)
    counts = var(run(block_of(book_of(tmp_path, things=counters("n") + text), 200), 8), "n")
    assert 3.6 < np.mean(counts) < 4.4
    assert len(set(counts)) > 4


@pytest.mark.parametrize("mean", ["20", "20 + 0 * nerve"])
def test_a_mean_wait_is_the_same_by_days_and_by_months(tmp_path: Path, mean: str) -> None:
    """Forty days: one by one, or the first day, the rest of June and July."""
    text = event("one", ALWAYS, "once = true", f'mean_days = "{mean}"', effects=COUNT)
    later = '[[patch]]\nkind = "scenario"\nid = "dacha-1941"\npath = "until"\nop = "replace"\nvalue = "1942-06-22"\n'
    book, width = book_of(tmp_path, things=counters("n") + text + later), 1200
    daily = block_of(book, width, crisis__leadership__until="'1942-06-22'")
    monthly = block_of(book, width, crisis__leadership__active="false", war__eastern="false")
    run(daily, 40)
    while monthly.world.date[0] < FIRST_DAY + 40:
        run(monthly)
    assert daily.world.date[0] == monthly.world.date[0] == FIRST_DAY + 40
    assert monthly.world.turns[0] == 3
    shares = np.mean(var(daily, "n")), np.mean(var(monthly, "n"))
    assert abs(shares[0] - shares[1]) < 0.05
    assert abs(shares[0] - (1 - np.exp(-2.0))) < 0.03


# schedules ------------------------------------------------------------------------------------------------------------


def test_a_scheduled_event_comes_after_its_days(tmp_path: Path) -> None:
    text = event("start", ALWAYS, "once = true", effects='"schedule(late, 3)"') + event(
        "late", "scheduled = true", effects=COUNT
    )
    block = block_of(book_of(tmp_path, things=counters("n") + text))
    assert [var(run(block), "n")[0] for _ in range(5)] == [0.0, 0.0, 0.0, 1.0, 1.0]


def test_a_scheduled_event_is_about_whom_it_was_scheduled_for(tmp_path: Path) -> None:
    text = event("start", ALWAYS, "once = true", effects='"schedule(late, 0, leader)"') + event(
        "late", "scheduled = true", 'when = "this == stalin"', effects=COUNT
    )
    assert var(run(block_of(book_of(tmp_path, things=counters("n") + text))), "n") == [1.0]


def test_a_scheduled_event_whose_condition_fails_on_its_day_is_gone(tmp_path: Path) -> None:
    text = event("start", ALWAYS, "once = true", effects='"schedule(late, 1)"') + event(
        "late", "scheduled = true", 'when = "var.m == 1"', effects=COUNT
    )
    text += event("set", 'window = ["1941-06-24", "1941-06-24"]', effects='"var.m = 1"')
    assert var(run(block_of(book_of(tmp_path, things=counters("n", "m") + text)), 5), "n") == [0.0]


def test_a_schedule_of_no_days_comes_in_the_next_round_of_the_same_turn(tmp_path: Path) -> None:
    text = event("a", ALWAYS, "once = true", effects='"schedule(b, 0)", "var.n = var.n * 10 + 1"')
    text += event("b", "scheduled = true", effects='"schedule(c, 0)", "var.n = var.n * 10 + 2"')
    text += event("c", "scheduled = true", effects='"var.n = var.n * 10 + 3"')
    text += event("d", ALWAYS, "once = true", effects='"var.n = var.n * 10 + 4"')
    assert var(run(block_of(book_of(tmp_path, things=counters("n") + text))), "n") == [1423.0]


def test_a_signal_is_heard_in_the_next_round_about_its_entity(tmp_path: Path) -> None:
    own = '[[signal]]\nid = "bell"\ntable = "person"\nmeaning = "a trial"\n'
    text = event("a", ALWAYS, "once = true", effects='"signal(bell, leader)", "signal(bell, molotov)", "var.m = 1"')
    text += event("b", 'on = "bell"', 'when = "this == stalin and var.m == 1"', effects=COUNT)
    assert var(run(block_of(book_of(tmp_path, things=counters("n", "m") + own + text))), "n") == [1.0]


@pytest.mark.parametrize("turns", [1, 3])
def test_no_more_than_six_rounds_follow_each_other_and_what_is_left_comes_later(tmp_path: Path, turns: int) -> None:
    """An event that calls itself: five times behind the round that began it, six more among the reactions to orders."""
    text = event("start", ALWAYS, "once = true", effects='"schedule(loop, 0)"')
    text += event("loop", "scheduled = true", effects='"schedule(loop, 0)", "var.n += 1"')
    assert var(run(block_of(book_of(tmp_path, things=counters("n") + text)), turns), "n") == [12.0 * turns - 1]


def test_a_game_without_events_runs(tmp_path: Path) -> None:
    block = block_of(book_of(tmp_path, things=removed("event", "idle")))
    assert block.book.events == ()
    assert run(block, 2).world.turns.tolist() == [2]


def test_a_game_without_policies_runs_at_random(tmp_path: Path) -> None:
    text = question("one", ALWAYS, "once = true", yes=f"effects = [{COUNT}]")
    block = block_of(book_of(tmp_path, things=counters("n") + removed("policy", "plain") + text), policy="random")
    run(block)


def test_a_game_without_decisions_runs_at_random(tmp_path: Path) -> None:
    run(block_of(book_of(tmp_path, things=removed("decision", "rest")), policy="random"))


def removed(kind: str, name: str) -> str:
    """A patch that takes something out of the bare game."""
    return f'[[patch]]\nkind = "{kind}"\nid = "{name}"\nop = "remove"\n'
