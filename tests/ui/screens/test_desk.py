"""The desk: what is open stands on it and leads on."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.play.campaign import Campaign
from game.ui.screens.desk_clocks import clocks_of
from game.ui.screens.desk_groups import GROUPS, TALK, group_of, sorted_offers, suggested
from game.ui.screens.desk_paper import headline_of, strip_items
from game.ui.screens.desk_visits import visits_of
from game.views.telegraph import Item
from tests.play.builders import answer_all, campaign, step
from tests.ui.screens.window import SIZES, Elsewhere, Window, faults_of_layout

ELSEWHERE = ("press", "room", "ledger", "pause", "card")
PANES = ("read", "work", "visit", "clocks")


def at_orders(person: str = "molotov", stops: int = 3) -> Campaign:
    """A game at the orders of its third stop."""
    game = campaign(person)
    while game.halt != "orders" or game.place.stop < stops:
        step(game)
    return game


def desk(folder: Path, game: Campaign | None = None) -> Window:
    window = Window(folder, game or at_orders(), *ELSEWHERE)
    window.stage.show("desk")
    window.look()
    return window


def opened(window: Window) -> Elsewhere:
    assert isinstance(window.screen, Elsewhere)
    return window.screen


# what stands there ----------------------------------------------------------------------------------------------------


def test_a_question_lies_on_the_desk_with_all_its_options(tmp_path: Path) -> None:
    window = desk(tmp_path, campaign())
    asked = window.stage.now.view.questions[0]
    assert all(window.has("work", f"option {card.id}") for card in asked.options)
    assert asked.title.upper() in window.texts()


def test_orders_lie_there_in_groups_your_own_first(tmp_path: Path) -> None:
    window = desk(tmp_path)
    groups = [GROUPS.index(group_of(o)) for o in sorted_offers(window.stage.offers, "all")]
    assert groups == sorted(groups)
    assert set(groups) == {0, 1, 2}
    assert window.has("work", "orders", "head yours")


def test_within_a_group_closed_orders_come_last(tmp_path: Path) -> None:
    for name in GROUPS:
        is_open = [o.open for o in sorted_offers(desk(tmp_path).stage.offers, name)]
        assert is_open == sorted(is_open, reverse=True)


def test_suggestions_are_open_orders_that_take_a_hand(tmp_path: Path) -> None:
    found = suggested(desk(tmp_path).stage.offers, 6)
    assert len(found) == 6
    assert all(o.open and o.hands and o.lever != TALK for o in found)


def test_the_clocks_say_only_what_the_desk_holds(tmp_path: Path) -> None:
    window = desk(tmp_path)
    view = window.stage.now.view.desk
    ground, vacuum, file = clocks_of(window.stage)
    assert [row.figure for row in ground.rows] == [f for f in view.figures if f.name.endswith(".depth")]
    assert ground.known == "reported"
    assert vacuum.value.startswith(f"{round(view.vacuum_days)} ")
    assert (file.value.split()[0], file.known) == (str(view.signs), "guessed")


def test_who_keeps_the_files_sees_the_pages_of_his_own(tmp_path: Path) -> None:
    window = desk(tmp_path, at_orders("beria"))
    assert clocks_of(window.stage)[2].known == "measured"


def test_neither_you_nor_the_dead_nor_the_taken_can_be_visited(tmp_path: Path) -> None:
    window = desk(tmp_path)
    men = [visit.man for visit in visits_of(window.stage)]
    assert "molotov" not in [man.id for man in men]
    assert all(man.alive and man.free for man in men)


def test_the_telegraph_has_one_of_each_sort_first(tmp_path: Path) -> None:
    sorts = [item.sort for item in strip_items(desk(tmp_path).stage)]
    assert sorts[:2] == ["own", "rival"]
    assert len(sorts) == 3


@pytest.mark.parametrize(
    ("title", "text", "said"),
    [
        ("Grodno", "The term has come.", "Grodno"),
        ("", "The shooting was a drill, says the paper.", "The shooting was a drill"),
        ("", "London promises fighters and rubber.", "London promises fighters and rubber"),
    ],
)
def test_a_headline_is_a_title_or_the_beginning_of_a_sentence(title: str, text: str, said: str) -> None:
    assert headline_of(Item("1941-06-24", "news", title, text, "", "x")) == said


def test_no_odds_stand_on_the_desk(tmp_path: Path) -> None:
    for game in (campaign(), at_orders()):
        assert not [text for text in desk(tmp_path, game).texts() if "%" in text or " in ten" in text]


# where it leads -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["click", "press"])
def test_front_page_and_telegraph_lead_to_the_press(tmp_path: Path, by: str) -> None:
    for names in (("paper",), ("wire", "item 1"), ("head", "read")):
        window = desk(tmp_path)
        getattr(window, by)(*names)
        assert opened(window).name == "press"


@pytest.mark.parametrize("by", ["click", "press"])
def test_a_question_leads_to_its_page(tmp_path: Path, by: str) -> None:
    window = desk(tmp_path, campaign())
    getattr(window, by)("work", "question")
    assert opened(window).name == "card"


def test_the_step_of_orders_leads_to_their_groups_and_that_of_running_to_the_wedge(tmp_path: Path) -> None:
    window = desk(tmp_path)
    window.click("head", "work")
    assert window.ui.focus == ("desk", "work", "groups", "all")
    window.click("head", "run")
    day = window.game.date
    window.key(pygame.K_RETURN)
    assert window.game.date > day


@pytest.mark.parametrize("by", ["click", "press"])
def test_a_man_who_can_be_spoken_with_opens_the_talk_with_him(tmp_path: Path, by: str) -> None:
    window = desk(tmp_path)
    getattr(window, by)("visits", "mikoyan")
    assert window.screen.name == "order"
    assert window.has("choosing", "chosen man")


def test_a_man_whom_one_knows_already_opens_his_file(tmp_path: Path) -> None:
    game = at_orders()
    game.submit(TALK, {"man": "mikoyan"})
    window = desk(tmp_path, game)
    window.click("visits", "mikoyan")
    assert (opened(window).name, opened(window).given) == ("room", ("mikoyan",))


@pytest.mark.parametrize("by", ["click", "press"])
def test_an_order_opens_its_dialog(tmp_path: Path, by: str) -> None:
    window = desk(tmp_path)
    getattr(window, by)("orders", "foreign.ask_tokyo")
    assert window.screen.name == "order"


def test_a_told_figure_leads_to_the_ledger(tmp_path: Path) -> None:
    window = desk(tmp_path)
    window.click("clock ground", "line 0")
    assert opened(window).name == "ledger"
    assert str(opened(window).given[0]).endswith(".depth")


def test_groups_and_words_narrow_the_orders(tmp_path: Path) -> None:
    window = desk(tmp_path)
    window.click("groups", "yours")
    assert window.has("orders", "foreign.ask_tokyo")
    assert not window.has("orders", "head yours")
    window.click("find")
    window.write("tokyo")
    assert [p.path[-1] for p in window.placed() if p.path[-2:-1] == ("content",)] == ["foreign.ask_tokyo"]
    window.write(" nobody wrote this")
    assert window.stage.words("desk.orders.none") in " ".join(window.texts())


# its layout -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "percent"), SIZES)
@pytest.mark.parametrize("halt", ["question", "orders"])
def test_all_words_stand_in_their_places_at_every_size(
    tmp_path: Path, size: tuple[int, int], percent: int, halt: str
) -> None:
    window = desk(tmp_path, campaign() if halt == "question" else at_orders(stops=5))
    window.resize(size, percent)
    for pane in PANES if not window.has("visits") else ("work",):
        window.ui.remember("pane", pane)
        window.look()
        assert faults_of_layout(window) == []


@pytest.mark.parametrize("pane", PANES)
def test_where_there_is_little_room_the_steps_are_tabs(tmp_path: Path, pane: str) -> None:
    window = desk(tmp_path)
    window.resize((1600, 900), 150)
    window.click("head", pane)
    shown = {"read": "news", "work": "orders", "visit": "visits", "clocks": "clock ground"}
    assert any(shown[pane] in p.path for p in window.placed())


def test_whoever_is_played_finds_his_own_orders_on_the_desk(tmp_path: Path) -> None:
    for person in ("malenkov", "mikoyan", "voznesensky", "zhukov", "timoshenko", "beria"):
        game = campaign(person)
        while game.halt == "question":
            answer_all(game)
        own = [o for o in desk(tmp_path, game).stage.offers if group_of(o) == "yours"]
        assert own, person
