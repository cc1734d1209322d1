from itertools import pairwise
from pathlib import Path

import pytest

from game.play.campaign import Campaign
from game.play.errors import OrderError, PlayError
from game.play.opening import Opening, open_book
from game.play.proof import prove
from game.play.replay import replay
from game.play.running import place_in_turn
from game.play.succession import played
from game.store.folder import Autosaves, list_saves
from game.store.problem import SaveError
from tests.play.builders import BASE, answer_all, campaign, first_open, step, the_book, to_the_end

# beginning ----------------------------------------------------------------------------------------------------------


def test_a_new_game_asks_on_the_first_morning() -> None:
    game = campaign()
    assert (game.halt, game.date, game.place.stop) == ("question", "1941-06-22", 1)
    assert game.view().questions[0].event == "week.ambassador"


def test_a_game_of_an_unknown_scenario_says_which_there_are() -> None:
    with pytest.raises(PlayError, match="dacha-1941"):
        open_book([BASE], "dacha-1942")


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"person": "churchill"}, "one of|did you mean"),
        ({"premises": {"breakdown": "weeks"}}, "one of"),
        ({"sides": {"beria": "ask"}}, "one player"),
        ({"sides": {"beria": "historic"}}, "historical"),
        ({"seed": -1}, "between 0"),
    ],
)
def test_a_game_that_cannot_be_begun_says_why(more: dict[str, object], says: str) -> None:
    with pytest.raises(PlayError, match=says):
        campaign(**more)  # type: ignore[arg-type]


# stops --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("person", the_book().scenario.playable)
def test_the_opening_has_sixteen_to_twenty_stops_and_ends_with_the_day_of_its_end(person: str) -> None:
    game = campaign(person, 2)
    asked: dict[str, int] = {}
    while game.halt not in ("over", "fallen"):
        asked[game.date] = asked.get(game.date, 0) + (game.halt == "question")
        step(game)
    assert 16 <= len(asked) <= 20
    assert list(asked) == sorted(asked)
    assert (min(asked), max(asked)) == ("1941-06-22", "1941-07-15")
    assert game.date == "1941-07-16"
    quiet = [day for day, questions in asked.items() if day > "1941-07-02" and not questions]
    assert len(quiet) <= 3


def test_a_player_is_never_left_alone_for_more_than_a_day() -> None:
    game = campaign("khrushchev")
    days = []
    while game.halt not in ("over", "fallen"):
        days.append(game.place.day)
        step(game)
    assert max(after - before for before, after in pairwise(days)) <= 2


def test_running_on_stops_where_something_is_asked() -> None:
    game = campaign("khrushchev", 3)
    answer_all(game)
    game.run_on()
    assert game.halt in ("question", "fallen", "over")


def test_an_order_date_of_a_file_wakes_the_player() -> None:
    game = campaign()
    answer_all(game)
    for _ in range(20):
        if game.halt == "orders":
            game.advance(frozenset({"1941-06-28"}))
        answer_all(game)
        if game.date >= "1941-06-28":
            break
    assert game.date == "1941-06-28"


# answers and orders -------------------------------------------------------------------------------------------------


def test_an_answer_is_followed_by_what_came_of_it() -> None:
    game = campaign()
    game.answer("wait")
    own = [item.code for item in game.view().news.items if item.sort == "own"]
    assert "week.ambassador.wait" in own


def test_an_answer_that_does_not_exist_says_what_there_is() -> None:
    with pytest.raises(OrderError, match="receive"):
        campaign().answer("recieve")


def test_a_question_that_cannot_wait_is_not_put_off() -> None:
    with pytest.raises(OrderError, match="today"):
        campaign().answer("put_off")


def test_a_question_that_can_wait_comes_again_the_next_day() -> None:
    game = campaign()
    while not (game.halt == "question" and game.view().questions[0].can_wait):
        step(game)
    asked, day = game.view().questions[0].event, game.date
    game.answer("put_off")
    while game.date == day:
        step(game)
    assert asked in [question.event for question in game.view().questions]


def test_an_order_waits_until_the_question_is_answered() -> None:
    with pytest.raises(OrderError, match="question is open"):
        campaign().submit("room.talk", {"man": "beria"})


def test_an_order_costs_hands_and_authority_at_once() -> None:
    game = campaign()
    answer_all(game)
    before = game.view().desk
    game.submit("room.inspect", {"office": "high_command"})
    after = game.view().desk
    assert after.hands_left == before.hands_left - 1
    assert after.authority == pytest.approx(before.authority - 3)


