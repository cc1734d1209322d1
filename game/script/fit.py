"""Whether a node has the type that is wanted, and the node that makes it so."""

from __future__ import annotations

from game.script.grammar import ScriptError
from game.script.graph import Graph, Type
from game.script.names import BOOL, NUMBER

VALUES = ("row", "cell", "col", "scope", "const")
"""Nodes that hold a yes or no as 0 or 1, not as a truth."""


def constant(graph: Graph, value: float, kind: Type = NUMBER) -> int:
    """The node of a value that stands in the text: it takes any unit."""
    unit = "date" if kind.kind == "date" else None
    return graph.add(("const", float(value)), Type(kind.kind, kind.of, unit, literal=float(value)))


def fit(graph: Graph, node: int, want: Type | None, at: int) -> int:
    """A node of the wanted kind and table. ScriptError where it is of another; units are not compared."""
    if want is None:
        return node
    have = graph.types[node]
    if want.kind == "bool":
        return truth(graph, node, at)
    if have.kind == "bool" and want.kind == "number":
        return plain(graph, node)
    if want.kind == "date" and have.literal == 0.0:
        return node  # a day that has not come
    if have.kind != want.kind or (want.of and have.of not in (want.of, "")):
        raise ScriptError(f"this is a {have}, a {want} is wanted", _way_out(have, want), at)
    return node


def _way_out(have: Type, want: Type) -> str:
    if have.kind == "entity" and want.kind == "entity":
        return f"read on through it to a {want.of}, or name one: {want.of}.ID"
    if have.kind in ("entity", "enum") and want.kind == "number":
        return "read one of its columns, or compare it and use if_(condition, a, b)"
    return "see the types in docs/modders/language.md"


def truth(graph: Graph, node: int, at: int) -> int:
    """A condition out of a yes/no column."""
    kind, what = graph.types[node], graph.nodes[node]
    if kind.kind != "bool":
        raise ScriptError(f"this is a {kind}, a condition is wanted", "compare it with something", at)
    if what[0] in VALUES or what[0] == "if":
        return graph.add(("ne", node, constant(graph, 0.0)), BOOL)
    return node


def plain(graph: Graph, node: int) -> int:
    """A condition as 0 or 1, for counting and for comparing yes with yes."""
    return graph.add(("if", truth(graph, node, 0), constant(graph, 1.0), constant(graph, 0.0)), NUMBER)


def common_unit(a: Type, b: Type, at: int) -> str | None:
    """The unit of two numbers that are added or compared. ScriptError where they have two."""
    if a.unit is None or b.unit is None or a.unit == b.unit:
        return a.unit if a.unit is not None else b.unit
    raise ScriptError(f"{a.unit} and {b.unit} are different units", "compare like with like, or divide first", at)
