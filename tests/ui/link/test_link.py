"""The game in a process of its own."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest

from game.ai.study import Study
from game.lab.spread import Spread
from game.play.again import Again
from game.play.campaign import Campaign
from game.play.opening import Opening
from game.ui.link.link import DirectLink, Link
from game.ui.link.process import ProcessLink
from game.ui.link.server import Call, Refused, Server
from game.ui.link.snapshot import Snapshot

BASE = Path(__file__).parents[3] / "mods" / "base"
OPENING = Opening((BASE,), seed=11)
PATIENCE = 60.0


def asked(link: Link, method: str, *arguments: object) -> object:
    """What a call gives, or why it was refused."""
    out: list[object] = []
    link.ask(Call(method, arguments), out.append, out.append)
    until(lambda: (link.poll() and bool(out)) or bool(out))
    return out[0]


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "the game did not answer"
        time.sleep(0.005)


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProcessLink]:
    link = ProcessLink(tmp_path_factory.mktemp("saves"), keep=4)
    yield link
    link.stop()


def answered_first(link: Link) -> Snapshot:
    """Begin, and take the first option."""
    begun = cast(Snapshot, asked(link, "begin", OPENING))
    return cast(Snapshot, asked(link, "answer", begun.view.questions[0].options[0].id))


def test_a_campaign_through_the_process_is_the_campaign_itself(process: ProcessLink) -> None:
    answered_first(process)
    campaign = Campaign.new(OPENING)
    campaign.answer(campaign.view().questions[0].options[0].id)
    assert asked(process, "digest") == campaign.hash


def test_the_process_and_the_direct_link_give_the_same(process: ProcessLink, tmp_path: Path) -> None:
    assert answered_first(process) == answered_first(DirectLink(Server(tmp_path)))


def test_what_cannot_be_done_comes_back_as_a_sentence(process: ProcessLink) -> None:
    asked(process, "begin", OPENING)
    refused = asked(process, "advance")
    assert refused == Refused("A question is open; answer it first.")


def test_a_study_reports_its_progress_and_can_be_cancelled(process: ProcessLink) -> None:
    asked(process, "begin", OPENING)
    out: list[object] = []
    process.ask(Call("study"), out.append, out.append)
    until(lambda: (process.poll() and process.progress > 0) or bool(out))
    process.cancel()
    until(lambda: (process.poll() and bool(out)) or bool(out))
    assert isinstance(out[0], Refused)
    assert not out[0].broken
    assert isinstance(asked(process, "look"), Snapshot)


def test_a_morning_cannot_be_played_again_while_the_chapter_runs(process: ProcessLink) -> None:
    answered_first(process)
    refused = asked(process, "again", "1941-06-23", 8)
    assert isinstance(refused, Refused)
    assert "not over" in refused.sentence


def test_a_morning_of_a_closed_chapter_is_played_again_in_the_process(process: ProcessLink) -> None:
    to_the_end(process)
    found = cast(Again, asked(process, "again", "1941-06-23", 8))
    assert sum(end.count for end in found.ends) == found.copies == 8
    assert found == asked(process, "again", "1941-06-23", 8)


def test_the_spread_of_a_figure_is_simulated_in_the_process_and_is_ordered(process: ProcessLink) -> None:
    answered_first(process)
    (one,) = cast(tuple[Spread, ...], asked(process, "spread", ("room.vacuum_days",), 6))
    assert one.worlds == 6
    assert len(one.dates) == len(one.quantiles) > 20
    assert all(list(day) == sorted(day) for day in one.quantiles)


def to_the_end(link: Link) -> None:
    """The whole chapter by the first option that is open; ended days in between."""
    seen = cast(Snapshot, asked(link, "begin", OPENING))
    while seen.view.halt != "over":
        match seen.view.halt:
            case "question":
                open_ones = [option for option in seen.view.questions[0].options if option.open]
                seen = cast(Snapshot, asked(link, "answer", open_ones[0].id))
            case "fallen":
                seen = cast(Snapshot, asked(link, "close"))
            case _:
                seen = cast(Snapshot, asked(link, "run_on"))


def test_a_process_that_is_killed_loses_no_more_than_the_present_turn(tmp_path: Path) -> None:
    link = ProcessLink(tmp_path, keep=4)
    try:
        before = answered_first(link)
        pid = link._process.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        until(lambda: (link.poll() and link.ended) or link.ended)
        resumed = cast(Snapshot, asked(link, "resume", (BASE,)))
        assert resumed.view.desk.date == before.view.desk.date
    finally:
        link.stop()


def test_what_is_given_up_includes_the_long_calls_that_wait_and_no_others(process: ProcessLink) -> None:
    asked(process, "begin", OPENING)
    out: list[object] = []
    for method in ("study", "look", "study"):
        process.ask(Call(method), out.append, out.append)
    process.cancel()
    until(lambda: (process.poll() and len(out) == 3) or len(out) == 3)
    assert [type(answer) for answer in out] == [Refused, Snapshot, Refused]
    assert isinstance(asked(process, "study"), Study)


def test_a_process_that_does_not_react_is_ended_all_the_same(tmp_path: Path) -> None:
    link = ProcessLink(tmp_path, keep=0)
    asked(link, "saves")
    pid = link._process.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    link.stop()
    assert not link._process.is_alive()
