"""Faults of meaning in a mod: each is told once, where it stands, with a remedy, and together with faults of form."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from game.content import Problem
from game.rulebook.check import problems_of
from tests.content.builders import write_mod
from tests.rulebook.builders import bare_game, counters, decision, event, faults_of, mod, only_fault, question

POLLED = 'when = "withdrawn"'


def formula(name: str, text: str, arguments: str = "") -> str:
    """A named formula."""
    return f'[[formula]]\nid = "{name}"\narguments = [{arguments}]\ntext = "{text}"\nmeaning = "a trial"\n'


def test_a_sound_mod_has_no_fault(tmp_path: Path) -> None:
    folder = mod(
        tmp_path,
        things=counters("tries") + formula("tried", "var.tries + 1"),
        events=event("one", POLLED, effects='"var.tries = tried()"') + question("two", POLLED, yes='price = "3"'),
        decisions=decision("three", 'effects = ["schedule(four, 2, me)"]'),
        more=event("four", "scheduled = true"),
    )
    assert faults_of(folder) == ()


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        (event("one", 'on = "city_takn"'), 1, 1, "one: there is no signal city_takn", "did you mean 'city_taken'?"),
        (event("one", 'when = "persn.x > 3"'), 5, 9, "unknown name persn", "did you mean 'person'?"),
        (event("one", 'when = "withdrawn"\nonce = true\nchance = "50"'), 7, 11, "0 and 1, it is not 50", "change"),
        (event("one", 'when = "withdrawn"\nmean_days = "0"'), 6, 14, "more than 0 days", "change the number"),
        (event("one", 'when = "any(person, alive)"'), 5, 9, "begins with an aggregate", "a cheap clause before it"),
        (event("one", POLLED, effects='"schedule(two, 1)"'), 8, 22, "there is no event two", "[[event]]"),
        (question("one", POLLED, decides="leadr"), 5, 12, "unknown name leadr", "did you mean 'leader'?"),
        (question("one", POLLED, decides="organ.press"), 5, 12, "this is a organ, a person is wanted", "person"),
        (question("one", POLLED, yes='when = "me.suspicion > 3"'), 11, 9, "hidden", "a report"),
        (question("one", POLLED, yes='price = "nerve"'), 11, 10, "hidden", "a report"),
        (question("one", POLLED, yes='ai = "person.beria.authority"'), 11, 7, "of another is not known", "me"),
        (question("one", POLLED, yes='roll = "30"\nsuccess = ["withdraw()"]'), 11, 9, "between 0 and 1", "change"),
        (decision("one", 'when = "nerve > 3"'), 5, 9, "hidden", "a report"),
        (decision("one", 'organ = "prss"'), 5, 10, "there is no organ 'prss'", "did you mean 'press'?"),
        (event("one", 'when = """\nwithdrawn\nand nrve > 3"""'), 7, 5, "unknown name nrve", "did you mean 'nerve'?"),
    ],
)  # fmt: skip
def test_a_fault_is_told_once_where_it_stands(
    tmp_path: Path, text: str, line: int, column: int, message: str, hint: str
) -> None:
    found = only_fault(tmp_path, things=text)
    assert (found.mod, found.file, found.line, found.column) == ("trial", "things.toml", line, column), str(found)
    assert message in found.message
    assert hint in found.hint


def test_a_condition_may_count_behind_a_cheap_clause_or_a_signal(tmp_path: Path) -> None:
    folder = mod(
        tmp_path,
        events=event("one", 'when = "withdrawn and any(person, alive)"')
        + event("two", 'on = "session_opened"\nwhen = "any(person, alive)"')
        + event("three", 'scheduled = true\nwhen = "any(person, alive)"')
        + decision("four", 'when = "any(person, alive)"'),
    )
    assert faults_of(folder) == ()


MAN = '[[decision.argument]]\nname = "man"\ntype = "person"\n'


@pytest.mark.parametrize("key", ["when", "price", "ai"])
def test_what_a_decision_asks_may_not_depend_on_its_arguments(tmp_path: Path, key: str) -> None:
    text = "man.alive" if key == "when" else "man.influence"
    found = only_fault(tmp_path, things=decision("one", f'{key} = "{text}"', MAN))
    assert "not chosen yet" in found.message
    assert "the argument's own when and ai" in found.hint


OTHER = '[[decision.argument]]\nname = "other"\ntype = "person"\n'


def test_an_argument_may_read_those_before_it_only(tmp_path: Path) -> None:
    assert faults_of(mod(tmp_path, things=decision("one", MAN + OTHER + 'when = "other != man"'))) == ()
    found = only_fault(tmp_path, things=decision("one", MAN + 'when = "other != man"\n' + OTHER))
    assert "the argument is not chosen yet" in found.message


def test_an_argument_may_not_stand_in_an_aggregate_where_all_its_values_are_weighed(tmp_path: Path) -> None:
    found = only_fault(tmp_path, things=decision("one", MAN + 'when = "any(organ, head == man)"'))
    assert "man cannot be used inside an aggregate here" in found.message


def test_an_argument_of_no_type_is_told_once(tmp_path: Path) -> None:
    text = decision("one", 'effects = ["man.influence += 3"]', MAN.replace('"person"', '"persn"'))
    found = only_fault(tmp_path, things=text)
    assert "one: persn is not a type of arguments" in found.message
    assert "did you mean 'person'?" in found.hint


def test_a_fault_of_a_decider_is_not_told_again_by_the_options(tmp_path: Path) -> None:
    yes = 'when = "me.authority > 3 and plot.strength > 3"\neffects = ["me.authority -= 3", "this.influence += 1"]'
    assert "leadr" in only_fault(tmp_path, things=question("one", POLLED, yes=yes, decides="leadr")).message


def test_an_unknown_signal_is_not_told_again_by_the_effects(tmp_path: Path) -> None:
    text = event("one", 'on = "city_takn"', effects='"this.holder = axis"')
    assert "city_takn" in only_fault(tmp_path, things=text).message


# formulas -------------------------------------------------------------------------------------------------------------

CALLERS = "".join(event(f"caller_{i}", f'when = "withdrawn and bad(leader) > {i}"') for i in range(3))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("man.influense + 1", "person has no column influense"),
        ("man.influence +", "not an expression"),
        ("other(man)", "there is no function other"),
        ("nerve + man.politics", "different units"),
    ],
)
def test_a_fault_of_a_formula_is_told_once_where_it_is_whoever_calls_it(
    tmp_path: Path, text: str, message: str
) -> None:
    folder = mod(tmp_path, formulas=formula("bad", text, '{ name = "man", type = "person" }'), events=CALLERS)
    found = faults_of(folder)
    assert [p.file for p in found] == ["formulas.toml"], [str(p) for p in found]
    assert message in found[0].message
    assert found[0].line == 4


def test_a_fault_of_a_formula_is_told_even_if_nobody_calls_it(tmp_path: Path) -> None:
    assert "no column" in only_fault(tmp_path, things=formula("bad", "me.influense")).message


def test_a_formula_that_calls_a_faulty_one_is_not_to_blame(tmp_path: Path) -> None:
    found = only_fault(tmp_path, things=formula("outer", "inner() + 1") + formula("inner", "nrve"))
    assert "nrve" in found.message


def test_formulas_that_call_each_other_in_a_circle_are_told_once(tmp_path: Path) -> None:
    texts = formula("one", "two() + 1") + formula("two", "three() + 1") + formula("three", "one() + 1")
    assert "one -> two -> three -> one" in only_fault(tmp_path, things=texts).message


def test_a_formula_is_not_named_as_a_function(tmp_path: Path) -> None:
    assert "min is a function" in only_fault(tmp_path, things=formula("min", "nerve")).message


def test_a_formula_with_an_argument_of_no_type_is_told_once(tmp_path: Path) -> None:
    text = formula("bad", "man.influence", '{ name = "man", type = "persn" }')
    assert "bad: there is no type persn" in only_fault(tmp_path, things=text + CALLERS).message


def test_a_formula_that_reads_what_is_hidden_is_the_fault_of_the_seat_that_calls_it(tmp_path: Path) -> None:
    folder = mod(
        tmp_path,
        formulas=formula("heart", "man.loyalty", '{ name = "man", type = "person" }'),
        events=question("one", POLLED, yes='when = "heart(leader) > 3"'),
    )
    (found,) = faults_of(folder)
    assert found.file == "events.toml"
    assert "in the formula heart: person.loyalty is hidden" in found.message


def test_formulas_that_write_out_to_too_much_are_refused_quickly(tmp_path: Path) -> None:
    each = " + ".join(["f{n}()"] * 20)
    texts = formula("f0", "nerve") + "".join(formula(f"f{i}", each.format(n=i - 1)) for i in range(1, 9))
    start = time.perf_counter()
    found = faults_of(mod(tmp_path, things=texts))
    assert any("written out this is too long" in p.message for p in found)
    assert time.perf_counter() - start < 3


# together -------------------------------------------------------------------------------------------------------------


def test_who_names_faulty_content_is_not_to_blame(tmp_path: Path) -> None:
    """The event, constant, flag and signal are left out for faults of form; what names them is silent about it."""
    folder = mod(
        tmp_path,
        a=event("late", 'scheduled = true\nwindow = ["1941-06-31", "1941-07-02"]')
        + '[[constant]]\nid = "mine.low"\nvalue = "x"\nunit = ""\nsource = ""\n'
        + '[[flag]]\nid = "told"\n'
        + '[[signal]]\nid = "heard"\nmeaning = 3\n',
        b=event("one", 'when = "nerve > constant.mine_low and flag.told"', effects='"schedule(late, 1)"')
        + event("two", 'on = "heard"', effects='"flag.told = true"'),
        torn='[[var]]\nid = "torn"\nlow = \n',
        c=event("three", 'when = "var.torn > 3"'),
    )
    found = faults_of(folder)
    assert {p.file for p in found} == {"a.toml", "torn.toml"}, [str(p) for p in found]
    assert len(found) == 5


TWELVE = {
    "mod": 'id = "trial"\nname = "trial"\nversion = "1.0"\nrequires = ["base", "second"]\n',
    "things": event("one", 'ocne = true\nwhen = "withdrawn"')
    + event("two", POLLED).replace('"A trial"', "3")
    + event("three", 'when = "person.beria.influense > 3"')
    + event("four", 'when = "nerve > formation.western_front.men"')
    + question("five", POLLED).replace('[[event.option]]\nid = "yes"\ntext = "Yes."\n', "")
    + event("six", POLLED, effects='"schedule(nine, 1)"')
    + event("seven", POLLED)
    + event("seven", POLLED)
    + event("eight", 'window = ["1941-06-31", "1941-07-02"]')
    + event("ten", f'when = "{"(" * 9}nerve{")" * 9} > 3"'),
    "number": f'[[constant]]\nid = "long"\nvalue = {"9" * 5000}\nunit = ""\nsource = ""\n',
    "key": f"[[constant]]\n{'a.' * 9999}a = 3\n",
}
EXPECTED = [
    ("key.toml", 2, "a key of more than 8 parts"),
    ("mod.toml", 4, "mods require each other"),
    ("number.toml", 3, "a number of 5000 characters"),
    ("things.toml", 5, "unknown key 'ocne'"),
    ("things.toml", 12, "'title' must be text in quotes"),
    ("things.toml", 22, "person has no column influense"),
    ("things.toml", 30, "persons are different units"),
    ("things.toml", 34, "has 2 to 5 options, not 1"),
    ("things.toml", 53, "there is no event nine"),
    ("things.toml", 63, "the event 'seven' is already defined"),
    ("things.toml", 74, "'1941-06-31' is not a date"),
    ("things.toml", 82, "brackets nest deeper than 8"),
]


def test_twelve_planted_faults_are_told_together_in_order_and_at_once(tmp_path: Path) -> None:
    second = write_mod(tmp_path, "second", '["trial"]')
    folder = mod(tmp_path, **TWELVE)
    start = time.perf_counter()
    found = faults_of(folder, second)
    assert time.perf_counter() - start < 2
    assert [(p.file, p.line) for p in found] == [(file, line) for file, line, _ in EXPECTED], _listed(found)
    for problem, (_, _, message) in zip(found, EXPECTED, strict=True):
        assert message in problem.message
        assert problem.hint
        assert problem.column >= 1


def _listed(found: tuple[Problem, ...]) -> str:
    return "\n".join(str(problem)[:160] for problem in found)


def test_a_check_tells_the_same_faults_in_all_scenarios_once(tmp_path: Path) -> None:
    second = write_mod(tmp_path, "second", '["trial"]')
    folder = mod(tmp_path, **TWELVE)
    assert problems_of([bare_game(), folder, second]) == faults_of(folder, second)
    assert problems_of([bare_game()]) == ()
