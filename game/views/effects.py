"""Effects in words, made from what is compiled: what an option does is said before it is taken, never its odds."""

from __future__ import annotations

import string
from collections.abc import Sequence
from dataclasses import dataclass

from game.rulebook.rules import Consequence
from game.script.effects import Effect, Say, Target, Write
from game.script.names import column_type
from game.views import names
from game.views.hidden import NEXT_STEP, phrase
from game.views.occasion import UNSTATED, Occasion, role, unstated, value_of, who
from game.world.columns import Column

YOU_DO = {"is": "are", "leaves": "leave", "shows": "show", "joins": "join", "refuses": "refuse", "notices": "notice",
          "commands": "command"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stated:
    """What a choice does: always, and by the two ends of its roll if it has one. Sentences without a full stop."""

    always: tuple[str, ...]
    success: tuple[str, ...]
    failure: tuple[str, ...]


def state(occasion: Occasion, does: Consequence) -> Stated:
    """An option or a lever in words."""
    always, success, failure = (_clauses(occasion, end) for end in (does.effects, does.success, does.failure))
    return Stated(always, success, failure)


def describe(occasion: Occasion, effect: Effect) -> str:
    """One effect in words; empty where it is not stated."""
    return "".join(_clauses(occasion, (effect,)))


@dataclass(slots=True)
class _Sum:
    """Changes of one cell, or of one column by an unknown amount: they are said in one clause."""

    effect: Write
    change: float | None
    owners: list[str]
    reason: str = ""


def _clauses(occasion: Occasion, effects: tuple[Effect, ...]) -> tuple[str, ...]:
    """Effects in order; equal targets are summed, and equal unknown changes share a clause."""
    said: dict[str, str | _Sum] = {}
    for k, effect in enumerate(effects):
        if isinstance(effect, Say):
            said[f"word {k}"] = _say(occasion, effect)
        elif effect.operator == "set":
            said[f"set {k}"] = _set_to(occasion, effect)
        else:
            _add_to(occasion, effect, said)
    clauses = (part if isinstance(part, str) else _changed(occasion, part) for part in said.values())
    return tuple(dict.fromkeys(filter(None, clauses)))


def _add_to(occasion: Occasion, effect: Write, said: dict[str, str | _Sum]) -> None:
    target, value = effect.target, value_of(occasion, effect.value)
    where = target_name(occasion, target)
    if value is None:
        reason = unstated(occasion, effect.value)
        key, change = f"{target.table}.{target.column} {effect.operator} {reason}", None
    else:
        key, change, reason = where, value if effect.operator == "add" else -value, ""
    found = said.setdefault(key, _Sum(effect, None if change is None else 0.0, [], reason))
    if isinstance(found, _Sum):
        if found.change is not None and change is not None:
            found.change += change
        owner = (
            where
            if target.table == "tie"
            else who(occasion, target.table, target.entity)
            if _owned(occasion, target)
            else ""
        )
        if owner and owner not in found.owners:
            found.owners.append(owner)


def _owned(occasion: Occasion, target: Target) -> bool:
    return target.table not in ("flag", "plot") and not occasion.knows.book.schema.tables[target.table].single


def _changed(occasion: Occasion, sum_: _Sum) -> str:
    target, change = sum_.effect.target, sum_.change
    if change == 0.0 or _of_the_leader_himself(occasion, target):
        return ""
    rises = sum_.effect.operator == "add" if change is None else change > 0
    owners = listed(sum_.owners)
    said = in_words(occasion, target, change, rises, owners)
    if said:
        return said
    if change is not None:
        return f"{target_name(occasion, target)} {signed(change, unit_of(occasion, target))}"
    words = names.column_name(target.table, target.column)
    of = f"{owners}: {words}" if owners and target.table != "tie" else owners or target_name(occasion, target)
    return f"{of} {'rises' if rises else 'falls'} {sum_.reason}"


def listed(owners: Sequence[str]) -> str:
    """`a, b and c`."""
    return " and ".join(filter(None, (", ".join(owners[:-1]), *owners[-1:])))


def _of_the_leader_himself(occasion: Occasion, target: Target) -> bool:
    """Nobody leads and is suspected by the leader."""
    leader = occasion.knows.world.column("room", "leader")[0]
    suspected = target.table == "person" and target.column in ("suspicion", "led")
    return bool(suspected and value_of(occasion, target.entity) == leader)


def in_words(occasion: Occasion, target: Target, change: float | None, rises: bool, owners: str = "") -> str:
    """A change of what the seat cannot read as a number; empty where it can, or where there are no words."""
    if _sight(occasion, target) != "hidden":
        return ""
    leader = int(occasion.knows.world.column("room", "leader")[0])
    lead = "the leader" if leader == occasion.seat else names.entity_name(occasion.knows.book, "person", leader)
    owner = who(occasion, "person", target.entity) if target.table == "tie" else owners
    person = who(occasion, "person", target.person) if target.table == "tie" else ""
    return phrase(target.table, target.column, change, rises, {"who": owner, "person": person, "leader": lead})


def _sight(occasion: Occasion, target: Target) -> str:
    return _column(occasion, target).sight


def unit_of(occasion: Occasion, target: Target) -> str:
    """The unit of the column that an effect changes."""
    return _column(occasion, target).unit


def _column(occasion: Occasion, target: Target) -> Column:
    schema = occasion.knows.book.schema
    return (
        schema.tie_columns[target.column]
        if target.table == "tie"
        else schema.places[target.table, target.column].column
    )


def _set_to(occasion: Occasion, effect: Write) -> str:
    where, value = target_name(occasion, effect.target), value_of(occasion, effect.value)
    if effect.target.table == "flag":
        return "" if value is None else where if value else f"no longer: {where}"
    if effect.target.column == "led" and value:
        leads = _of_the_leader_himself(occasion, effect.target)
        return "" if leads else f"it is noticed that {who(occasion, 'person', effect.target.entity)} led"
    return _set(occasion, effect, where, value)


def _set(occasion: Occasion, effect: Write, where: str, value: float | None) -> str:
    kind = column_type(_column(occasion, effect.target))
    if effect.target.column == "client" and value is not None:
        return where if value else f"no longer: {where}"
    if kind.kind == "bool" and value is not None:
        return where if value else f"{where}: no longer"
    if value is None:
        return f"{where}: {who(occasion, kind.of, effect.value) if kind.kind == 'entity' else 'as you choose'}"
    return f"{where}: {names.value_name(occasion.knows.book, kind, value)}"


def signed(change: float, unit: str = "") -> str:
    """A change with its sign, rounded by its unit."""
    return ("+" if change > 0 else "") + names.figure(change, unit)


def target_name(occasion: Occasion, target: Target) -> str:
    """The cell that an effect changes, in words."""
    book = occasion.knows.book
    words = names.column_name(target.table, target.column)
    if target.table == "tie":
        return _tie_name(occasion, target, words)
    if target.table == "flag":
        entity = names.entity_id(book, "flag", value_of(occasion, target.entity) or 0)
        flag = book.content.flags.get(entity)
        return flag.meaning.rstrip(".") if flag else entity.replace("_", " ")
    if book.schema.tables[target.table].single:
        return words
    if target.table == "plot":
        return "secrecy of the plot" if target.column == "secrecy" else words
    whose = who(occasion, target.table, target.entity)
    return whose if target.column == "value" else f"{whose}: {words}"


def _tie_name(occasion: Occasion, target: Target, words: str) -> str:
    seat, person = who(occasion, "person", target.entity), who(occasion, "person", target.person)
    forms = {
        "debt": f"what {person} owes {seat}",
        "trust": f"trust of {person} in {seat}",
        "fear": f"fear of {person} of {seat}",
        "client": f"{person} is of {'your circle' if seat == 'you' else 'the circle of ' + seat}",
    }  # fmt: skip
    return forms.get(target.column, f"{words} of {person} with {seat}")


def _say(occasion: Occasion, effect: Say) -> str:
    """A word by its own sentence, its parameters filled in; one that has no sentence is not stated."""
    if not effect.word.says:
        return ""
    special = {"page": _pages, "modify": _modified, "advance_plot": _advanced, "fail_step": _failed}
    if effect.word.name in special:
        return special[effect.word.name](occasion, effect)
    values = {
        parameter.name: _argument(occasion, "change" if parameter.name == "delta" else parameter.type, argument)
        for parameter, argument in zip(effect.word.parameters, effect.arguments, strict=True)
    }
    fields = [name for _, name, _, _ in string.Formatter().parse(effect.word.says) if name]
    return _agree(effect.word.says.format(**{name: values[name] for name in fields}))


def _agree(sentence: str) -> str:
    """`you is arrested` as `you are arrested`."""
    first, _, rest = sentence.partition(" ")
    if first != "you":
        return sentence
    verb, _, tail = rest.partition(" ")
    return f"you {YOU_DO.get(verb, verb)} {tail}".rstrip()


def _modified(occasion: Occasion, effect: Say) -> str:
    """A timed change: what, how far, for how long."""
    target, delta, days = effect.arguments
    if not isinstance(target, Target):
        return ""
    change, span = value_of(occasion, int(str(delta))), value_of(occasion, int(str(days)))
    owner = who(occasion, target.table, target.entity) if _owned(occasion, target) else ""
    said = in_words(occasion, target, change, change is None or change > 0, owner)
    if not said:
        amount = UNSTATED if change is None else signed(change, unit_of(occasion, target))
        said = f"{target_name(occasion, target)} {amount}"
    return said if span is None else f"{said} for {names.counted(span, 'day')}"


def _step(occasion: Occasion, effect: Say, end: int) -> str:
    """What a step of the seat's own plot leads to; the word's own sentence where it has no phase to tell by."""
    knows = occasion.knows
    phase = knows.world.column("plot", "phase")[occasion.seat - 1, 0]
    steps = NEXT_STEP.get(knows.book.vocabulary.enums["plot_phase"][int(phase)])
    return steps[end] if steps else effect.word.says


def _advanced(occasion: Occasion, effect: Say) -> str:
    return _step(occasion, effect, 0)


def _failed(occasion: Occasion, effect: Say) -> str:
    return _step(occasion, effect, 1)


def _pages(occasion: Occasion, effect: Say) -> str:
    man, count = (int(str(a)) for a in effect.arguments[:2])
    pages, name = value_of(occasion, count), who(occasion, "person", man)
    if pages is not None and pages < 0:
        return f"{names.figure(-pages)} pages leave security's file on {name}"
    number = "pages" if pages is None else f"{names.figure(pages)} page{'' if pages == 1 else 's'}"
    return f"{number} more in security's file on {name}"


def _argument(occasion: Occasion, kind: str, argument: object) -> str:
    book = occasion.knows.book
    if isinstance(argument, Target):
        return target_name(occasion, argument)
    if kind in ("event", "signal", "text"):
        return ""
    node = int(str(argument))
    if kind.startswith("enum:"):
        value = value_of(occasion, node)
        return role(occasion, node) if value is None else names.enum_name(book, kind[5:], value)
    if kind in ("number", "change"):
        value = value_of(occasion, node)
        return UNSTATED if value is None else signed(value) if kind == "change" else names.figure(value)
    return who(occasion, kind, node)
