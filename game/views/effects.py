"""Effects in words, made from what is compiled: what an option does is said before it is taken, never its odds."""

from __future__ import annotations

import string
from dataclasses import dataclass

from game.rulebook.rules import Consequence
from game.script.effects import Effect, Say, Target, Write
from game.script.graph import Type
from game.script.names import column_type
from game.views import names
from game.views.occasion import UNSTATED, Occasion, role, unstated, value_of, who

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
    ends = (does.effects, does.success, does.failure)
    always, success, failure = (tuple(filter(None, (describe(occasion, e) for e in end))) for end in ends)
    return Stated(always, success, failure)


def describe(occasion: Occasion, effect: Effect) -> str:
    """One effect in words; empty where it is not stated."""
    return _write(occasion, effect) if isinstance(effect, Write) else _say(occasion, effect)


def _write(occasion: Occasion, effect: Write) -> str:
    where = target_name(occasion, effect.target)
    value = value_of(occasion, effect.value)
    if effect.operator == "set":
        if effect.target.table == "flag":
            return "" if value is None else where if value else f"no longer: {where}"
        return _set(occasion, effect, where, value)
    if value is None:
        rises = "rises" if effect.operator == "add" else "falls"
        return f"{where} {rises} {unstated(occasion, effect.value)}"
    change = value if effect.operator == "add" else -value
    return f"{where} {signed(change)}" if change else ""


def _set(occasion: Occasion, effect: Write, where: str, value: float | None) -> str:
    kind = _column_type(occasion, effect)
    if effect.target.column == "client" and value is not None:
        return where if value else f"no longer: {where}"
    if kind.kind == "bool" and value is not None:
        return where if value else f"{where}: no longer"
    if value is None:
        return f"{where}: {who(occasion, kind.of, effect.value) if kind.kind == 'entity' else 'as you choose'}"
    return f"{where}: {names.value_name(occasion.knows.book, kind, value)}"


def _column_type(occasion: Occasion, effect: Write) -> Type:
    schema, target = occasion.knows.book.schema, effect.target
    if target.table == "tie":
        return column_type(schema.tie_columns[target.column])
    return column_type(schema.places[target.table, target.column].column)


def signed(change: float) -> str:
    """A change with its sign."""
    return ("+" if change > 0 else "") + names.figure(change)


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
    return f"{who(occasion, target.table, target.entity)}: {words}"


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
    values = {
        parameter.name: _argument(occasion, "change" if parameter.name == "delta" else parameter.type, argument)
        for parameter, argument in zip(effect.word.parameters, effect.arguments, strict=True)
    }
    if effect.word.name == "page":
        return _pages(occasion, effect)
    fields = [name for _, name, _, _ in string.Formatter().parse(effect.word.says) if name]
    return _agree(effect.word.says.format(**{name: values[name] for name in fields}))


def _agree(sentence: str) -> str:
    """`you is arrested` as `you are arrested`."""
    first, _, rest = sentence.partition(" ")
    if first != "you":
        return sentence
    verb, _, tail = rest.partition(" ")
    return f"you {YOU_DO.get(verb, verb)} {tail}".rstrip()


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
