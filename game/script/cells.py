"""Columns of tables to nodes: what may be read here, whether as the truth or as reported, and what is laid over it."""

from __future__ import annotations

from game.content.problem import did_you_mean
from game.script import later
from game.script.fit import constant
from game.script.grammar import ScriptError
from game.script.graph import Type
from game.script.names import Scope, Vocabulary, column_type, entity_type
from game.world.columns import Column
from game.world.schema import LAID_OVER, REPORT_PARTS


class Cells:
    """Reads columns within one scope. stored: as they are kept, without timed modifiers (what an effect writes to)."""

    def __init__(self, vocabulary: Vocabulary, scope: Scope, stored: bool = False) -> None:
        self.words, self.scope, self.stored = vocabulary, scope, stored
        self.graph, self.schema = vocabulary.graph, vocabulary.schema

    def through(self, node: int, rest: list[str], at: int) -> int:
        """`rest` read through a reference: `man.post.holder`; the node itself where nothing is left to read."""
        if not rest:
            return node
        kind = self.graph.types[node]
        if kind.kind != "entity" or not kind.of:
            raise ScriptError(f"a {kind} has no columns", f"remove .{rest[0]}", at)
        if kind.of == "person" and rest[0] == "plot" and len(rest) > 1:
            return self.cell("plot", rest[1:], node, at)
        return self.cell(kind.of, rest, node, at)

    def cell(self, table: str, names: list[str], entity: int, at: int) -> int:
        """`names`: a column of one entity (a node), perhaps `.reported`, and what is read on through it."""
        column, rest = self._column(table, names, at, entity)
        column = self._readable(table, column, at, entity)
        return self.through(self._with_modifiers(table, column, entity), rest, at)

    def of_one_row(self, table: str, names: list[str], at: int) -> int:
        """A column of a table of one row."""
        return self.cell(table, names, constant(self.graph, 1.0, entity_type(table)), at)

    def of_each(self, names: list[str], at: int) -> int:
        """A column of the row that an aggregate looks at."""
        table = self.scope.each
        column, rest = self._column(table, names, at, -1)
        column = self._readable(table, column, at, -1)
        return self.through(self._with_modifiers(table, column, -1), rest, at)

    def tie(self, column: str, seat: int, person: int, at: int) -> int:
        """`tie.SEAT.PERSON.column`."""
        spec = self.schema.tie_columns.get(column)
        if spec is None:
            raise ScriptError(f"tie has no column {column}", did_you_mean(column, self.schema.tie_columns), at)
        if self.scope.seat and spec.sight == "hidden":
            raise ScriptError(f"tie.{column} is hidden from the seat that decides", "a talk shows tie.me.man.told", at)
        if self.scope.seat and spec.sight == "own" and not self._is_me(seat):
            raise ScriptError(f"tie.{column} of another seat is not known", "the first axis must be me", at)
        return self.graph.add(("tie", column, seat, person), column_type(spec))

    def _column(self, table: str, names: list[str], at: int, entity: int) -> tuple[str, list[str]]:
        """The full name of a column, a part of its report perhaps, and the names behind it."""
        column, rest = names[0], names[1:]
        if (table, column) not in self.schema.places:
            if later.comes_later(table, column):
                whose = self._whose(table, entity)
                raise ScriptError(f"{whose}.{column} comes with a later part of the game", later.REMEDY, at)
            known = [c for t, c in self.schema.places if t == table and "." not in c]
            raise ScriptError(f"{table} has no column {column}", did_you_mean(column, known), at)
        if not rest or rest[0] not in REPORT_PARTS:
            return column, rest
        if (table, f"{column}.{rest[0]}") not in self.schema.places:
            raise ScriptError(f"{table}.{column} has no report", f"remove .{rest[0]}", at)
        return f"{column}.{rest[0]}", rest[1:]

    def _whose(self, table: str, entity: int) -> str:
        """The table, with the entity where it is always the same."""
        fixed = self.graph.constant(entity) if entity >= 0 else None
        return f"{table}.{self._id_of(table, fixed)}" if fixed else table

    def _readable(self, table: str, column: str, at: int, entity: int) -> str:
        """The column a reader gets: the report where a seat reads, an error where it may not know."""
        spec = self.schema.places[table, column].column
        if not self.scope.seat or "." in column:
            return column
        if spec.sight == "reported":
            return f"{column}.reported"
        if spec.sight == "own" and not (table in ("person", "plot") and self._is_me(entity)):
            message = f"{table}.{column} of another is not known to the seat that decides"
            raise ScriptError(message, "it may read its own: me", at)
        if spec.sight in ("hidden", "security"):
            message = f"{table}.{column} is hidden from the seat that decides"
            raise ScriptError(message, "use what it can know: a report, a talk, a sign", at)
        return column

    def _is_me(self, entity: int) -> bool:
        return "me" in self.scope.names and entity == self.scope.names["me"][0]

    def _with_modifiers(self, table: str, column: str, entity: int) -> int:
        """The cell, base plus timed modifiers within its range where it takes any. entity: -1 = each row."""
        spec, kind = self.schema.places[table, column].column, self._type(table, column, entity)
        node = self._plain(table, column, entity, kind)
        if not spec.timed or "." in column or self.stored:
            return node
        total = self.graph.add(("add", node, self._plain(table, f"{column}.{LAID_OVER}", entity, kind)), kind)
        above = self.graph.add(("max", total, constant(self.graph, spec.low)), kind)
        return self.graph.add(("min", above, constant(self.graph, spec.high)), kind)

    def _plain(self, table: str, column: str, entity: int, kind: Type) -> int:
        """The stored number: a fixed row of the arena where the entity is known, else one looked up in each world."""
        if entity < 0:
            return self.graph.add(("col", table, column), kind)
        place, fixed = self.schema.places[table, column], self.graph.constant(entity)
        if fixed is None:
            return self.graph.add(("cell", table, column, entity), kind)
        if 1 <= fixed <= place.count:
            return self.graph.add(("row", place.row + int(fixed) - 1), kind)
        if table == "person" and place.column.extent == "all" and fixed > place.count:
            return constant(self.graph, 0.0, kind)  # a person of another time: known, but not in play here
        whose = self._id_of(table, fixed) if fixed else "nobody"
        raise ScriptError(f"{table}.{whose} has no {column}", "only persons of the room have it", 0)

    def _type(self, table: str, column: str, entity: int) -> Type:
        spec: Column = self.schema.places[table, column].column
        if column.endswith(".reported_on"):
            return Type("date", unit="date")
        if column.endswith(".reported_by"):
            return entity_type("person")
        fixed = self.graph.constant(entity) if entity >= 0 else None
        if fixed:
            return self.words.kinds.get((table, self._id_of(table, fixed))) or column_type(spec)
        return column_type(spec)

    def _id_of(self, table: str, entity: float) -> str:
        """The id of an entity of a table; a plot is known by its man, who may have none."""
        return self.schema.entities["person" if table == "plot" else table][int(entity) - 1]
