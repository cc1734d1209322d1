"""What people wear and hold, in the box of a bust: collars and their badges, caps in the head's measure, things."""

from __future__ import annotations

from collections.abc import Mapping

from game.ui.art.bust import Bust, Head, Part, Parts
from game.ui.kit.rect import Point

SHOULDERS: tuple[Point, ...] = (
    (-6, 114), (2, 94), (12, 87), (30, 79.5), (38, 75), (62, 75), (70, 79.5), (88, 87), (98, 94), (106, 114),
)  # fmt: skip


def _cloth(tone: str) -> Part:
    return Part(SHOULDERS, tone, f"{tone}_dark")


def _both(tone: str, *points: Point, dark: str = "") -> Part:
    return Part(points, tone, dark, both=True)


SHIRT: Parts = (Part(((37, 74), (50, 78), (63, 74), (66, 79), (50, 112), (34, 79)), "linen", "linen_dark"),)
SHIRT_COLLAR: Parts = (_both("linen", (38.5, 71.5), (50, 79), (45, 86), (36.5, 77), dark="linen_dark"),)
TIE: Parts = (
    Part(((46.6, 79.5), (53.4, 79.5), (52.4, 85), (47.6, 85)), "tie", "tie_dark"),
    Part(((47.8, 85), (52.2, 85), (56, 108), (44, 108)), "tie", "tie_dark"),
)
LAPELS: Parts = (
    _both("lapel", (36, 75), (33, 79), (26, 83), (29, 90), (26, 93), (46, 112), (50, 110), dark="lapel_dark"),
)
SUIT: Parts = (_cloth("suit"), *SHIRT, *LAPELS, *SHIRT_COLLAR, *TIE)

STAND_COLLAR: Parts = (
    _both("collar", (36.5, 72), (43, 78), (50, 80.5), (50, 90), (41, 88), (32, 81), dark="collar_dark"),
    _both("seam", (49.5, 80), (50, 80), (50, 90), (49.4, 90)),
)


def _stand(cloth: str) -> Parts:
    """A closed coat with a collar that stands and falls, a placket, and pockets."""
    return (
        _cloth(cloth), Part(((47, 88), (53, 88), (53.4, 112), (46.6, 112)), "seam", "seam"),
        Part(((47.8, 88), (52.2, 88), (52.6, 112), (47.4, 112)), cloth, f"{cloth}_dark"),
        Part(((50, 94.5),), "brass", radius=1.3), *STAND_COLLAR,
        _both("seam", (26, 97), (42, 97), (42, 98.4), (26, 98.4)),
    )  # fmt: skip


def _tabs(tone: str, *pips: Point) -> Parts:
    """Collar tabs; pips: places of their badges on the left one."""
    return (
        _both("piping", (35.2, 77.2), (44, 82.4), (42.6, 88.8), (32, 82.6)),
        _both(tone, (36, 78.6), (43, 82.8), (41.9, 87.2), (33.6, 82.4), dark=f"{tone}_dark"),
        *([Part(pips, "brass", both=True, radius=1.05)] if pips else []),
    )


ONE: tuple[Point, ...] = ((39, 83),)
TWO: tuple[Point, ...] = ((37.4, 81.8), (40.8, 84.2))
OPEN_SHIRT: Parts = (
    Part(((40, 73), (60, 73), (50, 98)), "skin_half", "skin_deep"),
    _both("linen", (38, 71), (35, 77), (40, 90), (50, 104), (44, 86), dark="linen_dark"),
)

