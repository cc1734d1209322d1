"""Setting one column of one entity from text: what a scenario sets, and `--set`."""

from __future__ import annotations

import numpy as np

from game.rulebook.book import Rulebook
from game.script.compile import Compiler
from game.script.evaluate import Evaluator
from game.script.grammar import ScriptError
from game.script.names import Scope
from game.world.state import World


class StartError(ValueError):
    """A premise, side, setting or person that does not exist: one sentence with what there is instead."""


def set_column(book: Rulebook, world: World, column: str, text: str) -> None:
    """`table.entity.column = value` in every world; the value is a constant expression.

    It is kept within the range. StartError says what is wrong with either.
    """
    try:
        target = Compiler(book.vocabulary, Scope(), stored=True).root(column)
        kind = book.graph.types[target]
        value = Compiler(book.vocabulary, Scope()).root(text, kind)
    except ScriptError as error:
        raise StartError(f"{column} = {text}: {error.message}" + (f" ({error.hint})" if error.hint else "")) from None
    node = book.graph.nodes[target]
    if node[0] == "ne":  # a yes/no column read as a condition
        node = book.graph.nodes[int(node[1])]
    if node[0] != "row":
        raise StartError(f"{column} is not one column of one entity (write table.entity.column)")
    spec = next(p.column for p in book.schema.places.values() if p.row <= int(node[1]) < p.row + p.count)
    number = Evaluator(book.graph, world, np.arange(world.width))(value).astype(float)
    world.numbers[int(node[1])] = np.minimum(np.maximum(number, spec.low), spec.high)
