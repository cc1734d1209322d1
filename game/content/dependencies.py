"""The order in which mods load: the base game first, each mod behind those that it requires."""

from __future__ import annotations

from collections.abc import Sequence

from game.content.problem import Problems, did_you_mean
from game.content.reader import RawMod
from game.content.source import Place

BASE = "base"


def in_load_order(mods: Sequence[RawMod], problems: Problems) -> list[RawMod]:
    """The mods in load order, otherwise as given; a missing, cyclic or twice given one is a problem."""
    known = _by_id(mods, problems)
    for mod in known.values():
        _check_present(mod, known, problems)
    ordered: list[RawMod] = []
    waiting = sorted(known.values(), key=lambda mod: mod.id != BASE)
    while waiting:
        placed = {mod.id for mod in ordered}
        ready = next((mod for mod in waiting if not _missing(mod, known, placed)), None)
        if ready is None:
            _report_cycles(waiting, problems)
            for mod in waiting:
                mod.in_circle = True
            return ordered + waiting
        ordered.append(ready)
        waiting.remove(ready)
    return ordered


def _by_id(mods: Sequence[RawMod], problems: Problems) -> dict[str, RawMod]:
    known: dict[str, RawMod] = {}
    for mod in mods:
        if mod.id in known:
            message = f"a mod with the id '{mod.id}' is already given, in the folder '{known[mod.id].folder}'"
            place = mod.manifest.value_place("id") if mod.manifest is not None else Place(mod.id, "mod.toml")
            problems.add(place, message, "disable one of the two, or change its id")
        else:
            known[mod.id] = mod
    return known


def _required(mod: RawMod) -> list[str]:
    wanted = mod.manifest.get("requires") if mod.manifest is not None else None
    return [name for name in wanted if isinstance(name, str)] if isinstance(wanted, list) else []


def _missing(mod: RawMod, known: dict[str, RawMod], placed: set[str]) -> list[str]:
    """What a mod still waits for, of what is there at all."""
    return [name for name in _required(mod) if name in known and name not in placed]


def _check_present(mod: RawMod, known: dict[str, RawMod], problems: Problems) -> None:
    for index, name in enumerate(_required(mod)):
        if name not in known and mod.manifest is not None:
            hint = did_you_mean(name, known, "install and enable it, or disable this mod")
            problems.add(mod.manifest.value_place("requires", index), f"the mod '{name[:60]}' is missing", hint)


def _report_cycles(waiting: list[RawMod], problems: Problems) -> None:
    """Report each cycle once, at the mod of it that was given first; mods that only wait for one are not to blame."""
    by_id = {mod.id: mod for mod in waiting}
    blamed: set[str] = set()
    for mod in waiting:
        chain = [mod.id]
        while len(set(chain)) == len(chain):
            chain.append(next(name for name in _required(by_id[chain[-1]]) if name in by_id))
        cycle = chain[chain.index(chain[-1]) :]
        if blamed.isdisjoint(cycle) and by_id[cycle[0]].manifest is not None:
            blamed.update(cycle)
            place = by_id[cycle[0]].manifest.value_place("requires")  # type: ignore[union-attr]
            problems.add(place, "mods require each other: " + " -> ".join(cycle), "remove one of these requirements")
