"""Dotted names to nodes: what a name may stand for here, in which order the readings are tried, and near misses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

from game.content.problem import did_you_mean, one_of
from game.script import later
from game.script.cells import Cells
from game.script.fit import constant
from game.script.grammar import ReportedError, ScriptError
from game.script.graph import Type
from game.script.names import BOOL, Scope, Vocabulary, entity_type


class Lookup:
    """Finds names within one scope."""

    def __init__(self, vocabulary: Vocabulary, scope: Scope, cells: Cells) -> None:
        self.words, self.scope, self.cells = vocabulary, scope, cells
        self.graph, self.schema = vocabulary.graph, vocabulary.schema

    def name(self, names: list[str], want: Type | None, at: int) -> int:
        """The node of a dotted name; `want` fixes the table or enum of a bare id."""
        for reading in (self._value, self._local, self._column, self._of_table):
            node = reading(names, want, at)
            if node is not None:
                return node
        if names[0] in later.TABLES:
            raise ScriptError(f"{'.'.join(names)} comes with a later part of the game", later.REMEDY, at)
        return self._bare_id(names, want, at)

    def is_open(self, name: str) -> bool:
        """A bare id, which needs the other side of a comparison to fix its table."""
        each = self.scope.each and (self.scope.each, name) in self.schema.places
        return not (name in self.scope.names or each or name in self.schema.bare or name in ("each", "true", "false"))

    # readings: a node, or None where the name is not of that sort ----------------------------------------------------

    def _value(self, names: list[str], want: Type | None, at: int) -> int | None:
        """true, false, nobody, or a value of the wanted enum."""
        name = names[0]
        if name == "nobody":
            nobody = constant(self.graph, 0.0, Type("entity", of=want.of if want and want.kind == "entity" else ""))
            return self.cells.through(nobody, names[1:], at)
        if len(names) > 1:
            return None
        if name in ("true", "false"):
            return constant(self.graph, float(name == "true"), BOOL)
        if want and want.kind == "enum" and name in self.words.enums[want.of]:
            local = self.scope.names.get(name)
            if local is None or local[1].of != want.of:
                return constant(self.graph, float(self.words.enums[want.of].index(name)), want)
        return None

    def _local(self, names: list[str], want: Type | None, at: int) -> int | None:
        """`each`, `me`, `this`, an argument, or a column of the row in question; perhaps read on."""
        name, rest = names[0], names[1:]
        if name in self.scope.barred:
            raise _moved(self.scope.barred[name], at)
        if name == "each" and self.scope.each:
            kind = entity_type("person" if self.scope.each == "plot" else self.scope.each)
            return self.cells.through(self.graph.add(("each",), kind), rest, at)
        if name in self.scope.names:
            return self.cells.through(self._given(name, at), rest, at)
        if self.scope.each and (self.scope.each, name) in self.schema.places:
            return self.cells.of_each(names, at)
        return None

    def _given(self, name: str, at: int) -> int:
        """The node of a name of the scope; one that stands for many rows at once has no meaning inside an aggregate."""
        node = self.scope.names[name][0]
        if self.scope.each and self.graph.inside[node]:
            hint = "move it to the `when` of the decision or of an event, or count with an event and a flag"
            raise ScriptError(f"{name} cannot be used inside an aggregate here: all its values are weighed", hint, at)
        return node

    def _column(self, names: list[str], want: Type | None, at: int) -> int | None:
        """A constant, a tie, or a column that needs no table."""
        name, rest = names[0], names[1:]
        if name == "constant":
            return self._constant(".".join(rest), at)
        if name == "tie":
            return self._tie(rest, at)
        if name in self.schema.bare:
            return self.cells.of_one_row(self.schema.bare[name], names, at)
        return None

    def _of_table(self, names: list[str], want: Type | None, at: int) -> int | None:
        """`table.entity`, `table.entity.column...`, or `table.column` of a table of one row."""
        table, rest = names[0], names[1:]
        if table not in self.schema.tables:
            return None
        if not rest:
            first = next(iter(self.schema.entities[table]), "ID")
            raise ScriptError(f"{table} needs an entity", f"for example {table}.{first}", at)
        if self.schema.tables[table].single:
            return self.cells.of_one_row(table, rest, at)
        if table == "plot" and ("plot", rest[0]) in self.schema.places:
            return self.cells.cell("plot", rest, self._deciding_seat(at), at)
        return self._of_entity(table, rest[0], rest[1:], at)

    def _deciding_seat(self, at: int) -> int:
        if "me" in self.scope.barred:
            raise _moved(self.scope.barred["me"], at)
        if "me" not in self.scope.names:
            raise ScriptError("a bare plot.x needs a deciding seat", "write plot.PERSON.x", at)
        return self._given("me", at)

    def _of_entity(self, table: str, name: str, rest: list[str], at: int) -> int:
        """An entity of a table by its id, or by a name that stands for one; perhaps a column of it."""
        whose = "person" if table == "plot" else table
        if name in self.scope.names and self.scope.names[name][1].of == whose:
            node = self._given(name, at)
        elif name == "each" and self.scope.each == whose:
            node = self.graph.add(("each",), entity_type(whose))
        elif name in self.schema.index[table]:
            node = constant(self.graph, self.schema.index[table][name] + 1.0, entity_type(whose))
        else:
            self._unknown(f"there is no {table} {name}", name, self.schema.index[table], at)
        if not rest and (table, "value") in self.schema.places:
            rest = ["value"]
        if table == "plot" and rest:
            return self.cells.cell("plot", rest, node, at)
        return self.cells.through(node, rest, at)

    def _bare_id(self, names: list[str], want: Type | None, at: int) -> int:
        """An id whose table the other side fixes."""
        name, alone = names[0], len(names) == 1
        if alone and want and want.kind == "enum":
            values = self.words.enums[want.of]
            self._unknown(f"{name} is not a {want.of}", name, values, at, one_of(values))
        if alone and want and want.kind == "entity" and want.of:
            if name in self.schema.index[want.of]:
                return constant(self.graph, self.schema.index[want.of][name] + 1.0, want)
            self._unknown(f"there is no {want.of} {name}", name, self.schema.index[want.of], at)
        return self._ambiguous(name, at)

    def _ambiguous(self, name: str, at: int) -> NoReturn:
        """Refuse a bare id that nothing fixes, with what it may mean."""
        readings = [f"{t}.{name}" for t, ids in self.schema.index.items() if name in ids and t not in ("plot", name)]
        readings += [f"{enum} {name}" for enum, values in self.words.enums.items() if name in values]
        if readings:
            message = f"{name} may be read as " + " or ".join(readings[:4])
            raise ScriptError(message, "write the table before it", at)
        known = [*self.schema.tables, *self.schema.bare, *self.scope.names, *self.words.formulas]
        self._unknown(f"unknown name {name}", name, known, at, "write table.entity.column, or see `main.py mods docs`")

    # parts -----------------------------------------------------------------------------------------------------------

    def _constant(self, name: str, at: int) -> int:
        known = {other.replace(".", "_"): value for other, value in self.words.constants.items()}
        value = known.get(name.replace(".", "_"))
        if value is None:
            self._unknown(f"there is no constant {name or '?'}", name, known, at, "write constant.ID")
        return constant(self.graph, value)

    def _tie(self, rest: list[str], at: int) -> int:
        if len(rest) != 3:
            raise ScriptError("a tie is written tie.SEAT.PERSON.column", "for example tie.me.man.debt", at)
        return self.cells.tie(rest[2], self._tie_end(rest[0], at), self._tie_end(rest[1], at), at)

    def _tie_end(self, name: str, at: int) -> int:
        """A person by his id, or by a name or column that stands for one."""
        names, person = ["each"] if name == "each" else [name], entity_type("person")
        node = self._local(names, person, at)
        if node is None and name in self.schema.bare:
            node = self.cells.of_one_row(self.schema.bare[name], names, at)
        if node is not None:
            kind = self.graph.types[node]
            if kind.kind != "entity" or kind.of != "person":
                raise ScriptError(f"{name} is a {kind}, a person is wanted", "ties are between persons", at)
            return node
        if name not in self.schema.index["person"]:
            self._unknown(f"there is no person {name}", name, [*self.schema.index["person"], *self.scope.names], at)
        return constant(self.graph, self.schema.index["person"][name] + 1.0, person)

    def _unknown(self, message: str, name: str, known: Iterable[str], at: int, otherwise: str = "") -> NoReturn:
        """Refuse a name that nothing defines; in silence where its definition has a fault of its own."""
        if name in self.words.faulty:
            raise ReportedError(message)
        raise ScriptError(message, did_you_mean(name, known, otherwise or "see `main.py mods docs` for the names"), at)


def _moved(error: ScriptError, at: int) -> ScriptError:
    """The same error at the place where it is met."""
    return type(error)(error.message, error.hint, at)
