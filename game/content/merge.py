"""One set of tables out of all mods: later mods add to earlier ones, and patch them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from game.content.limits import MOD_PATCHES
from game.content.models import KINDS, Patch
from game.content.patching import PatchError, apply
from game.content.problem import Problems, did_you_mean, one_of, shown
from game.content.reader import RawMod
from game.content.source import Place
from game.content.tables import Table
from game.content.validate import validated

Tables: TypeAlias = dict[str, dict[str, Table]]
"""Tables by kind and id, in load order."""

Spare: TypeAlias = list[tuple[str, Table]]
"""Tables with their kinds that no id leads to, having none or one that is taken."""


@dataclass(frozen=True, slots=True)
class Removal:
    """A table that a patch took away, and where the patch stands."""

    table: Table
    by: Place


@dataclass(frozen=True, slots=True)
class Merged:
    """The tables of all mods, patched; those that are only looked through for faults; those that were taken away."""

    tables: Tables = field(default_factory=lambda: {kind: {} for kind in KINDS})
    spare: Spare = field(default_factory=list)
    removed: dict[tuple[str, str], Removal] = field(default_factory=dict)


def merged(mods: Sequence[RawMod], problems: Problems) -> Merged:
    """One set of tables out of all mods, in load order."""
    out = Merged()
    for place, mod in enumerate(mods):
        patches = mod.tables.get("patch", [])
        later = mods[place:] if mod.in_circle else ()
        for table in patches[:MOD_PATCHES]:
            _patch(out, table, later, problems)
        if len(patches) > MOD_PATCHES:
            message = f"the mod holds more than {MOD_PATCHES} patches"
            problems.add(patches[MOD_PATCHES].place, message, "define new content instead")
        for kind in KINDS:
            for table in mod.tables.get(kind, ()):
                _add(out.tables[kind], out.spare, kind, table, problems)
    return out


def _add(known: dict[str, Table], spare: Spare, kind: str, table: Table, problems: Problems) -> None:
    name = table.get("id")
    if not isinstance(name, str):
        spare.append((kind, table))
    elif name in known:
        spare.append((kind, table))
        first = known[name].place
        hint = "rename one" if first.mod == table.place.mod else "rename it, or change the first with [[patch]]"
        problems.add(table.value_place("id"), f"the {kind} {shown(name)} is already defined at {first}", hint)
    else:
        known[name] = table


def _patch(out: Merged, table: Table, later: Sequence[RawMod], problems: Problems) -> None:
    """Apply one patch to the tables of the mods before; what mods `later` define may be meant as well."""
    tables, patch = out.tables, validated(Patch, table, problems)
    if patch is None:
        return
    if patch.kind not in tables:
        hint = did_you_mean(patch.kind, tables, one_of(tables))
        problems.add(table.value_place("kind"), f"there is no kind {shown(patch.kind)}", hint)
    elif patch.id not in tables[patch.kind]:
        if any(other.get("id") == patch.id for mod in later for other in mod.tables.get(patch.kind, ())):
            return
        hint = did_you_mean(patch.id, tables[patch.kind], "name one of a mod that loads before, and require that mod")
        problems.add(table.value_place("id"), f"no mod before this one has the {patch.kind} {shown(patch.id)}", hint)
    elif not patch.path:
        out.removed[patch.kind, patch.id] = Removal(tables[patch.kind].pop(patch.id), table.place)
    else:
        try:
            apply(patch, tables[patch.kind][patch.id], table.value_place("value"))
        except PatchError as error:
            problems.add(table.value_place("path"), error.message, error.hint)
