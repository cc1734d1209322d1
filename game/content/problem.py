"""What is wrong with content: placed, in one sentence, with a remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from game.content.source import Place, Source

MOST_PROBLEMS = 500
"""Problems kept of one reading; what follows is counted only."""

MOST_COMPARED = 60
"""Names that are compared with a misspelt one letter by letter, those first that share most pairs of letters."""

MOST_LISTED = 24
"""Names that a hint lists."""

LONGEST_SHOWN = 60
"""Characters of an author's text that a message quotes."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of content. Line and column count from 1; 0 means the whole file."""

    mod: str
    file: str
    line: int
    column: int
    message: str
    hint: str = ""

    @classmethod
    def at(cls, place: Place | Source, message: str, hint: str = "") -> Problem:
        """A problem at the place of a table, a value or a formula."""
        return cls(place.mod, place.file, place.line, place.column, message, hint)

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        text = f"{self.mod}/{self.file}{place}: {self.message}"
        return f"{text} ({self.hint})" if self.hint else text


class ContentError(Exception):
    """Content that cannot be used. `problems` holds all that was found, in the order of mods and files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[ContentError], tuple[tuple[Problem, ...]]]:
        return ContentError, (self.problems,)


class Problems:
    """Collects problems, so that an author sees all of them at once."""

    def __init__(self) -> None:
        self._found: list[Problem] = []
        self._left_out = 0
        self._mods: list[str] = []

    def load_order(self, mods: Iterable[str]) -> None:
        """The order in which the problems of several mods are told."""
        self._mods = list(mods)

    def add(self, place: Place | Source, message: str, hint: str | Callable[[], str] = "") -> None:
        """Note a problem at a place; a hint that is slow to find may be given as a function."""
        if self.full:
            self._left_out += 1
        else:
            self._found.append(Problem.at(place, message, hint if isinstance(hint, str) else hint()))

    @property
    def full(self) -> bool:
        """Whether further problems are only counted."""
        return len(self._found) >= MOST_PROBLEMS

    def __len__(self) -> int:
        return len(self._found) + self._left_out

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._found)

    def raise_if_any(self) -> None:
        """Raise ContentError with all problems, if there are any."""
        found = self.in_order()
        if found:
            raise ContentError(found)

    def in_order(self) -> list[Problem]:
        """All problems by mod, file, line and column; those that stand in one place in the order of finding."""
        mods = {mod: place for place, mod in enumerate(dict.fromkeys([*self._mods, *(p.mod for p in self._found)]))}
        found = sorted(self._found, key=lambda p: (mods[p.mod], p.file, p.line, p.column))
        if self._left_out:
            last = found[-1]
            found.append(Problem(last.mod, last.file, 0, 0, f"{self._left_out} more problems are not shown"))
        return found


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate spelt most like `name`, or None if none comes near."""
    if not name or len(name) > LONGEST_SHOWN:
        return None
    return _nearest(name, frozenset(candidates))


@lru_cache(maxsize=256)
def _nearest(name: str, candidates: frozenset[str]) -> str | None:
    """Kept for the next time, since one misspelling is often repeated; comparing is slow, so only some are compared."""
    slack = max(2, len(name) // 2)
    pairs = _pairs(name)
    near = [other for other in candidates if abs(len(other) - len(name)) <= slack]
    near.sort(key=lambda other: (-len(pairs & _pairs(other)), abs(len(other) - len(name)), other))
    found = get_close_matches(name, near[:MOST_COMPARED], n=1, cutoff=0.6)
    return found[0] if found else None


def _pairs(name: str) -> set[str]:
    """The pairs of neighbouring letters, and the first letter and the last alone."""
    return {name[index : index + 2] for index in range(-1, len(name))} | {name[:1], name[-1:]}


def did_you_mean(name: str, candidates: Iterable[str], otherwise: str = "") -> str:
    """The hint `did you mean 'x'?` with the nearest name, else `otherwise`."""
    found = nearest(name, candidates)
    return f"did you mean '{found}'?" if found else otherwise


def one_of(names: Iterable[str]) -> str:
    """The hint `one of: a, b, c`, cut when there are many."""
    known = list(names)
    more = f" and {len(known) - MOST_LISTED} more" if len(known) > MOST_LISTED else ""
    return "one of: " + ", ".join(known[:MOST_LISTED]) + more


def shown(value: object) -> str:
    """A value as a message quotes it: on one line, at most 60 characters."""
    if isinstance(value, int) and value.bit_length() > 200:
        return "a very long number"
    text = value if isinstance(value, str) else str(value)
    if len(text) > LONGEST_SHOWN:
        text = text[: LONGEST_SHOWN - 3] + "..."
    return "'" + "".join(char if char.isprintable() else "?" for char in text) + "'"
