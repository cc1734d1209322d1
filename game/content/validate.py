"""Turns a raw table into its model, and what pydantic finds wrong into placed problems."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from game.content.models.common import Fault, Model
from game.content.problem import Problems, did_you_mean, one_of, shown
from game.content.source import Source
from game.content.tables import Table

M = TypeVar("M", bound=Model)

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


def validated(model: type[M], table: Table, problems: Problems) -> M | None:
    """The model of a table, or None; each fault becomes a problem at its key or value."""
    if "place" in table:
        problems.add(table.key_place("place"), "unknown key 'place'", "remove it")
    try:
        return model.model_validate(_bound(model, table))
    except ValidationError as error:
        seen: set[tuple[str | int, ...]] = set()
        for fault in error.errors(include_url=False):
            path = tuple(part for part in fault["loc"] if part != "[key]" and part not in _BRANCHES)
            if path not in seen or not path:
                seen.add(path)
                _report(model, table, path, dict(fault), problems)
        return None


Form = Literal["formula", "formulas", "tables"]


@cache
def _forms(model: type[BaseModel]) -> dict[str, tuple[Form, type[BaseModel]]]:
    """The keys of a model that hold formulas or tables of another model."""
    forms: dict[str, tuple[Form, type[BaseModel]]] = {}
    for name, info in model.model_fields.items():
        many, leaf = _leaf(info.annotation, False)
        key = info.alias or name
        if leaf is Source:
            forms[key] = ("formulas" if many else "formula", model)
        elif many and isinstance(leaf, type) and issubclass(leaf, BaseModel):
            forms[key] = ("tables", leaf)
    return forms


def _leaf(annotation: Any, many: bool) -> tuple[bool, Any]:
    """Whether an annotation is a tuple of a formula or model, and of which; None for anything else."""
    if annotation is Source or (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return many, annotation
    for inner in get_args(annotation):
        found = _leaf(inner, many or get_origin(annotation) is tuple)
        if found[1] is not None:
            return found
    return many, None


def _bound(model: type[BaseModel], table: Table) -> dict[str, Any]:
    """A table's values with its place, its formulas made Sources, and the same for the tables within."""
    ready: dict[str, Any] = {**table, "place": table.place}
    for key, (form, inner) in _forms(model).items():
        value = table.get(key)
        if value is None:
            continue
        if form == "formula":
            ready[key] = _source(table, value, key)
        elif isinstance(value, list) and form == "formulas":
            ready[key] = [_source(table, item, key, index) for index, item in enumerate(value)]
        elif isinstance(value, list):
            ready[key] = [_bound(inner, item) if isinstance(item, Table) else item for item in value]
    return ready


def _source(table: Table, value: object, *path: str | int) -> object:
    """A formula from text or a finite number; anything else stays what it is, for the model to refuse."""
    if isinstance(value, bool):
        return Source.at("true" if value else "false", table.value_place(*path))
    if isinstance(value, str) and value.strip():
        return Source.at(value, table.value_place(*path))
    if isinstance(value, int) or (isinstance(value, float) and math.isfinite(value)):
        return Source.at(repr(value), table.value_place(*path))
    return value


def _report(
    model: type[Model], table: Table, path: tuple[str | int, ...], fault: Mapping[str, Any], problems: Problems
) -> None:
    """Add the problem for one error of pydantic."""
    if problems.full:
        problems.add(table.place, "")
        return
    cause = fault.get("ctx", {}).get("error")
    if isinstance(cause, Fault):
        place = table.value_place(*path, *cause.at) if path or cause.at else table.place
        message = f"{_called(path)} {cause}" if str(cause).startswith("must") else str(cause)
        problems.add(place, message, cause.hint)
    elif fault["type"] == "extra_forbidden":
        keys = _keys_at(model, path[:-1])
        hint = did_you_mean(str(path[-1]), keys, one_of(keys))
        problems.add(table.key_place(*path), f"unknown key {shown(path[-1])}", hint)
    elif fault["type"] == "missing":
        problems.add(table.value_place(*path[:-1]), f"the key '{path[-1]}' is missing", "add it to this table")
    else:
        message, hint = _sentence(path, fault)
        problems.add(table.value_place(*path), message, hint)


def _keys_at(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The keys that the table at a path of a model may have."""
    for part in path:
        model = _forms(model).get(str(part), ("tables", model))[1]
    return [info.alias or name for name, info in model.model_fields.items() if name != "place"]


def _sentence(path: tuple[str | int, ...], fault: Mapping[str, Any]) -> tuple[str, str]:
    """One sentence and a remedy for a value that is refused."""
    kind, value, context = fault["type"], fault["input"], fault.get("ctx", {})
    name = _called(path)
    if kind in _WANTED:
        wanted = _WANTED[kind]
        if any(part in _BRANCHES for part in fault["loc"]):
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
    return f"{name}: {str(fault['msg'])[:200]}", "see the format of mods"


def _called(path: tuple[str | int, ...]) -> str:
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
