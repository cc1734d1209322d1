"""Headlines and probes: expressions that are read off worlds, never changing them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.lab.fault import BadInput
from game.lab.run import Run, echo
from game.rulebook.book import Rulebook
from game.script.compile import Compiler
from game.script.evaluate import Evaluator
from game.script.grammar import ScriptError
from game.script.names import NUMBER, Scope, entity_type
from game.world.ragged import Ints
from game.world.state import World

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Readings:
    """Names and nodes of what is read; headlines first. dates: whether a reading is a date, 0 of which is "not yet"."""

    names: tuple[str, ...]
    nodes: tuple[int, ...]
    dates: tuple[bool, ...]
    headlines: int

    def of(self, book: Rulebook, world: World, worlds: Ints) -> Floats:
        """[names, n] values in those worlds (places in the block); a date that has not come is NaN."""
        evaluate = evaluator_of_protagonist(book, world, worlds)
        out = np.empty((len(self.nodes), len(worlds)))
        for i, (node, dated) in enumerate(zip(self.nodes, self.dates, strict=True)):
            value = evaluate.full(node).astype(np.float64)
            out[i] = np.where(value == 0.0, np.nan, value) if dated else value
        return out


def evaluator_of_protagonist(book: Rulebook, world: World, worlds: Ints) -> Evaluator:
    """Evaluates expressions in which `me` is the person played."""
    me = world.column("clock", "protagonist")[worlds]
    return Evaluator(book.graph, world, worlds, {"me": me, "this": me})


def readings_of(book: Rulebook, run: Run) -> Readings:
    """The scenario's headlines and the run's probes. BadInput where a probe is wrong."""
    names = [name for name, _ in book.rule.headlines]
    nodes = [node for _, node in book.rule.headlines]
    for name, text in run.probes:
        if name in names:
            raise BadInput(f"--probe {name}: the scenario has a headline of that name (choose another)")
        names.append(name)
        nodes.append(_probe(book, name, text))
    dates = tuple(book.graph.types[node].kind == "date" for node in nodes)
    return Readings(tuple(names), tuple(nodes), dates, len(book.rule.headlines))


def _probe(book: Rulebook, name: str, text: str) -> int:
    person = entity_type("person")
    me = book.graph.add(("scope", "me", "person"), person)
    compiler = Compiler(book.vocabulary, Scope(names={"me": (me, person)}))
    try:
        node = compiler.root(text)
        if book.graph.types[node].kind == "date":
            return node
        return compiler.fit(node, NUMBER, 0)
    except ScriptError as error:
        hint = f" ({error.hint})" if error.hint else ""
        raise BadInput(f"--probe {name}={echo(text)}: {error.message}{hint}") from None
