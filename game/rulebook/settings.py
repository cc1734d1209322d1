"""Setting one column of one entity from text: what a scenario sets, and `--set`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.content.problem import shown
from game.rulebook.book import Rulebook
from game.rulebook.cellname import cell_named
from game.script.compile import Compiler
from game.script.evaluate import Evaluator
from game.script.grammar import ScriptError
from game.script.graph import Type
from game.script.names import Scope
from game.world.columns import Column
from game.world.state import Floats, World

BY_HAND = frozenset({("room", "leader"), ("room", "withdrawn")})
"""Columns that the game keeps itself, and which an experiment may set all the same."""


class StartError(ValueError):
    """A premise, side, setting or person that does not exist: one sentence with what there is instead."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A column, the arena's row of one entity of it, and what that becomes in each world.

    name: of the column, or of a part of its report. type: that of the entity's own range.
    """

    table: str
    name: str
    column: Column
    row: int
    type: Type
    numbers: Floats

    @property
    def range(self) -> tuple[float, float]:
        """The lowest and the highest value: the column's, or those of a premise or a number of a mod's own."""
        if self.type.kind == "number":
            return self.type.low, self.type.high
        return self.column.low, self.column.high


def set_column(book: Rulebook, world: World, column: str, text: str) -> None:
    """`table.entity.column = value` in every world, as a scenario sets it; the value is a constant expression.

    It is kept within the range. StartError says what is wrong with either.
    """
    setting = _setting(book, world, column, text)
    world.numbers[setting.row] = np.minimum(np.maximum(setting.numbers, setting.column.low), setting.column.high)


def set_by_hand(book: Rulebook, world: World, column: str, text: str) -> None:
    """The same as a person asks for it: StartError too where the game keeps the column itself, or beyond the range."""
    setting = _setting(book, world, column, text)
    low, high = setting.range
    place = setting.table, setting.name
    if (setting.column.by == "system" or "." in setting.name) and place not in BY_HAND:
        remedy = "use --premise" if setting.table == "premise" else "set a column that rules may write"
        raise StartError(f"{column} is kept by the game itself ({remedy})")
    if setting.column.value == "number" and ((setting.numbers < low) | (setting.numbers > high)).any():
        raise StartError(f"{column} lies between {low:g} and {high:g}, not at {shown(text)[1:-1]}")
    if place == ("room", "leader"):
        _check_leader(book, setting, text)
    world.numbers[setting.row] = setting.numbers


def _check_leader(book: Rulebook, setting: Setting, text: str) -> None:
    if not ((setting.numbers >= 1) & (setting.numbers <= len(book.scenario.room))).all():
        raise StartError(f"{shown(text)[1:-1]} cannot lead: one of the room does ({', '.join(book.scenario.room)})")


def _setting(book: Rulebook, world: World, column: str, text: str) -> Setting:
    try:
        row, kind = cell_named(column, book.vocabulary)
        value = Compiler(book.vocabulary, Scope()).root(text, kind)
    except ScriptError as error:
        said = f"{shown(column)[1:-1]} = {shown(text)[1:-1]}: {error.message}"
        raise StartError(said + (f" ({error.hint})" if error.hint else "")) from None
    table, name = next(key for key, p in book.schema.places.items() if p.row <= row < p.row + p.count)
    number = Evaluator(book.graph, world, np.arange(world.width))(value).astype(float)
    return Setting(table, name, book.schema.places[table, name].column, row, kind, number)
