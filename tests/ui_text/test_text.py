import io
import os
import random
import re
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise, repeat
from pathlib import Path

import numpy as np
import pytest

from game.ai.study import Study
from game.lab.fault import BadInput
from game.language.words import read_words
from game.ui.text import main, pages, words
from game.ui.text.command import sit
from game.ui.text.screen import Screen
from game.ui.text.session import Session
from game.world.chronicle import Kind, encode
from tests.play.builders import answer_all, campaign, the_book

ROOT = Path(__file__).parents[2]
AMBASSADOR = '{"date": "1941-06-22", "seat": "molotov", "event": "week.ambassador", "option": "wait"}'


def typed(lines: Iterable[str], folder: Path, person: str = "molotov", seed: int = 5) -> tuple[int, str]:
    """The exit code and all that is printed when a player types these lines."""
    out = io.StringIO()
    session = Session(Screen(out, lines), campaign(person, seed), folder)
    return sit(session), out.getvalue()


def asked(**more: object) -> Namespace:
    """What the command line hands over."""
    given: dict[str, object] = {
        "protagonist": "", "scenario": "dacha-1941", "seed": "5", "premise": [], "side": [], "difficulty": "normal",
        "ironman": False, "mod": [], "load": None, "choices": None,
    }  # fmt: skip
    return Namespace(**{**given, **more})


def test_at_most_250_words_stand_before_the_first_choice(tmp_path: Path) -> None:
    for person in the_book().scenario.playable:
        _, page = typed([], tmp_path, person)
        assert "04:10" in page.splitlines()[0]
        assert len(page.partition("Saved as")[0].split()) <= 250, person


@pytest.mark.parametrize("person", ["molotov", "beria", "stalin"])
def test_a_newcomer_who_only_presses_the_first_option_reaches_the_middle_of_july(tmp_path: Path, person: str) -> None:
    code, page = typed(repeat("1", 300), tmp_path, person)
    assert code == 0
    assert re.search("1[45] July 1941", page)
    assert "The graves" in page
    assert "is not understood:" not in page


def test_each_option_states_its_cost_and_what_it_does_before_it_is_taken(tmp_path: Path) -> None:
    _, page = typed([], tmp_path)
    assert "Costs 6 authority" in page
    assert "the leader suspects you slightly more" in page


def test_what_an_answer_led_to_and_what_it_cost_is_told_after_it(tmp_path: Path) -> None:
    _, page = typed(["3"], tmp_path)
    assert "write down the hour" in page
    assert re.search(r"authority (\d\d) > \d\d", page)


def test_a_number_that_was_not_offered_and_a_word_that_is_none_are_answered_with_what_there_is(tmp_path: Path) -> None:
    _, page = typed(["9", "banana", "", "0"], tmp_path)
    assert page.count("is not understood: choose 1 to 3") == 3


def test_an_order_asks_for_its_arguments_one_by_one(tmp_path: Path) -> None:
    _, page = typed(["1", "1", "o"], tmp_path)
    numbered = {title: number for number, title in re.findall(r"^ ?(\d+)  (Speak with a man)", page, re.MULTILINE)}
    _, page = typed(["1", "1", numbered["Speak with a man"], "1"], tmp_path)
    assert "Man?" in page
    assert "hands 3 > 2" in page


def test_an_order_may_be_left_at_its_arguments(tmp_path: Path) -> None:
    _, page = typed(["1", "1", "o"], tmp_path)
    number = re.findall(r"^ ?(\d+)  Speak with a man", page, re.MULTILINE)[0]
    _, page = typed(["1", "1", number, "0"], tmp_path)
    assert "hands 3 > 2" not in page


def test_every_page_is_there(tmp_path: Path) -> None:
    lines = ["h", "d", "w", "m", "i", "? authority", "?", "? nerve", "? banana", "s", "s nobody", "u", "load", "1", "u"]
    _, page = typed(lines, tmp_path)
    for said in ("choose an option", "signs seen", "The room.", "Source:", "Which number?", "Nobody knows it",
                 "no number banana", "what to expect", "no staff 'nobody'", "nothing to take back", "Saves: none",
                 "Taken back"):  # fmt: skip
        assert said in page, said


def test_a_game_is_saved_and_loaded_by_name(tmp_path: Path) -> None:
    _, page = typed(["2", "save first day", "1", "1", "load first day", "load nothing", "q"], tmp_path)
    assert "Saved as first day.rwsave" in page
    assert page.count("Noon, 22 June") == 3
    assert "no file" in page


def test_leaving_saves_and_is_no_fault(tmp_path: Path) -> None:
    assert typed(["1", "q"], tmp_path)[0] == 0
    assert (tmp_path / "last sitting.rwsave").exists()
    assert typed([], tmp_path / "other")[0] == 0
    assert (tmp_path / "other" / "last sitting.rwsave").exists()


def test_an_interrupt_saves_and_ends_with_130(tmp_path: Path) -> None:
    def lines() -> Iterator[str]:
        yield "1"
        raise KeyboardInterrupt

    code, page = typed(lines(), tmp_path)
    assert code == 130
    assert "Saved as last sitting" in page


