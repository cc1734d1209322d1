"""A plot: bound organ by organ, struck in three steps, won, failed, betrayed."""

from __future__ import annotations

import numpy as np

from game.world.columns import ENUMS
from tests.systems.builders import CONSTANTS, WORDS, Game

SIX = ("timoshenko", "artemyev", "malenkov", "voznesensky", "shcherbakov")
THREE = ("voznesensky", "shcherbakov")


def conspire(game: Game, men: tuple[str, ...], route: str = "committee") -> None:
    for man in men:
        game.say("bind", man, me="molotov")
    game.say("name_leader", "molotov", me="molotov")
    game.say("take_route", route, me="molotov")


def win(game: Game) -> None:
    game.say("strike", me="molotov")
    for _ in range(3):
        game.say("advance_plot", me="molotov")


def test_each_man_brings_the_organ_he_heads() -> None:
    game = Game()
    conspire(game, SIX)
    assert game.plot("organs") == 6
    assert game.phase() == "named"
    assert game.plot("strength") == 100 * (2 + 1 + 2 + 1.5 + 1 + 0.5) / 10


def test_a_strike_with_six_organs_leaves_less_vacuum_than_one_with_three() -> None:
    left = []
    for men in (SIX, THREE):
        game = Game()
        conspire(game, men)
        win(game)
        left.append(game.get("room", "", "vacuum_left"))
    assert left == [9 - 8, 9 - 3]


def test_power_changes_hands_by_the_route() -> None:
    for route in ("committee", "portrait", "arrest"):
        game = Game()
        conspire(game, SIX, route)
        win(game)
        assert game.get("room", "", "leader") == game.ref("molotov")
        assert game.phase() == "won"
        assert game.signals("plot_won") == game.signals("leader_changed") == 1
        assert game.get("person", "stalin", "free") == (route != "arrest")
        assert game.get("room", "", "portrait") == (route == "portrait")
        assert f"plot_won_{route}" in game.notes()


def test_an_arrest_loosens_the_fronts_as_far_as_fear_held_them() -> None:
    lost = []
    for fear in (0, 100):
        game = Game()
        game.set("premise", "fear_holds_army", "value", fear)
        conspire(game, SIX, "arrest")
        win(game)
        lost.append(60 - game.get("formation", "western_front", "cohesion"))
    assert lost == [0, CONSTANTS["new_leader.cohesion.arrest"]]


def test_organs_outside_the_plot_obey_less_where_norms_are_weak() -> None:
    obedience = []
    for norms in (0, 1):
        game = Game()
        game.set("premise", "succession_norms", "value", norms)
        conspire(game, THREE)
        win(game)
        obedience.append(game.get("organ", "security", "obedience"))
        assert game.get("organ", "press", "obedience") == 70
    assert obedience[0] < obedience[1] < 70


def test_a_later_step_that_fails_costs_three_days_and_goes_on() -> None:
    game = Game()
    conspire(game, SIX)
    game.say("strike", me="molotov")
    game.say("advance_plot", me="molotov")
    game.say("fail_step", me="molotov")
    assert game.phase() == "obeying"
    game.say("advance_plot", me="molotov")
    assert game.get("room", "", "vacuum_left") == 1 + 3
    assert "plot_wires_lost" in game.notes()


def test_a_strike_that_fails_at_the_man_is_remembered() -> None:
    game = Game()
    conspire(game, SIX)
    game.say("strike", me="molotov")
    game.say("fail_step", me="molotov")
    assert game.phase() == "failed"
    assert game.get("coup", "", "count") == 1
    assert game.get("coup", "", "last_result") == 2
    assert game.get("person", "molotov", "file") == 2
    assert game.get("person", "timoshenko", "suspicion") > 0
    assert game.get("room", "", "leader") == game.ref("stalin")
    assert "plot_failed_at_the_man" in game.notes()


def test_the_leader_sees_two_signs_before_the_man_is_taken() -> None:
    for men in (SIX, THREE):
        game = Game()
        conspire(game, men)
        assert game.get("person", "stalin", "signs") >= 1
        game.say("strike", me="molotov")
        assert game.get("person", "stalin", "signs") >= 2


def test_whoever_is_taken_by_a_full_file_has_seen_two_signs() -> None:
    game = Game(200)
    for _ in range(6):
        game.say("page", "zhukov", 1)
    assert game.signals("file_page") == 6 * 200
    assert game.signals("file_three") == game.signals("file_six") == 200
    assert (game.column("person", "zhukov", "signs") >= 2).all()
    game.say("arrest", "zhukov")
    assert game.signals("arrested") == 200


def test_a_fall_without_a_file_gives_the_signs_that_were_missed() -> None:
    for word, target in (("arrest", "mikoyan"), ("execute", "mikoyan")):
        game = Game()
        game.say(word, target)
        assert game.get("person", "mikoyan", "signs") == 2
        assert game.get("person", "mikoyan", "fell_on") > 0


def test_pages_can_be_burnt() -> None:
    game = Game()
    game.say("page", "zhukov", 4)
    game.say("page", "zhukov", -2)
    assert game.get("person", "zhukov", "file") == 2


def test_a_refusal_is_reported_by_some() -> None:
    game = Game(500)
    game.set("person", "beria", "loyalty", 80)
    game.say("refuse", "beria", me="molotov")
    pages = game.column("person", "molotov", "file")
    assert 0.3 < pages.mean() < 0.9
    assert (game.tie("molotov", "beria", "bound") == 2).all()


