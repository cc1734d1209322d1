"""The verdict page opens when the chapter is over, and holds what was told beside what was so."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pygame
import pytest

from game.play.again import again
from game.play.campaign import Campaign
from game.play.choices import Reader, read
from game.play.errors import PlayError
from game.play.proof import opening_of_choices
from game.ui.link.server import Call, Refused
from game.ui.screens.verdict_ledgers import row_of, scale_of
from game.views.apart import apart, righted, worst
from game.views.contradicted import Told
from tests.play.builders import BASE, campaign, the_book
from tests.ui.screens.window import SIZES, Elsewhere, Window, faults_of_layout

CHOICES = Path(__file__).parents[2] / "play" / "choices"
STRUCK, FALLEN = "molotov_power", "molotov_betrayed"


@cache
def played(name: str) -> Campaign:
    """A game that is over; nobody changes it."""
    file = read(CHOICES / f"{name}.jsonl")
    game = Campaign.new(opening_of_choices(file, [BASE]), the_book())
    reader = Reader(file)
    while game.halt != "over":
        if game.halt == "fallen":
            game.close()
        else:
            reader.step(game)
    return game


def page(folder: Path, name: str = STRUCK, *apart: str) -> Window:
    window = Window(folder, played(name), "pause", "ledger", "menu", *apart)
    assert window.screen.name == "verdict"
    window.look()
    return window


def on_a_morning(date: str, told: float, true: float, on: str = "1941-06-24") -> Told:
    return Told(date, "ground", told, true, "Zhukov", on)


# what it says ---------------------------------------------------------------------------------------------------------


def test_the_page_names_the_question_the_answer_and_the_dead(tmp_path: Path) -> None:
    window = page(tmp_path)
    verdict = played(STRUCK).verdict()
    texts = window.texts()
    assert verdict.question.upper() in texts
    assert all(grave.count in texts for grave in verdict.graves)
    assert any(verdict.outcome.name in text for text in texts) or verdict.outcome.name.split()[0] in " ".join(texts)


def test_each_figure_stands_in_both_ledgers(tmp_path: Path) -> None:
    window = page(tmp_path)
    for line in played(STRUCK).verdict().lines:
        row = row_of(window.stage, line, "worst", ("1941-06-22", "1941-07-15"))
        assert row.told in window.texts()
        assert row.true in window.texts()


@pytest.mark.parametrize("by", ["click", "press"])
def test_the_ledgers_can_show_the_end(tmp_path: Path, by: str) -> None:
    window = page(tmp_path)
    getattr(window, by)("moment", "last")
    line = played(STRUCK).verdict().lines[0]
    assert f"{line.last.told:,.0f} km" in window.texts()


@pytest.mark.parametrize("by", ["click", "press"])
def test_a_figure_leads_to_the_ledger(tmp_path: Path, by: str) -> None:
    window = page(tmp_path)
    getattr(window, by)("rows", "ground_west")
    assert isinstance(window.screen, Elsewhere)
    assert window.screen.given == ("ground_west",)


def test_whoever_fell_reads_his_end(tmp_path: Path) -> None:
    window = page(tmp_path, FALLEN)
    assert played(FALLEN).verdict().end.name.split()[0] in " ".join(window.texts())


# what it does ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["click", "press"])
def test_the_night_is_played_again_when_that_is_asked(tmp_path: Path, by: str) -> None:
    window = page(tmp_path)
    getattr(window, by)("night", "again")
    assert "500 copies of the true world" in window.texts()


@pytest.mark.parametrize("by", ["click", "press"])
def test_the_poster_is_saved_as_a_picture(tmp_path: Path, by: str) -> None:
    window = page(tmp_path)
    getattr(window, by)("ways", "poster")
    getattr(window, by)("save")
    saved = list(tmp_path.glob("poster-*.png"))
    assert len(saved) == 1
    assert pygame.image.load(saved[0]).get_size() == (1800, 2400)
    assert window.said == [f"Poster saved as {saved[0].name}."]


def test_a_poster_that_cannot_be_saved_says_why(tmp_path: Path) -> None:
    window = page(tmp_path)
    window.click("ways", "poster")
    window.stage.folders.saves = tmp_path / "file"
    window.stage.folders.saves.write_text("in the way")
    window.click("save")
    assert window.said[0].startswith("The poster could not be saved")


@pytest.mark.parametrize("by", ["click", "press"])
def test_the_diary_opens_and_closes(tmp_path: Path, by: str) -> None:
    window = page(tmp_path)
    getattr(window, by)("ways", "diary")
    assert window.screen.name == "diary"
    getattr(window, by)("close")
    assert window.screen.name == "verdict"


@pytest.mark.parametrize("by", ["click", "press"])
def test_the_red_wedge_leads_on(tmp_path: Path, by: str) -> None:
    window = page(tmp_path, STRUCK, "argument")
    getattr(window, by)("ways", "on")
    assert window.screen.name == "argument"


@pytest.mark.parametrize("part", ["dead", "hands", "orders", "ledgers"])
def test_in_a_small_window_the_parts_lie_under_tabs(tmp_path: Path, part: str) -> None:
    window = page(tmp_path)
    window.resize((1600, 900), 150)
    window.click("parts", part)
    assert any(part in at.path for at in window.placed() if "parts" not in at.path)


@pytest.mark.parametrize(("size", "percent"), SIZES)
@pytest.mark.parametrize("name", [STRUCK, FALLEN])
def test_all_words_stand_in_their_places_at_every_size(
    tmp_path: Path, size: tuple[int, int], percent: int, name: str
) -> None:
    window = page(tmp_path, name)
    window.resize(size, percent)
    for part in ("ledgers", "dead", "hands", "orders"):
        window.ui.remember("part", part)
        window.look()
        assert faults_of_layout(window) == []
    window.stage.again("1941-06-30", 20, lambda found: setattr(window.screen, "again", found))
    window.look()
    assert faults_of_layout(window) == []


# the night ------------------------------------------------------------------------------------------------------------


def test_a_night_again_is_the_same_whenever_it_is_played() -> None:
    game = played(STRUCK)
    first, second = (again(game.book, game.opening, game.journal, "1941-06-30", 40) for _ in range(2))
    assert first == second
    assert sum(end.count for end in first.ends) == 40


def test_a_night_that_the_chapter_did_not_reach_is_refused() -> None:
    game = played(STRUCK)
    with pytest.raises(PlayError):
        again(game.book, game.opening, game.journal, "1941-08-01", 10)


def test_no_night_is_played_again_while_the_chapter_runs(tmp_path: Path) -> None:
    window = Window(tmp_path, campaign(), "card")
    out: list[object] = []
    window.stage.link.ask(Call("again", ("1941-06-22", 10)), out.append, out.append)
    window.look()
    assert isinstance(out[0], Refused)


# how far apart --------------------------------------------------------------------------------------------------------


def test_the_worst_morning_is_the_one_furthest_off_on_either_side() -> None:
    days = [
        on_a_morning("1941-06-24", 100, 110),
        on_a_morning("1941-06-25", 50, 100),
        on_a_morning("1941-06-26", 160, 100),
    ]
    assert worst(days, days[-1], "1941-06-22").date == "1941-06-25"


def test_what_was_not_yet_reported_is_no_report() -> None:
    unreported = on_a_morning("1941-06-23", 0, 100, on="1941-06-22")
    told = on_a_morning("1941-06-25", 90, 100)
    assert worst([unreported, told], told, "1941-06-22").date == "1941-06-25"


def test_a_figure_came_right_on_the_first_morning_within_the_margin() -> None:
    days = [
        on_a_morning("1941-06-25", 50, 100),
        on_a_morning("1941-06-26", 95, 100),
        on_a_morning("1941-06-27", 100, 100),
    ]
    assert righted(days, "ground", "1941-06-24", 0.1) == "1941-06-26"
    assert righted(days, "ground", "1941-06-27", 0.1) == ""


@pytest.mark.parametrize(("told", "true", "times"), [(50, 100, 2.0), (100, 50, 0.5), (0, 0, 1.0), (10, 0, 0.0)])
def test_the_multiple_is_of_what_was_told(told: float, true: float, times: float) -> None:
    assert apart(on_a_morning("1941-06-25", told, true)).times == times


def test_the_scale_holds_the_furthest_figure() -> None:
    lines = played(STRUCK).verdict().lines
    assert all(line.worst.far <= 3 for line in lines)
    _, end = scale_of(lines)
    assert end >= max(max(line.worst.times, 1 / line.worst.times) for line in lines)
