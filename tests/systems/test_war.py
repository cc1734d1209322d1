"""The front: the record's pace under the record's orders, and what changes it."""

from __future__ import annotations

import numpy as np

from game.core import calendar
from tests.systems.builders import START, Game

FRONTS = ("northwestern_front", "western_front", "southwestern_front")
WAR = ("front.ground", "front.losses", "front.towns")


def fortnight(game: Game, days: int = 24) -> dict[str, np.ndarray]:
    """The record's orders: attack to the 26th, then stand fast. Gives the day on which each town fell."""
    fell = {town: np.full(game.world.width, 0.0) for town in ("minsk", "riga", "smolensk")}
    for day in range(days):
        game.set("clock", "", "date", START + day)
        for front in FRONTS:
            game.set("formation", front, "stance", 2 if day < 5 else 0)
        game.run(*WAR)
        for town, when in fell.items():
            taken = (game.column("province", town, "holder") == 1) & (when == 0)
            when[taken] = START + day
    return fell


def between(when: np.ndarray, first: str, last: str) -> float:
    return float(((when >= calendar.to_days(first)) & (when <= calendar.to_days(last))).mean())


def test_towns_fall_about_their_days_under_historical_orders() -> None:
    fell = fortnight(Game(200))
    assert between(fell["minsk"], "1941-06-26", "1941-06-30") > 0.95
    assert between(fell["riga"], "1941-06-29", "1941-07-03") > 0.9
    assert between(fell["smolensk"], "1941-07-12", "1941-07-15") + (fell["smolensk"] == 0).mean() > 0.9


def test_losses_are_near_the_record_by_mid_july() -> None:
    game = Game(100)
    fortnight(game)
    assert 650e3 < game.column("power", "ussr", "dead_military").mean() < 900e3
    assert 0.6 < (game.column("power", "ussr", "captured") / game.column("power", "ussr", "dead_military")).mean() < 0.9
    assert 22e3 < game.column("power", "germany", "dead_east").mean() < 33e3


def test_a_vacuum_speeds_the_advance_by_at_most_two_fifths() -> None:
    km = []
    for gone in (0, 1):
        game = Game(50)
        game.set("room", "", "withdrawn", gone)
        game.set("room", "", "withdrawn_on", START - 5)
        game.run("front.ground")
        km.append(game.column("formation", "western_front", "depth").mean())
    assert 1.3 < km[1] / km[0] <= 1.4 + 1e-9


def test_to_withdraw_gives_ground_and_saves_men() -> None:
    depth, lost = [], []
    for stance in (0, 3):
        game = Game(50)
        for front in FRONTS:
            game.set("formation", front, "stance", stance)
        game.run(*WAR)
        depth.append(game.column("formation", "western_front", "depth").mean())
        lost.append(game.column("power", "ussr", "dead_military").mean())
    assert depth[1] > depth[0]
    assert lost[1] < lost[0]


def test_a_better_commander_gives_less_ground() -> None:
    km = []
    for skill in (1, 9):
        game = Game(20)
        game.set("person", "pavlov_dg", "war", skill)
        game.run("front.ground")
        km.append(game.column("formation", "western_front", "depth").mean())
    assert km[1] < km[0]


def test_a_front_that_loses_its_hold_is_broken_once() -> None:
    game = Game(50)
    game.set("formation", "western_front", "stance", 2)
    for _ in range(10):
        game.run("front.ground")
    assert game.signals("front_broken") >= 40
    assert game.signals("front_broken") <= 3 * 50


def test_a_week_of_days_is_near_one_step_of_a_week() -> None:
    daily, weekly = Game(100), Game(100)
    weekly.set("clock", "", "dt", 7)
    for _ in range(7):
        daily.run("front.ground")
    weekly.run("front.ground")
    km = [g.column("formation", "southwestern_front", "depth").mean() for g in (daily, weekly)]
    assert abs(km[0] - km[1]) < 0.1 * km[1]


