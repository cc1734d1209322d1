"""What names, types and units mean, and what is said where they mean nothing."""

from __future__ import annotations

import pytest

from game.script.names import BOOL, NUMBER
from tests.rulebook.builders import bare_book
from tests.script.builders import effect_fault, fault, node, scope, writes

FAULTS = {
    "a misspelt column": ("person.beria.influense > 3", "no column influense", "did you mean 'influence'?"),
    "a misspelt entity": ("person.bera.influence > 3", "there is no person bera", "did you mean 'beria'?"),
    "a misspelt table": ("persn.beria.influence > 3", "unknown name persn", "did you mean 'person'?"),
    "a misspelt function": ("mx(1, 2) > 3", "there is no function mx", "did you mean 'max'?"),
    "a misspelt constant": ("constant.accept_lo > 3", "there is no constant accept_lo", "'accept_low'"),
    "a misspelt value": ("premise.breakdown == day", "day is not a premise.breakdown", "'days'"),
    "a value of another enum": ("plot.beria.route == myth", "myth is not a plot_route", "one of: undecided, beg"),
    "an id that nothing fixes": ("stalin", "stalin may be read as person.stalin", "write the table"),
    "an id that two enums have": ("committee_of_five == withdraw", "may be read as vote_motion", "write the table"),
    "a table without an entity": ("organ > 3", "organ needs an entity", "for example organ."),
    "a table of one row without a column": ("war", "war needs an entity", "for example war."),
    "an aggregate's row outside of one": ("each.influence > 3", "unknown name each", "main.py mods docs"),
    "a table that is none": ("any(persons, alive)", "no table persons", "did you mean 'person'?"),
    "an aggregate in another": ("any(person, any(organ, head == nobody))", "an aggregate inside an aggregate", "split"),
    "an aggregate without a table": ("count(1, true) > 3", "count is written count(table, condition)", "true"),
    "too few arguments": ("clamp(nerve, 0)", "clamp takes 3 arguments, not 2", "language.md"),
    "two arguments too many": ("abs(nerve, 0, 1)", "abs takes 1 arguments, not 3", "language.md"),
    "too few arguments of a formula": ("our_man()", "our_man takes (man), not 0", "one value for each"),
    "an argument of another type": ("our_man(organ.press)", "this is a organ, a person is wanted", "person.ID"),
    "a column of a number": ("nerve.head > 3", "a number of points has no columns", "remove .head"),
    "a column of nobody": ("nobody.head > 3", "a reference has no columns", "remove"),
    "a column that only the room has": ("person.halder.authority > 3", "halder has no authority", "of the room"),
    "a report that does not exist": ("organ.press.readiness.reported > 3", "has no report", "remove .reported"),
    "a person compared with a number": ("leader > 3", "a person cannot be compared with a number", "a person"),
    "a person ordered": ("leader > stalin", "can be == or !=", "columns"),
    "a person compared with an organ": ("leader == organ.press", "a person is never a organ", "a person"),
    "a number as a condition": ("nerve and withdrawn", "a condition is wanted", "compare it"),
    "a person in a sum": ("leader + 1 > 3", "a number is wanted", "if_"),
    "men and points": ("nerve > formation.western_front.tanks", "tanks are different units", "compare like with like"),
    "men plus points": ("nerve + formation.western_front.tanks > 3", "different units", "compare like with like"),
    "the smaller of men and points": ("min(nerve, formation.western_front.tanks) > 3", "different units", "compare"),
    "a choice of men or points": ("if_(withdrawn, nerve, formation.western_front.tanks) > 3", "different", "like"),
    "a choice of a man or a number": ("if_(withdrawn, leader, 3) == stalin", "a person is wanted", "types"),
    "a sum of dates": ("date + date > 3", "subtract dates or days", "date - withdrawn_on"),
    "a date compared with a number": ("date > 15000", "a date cannot be compared with a number", '"1941-06-22"'),
    "a day that is none": ('date > "1941-06-31"', '"1941-06-31" is not a date', '"1941-06-22"'),
    "a day of another calendar": ('date > "1941-W26-1"', "is not a date", '"1941-06-22"'),
    "a number never reached": ("nerve > 100", "never true: nerve lies between 0 and 100", "within that range"),
    "a number never reached, mirrored": ("100 < nerve", "never true: nerve lies between 0 and 100", "within"),
    "a number below": ("nerve < 0", "never true", "within"),
    "a number beside": ("nerve == 101", "never true", "within"),
    "a premise never so high": ("premise.plotters_nerve > 100", "never true", "within"),
    "two comparisons in one": ("1 < nerve < 5", "one comparison at a time", "`and`"),
    "a plot of nobody": ("plot.strength > 3", "needs a deciding seat", "write plot.PERSON.x"),
    "a tie of two": ("tie.beria.trust > 3", "a tie is written tie.SEAT.PERSON.column", "tie.me.man.debt"),
    "a tie that is none": ("tie.beria.stalin.trist > 3", "tie has no column trist", "'trust'"),
    "a tie to an organ": ("tie.beria.organ_.trust > 3", "a person is wanted", "between persons"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_what_means_nothing_is_refused_with_a_hint(name: str) -> None:
    text, message, hint = FAULTS[name]
    found = fault(text, scope("organ_"))
    assert message in found.message
    assert hint in found.hint
    assert found.hint


def test_a_division_by_a_literal_zero_is_refused() -> None:
    assert "divides by 0" in fault("1 / 0 > nerve").message


def test_a_fault_stands_where_it_is() -> None:
    text = "withdrawn and person.bera.influence > 3"
    assert fault(text).offset == text.index("person")
    text = "withdrawn and nerve > 200"
    assert fault(text).offset == text.index("200")


@pytest.mark.parametrize(
    "text",
    [
        "leader == stalin", "stalin == leader", "premise.breakdown == days", "days != premise.breakdown",
        "organ.press.head != nobody", "plot.beria.route == arrest", "room.nerve >= 5", "nerve >= 5", "war.eastern",
        "not withdrawn", "person.beria.alive", "person.beria.alive == true", "date >= '1941-06-28'",
        "date - withdrawn_on > 2", "withdrawn_on > 0", "person.beria.fell_on == 0", "leader.influence > 4",
        "organ.security.head.influence > 4", "tie.beria.leader.trust > 4", "power.ussr.dead_military.reported > 4",
        "power.ussr.dead_military.reported_by == beria", "any(person, influence > 90 and each != leader)",
        "all(organ, head.alive)", "count(person, tie.each.leader.client == 1) > 2", "head(organ.press) == leader",
        "holds(leader, chairman)", "pick(person, influence, true) == stalin", "if_(withdrawn, beria, leader) == stalin",
        "sum(formation, men, true) > formation.western_front.men", "our_man(leader)", "flag.dacha_quarrelled or true",
        "plot.beria.leader.loyalty > 3", "person.beria.plot.strength > 3", "leader.plot.strength > 3",
        "any(power, dead_military.reported > 3)", "stand_fast == formation.western_front.stance",
    ],
)  # fmt: skip
def test_a_condition_may_be_written_so(text: str) -> None:
    node(text, want=BOOL)


def test_an_argument_or_me_or_this_is_read_through() -> None:
    within = scope("me", "this", "man", "organ_")
    for text in (
        "me.authority > 3", "man.loyalty > 3", "this.post.holder == man", "organ_.head == man",
        "person.man.loyalty > 3",
        "organ.organ_.readiness > 3", "plot.strength > 3", "plot.man.strength > 3", "tie.me.man.debt > 3",
    ):  # fmt: skip
        node(text, within, BOOL)


def test_a_value_of_an_enum_wins_over_an_argument_of_its_name() -> None:
    node("plot.phase == man", scope("me", "man"), BOOL)


def test_a_product_takes_any_unit_and_a_literal_takes_the_other_sides() -> None:
    node("nerve * 1000 > formation.western_front.tanks")
    node("nerve + 3 > 4")


def test_the_same_part_of_two_expressions_is_one_node() -> None:
    assert node("nerve + 1 > 5") == node("nerve  +  1 > 5")


def test_reading_a_person_of_another_time_leaves_the_types_of_literals_alone() -> None:
    schema = bare_book().schema
    absent = schema.entities["person"][schema.people]
    assert bare_book().graph.constant(node(f"person.{absent}.influence + 0")) == 0.0
    node("formation.western_front.tanks > 0")


# what a seat may know -------------------------------------------------------------------------------------------------

UNKNOWN_TO_A_SEAT = {
    "what is hidden": ("man.loyalty > 3", "person.loyalty is hidden", "a report, a talk, a sign"),
    "what only its own seat knows": ("man.authority > 3", "person.authority of another", "me"),
    "what security keeps": ("me.file > 3", "person.file is hidden", "a report"),
    "another's plot": ("plot.man.strength > 3", "plot.strength of another", "me"),
    "another's tie": ("tie.man.me.debt > 3", "tie.debt of another seat", "the first axis must be me"),
    "a tie that is hidden": ("tie.me.man.trust > 3", "tie.trust is hidden", "tie.me.man.told"),
    "the premises": ("premise.breakdown == days", "premise.value is hidden", "a report"),
    "what is hidden of all": ("any(person, loyalty > 3)", "person.loyalty is hidden", "a report"),
    "what all keep to themselves": ("any(person, authority > 3)", "person.authority of another", "me"),
    "what a formula reads": ("accept(man) > 0.3", "in the formula accept", ""),
}


@pytest.mark.parametrize("name", UNKNOWN_TO_A_SEAT)
def test_a_seat_may_not_read(name: str) -> None:
    text, message, hint = UNKNOWN_TO_A_SEAT[name]
    found = fault(text, scope("me", "man", seat=True))
    assert message in found.message
    assert hint in found.hint
    node(text, scope("me", "man"))


def test_a_seat_reads_the_report_where_there_is_one() -> None:
    told = node("power.ussr.dead_military.reported")
    assert node("power.ussr.dead_military", scope("me", seat=True)) == told
    assert node("power.ussr.dead_military") != told


def test_a_seat_reads_its_own() -> None:
    within = scope("me", "man", seat=True)
    for text in ("me.authority > 3", "plot.strength > 3", "me.plot.strength > 3", "tie.me.man.debt > 3"):
        node(text, within, BOOL)


# effects --------------------------------------------------------------------------------------------------------------

EFFECT_FAULTS = {
    "a column of the game itself": ("person.beria.alive = false", "changed by the game itself", "a word"),
    "a premise": ("premise.breakdown = days", "changed by the game itself", "a word"),
    "a report": ("power.ussr.tanks.reported += 3", "changed by the game itself", "a word"),
    "a sum of a person": ("person.beria.patron += 3", "can only be set with =", "="),
    "a number for a person": ("person.beria.patron = 3", "a person is wanted", "types"),
    "an organ for a person": ("person.beria.patron = organ.press", "a person is wanted", "person.ID"),
    "points of men": ("nerve += formation.western_front.tanks", "different units", "like with like"),
    "no column": ("3 += 3", "not an expression", "language.md"),
    "a constant": ("constant.accept_low += 3", "only a column can be changed", "for example"),
    "an unknown word": ("arest(beria)", "there is no word arest", "did you mean 'arrest'?"),
    "too many arguments": ("withdraw(3)", "withdraw takes 0 arguments, not 1", "for example: withdraw()"),
    "an unknown event": ("schedule(dacha.minsk, 1)", "there is no event dacha.minsk", "[[event]]"),
    "an unknown signal": ("signal(front_brken)", "there is no signal front_brken", "'front_broken'"),
    "a signal about another": ("signal(front_broken, beria)", "there is no formation beria", ""),
    "a signal about nothing": ("signal(session_opened, beria)", "it has no entity", "leave entity out"),
    "a modifier where none can be": ("modify(organ.press.initiative, 3, 2)", "takes no timed modifier", "+="),
    "a modifier of other units": ("modify(organ.press.readiness, formation.western_front.tanks, 2)", "units", "like"),
    "a person for an organ": ("vacate(beria)", "there is no organ beria", ""),
}


@pytest.mark.parametrize("name", EFFECT_FAULTS)
def test_an_effect_that_cannot_be_is_refused(name: str) -> None:
    text, message, hint = EFFECT_FAULTS[name]
    found = effect_fault(text, scope("me", "man"))
    assert message in found.message
    assert hint in found.hint
    assert found.hint


def test_an_effect_says_what_it_writes() -> None:
    assert writes("nerve -= 3") == {"room.nerve"}
    assert writes("me.authority -= 3", scope("me")) == {"person.authority"}
    assert writes("tie.me.man.debt += 1", scope("me", "man")) == {"tie.debt"}
    assert writes("modify(organ.press.readiness, 3, 2)") == {"organ.readiness"}
    assert "person.free" in writes("arrest(man)", scope("man"))


def test_a_date_is_moved_by_days_and_cleared_by_0() -> None:
    writes("crisis.leadership.until += 3")
    writes("crisis.leadership.until = 0")
    writes('crisis.leadership.until = "1941-08-01"')
    assert "wanted" in effect_fault("crisis.leadership.until += date").message


def test_a_constant_is_a_number_whatever_its_dots() -> None:
    assert node("constant.accept_low", want=NUMBER) == node("constant.accept.low", want=NUMBER)
