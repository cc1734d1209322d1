"""The command line: exit codes, one sentence for bad input, nothing left behind by what was cancelled."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.lab.fault import BadInput
from game.lab.rulebooks import open_book
from game.lab.run import Run, run_of
from game.lab.simulate import check
from game.rulebook.book import Rulebook
from main import read
from tests.lab.runs import command

ROOT = Path(__file__).resolve().parents[2]

BAD = {
    "an unknown person": (("--as", "molotv"), "molotov"),
    "a bad date": (("--until", "1941-13-01"), "1941-07-15"),
    "a date before the start": (("--until", "1940-01-01"), "1941-06-22"),
    "no number of worlds": (("--worlds", "many"), "whole number"),
    "no world": (("--worlds", "0"), "between"),
    "an unknown column": (("--probe", "x=vacum_days"), "vacuum_days"),
    "a probe of a kind that has no number": (("--probe", "x=leader"), "number"),
    "a probe named like a headline": (("--probe", "executed=vacuum_days"), "headline"),
    "an unknown event": (("--choose", "week.ambasador=wait"), "week.ambassador"),
    "an unknown option": (("--choose", "week.ambassador=wat"), "wait"),
    "an unknown premise": (("--premise", "breakdwn=myth"), "breakdown"),
    "an unknown value of a premise": (("--premise", "breakdown=mith"), "myth"),
    "an unknown seat": (("--side", "beriya=random"), "beria"),
    "an unknown policy": (("--side", "beria=randm"), "random"),
    "nobody to ask": (("--side", "beria=ask"), "play"),
    "an unknown setting": (("--set", "power.ussr.stabilty=3"), "stability"),
    "a pair without a value": (("--set", "power.ussr.stability"), "COLUMN=VALUE"),
    "a name given twice": (("--premise", "breakdown=myth", "--premise", "breakdown=days"), "twice"),
    "raw figures without a folder": (("--raw",), "--out"),
}
"""Arguments of `simulate` that are wrong, and what the sentence must hold."""

WRITTEN = {
    "an unknown scenario": (("simulate", "--scenario", "dacha-1942"), "dacha-1941"),
    "a mod that is not there": (("simulate", "--mod", "nowhere"), "folder"),
    "an option that does not exist": (("simulate", "--wurlds", "3"), "--worlds"),
    "a misspelt command": (("simulat",), "simulate"),
    "an unknown column": (("simulate", "--probe", "x=vacum_days"), "vacuum_days"),
    "a file that is no save": (("replay", "nowhere.save"), "no such file"),
}
"""The same as whole commands."""


@pytest.fixture(scope="module")
def base() -> Rulebook:
    return open_book(Run().packs, Run().scenario)


@pytest.mark.parametrize("words, remedy", BAD.values(), ids=BAD)
def test_bad_input_is_one_sentence_with_a_remedy(words: tuple[str, ...], remedy: str, base: Rulebook) -> None:
    with pytest.raises(BadInput) as found:
        check(base, run_of(read(["simulate", *words])))
    assert remedy in str(found.value)
    assert "\n" not in str(found.value)


@pytest.mark.parametrize("words, remedy", WRITTEN.values(), ids=WRITTEN)
def test_bad_input_ends_a_command_with_2_and_one_line(
    words: tuple[str, ...], remedy: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(*words) == 2
    said = capsys.readouterr()
    assert remedy in said.err
    assert said.err.count("\n") == 1
    assert not said.out


def test_a_folder_that_cannot_be_written_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert command("simulate", "--quiet", "--out", tmp_path / "file") == 2
    assert "--out" in capsys.readouterr().err


def test_bad_input_leaves_no_file(tmp_path: Path) -> None:
    assert command("simulate", "--quiet", "--side", "nobody=random", "--out", tmp_path / "out") == 2
    assert not any((tmp_path / "out").iterdir())


@pytest.mark.skipif(os.name != "posix", reason="an interrupt is sent as a signal")
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupt_ends_a_run_with_130_and_leaves_no_partial_file(jobs: int, tmp_path: Path) -> None:
    words = ("simulate", "--worlds", "20000", "--jobs", str(jobs), "--out", str(tmp_path), "--quiet")
    process = subprocess.Popen([sys.executable, "main.py", *words], cwd=ROOT, stderr=subprocess.PIPE)
    until = time.monotonic() + 30
    while not any(tmp_path.iterdir()) and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(1.0)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 130
    assert process.stderr is not None
    assert b"Traceback" not in process.stderr.read()
    process.stderr.close()
    assert not any(tmp_path.iterdir())
