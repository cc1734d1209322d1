"""Effects as data: `x += e` and words; applying them to many worlds at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.script.act import Act
from game.script.evaluate import Evaluator
from game.script.graph import Graph
from game.script.word import Word
from game.world.schema import NIL


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


def apply(act: Act, effects: Sequence[Effect], graph: Graph) -> None:
    """Apply effects in order; each sees what the ones before it did."""
    for effect in effects:
        evaluate = Evaluator(graph, act.world, act.worlds, act.scope)
        if isinstance(effect, Write):
            _write(act, effect, evaluate)
        else:
            pairs = zip(effect.arguments, effect.nodes, strict=True)
            effect.word.run(act, *(_argument(evaluate, argument, is_node) for argument, is_node in pairs))


def _argument(evaluate: Evaluator, argument: int | Target, is_node: bool) -> object:
    """A value [n] of a node, a column as (table, column, entities [n]), or a code as it is."""
    if isinstance(argument, Target):
        return argument.table, argument.column, evaluate.full(argument.entity)
    return evaluate.full(argument).astype(np.float64) if is_node else argument


def _write(act: Act, effect: Write, evaluate: Evaluator) -> None:
    if effect.row >= 0:
        _write_row(act, effect, evaluate(effect.value))
        return
    target, value = effect.target, evaluate.full(effect.value).astype(np.float64)
    entity = evaluate.full(target.entity)
    if target.table == "tie":
        person = evaluate.full(target.person)
        if effect.operator != "set":
            value = act.tie(target.column, entity, person) + (value if effect.operator == "add" else -value)
        act.put_tie(target.column, value, entity, person)
    elif effect.operator == "set":
        act.put(target.table, target.column, value, entity)
    else:
        act.add(target.table, target.column, value if effect.operator == "add" else -value, entity)


def _write_row(act: Act, effect: Write, value: NDArray[np.generic]) -> None:
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