def test_open_plots_leak_and_the_idle_do_not() -> None:
    game = Game(2000)
    conspire(game, SIX)
    game.run("politburo.files")
    assert 0.09 < game.column("person", "molotov", "file").mean() < 0.16
    assert (game.column("person", "zhukov", "file") == 0).all()


def test_arms_help_an_arrest_and_papers_a_committee() -> None:
    odds = {}
    for men in (("beria", "artemyev"), ("malenkov", "voznesensky")):
        for route in ("arrest", "committee"):
            game = Game()
            game.set("room", "", "withdrawn", 1)
            conspire(game, men, route)
            odds[men[0], route] = game.plot("odds")
    assert odds["beria", "arrest"] > odds["malenkov", "arrest"]
    assert odds["malenkov", "committee"] > odds["beria", "committee"]


def test_the_first_step_is_harder_while_the_leader_is_in_his_study() -> None:
    game = Game()
    conspire(game, SIX)
    there = game.plot("odds")
    game.set("room", "", "withdrawn", 1)
    game.run("politburo.plots")
    assert game.plot("odds") > there


def test_a_plot_is_reckoned_anew_when_a_head_is_lost() -> None:
    game = Game()
    conspire(game, SIX)
    game.say("vacate", "secretariat")
    game.run("politburo.plots")
    assert game.plot("organs") == 5


def test_an_arrest_of_the_plotter_breaks_his_plot() -> None:
    game = Game()
    conspire(game, SIX)
    game.say("arrest", "molotov")
    assert game.phase() == "broken"
    assert game.signals("plot_broken") == 1
    assert game.get("organ", "foreign_ministry", "head") == 0


def test_a_plot_can_be_broken_by_somebody_else() -> None:
    game = Game()
    conspire(game, SIX)
    game.say("strike", me="molotov")
    game.say("break_plot", me="beria", this=game.ref("molotov"))
    assert game.phase() == "broken"
    assert game.get("coup", "", "last_result") == 3
    assert (game.tie("molotov", "timoshenko", "bound") == 1).all()


def test_a_plot_can_be_given_up() -> None:
    game = Game()
    conspire(game, SIX)
    game.say("turn_back", me="molotov")
    assert game.phase() == "idle"
    assert game.plot("organs") == 1
    assert game.get("coup", "", "last_result") == 0


def test_to_beg_is_no_coup() -> None:
    game = Game()
    game.say("withdraw")
    conspire(game, THREE, "beg")
    game.say("strike", me="molotov")
    game.say("advance_plot", me="molotov")
    assert game.get("coup", "", "count") == 0
    assert game.get("room", "", "withdrawn") == 0
    assert game.get("room", "", "leader") == game.ref("stalin")


def test_the_leader_does_not_plot_against_himself() -> None:
    game = Game()
    game.say("bind", "beria", me="stalin")
    assert game.phase("stalin") == "idle"


def test_words_do_nothing_about_nobody() -> None:
    game = Game(3)
    before = game.world.hashes()
    for word in ("arrest", "execute", "release", "sign", "recall"):
        game.say(word, "nobody")
    game.say("page", "nobody", 2)
    game.say("bind", "nobody", me="molotov")
    assert game.world.hashes() == before
    assert np.all(game.world.numbers[0] == 0)


def test_those_in_the_plot_gain_and_the_others_lose() -> None:
    game = Game()
    before = {p: game.get("person", p, "influence") for p in ("timoshenko", "mikoyan", "hitler")}
    conspire(game, SIX)
    win(game)
    after = {p: game.get("person", p, "influence") for p in before}
    assert after["timoshenko"] > before["timoshenko"]
    assert after["mikoyan"] < before["mikoyan"]
    assert after["hitler"] == before["hitler"]


def test_a_denunciation_names_one_plot_and_touches_no_other_world() -> None:
    game = Game(2)
    conspire(game, SIX)
    act = game.act("beria", this=game.ref("zhukov"))
    WORDS["break_plot"].run(act, np.array([game.ref("molotov"), 0.0]))
    assert [ENUMS["plot_phase"][int(v)] for v in game.column("plot", "molotov", "phase")] == ["broken", "named"]


def test_a_plot_that_has_struck_is_told_when_another_was_first() -> None:
    game = Game()
    conspire(game, SIX)
    game.say("bind", "zhukov", me="mikoyan")
    game.say("take_route", "committee", me="mikoyan")
    game.say("strike", me="mikoyan")
    win(game)
    assert game.phase("mikoyan") == "idle"
    assert "plot_overtaken" in game.notes()


def test_who_lends_his_name_stays_on_the_wall_and_another_rules() -> None:
    game = Game()
    game.say("withdraw")
    game.say("pass_power", "molotov", 1.0)
    assert game.get("room", "", "leader") == game.ref("molotov")
    assert game.get("room", "", "portrait") == 1
    assert game.get("room", "", "withdrawn") == 0
    game.say("pass_power", "stalin", 0.0)
    assert game.get("room", "", "leader") == game.ref("stalin")
    assert game.get("room", "", "portrait") == 0
    assert game.signals("leader_changed") == 2


def test_a_new_leader_begins_with_authority_and_keeps_what_is_more() -> None:
    for had, has in ((3, 20), (45, 45)):
        game = Game()
        game.set("person", "molotov", "authority", had)
        game.say("pass_power", "molotov", 1.0)
        assert game.get("person", "molotov", "authority") == has
        game = Game()
        conspire(game, SIX)
        game.set("person", "molotov", "authority", had)
        game.say("take_route", "committee", me="molotov")
        game.say("strike", me="molotov")
        win(game)
        assert game.get("person", "molotov", "authority") == has
