"""Plain events: applied together, they do what they do one after another."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.plain import plain_table
from game.world.chronicle import decode
from tests.engine.builders import block_of, run, var
from tests.rulebook.builders import book_of, event

ALWAYS = 'when = "leader != nobody"'
SHORT = '[[var]]\nid = "n"\nmeaning = "a trial"\nlow = 0\nhigh = 100\nstart = 90\nunit = ""\n'
WIDTH = 5


@pytest.mark.parametrize(("count", "n"), [(1, 100.0), (2, 77.0), (3, 0.0), (4, 12.0)])
def test_events_that_move_one_number_do_so_in_order_each_within_its_range(tmp_path: Path, count: int, n: float) -> None:
    parts = ('"var.n += 60"', '"var.n -= 30", "var.n += 7"', '"var.n = 50", "var.n -= 60"', '"var.n += 12"')[:count]
    events = "".join(event(f"e{i}", ALWAYS, effects=part) for i, part in enumerate(parts))
    book = book_of(tmp_path, things=SHORT + events)
    assert plain_table(book).plain[[book.event(f"e{i}").order for i in range(count)]].all()
    assert var(run(block_of(book, WIDTH)), "n") == [n] * WIDTH


def test_each_is_told_of_in_the_chronicle(tmp_path: Path) -> None:
    events = "".join(event(f"e{i}", ALWAYS, effects='"var.n += 1"') for i in range(3))
    block = run(block_of(book_of(tmp_path, things=SHORT + events), WIDTH))
    assert block.world.chronicle is not None
    told = [(decode(int(row["code"]))[1], int(row["world"])) for row in block.world.chronicle.rows()]
    orders = [block.book.event(f"e{i}").order for i in range(3)]
    assert [t for t in told if t[0] in orders] == [(order, w) for order in orders for w in range(WIDTH)]


def test_what_reads_the_world_is_not_plain(tmp_path: Path) -> None:
    texts = {
        "read": event("read", ALWAYS, effects='"var.n += room.nerve"'),
        "word": event("word", ALWAYS, effects='"arrest(beria)"'),
    }
    book = book_of(tmp_path, things=SHORT + texts["read"] + texts["word"])
    assert not plain_table(book).plain[[book.event("read").order, book.event("word").order]].any()
