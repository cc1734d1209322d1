"""Play in a terminal, line by line."""

from game.ui.text.command import main

__all__ = ["main"]
