"""The names that the rules of some content may use."""

from __future__ import annotations

from collections.abc import Set

from game.content import Content, Problems
from game.content.models import Event
from game.content.problem import did_you_mean, one_of
from game.rulebook import assembly
from game.script.graph import Graph, Type
from game.script.names import Formula, Vocabulary
from game.world.declare import Signal
from game.world.schema import Schema


def signals_of(content: Content) -> tuple[Signal, ...]:
    """All signals: those of the systems, then those of the mods. The place in the list is the signal's code."""
    own = (Signal(s.id, s.table or "", s.meaning) for s in content.signals.values())
    return (*assembly.signals().values(), *own)


def vocabulary_of(content: Content, schema: Schema, faulty: Set[str] = frozenset()) -> Vocabulary:
    """The vocabulary of the content, with an empty graph. faulty: ids that were left out for faults of their own."""
    signals = signals_of(content)
    words = Vocabulary(schema, Graph(schema), faulty={name.replace(".", "_") for name in faulty} | set(faulty))
    words.enums.update({f"premise.{p.id}": tuple(p.values) for p in content.premises.values() if p.kind == "choice"})
    words.kinds = _kinds(content)
    words.constants = {c.id: c.value for c in content.constants.values()}
    words.formulas = {
        f.id: Formula(f.id, tuple((a.name, a.type) for a in f.arguments), f.text.text)
        for f in content.formulas.values()
    }
    known = {s.name: i for i, s in enumerate(signals) if not s.table or s.table in schema.entities}
    words.faulty |= {s.name for s in signals} - known.keys()
    words.signals = known
    words.signal_tables = {s.name: s.table for s in signals}
    words.events = {e: i for i, e in enumerate(content.events)}
    words.event_tables = {e.id: table_of(e, words) for e in content.events.values()}
    words.texts = {t: i for i, t in enumerate(content.texts)}
    return words


def check_signals(content: Content, schema: Schema, problems: Problems) -> None:
    """Note signals about what is no table."""
    for signal in content.signals.values():
        if signal.table and signal.table not in schema.entities:
            hint = did_you_mean(signal.table, schema.entities, one_of(schema.entities))
            problems.add(signal.place, f"{signal.id}: there is no table {signal.table}", hint)


def table_of(event: Event, words: Vocabulary) -> str:
    """What `this` is in an event: the entity of its signal, a person where it is scheduled; empty = nothing."""
    if event.on is not None:
        return words.signal_tables.get(event.on, "")
    return "person" if event.scheduled else ""


def _kinds(content: Content) -> dict[tuple[str, str], Type]:
    """Types of premises and of the mods' own numbers."""
    kinds: dict[tuple[str, str], Type] = {}
    for premise in content.premises.values():
        if premise.kind == "choice":
            kinds["premise", premise.id] = Type("enum", of=f"premise.{premise.id}")
        else:
            kinds["premise", premise.id] = Type("number", low=premise.low or 0.0, high=premise.high or 0.0)
    for var in content.vars.values():
        kinds["var", var.id] = Type("number", unit=var.unit or None, low=var.low, high=var.high)
    return kinds
