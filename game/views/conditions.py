"""Conditions in words: why an option or a lever is closed."""

from __future__ import annotations

from game.script.graph import Type
from game.views import names
from game.views.occasion import Occasion, value_of, who

SIGNS = ("lt", "le", "gt", "ge", "eq", "ne")
"""Comparisons; their words stand under `conditions`."""
SUMS = {"add": "+", "sub": "-", "mul": "x", "div": "/", "min": "", "max": ""}
"""Sums and their signs; those without one have a word."""
HOLDS = frozenset({("person", "present"), ("person", "alive"), ("person", "free")})
"""Columns for which there are words for being so and for not being so."""


def unmet(occasion: Occasion, root: int, needs: str = "") -> str:
    """The first clause of a condition that does not hold, as a sentence; empty where all hold.

    needs: the sentence that the content itself gives for a condition that does not hold.
    """
    if needs and not all(value_of_told(occasion, c) for c in occasion.knows.book.graph.clauses(root)):
        return needs
    for clause in occasion.knows.book.graph.clauses(root):
        if not value_of_told(occasion, clause):
            return _refusal(occasion, clause)
    return ""


def _refusal(occasion: Occasion, clause: int) -> str:
    """Why a clause that does not hold closes a choice, as a sentence."""
    denied = _denied_node(occasion, clause)
    if denied >= 0 and not _denied(occasion, denied):
        return occasion.words("conditions.not_now", what=_within(occasion, say(occasion, denied)))
    return occasion.words("conditions.only_if", what=_within(occasion, say(occasion, clause)))


def _within(occasion: Occasion, said: str) -> str:
    """A sentence's words inside another: a small letter, unless they begin with a name."""
    first = said.partition(" ")[0]
    return said[:1].lower() + said[1:] if first in occasion.words("conditions.small_within").split() else said


def value_of_told(occasion: Occasion, clause: int) -> float:
    """The value of a clause that a seat reads: what it cannot see is not in it."""
    value = value_of(occasion, clause)
    return 1.0 if value is None else value


def say(occasion: Occasion, node: int) -> str:
    """A node in words, with what a column is now."""
    graph, words = occasion.knows.book.graph, occasion.words
    what = graph.nodes[node]
    op = str(what[0])
    if op in SIGNS:
        return _comparison(occasion, op, int(str(what[1])), int(str(what[2])))
    if op in ("and", "or"):
        return f"{say(occasion, int(str(what[1])))} {words(f'conditions.{op}')} {say(occasion, int(str(what[2])))}"
    if op == "not":
        return _not_so(occasion, int(str(what[1])))
    if op == "agg":
        return words("conditions.all_of", what=what[1], which=str(what[2]).replace("_", " "))
    if op in SUMS:
        sign = SUMS[op] or words(f"conditions.{op}")
        return f"{say(occasion, int(str(what[1])))} {sign} {say(occasion, int(str(what[2])))}"
    return _leaf(occasion, node)


def _comparison(occasion: Occasion, sign: str, left: int, right: int) -> str:
    graph = occasion.knows.book.graph
    if graph.constant(right) == 0.0 and graph.types[left].kind == "bool":
        return say(occasion, left) if sign in ("ne", "gt") else _not_so(occasion, left)
    tie = _tie_said(occasion, sign, left, graph.constant(right))
    if tie:
        return tie
    kind = graph.types[left]
    said = names.value_name(occasion.knows.book, kind, graph.constant(right) or 0.0)
    other = _constant(occasion, kind, right, said) if graph.constant(right) is not None else say(occasion, right)
    subject, key = say(occasion, left), f"conditions.{sign}"
    if subject == occasion.you and occasion.words.has(f"conditions.you_{sign}"):
        key = f"conditions.you_{sign}"
    return _now(occasion, left, kind, f"{subject} {occasion.words(key)} {other}")


def _denied_node(occasion: Occasion, clause: int) -> int:
    """The condition that a clause denies, by `not` or as equal to no; -1 where it denies none."""
    graph = occasion.knows.book.graph
    what = graph.nodes[clause]
    if what[0] == "not":
        return int(str(what[1]))
    if what[0] == "eq" and graph.types[int(str(what[1]))].kind == "bool" and graph.constant(int(str(what[2]))) == 0.0:
        return int(str(what[1]))
    return -1


