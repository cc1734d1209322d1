"""Turns a raw table into its model as far as it is sound, and what is wrong with it into placed problems."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from typing import Any, Literal, TypeVar, cast, get_args, get_origin

from pydantic import ConfigDict, TypeAdapter, ValidationError

from game.content.models.common import Fault, Model, rules_of
from game.content.problem import Problems, did_you_mean, nearest, one_of, shown
from game.content.refusal import KeyPath, path_of, sentence
from game.content.source import Source
from game.content.tables import Table

M = TypeVar("M", bound=Model)
Refused = dict[str, set[int]]
"""Keys whose values are refused, and of lists which items."""


def validated(model: type[M], table: Table, problems: Problems) -> M | None:
    """The model of a table, or None; each fault becomes a problem at its key or value."""
    before = len(problems)
    made = as_far_as_sound(model, table, problems)
    return made if len(problems) == before else None


def as_far_as_sound(model: type[M], table: Table, problems: Problems) -> M:
    """The same, and where there are faults a model of what is sound, in which to look for further ones."""
    if "place" in table:
        problems.add(table.key_place("place"), "unknown key 'place'", "remove it")
    ready = _ready(model, table, problems)
    try:
        made = model.model_validate(ready)
    except ValidationError as error:
        refused = _tell(model, table, ready, error, problems)
        made = _salvaged(model, ready, refused)
        made.spoil(*refused)
    _ask_rules(made, table, problems)
    return made


def _ask_rules(made: Model, table: Table, problems: Problems) -> None:
    """Note what is wrong between the sound keys of a table."""
    for method, reads in rules_of(type(made)):
        if not all(is_sound(made, key) for key in reads):
            continue
        for fault in method(made):
            place = table.value_place(*fault.at) if fault.at else table.place
            problems.add(place, str(fault), fault.hint)
            if fault.spoils:
                made.spoil(fault.spoils)


def is_sound(made: Model, key: str) -> bool:
    """Whether a key can be relied on; `option.id`: the key `id` of all tables of the list `option`."""
    outer, _, inner = key.partition(".")
    if outer in made.unsound:
        return False
    return not inner or not any(inner in item.unsound for item in getattr(made, _attributes(type(made))[outer]))


@cache
def _attributes(model: type[Model]) -> dict[str, str]:
    """The names of a model's attributes by their keys."""
    return {info.alias or name: name for name, info in model.model_fields.items() if name != "place"}


Form = Literal["formula", "formulas", "tables"]


@cache
def _forms(model: type[Model]) -> dict[str, tuple[Form, type[Model]]]:
    """The keys of a model that hold formulas or tables of another model."""
    forms: dict[str, tuple[Form, type[Model]]] = {}
    for name, info in model.model_fields.items():
        many, leaf = _leaf(info.annotation, False)
        key = info.alias or name
        if leaf is Source:
            forms[key] = ("formulas" if many else "formula", model)
        elif many and isinstance(leaf, type) and issubclass(leaf, Model):
            forms[key] = ("tables", leaf)
    return forms


def _leaf(annotation: Any, many: bool) -> tuple[bool, Any]:
    """Whether an annotation is a tuple of a formula or model, and of which; None for anything else."""
    if annotation is Source or (isinstance(annotation, type) and issubclass(annotation, Model)):
        return many, annotation
    for inner in get_args(annotation):
        found = _leaf(inner, many or get_origin(annotation) is tuple)
        if found[1] is not None:
            return found
    return many, None


def _ready(model: type[Model], table: Table, problems: Problems) -> dict[str, Any]:
    """A table's values with its place, its formulas made Sources, and the tables within made models."""
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
            ready[key] = [as_far_as_sound(inner, x, problems) if isinstance(x, Table) else x for x in value]
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


def _tell(
    model: type[Model], table: Table, ready: dict[str, Any], error: ValidationError, problems: Problems
) -> Refused:
    """Add a problem for each place that pydantic complains of; which keys are refused.

    An unknown key that is spelt much like one that is not there is taken for it: that one is not missing besides.
    """
    faults: dict[KeyPath, Mapping[str, Any]] = {}
    for found in error.errors(include_url=False):
        faults.setdefault(path_of(found), dict(found))
    unknown = [str(path[0]) for path, fault in faults.items() if fault["type"] == "extra_forbidden"]
    refused = _tell_unknown(model, table, ready, unknown, problems)
    for path, fault in faults.items():
        key, cause = str(path[0]), fault.get("ctx", {}).get("error")
        at = cause.at if isinstance(cause, Fault) else ()
        if problems.full:
            problems.add(table.place, "")
        elif fault["type"] == "missing" and key not in refused:
            problems.add(table.place, f"the key '{key}' is missing", "add it to this table")
        elif fault["type"] not in ("missing", "extra_forbidden"):
            problems.add(table.value_place(*path, *at), *sentence(path, fault))
        if fault["type"] != "extra_forbidden":
            refused.setdefault(key, set()).update(part for part in (*path[1:2], *at[:1]) if isinstance(part, int))
    return refused


def _tell_unknown(
    model: type[Model], table: Table, ready: dict[str, Any], unknown: Iterable[str], problems: Problems
) -> Refused:
    """Add a problem for each unknown key; the keys that they seem to mean, which get their values."""
    known, meant = list(_attributes(model)), {}
    for key in unknown:
        if problems.full:
            problems.add(table.place, "")
            continue
        problems.add(table.key_place(key), f"unknown key {shown(key)}", did_you_mean(key, known, one_of(known)))
        near = nearest(key, known)
        if near is not None and near not in table:
            meant[near] = set[int]()
            ready.setdefault(near, table[key])
    return meant


def _salvaged(model: type[M], ready: Mapping[str, Any], refused: Refused) -> M:
    """A model of the values that are not refused; the others are their defaults, or None."""
    values: dict[str, Any] = {"place": ready["place"]}
    for key, name in _attributes(model).items():
        if key in ready and key not in refused:
            values[key] = _adapter(model, name).validate_python(ready[key])
        else:
            values[key] = _remains(model, name, ready.get(key), refused.get(key, set()))
    return cast(M, model.model_construct(**values))


def _remains(model: type[Model], name: str, value: Any, items: set[int]) -> Any:
    """What is left of a refused value: the sound items of a list, or a name as it is written."""
    info = model.model_fields[name]
    if items and isinstance(value, list):
        with suppress(ValidationError):
            return _adapter(model, name).validate_python([item for i, item in enumerate(value) if i not in items])
    if info.annotation is str and isinstance(value, str):
        return value
    if not info.is_required():
        return info.get_default(call_default_factory=True)
    return () if get_origin(info.annotation) is tuple else None


@cache
def _adapter(model: type[Model], name: str) -> TypeAdapter[Any]:
    """What checks one attribute of a model by itself."""
    config = ConfigDict(strict=True, arbitrary_types_allowed=True)
    return TypeAdapter(model.model_fields[name].rebuild_annotation(), config=config)
