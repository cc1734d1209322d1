"""What a phase gets to work on: the arrays it declared, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from game.core import chance
from game.world.chronicle import Kind, encode
from game.world.schema import LAID_OVER, Schema
from game.world.state import World

Array = NDArray[np.generic]


class Reference:
    """What is fixed for a rulebook and shared by all phases: ids, constants, codes of signals and notes."""

    def __init__(
        self, schema: Schema, constants: Mapping[str, float], signals: Mapping[str, int], notes: Mapping[str, int],
        tables: dict[str, Any],
    ) -> None:  # fmt: skip
        self.schema = schema
        self.constants = constants
        self.signals = signals
        self.notes = notes
        self.tables = tables
        """Arrays built at set-up for systems: name -> read-only array (depth of provinces, dates of absences...)."""
        self.cache: dict[object, Any] = {}
        """What the engine works out once for all blocks (rules in reach, plans): a pure function of the rulebook."""

    def at(self, table: str, entity: str) -> int:
        """0-based row of an entity in its table."""
        return self.schema.index[table][entity]


class Work(Protocol):
    """What a desk is laid out for: a phase, or whoever else names what it reads and writes."""

    @property
    def id(self) -> str:
        """Also the stream of its chances."""

    @property
    def reads(self) -> tuple[str, ...]:
        """Columns as `table.column`."""

    @property
    def writes(self) -> tuple[str, ...]:
        """The same."""


class Desk(SimpleNamespace):
    """Arrays by table and column: `desk.person.alive` [E, W], `desk.room.leader` [W], `desk.tie.debt` [S, P, W].

    Declared reads are read-only views, declared writes real ones. A column with timed modifiers reads as base plus
    modifiers under `desk.read("organ.readiness")`. Also: `W`, `due` [W], `base` [W] (the turn's chance), `reference`.
    """

    reference: Reference
    world: World
    phase: Work
    W: int
    due: NDArray[np.bool_]
    base: NDArray[np.uint64]
    stream: np.uint64

    def draw(self, purpose: str, table: str = "", nth: int = 0, rows: object = None) -> NDArray[np.float64]:
        """Uniform numbers of [0, 1): [W], or [E, W] with one for each entity of `table`, or of some of its rows."""
        stream = chance.key(f"{self.phase.id}/{purpose}")
        if not table:
            return chance.draw(self.base, stream, np.uint64(0), np.uint64(nth))
        keys = self.reference.schema.keys[table]
        keys = (keys if rows is None else keys[np.asarray(rows)])[:, None]
        return chance.draw(self.base[None], stream, keys, np.uint64(nth))

    def constant(self, name: str) -> float:
        """A number of mods/base. KeyError names it if there is none."""
        return self.reference.constants[name]

    def at(self, table: str, entity: str) -> int:
        """0-based row of an entity."""
        return self.reference.at(table, entity)

    def read(self, name: str, rows: object = None) -> NDArray[np.float64]:
        """A column, or some of its rows, with its timed modifiers, clamped to its range: a fresh array."""
        table, column = name.split(".")
        spec = self.reference.schema.places[table, column].column
        base = getattr(getattr(self, table), column)
        over = self.world.column(table, f"{column}.{LAID_OVER}")
        if rows is not None:
            base, over = base[np.asarray(rows)], over[np.asarray(rows)]
        return np.minimum(np.maximum(base + over, spec.low), spec.high)

    def emit(self, signal: str, where: NDArray[np.bool_]) -> None:
        """Send a signal: `where` [W] for one without an entity, [E, W] for one about entities."""
        code = self.reference.signals[signal]
        if where.ndim == 1:
            worlds = np.flatnonzero(where)
            if len(worlds):
                self.world.signals.append(worlds, code, 0)
            return
        worlds, entities = np.nonzero(where.T)
        if len(worlds):
            self.world.signals.append(worlds, code, entities + 1)

    def emit_of(self, signal: str, where: NDArray[np.bool_], entity: NDArray[np.float64]) -> None:
        """Send a signal about the entity referred to (row plus one) in the worlds of `where` [W]."""
        worlds = np.flatnonzero(where)
        if len(worlds):
            self.world.signals.append(worlds, self.reference.signals[signal], entity[worlds].astype(np.int64))

    def note(self, name: str, where: NDArray[np.bool_], entity: NDArray[np.float64] | int = 0) -> None:
        """A line of the chronicle in the worlds of `where` [W]; entity: row plus one, or 0."""
        if self.world.chronicle is None:
            return
        worlds = np.flatnonzero(where)
        if not len(worlds):
            return
        who = entity[worlds] if isinstance(entity, np.ndarray) else entity
        self.world.chronicle.write(
            encode(Kind.NOTE, self.reference.notes[name]), self.world.number[worlds], self.world.date[worlds], who, 0
        )


def lay_out(phase: Work, world: World, reference: Reference) -> Desk:
    """Build a phase's desk over a block. Valid until the block is taken apart."""
    desk = Desk(reference=reference, world=world, phase=phase, W=world.width, stream=chance.key(phase.id))
    desk.due = np.ones(world.width, bool)
    for names, writable in ((phase.reads, False), (phase.writes, True)):
        for name in names:
            table, column = name.split(".", 1)
            array: Array = world.tie(column) if table == "tie" else world.column(table, column)
            view = array.view()
            view.flags.writeable = writable
            space = getattr(desk, table, None)
            if space is None:
                space = SimpleNamespace()
                setattr(desk, table, space)
            setattr(space, column.replace(".", "_"), view)
    return desk
