"""Settings: validated, and never a reason not to start."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from game.store.problem import SaveError
from game.store.settings import Settings, read_settings, settings_path, write_settings


def test_settings_are_read_as_they_were_written(tmp_path: Path) -> None:
    path, mine = tmp_path / "made" / "settings.json", Settings(scale=150, full_screen=True, autosaves=3)
    write_settings(path, mine)
    assert read_settings(path) == (mine, "")


def test_without_a_file_the_settings_are_the_usual_ones(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.json") == (Settings(), "")


def test_keys_of_a_newer_game_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"scale": 120, "hologram": true}')
    assert read_settings(path) == (Settings(scale=120), "")


@pytest.mark.parametrize("text", ['{"scale": 9000}', '{"scale": "big"}', "{", "", "[]", "[" * 60_000, '{"sound": NaN}'])
def test_a_broken_file_is_set_aside_with_a_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    found, sentence = read_settings(path)
    assert found == Settings()
    assert sentence.startswith("The settings were broken (")
    assert sentence.endswith("the file is kept as settings.json.broken.")
    assert path.with_name("settings.json.broken").read_text() == text
    assert read_settings(path) == (Settings(), "")


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=200))
def test_any_bytes_give_settings(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "settings.json"
    path.write_bytes(data)
    assert isinstance(read_settings(path)[0], Settings)


def test_a_huge_file_is_left_where_it_is_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("[" * 99_999)
    assert read_settings(path)[1].startswith("settings.json is larger than 64 KB; ")


def test_a_folder_in_the_way_gives_the_usual_settings_and_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    found, sentence = read_settings(tmp_path / "settings.json")
    assert found == Settings()
    assert "is a folder" in sentence


def test_a_place_that_cannot_be_written_gives_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SaveError, match="cannot be made"):
        write_settings(tmp_path / "file" / "settings.json", Settings())


def test_a_setting_out_of_its_range_is_refused() -> None:
    with pytest.raises(ValidationError, match="autosaves"):
        Settings(autosaves=0)


def test_settings_lie_in_a_folder_of_the_game() -> None:
    assert settings_path().name == "settings.json"
    assert settings_path().parent.name == "red-wedge"
