"""The journal and files of choices: lines of JSON, with a place for each fault."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rulebook.lines import resolve
from game.rulebook.rules import Line
from game.store.journal import MOST_BYTES, PUT_OFF, Entry, from_lines, read_choices, to_lines
from game.store.problem import SaveError
from tests.store.builders import book

ANSWER = '{"date": "1941-06-22", "seat": "molotov", "event": "dacha.delegation", "option": "wait"}'


def fault(text: str) -> str:
    """Why a text is refused."""
    with pytest.raises(SaveError) as caught:
        from_lines(text, "plan.jsonl")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_journal_reads_as_it_was_written() -> None:
    entries = (
        Entry("1941-06-22", "molotov", event="dacha.delegation", option=PUT_OFF),
        Entry("1941-06-23", "molotov", decision="send", arguments={"man": "zhukov", "n": 2, "x": 0.5, "now": True}),
    )
    assert from_lines(to_lines(entries), "x") == entries


def test_a_line_holds_only_what_the_choice_has() -> None:
    assert to_lines([Entry("1941-06-22", "molotov", event="dacha.delegation", option="wait")]) == ANSWER + "\n"


def test_comments_and_empty_lines_are_skipped() -> None:
    assert len(from_lines(f"# as he did\n\n  # and so on\r\n{ANSWER}\r\n", "x")) == 1


@pytest.mark.parametrize(
    "line, told",
    [
        ("{", "invalid JSON"),
        ("[]", "object"),
        (ANSWER.replace("06-22", "06-31"), "'1941-06-31' is no date of 1900 to 2119"),
        (ANSWER.replace("1941", "2500"), "'2500-06-22' is no date"),
        (ANSWER.replace('"event"', '"evnt"'), "there is no 'evnt' here; remove it"),
        (ANSWER.replace("molotov", "Comrade M."), "'Comrade M.' is not the id of a person"),
        ('{"date": "1941-06-22", "seat": "molotov"}', "an event or a decision"),
        ('{"date": "1941-06-22", "seat": "molotov", "event": "x"}', "'event' and 'option' go together"),
        ('{"date": "1941-06-22", "event": "x", "option": "y"}', "'seat' is missing; add it"),
        (ANSWER.replace("}", ', "arguments": {"a": "b"}}'), "an event takes no arguments"),
        ('{"date": "1941-06-22", "seat": "m", "decision": "d", "arguments": {"n": NaN}}', "arguments.n"),
        ('{"date": "1941-06-22", "seat": "m", "decision": "d", "arguments": {"n": [1]}}', "arguments.n"),
        ("[" * 1_999, "recursion limit"),
        ("x" * 2_001, "at most 2000"),
        ('{"\x1b[2J": 1}', "plan.jsonl:2: "),
    ],
)
def test_a_faulty_line_is_placed_and_said_in_a_sentence(line: str, told: str) -> None:
    text = fault(f"{ANSWER}\n{line}\n")
    assert text.startswith("plan.jsonl:2: ")
    assert told in text


def test_a_journal_without_end_is_refused() -> None:
    assert "plan.jsonl:20001: more than 20000 choices" in fault(f"{ANSWER}\n" * 20_001)


def test_a_file_of_choices_is_looked_up_in_the_rulebook(tmp_path: Path) -> None:
    event = book().events[0]
    path = tmp_path / "choices.jsonl"
    entry = Entry("1941-06-22", "molotov", event=event.id, option=event.options[0].id)
    path.write_text("\ufeff# choices\n" + to_lines([entry]), encoding="utf-8")
    assert read_choices(path, book()) == (entry,)
    for wrong, told in (
        (replace(entry, seat="nobody_known"), "has no seat"),
        (replace(entry, event="no.such"), "there is no event"),
        (replace(entry, option="zzz"), "has no option"),
    ):
        path.write_text(to_lines([wrong]))
        with pytest.raises(SaveError, match=rf"^choices\.jsonl:1: .*{told}"):
            read_choices(path, book())


def test_an_answer_may_put_its_question_off(tmp_path: Path) -> None:
    path = tmp_path / "choices.jsonl"
    path.write_text(to_lines([Entry("1941-06-22", "molotov", event=book().events[0].id, option=PUT_OFF)]))
    assert read_choices(path, book())[0].option == PUT_OFF
    assert all(option.id != PUT_OFF for event in book().events for option in event.options)


def test_an_entry_means_to_the_rulebook_what_a_line_of_a_policy_means() -> None:
    event = book().events[0]
    entry = Entry("1941-06-22", "molotov", event=event.id, option=event.options[0].id)
    made = resolve(entry.parts(), book().schema, book().vocabulary, book().events, book().levers)
    assert isinstance(made, Line)
    assert (made.date, made.event, made.option) == (entry.day, event.order, 0)


def test_a_file_that_is_not_text_is_placed(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"# one\n\xff\xfe\n")
    with pytest.raises(SaveError, match=r"^a\.jsonl:2: this is not UTF-8 text; save the file as UTF-8$"):
        read_choices(path)
    path.write_bytes(b"#" * (MOST_BYTES + 1))
    with pytest.raises(SaveError, match="larger than 1 MB"):
        read_choices(path)


@settings(max_examples=200, deadline=None)
@given(text=st.one_of(st.text(max_size=80), st.text(st.sampled_from('{}[]",:0e.-#\n seatdtn'), max_size=80)))
def test_any_text_gives_entries_or_a_sentence(text: str) -> None:
    fault = ""
    try:
        from_lines(text, "x")
    except SaveError as error:
        fault = str(error)
    assert not fault or (fault.startswith("x:") and fault.isprintable())
