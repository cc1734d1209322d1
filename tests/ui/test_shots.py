"""The command that pictures and checks every screen."""

from __future__ import annotations

from pathlib import Path

import pytest

import main
from game.ui.kit.button import Button
from game.ui.kit.interface import Interface
from game.ui.kit.node import Group, Node
from game.ui.kit.rect import Rect
from game.ui.kit.screen import Screen
from game.ui.screens.register import SCREENS
from game.ui.shots.catalogue import Shot, shots
from game.ui.shots.hand import Hand, Table
from game.ui.shots.pressing import Presses
from game.ui.shots.stations import STATIONS, Stations


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    folder = tmp_path_factory.mktemp("shots")
    return Table((1600, 900), 100, Stations(folder / "stations"), folder)


def test_every_registered_screen_is_in_some_picture() -> None:
    assert {shot.screen for shot in shots(SCREENS)} == set(SCREENS)


def test_every_picture_is_taken_at_a_station_that_there_is_and_has_a_name_of_its_own() -> None:
    every = shots(SCREENS)
    assert {shot.station for shot in every} <= {*STATIONS, ""}
    assert len({shot.name for shot in every}) == len(every)


class Bench(Screen):
    """Controls of which some are dead."""

    def __init__(self) -> None:
        super().__init__(name="bench")

    def build(self, ui: Interface, space: Rect) -> Node:
        controls = [
            Button(rect=Rect(100, 100, 200, 40), key="dead", text="Dead", act=lambda: None),
            Button(rect=Rect(100, 200, 200, 40), key="says", text="Says", act=lambda: ui.say("It is done.")),
            Button(rect=Rect(100, 300, 200, 40), key="closed", text="Closed", why_not="It cannot be."),
            Button(rect=Rect(100, 400, 200, 40), key="breaks", text="Breaks", act=lambda: int("nothing")),
            Button(rect=Rect(100, 500, 200, 40), key="here", text="Here", act=lambda: None, here=True),
        ]
        return Group(rect=space, key="bench", children=controls)


def test_a_control_is_dead_if_it_neither_acts_nor_changes_the_view_nor_gives_a_reason(table: Table) -> None:
    def bring(hand: Hand) -> None:
        hand.stage.ui.open(Bench())
        hand.settle()

    found = Presses(table).of(Shot("bench", "bench", "", bring))
    assert [(f.where.split("/")[-1], f.text.split(":")[0]) for f in found] == [
        ("dead", "pressing it does nothing and says nothing"), ("breaks", "pressing it raises ValueError"),
    ]  # fmt: skip


def test_pressing_every_control_moves_no_campaign(table: Table) -> None:
    before = table.hand("first_orders").ask("digest")
    Presses(table).of(next(shot for shot in shots(SCREENS) if shot.name == "desk first"))
    assert table.hand("first_orders").ask("digest") == before


def test_a_picture_is_written_under_its_name(tmp_path: Path) -> None:
    assert main.main(["shots", str(tmp_path), "--only", "menu", "--no-presses", "--size", "1280x720"]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["menu.png"]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--only", "nowhere"), "there is no such picture"),
        (("--size", "large"), "WIDTHxHEIGHT"),
        (("--scale", "big"), "--scale"),
    ],
)
def test_what_cannot_be_pictured_is_refused_in_a_sentence(
    more: tuple[str, ...], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["shots", str(tmp_path), *more]) == 2
    assert says in capsys.readouterr().err
