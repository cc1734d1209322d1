"""What a sound mod reads as."""

from __future__ import annotations

import pickle
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from game.content import ContentError, read_packs
from tests.content.builders import EVENT, MOLOTOV, content, write_mod

SCENARIO = """[[scenario]]
id = "dacha-1941"
name = "The dacha"
text = "War."
question = "Who rules?"
starts = 1941-06-22
until = "1941-07-15"
step = "crisis.leadership"
protagonist = "molotov"
playable = ["molotov"]
room = ["molotov"]
[[scenario.absence]]
person = "molotov"
from = "1941-06-22"
to = "1941-06-26"
where = "at the front"
[[scenario.set]]
column = "person.molotov.nerve"
value = 55
[[scenario.outcome]]
id = "other"
name = "Other"
when = "true"
text = "It goes on."
"""


def test_an_event_keeps_its_formulas_as_text_with_their_places(tmp_path: Path) -> None:
    event = content(tmp_path, events=EVENT, people=MOLOTOV).events["dacha.delegation"]
    weight = event.options[0].ai
    assert weight is not None
    assert (weight.text, weight.mod, weight.file) == ("5 + plot.strength / 10", "base", "events.toml")
    assert (weight.line, weight.column) == (14, 7)


def test_a_formula_tells_the_place_of_a_character_within_it(tmp_path: Path) -> None:
    event = content(tmp_path, events=EVENT).events["dacha.delegation"]
    assert event.when is not None
    place = event.when.offset(len("vacuum_days "))
    assert (place.line, place.column) == (7, 21)


def test_a_formula_of_several_lines_begins_behind_its_quotes(tmp_path: Path) -> None:
    text = EVENT.replace('when = "vacuum_days >= 2"', 'when = """\nvacuum_days >= 2\nand leader == stalin"""')
    event = content(tmp_path, events=text).events["dacha.delegation"]
    assert event.when is not None
    assert (event.when.line, event.when.column) == (8, 1)
    assert event.when.offset(event.when.text.index("leader")).line == 9
    assert event.when.offset(event.when.text.index("leader")).column == 5


def test_columns_count_characters_and_not_bytes(tmp_path: Path) -> None:
    head = '[[event]]\nid = "a"\ntitle = "T"\ntext = "T"\nwhen = "true"\n'
    text = head + 'option = [{ text = "Жуков", id = "b", ai = "7" }]\n'
    weight = content(tmp_path, events=text).events["a"].options[0].ai
    assert weight is not None
    assert (weight.line, weight.column) == (6, 45)


@pytest.mark.parametrize(("written", "text"), [("6", "6"), ("0.25", "0.25"), ("true", "true"), ('"6 * 2"', "6 * 2")])
def test_a_plain_number_is_a_formula(tmp_path: Path, written: str, text: str) -> None:
    event = content(tmp_path, events=EVENT.replace("price = 6", f"price = {written}")).events["dacha.delegation"]
    assert event.options[0].price is not None
    assert event.options[0].price.text == text


def test_every_table_knows_the_place_of_its_header(tmp_path: Path) -> None:
    event = content(tmp_path, events="\n\n" + EVENT).events["dacha.delegation"]
    assert str(event.place) == "base/events.toml:3:1"
    assert [option.place.line for option in event.options] == [12, 21]


def test_dates_are_read_from_strings_and_from_toml_dates(tmp_path: Path) -> None:
    scenario = content(tmp_path, scenario=SCENARIO, people=MOLOTOV).scenarios["dacha-1941"]
    assert (scenario.starts, scenario.until) == (date(1941, 6, 22), date(1941, 7, 15))
    assert scenario.absences[0].since == date(1941, 6, 22)
    assert scenario.sets[0].value.text == "55"


