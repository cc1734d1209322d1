"""Changes of what nobody can read as a number, in words: how he takes it, who trusts whom, what holds together."""

from __future__ import annotations

from collections.abc import Mapping

from game.language.words import Words

LITTLE, MUCH = 4.0, 10.0
"""Below the first a change is little, from the second on it is much."""


def phrase(
    words: Words, table: str, column: str, change: float | None, rises: bool, names: Mapping[str, str]
) -> str:  # fmt: skip
    """A change in words; empty for a column that has none. change: None where its size cannot be told."""
    seen_by_you = table == "tie" and names["person"] == words("names.you")
    key = f"hidden.{'you' if seen_by_you else table}.{column}.{'up' if rises else 'down'}"
    if not words.has(key):
        return ""
    size = MUCH / 2 if change is None else abs(change)
    degree, manner = ("slightly", "rather") if size < LITTLE else ("much", "very") if size >= MUCH else ("", "")
    return words(
        key, degree=words(f"hidden.{degree}") if degree else "", manner=words(f"hidden.{manner}") if manner else "",
        **names,
    )  # fmt: skip


def step(words: Words, phase: str, succeeds: bool) -> str:
    """What a step of a plot in a phase leads to; empty where the phase has none."""
    key = f"steps.{phase}.{'up' if succeeds else 'down'}"
    return words(key) if words.has(key) else ""
