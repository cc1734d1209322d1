"""Attendance, withdrawal, falls, votes."""

from __future__ import annotations

import pytest

from tests.systems.builders import START, Game


def test_an_absence_of_the_record_is_kept_and_a_recall_ends_it() -> None:
    game = Game()
    game.run("politburo.come_and_go")
    assert game.get("person", "pavlov_dg", "present") == 0
    assert game.get("person", "zhukov", "present") == 1
    game.say("recall", "pavlov_dg")
    game.run("politburo.come_and_go")
    assert game.get("person", "pavlov_dg", "present") == 1


def test_a_man_who_is_sent_comes_back_on_his_day() -> None:
    game = Game()
    game.say("send", "zhukov", 3)
    for day, there in ((0, 0), (2, 0), (3, 1), (9, 1)):
        game.set("clock", "", "date", START + day)
        game.run("politburo.come_and_go")
        assert game.get("person", "zhukov", "present") == there


def test_a_man_who_is_sent_for_good_waits_for_a_recall() -> None:
    game = Game()
    game.say("send", "zhukov", 0)
    game.set("clock", "", "date", START + 300)
    game.run("politburo.come_and_go")
    assert game.get("person", "zhukov", "present") == 0


def test_the_eight_of_most_influence_sit_and_the_protagonist_always() -> None:
    game = Game()
    game.set("person", "molotov", "influence", 1)
    game.run("calendar.open_session", "politburo.rank_seats")
    rank = game.world.column("person", "rank")[:, 0]
    assert sorted(rank[rank > 0]) == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert game.get("person", "molotov", "rank") == 8
    assert game.get("person", "mikoyan", "rank") == 0
    assert game.get("person", "hitler", "rank") == 9


def test_a_man_under_arrest_has_no_seat() -> None:
    game = Game()
    game.say("arrest", "beria")
    game.run("calendar.open_session", "politburo.rank_seats")
    assert game.get("person", "beria", "rank") == 0


def test_nobody_withdraws_under_the_myth() -> None:
    game = Game(300)
    game.set("premise", "breakdown", "value", 0)
    game.set("room", "", "nerve", 0)
    game.say("withdraw")
    for day in range(20):
        game.set("clock", "", "date", START + day)
        game.run("politburo.withdrawal")
    assert (game.column("room", "", "withdrawn") == 0).all()


def test_a_shaken_leader_withdraws_in_some_worlds_and_a_calm_one_in_none() -> None:
    game = Game(400)
    game.set("clock", "", "date", START + 8)
    game.set("room", "", "nerve", 45)
    game.run("politburo.withdrawal")
    assert (game.column("room", "", "withdrawn") == 0).all()
    game.set("room", "", "nerve", 30)
    game.run("politburo.withdrawal")
    assert 0.2 < game.column("room", "", "withdrawn").mean() < 0.4


@pytest.mark.parametrize(("kind", "fewest", "most"), [(1, 1, 2), (2, 2, 4), (3, 3, 5)])
def test_he_stays_away_as_long_as_the_premise_says(kind: int, fewest: int, most: int) -> None:
    game = Game(400)
    game.set("premise", "breakdown", "value", kind)
    game.say("withdraw")
    back = {}
    for day in range(8):
        game.set("clock", "", "date", START + day)
        game.run("politburo.withdrawal")
        game.set("room", "", "nerve", 60)
        back[day] = 1 - game.column("room", "", "withdrawn").mean()
    assert back[fewest - 1] == 0
    assert back[fewest] > 0
    assert back[most] == 1


def test_a_new_leader_does_not_break_down() -> None:
    game = Game()
    game.set("coup", "", "last_result", 1)
    game.say("withdraw")
    assert game.get("room", "", "withdrawn") == 0


def test_when_he_is_back_he_remembers_who_led() -> None:
    game = Game()
    game.set("person", "molotov", "led", 1)
    game.say("withdraw")
    game.say("bring_back")
    assert game.get("person", "molotov", "suspicion") > game.get("person", "beria", "suspicion")
    assert game.signals("leader_withdrew") == game.signals("leader_returned") == 1


def test_the_vacuum_is_counted_while_he_is_away_and_after_a_strike() -> None:
    game = Game()
    game.say("withdraw")
    game.run("politburo.vacuum")
    assert game.get("room", "", "vacuum_days") == 1
    game.set("room", "", "withdrawn", 0)
    game.set("room", "", "vacuum_left", 1.5)
    for _ in range(3):
        game.run("politburo.vacuum")
    assert game.get("room", "", "vacuum_days") == 2.5
    assert game.get("room", "", "vacuum_left") == 0


def test_an_empty_chair_goes_to_the_strongest_man() -> None:
    game = Game()
    game.say("arrest", "stalin")
    for day in range(6):
        game.set("clock", "", "date", START + day)
        game.run("politburo.withdrawal")
    assert game.get("room", "", "leader") == game.ref("molotov")
    assert "leader_followed" in game.notes()


