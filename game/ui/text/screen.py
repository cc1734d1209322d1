"""The terminal: lines out, lines in. Plain where the terminal is plain, never wider than a page."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from game.language.words import read_words

WIDEST = 84
INDENT = 4


class Closed(Exception):  # noqa: N818
    """There are no more lines to read: the player has left."""


class Screen:
    """Prints to `out` and reads lines from `lines`, those of standard input if None.

    A line that is read from a file or a pipe is printed, so that what was played can be read again.
    """

    def __init__(self, out: TextIO | None = None, lines: Iterable[str] | None = None) -> None:
        stream = out or sys.stdout
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
        self.console = Console(file=stream, highlight=False, soft_wrap=False)
        self.console.width = max(20, min(self.console.width, WIDEST))
        self._lines: Iterator[str] | None = iter(lines) if lines is not None else None
        self.words = read_words()
        """The language in which it speaks."""

    def say(self, text: str = "", style: str = "", indent: int = 0) -> None:
        """Print a paragraph, broken at the page's width. Nothing in it is read as markup."""
        for part in Text(text, style=style).wrap(self.console, self.console.width - indent) or [Text("")]:
            part.rstrip()
            self.console.print(Text.assemble(" " * indent, part))

    def rule(self, title: str) -> None:
        """Print a line across the page with a title."""
        plain = self.console.encoding.lower().startswith("utf")
        self.console.print(Rule(Text(title, style="bold"), align="left", characters="─" if plain else "-", style="dim"))

    def rows(self, rows: Iterable[tuple[str, str]], style: str = "") -> None:
        """Print pairs in two columns; the first is as wide as its widest, the second is broken."""
        pairs = list(rows)
        widest = max((len(first) for first, _ in pairs), default=0)
        for first, second in pairs:
            line = Text(first.rjust(widest), style="bold")
            room = max(10, self.console.width - widest - 2)
            parts = Text(second, style=style).wrap(self.console, room)
            for at, part in enumerate(parts or [Text("")]):
                part.rstrip()
                self.console.print(Text.assemble(line if at == 0 else " " * widest, "  ", part))

    def ask(self, prompt: str = "> ") -> str:
        """The next line, without spaces around it. Closed: there is none."""
        try:
            if self._lines is not None:
                line = next(self._lines)
                self.say(f"{prompt}{line.strip()}", style="bold")
                return line.strip()
            line = self._from_terminal(prompt)
        except (EOFError, StopIteration):
            raise Closed from None
        return line.strip()

    def _from_terminal(self, prompt: str) -> str:
        if sys.stdin.isatty():
            return input(prompt)
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        self.say(f"{prompt}{line.strip()}", style="bold")
        return line
