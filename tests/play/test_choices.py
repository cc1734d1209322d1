from pathlib import Path

import pytest

from game.play import choices as files
from game.play.errors import PlayError
from game.play.proof import prove
from game.store.problem import SaveError
from tests.play.builders import BASE, choices, played, the_book

AMBASSADOR = '{"date": "1941-06-22", "seat": "molotov", "event": "week.ambassador", "option": "wait"}'
TALK = '{"date": "1941-06-28", "seat": "molotov", "decision": "room.talk", "arguments": {"man": "beria"}}'
HEAD = '# campaign: {"person": "molotov", "seed": 5}'


def test_a_file_answers_what_it_lists_and_takes_the_default_elsewhere() -> None:
    game, faults = played(choices("# a comment", AMBASSADOR, "", TALK))
    assert faults == ()
    first = game.journal[0]
    assert (first.event, first.option) == ("week.ambassador", "wait")
    assert [(e.date, e.decision) for e in game.journal if e.decision] == [("1941-06-28", "room.talk")]
    noon = next(e for e in game.journal if e.event == "week.noon")
    assert noon.option == game.book.event("week.noon").source.default


def test_a_file_answers_by_event_where_the_date_is_another() -> None:
    game, faults = played(choices(AMBASSADOR.replace("06-22", "07-01")))
    assert faults == ()
    assert game.journal[0].option == "wait"


def test_an_order_that_cannot_be_given_is_reported_with_its_line_and_the_game_goes_on() -> None:
    arrest = '{"date": "1941-06-23", "seat": "molotov", "decision": "leader_arrest", "arguments": {"man": "beria"}}'
    game, faults = played(choices(AMBASSADOR, arrest, TALK))
    assert len(faults) == 1
    assert faults[0].startswith("test.jsonl:2: leader_arrest")
    assert game.halt == "over"


def test_an_event_that_never_came_is_reported_at_the_end() -> None:
    _, faults = played(choices('{"date": "1941-06-22", "seat": "molotov", "event": "week.wake_him", "option": "wake"}'))
    assert faults == ("test.jsonl:1: week.wake_him did not come up on 1941-06-22",)


def test_an_order_of_another_man_is_reported() -> None:
    _, faults = played(choices(TALK.replace('"molotov"', '"mikoyan"')))
    assert "you are molotov" in faults[0]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "test.jsonl:2:"),
        ('{"date": "1941-06-22"}', "test.jsonl:2:.*'seat' is missing"),
        (AMBASSADOR.replace("1941-06-22", "22 June"), "test.jsonl:2:.*no date"),
        (AMBASSADOR.replace('"wait"', '"wait", "mood": "low"'), "test.jsonl:2:.*mood"),
        ('# campaign: {"person": 3}', "test.jsonl:2:.*person"),
        ('# campaign: {"persons": "x"}', "test.jsonl:2:.*persons"),
        ("# campaign: yes", "test.jsonl:2:.*JSON"),
    ],
)
def test_a_malformed_line_is_refused_with_its_place(line: str, says: str) -> None:
    with pytest.raises(SaveError, match=says):
        choices("# first", line)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (AMBASSADOR.replace("ambassador", "ambasador"), "did you mean 'week.ambassador'"),
        (AMBASSADOR.replace('"wait"', '"flee"'), "it has receive"),
        (TALK.replace("room.talk", "room.tlak"), "did you mean 'room.talk'"),
        (TALK.replace('"beria"', '"baria"'), "is not a person"),
    ],
)
def test_an_unknown_id_is_refused_before_anything_is_played(line: str, says: str) -> None:
    with pytest.raises(PlayError, match=f"test.jsonl:1: .*{says}"):
        played(choices(line))


def test_a_file_with_a_head_proves_itself(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    path.write_text("\n".join([HEAD, AMBASSADOR, TALK]), encoding="utf-8")
    proof = prove(path, [BASE], book=the_book())
    assert proof.holds
    assert proof.expected == ""
    path.write_text("\n".join([HEAD.replace("}", f', "hash": "{proof.hash}"}}'), AMBASSADOR, TALK]), encoding="utf-8")
    assert prove(path, [BASE], book=the_book()).expected == proof.hash
    path.write_text("\n".join([HEAD.replace("}", ', "hash": "0123456789abcdef"}'), AMBASSADOR]), encoding="utf-8")
    assert not prove(path, [BASE], book=the_book()).holds


def test_a_file_without_a_head_cannot_be_proved(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    path.write_text(AMBASSADOR, encoding="utf-8")
    with pytest.raises(PlayError, match="begin it with"):
        prove(path, [BASE], book=the_book())


def test_a_proof_stops_on_the_date_that_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    path.write_text("\n".join([HEAD, AMBASSADOR]), encoding="utf-8")
    assert "1941-06-30" <= prove(path, [BASE], "1941-06-30", the_book()).date <= "1941-07-01"


def test_a_file_is_read_with_the_lines_of_its_choices(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    path.write_text("\n".join([HEAD, "", AMBASSADOR, "# then", TALK]), encoding="utf-8")
    assert [choice.line for choice in files.read(path).lines] == [3, 5]
