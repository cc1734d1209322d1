"""Saves: listing, saving under a name, loading, throwing away and having back; pictures; leaving."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.ui.app.leaving import close_window, picture_autosave
from game.ui.app.save_pictures import picture_path, sweep_pictures
from game.ui.link.link import DirectLink
from game.ui.screens.saves import SavesScreen
from tests.ui.screens.window import Window, faults_of_layout, in_all_sizes


@pytest.fixture
def window(tmp_path: Path) -> Window:
    made = Window(tmp_path, None, "desk", "card", "encyclopaedia")
    assert isinstance(made.stage.link, DirectLink)
    made.stage.link.server.keep = 4
    return made


def saving(window: Window) -> Window:
    window.stage.show("pause")
    window.look()
    window.click("save")
    return window


def saved(window: Window, name: str) -> Path:
    window.stage.save(name)
    window.look()
    return window.stage.folders.saves / f"{name}.rwsave"


def test_a_game_is_saved_under_a_name_by_keyboard(window: Window) -> None:
    saving(window)
    window.key(pygame.K_BACKSPACE, pygame.KMOD_CTRL)
    window.write("Before the talk")
    window.key(pygame.K_RETURN)
    assert (window.stage.folders.saves / "Before the talk.rwsave").is_file()
    assert "Before the talk" in window.texts()


def test_a_bad_name_is_refused_in_a_sentence(window: Window) -> None:
    saving(window)
    window.key(pygame.K_BACKSPACE, pygame.KMOD_CTRL)
    window.write("../elsewhere")
    window.click("save")
    assert "cannot be the name of a save" in window.said[-1]


def test_a_name_that_is_taken_is_replaced_only_on_demand(window: Window) -> None:
    path = saved(window, "22 June 1941")
    before = path.stat().st_mtime_ns
    saving(window)
    window.press("save")
    assert window.screen.name == "replace"
    window.click("choice 1")
    assert path.stat().st_mtime_ns == before
    window.click("save")
    window.click("choice 0")
    assert path.stat().st_mtime_ns > before


def test_a_save_is_loaded_with_all_that_is_told_of_it(window: Window) -> None:
    path = saved(window, "morning")
    window.stage.show("saves")
    window.look()
    window.click(path.name)
    texts = window.texts()
    assert "Vyacheslav Molotov" in texts
    assert "22 June 1941, stop 1, a question in the morning" in texts
    assert "All as usual" in texts
    window.press("load")
    assert window.screen.name == "card"


def test_a_broken_file_is_listed_with_its_fault_and_cannot_be_loaded(window: Window) -> None:
    (window.stage.folders.saves / "odd.rwsave").write_bytes(b"nothing of the kind")
    window.stage.show("saves")
    window.look()
    window.click("odd.rwsave")
    assert any("It is no save of this game" in text for text in window.texts())
    window.click("load")
    assert "cannot be read" in window.said[-1]


def test_what_is_deleted_can_be_brought_back(window: Window) -> None:
    path = saved(window, "precious")
    data = path.read_bytes()
    window.stage.show("saves")
    window.look()
    window.click(path.name)
    window.click("delete")
    assert not path.exists()
    window.press("bring back")
    assert path.read_bytes() == data
    assert isinstance(window.screen, SavesScreen)
    assert window.screen.chosen == path


def test_a_save_has_a_picture_of_the_game_and_not_of_the_pause(window: Window) -> None:
    before = window.ui.surface.copy()
    saving(window)
    window.press("save")
    picture = pygame.image.load(picture_path(window.stage.folders.saves / "22 June 1941.rwsave"))
    small = pygame.transform.smoothscale(before, picture.get_size())
    assert pygame.transform.average_color(picture)[:3] == pygame.transform.average_color(small)[:3]


def test_pictures_go_with_their_saves(window: Window) -> None:
    path = saved(window, "short lived")
    path.unlink()
    sweep_pictures(window.stage.folders.saves)
    assert not picture_path(path).exists()


def test_an_autosave_gets_its_picture_when_the_game_is_seen(window: Window) -> None:
    window.stage.begin(window.game.opening)
    window.look()
    picture_autosave(window.stage)
    (path,) = window.stage.folders.saves.glob("auto-*.rwsave")
    assert picture_path(path).is_file()


@pytest.mark.parametrize("order", ["latest", "name", "date"])
def test_the_list_is_sorted(window: Window, order: str) -> None:
    for name in ("b", "a"):
        saved(window, name)
    window.stage.show("saves")
    window.look()
    window.click("orders", order)
    rows = [at.path[-1] for at in window.placed() if at.path[-1].endswith(".rwsave")]
    assert sorted(rows) == ["a.rwsave", "b.rwsave"]
    assert order != "name" or rows == ["a.rwsave", "b.rwsave"]


def test_quick_save_and_quick_load(window: Window) -> None:
    window.key(pygame.K_F9)
    assert "no quick save" in window.said[-1]
    window.key(pygame.K_F5)
    window.key(pygame.K_F9)
    assert window.screen.name == "card"


def test_closing_the_window_saves_as_an_autosave_does(window: Window) -> None:
    close_window(window.stage)
    window.look()
    assert window.stage.quitting
    assert len(list(window.stage.folders.saves.glob("auto-*-orders.rwsave"))) == 1


def test_a_game_that_cannot_be_saved_is_left_only_on_demand(window: Window) -> None:
    assert isinstance(window.stage.link, DirectLink)
    (window.stage.folders.saves / "a file").write_text("")
    window.stage.link.server.folder = window.stage.folders.saves / "a file" / "no folder"
    close_window(window.stage)
    window.look()
    assert not window.stage.quitting
    window.press("choice 0")
    assert not window.stage.quitting
    close_window(window.stage)
    window.look()
    window.key(pygame.K_ESCAPE)
    close_window(window.stage)
    window.look()
    assert not window.stage.quitting
    window.click("choice 1")
    assert window.stage.quitting


def test_the_layout_holds_in_all_windows(window: Window) -> None:
    (window.stage.folders.saves / "odd.rwsave").write_bytes(b"nothing of the kind")
    for name in ("One of a rather long name, as a player may well give it", "b"):
        saved(window, name.replace(",", ""))
    window.stage.begin(window.game.opening)
    window.look()
    saving(window)

    def check() -> None:
        assert faults_of_layout(window) == []

    in_all_sizes(window, check)
    window.resize((1600, 900))
    window.click("odd.rwsave")
    in_all_sizes(window, check)
    window.resize((1600, 900))
    window.click("delete")
    in_all_sizes(window, check)
