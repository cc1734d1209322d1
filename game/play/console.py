"""The console reads and changes the truth. What it changes is journalled, and a replay changes it too."""

from __future__ import annotations

import numpy as np

from game.core import chance
from game.engine.block import Block
from game.play.errors import OrderError
from game.rulebook.expressions import PERSON
from game.script import grammar
from game.script.act import Act
from game.script.compile import Compiler
from game.script.effects import apply
from game.script.evaluate import Evaluator
from game.script.grammar import ScriptError
from game.script.names import Scope
from game.script.statement import compile_effect
from game.store.journal import LONGEST_WORD, Argument, Entry
from game.views import names

CONSOLE = "campaign.console"
"""The decision by which the journal says that an effect was run."""

ONE = np.zeros(1, np.int64)


def entry_of(block: Block, seat: str, date: str, text: str) -> Entry:
    """An effect as the journal keeps it: what, and at which point of the day. OrderError: it is too long."""
    if len(text) > LONGEST_WORD:
        raise OrderError(f"an effect of the console has at most {LONGEST_WORD} characters, and this has {len(text)}")
    where: dict[str, Argument] = {"effect": text, "stage": block.world.stage, "round": block.world.round}
    return Entry(date, seat, decision=CONSOLE, arguments=where)


def belongs_here(block: Block, entry: Entry) -> bool:
    """Whether the world has come to the point of the day at which an effect of the journal was run."""
    return (entry.arguments["stage"], entry.arguments["round"]) == (block.world.stage, block.world.round)


def run(block: Block, seat: str, text: str) -> None:
    """Run an effect in the one world of a block; `me` is the man who is played. OrderError says what is wrong."""
    me = _row(block, seat)
    try:
        effect, _ = compile_effect(text, block.book.vocabulary, _scope(block), block.book.words)
    except ScriptError as error:
        raise OrderError(_sentence(error)) from None
    scope = {"me": me, "this": me}
    base = chance.turn_base(block.world.seed, block.world.date.astype(np.int64))
    act = Act(block.world, block.book.reference, ONE, base, "console", scope, ONE)
    apply(act, [effect], block.book.graph)


def probe(block: Block, seat: str, text: str) -> str:
    """The value of an expression as it truly is, in words. OrderError says what is wrong."""
    me, graph = _row(block, seat), block.book.graph
    try:
        compiler = Compiler(block.book.vocabulary, _scope(block))
        node = compiler.build(grammar.expression(text))
    except ScriptError as error:
        raise OrderError(_sentence(error)) from None
    kind = graph.types[node]
    value = float(Evaluator(graph, block.world, ONE, {"me": me, "this": me}).full(node)[0])
    said = names.value_name(block.book, kind, value)
    return f"{said} {kind.unit}" if kind.kind == "number" and kind.unit else said or "not yet"


def _row(block: Block, seat: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([block.book.schema.index["person"][seat] + 1.0])


def _scope(block: Block) -> Scope:
    me = block.book.graph.add(("scope", "me", "person"), PERSON)
    return Scope(names={"me": (me, PERSON), "this": (me, PERSON)})


def _sentence(error: ScriptError) -> str:
    return f"{error.message} ({error.hint})" if error.hint else error.message
