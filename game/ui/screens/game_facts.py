"""What a game is: facts as label and words, the same in the saves and in the pause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.ui.app.stage import Stage
from game.ui.kit.canvas import Canvas
from game.ui.kit.rect import Rect
from game.ui.screens.argument_value import said

LABEL, LINE = 110.0, 25.5


def premises_said(stage: Stage, premises: Mapping[str, str]) -> str:
    """The premises that were chosen, or that all are the usual ones."""
    if not premises:
        return stage.words("facts.usual")
    terms = {term.premise: term.name for term in stage.argued.premises} if stage.argued is not None else {}
    return "; ".join(f"{terms.get(name, name)}: {said(stage.words, value)}" for name, value in premises.items())


def draw_facts(canvas: Canvas, place: Rect, facts: Sequence[tuple[str, str]]) -> None:
    """One below the other; labels above the words where the column is narrow."""
    x, y, beside = place.x, place.y, place.w >= 380
    above = 0.0 if beside else 20.0
    gap = min(18.0, max(7.0, place.h / max(1, len(facts)) - LINE - above))
    for label, text in facts:
        canvas.text(x, y + 4, label, "medium", 15, "mute", most=LABEL - 8 if beside else place.w)
        left = x + LABEL if beside else x
        y = canvas.paragraph(left, y + 3 + above, place.w - (left - x), text, "semi", 17, "ink", most=3) + gap
        canvas.rect(Rect(x, y - gap / 2 - 1, place.w, 1), "line")
