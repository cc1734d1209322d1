"""Effects: `x += e` and words, compiled to data and applied to many worlds at once."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.content.problem import did_you_mean
from game.script import grammar
from game.script.act import Act
from game.script.compile import Compiler
from game.script.evaluate import Evaluator
from game.script.grammar import ScriptError
from game.script.graph import Graph, Type
from game.script.names import NUMBER, Scope, Vocabulary, entity_type
from game.script.word import Parameter, Word
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
    """`target operator value`. row: the arena row, where the target is always the same, else -1; low, high its range."""

    target: Target
    operator: str
    value: int
    text: str
    row: int = -1
    low: float = 0.0
    high: float = 0.0


@dataclass(frozen=True, slots=True)
class Say:
    """A word with its arguments: node numbers for values, Python values for what is resolved at compile time."""

    word: Word
    arguments: tuple[Any, ...]
    nodes: tuple[bool, ...]
    text: str


Effect = Write | Say


def compile_effect(text: str, vocabulary: Vocabulary, scope: Scope, words: Mapping[str, Word]) -> tuple[Effect, set[str]]:
    """An effect and the columns `table.column` that it may write. ScriptError where it is wrong."""
    statement = grammar.statement(text)
    if statement.operator == "call":
        assert isinstance(statement.value, ast.Call)
        return _call(statement.value, text, vocabulary, scope, words)
    assert statement.target is not None
    compiler = Compiler(vocabulary, scope)
    target, kind = _target(compiler, statement.target)
    value = compiler.fit(compiler.build(statement.value, kind), kind, statement.value.col_offset)
    if statement.operator != "set" and kind.kind not in ("number", "date"):
        raise ScriptError(f"a {kind} can only be set with =", "", statement.target.col_offset)
    written = f"{target.table}.{target.column}"
    fixed = compiler.graph.constant(target.entity)
    if target.table == "tie" or fixed is None:
        return Write(target, statement.operator, value, text), {written}
    place = vocabulary.schema.places[target.table, target.column]
    row = place.row + int(fixed) - 1 if 1 <= fixed <= place.count else 0
    return Write(target, statement.operator, value, text, row, place.column.low, place.column.high), {written}


def _target(compiler: Compiler, tree: ast.expr) -> tuple[Target, Type]:
    compiler.raw = True
    node = compiler.build(tree)
    compiler.raw = False
    table, column, entity = compiler.last
    if not table or compiler.graph.nodes[node][0] not in ("row", "cell", "tie"):
        raise ScriptError("only a column can be changed", "for example: power.ussr.legitimacy -= 3", tree.col_offset)
    schema = compiler.schema
    spec = schema.tie_columns[column] if table == "tie" else schema.places[table, column].column
    if spec.by == "system" or "." in column:
        raise ScriptError(f"{table}.{column} is changed by the game itself", "use a word that changes it", tree.col_offset)
    if table == "tie":
        return Target(table, column, entity, compiler.last_person), compiler.graph.types[node]
    return Target(table, column, entity), compiler.graph.types[node]


def _call(
    tree: ast.Call, text: str, vocabulary: Vocabulary, scope: Scope, words: Mapping[str, Word]
) -> tuple[Effect, set[str]]:
    name = tree.func.id if isinstance(tree.func, ast.Name) else ""
    if name not in words:
        raise ScriptError(f"there is no word {name or '?'}", did_you_mean(name, words), tree.col_offset)
    word = words[name]
    least = sum(not p.optional for p in word.parameters)
    if not least <= len(tree.args) <= len(word.parameters) or tree.keywords:
        raise ScriptError(f"{name} takes {least} to {len(word.parameters)} arguments", word.example, tree.col_offset)
    compiler = Compiler(vocabulary, scope)
    arguments, nodes, written = [], [], set(word.writes)
    for parameter, arg in zip(word.parameters, tree.args, strict=False):
        value, is_node = _argument(compiler, parameter, arg)
        if isinstance(value, Target):
            written.add(f"{value.table}.{value.column}")
        arguments.append(value)
        nodes.append(is_node)
    for _ in word.parameters[len(tree.args) :]:
        arguments.append(compiler.const(0.0))
        nodes.append(True)
    return Say(word, tuple(arguments), tuple(nodes), text), written


def _argument(compiler: Compiler, parameter: Parameter, tree: ast.expr) -> tuple[object, bool]:
    words = compiler.words
    known: Mapping[str, Mapping[str, int]] = {"event": words.events, "signal": words.signals, "text": words.texts}
    if parameter.type in known:
        name = ".".join(grammar.chain(tree) or ["?"])
        choices = known[parameter.type]
        if parameter.type == "text" and name.startswith("text."):
            name = name[5:]
        if name not in choices:
            raise ScriptError(f"there is no {parameter.type} {name}", did_you_mean(name, choices), tree.col_offset)
        return choices[name], False
    if parameter.type == "column":
        target, _ = _target_timed(compiler, tree)
        return target, False
    if parameter.type == "entity":
        return compiler.build(tree), True
    kind = NUMBER if parameter.type == "number" else entity_type(parameter.type)
    return compiler.fit(compiler.build(tree, kind), kind, tree.col_offset), True


def _target_timed(compiler: Compiler, tree: ast.expr) -> tuple[Target, Type]:
    target, kind = _target(compiler, tree)
    if target.table == "tie" or not compiler.schema.places[target.table, target.column].column.timed:
        raise ScriptError(f"{target.table}.{target.column} takes no timed modifier", "change it with +=", tree.col_offset)
    return target, kind


def apply(act: Act, effects: Sequence[Effect], graph: Graph) -> None:
    """Apply effects in order; each sees what the ones before it did."""
    for effect in effects:
        evaluate = Evaluator(graph, act.world, act.worlds, act.scope)
        if isinstance(effect, Write):
            _write(act, effect, evaluate)
        else:
            arguments = [
                (_resolve(a, evaluate) if isinstance(a, Target) else evaluate.full(int(a)).astype(np.float64))
                if is_node or isinstance(a, Target) else a
                for a, is_node in zip(effect.arguments, effect.nodes, strict=True)
            ]  # fmt: skip
            effect.word.run(act, *arguments)


def _resolve(target: Target, evaluate: Evaluator) -> tuple[str, str, object]:
    """A column argument as (table, column, entities [n])."""
    return target.table, target.column, evaluate.full(target.entity)


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


__all__ = ["Effect", "Say", "Scope", "Target", "Write", "apply", "compile_effect"]