DRESS: Mapping[str, Parts] = {
    "suit": SUIT,
    "tunic": _stand("tunic"),
    "shirt": (
        _cloth("linen"), Part(((45.6, 80), (54.4, 80), (54.4, 112), (45.6, 112)), "stitch", "stitch_dark"),
        *(Part(((48.2, y), (50, y - 2.4), (51.8, y), (50, y + 2.4)), "linen") for y in (86, 92, 98)),
        _both("stitch", (37, 73), (50, 78), (50, 82.5), (36, 78), dark="stitch_dark"),
        _both("linen", (38.4, 75.4), (50, 79.6), (50, 80.9), (37.6, 76.8), dark="linen_dark"),
    ),
    "uniform": (*_stand("khaki"), *_tabs("red", *TWO)),
    "marshal": (*_stand("khaki"), *_tabs("red"), Part(((38.8, 83),), "brass", both=True, radius=2.4),
                Part(((38.8, 83),), "red", both=True, radius=0.9)),
    "airforce": (*_stand("khaki"), *_tabs("sky", *TWO)),
    "security": (*_stand("khaki"), *_tabs("maroon", *ONE)),
    "navy": (
        _cloth("navy"), *SHIRT, *LAPELS, *SHIRT_COLLAR, *TIE,
        Part(((34, 98), (37, 108)), "brass", both=True, radius=1.9),
    ),
    "jacket": (_cloth("drab"), *SHIRT, _both("drab", (36, 75), (25, 84), (27, 92), (45, 110), (50, 106),
                                               dark="drab_dark"),
               _both("seam", (27, 92), (45, 110), (46, 108.6), (28.4, 91)), *SHIRT_COLLAR, *TIE),
    "field": (*_stand("field"), _both("field_collar", (36.5, 72), (43, 78), (50, 80.5), (45, 88), (32, 81)),
              _both("tab", (36.6, 77.6), (42.6, 82), (41, 85.6), (34.6, 81))),
    "service": (
        _cloth("drab"), *SHIRT, _both("drab", (36, 75), (31, 80), (24, 84), (28, 90), (25, 93), (46, 112), (50, 108),
                                        dark="drab_dark"),
        _both("seam", (25, 93), (28, 90), (45, 110), (46, 112)), *SHIRT_COLLAR,
        Part(((46.8, 79.5), (53.2, 79.5), (55, 108), (45, 108)), "khaki_dark"),
        Part(((31, 86.5),), "brass", both=True, radius=1.5),
    ),
    "bow": (
        _cloth("suit"), *SHIRT, *LAPELS, *SHIRT_COLLAR, _both("tie", (50, 80), (39, 75.6), (39, 86), (50, 82.4),
                                                              dark="tie_dark"),
        Part(((42.4, 79), (42.4, 83)), "linen", both=True, radius=0.9), Part(((50, 81.2),), "tie_dark", radius=2.2),
    ),
    "wing": (
        _cloth("suit"), *SHIRT, *LAPELS, _both("linen", (39, 70), (50, 77), (46, 84), (38, 77), dark="linen_dark"),
        _both("tie", (50, 80.5), (42, 77.5), (42, 84.5), (50, 82.5), dark="tie_dark"),
    ),
    "open_collar": (_cloth("suit"), *SHIRT, *LAPELS, *OPEN_SHIRT),
    "blouse": (_cloth("linen"), *OPEN_SHIRT),
    "dress": (_cloth("suit"), Part(((39, 73), (61, 73), (57, 85), (50, 90), (43, 85)), "skin_half", "skin_deep"),
              _both("lapel", (37.4, 74), (33, 80), (43, 93), (50, 95), (50, 90), (43, 85), dark="lapel_dark"),
              Part(((42.2, 80.5), (45, 84), (47.6, 86)), "white", both=True, radius=1.2)),
}  # fmt: skip
"""Word -> what is worn, drawn before the head."""

VISOR = Part(((-1.02, 0.3), (-0.6, 0.285), (0.6, 0.285), (1.02, 0.3), (0.66, 0.4), (0, 0.43), (-0.66, 0.4)), "visor")


def _cap(cloth: str, band: str, top: float = -0.16, brim: float = 1.46, badge: str = "star") -> Parts:
    """A peaked cap. top: v of its crown; brim: u where that is widest."""
    return (
        Part(((-1.06, 0.16), (-brim, 0.04), (-brim * 0.86, top + 0.03), (-0.4, top - 0.05), (0.4, top - 0.05),
              (brim * 0.86, top + 0.03), (brim, 0.04), (1.06, 0.16)), cloth, f"{cloth}_dark"),
        Part(((-1.07, 0.15), (0, 0.12), (1.07, 0.15), (1.06, 0.31), (0, 0.29), (-1.06, 0.31)), band, f"{band}_dark"),
        VISOR, Part(((-1.06, 0.3), (-0.6, 0.285), (0.6, 0.285), (1.06, 0.3)), badge, width=1.1),
    )  # fmt: skip


