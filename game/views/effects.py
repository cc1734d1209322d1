"""Effects in words, made from what is compiled: what an option does is said before it is taken, never its odds."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.engine.block import Block
from game.knowledge.visibility import Bools, mask
from game.rulebook.rules import Consequence
from game.script.effects import Effect, Say, Target, Write
from game.script.evaluate import Evaluator
from game.script.graph import Type, operands
from game.script.names import column_type
from game.views import names
from game.world.state import Floats

UNSTATED = "by an amount that nobody can say"


@dataclass(frozen=True, slots=True)
class Stated:
    """What a choice does: always, and by the two ends of its roll if it has one. Sentences without a full stop."""

    always: tuple[str, ...]
    success: tuple[str, ...]
    failure: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """For whom rules are put into words. knows: the world as the seat (row plus one) knows it; seen: rows he may see;
    scope: `me`, `this` and arguments, each [1]; of what is not in it the name stands. me: node that is the seat."""

    knows: Block
    seat: int
    scope: Mapping[str, Floats]
    seen: Bools
    me: int = -1


def occasion_of(knows: Block, seat: int, scope: Mapping[str, Floats], me: int = -1) -> Occasion:
    """The occasion of an event or a lever in the world as the seat knows it."""
    return Occasion(knows, seat, scope, mask(knows.book, knows.world, seat), me)


def state(occasion: Occasion, does: Consequence) -> Stated:
    """An option or a lever in words."""
    always, success, failure = (
        tuple(filter(None, (describe(occasion, e) for e in part))) for part in (does.effects, does.success, does.failure)
    )
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
        said = UNSTATED if value is None else names.value_name(occasion.knows.book, _column_type(occasion, effect), value)
        return f"{where}: {said}"
    if value is None:
        rises = "rises" if effect.operator == "add" else "falls"
        return f"{where} {rises} {UNSTATED}"
    change = value if effect.operator == "add" else -value
    return f"{where} {signed(change)}" if change else ""


def _column_type(occasion: Occasion, effect: Write) -> Type:
    schema, target = occasion.knows.book.schema, effect.target
    spec = schema.tie_columns[target.column] if target.table == "tie" else schema.places[target.table, target.column].column
    return column_type(spec)


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
        "debt": f"what {person} owes {seat}", "trust": f"trust of {person} in {seat}", "fear": f"fear of {person} of {seat}",
        "client": f"{person} is of the circle of {seat}",
    }  # fmt: skip
    return forms.get(target.column, f"{words} of {person} with {seat}")


def who(occasion: Occasion, table: str, node: int) -> str:
    """An entity in words: `you` for the seat itself, a name, or the role it has in the rule."""
    if node == occasion.me:
        return "you"
    value = value_of(occasion, node)
    if value is None:
        return _role(occasion, node)
    if table in ("person", "plot") and int(value) == occasion.seat:
        return "you"
    return names.entity_name(occasion.knows.book, table, value)


def _role(occasion: Occasion, node: int) -> str:
    what = occasion.knows.book.graph.nodes[node]
    if what[0] == "scope":
        return {"me": "you", "this": "the one concerned"}.get(str(what[1]), f"the {what[1]}")
    return "somebody"


def value_of(occasion: Occasion, node: int) -> float | None:
    """The value of a node as the seat can work it out; None where it rests on what he cannot know or has not chosen."""
    if not _workable(occasion, node):
        return None
    evaluate = Evaluator(occasion.knows.book.graph, occasion.knows.world, np.zeros(1, np.int64), occasion.scope)
    return float(evaluate.full(node)[0])


def _workable(occasion: Occasion, root: int) -> bool:
    book = occasion.knows.book
    graph, schema = book.graph, book.schema
    for node in graph.reach([root]):
        what = graph.nodes[node]
        if what[0] == "row" and not occasion.seen[int(str(what[1]))]:
            return False
        if what[0] == "scope" and str(what[1]) not in occasion.scope:
            return False
        if what[0] in ("cell", "col"):
            table, column = str(what[1]), str(what[2])
            sight = schema.places[table, column].column.sight
            told = "." in column and not column.endswith("laid_over")
            if sight != "public" and not told and not (sight == "own" and _mine(occasion, operands(what))):
                return False
        if what[0] == "tie":
            sight = schema.tie_columns[str(what[1])].sight
            if sight != "public" and not (sight == "own" and _mine(occasion, operands(what)[:1])):
                return False
    return True


def _mine(occasion: Occasion, entities: list[int]) -> bool:
    """Whether an entity node surely is the seat itself."""
    if len(entities) != 1:
        return False
    if entities[0] == occasion.me:
        return True
    what = occasion.knows.book.graph.nodes[entities[0]]
    if what[0] == "const":
        return float(str(what[1])) == occasion.seat
    name = str(what[1]) if what[0] == "scope" else ""
    return name in occasion.scope and int(occasion.scope[name][0]) == occasion.seat


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
    return effect.word.says.format(**{name: values[name] for name in fields})


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
        return _role(occasion, node) if value is None else names.enum_name(book, kind[5:], value)
    if kind in ("number", "change"):
        value = value_of(occasion, node)
        return UNSTATED if value is None else signed(value) if kind == "change" else names.figure(value)
    return who(occasion, kind, node)
