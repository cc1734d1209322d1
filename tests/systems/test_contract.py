"""What every phase, word and belief must keep."""

from __future__ import annotations

import numpy as np
import pytest

from game.world.columns import ENUMS
from game.world.declare import Note
from tests.systems.builders import NOTES, PHASES, ROOM, SIGNALS, SYSTEMS, TURN, WORDS, Game


def stirred(width: int, first_seed: int = 1) -> Game:
    """Worlds in which something is going on, each by its seed alone."""
    game = Game(width, first_seed)
    seed = game.world.seed.astype(np.float64)
    game.set("room", "", "nerve", np.mod(seed * 7, 40))
    game.set("room", "", "withdrawn", np.mod(seed, 3) == 0)
    game.set("room", "", "withdrawn_on", 15147 - np.mod(seed, 4))
    game.set("clock", "", "date", 15147 + np.mod(seed * 5, 17))
    game.set("person", "beria", "influence", np.mod(seed * 13, 90))
    game.set("formation", "western_front", "depth", np.mod(seed * 37, 650))
    game.world.column("organ", "fear")[:] = np.mod(seed * 11, 100)
    game.world.column("person", "suspicion")[:] = np.mod(seed * 3, 50) + np.arange(game.schema.people)[:, None]
    for man in ("timoshenko", "malenkov"):
        game.say("bind", man, me="molotov")
    game.say("take_route", "committee", me="molotov")
    game.set("plot", "molotov", "phase", np.mod(seed, 7))
    return game


@pytest.mark.parametrize("phase", sorted(PHASES))
def test_every_phase_gives_a_world_the_same_bits_alone_and_among_others(phase: str) -> None:
    many = stirred(7)
    many.run(phase)
    for w in range(7):
        alone = stirred(1, 1 + w)
        alone.run(phase)
        assert alone.world.hashes()[0] == many.world.hashes()[w]


def test_whole_turns_give_a_world_the_same_bits_alone_and_among_others() -> None:
    many = stirred(64)
    many.turn(12)
    hashes = many.world.hashes()
    for w in (0, 5, 63):
        alone = stirred(1, 1 + w)
        alone.turn(12)
        assert alone.world.hashes()[0] == hashes[w]


@pytest.mark.parametrize("phase", sorted(PHASES))
def test_every_phase_changes_only_what_it_declares(phase: str) -> None:
    game = stirred(40)
    before = game.world.numbers.copy()
    ties = game.world.ties.copy()
    game.run(phase)
    rows = np.flatnonzero((game.world.numbers != before).any(axis=1))
    changed = {".".join([t, c]) for (t, c), p in game.schema.places.items()
               if ((rows >= p.row) & (rows < p.row + p.count)).any()}  # fmt: skip
    assert changed <= set(PHASES[phase].writes)
    assert (game.world.ties == ties).all()


@pytest.mark.parametrize("word", sorted(WORDS))
def test_every_word_changes_only_what_it_declares(word: str) -> None:
    samples: dict[str, object] = {
        "person": "zhukov", "organ": "press", "post": "defence_commissar", "formation": "western_front", "number": 2,
        "bool": 1.0,
    }  # fmt: skip
    for setup in ("", "strike"):
        game = stirred(30)
        game.set("room", "", "withdrawn", 0)
        game.set("plot", "molotov", "phase", 3)
        if setup:
            game.say(setup, me="molotov")
        before, ties = game.world.numbers.copy(), game.world.ties.copy()
        spec = WORDS[word]
        arguments = [ENUMS[p.type[5:]][2] if p.type.startswith("enum:") else samples[p.type] for p in spec.parameters]
        game.say(word, *arguments, me="molotov")
        rows = np.flatnonzero((game.world.numbers != before).any(axis=1))
        changed = {f"{t}.{c}" for (t, c), p in game.schema.places.items()
                   if ((rows >= p.row) & (rows < p.row + p.count)).any()}  # fmt: skip
        pairs = np.flatnonzero((game.world.ties != ties).any(axis=1)) // (game.schema.seats * game.schema.people)
        names = list(game.schema.ties)
        changed |= {f"tie.{names[i]}" for i in set(pairs.tolist())}
        assert changed <= set(spec.writes)
        assert np.all(game.world.numbers[0] == 0)


def test_rows_out_of_play_do_not_matter() -> None:
    one, other = stirred(3), stirred(3)
    for column in ("influence", "loyalty", "faction"):
        other.set("person", "asleep", column, 3)
        one.set("person", "asleep", column, 1)
    one.turn(5)
    other.turn(5)
    for table in ("room", "organ", "faction", "formation", "power", "plot"):
        assert one.world.table_hashes(0)[table] == other.world.table_hashes(0)[table]


def test_all_numbers_stay_finite_and_in_range() -> None:
    game = stirred(50)
    game.turn(40)
    assert np.isfinite(game.world.numbers).all()
    for (table, name), place in game.schema.places.items():
        if name.endswith(("laid_over", "reported_on", "reported_by")):
            continue
        rows = game.world.numbers[place.row : place.row + place.count]
        assert (rows >= place.column.low).all(), f"{table}.{name}"
        assert (rows <= place.column.high).all(), f"{table}.{name}"


def test_names_are_declared_once() -> None:
    assert len(set(SIGNALS)) == len(SIGNALS)
    assert len(set(NOTES)) == len(NOTES)
    assert set(PHASES) == set(TURN)


def test_every_word_is_documented() -> None:
    for word in WORDS.values():
        assert word.doc
        assert word.example.startswith(word.name)
        assert word.says


def test_every_belief_has_the_shape_of_its_column_and_reads_no_truth() -> None:
    beliefs = [belief for system in SYSTEMS for belief in system.BELIEFS]
    assert len({b.column for b in beliefs}) == len(beliefs)
    for belief in beliefs:
        table, column = belief.column.split(".")
        results = []
        array: np.ndarray
        for value in (1.0, 7.0):
            game = stirred(4)
            if table == "tie":
                array, spec = np.asarray(game.world.tie(column)), game.schema.tie_columns[column]
                array[2:] = 1 if value == 1.0 else 0
            else:
                array, spec = np.asarray(game.world.column(table, column)), game.schema.places[table, column].column
                array[2:] = value if array.ndim == 2 else array[2:]
                if array.ndim == 1 or table == "premise":
                    array[:] = value
            seat = np.zeros(4, np.int64)
            desk = game.desk("politburo.moods")
            believed = np.asarray(belief.sampler(desk, seat))
            assert believed.shape == array.shape
            assert (believed >= spec.low).all()
            assert (believed <= spec.high).all()
            results.append(believed)
        assert (results[0] == results[1]).all(), belief.column


def test_a_seat_knows_its_own_plot() -> None:
    game = stirred(4)
    game.set("plot", "molotov", "phase", 3)
    phase = next(b for system in SYSTEMS for b in system.BELIEFS if b.column == "plot.phase")
    seat = np.full(4, ROOM.index("molotov"))
    assert (np.asarray(phase.sampler(game.desk("politburo.moods"), seat))[1] == 3).all()


def test_every_note_says_why() -> None:
    for system in SYSTEMS:
        for note in system.NOTES:
            assert isinstance(note, Note)
            assert len(note.text) > 10
