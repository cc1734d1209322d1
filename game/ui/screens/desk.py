"""The desk: what lies before you at a stop, and what you may order."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.app.stage import Stage
from game.ui.kit.button import Button
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.kit.scroll import Listing
from game.ui.screens.in_game import InGame, areas, run_wedge
from game.views.offers import Offer


class DeskScreen(InGame):
    """Home of a stop."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "desk")

    def inside(self, ui: Interface, space: Rect) -> Sequence[Node]:
        """The orders of the day, and the wedge."""
        at = areas(space)
        orders = [offer for offer in self.stage.offers if offer.open]
        ground = Picture(rect=at.main, key="ground", what="paper", draw=_ground, opaque=True)
        rows = Listing(rect=at.main.inset(32), key="orders", count=len(orders), pitch=44, row=self._row(orders))
        return [ground, rows, run_wedge(self.stage, at.run)]

    def _row(self, orders: Sequence[Offer]):  # type: ignore[no-untyped-def]
        def row(nth: int, place: Rect) -> Node:
            offer = orders[nth]
            return Button(rect=place.inset(0, 3), key=offer.lever, text=offer.title, right=f"{offer.price:.0f}",
                          act=lambda: self.stage.submit(offer.lever, {}))  # fmt: skip

        return row


def _ground(canvas: Canvas, whole: Rect, status: Status) -> None:
    canvas.rect(whole, "paper")
