"""The card of a question: what stands on it, how an answer is selected and taken, and what followed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.play.campaign import Campaign
from game.ui.screens.card_page import articles, is_private
from game.ui.screens.card_setting import halves
from game.views.question import Question
from tests.play.builders import campaign
from tests.ui.screens.window import Window, faults_of_layout, in_all_sizes

RUSSIAN_B = 0x431
PERSONS = (
    "molotov", "malenkov", "mikoyan", "voznesensky", "khrushchev", "zhukov", "timoshenko", "beria", "stalin",
)  # fmt: skip


@pytest.fixture
def window(tmp_path: Path) -> Window:
    """The first question of a campaign, as Molotov is asked it."""
    return opened(tmp_path)


def opened(folder: Path, game: Campaign | None = None, *apart: str) -> Window:
    out = Window(folder, game, *apart)
    out.stage.show("card")
    out.look()
    return out


def asked(window: Window) -> Question:
    return window.stage.now.view.questions[0]


def nth(window: Window, place: int) -> str:
    return asked(window).options[place].id


# words ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("person", PERSONS)
def test_at_most_250_words_stand_before_the_first_choice(tmp_path: Path, person: str) -> None:
    window = opened(tmp_path, campaign(person=person))
    for size, percent in (((1600, 900), 100), ((1600, 900), 150), ((2560, 1440), 75)):
        window.resize(size, percent)
        assert sum(len(text.split()) for text in window.texts()) <= 250


def test_the_first_card_says_who_one_is_and_when(window: Window) -> None:
    assert any("You are Vyacheslav Molotov" in text for text in window.texts())
    assert any("22 June 1941" in text for text in window.texts())


def test_no_card_tells_odds(window: Window) -> None:
    for _ in range(6):
        assert not any("%" in text or "in ten" in text for text in window.texts())
        onward(window)


def onward(window: Window) -> None:
    """Take the first open answer, and run to the next question."""
    if window.stage.now.view.halt != "question":
        window.stage.run_on()
    else:
        window.stage.answer(next(o.id for o in asked(window).options if o.open))
    window.look()
    if window.screen.name == "after":
        window.ui.close(window.screen)
    if window.stage.now.view.halt == "question":
        window.stage.show("card")
    window.look()


# selecting and taking -------------------------------------------------------------------------------------------------


def test_a_press_selects_and_a_second_press_takes(window: Window) -> None:
    window.click(f"answer {nth(window, 1)}")
    assert window.stage.now.entries == 0
    window.click(f"answer {nth(window, 1)}")
    assert window.game.journal[0].option == "wait"


def test_a_press_on_another_answer_selects_that(window: Window) -> None:
    window.click(f"answer {nth(window, 1)}")
    window.click(f"answer {nth(window, 0)}")
    assert window.stage.now.entries == 0
    window.click("choose")
    assert window.game.journal[0].option == nth_of_first(window, 0)


def nth_of_first(window: Window, place: int) -> str:
    return window.game.book.events[first_event(window)].options[place].id


def first_event(window: Window) -> int:
    return [rule.id for rule in window.game.book.events].index("week.ambassador")


@pytest.mark.parametrize("key", [pygame.K_2, pygame.K_b, RUSSIAN_B])
def test_number_latin_and_russian_letter_select_and_enter_takes(window: Window, key: int) -> None:
    window.key(key)
    window.key(pygame.K_RETURN)
    assert window.game.journal[0].option == nth_of_first(window, 1)


def test_an_answer_can_be_reached_and_taken_by_tab_and_enter(window: Window) -> None:
    window.press(f"answer {nth(window, 2)}")
    window.key(pygame.K_RETURN)
    assert window.game.journal[0].option == nth_of_first(window, 2)


def test_the_red_button_says_that_an_answer_must_be_selected(window: Window) -> None:
    window.click("choose")
    assert window.said == ["Select one of the answers first."]
    window.key(pygame.K_RETURN)
    assert window.stage.now.entries == 0


def test_a_closed_answer_says_why_when_it_is_to_be_taken(window: Window) -> None:
    closed = replace(asked(window).options[0], open=False, why_not="The wire is cut.")
    question = replace(asked(window), options=(closed, *asked(window).options[1:]))
    view = replace(window.stage.now.view, questions=(question,))
    window.stage.snap = replace(window.stage.now, view=view)
    window.ui.refresh()
    window.look()
    assert "The wire is cut." in window.texts()
    window.key(pygame.K_1)
    window.click("choose")
    assert window.said == ["The wire is cut."]


def test_a_question_that_can_wait_is_put_off(tmp_path: Path) -> None:
    window = opened(tmp_path)
    for _ in range(80):
        if window.stage.now.view.halt == "question" and asked(window).can_wait:
            break
        onward(window)
    event = asked(window).event
    window.click("foot", "clock")
    assert window.game.journal[-1].event == event
    assert window.game.journal[-1].option == "put_off"


def test_the_record_lies_behind_a_button_with_links(window: Window) -> None:
    window.click("foot", "book")
    assert window.screen.name == "record"
    followed: list[str] = []
    window.ui.follow = followed.append
    links = [at for at in window.placed() if type(at.node).__name__ == "Link"]
    links[-1].node.press(window.ui, 0, 0)
    assert followed == ["event/week.ambassador"]
    window.key(pygame.K_ESCAPE)
    assert window.screen.name == "card"


def test_escape_leads_to_the_pause_and_back(window: Window) -> None:
    window.key(pygame.K_ESCAPE)
    assert window.screen.name == "pause"
    window.key(pygame.K_ESCAPE)
    assert window.screen.name == "card"


def test_without_a_question_the_card_leads_to_the_desk(tmp_path: Path) -> None:
    window = opened(tmp_path, None, "desk")
    window.stage.snap = replace(window.stage.now, view=replace(window.stage.now.view, questions=()))
    window.ui.refresh()
    window.look()
    window.click("desk")
    assert window.screen.name == "desk"


# what followed --------------------------------------------------------------------------------------------------------


def test_what_followed_lies_over_the_next_screen_and_goes_with_one_key(window: Window) -> None:
    window.key(pygame.K_1)
    window.key(pygame.K_RETURN)
    assert window.screen.name == "after"
    own = next(item for item in window.stage.now.view.news.items if item.sort == "own")
    assert own.title in window.texts()
    window.key(pygame.K_RETURN)
    assert window.screen.name == "card"


def test_what_followed_goes_with_a_press_beside_it(window: Window) -> None:
    window.key(pygame.K_1)
    window.key(pygame.K_RETURN)
    pos = (1500, 20)
    window.ui.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0)))
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        window.ui.handle(pygame.event.Event(kind, pos=pos, button=1))
        window.look()
    assert window.screen.name == "card"


# layout ---------------------------------------------------------------------------------------------------------------


def test_cards_hold_in_all_sizes(window: Window) -> None:
    for _ in range(8):
        onward(window)
        if window.screen.name == "card":
            in_all_sizes(window, lambda: fault_free(window))


def fault_free(window: Window) -> None:
    assert faults_of_layout(window) == []


def test_what_followed_holds_in_all_sizes(window: Window) -> None:
    window.key(pygame.K_1)
    window.key(pygame.K_RETURN)
    in_all_sizes(window, lambda: fault_free(window))


def test_the_selected_answer_is_in_sight_in_a_small_window(window: Window) -> None:
    window.resize((1600, 900), 150)
    window.key(pygame.K_3)
    window.look()
    at = window.find(f"answer {nth(window, 2)}")
    assert at.visible.bottom >= at.box.bottom - 1 or at.visible.top <= at.box.top + 1
    assert at.visible.h > at.box.h * 0.5


# texts ----------------------------------------------------------------------------------------------------------------


def test_a_heading_ends_with_the_first_sentence_and_not_with_an_initial() -> None:
    assert halves("Let him wait. Wake Mikoyan first.") == ("Let him wait", "Wake Mikoyan first.")
    assert halves("Name P. A. Artemyev tonight.") == ("Name P. A. Artemyev tonight", "")
    assert halves("Where is he? Ask again.") == ("Where is he?", "Ask again.")


def test_no_word_of_a_text_is_lost_on_the_sheet(window: Window) -> None:
    text = asked(window).text
    columns, crux = articles(text)
    assert " ".join([*(words for _, words in columns), crux]).split() == text.split()


def test_a_plot_comes_by_telegram_and_a_war_in_the_newspaper(window: Window) -> None:
    assert not is_private(asked(window))
    assert is_private(replace(asked(window), event="plot.whisper"))


def test_four_buttons_find_room_in_a_small_window(window: Window) -> None:
    waiting = replace(asked(window), can_wait=True, deadline="1941-06-24")
    window.stage.snap = replace(window.stage.now, view=replace(window.stage.now.view, questions=(waiting,)))
    window.ui.refresh()
    window.look()

    def uncut() -> None:
        assert not [text for text in window.texts() if text.endswith("…")]
        fault_free(window)

    in_all_sizes(window, uncut)
