"""News: what others are told of, and what they are not."""

import numpy as np

from game.engine.block import Block
from game.knowledge.news import heard
from game.views.telegraph import Telegraph, telegraph
from game.world.chronicle import Kind, decode, encode
from tests.knowledge.builders import base_book, copy_of, first_morning, seat_of, stops

BOOK = base_book()
ME, BERIA, STALIN = (seat_of(BOOK, person) for person in ("molotov", "beria", "stalin"))


def after(
    kind: Kind, order: int, entity: int, actor: int, seat: int, option: int = 0, base: Block | None = None
) -> Telegraph:
    """What a seat hears of one thing that happens on the first morning."""
    block = copy_of(base or first_morning())
    chronicle = block.world.chronicle
    assert chronicle is not None
    since = len(chronicle)
    worlds, date = np.array([int(block.world.number[0])]), int(block.world.date[0])
    chronicle.write(encode(kind, order, option), worlds, date, entity, actor)
    return telegraph(block, seat, since)


def option_of(event: str, option: str) -> tuple[int, int]:
    rule = BOOK.event(event)
    return rule.order, rule.place(option)


def note(name: str) -> int:
    return next(k for k, n in enumerate(BOOK.notes) if n.name == name)


def town(name: str) -> int:
    return BOOK.schema.index["province"][name] + 1


def test_a_private_card_is_told_to_nobody_but_who_answered_it() -> None:
    order, option = option_of("week.beria_visit", "listen")
    actor = seat_of(BOOK, "malenkov")
    assert not after(Kind.EVENT, order, 0, actor, ME, option).items
    assert after(Kind.EVENT, order, 0, actor, actor, option).items[0].sort == "own"


def test_a_public_act_reaches_others_as_one_line_in_the_third_person() -> None:
    order, option = option_of("week.noon", "no_name")
    item = after(Kind.EVENT, order, 0, ME, BERIA, option).items[0]
    assert item.title == ""
    assert item.text == "Vyacheslav Molotov spoke at noon for government and party, and named nobody."
    assert not {"you", "your"} & set(item.text.lower().split())


def test_a_censure_names_who_moved_it_and_against_whom() -> None:
    lever = BOOK.lever("room.vote_censure")
    item = after(Kind.DECISION, lever.order, seat_of(BOOK, "zhukov"), BERIA, ME).items[0]
    assert item.text == "Lavrenty Beria moved a censure of Georgy Zhukov."


def test_the_orders_of_berlin_are_not_heard_in_moscow_but_its_wireless_is() -> None:
    hitler = seat_of(BOOK, "hitler")
    assert not after(Kind.DECISION, BOOK.lever("germany_weight_centre").order, 0, hitler, ME).items
    assert after(Kind.DECISION, BOOK.lever("germany_announce_victory").order, 0, hitler, ME).items


def test_a_town_whose_loss_an_event_tells_is_not_told_by_its_note() -> None:
    assert not after(Kind.NOTE, note("city_taken"), town("minsk"), 0, ME).items
    assert after(Kind.NOTE, note("city_taken"), town("sevastopol"), 0, ME).items


def test_an_arrest_beyond_the_room_is_not_read_out() -> None:
    outside = BOOK.schema.index["person"]["meretskov"] + 1
    assert outside > BOOK.schema.seats
    assert not after(Kind.NOTE, note("arrested"), outside, 0, ME).items
    assert after(Kind.NOTE, note("arrested"), outside, 0, BERIA).items
    assert after(Kind.NOTE, note("arrested"), BERIA, 0, ME).items


def test_a_leader_who_has_withdrawn_hears_nothing_of_the_rooms() -> None:
    block = copy_of(first_morning())
    order, option = option_of("week.noon", "no_name")
    assert after(Kind.EVENT, order, 0, ME, STALIN, option, block).items
    block.world.column("room", "withdrawn")[0] = 1.0
    block.world.column("room", "withdrawn_on")[0] = block.world.date[0]
    assert not after(Kind.EVENT, order, 0, ME, STALIN, option, block).items
    assert after(Kind.EVENT, order, 0, ME, BERIA, option, block).items


def test_no_line_that_another_wrote_speaks_to_you() -> None:
    for block in stops(most=12):
        for item in telegraph(block, ME).items:
            if item.sort == "rival":
                assert item.text, item.code
                assert "{" not in item.text


def test_an_act_without_words_for_its_end_is_not_read_out_again() -> None:
    for block in stops(most=8):
        chronicle = block.world.chronicle
        assert chronicle is not None
        texts = {o.source.text for e in BOOK.events for o in e.options}
        own = [item for item in telegraph(block, ME).items if item.sort == "own"]
        assert not {item.text for item in own} & texts
        assert all(
            heard(block, row, ME)
            for row in chronicle.rows()
            if row["actor"] == ME and decode(int(row["code"]))[0] is Kind.EVENT
        )


def test_a_page_that_shows_itself_is_told_to_its_man_as_a_thing_he_notices() -> None:
    item = after(Kind.NOTE, note("sign"), ME, 0, ME).items[0]
    assert item.sort == "sign"
    assert item.text == BOOK.content.texts["sign.leave"].text
    assert not after(Kind.NOTE, note("sign"), ME, 0, BERIA).items


def test_each_day_s_sign_is_another() -> None:
    block = copy_of(first_morning())
    chronicle = block.world.chronicle
    assert chronicle is not None
    worlds, date = np.array([int(block.world.number[0])]), int(block.world.date[0])
    for day in range(3):
        chronicle.write(encode(Kind.NOTE, note("sign"), 0), worlds, date + day, ME, 0)
    told = [item.text for item in telegraph(block, ME).items if item.sort == "sign"]
    assert len(set(told)) == 3


def test_signs_of_one_day_are_told_by_different_texts_and_go_on_where_the_last_news_ended() -> None:
    block = copy_of(first_morning())
    chronicle = block.world.chronicle
    assert chronicle is not None
    world, date = int(block.world.number[0]), int(block.world.date[0])
    chronicle.write(encode(Kind.NOTE, note("sign"), 0), np.array([world, world]), date, ME, 0)
    first = telegraph(block, ME)
    chronicle.write(encode(Kind.NOTE, note("sign"), 0), np.array([world]), date, ME, 0)
    then = telegraph(block, ME, first.upto)
    told = [item.text for news in (first, then) for item in news.items if item.sort == "sign"]
    assert len(told) == len(set(told)) == 3


def test_leaders_of_other_powers_cannot_be_seen_in_moscow() -> None:
    block = first_morning()
    foreign = np.asarray(BOOK.reference.tables["foreign_seats"])
    assert foreign.sum() == 4
    assert not block.world.column("person", "present")[: len(foreign)][foreign].any()
