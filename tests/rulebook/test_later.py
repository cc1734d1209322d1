"""Fixed public names that come with a later part: told apart from misspelt ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.script.later import COLUMNS, TABLES
from tests.rulebook.builders import bare_book, event, only_fault

LATER = ["power.ussr.population", "milestone.first_human.date", "region.cuba.bloc", "programme.r7.reliability"]


@pytest.mark.parametrize("name", LATER)
def test_a_public_name_of_a_later_part_is_said_to_be_one(name: str, tmp_path: Path) -> None:
    fault = only_fault(tmp_path, one=event("one", f'when = "{name} > 3"'))
    assert fault.message == f"{name} comes with a later part of the game"


def test_a_column_of_a_later_part_is_told_inside_an_aggregate_too(tmp_path: Path) -> None:
    fault = only_fault(tmp_path, one=event("one", 'when = "withdrawn and any(power, power.ussr.gdp > 3)"'))
    assert fault.message == "power.ussr.gdp comes with a later part of the game"


def test_what_there_is_today_is_not_said_to_come_later() -> None:
    schema = bare_book().schema
    assert not TABLES & set(schema.tables)
    assert not [(t, c) for t, columns in COLUMNS.items() for c in columns if (t, c) in schema.places]
