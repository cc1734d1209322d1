"""Checks each `[[formula]]` by itself, so that a fault is told once and where it is, not at every caller."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import replace

from game.content import Problems
from game.content.models import NamedFormula
from game.content.problem import did_you_mean
from game.rulebook.expressions import PERSON, add_all
from game.script import grammar
from game.script.calls import AGGREGATES, FUNCTIONS
from game.script.compile import Compiler
from game.script.grammar import ReportedError, ScriptError
from game.script.graph import Graph, Type
from game.script.names import Scope, Vocabulary

Trees = Mapping[str, ast.expr]


def check_formulas(formulas: Mapping[str, NamedFormula], words: Vocabulary, problems: Problems) -> None:
    """Note what is wrong with formulas, and add them to `words.faulty`. They are compiled in a graph of their own."""
    trial = replace(words, graph=Graph(words.schema))
    trees: dict[str, ast.expr] = {}
    for name, formula in formulas.items():
        _check_name(formula, words, problems)
        try:
            trees[name] = grammar.expression(formula.text.text)
        except ScriptError as error:
            problems.add(formula.text.offset(error.offset), error.message, error.hint)
            words.faulty.add(name)
    for name in _inner_first(formulas, trees, words, problems):
        if name not in words.faulty:
            _check(formulas[name], trees[name], trial, problems)


def _check_name(formula: NamedFormula, words: Vocabulary, problems: Problems) -> None:
    if formula.id in AGGREGATES or formula.id in FUNCTIONS:
        problems.add(formula.place, f"{formula.id} is a function of the rule language", "rename the formula")
        words.faulty.add(formula.id)
    for argument in formula.arguments:
        if words.type_named(argument.type) is not None:
            continue
        words.faulty.add(formula.id)
        if argument.type not in words.faulty:
            known = [*words.schema.tables, *words.enums, "number", "bool", "date"]
            hint = did_you_mean(argument.type, known, "see docs/modders/language.md")
            problems.add(formula.place, f"{formula.id}: there is no type {argument.type}", hint)


def _check(formula: NamedFormula, tree: ast.expr, words: Vocabulary, problems: Problems) -> None:
    """Compile one formula with `me` and its arguments; those that it calls are already checked."""
    graph = words.graph
    names: dict[str, tuple[int, Type]] = {"me": (graph.add(("scope", "me", "person"), PERSON), PERSON)}
    for argument in formula.arguments:
        kind = words.type_named(argument.type)
        assert kind is not None
        names[argument.name] = (graph.add(("scope", argument.name, kind.of), kind), kind)
    try:
        Compiler(words, Scope(names=names)).build(tree)
    except ReportedError:
        words.faulty.add(formula.id)
    except ScriptError as error:
        add_all(formula.text, error, problems)
        words.faulty.add(formula.id)


def _inner_first(
    formulas: Mapping[str, NamedFormula], trees: Trees, words: Vocabulary, problems: Problems
) -> list[str]:
    """All formulas that can be read, each behind those that it calls; a circle is a problem of the first one in it."""
    done: dict[str, None] = {}
    for start in trees:
        path: list[tuple[str, Iterator[str]]] = [(start, _called(trees[start], trees))]
        while path:
            name, calls = path[-1]
            inner = next((other for other in calls if other not in done), None)
            on_path = [other for other, _ in path]
            if inner is None:
                done.setdefault(name)
                path.pop()
            elif inner in on_path:
                circle = [*on_path[on_path.index(inner) :], inner]
                message = "formulas call each other in a circle: " + " -> ".join(circle)
                problems.add(formulas[inner].text, message, "remove one of these calls")
                words.faulty.update(circle)
            else:
                path.append((inner, _called(trees[inner], trees)))
    return list(done)


def _called(tree: ast.expr, known: Trees) -> Iterator[str]:
    """The formulas that a tree calls."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in known:
            yield node.func.id


__all__ = ["check_formulas"]
