"""Orders: whose a lever is, what asking costs, how often it may be pulled, and the dated orders of the record."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.block import Block
from tests.engine.builders import ASKED, block_of, cell, end_day, pull, run, set_cell, set_tie, to_orders, var
from tests.rulebook.builders import book_of, counters, decision, question

COUNT = 'effects = ["var.n += 1"]'
RICH = {"person__molotov__authority": "90", "person__molotov__hands": "6"}


def morning(tmp_path: Path, *decisions: str, **more: str) -> Block:
    """Molotov's orders on the first morning, with hands and authority enough."""
    book = book_of(tmp_path, things=counters("n", "m") + "".join(decisions), **more)
    block = to_orders(block_of(book, sides=ASKED, **RICH))
    set_cell(block, "person.molotov.authority", 90.0)
    return block


# remit ----------------------------------------------------------------------------------------------------------------


def test_the_head_of_an_organ_pulls_its_levers_for_their_own_price(tmp_path: Path) -> None:
    block = morning(tmp_path, decision("one", 'organ = "foreign_ministry"', 'price = "2"', COUNT))
    set_cell(block, "organ.foreign_ministry.head", block.book.schema.index["person"]["molotov"] + 1)
    hands = cell(block, "person.molotov.hands_left")
    before = cell(block, "person.molotov.authority")
    assert pull(block, "molotov", "one")
    assert before - cell(block, "person.molotov.authority") == 2.0
    assert hands - cell(block, "person.molotov.hands_left") == 1.0
    assert var(block, "n") == [1.0]


def test_a_deputy_pulls_them_too(tmp_path: Path) -> None:
    block = morning(tmp_path, decision("one", 'organ = "government"', COUNT))
    deputies = block.book.scenario.organs
    listed = next(d for o in deputies if o.id == "government" for d in o.deputies if d in block.book.scenario.room)
    set_cell(block, f"person.{listed}.authority", 0.0)
    set_cell(block, "organ.government.head", 0.0)
    assert pull(block, listed, "one")


@pytest.mark.parametrize(("heard", "told", "price"), [(0, 0, 6.0), (1, 2, 3.0), (1, 0, 10.0), (1, -2, 10.0)])
def test_another_mans_organ_is_asked_of_him_cheaply_as_a_friend_dearly_as_a_foe(
    tmp_path: Path, heard: int, told: int, price: float
) -> None:
    block = morning(tmp_path, decision("one", 'organ = "security"', 'price = "2"', COUNT))
    set_cell(block, "organ.security.head", block.book.schema.index["person"]["beria"] + 1)
    set_tie(block, "heard", "molotov", "beria", heard)
    set_tie(block, "told", "molotov", "beria", told)
    before = cell(block, "person.molotov.authority")
    assert pull(block, "molotov", "one")
    assert before - cell(block, "person.molotov.authority") == price + 2


def test_nobody_can_be_asked_for_a_vacant_organ_or_one_whose_head_is_taken(tmp_path: Path) -> None:
    block = morning(tmp_path, decision("one", 'organ = "security"', COUNT))
    set_cell(block, "organ.security.head", 0.0)
    assert not pull(block, "molotov", "one")
    set_cell(block, "organ.security.head", block.book.schema.index["person"]["beria"] + 1)
    set_cell(block, "person.beria.free", 0.0)
    assert not pull(block, "molotov", "one")


def test_the_holder_of_a_post_pulls_what_is_narrowed_to_it(tmp_path: Path) -> None:
    block = morning(tmp_path, decision("one", 'organ = "government"', 'post = ["foreign_minister"]', COUNT))
    set_cell(block, "post.foreign_minister.holder", block.book.schema.index["person"]["molotov"] + 1)
    before = cell(block, "person.molotov.authority")
    assert pull(block, "molotov", "one")
    assert cell(block, "person.molotov.authority") == before


def test_the_leader_orders_past_a_head_for_nothing_but_the_organs_initiative(tmp_path: Path) -> None:
    block = morning(tmp_path, decision("one", 'organ = "security"', COUNT))
    set_cell(block, "room.room.leader", block.book.schema.index["person"]["stalin"] + 1)
    authority, initiative = cell(block, "person.stalin.authority"), cell(block, "organ.security.initiative")
    assert pull(block, "stalin", "one")
    assert cell(block, "person.stalin.authority") == authority
    assert initiative - cell(block, "organ.security.initiative") == 2.0


def test_a_foreign_leader_pulls_his_own_levers_only(tmp_path: Path) -> None:
    block = morning(tmp_path, decision("abroad", 'power = "germany"', COUNT), decision("home", COUNT))
    assert pull(block, "hitler", "abroad")
    assert not pull(block, "molotov", "abroad")
    set_cell(block, "person.hitler.hands_left", 3.0)
    assert not pull(block, "hitler", "home")
    assert pull(block, "molotov", "home")


# how often ------------------------------------------------------------------------------------------------------------


def test_without_hands_or_authority_nothing_is_ordered(tmp_path: Path) -> None:
    block = morning(tmp_path, decision("one", 'price = "5"', COUNT), decision("free", "hands = 0", COUNT))
    set_cell(block, "person.molotov.hands_left", 0.0)
    assert not pull(block, "molotov", "one")
    assert pull(block, "molotov", "free")
    set_cell(block, "person.molotov.hands_left", 1.0)
    set_cell(block, "person.molotov.authority", 4.5)
    assert not pull(block, "molotov", "one")
    set_cell(block, "person.molotov.authority", 5.0)
    assert pull(block, "molotov", "one")