def test_reading_a_sound_mod_never_loads_the_parser_that_finds_places(tmp_path: Path) -> None:
    folder = write_mod(tmp_path, events=EVENT, people=MOLOTOV)
    code = (
        "import sys, pathlib; from game.content import read_packs; "
        f"read_packs([pathlib.Path({str(folder)!r})]); sys.exit('tree_sitter' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def test_ids_keep_the_order_in_which_they_were_read(tmp_path: Path) -> None:
    line = '[[text]]\nid = "{}"\ntext = "x"\n'
    found = content(tmp_path, b=line.format("second"), a=line.format("zero") + line.format("first"))
    assert list(found.texts) == ["zero", "first", "second"]


def test_files_in_folders_below_the_mod_are_read_and_hidden_ones_are_not(tmp_path: Path) -> None:
    folder = write_mod(tmp_path)
    for name in ("events", ".git"):
        (folder / name).mkdir()
        (folder / name / "dacha.toml").write_text(EVENT, encoding="utf-8")
    event = read_packs([folder]).events["dacha.delegation"]
    assert event.place.file == "events/dacha.toml"


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    folder = write_mod(tmp_path)
    (folder / "events.toml").write_bytes(b"\xef\xbb\xbf" + EVENT.replace("\n", "\r\n").encode())
    event = read_packs([folder]).events["dacha.delegation"]
    assert event.when is not None
    assert (event.when.line, event.when.column) == (7, 9)


def test_content_is_frozen(tmp_path: Path) -> None:
    found = content(tmp_path, events=EVENT)
    with pytest.raises(TypeError):
        found.events["other"] = found.events["dacha.delegation"]  # type: ignore[index]
    with pytest.raises(ValueError, match="frozen"):
        setattr(found.events["dacha.delegation"], "title", "Other")  # noqa: B010
    with pytest.raises(AttributeError):
        found.events["dacha.delegation"].when.text = "true"  # type: ignore[union-attr]


def test_a_source_survives_pickling_with_its_place(tmp_path: Path) -> None:
    when = content(tmp_path, events=EVENT).events["dacha.delegation"].when
    assert pickle.loads(pickle.dumps(when)) == when


def test_the_digest_does_not_depend_on_where_the_folder_lies(tmp_path: Path) -> None:
    folder = write_mod(tmp_path, events=EVENT)
    (tmp_path / "elsewhere").mkdir()
    copy = Path(shutil.copytree(folder, tmp_path / "elsewhere" / "renamed"))
    assert read_packs([folder]).digest == read_packs([copy]).digest


def test_the_digest_changes_with_every_byte_and_every_file_name(tmp_path: Path) -> None:
    first = content(tmp_path, events=EVENT).digest
    (tmp_path / "base" / "events.toml").rename(tmp_path / "base" / "other.toml")
    second = read_packs([tmp_path / "base"]).digest
    third = content(tmp_path, other=EVENT + "\n").digest
    assert len({first, second, third}) == 3


def test_a_mod_defines_signals_and_formulas_of_its_own(tmp_path: Path) -> None:
    signal = '[[signal]]\nid = "cars_part"\ntable = "person"\nmeaning = "A car waits."\n'
    formula = '[[formula]]\nid = "accept"\narguments = [{ name = "man", type = "person" }]\n'
    found = content(tmp_path, language=signal + formula + 'text = "man.loyalty / 2"\nmeaning = "His yes."\n')
    assert found.signals["cars_part"].table == "person"
    assert found.formulas["accept"].text.text == "man.loyalty / 2"
    assert [argument.name for argument in found.formulas["accept"].arguments] == ["man"]


def test_a_cross_check_names_headlines_of_its_scenario_and_rules_that_exist(tmp_path: Path) -> None:
    check = '[[scenario.crosscheck]]\nheadlines = ["deaths"]\ntext = "a count"\nevents = ["dacha.delegatoin"]\n'
    scenario = SCENARIO + '[[scenario.headline]]\nname = "dead"\nvalue = "1"\ntext = "dead"\n' + check
    with pytest.raises(ContentError) as caught:
        content(tmp_path, scenario=scenario, people=MOLOTOV, events=EVENT)
    assert "there is no headline 'deaths' (did you mean 'dead'?)" in str(caught.value)
    assert "there is no event 'dacha.delegatoin' (did you mean 'dacha.delegation'?)" in str(caught.value)
