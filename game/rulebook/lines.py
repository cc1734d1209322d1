"""Dated choices: the historical policy, and files of choices, which read the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.content import Content, Problems
from game.content.models import Scenario
from game.content.problem import did_you_mean
from game.core import calendar
from game.rulebook.rules import EventRule, LeverRule, Line
from game.script.names import Vocabulary
from game.world.schema import Schema


def compile_lines(
    content: Content, scenario: Scenario, schema: Schema, vocabulary: Vocabulary, events: Sequence[EventRule],
    levers: Sequence[LeverRule], problems: Problems,
) -> tuple[Line, ...]:  # fmt: skip
    """The lines of the policy `historical`, by date and then as written."""
    seats = [*scenario.room, *scenario.foreign]
    if not scenario.unsound.isdisjoint(("room", "foreign")) or not all(seat in content.persons for seat in seats):
        return ()  # who has a seat is not known
    policy, choices = content.policies.get("historical"), {e.id: {o.id for o in e.options} for e in events}
    out = []
    for line in policy.lines if policy else ():
        known = line.option in choices.get(line.event, ()) if line.event else line.decision in content.decisions
        if line.unsound or not known:
            continue  # reading has told what is wrong with it, or with what it names
        made = resolve(
            {"date": str(line.date), "seat": line.seat, "event": line.event, "option": line.option,
             "decision": line.decision, "arguments": line.arguments},
            schema, vocabulary, events, levers,
        )  # fmt: skip
        if isinstance(made, str):
            problems.add(line.place, made)
        else:
            out.append(made)
    return tuple(sorted(out, key=lambda x: x.date))


def resolve(
    entry: Mapping[str, object], schema: Schema, vocabulary: Vocabulary, events: Sequence[EventRule],
    levers: Sequence[LeverRule],
) -> Line | str:  # fmt: skip
    """A dated choice as written, `date seat` and `event option` or `decision arguments`; or what is wrong with it."""
    seat = schema.index["person"].get(str(entry.get("seat")), -1)
    if not 0 <= seat < schema.seats:
        return f"{entry.get('seat')} has no seat in this scenario"
    try:
        date = calendar.to_days(str(entry.get("date")))
    except ValueError:
        return f"{entry.get('date')!r} is not a date"
    if entry.get("event"):
        return _event(entry, date, seat, vocabulary, events)
    lever = next((x for x in levers if x.id == entry.get("decision")), None)
    if lever is None:
        hint = did_you_mean(str(entry.get("decision")), [x.id for x in levers])
        return f"there is no decision {entry.get('decision')}" + (f" ({hint})" if hint else "")
    return _lever(entry, date, seat, schema, vocabulary, lever)


def _event(
    entry: Mapping[str, object], date: int, seat: int, vocabulary: Vocabulary, events: Sequence[EventRule]
) -> Line | str:
    name, option = str(entry["event"]), str(entry.get("option"))
    if name not in vocabulary.events:
        hint = did_you_mean(name, vocabulary.events)
        return f"there is no event {name}" + (f" ({hint})" if hint else "")
    rule = events[vocabulary.events[name]]
    place = rule.place(option)
    if place < 0:
        return f"{name} has no option {option} (it has {', '.join(o.id for o in rule.options)})"
    return Line(date, seat, rule.order, place, -1, ())


def _lever(
    entry: Mapping[str, object], date: int, seat: int, schema: Schema, vocabulary: Vocabulary, lever: LeverRule
) -> Line | str:
    given = entry.get("arguments") or {}
    assert isinstance(given, Mapping)
    values: list[tuple[str, float]] = []
    for argument in lever.arguments:
        text = given.get(argument.name)
        if text is None:
            return f"{lever.id} needs {argument.name}"
        value = argument_value(argument.type.kind, argument.type.of, str(text), schema, vocabulary)
        if value is None:
            return f"{lever.id}: {text} is not a {argument.type.of}"
        values.append((argument.name, value))
    return Line(date, seat, -1, -1, lever.order, tuple(values))


def argument_value(kind: str, of: str, text: str, schema: Schema, vocabulary: Vocabulary) -> float | None:
    """The value of an argument written as an id; None if there is no such thing."""
    if kind == "enum":
        values = vocabulary.enums[of]
        return float(values.index(text)) if text in values else None
    return schema.index[of][text] + 1.0 if text in schema.index[of] else None
