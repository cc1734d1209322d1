"""Applies one patch to a raw table: replace, add or remove what its path names."""

from __future__ import annotations

from typing import Any

from game.content.models import Patch
from game.content.problem import did_you_mean, one_of, shown
from game.content.source import Place
from game.content.tables import Table

NAMING_KEYS = ("id", "name", "column", "seat", "person", "date")
"""What may name a table in a list, the first that it has."""


class PatchError(Exception):
    """A patch that does not fit its target."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def apply(patch: Patch, target: Table, place: Place) -> None:
    """Change `target` in place; `place` is where the patch's value stands. Raises PatchError."""
    holder, key, item = _resolve(target, patch.path)
    if patch.op == "add":
        _add(holder, key, item, patch.value, place)
    elif patch.op == "replace":
        _replace(holder, key, item, patch.value, place)
    else:
        _remove(holder, key, item, patch.value)


def _resolve(target: Table, path: str) -> tuple[Table, str, int | None]:
    """The table and key that a path ends at, and the index if it ends at an item of a list of tables."""
    table, parts = target, path.split(".")
    while True:
        key, parts = _take(list(table), parts)
        value = table.get(key)
        if not parts:
            return table, key, None
        if isinstance(value, Table):
            table = value
        elif isinstance(value, list) and value and all(isinstance(item, Table) for item in value):
            names = [_naming(item) for item in value]
            name, parts = _take(names, parts)
            if name not in names:
                raise PatchError(f"'{key}' has no {shown(name)}", did_you_mean(name, names, _list_of(names)))
            if not parts:
                return table, key, names.index(name)
            table = value[names.index(name)]
        else:
            names = list(table)
            hint = _list_of(names) if key in table else did_you_mean(key, names, _list_of(names))
            raise PatchError(f"the path leads nowhere at {shown(key)}", hint)


def _take(names: list[str], parts: list[str]) -> tuple[str, list[str]]:
    """The name that a path goes on with, of one or more parts since ids may hold dots, and the parts behind it."""
    for length in range(1, len(parts) + 1):
        if ".".join(parts[:length]) in names:
            return ".".join(parts[:length]), parts[length:]
    return parts[0], parts[1:]


def _naming(table: Table) -> str:
    return next((str(table[key]) for key in NAMING_KEYS if key in table), "")


def _list_of(names: list[str]) -> str:
    return one_of(names) if names else "it is empty"


def _add(holder: Table, key: str, item: int | None, value: Any, place: Place) -> None:
    if item is not None:
        raise PatchError("add to an item of a list", "name a key of the item, or use replace")
    if key not in holder:
        holder.put(key, value, place)
        return
    old = holder[key]
    if not isinstance(old, list):
        raise PatchError(f"{shown(key)} is there already", 'use op = "replace"')
    for new in value if isinstance(value, list) else [value]:
        holder.moved[(key, len(old))] = place
        old.append(new)


def _replace(holder: Table, key: str, item: int | None, value: Any, place: Place) -> None:
    if key not in holder:
        hint = did_you_mean(key, holder, 'use op = "add" for a key that is not there yet')
        raise PatchError(f"there is no {shown(key)} to replace", hint)
    if item is None:
        holder.put(key, value, place)
        return
    old = holder[key]
    places = [place if index == item else holder.value_place(key, index) for index in range(len(old))]
    holder.put_items(key, [value if index == item else old[index] for index in range(len(old))], places)


def _remove(holder: Table, key: str, item: int | None, value: Any) -> None:
    if key not in holder:
        raise PatchError(f"there is no {shown(key)} to remove", did_you_mean(key, holder, _list_of(list(holder))))
    old = holder[key]
    if item is None and value is None:
        del holder[key]
        return
    if item is None:
        if not isinstance(old, list) or value not in old:
            raise PatchError(f"{shown(key)} does not hold {shown(value)}", "write the value exactly as it stands")
        item = old.index(value)
    kept = [index for index in range(len(old)) if index != item]
    places = [holder.value_place(key, index) for index in kept]
    holder.put_items(key, [old[index] for index in kept], places)
