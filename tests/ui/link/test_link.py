"""The game in a process of its own."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest

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
