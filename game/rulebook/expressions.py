"""Expressions of the content to nodes and effects; every fault is noted at its place, and all are noted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from game.content.models import Outcome
from game.content.problem import Problems
from game.content.source import Source
from game.rulebook.rules import Consequence
from game.script.compile import Compiler
from game.script.effects import Effect
from game.script.grammar import ReportedError, ScriptError
from game.script.graph import Type
from game.script.names import NUMBER, Scope, Vocabulary, entity_type
from game.script.statement import compile_effect
from game.script.word import Word

PERSON = entity_type("person")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Names:
    """`me`, `this` and arguments that expressions of a rule may read, and those that they may not read."""

    known: Mapping[str, tuple[int, Type]] = field(default_factory=dict)
    barred: Mapping[str, ScriptError] = field(default_factory=dict)

    def plus(self, name: str, node: int, kind: Type) -> Names:
        """The same and one more, which may be read from now on."""
        barred = {other: error for other, error in self.barred.items() if other != name}
        return Names({**self.known, name: (node, kind)}, barred)

    def without(self, names: Sequence[str], why: ScriptError) -> Names:
        """The same, but those names may not be read."""
        known = {name: pair for name, pair in self.known.items() if name not in names}
        return Names(known, {**self.barred, **dict.fromkeys(names, why)})

    def true(self) -> Scope:
        """A scope that reads the truth."""
        return Scope(names=dict(self.known), barred=self.barred)

    def seen(self, by_seat: bool = True) -> Scope:
        """A scope of the deciding seat, which reads what it may know; the truth where nobody decides."""
        return replace(self.true(), seat=by_seat)


def add_all(source: Source, error: ScriptError, problems: Problems) -> None:
    """Note what is wrong with an expression, in all its clauses."""
    for each in (error, *error.others):
        problems.add(source.offset(each.offset), each.message, each.hint)


class Expressions:
    """Compiles expressions against one vocabulary, noting problems. Nodes are -1 where an expression is absent."""

    def __init__(self, vocabulary: Vocabulary, words: Mapping[str, Word], problems: Problems) -> None:
        self.vocabulary, self.words, self.problems = vocabulary, words, problems
        self.graph = vocabulary.graph

    def attempt(self, source: Source, act: Callable[[], T], fallback: T) -> T:
        """What `act` gives, or a noted problem and the fallback."""
        try:
            return act()
        except ReportedError:
            return fallback
        except ScriptError as error:
            add_all(source, error, self.problems)
            return fallback

    def value(self, source: Source | None, scope: Scope, want: Type = NUMBER, otherwise: float | None = None) -> int:
        """The node of an expression; that of the constant `otherwise` where it is absent."""
        compiler = Compiler(self.vocabulary, scope)
        fallback = -1 if otherwise is None else compiler.constant(otherwise)
        if source is None:
            return fallback
        return self.attempt(source, partial(compiler.root, source.text, want), fallback)

    def share(self, source: Source | None, scope: Scope) -> int:
        """The node of a chance: a number that, where it is written out, lies between 0 and 1."""
        return self._within(source, self.value(source, scope), 0.0, 1.0, "a chance lies between 0 and 1")

    def days(self, source: Source | None, scope: Scope) -> int:
        """The node of a mean waiting time in days."""
        return self._within(source, self.value(source, scope), 1e-6, 1e6, "a mean waiting time is more than 0 days")

    def _within(self, source: Source | None, node: int, low: float, high: float, rule: str) -> int:
        value = self.graph.constant(node) if node >= 0 else None
        if source is not None and value is not None and not low <= value <= high:
            self.problems.add(source, f"{rule}, it is not {value:g}", "change the number")
        return node

    def condition(self, source: Source | None, scope: Scope) -> int:
        """The node of a condition; -1 where it is absent: always true."""
        if source is None:
            return -1
        return self.attempt(source, partial(Compiler(self.vocabulary, scope).condition, source.text), -1)

    def effects(self, sources: Sequence[Source], names: Names, writes: set[str]) -> tuple[Effect, ...]:
        """Compiled effects, which read the truth; what they write is added to `writes`."""
        out: list[Effect] = []
        for source in sources:
            act = partial(compile_effect, source.text, self.vocabulary, names.true(), self.words)
            made = self.attempt(source, act, None)
            if made is not None:
                out.append(made[0])
                writes |= made[1]
        return tuple(out)

    def consequence(self, source: Outcome, offered: Scope, names: Names) -> Consequence:
        """An outcome. offered: what its condition, price and weight read. names: what its roll and effects may name."""
        writes: set[str] = set()
        return Consequence(
            source,
            when=self.condition(source.when, offered),
            price=self.value(source.price, offered, otherwise=0.0),
            ai=self.value(source.ai, offered, otherwise=1.0),
            roll=self.share(source.roll, names.true()),
            effects=self.effects(source.effects, names, writes),
            success=self.effects(source.success, names, writes),
            failure=self.effects(source.failure, names, writes),
            tags=tuple(source.tags),
            writes=frozenset(writes),
        )
