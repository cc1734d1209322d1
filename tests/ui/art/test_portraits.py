"""Portraits: everybody has one of his own, and it is always the same."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pygame
import pytest

from game.ui.art.bust import Part
from game.ui.art.dress import BADGES, CAPS, DRESS, THINGS
from game.ui.art.faces import FEATURE_OF, FEATURES, LOTS, PLAIN, POSTS, face_of
from game.ui.art.factions import FACTIONS
from game.ui.art.hair import BEARDS, BEHIND, BROWS, HAIR, MOUSTACHES
from game.ui.art.heads import EYES, GLASSES, MARKS, MOUTHS, NOSES, SKULLS
from game.ui.art.likenesses import LIKENESSES
from game.ui.art.portraits import plate, portrait
from game.ui.art.tones import SKINS, TINTS, tones_of
from game.ui.kit.canvas import Canvas
from game.ui.kit.palette import VARIANTS, palette
from game.ui.kit.rect import Rect
from tests.knowledge.builders import base_book
from tests.ui.art.sheets import Draw, drawn_box, holds, picture, sheet

PERSONS = tuple(base_book().schema.index["person"])
ROOM = ("stalin", "molotov", "beria", "malenkov", "voroshilov", "kaganovich", "mikoyan", "zhdanov", "khrushchev")


def at(radius: float, person: str, faction: str = "", dim: bool = False, ring: str | None = None) -> Draw:
    return lambda canvas: portrait(canvas, 200, 200, radius, person, faction, dim=dim, ring=ring)


def test_everybody_of_the_base_game_has_a_likeness() -> None:
    assert [person for person in PERSONS if person not in LIKENESSES] == []


def test_a_likeness_says_each_thing_once_and_in_known_words() -> None:
    for person, words in LIKENESSES.items():
        features = [FEATURE_OF[word] for word in words.split() if FEATURE_OF[word] != "mark"]
        assert len(features) == len(set(features)), person


def test_no_word_belongs_to_two_features() -> None:
    assert len(FEATURE_OF) == sum(len(words.split()) for words in FEATURES.values())


def test_every_word_is_drawn() -> None:
    drawn = {
        "skull": SKULLS, "skin": SKINS, "hair": HAIR, "tint": TINTS, "brow": BROWS, "eyes": EYES, "nose": NOSES,
        "mouth": MOUTHS, "glasses": GLASSES, "moustache": MOUSTACHES, "beard": BEARDS, "mark": MARKS, "dress": DRESS,
        "cap": CAPS,
    }  # fmt: skip
    for feature, table in drawn.items():
        assert set(table) == set(FEATURES[feature].split()) - {PLAIN.get(feature)}, feature
    assert {*THINGS, *BADGES, "gold_star", "nothing"} == set(FEATURES["thing"].split())


def test_lots_hold_only_words_of_their_feature() -> None:
    for lots in (LOTS, PLAIN, *POSTS.values()):
        for feature, words in lots.items():
            assert {FEATURE_OF[word] for word in words.split()} == {feature}


def test_every_part_is_of_a_tone_that_there_is() -> None:
    parts: list[Part] = []
    for table in (HAIR, BEHIND, BROWS, EYES, NOSES, MOUTHS, MOUSTACHES, BEARDS, MARKS, DRESS, CAPS, THINGS, BADGES):
        parts += [part for several in table.values() for part in several]
    tones = set(tones_of(face_of("molotov"), palette()))
    assert {part.light for part in parts} | {part.dark or part.light for part in parts} <= tones


@pytest.mark.parametrize("radius", [23, 35])
def test_no_two_persons_look_alike(radius: float) -> None:
    seen: dict[bytes, list[str]] = defaultdict(list)
    for person in PERSONS:
        seen[picture(at(radius, person, "army"))].append(person)
    assert [several for several in seen.values() if len(several) > 1] == []


def test_the_men_of_the_room_differ_in_much_of_the_face() -> None:
    faces = [pixels(at(35, person, "loyalists")) for person in ROOM]
    for nth, one in enumerate(faces):
        for other in faces[nth + 1 :]:
            differing = (np.abs(one - other).sum(2) > 60).sum() / (np.pi * 35**2)
            assert differing > 0.12


def pixels(draw: Draw) -> np.ndarray[tuple[int, int, int], np.dtype[np.int64]]:
    return pygame.surfarray.array3d(sheet(draw).surface).astype(np.int64)


def test_strangers_differ_too_and_wear_what_their_side_wears() -> None:
    strangers = [f"colonel_{nth}" for nth in range(40)]
    assert len({picture(at(35, person, "army")) for person in strangers}) == len(strangers)
    assert {face_of(person, "army")["dress"] for person in strangers} == {"uniform"}
    assert {face_of(person, "chekists")["dress"] for person in strangers} == {"security"}


def test_the_only_woman_of_the_record_is_drawn_as_one() -> None:
    face = face_of("furtseva", "apparatus")
    assert (face["dress"], face["hair"], face["moustache"]) == ("dress", "chignon", "shaven")


@pytest.mark.parametrize("person", ["beria", "someone_else"])
def test_the_same_person_is_drawn_the_same_again(person: str) -> None:
    assert picture(at(40, person, "chekists")) == picture(at(40, person, "chekists"))


def test_side_ring_and_dimness_are_seen() -> None:
    plain = picture(at(35, "beria", "chekists"))
    others = [at(35, "beria", "army"), at(35, "beria", "chekists", dim=True), at(35, "beria", "chekists", ring="ochre")]
    assert len({plain, *(picture(draw) for draw in others)}) == 4


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6])
def test_a_portrait_stays_within_its_disc(scale: float) -> None:
    for person in ("budyonny", "kuznetsov_ng", "roosevelt", "gamarnik", "zinoviev"):
        box = drawn_box(at(95, person, "army", ring="ink"), scale)
        assert holds(Rect(105, 105, 190, 190), box)


def test_a_plate_fills_its_rectangle_and_no_more() -> None:
    place = Rect(100, 120, 104, 112)
    box = drawn_box(lambda canvas: plate(canvas, place, "beria", "chekists"))
    assert holds(place, box)
    assert holds(box, place)


def test_a_portrait_at_the_edge_of_a_surface_is_cut_there() -> None:
    box = drawn_box(lambda canvas: portrait(canvas, 0, 390, 60, "stalin", "loyalists", ring="ink"))
    assert holds(Rect(0, 330, 60, 70), box)


def test_a_portrait_within_a_clip_is_cut_to_it() -> None:
    def draw(canvas: Canvas) -> None:
        with canvas.clipped(canvas.rect_mask(Rect(180, 180, 30, 30))):
            portrait(canvas, 200, 200, 60, "stalin", "loyalists", ring="ink")

    assert holds(Rect(180, 180, 30, 30), drawn_box(draw))


@pytest.mark.parametrize("colours", sorted(VARIANTS))
@pytest.mark.parametrize("faction", [*sorted(FACTIONS), ""])
def test_every_side_is_drawn_in_every_palette(faction: str, colours: str) -> None:
    canvas = sheet(at(35, "molotov", faction), colours=colours)
    assert canvas.surface.get_at((200, 200)) != canvas.surface.get_at((2, 2))
