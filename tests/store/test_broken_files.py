"""Whatever a file holds, it loads rightly or gives one sentence, and what loads cannot lead the engine astray."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import tracemalloc
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from game.engine.block import Block
from game.store.arrays import arrays_of
from game.store.checks import bounds, check_arrays, spans
from game.store.header import MOST_HEADER
from game.store.layout import layout_of
from game.store.problem import SaveError
from game.store.save import MAGIC, PRELUDE, Saved, from_bytes, read_header, read_save, write_save
from game.world.ledger import Ledger
from game.world.schema import LAID_OVER
from game.world.state import World
from tests.store.builders import book, save_bytes, saved, sealed, stops, world
from tests.store.mutations import MUTATIONS, mutants, put_together, take_apart

LONGEST_SENTENCE = 400
MOST_SECONDS = 2.0
MOST_MEMORY = 512 << 20


@cache
def files() -> list[bytes]:
    """Saves at a question, at the orders and between turns, and one of three worlds with a ledger."""
    block = Block(book(), world())
    out = [save_bytes(block.world) for _ in stops(block, 2)]
    three = world(3)
    three.ledger = Ledger()
    list(stops(Block(book(), three), 2))
    return [*out, save_bytes(three)]


def load(data: bytes) -> Saved | None:
    """The save, or None where it was refused in one sentence."""
    try:
        return from_bytes(data, book())
    except SaveError as error:
        assert_sentence(str(error))
        return None


def assert_sentence(text: str) -> None:
    assert 0 < len(text) <= LONGEST_SENTENCE
    assert text.isprintable(), text
    assert "Traceback" not in text


def test_two_thousand_broken_files_load_rightly_or_give_a_sentence() -> None:
    went_on, slowest = 0, 0.0
    for data in mutants(files(), 2_000):
        start = time.perf_counter()
        found = load(data)
        slowest = max(slowest, time.perf_counter() - start)
        if found is not None:
            list(stops(Block(book(), found.world), 1))
            went_on += 1
    assert slowest < MOST_SECONDS
    assert went_on > 50


@pytest.mark.parametrize("kind", range(len(MUTATIONS)))
def test_a_broken_file_takes_little_memory(kind: int) -> None:
    tracemalloc.start()
    try:
        for data in mutants(files(), 2 * len(MUTATIONS), seed=kind)[2 * kind : 2 * kind + 2]:
            load(data)
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()


def test_a_file_cut_anywhere_is_refused() -> None:
    data = files()[0]
    for length in (0, 1, PRELUDE.size - 1, PRELUDE.size, PRELUDE.size + 10, len(data) // 2, len(data) - 1):
        assert load(data[:length]) is None


def test_a_file_with_a_byte_changed_is_refused() -> None:
    data = files()[0]
    for place in range(0, len(data), len(data) // 50):
        assert load(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]) is None


@pytest.mark.parametrize(
    "header, sentence",
    [
        (b"[" * 100_000, "recursion limit"),
        (b'{"seed": 1' + b"0" * 100_000 + b"}", "number out of range"),
        (b'{"x\x1b[2J": 1}', "header is damaged"),
        (b"\xff\xfe", "header is damaged"),
        (b"null", "header is damaged"),
    ],
)
def test_a_hostile_header_is_refused(header: bytes, sentence: str) -> None:
    data = sealed(PRELUDE.pack(MAGIC, 1, len(header)) + header + bytes(32))
    with pytest.raises(SaveError, match=sentence) as caught:
        from_bytes(data, book())
    assert_sentence(str(caught.value))


def test_a_header_that_asks_for_a_hundred_thousand_worlds_takes_no_memory() -> None:
    header, arrays = take_apart(files()[0])
    header["worlds"] = 100_000
    for section in header["sections"]:
        section["shape"] = [n if n != 1 else 100_000 for n in section["shape"]]
    assert load(put_together(header, arrays)) is None


def test_a_tiny_layout_of_many_worlds_does_not_ask_for_as_many_whole_ones() -> None:
    """A forged save of 40,000 worlds of ten rows each is small; its worlds in today's layout would not be."""
    header, _ = take_apart(save_bytes(world(2)))
    header["worlds"] = 40_000
    clock = [span for span in header["layout"]["columns"] if span["name"].startswith("clock.")]
    header["layout"] |= {"columns": clock, "ties": [], "events": [], "levers": []}
    first = np.array([0, *world().column("clock", "date"), 1, 1941, 6, 0, 0, 2.0])[:, None]
    rows = {"numbers": np.repeat(first, 40_000, 1), "ties": 0, "fired": 0, "pulled": 0}
    arrays = b""
    for section in header["sections"]:
        shape = section["shape"]
        if section["name"] in rows:
            shape[:] = [8 if section["name"] == "numbers" else 0, 40_000]
        elif shape == [2]:
            shape[:] = [40_000]
        size = int(np.prod(shape)) * np.dtype(section["dtype"]).itemsize
        content = rows.get(section["name"])
        arrays += content.tobytes() if isinstance(content, np.ndarray) else bytes(size)
    header["seed"] = 0
    with pytest.raises(SaveError, match="more worlds than"):
        from_bytes(put_together(header, arrays), book())


def test_a_newer_format_says_to_update_the_game() -> None:
    data = files()[0]
    newer = PRELUDE.pack(MAGIC, 99, PRELUDE.unpack_from(data)[2]) + data[PRELUDE.size :]
    with pytest.raises(SaveError, match=r"of format 99, .* update the game"):
        from_bytes(newer, book())


