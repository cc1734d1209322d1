"""Text with links, and text that must fit."""

from __future__ import annotations

import pygame
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui.kit.canvas import Canvas
from game.ui.kit.fonts import Fonts
from game.ui.kit.palette import TOKENS, VARIANTS, contrast, palette
from game.ui.kit.rich import Style, parse, plain, set_out

FONTS = Fonts()
WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=40).map(" ".join)


def test_links_and_stress_are_told_apart_from_plain_words() -> None:
    runs = parse("Told by [Timoshenko](person/timoshenko) on **24 June**.")
    assert [(r.text, r.link, r.bold) for r in runs] == [
        ("Told by ", "", False), ("Timoshenko", "person/timoshenko", False), (" on ", "", False), ("24 June", "", True),
        (".", "", False),
    ]  # fmt: skip
    assert plain("Told by [Timoshenko](t).") == "Told by Timoshenko."


@settings(max_examples=60, deadline=None)
@given(WORDS, st.integers(90, 600))
def test_no_line_is_wider_than_it_may_be_and_no_word_is_lost(text: str, wide: int) -> None:
    runs, height = set_out(text, wide, Style(16), FONTS, 1.0)
    assert " ".join(" ".join(r.text.split()) for r in runs) == text
    assert all(r.x + FONTS.width(r.text.rstrip(), "body", 16) <= wide + 1 or " " not in r.text.strip() for r in runs)
    assert height >= max(r.y for r in runs) + 16


@settings(max_examples=40, deadline=None)
@given(WORDS, st.integers(40, 400))
def test_a_text_that_is_cut_is_as_narrow_as_it_must_be(text: str, wide: int) -> None:
    canvas = Canvas(pygame.Surface((800, 60)), 1.0, palette(), FONTS)
    cut = canvas.cut(text, "medium", 16, wide)
    assert canvas.width(cut, "medium", 16) <= wide
    assert cut == text or cut.endswith("…")


def test_words_on_their_grounds_are_legible_in_every_palette() -> None:
    pairs = [("ink", "paper"), ("ink", "light"), ("mute", "light"), ("paper", "ink"), ("muted", "coal"),
             ("paper", "deep"), ("amber", "ink"), ("deep", "light")]  # fmt: skip
    for name in VARIANTS:
        colours = palette(name)
        assert set(colours.colours) >= set(TOKENS)
        for words, ground in pairs:
            assert contrast(colours[words], colours[ground]) >= 4.5, (name, words, ground)
