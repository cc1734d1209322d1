"""Expressions and effects for tests, in the vocabulary of the bare game."""

from __future__ import annotations

import numpy as np
import pytest

from game.core import chance
from game.rulebook.book import Rulebook
from game.rulebook.expressions import PERSON
from game.rulebook.start import Start, begin
from game.script.act import Act
from game.script.compile import Compiler
from game.script.effects import apply
from game.script.evaluate import Evaluator
from game.script.grammar import ScriptError
from game.script.graph import Type
from game.script.names import Scope, entity_type
from game.script.statement import compile_effect
from game.world.state import World
from tests.rulebook.builders import bare_book

SHAPES = {"me": PERSON, "this": PERSON, "man": PERSON, "organ_": entity_type("organ")}


def scope(*names: str, seat: bool = False) -> Scope:
    """A scope in which these names stand for entities."""
    graph = bare_book().graph
    return Scope(seat, {n: (graph.add(("scope", n, SHAPES[n].of), SHAPES[n]), SHAPES[n]) for n in names})


def node(text: str, within: Scope | None = None, want: Type | None = None) -> int:
    """The node of an expression."""
    return Compiler(bare_book().vocabulary, within or Scope()).root(text, want)


def fault(text: str, within: Scope | None = None, want: Type | None = None) -> ScriptError:
    """What is wrong with an expression."""
    with pytest.raises(ScriptError) as caught:
        node(text, within, want)
    return caught.value


def effect_fault(text: str, within: Scope | None = None) -> ScriptError:
    """What is wrong with an effect."""
    with pytest.raises(ScriptError) as caught:
        compile_effect(text, bare_book().vocabulary, within or Scope(), bare_book().words)
    return caught.value


def writes(text: str, within: Scope | None = None) -> set[str]:
    """The columns that an effect may write."""
    return compile_effect(text, bare_book().vocabulary, within or Scope(), bare_book().words)[1]


def worlds(width: int = 1, seed: int = 5, of: Rulebook | None = None) -> World:
    """Worlds on the first morning."""
    return begin(of or bare_book(), range(seed, seed + width), Start(policy="historical"))


def put(world: World, cell: str, value: object) -> None:
    """Set `table.entity.column`."""
    table, entity, column = cell.split(".")
    world.numbers[world.schema.row(table, entity, column)] = value


def got(world: World, cell: str) -> float:
    """`table.entity.column` in the first world."""
    table, entity, column = cell.split(".")
    return float(world.numbers[world.schema.row(table, entity, column), 0])


def person(name: str) -> np.ndarray:
    """[1] the reference to a person."""
    return np.array([bare_book().schema.index["person"][name] + 1.0])


def value(text: str, world: World, within: Scope | None = None, **names: np.ndarray) -> float:
    """An expression in the first world; names: references."""
    evaluate = Evaluator(bare_book().graph, world, np.zeros(1, np.int64), names)
    return float(evaluate.full(node(text, within))[0])


def act_on(world: World, **names: np.ndarray) -> Act:
    """An act on all worlds of a block."""
    base = chance.turn_base(world.seed, world.date.astype(np.int64))
    return Act(world, bare_book().reference, np.arange(world.width), base, "trial", names)


def do(world: World, *effects: str, within: Scope | None = None, **names: np.ndarray) -> None:
    """Apply effects in order."""
    book = bare_book()
    made = [compile_effect(text, book.vocabulary, within or Scope(), book.words)[0] for text in effects]
    apply(act_on(world, **names), made, book.graph)
