"""Conditions in words: why an option or a lever is closed."""

from __future__ import annotations

from game.script.graph import Type
from game.views import names
from game.views.occasion import Occasion, value_of, who

SIGNS = {"lt": "is below", "le": "is at most", "gt": "is above", "ge": "is at least", "eq": "is", "ne": "is not"}
SUMS = {"add": "+", "sub": "-", "mul": "x", "div": "/", "min": "or at most", "max": "or at least"}


PLOT_WORDS = {
    "organs": "the number of organs in your plot", "strength": "the strength of your plot",
    "route": "the road of your plot", "phase": "the state of your plot", "leader": "the man whom your plot puts up",
    "fails": "the number of steps that failed",
    "opened_on": "the day your plot began", "struck_on": "the day your plot struck", "odds": "your own reckoning",
}  # fmt: skip
"""Columns of the seat's own plot."""
TIE_WORDS = {
    ("bound", 0.0): "{person} has not been spoken to", ("bound", 1.0): "{person} has been sounded by {seat}",
    ("bound", 2.0): "{person} has refused {seat}", ("bound", 3.0): "{person} is bound to {seat}",
    ("heard", 1.0): "a talk has shown where {person} stands", ("heard", 0.0): "no talk has shown where {person} stands",
    ("client", 1.0): "{person} is of the circle of {seat}", ("client", 0.0): "{person} is not of the circle of {seat}",
}  # fmt: skip
"""What a tie that has a certain value means."""
HOLDS = {
    ("person", "present"): ("{who} in Moscow", "{who} away from Moscow"),
    ("person", "alive"): ("{who} alive", "{who} dead"),
    ("person", "free"): ("{who} free", "{who} under arrest"),
}  # fmt: skip
"""What it means that a column is so, and that it is not."""
SMALL_WITHIN = ("The", "A", "An", "Somebody", "Nobody", "One", "Those", "There")
"""First words of a meaning that are no names."""


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
        return f"Not now that {_within(say(occasion, denied))}."
    return f"Only if {_within(say(occasion, clause))}."


def _within(said: str) -> str:
    """A sentence's words inside another: a small letter, unless they begin with a name."""
    first = said.partition(" ")[0]
    return said[:1].lower() + said[1:] if first in SMALL_WITHIN else said


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
        return _not_so(occasion, int(str(what[1])))
    if op == "agg":
        return f"{what[1]} of {str(what[2]).replace('_', ' ')}s"
    if op in SUMS:
        return f"{say(occasion, int(str(what[1])))} {SUMS[op]} {say(occasion, int(str(what[2])))}"
    return _leaf(occasion, node)


def _comparison(occasion: Occasion, sign: str, left: int, right: int) -> str:
    graph = occasion.knows.book.graph
    if graph.constant(right) == 0.0 and graph.types[left].kind == "bool":
        return say(occasion, left) if sign in ("is not", "is above") else _not_so(occasion, left)
    tie = _tie_said(occasion, sign, left, graph.constant(right))
    if tie:
        return tie
    kind = graph.types[left]
    said = names.value_name(occasion.knows.book, kind, graph.constant(right) or 0.0)
    other = _constant(occasion, kind, right, said) if graph.constant(right) is not None else say(occasion, right)
    words = say(occasion, left)
    if words == "you":
        sign = {"is": "are", "is not": "are not"}.get(sign, sign)
    return f"{words} {sign} {other}{_now(occasion, left, kind)}"


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
    return _denied(occasion, node) or f"it is not so that {_within(say(occasion, node))}"


def _denied(occasion: Occasion, node: int) -> str:
    """The words for the opposite of a condition; empty where it has none of its own."""
    what = occasion.knows.book.graph.nodes[node]
    if what[0] == "cell" and (str(what[1]), str(what[2])) in HOLDS:
        owner = who(occasion, str(what[1]), int(str(what[3])))
        return _held(owner, str(what[1]), str(what[2]), so=False)
    return ""


def _held(owner: str, table: str, column: str, so: bool = True) -> str:
    """`you are in Moscow`, `Georgy Zhukov is away from Moscow`."""
    return HOLDS[table, column][0 if so else 1].format(who=f"{owner} {'are' if owner == 'you' else 'is'}")


def _tie_said(occasion: Occasion, sign: str, left: int, value: float | None) -> str:
    """A tie that is or is not something, in words; empty where it has none."""
    what = occasion.knows.book.graph.nodes[left]
    if what[0] != "tie" or value is None or sign not in ("is", "is not"):
        return ""
    words = TIE_WORDS.get((str(what[1]), value), "")
    seat, person = (who(occasion, "person", int(str(n))) for n in what[2:4])
    said = words.format(seat=seat, person=person).replace("of the circle of you", "of your circle")
    return f"it is not so that {said}" if said and sign == "is not" else said


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
        if (what[1], what[2]) in HOLDS:
            return _held(who(occasion, str(what[1]), int(str(what[3]))), str(what[1]), str(what[2]))
        if what[1] == "plot" and who(occasion, "plot", int(str(what[3]))) == "you":
            return PLOT_WORDS.get(str(what[2]), names.column_name("plot", str(what[2])))
        owner = who(occasion, str(what[1]), int(str(what[3])))
        if owner == "you":
            return f"your {str(what[2]).replace('.', ' as ').replace('_', ' ')}"
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
            if (table, spec.name) in HOLDS:
                return _held("you" if mine else names.entity_name(book, table, owner), table, spec.name)
            if mine and table == "plot":
                return PLOT_WORDS.get(spec.name, words)
            return f"{'your' if mine else names.entity_name(book, table, owner) + ':'} {words}"
    return "nobody"
