"""Reads the base game and mods into one frozen set of checked content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from game.content.dependencies import in_load_order
from game.content.merge import Tables, merged
from game.content.models import (
    KINDS,
    Constant,
    Decision,
    Event,
    Faction,
    Flag,
    Formation,
    Manifest,
    Model,
    NamedFormula,
    Organ,
    Person,
    Policy,
    Post,
    Power,
    Premise,
    Province,
    Scenario,
    Signal,
    Text,
    Thesis,
    Var,
)
from game.content.problem import Problems
from game.content.reader import RawMod, read_mod
from game.content.references import Names, check_references
from game.content.validate import validated


@dataclass(frozen=True, slots=True)
class Content:
    """All content by id in load order. `digest` is the SHA-256 (hexadecimal) of the mods' TOML files in that order."""

    manifests: Mapping[str, Manifest]
    powers: Mapping[str, Power]
    factions: Mapping[str, Faction]
    persons: Mapping[str, Person]
    organs: Mapping[str, Organ]
    posts: Mapping[str, Post]
    formations: Mapping[str, Formation]
    provinces: Mapping[str, Province]
    premises: Mapping[str, Premise]
    constants: Mapping[str, Constant]
    flags: Mapping[str, Flag]
    vars: Mapping[str, Var]
    texts: Mapping[str, Text]
    policies: Mapping[str, Policy]
    scenarios: Mapping[str, Scenario]
    events: Mapping[str, Event]
    decisions: Mapping[str, Decision]
    theses: Mapping[str, Thesis]
    formulas: Mapping[str, NamedFormula]
    signals: Mapping[str, Signal]
    digest: str


_PLURALS = {"policy": "policies", "thesis": "theses"}


@dataclass(frozen=True, slots=True)
class Draft:
    """Content as far as it is sound, with what is wrong with the rest.

    faulty: ids of content that has faults or stands in a file that cannot be read: it is left out of `content`, and
    whoever names it is not to blame.
    """

    content: Content
    problems: Problems
    faulty: frozenset[str]


def read_packs(paths: Sequence[Path]) -> Content:
    """Read mods from their folders: the base game first, each mod behind those that it requires.

    Raises ContentError with every problem of every file. Nothing is ever executed, and nothing outside the folders
    is read.
    """
    draft = read_draft(paths)
    draft.problems.raise_if_any()
    return draft.content


def read_draft(paths: Sequence[Path]) -> Draft:
    """Read mods as `read_packs` does, and keep what is sound, so that its formulas can be checked at the same time."""
    problems = Problems()
    mods = in_load_order([read_mod(Path(path), problems) for path in paths], problems)
    problems.load_order(mod.id for mod in mods)
    manifests = {mod.id: _manifest(mod, problems) for mod in mods}
    tables, nameless = merged(mods, problems)
    for kind, table in nameless:
        validated(KINDS[kind], table, problems)
    models = {kind: _models(KINDS[kind], tables[kind], problems) for kind in KINDS}
    _check_references(models, tables, mods, problems)
    torn = {name for mod in mods for name in mod.torn_ids}
    faulty = {name for kind in KINDS for name in tables[kind] if name not in models[kind]}
    found: dict[str, Any] = {_PLURALS.get(kind, f"{kind}s"): MappingProxyType(models[kind]) for kind in KINDS}
    content = Content(manifests=MappingProxyType(manifests), digest=_digest(mods), **found)  # type: ignore[arg-type]
    return Draft(content, problems, frozenset(torn | faulty))


def _manifest(mod: RawMod, problems: Problems) -> Manifest | None:
    return validated(Manifest, mod.manifest, problems) if mod.manifest is not None else None


def _models(model: type[Model], tables: Mapping[str, Any], problems: Problems) -> dict[str, Model]:
    """The models of one kind; a table with a fault is left out."""
    found = {name: validated(model, table, problems) for name, table in tables.items()}
    return {name: content for name, content in found.items() if content is not None}


def _check_references(
    models: Mapping[str, Mapping[str, Model]], tables: Tables, mods: Iterable[RawMod], problems: Problems
) -> None:
    """Check ids against all tables, those with faults too, so that one fault is not reported twice."""
    torn = frozenset(name for mod in mods for name in mod.torn_ids)
    options = {name: _options(table) for name, table in tables["event"].items()}
    names = Names(tables, options, torn)
    for kind, found in tables.items():
        for name, table in found.items():
            check_references(kind, table, models[kind].get(name), names, problems)


def _options(event: Mapping[str, Any]) -> tuple[str, ...]:
    """The ids of an event's options as written."""
    options = event.get("option")
    items = options if isinstance(options, list) else []
    return tuple(item["id"] for item in items if isinstance(item, dict) and isinstance(item.get("id"), str))


def _digest(mods: Iterable[RawMod]) -> str:
    """One hash over ids, file names and bytes, each with its length, so that no two sets of mods run together."""
    digest = hashlib.sha256()
    for mod in mods:
        for part in (mod.id.encode(), *(part for name, data in mod.files for part in (name.encode(), data))):
            digest.update(len(part).to_bytes(8, "little"))
            digest.update(part)
    return digest.hexdigest()
