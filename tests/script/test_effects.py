"""What effects do to worlds: within the range, to whom it concerns, in order; and the words that every game has."""

from __future__ import annotations

import numpy as np

from game.engine.block import Block
from game.engine.turn import advance
from game.world.ledger import Ledger
from tests.rulebook.builders import bare_book
from tests.script.builders import do, got, person, put, scope, value, worlds

WEST = "formation.western_front"


def test_a_number_stays_within_its_range() -> None:
    world = worlds()
    do(world, "nerve += 1000")
    assert value("nerve", world) == 100.0
    do(world, "nerve -= 1000")
    assert value("nerve", world) == 0.0
    do(world, "nerve = 1000")
    assert value("nerve", world) == 100.0


def test_a_number_of_the_mods_own_stays_within_its_own_range() -> None:
    world = worlds()
    do(world, "var.grain_moved += 999999")
    assert value("var.grain_moved", world) == bare_book().content.vars["grain_moved"].high


def test_a_tie_stays_within_its_range_and_is_a_whole_number() -> None:
    world = worlds()
    do(world, "tie.stalin.beria.debt += 100")
    assert value("tie.stalin.beria.debt", world) == 9.0
    do(world, "tie.stalin.beria.debt = 1.4")
    assert value("tie.stalin.beria.debt", world) == 1.0


def test_each_effect_sees_what_the_one_before_it_did() -> None:
    world = worlds()
    do(world, "nerve = 10", "nerve += nerve", "tension = nerve")
    assert value("tension", world) == 20.0


def test_an_effect_on_nobody_changes_nothing() -> None:
    world = worlds()
    before = world.hashes()
    nobody = {"man": np.zeros(1)}
    do(world, "man.influence += 5", "tie.man.beria.trust += 5", within=scope("man"), **nobody)
    assert world.hashes() == before


def test_each_world_changes_for_its_own_person() -> None:
    world = worlds(2)
    men = np.concatenate([person("beria"), person("zhukov")])
    do(world, "man.influence = 7", within=scope("man"), man=men)
    rows = [world.schema.row("person", name, "influence") for name in ("beria", "zhukov")]
    changed = world.numbers[rows] == 7.0
    assert changed.tolist() == [[True, False], [False, True]]


def test_flags_persons_enums_and_dates_are_set() -> None:
    world = worlds()
    do(
        world, "flag.dacha_quarrelled = true", "person.beria.patron = zhukov", f"{WEST}.stance = withdraw",
        'crisis.leadership.until = "1941-08-01"', "crisis.leadership.until += 2", "war.ended = leader == stalin",
    )  # fmt: skip
    assert value("flag.dacha_quarrelled", world) == 1.0
    assert value("person.beria.patron == zhukov", world) == 1.0
    assert value(f"{WEST}.stance == withdraw", world) == 1.0
    assert value('crisis.leadership.until == "1941-08-03"', world) == 1.0
    assert value("war.ended", world) == 1.0


def test_the_ledger_names_what_changed_and_by_how_much() -> None:
    world = worlds()
    world.ledger = Ledger()
    put(world, "room.room.nerve", 98.0)
    do(world, "nerve += 5", "person.beria.influence -= 3")
    nerve = world.schema.row("room", "room", "nerve")
    assert [(e.label, e.delta) for e in world.ledger.of(nerve)] == [("trial", 2.0)]


# words ----------------------------------------------------------------------------------------------------------------


def days_of(*effects: str, days: int = 5) -> tuple[list[float], list[float]]:
    """What is read and what is stored of a column on each of these days, the first after these effects."""
    world = worlds()
    block = Block(bare_book(), world)
    put(world, "organ.press.readiness", 40.0)
    do(world, *effects)
    read, stored = [], []
    for _ in range(days):
        read.append(value("organ.press.readiness", world))
        stored.append(got(world, "organ.press.readiness"))
        advance(block)
    return read, stored


def test_a_modifier_is_felt_for_its_days_and_leaves_the_column_as_it_was() -> None:
    with_it, stored = days_of("modify(organ.press.readiness, 15, 2)")
    without, as_it_was = days_of()
    felt = [round(a - b, 9) for a, b in zip(with_it, without, strict=True)]
    assert felt == [15.0, 15.0, 15.0, 15.0, 0.0]  # the day it is laid and two more; it is taken off the next morning
    assert stored == as_it_was


def test_modifiers_add_up_and_end_apart() -> None:
    with_them, _ = days_of("modify(organ.press.readiness, 15, 1)", "modify(organ.press.readiness, -5.5, 30)")
    without, _ = days_of()
    felt = [round(a - b, 9) for a, b in zip(with_them, without, strict=True)]
    assert felt == [9.5, 9.5, 9.5, -5.5, -5.5]


def test_a_modifier_is_read_within_the_range() -> None:
    world = worlds()
    put(world, "organ.press.readiness", 90.0)
    do(world, "modify(organ.press.readiness, 50, 3)")
    assert value("organ.press.readiness", world) == 100.0
    put(world, "organ.press.readiness", 20.0)
    assert value("organ.press.readiness", world) == 70.0


def test_a_write_to_a_modified_column_is_to_what_is_stored() -> None:
    world = worlds()
    put(world, "organ.press.readiness", 40.0)
    do(world, "modify(organ.press.readiness, 15, 3)", "organ.press.readiness += 2")
    assert got(world, "organ.press.readiness") == 42.0
    assert value("organ.press.readiness", world) == 57.0


def test_a_modifier_of_an_endless_time_or_none_is_kept_in_bounds() -> None:
    world = worlds()
    do(world, "modify(organ.press.readiness, 1, 9999999999)", "modify(organ.press.readiness, 1, -5)")
    until = world.modifiers.data[3].tolist()
    assert until[0] < 2**40
    assert until[1] == int(world.date[0])


def test_a_signal_tells_of_its_entity_in_each_world() -> None:
    world = worlds(3)
    do(world, "signal(front_broken, western_front)", "signal(session_opened)")
    signals, schema = bare_book().vocabulary.signals, world.schema
    assert world.signals.data[0].tolist() == [0, 1, 2, 0, 1, 2]
    assert world.signals.data[1].tolist() == [signals["front_broken"]] * 3 + [signals["session_opened"]] * 3
    assert world.signals.data[2].tolist() == [schema.index["formation"]["western_front"] + 1] * 3 + [0] * 3