def _not_so(occasion: Occasion, node: int) -> str:
    """A condition that must not hold, in words."""
    return _denied(occasion, node) or occasion.words("conditions.not_so", what=_within(occasion, say(occasion, node)))


def _denied(occasion: Occasion, node: int) -> str:
    """The words for the opposite of a condition; empty where it has none of its own."""
    what = occasion.knows.book.graph.nodes[node]
    if what[0] == "cell" and (str(what[1]), str(what[2])) in HOLDS:
        owner = who(occasion, str(what[1]), int(str(what[3])))
        return _held(occasion, owner, str(what[2]), so=False)
    return ""


def _held(occasion: Occasion, owner: str, column: str, so: bool = True) -> str:
    """`you are in Moscow`, `Zhukov is away from Moscow`."""
    key = f"conditions.holds.{column}{'' if so else '_not'}{'_you' if owner == occasion.you else ''}"
    return occasion.words(key, who=owner)


def _tie_said(occasion: Occasion, sign: str, left: int, value: float | None) -> str:
    """A tie that is or is not something, in words; empty where it has none."""
    what = occasion.knows.book.graph.nodes[left]
    if what[0] != "tie" or value is None or sign not in ("eq", "ne"):
        return ""
    words, key = occasion.words, f"conditions.tie.{what[1]}_{value:g}"
    if not words.has(key):
        return ""
    seat, person = (who(occasion, "person", int(str(n))) for n in what[2:4])
    if seat == occasion.you and words.has(f"{key}_yours"):
        key = f"{key}_yours"
    said = words(key, seat=seat, person=person)
    return words("conditions.not_so", what=said) if sign == "ne" else said


def _constant(occasion: Occasion, kind: Type, node: int, said: str) -> str:
    return who(occasion, kind.of, node) if kind.kind == "entity" else said


def _now(occasion: Occasion, node: int, kind: Type, said: str) -> str:
    """What was said of a node, with its value of now where it has one that can change."""
    value = None if occasion.knows.book.graph.nodes[node][0] in ("const", "scope") else value_of(occasion, node)
    if value is None:
        return said
    return occasion.words("conditions.now", what=said, value=names.value_name(occasion.knows.book, kind, value))


def _leaf(occasion: Occasion, node: int) -> str:
    book = occasion.knows.book
    what, kind = book.graph.nodes[node], book.graph.types[node]
    op = what[0]
    if op == "const":
        return names.value_name(book, kind, float(str(what[1])))
    if op == "row":
        return row_name(occasion, int(str(what[1])))
    if op == "cell":
        if (what[1], what[2]) in HOLDS:
            return _held(occasion, who(occasion, str(what[1]), int(str(what[3]))), str(what[2]))
        owner, column = who(occasion, str(what[1]), int(str(what[3]))), str(what[2])
        if what[1] == "plot" and owner == occasion.you:
            return _of_the_plot(occasion, column)
        said = _column(occasion, column)
        if owner == occasion.you:
            return occasion.words("names.your", what=said)
        return occasion.words("conditions.of", what=said, whose=owner)
    if op == "tie":
        seat, person = (who(occasion, "person", int(str(n))) for n in what[2:4])
        said = str(what[1]).replace("_", " ")
        return occasion.words("conditions.between", what=said, seat=seat, person=person)
    if op == "scope":
        return who(occasion, kind.of, node)
    return op if isinstance(op, str) else "?"


def _column(occasion: Occasion, column: str) -> str:
    """A column in words, also one that was told."""
    name, _, part = column.partition(".")
    said = names.column_name(occasion.words, "", name)
    return occasion.words("names.as_told", what=said, part=part.replace("_", " ")) if part else said


def _of_the_plot(occasion: Occasion, column: str) -> str:
    """A column of the seat's own plot."""
    key = f"conditions.plot.{column}"
    return occasion.words(key) if occasion.words.has(key) else names.column_name(occasion.words, "plot", column)


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
                return occasion.words("conditions.the", what=words) if spec.value == "entity" else words
            owner = row - place.row + 1
            mine = table in ("person", "plot") and owner == occasion.seat
            if (table, spec.name) in HOLDS:
                return _held(occasion, occasion.you if mine else names.entity_name(book, table, owner), spec.name)
            if mine and table == "plot":
                return _of_the_plot(occasion, spec.name)
            if mine:
                return occasion.words("names.your", what=words)
            return occasion.words("conditions.owner", whose=names.entity_name(book, table, owner), what=words)
    return occasion.words("names.nobody")
