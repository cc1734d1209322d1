"""Checked content to compiled rules. Every fault is a placed problem; all are reported together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from game.content.models import Decision, Event, Option, Policy
from game.content.models.event import Outcome
from game.content.problem import Problems, did_you_mean
from game.content.source import Place, Source
from game.core import calendar, chance
from game.rulebook.rules import ArgumentRule, Consequence, EventRule, LeverRule, OptionRule
from game.script.compile import Compiler
from game.script.effects import Effect
from game.script.grammar import ScriptError
from game.script.graph import Type
from game.script.names import NUMBER, Scope, Vocabulary, entity_type
from game.script.statement import compile_effect
from game.script.word import Word

FOREVER = 80000
PERSON = entity_type("person")
T = TypeVar("T")


class RuleCompiler:
    """Compiles events and decisions against one vocabulary, noting problems."""

    def __init__(self, vocabulary: Vocabulary, words: Mapping[str, Word], problems: Problems) -> None:
        self.vocabulary, self.words, self.problems = vocabulary, words, problems
        self.slots: list[tuple[str, tuple[str, ...], str]] = []
        """Of each option and lever: its id, its tags, and `event` or `lever`."""

    # expressions ------------------------------------------------------------------------------------------------

    def attempt(self, source: Source, act: Callable[[], T], fallback: T) -> T:
        """What `act` gives, or a noted problem and the fallback."""
        try:
            return act()
        except ScriptError as error:
            self.problems.add(source.offset(error.offset), error.message, error.hint)
            return fallback

    def value(self, source: Source | None, scope: Scope, want: Type = NUMBER, otherwise: float | None = None) -> int:
        """The node of an expression; that of the constant `otherwise` (or -1) where it is absent."""
        compiler = Compiler(self.vocabulary, scope)
        if source is None:
            return -1 if otherwise is None else compiler.constant(otherwise)
        return self.attempt(source, lambda: compiler.root(source.text, want), -1 if otherwise is None else compiler.constant(otherwise))

    def condition(self, source: Source | None, scope: Scope) -> int:
        """The node of a condition; -1 where it is absent (always true)."""
        if source is None:
            return -1
        return self.attempt(source, lambda: Compiler(self.vocabulary, scope).condition(source.text), -1)

    def effects(self, sources: Sequence[Source], scope: Scope, writes: set[str]) -> tuple[Effect, ...]:
        """Compiled effects; what they write is added to `writes`."""
        out: list[Effect] = []
        for source in sources:
            made = self.attempt(source, partial(compile_effect, source.text, self.vocabulary, scope, self.words), None)
            if made is not None:
                out.append(made[0])
                writes |= made[1]
        return tuple(out)

    def consequence(self, source: Outcome, names: Mapping[str, tuple[int, Type]], decided: bool) -> Consequence:
        """An outcome: what a seat reads is read as the seat knows it, what happens is the truth."""
        seen, true = Scope(seat=decided, names=dict(names)), Scope(names=dict(names))
        writes: set[str] = set()
        return Consequence(
            source, self.condition(source.when, seen), self.value(source.price, seen, otherwise=0.0),
            self.value(source.ai, seen, otherwise=1.0), self.value(source.roll, true),
            self.effects(source.effects, true, writes), self.effects(source.success, true, writes),
            self.effects(source.failure, true, writes), tuple(source.tags), frozenset(writes),
        )  # fmt: skip

    # events -----------------------------------------------------------------------------------------------------

    def event(self, order: int, event: Event) -> EventRule:
        """One event."""
        signal, table = self._signal(event)
        names: dict[str, tuple[int, Type]] = {}
        if table:
            names["this"] = (self.vocabulary.graph.add(("scope", "this", table), entity_type(table)), entity_type(table))
        decides = self._decides(event, names)
        if decides >= 0:
            names["me"] = (decides, PERSON)
            names.setdefault("this", (decides, PERSON))
        options = tuple(self._option(event, option, names, decides >= 0) for option in event.options)
        scope = Scope(names=dict(names))
        when = self.condition(event.when, scope)
        low, high = _window(event.window)
        default = next((i for i, o in enumerate(event.options) if o.id == event.default), 0)
        streams = {p: chance.key(f"{event.id}/{p}") for p in ("chance", "ai", "roll")}
        return EventRule(
            event.id, order, event, decides, signal, table, when,
            tuple(self.vocabulary.graph.clauses(when)) if when >= 0 else (),
            self.value(event.chance, scope), self.value(event.mean_days, scope), low, high, options, default, streams,
        )  # fmt: skip

    def _signal(self, event: Event) -> tuple[int, str]:
        if event.on is None:
            return -1, "person" if event.scheduled else ""
        if event.on not in self.vocabulary.signals:
            hint = did_you_mean(event.on, self.vocabulary.signals, "see `main.py mods docs` for the signals")
            self.problems.add(event.place, f"{event.id}: there is no signal {event.on}", hint)
            return -1, ""
        return self.vocabulary.signals[event.on], self.vocabulary.signal_tables[event.on]

    def _decides(self, event: Event, names: Mapping[str, tuple[int, Type]]) -> int:
        """The deciding person; of a power, its leader."""
        if event.decides is None:
            return -1
        source, compiler = event.decides, Compiler(self.vocabulary, Scope(names=dict(names)))

        def build() -> int:
            node = compiler.root(source.text)
            kind = self.vocabulary.graph.types[node]
            if kind.kind == "entity" and kind.of == "power":
                return compiler.column_of(node, "power", "head")
            return compiler.fit(node, PERSON, 0)

        return self.attempt(source, build, -1)

    def _option(self, event: Event, option: Option, names: Mapping[str, tuple[int, Type]], decided: bool) -> OptionRule:
        does = self.consequence(option, names, decided)
        self.slots.append((f"{event.id}.{option.id}", does.tags, "event"))
        return OptionRule(option.id, option, does, len(self.slots) - 1)

    # decisions --------------------------------------------------------------------------------------------------

    def lever(self, order: int, decision: Decision) -> LeverRule:
        """One decision."""
        graph, index = self.vocabulary.graph, self.vocabulary.schema.index
        names: dict[str, tuple[int, Type]] = {"me": (graph.add(("scope", "me", "person"), PERSON), PERSON)}
        names["this"] = names["me"]
        arguments = []
        for argument in decision.arguments:
            kind, count = self._argument_type(argument.type, decision)
            every = Scope(seat=True, names={**names, argument.name: (graph.add(("each",), kind), kind)})
            names[argument.name] = (graph.add(("scope", argument.name, kind.of), kind), kind)
            arguments.append(ArgumentRule(
                argument.name, kind, count, self.condition(argument.when, Scope(seat=True, names=dict(names))),
                self._telling_first(self.condition(argument.when, every)), self.value(argument.ai, every, otherwise=1.0),
            ))  # fmt: skip
        offered = Scope(seat=True, names={k: v for k, v in names.items() if k in ("me", "this")})
        does = self.consequence(decision, names, True)
        when = self.condition(decision.when, offered)
        does = Consequence(does.source, when, self.value(decision.price, offered, otherwise=0.0),
                           self.value(decision.ai, offered, otherwise=1.0), does.roll, does.effects, does.success,
                           does.failure, does.tags, does.writes)  # fmt: skip
        self.slots.append((decision.id, does.tags, "lever"))
        low, high = _window(decision.window)
        return LeverRule(
            decision.id, order, decision, self._ref("organ", decision.organ, decision.place),
            tuple(index["post"].get(p, -1) + 1 for p in decision.post), self._ref("power", decision.power, decision.place),
            low, high, tuple(arguments), does, len(self.slots) - 1,
            {p: chance.key(f"{decision.id}/{p}") for p in ("roll", "argument")},
        )  # fmt: skip

    def _telling_first(self, condition: int) -> tuple[int, ...]:
        """The clauses of a condition, those that few rows can fulfil first: what only the room has, then what is short."""
        graph = self.vocabulary.graph

        def cost(clause: int) -> tuple[bool, int]:
            reach = graph.reach([clause])
            places = self.vocabulary.schema.places
            cells = [graph.nodes[i] for i in reach if graph.nodes[i][0] in ("col", "cell")]
            room = any(places[str(n[1]), str(n[2])].column.extent == "room" for n in cells if n[1] != "tie")
            return not room, len(reach)

        return tuple(sorted(graph.clauses(condition), key=cost)) if condition >= 0 else ()

    def _argument_type(self, name: str, decision: Decision) -> tuple[Type, int]:
        if name in self.vocabulary.enums:
            return Type("enum", of=name), len(self.vocabulary.enums[name])
        if name in self.vocabulary.schema.entities:
            return entity_type(name), self.vocabulary.schema.count(name)
        known = [*self.vocabulary.schema.entities, *self.vocabulary.enums]
        self.problems.add(decision.place, f"{decision.id}: there is no type {name}", did_you_mean(name, known))
        return PERSON, self.vocabulary.schema.people

    def _ref(self, table: str, name: str | None, place: Place) -> int:
        if name is None:
            return 0
        index = self.vocabulary.schema.index[table]
        if name not in index:
            self.problems.add(place, f"there is no {table} {name}", did_you_mean(name, index))
        return index.get(name, -1) + 1


def _window(window: Sequence[date] | None) -> tuple[int, int]:
    if not window:
        return 0, FOREVER
    days = [calendar.to_days(day) for day in window]
    return days[0], days[1] if len(days) > 1 else FOREVER


def factors(slots: Sequence[tuple[str, tuple[str, ...], str]], policies: Sequence[Policy]) -> NDArray[np.float64]:
    """[policies, slots]: the product of a policy's factors for the tags and the id of each slot."""
    out = np.ones((len(policies), len(slots)))
    for p, policy in enumerate(policies):
        for s, (name, tags, kind) in enumerate(slots):
            for tag in tags:
                out[p, s] *= policy.tags.get(tag, 1.0)
            table = policy.events if kind == "event" else policy.levers
            out[p, s] *= table.get(name, 1.0)
    return out
