"""The console in the window: shut until the player asks for the truth; a line, its history, its completion."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.content import Content
from game.play.errors import PlayError
from game.ui.link.console import Vocabulary
from game.ui.link.server import Server
from game.ui.screens.console import ConsoleScreen, Told
from game.ui.screens.console_line import completions
from tests.play.builders import campaign
from tests.ui.screens.test_desk import at_orders
from tests.ui.screens.window import Window, faults_of_layout, in_all_sizes

KNOWN = Vocabulary(("person.beria.fear", "person.beria.file", "room.nerve"), ("week.noon", "week.stavka"))


@pytest.fixture
def window(tmp_path: Path) -> Window:
    """On the desk; the console is shut."""
    return Window(tmp_path, at_orders())


def opened(window: Window) -> Window:
    """The console, open."""
    window.key(pygame.K_F1)
    window.click("consent")
    return window


def enter(window: Window, line: str) -> None:
    window.write(line)
    window.key(pygame.K_RETURN)
    window.look()


def told(window: Window) -> tuple[Told, ...]:
    nothing: tuple[Told, ...] = ()
    return window.ui.recall("told", nothing)


def test_it_asks_before_it_shows_anything(window: Window) -> None:
    window.key(pygame.K_F1)
    assert isinstance(window.screen, ConsoleScreen)
    assert not window.has("line")
    assert not window.stage.now.table.console
    window.click("decline")
    assert window.screen.name == "desk"
    assert not window.game.opening.console


def test_the_server_itself_refuses_before_consent(tmp_path: Path) -> None:
    server = Server(tmp_path, campaign=campaign())
    for line in ("probe room.nerve", "effect power.ussr.legitimacy += 1", "why week.noon", "help", "reload"):
        with pytest.raises(PlayError):
            server.command(line)


def test_it_holds_in_windows_of_all_sizes(window: Window) -> None:
    window.key(pygame.K_F1)
    in_all_sizes(window, lambda: _holds(window))
    window.resize((1600, 900))
    window.click("consent")
    for line in ("help", "why week.stavka", "effect nonsense"):
        enter(window, line)
    in_all_sizes(window, lambda: _holds(window))


def _holds(window: Window) -> None:
    assert not faults_of_layout(window)


def test_a_probe_tells_the_truth(window: Window) -> None:
    opened(window)
    enter(window, "probe person.beria.loyalty")
    assert told(window)[-1] == ("said", f"person.beria.loyalty = {window.game.probe('person.beria.loyalty')}")


def test_an_effect_is_seen_at_once_beneath_and_in_the_rail(window: Window) -> None:
    opened(window)
    enter(window, "effect me.authority = 7")
    assert window.stage.now.view.desk.authority == 7
    window.click("shut")
    assert window.screen.name == "desk"
    assert window.stage.words("rail.console") in window.texts()


def test_a_line_that_is_wrong_is_answered_in_a_sentence(window: Window) -> None:
    opened(window)
    for line in ("sing", "probe", "fire week.nowhere", "effect room.nerve", "why nothing"):
        enter(window, line)
        assert told(window)[-1][0] == "fault"


def test_help_names_every_command(window: Window) -> None:
    opened(window)
    enter(window, "help")
    assert [text.split()[0].rstrip(":") for _, text in told(window)[-6:]] == [
        "effect", "probe", "fire", "why", "reload", "help",
    ]  # fmt: skip


def test_mods_are_read_anew(window: Window) -> None:
    opened(window)
    before, book = window.game.hash, window.game.book
    enter(window, "reload")
    assert told(window)[-1][0] == "said"
    assert window.game.hash == before
    assert window.game.book is not book
    assert isinstance(window.game.book.content, Content)
    assert window.game.opening.console


def test_lines_come_back_with_up_and_down(window: Window) -> None:
    opened(window)
    enter(window, "probe room.nerve")
    enter(window, "probe room.aura")
    window.key(pygame.K_UP)
    window.key(pygame.K_UP)
    assert window.ui.recall("line", "") == "probe room.nerve"
    window.key(pygame.K_DOWN)
    assert window.ui.recall("line", "") == "probe room.aura"
    window.key(pygame.K_DOWN)
    assert window.ui.recall("line", "") == ""


def test_tab_completes_what_was_begun(window: Window) -> None:
    opened(window)
    window.write("probe room.ner")
    window.key(pygame.K_TAB)
    assert window.ui.recall("line", "") == "probe room.nerve"


@pytest.mark.parametrize(
    ("line", "longer"),
    [
        ("pro", "probe "), ("probe person.b", "probe person.beria.fi"[:-1]), ("fire week.n", "fire week.noon"),
        ("probe 1 + room", "probe 1 + room.nerve"), ("probe zzz", "probe zzz"),
    ],
)  # fmt: skip
def test_completion_goes_as_far_as_all_agree(line: str, longer: str) -> None:
    assert completions(line, KNOWN)[0] == longer


def test_its_own_key_and_escape_shut_it(window: Window) -> None:
    for key in (pygame.K_F1, pygame.K_ESCAPE):
        window.key(pygame.K_F1)
        assert isinstance(window.screen, ConsoleScreen)
        window.key(key)
        assert window.screen.name == "desk"


def test_without_a_game_there_is_nothing_to_open(window: Window) -> None:
    window.stage.leave_campaign()
    window.look()
    window.key(pygame.K_F1)
    assert not window.has("consent")
    assert not window.has("line")
