"""Reads the base game and mods into one frozen set of checked content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from game.content.dependencies import in_load_order
from game.content.merge import Removal, Tables, merged
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
from game.content.tables import Table
from game.content.validate import as_far_as_sound, is_sound, validated


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

_NEEDED: dict[str, tuple[str, ...]] = {
    "premise": ("kind", "values", "low", "high"),
    "constant": ("value",),
    "var": ("low", "high", "unit"),
    "signal": ("table",),
    "formula": ("arguments.name", "arguments.type", "text"),
}
"""By kind: the keys without which who names an entry cannot be understood."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Content as far as it is sound, with what is wrong with the rest: only to be looked through, if anything is.

    Content with faults keeps its place with what is sound of it, unless it lacks what others need of it.
    faulty: ids of what is left out, or stands in a file that cannot be read: whoever names it is not to blame.
    spare: models by kind that no id leads to, having none or one that is taken.
    removed: by kind and id what patches took away.
    """

    content: Content
    problems: Problems
    faulty: frozenset[str] = frozenset()
    spare: Mapping[str, Sequence[Model]] = field(default_factory=dict)
    removed: Mapping[tuple[str, str], Removal] = field(default_factory=dict)


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
    everything = merged(mods, problems)
    tables = everything.tables
    named = [(kind, table) for kind in KINDS for table in tables[kind].values()]
    read = [(kind, table, as_far_as_sound(KINDS[kind], table, problems)) for kind, table in [*named, *everything.spare]]
    torn = frozenset(name for mod in mods for name in mod.torn_ids)
    _check_references(read, tables, torn, problems)
    usable: dict[str, dict[str, Model]] = {kind: {} for kind in KINDS}
    beside: dict[str, list[Model]] = {kind: [] for kind in KINDS}
    for place, (kind, table, model) in enumerate(read):
        if all(is_sound(model, key) for key in _NEEDED.get(kind, ())):
            if place < len(named):
                usable[kind][table["id"]] = model
            else:
                beside[kind].append(model)
    faulty = {name for kind in KINDS for name in tables[kind] if name not in usable[kind]}
    found: dict[str, Any] = {_PLURALS.get(kind, f"{kind}s"): MappingProxyType(usable[kind]) for kind in KINDS}
    content = Content(manifests=MappingProxyType(manifests), digest=_digest(mods), **found)  # type: ignore[arg-type]
    return Draft(content, problems, torn | faulty, beside, everything.removed)


def _manifest(mod: RawMod, problems: Problems) -> Manifest | None:
    return validated(Manifest, mod.manifest, problems) if mod.manifest is not None else None


def _check_references(
    read: Iterable[tuple[str, Table, Model]], tables: Tables, torn: frozenset[str], problems: Problems
) -> None:
    """Check ids against all tables, those with faults too, so that one fault is not reported twice."""
    unsure = {m.id for _, _, m in read if isinstance(m, Event) and not is_sound(m, "option.id")}
    options = {name: _options(table) for name, table in tables["event"].items()}
    names = Names(tables, options, torn | unsure)
    for kind, table, model in read:
        check_references(kind, table, model, names, problems)


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
