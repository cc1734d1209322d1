"""What is saved is what is loaded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.block import Block
from game.engine.turn import DAY
from game.rulebook.start import Start
from game.store.header import DiaryLine, Fork
from game.store.journal import Entry
from game.store.problem import SaveError
from game.store.save import from_bytes, read_header, read_save, to_bytes, write_save
from game.world.ledger import Ledger
from game.world.schema import LAID_OVER
from game.world.state import FIELDS, World
from tests.store.builders import book, go_on, save_bytes, saved, stops, world

JOURNAL = (
    Entry("1941-06-22", "molotov", event="war.ambassador", option="receive"),
    Entry("1941-06-23", "molotov", decision="ask_for_troops", arguments={"man": "zhukov", "n": 3, "now": True}),
)


def loaded(of: World) -> World:
    """A world written and read."""
    return from_bytes(save_bytes(of), book()).world


def test_a_world_saved_at_each_stop_of_a_turn_loads_with_the_same_hash() -> None:
    block, seen = Block(book(), world()), set()
    for stop in stops(block, 4):
        seen.add(stop)
        assert loaded(block.world).hashes() == block.world.hashes()
    assert seen == {"question", "orders", "turn"}


def test_a_world_loaded_at_each_stop_goes_on_as_one_that_never_stopped() -> None:
    straight, broken = Block(book(), world()), Block(book(), world())
    for stop in stops(straight, 4):
        broken = Block(book(), loaded(broken.world))
        assert go_on(broken) == stop
        assert broken.world.hashes() == straight.world.hashes()


def test_a_block_of_worlds_loads_as_it_was() -> None:
    block = Block(book(), world(7, start=Start(premises={"breakdown": "draw"})))
    list(stops(block, 3))
    again = loaded(block.world)
    assert again.hashes() == block.world.hashes()
    assert again.number.tolist() == block.world.number.tolist()


def test_every_field_of_the_state_is_saved() -> None:
    before = world(2)
    for field in FIELDS:
        if field.kind == "world":
            getattr(before, field.name)[1] = 1
    before.stage, before.round = 3, 2
    after = loaded(before)
    for field in FIELDS:
        was, now = getattr(before, field.name), getattr(after, field.name)
        assert np.array_equal(getattr(was, "data", was), getattr(now, "data", now)), field.name


def test_a_loaded_world_owns_writable_arrays() -> None:
    after = loaded(world())
    assert after.numbers.flags.writeable
    assert after.numbers.flags.c_contiguous
    assert after.numbers.dtype == np.float64


def test_a_chronicle_and_a_ledger_load_as_they_were() -> None:
    before = world()
    before.ledger = Ledger()
    block = Block(book(), before)
    list(stops(block, 2))
    before.ledger.note(15147, "rule.of_a_test", np.array([7]), np.array([0.25]))
    after = loaded(before)
    assert before.chronicle is not None
    assert after.chronicle is not None
    assert len(before.chronicle)
    assert np.array_equal(after.chronicle.rows(), before.chronicle.rows())
    assert after.ledger == before.ledger


def test_a_world_without_a_chronicle_loads_without_one() -> None:
    before = world()
    before.chronicle = None
    assert loaded(before).chronicle is None


def test_a_header_says_what_was_told_to_it(tmp_path: Path) -> None:
    path = tmp_path / "a.rwsave"
    fork, line = Fork(seed=2**64 - 1, date="1941-06-22", hash="ab12"), DiaryLine(date="1941-06-22", text="The war.")
    before = saved(title="До войны", journal=JOURNAL, diary=[line], lineage=[fork], keeps={"ironman": "yes"})
    write_save(path, before)
    header = read_header(path)
    assert header == read_save(path, book()).header
    assert (header.title, header.journal, header.diary, header.lineage) == ("До войны", JOURNAL, (line,), (fork,))
    assert header.keeps == {"ironman": "yes"}
    assert header.start == before.header.start
    assert [mod.id for mod in header.mods] == ["base"]


def test_a_headline_tells_date_person_and_place_only(tmp_path: Path) -> None:
    write_save(tmp_path / "a.rwsave", saved(title="Mine"))
    headline = read_header(tmp_path / "a.rwsave").headline
    told = (headline.title, headline.scenario, headline.date, headline.person, headline.place)
    assert told == ("Mine", "dacha-1941", "1941-06-22", "molotov", "morning")
    assert len(headline.__slots__) == len(told)


def test_a_headline_is_the_same_whatever_the_hidden_columns_hold() -> None:
    other = world()
    for (table, name), place in book().schema.places.items():
        if place.column.sight == "hidden" and "." not in name and place.column.value == "number" and table != "premise":
            other.numbers[place.row : place.row + place.count] = place.column.low
    assert saved(other).header.headline == saved().header.headline


def test_the_same_state_gives_the_same_bytes() -> None:
    assert save_bytes() == save_bytes()


# any state -------------------------------------------------------------------------------------------------------

EVENTS = st.integers(0, len(book().events) - 1)
OVER = [p.row for (_, name), p in book().schema.places.items() if name.endswith(LAID_OVER)]
DAYS = st.integers(0, 80_000)


@st.composite
def ragged(draw: st.DrawFn) -> World:
    """Three worlds with any rows that their tables may hold."""
    of = world(3)
    which = st.integers(0, 2)
    for _ in range(draw(st.integers(0, 6))):
        of.scheduled.append([draw(which)], draw(DAYS), draw(EVENTS), 0, -1, draw(DAYS))
    for _ in range(draw(st.integers(0, 6))):
        of.signals.append([draw(which)], draw(st.integers(0, len(book().signals) - 1)), 0)
    for _ in range(draw(st.integers(0, 6))):
        of.modifiers.append([draw(which)], draw(st.sampled_from(OVER)), draw(st.integers(-99_999, 99_999)), draw(DAYS))
    waiting = sorted(draw(st.lists(st.tuples(EVENTS, which), max_size=6)))
    for event, place in waiting:
        choice = draw(st.integers(-2, len(book().events[event].options) - 1))
        of.pending.append([place], event, 0, draw(st.integers(-40_000, 400)), choice)
    of.stage, of.round = draw(st.integers(0, DAY)), draw(st.integers(0, 6))
    return of


@settings(max_examples=60, deadline=None)
@given(before=ragged())
def test_any_ragged_tables_load_as_they_were(before: World) -> None:
    assert loaded(before).hashes() == before.hashes()


TEXT = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=40)
IDS = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
ENTRIES = st.one_of(
    st.builds(Entry, st.just("1941-06-30"), IDS, event=IDS, option=IDS),
    st.builds(Entry, st.just("1941-06-30"), IDS, decision=IDS, arguments=st.dictionaries(IDS, IDS, max_size=3)),
)


@settings(max_examples=60, deadline=None)
@given(TEXT, st.lists(ENTRIES, max_size=5), st.lists(TEXT, max_size=3), st.dictionaries(IDS, TEXT))
def test_any_header_loads_as_it_was(title: str, journal: list[Entry], lines: list[str], keeps: dict[str, str]) -> None:
    diary = [DiaryLine(date="1941-06-30", text=line) for line in lines]
    before = saved(title=title, journal=journal, diary=diary, keeps=keeps)
    after = from_bytes(to_bytes(before), book()).header
    assert after.model_copy(update={"sections": ()}) == before.header


# what cannot be saved --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("column, value", [("fear", np.nan), ("fear", np.inf), ("alive", 0.5), ("post", -1.0)])
def test_a_state_that_could_not_be_read_again_is_not_written(tmp_path: Path, column: str, value: float) -> None:
    path = tmp_path / "a.rwsave"
    write_save(path, saved())
    before = path.read_bytes()
    wrong = world()
    wrong.column("person", column)[3] = value
    with pytest.raises(SaveError, match=rf"person\.{column} of .* is .*, not .*0 to .*; please report it"):
        write_save(path, saved(wrong))
    assert path.read_bytes() == before


def test_a_figure_past_its_end_is_set_to_it_with_a_sentence() -> None:
    past = world()
    past.column("power", "dead_civilian")[2] = 5.1e7
    after = from_bytes(save_bytes(past), book())
    assert after.world.column("power", "dead_civilian")[2] == 5e7
    assert after.notices == ("Figures beyond their range were set to its end (1 in all).",)


def test_a_title_that_is_too_long_is_refused_in_a_sentence() -> None:
    with pytest.raises(SaveError, match=r"title: .* at most 60 characters\); choose another text"):
        saved(title="x" * 61)
