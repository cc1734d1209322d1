"""Each fault that an author may make gets one sentence with its place and a remedy."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from game.content import ContentError, Problem, nearest, read_packs
from tests.content.builders import EVENT, MOLOTOV, only_problem, problems, write_mod

OPTION = EVENT[EVENT.rindex("[[event.option]]") :]
PREMISE = """[[premise]]
id = "breakdown"
name = "The breakdown"
question = "Did he break down?"
kind = "choice"
values = ["myth", "days"]
default = "days"
thread = [10]
source = "Mikoyan"
"""

FAULTS = {
    "an unknown key": ("once", "ocne", 6, 1, "unknown key 'ocne'", "did you mean 'once'?"),
    "a wrong type": ('title = "To Kuntsevo"', "title = 3", 3, 9, "'title' must be text in quotes, not a number", ""),
    "a wrong type in an option": ("price = 6", "price = []", 13, 9, "'price' must be a formula", ""),
    "a missing option": (OPTION, "", 1, 1, "an event that somebody decides has 2 to 5 options, not 1", "option"),
    "a missing key": ('text = "They drive out to the dacha."\n', "", 1, 1, "the key 'text' is missing", "add it"),
    "an unknown default": ('default = "wait"', 'default = "wiat"', 9, 12, "the default 'wiat'", "did you mean 'wait'?"),
    "no default": ('default = "wait"\n', "", 1, 1, "the key 'default' is missing", "name the option"),
    "a bad id": ('id = "arrest"', 'id = "Arrest!"', 11, 7, "'id' cannot be 'Arrest!'", "lower-case"),
    "a bad date": ("once", 'window = ["1941-06-31", "1941-07-03"]\nonce', 6, 12, "'1941-06-31' is not a date", "1941"),
    "a window of one date": ("once = true", 'window = ["1941-06-30"]\non = "x"', 6, 10, "must hold two dates", "write"),
    "a window that runs back": (
        "once = true",
        'window = ["1941-07-03", "1941-06-28"]\nonce = true',
        6,
        10,
        "the window ends before it begins",
        "swap",
    ),
    "a chance without an occasion": (
        "once = true\n",
        "",
        7,
        11,
        "'chance' is legal only with on, once or",
        "mean_days",
    ),
    "chance and mean_days": (
        'chance = "0.5"',
        'chance = "0.5"\nmean_days = "6"',
        9,
        14,
        "'chance' and 'mean_days' exclude each other",
        "remove one",
    ),
    "two triggers": ("once = true", 'on = "city_taken"\nscheduled = true', 7, 13, "one trigger", "remove one"),
    "no trigger": ('when = "vacuum_days >= 2"\n', "", 1, 1, "nothing triggers this event", "add when"),
    "two historical options": ('tags = ["coup"]', "historical = true", 22, 14, "at most one option is historical", ""),
    "an option twice": ('id = "wait"', 'id = "arrest"', 20, 7, "the option 'arrest' stands twice", "rename"),
    "a success without a roll": ('roll = "plot.odds / 100"\n', "", 16, 11, "'success' without a roll", "add roll"),
    "too long a title": ("To Kuntsevo", "x" * 61, 3, 10, "'title' has 61 characters; at most 60", "shorten"),
    "too many words": ("They drive", "word " * 61, 4, 9, "the text has 65 words; at most 60 are shown", "shorten"),
    "too many words of an option": (
        "Say nothing.",
        "word " * 19,
        21,
        9,
        "the text has 19 words; at most 18",
        "shorten",
    ),
    "an infinite number": ("price = 6", "price = inf", 13, 9, "'price' must be a formula", ""),
    "an empty formula": ('"plot.odds / 100"', '" "', 16, 9, "'roll' must be a formula", ""),
    "a tag twice": ('["coup"]', '["coup", "coup"]', 15, 18, "'coup' stands twice in the list", "remove one"),
    "a key place": ("once = true", 'once = true\nplace = "x"', 7, 1, "unknown key 'place'", "remove it"),
    "a table that is no array": ("[[event]]\n", "[event]\n", 1, 1, "'event' must be an array of tables", "[[event]]"),
    "an unknown kind": ("[[event", "[[evnt", 1, 1, "unknown kind of content 'evnt'", "did you mean 'event'?"),
    "a syntax error": ("once = true", "once = tru", 6, 8, "not TOML: Invalid value", "check quotes"),
    "an open string": ('"To Kuntsevo"', '"To Kuntsevo', 3, 9, "a string that is never closed", 'close it with "'),
    "a key twice": ("once = true", "once = true\nonce = true", 7, 12, "not TOML: Cannot overwrite a value", "check"),
    "a number of 5,000 digits": ("price = 6", "price = " + "9" * 5000, 13, 9, "a number of 5000 characters", "shorter"),
    "a key of 10,000 parts": ("price = 6", "a." * 9999 + "a = 6", 13, 17, "a key of more than 8 parts", "fewer dots"),
    "too deep nesting": ("price = 6", "a = " + "[" * 17 + "]" * 17, 13, 21, "nested deeper than 16 levels", "flatten"),
    "too long a name": ("price = 6", "a" * 121 + " = 6", 13, 1, "a name of 121 characters", "shorter"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_placed_with_a_hint(tmp_path: Path, fault: str) -> None:
    old, new, line, column, message, hint = FAULTS[fault]
    assert old in EVENT
    found = only_problem(tmp_path, events=EVENT.replace(old, new))
    assert (found.mod, found.file, found.line, found.column) == ("base", "events.toml", line, column), str(found)
    assert message in found.message
    assert hint in found.hint
    assert found.hint


def test_a_problem_prints_as_place_message_and_hint() -> None:
    problem = Problem("base", "events/dacha.toml", 6, 1, "unknown key 'ocne'", "did you mean 'once'?")
    assert str(problem) == "base/events/dacha.toml:6:1: unknown key 'ocne' (did you mean 'once'?)"


def test_all_problems_of_all_files_are_raised_together(tmp_path: Path) -> None:
    files = {f"f{index}": EVENT.replace(old, new) for index, (old, new, *_) in enumerate(FAULTS.values())}
    named = {name: text.replace("dacha.delegation", f"dacha.{name}") for name, text in files.items()}
    found = problems(write_mod(tmp_path, **named))
    assert {problem.file for problem in found} == {f"{name}.toml" for name in files}
    assert len(found) == len(files)


def test_two_faults_of_one_table_are_both_reported(tmp_path: Path) -> None:
    text = MOLOTOV.replace("politics = 7", "politics = 70").replace('faction = "loyalists"', 'faction = "loyalist"')
    found = problems(write_mod(tmp_path, people=text))
    assert [problem.line for problem in found] == [11, 12]
    assert str(found[0]) == "base/people.toml:11:12: there is no faction 'loyalist' (did you mean 'loyalists'?)"
    assert "must be at most 10, not '70'" in found[1].message


def test_an_id_defined_twice_names_the_first_place(tmp_path: Path) -> None:
    found = only_problem(tmp_path, a=EVENT, b=EVENT)
    assert (found.file, found.line, found.column) == ("b.toml", 2, 7)
    assert found.message == "the event 'dacha.delegation' is already defined at base/a.toml:1:1"
    assert found.hint == "rename one"


def test_an_id_of_another_mod_defined_again_points_to_patches(tmp_path: Path) -> None:
    base, other = write_mod(tmp_path, a=EVENT), write_mod(tmp_path, "other", '["base"]', b=EVENT)
    (found,) = problems(base, other)
    assert found.mod == "other"
    assert "[[patch]]" in found.hint


@pytest.mark.parametrize(
    ("kind", "text", "line", "column", "message"),
    [
        ("patron", MOLOTOV + 'patron = "stalin"\n', 17, 11, "there is no person 'stalin'"),
        ("post", '[[post]]\nid = "a"\nname = "A"\norgan = "govt"\nrank = 1\n', 4, 10, "there is no organ 'govt'"),
        ("power", '[[power]]\nid = "ussr"\nname = "U"\nleader = "stalin"\n', 4, 11, "there is no person 'stalin'"),
        (
            "policy option",
            EVENT + '[[policy]]\nid = "a"\nname = "A"\ndescription = ""\nevents = { dacha.delegation.arest = 2 }\n',
            28,
            0,
            "the event 'dacha.delegation' has no option 'arest'",
        ),
    ],
)
def test_an_id_that_nothing_defines_is_placed(
    tmp_path: Path, kind: str, text: str, line: int, column: int, message: str
) -> None:
    found = only_problem(tmp_path, a=text)
    assert (found.line, found.message) == (line, message), kind
    assert column in (0, found.column)


def test_ids_of_a_file_that_cannot_be_parsed_do_not_count_as_missing(tmp_path: Path) -> None:
    post = '[[post]]\nid = "a"\nname = "A"\norgan = "security"\nrank = 1\n'
    found = only_problem(tmp_path, organs='[[organ]]\nid = "security"\nname = \n', posts=post)
    assert found.file == "organs.toml"


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('default = "days"', 'default = "day"', 7, "the default 'day' is not one of the values"),
        ('default = "days"', 'default = "days"\nshares = [1]', 8, "1 shares for 2 values"),
        ('kind = "choice"', 'kind = "choise"', 5, "'kind' cannot be 'choise'"),
        ('kind = "choice"', 'kind = "number"', 1, "a number has no 'values' or 'shares'"),
        ("thread = [10]", "thread = [0]", 8, "item 1 of 'thread' must be at least 1, not '0'"),
        ('default = "days"', "default = true", 7, "'default' must be text in quotes or a number, not true or false"),
    ],
)
def test_a_premise_must_agree_with_itself(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    found = only_problem(tmp_path, premises=PREMISE.replace(old, new))
    assert (found.line, found.message) == (line, message)


def test_a_byte_that_is_not_text_is_placed(tmp_path: Path) -> None:
    folder = write_mod(tmp_path)
    (folder / "bad.toml").write_bytes("# Жук\n# \u0416 ".encode() + b"\xff\n")
    (found,) = problems(folder)
    assert (found.line, found.column, found.message) == (2, 5, "byte 0xff is not UTF-8 text")


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    found = only_problem(tmp_path, big="# " + "x" * 256 * 1024)
    assert found.message == "the file is larger than 256 KB"


def test_a_mod_of_too_many_files_is_refused(tmp_path: Path) -> None:
    folder = write_mod(tmp_path)
    for index in range(2000):
        (folder / f"{index}.txt").touch()
    (found,) = problems(folder)
    assert found.message == "the mod holds more than 2000 files"


def test_a_mod_over_the_limit_is_refused(tmp_path: Path) -> None:
    folder = write_mod(tmp_path)
    with (folder / "big.bin").open("wb") as stream:
        stream.truncate(33 * 1024 * 1024)
    (found,) = problems(folder)
    assert found.message == "the mod is larger than 32 MB"


def test_a_link_out_of_the_mod_is_refused(tmp_path: Path) -> None:
    folder = write_mod(tmp_path)
    secret = tmp_path / "secret.toml"
    secret.write_text(EVENT, encoding="utf-8")
    (folder / "link.toml").symlink_to(secret)
    (folder / "folder").symlink_to(tmp_path)
    assert [problem.message for problem in problems(folder)] == ["not a regular file"] * 2


def test_a_folder_without_a_manifest_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = problems(tmp_path / "empty", tmp_path / "nowhere")
    assert [str(problem).partition(" (")[0] for problem in found] == [
        "empty/mod.toml: the folder holds no mod.toml",
        "nowhere/mod.toml: there is no such folder",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a." * 100_000 + "a = 1",
        "a = " + "[" * 200_000,
        "a = " + "9" * 200_000,
        'a = "' + '\\"' * 120_000,
        'a = """' + '""\\"' * 60_000,
        "a = " + "{b=" * 60_000,
        "'''" + "''a" * 80_000,
        "[[text]]\n" * 28_000,
        "[[x]]\n" * 40_000,
        'tags = ["' + '", "'.join(map(str, range(28_000))) + '"]',
        "[[text]]\nid = 'a'\n" + "\n".join(f"k{index} = 1" for index in range(20_000)),
        "[[event]]\nid = 'a'\ntags = [" + ", ".join(f"'t{index}'" for index in range(24_000)) + "]",
    ],
)
def test_a_hostile_file_is_refused_quickly(tmp_path: Path, text: str) -> None:
    folder = write_mod(tmp_path, hostile=text)
    began = time.perf_counter()
    with pytest.raises(ContentError):
        read_packs([folder])
    assert time.perf_counter() - began < 5


def test_the_nearest_name_is_found_or_none_is() -> None:
    assert nearest("molotof", ["molotov", "malenkov"]) == "molotov"
    assert nearest("zzz", ["molotov", "malenkov"]) is None
    assert nearest("x" * 10_000, ["x" * 10_000]) is None


@pytest.mark.parametrize(
    "text",
    [
        "".join(f'[[person]]\nid = "p{index}"\npatron = "q{index}x"\n' for index in range(5000)),
        "".join(f"[[kind{index}]]\n" for index in range(15_000)),
        '[[policy]]\nid = "a"\n[policy.levers]\n' + "".join(f"e{index} = 1\n" for index in range(15_000)),
    ],
)
def test_thousands_of_problems_are_reported_quickly_and_cut(tmp_path: Path, text: str) -> None:
    folder = write_mod(tmp_path, a=text, b="".join(f'[[text]]\nid = "b{index}"\n' for index in range(5000)))
    began = time.perf_counter()
    found = problems(folder)
    assert time.perf_counter() - began < 15
    assert len(found) == 501
    assert "more problems are not shown" in found[-1].message
