"""What is printed: paper, front pages, telegrams, the menu's picture, posters."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import numpy as np
import pygame
import pytest

from game.ui.art.menu import menu_places, menu_scene
from game.ui.art.newspaper import Page, front_page, small_page
from game.ui.art.outcomes import COMPOSITIONS, Kind
from game.ui.art.paper import paper
from game.ui.art.poster import ENDS, OUTCOMES, Poster, kind_of, poster
from game.ui.art.telegram import small_telegram, telegram
from game.ui.kit.canvas import Canvas, Written
from game.ui.kit.fonts import Fonts
from game.ui.kit.palette import contrast, palette
from game.ui.kit.rect import Rect

LONG = (
    "Telephone, before dawn. Count Schulenburg asks to be received at once. Aircraft are over Sevastopol, Kiev and "
    "Minsk. The standing order says: yield to no provocation, do not fire. Stalin is on the road from Kuntsevo. It "
    "may be an ultimatum, or a note with terms. It may be the other thing."
)
SHORT = Page(
    "№ 181 (8589)", "Monday, 30 June 1941", "At work", "", "dacha", 3, "", (("", "Nothing."),), ("", "")
)  # fmt: skip
FULL = Page(
    "№ 173 (8581)", "Sunday, 22 June 1941 · Evening edition", "The German ambassador asks to be received at once",
    "A telephone call before dawn, and the standing order says: do not fire, whatever is reported from the districts",
    "ambassador", 5, "The Kremlin, this morning.", (("", LONG), ("Kiev and Sevastopol", LONG)), ("What is known", LONG),
)  # fmt: skip
WORDLESS = Page("", "", "Antidisestablishmentarianism", "", "tape", 1, "", (), ("", ""))
PAGES = (SHORT, FULL, WORDLESS)


def board(rect: Rect, scale: float = 1.0, colours: str = "standard") -> Canvas:
    """A canvas somewhat larger than a rectangle, which keeps what is written."""
    size = round((rect.right + 40) * scale), round((rect.bottom + 40) * scale)
    surface = pygame.Surface(size, 0, 32)
    surface.fill((128, 128, 128))
    return Canvas(surface, scale, palette(colours), Fonts(), written=[])


def overlaps(written: list[Written]) -> list[tuple[str, str]]:
    """Pairs of texts that lie over each other by more than a pixel."""
    return [
        (a.text, b.text) for a, b in combinations(written, 2)
        if min(a.box.clip(b.box).size) > 1 and a.box.colliderect(b.box)
    ]  # fmt: skip


def faults(canvas: Canvas, rect: Rect) -> list[str]:
    """What is wrong with the texts on a canvas: small, wide, overlapping, outside."""
    written, k = canvas.written or [], canvas.scale
    place = pygame.Rect(round(rect.x * k) - 1, round(rect.y * k) - 1, round(rect.w * k) + 2, round(rect.h * k) + 2)
    found = [f"small: {w.text} {w.size}" for w in written if w.size < 15]
    found += [f"outside: {w.text}" for w in written if not place.contains(w.box)]
    found += [f"wide: {w.text}" for w in written if w.allowed and w.box.w > w.allowed * k + 2]
    return found + [f"overlap: {a} | {b}" for a, b in overlaps(written)]


def pale(canvas: Canvas) -> list[str]:
    """Texts whose contrast with what lies beneath them is under 4.5."""
    found = []
    for w in canvas.written or []:
        if w.beneath is not None:
            ground = tuple(int(v) for v in np.median(w.beneath.reshape(-1, 3), axis=0))
            if contrast(w.colour, (ground[0], ground[1], ground[2])) < 4.5:
                found.append(w.text)
    return found


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6])
@pytest.mark.parametrize("page", PAGES)
def test_no_text_of_a_front_page_overlaps_or_overflows(page: Page, scale: float) -> None:
    for width, height in ((800, 880), (560, 620), (420, 420), (700, 480)):
        rect = Rect(20, 20, width, height)
        canvas = board(rect, scale)
        front_page(canvas, rect, page)
        assert faults(canvas, rect) == []
        assert pale(canvas) == []


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6])
@pytest.mark.parametrize("page", PAGES)
def test_no_text_of_a_telegram_overlaps_or_overflows(page: Page, scale: float) -> None:
    for width, height in ((800, 880), (560, 620), (420, 480), (700, 520)):
        rect = Rect(20, 20, width, height)
        canvas = board(rect, scale)
        telegram(canvas, rect, page)
        assert faults(canvas, rect) == []
        assert pale(canvas) == []


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6])
@pytest.mark.parametrize("page", PAGES)
def test_no_text_of_what_lies_on_the_desk_overlaps_or_overflows(page: Page, scale: float) -> None:
    for draw in (small_page, small_telegram):
        for width, height in ((320, 410), (250, 330)):
            rect = Rect(20, 20, width, height)
            canvas = board(rect, scale)
            foot = draw(canvas, rect, page)
            assert faults(canvas, rect) == []
            assert pale(canvas) == []
            assert rect.x < foot.x < foot.right < rect.right
            assert foot.bottom < rect.bottom


def test_a_short_article_is_printed_whole() -> None:
    rect = Rect(0, 0, 800, 880)
    canvas = board(rect)
    front_page(canvas, rect, FULL)
    words = " ".join(w.text for w in canvas.written or [])
    assert "…" not in words
    assert "the other thing." in words


def test_what_finds_no_room_ends_with_an_ellipsis() -> None:
    rect = Rect(0, 0, 420, 420)
    canvas = board(rect)
    front_page(canvas, rect, FULL)
    assert any(w.text.endswith("…") for w in canvas.written or [])


def test_paper_is_the_same_for_the_same_seed() -> None:
    sheets = []
    for seed in (3, 3, 4):
        canvas = board(Rect(0, 0, 300, 200))
        paper(canvas, Rect(0, 0, 300, 200), seed)
        sheets.append(pygame.image.tobytes(canvas.surface, "RGB"))
    assert sheets[0] == sheets[1] != sheets[2]


@pytest.mark.parametrize("token", ["paper", "light", "dark", "ink", "axis"])
def test_paper_stays_near_its_colour(token: str) -> None:
    canvas = board(Rect(0, 0, 300, 200))
    paper(canvas, Rect(0, 0, 300, 200), 1, token)
    pixels = pygame.surfarray.array3d(canvas.surface)[:300, :200].astype(int)
    assert np.abs(pixels - canvas.palette[token]).max() <= 24


def test_paper_outside_the_surface_does_nothing() -> None:
    canvas = board(Rect(0, 0, 30, 30))
    paper(canvas, Rect(500, 0, 30, 30), 1)
    assert (pygame.surfarray.array3d(canvas.surface) == 128).all()


@pytest.mark.parametrize("size", [(1600, 900), (2133, 1200), (1067, 600), (2100, 900), (1200, 900)])
def test_the_menu_leaves_its_words_room_beside_the_picture(size: tuple[int, int]) -> None:
    whole = Rect(0, 0, *size)
    canvas = board(whole, 0.5)
    menu_scene(canvas, whole)
    places = menu_places(whole)
    assert places.title.bottom <= places.words.y
    assert places.words.bottom < whole.bottom
    assert places.corner.right < whole.right
    pixels = pygame.surfarray.array3d(canvas.surface).astype(int)
    words = places.words
    ground = pixels[int(words.x / 2) : int(words.right / 2), int(words.y / 2) : int(words.bottom / 2)]
    assert np.abs(ground - canvas.palette["paper"]).max() <= 24


def test_the_years_of_the_menu_can_be_read() -> None:
    whole = Rect(0, 0, 1067, 600)
    canvas = board(whole)
    menu_scene(canvas, whole)
    written = canvas.written or []
    assert {"1941", "1945", "1949", "1957", "1961"} <= {w.text for w in written}
    assert min(w.size for w in written) >= 15


def a_poster(kind: Kind) -> Poster:
    """A poster with all its parts."""
    figures = (("days of vacuum", "2"), ("soldiers lost", "588,000"), ("strikes", "1"), ("authority", "31"))
    return Poster(
        kind, "Who rules?", "One of those who worked", "15 July 1941", LONG, ("a", "b", "c", "d", "e"), figures
    )


@pytest.mark.parametrize("kind", get_args(Kind))
def test_no_text_of_a_poster_overlaps_or_overflows(kind: Kind) -> None:
    for width, height, scale in ((900, 1200, 1.0), (1600, 900, 0.8), (420, 600, 1.6)):
        rect = Rect(0, 0, width, height)
        canvas = board(rect, scale)
        poster(canvas, rect, a_poster(kind))
        assert faults(canvas, rect) == []
        assert pale(canvas) == []


def test_a_poster_calls_for_the_portraits_of_its_people() -> None:
    asked: list[str] = []
    rect = Rect(0, 0, 600, 800)
    poster(board(rect), rect, a_poster("committee"), lambda canvas, x, y, radius, person: asked.append(person))
    assert asked == ["a", "b", "c", "d", "e"]


def test_every_kind_of_end_has_a_composition() -> None:
    assert set(COMPOSITIONS) == set(get_args(Kind))
    assert {*ENDS.values(), *OUTCOMES.values()} == set(COMPOSITIONS)


def test_the_end_of_the_player_counts_before_that_of_the_state() -> None:
    assert kind_of("old_order", "betrayed") == "betrayed"
    assert kind_of("committee", "forgiven") == "committee"
    assert kind_of("of_a_mod", "of_a_mod") == "rules"
