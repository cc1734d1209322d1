"""Runs: every world is the same whatever stands beside it, and the files say what happened."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.core import calendar
from game.lab.run import Run
from game.lab.shards import BLOCK, pieces
from game.lab.simulate import simulate
from tests.lab.runs import command, of_world, results, rows


def test_a_world_of_a_run_is_the_world_of_its_seed_alone() -> None:
    many = results(worlds=60, seed=5)
    for seed in (5, 31, 64):
        alone = results(worlds=1, seed=seed)
        assert alone.hashes == [many.hashes[seed - 5]]
        assert alone.headlines[:, 0].tolist() == many.headlines[:, seed - 5].tolist()


def test_two_processes_give_what_one_gives() -> None:
    one, two = results(worlds=60, seed=5), simulate(Run(worlds=60, seed=5, jobs=2, quiet=True))
    assert two.hashes == one.hashes
    assert (two.samples.values[two.samples.taken[None].repeat(len(two.samples.values), 0)]
            == one.samples.values[one.samples.taken[None].repeat(len(one.samples.values), 0)]).all()  # fmt: skip


def test_a_run_is_parted_into_blocks_and_every_process_gets_one() -> None:
    assert pieces(10, 1) == [(0, 10)]
    assert pieces(10, 3) == [(0, 4), (4, 4), (8, 2)]
    assert pieces(BLOCK + 1, 1) == [(0, BLOCK), (BLOCK, 1)]


def test_a_run_goes_on_after_the_chapter_and_its_outcome_stays_what_it_was_at_the_end_of_it() -> None:
    chapter, longer = results(worlds=20, seed=5), results(worlds=20, seed=5, until=calendar.to_days("1941-09-30"))
    assert (longer.end_date > calendar.to_days("1941-09-30")).all()
    assert longer.outcome.tolist() == chapter.outcome.tolist()
    assert longer.player_end.tolist() == chapter.player_end.tolist()


def test_a_run_may_stop_before_the_end_of_the_chapter() -> None:
    short = results(worlds=3, seed=5, until=calendar.to_days("1941-06-25"))
    assert [calendar.to_iso(d) for d in short.end_date.tolist()] == ["1941-06-26"] * 3
    assert short.turns.tolist() == [4] * 3


def test_a_side_a_premise_a_setting_and_a_choice_change_worlds() -> None:
    plain = results(worlds=8, seed=5).hashes
    for changed in (
        {"sides": (("all", "random"),)},
        {"premises": (("breakdown", "myth"),)},
        {"settings": (("power.ussr.stability", "20"),)},
        {"choices": ((first_choice(), "wait"),)},
    ):
        assert results(worlds=8, seed=5, **changed).hashes != plain, changed


def first_choice() -> str:
    """The first event that every world meets."""
    return "week.ambassador"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a run of twelve worlds with everything written."""
    out = tmp_path_factory.mktemp("run")
    probe = "--probe", "shot=power.ussr.executed", "--probe", "away=withdrawn"
    assert command("simulate", "--worlds", 12, "--seed", 40, "--every", "turn", "--raw", "--chronicle", *probe,
                   "--out", out, "--quiet") == 0  # fmt: skip
    return out


def test_the_manifest_says_what_was_run(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text())
    keys = "version scenario mods arguments seed worlds world_turns cpu_seconds wall_seconds".split()
    assert set(keys) <= set(manifest)
    assert (manifest["seed"], manifest["worlds"]) == (40, 12)
    assert manifest["world_turns"] == sum(int(r["turns"]) for r in rows(folder / "worlds.csv"))


def test_no_partial_file_is_left(folder: Path) -> None:
    names = sorted(p.name for p in folder.iterdir())
    assert names == ["chronicle.csv", "manifest.json", "probes.csv", "series.csv", "worlds.csv"]


def test_worlds_have_a_row_each_with_the_scenarios_headlines(folder: Path) -> None:
    found = rows(folder / "worlds.csv")
    assert [r["seed"] for r in found] == [str(40 + i) for i in range(12)]
    head = ["world", "seed", "end_date", "outcome", "player_end", "turns", "hash"]
    assert list(found[0])[:7] == head
    assert "dead_military" in found[0]
    assert all(r["outcome"] for r in found)


def test_series_hold_quantiles_of_headlines_and_probes_on_every_date(folder: Path) -> None:
    found = rows(folder / "series.csv")
    assert list(found[0]) == ["date", "name", "q05", "q25", "q50", "q75", "q95", "mean", "defined"]
    dates = sorted({r["date"] for r in found})
    assert dates[0] == "1941-06-22"
    assert dates[-1] == "1941-07-15"
    assert len(dates) == 24
    shot = [r for r in found if r["name"] == "shot"]
    assert len(shot) == 24
    assert all(r["defined"] == "12" for r in shot)
    assert all(float(r["q05"]) <= float(r["q50"]) <= float(r["q95"]) for r in shot)


def test_probes_and_chronicle_of_a_world_do_not_depend_on_the_others(folder: Path, tmp_path: Path) -> None:
    probe = "--probe", "shot=power.ussr.executed", "--probe", "away=withdrawn"
    assert command("simulate", "--seed", 47, "--every", "turn", "--raw", "--chronicle", *probe, "--out", tmp_path,
                   "--quiet") == 0  # fmt: skip
    for name in ("probes.csv", "chronicle.csv", "worlds.csv"):
        assert of_world(rows(tmp_path / name), 47) == of_world(rows(folder / name), 47), name


def test_the_chronicle_tells_who_did_what_in_ids_and_words(folder: Path) -> None:
    found = rows(folder / "chronicle.csv")
    assert {r["kind"] for r in found} >= {"event", "decision"}
    assert all(r["text"] and "{" not in r["text"] for r in found)
    decided = [r for r in found if r["kind"] == "decision"]
    assert all(r["actor"] for r in decided)


def test_the_table_gives_shares_with_intervals_and_a_digest(capsys: pytest.CaptureFixture[str]) -> None:
    assert command("simulate", "--worlds", 30, "--seed", 5, "--quiet") == 0
    said = capsys.readouterr().out
    assert "Outcome" in said
    assert "95 %" in said
    assert "digest" in said