def test_another_kind_of_file_is_no_save(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Dear diary\n" * 9)
    with pytest.raises(SaveError, match=r"^notes\.txt: it is no save of this game; choose another file$"):
        read_save(path, book())


def test_a_header_and_a_world_that_disagree_are_refused() -> None:
    header, arrays = take_apart(files()[0])
    header["date"] = "1941-07-01"
    with pytest.raises(SaveError, match="its header and its world disagree"):
        from_bytes(put_together(header, arrays), book())


def test_a_save_of_another_scenario_is_refused() -> None:
    header, arrays = take_apart(files()[0])
    header["scenario"] = "famine-1932"
    with pytest.raises(SaveError, match="it is a game of famine-1932, not of dacha-1941"):
        from_bytes(put_together(header, arrays), book())


@pytest.mark.parametrize("name", ["there", "a folder"])
def test_a_missing_file_or_a_folder_gives_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "a folder").mkdir()
    for read in (read_header, lambda path: read_save(path, book())):
        with pytest.raises(SaveError, match=name) as caught:
            read(tmp_path / name)
        assert_sentence(str(caught.value))


@pytest.mark.skipif(os.name != "posix", reason="pipes are made otherwise there")
def test_a_pipe_does_not_make_the_reader_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.rwsave")
    with pytest.raises(SaveError, match="no ordinary file"):
        read_header(tmp_path / "a.rwsave")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.rwsave"
    with path.open("wb") as file:
        file.truncate((64 << 20) + 1)
    with pytest.raises(SaveError, match="larger than 64 MB"):
        read_save(path, book())
    assert path.stat().st_size > MOST_HEADER
    with pytest.raises(SaveError, match="no save of this game"):
        read_header(path)


# numbers ---------------------------------------------------------------------------------------------------------


def refusal(of: World) -> str:
    """Why a state is refused."""
    try:
        save_bytes(of)
    except SaveError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    "table, column, value",
    [
        ("clock", "dt", 0.0), ("clock", "dt", 1.5), ("clock", "date", 80_001.0), ("clock", "month", 7.0),
        ("clock", "protagonist", 0.0), ("room", "leader", 1e5), ("room", "withdrawn", 2.0), ("vote", "stage", 5.0),
        ("person", "policy", 5.0), ("person", "policy", 900.0), ("person", "faction", 7.0),
        ("premise", "value", 4.5), ("organ", "readiness.laid_over", np.nan), ("power", "tanks.reported_by", 1e4),
    ],
)  # fmt: skip
def test_a_number_that_no_rule_could_write_is_refused(table: str, column: str, value: float) -> None:
    wrong = world()
    view = wrong.column(table, column)
    view[(0,) * view.ndim] = value
    assert "cannot be saved" in refusal(wrong)


@pytest.mark.parametrize(
    "table, row",
    [
        ("scheduled", (1, 15150, 0, 0, 0, 0)), ("scheduled", (0, -1, 0, 0, 0, 0)), ("scheduled", (0, 1, 999, 0, 0, 0)),
        ("scheduled", (0, 1, 0, 9_999, 0, 0)), ("scheduled", (0, 1, 0, 0, 0, -5)), ("signals", (0, 999, 0)),
        ("signals", (0, 0, -1)), ("pending", (0, 0, 0, 0, 99)), ("pending", (0, 0, 0, 0, -3)),
        ("modifiers", (0, 5, 1000, 15200)), ("modifiers", (0, 10**7, 1000, 15200)), ("modifiers", (0, 0, 10**15, 0)),
    ],
)  # fmt: skip
def test_a_row_that_the_engine_could_not_follow_is_refused(table: str, row: tuple[int, ...]) -> None:
    wrong = world()
    getattr(wrong, table).append([row[0]], *row[1:])
    assert "cannot be saved" in refusal(wrong)


def test_questions_out_of_order_are_refused() -> None:
    wrong = world()
    for event in (3, 2):
        wrong.pending.append([0], event, 0, 0, -1)
    assert "not in order" in refusal(wrong)


def test_a_table_that_would_make_a_turn_endless_is_refused() -> None:
    wrong = world()
    wrong.scheduled.append(np.zeros(1_001, np.int64), 15150, 0, 0, 0, 0)
    assert "more than 1000 rows" in refusal(wrong)


def test_any_state_within_its_bounds_can_be_played_on() -> None:
    layout, chance = layout_of(book()), np.random.default_rng(1941)
    low, high, whole = (limit[:, None] for limit in bounds(layout))
    free = np.ones(len(low), bool)
    for name, rows in spans(layout):
        if name.startswith("clock.") or name.endswith(LAID_OVER) or name == "person.policy":
            free[rows] = False
    for share in (0.01, 0.1, 0.5, 1.0):
        any_world = world(16)
        edge = chance.integers(0, 3, any_world.numbers.shape)
        value = np.where(edge == 0, low, np.where(edge == 1, high, chance.uniform(low, high, edge.shape)))
        value = np.where(whole, np.floor(value), value)
        change = free[:, None] & (chance.uniform(size=edge.shape) < share)
        np.copyto(any_world.numbers, value, where=change)
        check_arrays(layout, 16, arrays_of(any_world)[0])
        list(stops(Block(book(), any_world), 2))


# kill -9 ---------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix", reason="processes are killed otherwise there")
def test_two_hundred_saves_killed_half_way_lose_none(tmp_path: Path) -> None:
    write_save(tmp_path / "a.rwsave", saved(title="0"))
    script = Path(__file__).with_name("killed_saves.py")
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.killed_saves", str(tmp_path), "200"],
        cwd=script.parents[2], capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "200 killed" in done.stdout
