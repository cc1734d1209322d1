"""Trees to typed nodes of the graph. Every mistake is a ScriptError with its place and, where there is one, a hint."""

from __future__ import annotations

import ast
import datetime
from typing import cast

from game.content.problem import did_you_mean, one_of
from game.script import grammar
from game.script.grammar import ScriptError
from game.script.graph import Graph, Type
from game.script.names import BOOL, NUMBER, Scope, Vocabulary, column_type, entity_type
from game.world.columns import Column
from game.world.schema import LAID_OVER

NODES = 64
AGGREGATES = ("any", "all", "count", "sum", "avg", "pick")
FUNCTIONS = {"min": 2, "max": 2, "abs": 1, "clamp": 3, "if_": 3, "holds": 2, "head": 1}
EPOCH = datetime.date(1900, 1, 1)


class Compiler:
    """Compiles one expression. `scope.reads` afterwards names the columns it touches."""

    def __init__(self, vocabulary: Vocabulary, scope: Scope) -> None:
        self.words, self.scope, self.graph = vocabulary, scope, vocabulary.graph
        self.schema = vocabulary.schema
        self.last: tuple[str, str, int] = ("", "", -1)
        """Table, column and entity node of the cell compiled last: what an effect writes to."""
        self.last_person = -1
        self.raw = False

    # roots ------------------------------------------------------------------------------------------------------

    def root(self, text: str, want: Type | None = None) -> int:
        """The node of an expression; `want` is the type it must have."""
        node = self.build(grammar.expression(text), want)
        if self.scope.depth == 0 and len(self.graph.reach([node])) > NODES:
            raise ScriptError(f"the expression makes more than {NODES} steps", "move a part into an event of its own")
        return self.fit(node, want, 0)

    def condition(self, text: str) -> int:
        """The node of a yes/no expression."""
        return self.truth(self.build(grammar.expression(text), BOOL), 0)

    def fit(self, node: int, want: Type | None, at: int) -> int:
        """The node itself if it has the wanted type."""
        if want is None:
            return node
        have = self.graph.types[node]
        if want.kind == "bool":
            return self.truth(node, at)
        if have.kind == "bool" and want.kind == "number":
            return self.graph.add(("if", node, self.const(1.0), self.const(0.0)), NUMBER)
        same = have.kind == want.kind and (not want.of or have.of in (want.of, ""))
        if not same:
            raise ScriptError(f"this is a {have}, a {want} is wanted", "", at)
        return node

    def truth(self, node: int, at: int) -> int:
        """A condition out of a yes/no column."""
        kind, op = self.graph.types[node], self.graph.nodes[node][0]
        if kind.kind != "bool":
            raise ScriptError(f"this is a {kind}, a condition is wanted", "compare it with something", at)
        if op in ("row", "cell", "col", "scope", "if", "const"):
            return self.graph.add(("ne", node, self.const(0.0)), BOOL)
        return node

    def const(self, value: float, kind: Type | None = None) -> int:
        """A constant node."""
        base = kind or NUMBER
        return self.graph.add(("const", float(value)), Type(base.kind, base.of, base.unit, literal=float(value)))

    # trees ------------------------------------------------------------------------------------------------------

    def build(self, tree: ast.expr, want: Type | None = None) -> int:
        """The node of a tree. `want` fixes the table or enum of bare ids."""
        if isinstance(tree, ast.Constant):
            return self.literal(tree, want)
        if isinstance(tree, ast.BoolOp):
            return self.boolean(tree)
        if isinstance(tree, ast.UnaryOp):
            return self.unary(tree)
        if isinstance(tree, ast.BinOp):
            return self.arithmetic(tree)
        if isinstance(tree, ast.Compare):
            return self.compare(tree)
        if isinstance(tree, ast.Call):
            return self.call(tree, want)
        names = grammar.chain(tree)
        if names is None:
            raise ScriptError("this cannot be read as a name", "", tree.col_offset)
        return self.name(names, want, tree.col_offset)

    def literal(self, tree: ast.Constant, want: Type | None) -> int:
        if isinstance(tree.value, bool):
            return self.const(float(tree.value), BOOL)
        if isinstance(tree.value, str):
            try:
                day = datetime.date.fromisoformat(tree.value)
            except ValueError:
                raise ScriptError(f'"{tree.value}" is not a date', 'dates are written "1941-06-22"', tree.col_offset) from None
            return self.const(float((day - EPOCH).days), Type("date", unit="date"))
        return self.const(float(cast(float, tree.value)), NUMBER)

    def boolean(self, tree: ast.BoolOp) -> int:
        op = grammar.OPERATORS[type(tree.op)]
        parts = [self.truth(self.build(value, BOOL), value.col_offset) for value in tree.values]
        node = parts[0]
        for part in parts[1:]:
            node = self.graph.add((op, node, part), BOOL)
        return node

    def unary(self, tree: ast.UnaryOp) -> int:
        if isinstance(tree.op, ast.Not):
            return self.graph.add(("not", self.truth(self.build(tree.operand, BOOL), tree.col_offset)), BOOL)
        node = self.build(tree.operand)
        value = self.graph.constant(node)
        if value is not None:
            return self.const(-value, self.graph.types[node])
        return self.graph.add(("neg", self.fit(node, NUMBER, tree.col_offset)), self.graph.types[node])

    def arithmetic(self, tree: ast.BinOp) -> int:
        op = grammar.OPERATORS.get(type(tree.op))
        if op is None:
            raise ScriptError("this operator is not allowed", "use + - * /", tree.col_offset)
        a, b = self.build(tree.left), self.build(tree.right)
        ta, tb = self.graph.types[a], self.graph.types[b]
        if ta.kind == "date" or tb.kind == "date":
            return self.graph.add((op, a, b), self.date_arithmetic(op, ta, tb, tree.col_offset))
        a, b = self.fit(a, NUMBER, tree.col_offset), self.fit(b, NUMBER, tree.right.col_offset)
        unit = self.common_unit(ta, tb, tree.col_offset) if op in ("add", "sub") else None
        fixed = self.graph.constant(a), self.graph.constant(b)
        if fixed[0] is not None and fixed[1] is not None and (op != "div" or fixed[1]):
            return self.const(_fold(op, fixed[0], fixed[1]))
        return self.graph.add((op, a, b), Type("number", unit=unit))

    def date_arithmetic(self, op: str, a: Type, b: Type, at: int) -> Type:
        if op == "sub" and a.kind == b.kind == "date":
            return Type("number", unit="days")
        if op in ("add", "sub") and a.kind == "date" and b.kind == "number" and b.unit in (None, "days"):
            return Type("date", unit="date")
        raise ScriptError("from dates one may subtract dates or days", "date - withdrawn_on is a number of days", at)

    def common_unit(self, a: Type, b: Type, at: int) -> str | None:
        if a.unit is None or b.unit is None or a.unit == b.unit:
            return a.unit if a.unit is not None else b.unit
        raise ScriptError(f"{a.unit} and {b.unit} are different units", "compare like with like, or divide first", at)

    def compare(self, tree: ast.Compare) -> int:
        if len(tree.ops) != 1:
            raise ScriptError("one comparison at a time", "join two with `and`", tree.col_offset)
        op, right = grammar.OPERATORS[type(tree.ops[0])], tree.comparators[0]
        if self.is_open(tree.left) and not self.is_open(right):
            b = self.build(right)
            a = self.build(tree.left, self.graph.types[b])
        else:
            a = self.build(tree.left)
            b = self.build(right, self.graph.types[a])
        return self.compared(op, a, b, tree)

    def compared(self, op: str, a: int, b: int, tree: ast.Compare) -> int:
        ta, tb = self.graph.types[a], self.graph.types[b]
        kinds = {ta.kind, tb.kind}
        if kinds == {"bool"} and op in ("eq", "ne"):
            a, b = self.plain(a), self.plain(b)
        elif len(kinds) != 1 and kinds != {"bool", "number"}:
            raise ScriptError(f"a {ta} cannot be compared with a {tb}", "", tree.col_offset)
        elif ta.kind in ("entity", "enum"):
            if op not in ("eq", "ne"):
                raise ScriptError(f"a {ta} can be == or !=, not more or less", "", tree.col_offset)
            if ta.of and tb.of and ta.of != tb.of:
                raise ScriptError(f"a {ta} is never a {tb}", "", tree.col_offset)
        else:
            self.common_unit(ta, tb, tree.col_offset)
            self.possible(op, ta, tb, tree)
        return self.graph.add((op, a, b), BOOL)

    def plain(self, node: int) -> int:
        """A condition as 0 or 1, for comparing yes with yes."""
        if self.graph.nodes[node][0] in ("row", "cell", "col", "const", "scope"):
            return node
        return self.graph.add(("if", node, self.const(1.0), self.const(0.0)), NUMBER)

    def possible(self, op: str, a: Type, b: Type, tree: ast.Compare) -> None:
        if b.literal is None or a.literal is not None:
            return
        x, low, high = b.literal, a.low, a.high
        never = {"lt": x <= low, "le": x < low, "gt": x >= high, "ge": x > high, "eq": not low <= x <= high, "ne": False}
        if never[op]:
            raise ScriptError(
                f"never true: {ast.unparse(tree.left)} lies between {low:g} and {high:g}", "", tree.comparators[0].col_offset
            )

    def is_open(self, tree: ast.expr) -> bool:
        """A bare id that needs the other side to fix its table."""
        return isinstance(tree, ast.Name) and not self.knows(tree.id)

    def knows(self, name: str) -> bool:
        inside = self.scope.each and (self.scope.each, name) in self.schema.places
        return bool(name in self.scope.names or inside or name in self.schema.bare or name in ("each", "true", "false"))

    # names ------------------------------------------------------------------------------------------------------

    def name(self, names: list[str], want: Type | None, at: int) -> int:
        """The node of a dotted name."""
        first, rest = names[0], names[1:]
        if first in ("true", "false") and not rest:
            return self.const(float(first == "true"), BOOL)
        if not rest and want and want.kind == "enum" and first in self.words.enums[want.of] and first not in self.scope.names:
            return self.const(float(self.words.enums[want.of].index(first)), want)
        if first == "nobody" and not rest:
            return self.const(0.0, Type("entity", of=want.of if want else ""))
        if first == "each" and self.scope.each:
            return self.read_on(self.graph.add(("each",), entity_type(self.scope.each)), entity_type(self.scope.each), rest, at)
        if first in self.scope.names:
            node, kind = self.scope.names[first]
            return self.read_on(node, kind, rest, at)
        if self.scope.each and (self.scope.each, first) in self.schema.places and first not in ("id",):
            return self.read_on(*self.each_column(first, at), rest, at)
        if first == "constant":
            return self.named_constant(rest, at)
        if first == "tie":
            return self.tie(rest, at)
        if first in self.schema.bare:
            table = self.schema.bare[first]
            return self.read_on(*self.fixed(table, table, first, at), rest, at)
        if first in self.schema.tables:
            return self.of_table(first, rest, at)
        return self.bare_id(first, rest, want, at)

    def each_column(self, name: str, at: int) -> tuple[int, Type]:
        table = self.scope.each
        column = self.visible(table, name, at, name)
        kind = column_type(self.schema.places[table, column].column)
        return self.graph.add(("col", table, column), kind), kind

    def named_constant(self, rest: list[str], at: int) -> int:
        name = ".".join(rest)
        for known, value in self.words.constants.items():
            if known.replace(".", "_") == name.replace(".", "_"):
                return self.const(value)
        raise ScriptError(f"there is no constant {name}", did_you_mean(name, self.words.constants), at)

    def of_table(self, table: str, rest: list[str], at: int) -> int:
        """`table.entity`, `table.entity.column...`, or `table.column` of a table of one row."""
        if self.schema.tables[table].single and rest:
            return self.read_on(*self.fixed(table, table, rest[0], at), rest[1:], at)
        if table == "plot" and rest and ("plot", rest[0]) in self.schema.places:
            if "me" not in self.scope.names:
                raise ScriptError("a bare plot.x needs a deciding seat", "write plot.PERSON.x", at)
            return self.cell("plot", rest[0], self.scope.names["me"][0], rest[1:], at)
        if not rest:
            raise ScriptError(f"{table} needs an entity", f"for example {table}.{next(iter(self.schema.entities[table]), 'ID')}", at)
        if rest[0] in self.scope.names and table in ("plot", self.scope.names[rest[0]][1].of):
            if len(rest) < 2:
                return self.scope.names[rest[0]][0]
            return self.cell(table, rest[1], self.scope.names[rest[0]][0], rest[2:], at)
        if rest[0] not in self.schema.index[table]:
            raise ScriptError(f"there is no {table} {rest[0]}", did_you_mean(rest[0], self.schema.index[table]), at)
        node = self.const(self.schema.index[table][rest[0]] + 1.0, entity_type("person" if table == "plot" else table))
        if len(rest) > 1:
            return self.cell(table, rest[1], node, rest[2:], at)
        if (table, "value") in self.schema.places:
            return self.cell(table, "value", node, [], at)
        return node

    def bare_id(self, name: str, rest: list[str], want: Type | None, at: int) -> int:
        """An id whose table or enum the other side fixes."""
        if not rest and want and want.kind == "enum":
            values = self.words.enums[want.of]
            if name in values:
                return self.const(float(values.index(name)), want)
            raise ScriptError(f"{name} is not a {want.of}", did_you_mean(name, values, one_of(values)), at)
        if not rest and want and want.kind == "entity" and want.of:
            if name in self.schema.index[want.of]:
                return self.const(self.schema.index[want.of][name] + 1.0, want)
            raise ScriptError(f"there is no {want.of} {name}", did_you_mean(name, self.schema.index[want.of]), at)
        readings = [f"{t}.{name}" for t, ids in self.schema.index.items() if name in ids and not self.schema.tables[t].single]
        readings += [f"{e} {name}" for e, values in self.words.enums.items() if name in values]
        if readings:
            raise ScriptError(f"{name} may be read as " + " or ".join(readings[:4]), "write the table before it", at)
        known = [*self.schema.tables, *self.schema.bare, *self.scope.names, *self.words.formulas]
        raise ScriptError(f"unknown name {name}", did_you_mean(name, known), at)

    def fixed(self, table: str, entity: str, column: str, at: int) -> tuple[int, Type]:
        node = self.const(self.schema.index[table][entity] + 1.0, entity_type(table))
        cell = self.cell(table, column, node, [], at)
        return cell, self.graph.types[cell]

    def read_on(self, node: int, kind: Type, rest: list[str], at: int) -> int:
        """Read `.column` through a reference."""
        if not rest:
            return node
        if kind.kind != "entity" or not kind.of:
            raise ScriptError(f"a {kind} has no columns", f"remove .{rest[0]}", at)
        if kind.of == "person" and rest[0] == "plot" and len(rest) > 1:
            return self.cell("plot", rest[1], node, rest[2:], at)
        return self.cell(kind.of, rest[0], node, rest[1:], at)

    def cell(self, table: str, column: str, entity: int, rest: list[str], at: int) -> int:
        """The node of one column of one entity; `rest` reads on through it."""
        if (table, column) not in self.schema.places:
            known = [c for t, c in self.schema.places if t == table and LAID_OVER not in c]
            raise ScriptError(f"{table} has no column {column}", did_you_mean(column, known), at)
        if rest and rest[0] in ("reported", "reported_on", "reported_by"):
            column, rest = f"{column}.{rest[0]}", rest[1:]
            if (table, column) not in self.schema.places:
                raise ScriptError(f"{table}.{column.split('.')[0]} has no report", "it is not a reported column", at)
        self.last = (table, column, entity)
        seen = self.visible(table, column, at, f"{table}.{column}", entity)
        kind = self.cell_type(table, seen, entity)
        node = self.plain_cell(table, seen, entity, kind)
        spec = self.schema.places[table, seen].column
        if spec.timed and "." not in seen and not self.raw:
            over = self.plain_cell(table, f"{seen}.{LAID_OVER}", entity, kind)
            total = self.graph.add(("add", node, over), kind)
            low = self.graph.add(("max", total, self.const(spec.low)), kind)
            node = self.graph.add(("min", low, self.const(spec.high)), kind)
        return self.read_on(node, kind, rest, at)

    def plain_cell(self, table: str, column: str, entity: int, kind: Type) -> int:
        place, fixed = self.schema.places[table, column], self.graph.constant(entity)
        if fixed is None:
            return self.graph.add(("cell", table, column, entity), kind)
        if table == "person" and place.column.extent == "all" and fixed > place.count:
            return self.const(0.0, kind)  # a person of another time: known, but not in play here
        if not 1 <= fixed <= place.count:
            raise ScriptError(
                f"{table}.{self.schema.entities[table][int(fixed) - 1] if fixed else 'nobody'} has no {column}",
                "only persons of the room have it", 0,
            )  # fmt: skip
        return self.graph.add(("row", place.row + int(fixed) - 1), kind)

    def cell_type(self, table: str, column: str, entity: int) -> Type:
        spec = self.schema.places[table, column].column
        if column.endswith(".reported_on"):
            return Type("date", unit="date")
        if column.endswith(".reported_by"):
            return entity_type("person")
        if table == "premise" and (fixed := self.graph.constant(entity)) is not None:
            name = "premise." + self.schema.entities["premise"][int(fixed) - 1]
            if name in self.words.enums:
                return Type("enum", of=name)
        if table == "flag":
            return Type("bool", low=0, high=1)
        return column_type(spec)

    def visible(self, table: str, column: str, at: int, shown: str, entity: int = -1) -> str:
        """The column a reader gets: the report where a seat reads, an error where it may not know."""
        spec: Column = self.schema.places[table, column].column
        self.scope.reads.add(f"{table}.{column}")
        if not self.scope.seat or "." in column:
            return column
        if spec.sight == "reported":
            return f"{column}.reported"
        mine = "me" in self.scope.names and entity == self.scope.names["me"][0]
        if spec.sight == "own" and table in ("person", "plot") and not mine:
            raise ScriptError(f"{shown} of another is not known to the seat that decides", "it may read its own: me", at)
        if spec.sight in ("hidden", "security"):
            raise ScriptError(f"{shown} is hidden from the seat that decides", "use what it can know: a report, a talk, a sign", at)
        return column

    def tie(self, rest: list[str], at: int) -> int:
        """`tie.SEAT.PERSON.column`."""
        if len(rest) != 3:
            raise ScriptError("a tie is written tie.SEAT.PERSON.column", "for example tie.me.man.debt", at)
        seat, person = (self.tie_end(name, at) for name in rest[:2])
        column = self.schema.tie_columns.get(rest[2])
        if column is None:
            raise ScriptError(f"tie has no column {rest[2]}", did_you_mean(rest[2], self.schema.tie_columns), at)
        self.scope.reads.add(f"tie.{rest[2]}")
        if self.scope.seat and column.sight == "hidden":
            raise ScriptError(f"tie.{rest[2]} is hidden from the seat that decides", "a talk shows tie.me.man.told", at)
        self.last = ("tie", rest[2], seat)
        self.last_person = person
        mine = "me" in self.scope.names and seat == self.scope.names["me"][0]
        if self.scope.seat and column.sight == "own" and not mine:
            raise ScriptError(f"tie.{rest[2]} of another seat is not known", "the first axis must be me", at)
        return self.graph.add(("tie", rest[2], seat, person), column_type(column))

    def tie_end(self, name: str, at: int) -> int:
        if name == "each" and self.scope.each == "person":
            return self.graph.add(("each",), entity_type("person"))
        if name in self.scope.names:
            return self.scope.names[name][0]
        if name == "leader":
            return self.fixed("room", "room", "leader", at)[0]
        if name in self.schema.index["person"]:
            return self.const(self.schema.index["person"][name] + 1.0, entity_type("person"))
        raise ScriptError(f"there is no person {name}", did_you_mean(name, [*self.schema.index["person"], *self.scope.names]), at)

    # calls ------------------------------------------------------------------------------------------------------

    def call(self, tree: ast.Call, want: Type | None) -> int:
        if not isinstance(tree.func, ast.Name) or tree.keywords:
            raise ScriptError("a function is called by its name, without keywords", "", tree.col_offset)
        name = tree.func.id
        if name in AGGREGATES:
            return self.aggregate(name, tree)
        if name in self.words.formulas:
            return self.formula(name, tree)
        if name not in FUNCTIONS:
            known = [*FUNCTIONS, *AGGREGATES, *self.words.formulas]
            raise ScriptError(f"there is no function {name}", did_you_mean(name, known), tree.col_offset)
        few, many = (FUNCTIONS[name], 9 if name in ("min", "max") else FUNCTIONS[name])
        if not few <= len(tree.args) <= many:
            raise ScriptError(f"{name} takes {FUNCTIONS[name]} arguments, not {len(tree.args)}", "", tree.col_offset)
        return self.function(name, tree.args, want, tree.col_offset)

    def function(self, name: str, args: list[ast.expr], want: Type | None, at: int) -> int:
        if name == "if_":
            test = self.truth(self.build(args[0], BOOL), at)
            a, b = self.build(args[1], want), self.build(args[2], want)
            return self.graph.add(("if", test, a, b), self.graph.types[a])
        if name == "holds":
            who, post = self.build(args[0], entity_type("person")), self.build(args[1], entity_type("post"))
            holder = self.cell("post", "holder", post, [], at)
            return self.graph.add(("eq", holder, self.fit(who, entity_type("person"), at)), BOOL)
        if name == "head":
            return self.cell("organ", "head", self.build(args[0], entity_type("organ")), [], at)
        nodes = [self.fit(self.build(arg), NUMBER, arg.col_offset) for arg in args]
        if name == "abs":
            return self.graph.add(("abs", nodes[0]), self.graph.types[nodes[0]])
        if name == "clamp":
            nodes = [self.graph.add(("max", nodes[0], nodes[1]), NUMBER), nodes[2]]
            name = "min"
        out = nodes[0]
        for node in nodes[1:]:
            out = self.graph.add((name, out, node), self.graph.types[nodes[0]] if name != "min" else NUMBER)
        return out

    def aggregate(self, name: str, tree: ast.Call) -> int:
        """any all count (table, condition); sum avg (table, value, condition); pick (table, by, condition)."""
        if self.scope.each:
            raise ScriptError("an aggregate inside an aggregate", "split it with an event or a flag", tree.col_offset)
        wanted = 2 if name in ("any", "all", "count") else 3
        if len(tree.args) != wanted or not isinstance(tree.args[0], ast.Name):
            shape = "(table, condition)" if wanted == 2 else "(table, value, condition)"
            raise ScriptError(f"{name} is written {name}{shape}", "", tree.col_offset)
        table = tree.args[0].id
        if table not in self.schema.tables or self.schema.tables[table].single:
            raise ScriptError(f"there is no table {table} to count over", did_you_mean(table, self.schema.tables), tree.args[0].col_offset)
        self.scope.each = table
        try:
            value = -1 if wanted == 2 else self.fit(self.build(tree.args[1]), NUMBER, tree.args[1].col_offset)
            test = self.truth(self.build(tree.args[-1], BOOL), tree.args[-1].col_offset)
        finally:
            self.scope.each = ""
        kind = {"any": BOOL, "all": BOOL, "pick": entity_type(table)}.get(name, NUMBER)
        return self.graph.add(("agg", name, table, value, test), kind)

    def formula(self, name: str, tree: ast.Call) -> int:
        formula = self.words.formulas[name]
        if len(tree.args) != len(formula.arguments):
            wanted = ", ".join(a for a, _ in formula.arguments)
            raise ScriptError(f"{name} takes ({wanted}), not {len(tree.args)} arguments", "", tree.col_offset)
        if self.scope.depth >= 6:
            raise ScriptError(f"formulas call each other too deep at {name}", "", tree.col_offset)
        names = {k: v for k, v in self.scope.names.items() if k in ("me", "this")}
        for (argument, table), value in zip(formula.arguments, tree.args, strict=True):
            kind = entity_type(table)
            names[argument] = (self.fit(self.build(value, kind), kind, value.col_offset), kind)
        inner = Scope(self.scope.seat, names, "", self.scope.reads, self.scope.depth + 1)
        try:
            return Compiler(self.words, inner).build(grammar.expression(formula.text))
        except ScriptError as error:
            raise ScriptError(f"in the formula {name}: {error.message}", error.hint, tree.col_offset) from None


def _fold(op: str, a: float, b: float) -> float:
    return {"add": a + b, "sub": a - b, "mul": a * b}.get(op, 0.0) if op != "div" else a / b


__all__ = ["Compiler", "Graph"]
