"""Evaluating one expression in any company gives the same bits, and what plain Python gives."""

from __future__ import annotations

import ast
import operator
from functools import cache, reduce

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.script.evaluate import Evaluator
from game.script.grammar import ScriptError
from game.script.names import Scope
from game.world.state import World
from tests.rulebook.builders import bare_book
from tests.script.builders import node, person, put, scope, value, worlds

WIDTH = 64
NUMBERS = (
    "nerve", "tension", "person.beria.influence", "person.zhukov.fear", "leader.loyalty", "organ.press.readiness",
    "power.ussr.legitimacy", "tie.beria.stalin.trust", "3", "0.5", "0", "7",
)  # fmt: skip
CONDITIONS = ("withdrawn", "leader.alive", "leader == stalin", "premise.breakdown == days", "person.beria.free")


@cache
def shaken() -> World:
    """64 worlds with numbers drawn in every column that the expressions read."""
    world = worlds(WIDTH)
    rng = np.random.default_rng(7)
    for cell in ("room.room.nerve", "room.room.tension", "power.ussr.legitimacy", "organ.press.readiness"):
        put(world, cell, rng.choice([0.0, 33.25, 50.0, 99.5, 100.0], WIDTH))
    for name in ("beria", "zhukov", "stalin", "molotov"):
        for column in ("influence", "fear", "loyalty"):
            put(world, f"person.{name}.{column}", rng.choice([0.0, 0.125, 41.0, 100.0], WIDTH))
    leaders = [bare_book().schema.index["person"][name] + 1 for name in ("stalin", "molotov")] + [0]
    put(world, "room.room.leader", rng.choice(leaders, WIDTH))
    put(world, "room.room.withdrawn", rng.integers(0, 2, WIDTH))
    put(world, "organ.press.readiness", rng.choice([10.0, 90.0], WIDTH))
    return world


def _joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    numbers = st.tuples(parts, st.sampled_from(["+", "-", "*", "/"]), parts).map(lambda t: f"({t[0]} {t[1]} {t[2]})")
    extremes = st.tuples(st.sampled_from(["min", "max"]), parts, parts).map(lambda t: f"{t[0]}({t[1]}, {t[2]})")
    choices = st.tuples(st.sampled_from(CONDITIONS), parts, parts).map(lambda t: f"if_({t[0]}, {t[1]}, {t[2]})")
    return numbers | extremes | choices | parts.map(lambda t: f"abs({t})") | parts.map(lambda t: f"-{t}")


numbers = st.recursive(st.sampled_from(NUMBERS), _joined, max_leaves=6)
comparisons = st.tuples(numbers, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), numbers).map(" ".join)
conditions = st.lists(comparisons | st.sampled_from(CONDITIONS), min_size=1, max_size=3).map(" and ".join)
expressions = (numbers | conditions | conditions.map(lambda t: f"not ({t})")).filter(lambda t: len(t) < 300)


def compiled(text: str) -> int | None:
    """The node, or None for what is refused (a literal never reached, two units, a division by 0)."""
    try:
        return node(text)
    except ScriptError:
        return None


def plainly(text: str, w: int) -> float:
    """The expression in world w, computed by Python from the values of its names alone."""
    one = shaken().take([w])
    return _plain(ast.parse(text, mode="eval").body, one)


def _plain(tree: ast.expr, one: World) -> float:
    parts = [_plain(part, one) for part in _parts(tree)]
    match tree:
        case ast.Constant():
            return float(tree.value)  # type: ignore[arg-type]
        case ast.UnaryOp():
            return float(not parts[0]) if isinstance(tree.op, ast.Not) else -parts[0]
        case ast.BinOp():
            return _PLAIN[type(tree.op)](*parts)
        case ast.BoolOp():
            return float(all(parts))
        case ast.Compare() if parts:
            return float(_PLAIN[type(tree.ops[0])](*parts))
        case ast.Call(func=ast.Name(id=name)):
            return _PLAIN[name](*parts)
    return value(ast.unparse(tree), one)


def _parts(tree: ast.expr) -> list[ast.expr]:
    """What is computed first; of a name, and of a comparison with an id, nothing."""
    if isinstance(tree, ast.Attribute) or ast.unparse(tree) in CONDITIONS:
        return []
    children = tree.args if isinstance(tree, ast.Call) else ast.iter_child_nodes(tree)
    return [child for child in children if isinstance(child, ast.expr)]


