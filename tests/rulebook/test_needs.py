"""What the game itself reads may be changed by a mod; what takes it away is told at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.builders import write_mod
from tests.rulebook.builders import bare_book, faults_of, mod, only_fault


def removed(kind: str, name: str, path: str = "", value: str = "") -> str:
    """A patch that takes something away."""
    keys = f'path = "{path}"\n' if path else ""
    keys += f'value = "{value}"\n' if value else ""
    return f'[[patch]]\nkind = "{kind}"\nid = "{name}"\nop = "remove"\n{keys}'


def scenario(path: str, value: str = "") -> str:
    """A patch that takes something away from the scenario."""
    return removed("scenario", "dacha-1941", path, value)


def front(side: str, direction: str) -> str:
    """Patches that take away all formations of a side in a direction, and what the scenario says of them."""
    book = bare_book()
    gone = [f.id for f in book.content.formations.values() if (f.side, f.direction) == (side, direction)]
    listed = {formation.id for formation in book.scenario.formations}
    return "".join(
        removed("formation", name) + (scenario(f"formation.{name}") if name in listed else "") for name in gone
    )


@pytest.mark.parametrize("side", ["ussr", "axis"])
@pytest.mark.parametrize("direction", ["north", "west", "south"])
def test_a_direction_without_a_front_is_told_at_the_patch(tmp_path: Path, side: str, direction: str) -> None:
    said = f"no formation of the side '{side}' is left in the {direction}"
    (found,) = [p for p in faults_of(mod(tmp_path, things=front(side, direction))) if p.message == said]
    assert (found.mod, found.file) == ("trial", "things.toml")
    assert found.line
    assert found.hint


@pytest.mark.parametrize(
    ("kind", "name"),
    [("premise", "breakdown"), ("constant", "nerve.usual"), ("constant", "hands.player")],
)
def test_what_systems_read_by_name_is_not_taken_away(tmp_path: Path, kind: str, name: str) -> None:
    found = only_fault(tmp_path, things=removed(kind, name))
    assert (found.mod, found.line) == ("trial", 1)
    assert found.message == f"the game itself reads the {kind} '{name}'"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (scenario("active"), "has no part in dacha-1941"),
        (scenario("room", "stalin"), "'stalin' leads and is not in the room"),
        (scenario("room"), "the key 'room' is missing"),
        (scenario("foreign"), "has no"),
        (
            '[[patch]]\nkind = "scenario"\nid = "dacha-1941"\nop = "add"\npath = "set"\n'
            'value = [{ column = "person.beria.influense", value = 3 }]\n',
            "person.beria.influense: person has no column influense",
        ),
        (
            '[[patch]]\nkind = "scenario"\nid = "dacha-1941"\nop = "add"\npath = "set"\n'
            'value = [{ column = "organ.press.head", value = "3" }]\n',
            "this is a number, a person is wanted",
        ),
    ],
)
def test_a_scenario_that_has_lost_its_persons_or_columns_is_told(tmp_path: Path, text: str, message: str) -> None:
    found = faults_of(mod(tmp_path, things=text))
    assert any(message in problem.message for problem in found), [str(p) for p in found]
    assert all(problem.line for problem in found), [str(p) for p in found]


def test_a_mod_may_take_away_a_number_of_its_own(tmp_path: Path) -> None:
    constant = '[[constant]]\nid = "mine"\nvalue = 3\nunit = ""\nsource = ""\n'
    first = mod(tmp_path, "first", things=constant)
    second = write_mod(tmp_path, "second", '["first"]', things=removed("constant", "mine"))
    assert faults_of(first, second) == ()
