"""World 7 of 64 equals world 7 alone, bit for bit, in every phase and over whole runs.

It is what lets any simulated world be opened and played.
"""

from __future__ import annotations

import numpy as np
import pytest

from game.engine import turn
from game.engine.block import Block
from game.engine.choice import UNANSWERED, deciders, legality
from game.engine.turn import advance
from game.rulebook.start import Start
from game.script.evaluate import Evaluator
from game.store.save import from_bytes, save_of, to_bytes
from game.world.ragged import Ragged
from game.world.state import FIELDS, World
from tests.contracts.worlds import (
    DAYS,
    FIRST_SEED,
    PHASES,
    begun,
    ends,
    opening_book,
    over,
    phases,
    run,
    run_phase,
    stopped_before,
)

POLICIES = ("mixed", "random", "historical")
GROUPS = {1: [[0], [31], [63]], 2: [[3, 40], [63, 0]], 7: [[0, 9, 18, 27, 36, 45, 63]]}
"""Worlds of the 64 that are tried in narrower blocks, by width."""


def shuffled(n: int) -> np.ndarray:
    """A fixed permutation of n places."""
    return np.argsort(np.random.default_rng(7).random(n), kind="stable")


def saved_and_loaded(world: World) -> World:
    """The world as a save gives it back."""
    return from_bytes(to_bytes(save_of(opening_book(), world, Start(), "0")), opening_book()).world


# one phase --------------------------------------------------------------------------------------------------------


def after(phase: str, world: World) -> list[str]:
    """Hashes of these worlds once the phase has run over them."""
    return run_phase(Block(opening_book(), world), phases()[phase]).world.hashes()


@pytest.mark.parametrize("turns", DAYS)
@pytest.mark.parametrize("phase", PHASES)
class TestEveryPhase:
    def test_a_phase_gives_the_same_in_a_block_of_any_width(self, phase: str, turns: int) -> None:
        world = stopped_before(phase, "mixed", turns)
        whole = after(phase, world.copy())
        for groups in GROUPS.values():
            for group in groups:
                assert after(phase, world.take(group)) == [whole[i] for i in group]

    def test_a_phase_gives_the_same_among_a_thousand(self, phase: str, turns: int) -> None:
        world, many = stopped_before(phase, "mixed", turns), np.arange(1000) % 64
        whole = after(phase, world.copy())
        assert after(phase, world.take(many)) == [whole[i] for i in many]

    def test_a_phase_gives_the_same_in_any_order(self, phase: str, turns: int) -> None:
        world, order = stopped_before(phase, "mixed", turns), shuffled(64)
        whole = after(phase, world.copy())
        assert after(phase, world.take(order)) == [whole[i] for i in order]

    def test_a_phase_gives_the_same_after_a_save_and_a_load(self, phase: str, turns: int) -> None:
        world = stopped_before(phase, "mixed", turns).take(GROUPS[7][0])
        assert after(phase, saved_and_loaded(world)) == after(phase, world)


@pytest.mark.parametrize("phase", PHASES)
def test_every_phase_has_something_to_do_on_one_of_the_days(phase: str) -> None:
    states = [stopped_before(phase, "mixed", turns) for turns in DAYS]
    assert any(after(phase, world.copy()) != world.hashes() for world in states)


