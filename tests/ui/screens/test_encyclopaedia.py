"""The encyclopaedia: what it holds, how it is turned, and that it knows nothing of the world."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.ui.app.links import explain, follow
from game.ui.kit.rich import parse
from game.ui.kit.screen import Screen
from game.ui.lore.article import KINDS, Article, Lore
from game.ui.lore.claims import claims
from game.ui.lore.gather import lore
from game.ui.screens.encyclopaedia import EncyclopaediaScreen
from game.ui.screens.encyclopaedia_words import fact_of, found_of, sections_of
from tests.play.builders import step, the_book
from tests.ui.screens.test_desk import at_orders
from tests.ui.screens.window import Window, faults_of_layout, in_all_sizes

REFS = (
    "person/molotov", "organ/security", "premise/breakdown", "claim/13", "event/week.noon", "faction/army",
    "column/power.ussr.legitimacy", "place/minsk", "post/foreign_minister", "front/western_front", "order/staff_wire",
    "scenario/dacha-1941",
)  # fmt: skip


@pytest.fixture
def window(tmp_path: Path) -> Window:
    """The encyclopaedia, open over the desk."""
    shown = Window(tmp_path, at_orders())
    shown.stage.show("encyclopaedia")
    shown.look()
    return shown


def all_texts(article: Article) -> list[str]:
    return [article.lead, *(f.value for f in article.facts), *(line for s in article.sections for line in s.lines)]


def screen_of(window: Window) -> EncyclopaediaScreen:
    assert isinstance(window.screen, EncyclopaediaScreen)
    return window.screen


def the_lore() -> Lore:
    return lore(the_book())


# what it holds --------------------------------------------------------------------------------------------------------


def test_there_is_an_article_of_every_kind() -> None:
    assert {article.kind for article in the_lore().articles} == set(KINDS)


def test_every_link_leads_to_an_article() -> None:
    found = the_lore()
    links = [run.link for a in found.articles for text in all_texts(a) for run in parse(text) if run.link]
    assert links
    assert not [link for link in links if found.find(link) is None]


def test_all_claims_of_the_thread_are_there_in_order() -> None:
    assert [claim.row for claim in claims()] == list(range(1, 116))
    assert all(claim.who and claim.kinds and claim.becomes for claim in claims())


def test_every_row_that_content_names_is_a_claim_and_leads_back() -> None:
    found = the_lore()
    for article in found.articles:
        for row in article.thread:
            claim = found.find(f"claim/{row}")
            assert claim is not None
            if article.kind != "claim":
                assert any(article.ref in line for section in claim.sections for line in section.lines)


def test_every_word_and_heading_has_its_text(window: Window) -> None:
    words = window.stage.words
    for article in the_lore().articles:
        assert list(sections_of(words, article)) or not article.sections
        for fact in article.facts:
            assert words.has(f"lore.fact.{fact.label}")
            if fact.form == "word" and fact.label not in ("owner", "terrain"):
                assert fact_of(words, fact) != fact.value.replace("_", " ") or words.has(
                    f"lore.word.{fact.label}.{fact.value}"
                )


def test_it_says_the_same_whatever_has_happened_in_the_world(window: Window) -> None:
    before = lore(window.game.book)
    for _ in range(3):
        step(window.game)
    assert lore(window.game.book).articles == before.articles


# turning --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ref", REFS)
def test_an_article_is_opened_by_its_reference(window: Window, ref: str) -> None:
    follow(window.stage, ref)
    window.look()
    article = the_lore().find(ref)
    assert article is not None
    assert window.has(f"article {article.ref}")
    assert not faults_of_layout(window)


def test_articles_hold_in_windows_of_all_sizes(window: Window) -> None:
    for ref in REFS[:4]:
        follow(window.stage, ref)
        in_all_sizes(window, lambda: _holds(window))


def _holds(window: Window) -> None:
    assert not faults_of_layout(window)


def test_links_lead_on_and_back_and_forward_again(window: Window) -> None:
    follow(window.stage, "person/molotov")
    window.look()
    window.ui.follow("faction/loyalists")
    window.look()
    assert window.has("article faction/loyalists")
    window.click("back")
    assert window.has("article person/molotov")
    window.press("forward")
    assert window.has("article faction/loyalists")
    window.click("forward")
    assert window.said


def test_a_link_is_pressed_with_the_mouse(window: Window) -> None:
    follow(window.stage, "organ/garrison")
    window.look()
    link = next(at for at in window.placed() if at.node.look() == "link" and at.visible.h > 10)
    pos = link.visible.center
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        window.ui.handle(pygame.event.Event(kind, pos=pos, button=1))
    window.look()
    assert not window.has("article organ/garrison")


def test_words_and_kinds_narrow_the_list(window: Window) -> None:
    window.click("find")
    window.write("zhukov")
    window.look()
    assert window.has("list", "person/zhukov")
    assert found_of(the_lore(), "person", "zhukov")[0].ref == "person/zhukov"
    window.click("kind")
    window.click("rows", "claim")
    assert not window.has("list", "person/zhukov")
    window.write("zzzz")


def test_a_name_that_nobody_knows_is_told_so(window: Window) -> None:
    follow(window.stage, "person/nobody_at_all")
    window.look()
    assert window.stage.words("lore.unknown").upper() in window.texts()


def test_it_opens_over_a_screen_and_closes_to_it(window: Window) -> None:
    window.key(pygame.K_ESCAPE)
    assert window.screen.name == "desk"
    follow(window.stage, "claim/10")
    window.look()
    window.click("close")
    assert window.screen.name == "desk"


def test_it_is_read_from_the_menu_too(tmp_path: Path) -> None:
    window = Window(tmp_path)
    window.stage.snap = None
    window.stage.ui.open(Screen(name="menu"))
    follow(window.stage, "premise/breakdown")
    window.look()
    assert window.has("article premise/breakdown")


# explaining -----------------------------------------------------------------------------------------------------------


def test_hovering_a_link_explains_it(window: Window) -> None:
    for ref in REFS:
        tip = explain(window.stage, ref)
        assert tip is not None
        assert tip.title
        assert tip.text
    assert explain(window.stage, "person/nobody_at_all") is None


def test_a_number_is_explained_as_it_was_told_and_a_hidden_one_is_not(window: Window) -> None:
    for ref, part in (("column/power.ussr.legitimacy", "told by"), ("column/room.nerve", "Nobody knows it")):
        explain(window.stage, ref)
        window.look()
        tip = explain(window.stage, ref)
        assert tip is not None
        assert part in tip.text


def test_the_screen_remembers_where_it_was(window: Window) -> None:
    follow(window.stage, "claim/40")
    window.look()
    screen_of(window).leave(window.ui)
    window.stage.show("encyclopaedia")
    window.look()
    assert window.has("article claim/40")