_PLAIN = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: lambda a, b: a / b if b else 0.0,
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge, ast.Eq: operator.eq,
    ast.NotEq: operator.ne, "min": min, "max": max, "abs": abs, "if_": lambda test, a, b: a if test else b,
}  # fmt: skip


def bits(values: np.ndarray) -> list[bytes]:
    """The bytes of each value; -0.0 is 0.0, as it is for a world's hash."""
    return [v.tobytes() for v in values.astype(np.float64) + 0.0]


@settings(max_examples=120, deadline=None)
@given(expressions)
def test_an_evaluator_and_python_give_the_same_bits_for_any_number_of_worlds(text: str) -> None:
    root, world, graph = compiled(text), shaken(), bare_book().graph
    if root is None:
        return
    whole = bits(Evaluator(graph, world, None).full(root))
    for width in (1, 7, WIDTH):
        at = np.arange(WIDTH)[-width:]
        assert bits(Evaluator(graph, world, at).full(root)) == whole[-width:]
        assert bits(Evaluator(graph, world.take(at), None).full(root)) == whole[-width:]
    assert bits(np.array([plainly(text, w) for w in (0, 31)])) == [whole[0], whole[31]]


def test_a_division_by_nothing_is_nothing() -> None:
    world = worlds()
    put(world, "room.room.nerve", 0.0)
    assert value("7 / nerve", world) == 0.0


def test_aggregates_give_what_a_loop_gives() -> None:
    world, people = shaken(), bare_book().schema.people
    influence = world.column("person", "influence")[:, 5]
    one = world.take([5])
    alive = world.column("person", "alive")[:, 5] > 0
    chosen = [float(x) for x, a in zip(influence, alive, strict=True) if a and x > 40]
    within = "alive and influence > 40"
    assert value(f"count(person, {within})", one) == len(chosen)
    assert value(f"sum(person, influence, {within})", one) == reduce(operator.add, chosen)
    assert value(f"avg(person, influence, {within})", one) == reduce(operator.add, chosen) / len(chosen)
    assert value(f"any(person, {within})", one) == 1.0
    assert value(f"all(person, {within})", one) == 0.0
    best = max((float(x), -i) for i, (x, a) in enumerate(zip(influence, alive, strict=True)) if a)
    assert value("pick(person, influence, alive)", one) == 1 - best[1]
    assert people == len(influence)


def test_nobody_is_picked_where_nobody_fits_and_reads_as_nothing() -> None:
    world = worlds()
    nobody = "pick(person, influence, influence > 99 and influence < 1)"
    assert value(nobody, world) == 0.0
    assert value(f"{nobody} == nobody", world) == 1.0
    assert value("avg(person, influence, influence > 99 and influence < 1)", world) == 0.0
    assert value("man.influence", world, scope("man"), man=np.zeros(1)) == 0.0


def test_a_modifier_is_read_through_the_row_of_an_aggregate_too() -> None:
    world = worlds()
    put(world, "organ.press.readiness", 50.0)
    rows = world.schema.places["organ", "readiness.laid_over"]
    world.numbers[rows.row + world.schema.index["organ"]["press"]] = 30.0
    assert value("organ.press.readiness", world) == 80.0
    assert value("sum(organ, readiness, each == press)", world) == 80.0
    assert value("sum(organ, each.readiness, each == press)", world) == 80.0


def test_names_of_the_scope_stand_for_whom_they_are_given() -> None:
    world = shaken().take([3])
    within = scope("me", "man")
    for name in ("beria", "zhukov"):
        assert value("man.influence", world, within, man=person(name)) == value(f"person.{name}.influence", world)
        assert value("tie.me.man.trust", world, within, me=person("stalin"), man=person(name)) == value(
            f"tie.stalin.{name}.trust", world
        )


def test_what_a_person_who_is_not_in_play_has_is_nothing() -> None:
    schema = bare_book().schema
    absent = schema.entities["person"][schema.people]
    assert value(f"person.{absent}.influence", worlds()) == 0.0
    assert value("man.influence", worlds(), scope("man"), man=np.array([schema.people + 1.0])) == 0.0


def test_a_formula_gives_what_its_text_gives() -> None:
    world = shaken().take([9])
    text = bare_book().content.formulas["fitness"].text.text.replace("man", "person.zhukov")
    assert value("fitness(zhukov)", world, Scope()) == value(text, world)
