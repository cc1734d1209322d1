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
CHOICES = ROOT / "tests" / "play" / "choices" / "molotov_power.jsonl"

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
    "a figure beyond its range": (("--set", "nerve=1000"), "between 0 and 100"),
    "a figure that the game keeps": (("--set", "plot.beria.phase=won"), "kept by the game"),
    "a leader who is not of the room": (("--set", "leader=hitler"), "one of the room"),
    "a last seed too large": (("--seed", str(2**63 - 1), "--worlds", "2"), "last seed"),
    "two names in one": (("--probe", "a,b=1"), "small letters"),
    "a name that is a path": (("--probe", " ../x=1"), "small letters"),
    "an event like no other": (("--choose", "qqqqqq=wait"), "--chronicle"),
}
"""Arguments of `simulate` that are wrong, and what the sentence must hold."""

WRITTEN = {
    "an unknown scenario": (("simulate", "--scenario", "dacha-1942"), "dacha-1941"),
    "a mod that is not there": (("simulate", "--mod", "nowhere"), "folder"),
    "an option that does not exist": (("simulate", "--wurlds", "3"), "--worlds"),
    "a misspelt command": (("simulat",), "simulate"),
    "an unknown column": (("simulate", "--probe", "x=vacum_days"), "vacuum_days"),
    "a file that is no save": (("replay", "nowhere.save"), "no such file"),
    "a folder for a save": (("replay", "tests"), "a folder"),
    "a device for a save": (("replay", os.devnull), "not a file"),
    "a day before the start": (("replay", str(CHOICES), "--until", "1930-01-01"), "starts on 1941-06-22"),
    "a mod without a name": (("simulate", "--mod", ""), "--mod: it is empty"),
    "a save without a name": (("play", "--text", "--load", ""), "--load: it is empty"),
    "a folder without a name": (("simulate", "--out= "), "--out: it is empty"),
    "nobody to play": (("play", "--text", "--as", "nobody"), "cannot play 'nobody'"),
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


def test_a_long_expression_is_not_repeated_whole(base: Rulebook) -> None:
    with pytest.raises(BadInput) as found:
        check(base, run_of(read(["simulate", "--probe", "x=" + "1+" * 2500 + "1"])))
    assert len(str(found.value)) < 300


def test_an_unknown_event_has_one_hint_wherever_it_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert command("mods", "why", "qqqqqq", "--date", "1941-06-23") == 2
    assert command("simulate", "--choose", "qqqqqq=wait") == 2
    why, choose = capsys.readouterr().err.splitlines()
    assert choose == f"--choose qqqqqq=wait: {why}"


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


# the streams of a process -----------------------------------------------------------------------------------------

PRINTING = {"play": ("play", "--text", "--seed", "5"), "simulate": ("simulate", "--quiet"), "docs": ("mods", "docs")}
"""Commands that print more than a line."""

BEGUN = """
import runpy, sys
del sys.argv[0]
print("begun", flush=True)
runpy.run_path("main.py", run_name="__main__")
"""
"""Runs main.py as the interpreter does, and says when."""


def in_a_shell(line: str, saves: Path) -> subprocess.CompletedProcess[str]:
    """A line of the shell, in which `main` stands for the game."""
    function = f'main() {{ "{sys.executable}" "{ROOT / "main.py"}" "$@"; }}; '
    there = {**os.environ, "RED_WEDGE_SAVES": str(saves)}
    return subprocess.run(["bash", "-c", function + line], capture_output=True, text=True, env=there, check=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
@pytest.mark.parametrize("words", PRINTING.values(), ids=PRINTING)
def test_a_full_disk_is_one_sentence(words: tuple[str, ...], tmp_path: Path) -> None:
    ended = in_a_shell(f"main {' '.join(words)} </dev/null >/dev/full", tmp_path)
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "cannot be written" in ended.stderr


@pytest.mark.skipif(os.name != "posix", reason="pipes of a shell")
@pytest.mark.parametrize("words", PRINTING.values(), ids=PRINTING)
def test_a_reader_who_leaves_early_is_no_fault(words: tuple[str, ...], tmp_path: Path) -> None:
    ended = in_a_shell(f"main {' '.join(words)} </dev/null | true; exit ${{PIPESTATUS[0]}}", tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.skipif(os.name != "posix", reason="streams of a shell")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_is_an_empty_one(closed: str, tmp_path: Path) -> None:
    ended = in_a_shell(f"main play --text --seed 5 {closed}", tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.skipif(os.name != "posix", reason="an interrupt is sent as a signal")
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("after", [0.05, 0.3, 0.6, 0.9])
def test_an_interrupt_at_any_time_is_no_traceback(after: float, jobs: int, tmp_path: Path) -> None:
    """The signal goes to the whole group, as that of a terminal does; the clock runs from the first line of main.py."""
    words = ("simulate", "--worlds", "20000", "--jobs", str(jobs), "--out", str(tmp_path), "--quiet")
    process = subprocess.Popen(
        [sys.executable, "-c", BEGUN, "main.py", *words],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    time.sleep(after)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said == b"Cancelled.\n"
    assert not any(tmp_path.iterdir())