@pytest.mark.parametrize(
    ("decision", "arguments", "says"),
    [
        ("room.tlak", {"man": "beria"}, "did you mean 'room.talk'"),
        ("room.talk", {}, "needs man"),
        ("room.talk", {"man": "nobody_at_all"}, "is not a person"),
        ("room.talk", {"man": "beria", "hour": "9"}, "takes no hour"),
        ("leader_arrest", {"man": "beria"}, "leader"),
        ("room.talk", {"man": "molotov"}, "cannot"),
    ],
)
def test_an_order_that_is_not_legal_says_why(decision: str, arguments: dict[str, str], says: str) -> None:
    game = campaign()
    answer_all(game)
    before = game.hash
    with pytest.raises(OrderError, match=says):
        game.submit(decision, arguments)
    assert game.hash == before
    assert all(entry.decision is None for entry in game.journal)


def test_a_fourth_order_of_a_day_is_refused_for_want_of_hands() -> None:
    game = campaign()
    answer_all(game)
    for man in ("beria", "malenkov", "mikoyan"):
        game.submit("room.talk", {"man": man})
    with pytest.raises(OrderError, match="hand"):
        game.submit("room.talk", {"man": "kaganovich"})


def test_an_argument_is_offered_after_those_before_it() -> None:
    game = campaign("malenkov")
    answer_all(game)
    first = game.candidates("cadres.plenipotentiary", {})
    second = game.candidates("cadres.plenipotentiary", {"man": first[0].id})
    assert {one.id for one in second} >= {"western_front"}
    assert game.candidates("cadres.plenipotentiary", {"man": first[0].id, "front": "western_front"}) == ()


# undo ---------------------------------------------------------------------------------------------------------------


def test_an_undo_takes_back_this_stop_and_then_the_one_before() -> None:
    game = campaign()
    start = game.hash
    answer_all(game)
    game.submit("room.talk", {"man": "beria"})
    game.advance()
    second, news = game.hash, len(game.view().news.items)
    game.answer(first_open(game))
    assert game.undo()
    assert (game.hash, len(game.view().news.items)) == (second, news)
    assert game.undo()
    assert (game.hash, game.place.stop, game.journal, game.records.diary) == (start, 1, (), [])
    assert not game.undo()


def test_what_follows_an_undo_is_what_would_have_come_without_it() -> None:
    straight, again = campaign(), campaign()
    for game in (straight, again):
        answer_all(game)
        game.advance()
    again.answer(first_open(again))
    again.undo()
    to_the_end(straight)
    to_the_end(again)
    assert straight.hash == again.hash
    assert straight.journal == again.journal


def test_an_iron_man_takes_nothing_back() -> None:
    game = campaign(ironman=True)
    game.answer("receive")
    with pytest.raises(PlayError, match="ironman"):
        game.undo()


# records ------------------------------------------------------------------------------------------------------------


def test_a_journal_leads_to_the_same_world_from_any_halt() -> None:
    game = campaign("timoshenko")
    for at in range(20):
        if at % 4 == 0:
            again = replay(game.book, game.opening, game.journal, place_in_turn(game.block))
            assert again.world.hashes()[0] == game.hash
        step(game)


def test_a_journal_that_was_tampered_with_says_where_it_stops_fitting() -> None:
    game = campaign()
    to_the_end(game)
    journal = list(game.journal)
    del journal[3]
    with pytest.raises(PlayError, match="choice 4"):
        replay(game.book, game.opening, journal)


def test_a_save_is_the_same_game_at_every_halt(tmp_path: Path) -> None:
    game, path = campaign("beria", 7), tmp_path / "game.rwsave"
    for _ in range(4):
        game.save(path)
        again = Campaign.load(path, [BASE], the_book())
        assert (again.hash, again.place, again.journal) == (game.hash, game.place, game.journal)
        assert again.view() == game.view()
        assert prove(path, [BASE], book=the_book()).holds
        step(game)


def test_a_save_of_another_mod_says_what_it_needs(tmp_path: Path) -> None:
    game, path = campaign(), tmp_path / "game.rwsave"
    game.save(path)
    data = path.read_bytes().replace(b'"id":"base"', b'"id":"bass"', 1)
    path.write_bytes(data)
    with pytest.raises((PlayError, SaveError), match=r"mod bass|damaged"):
        Campaign.load(path, [BASE], the_book())


