"""Events of the content to compiled rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from game.content.models import Event
from game.content.problem import did_you_mean
from game.core import calendar, chance
from game.rulebook.expressions import PERSON, Expressions, Names
from game.rulebook.personas import Slots
from game.rulebook.rules import EventRule, OptionRule
from game.rulebook.vocabulary import table_of
from game.script.compile import Compiler
from game.script.grammar import ReportedError
from game.script.names import entity_type

FOREVER = 80000
"""The last day of a window that is not written."""


def compile_event(order: int, event: Event, expressions: Expressions, slots: Slots) -> EventRule:
    """One event. Its options get their slots in the table of persona factors."""
    graph = expressions.graph
    names, table = _entity(event, expressions)
    alone = "this" not in names.known
    names, decides = _decider(event, names, expressions)
    offered = names.seen(by_seat=event.decides is not None)
    then = _bound(names, decides, alone, expressions)
    options = []
    for option in event.options:
        does = expressions.consequence(option, offered, then)
        slot = slots.add(f"{event.id}.{option.id}", does.tags, "event")
        options.append(OptionRule(option.id, option, does, slot))
    when = expressions.condition(event.when, names.true())
    clauses = tuple(graph.clauses(when)) if when >= 0 else ()
    _check_guard(event, clauses, expressions)
    low, high = window_of(None if "window" in event.unsound else event.window)
    mean_days = expressions.days(event.mean_days, names.true())
    return EventRule(
        event.id,
        order,
        event,
        decides=decides,
        signal=expressions.vocabulary.signals.get(event.on or "", -1),
        table=table,
        when=when,
        clauses=clauses,
        chance=expressions.share(event.chance, names.true()),
        mean_days=mean_days,
        low=low,
        high=high,
        options=tuple(options),
        default=next((i for i, o in enumerate(event.options) if o.id == event.default), 0),
        streams={purpose: chance.key(f"{event.id}/{purpose}") for purpose in ("chance", "ai", "roll")},
        waits=_constant_wait(event, mean_days, expressions),
    )


def _constant_wait(event: Event, mean_days: int, expressions: Expressions) -> float | None:
    """The mean wait of a polled event in days, where it is a constant: its luck is drawn before anything else."""
    days = expressions.graph.constant(mean_days) if mean_days >= 0 and event.polled else None
    return None if days is None else max(days, 1e-6)


def window_of(window: Sequence[date] | None) -> tuple[int, int]:
    """First and last day of a window, in days since 1900."""
    if not window:
        return 0, FOREVER
    first, last = (calendar.to_days(day) for day in window)
    return first, last


def _entity(event: Event, expressions: Expressions) -> tuple[Names, str]:
    """What `this` is: the entity of the signal, or of the schedule."""
    words = expressions.vocabulary
    if not event.unsound.isdisjoint(("on", "scheduled")):
        return Names(barred={"this": ReportedError("the trigger has faults of its own")}), ""
    if event.on is not None and event.on not in words.signals:
        if event.on not in words.faulty:
            hint = did_you_mean(event.on, words.signals, "see `main.py mods docs` for the signals")
            expressions.problems.add(event.place, f"{event.id}: there is no signal {event.on}", hint)
        return Names(barred={"this": ReportedError("the signal is unknown")}), ""
    table = table_of(event, words)
    if not table:
        return Names(), ""
    kind = entity_type(table)
    return Names().plus("this", expressions.graph.add(("scope", "this", table), kind), kind), table


def _decider(event: Event, names: Names, expressions: Expressions) -> tuple[Names, int]:
    """`me`: the deciding person; of a power, its leader. Where the event has no entity, he is `this` too."""
    alone = [name for name in ("me", "this") if name not in names.known and name not in names.barred]
    if "decides" in event.unsound:
        return names.without(alone, ReportedError("who decides is unknown")), -1
    if event.decides is None:
        return names, -1
    text, compiler = event.decides.text, Compiler(expressions.vocabulary, names.true())

    def build() -> int:
        node = compiler.root(text)
        kind = expressions.graph.types[node]
        if kind.kind == "entity" and kind.of == "power":
            node = compiler.column_of(node, "power", "head")
        return compiler.fit(node, PERSON)

    decides = expressions.attempt(event.decides, build, -1)
    if decides < 0:
        return names.without(alone, ReportedError("who decides is unknown")), -1
    for name in alone:
        names = names.plus(name, decides, PERSON)
    return names, decides


def _bound(names: Names, decides: int, alone: bool, expressions: Expressions) -> Names:
    """For what happens, `me` is he who decided, whoever holds the office afterwards."""
    if decides < 0 or expressions.graph.constant(decides) is not None:
        return names
    me = expressions.graph.add(("scope", "me", "person"), PERSON)
    names = names.plus("me", me, PERSON)
    return names.plus("this", me, PERSON) if alone else names


def _check_guard(event: Event, clauses: tuple[int, ...], expressions: Expressions) -> None:
    """A condition asked every day of every world must not begin by counting over a table."""
    graph = expressions.graph
    if not event.polled or not clauses or event.when is None or not event.unsound.isdisjoint(("on", "scheduled")):
        return
    if any(graph.nodes[node][0] == "agg" for node in graph.reach([clauses[0]])):
        message = "a condition that is asked every day begins with an aggregate"
        expressions.problems.add(event.when, message, "put a cheap clause before it: `leader == stalin and any(...)`")


__all__ = ["FOREVER", "compile_event", "window_of"]
