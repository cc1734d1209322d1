"""The front of the opening against the record, and the price of each big order: `pytest -m soak tests/balance`."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pytest

from game.engine.block import Block
from game.engine.turn import advance
from game.rulebook.start import Start, begin
from game.world.columns import ENUMS
from game.world.state import World
from tests.balance.worlds import opened, played

pytestmark = pytest.mark.soak

FELL = {
    "kaunas": 2, "vilnius": 2, "dvinsk": 4, "bialystok": 5, "baranovichi": 4, "minsk": 6, "rovno": 6, "lvov": 8,
    "riga": 9, "tarnopol": 10, "pinsk": 12, "chernovtsy": 13, "pskov": 17, "zhitomir": 17, "vitebsk": 18,
    "smolensk": 24,
}  # fmt: skip
"""Day of the war on which the town fell, 22 June = 0."""

FRONTS = ("northwestern_front", "western_front", "southwestern_front")


@lru_cache(maxsize=8)
def fought(stance: str = "", empty: bool = False, worlds: int = 200) -> dict[str, float]:
    """What worlds of the record lose if every front has one order, or the centre is empty on days 3-10."""

    def each_day(world: World) -> None:
        for front in FRONTS if stance else ():
            row = world.schema.index["formation"][front]
            world.column("formation", "stance")[row] = ENUMS["stance"].index(stance)
        if empty and 3 <= world.date[0] - START <= 10:
            world.column("room", "vacuum_left")[:] = 3.0

    return losses(run(each_day, worlds))


START = 15147
"""22 June 1941 in days since 1900."""


def run(each_day: Callable[[World], None], worlds: int) -> World:
    """Worlds of the record with something forced each morning."""
    book = opened()
    world = begin(book, range(1, worlds + 1), Start(policy="historical"))
    block = Block(book, world)
    while (world.date <= float(str(book.reference.tables["until"]))).any():
        each_day(world)
        advance(block)
    return world


def losses(world: World) -> dict[str, float]:
    """Means over the worlds: irrecoverable losses, German dead, and the day on which Pskov fell."""
    power, index = world.schema.index["power"], world.schema.index["province"]
    assert world.chronicle is not None
    rows = world.chronicle.rows()
    taken = next(i for i, note in enumerate(opened().notes) if note.name == "city_taken")
    pskov = rows[((rows["code"] >> 28 & 3) == 2) & ((rows["code"] >> 6 & 0xFFFF) == taken)]
    pskov = pskov[pskov["entity"] == index["pskov"] + 1]
    return {
        "dead": float(world.column("power", "dead_military")[power["ussr"]].mean()),
        "german": float(world.column("power", "dead_east")[power["germany"]].mean()),
        "pskov": float((pskov["date"] - START).mean()),
    }


def test_under_the_record_towns_fall_within_two_days_of_their_date() -> None:
    played_ = played(500, policy="historical")
    assert played_.world.chronicle is not None
    rows = played_.world.chronicle.rows()
    taken = next(i for i, note in enumerate(played_.book.notes) if note.name == "city_taken")
    rows = rows[((rows["code"] >> 28 & 3) == 2) & ((rows["code"] >> 6 & 0xFFFF) == taken)]
    index = played_.book.schema.index["province"]
    off = {t: float((rows["date"][rows["entity"] == index[t] + 1] - START).mean()) - day for t, day in FELL.items()}
    assert {t: round(x, 1) for t, x in off.items() if abs(x) > 2.0} == {}


def test_elastic_orders_save_men_and_give_ground_sooner() -> None:
    usual, elastic = fought(), fought("elastic")
    assert 0.8 < elastic["dead"] / usual["dead"] < 0.95
    assert elastic["pskov"] < usual["pskov"]


def test_a_withdrawal_everywhere_saves_most_men_and_spares_the_enemy() -> None:
    usual, back = fought(), fought("withdraw")
    assert back["dead"] < 0.85 * usual["dead"]
    assert back["german"] < 0.85 * usual["german"]
    assert back["pskov"] < usual["pskov"] - 1.0


def test_attack_everywhere_costs_the_enemy_much_and_the_army_more() -> None:
    usual, attack = fought(), fought("attack")
    assert attack["dead"] > 1.1 * usual["dead"]
    assert attack["german"] > 1.1 * usual["german"]


def test_an_empty_chair_is_seen_at_the_front() -> None:
    usual, empty = fought("stand_fast"), fought("stand_fast", empty=True)
    assert empty["dead"] > 1.05 * usual["dead"]
    assert empty["pskov"] < usual["pskov"]
