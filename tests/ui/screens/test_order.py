"""The dialog of an order: nothing is given before all is chosen and paid for."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.ui.screens.desk_groups import TALK
from tests.ui.screens.test_desk import at_orders
from tests.ui.screens.window import Window, faults_of_layout, in_all_sizes

DELEGATE = "staff_delegate"
"""An order of two arguments that is another's: a man, and a front."""


def order(folder: Path, lever: str, given: dict[str, str] | None = None) -> Window:
    window = Window(folder, at_orders())
    window.stage.show("order", lever, given or {})
    window.look()
    return window


@pytest.mark.parametrize("by", ["click", "press"])
def test_an_order_is_given_and_the_desk_shows_again(tmp_path: Path, by: str) -> None:
    window = order(tmp_path, "foreign.ask_tokyo")
    getattr(window, by)("buttons", "give")
    assert window.screen.name == "desk"
    assert window.game.journal[-1].decision == "foreign.ask_tokyo"


@pytest.mark.parametrize("by", ["click", "press"])
def test_arguments_are_chosen_one_after_the_other(tmp_path: Path, by: str) -> None:
    window = order(tmp_path, DELEGATE)
    getattr(window, by)("of man", "timoshenko")
    getattr(window, by)("of f", "western_front")
    getattr(window, by)("buttons", "give")
    last = window.game.journal[-1]
    assert (last.decision, dict(last.arguments)) == (DELEGATE, {"man": "timoshenko", "f": "western_front"})


def said_of_it(window: Window) -> str:
    return " ".join(note.text for at, note in window.written() if "words" in at.path)


def test_what_an_order_does_names_whom_it_is_given_to_once_that_is_chosen(tmp_path: Path) -> None:
    window = order(tmp_path, DELEGATE)
    assert "Western Front" not in said_of_it(window)
    window.click("of man", "timoshenko")
    window.click("of f", "western_front")
    window.look()
    assert "Western Front" in said_of_it(window)
    window.click("choosing", "chosen man")
    window.look()
    assert "Western Front" not in said_of_it(window)


def test_what_is_not_chosen_is_asked_for(tmp_path: Path) -> None:
    window = order(tmp_path, DELEGATE)
    window.click("buttons", "give")
    assert window.said == ["Choose first: whom."]
    assert window.screen.name == "order"


def test_what_was_chosen_can_be_chosen_anew_and_takes_what_followed_with_it(tmp_path: Path) -> None:
    window = order(tmp_path, DELEGATE, {"man": "timoshenko", "f": "western_front"})
    window.click("choosing", "chosen man")
    assert window.has("of man", "timoshenko")
    assert not window.has("choosing", "chosen f")


def test_a_closed_order_says_why(tmp_path: Path) -> None:
    window = order(tmp_path, "leader_return")
    offer = next(o for o in window.stage.offers if o.lever == "leader_return")
    window.click("buttons", "give")
    assert window.said == [offer.why_not]
    assert offer.why_not in " ".join(window.texts())
    assert not window.game.journal[-1].decision


def test_it_says_what_asking_costs_and_whom(tmp_path: Path) -> None:
    window = order(tmp_path, DELEGATE)
    offer = next(o for o in window.stage.offers if o.lever == DELEGATE)
    assert f"{offer.asked:.0f} of it for asking {offer.whose}" in window.texts()


def test_who_dies_stands_before_what_it_brings(tmp_path: Path) -> None:
    window = order(tmp_path, TALK)
    deadly = next(o for o in window.stage.offers if o.dead)
    window.stage.show("order", deadly.lever)
    window.look()
    texts = " ".join(window.texts())
    assert texts.index("Dead:") < texts.index("What it does")


def test_an_order_that_is_not_on_the_desk_can_only_be_left(tmp_path: Path) -> None:
    window = order(tmp_path, "no_such_order")
    window.click("back")
    assert window.screen.name == "desk"


def test_leaving_gives_nothing(tmp_path: Path) -> None:
    window = order(tmp_path, TALK, {"man": "beria"})
    window.click("buttons", "back")
    assert window.screen.name == "desk"
    assert not window.game.journal[-1].decision


@pytest.mark.parametrize(
    ("lever", "given"),
    [(TALK, {}), (TALK, {"man": "beria"}), (DELEGATE, {"man": "timoshenko"}), ("foreign.ask_tokyo", {}),
     ("leader_return", {})],
)  # fmt: skip
def test_all_words_stand_in_their_places_at_every_size(tmp_path: Path, lever: str, given: dict[str, str]) -> None:
    window = order(tmp_path, lever, given)

    def check() -> None:
        assert faults_of_layout(window) == []

    in_all_sizes(window, check)
