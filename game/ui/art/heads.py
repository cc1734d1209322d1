"""Skulls, noses, eyes, mouths, glasses and what life leaves on a face, in the head's measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.ui.art.bust import MIDDLE, Bust, Head, Part, Parts
from game.ui.kit.rect import Point


@dataclass(frozen=True, slots=True)
class Skull:
    """The build of a head in the box of a bust. right: its right outline between crown and chin, downwards."""

    half: float
    crown: float
    chin: float
    right: tuple[Point, ...]

    def outline(self) -> tuple[Point, ...]:
        """The whole outline."""
        return (0, 0), *self.right, (0, 1), *((-u, v) for u, v in reversed(self.right))


SKULLS: Mapping[str, Skull] = {
    "oval": Skull(20.5, 16, 71, ((0.56, 0.025), (0.92, 0.2), (1, 0.44), (0.93, 0.66), (0.66, 0.88), (0.32, 0.985))),
    "round": Skull(22.5, 19, 69.5, ((0.6, 0.03), (0.95, 0.22), (1.02, 0.5), (0.95, 0.72), (0.68, 0.91), (0.34, 0.99))),
    "square": Skull(21.5, 17, 71, ((0.64, 0.015), (0.96, 0.14), (1, 0.42), (0.99, 0.7), (0.84, 0.9), (0.46, 0.995))),
    "long": Skull(18, 13, 73, ((0.58, 0.02), (0.94, 0.17), (1, 0.42), (0.94, 0.68), (0.7, 0.9), (0.34, 0.99))),
    "heavy": Skull(24, 18, 72, ((0.5, 0.03), (0.8, 0.18), (0.92, 0.42), (1.02, 0.68), (0.92, 0.88), (0.5, 0.99))),
    "tapered": Skull(20.5, 15, 71, ((0.62, 0.025), (0.99, 0.18), (1, 0.42), (0.82, 0.66), (0.5, 0.89), (0.2, 0.99))),
    "broad": Skull(23, 17, 71, ((0.62, 0.02), (0.95, 0.18), (1.02, 0.5), (0.93, 0.72), (0.64, 0.91), (0.36, 0.99))),
    "gaunt": Skull(19, 14, 73, ((0.6, 0.02), (0.97, 0.18), (1, 0.44), (0.84, 0.62), (0.72, 0.82), (0.42, 0.985))),
    "egg": Skull(21.5, 14, 70, ((0.62, 0.03), (1, 0.24), (1, 0.46), (0.86, 0.68), (0.58, 0.89), (0.28, 0.985))),
}  # fmt: skip
"""Word -> skull."""


def head_of(skull: Skull, wider: float, taller: float) -> Head:
    """The head of one person; wider, taller: -1 to 1."""
    return Head(skull.half + 0.9 * wider, skull.crown - 1.2 * taller, skull.chin + 1.0 * taller)


def _both(tone: str, *points: Point) -> Part:
    return Part(points, tone, both=True)


FACETS: Parts = (
    Part(((0.55, 0.56), (0.98, 0.5), (0.9, 0.72), (0.6, 0.9), (0.62, 0.72)), "skin_cheek"),
    Part(((-0.66, 0.455), (-0.12, 0.44), (-0.13, 0.535), (-0.3, 0.56), (-0.58, 0.54)), "skin_half"),
    Part(((0.66, 0.455), (0.12, 0.44), (0.13, 0.535), (0.3, 0.56), (0.58, 0.54)), "skin_deep"),
)
"""The cheek turned from the light, and the sockets."""


def _nose(bridge: float, tip: float, wing: float, foot: float) -> Parts:
    """bridge: v where it begins; tip: how far its back stands out; wing: of its foot; foot: v of that."""
    return (
        Part(((0, bridge), (tip, foot - 0.05), (wing, foot - 0.01), (0, foot + 0.02)), "nose_dark"),
        Part(((0, bridge), (0, foot + 0.02), (-wing, foot - 0.01), (-wing * 0.8, foot - 0.06)), "skin_half"),
        Part(((-wing, foot - 0.01), (wing, foot - 0.01), (0, foot + 0.025)), "crease", "nose_deep"),
    )


NOSES: Mapping[str, Parts] = {
    "straight": _nose(0.43, 0.15, 0.18, 0.7),
    "broad_nose": _nose(0.47, 0.2, 0.27, 0.7),
    "hook": _nose(0.42, 0.24, 0.18, 0.715),
    "beak": _nose(0.4, 0.2, 0.2, 0.75),
    "button": _nose(0.52, 0.18, 0.2, 0.67),
}
"""Word -> nose."""

LEFT_WHITE = ((-0.58, 0.505), (-0.46, 0.475), (-0.3, 0.475), (-0.2, 0.505), (-0.3, 0.53), (-0.46, 0.53))
LID = _both("eye", (-0.6, 0.5), (-0.46, 0.462), (-0.3, 0.462), (-0.18, 0.5), (-0.3, 0.482), (-0.46, 0.482))


def _iris(v: float, radius: float) -> Part:
    return Part(((-0.39, v), (0.39, v)), "eye", radius=radius)


EYES: Mapping[str, Parts] = {
    "keen": (_both("eye", (-0.56, 0.478), (-0.22, 0.478), (-0.39, 0.54)),),
    "narrow": (_both("eye", (-0.6, 0.492), (-0.4, 0.482), (-0.18, 0.5), (-0.4, 0.52)), _iris(0.505, 1.7)),
    "open": (Part(LEFT_WHITE, "white", both=True), _iris(0.502, 2.1), LID),
    "hooded": (
        _both("crease", (-0.6, 0.5), (-0.5, 0.455), (-0.26, 0.455), (-0.17, 0.505)),
        _both("eye", (-0.6, 0.5), (-0.17, 0.502), (-0.3, 0.53), (-0.5, 0.528)),
    ),
    "droop": (Part(((-0.62, 0.53), (-0.44, 0.485), (-0.2, 0.495), (-0.34, 0.53)), "white", both=True),
              _iris(0.51, 1.9),
              _both("eye", (-0.66, 0.53), (-0.46, 0.47), (-0.2, 0.485), (-0.22, 0.502), (-0.44, 0.49))),
    "deep": (_both("crease", (-0.64, 0.45), (-0.12, 0.45), (-0.16, 0.53), (-0.56, 0.53)),
             _both("eye", (-0.54, 0.485), (-0.22, 0.485), (-0.3, 0.53), (-0.46, 0.53))),
    "sharp": (Part(((-0.6, 0.48), (-0.4, 0.475), (-0.18, 0.515), (-0.4, 0.53)), "white", both=True), _iris(0.503, 1.9),
              _both("eye", (-0.64, 0.465), (-0.4, 0.46), (-0.16, 0.505), (-0.18, 0.522), (-0.4, 0.482))),
}  # fmt: skip
"""Word -> eyes."""

SEEN_THROUGH: Parts = (
    _iris(0.505, 2.2),
    _both("eye", (-0.55, 0.487), (-0.4, 0.472), (-0.23, 0.487), (-0.4, 0.488)),
)
"""Eyes behind glasses."""

UNDER_LIP = Part(((-0.16, 0.895), (0.16, 0.895), (0.08, 0.915), (-0.08, 0.915)), "skin_half", "skin_deep")

MOUTHS: Mapping[str, Parts] = {
    "firm": (Part(((-0.3, 0.835), (0.3, 0.835), (0.26, 0.858), (-0.26, 0.858)), "lip"), UNDER_LIP),
    "tight": (Part(((-0.26, 0.84), (0.26, 0.84), (0.26, 0.855), (-0.26, 0.855)), "lip"),),
    "lips": (
        Part(((-0.3, 0.84), (-0.08, 0.815), (0, 0.823), (0.08, 0.815), (0.3, 0.84), (0.14, 0.878), (-0.14, 0.878)),
             "lip_full"),
        Part(((-0.3, 0.838), (0.3, 0.838), (0, 0.85)), "lip"), UNDER_LIP,
    ),
    "frown": (Part(((-0.34, 0.872), (-0.2, 0.836), (0.2, 0.836), (0.34, 0.872), (0.16, 0.856), (-0.16, 0.856)), "lip"),
              UNDER_LIP),
    "smile": (Part(((-0.38, 0.805), (-0.18, 0.838), (0.18, 0.838), (0.38, 0.805), (0.2, 0.868), (-0.2, 0.868)), "lip"),
              _both("crease", (-0.4, 0.78), (-0.36, 0.79), (-0.4, 0.84), (-0.45, 0.83))),
    "wry": (Part(((-0.3, 0.84), (0.1, 0.842), (0.36, 0.81), (0.32, 0.845), (0.1, 0.862), (-0.28, 0.857)), "lip"),
            UNDER_LIP),
}  # fmt: skip
"""Word -> mouth."""

MARKS: Mapping[str, Parts] = {
    "lined": (
        _both("crease", (-0.28, 0.68), (-0.24, 0.7), (-0.44, 0.84), (-0.48, 0.82)),
        Part(((-0.42, 0.27), (0.42, 0.27), (0.36, 0.282), (-0.36, 0.282)), "skin_half", "skin_deep"),
        Part(((-0.34, 0.32), (0.34, 0.32), (0.28, 0.332), (-0.28, 0.332)), "skin_half", "skin_deep"),
    ),
    "bags": (_both("crease", (-0.58, 0.56), (-0.22, 0.56), (-0.3, 0.592), (-0.5, 0.59), (-0.4, 0.578)),),
    "cleft": (Part(((-0.02, 0.94), (0.02, 0.94), (0.02, 0.985), (-0.02, 0.985)), "crease", "nose_deep"),),
    "jowls": (
        _both("crease_soft", (-0.44, 0.8), (-0.4, 0.81), (-0.44, 0.9), (-0.54, 0.95), (-0.6, 0.94), (-0.5, 0.89)),
        Part(((-0.5, 0.975), (0, 1.01), (0.5, 0.975), (0.62, 1.0), (0, 1.1), (-0.62, 1.0)), "skin_half", "skin_deep"),
    ),
    "hollow": (_both("crease_soft", (-0.9, 0.58), (-0.66, 0.66), (-0.6, 0.84), (-0.78, 0.76)),),
    "stubble": (
        Part(((-0.96, 0.6), (-0.6, 0.74), (0, 0.77), (0.6, 0.74), (0.96, 0.6), (0.64, 0.9), (0.3, 0.99), (-0.3, 0.99),
              (-0.64, 0.9)), "bristle", "bristle_dark"),
    ),
}  # fmt: skip
"""Word -> what is drawn under the features."""


@dataclass(frozen=True, slots=True)
class Glasses:
    """Glasses. radius: of the lenses, units of the box. rim: width of the frame. arms: to the ears. boxed: angular."""

    radius: float
    rim: float
    arms: bool
    boxed: bool = False


GLASSES: Mapping[str, Glasses] = {
    "pince": Glasses(6.3, 1.5, arms=False),
    "specs": Glasses(6.9, 1.6, arms=True),
    "horn": Glasses(7.2, 2.6, arms=True),
    "frames": Glasses(7.0, 2.6, arms=True, boxed=True),
    "rimless": Glasses(6.5, 0.8, arms=True),
}
"""Word -> glasses."""


def draw_eyes(bust: Bust) -> None:
    """Eyes, and the glasses before them."""
    glasses = GLASSES.get(bust.face["glasses"])
    if glasses is None:
        bust.on_head(EYES[bust.face["eyes"]])
        return
    centres = [bust.head.at((side * 0.41, 0.505)) for side in (-1, 1)]
    for x, y in centres:
        _lens(bust, glasses, x, y)
    bust.on_head(SEEN_THROUGH)
    for x, y in centres:
        _rim(bust, glasses, x, y)
    _bridge(bust, glasses)


def _corners(x: float, y: float, radius: float) -> list[Point]:
    return [(x - radius, y - radius * 0.72), (x + radius, y - radius * 0.72), (x + radius * 0.86, y + radius * 0.72),
            (x - radius * 0.86, y + radius * 0.72)]  # fmt: skip


def _lens(bust: Bust, glasses: Glasses, x: float, y: float) -> None:
    lit = bust.tones["lens" if x < MIDDLE else "lens_dark"]
    radius = glasses.radius
    if glasses.boxed:
        bust.board.polygon(_corners(x, y, radius), lit)
    else:
        bust.board.circle(x, y, radius, lit)
    glint = [(x - radius * 0.72, y + radius * 0.16), (x + radius * 0.1, y - radius * 0.78),
             (x + radius * 0.44, y - radius * 0.7), (x - radius * 0.5, y + radius * 0.5)]  # fmt: skip
    bust.board.polygon(glint, bust.tones["white"])


def _rim(bust: Bust, glasses: Glasses, x: float, y: float) -> None:
    rim = bust.tones["rim"]
    if glasses.boxed:
        outline = _corners(x, y, glasses.radius)
        bust.board.line([*outline, outline[0]], glasses.rim, rim)
        bust.board.line(outline[:2], glasses.rim * 1.5, rim)
    else:
        bust.board.circle(x, y, glasses.radius + glasses.rim / 2, rim, glasses.rim)


def _bridge(bust: Bust, glasses: Glasses) -> None:
    rim, thick = bust.tones["rim"], max(1.3, glasses.rim)
    (left, y), (right, _) = (bust.head.at((side * 0.41, 0.492)) for side in (-1, 1))
    inner = glasses.radius + 0.2
    bust.board.line([(left + inner, y), (right - inner, y)], thick, rim)
    if glasses.arms:
        for x, side in ((left, -1), (right, 1)):
            ear = bust.head.at((side * 1.0, 0.47))
            bust.board.line([(x + side * inner, y), ear], thick, rim)