def test_a_cooldown_is_the_days_before_the_same_seat_may_again(tmp_path: Path) -> None:
    block = morning(tmp_path, decision("one", "cooldown = 2", COUNT))
    told = []
    for _ in range(4):
        told.append((pull(block, "molotov", "one"), pull(block, "molotov", "one")))
        end_day(block)
        to_orders(block)
    assert told == [(True, False), (False, False), (True, False), (False, False)]
    block = morning(tmp_path, decision("one", "cooldown = 2", COUNT))
    assert pull(block, "molotov", "one")
    set_cell(block, "person.mikoyan.hands_left", 1.0)
    assert pull(block, "mikoyan", "one")


def test_once_is_once_for_all_seats(tmp_path: Path) -> None:
    block = morning(tmp_path, decision("one", "once = true", COUNT))
    assert pull(block, "molotov", "one")
    end_day(block)
    to_orders(block)
    assert not pull(block, "molotov", "one")
    assert not pull(block, "mikoyan", "one")


def test_a_lever_is_open_in_its_window_only(tmp_path: Path) -> None:
    block = morning(tmp_path, decision("one", 'window = ["1941-06-23", "1941-06-23"]', COUNT))
    told = []
    for _ in range(3):
        told.append(pull(block, "molotov", "one"))
        end_day(block)
        to_orders(block)
    assert told == [False, True, False]


def test_an_argument_that_is_not_allowed_is_refused(tmp_path: Path) -> None:
    man = '[[decision.argument]]\nname = "man"\ntype = "person"\nwhen = "man != me and man.alive"\n'
    block = morning(tmp_path, decision("one", 'effects = ["man.influence = 77"]', man))
    assert not pull(block, "molotov", "one", man="molotov")
    set_cell(block, "person.beria.alive", 0.0)
    assert not pull(block, "molotov", "one", man="beria")
    assert pull(block, "molotov", "one", man="zhukov")
    assert cell(block, "person.zhukov.influence") == 77.0


def test_what_orders_call_up_comes_the_same_day(tmp_path: Path) -> None:
    late = question("late", "scheduled = true", decides="person.stalin", no='effects = ["var.m += 1"]')
    block = morning(tmp_path, decision("one", 'effects = ["schedule(late, 0)"]'), late)
    assert pull(block, "molotov", "one")
    assert var(block, "m") == [0.0]
    end_day(block)
    assert var(block, "m") == [1.0]


# policies -------------------------------------------------------------------------------------------------------------


def test_seats_act_on_one_morning_and_the_player_first(tmp_path: Path) -> None:
    """What the player orders is seen by the others: he has closed the lever before they look."""
    text = decision("one", 'when = "var.n == 0"', 'ai = "1000"', COUNT)
    book = book_of(tmp_path, things=counters("n") + text)
    block = to_orders(block_of(book, 30, policy="random", sides=ASKED))
    assert pull(block, "molotov", "one")
    end_day(block)
    assert var(block, "n") == [1.0] * 30


def test_the_record_gives_its_orders_on_their_day_where_they_may_be_given(tmp_path: Path) -> None:
    line = (
        '[[policy]]\nid = "historical"\nname = "The record"\ndescription = "What was done."\n'
        '[[policy.line]]\ndate = "1941-06-23"\nseat = "molotov"\ndecision = "one"\n'
        '[[policy.line]]\ndate = "1941-06-24"\nseat = "molotov"\ndecision = "two"\narguments = { man = "zhukov" }\n'
        '[[policy.line]]\ndate = "1941-06-24"\nseat = "molotov"\ndecision = "closed"\n'
    )
    man = '[[decision.argument]]\nname = "man"\ntype = "person"\n'
    text = (
        decision("one", COUNT)
        + decision("two", 'effects = ["man.influence = 77"]', man)
        + decision("closed", 'when = "withdrawn"', COUNT)
    )
    book = book_of(tmp_path, things=counters("n") + text, lines=line)
    block = block_of(book)
    assert [var(run(block), "n")[0] for _ in range(4)] == [0.0, 1.0, 1.0, 1.0]
    assert cell(block, "person.zhukov.influence") == pytest.approx(77.0, abs=3)
    other = run(block_of(book, sides={"molotov": "plain"}), 4)
    assert cell(other, "person.zhukov.influence") < 74


def test_the_record_answers_on_its_day_as_it_is_listed(tmp_path: Path) -> None:
    line = (
        '[[policy]]\nid = "historical"\nname = "The record"\ndescription = "What was done."\n'
        '[[policy.line]]\ndate = "1941-06-23"\nseat = "molotov"\nevent = "a"\noption = "yes"\n'
    )
    text = question("a", 'when = "leader != nobody"', yes='effects = ["var.n += 1"]', no='effects = ["var.m += 1"]')
    block = block_of(book_of(tmp_path, things=counters("n", "m") + text, lines=line))
    run(block, 3)
    assert (var(block, "n"), var(block, "m")) == ([1.0], [2.0])
