"""Several mods together: order, requirements, patches."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import read_packs
from tests.content.builders import EVENT, MOLOTOV, problems, write_mod


def patch(path: str, op: str, value: str | None = None, *, kind: str = "event", name: str = "dacha.delegation") -> str:
    """A `[[patch]]` of TOML; `value` as TOML writes it."""
    lines = ["[[patch]]", f'kind = "{kind}"', f'id = "{name}"', f'path = "{path}"', f'op = "{op}"']
    return "\n".join(lines + ([f"value = {value}"] if value is not None else [])) + "\n"


def two(root: Path, patches: str) -> list[Path]:
    """The base game with one event, and a mod with patches."""
    base = write_mod(root, events=EVENT, people=MOLOTOV)
    return [write_mod(root, "mine", '["base"]', patches=patches), base]


def test_the_base_game_loads_first_and_mods_behind_what_they_require(tmp_path: Path) -> None:
    folders = [
        write_mod(tmp_path, "late", '["base", "early"]'),
        write_mod(tmp_path, "free"),
        write_mod(tmp_path, "early", '["base"]'),
        write_mod(tmp_path),
    ]
    assert list(read_packs(folders).manifests) == ["base", "free", "early", "late"]


def test_the_digest_tells_the_order_of_mods(tmp_path: Path) -> None:
    folders = [write_mod(tmp_path, name) for name in ("base", "a", "b")]
    assert read_packs(folders).digest != read_packs([folders[0], folders[2], folders[1]]).digest


def test_a_missing_requirement_is_placed_with_the_nearest_name(tmp_path: Path) -> None:
    (found,) = problems(write_mod(tmp_path), write_mod(tmp_path, "mine", '["bsae"]'))
    assert str(found) == "mine/mod.toml:4:14: the mod 'bsae' is missing (did you mean 'base'?)"


def test_a_cycle_of_requirements_is_reported_once(tmp_path: Path) -> None:
    a, b = write_mod(tmp_path, "a", '["b"]'), write_mod(tmp_path, "b", '["a"]')
    (found,) = problems(write_mod(tmp_path), write_mod(tmp_path, "victim", '["a"]'), a, b)
    assert found.message == "mods require each other: a -> b -> a"
    assert (found.mod, found.file, found.line) == ("a", "mod.toml", 4)


def test_two_mods_of_one_id_are_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (found,) = problems(write_mod(tmp_path), write_mod(tmp_path / "other"))
    assert "a mod with the id 'base' is already given" in found.message


def test_a_patch_replaces_a_formula_and_gives_it_its_own_place(tmp_path: Path) -> None:
    event = read_packs(two(tmp_path, patch("option.arrest.ai", "replace", '"9"'))).events["dacha.delegation"]
    weight = event.options[0].ai
    assert weight is not None
    assert (weight.text, weight.mod, weight.file, weight.line, weight.column) == ("9", "mine", "patches.toml", 6, 10)
    assert event.options[1].place.mod == "base"


def test_a_patch_adds_a_key_an_item_and_a_whole_option(tmp_path: Path) -> None:
    option = '{ id = "beg", text = "Beg him to return.", ai = "1" }'
    changes = [
        patch("option.wait.price", "add", "3"),
        patch("option.wait.effects", "add", '"organ.security.fear += 1"'),
        patch("option", "add", option),
    ]
    event = read_packs(two(tmp_path, "".join(changes))).events["dacha.delegation"]
    assert [option.id for option in event.options] == ["arrest", "wait", "beg"]
    assert event.options[1].price is not None
    assert [(effect.mod, effect.line) for effect in event.options[1].effects] == [("base", 23), ("mine", 12)]
    assert event.options[2].ai is not None
    assert (event.options[2].ai.mod, event.options[2].ai.line) == ("mine", 18)


def test_a_patch_removes_a_key_an_item_of_a_list_an_option_and_an_object(tmp_path: Path) -> None:
    changes = [
        patch("chance", "remove"),
        patch("option.arrest.tags", "remove", '"coup"'),
        patch("option", "add", '{ id = "beg", text = "Beg." }'),
        patch("option.wait", "remove"),
        patch("default", "replace", '"beg"'),
        patch("", "remove", kind="person", name="molotov"),
    ]
    found = read_packs(two(tmp_path, "".join(changes)))
    event = found.events["dacha.delegation"]
    assert [option.id for option in event.options] == ["arrest", "beg"]
    assert event.chance is None
    assert event.options[0].tags == ()
    assert not found.persons


def test_a_fault_that_a_patch_brings_is_placed_in_the_patch(tmp_path: Path) -> None:
    (found,) = problems(*two(tmp_path, patch("title", "replace", '"' + "x" * 70 + '"')))
    assert (found.mod, found.file, found.line) == ("mine", "patches.toml", 6)
    assert "'title' has 70 characters" in found.message


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        (patch("title", "add", '"x"'), 4, "'title' is there already", 'use op = "replace"'),
        (patch("titel", "replace", '"x"'), 4, "there is no 'titel' to replace", "did you mean 'title'?"),
        (patch("option.arest.ai", "replace", "1"), 4, "'option' has no 'arest'", "did you mean 'arrest'?"),
        (patch("option.wait", "add", "1"), 4, "add to an item of a list", "name a key"),
        (patch("title.x", "replace", "1"), 4, "the path leads nowhere at 'title'", "one of"),
        (patch("timeout", "remove"), 4, "there is no 'timeout' to remove", "one of"),
        (patch("tags", "remove", '"x"', name="dacha.delegatoin"), 3, "no mod before this one has the event", "did you"),
        (patch("tags", "remove", '"x"', kind="evnt"), 2, "there is no kind 'evnt'", "did you mean 'event'?"),
        (patch("title", "replace"), 1, "the key 'value' is missing", "say what to replace"),
        (patch("title", "change", "1"), 5, "'op' cannot be 'change'", "one of: replace, add, remove"),
    ],
)
def test_a_patch_that_does_not_fit_is_placed(tmp_path: Path, text: str, line: int, message: str, hint: str) -> None:
    (found,) = problems(*two(tmp_path, text))
    assert (found.mod, found.file, found.line) == ("mine", "patches.toml", line), str(found)
    assert message in found.message
    assert hint in found.hint


def test_a_mod_holds_a_bounded_number_of_patches(tmp_path: Path) -> None:
    change = patch("option.wait.effects", "add", '"a()"') + patch("option.wait.effects", "remove", '"a()"')
    found = problems(*two(tmp_path, change * 1001))
    assert [problem.message for problem in found] == ["the mod holds more than 2000 patches"]
