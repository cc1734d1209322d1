"""Studies: whose staff is asked, waiting for it and calling it off, and what it says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.ai.measures import Figure, Odds, Outlook
from game.ai.study import NO_PLOTS, Answer, Study
from game.ui.kit.node import Tip
from game.ui.link.link import DirectLink, Failed, Then
from game.ui.link.server import Call, Refused
from tests.ui.screens.test_card import asked, opened
from tests.ui.screens.window import Window, faults_of_layout, in_all_sizes


class SlowStaff(DirectLink):
    """A link whose studies are not done before they are called off."""

    def __init__(self, direct: DirectLink) -> None:
        super().__init__(direct.server)
        self.failed: Failed | None = None

    def ask(self, call: Call, then: Then, failed: Failed) -> None:
        if call.method == "study":
            self.busy, self.progress, self.failed = "study", 0.4, failed
        else:
            super().ask(call, then, failed)

    def cancel(self) -> None:
        if self.failed is not None:
            self.busy = ""
            self.failed(Refused("It was given up."))


@pytest.fixture
def window(tmp_path: Path) -> Window:
    """The study of the first question, before a staff is asked."""
    out = opened(tmp_path)
    out.click("foot", "graph")
    return out


def made(staff: str, window: Window, alike: str = "") -> Study:
    """A study in which three may lead and one answer may not be looked into."""
    leads = (Odds("Joseph Stalin", 6, "about 6 in ten"), Odds("nobody", 3, "about 3 in ten"),
             Odds("you", 1, "about 1 in ten"))  # fmt: skip
    figures = tuple(
        Figure(f"figure {n}", text, 400.0 + n, 350.0, 520.0 + n)
        for n, text in enumerate(("Ground lost in the west, km", "Dead soldiers", "Vacuum, days"))
    )
    outlook = Outlook(figures, leads, Odds("you fall", 2, "about 2 in ten"))
    options = asked(window).options
    answers = [
        Answer(o.id, o.text, None if not n else outlook, NO_PLOTS if not n else "") for n, o in enumerate(options)
    ]
    return Study(
        asked(window).title, staff, "Semyon Timoshenko", "1941-06-22", "1941-07-15", 200, tuple(answers), alike
    )


def show(window: Window, *studies: Study) -> None:
    window.ui.close(window.screen)
    window.stage.studied = {study.staff: study for study in studies}
    window.stage.show("study")
    window.look()


def test_every_organ_with_a_head_can_be_asked(window: Window) -> None:
    heads = [organ.id for organ in window.stage.now.room.organs if organ.head]
    assert all(window.has(organ) for organ in heads)


def test_a_study_is_made_and_signed_by_the_head_of_the_staff(window: Window) -> None:
    window.click("high_command")
    assert any("Signed Semyon Timoshenko" in text for text in window.texts())
    assert any("in ten" in text or text == "never seen" for text in window.texts())


def test_the_same_study_is_seen_again_without_another(window: Window) -> None:
    window.press("high_command")
    window.click("back")
    assert window.screen.name == "card"
    tip = window.find("graph").node.tip
    assert isinstance(tip, Tip)
    assert tip.title == "The study"
    window.key(pygame.K_s)
    assert any("Signed Semyon Timoshenko" in text for text in window.texts())


def test_odds_stand_in_the_study_only(window: Window) -> None:
    window.click("high_command")
    window.click("back")
    assert not any("in ten" in text for text in window.texts())


def test_another_staff_is_closed_when_no_study_is_left(window: Window) -> None:
    window.click("high_command")
    assert window.stage.studies_left == 0
    window.click("another")
    assert window.said == ["No study is left today. It comes back with the next stop."]


def test_a_study_is_forgotten_when_its_question_is_answered(window: Window) -> None:
    window.click("high_command")
    window.click("back")
    window.key(pygame.K_1)
    window.key(pygame.K_RETURN)
    assert window.stage.studied == {}


def test_a_study_that_takes_long_tells_how_far_it_is_and_can_be_called_off(window: Window) -> None:
    assert isinstance(window.stage.link, DirectLink)
    window.stage.link = SlowStaff(window.stage.link)
    window.click("high_command")
    assert "40 %" in window.texts()
    in_all_sizes(window, lambda: fault_free(window))
    window.resize((1600, 900))
    window.click("cancel")
    assert window.said == ["It was given up."]
    assert window.has("high_command")
    assert window.stage.studies_left == 1


def test_escape_calls_a_study_off_and_then_leaves(window: Window) -> None:
    assert isinstance(window.stage.link, DirectLink)
    window.stage.link = SlowStaff(window.stage.link)
    window.click("high_command")
    window.key(pygame.K_ESCAPE)
    assert window.screen.name == "study"
    window.key(pygame.K_ESCAPE)
    assert window.screen.name == "card"


def test_an_answer_about_a_plot_is_refused_in_the_words_of_the_staff(window: Window) -> None:
    show(window, made("High Command", window))
    assert NO_PLOTS in window.texts()


def test_a_study_that_parts_nothing_says_so(window: Window) -> None:
    study = made("High Command", window, "There is no difference between them that the staff can see.")
    answers = tuple(replace(a, outlook=a.outlook and replace(a.outlook, figures=())) for a in study.answers)
    show(window, replace(study, answers=answers))
    assert study.alike in window.texts()


def test_two_studies_can_be_compared(window: Window) -> None:
    show(window, made("High Command", window), made("Security", window))
    window.click("staffs", "High Command")
    assert "HIGH COMMAND" in window.texts()


def test_the_waffle_fills_cell_by_cell(window: Window) -> None:
    window.ui.still = False
    show(window, made("High Command", window))
    early = window.find(asked(window).options[1].id).node.look()
    window.now += 1.0
    window.look()
    assert window.find(asked(window).options[1].id).node.look() != early


def test_studies_hold_in_all_sizes(window: Window) -> None:
    in_all_sizes(window, lambda: fault_free(window))
    show(window, made("High Command", window), made("Security", window))
    in_all_sizes(window, lambda: fault_free(window))


def fault_free(window: Window) -> None:
    assert faults_of_layout(window) == []
