"""Compiling effects: `x += e` to a Write, a word to a Say; what each may write, and what it may not."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from game.content.problem import did_you_mean
from game.script import grammar
from game.script.compile import Compiler
from game.script.effects import Effect, Say, Target, Write
from game.script.fit import common_unit
from game.script.grammar import ReportedError, ScriptError
from game.script.graph import Type
from game.script.names import Scope, Vocabulary, entity_type
from game.script.word import Parameter, Word
from game.world.schema import NIL, Schema


def compile_effect(
    text: str, vocabulary: Vocabulary, scope: Scope, words: Mapping[str, Word]
) -> tuple[Effect, set[str]]:
    """An effect and the columns `table.column` that it may write. ScriptError where it is wrong."""
    statement = grammar.statement(text)
    if statement.target is not None:
        return _write(statement, statement.target, text, vocabulary, scope)
    assert isinstance(statement.value, ast.Call)
    return _say(statement.value, text, vocabulary, scope, words)


# writes ---------------------------------------------------------------------------------------------------------------


def _write(
    statement: grammar.Statement, tree: ast.expr, text: str, vocabulary: Vocabulary, scope: Scope
) -> tuple[Write, set[str]]:
    target, kind = _target(vocabulary, scope, tree)
    if statement.operator != "set" and kind.kind not in ("number", "date"):
        raise ScriptError(f"a {kind} can only be set with =", "write = instead", tree.col_offset)
    steps = statement.operator != "set" and kind.kind == "date"
    want = Type("number", unit="days") if steps else kind
    compiler, at = Compiler(vocabulary, scope), statement.value.col_offset
    value = compiler.of_tree(statement.value, want)
    if want.kind == "number":
        common_unit(want, vocabulary.graph.types[value], at)
    row, low, high = _fixed_row(vocabulary, target, kind)
    return Write(target, statement.operator, value, text, row, low, high), {f"{target.table}.{target.column}"}


def _fixed_row(vocabulary: Vocabulary, target: Target, kind: Type) -> tuple[int, float, float]:
    """The arena row that is always meant and its range; -1 where the world decides which it is."""
    fixed = vocabulary.graph.constant(target.entity)
    if target.table == "tie" or fixed is None:
        return -1, 0.0, 0.0
    place = vocabulary.schema.places[target.table, target.column]
    row = place.row + int(fixed) - 1 if 1 <= fixed <= place.count else NIL
    if kind.kind == "number":
        return row, kind.low, kind.high
    return row, place.column.low, place.column.high


def _target(vocabulary: Vocabulary, scope: Scope, tree: ast.expr) -> tuple[Target, Type]:
    """The cell that an effect changes, and its type. ScriptError unless rules may write to it."""
    node = Compiler(vocabulary, Scope(names=scope.names, barred=scope.barred), stored=True).build(tree)
    target = _cell_of(vocabulary, node)
    if target is None:
        raise ScriptError("only a column can be changed", "for example: power.ussr.legitimacy -= 3", tree.col_offset)
    schema = vocabulary.schema
    spec = (
        schema.tie_columns[target.column]
        if target.table == "tie"
        else schema.places[target.table, target.column].column
    )
    if spec.by == "system" or "." in target.column:
        message = f"{target.table}.{target.column} is changed by the game itself"
        raise ScriptError(message, "use a word that changes it", tree.col_offset)
    return target, vocabulary.graph.types[node]


def _cell_of(vocabulary: Vocabulary, node: int) -> Target | None:
    """The cell that a node reads, or None if it reads none."""
    what = vocabulary.graph.nodes[node]
    if what[0] == "tie":
        return Target("tie", str(what[1]), int(what[2]), int(what[3]))
    if what[0] == "cell":
        return Target(str(what[1]), str(what[2]), int(what[3]))
    if what[0] == "row":
        table, column, entity = _cell_at(vocabulary.schema, int(what[1]))
        kind = entity_type("person" if table == "plot" else table)
        return Target(table, column, Compiler(vocabulary, Scope()).constant(float(entity), kind))
    return None


def _cell_at(schema: Schema, row: int) -> tuple[str, str, int]:
    """Table, column and entity (row plus one) of a row of the arena."""
    for (table, column), place in schema.places.items():
        if place.row <= row < place.row + place.count:
            return table, column, row - place.row + 1
    raise IndexError(f"the arena has no row {row}")


# words ----------------------------------------------------------------------------------------------------------------


def _say(
    tree: ast.Call, text: str, vocabulary: Vocabulary, scope: Scope, words: Mapping[str, Word]
) -> tuple[Say, set[str]]:
    name = tree.func.id if isinstance(tree.func, ast.Name) else ""
    if name not in words:
        hint = did_you_mean(name, words, "see `main.py mods docs` for the words")
        raise ScriptError(f"there is no word {name or '?'}", hint, tree.col_offset)
    word = words[name]
    least, most = sum(not p.optional for p in word.parameters), len(word.parameters)
    if not least <= len(tree.args) <= most:
        number = str(least) if least == most else f"{least} to {most}"
        message = f"{name} takes {number} arguments, not {len(tree.args)}"
        raise ScriptError(message, f"for example: {word.example}", tree.col_offset)
    arguments = _arguments(tree, word, vocabulary, scope)
    written = {f"{value.table}.{value.column}" for value, _ in arguments if isinstance(value, Target)}
    return Say(word, tuple(a for a, _ in arguments), tuple(n for _, n in arguments), text), written | set(word.writes)


def _arguments(tree: ast.Call, word: Word, vocabulary: Vocabulary, scope: Scope) -> list[tuple[int | Target, bool]]:
    """Each argument, and whether it is a node; one left out is 0. What an `entity` is, the name before it says."""
    compiler, about = Compiler(vocabulary, scope), ""
    out: list[tuple[int | Target, bool]] = []
    for parameter, arg in zip(word.parameters, tree.args, strict=False):
        if parameter.type in ("event", "signal", "text"):
            name, code = _named(vocabulary, parameter.type, arg)
            tables = {"event": vocabulary.event_tables, "signal": vocabulary.signal_tables}.get(parameter.type, {})
            about = tables.get(name, "")
            out.append((code, False))
        elif parameter.type == "column":
            out.append((_timed(vocabulary, scope, arg), False))
        else:
            kind = _of_whom(about, parameter, arg) if parameter.type == "entity" else entity_type(parameter.type)
            out.append((compiler.of_tree(arg, kind), True))
            if parameter.name == "delta" and isinstance(out[0][0], Target):
                _check_unit(vocabulary, out[0][0], out[-1][0], arg)
    return out + [(compiler.constant(0.0), True)] * (len(word.parameters) - len(tree.args))


def _of_whom(about: str, parameter: Parameter, tree: ast.expr) -> Type:
    if not about:
        raise ScriptError(
            "nothing stands behind this name: it has no entity", f"leave {parameter.name} out", tree.col_offset
        )
    return entity_type(about)


def _named(vocabulary: Vocabulary, kind: str, tree: ast.expr) -> tuple[str, int]:
    """An event, signal or text by its id, and its code."""
    known = {"event": vocabulary.events, "signal": vocabulary.signals, "text": vocabulary.texts}[kind]
    name = ".".join(grammar.chain(tree) or ["?"])
    if kind == "text":
        name = name.removeprefix("text.")
    if name in vocabulary.faulty and name not in known:
        raise ReportedError(f"{name} has faults of its own")
    if name not in known:
        hint = did_you_mean(name, known, f"define it with [[{kind}]]")
        raise ScriptError(f"there is no {kind} {name}", hint, tree.col_offset)
    return name, known[name]


def _timed(vocabulary: Vocabulary, scope: Scope, tree: ast.expr) -> Target:
    target, _ = _target(vocabulary, scope, tree)
    if target.table == "tie" or not vocabulary.schema.places[target.table, target.column].column.timed:
        message = f"{target.table}.{target.column} takes no timed modifier"
        raise ScriptError(message, "change it with += or -=", tree.col_offset)
    return target


def _check_unit(vocabulary: Vocabulary, target: Target, delta: int | Target, tree: ast.expr) -> None:
    assert isinstance(delta, int)
    unit = vocabulary.schema.places[target.table, target.column].column.unit
    common_unit(Type("number", unit=unit), vocabulary.graph.types[delta], tree.col_offset)


__all__ = ["compile_effect"]
