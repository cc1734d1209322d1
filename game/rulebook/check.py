"""All that is wrong with mods, without running them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.content import Problem, read_draft
from game.rulebook.compile import compile_rules


def problems_of(mods: Sequence[Path]) -> tuple[Problem, ...]:
    """All problems of form and of meaning in every scenario, each once, by mod, file and line; () if all is sound."""
    draft = read_draft(mods)
    for scenario in draft.content.scenarios.values():
        compile_rules(draft, scenario)
    return tuple(dict.fromkeys(draft.problems.in_order()))
