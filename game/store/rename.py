"""From the numbers of one layout to those of another, by name: 0 or -1 for what is gone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.rulebook.book import FIRST_PERSONA
from game.store.layout import Known, Layout
from game.world.ragged import Ints


def places(old: Sequence[str], new: Sequence[str]) -> tuple[Ints, Ints]:
    """Places in `new` and in `old` of the names that stand in both."""
    at = {name: i for i, name in enumerate(old)}
    pairs = [(i, at[name]) for i, name in enumerate(new) if name in at]
    both = np.array(pairs, np.int64).reshape(len(pairs), 2)
    return both[:, 0], both[:, 1]


def codes(old: Sequence[str], new: Sequence[str]) -> Ints:
    """[old] the place of each old name among the new; -1 where it is gone."""
    there, here = places(old, new)
    out = np.full(len(old), -1)
    out[here] = there
    return out


def references(old: Layout, new: Layout, table: str) -> Ints:
    """[old + 1] the new reference (row plus one) of each old one; 0 stays 0, and is what those become that are gone."""
    moved = codes(old.entities.get(table, ()), new.entities.get(table, ()))
    return np.concatenate([np.zeros(1, np.int64), moved + 1])


def policies(old: Layout, new: Layout) -> Ints:
    """[old codes] the new code of each policy; a persona that is gone becomes the first."""
    first = int(FIRST_PERSONA)
    personas = np.maximum(codes(old.personas, new.personas), 0) + first
    return np.concatenate([np.arange(first), personas])


def abouts(
    old: Layout, new: Layout, before: Sequence[Known], after: Sequence[Known], code: Ints, entity: Ints
) -> tuple[Ints, Ints]:
    """New codes of events, signals, levers or notes, and the entities they are about; -1 where either is gone."""
    moved = codes([k.id for k in before], [k.id for k in after])[code]
    about = np.full(len(code), -1)
    for order in np.unique(code).tolist():
        rows = code == order
        target = int(moved[rows][0])
        if target >= 0 and after[target].table == before[order].table:
            about[rows] = _about(old, new, before[order].table, entity[rows])
    gone = (moved < 0) | (about < 0)
    return np.where(gone, -1, moved), about


def _about(old: Layout, new: Layout, table: str, entity: Ints) -> Ints:
    if table.startswith("enum:"):
        return codes(old.enums.get(table[5:], ()), new.enums.get(table[5:], ()))[entity]
    if not table:
        return np.where(entity == 0, 0, -1)
    moved = references(old, new, table)[entity]
    return np.where((entity != 0) & (moved == 0), -1, moved)
