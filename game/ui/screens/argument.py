"""Changing the argument: whom one plays, what is taken to be true, how it is played; all of it filled in beforehand."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.app.stage import Stage
from game.ui.kit.button import Button
from game.ui.kit.choosing import segments
from game.ui.kit.interface import Interface
from game.ui.kit.node import Node
from game.ui.kit.rect import Rect
from game.ui.link.argument import Argument
from game.ui.screens.argument_chosen import Chosen
from game.ui.screens.argument_persons import persons_panel
from game.ui.screens.argument_premises import premises_panel
from game.ui.screens.argument_terms import begin_wedge, terms_panel
from game.ui.screens.page import MARGIN, Page, panel

WIDE = 1500.0
"""Windows narrower than this (design units) show the three parts one at a time."""

PERSONS, TERMS, WEDGE, PAGES = 440.0, 376.0, 136.0, 44.0
PARTS = ("persons", "premises", "terms")


class ArgumentScreen(Page):
    """Three panels side by side, or one at a time."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "argument")
        self.chosen = Chosen()

    def opened(self, ui: Interface) -> None:
        """Ask what may be chosen."""
        self.stage.ask_argument(lambda argument: None)

    def back(self) -> None:
        """To the verdict, which alone leads here within a campaign; else to the menu."""
        self.stage.show("verdict" if self.stage.snap is not None else "menu")

    def heading(self) -> tuple[str, str]:
        """The title, and what this is."""
        return self.stage.words("argument.title"), self.stage.words("argument.sentence")

    def inside(self, ui: Interface, space: Rect) -> Sequence[Node]:
        """The panels, and the wedge that begins."""
        argument = self.stage.argued
        if argument is None:
            return [panel(space.inset(MARGIN), "reading", self.stage.words("argument.reading"))]
        if not self.chosen.person:
            self.chosen.person = argument.protagonist
        return self._side_by_side(ui, space, argument) if space.w >= WIDE else self._one(ui, space, argument)

    def _side_by_side(self, ui: Interface, space: Rect, argument: Argument) -> Sequence[Node]:
        right, rest = space.split_right(TERMS)
        foot, terms = right.split_bottom(WEDGE)
        rest = rest.inset(MARGIN)
        persons, premises = rest.split_left(min(rest.w * 0.42, PERSONS + (rest.w - 1176) * 0.3), MARGIN)
        return [
            persons_panel(self.stage, self.chosen, argument, persons, 1),
            premises_panel(self.stage, ui, self.chosen, argument, premises),
            terms_panel(self.stage, ui, self.chosen, argument, terms, 1),
            begin_wedge(self.stage, self.chosen, argument, foot, self._begin),
        ]

    def _one(self, ui: Interface, space: Rect, argument: Argument) -> Sequence[Node]:
        space = space.within(MARGIN, 14, MARGIN, 14)
        row, rest = space.split_top(PAGES, 14)
        start, row = row.split_right(190, 16)
        part = ui.recall("part", PARTS[0])
        pages = segments(row, [(name, self.stage.words(f"argument.{name}")) for name in PARTS], part,
                         lambda name: ui.remember("part", name), "parts")  # fmt: skip
        begin = Button(rect=start, key="run", text=self.stage.words("argument.begin"), kind="primary", size=22,
                       act=self._begin)  # fmt: skip
        match part:
            case "premises":
                shown: Node = premises_panel(self.stage, ui, self.chosen, argument, rest)
            case "terms":
                shown = terms_panel(self.stage, ui, self.chosen, argument, rest, 2)
            case _:
                shown = persons_panel(self.stage, self.chosen, argument, rest, 3)
        return [pages, begin, shown]

    def _begin(self) -> None:
        if self.stage.argued is not None:
            self.stage.begin(self.chosen.opening(self.stage, self.stage.argued))
