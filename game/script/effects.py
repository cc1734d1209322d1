"""Effects as data: `x += e` and words; applying them to many worlds at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.script.act import Act, spread
from game.script.evaluate import Evaluator
from game.script.graph import Graph
from game.script.word import Word
from game.world.schema import NIL
from game.world.state import Floats


@dataclass(frozen=True, slots=True)
class Target:
    """A cell that an effect changes. person: node of the second axis of a tie, else -1."""

    table: str
    column: str
    entity: int
    person: int = -1


@dataclass(frozen=True, slots=True)
class Write:
    """`target operator value`, of which add, sub, set.

    row: the arena row where the target is always the same (NIL: it is nobody's), else -1. low, high: its range.
    """

    target: Target
    operator: str
    value: int
    text: str
    row: int = -1
    low: float = 0.0
    high: float = 0.0


@dataclass(frozen=True, slots=True)
class Say:
    """A word with its arguments: node numbers of values, Targets, and codes of events, signals and texts.

    nodes: which of the arguments are node numbers.
    """

    word: Word
    arguments: tuple[int | Target, ...]
    nodes: tuple[bool, ...]
    text: str


Effect = Write | Say


class Reading:
    """Values of nodes for one effect: constants and names in scope at once, the rest by an evaluator on demand."""

    __slots__ = ("act", "evaluator", "graph")

    def __init__(self, act: Act, graph: Graph) -> None:
        self.act, self.graph = act, graph
        self.evaluator: Evaluator | None = None

    def __call__(self, node: int) -> Floats | float:
        """[n], or a number that is the same for all."""
        what = self.graph.nodes[node]
        if what[0] == "const":
            return float(what[1])
        if what[0] == "scope":
            return self.act.scope[what[1]]
        if self.evaluator is None:
            self.evaluator = Evaluator(self.graph, self.act.world, self.act.worlds, self.act.scope)
        return self.evaluator.full(node).astype(np.float64, copy=False)

    def full(self, node: int) -> Floats:
        """[n]: an array in any case."""
        return spread(self(node), self.act.n)


def apply(act: Act, effects: Sequence[Effect], graph: Graph) -> None:
    """Apply effects in order; each sees what the ones before it did."""
    for effect in effects:
        read = Reading(act, graph)
        if isinstance(effect, Write):
            _write(act, effect, read)
        else:
            pairs = zip(effect.arguments, effect.nodes, strict=True)
            effect.word.run(act, *(_argument(read, argument, is_node) for argument, is_node in pairs))


def _argument(read: Reading, argument: int | Target, is_node: bool) -> object:
    """A value [n] of a node, a column as (table, column, entities), or a code as it is."""
    if isinstance(argument, Target):
        return argument.table, argument.column, read(argument.entity)
    return read.full(argument) if is_node else argument


def _write(act: Act, effect: Write, read: Reading) -> None:
    value = read(effect.value)
    if effect.row >= 0:
        _write_row(act, effect, value)
        return
    target = effect.target
    entity = read(target.entity)
    if target.table == "tie":
        person = read(target.person)
        if effect.operator == "set":
            act.put_tie(target.column, value, entity, person)
        else:
            act.add_tie(target.column, value if effect.operator == "add" else -value, entity, person)
    elif effect.operator == "set":
        act.put(target.table, target.column, value, entity)
    else:
        act.add(target.table, target.column, value if effect.operator == "add" else -value, entity)


def _write_row(act: Act, effect: Write, value: Floats | float) -> None:
    """A write to one fixed row: most effects are."""
    if effect.row == NIL:
        return
    numbers = act.world.numbers[effect.row]
    old = numbers[act.worlds]
    new = value if effect.operator == "set" else old + value if effect.operator == "add" else old - value
    new = np.minimum(np.maximum(new, effect.low), effect.high)
    if act.world.ledger is not None:
        act.world.ledger.note(int(act.world.date[0]), act.label, np.full(act.n, effect.row), new - old)
    numbers[act.worlds] = new
