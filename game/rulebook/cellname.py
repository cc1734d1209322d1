"""Names of single columns of single entities, as a scenario sets them: `table.entity.column`."""

from __future__ import annotations

from game.script.compile import Compiler
from game.script.grammar import ScriptError
from game.script.graph import Type
from game.script.names import Scope, Vocabulary


def cell_named(column: str, vocabulary: Vocabulary) -> tuple[int, Type]:
    """The arena's row that a name stands for, and its type. ScriptError: it is not one column of one entity."""
    graph = vocabulary.graph
    target = Compiler(vocabulary, Scope(), stored=True).root(column)
    node = graph.nodes[target]
    if node[0] == "ne":  # a yes/no column read as a condition
        node = graph.nodes[int(node[1])]
    if node[0] != "row":
        raise ScriptError("this is not one column of one entity", "write table.entity.column")
    return int(node[1]), graph.types[target]
