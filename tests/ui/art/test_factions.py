"""Factions: no two look alike, whatever the eyes, and words can be read on them."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pygame
import pytest

from game.ui.art.factions import FACTIONS, faction_sign, fill_faction, side_of
from game.ui.kit.palette import VARIANTS, contrast, palette
from game.ui.kit.rect import Rect
from tests.knowledge.builders import base_book
from tests.ui.art.sheets import Draw, drawn_box, holds, sheet


def filled(faction: str, pale: bool) -> Draw:
    return lambda canvas: fill_faction(canvas, canvas.rect_mask(Rect(100, 100, 120, 120)), faction, pale)


def test_every_faction_of_the_base_game_is_drawn() -> None:
    assert set(base_book().schema.index["faction"]) == set(FACTIONS)


def test_no_two_factions_share_a_colour_a_pattern_or_a_shape() -> None:
    for one, other in combinations(FACTIONS.values(), 2):
        assert one.token != other.token
        assert one.pattern != other.pattern
        assert one.shape != other.shape


@pytest.mark.parametrize("pale", [False, True])
def test_factions_can_be_told_apart_without_any_colour(pale: bool) -> None:
    greys = [pygame.surfarray.array3d(sheet(filled(faction, pale), colours="mono").surface) for faction in FACTIONS]
    for one, other in combinations(greys, 2):
        assert (np.abs(one.astype(int) - other).max(2) > 8).sum() > 900


@pytest.mark.parametrize("colours", sorted(VARIANTS))
@pytest.mark.parametrize("faction", sorted(FACTIONS))
def test_words_on_a_factions_colour_can_be_read(faction: str, colours: str) -> None:
    side, shades = side_of(faction), palette(colours)
    assert contrast(shades[side.words], shades[side.token]) >= 4.5
    assert contrast(shades["ink"], side.pale(shades)) >= 4.5
    assert contrast(shades["ink"], side.pale_mark(shades)) >= 4.5


@pytest.mark.parametrize("faction", sorted(FACTIONS))
def test_a_factions_sign_keeps_to_its_size(faction: str) -> None:
    assert holds(Rect(90, 90, 20, 20), drawn_box(lambda canvas: faction_sign(canvas, 100, 100, 20, faction)))


def test_one_of_no_faction_is_drawn_plain() -> None:
    assert side_of("").pattern == "plain"
    assert side_of("menshevik") == side_of("")
