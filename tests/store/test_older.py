"""Saves of older formats and of other content load, and say what has changed."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.core import calendar
from game.engine.block import Block
from game.rulebook.book import Rulebook, open_rulebook
from game.rulebook.start import begin
from game.store.migrations import Migration, newer_arrays, newer_header
from game.store.problem import SaveError
from game.store.save import from_bytes, read_header, read_save, save_of, to_bytes
from game.world.state import World
from tests.store.builders import BASE, PLAYED, book, saved, stops, world
from tests.store.mutations import put_together, take_apart

FIXTURES = Path(__file__).with_name("fixtures")
Columns = dict[str, "np.ndarray[Any, Any]"]


# formats ---------------------------------------------------------------------------------------------------------


def test_a_save_of_version_1_loads_for_ever() -> None:
    path = FIXTURES / "version_1.rwsave"
    header = read_header(path)
    assert (header.scenario, header.protagonist, header.date, header.seed) == ("dacha-1941", "molotov", "1941-06-25", 5)
    assert header.headline.place == "orders"
    assert [entry.seat for entry in header.journal] == ["molotov", "molotov"]
    assert header.diary[0].text == "Three days. Nobody says the word."
    after = read_save(path, book())
    assert calendar.to_iso(after.world.date[0]) == "1941-06-25"
    assert after.world.turns[0] == 3
    assert len(after.world.chronicle or ()) > 50
    leader = book().schema.entities["person"][int(after.world.column("room", "leader")[0]) - 1]
    assert leader == "stalin"
    list(stops(Block(book(), after.world), 2))


def test_a_chain_of_migrations_runs_from_a_files_version_on() -> None:
    def rename(header: dict[str, Any]) -> dict[str, Any]:
        return {"new" if key == "old" else key: value for key, value in header.items()}

    def double(header: dict[str, Any], arrays: Columns) -> Columns:
        return {**arrays, "numbers": arrays["numbers"] * header["factor"]}

    same_header, same_arrays = (lambda header: header), (lambda _, arrays: arrays)
    chain = (Migration(rename, same_arrays), Migration(same_header, double))
    assert json.loads(newer_header(b'{"old": 1}', 1, chain)) == {"new": 1}
    assert json.loads(newer_header(b'{"old": 1}', 2, chain)) == {"old": 1}
    for version in (1, 2):
        assert newer_arrays({"factor": 2}, {"numbers": np.ones(2)}, version, chain)["numbers"].tolist() == [2.0, 2.0]
    assert newer_arrays({}, {"numbers": np.ones(2)}, 3, chain)["numbers"].tolist() == [1.0, 1.0]


@pytest.mark.parametrize("header", [b"", b"[]", b"[" * 99_999, b"\xff", b"1" * 9_999])
def test_a_broken_header_of_an_older_version_gives_a_sentence(header: bytes) -> None:
    chain = (Migration(lambda old: {**old, "x": old["y"]}, lambda _, arrays: arrays),)
    with pytest.raises(SaveError, match="its header is damaged"):
        newer_header(header, 1, chain)


# content ---------------------------------------------------------------------------------------------------------

MOD = """
[[flag]]
id = "kettle_boiled"
meaning = "the kettle has boiled"
[[event]]
id = "extra.kettle"
title = "The kettle"
text = "Poskrebyshev brings tea."
window = ["1941-06-22", "1941-06-30"]
once = true
default = "drink"
thread = [11]
history = "Tea was brought."
source = "none"
[[event.option]]
id = "drink"
text = "Drink it."
effects = ["flag.kettle_boiled = true", "modify(organ.press.readiness, -1, 9)", "schedule(extra.cold, 5)"]
[[event]]
id = "extra.cold"
title = "Cold tea"
text = "The tea is cold."
scheduled = true
default = "leave"
thread = [11]
history = "It was cold."
source = "none"
[[event.option]]
id = "leave"
text = "Leave it."
"""


@cache
def more() -> Rulebook:
    """The base game with a small mod."""
    import tempfile

    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "extra"
        folder.mkdir()
        (folder / "mod.toml").write_text('id = "extra"\nname = "Extra"\nversion = "1.0"\nrequires = ["base"]\n')
        (folder / "kettle.toml").write_text(MOD)
        return open_rulebook([BASE, folder], "dacha-1941")


def played(rules: Rulebook) -> World:
    """A world after a day."""
    block = Block(rules, begin(rules, [5], PLAYED))
    list(stops(block, 1))
    return block.world


def test_a_save_loads_into_content_that_has_grown() -> None:
    before = played(book())
    after = from_bytes(to_bytes(saved(before)), more())
    assert after.notices == (
        "The content has changed since this save; what follows may differ from what its journal led to.",
    )
    was, now = before.table_hashes(0), after.world.table_hashes(0)
    assert {table for table in was if was[table] != now[table]} == {"flag"}
    assert after.world.column("flag", "value")[more().schema.index["flag"]["kettle_boiled"]] == 0
    assert before.chronicle is not None
    assert len(after.world.chronicle or ()) == len(before.chronicle)
    list(stops(Block(more(), after.world), 2))


def test_a_save_loads_into_content_that_has_shrunk_and_says_what_is_gone() -> None:
    before = played(more())
    assert before.column("flag", "value")[more().schema.index["flag"]["kettle_boiled"]] == 1
    data = to_bytes(save_of(more(), before, PLAYED, "0.1.0"))
    after = from_bytes(data, book())
    assert after.notices[1] == (
        "3 things of this save are no longer in the game and were left out (extra.kettle, extra.cold, kettle_boiled)."
    )
    lost = len(before.chronicle or ()) - len(after.world.chronicle or ())
    assert (lost, len(before.scheduled) - len(after.world.scheduled)) == (1, 1)
    assert len(after.world.modifiers) == len(before.modifiers)
    list(stops(Block(book(), after.world), 2))


def test_the_order_of_content_does_not_matter() -> None:
    """The same save under a layout with its events, provinces and stances the other way round is the same world."""
    before = world()
    before.scheduled.append([0], 15160, 3, 0, 0, 0)
    before.column("province", "holder")[7] = 2
    before.column("formation", "stance")[1] = 3
    before.fired[5] = 15147
    header, arrays = take_apart(to_bytes(saved(before)))
    out, start = b"", 0
    layout = header["layout"]
    for section in header["sections"]:
        kind = np.dtype(section["dtype"])
        size = int(np.prod(section["shape"])) * kind.itemsize
        array = np.frombuffer(arrays[start : start + size], kind).reshape(section["shape"]).copy()
        start += size
        if section["name"] == "numbers":
            _turn_round(layout, array)
        elif section["name"] == "fired":
            array = array[::-1]
        elif section["name"] == "scheduled":
            array[2] = len(layout["events"]) - 1 - array[2]
        out += array.tobytes()
    for names in (layout["events"], layout["entities"]["province"], layout["enums"]["stance"]):
        names.reverse()
    after = from_bytes(put_together(header, out), book())
    assert after.world.hashes() == before.hashes()
    assert after.notices == ()


def _turn_round(layout: dict[str, Any], numbers: np.ndarray[Any, Any]) -> None:
    first = 1
    for span in layout["columns"]:
        rows = numbers[first : first + span["count"]]
        if span["name"] == "province.holder":
            rows[:] = rows[::-1].copy()
        elif span["of"] == "stance":
            rows[:] = len(layout["enums"]["stance"]) - 1 - rows
        first += span["count"]


def test_a_save_whose_open_question_is_gone_says_so() -> None:
    waiting = begin(more(), [5], PLAYED)
    waiting.stage = 1
    waiting.pending.append([0], more().vocabulary.events["extra.kettle"], 0, 0, -1)
    data = to_bytes(save_of(more(), waiting, PLAYED, "0.1.0"))
    with pytest.raises(SaveError, match="the question it waits for is no longer in the game"):
        from_bytes(data, book())


def test_a_save_whose_protagonist_is_gone_says_so() -> None:
    header, arrays = take_apart(to_bytes(saved()))
    people = header["layout"]["entities"]["person"]
    people[people.index("molotov")] = header["protagonist"] = "skryabin"
    with pytest.raises(SaveError, match=r"whom you play is no longer in the game; play it with the mods"):
        from_bytes(put_together(header, arrays), book())


def test_a_save_whose_premise_is_gone_says_so() -> None:
    header, arrays = take_apart(to_bytes(saved()))
    header["start"]["premises"] = {"weather": "mild"}
    header["layout"]["texts"].append("a_text_that_is_gone")
    with pytest.raises(SaveError, match="there is no premise weather"):
        from_bytes(put_together(header, arrays), book())
