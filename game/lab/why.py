"""`main.py mods why`: why an event came or did not, clause by clause, in one world on one day."""

from __future__ import annotations

import ast
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from game.content import Source
from game.core import calendar, exact
from game.engine import turn
from game.engine.block import Block
from game.engine.choice import deciders
from game.engine.remit import person_cell
from game.engine.turn import advance
from game.lab.fault import BadInput
from game.lab.rulebooks import begin_block, event_named, open_book
from game.lab.run import LARGEST_SEED, Run, day, pairs, quoted, whole
from game.lab.stories import name_of
from game.rulebook.book import ASK, FIRST_PERSONA, HISTORICAL, RANDOM, Rulebook
from game.rulebook.rules import EventRule
from game.script import grammar
from game.script.compile import Compiler
from game.script.evaluate import Evaluator
from game.script.graph import Type
from game.script.names import BOOL, Scope, entity_type

MET, UNMET = "met  ", "unmet"


def main(given: Namespace) -> int:
    """0 if the event may come on that day, 1 if it may not."""
    run, date = _run_of(given), day("--date", given.date)
    book = open_book(run.packs, run.scenario)
    rule = event_named(book, given.event)
    answer = Answer(book, rule, world_on(book, run, date))
    for line in answer.lines():
        print(line)
    return 0 if answer.may_come else 1


def _run_of(given: Namespace) -> Run:
    return Run(
        scenario=given.scenario, seed=whole("--seed", given.seed, 0, LARGEST_SEED), protagonist=given.protagonist or "",
        premises=pairs("--premise", given.premise, "NAME=VALUE"), sides=pairs("--side", given.side, "SEAT=POLICY"),
        choices=pairs("--choose", given.choose, "EVENT=OPTION"), difficulty=given.difficulty,
        settings=tuple((n, quoted(v)) for n, v in pairs("--set", given.set, "COLUMN=VALUE")),
        mods=tuple(map(Path, given.mod)),
    )  # fmt: skip


def world_on(book: Rulebook, run: Run, date: int) -> Block:
    """The world of the run's seed in the morning of its first turn on or after the date, when conditions are read."""
    first = calendar.to_days(book.scenario.starts)
    if date < first:
        raise BadInput(f"--date {calendar.to_iso(date)}: {run.scenario} starts on {book.scenario.starts}")
    block = begin_block(book, run, 0, 1)
    while block.world.date[0] < date:
        advance(block)
    turn.morning(block)
    return block


