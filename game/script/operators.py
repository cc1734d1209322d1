"""Operators on nodes: arithmetic, comparison, `and or not`, choice, extremes; what types and units come of them."""

from __future__ import annotations

import ast
import math
from functools import reduce

from game.script.fit import common_unit, constant, fit, plain
from game.script.grammar import ScriptError
from game.script.graph import Graph, Type
from game.script.names import BOOL, NUMBER

MIRRORED = {"lt": "gt", "le": "ge", "gt": "lt", "ge": "le", "eq": "eq", "ne": "ne"}


def join(graph: Graph, op: str, parts: list[int]) -> int:
    """`and` or `or` of conditions, in order."""
    return reduce(lambda a, b: graph.add((op, a, b), BOOL), parts)


def negative(graph: Graph, node: int, at: int) -> int:
    """-x; of a literal, the literal."""
    value = graph.constant(node)
    if value is not None and graph.types[node].kind == "number":
        return constant(graph, -value)
    node = fit(graph, node, NUMBER, at)
    return graph.add(("neg", node), Type("number", unit=graph.types[node].unit))


def arithmetic(graph: Graph, op: str, a: int, b: int, places: tuple[int, int]) -> int:
    """a `op` b, of which add, sub, mul, div; places: where each stands. Two literals give a literal."""
    ta, tb = graph.types[a], graph.types[b]
    if "date" in (ta.kind, tb.kind):
        return graph.add((op, a, b), _of_dates(op, ta, tb, places[0]))
    a, b = fit(graph, a, NUMBER, places[0]), fit(graph, b, NUMBER, places[1])
    x, y = graph.constant(a), graph.constant(b)
    if x is not None and y is not None:
        return constant(graph, _folded(op, x, y, places[1]))
    unit = common_unit(graph.types[a], graph.types[b], places[1]) if op in ("add", "sub") else None
    return graph.add((op, a, b), Type("number", unit=unit))


def _folded(op: str, x: float, y: float, at: int) -> float:
    if op == "div":
        if y == 0.0:
            raise ScriptError("this divides by 0", "divide by something else", at)
        return x / y
    value = {"add": x + y, "sub": x - y, "mul": x * y}[op]
    if not math.isfinite(value):
        raise ScriptError("this number is too large", "write a smaller number", at)
    return value


def _of_dates(op: str, a: Type, b: Type, at: int) -> Type:
    if op == "sub" and a.kind == b.kind == "date":
        return Type("number", unit="days")
    if op in ("add", "sub") and a.kind == "date" and b.kind == "number" and b.unit in (None, "days"):
        return Type("date", unit="date")
    raise ScriptError("from dates one may subtract dates or days", "date - withdrawn_on is a number of days", at)


def compare(graph: Graph, op: str, a: int, b: int, tree: ast.Compare) -> int:
    """a `op` b, of which lt, le, gt, ge, eq, ne; `tree` says where it stands. What can never hold is a ScriptError."""
    ta, tb = graph.types[a], graph.types[b]
    kinds = {ta.kind, tb.kind}
    if kinds == {"bool"} and op in ("eq", "ne"):
        return graph.add((op, _as_number(graph, a), _as_number(graph, b)), BOOL)
    if kinds == {"date", "number"} and 0.0 in (ta.literal, tb.literal):
        return graph.add((op, a, b), BOOL)  # a date of 0 is a day that has not come
    if kinds not in ({"bool", "number"}, {ta.kind}):
        raise ScriptError(f"a {ta} cannot be compared with a {tb}", _comparable(ta, tb), tree.col_offset)
    if ta.kind in ("entity", "enum"):
        _check_references(op, ta, tb, tree.col_offset)
    else:
        common_unit(ta, tb, tree.comparators[0].col_offset)
        _check_possible(op, ta, tb, tree.left, tree.comparators[0])
        _check_possible(MIRRORED[op], tb, ta, tree.comparators[0], tree.left)
    return graph.add((op, a, b), BOOL)


def _comparable(a: Type, b: Type) -> str:
    if "date" in (a.kind, b.kind):
        return 'dates are written "1941-06-22"; 0 is a day that has not come'
    return f"compare it with a {a}"


def _as_number(graph: Graph, node: int) -> int:
    return node if graph.nodes[node][0] in ("row", "cell", "col", "const", "scope") else plain(graph, node)


def _check_references(op: str, a: Type, b: Type, at: int) -> None:
    if op not in ("eq", "ne"):
        raise ScriptError(f"a {a} can be == or !=, not more or less", "compare one of its columns", at)
    if a.of and b.of and a.of != b.of:
        raise ScriptError(f"a {a} is never a {b}", f"compare it with a {a}", at)


def _check_possible(op: str, a: Type, b: Type, left: ast.expr, right: ast.expr) -> None:
    """Refuse `a op literal` that no value within the range of `a` meets."""
    if b.literal is None or a.literal is not None:
        return
    x, low, high = b.literal, a.low, a.high
    never = {"lt": x <= low, "le": x < low, "gt": x >= high, "ge": x > high, "eq": not low <= x <= high, "ne": False}
    if never[op]:
        message = f"never true: {ast.unparse(left)} lies between {low:g} and {high:g}"
        raise ScriptError(message, "write a number within that range", right.col_offset)


def choice(graph: Graph, test: int, a: int, b: int, at: int) -> int:
    """`if_(test, a, b)`: both of one kind and unit."""
    ta, tb = graph.types[a], graph.types[b]
    kind = ta if ta.of or ta.kind not in ("entity", "enum") else tb
    if kind.kind == "bool":
        return graph.add(("if", test, plain(graph, a), plain(graph, b)), BOOL)
    a, b = fit(graph, a, kind, at), fit(graph, b, kind, at)
    unit = common_unit(graph.types[a], graph.types[b], at) if kind.kind in ("number", "date") else None
    return graph.add(("if", test, a, b), Type(kind.kind, kind.of, unit))


def extreme(graph: Graph, op: str, nodes: list[int], at: int) -> int:
    """`min` or `max` of numbers of one unit."""
    unit = reduce(lambda kind, node: Type("number", unit=common_unit(kind, graph.types[node], at)), nodes, NUMBER).unit
    return reduce(lambda a, b: graph.add((op, a, b), Type("number", unit=unit)), nodes)


def absolute(graph: Graph, node: int) -> int:
    """`abs(x)`."""
    return graph.add(("abs", node), Type("number", unit=graph.types[node].unit))
