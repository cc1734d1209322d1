"""Checks that ids which content plainly names exist; names within formulas are the rule language's."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from game.content.models import Model, Policy, Thesis
from game.content.problem import Problems, did_you_mean, one_of, shown
from game.content.tables import Table

_PLAIN: dict[str, dict[str, str]] = {
    "power": {"leader": "person"},
    "person": {"faction": "faction", "patron": "person", "power": "power"},
    "post": {"organ": "organ", "power": "power"},
    "decision": {"organ": "organ", "post": "post", "power": "power"},
    "policy": {"fits": "person"},
    "thesis": {"scenario": "scenario", "premises": "premise"},
    "scenario": {
        "protagonist": "person",
        "playable": "person",
        "room": "person",
        "foreign": "person",
        "active": "person",
        "posts": "post",
    },
}
"""By kind: the keys that hold an id, a list of ids or a table by ids, and of which kind these are."""

_SCENARIO_ITEMS: dict[str, dict[str, str]] = {
    "organ": {"id": "organ", "head": "person", "deputies": "person"},
    "formation": {"id": "formation", "commander": "person"},
    "absence": {"person": "person"},
    "tie": {"seat": "person", "person": "person"},
    "crosscheck": {"events": "event", "decisions": "decision"},
}
"""The same for the tables within a scenario."""

_ID = re.compile(r"[a-z][a-z0-9_.-]{0,95}")


@dataclass(frozen=True, slots=True)
class Names:
    """The ids of each kind, the options of each event, and ids of which nothing is known for sure (`torn`)."""

    ids: Mapping[str, Collection[str]]
    options: Mapping[str, tuple[str, ...]]
    torn: frozenset[str]


def check_references(kind: str, table: Table, model: Model, names: Names, problems: Problems) -> None:
    """Add a problem for each id in a table that nothing defines; `model` is what is sound of the table."""
    check = _Check(table, names, problems)
    for key, target in _PLAIN.get(kind, {}).items():
        check.ids((key,), table.get(key), target)
    if kind == "scenario":
        _check_scenario(check)
    elif isinstance(model, Policy):
        _check_policy(check, model)
    elif isinstance(model, Thesis):
        for event, option in model.choose.items():
            check.option(("choose", event), event, option)


@dataclass(frozen=True, slots=True)
class _Check:
    """Checks the names in one table."""

    table: Table
    names: Names
    problems: Problems

    def ids(self, path: tuple[str | int, ...], value: Any, kind: str) -> None:
        """Check an id, each of a list of ids, or the keys of a table by ids; what is no id, the model refuses."""
        if isinstance(value, str):
            if _ID.fullmatch(value) and value not in self.names.ids[kind] and value not in self.names.torn:
                hint = partial(did_you_mean, value, self.names.ids[kind], f"define it with [[{kind}]]")
                self.problems.add(self.table.value_place(*path), f"there is no {kind} {shown(value)}", hint)
        elif isinstance(value, dict):
            for name in value:
                self.ids((*path, name), name, kind)
        elif isinstance(value, list):
            for index, name in enumerate(value):
                if isinstance(name, str):
                    self.ids((*path, index), name, kind)

    def option(self, path: tuple[str | int, ...], event: str, option: str) -> None:
        """Check an event and one of its options."""
        if event in self.names.torn:
            return
        known = self.names.options.get(event)
        if known is None:
            hint = partial(did_you_mean, event, self.names.options, "define it with [[event]]")
            self.problems.add(self.table.value_place(*path), f"there is no event {shown(event)}", hint)
        elif option not in known:
            hint = partial(did_you_mean, option, known, one_of(known))
            self.problems.add(self.table.value_place(*path), f"the event '{event}' has no option {shown(option)}", hint)


def _check_scenario(check: _Check) -> None:
    posts = check.table.get("posts")
    for post, holder in posts.items() if isinstance(posts, dict) else ():
        check.ids(("posts", post), holder, "person")
    for key, targets in _SCENARIO_ITEMS.items():
        items = check.table.get(key)
        for index, item in enumerate(items if isinstance(items, list) else ()):
            for part, target in targets.items():
                check.ids((key, index, part), item.get(part) if isinstance(item, dict) else None, target)


def _check_policy(check: _Check, policy: Policy) -> None:
    for name in policy.levers:
        check.ids(("levers", name), name, "decision")
    for name in policy.events:
        event, _, option = name.rpartition(".")
        check.option(("events", name), event, option)
    for index, line in enumerate(policy.lines):
        check.ids(("line", index, "seat"), line.seat, "person")
        check.ids(("line", index, "decision"), line.decision, "decision")
        if line.event is not None and line.option is not None:
            check.option(("line", index, "option"), line.event, line.option)
