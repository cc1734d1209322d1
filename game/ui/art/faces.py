"""What a face is made of: features with their words, read from a likeness or drawn by lot from a person's id."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.ui.art.likenesses import LIKENESSES

FEATURES: Mapping[str, str] = {
    "skull": "oval round square long heavy tapered broad gaunt egg",
    "skin": "pale fresh ruddy tan",
    "hair": "brushed swept parted right_parted receding sparse fringe horseshoe crew shaved curly bush wave combed peak"
            " slick curtains forelock mane chignon waved",
    "tint": "black dark brown fair ginger greying grey white",
    "brow": "fine level thick bushy angry raised",
    "eyes": "keen narrow open hooded droop deep sharp",
    "nose": "straight broad_nose hook beak button",
    "mouth": "firm tight lips frown smile wry",
    "glasses": "bare pince specs horn frames rimless",
    "moustache": "shaven walrus brush tooth trim pencil handlebar chevron drooping",
    "beard": "beardless goatee vandyke fullbeard spade imperial",
    "mark": "smooth_skin lined bags cleft jowls stubble hollow",
    "dress": "suit tunic shirt uniform marshal airforce security navy jacket field service bow wing open_collar blouse"
             " dress",
    "cap": "bareheaded peaked blue_cap navy_cap air_cap german_cap flat_cap papakha kepi",
    "thing": "nothing cigar holder gold_star orders neck_order",
}  # fmt: skip
"""Feature -> the words for it; a word belongs to one feature."""

PLAIN: Mapping[str, str] = {
    "glasses": "bare", "moustache": "shaven", "beard": "beardless", "mark": "smooth_skin", "cap": "bareheaded",
    "thing": "nothing",
}  # fmt: skip
"""What a likeness has where it says nothing; other features are then drawn by lot."""

LOTS: Mapping[str, str] = {
    "skull": "oval oval round square long heavy tapered broad gaunt egg",
    "skin": "pale fresh fresh ruddy tan",
    "hair": "brushed swept swept parted parted right_parted receding sparse fringe horseshoe crew crew shaved curly"
            " wave combed peak slick curtains",
    "tint": "black dark dark dark brown brown fair greying greying grey",
    "brow": "fine level level thick bushy angry raised",
    "eyes": "keen keen narrow open hooded droop deep sharp",
    "nose": "straight straight broad_nose hook beak button",
    "mouth": "firm firm tight lips frown wry",
    "glasses": "bare bare bare bare specs rimless horn",
    "moustache": "shaven shaven shaven shaven brush tooth trim chevron",
    "beard": "beardless",
    "mark": "smooth_skin smooth_skin lined bags cleft jowls hollow",
    "dress": "suit suit tunic tunic shirt",
    "cap": "bareheaded",
    "thing": "nothing",
}  # fmt: skip
"""Feature -> words to draw from, those that are common more than once."""

POSTS: Mapping[str, Mapping[str, str]] = {
    "army": {"dress": "uniform", "cap": "bareheaded bareheaded peaked", "glasses": "bare",
             "hair": "crew crew shaved swept parted receding slick combed"},
    "chekists": {"dress": "security", "cap": "bareheaded bareheaded blue_cap", "glasses": "bare bare bare rimless"},
    "technocrats": {"dress": "suit suit suit tunic", "glasses": "bare bare specs rimless horn"},
    "apparatus": {"dress": "tunic tunic suit shirt"},
    "loyalists": {"dress": "tunic tunic suit"},
    "reformers": {"dress": "suit suit open_collar", "glasses": "bare specs pince rimless",
                  "beard": "beardless beardless goatee vandyke", "hair": "mane bush receding sparse wave swept fringe"},
}  # fmt: skip
"""Faction -> lots that differ there: what its men wear, and how they wear it."""

FEATURE_OF: Mapping[str, str] = {word: feature for feature, words in FEATURES.items() for word in words.split()}
"""Word -> its feature."""


@dataclass(frozen=True, slots=True)
class Face:
    """A face. words: feature -> word. marks: all that age and life left on it.

    wider, taller: by lot, -1 to 1, beside others of its kind. tie: 0 to 1, by lot.
    """

    words: Mapping[str, str]
    marks: Sequence[str]
    wider: float
    taller: float
    tie: float

    def __getitem__(self, feature: str) -> str:
        """The word for a feature."""
        return self.words[feature]


def face_of(person: str, faction: str = "") -> Face:
    """The face of a person by id: his likeness where there is one, and what it does not say by lot, always the same."""
    lot = random.Random(f"face of {person}")
    said = LIKENESSES.get(person, "").split()
    likeness = {FEATURE_OF[word]: word for word in said}
    drawn = {**LOTS, **(PLAIN if said else POSTS.get(faction, {}))}
    words = {feature: lot.choice(drawn[feature].split()) for feature in FEATURES}
    words.update(likeness)
    marks = [word for word in said if FEATURE_OF[word] == "mark"] or [words["mark"]]
    return Face(words, marks, lot.uniform(-1, 1), lot.uniform(-1, 1), lot.random())
