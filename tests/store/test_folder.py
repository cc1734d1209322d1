"""The folder of saves: names that cannot lead elsewhere, a list without secrets, autosaves that take turns."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from game.store.file import STALE_SECONDS
from game.store.folder import Autosaves, list_saves, save_path
from game.store.problem import SaveError
from game.store.save import read_save, write_save
from tests.store.builders import book, saved


@pytest.mark.parametrize(
    "name",
    [
        "", " ", ".", "..", "../a", "a/b", "a\\b", "/etc/passwd", "C:a", "a\0b", "a\nb", "con", "NUL", "com1", "lpt9",
        "x" * 61,
        "auto-000001-1941-06-22-morning", "a.rwsave", "Ж" * 60 + "ж", "\u202eabc", "~", "a*",
    ],
)  # fmt: skip
def test_a_name_that_could_lead_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SaveError, match=r"; .*(choose|use) ") as caught:
        save_path(tmp_path, name)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["Before the vote", "До войны", "a-b_c 2"])
def test_a_plain_name_is_a_file_of_the_folder(tmp_path: Path, name: str) -> None:
    path = save_path(tmp_path, name)
    write_save(path, saved(title=name))
    assert path.parent == tmp_path
    assert [(entry.name, entry.automatic) for entry in list_saves(tmp_path)] == [(name, False)]


def test_a_link_in_the_folder_is_neither_listed_nor_written_through(tmp_path: Path) -> None:
    folder, outside = tmp_path / "saves", tmp_path / "outside.rwsave"
    folder.mkdir()
    write_save(outside, saved(title="outside"))
    before = outside.read_bytes()
    (folder / "Link.rwsave").symlink_to(outside)
    (folder / "auto-000007-1941-06-22-morning.rwsave").symlink_to(outside)
    assert list_saves(folder) == ()
    assert Autosaves(folder).latest() is None
    with pytest.raises(SaveError, match="is a link"):
        save_path(folder, "Link")
    write_save(folder / "Link.rwsave", saved(title="inside"))
    assert outside.read_bytes() == before
    assert not (folder / "Link.rwsave").is_symlink()


def test_the_list_shows_the_latest_first_and_broken_files_with_their_fault(tmp_path: Path) -> None:
    for age, name in ((30, "old"), (10, "new"), (20, "broken")):
        path = save_path(tmp_path, name)
        write_save(path, saved(title=name))
        if name == "broken":
            path.write_bytes(path.read_bytes()[:400])
        os.utime(path, (time.time() - age, time.time() - age))
    (tmp_path / "notes.txt").write_text("not a save")
    (tmp_path / "folder.rwsave").mkdir()
    found = list_saves(tmp_path)
    assert [entry.name for entry in found] == ["new", "broken", "old"]
    assert found[0].headline is not None
    assert found[0].headline.person == "molotov"
    assert found[1].headline is None
    assert found[1].fault == "broken.rwsave: it is damaged or cut short; load an earlier save"


def test_a_folder_that_is_not_there_has_no_saves(tmp_path: Path) -> None:
    assert list_saves(tmp_path / "none") == ()


def test_autosaves_keep_the_latest_and_leave_the_players_own(tmp_path: Path) -> None:
    autosaves = Autosaves(tmp_path / "made" / "here", keep=3)
    own = save_path(autosaves.folder, "mine")
    write_save(own, saved())
    for turn in range(5):
        autosaves.write(saved(title=str(turn)), "morning")
        last = autosaves.write(saved(title=str(turn)), "orders")
    names = sorted(path.name for path in autosaves.folder.iterdir())
    kept = ("000008-1941-06-22-orders", "000009-1941-06-22-morning", "000010-1941-06-22-orders")
    assert names == [*(f"auto-{name}.rwsave" for name in kept), own.name]
    assert autosaves.latest() == last
    assert read_save(last, book()).header.title == "4"


def test_autosaves_count_on_where_an_earlier_game_stopped(tmp_path: Path) -> None:
    Autosaves(tmp_path).write(saved(), "morning")
    assert Autosaves(tmp_path).write(saved(), "orders").name == "auto-000002-1941-06-22-orders.rwsave"


def test_what_a_crash_left_is_swept_but_not_what_is_being_written(tmp_path: Path) -> None:
    old, fresh = tmp_path / ".writing-a.part", tmp_path / ".writing-b.part"
    for path in (old, fresh):
        path.write_bytes(b"half")
    os.utime(old, (0, time.time() - STALE_SECONDS - 1))
    Autosaves(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [fresh.name]


def test_a_folder_that_cannot_be_written_gives_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SaveError, match="the folder of saves cannot be made"):
        Autosaves(tmp_path / "file" / "saves")
    with pytest.raises(SaveError, match=r"cannot be written .*; free some space"):
        write_save(tmp_path / "none" / "a.rwsave", saved())


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.rwsave").mkdir()
    (tmp_path / "a.rwsave" / "x").write_text("in the way")
    with pytest.raises(SaveError, match="cannot be written"):
        write_save(tmp_path / "a.rwsave", saved())
    assert [path.name for path in tmp_path.iterdir()] == ["a.rwsave"]
