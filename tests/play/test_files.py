"""The files of choices that lead to the ends, and through the remits, of the opening."""

from functools import cache
from pathlib import Path

import pytest

from game.play import choices as files
from game.play.campaign import Campaign
from game.play.proof import opening_of_choices, prove
from tests.play.builders import BASE, the_book

FOLDER = Path(__file__).parent / "choices"

ENDS = {
    "molotov_power": {"rules_committee", "rules_arrest", "rules_portrait"},
    "molotov_betrayed": {"betrayed"},
    "molotov_overtaken": {"overtaken", "new_master"},
    "molotov_loyal": {"loyal_remembered"},
    "stalin_portrait": {"signs_portrait"},
}
NINE = ("molotov", "malenkov", "mikoyan", "voznesensky", "khrushchev", "zhukov", "timoshenko", "beria", "stalin")


@cache
def game_of(name: str) -> tuple[Campaign, tuple[str, ...]]:
    """The game that a file leads to, and what of it could not be done."""
    file = files.read(FOLDER / f"{name}.jsonl")
    game = Campaign.new(opening_of_choices(file, [BASE]), the_book())
    return game, files.play_to_the_end(game, file)


@pytest.mark.parametrize("name", [*ENDS, *(f"{person}_remit" for person in NINE)])
def test_a_file_is_carried_out_whole_and_its_save_replays_to_the_same_hash(name: str, tmp_path: Path) -> None:
    game, faults = game_of(name)
    assert faults == ()
    path = tmp_path / "end.rwsave"
    game.save(path)
    proof = prove(path, [BASE], book=the_book())
    assert (proof.hash, proof.expected) == (game.hash, game.hash)


@pytest.mark.parametrize("name", [*ENDS, *(f"{person}_remit" for person in NINE)])
def test_a_file_says_to_which_hash_it_leads_and_leads_there(name: str) -> None:
    assert files.read(FOLDER / f"{name}.jsonl").head["hash"] == game_of(name)[0].hash


@pytest.mark.parametrize("name", ENDS)
def test_a_file_leads_to_its_end(name: str) -> None:
    assert game_of(name)[0].verdict().end.id in ENDS[name]


def test_molotov_is_overtaken_by_the_chief_of_security_while_he_plots() -> None:
    game, _ = game_of("molotov_overtaken")
    world, people = game.block.world, game.book.schema.index["person"]
    assert world.column("room", "leader")[0] == people["beria"] + 1
    assert world.column("plot", "opened_on")[people["molotov"], 0] > 0


def his_alone(person: str, decision: str) -> bool:
    """Whether a decision is of the remit of this man and of no other of the nine on the first morning."""
    source = the_book().lever(decision).source
    holders = {the_book().scenario.posts.get(post) for post in source.post} & set(NINE)
    if source.post:
        return holders == {person}
    return person == "stalin" and source.when is not None and source.when.text.startswith("me == leader")


@pytest.mark.parametrize("person", NINE)
def test_each_of_the_nine_reaches_mid_july_with_four_orders_that_no_other_could_give(person: str) -> None:
    game, _ = game_of(f"{person}_remit")
    assert game.date > "1941-07-15"
    assert game.person == person
    ordered = {entry.decision for entry in game.journal if entry.decision}
    assert len({decision for decision in ordered if his_alone(person, decision)}) >= 4


def test_molotov_takes_power_by_a_plot_of_his_own() -> None:
    game, _ = game_of("molotov_power")
    phases = game.book.vocabulary.enums["plot_phase"]
    phase = game.block.world.column("plot", "phase")[game.book.schema.index["person"]["molotov"], 0]
    assert phases[int(phase)] == "won"
