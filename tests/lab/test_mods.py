"""`mods check`, `mods docs` and `mods why`."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.lab.rulebooks import open_book
from game.lab.run import Run
from game.lab.why import Answer, conjuncts, readings, world_on
from game.rulebook.book import Rulebook
from game.rulebook.reference import SAYINGS, reference
from game.script import grammar
from game.script.calls import AGGREGATES, FUNCTIONS
from game.world.chronicle import Kind, decode
from tests.lab.runs import command, results


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return open_book(Run().packs, Run().scenario)


def a_mod(folder: Path, text: str) -> Path:
    """A mod with one file."""
    mod = folder / "mine"
    mod.mkdir()
    (mod / "mod.toml").write_text('id = "mine"\nname = "Mine"\nversion = "1"\nrequires = ["base"]\n')
    (mod / "events.toml").write_text(text)
    return mod


EVENT = """[[event]]
id = "mine.one"
title = "One"
text = "It comes."
when = "{when}"
[[event.option]]
id = "only"
effects = ["{effect}"]
"""


def test_the_base_game_has_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert command("mods", "check") == 0
    assert "no fault" in capsys.readouterr().out


def test_a_fault_of_a_mod_is_told_with_its_place_and_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mod = a_mod(tmp_path, EVENT.format(when="vacum_days > 2", effect="power.ussr.stability -= 1"))
    assert command("mods", "check", mod) == 1
    said = capsys.readouterr().out
    assert "mine/events.toml:5:" in said
    assert "did you mean 'vacuum_days'?" in said
    assert "1 fault." in said


def test_faults_of_form_and_of_meaning_are_told_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = EVENT.format(when="vacum_days > 2", effect="power.ussr.stability -= 1")
    mod = a_mod(tmp_path, text + text.replace("mine.one", "mine.two").replace("title", "titel"))
    assert command("mods", "check", mod) == 1
    said = capsys.readouterr().out
    assert "titel" in said
    assert "did you mean 'vacuum_days'?" in said


def test_a_folder_that_is_not_there_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert command("mods", "check", "nowhere") == 2
    assert "no such folder" in capsys.readouterr().err


def test_a_mod_that_is_sound_runs_on_top_of_the_base_game(tmp_path: Path) -> None:
    mod = a_mod(tmp_path, EVENT.format(when="vacuum_days >= 0", effect="power.ussr.stability -= 1"))
    assert command("mods", "check", mod) == 0
    assert results(worlds=2, mods=(mod,)).hashes != results(worlds=2).hashes


def test_a_mod_without_a_manifest_is_told_by_its_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("mods", "check", tmp_path) == 1
    assert f"{tmp_path.name}/mod.toml: the folder holds no mod.toml" in capsys.readouterr().out


# the reference ----------------------------------------------------------------------------------------------------


def test_the_reference_names_every_column_word_signal_function_constant_and_formula(book: Rulebook) -> None:
    page = reference(book)
    for table in book.schema.tables.values():
        assert f"### {table.name}\n" in page
        for column in table.columns:
            assert f"| `{column.name}` | {column.value}" in page
    for name in (*book.words, *(s.name for s in book.signals)):
        assert f"`{name}" in page
    for constant in book.content.constants:
        assert f"`constant.{constant.replace('.', '_')}`" in page
    for formula in book.content.formulas:
        assert f"`{formula}(" in page


def test_every_function_is_explained() -> None:
    assert set(SAYINGS) == {*FUNCTIONS, *AGGREGATES}


# why --------------------------------------------------------------------------------------------------------------


def test_a_condition_is_parted_at_its_ands_and_each_part_shows_its_columns() -> None:
    import ast

    parts = conjuncts(grammar.expression("a.b >= 3 and (c.d == e or not f.g) and h(i)"))
    assert [ast.unparse(p) for p in parts] == ["a.b >= 3", "c.d == e or not f.g", "h(i)"]
    assert [[ast.unparse(x) for x in readings(p)] for p in parts] == [["a.b"], ["c.d", "f.g"], ["h(i)"]]


def test_what_fired_by_itself_on_a_day_might_have_come_and_what_did_not_is_explained(book: Rulebook) -> None:
    """Every polled event of the chronicle is found to be possible on the morning of its day."""
    run = Run(seed=7, chronicle=True, quiet=True)
    rows = results(seed=7, chronicle=True).chronicles[0]
    days = sorted(set(rows["date"].tolist()))[3:9:2]
    for day in days:
        block = world_on(book, run, day)
        for kind, order, _, _ in {decode(code) for code in rows["code"][rows["date"] == day].tolist()}:
            if kind == Kind.EVENT and book.events[order].polled:
                answer = Answer(book, book.events[order], block)
                said = list(answer.lines())
                assert answer.may_come, said


def test_every_event_can_be_explained_on_any_day(book: Rulebook) -> None:
    block = world_on(book, Run(seed=3, quiet=True), 15_150)
    for rule in book.events:
        assert list(Answer(book, rule, block).lines())


def test_why_ends_with_1_when_a_clause_is_unmet(capsys: pytest.CaptureFixture[str]) -> None:
    assert command("mods", "why", "week.ambassador", "--date", "1941-07-01") == 1
    assert "unmet" in capsys.readouterr().out


def test_why_knows_the_nearest_event(capsys: pytest.CaptureFixture[str]) -> None:
    assert command("mods", "why", "week.ambasador", "--date", "1941-07-01") == 2
    assert "week.ambassador" in capsys.readouterr().err