@dataclass(slots=True)
class Answer:
    """What stands between an event and its coming, in the one world of a block. may_come: nothing does."""

    book: Rulebook
    rule: EventRule
    block: Block
    may_come: bool = True
    scope: dict[str, np.ndarray] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        """Everything, one sentence a line; `may_come` holds when all have been read."""
        date = float(self.block.world.date[0])
        yield f"{self.rule.id} in the world of seed {int(self.block.world.seed[0])}, morning of {calendar.to_iso(date)}"
        yield from self._chapter(date)
        yield from self._window(date)
        yield from self._once()
        yield from self._trigger()
        yield from self._clauses()
        yield from self._odds()
        yield from self._decider()

    def _mark(self, held: bool, text: str) -> str:
        self.may_come &= held
        return f"  {MET if held else UNMET}  {text}"

    def _chapter(self, date: float) -> Iterator[str]:
        until = float(str(self.book.reference.tables["until"]))
        if date > until:
            yield self._mark(False, f"the chapter ended on {calendar.to_iso(until)}: no event of it comes any more")

    def _window(self, date: float) -> Iterator[str]:
        window = self.rule.source.window
        if not window:
            yield self._mark(True, "window: always")
            return
        last = f" to {window[1]}" if len(window) > 1 else " on"
        yield self._mark(self.rule.low <= date <= self.rule.high, f"window: {window[0]}{last}")

    def _once(self) -> Iterator[str]:
        fired = int(self.block.world.fired[self.rule.order, 0])
        if not self.rule.source.once:
            last = f"it may come again; last on {calendar.to_iso(fired)}"
            yield self._mark(True, last if fired else "it has not come yet")
        elif fired:
            yield self._mark(False, f"once: it came, or its chance was spent, on {calendar.to_iso(fired)}")
        else:
            yield self._mark(True, "once: it has not come yet")

    def _trigger(self) -> Iterator[str]:
        """Whether it is looked at today, and what `this` is."""
        world, rule = self.block.world, self.rule
        if rule.polled:
            return
        if rule.source.scheduled:
            table = world.scheduled
            due = table.data[3][(table.data[2] == rule.order) & (table.data[1] <= world.date[0])]
            yield self._mark(len(due) > 0, "scheduled for today by another rule")
        else:
            table = world.signals
            due = table.data[2][table.data[1] == rule.signal]
            yield self._mark(len(due) > 0, f"the signal {rule.source.on} was sent this morning")
        if len(due):
            self.scope["this"] = due[:1].astype(np.float64)
            yield f"         this = {name_of(self.book, rule.table, int(due[0])) or 'nobody'}"

    # the condition ----------------------------------------------------------------------------------------------

    def _clauses(self) -> Iterator[str]:
        when = self.rule.source.when
        if when is None:
            yield self._mark(True, "when: no condition")
            return
        for tree in conjuncts(grammar.expression(when.text)):
            yield from self._clause(ast.unparse(tree), tree)

    def _clause(self, text: str, tree: ast.expr) -> Iterator[str]:
        if "this" in names_in(tree) and "this" not in self.scope and self.rule.decides < 0:
            yield f"  -      {text}: depends on `this`, which nobody has sent"
            return
        node = self._compiler().truth(self._compiler().build(tree, BOOL), 0)
        held = bool(self._evaluate(node))
        yield self._mark(held, text)
        for part in readings(tree):
            yield f"           {ast.unparse(part)} = {self._shown(part)}"

    def _names(self) -> dict[str, tuple[int, Type]]:
        names: dict[str, tuple[int, Type]] = {}
        if self.rule.table:
            kind = entity_type(self.rule.table)
            names["this"] = (self.book.graph.add(("scope", "this", self.rule.table), kind), kind)
        if self.rule.decides >= 0:
            names["me"] = (self.rule.decides, entity_type("person"))
            names.setdefault("this", names["me"])
        return names

    def _compiler(self) -> Compiler:
        return Compiler(self.book.vocabulary, Scope(names=self._names()))

    def _evaluate(self, node: int) -> float:
        scope = {"this": np.zeros(1), **self.scope}
        return float(Evaluator(self.book.graph, self.block.world, np.zeros(1, np.int64), scope).full(node)[0])

    def _shown(self, tree: ast.expr) -> str:
        """The value of a part of a clause, as its kind is written."""
        compiler = self._compiler()
        node = compiler.build(tree)
        kind, value = self.book.graph.types[node], self._evaluate(node)
        if kind.kind == "bool":
            return "yes" if value else "no"
        if kind.kind == "date":
            return calendar.to_iso(value) if value else "not yet"
        if kind.kind == "entity":
            return name_of(self.book, kind.of, int(value)) or "nobody"
        if kind.kind == "enum":
            return self.book.vocabulary.enums[kind.of][int(value)]
        return f"{value:.6g}" + (f" {kind.unit}" if kind.unit else "")

    # chance and choice ------------------------------------------------------------------------------------------

    def _odds(self) -> Iterator[str]:
        source = self.rule.source
        if source.chance is not None:
            yield f"  chance   {self._value(source.chance, self.rule.chance):.4g} at each opportunity ({source.chance})"
        elif source.mean_days is not None:
            mean, dt = max(self._value(source.mean_days, self.rule.mean_days), 1e-6), self._evaluate_row("clock", "dt")
            share = float(exact.decay(np.array([dt]), np.array([mean]))[0])
            yield f"  chance   {share:.4g} in this step of {dt:g} days: mean_days {mean:g} ({source.mean_days})"
        else:
            yield "  chance   certain when its conditions hold"

    def _value(self, source: Source, node: int) -> float:
        return self._evaluate(node) if "this" not in source.text or "this" in self.scope else float("nan")

    def _evaluate_row(self, table: str, column: str) -> float:
        return float(self.block.world.column(table, column)[0])

    def _decider(self) -> Iterator[str]:
        source = self.rule.source
        if source.decides is None:
            return
        scope = {"this": np.zeros(1), **self.scope}
        evaluate = Evaluator(self.book.graph, self.block.world, np.zeros(1, np.int64), scope)
        actor = deciders(self.book, self.rule, evaluate)
        if not actor[0]:
            default = self.rule.options[self.rule.default].id
            yield f"  decides  {source.decides}: nobody who can; the option {default} applies"
            return
        policy = policy_name(self.book, float(person_cell(self.block, "policy", actor, np.zeros(1, np.int64))[0]))
        yield f"  decides  {name_of(self.book, 'person', int(actor[0]))}, by the policy {policy}"


def conjuncts(tree: ast.expr) -> list[ast.expr]:
    """A condition parted at its top-level `and`s."""
    if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And):
        return [part for value in tree.values for part in conjuncts(value)]
    return [tree]


def names_in(tree: ast.expr) -> set[str]:
    """All bare names of an expression."""
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def readings(tree: ast.expr) -> list[ast.expr]:
    """The parts of a clause whose value is worth a line: columns, calls, sides of comparisons; no literal, no id."""
    if isinstance(tree, ast.BoolOp):
        return [part for value in tree.values for part in readings(value)]
    if isinstance(tree, ast.UnaryOp):
        return readings(tree.operand)
    if isinstance(tree, ast.Compare):
        sides = [tree.left, *tree.comparators]
        open_ = [s for s in sides if not isinstance(s, ast.Constant)]
        return open_[:1] if len(open_) > 1 and isinstance(open_[1], ast.Name) else open_
    return [] if isinstance(tree, ast.Constant) else [tree]


def policy_name(book: Rulebook, code: float) -> str:
    """The name of a policy's code."""
    fixed = {ASK: "ask", RANDOM: "random", HISTORICAL: "historical", 0.0: "none"}
    return fixed[code] if code in fixed else book.personas.ids[int(code - FIRST_PERSONA)]
