"""Grounds of the screens that an act leads to: they are drawn while the window rests, before they are needed."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.kit.node import Node
from game.ui.kit.rect import Rect
from game.ui.screens import card, desk, verdict
from game.ui.screens.desk_plan import plan_of
from game.ui.screens.in_game import areas


def grounds(space: Rect) -> Sequence[Node]:
    """Those of a window of that size."""
    return card.ground(space), desk.ground(areas(space).main, plan_of(space, "work").panes), verdict.ground(space)
