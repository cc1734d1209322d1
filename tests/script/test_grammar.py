"""Text that is no expression of the rule language is refused in one sentence, at its place."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.script import grammar
from game.script.grammar import ScriptError

DEEP = "(" * 9 + "1" + ")" * 9

REFUSED = {
    "too long a text": ("1 + " * 100 + "1", 0, "401 characters", "[[formula]]"),
    "a letter of another alphabet": ("d\u0430te > 1", 0, "ASCII", "Latin"),
    "brackets within brackets": (DEEP, 8, "deeper than 8", "[[formula]]"),
    "choices within choices": ("if_(date > 1, " * 8 + "1" + ", 0)" * 8, 115, "deeper than 8", "[[formula]]"),
    "signs before signs": ("-" * 40 + "1", 8, "deeper than 8", "[[formula]]"),
    "too many steps": (" + ".join("1" * 34), 0, "67 steps, at most 64", "[[formula]]"),
    "a long number": ("1 + " + "9" * 16, 4, "more than 15 figures", "smaller"),
    "a number without end": ("1 + 1e999", 4, "only numbers", "smaller than 1e+16"),
    "a number of another base": ("0x" + "f" * 20, 0, "only numbers", "smaller"),
    "an imaginary number": ("1j", 0, "only numbers", ""),
    "bytes": ('b"x"', 0, "only numbers", ""),
    "an unfinished sum": ("date >", 6, "not an expression", "language.md"),
    "a list": ("[1, 2]", 0, "List is not allowed", "operators"),
    "an index": ("date[0]", 0, "Subscript is not allowed", "operators"),
    "a function of its own": ("lambda: 1", 0, "Lambda is not allowed", "operators"),
    "a keyword": ("min(1, b=2)", 7, "keyword is not allowed", "operators"),
    "a power": ("2 ** 3", 0, "Pow is not allowed", "operators"),
    "an and of another language": ("date > 1 && date < 2", 9, "'&' is not part", "write `and`"),
    "an or of another language": ("date > 1 || date < 2", 9, "'|' is not part", "write `or`"),
    "a remark": ("date > 1 # so", 9, "'#' is not part", "operators"),
    "an escape": ("date > '\\x31'", 8, "is not part", "operators"),
    "an assignment in a condition": ("leader = stalin", 7, "changes nothing", "write =="),
    "a number run into a word": ("1and 2", 0, "not an expression", "language.md"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_expression_is_refused_at_its_place_with_a_hint(name: str) -> None:
    text, offset, message, hint = REFUSED[name]
    with pytest.raises(ScriptError) as caught:
        grammar.expression(text)
    assert message in caught.value.message
    assert hint in caught.value.hint
    assert abs(caught.value.offset - offset) <= 1


@pytest.mark.parametrize(
    "text", ["x += 1; y += 1", "x", "x += 1\ny += 1", "x *= 2", "a = b = 1", "import os", "x: int = 1", ""]
)
def test_what_is_no_effect_is_refused(text: str) -> None:
    with pytest.raises(ScriptError) as caught:
        grammar.statement(text)
    assert caught.value.hint


def test_an_expression_may_stand_on_several_lines_and_faults_keep_their_place() -> None:
    text = "\n  date > 1\n  and [date]"
    with pytest.raises(ScriptError) as caught:
        grammar.expression(text)
    assert text[caught.value.offset] == "["
    grammar.expression("\n  date > 1\n  and date < 2\n")


def test_a_long_sum_is_one_level() -> None:
    grammar.expression(" + ".join(["date"] * 30))
    grammar.expression("a - b - c - d - e - f - g - h - i - j * k / l")


def _refusal(read: Callable[[str], object], text: str) -> ScriptError | None:
    try:
        read(text)
    except ScriptError as error:
        return error
    return None


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=420) | st.text("()[]{}+-*/.,=<>!\"' abdnort0123456789", max_size=420))
def test_any_text_is_read_or_refused_in_one_sentence_and_at_once(text: str) -> None:
    start = time.perf_counter()
    for read in (grammar.expression, grammar.statement):
        error = _refusal(read, text)
        if error is not None:
            assert error.message
            assert "\n" not in error.message
            assert 0 <= error.offset <= len(text)
    assert time.perf_counter() - start < 1
