"""Saves that are thrown away and had back."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.store.problem import SaveError
from game.store.trash import bring_back, empty_trash, throw_away


def a_save(folder: Path) -> Path:
    path = folder / "one.rwsave"
    path.write_bytes(b"save")
    return path


def test_what_is_thrown_away_is_out_of_the_list_and_comes_back(tmp_path: Path) -> None:
    path = a_save(tmp_path)
    thrown = throw_away(path)
    assert list(tmp_path.glob("*.rwsave")) == []
    assert bring_back(thrown) == path
    assert path.read_bytes() == b"save"


def test_it_comes_back_over_no_other_save(tmp_path: Path) -> None:
    thrown = throw_away(a_save(tmp_path))
    a_save(tmp_path)
    with pytest.raises(SaveError, match="another save"):
        bring_back(thrown)


def test_the_trash_is_emptied_of_saves_alone(tmp_path: Path) -> None:
    thrown = throw_away(a_save(tmp_path))
    other = tmp_path / "notes.txt.deleted"
    other.write_text("mine")
    empty_trash(tmp_path)
    assert not thrown.exists()
    assert other.exists()


def test_what_is_gone_cannot_be_thrown_away(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="cannot be moved"):
        throw_away(tmp_path / "none.rwsave")
