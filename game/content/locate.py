"""Lines and columns of a TOML file's keys and values.

The TOML reader tells no positions, so the file is parsed a second time, by tree-sitter, when a place is first asked
for: normally never, since a place matters only when something is wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from tree_sitter import Node

Path: TypeAlias = tuple[str | int, ...]
Spot: TypeAlias = tuple[int, int]


class FileLocator:
    """Places of one file by key path: `("event", 3, "option", 0, "ai")`; list items count from 0."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._index: _Index | None = None

    def key(self, path: Path) -> Spot:
        """Line and column of a key, or of the table header that a path names; of what holds it if it is absent."""
        return self._longest(self._read().keys, path)

    def value(self, path: Path) -> Spot:
        """Line and column of a value, of a string's first character; of what holds it if it is absent."""
        index = self._read()
        return index.values[path] if path in index.values else self._longest(index.keys, path)

    def _read(self) -> _Index:
        if self._index is None:
            self._index = _Index(self._text)
        return self._index

    @staticmethod
    def _longest(spots: dict[Path, Spot], path: Path) -> Spot:
        for length in range(len(path), 0, -1):
            if path[:length] in spots:
                return spots[path[:length]]
        return 1, 1


class _Index:
    """Every key and value of a file with its place; the walk of a syntax tree."""

    def __init__(self, text: str) -> None:
        import tree_sitter
        import tree_sitter_toml

        self.keys: dict[Path, Spot] = {}
        self.values: dict[Path, Spot] = {}
        self._lines = text.encode().split(b"\n")
        self._counts: dict[Path, int] = {}
        parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language()))
        for node in parser.parse(text.encode()).root_node.named_children:
            if node.type in ("table", "table_array_element"):
                self._table(node)
            elif node.type == "pair":
                self._pair((), node)

    def _spot(self, node: Node) -> Spot:
        """A node's place; tree-sitter counts rows from 0 and columns in bytes."""
        row, column = node.start_point
        return row + 1, len(self._lines[row][:column].decode("utf-8", "replace")) + 1

    def _table(self, node: Node) -> None:
        header = next((child for child in node.named_children if child.type != "comment"), None)
        if header is None:
            return
        *parents, last = list(_parts(header))
        path: Path = ()
        for part in parents:
            path += (part,)
            self.keys.setdefault(path, self._spot(node))
            if path in self._counts:
                path += (self._counts[path] - 1,)
        path += (last,)
        if node.type == "table_array_element":
            self.keys.setdefault(path, self._spot(node))
            self._counts[path] = self._counts.get(path, 0) + 1
            path += (self._counts[path] - 1,)
        self.keys[path] = self._spot(node)
        for child in node.named_children:
            if child.type == "pair":
                self._pair(path, child)

    def _pair(self, path: Path, node: Node) -> None:
        children = [child for child in node.named_children if child.type != "comment"]
        if len(children) != 2:
            return
        for part in _parts(children[0]):
            path += (part,)
            self.keys.setdefault(path, self._spot(node))
        self._value(path, children[1])

    def _value(self, path: Path, node: Node) -> None:
        self.values[path] = self._first_character(node) if node.type == "string" else self._spot(node)
        if node.type == "array":
            items = [child for child in node.named_children if child.type != "comment"]
            for index, item in enumerate(items):
                self.keys[(*path, index)] = self._spot(item)
                self._value((*path, index), item)
        elif node.type == "inline_table":
            for child in node.named_children:
                if child.type == "pair":
                    self._pair(path, child)

    def _first_character(self, node: Node) -> Spot:
        """Behind the quotes; TOML drops a line break that follows three of them."""
        line, column = self._spot(node)
        text = (node.text or b"")[:5]
        if text[:3] not in (b'"""', b"'''"):
            return line, column + 1
        return (line + 1, 1) if text[3:].startswith((b"\n", b"\r\n")) else (line, column + 3)


def _parts(node: Node) -> Iterator[str]:
    """The parts of a key, unquoted; tree-sitter nests dotted keys to the left."""
    if node.type == "dotted_key":
        for child in node.named_children:
            yield from _parts(child)
        return
    text = (node.text or b"").decode("utf-8", "replace")
    if node.type == "quoted_key":
        text = _unquoted(text)
    yield text


def _unquoted(text: str) -> str:
    """A quoted key's name; its escapes are those of JSON, but for the rare long ones, which stay as written."""
    if text.startswith('"') and "\\" in text:
        try:
            return str(json.loads(text))
        except ValueError:
            pass
    return text[1:-1]