def test_a_fall_offers_another_seat_or_the_end(tmp_path: Path) -> None:
    game, out = campaign(), io.StringIO()
    game.answer("receive")
    game.answer("his_name")
    game.block.world.column("person", "free")[game.me] = 0.0
    game.advance()
    assert sit(Session(Screen(out, ["x", str(len(game.heirs()) + 1)]), game, tmp_path)) == 0
    assert "Go on as" in out.getvalue()
    assert "The graves" in out.getvalue()


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"protagonist": "churchil"}, "you cannot play"),
        ({"seed": "many"}, "whole number"),
        ({"premise": ["breakdown"]}, "NAME=VALUE"),
        ({"side": ["beria=ask"]}, "one player"),
        ({"scenario": "dacha-1942"}, "dacha-1941"),
        ({"load": "no/such.rwsave"}, "there is no file"),
        ({"choices": "no/such.jsonl"}, "there is no file"),
        ({"mod": ["no/such/mod"]}, "no such folder"),
    ],
)
def test_what_cannot_be_played_is_refused_in_one_sentence(more: dict[str, object], says: str) -> None:
    with pytest.raises(BadInput, match=says) as caught:
        main(asked(**more))
    assert "\n" not in str(caught.value)


def test_a_file_of_choices_plays_to_the_last_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "choices.jsonl"
    other = AMBASSADOR.replace("week.ambassador", "week.wake_him").replace('"wait"', '"wake"')
    path.write_text(f"{AMBASSADOR}\n{other}\n")
    assert main(asked(choices=str(path))) == 0
    page = capsys.readouterr().out
    assert "> week.ambassador: wait" in page
    assert "choices.jsonl:2: week.wake_him did not come up" in page
    assert "Hash of the world" in page


def test_a_malformed_file_of_choices_is_bad_input(tmp_path: Path) -> None:
    path = tmp_path / "choices.jsonl"
    path.write_text("{")
    with pytest.raises(BadInput, match=r"choices.jsonl:1: "):
        main(asked(choices=str(path)))


PLAIN = [{"TERM": "dumb"}, {"NO_COLOR": "1"}, {"PYTHONIOENCODING": "ascii"}, {"COLUMNS": "30"}]


@pytest.mark.parametrize("more", PLAIN)
def test_a_plain_terminal_gets_plain_lines(tmp_path: Path, more: dict[str, str]) -> None:
    command = [sys.executable, "main.py", "play", "--text", "--seed", "5"]
    env = {**os.environ, "RED_WEDGE_SAVES": str(tmp_path), **more}
    typed_in = b"1\n1\nd\nq\n"
    done = subprocess.run(command, cwd=ROOT, input=typed_in, env=env, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout
    if more.get("COLUMNS"):
        assert max(map(len, done.stdout.decode().splitlines())) <= 30


@pytest.mark.parametrize("name", ["molotov_power", "stalin_remit"])
def test_a_played_file_shows_costs_before_and_causes_after(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = ROOT / "tests" / "play" / "choices" / f"{name}.jsonl"
    main(asked(choices=str(path), seed=None))
    page = capsys.readouterr().out
    decisions = re.findall(r'"decision": "([a-z_.]+)"', path.read_text())
    parts = re.split(r"^> ", page, flags=re.MULTILINE)
    orders = [(before, after) for before, after in pairwise(parts) if after.split()[0] in decisions]
    assert len(orders) == len(decisions)
    assert all("Costs " in before.split("\n\n")[-1] for before, _ in orders)
    assert all(len(after.splitlines()) > 2 for _, after in orders)


def test_whatever_is_typed_the_game_goes_on(tmp_path: Path) -> None:
    chance = random.Random(1)
    words = [*"1234567890nrldwmie?uoh", "12", "999", "? power.ussr.legitimacy", "load", "save a", "load a", "é", "[b]"]
    code, page = typed([chance.choice(words) for _ in range(200)], tmp_path, "zhukov")
    assert code == 0
    assert "Traceback" not in page


def printed(show: Callable[[Screen], None]) -> str:
    """What a page prints."""
    out = io.StringIO()
    show(Screen(out, []))
    return out.getvalue()


def test_a_study_in_which_nothing_parts_the_options_says_so() -> None:
    made = Study(
        "Which?", "High Command", "Georgy Zhukov", "1941-06-22", "1941-07-15", 20, (), "There is no difference."
    )
    assert "There is no difference." in printed(lambda screen: pages.study(screen, made))


def test_a_range_is_said_and_not_counted_in_noughts() -> None:
    assert words.span(read_words(), 0, 5e7) == "0 to 50 million"
    assert words.span(read_words(), -100, 1500) == "-100 to 1,500"
    assert words.span(read_words(), 0, 2.5e9) == "0 to 2.5 billion"


def test_what_ends_with_a_mark_takes_no_stop_after_it() -> None:
    assert [words.stopped(text) for text in ("Who commands?", "Here!", "He left")] == [
        "Who commands?",
        "Here!",
        "He left.",
    ]


def test_a_leader_who_has_withdrawn_reads_that_he_answers_nobody(tmp_path: Path) -> None:
    game, out = campaign("stalin"), io.StringIO()
    answer_all(game)
    for column, value in (("withdrawn", 1.0), ("withdrawn_on", game.block.world.date[0])):
        game.block.world.column("room", column)[:] = value
    sit(Session(Screen(out, ["d"]), game, tmp_path))
    assert "you lead, and answer nobody since 22 June" in out.getvalue()
    assert "you have withdrawn" in out.getvalue()


def test_a_leader_who_came_back_after_the_hands_were_dealt_out_reads_why_he_has_none(tmp_path: Path) -> None:
    game, out = campaign("stalin"), io.StringIO()
    answer_all(game)
    block = game.block
    assert block.world.chronicle is not None
    returned = next(k for k, note in enumerate(game.book.notes) if note.name == "leader_returned")
    block.world.chronicle.write(
        encode(int(Kind.NOTE), returned), block.world.number, block.world.date, np.array([1]), np.array([1])
    )
    block.world.column("person", "hands_left")[game.me] = 0.0
    sit(Session(Screen(out, ["d"]), game, tmp_path))
    assert "you lead, back since today: your hands come tomorrow" in out.getvalue()
