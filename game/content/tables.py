"""Raw tables as TOML gives them, each knowing where it stands, also after a patch has moved it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from game.content.locate import FileLocator, Path
from game.content.source import Place


@dataclass(frozen=True, slots=True)
class Origin:
    """A file of a mod, with the means to find its lines."""

    mod: str
    file: str
    locator: FileLocator

    def value(self, path: Path) -> Place:
        """The place of a value's first character."""
        return Place.lazy(self.mod, self.file, partial(self.locator.value, path))

    def key(self, path: Path) -> Place:
        """The place of a key or a table header."""
        return Place.lazy(self.mod, self.file, partial(self.locator.key, path))


class Table(dict[str, Any]):
    """A table of one file. Its own tables are Tables too; `moved` holds the places of what patches put into it."""

    __slots__ = ("moved", "origin", "path", "place")

    def __init__(self, values: dict[str, Any], origin: Origin, path: Path) -> None:
        super().__init__(values)
        self.origin = origin
        self.path = path
        self.place = origin.key(path)
        self.moved: dict[Path, Place] = {}

    def put(self, key: str, value: object, place: Place) -> None:
        """Set a key to a value that was written elsewhere."""
        self[key] = value
        self.moved[(key,)] = place

    def put_items(self, key: str, items: list[Any], places: list[Place]) -> None:
        """Set a key to a list whose items were written at `places`."""
        self[key] = items
        self.moved.update({(key, index): place for index, place in enumerate(places)})

    def value_place(self, *path: str | int) -> Place:
        """Where the value stands that a path from this table names."""
        return self._place(path, of_key=False)

    def key_place(self, *path: str | int) -> Place:
        """Where the key stands that a path from this table names."""
        return self._place(path, of_key=True)

    def _place(self, path: Path, of_key: bool) -> Place:
        holder, rest = self, path
        node: Any = self
        for index, part in enumerate(path):
            node = child(node, part)
            if isinstance(node, Table):
                holder, rest = node, path[index + 1 :]
        if not rest:
            return holder.place
        for length in (2, 1):
            if rest[:length] in holder.moved:
                return holder.moved[rest[:length]]
        full = holder.path + rest
        return holder.origin.key(full) if of_key else holder.origin.value(full)


def child(node: object, part: str | int) -> Any:
    """What a key or an index names in a table or list, else None."""
    if isinstance(node, dict):
        return node.get(part)
    if isinstance(node, list) and isinstance(part, int) and 0 <= part < len(node):
        return node[part]
    return None


def marked(value: Any, origin: Origin, path: Path) -> Any:
    """A TOML value with every table in it made a Table."""
    if isinstance(value, dict):
        return Table({key: marked(item, origin, (*path, key)) for key, item in value.items()}, origin, path)
    if isinstance(value, list):
        return [marked(item, origin, (*path, index)) for index, item in enumerate(value)]
    return value
