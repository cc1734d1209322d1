"""For whom and on what occasion a rule is put into words: what its names and values are, as far as a seat can tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.engine.block import Block
from game.knowledge.visibility import Bools, mask
from game.language.words import Words
from game.script.evaluate import Evaluator
from game.script.graph import operands
from game.views import names
from game.world.state import Floats


@dataclass(frozen=True, slots=True)
class Occasion:
    """For whom rules are put into words.

    knows: the world as the seat (row plus one) knows it. seen: rows he may see. scope: `me`, `this` and arguments, each
    [1]; of what is not in it the role stands. me: a node that is the seat, -1 = none.
    """

    knows: Block
    seat: int
    scope: Mapping[str, Floats]
    seen: Bools
    me: int = -1

    @property
    def words(self) -> Words:
        """The language of the rulebook."""
        return self.knows.book.tongue

    @property
    def you(self) -> str:
        """How the seat itself is called."""
        return self.words("names.you")


def occasion_of(knows: Block, seat: int, scope: Mapping[str, Floats], me: int = -1) -> Occasion:
    """The occasion of an event or a lever in the world as the seat knows it."""
    return Occasion(knows, seat, scope, mask(knows.book, knows.world, seat), me)


def who(occasion: Occasion, table: str, node: int) -> str:
    """An entity in words: `you` for the seat itself, a name, or the role it has in the rule."""
    if node == occasion.me:
        return occasion.you
    value = value_of(occasion, node)
    if value is None:
        return role(occasion, node)
    if table in ("person", "plot") and int(value) == occasion.seat:
        return occasion.you
    return names.short_name(occasion.knows.book, table, value)


def role(occasion: Occasion, node: int) -> str:
    """What an entity is in the rule, where nobody can tell who he is."""
    graph, words = occasion.knows.book.graph, occasion.words
    what, kind = graph.nodes[node], graph.types[node]
    if what[0] == "scope":
        if kind.kind == "enum":
            return words("roles.as_you_choose")
        chosen = str(what[1]) not in ("me", "this") and words.has(f"roles.{kind.of}")
        return words(f"roles.{kind.of}" if chosen else "roles.concerned")
    if what[0] == "cell":
        table, column = str(what[1]), str(what[2])
        whose = who(occasion, table, int(str(what[3])))
        return words("roles.part_of", what=names.column_name(words, "", column), whose=whose)
    return words("names.somebody")


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


def unstated(occasion: Occasion, root: int) -> str:
    """Why a value is not said: it waits for an argument, or rests on what is hidden."""
    graph = occasion.knows.book.graph
    waits = [graph.nodes[n] for n in graph.reach([root]) if graph.nodes[n][0] == "scope"]
    depends = any(str(what[1]) not in occasion.scope for what in waits)
    return occasion.words("unstated.depends" if depends else "unstated.nobody_can_say")
