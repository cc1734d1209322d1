"""Conditions in words: why an option or a lever is closed."""

from __future__ import annotations

from game.script.graph import Type
from game.views import names
from game.views.occasion import Occasion, value_of, who

SIGNS = {"lt": "below", "le": "at most", "gt": "above", "ge": "at least", "eq": "is", "ne": "is not"}
SUMS = {"add": "+", "sub": "-", "mul": "x", "div": "/", "min": "or at most", "max": "or at least"}


def unmet(occasion: Occasion, root: int) -> str:
    """The first clause of a condition that does not hold, as a sentence; empty where all hold."""
    for clause in occasion.knows.book.graph.clauses(root):
        if not value_of_told(occasion, clause):
            return f"It needs: {say(occasion, clause)}."
    return ""


def value_of_told(occasion: Occasion, clause: int) -> float:
    """The value of a clause that a seat reads: what it cannot see is not in it."""
    value = value_of(occasion, clause)
    return 1.0 if value is None else value


def say(occasion: Occasion, node: int) -> str:
    """A node in words, with what a column is now."""
    graph = occasion.knows.book.graph
    what = graph.nodes[node]
    op = str(what[0])
    if op in SIGNS:
        return _comparison(occasion, SIGNS[op], int(str(what[1])), int(str(what[2])))
    if op in ("and", "or"):
        return f"{say(occasion, int(str(what[1])))} {op} {say(occasion, int(str(what[2])))}"
    if op == "not":
        return f"not: {say(occasion, int(str(what[1])))}"
    if op == "agg":
        return f"{what[1]} of {str(what[2]).replace('_', ' ')}s"
    if op in SUMS:
        return f"{say(occasion, int(str(what[1])))} {SUMS[op]} {say(occasion, int(str(what[2])))}"
    return _leaf(occasion, node)


def _comparison(occasion: Occasion, sign: str, left: int, right: int) -> str:
    graph = occasion.knows.book.graph
    if graph.constant(right) == 0.0 and graph.types[left].kind == "bool":
        return say(occasion, left) if sign in ("is not", "above") else f"not: {say(occasion, left)}"
    kind = graph.types[left]
    said = names.value_name(occasion.knows.book, kind, graph.constant(right) or 0.0)
    other = _constant(occasion, kind, right, said) if graph.constant(right) is not None else say(occasion, right)
    words = say(occasion, left)
    if words == "you":
        sign = {"is": "are", "is not": "are not"}.get(sign, sign)
    return f"{words} {sign} {other}{_now(occasion, left, kind)}"


def _constant(occasion: Occasion, kind: Type, node: int, said: str) -> str:
    return who(occasion, kind.of, node) if kind.kind == "entity" else said


def _now(occasion: Occasion, node: int, kind: Type) -> str:
    if occasion.knows.book.graph.nodes[node][0] in ("const", "scope"):
        return ""
    value = value_of(occasion, node)
    return "" if value is None else f" (now {names.value_name(occasion.knows.book, kind, value)})"


def _leaf(occasion: Occasion, node: int) -> str:
    book = occasion.knows.book
    what, kind = book.graph.nodes[node], book.graph.types[node]
    op = what[0]
    if op == "const":
        return names.value_name(book, kind, float(str(what[1])))
    if op == "row":
        return row_name(occasion, int(str(what[1])))
    if op == "cell":
        owner = who(occasion, str(what[1]), int(str(what[3])))
        return f"{str(what[2]).replace('.', ' as ').replace('_', ' ')} of {owner}"
    if op == "tie":
        seat, person = (who(occasion, "person", int(str(n))) for n in what[2:4])
        return f"{str(what[1]).replace('_', ' ')} between {seat} and {person}"
    if op == "scope":
        return who(occasion, kind.of, node)
    return op if isinstance(op, str) else "?"


def row_name(occasion: Occasion, row: int) -> str:
    """A row of the arena in words: whose and what."""
    book = occasion.knows.book
    for (table, _), place in book.schema.places.items():
        if place.row <= row < place.row + place.count:
            spec = place.column
            words = spec.meaning if spec.value == "bool" and table == "room" else spec.name.replace("_", " ")
            if table == "flag":
                flag = book.content.flags.get(names.entity_id(book, table, row - place.row + 1))
                return flag.meaning.rstrip(".") if flag else words
            if book.schema.tables[table].single:
                return f"the {words}" if spec.value == "entity" else words
            owner = row - place.row + 1
            mine = table in ("person", "plot") and owner == occasion.seat
            return f"{'your' if mine else names.entity_name(book, table, owner) + ':'} {words}"
    return "nobody"
