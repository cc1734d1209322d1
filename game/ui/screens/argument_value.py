"""How the value of a premise is written."""

from __future__ import annotations

from game.language.words import Words

DRAW = "draw"
"""The value that leaves it to the world."""


def said(words: Words, value: str) -> str:
    """A value as it is written."""
    return words("argument.drawn") if value == DRAW else value.replace("_", " ").capitalize()