def test_a_game_saves_itself_at_each_stop_and_after_its_orders(tmp_path: Path) -> None:
    game = campaign()
    game.autosaves = Autosaves(tmp_path, keep=3)
    for _ in range(4):
        answer_all(game)
        game.advance()
    saves = list_saves(tmp_path)
    assert len(saves) == 3
    assert all(save.headline is not None and save.headline.person == "molotov" for save in saves)
    assert Campaign.load(saves[0].path, [BASE], the_book()).hash == game.hash


def test_a_new_game_has_saved_itself_before_the_first_choice(tmp_path: Path) -> None:
    game = Campaign.new(Opening((BASE,), seed=3), the_book(), Autosaves(tmp_path))
    (saved,) = list_saves(tmp_path)
    assert Campaign.load(saved.path, [BASE], the_book()).hash == game.hash


def test_a_full_disk_is_told_once_and_ends_nothing(tmp_path: Path) -> None:
    game = campaign()
    game.autosaves = Autosaves(tmp_path / "saves")
    (tmp_path / "saves").rmdir()
    answer_all(game)
    game.advance()
    assert len(game.notices) == 1
    assert game.date == "1941-06-23"


def test_a_diary_has_a_line_for_each_stop_that_is_over() -> None:
    game = campaign()
    to_the_end(game)
    assert len(game.records.diary) == game.place.stop - 1
    assert game.records.diary[0].text.startswith("The German ambassador")


# studies, explanations, the end -------------------------------------------------------------------------------------


def test_a_staff_makes_no_more_studies_than_it_can_and_an_undo_gives_none_back() -> None:
    game = campaign()
    left = game.studies_left()
    assert left >= 1
    for _ in range(left):
        game.study()
    with pytest.raises(OrderError, match="no study"):
        game.study()
    game.undo()
    assert game.studies_left() == 0


def test_a_staff_that_does_not_exist_is_answered_with_those_that_do() -> None:
    with pytest.raises(OrderError, match=r"there is no staff 'nonsense' .one of: .*security"):
        campaign().study("nonsense")
    with pytest.raises(OrderError, match="did you mean 'security'"):
        campaign().study("securty")


def test_a_study_changes_nothing() -> None:
    game = campaign()
    before = game.hash
    game.study()
    assert game.hash == before


def test_a_number_says_what_it_is_and_a_hidden_one_does_not() -> None:
    game = campaign()
    assert game.explain("person.molotov.authority").value == pytest.approx(game.view().desk.authority)
    assert game.explain("nerve").refused


def test_the_last_page_opens_only_at_the_end() -> None:
    game = campaign()
    with pytest.raises(ValueError, match="not over"):
        game.verdict()
    to_the_end(game)
    page = game.verdict()
    assert page.outcome.id
    assert page.end.id
    assert any(line.known_on for line in page.lines)


# a fall -------------------------------------------------------------------------------------------------------------


def fall(game: Campaign) -> None:
    """He is taken in the night."""
    answer_all(game)
    game.block.world.column("person", "free")[game.me] = 0.0
    game.advance()


def test_a_fallen_man_goes_on_as_one_of_his_circle_with_half_his_authority() -> None:
    game = campaign()
    game.block.world.tie("client")[game.me, game.book.schema.index["person"]["mikoyan"], 0] = 1
    answer_all(game)
    authority = game.place.authority
    fall(game)
    assert game.halt == "fallen"
    assert [(heir.person, heir.why) for heir in game.heirs()] == [("mikoyan", "circle")]
    game.go_on("mikoyan")
    assert game.person == "mikoyan"
    assert game.view().desk.authority >= authority / 2
    to_the_end(game)
    assert game.view().halt == "over"


def test_a_fallen_man_without_a_circle_goes_on_as_who_brought_him_down() -> None:
    game = campaign()
    game.block.world.tie("client")[game.me] = 0
    fall(game)
    assert [heir.why for heir in game.heirs()] == ["brought_down"]
    with pytest.raises(OrderError, match="cannot go on as"):
        game.go_on("zhdanov")


def test_a_fallen_iron_man_can_only_close_the_book() -> None:
    game = campaign(ironman=True)
    fall(game)
    assert game.heirs() == ()
    game.close()
    assert game.halt == "over"
    assert game.verdict().end.id


def test_every_man_of_the_scenario_can_be_played() -> None:
    for person in the_book().scenario.playable:
        game = campaign(person)
        assert played(game.block) == the_book().schema.index["person"][person]