def test_an_arrest_takes_all_that_a_man_held() -> None:
    game = Game()
    game.say("appoint", "timoshenko", "defence_commissar")
    game.say("arrest", "timoshenko")
    assert game.get("post", "defence_commissar", "holder") == 0
    assert game.get("organ", "high_command", "head") == 0
    assert game.get("person", "timoshenko", "influence") == 0


def test_the_post_that_leads_an_organ_gives_its_command() -> None:
    game = Game()
    game.say("appoint", "zhukov", "defence_commissar")
    assert game.get("organ", "high_command", "head") == game.ref("zhukov")
    assert game.get("person", "zhukov", "post") == game.schema.index["post"]["defence_commissar"] + 1
    game.say("appoint", "zhukov", "chairman")
    game.say("dismiss", "chairman")
    assert game.get("person", "zhukov", "post") == game.schema.index["post"]["defence_commissar"] + 1
    game.say("dismiss", "defence_commissar")
    assert game.get("organ", "high_command", "head") == 0


def test_who_loses_his_last_post_in_an_organ_no_longer_heads_it_and_the_next_man_does() -> None:
    game = Game()
    game.reference.tables["post_leads"][:] = False
    game.say("appoint", "timoshenko", "defence_commissar")
    game.say("appoint", "zhukov", "defence_commissar")
    assert game.get("organ", "high_command", "head") == game.ref("zhukov")
    game.say("dismiss", "defence_commissar")
    assert game.get("organ", "high_command", "head") == 0


def test_the_post_of_a_front_gives_its_command() -> None:
    game = Game()
    game.say("appoint", "timoshenko", "western_front")
    assert game.get("formation", "western_front", "commander") == game.ref("timoshenko")


def test_an_execution_is_counted() -> None:
    game = Game()
    game.say("execute", "pavlov_dg")
    game.say("execute", "pavlov_dg")
    assert game.get("power", "ussr", "executed") == 1
    assert game.signals("person_died") == 1


def vote(motion: str, loyalty: float, withdrawn: bool, trust: float = 0.0) -> Game:
    game = Game()
    game.world.column("person", "loyalty")[:] = loyalty
    for man in ("beria", "malenkov", "zhukov", "timoshenko", "voznesensky", "shcherbakov", "mikoyan"):
        game.tie("molotov", man, "trust")[:] = trust
    if withdrawn:
        game.say("withdraw")
    game.say("open_vote", motion, "stalin", me="molotov")
    assert game.signals("vote_third") == 1
    game.say("close_vote", me="molotov")
    return game


def test_the_loyal_do_not_depose_a_leader_who_is_present() -> None:
    game = vote("depose", 90, withdrawn=False)
    assert game.signals("vote_lost") == 1
    assert game.get("person", "molotov", "authority") == 30 - 8


def test_the_trusting_put_a_committee_over_one_who_is_absent() -> None:
    assert vote("committee_of_five", 50, withdrawn=True, trust=60).signals("vote_carried") == 1


def test_a_motion_can_be_withdrawn_for_two_authority() -> None:
    game = Game()
    game.say("open_vote", "censure", "beria", me="molotov")
    game.say("drop_vote", me="molotov")
    assert game.get("person", "molotov", "authority") == 28
    assert game.get("vote", "", "stage") == 0


def test_a_talk_shows_where_a_man_stands() -> None:
    game = Game(2)
    game.tie("molotov", "mikoyan", "trust")[:] = [90, -90]
    game.tie("molotov", "mikoyan", "debt")[:] = [3, -3]
    game.say("talk", "mikoyan", me="molotov")
    told = game.tie("molotov", "mikoyan", "told")
    assert told[0] > told[1]
    assert (game.tie("molotov", "mikoyan", "heard") == 1).all()
    assert game.phase() == "idle"


def test_under_three_days_the_first_shock_is_enough_and_it_comes_but_once() -> None:
    game = Game(400)
    game.set("premise", "breakdown", "value", 3)
    game.set("room", "", "nerve", 58)
    game.run("politburo.withdrawal")
    assert 0.1 < game.column("room", "", "withdrawn").mean() < 0.5
    game.say("withdraw")
    game.say("bring_back")
    game.set("room", "", "nerve", 20)
    game.run("politburo.withdrawal")
    assert (game.column("room", "", "withdrawn") == 0).all()


def test_fear_and_initiative_of_an_organ_come_back_to_their_level_in_weeks() -> None:
    game = Game()
    game.set("organ", "high_command", "fear", 100)
    game.set("organ", "high_command", "initiative", 0)
    for _ in range(20):
        game.run("politburo.vacuum")
    assert 60 < game.get("organ", "high_command", "fear") < 80
    assert 25 < game.get("organ", "high_command", "initiative") < 40
