"""What may befall a real window: it is killed, the game's process is killed, the disk fills up.

At most the present turn is lost, and the player is told in a sentence.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.newcomer.chapter import game_of, last_save, played, where, window_of
from tests.ui.newcomer.person import Person, a_display, missing

pytestmark = [
    pytest.mark.skipif(bool(missing()), reason=f"{missing()} not installed (Debian: xvfb, xdotool)"),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for processes in /proc"),
]

FULL = 64 << 10
"""Bytes that a file may have on the full disk: less than a save."""


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with a_display() as name:
        yield name


@pytest.fixture
def person(display: str, tmp_path: Path) -> Iterator[Person]:
    made = Person(display, tmp_path, mouse=True)
    try:
        made.open_game()
        made.press("menu/begin")
        yield made
    finally:
        made.leave()


def test_a_killed_window_loses_at_most_the_present_turn(person: Person) -> None:
    sight = played(person, "1941-06-24")
    os.kill(window_of(person), signal.SIGKILL)
    assert person.program is not None
    person.program.wait(10)
    person.open_game()
    person.press("menu/continue")
    again = person.wait(lambda s: "date" in s, "it does not go on")
    assert again["date"] == sight["date"]


@pytest.mark.parametrize("after", [0.0, 0.05, 0.2])
def test_a_window_that_is_killed_in_the_middle_of_a_turn_leaves_its_start(
    person: Person, tmp_path: Path, after: float
) -> None:
    sight = played(person, "1941-06-23")
    game = game_of(person)
    person.press("run")
    time.sleep(after)
    os.kill(window_of(person), signal.SIGKILL)
    assert person.program is not None
    person.program.wait(10)
    person.await_end_of(game)
    saved = last_save(tmp_path)
    assert saved.date >= sight["date"]
    assert len(saved.journal) >= sight["entries"]


def test_a_game_killed_before_it_is_ready_is_told_and_another_goes_on(person: Person) -> None:
    played(person, "1941-06-22")
    os.kill(window_of(person), signal.SIGTERM)
    person.close_game()
    person.start_game()
    person.wait(lambda s: not s["ready"], "the menu is not seen while the game gets ready")
    os.kill(game_of(person), signal.SIGKILL)
    told = person.wait(lambda s: bool(s["said"]), "it does not say that the game is gone")
    assert ["autosave" in said for said in told["said"]] == [True]
    person.press("menu/continue")
    person.wait(lambda s: s["screens"][0] != "menu" and "date" in s, "it does not go on")


def test_a_killed_game_is_told_in_a_sentence_and_goes_on_from_its_autosave(person: Person) -> None:
    sight = played(person, "1941-06-24")
    os.kill(game_of(person), signal.SIGKILL)
    told = person.wait(lambda s: s["screens"][0] == "menu" and bool(s["said"]), "it does not say that the game is gone")
    assert any("autosave" in said for said in told["said"])
    person.press("menu/continue")
    again = person.wait(lambda s: s["screens"][0] != "menu" and "date" in s, "it does not go on")
    assert again["date"] == sight["date"]


def test_a_full_disk_is_told_and_the_game_goes_on_and_the_last_save_stays_whole(person: Person, tmp_path: Path) -> None:
    sight = played(person, "1941-06-24")
    for pid in (window_of(person), game_of(person)):
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (FULL, FULL))
    person.key("F5")
    told = person.wait(lambda s: bool(s["said"]), "it does not say that it could not save")
    assert not any("aved as" in said for said in told["said"])
    before = where(sight)
    person.press("run")
    after = person.wait(lambda s: where(s) != before, "the game does not go on")
    assert after["date"] >= sight["date"]
    assert last_save(tmp_path).date == sight["date"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk in memory, of the size of some saves, where the saves lie."""
    saves = tmp_path / "saves"
    saves.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(saves)]
    try:
        mounted = subprocess.run(mount, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount")
    if mounted.returncode:
        pytest.skip(f"a disk in memory cannot be mounted here ({mounted.stderr.strip()})")
    try:
        yield saves
    finally:
        subprocess.run(["umount", "-l", str(saves)], check=True)


def test_a_disk_without_room_is_told_and_with_room_again_all_is_saved(
    small_disk: Path, person: Person, tmp_path: Path
) -> None:
    sight = played(person, "1941-06-23")
    (small_disk / "filler").write_bytes(bytes(os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize))
    person.key("F5")
    told = person.wait(lambda s: bool(s["said"]), "it does not say that it could not save")
    assert "free some space" in told["said"][-1]
    person.press("run")
    after = person.wait(lambda s: where(s) != where(sight), "the game does not go on")
    assert len([said for said in after["said"] if "free some space" in said]) == 2
    assert last_save(tmp_path).date == sight["date"]
    (small_disk / "filler").unlink()
    person.ask_to_close()
    person.close_game()
    assert last_save(tmp_path).date == after["date"]
