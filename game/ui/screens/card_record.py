"""What the record says of a question: history, source, and links to the men it names."""

from __future__ import annotations

import re

from game.ui.app.stage import Stage
from game.ui.kit.dialog import Choice, Dialog
from game.views.question import Question

LEAST_NAME = 4
"""Shorter surnames may be other words."""


def record(stage: Stage, asked: Question) -> Dialog:
    """The dialog."""
    words = stage.words
    parts = [linked(stage, asked.history) or words("card.record.nothing")]
    if asked.source:
        parts.append(words("card.record.source", source=asked.source))
    parts.append(words("card.record.more", event=asked.event))
    close = Choice(words("card.record.close"), kind="primary")
    return Dialog("record", f"{words('card.record.title')}: {asked.title}", "\n\n".join(parts), [close])


def linked(stage: Stage, text: str) -> str:
    """A text in which the first mention of each man of the room is a link."""
    for man in stage.now.room.persons:
        surname = man.name.rsplit(" ", 1)[-1]
        if len(surname) >= LEAST_NAME:
            text = re.sub(
                rf"(?<![\w\[/]){re.escape(surname)}\b(?![^\[]*\])", f"[{surname}](person/{man.id})", text, count=1
            )
    return text
