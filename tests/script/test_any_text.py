"""Whatever an author writes is compiled or refused in one sentence: nothing else ever comes of it."""

from __future__ import annotations

from functools import cache

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.script.compile import Compiler
from game.script.evaluate import Evaluator
from game.script.grammar import ScriptError
from game.script.statement import compile_effect
from game.world.state import World
from tests.rulebook.builders import bare_book
from tests.script.builders import person, scope, worlds

WORDS = (
    "person organ plot war room premise flag constant tie power province clock var stalin beria halder press germany "
    "me this man each nobody true leader nerve withdrawn date breakdown days arrest influence authority loyalty head "
    "holder readiness reported reported_by laid_over value tanks until accept fitness heads any count pick sum min if_ "
    "abs holds schedule signal modify page idle front_broken x id"
).split()
MARKS = (
    ".", ".", ".", " ", "(", ")", ", ", " + ", " - ", " * ", " / ", " == ", " != ", " > ", " < ", " and ", " or ",
    "not ", " += ", " -= ", " = ", "1", "0.5", "100", '"1941-06-28"', '"x"',
)  # fmt: skip
soups = st.lists(st.sampled_from([*WORDS, *MARKS, *MARKS]), min_size=1, max_size=24).map("".join)

names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(".".join)
numbers = st.sampled_from(["0", "1", "0.5", "100", '"1941-06-28"'])


def _larger(part: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    two = st.tuples(part, st.sampled_from(["+", "-", "*", "/", "==", "!=", ">", "<", "and", "or"]), part)
    calls = st.tuples(st.sampled_from(WORDS), st.lists(part, max_size=3)).map(lambda t: f"{t[0]}({', '.join(t[1])})")
    return (
        two.map(lambda t: f"({' '.join(t)})") | calls | part.map(lambda t: f"(not {t})") | part.map(lambda t: f"-{t}")
    )


well_formed = st.recursive(names | numbers, _larger, max_leaves=5)
effects = st.tuples(names, st.sampled_from(["+=", "-=", "="]), well_formed).map(" ".join) | well_formed


@settings(max_examples=400, deadline=None)
@given(soups | well_formed, st.booleans())
@example("any(person, each.plot.leader.loyalty > 3)", False)
@example("premise.each", False)
@example("count(plot, each == me)", True)
def test_any_expression_is_compiled_or_refused(text: str, seat: bool) -> None:
    error = node = None
    try:
        node = Compiler(bare_book().vocabulary, scope("me", "this", "man", seat=seat)).root(text)
    except ScriptError as found:
        error = found
    _is_one_sentence(error, text)
    if node is not None:
        stalin = np.repeat(person("stalin"), 2)
        value = Evaluator(bare_book().graph, world(), np.arange(2), {"me": stalin, "this": stalin, "man": stalin})
        assert np.isfinite(value.full(node).astype(np.float64)).all()


@cache
def world() -> World:
    """Two worlds on the first morning."""
    return worlds(2)


@settings(max_examples=300, deadline=None)
@given(soups | effects)
def test_any_effect_is_compiled_or_refused(text: str) -> None:
    error = None
    try:
        compile_effect(text, bare_book().vocabulary, scope("me", "this", "man"), bare_book().words)
    except ScriptError as found:
        error = found
    _is_one_sentence(error, text)


def _is_one_sentence(error: ScriptError | None, text: str) -> None:
    if error is not None:
        assert error.message
        assert "\n" not in error.message + error.hint
        assert len(error.message) < 300
        assert 0 <= error.offset <= len(text)
