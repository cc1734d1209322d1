"""Shapes as masks."""

from __future__ import annotations

import math

import numpy as np
import pygame

from game.ui.kit import mask

FRAME = pygame.Rect(0, 0, 200, 120)


def area(shape: mask.Mask) -> float:
    """Pixels covered."""
    return float(shape.alpha.sum()) / 255


def test_a_polygon_covers_its_area() -> None:
    shape = mask.polygons([[(10.3, 5.2), (90.7, 20.1), (40.5, 100.9)]], FRAME)
    assert abs(area(shape) - (80.4 * 95.7 - 14.9 * 30.2) / 2) < 4


def test_only_what_lies_in_the_frame_is_covered() -> None:
    shape = mask.polygons([[(-100, -100), (300, -100), (300, 300), (-100, 300)]], FRAME)
    assert (shape.x, shape.y, shape.alpha.shape) == (0, 0, (200, 120))
    assert shape.alpha.min() == 255


def test_polygons_that_overlap_are_a_union_whichever_way_they_turn() -> None:
    one, other = [(10, 10), (50, 10), (50, 50), (10, 50)], [(30, 30), (30, 70), (70, 70), (70, 30)]
    assert abs(area(mask.polygons([one, other], FRAME)) - 2800) < 1


def test_a_shape_outside_the_frame_covers_nothing() -> None:
    assert not mask.polygons([[(300, 10), (400, 10), (350, 90)]], FRAME).alpha.any()


def test_a_line_covers_its_length_times_its_width() -> None:
    shape = mask.line([(20, 20), (120, 60)], 6, FRAME)
    assert abs(area(shape) - 6 * math.dist((20, 20), (120, 60))) < 6


def test_the_edge_of_a_polygon_is_soft() -> None:
    shape = mask.polygons([[(10.5, 10), (20.5, 10), (20.5, 20), (10.5, 20)]], FRAME)
    row = shape.alpha[:, 5 + 10 - shape.y]
    assert set(np.unique(row).tolist()) == {0, 128, 255}
