"""Where content stands in its file, and the formulas that authors write."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Place:
    """A place in a mod: mod id, file below the mod's folder, line and column from 1 (0: unknown).

    Line and column are found on first use, because finding them parses the file a second time.
    """

    __slots__ = ("_find", "_spot", "file", "mod")

    def __init__(self, mod: str, file: str, line: int = 0, column: int = 0) -> None:
        self.mod = mod
        self.file = file
        self._spot: tuple[int, int] | None = (line, column)
        self._find: Callable[[], tuple[int, int]] | None = None

    @classmethod
    def lazy(cls, mod: str, file: str, find: Callable[[], tuple[int, int]]) -> Place:
        """A place whose line and column `find` tells when they are first asked for."""
        place = cls(mod, file)
        place._spot, place._find = None, find
        return place

    @property
    def spot(self) -> tuple[int, int]:
        """Line and column, both from 1."""
        if self._spot is None:
            self._spot = self._find() if self._find else (0, 0)
            self._find = None
        return self._spot

    @property
    def line(self) -> int:
        """Line from 1; 0 if unknown."""
        return self.spot[0]

    @property
    def column(self) -> int:
        """Column in characters from 1; 0 if unknown."""
        return self.spot[1]

    def __str__(self) -> str:
        return f"{self.mod}/{self.file}:{self.line}:{self.column}"

    def __repr__(self) -> str:
        return f"Place({self.mod!r}, {self.file!r}, {self.line}, {self.column})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Place):
            return NotImplemented
        return (self.mod, self.file, self.spot) == (other.mod, other.file, other.spot)

    def __hash__(self) -> int:
        return hash((self.mod, self.file))

    def __reduce__(self) -> tuple[type[Place], tuple[str, str, int, int]]:
        return Place, (self.mod, self.file, *self.spot)


class Source:
    """A formula as its author wrote it, with the place of its first character; never changed, never understood here.

    `text` is the formula, `file` the file below the mod's folder, `line` and `column` count from 1 (0: unknown).
    """

    __slots__ = ("place", "text")

    text: str
    place: Place

    def __init__(self, text: str, file: str = "", line: int = 0, column: int = 0, mod: str = "") -> None:
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "place", Place(mod, file, line, column))

    @classmethod
    def at(cls, text: str, place: Place) -> Source:
        """A formula at a place that may still have to be found."""
        source = cls(text)
        object.__setattr__(source, "place", place)
        return source

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Source is frozen: cannot set {name}")

    @property
    def mod(self) -> str:
        """The id of the mod."""
        return self.place.mod

    @property
    def file(self) -> str:
        """The file below the mod's folder."""
        return self.place.file

    @property
    def line(self) -> int:
        """Line of the first character, from 1."""
        return self.place.line

    @property
    def column(self) -> int:
        """Column of the first character, from 1."""
        return self.place.column

    def offset(self, index: int) -> Place:
        """The place of the character `index` (from 0) of the text; exact unless the string holds escapes."""
        before = self.text[: max(index, 0)]
        lines = before.count("\n")
        if not self.line:
            return self.place
        column = len(before) - before.rfind("\n") if lines else self.column + len(before)
        return Place(self.mod, self.file, self.line + lines, column)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Source({self.text!r}, {self.file!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Source):
            return NotImplemented
        return self.text == other.text and self.place == other.place

    def __hash__(self) -> int:
        return hash((self.text, self.place))

    def __reduce__(self) -> tuple[type[Source], tuple[str, str, int, int, str]]:
        return Source, (self.text, self.file, self.line, self.column, self.mod)
