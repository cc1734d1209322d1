"""Portraits: a bust in flat light and shade before two rays in the colours of its side."""

from __future__ import annotations

from game.ui.art.board import Board
from game.ui.art.bust import BOX, MIDDLE, Bust, Head, Part
from game.ui.art.dress import CAPS, DRESS, THINGS, draw_badges, draw_cap, neck_of
from game.ui.art.faces import Face, face_of
from game.ui.art.factions import Side, side_of
from game.ui.art.hair import BEARDS, BEHIND, BROWS, HAIR, MOUSTACHES
from game.ui.art.heads import FACETS, MARKS, MOUTHS, NOSES, SKULLS, draw_eyes, head_of
from game.ui.art.tones import tones_of
from game.ui.kit.canvas import Canvas, Paint
from game.ui.kit.mask import Mask
from game.ui.kit.rect import Rect

RING = 3.0
"""Width of the ring about a portrait whose radius is 50."""
HEADROOM = 6.0
"""Between the top of the disc and that of hair or cap, where the radius is 50."""
MOST_LOWERED = 5.0
"""How far a head is carried lower for that, in the same units."""
DIM = 0.6
"""How far the portrait of one who is out of play goes to paper."""


def portrait(
    canvas: Canvas, x: float, y: float, radius: float, person: str, faction: str, *, dim: bool = False,
    ring: Paint | None = None,
) -> None:  # fmt: skip
    """The portrait of a person (id) of a faction (id, or empty) in a disc about (x, y); nothing is drawn outside it.

    dim: pale, of one who is out of play. ring: colour of a ring inside the disc's edge.
    """
    disc = canvas.circle_mask(x, y, radius)
    _bust(canvas, Rect(x - radius, y - radius, 2 * radius, 2 * radius), disc, person, faction)
    if dim:
        canvas.paint(disc, "paper", DIM)
    if ring is not None:
        canvas.circle(x, y, radius, ring, RING * radius / MIDDLE)


def plate(canvas: Canvas, rect: Rect, person: str, faction: str, *, dim: bool = False) -> None:
    """The portrait of a person filling a rectangle, as on a dossier: as wide as that, and its foot cut off below."""
    whole = canvas.rect_mask(rect)
    side = max(rect.w, rect.h)
    _bust(canvas, Rect(rect.x + (rect.w - side) / 2, rect.y, side, side), whole, person, faction)
    if dim:
        canvas.paint(whole, "paper", DIM)


def _bust(canvas: Canvas, box: Rect, shape: Mask, person: str, faction: str) -> None:
    face = face_of(person, faction)
    with canvas.moved(box.x, box.y, box.w / BOX):
        board = Board.over(canvas, Rect(0, 0, BOX, BOX), side_of(faction).pale(canvas.palette))
        _ground(board, side_of(faction))
        _draw(Bust(board, face, _carried(face), tones_of(face, canvas.palette)))
        board.put(shape)


def _carried(face: Face) -> Head:
    """The head as high as its hair or cap allow."""
    head = head_of(SKULLS[face["skull"]], face.wider, face.taller)
    worn = (*HAIR[face["hair"]], *BEHIND.get(face["hair"], ()), *CAPS.get(face["cap"], ()))
    top = min(head.at(point)[1] - part.radius for part in worn for point in part.points)
    low = min(MOST_LOWERED, max(0.0, HEADROOM - top))
    return Head(head.half, head.crown + low, head.chin + low)


def _ground(board: Board, side: Side) -> None:
    """The pattern of a side, and its two rays."""
    colours = board.canvas.palette
    pale, mark = side.pale(colours), side.pale_mark(colours)
    if side.pattern == "dots":
        for row in range(11):
            for column in range(11):
                board.circle(column * 10 + row % 2 * 5, row * 10, 1.7, mark)
    for step in range(-10, 22):
        at = step * 9.0
        if side.pattern in ("vertical", "cross"):
            board.line([(at, 0), (at, BOX)], 1.7, mark)
        if side.pattern in ("horizontal", "cross"):
            board.line([(0, at), (BOX, at)], 1.7, mark)
        if side.pattern == "diagonal":
            board.line([(at, 0), (at + BOX, BOX)], 1.9, mark)
    board.polygon([(50, 108), (108, -10), (108, 108)], side.token)
    board.polygon([(50, 52), (-20, -6), (8, -30)], colours.mix(pale, side.token, 0.5))


def _draw(bust: Bust) -> None:
    """All parts from the back to the front."""
    face, skull = bust.face, SKULLS[bust.face["skull"]]
    bust.on_head(BEHIND.get(face["hair"], ()))
    bust.on_body(neck_of(bust.head))
    bust.on_body(DRESS[face["dress"]])
    draw_badges(bust)
    bust.on_head([
        Part(((-1.0, 0.52),), "ear", radius=4.4), Part(((1.0, 0.52),), "ear", "ear_dark", radius=4.4),
        Part(skull.outline(), "skin", "skin_shade", curved=True), *FACETS,
    ])  # fmt: skip
    for word in face.marks:
        bust.on_head(MARKS.get(word, ()))
    bust.on_head(HAIR[face["hair"]])
    bust.on_head(MOUTHS[face["mouth"]])
    bust.on_head(BEARDS.get(face["beard"], ()))
    bust.on_head(NOSES[face["nose"]])
    bust.on_head(MOUSTACHES.get(face["moustache"], ()))
    bust.on_head(BROWS[face["brow"]])
    draw_eyes(bust)
    draw_cap(bust)
    bust.on_head(THINGS.get(face["thing"], ()))