CAPS: Mapping[str, Parts] = {
    "peaked": _cap("khaki", "red"),
    "blue_cap": _cap("steel", "maroon"),
    "navy_cap": (*_cap("navy", "navy"), Part(((-1.07, 0.155), (0, 0.12), (1.07, 0.155)), "white", width=0.9)),
    "air_cap": _cap("khaki", "sky"),
    "german_cap": _cap("field", "field_collar", -0.22, 1.36, "white"),
    "kepi": (
        Part(((-1.02, 0.22), (-0.9, -0.14), (0.9, -0.14), (1.02, 0.22)), "red", "red_dark"),
        Part(((-1.04, 0.2), (0, 0.17), (1.04, 0.2), (1.03, 0.31), (0, 0.29), (-1.03, 0.31)), "navy"), VISOR,
        Part(((-0.98, 0.06), (0, 0.03), (0.98, 0.06)), "brass", width=1.6),
    ),
    "flat_cap": (
        Part(((-1.14, 0.24), (-1.34, 0.1), (-1.0, -0.1), (0, -0.16), (1.0, -0.1), (1.34, 0.1), (1.14, 0.24)), "suit",
             "suit_dark"),
        Part(((-0.9, 0.22), (0.9, 0.22), (0.74, 0.33), (-0.74, 0.33)), "visor"),
    ),
    "papakha": (
        Part(((-1.12, 0.28), (-1.2, -0.14), (-0.5, -0.22), (0.5, -0.22), (1.2, -0.14), (1.12, 0.28)), "fur",
             "fur_dark"),
    ),
}  # fmt: skip
"""Word -> cap, drawn after the hair."""

STARRED: Mapping[str, str] = {"peaked": "red", "blue_cap": "red", "air_cap": "red", "navy_cap": "red"}
"""Caps with a star on the band -> its tone, on a disc of brass."""

THINGS: Mapping[str, Parts] = {
    "cigar": (
        Part(((0.1, 0.83), (0.86, 0.96), (0.82, 1.03), (0.06, 0.875)), "leaf"),
        Part(((0.74, 0.94), (0.86, 0.96), (0.82, 1.03), (0.7, 1.0)), "ash"),
    ),
    "holder": (
        Part(((0.12, 0.83), (0.82, 0.72)), "eye", width=1.5), Part(((0.82, 0.72), (1.16, 0.665)), "white", width=1.8),
    ),
}  # fmt: skip
"""Word -> what is in the mouth, in the head's measure."""

BADGES: Mapping[str, Parts] = {
    "orders": (
        Part(((64, 93), (70.5, 90), (77, 87)), "brass", radius=2.9), Part(((64, 93), (70.5, 90), (77, 87)), "red",
                                                                          radius=1.5),
    ),
    "neck_order": (Part(((46.4, 83), (53.6, 83), (50, 88)), "visor"), Part(((50, 90),), "white", radius=2.6),
                   Part(((50, 90),), "visor", radius=1.7)),
}  # fmt: skip
"""Word -> what is pinned on."""


def neck_of(head: Head) -> Parts:
    """The neck under a head, and the shadow of the chin on it."""
    half, chin = head.half * 0.5, head.chin
    return (
        Part(((50 - half, chin - 14), (50 + half, chin - 14), (50 + half + 1, 84), (50 - half - 1, 84)), "skin_half",
             "skin_deep"),
        Part(((50 - half, chin - 6), (50 + half, chin - 6), (50 + half, chin + 3), (50, chin + 6.5), (50 - half,
                                                                                                      chin + 1)),
             "skin_shade", "skin_deep"),
    )  # fmt: skip


def draw_cap(bust: Bust) -> None:
    """The cap, with its star where it has one."""
    word = bust.face["cap"]
    bust.on_head(CAPS.get(word, ()))
    if word in STARRED:
        x, y = bust.head.at((0, 0.205))
        bust.board.star(x, y, 4.6, bust.tones["brass"])
        bust.board.star(x, y, 2.6, bust.tones[STARRED[word]])


def draw_badges(bust: Bust) -> None:
    """What is pinned on the chest."""
    word = bust.face["thing"]
    bust.on_body(BADGES.get(word, ()))
    if word == "gold_star":
        bust.board.star(31, 91, 4.8, bust.tones["brass"])
