"""Faults of form and of meaning are all told at once, in whatever entries and files they stand, and nothing besides."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.builders import write_mod
from tests.rulebook.builders import decision, event, faults_of, mod, question

POLLED = 'when = "withdrawn"'
DEEP = f"{'(' * 9}3{')' * 9}"
FAULTS = {
    "key": "unknown key 'ocne'",
    "type": "'title' must be text in quotes",
    "column": "person has no column influense",
    "unit": "persons are different units",
    "option": "has 2 to 5 options, not 1",
    "event": "there is no event nine",
    "id": "is already defined",
    "date": "'1941-06-31' is not a date",
    "depth": "brackets nest deeper than 8",
}
"""What is said of each fault that an entry can have."""


@dataclass
class Entry:
    """An event that asks, or a decision, with some faults; `found` are the lines of these within it, from 1."""

    kind: str
    name: str
    faults: frozenset[str]
    in_effects: frozenset[str]
    lines: list[str] = field(default_factory=list)
    found: dict[str, int] = field(default_factory=dict)

    def write(self, line: str, *faults: str) -> None:
        """Add a line, with the place of those faults that it holds."""
        self.lines.append(line)
        self.found.update({fault: len(self.lines) for fault in faults if fault in self.faults})

    def has(self, fault: str, in_effects: bool = False) -> bool:
        """Whether a fault stands here: in an effect, or in a key of its own."""
        return fault in self.faults and (fault in self.in_effects) == in_effects


def written(entry: Entry) -> Entry:
    """The entry with its lines."""
    taken = {"event": "idle", "decision": "rest"}[entry.kind]
    entry.write(f"[[{entry.kind}]]", "option")
    entry.write(f'id = "{taken if "id" in entry.faults else entry.name}"', "id")
    entry.write("title = 3" if "type" in entry.faults else 'title = "A trial"', "type")
    entry.write('text = "Something is tried."')
    if "key" in entry.faults:
        entry.write("ocne = true", "key")
    column = entry.has("column")
    entry.write(f'when = "{"person.beria.influense > 3" if column else "withdrawn"}"', *["column"] * column)
    if "date" in entry.faults:
        entry.write('window = ["1941-06-22", "1941-06-31"]', "date")
    if entry.kind == "event":
        _write_event(entry)
    else:
        _write_price(entry)
    _write_effects(entry)
    return entry


def _write_event(entry: Entry) -> None:
    """What only an event has."""
    entry.write('decides = "person.molotov"')
    entry.write('default = "no"')
    if entry.has("unit"):
        entry.write('mean_days = "if_(nerve > formation.western_front.men, 3, 4)"', "unit")
    if "option" not in entry.faults:
        entry.write("[[event.option]]")
        entry.write('id = "yes"')
        entry.write('text = "Yes."')
    entry.write("[[event.option]]")
    entry.write('id = "no"')
    entry.write('text = "No."')
    _write_price(entry)


def _write_price(entry: Entry) -> None:
    if entry.has("depth"):
        entry.write(f'price = "{DEEP}"', "depth")


def _write_effects(entry: Entry) -> None:
    """A list with an effect a line."""
    entry.write("effects = [")
    effects = {
        "column": "person.beria.influense += 3",
        "unit": "leader.influence += formation.western_front.men",
        "event": "schedule(nine, 1)",
        "depth": f"leader.influence += {DEEP}",
    }
    for fault, text in effects.items():
        if entry.has(fault, in_effects=True) or (fault == "event" and fault in entry.faults):
            entry.write(f'  "{text}",', fault)
    entry.write("]")


ENTRIES = (("event", "one"), ("event", "two"), ("decision", "three"))


@st.composite
def arrangements(draw: st.DrawFn) -> list[Entry]:
    """Three entries among which the faults are strewn."""
    where = {fault: draw(st.integers(0, 1 if fault == "option" else 2), label=fault) for fault in FAULTS}
    inner = {fault for fault in ("column", "unit", "depth") if draw(st.booleans(), label=f"{fault} in an effect")}
    inner |= {"unit"} if where["unit"] == 2 else set()
    return [
        written(Entry(kind, name, frozenset(f for f, at in where.items() if at == place), frozenset(inner)))
        for place, (kind, name) in enumerate(ENTRIES)
    ]


@settings(max_examples=25, deadline=None)
@given(arrangements(), st.booleans())
def test_every_fault_is_told_once_in_whatever_entry_it_stands(entries: list[Entry], in_one_file: bool) -> None:
    with TemporaryDirectory() as folder:
        files: dict[str, list[str]] = {}
        expected = set()
        for entry in entries:
            lines = files.setdefault("all" if in_one_file else entry.name, [])
            file = f"{'all' if in_one_file else entry.name}.toml"
            expected |= {(file, len(lines) + line, FAULTS[fault]) for fault, line in entry.found.items()}
            lines.extend(entry.lines)
        second = write_mod(Path(folder), "second", '["trial"]')
        texts = {name: "\n".join(lines) for name, lines in files.items()}
        first = write_mod(Path(folder), "trial", '["base", "second"]', **texts)
        expected.add(("mod.toml", 4, "mods require each other"))
        found = faults_of(first, second)
    told = {(p.file, p.line, said) for p in found for _, _, said in expected if said in p.message}
    assert told == expected, [str(p) for p in found]
    assert len(found) == len(expected), [str(p) for p in found]
    assert all(p.hint and p.column for p in found)


@pytest.mark.parametrize(
    "text",
    [
        question("one", POLLED.replace("when", "wehn"), "once = true", 'chance = "0.5"'),
        question("one", POLLED, yes="historicl = true").replace('"yes"', "7"),
        question("one", POLLED, yes='effects = ["me.authority -= 3"]', decides="").replace("decides", "decidse"),
        event("one", 'no = "city_taken"', effects='"this.holder = axis"').replace("no =", "onn ="),
        event("one", POLLED, effects='"leader.influence += 1"').replace("event.option", "event.optoin"),
        decision("one", 'effects = ["man.influence += 3"]', '[[decision.argument]]\nnaem = "man"\ntype = "person"'),
        decision("one", 'effects = ["man.influence += 3"]', '[[decision.argument]]\nname = "man"\ntype = 3'),
        '[[formula]]\nid = "f"\narguments = [{ name = "man", type = 3 }]\ntext = "man.influence"\nmeaning = ""\n'
        + event("one", 'when = "withdrawn and f(leader) > 3"'),
    ],
)
def test_what_follows_from_a_fault_is_not_told_besides(tmp_path: Path, text: str) -> None:
    found = faults_of(mod(tmp_path, things=text))
    assert len(found) <= text.count("7") + 1, [str(p) for p in found]
    assert found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[[signal]]\nid = "heard"\ntable = "persn"\nmeaning = ""\n'
            + event("one", 'on = "heard"', effects='"this.influence += 3"'),
            "heard: there is no table persn",
        ),
        (question("one", POLLED, decides="person.rokossovsky", yes='when = "plot.strength > 3"'), "has no strength"),
    ],
)
def test_names_of_what_is_not_there_are_told_in_a_sentence(tmp_path: Path, text: str, message: str) -> None:
    (found,) = faults_of(mod(tmp_path, things=text))
    assert message in found.message
    assert found.hint


def test_an_entry_without_an_id_is_looked_through_all_the_same(tmp_path: Path) -> None:
    text = event("one", 'when = "nrve > 3"', effects='"schedule(nine, 1)"').replace('id = "one"\n', "")
    found = faults_of(mod(tmp_path, things=text))
    assert [problem.line for problem in found] == [1, 4, 7], [str(p) for p in found]


def test_patches_of_mods_that_require_each_other_may_go_either_way(tmp_path: Path) -> None:
    patch = '[[patch]]\nkind = "event"\nid = "{}"\nop = "replace"\npath = "title"\nvalue = "Changed"\n'
    first = write_mod(tmp_path, "first", '["base", "second"]', things=event("one", POLLED) + patch.format("two"))
    second = write_mod(tmp_path, "second", '["base", "first"]', things=event("two", POLLED) + patch.format("one"))
    (found,) = faults_of(first, second)
    assert "mods require each other" in found.message


def test_each_clause_of_a_condition_is_looked_through(tmp_path: Path) -> None:
    text = 'when = "nrve > 3 and (person.beria.influense > 3 or withdrawn) and nerve > formation.western_front.men"'
    found = faults_of(mod(tmp_path, things=event("one", text)))
    assert [problem.column for problem in found] == [9, 23, 76], [str(p) for p in found]
