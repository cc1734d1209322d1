"""The bars of the opening over thousands of worlds: `pytest -m soak tests/balance`."""

from __future__ import annotations

from collections import Counter, defaultdict

import numpy as np
import pytest

from tests.balance.worlds import Run, freedom, opened, played

pytestmark = pytest.mark.soak

MANY = 2500
DRAWN = dict.fromkeys(("breakdown", "plotters_nerve", "fear_holds_army", "succession_norms"), "draw")


def share(run: Run) -> float:
    """Worlds in which somebody struck."""
    return len({a.world for a in run.attempts()}) / run.width


def test_every_event_fires_every_option_is_taken_and_every_lever_is_pulled() -> None:
    done: Counter[str] = Counter()
    runs = (
        played(MANY), played(MANY, 50001, **DRAWN), played(MANY, 90001, plotters_nerve="90"),
        played(MANY, 150001, plotters_nerve="90", succession_norms="firm"), played(400, 130001, who="khrushchev"),
    )  # fmt: skip
    for run in runs:
        done += run.done()
    book = opened()
    wanted = [f"{e.id}.{o.id}" for e in book.events for o in e.options] + [lever.id for lever in book.levers]
    assert [name for name in wanted if not done[name]] == []


def test_the_record_knows_no_coup() -> None:
    assert share(played(MANY, policy="historical")) <= 0.09


def test_attempts_rise_with_the_plotters_nerve() -> None:
    timid, bold = share(played(MANY, plotters_nerve="10")), share(played(MANY, 90001, plotters_nerve="90"))
    assert 0.03 <= timid <= 0.08
    assert 0.25 <= bold <= 0.45
    assert bold >= 3 * timid


def test_an_attempt_is_neither_rare_nor_the_rule_and_may_go_either_way() -> None:
    attempts = played(MANY).attempts()
    assert 0.08 <= share(played(MANY)) <= 0.20
    won = Counter(a.how for a in attempts)["won"] / len(attempts)
    assert 0.25 <= won <= 0.75
    assert {a.how for a in attempts} >= {"won", "failed", "betrayed", "turned_back"}


def test_a_plot_against_a_leader_in_his_study_is_possible_and_nearly_mad() -> None:
    assert 0 < share(played(2 * MANY, breakdown="myth")) < 0.05
    assert 0.01 <= share(played(MANY, breakdown="hours")) <= 0.09


def test_the_chronicle_says_how_each_attempt_ended() -> None:
    attempts = played(MANY, 90001, plotters_nerve="90").attempts()
    assert [a for a in attempts if not a.how] == []


def test_no_road_and_hour_is_best_in_everything() -> None:
    seen: dict[tuple[str, int], list[tuple[float, float, float]]] = defaultdict(list)
    for run in (played(MANY), played(MANY, 50001), played(MANY, 90001, plotters_nerve="90")):
        leader, vacuum = run.world.column("room", "leader"), run.world.column("room", "vacuum_days")
        named = run.world.column("plot", "leader")
        for a in run.attempts():
            holds = leader[a.world] in (a.plotter, named[a.plotter - 1, a.world])
            when = min(max(a.day, 7), 10)
            seen[a.route, when].append((float(holds), -float(vacuum[a.world]), freedom(run, a.world)))
    pairs = {k: np.array(v) for k, v in seen.items() if len(v) >= 20}
    mean = {k: v.mean(0) for k, v in pairs.items()}
    error = {k: v.std(0) / np.sqrt(len(v)) for k, v in pairs.items()}
    for one in pairs:
        others = [k for k in pairs if k != one]
        best = [((mean[one] - mean[k]) > 2 * np.hypot(error[one], error[k])).all() for k in others]
        assert not all(best), one


def test_whoever_falls_has_seen_two_signs_and_most_a_day_before() -> None:
    for run in (played(MANY), played(MANY, breakdown="myth")):
        fell, warned = run.falls()
        assert fell
        assert warned == fell
        assert run.warned_the_day_before() > 0.85
    assert played(MANY, policy="historical").falls()[0] == 0


def test_he_withdraws_once_or_twice_at_most() -> None:
    run = played(MANY)
    assert run.done()["leader_withdrew"] <= 1.1 * run.width


def test_the_old_order_is_likely_and_not_alone() -> None:
    run = played(MANY)
    ends = Counter(run.book.rule.outcomes[o - 1].id for o in run.world.outcome.tolist())
    assert ends["old_order"] + ends["old_order_seven"] > 0.7 * run.width
    assert len(ends) >= 6


def test_authority_is_scarce_and_not_gone() -> None:
    run = played(MANY)
    room = len(run.book.scenario.room)
    seated = run.world.column("person", "rank")[:room] > 0
    left = run.world.column("person", "authority")[:room][seated]
    assert 5 <= np.median(left) <= 40
    assert np.percentile(left, 95) <= 45
