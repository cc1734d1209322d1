"""What an author is told of a value that pydantic refuses: one sentence and a remedy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from game.content.models.common import Fault
from game.content.problem import did_you_mean, one_of, shown

KeyPath: TypeAlias = tuple[str | int, ...]

_WANTED = {
    "string_type": "text in quotes",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "a table",
    "mapping_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
    "is_instance_of": "a formula: text in quotes, or a number",
    "finite_number": "a finite number",
}
_BRANCHES = {"str", "float", "int", "bool", "constrained-str", "constrained-float"}


def path_of(error: Mapping[str, Any]) -> KeyPath:
    """The keys and places of lists that lead to what an error of pydantic is about."""
    return tuple(part for part in error["loc"] if part != "[key]" and part not in _BRANCHES)


def sentence(path: KeyPath, error: Mapping[str, Any]) -> tuple[str, str]:
    """One sentence and a remedy for a value that is refused; `path` leads to it."""
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, Fault):
        return (f"{_called(path)} {cause}" if str(cause).startswith("must") else str(cause)), cause.hint
    return _of_pydantic(path, error)


def _of_pydantic(path: KeyPath, error: Mapping[str, Any]) -> tuple[str, str]:
    """The same for what pydantic itself finds."""
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    name = _called(path)
    if kind in _WANTED:
        wanted = _WANTED[kind]
        if any(part in _BRANCHES for part in error["loc"]):
            wanted = "text in quotes or a number"
        return f"{name} must be {wanted}, not {_kind_of(value)}", "see the format of mods"
    if kind == "literal_error":
        allowed = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
        hint = did_you_mean(str(value), allowed, one_of(allowed))
        return f"{name} cannot be {shown(value)}", hint
    if kind == "string_pattern_mismatch":
        hint = "ids are lower-case letters, digits and _, and begin with a letter"
        return f"{name} cannot be {shown(value)}", hint if "version" not in path else 'write it as "1.0.0"'
    for limit, words in (("ge", "at least"), ("gt", "more than"), ("le", "at most"), ("lt", "less than")):
        if limit in context:
            return f"{name} must be {words} {context[limit]:g}, not {shown(value)}", "change the number"
    if kind == "string_too_long":
        return f"{name} has {len(value)} characters; at most {context['max_length']} are read", "shorten it"
    if kind == "string_too_short":
        return f"{name} is empty", "fill it in"
    return f"{name}: {str(error['msg'])[:200]}", "see the format of mods"


def _called(path: KeyPath) -> str:
    """How a message names the value at a path: its key, or which item of which list."""
    if not path:
        return "the table"
    if isinstance(path[-1], int):
        key = next((part for part in reversed(path) if isinstance(part, str)), "list")
        return f"item {path[-1] + 1} of '{key}'"
    return shown(path[-1])


def _kind_of(value: object) -> str:
    """What a TOML value is, in an author's words."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, str):
        return "text" if value.strip() else "empty text"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, list | tuple):
        return "a list"
    return "a table" if isinstance(value, dict) else "a date or time"