def test_an_army_group_mirrors_the_front_that_it_faces() -> None:
    game = Game()
    game.run(*WAR)
    assert game.get("formation", "army_group_centre", "depth") == game.get("formation", "western_front", "depth") > 0


def test_no_ground_is_lost_in_peace() -> None:
    game = Game()
    game.set("war", "", "eastern", 0)
    game.run(*WAR)
    assert game.get("formation", "western_front", "depth") == 0
    assert game.get("power", "ussr", "dead_military") == 0


def test_losses_are_told_smaller_when_the_staff_is_afraid() -> None:
    told = []
    for fear in (0, 100):
        game = Game(200)
        game.set("power", "ussr", "dead_military", 100000)
        game.set("organ", "high_command", "fear", fear)
        game.run("reporting.file_reports")
        told.append(game.column("power", "ussr", "dead_military.reported").mean())
        assert game.get("power", "ussr", "dead_military.reported_by") == game.ref("timoshenko")
    assert 99000 < told[0] < 101000
    assert abs(told[1] / 100000 - (1 - 0.35 * 0.9)) < 0.01


def test_an_inspection_brings_a_report_near_the_truth_and_wears_off() -> None:
    game = Game(200)
    game.set("power", "ussr", "dead_military", 100000)
    game.set("organ", "high_command", "fear", 100)
    game.say("inspect", "high_command")
    game.run("reporting.file_reports")
    assert game.column("power", "ussr", "dead_military.reported").mean() > 99000
    assert game.get("organ", "high_command", "inspected") < 1


def test_a_weekly_report_waits_for_its_day() -> None:
    game = Game()
    game.set("power", "germany", "dead_east", 1000)
    game.run("reporting.file_reports")
    first = game.get("power", "germany", "dead_east.reported")
    game.set("power", "germany", "dead_east", 5000)
    game.set("clock", "", "date", START + 3)
    game.run("reporting.file_reports")
    assert game.get("power", "germany", "dead_east.reported") == first
    game.set("clock", "", "date", START + 7)
    game.run("reporting.file_reports")
    assert game.get("power", "germany", "dead_east.reported") > 4000


def test_a_change_of_orders_costs_cohesion_and_the_same_order_none() -> None:
    game = Game()
    game.say("order", "western_front", "elastic")
    once = game.get("formation", "western_front", "cohesion")
    game.say("order", "western_front", "elastic")
    assert game.get("formation", "western_front", "cohesion") == once < 60


def test_a_deputy_signs_where_the_head_is_away_taken_or_leads() -> None:
    for what in ("present", "free", "alive"):
        game = Game()
        game.set("person", "timoshenko", what, 0)
        game.run("reporting.file_reports")
        assert game.get("power", "ussr", "dead_military.reported_by") == game.ref("zhukov")
    game = Game()
    game.set("room", "", "leader", game.ref("timoshenko"))
    game.run("reporting.file_reports")
    assert game.get("power", "ussr", "dead_military.reported_by") == game.ref("zhukov")


def test_a_leader_who_has_withdrawn_signs_nothing() -> None:
    game = Game()
    game.set("organ", "high_command", "head", game.ref("stalin"))
    game.set("room", "", "withdrawn", 1)
    game.set("person", "zhukov", "present", 0)
    game.run("politburo.come_and_go")
    game.set("person", "zhukov", "present", 0)
    game.run("reporting.file_reports")
    assert game.get("power", "ussr", "dead_military.reported_by") == 0


def test_losses_told_never_fall_from_day_to_day() -> None:
    game = Game(50)
    game.set("power", "ussr", "dead_military", 100000)
    told = game.column("power", "ussr", "dead_military.reported")
    before = told.copy()
    for day in range(6):
        game.set("clock", "", "date", START + day)
        game.run("reporting.file_reports")
        assert (told >= before).all()
        before = told.copy()