# whole runs -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=POLICIES)
def policy(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def seeds() -> range:
    return range(FIRST_SEED, FIRST_SEED + 64)


@pytest.fixture(scope="module")
def whole(policy: str, seeds: range) -> dict[int, str]:
    """Seed -> hash at the end of the chapter, of 64 worlds run together."""
    return ends(begun(seeds, policy))


class TestWholeRuns:
    @pytest.mark.parametrize("width", [1, 2, 7])
    def test_a_run_ends_the_same_in_a_block_of_any_width(
        self, width: int, policy: str, seeds: range, whole: dict[int, str]
    ) -> None:
        for group in GROUPS[width]:
            chosen = [seeds[i] for i in group]
            assert ends(begun(chosen, policy)) == {seed: whole[seed] for seed in chosen}

    def test_a_run_ends_the_same_in_any_order(self, policy: str, seeds: range, whole: dict[int, str]) -> None:
        assert ends(begun([seeds[i] for i in shuffled(64)], policy)) == whole

    def test_a_run_ends_the_same_when_worlds_leave_on_the_way(
        self, policy: str, seeds: range, whole: dict[int, str]
    ) -> None:
        block, left = begun(seeds, policy), np.arange(64)
        for turns in (3, 5, 6):
            run(block, turns)
            keep = np.flatnonzero(np.arange(block.width) % 3 != 1)
            block, left = block.take(keep), left[keep]
        assert ends(block) == {seeds[i]: whole[seeds[i]] for i in left}

    def test_a_run_ends_the_same_when_finished_worlds_are_dropped(self, policy: str, seeds: range) -> None:
        # All worlds of a chapter finish on the same day: here some are six days ahead of the others.
        ahead, behind = run(begun(seeds[:4], policy), 7), run(begun(seeds[4:8], policy), 1)
        apart = ends(ahead.take(np.arange(4))) | ends(behind.take(np.arange(4)))
        assert ends(together(ahead.world, behind.world), compact_at=range(200)) == apart
        assert ends(together(ahead.world, behind.world)) == apart

    def test_a_run_ends_the_same_after_a_save_and_a_load(
        self, policy: str, seeds: range, whole: dict[int, str]
    ) -> None:
        block = run(begun(seeds[:7], policy), 9)
        loaded = Block(opening_book(), saved_and_loaded(block.world))
        assert ends(loaded) == {seed: whole[seed] for seed in seeds[:7]}

    def test_forks_with_their_parents_seed_end_like_their_parents(
        self, policy: str, seeds: range, whole: dict[int, str]
    ) -> None:
        block = run(begun(seeds[:3], policy), 9).take([2, 0, 2, 1, 2])
        while not over(block).all():
            run(block, 1)
        assert block.world.hashes() == [whole[seeds[i]] for i in (2, 0, 2, 1, 2)]


def together(first: World, second: World) -> Block:
    """Two blocks of worlds side by side, though they differ in date."""
    joined = first.copy()
    joined.width = first.width + second.width
    for field in FIELDS:
        a, b = getattr(first, field.name), getattr(second, field.name)
        if field.kind in ("rows", "world"):
            setattr(joined, field.name, np.ascontiguousarray(np.concatenate([a, b], axis=-1)))
        elif field.kind == "ragged":
            moved = b.data.copy()
            moved[0] += first.width
            setattr(joined, field.name, Ragged(a.names, np.concatenate([a.data, moved], axis=1)))
    return Block(opening_book(), joined)


def test_a_thousand_worlds_begin_like_each_alone() -> None:
    many = run(begun(range(FIRST_SEED, FIRST_SEED + 1000)), 4)
    for place in (0, 500, 999):
        alone = run(begun([FIRST_SEED + place]), 4)
        assert alone.world.hashes() == many.world.take([place]).hashes()


@pytest.mark.soak
@pytest.mark.parametrize("policy", POLICIES)
def test_a_thousand_worlds_end_like_each_alone(policy: str) -> None:
    many = ends(begun(range(1000), policy))
    for seed in range(0, 1000, 20):
        assert ends(begun([seed], policy)) == {seed: many[seed]}


@pytest.mark.soak
@pytest.mark.parametrize("turns", DAYS)
@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("phase", PHASES)
def test_each_of_sixty_four_worlds_goes_through_a_phase_alone_as_in_the_block(
    phase: str, policy: str, turns: int
) -> None:
    world = stopped_before(phase, policy, turns)
    assert [after(phase, world.take([i]))[0] for i in range(64)] == after(phase, world.copy())


# stops ------------------------------------------------------------------------------------------------------------


def last_options() -> dict[int, int]:
    """Order of each event -> its last option: what the player takes."""
    return {event.order: len(event.options) - 1 for event in opening_book().events}


def told_beforehand() -> dict[int, int]:
    """The same of events that are the player's alone, so that no other seat takes what he was told."""
    his = [e for e in opening_book().events if str(e.source.decides) == "person.molotov"]
    return {event.order: len(event.options) - 1 for event in his}


def answer_all(block: Block, wanted: dict[int, int]) -> None:
    """Answer what is open: as wanted where that is legal, else the first that is."""
    for place, (_, event, entity, _, choice) in enumerate(block.world.pending.data.T.tolist()):
        if choice == UNANSWERED:
            rule = block.book.events[event]
            scope = {"this": np.array([float(entity)])}
            evaluate = Evaluator(block.book.graph, block.world, np.zeros(1, np.int64), scope)
            legal = legality(block.book, rule, evaluate, deciders(block.book, rule, evaluate))[:, 0]
            turn.answer(block, place, wanted[event] if legal[wanted[event]] else int(legal.argmax()))


def played(seed: int, forced: dict[int, int], through_saves: bool) -> tuple[str, int]:
    """The hash at the end of a chapter in which Molotov is asked, and how many questions stopped it."""
    block = begun([seed], forced=forced, sides={"molotov": "ask"}, protagonist="molotov")
    stops = 0
    while not over(block).all():
        stop = advance(block)
        stops += stop == "question"
        if through_saves:
            block = Block(opening_book(), saved_and_loaded(block.world), block.forced)
        if stop == "question":
            answer_all(block, last_options())
        turn.close_orders(block)
    return block.world.hashes()[0], stops


@pytest.mark.parametrize("seed", [11, 12])
def test_a_turn_stopped_saved_loaded_and_answered_ends_like_one_that_was_told_before(seed: int) -> None:
    stopped, questions = played(seed, {}, through_saves=True)
    told, fewer = played(seed, told_beforehand(), through_saves=False)
    assert stopped == told
    assert questions > fewer
