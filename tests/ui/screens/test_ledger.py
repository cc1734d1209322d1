"""The ledger shows what was told over time, and the truth only when all is over."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from game.lab.spread import spread_of
from game.play.campaign import Campaign
from game.play.series import Series, told_series
from game.ui.screens.ledger_chart import chart_of, step_of
from game.ui.screens.ledger_record import records_of
from tests.play.builders import campaign, step, the_book
from tests.ui.screens.test_verdict import STRUCK, played
from tests.ui.screens.window import SIZES, Window, faults_of_layout

WEST = "formation.western_front.depth"


@cache
def at_stop(stops: int = 7) -> Campaign:
    """A game that runs, at orders; nobody changes it."""
    game = campaign()
    while game.halt != "orders" or game.view().stop < stops:
        step(game)
    return game


def ledger(folder: Path, game: Campaign | None = None, wanted: str = WEST) -> Window:
    window = Window(folder, game or at_stop(), "desk", "verdict", "card", "pause")
    window.stage.show("ledger", wanted)
    window.look()
    return window


def series_of(game: Campaign, over: bool = False) -> dict[str, Series]:
    found = told_series(game.book, game.opening, game.journal, game.block, game.me + 1, over)
    return {series.name: series for series in found}


# what it knows --------------------------------------------------------------------------------------------------------


def test_the_last_figure_is_the_one_on_the_desk() -> None:
    told = series_of(at_stop())
    for figure in at_stop().view().desk.figures:
        assert told[figure.name].points[-1].value == figure.value
        assert told[figure.name].points[-1].by == figure.by


def test_nothing_is_told_of_what_was_so_while_the_chapter_runs(tmp_path: Path) -> None:
    window = ledger(tmp_path)
    assert "True" not in window.texts()
    screen = window.screen
    assert all(series.true == () for series in screen.series)  # type: ignore[attr-defined]


def test_figures_of_others_are_told_or_not_there() -> None:
    game = at_stop()
    owned = [name for name, series in series_of(game).items() if series.mark != "reported"]
    assert all(name.startswith((f"person.{game.person}.", "room.")) for name in owned)


def test_the_truth_stands_beside_it_when_all_is_over(tmp_path: Path) -> None:
    window = ledger(tmp_path, played(STRUCK))
    assert "True" in window.texts()
    line = next(line for line in played(STRUCK).verdict().lines if line.name == "ground_west")
    assert series_of(played(STRUCK), over=True)[WEST].true[-1] == line.last.true


def test_simulated_worlds_hold_nothing_of_this_one() -> None:
    first, second = (
        spread_of(the_book(), campaign(seed=seed).opening, (WEST,), 12) for seed in (5, 9)
    )  # fmt: skip
    assert first == second
    assert list(first[0].quantiles[-1]) == sorted(first[0].quantiles[-1])


def test_a_spread_of_what_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="there is no number"):
        spread_of(the_book(), campaign().opening, ("nothing.at.all",), 2)


# what it shows --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["click", "press"])
def test_a_figure_of_the_list_is_charted(tmp_path: Path, by: str) -> None:
    window = ledger(tmp_path)
    getattr(window, by)("figures", "power.ussr.captured")
    assert window.ui.recall("chosen", "") == "power.ussr.captured"
    assert "Taken prisoner" in window.texts()


def test_the_list_is_narrowed_by_words_and_says_where_nothing_is_left(tmp_path: Path) -> None:
    window = ledger(tmp_path)
    window.click("list", "find")
    window.write("north-west")
    assert window.has("figures", "formation.northwestern_front.depth")
    assert not window.has("figures", WEST)
    window.write(" of the moon")
    assert window.stage.words("ledger.none") in window.texts()


def test_the_list_is_sorted_by_its_heads(tmp_path: Path) -> None:
    window = ledger(tmp_path)
    window.click("head last")
    rows = [at.path[-1] for at in window.placed() if "figures" in at.path and at.path[-2] == "content"]
    told = {name: series.points[-1].value for name, series in series_of(at_stop()).items()}
    assert [told[name] for name in rows] == sorted((told[name] for name in rows), reverse=True)


@pytest.mark.parametrize("by", ["click", "press"])
def test_worlds_are_simulated_when_that_is_asked(tmp_path: Path, by: str) -> None:
    window = ledger(tmp_path)
    getattr(window, by)("sheet", "simulate")
    assert "Simulated worlds" in window.texts()


def test_a_headline_opens_its_figure_and_the_record_names_its_source(tmp_path: Path) -> None:
    window = ledger(tmp_path, wanted="ground_west")
    assert "Lost, west" in window.texts()
    assert any("Glantz" in text for text in window.texts())


def test_escape_leads_back_to_where_one_came_from(tmp_path: Path) -> None:
    window = ledger(tmp_path)
    window.screen.leave(window.ui)
    assert window.screen.name == "desk"
    over = ledger(tmp_path, played(STRUCK))
    over.click("run")
    assert over.screen.name == "verdict"


@pytest.mark.parametrize(("size", "percent"), SIZES)
@pytest.mark.parametrize("over", [False, True])
def test_all_words_stand_in_their_places_at_every_size(
    tmp_path: Path, size: tuple[int, int], percent: int, over: bool
) -> None:
    window = ledger(tmp_path, played(STRUCK) if over else at_stop())
    window.resize(size, percent)
    for name in (WEST, "power.ussr.dead_military", f"person.{window.game.person}.authority"):
        window.ui.remember("chosen", name)
        window.look()
        assert faults_of_layout(window) == []


# records --------------------------------------------------------------------------------------------------------------


def test_every_record_is_of_a_figure_and_in_order() -> None:
    told = series_of(at_stop())
    for name, record in records_of("dacha-1941").items():
        assert name in told
        assert record.source
        days = [noted.date for noted in record.points]
        assert days == sorted(days)
    assert records_of("nowhere") == {}


def test_a_chart_holds_all_its_lines() -> None:
    series = series_of(at_stop())[WEST]
    record = records_of("dacha-1941")[WEST]
    chart = chart_of(series, record, None, "1941-07-15")
    assert chart.scale.high >= max(noted.value for noted in record.points)
    assert chart.days == 22


@pytest.mark.parametrize(("room", "step"), [(5, 1), (100, 20), (640, 200), (1e6, 2e5)])
def test_lines_of_a_chart_are_round(room: float, step: float) -> None:
    assert step_of(room) == step
