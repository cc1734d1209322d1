"""The arrays of a block of worlds as raw bytes, in one order, each with the dtype and shape that its layout demands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rulebook.book import Rulebook
from game.store.header import Section
from game.store.layout import Layout
from game.store.problem import SaveError, shown
from game.world.chronicle import ROW, Chronicle
from game.world.ledger import Entry, Ledger
from game.world.ragged import Ragged
from game.world.state import FIELDS, World

Array = NDArray[Any]

CHANGE = np.dtype([("date", "<i4"), ("label", "<i4"), ("row", "<i4"), ("delta", "<f8")])
MOST = {"ragged": 100_000, "chronicle": 1_000_000, "ledger": 1_000_000}
"""Rows of the tables that grow."""


def arrays_of(world: World) -> tuple[dict[str, Array], tuple[str, ...]]:
    """The arrays of a block by name, and the labels of its ledger."""
    out: dict[str, Array] = {}
    for field in FIELDS:
        value = getattr(world, field.name)
        if field.kind == "ragged":
            value = value.data
        out[field.name] = np.asarray(value, np.dtype(field.dtype).newbyteorder("<"), order="C")
    if world.chronicle is not None:
        out["chronicle"] = _bytes(world.chronicle.rows())
    labels: tuple[str, ...] = ()
    if world.ledger is not None:
        entries = world.ledger.entries
        at = {label: i for i, label in enumerate(dict.fromkeys(e.label for e in entries))}
        labels = tuple(at)
        out["ledger"] = _bytes(np.array([(e.date, at[e.label], e.row, e.delta) for e in entries], CHANGE))
    return out, labels


def world_of(book: Rulebook, width: int, arrays: Mapping[str, Array], labels: Sequence[str]) -> World:
    """A block of `width` worlds that owns its arrays. They have been checked."""
    world = World(book.schema, book.sizes, width)
    for field in FIELDS:
        value = arrays[field.name].astype(field.dtype, order="C")
        if field.kind == "ragged":
            setattr(world, field.name, Ragged(field.columns, value.astype(np.int64)))
        else:
            setattr(world, field.name, int(value) if field.kind == "block" else value)
    if "chronicle" in arrays:
        world.chronicle = Chronicle(_rows(arrays["chronicle"], ROW))
    if "ledger" in arrays:
        rows = _rows(arrays["ledger"], CHANGE).tolist()
        world.ledger = Ledger([Entry(date, labels[label], row, delta) for date, label, row, delta in rows])
    return world


def describe(arrays: Mapping[str, Array]) -> tuple[Section, ...]:
    """The table of contents of arrays in order."""
    return tuple(Section(name=name, dtype=a.dtype.str, shape=a.shape) for name, a in arrays.items())


def check_sections(sections: Sequence[Section], layout: Layout, width: int) -> None:
    """Raise SaveError where a section has another name, dtype or shape than the layout demands."""
    wanted = dict(_wanted(layout, width))
    for section in sections:
        dtype, shape, most = wanted.pop(section.name, ("", (), 0))
        there = tuple(n if size < 0 and n <= most else size for n, size in zip(section.shape, shape, strict=False))
        if not dtype or section.dtype != dtype or section.shape != there or len(section.shape) != len(shape):
            raise SaveError(f"its table '{shown(section.name)}' has a wrong size")
    missing = [name for name in wanted if name not in ("chronicle", "ledger")]
    if missing:
        raise SaveError(f"its table '{missing[0]}' is missing")


def _wanted(layout: Layout, width: int) -> list[tuple[str, tuple[str, tuple[int, ...], int]]]:
    """Name -> dtype, shape (-1 where it grows) and how far it may grow."""
    out: list[tuple[str, tuple[str, tuple[int, ...], int]]] = []
    for field in FIELDS:
        dtype = np.dtype(field.dtype).newbyteorder("<").str
        shape: tuple[int, ...] = ()
        if field.kind == "rows":
            shape = (getattr(layout.sizes, field.name), width)
        elif field.kind == "world":
            shape = (width,)
        elif field.kind == "ragged":
            shape = (len(field.columns), -1)
        out.append((field.name, (dtype, shape, MOST["ragged"])))
    for name, row in (("chronicle", ROW), ("ledger", CHANGE)):
        out.append((name, ("|u1", (-1, row.itemsize), MOST[name])))
    return out


def unpack(data: memoryview, sections: Sequence[Section]) -> dict[str, Array]:
    """Views of the sections in `data`, which they fill exactly. Raises SaveError where they do not."""
    sizes = [_size(section) for section in sections]
    if len({section.name for section in sections}) != len(sections):
        raise SaveError("it holds a table twice")
    if sum(sizes) != len(data):
        raise SaveError("its size is not that which its header states")
    out, start = {}, 0
    for section, size in zip(sections, sizes, strict=True):
        out[section.name] = np.frombuffer(data[start : start + size], section.dtype).reshape(section.shape)
        start += size
    return out


def _size(section: Section) -> int:
    if section.dtype not in ("<f8", "<i8", "<u8", "<i4", "|i1", "|u1"):
        raise SaveError(f"its table '{shown(section.name)}' is of an unknown kind")
    size = np.dtype(section.dtype).itemsize
    for length in section.shape:
        size *= length
    return size


def _bytes(rows: Array) -> Array:
    """Structured rows [n] as bytes [n, size]."""
    return np.frombuffer(rows.tobytes(), np.uint8).reshape(len(rows), rows.dtype.itemsize)


def _rows(data: Array, row: np.dtype[np.void]) -> NDArray[np.void]:
    return np.frombuffer(data.tobytes(), row)
