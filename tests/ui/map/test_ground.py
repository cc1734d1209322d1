"""The painted map."""

from __future__ import annotations

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from game.ui.kit.palette import Colour, palette
from game.ui.map.ground import Painter
from game.ui.map.known import Known
from game.ui.map.modes import MODES, mode
from game.ui.map.picture import FrontPicture
from game.ui.map.sheet import Sheet
from game.ui.map.strokes import Window, clipped, filled
from tests.ui.map.build import a_front, advance, atlas

K = 0.383


def painted(picture: FrontPicture, name: str = "front", at: tuple[float, float] = (-330, -20), side: int = 320) -> (
    NDArray[np.uint8]
):  # fmt: skip
    """[side, side, 3] the map round a place."""
    window = Window(K, round(at[0] * K - side / 2), round(at[1] * K - side / 2), side, side, 1.0)
    made = Painter(Sheet(atlas(), K, 1.0), Known(advance(), picture), mode(name), palette()).paint(window)
    return pygame.surfarray.array3d(made)


def share(picture: NDArray[np.uint8], colour: Colour) -> float:
    """How much of a picture is of a colour."""
    return float((picture == np.array(colour)).all(axis=2).mean())


def test_our_land_is_paper_far_from_the_front() -> None:
    far = painted(FrontPicture.of({}), at=(900, -200))

    assert share(far, palette()["paper"]) > 0.8


def test_dots_grow_towards_the_line() -> None:
    red = np.array(palette()["red"])
    near, far = (
        float((np.abs(painted(a_front(), at=at, side=60).astype(int) - red).sum(axis=2) < 60).mean())
        for at in ((-430, -60), (-200, -60))
    )

    assert near > 2 * far


def test_a_tile_joins_the_next_without_a_seam() -> None:
    painter = Painter(Sheet(atlas(), K, 1.0), Known(advance(), a_front()), mode("front"), palette())
    whole = pygame.surfarray.array3d(painter.paint(Window(K, -300, -100, 200, 100, 1.0)))
    left = pygame.surfarray.array3d(painter.paint(Window(K, -300, -100, 100, 100, 1.0)))
    right = pygame.surfarray.array3d(painter.paint(Window(K, -200, -100, 100, 100, 1.0)))

    assert (np.abs(np.concatenate([left, right]).astype(int) - whole).max(axis=2) > 48).mean() < 0.004


@pytest.mark.parametrize("name", MODES)
def test_every_mode_paints_its_own_picture(name: str) -> None:
    made = painted(a_front(), name)

    assert all((made != painted(a_front(), other)).any() for other in MODES if other != name)


def test_the_same_picture_is_painted_every_time() -> None:
    assert (painted(a_front()) == painted(a_front())).all()


def test_a_guess_is_hatched_before_the_told_line() -> None:
    told = FrontPicture.of({"north": 180, "west": 250, "south": 100})

    assert (painted(told) != painted(a_front())).any()


def test_a_ring_cut_to_a_window_fills_the_same_pixels() -> None:
    window = Window(1.0, 0, 0, 50, 50, 1.0)
    turns = np.linspace(0, 2 * np.pi, 400, endpoint=False)
    ring = np.stack([25 + 60 * np.cos(turns) * np.cos(3 * turns), 25 + 60 * np.sin(turns)], axis=1)
    board = pygame.Surface((50, 50), 0, 8)
    pygame.draw.polygon(board, 1, ring.tolist())

    assert (filled([(1, ring)], window) != pygame.surfarray.array2d(board)).mean() < 0.02
    assert len(clipped(ring, 50, 50)) < len(ring)
    assert len(clipped(ring + 1000, 50, 50)) == 0
