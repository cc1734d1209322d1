"""Decisions of the content to compiled levers."""

from __future__ import annotations

from game.content.models import Argument, Decision
from game.content.problem import did_you_mean
from game.core import chance
from game.rulebook.events import window_of
from game.rulebook.expressions import PERSON, Expressions, Names
from game.rulebook.personas import Slots
from game.rulebook.rules import ArgumentRule, LeverRule
from game.script.grammar import ReportedError, ScriptError
from game.script.graph import Type


def compile_lever(order: int, decision: Decision, expressions: Expressions, slots: Slots) -> LeverRule:
    """One decision. `me` is the seat that pulls it; its price, weight and condition are the same for all arguments."""
    graph, index = expressions.graph, expressions.vocabulary.schema.index
    me = graph.add(("scope", "me", "person"), PERSON)
    alone = Names().plus("me", me, PERSON).plus("this", me, PERSON)
    names = [argument.name for argument in decision.arguments]
    before = alone.without(names, ScriptError("the argument is not chosen yet", _NOT_YET))
    chosen, arguments = before, []
    for argument in decision.arguments:
        rule, chosen = _argument(argument, decision, chosen, expressions)
        arguments.append(rule)
    does = expressions.consequence(decision, before.seen(), chosen)
    low, high = window_of(None if "window" in decision.unsound else decision.window)
    return LeverRule(
        decision.id,
        order,
        decision,
        organ=index["organ"].get(decision.organ or "", -1) + 1,
        posts=tuple(index["post"].get(post, -1) + 1 for post in decision.post),
        power=index["power"].get(decision.power or "", -1) + 1,
        low=low,
        high=high,
        arguments=tuple(arguments),
        does=does,
        slot=slots.add(decision.id, does.tags, "lever"),
        streams={purpose: chance.key(f"{decision.id}/{purpose}") for purpose in ("roll", "argument")},
    )


_NOT_YET = (
    "a decision's when, price and ai are the same for all its arguments: use the argument's own when and ai, "
    "or an effect on me.authority"
)


def _argument(
    argument: Argument, decision: Decision, names: Names, expressions: Expressions
) -> tuple[ArgumentRule, Names]:
    """An argument, and the names that what comes after it may use."""
    graph, kind = expressions.graph, _type(argument, decision, expressions)
    if kind is None:
        why = ReportedError("the argument has no type")
        return ArgumentRule(argument.name, PERSON, 0, -1, (), -1), names.without([argument.name], why)
    chosen = names.plus(argument.name, graph.add(("scope", argument.name, kind.of), kind), kind)
    every = names.plus(argument.name, graph.add(("each",), kind), kind)
    when = expressions.condition(argument.when, chosen.seen())
    each_when = expressions.condition(argument.when, every.seen()) if when >= 0 else -1
    rule = ArgumentRule(
        argument.name,
        kind,
        _count(kind, expressions),
        when=when,
        clauses=_telling_first(each_when, expressions),
        each_ai=expressions.value(argument.ai, every.seen(), otherwise=1.0),
    )
    return rule, chosen


def _type(argument: Argument, decision: Decision, expressions: Expressions) -> Type | None:
    words = expressions.vocabulary
    if "type" in argument.unsound:
        return None
    kind = words.type_named(argument.type)
    if kind is not None and kind.kind in ("entity", "enum"):
        return kind
    known = [*words.schema.entities, *words.enums]
    hint = did_you_mean(argument.type, known, "a table or an enum: see docs/modders/language.md")
    expressions.problems.add(argument.place, f"{decision.id}: {argument.type} is not a type of arguments", hint)
    return None


def _count(kind: Type, expressions: Expressions) -> int:
    """How many values an argument may have."""
    words = expressions.vocabulary
    return len(words.enums[kind.of]) if kind.kind == "enum" else words.schema.count(kind.of)


def _telling_first(condition: int, expressions: Expressions) -> tuple[int, ...]:
    """The clauses of a condition, those that few rows can meet first: what only the room has, then what is short."""
    graph, places = expressions.graph, expressions.vocabulary.schema.places

    def cost(clause: int) -> tuple[bool, int]:
        reach = graph.reach([clause])
        cells = [graph.nodes[i] for i in reach if graph.nodes[i][0] in ("col", "cell")]
        room = any(places[str(cell[1]), str(cell[2])].column.extent == "room" for cell in cells)
        return not room, len(reach)

    return tuple(sorted(graph.clauses(condition), key=cost)) if condition >= 0 else ()


__all__ = ["compile_lever"]
