"""Checks that ids which content plainly names exist; names within formulas are the rule language's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from game.content.models import Model, Policy, Scenario, Thesis
from game.content.problem import Problems, did_you_mean, shown
from game.content.tables import Table

_PLAIN: dict[str, dict[str, str]] = {
    "power": {"leader": "person"},
    "person": {"faction": "faction", "patron": "person", "power": "power"},
    "post": {"organ": "organ", "power": "power"},
    "decision": {"organ": "organ", "post": "post", "power": "power"},
    "policy": {"fits": "person", "levers": "decision"},
    "thesis": {"scenario": "scenario", "premises": "premise"},
    "scenario": {
        "protagonist": "person",
        "playable": "person",
        "room": "person",
        "foreign": "person",
        "active": "person",
    },
}
"""By kind: the keys that hold an id, ids, or a table by ids; and of which kind."""

_SCENARIO_ITEMS: dict[str, dict[str, str]] = {
    "organ": {"id": "organ", "head": "person", "deputies": "person"},
    "formation": {"id": "formation", "commander": "person"},
    "absence": {"person": "person"},
    "tie": {"seat": "person", "person": "person"},
}
_ALIASES = {"organ": "organs", "formation": "formations", "absence": "absences", "tie": "ties"}


@dataclass(frozen=True, slots=True)
class Names:
    """The ids of each kind, the options of each event, and ids that a broken file may define (`torn`)."""

    ids: Mapping[str, Iterable[str]]
    options: Mapping[str, tuple[str, ...]]
    torn: frozenset[str]

    def has(self, kind: str, name: str) -> bool:
        """Whether an id of a kind exists, or may exist in a file that could not be read."""
        return name in self.ids[kind] or name in self.torn


def check_references(kind: str, model: Model, table: Table, names: Names, problems: Problems) -> None:
    """Add a problem for each id in a model that nothing defines."""
    for key, target in _PLAIN.get(kind, {}).items():
        if key in model.model_fields_set:
            _check(table, (key,), getattr(model, key), target, names, problems)
    if isinstance(model, Scenario):
        _check_scenario(model, table, names, problems)
    elif isinstance(model, Policy):
        _check_policy(model, table, names, problems)
    elif isinstance(model, Thesis):
        for event, option in model.choose.items():
            _check_option(table, ("choose", event), event, option, names, problems)


def _check(table: Table, path: tuple[str | int, ...], value: Any, kind: str, names: Names, problems: Problems) -> None:
    """Check an id, each of several ids, or the keys of a table by ids."""
    if value is None:
        return
    if isinstance(value, str):
        if not names.has(kind, value):
            hint = did_you_mean(value, names.ids[kind], f"define it with [[{kind}]]")
            problems.add(table.value_place(*path), f"there is no {kind} {shown(value)}", hint)
        return
    for step, name in _steps(value):
        _check(table, (*path, step), name, kind, names, problems)


def _steps(value: Any) -> list[tuple[str | int, str]]:
    return [(name, name) for name in value] if isinstance(value, Mapping) else list(enumerate(value))


def _check_scenario(scenario: Scenario, table: Table, names: Names, problems: Problems) -> None:
    for post, holder in scenario.posts.items():
        _check(table, ("posts", post), post, "post", names, problems)
        _check(table, ("posts", post), holder, "person", names, problems)
    for key, targets in _SCENARIO_ITEMS.items():
        for index, item in enumerate(getattr(scenario, _ALIASES[key])):
            for part, target in targets.items():
                _check(table, (key, index, part), getattr(item, part), target, names, problems)


def _check_policy(policy: Policy, table: Table, names: Names, problems: Problems) -> None:
    for name in policy.events:
        event, _, option = name.rpartition(".")
        _check_option(table, ("events", name), event, option, names, problems)
    for index, line in enumerate(policy.lines):
        _check(table, ("line", index, "seat"), line.seat, "person", names, problems)
        _check(table, ("line", index, "decision"), line.decision, "decision", names, problems)
        if line.event is not None and line.option is not None:
            _check_option(table, ("line", index, "option"), line.event, line.option, names, problems)


def _check_option(
    table: Table, path: tuple[str | int, ...], event: str, option: str, names: Names, problems: Problems
) -> None:
    """Check an event and one of its options."""
    if event in names.torn:
        return
    if event not in names.options:
        hint = did_you_mean(event, names.options, "define it with [[event]]")
        problems.add(table.value_place(*path), f"there is no event {shown(event)}", hint)
    elif option not in names.options[event]:
        hint = did_you_mean(option, names.options[event], "one of: " + ", ".join(names.options[event]))
        problems.add(table.value_place(*path), f"the event '{event}' has no option {shown(option)}", hint)
