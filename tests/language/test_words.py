"""Texts by key and forms of number."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from game.language.words import Form, Words, languages, read_words

RUSSIAN = Words(
    "Russian",
    {"hands": {"one": "{n} рука", "few": "{n} руки", "other": "{n} рук"}},
    (Form("one", last=(1,), not_last_two=(11,)), Form("few", last=(2, 3, 4), not_last_two=(12, 13, 14))),
)
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("n", "said"), [(1, "1 рука"), (2, "2 руки"), (5, "5 рук"), (11, "11 рук"), (21, "21 рука"), (112, "112 рук")]
)
def test_a_count_takes_the_form_of_its_language(n: int, said: str) -> None:
    assert RUSSIAN.count("hands", n) == said


def test_what_a_language_lacks_comes_from_english() -> None:
    words = Words("X", {}, (), read_words("en"))
    assert words("top.hands") == read_words("en")("top.hands")


def test_a_key_that_no_language_has_is_named() -> None:
    with pytest.raises(KeyError, match=r"no\.such"):
        read_words("en")("no.such")


def test_english_is_a_language() -> None:
    assert ("en", "English") in languages()


def test_every_key_that_pages_and_the_window_ask_for_has_a_text() -> None:
    words = read_words("en")
    asked = set()
    for path in (*(ROOT / "game" / "ui").rglob("*.py"), *(ROOT / "game" / "views").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        asked |= {(path.name, key) for key in re.findall(r'(?:words|tongue)(?:\.count)?\(\s*"([a-z_.]+)"', source)}
    assert len(asked) > 10
    assert [pair for pair in sorted(asked) if not words.has(pair[1])] == []


def sentences_in(source: str) -> list[str]:
    """Literals of a program that hold two words or more with a small letter: what a player might read."""
    tree = ast.parse(source)
    told = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    raised = {leaf for node in ast.walk(tree) if isinstance(node, ast.Raise) for leaf in ast.walk(node)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in told and node not in raised
        and re.search(r"[A-Za-z]{2,} [a-z]{2,}", node.value)
    ]  # fmt: skip


def test_a_sentence_in_a_program_is_found() -> None:
    source = '"""Of a module."""\nsay("You are dead.")\nraise ValueError("no such thing")'
    assert sentences_in(source) == ["You are dead."]


def test_no_page_is_written_in_the_program() -> None:
    found = {
        (path.name, said)
        for path in (*(ROOT / "game" / "views").rglob("*.py"), *(ROOT / "game" / "ui" / "text").rglob("*.py"))
        for said in sentences_in(path.read_text(encoding="utf-8"))
    }
    assert found == set()


def test_a_page_is_written_in_the_language_of_its_rulebook() -> None:
    home = Words("Home", {"offers.dead": "Tot."}, (), read_words("en"))
    assert (home("offers.dead"), home("offers.over")) == ("Tot.", "The chapter is over.")
