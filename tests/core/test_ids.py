"""How ids are written."""

import pytest

from game.core import ids


@pytest.mark.parametrize("text", ["molotov", "a", "t_34", "surname_initials", "x1"])
def test_an_id_is_small_letters_digits_and_underscores(text: str) -> None:
    assert ids.is_id(text)
    assert ids.is_dotted_id(text)
    assert ids.is_scenario_id(text)


@pytest.mark.parametrize("text", ["", "1a", "_a", "A", "a-b", "a.b", "a b", "a\n", "é", "aé"])
def test_anything_else_is_no_id(text: str) -> None:
    assert not ids.is_id(text)


@pytest.mark.parametrize(
    ("text", "dotted"), [("dacha.delegation", True), ("a.b.c", True), ("a..b", False), ("a.", False)]
)
def test_a_dotted_id_is_ids_joined_by_dots(text: str, dotted: bool) -> None:
    assert ids.is_dotted_id(text) is dotted


@pytest.mark.parametrize(("text", "scenario"), [("dacha-1941", True), ("a--b", False), ("a-", False), ("-a", False)])
def test_a_scenario_id_may_have_dashes(text: str, scenario: bool) -> None:
    assert ids.is_scenario_id(text) is scenario
